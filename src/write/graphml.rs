//! GraphML: nodes and edges with typed keys, in an order that streams.
//!
//! Keys are declared for nodes and edges apart and none is called `id`: igraph warns of both. A truth value that some edges
//! lack is a string: igraph takes a missing boolean for false.

use super::cells::{CellType, Column};
use super::columns::{EDGES, NODES};
use super::format::Options;
use super::xml::{BETWEEN, Xml};
use crate::graph::KnowledgeGraph;
use std::io::{self, Write};

const NAMESPACE: &str = "http://graphml.graphdrawing.org/xmlns";

pub(super) fn write(graph: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut xml = Xml::new(out)?;
    xml.open(
        "graphml",
        &[
            ("xmlns", NAMESPACE),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            (
                "xsi:schemaLocation",
                "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
            ),
        ],
    )?;
    let (node_keys, edge_keys) = (keys(NODES, "n"), keys(EDGES, "e"));
    declare(&node_keys, "node", &mut xml)?;
    declare(&edge_keys, "edge", &mut xml)?;
    xml.open("graph", &[("id", "newsgraph"), ("edgedefault", "directed")])?;
    for node in graph.nodes() {
        xml.open("node", &[("id", &node.id)])?;
        data(&node_keys, node, &mut xml)?;
        xml.close("node")?;
    }
    for edge in graph.edges() {
        let ends = [
            ("id", edge.id.as_str()),
            ("source", &edge.source),
            ("target", &edge.target),
        ];
        xml.open("edge", &ends)?;
        data(&edge_keys, edge, &mut xml)?;
        xml.close("edge")?;
    }
    xml.close("graph")?;
    xml.close("graphml")?;
    xml.finish()
}

/// The columns that are data, with the ids of their keys: what an element has as attributes is none.
fn keys<R>(columns: &'static [Column<R>], prefix: &str) -> Vec<(String, &'static Column<R>)> {
    let data = columns
        .iter()
        .filter(|column| !["id", "source", "target"].contains(&column.name));
    data.map(|column| (format!("{prefix}_{}", column.name), column))
        .collect()
}

fn declare<R>(keys: &[(String, &Column<R>)], of: &str, xml: &mut Xml<'_>) -> io::Result<()> {
    for (key, column) in keys {
        let holds = match column.holds {
            CellType::Text | CellType::Texts => "string",
            CellType::Truth if column.optional => "string",
            CellType::Truth => "boolean",
            CellType::Number => "double",
            CellType::Count => "long",
        };
        let attributes = [
            ("id", key.as_str()),
            ("for", of),
            ("attr.name", column.name),
            ("attr.type", holds),
        ];
        xml.empty("key", &attributes)?;
    }
    Ok(())
}

fn data<R>(keys: &[(String, &Column<R>)], row: &R, xml: &mut Xml<'_>) -> io::Result<()> {
    for (key, column) in keys {
        if let Some(text) = (column.cell)(row).to_text(BETWEEN) {
            xml.text("data", &[("key", key)], &text)?;
        }
    }
    Ok(())
}
