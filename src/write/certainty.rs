//! What is a fact, and in which words to say that something is none.

use crate::graph::{EventDetail, KnowledgeGraph, Node, NodePolarity, RelationDetail};
use crate::ontology::Modality;

/// What is denied is called so.
pub(super) const DENIED: &str = "denied";

/// What an event or relation is when it is no plain fact: denied, disputed, planned, possible, or so in general.
pub(super) fn certainty(polarity: NodePolarity, modality: Modality) -> Option<&'static str> {
    match (polarity, modality) {
        (NodePolarity::Negated, _) => Some(DENIED),
        (NodePolarity::Mixed, _) => Some("disputed"),
        (_, Modality::Actual) => None,
        (_, Modality::Planned) => Some("planned"),
        (_, Modality::Possible) => Some("possible"),
        (_, Modality::Habitual) => Some("in general"),
    }
}

pub(super) fn event_certainty(event: &EventDetail) -> Option<&'static str> {
    certainty(event.polarity, event.modality)
}

pub(super) fn relation_certainty(relation: &RelationDetail) -> Option<&'static str> {
    certainty(relation.polarity, relation.modality)
}

/// Words with how sure they are: "not: rejects", "meets (planned)".
pub(super) fn qualified(words: &str, certainty: Option<&str>) -> String {
    match certainty {
        None => words.to_owned(),
        Some(DENIED) => format!("not: {words}"),
        Some(word) => format!("{words} ({word})"),
    }
}

/// Whether a node may stand where only facts may: an entity, or an event that is affirmed and actual.
pub(super) fn is_fact(node: &Node) -> bool {
    node.event().is_none_or(|event| event_certainty(event).is_none())
}

/// The labels of those whose word it is, in the order given, each once; ids that are no nodes are left out.
pub(super) fn sources<'g, 's>(graph: &'g KnowledgeGraph, ids: impl IntoIterator<Item = &'s String>) -> Vec<&'g Node> {
    let mut nodes: Vec<&Node> = Vec::new();
    for node in ids.into_iter().filter_map(|id| graph.node(id)) {
        if !nodes.iter().any(|known| known.id == node.id) {
            nodes.push(node);
        }
    }
    nodes
}

/// All ids to whom an event's statements are attributed, in the order of the statements.
pub(super) fn attribution(event: &EventDetail) -> impl Iterator<Item = &String> {
    event.statements.iter().flat_map(|statement| &statement.attribution)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_affirmed_and_actual_needs_no_word() {
        for polarity in [NodePolarity::Affirmed, NodePolarity::Negated, NodePolarity::Mixed] {
            for &modality in Modality::ALL {
                let plain = polarity == NodePolarity::Affirmed && modality == Modality::Actual;
                assert_eq!(certainty(polarity, modality).is_none(), plain);
            }
        }
        assert_eq!(qualified("meets", Some("planned")), "meets (planned)");
        assert_eq!(qualified("meets", Some(DENIED)), "not: meets");
    }
}
