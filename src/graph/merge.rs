//! Graphs of several documents as one.

use super::assemble::{common_polarity, strongest};
use super::{
    Detail, DocumentRecord, Edge, EdgeDetail, EntityDetail, EventDetail, IdentityReason, KnowledgeGraph, Node, salience,
};
use crate::identity::unique;
use crate::ontology::{Kind, ontology};
use std::collections::{BTreeMap, BTreeSet};

/// Merges graphs whose documents are distinct. The result does not depend on their order.
///
/// Entities are one when their ids are shared ids: a country's code, a known body's or place's name, a full name. A bare
/// surname never merges: `person:smith` of a second document becomes `person:smith-2`. O(n log n).
#[must_use]
pub fn merge(graphs: &[KnowledgeGraph]) -> KnowledgeGraph {
    let mut order: Vec<&KnowledgeGraph> = graphs.iter().collect();
    order.sort_by(|a, b| {
        a.documents
            .iter()
            .map(|document| &document.id)
            .cmp(b.documents.iter().map(|document| &document.id))
    });
    let models: BTreeSet<&str> = order
        .iter()
        .filter_map(|graph| graph.model())
        .flat_map(|models| models.split(", "))
        .collect();
    let models = models.into_iter().collect::<Vec<_>>().join(", ");
    let documents: Vec<DocumentRecord> = order.iter().flat_map(|graph| graph.documents.iter().cloned()).collect();
    // Ids that are shared must be known before local ones give way to them.
    let mut taken: BTreeSet<String> = order
        .iter()
        .flat_map(|graph| graph.nodes())
        .filter(|node| is_shared(node))
        .map(|node| node.id.clone())
        .collect();
    let mut nodes: BTreeMap<String, Node> = BTreeMap::new();
    let mut edges: BTreeMap<(String, String, String), Edge> = BTreeMap::new();
    for graph in order {
        let new_ids: BTreeMap<&str, String> = graph
            .nodes()
            .map(|node| {
                let id = if is_shared(node) {
                    node.id.clone()
                } else {
                    unique(&node.id, &mut taken)
                };
                (node.id.as_str(), id)
            })
            .collect();
        for node in graph.nodes() {
            let node = renamed(node, &new_ids);
            match nodes.get_mut(&node.id) {
                Some(known) => absorb(known, node),
                None => {
                    nodes.insert(node.id.clone(), node);
                }
            }
        }
        for edge in graph.edges() {
            let mut edge = edge.clone();
            edge.source.clone_from(&new_ids[edge.source.as_str()]);
            edge.target.clone_from(&new_ids[edge.target.as_str()]);
            if let EdgeDetail::Relation(relation) = &mut edge.detail {
                rename_all(&mut relation.attribution, &new_ids);
            }
            if is_symmetric(&edge) && edge.source > edge.target {
                // New numbers may have changed which id is the smaller one.
                std::mem::swap(&mut edge.source, &mut edge.target);
            }
            let key = (edge.source.clone(), edge.type_name().to_owned(), edge.target.clone());
            match edges.get_mut(&key) {
                Some(known) => {
                    known.confidence = known.confidence.max(edge.confidence);
                    known.evidence.extend(edge.evidence);
                    if let (EdgeDetail::Relation(known), EdgeDetail::Relation(new)) = (&mut known.detail, edge.detail) {
                        known.past &= new.past;
                    }
                }
                None => {
                    edges.insert(key, edge);
                }
            }
        }
    }
    let mut nodes: Vec<Node> = nodes.into_values().collect();
    let edges: Vec<Edge> = edges.into_values().collect();
    salience::score(&mut nodes, &edges);
    KnowledgeGraph::new(documents, nodes, edges).with_model(Some(models).filter(|models| !models.is_empty()))
}

fn is_symmetric(edge: &Edge) -> bool {
    edge.relation()
        .and_then(|relation| ontology().relation(&relation.relation))
        .is_some_and(|entry| entry.symmetric)
}

/// Whether the node's id says the same in every document.
fn is_shared(node: &Node) -> bool {
    match &node.detail {
        Detail::Event(_) => {
            node.named
                && (node.label.split_whitespace().count() > 2
                    || node.label.contains(|letter: char| letter.is_ascii_digit()))
        }
        Detail::Entity(entity) => {
            let known = entity.attributes.iso3166.is_some() || node.kind == Kind::Country;
            let numbered = node
                .id
                .rsplit_once('-')
                .is_some_and(|(_, last)| last.len() == 1 && last.bytes().all(|byte| byte.is_ascii_digit()))
                && !node.label.ends_with(|letter: char| letter.is_ascii_digit());
            node.named && !numbered && (known || node.label.split_whitespace().count() > 1)
        }
    }
}

fn rename_all(ids: &mut [String], new_ids: &BTreeMap<&str, String>) {
    for id in ids {
        if let Some(new) = new_ids.get(id.as_str()) {
            id.clone_from(new);
        }
    }
}

fn renamed(node: &Node, new_ids: &BTreeMap<&str, String>) -> Node {
    let mut node = node.clone();
    node.id.clone_from(&new_ids[node.id.as_str()]);
    if let Detail::Event(event) = &mut node.detail {
        for statement in &mut event.statements {
            rename_all(&mut statement.attribution, new_ids);
        }
    }
    node
}

/// Adds what another document says of the same node.
fn absorb(known: &mut Node, other: Node) {
    match (&mut known.detail, other.detail) {
        (Detail::Entity(known_detail), Detail::Entity(detail)) => {
            let reason = IdentityReason {
                rule: if known.kind == Kind::Country {
                    "country code"
                } else {
                    "same name"
                }
                .to_owned(),
                document: detail
                    .mentions
                    .first()
                    .map(|mention| mention.document.clone())
                    .unwrap_or_default(),
                detail: format!("{} = {}", other.label, known.label),
            };
            absorb_entity(known_detail, detail, reason);
            if other.label.chars().count() > known.label.chars().count() && known.kind != Kind::Country {
                known.label = other.label;
            }
        }
        (Detail::Event(known), Detail::Event(event)) => absorb_event(known, event),
        // One id is of one kind.
        _ => {}
    }
}

fn absorb_entity(known: &mut EntityDetail, other: EntityDetail, reason: IdentityReason) {
    for alias in other.aliases {
        match known.aliases.iter_mut().find(|known| known.text == alias.text) {
            Some(known) => known.count += alias.count,
            None => known.aliases.push(alias),
        }
    }
    known
        .aliases
        .sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
    for role in other.attributes.role {
        if !known.attributes.role.contains(&role) {
            known.attributes.role.push(role);
        }
    }
    known.attributes.iso3166 = known.attributes.iso3166.take().or(other.attributes.iso3166);
    known.identity.push(reason);
    known.identity.extend(other.identity);
    known.mentions.extend(other.mentions);
    known
        .mentions
        .sort_by(|a, b| (&a.document, a.start, a.end).cmp(&(&b.document, b.start, b.end)));
}

fn absorb_event(known: &mut EventDetail, other: EventDetail) {
    known.event_type = known.event_type.take().or(other.event_type);
    known.time = known.time.take().or(other.time);
    known.confidence = known.confidence.max(other.confidence);
    known.statements.extend(other.statements);
    known
        .statements
        .sort_by(|a, b| (&a.document, a.start).cmp(&(&b.document, b.start)));
    known.polarity = common_polarity(&known.statements);
    known.modality = strongest(&known.statements);
}
