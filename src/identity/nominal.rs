//! Nouns that stand for a state, and the labels of those who have no name.

use super::Resolver;
use crate::mention::Form;
use crate::ontology::Kind;

/// Nouns that stand for a state when its name or demonym stands before them.
const GOVERNMENTS: [&str; 5] = ["administration", "authority", "government", "leadership", "regime"];

/// "The Mexican government", "Norway's leadership" are Mexico and Norway.
pub(super) fn governments(resolver: &mut Resolver<'_>) {
    for mention in 0..resolver.mentions.len() {
        let found = &resolver.mentions[mention];
        let lemma = resolver.analysis.sentences[found.sentence].tokens[found.head]
            .lemma
            .as_str();
        if found.form != Form::Nominal || !GOVERNMENTS.contains(&lemma) {
            continue;
        }
        let is_country = |entity: &usize| resolver.entities[*entity].kind == Kind::Country;
        let inside = (mention + 1..resolver.mentions.len())
            .take_while(|&other| resolver.mentions[other].span.start < found.span.end);
        let owner = inside.filter_map(|other| resolver.of_mention[other]).find(is_country);
        if let Some(country) = owner.or_else(|| possessor(resolver, mention).filter(is_country)) {
            resolver.join(mention, country, Some("government"));
        }
    }
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

/// Words without which a label says as much.
#[rustfmt::skip]
const DETERMINERS: [&str; 13] = [
    "a", "an", "any", "her", "his", "its", "my", "our", "some", "that", "the", "their", "this",
];

/// What a nominal's entity is called: its words without the first determiner.
pub(super) fn label(words: &str) -> String {
    let rest = words.split_once(char::is_whitespace);
    let rest = rest.filter(|(first, _)| DETERMINERS.contains(&first.to_lowercase().as_str()));
    // A line break inside a wrapped phrase is no part of a label.
    let words = rest.map_or(words, |(_, rest)| rest);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
