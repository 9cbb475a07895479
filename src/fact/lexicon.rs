//! The lexicon of event triggers, the verbs of saying, and the cues of polarity and modality.

use crate::knowledge::rows;
use crate::ontology::{Role, ontology};
use std::collections::HashMap;
use std::sync::LazyLock;

/// One sense of a trigger.
#[derive(Debug, Clone)]
pub(super) struct Sense {
    pub event_type: &'static str,
    pub subject: Role,
    pub object: Role,
    pub prepositions: Vec<(&'static str, Role)>,
    /// The share of its occurrences in news that tell of such an event.
    pub certainty: f64,
}

impl Sense {
    /// The role of what follows a preposition.
    pub fn preposition(&self, word: &str) -> Option<Role> {
        self.prepositions
            .iter()
            .find(|(preposition, _)| *preposition == word)
            .map(|&(_, role)| role)
    }
}

/// What a cue says of the word that it governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    Negation,
    Planned,
    Possible,
    Habitual,
}

/// How a verb of saying stands to what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Force {
    Said,
    Hedged,
    Denied,
}

pub(super) struct Lexicon {
    /// By sort of word, then lemma.
    senses: HashMap<char, HashMap<&'static str, Vec<Sense>>>,
    /// What is usual for each type.
    usual: HashMap<&'static str, Sense>,
    cues: HashMap<&'static str, Cue>,
    reporting: HashMap<char, HashMap<&'static str, Force>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::built_in);

/// The built-in lexicon.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    fn built_in() -> Self {
        let mut senses: HashMap<char, HashMap<&str, Vec<Sense>>> = HashMap::new();
        for [lemma, pos, event_type, subject, object, prepositions, certainty] in rows(include_str!("data/lexicon.tsv"))
        {
            let entry = ontology()
                .event(event_type)
                .expect("lexicon.tsv names types of the ontology");
            let role = |field: &str, default: Role| if field.is_empty() { default } else { role(field) };
            senses
                .entry(sort(pos))
                .or_default()
                .entry(lemma)
                .or_default()
                .push(Sense {
                    event_type: &entry.name,
                    subject: role(subject, entry.subject),
                    object: role(object, entry.object),
                    prepositions: prepositions
                        .split(';')
                        .filter_map(|pair| pair.split_once('='))
                        .map(|(preposition, name)| (preposition, role(name, Role::Other)))
                        .collect(),
                    certainty: certainty.parse().expect("lexicon.tsv holds certainties"),
                });
        }
        let cues = rows(include_str!("data/cues.tsv")).map(|[word, cue]| {
            let cue = match cue {
                "negation" => Cue::Negation,
                "planned" => Cue::Planned,
                "possible" => Cue::Possible,
                _ => Cue::Habitual,
            };
            (word, cue)
        });
        let mut reporting: HashMap<char, HashMap<&str, Force>> = HashMap::new();
        for [lemma, pos, force] in rows(include_str!("data/reporting.tsv")) {
            let force = match force {
                "denied" => Force::Denied,
                "hedged" => Force::Hedged,
                _ => Force::Said,
            };
            reporting.entry(sort(pos)).or_default().insert(lemma, force);
        }
        let usual = ontology().events.iter().map(|entry| {
            let sense = Sense {
                event_type: &entry.name,
                subject: entry.subject,
                object: entry.object,
                prepositions: Vec::new(),
                certainty: 0.0,
            };
            (entry.name.as_str(), sense)
        });
        Self {
            usual: usual.collect(),
            senses,
            cues: cues.collect(),
            reporting,
        }
    }

    /// The senses of a lemma as V(erb), N(oun) or A(djective), the likeliest first.
    pub fn senses(&self, lemma: &str, sort: char) -> &[Sense] {
        self.senses
            .get(&sort)
            .and_then(|senses| senses.get(lemma))
            .map_or(&[], Vec::as_slice)
    }

    /// What a word of a type means that the lexicon does not know as such.
    pub fn usual(&self, event_type: &str) -> &Sense {
        &self.usual[event_type]
    }

    /// What a word or phrase in small letters says of what it governs.
    pub fn cue(&self, words: &str) -> Option<Cue> {
        self.cues.get(words).copied()
    }

    /// Whether a verb (V) or noun (N) tells of saying, and how.
    pub fn reporting(&self, lemma: &str, sort: char) -> Option<Force> {
        self.reporting.get(&sort)?.get(lemma).copied()
    }
}

fn sort(pos: &str) -> char {
    pos.chars().next().expect("a part of speech")
}

fn role(name: &str) -> Role {
    Role::from_name(name).expect("lexicon.tsv names roles of the ontology")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_sound() {
        for line in include_str!("data/lexicon.tsv").lines().skip(1) {
            let columns: Vec<&str> = line.split('\t').collect();
            assert_eq!(columns.len(), 7, "{line}");
            assert!(["V", "N", "A"].contains(&columns[1]), "{line}");
            assert!(ontology().event(columns[2]).is_some(), "{line}");
            for field in [columns[3], columns[4]].into_iter().chain(
                columns[5]
                    .split(';')
                    .filter_map(|pair| pair.split_once('='))
                    .map(|(_, role)| role),
            ) {
                assert!(field.is_empty() || Role::from_name(field).is_some(), "{line}");
            }
            let certainty: f64 = columns[6].parse().unwrap();
            assert!((0.0..=1.0).contains(&certainty), "{line}");
        }
        for line in include_str!("data/cues.tsv").lines().skip(1) {
            let cue = line.split_once('\t').unwrap().1;
            assert!(["negation", "planned", "possible", "habitual"].contains(&cue), "{line}");
        }
        for line in include_str!("data/reporting.tsv").lines().skip(1) {
            assert!(
                ["said", "hedged", "denied"].contains(&line.rsplit_once('\t').unwrap().1),
                "{line}"
            );
        }
    }
}
