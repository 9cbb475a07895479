//! What a format is, and how it is asked for by name.

use super::dot::DotOptions;
use super::table::{ENTRIES, Entry};
use crate::graph::KnowledgeGraph;
use std::fmt;
use std::io::{self, Write};
use std::str::FromStr;

/// A file format that a graph can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Node-link JSON: everything that the graph holds. [`super::read_json`] reads it back.
    ///
    /// ```
    /// # use newsgraph::{graph::KnowledgeGraph, write::Format};
    /// let mut out = Vec::new();
    /// Format::Json.write(&KnowledgeGraph::default(), &mut out)?;
    /// assert!(out.starts_with(b"{\n  \"directed\": true"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Json,
    /// Graphviz: a drawing.
    ///
    /// ```
    /// # use newsgraph::{read_document, text::Document, write::Format};
    /// # let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
    /// let mut out = Vec::new();
    /// Format::Dot.write(&graph, &mut out)?;
    /// assert!(String::from_utf8_lossy(&out).contains("digraph newsgraph {"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Dot,
    /// Elements of [Cytoscape.js](https://js.cytoscape.org), which Cytoscape reads too.
    ///
    /// ```
    /// # use newsgraph::{read_document, text::Document, write::Format};
    /// # let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
    /// let mut out = Vec::new();
    /// Format::Cytoscape.write(&graph, &mut out)?;
    /// let file: serde_json::Value = serde_json::from_slice(&out)?;
    /// assert_eq!(file["elements"]["nodes"][0]["data"]["label"], "met Bob Hall");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Cytoscape,
    /// [JSON Graph Format](https://jsongraphformat.info), version 2.
    ///
    /// ```
    /// # use newsgraph::{read_document, text::Document, write::Format};
    /// # let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
    /// let mut out = Vec::new();
    /// Format::Jgf.write(&graph, &mut out)?;
    /// let file: serde_json::Value = serde_json::from_slice(&out)?;
    /// assert_eq!(file["graph"]["nodes"]["person:ann-lee"]["label"], "Ann Lee");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Jgf,
    /// What [graphology](https://graphology.github.io) imports and sigma.js draws.
    ///
    /// ```
    /// # use newsgraph::{read_document, text::Document, write::Format};
    /// # let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
    /// let mut out = Vec::new();
    /// Format::Graphology.write(&graph, &mut out)?;
    /// let file: serde_json::Value = serde_json::from_slice(&out)?;
    /// assert_eq!(file["edges"][0]["attributes"]["relation"], "actor");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Graphology,
    /// [GraphML](http://graphml.graphdrawing.org) with typed keys.
    ///
    /// ```
    /// # use newsgraph::{read_document, text::Document, write::Format};
    /// # let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
    /// let mut out = Vec::new();
    /// Format::GraphMl.write(&graph, &mut out)?;
    /// assert!(String::from_utf8_lossy(&out).contains("<data key=\"n_label\">Ann Lee</data>"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    GraphMl,
    /// [GEXF](https://gexf.net) 1.3: dates as time intervals, colours and sizes for a drawing.
    ///
    /// ```
    /// # use newsgraph::{read_document, text::Document, write::Format};
    /// # let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
    /// let mut out = Vec::new();
    /// Format::Gexf.write(&graph, &mut out)?;
    /// assert!(String::from_utf8_lossy(&out).contains("<node id=\"person:ann-lee\" label=\"Ann Lee\">"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Gexf,
    /// Two tables for spreadsheets, pandas and Gephi.
    ///
    /// ```
    /// # use newsgraph::{read_document, text::Document, write::{Format, Options}};
    /// # let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
    /// let [nodes, edges] = Format::Csv.files() else { unreachable!() };
    /// let mut out = Vec::new();
    /// edges.write(&graph, &Options::default(), &mut out)?;
    /// assert_eq!((nodes.ending(), edges.ending()), ("nodes.csv", "edges.csv"));
    /// assert!(out.starts_with(b"id,source,target,class,type,"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Csv,
    /// A folder for `neo4j-admin database import`.
    ///
    /// ```
    /// # use newsgraph::{read_document, text::Document, write::{Format, Options}};
    /// # let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
    /// let mut out = Vec::new();
    /// Format::Neo4j.files()[0].write(&graph, &Options::default(), &mut out)?;
    /// assert!(out.starts_with(b"id:ID,label,"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Neo4j,
    /// A Cypher script that can be run twice.
    ///
    /// ```
    /// # use newsgraph::{read_document, text::Document, write::Format};
    /// # let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
    /// let mut out = Vec::new();
    /// Format::Cypher.write(&graph, &mut out)?;
    /// assert!(String::from_utf8_lossy(&out).contains("MERGE (n:Newsgraph {id: 'person:ann-lee'})"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Cypher,
    /// Four [Parquet](https://parquet.apache.org) tables: nodes, edges, mentions, documents. Needs the feature `parquet`.
    ///
    /// ```
    /// # use newsgraph::{read_document, text::Document, write::{Format, Options}};
    /// # let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
    /// let mut out = Vec::new();
    /// Format::Parquet.files()[0].write(&graph, &Options::default(), &mut out)?;
    /// assert!(out.starts_with(b"PAR1") && out.ends_with(b"PAR1"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[cfg(feature = "parquet")]
    Parquet,
    /// RDF as JSON-LD: schema.org, PROV-O, OWL-Time and Web Annotation. Needs the feature `rdf`.
    ///
    /// ```
    /// # use newsgraph::{read_document, text::Document, write::Format};
    /// # let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
    /// let mut out = Vec::new();
    /// Format::JsonLd.write(&graph, &mut out)?;
    /// assert!(out.starts_with(br#"{"@context":{"#));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[cfg(feature = "rdf")]
    JsonLd,
    /// The same RDF as N-Quads. Needs the feature `rdf`.
    ///
    /// ```
    /// # use newsgraph::{read_document, text::Document, write::Format};
    /// # let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
    /// let mut out = Vec::new();
    /// Format::NQuads.write(&graph, &mut out)?;
    /// assert!(String::from_utf8_lossy(&out).contains("<urn:newsgraph:node:person:ann-lee> <https://schema.org/name> \"Ann Lee\""));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[cfg(feature = "rdf")]
    NQuads,
    /// [FollowTheMoney](https://followthemoney.tech) entities, one a line, for investigators' platforms.
    ///
    /// ```
    /// # use newsgraph::{read_document, text::Document, write::Format};
    /// # let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
    /// let mut out = Vec::new();
    /// Format::FollowTheMoney.write(&graph, &mut out)?;
    /// assert!(String::from_utf8_lossy(&out).contains(r#""schema":"Person","properties":{"name":["Ann Lee"]"#));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    FollowTheMoney,
    /// A [STIX](https://oasis-open.github.io/cti-documentation/) 2.1 bundle.
    ///
    /// ```
    /// # use newsgraph::{read_document, text::Document, write::Format};
    /// # let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
    /// let mut out = Vec::new();
    /// Format::Stix.write(&graph, &mut out)?;
    /// assert_eq!(serde_json::from_slice::<serde_json::Value>(&out)?["type"], "bundle");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Stix,
    /// A [Mermaid](https://mermaid.js.org) flowchart of the most salient part.
    ///
    /// ```
    /// # use newsgraph::{read_document, text::Document, write::Format};
    /// # let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
    /// let mut out = Vec::new();
    /// Format::Mermaid.write(&graph, &mut out)?;
    /// assert!(out.starts_with(b"flowchart LR\n"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Mermaid,
    /// A brief for people: who, what, when, with quotations.
    ///
    /// ```
    /// # use newsgraph::{read_document, text::Document, write::Format};
    /// # let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
    /// let mut out = Vec::new();
    /// Format::Markdown.write(&graph, &mut out)?;
    /// assert!(String::from_utf8_lossy(&out).contains("> Ann Lee met Bob Hall in Oslo."));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Markdown,
}

/// How a format says what is denied, planned or only possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// Polarity and modality have fields of their own.
    Fields,
    /// The words say so: "not: …", "… (planned)".
    Words,
    /// Only what is affirmed and actual is written.
    FactsOnly,
}

/// What of a graph a format carries.
#[expect(clippy::struct_excessive_bools, reason = "the columns of a table of yes and no")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carries {
    /// Every node and edge (but for what [`Truth::FactsOnly`] leaves out), or only the most salient.
    pub whole: bool,
    /// Polarity and modality.
    pub truth: Truth,
    /// Whose word it is.
    pub attribution: bool,
    /// When it happened.
    pub time: bool,
    /// The words that each statement rests on, with offsets.
    pub evidence: bool,
    /// The documents' whole text.
    pub text: bool,
}

/// What can be chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// What the list of edges is called in node-link JSON.
    pub edges_key: EdgesKey,
    /// How a drawing for Graphviz is made.
    pub dot: DotOptions,
}

impl Options {
    /// The same options with another name for the list of edges.
    #[must_use]
    pub fn with_edges_key(self, edges_key: EdgesKey) -> Self {
        Self { edges_key, ..self }
    }

    /// The same options with other ones for drawings.
    #[must_use]
    pub fn with_dot(self, dot: DotOptions) -> Self {
        Self { dot, ..self }
    }
}

/// What the list of edges is called in node-link JSON.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum EdgesKey {
    /// `edges`: the format's own name.
    #[default]
    Edges,
    /// `links`: what NetworkX before 3.4 and D3 look for.
    Links,
}

impl FromStr for EdgesKey {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "edges" => Ok(Self::Edges),
            "links" => Ok(Self::Links),
            _ => Err("there are edges, links".to_owned()),
        }
    }
}

/// The function that fills a file.
pub(super) type Writer = fn(&KnowledgeGraph, &Options, &mut dyn Write) -> io::Result<()>;

/// One of the files that a format consists of.
#[derive(Debug)]
pub struct FileType {
    pub(super) ending: &'static str,
    pub(super) media_type: &'static str,
    pub(super) writer: Writer,
}

impl FileType {
    /// What follows the graph's name and a dot: "graphml", "nodes.csv". A slash parts a folder from the file in it.
    #[must_use]
    pub fn ending(&self) -> &'static str {
        self.ending
    }

    /// The media type.
    #[must_use]
    pub fn media_type(&self) -> &'static str {
        self.media_type
    }

    /// Writes the file, which is streamed: `out` should be buffered.
    ///
    /// # Errors
    /// What `out` returns.
    pub fn write(&self, graph: &KnowledgeGraph, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        (self.writer)(graph, options, out)
    }
}

impl Format {
    /// All formats of this build, in the order of the documentation.
    #[must_use]
    pub fn all() -> impl ExactSizeIterator<Item = Self> + Clone {
        ENTRIES.iter().map(|entry| entry.format)
    }

    fn entry(self) -> &'static Entry {
        // The table has a line for every format: a test holds them together.
        ENTRIES.iter().find(|entry| entry.format == self).unwrap_or(&ENTRIES[0])
    }

    /// The name that the command line takes.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// What it is, in a few words.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.entry().title
    }

    /// The files that a graph takes in this format: one, or several.
    #[must_use]
    pub fn files(self) -> &'static [FileType] {
        self.entry().files
    }

    /// What of a graph it carries.
    #[must_use]
    pub fn carries(self) -> Carries {
        self.entry().carries
    }

    /// Writes a graph in a format of one file, with the default options.
    ///
    /// # Errors
    /// What `out` returns; [`io::ErrorKind::InvalidInput`] when the format takes several [files](Self::files).
    pub fn write(self, graph: &KnowledgeGraph, out: &mut dyn Write) -> io::Result<()> {
        self.write_with(graph, &Options::default(), out)
    }

    /// Writes a graph in a format of one file.
    ///
    /// ```
    /// use newsgraph::{graph::KnowledgeGraph, write::{EdgesKey, Format, Options}};
    /// let mut out = Vec::new();
    /// let options = Options::default().with_edges_key(EdgesKey::Links);
    /// Format::Json.write_with(&KnowledgeGraph::default(), &options, &mut out)?;
    /// assert!(String::from_utf8_lossy(&out).contains("\"links\": []"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Self::write`].
    pub fn write_with(self, graph: &KnowledgeGraph, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        let [file] = self.files() else {
            let problem = format!("{self} takes {} files: write each of them", self.files().len());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, problem));
        };
        file.write(graph, options, out)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
