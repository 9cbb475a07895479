//! Which words tell of an event, and of which type.

use super::Reader;
use super::lexicon::{Sense, lexicon};
use crate::mention::Form;
use crate::text::{Sentence, SentenceKind, Upos};
use std::collections::HashMap;

/// A word is a trigger when its senses together reach this.
const LEAST_CERTAINTY: f64 = 0.45;

/// A word that tells of an event.
pub(super) struct Trigger {
    pub sentence: usize,
    pub token: usize,
    /// The dictionary form, with its particle.
    lemma: String,
    pub sense: &'static Sense,
    pub is_verb: bool,
    /// How likely the word is a trigger at all.
    pub certainty: f64,
}

struct Candidate {
    trigger: Trigger,
    senses: &'static [Sense],
}

/// Finds the triggers of a document, in the order of the text. Where a word has two types, the types of the document's
/// other triggers decide: news that tells of a battle means that by "strike".
pub(super) fn find(reader: &Reader<'_>) -> Vec<Trigger> {
    let mut candidates = Vec::new();
    for (number, sentence) in reader.analysis.sentences.iter().enumerate() {
        if matches!(sentence.kind, SentenceKind::Furniture | SentenceKind::Dateline) {
            continue;
        }
        let mut named = vec![false; sentence.tokens.len()];
        for (_, mention) in reader
            .mentions
            .of_sentence(number)
            .filter(|(_, mention)| mention.form == Form::Name)
        {
            named[mention.tokens.clone()].fill(true);
        }
        candidates.extend(
            (0..sentence.tokens.len())
                .filter(|&token| !named[token])
                .filter_map(|token| candidate(sentence, number, token)),
        );
    }
    let mut types: HashMap<&str, f64> = HashMap::new();
    for candidate in &candidates {
        if let [only] = candidate.senses {
            // "drone strike" tells what the bare "strike" of the same text is.
            *types.entry(only.event_type).or_default() += if candidate.trigger.lemma.contains(' ') {
                2.0
            } else {
                1.0
            };
        }
    }
    candidates
        .into_iter()
        .map(|mut candidate| {
            let weight = |sense: &Sense| {
                sense.certainty * (1.0 + 0.5 * types.get(sense.event_type).copied().unwrap_or_default().min(4.0))
            };
            if let Some(best) = candidate
                .senses
                .iter()
                .reduce(|best, sense| if weight(sense) > weight(best) { sense } else { best })
            {
                candidate.trigger.sense = best;
            }
            candidate.trigger
        })
        .collect()
}

fn candidate(sentence: &Sentence, number: usize, token: usize) -> Option<Candidate> {
    let word = &sentence.tokens[token];
    let sort = match word.upos {
        Upos::Verb => 'V',
        Upos::Noun => 'N',
        Upos::Adj => 'A',
        _ => return None,
    };
    let (lemma, senses) = with_particle(sentence, token, sort)
        .or_else(|| Some((word.lemma.clone(), lexicon().senses(&word.lemma, sort))))
        .filter(|(_, senses)| !senses.is_empty())?;
    let certainty: f64 = senses.iter().map(|sense| sense.certainty).sum();
    if certainty < LEAST_CERTAINTY {
        return None;
    }
    let trigger = Trigger {
        sentence: number,
        token,
        lemma,
        sense: &senses[0],
        is_verb: sort == 'V',
        certainty: certainty.min(0.98),
    };
    Some(Candidate { trigger, senses })
}

/// "step | down", "call | for"; for nouns the word before ("drone | strike").
fn with_particle(sentence: &Sentence, token: usize, sort: char) -> Option<(String, &'static [Sense])> {
    let lemma = &sentence.tokens[token].lemma;
    let lookup = |words: String| {
        let senses = lexicon().senses(&words, sort);
        (!senses.is_empty()).then_some((words, senses))
    };
    if sort == 'V' {
        return (token + 1..sentence.tokens.len().min(token + 5))
            .filter(|&index| index == token + 1 || sentence.tokens[index].head == Some(token))
            .find_map(|index| lookup(format!("{lemma} {}", sentence.tokens[index].form.to_lowercase())));
    }
    let before = token
        .checked_sub(1)
        .map(|before| sentence.tokens[before].lemma.to_lowercase())?;
    lookup(format!("{before} {lemma}"))
}
