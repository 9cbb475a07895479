//! Graphs of several documents as one.

use super::assemble::{common_polarity, strongest};
use super::{
    Alias, Detail, DocumentRecord, Edge, EdgeDetail, EntityDetail, EventDetail, IdentityReason, KnowledgeGraph, Node,
    profile, salience,
};
use crate::identity::corpus::{Cluster, CorpusReason, Profile, unite};
use crate::identity::{Contradiction, Decisions};
use crate::ontology::ontology;
use std::collections::{BTreeMap, BTreeSet};

/// A graph of several documents, and what there is to say of the decisions that were asked for.
#[derive(Debug, Clone, Default)]
pub struct Merged {
    /// The graph.
    pub graph: KnowledgeGraph,
    /// A line for each decision that holds of nothing here.
    pub warnings: Vec<String>,
}

/// Merges graphs whose documents are distinct. The result does not depend on their order.
///
/// Nodes of several documents are one where there is evidence: `docs/identity.md` tells which. A bare surname never merges:
/// `person:smith` of a second document becomes `person:smith-2`. Nearly linear in the number of nodes.
#[must_use]
pub fn merge(graphs: &[KnowledgeGraph]) -> KnowledgeGraph {
    // Without decisions nothing can contradict.
    merge_with(graphs, &Decisions::default()).unwrap_or_default().graph
}

/// Merges graphs, with a user's word on who is who.
///
/// # Errors
/// When the decisions contradict each other.
pub fn merge_with(graphs: &[KnowledgeGraph], decisions: &Decisions) -> Result<Merged, Contradiction> {
    let mut order: Vec<&KnowledgeGraph> = graphs.iter().collect();
    order.sort_by(|a, b| {
        let ids = |graph: &'_ KnowledgeGraph| {
            graph
                .documents
                .iter()
                .map(|document| document.id.clone())
                .collect::<Vec<_>>()
        };
        ids(a).cmp(&ids(b))
    });
    let models: BTreeSet<&str> = order
        .iter()
        .filter_map(|graph| graph.model())
        .flat_map(|models| models.split(", "))
        .collect();
    let models = models.into_iter().collect::<Vec<_>>().join(", ");
    let documents: Vec<DocumentRecord> = order.iter().flat_map(|graph| graph.documents.iter().cloned()).collect();
    let mut company = BTreeMap::new();
    let mut found: Vec<(usize, Profile)> = Vec::new();
    for (index, graph) in order.iter().enumerate() {
        let profiles = profile::profiles(graph, &mut company);
        found.extend(profiles.into_iter().map(|profile| (index, profile)));
    }
    found.sort_by(|(_, a), (_, b)| (&a.documents, &a.id).cmp(&(&b.documents, &b.id)));
    let (places, profiles): (Vec<usize>, Vec<Profile>) = found.into_iter().unzip();
    let united = unite(&profiles, &company, decisions)?;
    let mut new_ids: Vec<BTreeMap<&str, &str>> = vec![BTreeMap::new(); order.len()];
    for cluster in &united.clusters {
        for &member in &cluster.members {
            new_ids[places[member]].insert(&profiles[member].id, &cluster.id);
        }
    }
    let mut nodes: Vec<Node> = united
        .clusters
        .iter()
        .filter_map(|cluster| {
            let members = cluster.members.iter().filter_map(|&member| {
                let place = places[member];
                let node = order[place].node(&profiles[member].id)?;
                Some((member, renamed(node, &new_ids[place])))
            });
            united_node(cluster, members, &profiles)
        })
        .collect();
    let edges = united_edges(&order, &new_ids);
    salience::score(&mut nodes, &edges);
    let graph =
        KnowledgeGraph::new(documents, nodes, edges).with_model(Some(models).filter(|models| !models.is_empty()));
    Ok(Merged {
        graph,
        warnings: united.warnings,
    })
}

/// One node of all members, in their order.
fn united_node(cluster: &Cluster, members: impl Iterator<Item = (usize, Node)>, profiles: &[Profile]) -> Option<Node> {
    let mut whole: Option<Node> = None;
    for (member, mut node) in members {
        let start = cluster.reasons.partition_point(|reason| reason.member < member);
        let reasons = cluster.reasons[start..]
            .iter()
            .take_while(|reason| reason.member == member);
        let mut identity: Vec<IdentityReason> = reasons.map(|reason| record(reason, profiles)).collect();
        let own = match &mut node.detail {
            Detail::Entity(entity) => &mut entity.identity,
            Detail::Event(event) => &mut event.identity,
        };
        identity.append(own);
        *own = identity;
        match &mut whole {
            Some(whole) => absorb(whole, node),
            None => whole = Some(node),
        }
    }
    let mut whole = whole?;
    whole.id.clone_from(&cluster.id);
    if cluster.members.len() > 1 {
        whole.label.clone_from(&cluster.label);
        match &mut whole.detail {
            Detail::Entity(entity) => finish_entity(entity, &cluster.label),
            Detail::Event(event) => finish_event(event),
        }
    }
    Some(whole)
}

fn record(reason: &CorpusReason, profiles: &[Profile]) -> IdentityReason {
    IdentityReason {
        rule: reason.rule.to_owned(),
        document: profiles[reason.member].documents[0].clone(),
        detail: reason.detail.clone(),
    }
}

fn united_edges(graphs: &[&KnowledgeGraph], new_ids: &[BTreeMap<&str, &str>]) -> Vec<Edge> {
    let mut edges: BTreeMap<(String, String, String), Edge> = BTreeMap::new();
    for (graph, new_ids) in graphs.iter().zip(new_ids) {
        for edge in graph.edges() {
            let mut edge = edge.clone();
            rename(&mut edge.source, new_ids);
            rename(&mut edge.target, new_ids);
            if edge.source == edge.target {
                // The user made its ends one: nobody is related to himself.
                continue;
            }
            if let EdgeDetail::Relation(relation) = &mut edge.detail {
                rename_all(&mut relation.attribution, new_ids);
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
    edges.into_values().collect()
}

fn is_symmetric(edge: &Edge) -> bool {
    edge.relation()
        .and_then(|relation| ontology().relation(&relation.relation))
        .is_some_and(|entry| entry.symmetric)
}

fn rename(id: &mut String, new_ids: &BTreeMap<&str, &str>) {
    if let Some(&new) = new_ids.get(id.as_str()) {
        new.clone_into(id);
    }
}

fn rename_all(ids: &mut Vec<String>, new_ids: &BTreeMap<&str, &str>) {
    for id in ids.iter_mut() {
        rename(id, new_ids);
    }
    // Two speakers may have become one.
    let mut seen = BTreeSet::new();
    ids.retain(|id| seen.insert(id.clone()));
}

fn renamed(node: &Node, new_ids: &BTreeMap<&str, &str>) -> Node {
    let mut node = node.clone();
    if let Detail::Event(event) = &mut node.detail {
        for statement in &mut event.statements {
            rename_all(&mut statement.attribution, new_ids);
        }
    }
    node
}

/// Adds what another document says of the same node.
fn absorb(known: &mut Node, other: Node) {
    known.named |= other.named;
    match (&mut known.detail, other.detail) {
        (Detail::Entity(known), Detail::Entity(entity)) => absorb_entity(known, entity),
        (Detail::Event(known), Detail::Event(event)) => absorb_event(known, event),
        // One cluster is of one kind.
        _ => {}
    }
}

fn absorb_entity(known: &mut EntityDetail, other: EntityDetail) {
    for role in other.attributes.role {
        if !known.attributes.role.contains(&role) {
            known.attributes.role.push(role);
        }
    }
    known.attributes.iso3166 = known.attributes.iso3166.take().or(other.attributes.iso3166);
    known.attributes.known = known.attributes.known.take().or(other.attributes.known);
    known.identity.extend(other.identity);
    known.mentions.extend(other.mentions);
}

/// Sorts the mentions and counts the names among them.
fn finish_entity(entity: &mut EntityDetail, label: &str) {
    entity
        .mentions
        .sort_by(|a, b| (&a.document, a.start, a.end).cmp(&(&b.document, b.start, b.end)));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for mention in &entity.mentions {
        if mention.form == "name" && mention.text != label {
            *counts.entry(&mention.text).or_default() += 1;
        }
    }
    entity.aliases = Alias::most_frequent_first(counts);
}

fn absorb_event(known: &mut EventDetail, other: EventDetail) {
    known.event_type = known.event_type.take().or(other.event_type);
    known.time = known.time.take().or(other.time);
    known.known = known.known.take().or(other.known);
    known.confidence = known.confidence.max(other.confidence);
    known.identity.extend(other.identity);
    known.statements.extend(other.statements);
}

fn finish_event(event: &mut EventDetail) {
    event
        .statements
        .sort_by(|a, b| (&a.document, a.start).cmp(&(&b.document, b.start)));
    event.polarity = common_polarity(&event.statements);
    event.modality = strongest(&event.statements);
}
