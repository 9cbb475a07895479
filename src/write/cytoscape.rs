//! Elements of Cytoscape.js: each `data` is the node or edge as our own JSON has it.

use super::Streamed;
use super::format::Options;
use super::json::header;
use crate::graph::{Edge, KnowledgeGraph, Node};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct File<D, N, E> {
    /// The network's own data.
    data: D,
    elements: Elements<N, E>,
}

#[derive(Serialize)]
struct Elements<N, E> {
    nodes: N,
    edges: E,
}

#[derive(Serialize)]
struct NodeElement<'g> {
    data: &'g Node,
}

/// Nodes and edges share one name space: our ids of edges hold no colon, those of nodes begin with their kind and one.
#[derive(Serialize)]
struct EdgeElement<'g> {
    data: &'g Edge,
}

pub(super) fn write(graph: &KnowledgeGraph, _: &Options, mut out: &mut dyn Write) -> io::Result<()> {
    let file = File {
        data: header(graph),
        elements: Elements {
            nodes: Streamed(|| graph.nodes().map(|data| NodeElement { data })),
            edges: Streamed(|| graph.edges().map(|data| EdgeElement { data })),
        },
    };
    serde_json::to_writer_pretty(&mut out, &file)?;
    out.write_all(b"\n")
}
