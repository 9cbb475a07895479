//! Which words tell of an event, and of which type.

use super::lexicon::{Sense, lexicon};
use super::{Reader, question};
use crate::mention::Form;
use crate::text::{Sentence, SentenceKind, Upos};
use std::collections::HashMap;

/// A word is a trigger when the chance that it tells of some event reaches this.
const LEAST_CHANCE: f64 = 0.78;
/// Senses that together reach this say that a word tells of an event, as far as the lexicon knows.
const LIKELY: f64 = 0.45;

/// A word that might tell of an event.
pub(super) struct Word {
    pub sentence: usize,
    pub token: usize,
    /// The dictionary form; with its particle, or the noun before it, where the lexicon knows the phrase.
    pub lemma: String,
    /// What the lexicon says of it.
    pub senses: &'static [Sense],
    pub is_verb: bool,
}

/// A word that tells of an event.
pub(super) struct Trigger {
    pub sentence: usize,
    pub token: usize,
    pub sense: &'static Sense,
    pub is_verb: bool,
    /// What forms of one family share: "attack", "attacked", "attacker".
    pub stem: String,
    /// How likely it is that it tells of such an event.
    pub certainty: f64,
}

impl Word {
    /// The trigger of this type that the word is.
    pub fn trigger(&self, event_type: &str, certainty: f64) -> Trigger {
        let known = self.senses.iter().find(|sense| sense.event_type == event_type);
        Trigger {
            sentence: self.sentence,
            token: self.token,
            sense: known.unwrap_or_else(|| lexicon().usual(event_type)),
            is_verb: self.is_verb,
            stem: self.stem(),
            certainty,
        }
    }

    /// What forms of one family share.
    pub fn stem(&self) -> String {
        let word = self.lemma.rsplit(' ').next().filter(|_| !self.is_verb);
        word.unwrap_or(&self.lemma)
            .chars()
            .take(5)
            .collect::<String>()
            .to_lowercase()
    }
}

/// Finds the triggers of a document, in the order of the text.
pub(super) fn find(reader: &Reader<'_>) -> Vec<Trigger> {
    let words = words(reader);
    let told = told(&words);
    let triggers = words.iter().filter_map(|word| {
        let evidence = question::trigger(reader, word, &told);
        let sentence = &reader.analysis.sentences[word.sentence];
        let at = (word.sentence, word.token);
        let head = (word.sentence, sentence.tokens[word.token].head.unwrap_or(word.token));
        let chances = reader.ask("trigger", at, head, &evidence);
        let (event_type, _) = chances.best(|class| class != "none")?;
        let certainty = 1.0 - chances.of("none");
        (certainty >= LEAST_CHANCE).then(|| word.trigger(event_type, certainty))
    });
    triggers.collect()
}

/// All words that are asked about, in the order of the text.
pub(super) fn words(reader: &Reader<'_>) -> Vec<Word> {
    let mut words = Vec::new();
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
        words.extend(
            (0..sentence.tokens.len())
                .filter(|&token| !named[token])
                .filter_map(|token| word(sentence, number, token)),
        );
    }
    words
}

/// The types that the words of one sense tell of, the commonest first: news that tells of a battle means that by "strike".
pub(super) fn told(words: &[Word]) -> Vec<&'static str> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in words {
        if let [only] = word.senses
            && only.certainty >= LIKELY
        {
            // "drone strike" tells what the bare "strike" of the same text is.
            *counts.entry(only.event_type).or_default() += if word.lemma.contains(' ') { 2 } else { 1 };
        }
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().filter(|&(_, count)| count > 1).collect();
    counts.sort_by_key(|&(event_type, count)| (std::cmp::Reverse(count), event_type));
    counts.into_iter().map(|(event_type, _)| event_type).collect()
}

fn word(sentence: &Sentence, number: usize, index: usize) -> Option<Word> {
    let token = &sentence.tokens[index];
    let sort = match token.upos {
        Upos::Verb => 'V',
        Upos::Noun | Upos::Propn => 'N',
        Upos::Adj => 'A',
        _ => return None,
    };
    let (lemma, senses) = with_particle(sentence, index, sort)
        .unwrap_or_else(|| (token.lemma.clone(), lexicon().senses(&token.lemma, sort)));
    Some(Word {
        sentence: number,
        token: index,
        lemma,
        senses,
        is_verb: sort == 'V',
    })
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
