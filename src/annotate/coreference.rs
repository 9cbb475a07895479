//! Coreference as [CorefUD](https://ufal.mff.cuni.cz/corefud) writes it in MISC: `Entity=(e1-person-2` where a mention begins,
//! `e1)` where it ends.
//!
//! A mention there is the whole noun phrase, with what follows the noun and a possessor's "'s", as OntoNotes has it.

use super::Annotation;
use crate::identity::Place;
use crate::text::Sentence;
use std::ops::Range;

/// Names the fields of a bracket, in a comment of the first sentence.
pub(super) const FIELDS: &str = "# global.Entity = eid-etype-head-other";

/// One mention: where it stands, its chain, and what its first bracket holds.
#[derive(Debug, Clone)]
struct Bracket {
    tokens: Range<usize>,
    id: String,
    opening: String,
}

/// The brackets of every token of every sentence; empty where none begins or ends.
pub(super) fn brackets(annotation: &Annotation) -> Vec<Vec<String>> {
    let sentences = &annotation.analysis.sentences;
    let mut found: Vec<Vec<Bracket>> = vec![Vec::new(); sentences.len()];
    for (number, chain) in chains(annotation).into_iter().enumerate() {
        let kind = chain
            .iter()
            .find_map(|place| place.kind)
            .map_or("other", |kind| kind.name());
        for place in chain {
            let tokens = phrase(&sentences[place.sentence], place.head, &place.tokens);
            let id = format!("e{}", number + 1);
            let opening = format!("({id}-{kind}-{}-", place.head - tokens.start + 1);
            found[place.sentence].push(Bracket { tokens, id, opening });
        }
    }
    let of_sentence = |(sentence, mut found): (&Sentence, Vec<Bracket>)| {
        // The outer before the inner; the same phrase once.
        found.sort_by_key(|bracket| (bracket.tokens.start, std::cmp::Reverse(bracket.tokens.end)));
        found.dedup_by(|one, other| one.tokens == other.tokens);
        let mut out = vec![String::new(); sentence.tokens.len()];
        for Bracket { tokens, id, .. } in found.iter().rev().filter(|bracket| bracket.tokens.len() > 1) {
            out[tokens.end - 1] += &format!("{id})");
        }
        for Bracket { tokens, opening, .. } in &found {
            out[tokens.start] += opening;
            if tokens.len() == 1 {
                out[tokens.start].push(')');
            }
        }
        out
    };
    sentences.iter().zip(found).map(of_sentence).collect()
}

/// All chains by their first mention, and entities that are mentioned once.
fn chains(annotation: &Annotation) -> Vec<Vec<Place>> {
    let mut chains = annotation.entities.chains.clone();
    for entity in annotation
        .entities
        .entities
        .iter()
        .filter(|entity| entity.mentions.len() == 1)
    {
        let mention = &annotation.mentions.mentions[entity.mentions[0]];
        chains.push(vec![Place {
            sentence: mention.sentence,
            tokens: mention.tokens.clone(),
            head: mention.head,
            kind: Some(mention.kind),
        }]);
    }
    for chain in &mut chains {
        chain.sort_by_key(|place| (place.sentence, place.tokens.start));
    }
    chains.sort_by_key(|chain| {
        chain
            .first()
            .map(|place| (place.sentence, place.tokens.start, place.head))
    });
    chains
}

/// The noun phrase of a mention with all that hangs on it, but for prepositions before it, predicates' subjects and the like.
fn phrase(sentence: &Sentence, head: usize, tokens: &Range<usize>) -> Range<usize> {
    let is_part = |index: usize| {
        let token = &sentence.tokens[index];
        match token.relation() {
            "case" => token.xpos == "POS" && index > head,
            "cc" | "mark" | "cop" | "nsubj" | "punct" | "parataxis" | "conj" | "advcl" | "csubj" | "aux" | "orphan"
            | "dislocated" | "discourse" | "vocative" | "expl" | "advmod" => false,
            _ => true,
        }
    };
    let mut inside = vec![false; sentence.tokens.len()];
    if sentence.tokens[head].is_noun() {
        // A word belongs to the phrase when the child of the head above it does.
        let mut belongs: Vec<Option<bool>> = vec![None; sentence.tokens.len()];
        belongs[head] = Some(true);
        for index in 0..sentence.tokens.len() {
            let mut path = Vec::new();
            let mut at = Some(index);
            let answer = loop {
                let Some(token) = at else { break false };
                if let Some(known) = belongs[token] {
                    break known;
                }
                path.push(token);
                at = sentence.tokens[token].head;
                if at == Some(head) {
                    break is_part(token);
                }
            };
            for token in path {
                belongs[token] = Some(answer);
            }
        }
        for (inside, belongs) in inside.iter_mut().zip(belongs) {
            *inside = belongs == Some(true);
        }
    }
    inside[tokens.clone()].fill(true);
    let start = inside.iter().position(|&inside| inside).unwrap_or(head);
    let end = inside.iter().rposition(|&inside| inside).unwrap_or(head) + 1;
    let is_sign = |index: usize| sentence.tokens[index].relation() == "punct" && !tokens.contains(&index);
    let (mut start, mut end) = (start, end);
    while start < head && is_sign(start) {
        start += 1;
    }
    while end > head + 1 && is_sign(end - 1) && !matches!(sentence.tokens[end - 1].form.as_str(), ")" | "\"" | "”") {
        end -= 1;
    }
    start..end
}
