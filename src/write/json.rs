//! Node-link JSON, as `docs/graph-format.md` describes it.

use crate::graph::{DocumentRecord, Edge, KnowledgeGraph, Node};
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Write};

/// The whole file. Fields stand in the order of the format.
#[derive(Serialize, Deserialize)]
struct File<D, N, E> {
    directed: bool,
    multigraph: bool,
    graph: Header<D>,
    nodes: N,
    edges: E,
}

#[derive(Serialize, Deserialize)]
struct Header<D> {
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

pub(super) fn write(graph: &KnowledgeGraph, mut out: &mut dyn Write) -> io::Result<()> {
    let file = File {
        directed: true,
        multigraph: true,
        graph: Header {
            format: FORMAT.to_owned(),
            version: VERSION,
            generator: Generator {
                name: env!("CARGO_PKG_NAME").to_owned(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
                model: graph.model().map(str::to_owned),
            },
            documents: graph.documents(),
        },
        nodes: graph.nodes().collect::<Vec<&Node>>(),
        edges: graph.edges().collect::<Vec<&Edge>>(),
    };
    serde_json::to_writer_pretty(&mut out, &file)?;
    out.write_all(b"\n")
}

/// Reads a graph that was written as JSON. Keys that are not known are left out.
///
/// ```
/// use newsgraph::{read_document, text::Document, write::{Format, read_json}};
/// let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
/// let mut file = Vec::new();
/// Format::Json.write(&graph, &mut file)?;
/// let again = read_json(file.as_slice())?;
/// assert!(graph.nodes().eq(again.nodes()) && graph.edges().eq(again.edges()));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// When it is no JSON, or no graph of this format and version.
pub fn read_json(source: impl Read) -> io::Result<KnowledgeGraph> {
    let file: File<Vec<DocumentRecord>, Vec<Node>, Vec<Edge>> = serde_json::from_reader(io::BufReader::new(source))?;
    if file.graph.format != FORMAT || file.graph.version != VERSION {
        let found = format!(
            "a graph of format {:?}, version {}; this program reads {FORMAT:?}, version {VERSION}",
            file.graph.format, file.graph.version
        );
        return Err(io::Error::new(io::ErrorKind::InvalidData, found));
    }
    let graph = KnowledgeGraph::new(file.graph.documents, file.nodes, file.edges);
    Ok(graph.with_model(file.graph.generator.model))
}
