//! The layers of one document's analysis, for people who look under the bonnet and for evaluation.

mod conllu;
mod coreference;
mod layers;
mod times;
mod tuples;

pub use conllu::{SentenceError, read_conllu, write_conllu};
pub use layers::write_layers;
pub use times::{Record, RecordError, read_records};
pub use tuples::{Tuple, tuples, write_tuples};

use crate::fact::{self, Facts};
use crate::identity::{self, Entities};
use crate::knowledge::Gazetteer;
use crate::mention::{self, Mentions};
use crate::model::Model;
use crate::syntax;
use crate::text::{Analysis, Document, Sentence, SentenceKind, Span};

/// Everything that every room made of a document.
#[derive(Debug, Clone)]
pub struct Annotation {
    /// The document.
    pub document: Document,
    /// Sentences, words, trees.
    pub analysis: Analysis,
    /// Names, nominals, pronouns, times.
    pub mentions: Mentions,
    /// Who is who.
    pub entities: Entities,
    /// Events and relations.
    pub facts: Facts,
}

/// Annotates a document whose words are already analysed.
///
/// ```
/// use newsgraph::{annotate, syntax, text::Document};
/// let document = Document::new("example", "Norway protested.");
/// let analysis = syntax::analyse(&document);
/// let annotation = annotate::annotate(document, analysis);
/// let mut out = Vec::new();
/// annotate::write_conllu(&annotation, &mut out)?;
/// assert!(String::from_utf8(out).unwrap().contains("1\tNorway\tNorway\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tEntity=(e1-country-1-)|NER=B-country"));
/// # Ok::<(), std::io::Error>(())
/// ```
#[must_use]
pub fn annotate(document: Document, analysis: Analysis) -> Annotation {
    annotate_with(document, analysis, &Gazetteer::default())
}

/// Annotates a document, with a user's list of names.
#[must_use]
pub fn annotate_with(document: Document, analysis: Analysis, names: &Gazetteer) -> Annotation {
    let mut mentions = mention::find(&document, &analysis);
    mention::overrule(&document, &analysis, names, &mut mentions);
    let entities = identity::resolve(&document, &analysis, &mut mentions);
    let facts = fact::extract(&document, &analysis, &mentions, &entities);
    Annotation {
        document,
        analysis,
        mentions,
        entities,
        facts,
    }
}

/// Given sentences may have so many words.
pub const LONGEST_SENTENCE: usize = 2_000;

/// Analyses a text of which every line is one sentence.
///
/// # Errors
/// When a line has more than [`LONGEST_SENTENCE`] words.
pub fn analyse_lines(document: &Document, model: Model) -> Result<Analysis, SentenceError> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (paragraph, line) in document.text.split_inclusive('\n').enumerate() {
        let tokens = syntax::tokenise_line(&document.text, Span::new(start, start + line.len()));
        start += line.len();
        if tokens.len() > LONGEST_SENTENCE {
            return Err(SentenceError::TooLong { line: paragraph + 1 });
        }
        if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
            sentences.push(Sentence {
                span: first.span.cover(last.span),
                kind: SentenceKind::Prose,
                paragraph,
                tokens,
                names: Vec::new(),
                embeddings: Vec::new(),
            });
        }
    }
    Ok(syntax::analyse_sentences(sentences, model))
}
