//! Nodes and edges for tests.

use crate::graph::{Detail, Edge, EdgeDetail, EntityDetail, EventDetail, Node, NodePolarity, Range, StatementRecord};
use crate::ontology::{Kind, Modality, Role};

/// Somebody with a name.
pub fn person(id: &str) -> Node {
    Node {
        id: id.to_owned(),
        kind: Kind::Person,
        label: id.to_owned(),
        named: true,
        salience: 1.0,
        detail: Detail::Entity(EntityDetail::default()),
    }
}

/// A rejection with one statement, on the word of `source`.
pub fn event(id: &str, source: Option<&str>, polarity: NodePolarity, modality: Modality) -> Node {
    let statement = StatementRecord {
        document: "d".to_owned(),
        start: 0,
        end: 1,
        text: "x".to_owned(),
        form: "trigger".to_owned(),
        sentence: Range { start: 0, end: 1 },
        polarity,
        modality,
        attribution: source.map(str::to_owned).into_iter().collect(),
        confidence: 1.0,
    };
    let detail = EventDetail {
        event_type: Some("reject".to_owned()),
        polarity,
        modality,
        time: None,
        confidence: 1.0,
        known: None,
        identity: Vec::new(),
        statements: vec![statement],
    };
    Node {
        kind: Kind::Event,
        named: false,
        detail: Detail::Event(detail),
        ..person(id)
    }
}

/// The part that somebody plays in an event.
pub fn role(event: &str, target: &str, role: Role) -> Edge {
    Edge {
        id: String::new(),
        source: event.to_owned(),
        target: target.to_owned(),
        detail: EdgeDetail::Role { role },
        confidence: 1.0,
        evidence: Vec::new(),
    }
}
