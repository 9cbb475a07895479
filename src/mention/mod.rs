//! From an analysis to mentions: names and their kinds, common nouns and pronouns that stand for someone, and times.

mod classify;
mod given;
mod known_name;
mod name;
mod name_word;
mod nominal;
mod phrase;
mod second_look;
mod title;

pub use given::overrule;

use crate::ontology::Kind;
use crate::text::{Analysis, Document, Span};
use crate::time::{self, Time};
use std::ops::Range;

/// How a mention refers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// "Claudia Sheinbaum", "Mexican".
    Name,
    /// "the 61-year-old governor".
    Nominal,
    /// "she".
    Pronoun,
}

impl Form {
    /// The word used in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Nominal => "nominal",
            Self::Pronoun => "pronoun",
        }
    }
}

/// Grammatical number and gender as far as the words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Agreement {
    /// `Some(true)` for "they", "officials".
    pub plural: Option<bool>,
    /// `Some('M')`, `Some('F')`; `None` when nothing tells.
    pub gender: Option<char>,
}

/// A title or role beside a name: "President" of "Mexico's President Claudia Sheinbaum".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Its words as the text has them.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// The relation that it states: `leads`, `represents`, `works_for`.
    pub relation: Option<&'static str>,
    /// Whether "former" or "ex-" stands before it.
    pub past: bool,
}

/// Words that stand for an entity.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// The words, without title or article when they are a name.
    pub span: Span,
    /// Index of the sentence.
    pub sentence: usize,
    /// The tokens, as indices within the sentence.
    pub tokens: Range<usize>,
    /// The token that the tree attaches: the name's or noun's head.
    pub head: usize,
    /// How it refers.
    pub form: Form,
    /// What it stands for.
    pub kind: Kind,
    /// How sure the kind and the borders are, 0 to 1.
    pub confidence: f64,
    /// Number and gender.
    pub agreement: Agreement,
    /// What it stands for by knowledge: the usual name and, for countries, the ISO code.
    pub known: Option<crate::knowledge::Known>,
    /// The title or role beside it.
    pub role: Option<Role>,
}

/// A noun phrase or pronoun that is no mention: it stands for a thing, or only what it takes up tells for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Index of the sentence.
    pub sentence: usize,
    /// The tokens, as indices within the sentence; the head is the last.
    pub tokens: Range<usize>,
    /// The token that the tree attaches.
    pub head: usize,
    /// How it refers.
    pub form: Form,
    /// Whether it stands for several.
    pub plural: bool,
}

/// All mentions of a document, in the order of the text, and its times.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mentions {
    /// By start; a longer mention stands before those inside it.
    pub mentions: Vec<Mention>,
    /// Other noun phrases, by start.
    pub phrases: Vec<Phrase>,
    /// By start.
    pub times: Vec<Time>,
    /// The day that relative times count from, when it is known.
    pub reference: Option<jiff::civil::Date>,
}

impl Mentions {
    /// The mentions of a sentence, with their indices. Takes O(log n) to find.
    pub fn of_sentence(&self, sentence: usize) -> impl Iterator<Item = (usize, &Mention)> {
        let start = self.mentions.partition_point(|mention| mention.sentence < sentence);
        self.mentions
            .iter()
            .enumerate()
            .skip(start)
            .take_while(move |(_, mention)| mention.sentence == sentence)
    }

    /// The times of a sentence. Takes O(log n) to find.
    pub fn times_of_sentence(&self, sentence: usize) -> impl Iterator<Item = &Time> {
        let start = self.times.partition_point(|time| time.sentence < sentence);
        self.times[start..]
            .iter()
            .take_while(move |time| time.sentence == sentence)
    }
}

/// Whether a word is common in the names of bodies ("University", "Ministry") and so names none by itself.
#[must_use]
pub fn is_common_in_names(word: &str) -> bool {
    classify::is_organisation_word(word)
}

/// In the order of the text; of those that begin together, the longest first.
fn sort(mentions: &mut [Mention]) {
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
}

/// Finds all mentions. Linear in the number of tokens.
#[must_use]
pub fn find(document: &Document, analysis: &Analysis) -> Mentions {
    let mut mentions = name::find(document, analysis);
    sort(&mut mentions);
    nominal::find(analysis, &mut mentions);
    sort(&mut mentions);
    let reference = time::reference(document, analysis);
    Mentions {
        phrases: phrase::find(analysis, &mentions),
        mentions,
        times: time::find(document, analysis, reference.map(|day| day.at(0, 0, 0, 0))),
        reference,
    }
}
