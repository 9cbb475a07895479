//! What the scorers of facts are asked: pieces of evidence about a word, or about two, each a short line of text ("path=^obj",
//! "rule=actor"). The scorers learned how much each counts; here it is only said what is seen. What the rules of this room
//! conclude is evidence too.

mod path;
mod relation;
mod role;
mod same;
mod source;
mod status;
mod trigger;

pub(super) use relation::{Pair, between as relations};
pub(super) use role::{Candidate, ask as roles};
pub(super) use same::ask as same;
pub(super) use source::ask as sources;
pub(super) use status::ask as status;
pub(super) use trigger::ask as trigger;

use crate::text::{FACT, FactVector, Sentence};
use std::fmt::Display;

/// A token: sentence, index.
pub(super) type At = (usize, usize);

/// The evidence for one question.
#[derive(Debug, Clone, Default)]
pub(super) struct Evidence(pub(super) Vec<String>);

impl Evidence {
    fn say(&mut self, line: impl Into<String>) {
        self.0.push(line.into());
    }

    fn add(&mut self, name: &str, value: impl Display) {
        self.0.push(format!("{name}={value}"));
    }

    fn say_if(&mut self, line: &str, seen: bool) {
        if seen {
            self.say(line);
        }
    }
}

/// What the reader made of a word; nothing when it was not read.
pub(super) fn vector(sentence: &Sentence, token: usize) -> &FactVector {
    const NOTHING: FactVector = [0; FACT];
    sentence
        .embeddings
        .get(token)
        .map_or(&NOTHING, |embedding| &embedding.fact)
}

/// A number as one of a few: 0, 1, 2, 3, 4 to 5, 6 to 8, 9 to 15, more.
fn bucket(number: usize) -> &'static str {
    match number {
        0 => "0",
        1 => "1",
        2 => "2",
        3 => "3",
        4..=5 => "4-5",
        6..=8 => "6-8",
        9..=15 => "9-15",
        _ => "16+",
    }
}
