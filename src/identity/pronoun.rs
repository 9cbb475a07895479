//! Pronouns look back: the nearest mention that agrees, subjects first; "we" and "I" are the one who is quoted.

use super::Resolver;
use crate::mention::Form;
use crate::ontology::Kind;
use crate::syntax::quotation;

/// How many sentences back a pronoun looks.
const REACH: usize = 2;

/// Joins a pronoun to what it stands for; one that finds nobody stays without an entity.
pub(super) fn resolve(resolver: &mut Resolver<'_>, mention: usize) {
    let words = resolver.words(mention).to_lowercase();
    let entity = match words.as_str() {
        "we" | "us" | "our" | "ours" | "ourselves" | "i" | "me" | "my" | "myself" => speaker(resolver, mention),
        _ => antecedent(resolver, mention, &words),
    };
    if let Some(entity) = entity {
        resolver.join(mention, entity, None);
    }
}

fn antecedent(resolver: &Resolver<'_>, mention: usize, words: &str) -> Option<usize> {
    let pronoun = &resolver.mentions[mention];
    let personal = pronoun.agreement.gender.is_some();
    let plural = pronoun.agreement.plural == Some(true);
    let fits = |entity: usize| {
        let candidate = &resolver.entities[entity];
        if personal {
            return candidate.kind == Kind::Person
                && candidate.agreement.plural != Some(true)
                && (candidate.agreement.gender.is_none() || candidate.agreement.gender == pronoun.agreement.gender);
        }
        if plural {
            return candidate.agreement.plural == Some(true)
                || (candidate.kind == Kind::Organisation && candidate.named);
        }
        matches!(candidate.kind, Kind::Organisation | Kind::Country) && candidate.agreement.plural != Some(true)
    };
    let best = resolver
        .before(mention, REACH)
        .filter(|&(other, entity)| fits(entity) && !resolver.mentions[other].span.contains(pronoun.span))
        .map(|(other, entity)| (score(resolver, mention, other, words), other, entity))
        .max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))?;
    Some(best.2)
}

/// Near is good, a subject is better, and the same entity named often is likely.
fn score(resolver: &Resolver<'_>, mention: usize, other: usize, words: &str) -> f64 {
    let (pronoun, candidate) = (&resolver.mentions[mention], &resolver.mentions[other]);
    let sentence = &resolver.analysis.sentences[candidate.sentence];
    let back = (pronoun.sentence - candidate.sentence) as f64;
    let subject = if sentence.tokens[candidate.head].relation() == "nsubj" {
        1.0
    } else {
        0.0
    };
    let possessive = matches!(words, "its" | "his" | "their") && candidate.sentence == pronoun.sentence;
    let name = if candidate.form == Form::Nominal { -0.3 } else { 0.0 };
    // A demonym or a possessor is seldom what "it" takes up.
    let modifier = if matches!(sentence.tokens[candidate.head].relation(), "amod" | "compound" | "nmod") {
        -0.7
    } else {
        0.0
    };
    let distance = if back == 0.0 {
        (pronoun.head - candidate.head.min(pronoun.head)) as f64 * 0.01
    } else {
        0.0
    };
    subject - back * 0.8 + name + modifier + if possessive { 0.3 } else { 0.0 } - distance
}

/// Who says the quotation that a first-person pronoun stands in.
fn speaker(resolver: &Resolver<'_>, mention: usize) -> Option<usize> {
    let pronoun = &resolver.mentions[mention];
    let (sentence, token) = quotation::speaker(&resolver.analysis.sentences, pronoun.sentence, pronoun.head)?;
    let start = resolver.mentions.partition_point(|other| other.sentence < sentence);
    let here = resolver.mentions[start..]
        .iter()
        .take_while(|other| other.sentence == sentence);
    let place = here
        .enumerate()
        .find(|(_, other)| other.head == token && other.form != Form::Pronoun)?
        .0;
    resolver.of_mention[start + place]
}
