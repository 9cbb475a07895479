//! The IRIs of nodes, each made once: large graphs speak of every node some ten times.

use super::term;
use crate::graph::{Edge, KnowledgeGraph, Node};
use crate::write::certainty::is_fact;
use oxrdf::NamedNode;
use std::collections::HashMap;

pub(super) struct Nodes<'g> {
    /// With whether each may stand where only facts may. For questions only: nothing goes through it in its own order.
    known: HashMap<&'g str, (NamedNode, bool)>,
}

impl<'g> Nodes<'g> {
    pub(super) fn new(graph: &'g KnowledgeGraph) -> Self {
        let known = graph
            .nodes()
            .map(|node| (node.id.as_str(), (term::node(&node.id), is_fact(node))));
        Self { known: known.collect() }
    }

    /// The IRI of an id; `None` when no node has it.
    pub(super) fn iri(&self, id: &str) -> Option<&NamedNode> {
        self.known.get(id).map(|(iri, _)| iri)
    }

    pub(super) fn of(&self, node: &Node) -> &NamedNode {
        &self.known[node.id.as_str()].0
    }

    /// A graph holds both ends of each of its edges.
    pub(super) fn ends(&self, edge: &Edge) -> (&NamedNode, &NamedNode) {
        (&self.known[edge.source.as_str()].0, &self.known[edge.target.as_str()].0)
    }

    /// Whether neither end is an event that has not happened.
    pub(super) fn both_real(&self, edge: &Edge) -> bool {
        self.known[edge.source.as_str()].1 && self.known[edge.target.as_str()].1
    }
}
