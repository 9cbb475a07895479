//! Graphviz.

use crate::graph::KnowledgeGraph;
use std::io::{self, Write};

pub(super) fn write(graph: &KnowledgeGraph, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "digraph newsgraph {{")?;
    for node in graph.nodes() {
        writeln!(out, "  \"{}\"", node.id)?;
    }
    writeln!(out, "}}")
}
