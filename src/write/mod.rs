//! From a graph to files: one module a format, one line a format in the table that [`Format`] reads.
//!
//! A format knows its name, its files with their media types, and what of a graph it can carry. Each file is a function that
//! streams to [`std::io::Write`]. `docs/formats.md` tells users the same, with the tools that each was checked with.

mod cells;
mod certainty;
mod columns;
mod csv;
mod cypher;
mod cytoscape;
mod dot;
mod explain;
mod format;
mod ftm;
mod gexf;
mod graphml;
mod graphology;
mod jgf;
mod json;
mod markdown;
mod mermaid;
mod name;
mod neo4j;
#[cfg(feature = "parquet")]
mod parquet;
#[cfg(feature = "parquet")]
mod places;
#[cfg(feature = "rdf")]
mod rdf;
mod stix;
mod table;
mod xml;

pub use dot::{Direction, DotOptions, Drawn, Engine, Focus, Theme, write_dot};
pub use explain::write_explanation;
pub use format::{Carries, EdgesKey, FileType, Format, Options, Truth};
pub use json::read_json;
pub use name::UnknownFormat;

use serde::Serialize;
use serde::ser::Serializer;

/// A list that is made while it is written, so that it never stands in memory.
struct Streamed<F>(F);

impl<F, I> Serialize for Streamed<F>
where
    F: Fn() -> I,
    I: IntoIterator,
    I::Item: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// An object that is made while it is written.
struct StreamedMap<F>(F);

impl<F, I, K, V> Serialize for StreamedMap<F>
where
    F: Fn() -> I,
    I: IntoIterator<Item = (K, V)>,
    K: Serialize,
    V: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map((self.0)())
    }
}
