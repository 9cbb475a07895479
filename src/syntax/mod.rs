//! From a document's text to sentences, tokens, tags, lemmas and trees.
//!
//! The cutting of words and sentences is by rule ([`tokenise`], [`sentence`]); tags come from counts ([`tag`]); the trees
//! from a shallow parser ([`tree`]) that knows phrases and clauses but attaches by simple preference.

mod clause;
mod lemma;
mod phrase;
pub mod quotation;
mod sentence;
mod tag;
mod tokenise;
mod tree;
mod word_class;

pub use tag::{is_common_word, is_title_case};

use crate::text::{Analysis, Document, Sentence};

/// Whether a verb tells of saying or thinking: its clause is what is said, its subject who says it.
#[must_use]
pub fn is_reporting_verb(lemma: &str) -> bool {
    word_class::REPORTING.binary_search(&lemma).is_ok()
}

/// Analyses a document: every stage of this room in turn. Linear in the length of the text.
///
/// ```
/// use newsgraph::{syntax, text::Document};
/// let analysis = syntax::analyse(&Document::new("example", "Mexico's president rejected the strikes."));
/// let verb = &analysis.sentences[0].tokens[3];
/// assert_eq!((verb.lemma.as_str(), verb.xpos, verb.head), ("reject", "VBD", None));
/// ```
#[must_use]
pub fn analyse(document: &Document) -> Analysis {
    analyse_sentences(sentence::split(&document.text))
}

/// Tags, lemmatises and parses sentences whose tokens are given.
#[must_use]
pub fn analyse_sentences(mut sentences: Vec<Sentence>) -> Analysis {
    for sentence in &mut sentences {
        tag::tag(sentence);
        for token in &mut sentence.tokens {
            lemma::lemmatise(token);
        }
        tree::parse(sentence);
    }
    Analysis { sentences }
}

/// Cuts one piece of a text into tokens that belong to one sentence, whatever stops it holds.
#[must_use]
pub fn tokenise_line(text: &str, span: crate::text::Span) -> Vec<crate::text::Token> {
    tokenise::tokenise(text, span)
}
