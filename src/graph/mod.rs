//! The knowledge graph: petgraph inside, our own ids outside.

mod assemble;
mod find;
mod in_file;
mod merge;
mod model;
mod profile;
mod query;
mod salience;

pub use assemble::assemble;
pub(crate) use assemble::hexadecimal;
pub use find::{Subject, Unfound};
pub use merge::{Merged, merge, merge_with};
pub use model::{
    Alias, Attributes, Detail, DocumentRecord, Edge, EdgeDetail, EntityDetail, EventDetail, Evidence, IdentityReason,
    MentionRecord, Node, NodePolarity, Range, RelationDetail, StatementRecord, TimeRecord,
};
pub use query::Texts;

use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::HashMap;

/// Entities and events of one document or many, with their relations and roles.
///
/// Nodes and edges stand in the order of the file: nodes by id, edges by (source, type, target). petgraph's indices are no
/// identities; ask by id.
///
/// ```
/// use newsgraph::{read_document, text::Document};
/// let graph = read_document(&Document::new("example", "Mexico's President Claudia Sheinbaum rejected U.S. drone strikes."));
/// let sheinbaum = graph.node("person:claudia-sheinbaum").unwrap();
/// assert_eq!(sheinbaum.label, "Claudia Sheinbaum");
/// assert!(graph.edges().any(|edge| edge.source == sheinbaum.id && edge.type_name() == "leads" && edge.target == "country:MX"));
/// ```
///
/// Nodes and edges are typed data, a [`Node`] with its [`Detail`] and an [`Edge`] with its [`EdgeDetail`]:
///
/// ```
/// use newsgraph::{graph::NodePolarity, ontology::{Modality, Role}, read_document, text::Document};
/// let graph = read_document(&Document::new("example", "Mexico's President Claudia Sheinbaum rejected U.S. drone strikes."));
/// let is_fact = |id: &str| {
///     let event = graph.node(id).unwrap().event().unwrap();
///     event.polarity == NodePolarity::Affirmed && event.modality == Modality::Actual
/// };
/// assert!(is_fact("event:example:reject-1"));
/// // A rejected strike never becomes a strike.
/// assert!(!is_fact("event:example:assault-1"));
/// let actors = graph.edges_from("event:example:reject-1").into_iter().filter(|edge| edge.role() == Some(Role::Actor));
/// assert_eq!(actors.map(|edge| edge.target.as_str()).collect::<Vec<_>>(), ["person:claudia-sheinbaum"]);
/// ```
#[derive(Debug, Clone, Default)]
pub struct KnowledgeGraph {
    model: Option<String>,
    documents: Vec<DocumentRecord>,
    graph: DiGraph<Node, Edge>,
    /// For questions only: nothing goes through it in its own order.
    index: HashMap<String, NodeIndex>,
}

impl KnowledgeGraph {
    /// A graph of these parts, sorted and numbered as the format asks. An edge whose ends are not among the nodes is left
    /// out, and so is a second node of an id.
    #[must_use]
    pub fn new(mut documents: Vec<DocumentRecord>, mut nodes: Vec<Node>, mut edges: Vec<Edge>) -> Self {
        documents.sort_by(|a, b| a.id.cmp(&b.id));
        nodes.sort_by(|a, b| a.id.cmp(&b.id));
        nodes.dedup_by(|second, first| second.id == first.id);
        let mut graph = DiGraph::with_capacity(nodes.len(), edges.len());
        let index: HashMap<String, NodeIndex> = nodes
            .into_iter()
            .map(|node| (node.id.clone(), graph.add_node(node)))
            .collect();
        edges.retain(|edge| index.contains_key(&edge.source) && index.contains_key(&edge.target));
        edges.sort_by(|a, b| (&a.source, a.type_name(), &a.target).cmp(&(&b.source, b.type_name(), &b.target)));
        for (number, mut edge) in edges.into_iter().enumerate() {
            edge.id = format!("e{}", number + 1);
            graph.add_edge(index[&edge.source], index[&edge.target], edge);
        }
        Self {
            model: None,
            documents,
            graph,
            index,
        }
    }

    /// The same graph with the name of the model that read its documents.
    #[must_use]
    pub fn with_model(self, model: Option<String>) -> Self {
        Self { model, ..self }
    }

    /// The name of the model that read the documents, with its version; of several, all.
    #[must_use]
    pub fn model(&self) -> Option<&str> {
        self.model.as_deref()
    }

    /// The same graph without the documents' text. Offsets and digests stay.
    #[must_use]
    pub fn without_text(mut self) -> Self {
        for document in &mut self.documents {
            document.text = None;
        }
        self
    }

    /// The documents, by id.
    #[must_use]
    pub fn documents(&self) -> &[DocumentRecord] {
        &self.documents
    }

    /// The nodes, by id.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.graph.node_weights()
    }

    /// The edges, by source, type and target.
    pub fn edges(&self) -> impl Iterator<Item = &Edge> {
        self.graph.edge_weights()
    }

    /// The node of an id. Takes O(1).
    #[must_use]
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.index.get(id).map(|&index| &self.graph[index])
    }

    /// petgraph's graph, for its algorithms; [`Self::node_index`] leads into it.
    ///
    /// ```
    /// use newsgraph::{read_document, text::Document};
    /// let graph = read_document(&Document::new("example", "Mexico's President Claudia Sheinbaum rejected U.S. drone strikes."));
    /// assert_eq!(petgraph::algo::connected_components(graph.petgraph()), 1);
    /// ```
    #[must_use]
    pub fn petgraph(&self) -> &DiGraph<Node, Edge> {
        &self.graph
    }

    /// petgraph's index of the node of an id, valid for this graph only.
    #[must_use]
    pub fn node_index(&self, id: &str) -> Option<NodeIndex> {
        self.index.get(id).copied()
    }
}

/// Two graphs are the same when they hold the same documents, nodes and edges, read by the same model.
impl PartialEq for KnowledgeGraph {
    fn eq(&self, other: &Self) -> bool {
        self.model == other.model
            && self.documents == other.documents
            && self.nodes().eq(other.nodes())
            && self.edges().eq(other.edges())
    }
}
