//! JSON Graph Format, version 2: what its schema has no key for stands in `metadata`.

use super::columns::label;
use super::format::Options;
use super::json::header;
use super::{Streamed, StreamedMap};
use crate::graph::{Detail, EdgeDetail, Evidence, KnowledgeGraph};
use crate::ontology::Kind;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct File<M, N, E> {
    graph: Graph<M, N, E>,
}

#[derive(Serialize)]
struct Graph<M, N, E> {
    directed: bool,
    #[serde(rename = "type")]
    of_type: &'static str,
    metadata: M,
    nodes: N,
    edges: E,
}

#[derive(Serialize)]
struct NodeObject<'g> {
    label: &'g str,
    metadata: NodeMetadata<'g>,
}

#[derive(Serialize)]
struct NodeMetadata<'g> {
    kind: Kind,
    named: bool,
    salience: f64,
    #[serde(flatten)]
    detail: &'g Detail,
}

#[derive(Serialize)]
struct EdgeObject<'g> {
    id: &'g str,
    source: &'g str,
    target: &'g str,
    relation: &'g str,
    directed: bool,
    label: &'g str,
    metadata: EdgeMetadata<'g>,
}

#[derive(Serialize)]
struct EdgeMetadata<'g> {
    #[serde(flatten)]
    detail: &'g EdgeDetail,
    confidence: f64,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    evidence: &'g [Evidence],
}

pub(super) fn write(graph: &KnowledgeGraph, _: &Options, mut out: &mut dyn Write) -> io::Result<()> {
    let nodes = || {
        graph.nodes().map(|node| {
            let metadata = NodeMetadata {
                kind: node.kind,
                named: node.named,
                salience: node.salience,
                detail: &node.detail,
            };
            let label = &node.label;
            (&node.id, NodeObject { label, metadata })
        })
    };
    let edges = || {
        graph.edges().map(|edge| EdgeObject {
            id: &edge.id,
            source: &edge.source,
            target: &edge.target,
            relation: edge.type_name(),
            directed: true,
            label: label(edge),
            metadata: EdgeMetadata {
                detail: &edge.detail,
                confidence: edge.confidence,
                evidence: &edge.evidence,
            },
        })
    };
    let file = File {
        graph: Graph {
            directed: true,
            of_type: "newsgraph",
            metadata: header(graph),
            nodes: StreamedMap(nodes),
            edges: Streamed(edges),
        },
    };
    serde_json::to_writer_pretty(&mut out, &file)?;
    out.write_all(b"\n")
}
