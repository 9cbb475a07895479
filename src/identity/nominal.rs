//! Common nouns that stand for someone already named, or for someone without a name.

use super::Resolver;
use crate::mention::Form;
use crate::ontology::Kind;

/// Nouns that stand for a state when its name or demonym stands before them.
const GOVERNMENTS: [&str; 5] = ["administration", "authority", "government", "leadership", "regime"];

/// Nouns for which "the …" is the body named last.
const BODIES: [&str; 16] = [
    "agency",
    "association",
    "bank",
    "carmaker",
    "club",
    "company",
    "corporation",
    "firm",
    "group",
    "institute",
    "manufacturer",
    "organisation",
    "organization",
    "party",
    "team",
    "university",
];

/// Finds what the nominal stands for, or makes an entity without a name of it.
pub(super) fn resolve(resolver: &mut Resolver<'_>, mention: usize) {
    let (mentions, analysis) = (resolver.mentions, resolver.analysis);
    let found = &mentions[mention];
    let sentence = &analysis.sentences[found.sentence];
    let head = &sentence.tokens[found.head];
    let lemma = head.lemma.as_str();
    let first = sentence.tokens[found.tokens.start].form.to_lowercase();
    let definite = matches!(first.as_str(), "the" | "this" | "that" | "these" | "those");
    if GOVERNMENTS.contains(&lemma) {
        let inside = (mention + 1..resolver.mentions.len())
            .take_while(|&other| resolver.mentions[other].span.start < found.span.end);
        let owner = inside
            .filter_map(|other| resolver.of_mention[other])
            .find(|&entity| resolver.entities[entity].kind == Kind::Country);
        let owner = owner
            .or_else(|| possessor(resolver, mention).filter(|&entity| resolver.entities[entity].kind == Kind::Country));
        if let Some(country) = owner {
            return resolver.join(mention, country, Some("government"));
        }
    }
    if definite {
        let plain = found.tokens.len() == 2;
        if let Some(&entity) = resolver.nouns.get(&(lemma, found.agreement.plural)) {
            return resolver.join(mention, entity, Some("same noun"));
        }
        if plain && let Some((entity, rule)) = role_noun(resolver, mention, lemma) {
            return resolver.join(mention, entity, Some(rule));
        }
    }
    let entity = resolver.create(mention);
    resolver.nouns.insert((lemma, found.agreement.plural), entity);
    let words = resolver.words(mention);
    let label = words
        .split_once(' ')
        .filter(|(first, _)| {
            matches!(
                first.to_lowercase().as_str(),
                "the"
                    | "a"
                    | "an"
                    | "this"
                    | "that"
                    | "these"
                    | "those"
                    | "his"
                    | "her"
                    | "its"
                    | "their"
                    | "some"
                    | "any"
            )
        })
        .map_or(words, |(_, rest)| rest);
    // A line break inside a wrapped phrase is no part of a label.
    resolver.entities[entity].label = label.split_whitespace().collect::<Vec<_>>().join(" ");
}

/// The entity of the name that owns the nominal: "Norway's government".
fn possessor(resolver: &Resolver<'_>, mention: usize) -> Option<usize> {
    let found = &resolver.mentions[mention];
    let before = mention.checked_sub(1)?;
    let owner = &resolver.mentions[before];
    let sentence = &resolver.analysis.sentences[found.sentence];
    let owns = owner.sentence == found.sentence
        && owner.tokens.end < found.tokens.start + 1
        && sentence.tokens[owner.tokens.end..found.tokens.start]
            .iter()
            .all(|token| token.xpos == "POS");
    owns.then(|| resolver.of_mention[before]).flatten()
}

/// "the president", "the company", "the country": the one that holds the role, or the one named last.
fn role_noun(resolver: &Resolver<'_>, mention: usize, lemma: &str) -> Option<(usize, &'static str)> {
    let kind = resolver.mentions[mention].kind;
    if resolver.mentions[mention].agreement.plural == Some(true) {
        return None;
    }
    if kind == Kind::Person {
        return resolver.bearers.get(lemma).map(|&entity| (entity, "role"));
    }
    let wanted = match (kind, lemma) {
        (Kind::Country, "country" | "nation" | "republic" | "kingdom") | (Kind::Location, "country" | "nation") => {
            Kind::Country
        }
        (Kind::Organisation, lemma) if BODIES.contains(&lemma) => Kind::Organisation,
        _ => return None,
    };
    resolver
        .before(mention, 2)
        .find(|&(other, entity)| {
            resolver.entities[entity].kind == wanted
                && resolver.entities[entity].named
                && resolver.mentions[other].form == Form::Name
        })
        .map(|(_, entity)| (entity, "named last"))
}
