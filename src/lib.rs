//! newsgraph reads English news and makes a knowledge graph of who did what to whom.
//!
//! The way through, one room after the other:
//!
//! 1. [`read`] turns bytes into a [`text::Document`];
//! 2. [`syntax`] finds sentences, words, tags and trees;
//! 3. [`mention`] finds names, nouns and pronouns that stand for someone, and [`time`] dates and durations;
//! 4. [`identity`] says which of them are one;
//! 5. [`fact`] reads events, roles and relations, and whether they happened and on whose word;
//! 6. [`graph`] makes a [`graph::KnowledgeGraph`] of it, and of many documents one;
//! 7. [`write`] turns it into files.
//!
//! [`model`] is the small neural network that [`syntax`] reads with. [`annotate`] shows what every room made of one document. [`ontology`] and [`knowledge`] hold what is known before reading.
//!
//! ```
//! use newsgraph::{read_document, text::Document, write::Format};
//!
//! let document = Document::new("example", "Mexico's President Claudia Sheinbaum rejected U.S. drone strikes.");
//! let graph = read_document(&document);
//! let mut dot = Vec::new();
//! Format::Dot.write(&graph, &mut dot)?;
//! assert!(String::from_utf8(dot).unwrap().contains("Claudia Sheinbaum"));
//! # Ok::<(), std::io::Error>(())
//! ```

pub mod annotate;
pub mod fact;
pub mod graph;
pub mod identity;
pub mod knowledge;
pub mod mention;
pub mod model;
pub mod ontology;
pub mod read;
pub mod syntax;
pub mod text;
pub mod time;
pub mod write;

/// Reads one document into its graph: every stage in turn.
#[must_use]
pub fn read_document(document: &text::Document) -> graph::KnowledgeGraph {
    read_document_with(document, model::Model::default())
}

/// Reads one document into its graph with one of the two readers.
#[must_use]
pub fn read_document_with(document: &text::Document, model: model::Model) -> graph::KnowledgeGraph {
    read_document_knowing(document, model, &knowledge::Gazetteer::default())
}

/// Reads one document into its graph, with a user's list of names, which overrules what is known and what the reader says.
#[must_use]
pub fn read_document_knowing(
    document: &text::Document,
    model: model::Model,
    names: &knowledge::Gazetteer,
) -> graph::KnowledgeGraph {
    let analysis = syntax::analyse_with(document, model);
    let mut mentions = mention::find(document, &analysis);
    mention::overrule(document, &analysis, names, &mut mentions);
    let entities = identity::resolve(document, &analysis, &mut mentions);
    let facts = fact::extract(document, &analysis, &mentions, &entities);
    let name = format!("{model} {}", model::reader(model).version);
    graph::assemble(document, &analysis, &mentions, &entities, &facts).with_model(Some(name))
}
