//! The words themselves: documents, spans, sentences, tokens.
//!
//! Every offset inside the program counts **bytes**, half-open. Every offset in a file that we write counts
//! **Unicode code points**; [`CodePoints`] is the only place where the one becomes the other.

mod code_points;
mod slug;
mod token;

pub use code_points::CodePoints;
pub use slug::slug;
pub use token::{
    Analysis, COREFERENCE, CoreferenceVector, Embedding, FACT, FactVector, NamedSpan, Sentence, SentenceKind,
};
pub use token::{Token, Upos, XPOS, xpos};

use std::ops::Range;

/// A half-open range of bytes of a document's text: `start` is the first byte, `end` the one after the last.
///
/// Both ends lie on character boundaries of the text that the span was made for. Spans order by start, then by end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// A span from `start` to `end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span ends before it starts: {start}..{end}");
        Self { start, end }
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// Whether `other` lies inside, both ends included.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The words of the span.
    ///
    /// # Panics
    /// When the span was made for another text and does not fit this one.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// What is known of a document beside its words. Unknown stays `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// The day of publication.
    pub published: Option<jiff::civil::Date>,
    /// The day to take when neither this nor the text itself tells one.
    pub assumed: Option<jiff::civil::Date>,
}

/// One article: its name, its words, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// From the file's name; unique among the documents of one run.
    pub id: String,
    /// The article's text, UTF-8 as it was read: nothing is normalised, so that offsets hold for the file.
    pub text: String,
    /// Title, date and the like.
    pub metadata: Metadata,
}

impl Document {
    /// A document without metadata.
    #[must_use]
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            text: text.into(),
            metadata: Metadata::default(),
        }
    }
}
