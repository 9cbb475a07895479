//! graphology's serialised graph, for `Graph.from(file)`; sigma.js draws it.
//!
//! sigma.js takes `label`, `size`, `color` and `type` of the attributes for itself: an event's type is `event`, an edge's
//! `relation`. Colour and size are those of the other drawings.

use super::Streamed;
use super::columns::label;
use super::format::Options;
use super::gexf::{colour, size};
use super::json::header;
use crate::graph::{
    Detail, Edge, EdgeDetail, EntityDetail, Evidence, KnowledgeGraph, Node, NodePolarity, StatementRecord, TimeRecord,
};
use crate::ontology::{Kind, Modality};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct File<A, N, E> {
    attributes: A,
    options: GraphOptions,
    nodes: N,
    edges: E,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct GraphOptions {
    #[serde(rename = "type")]
    graph_type: &'static str,
    multi: bool,
    allow_self_loops: bool,
}

#[derive(Serialize)]
struct NodeObject<'g> {
    key: &'g str,
    attributes: NodeAttributes<'g>,
}

#[derive(Serialize)]
struct NodeAttributes<'g> {
    label: &'g str,
    kind: Kind,
    named: bool,
    salience: f64,
    size: f64,
    color: String,
    #[serde(flatten)]
    detail: NodeDetail<'g>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum NodeDetail<'g> {
    Entity(&'g EntityDetail),
    Event {
        #[serde(skip_serializing_if = "Option::is_none")]
        event: Option<&'g str>,
        polarity: NodePolarity,
        modality: Modality,
        #[serde(skip_serializing_if = "Option::is_none")]
        time: Option<&'g TimeRecord>,
        confidence: f64,
        statements: &'g [StatementRecord],
    },
}

#[derive(Serialize)]
struct EdgeObject<'g> {
    key: &'g str,
    source: &'g str,
    target: &'g str,
    attributes: EdgeAttributes<'g>,
}

#[derive(Serialize)]
struct EdgeAttributes<'g> {
    label: &'g str,
    class: &'static str,
    relation: &'g str,
    #[serde(skip_serializing_if = "Option::is_none")]
    past: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    polarity: Option<NodePolarity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modality: Option<Modality>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    attribution: &'g [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<&'g TimeRecord>,
    confidence: f64,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    evidence: &'g [Evidence],
}

pub(super) fn write(graph: &KnowledgeGraph, _: &Options, mut out: &mut dyn Write) -> io::Result<()> {
    let file = File {
        attributes: header(graph),
        options: GraphOptions {
            graph_type: "directed",
            multi: true,
            allow_self_loops: true,
        },
        nodes: Streamed(|| graph.nodes().map(node_object)),
        edges: Streamed(|| graph.edges().map(edge_object)),
    };
    serde_json::to_writer_pretty(&mut out, &file)?;
    out.write_all(b"\n")
}

fn node_object(node: &Node) -> NodeObject<'_> {
    let [red, green, blue] = colour(node.kind);
    let detail = match &node.detail {
        Detail::Entity(entity) => NodeDetail::Entity(entity),
        Detail::Event(event) => NodeDetail::Event {
            event: event.event_type.as_deref(),
            polarity: event.polarity,
            modality: event.modality,
            time: event.time.as_ref(),
            confidence: event.confidence,
            statements: &event.statements,
        },
    };
    NodeObject {
        key: &node.id,
        attributes: NodeAttributes {
            label: &node.label,
            kind: node.kind,
            named: node.named,
            salience: node.salience,
            size: size(node),
            color: format!("#{red:02x}{green:02x}{blue:02x}"),
            detail,
        },
    }
}

fn edge_object(edge: &Edge) -> EdgeObject<'_> {
    let relation = match &edge.detail {
        EdgeDetail::Relation(relation) => Some(relation),
        EdgeDetail::Role { .. } => None,
    };
    EdgeObject {
        key: &edge.id,
        source: &edge.source,
        target: &edge.target,
        attributes: EdgeAttributes {
            label: label(edge),
            class: super::columns::class(edge),
            relation: edge.type_name(),
            past: relation.map(|relation| relation.past),
            polarity: relation.map(|relation| relation.polarity),
            modality: relation.map(|relation| relation.modality),
            attribution: relation.map_or(&[][..], |relation| &relation.attribution),
            time: relation.and_then(|relation| relation.time.as_ref()),
            confidence: edge.confidence,
            evidence: &edge.evidence,
        },
    }
}
