//! From a document's text to sentences, tokens, tags, lemmas and trees.
//!
//! Words and sentences are cut by rule. Tags, lemmas, names and trees come from the scores of the reader's heads
//! ([`crate::model`]): the tree is the best one of all (a maximum spanning arborescence), names are the best sequence.

mod arborescence;
mod features;
mod lemma;
mod parse;
pub mod quotation;
mod sentence;
mod tokenise;
mod word_class;
mod word_list;

pub use features::{Features, Number, Tense, VerbForm, features};
pub use word_list::{is_common_word, is_title_case};

use crate::model::Model;
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
    analyse_with(document, Model::default())
}

/// Analyses a document with one of the readers.
#[must_use]
pub fn analyse_with(document: &Document, model: Model) -> Analysis {
    analyse_sentences(split(document), model)
}

/// Cuts a document into sentences and words, which are not analysed yet.
#[must_use]
pub fn split(document: &Document) -> Vec<Sentence> {
    sentence::split(&document.text)
}

/// Tags, lemmatises and parses sentences whose tokens are given.
#[must_use]
pub fn analyse_sentences(mut sentences: Vec<Sentence>, model: Model) -> Analysis {
    parse::parse(&mut sentences, model);
    Analysis { sentences, model }
}

/// Cuts one piece of a text into tokens that belong to one sentence, whatever stops it holds.
#[must_use]
pub fn tokenise_line(text: &str, span: crate::text::Span) -> Vec<crate::text::Token> {
    tokenise::tokenise(text, span)
}
