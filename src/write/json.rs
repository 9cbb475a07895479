//! Node-link JSON, as `docs/graph-format.md` describes it.

use super::Streamed;
use super::format::{EdgesKey, Options};
use crate::graph::{Detail, DocumentRecord, Edge, KnowledgeGraph, Node};
use crate::ontology::Kind;
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Write};

/// The whole file. Fields stand in the order of the format; of the two names for the edges one is used.
#[derive(Serialize)]
struct File<'g, N, E> {
    directed: bool,
    multigraph: bool,
    graph: Header<&'g [DocumentRecord]>,
    nodes: N,
    #[serde(skip_serializing_if = "Option::is_none")]
    edges: Option<E>,
    #[serde(skip_serializing_if = "Option::is_none")]
    links: Option<E>,
}

/// The file as it is read.
#[derive(Deserialize)]
struct ReadFile {
    graph: Header<Vec<DocumentRecord>>,
    nodes: Vec<Node>,
    #[serde(alias = "links")]
    edges: Vec<Edge>,
}

/// What holds for the whole graph.
#[derive(Serialize, Deserialize)]
pub(super) struct Header<D> {
    format: String,
    version: u32,
    generator: Generator,
    documents: D,
}

#[derive(Serialize, Deserialize)]
struct Generator {
    name: String,
    version: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    model: Option<String>,
}

const FORMAT: &str = "newsgraph";
const VERSION: u32 = 1;

/// Format, generator and documents of a graph.
pub(super) fn header(graph: &KnowledgeGraph) -> Header<&[DocumentRecord]> {
    Header {
        format: FORMAT.to_owned(),
        version: VERSION,
        generator: Generator {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            model: graph.model().map(str::to_owned),
        },
        documents: graph.documents(),
    }
}

pub(super) fn write(graph: &KnowledgeGraph, options: &Options, mut out: &mut dyn Write) -> io::Result<()> {
    let as_edges = options.edges_key == EdgesKey::Edges;
    let edges = || Streamed(|| graph.edges());
    let file = File {
        directed: true,
        multigraph: true,
        graph: header(graph),
        nodes: Streamed(|| graph.nodes()),
        edges: as_edges.then(edges),
        links: (!as_edges).then(edges),
    };
    serde_json::to_writer_pretty(&mut out, &file)?;
    out.write_all(b"\n")
}

/// Reads a graph that was written as JSON, and gives the same graph. Keys that are not known are left out.
///
/// ```
/// use newsgraph::{read_document, text::Document, write::{Format, read_json}};
/// let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
/// let mut file = Vec::new();
/// Format::Json.write(&graph, &mut file)?;
/// assert!(read_json(file.as_slice())? == graph);
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// [`io::ErrorKind::InvalidData`] when it is no JSON, no graph of this format and version, or a graph that would not stay whole:
/// two nodes of one id, an edge to nowhere, an id that does not begin with its node's kind.
pub fn read_json(mut source: impl Read) -> io::Result<KnowledgeGraph> {
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes)?;
    let file: ReadFile = serde_json::from_slice(&bytes).map_err(invalid)?;
    drop(bytes);
    if file.graph.format != FORMAT || file.graph.version != VERSION {
        return Err(invalid(format!(
            "a graph of format {:?}, version {}; this program reads {FORMAT:?}, version {VERSION}",
            file.graph.format, file.graph.version
        )));
    }
    file.check().map_err(invalid)?;
    let graph = KnowledgeGraph::new(file.graph.documents, file.nodes, file.edges);
    Ok(graph.with_model(file.graph.generator.model))
}

fn invalid(problem: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, problem)
}

impl ReadFile {
    /// What the types can't say. A graph leaves such nodes and edges out, and a reader would never know.
    fn check(&self) -> Result<(), String> {
        let mut ids: Vec<&str> = self.nodes.iter().map(|node| node.id.as_str()).collect();
        ids.sort_unstable();
        if let Some(id) = twice(&ids) {
            return Err(format!("two nodes have the id {id:?}"));
        }
        for node in &self.nodes {
            let rest = node.id.strip_prefix(node.kind.name());
            if !rest.is_some_and(|rest| rest.starts_with(':')) {
                let kind = node.kind;
                return Err(format!("the id {:?} does not begin with \"{kind}:\"", node.id));
            }
            if (node.kind == Kind::Event) != matches!(node.detail, Detail::Event(_)) {
                return Err(format!(
                    "{:?}: statements make an event, and it is {}",
                    node.id, node.kind
                ));
            }
        }
        for edge in &self.edges {
            for end in [&edge.source, &edge.target] {
                if ids.binary_search(&end.as_str()).is_err() {
                    return Err(format!("edge {:?}: no node has the id {end:?}", edge.id));
                }
            }
        }
        let mut documents: Vec<&str> = self
            .graph
            .documents
            .iter()
            .map(|document| document.id.as_str())
            .collect();
        documents.sort_unstable();
        match twice(&documents) {
            Some(id) => Err(format!("two documents have the id {id:?}")),
            None => Ok(()),
        }
    }
}

/// The first that stands twice in a sorted list.
fn twice<'i>(sorted: &[&'i str]) -> Option<&'i str> {
    let mut pairs = sorted.iter().zip(sorted.iter().skip(1));
    pairs.find(|(one, next)| one == next).map(|(one, _)| *one)
}
