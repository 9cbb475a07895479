//! From a graph to files: one module a format, one line a format in [`Format`].

mod dot;
mod explain;
mod json;

pub use explain::write_explanation;
pub use json::read_json;

use crate::graph::KnowledgeGraph;
use std::fmt;
use std::io::{self, Write};
use std::str::FromStr;

/// A file format that a graph can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Node-link JSON: everything that the graph holds.
    Json,
    /// Graphviz: a drawing.
    Dot,
}

impl Format {
    /// All formats.
    pub const ALL: &'static [Self] = &[Self::Json, Self::Dot];

    /// The name that the command line takes.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Dot => "dot",
        }
    }

    /// The file extension, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Dot => "dot",
        }
    }

    /// The media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Dot => "text/vnd.graphviz",
        }
    }

    /// Writes the graph.
    ///
    /// ```
    /// use newsgraph::{graph::KnowledgeGraph, write::Format};
    /// let mut out = Vec::new();
    /// Format::Json.write(&KnowledgeGraph::default(), &mut out)?;
    /// assert!(out.starts_with(b"{\n  \"directed\": true"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// # Errors
    /// What `out` returns.
    pub fn write(self, graph: &KnowledgeGraph, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Json => json::write(graph, out),
            Self::Dot => dot::write(graph, out),
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL
            .iter()
            .copied()
            .find(|format| format.name() == name)
            .ok_or_else(|| {
                let names: Vec<&str> = Self::ALL.iter().map(|format| format.name()).collect();
                format!("no format {name:?}; there are {}", names.join(", "))
            })
    }
}
