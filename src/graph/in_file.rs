//! Nodes and edges as a file has them: one flat object each, which is read much faster than an enum inside an object, and says
//! what is missing.

use super::{
    Alias, Attributes, Detail, Edge, EdgeDetail, EntityDetail, EventDetail, Evidence, IdentityReason, MentionRecord,
    Node, NodePolarity, RelationDetail, StatementRecord, TimeRecord,
};
use crate::ontology::{Kind, Modality, Role};
use serde::Deserialize;

/// What a file means that says nothing of modality.
pub(super) fn actual() -> Modality {
    Modality::Actual
}

/// What a file means that says nothing of confidence.
pub(super) fn certain() -> f64 {
    1.0
}

/// A node: its statements tell an event from an entity.
#[derive(Deserialize)]
pub(super) struct NodeInFile {
    id: String,
    kind: Kind,
    label: String,
    named: bool,
    salience: f64,
    #[serde(rename = "type")]
    event_type: Option<String>,
    #[serde(default)]
    polarity: NodePolarity,
    #[serde(default = "actual")]
    modality: Modality,
    time: Option<TimeRecord>,
    #[serde(default = "certain")]
    confidence: f64,
    statements: Option<Vec<StatementRecord>>,
    known: Option<String>,
    #[serde(default)]
    aliases: Vec<Alias>,
    #[serde(default)]
    attributes: Attributes,
    #[serde(default)]
    identity: Vec<IdentityReason>,
    #[serde(default)]
    mentions: Vec<MentionRecord>,
}

impl From<NodeInFile> for Node {
    fn from(file: NodeInFile) -> Self {
        let detail = match file.statements {
            Some(statements) => Detail::Event(EventDetail {
                event_type: file.event_type,
                polarity: file.polarity,
                modality: file.modality,
                time: file.time,
                confidence: file.confidence,
                statements,
                known: file.known,
                identity: file.identity,
            }),
            None => Detail::Entity(EntityDetail {
                aliases: file.aliases,
                attributes: file.attributes,
                identity: file.identity,
                mentions: file.mentions,
            }),
        };
        Self {
            id: file.id,
            kind: file.kind,
            label: file.label,
            named: file.named,
            salience: file.salience,
            detail,
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Class {
    Role,
    Relation,
}

/// An edge: its class tells a role from a relation.
#[derive(Deserialize)]
pub(super) struct EdgeInFile {
    id: String,
    source: String,
    target: String,
    class: Class,
    #[serde(rename = "type")]
    edge_type: String,
    #[serde(default)]
    label: String,
    past: Option<bool>,
    #[serde(default)]
    polarity: NodePolarity,
    #[serde(default = "actual")]
    modality: Modality,
    #[serde(default)]
    attribution: Vec<String>,
    time: Option<TimeRecord>,
    confidence: f64,
    #[serde(default)]
    evidence: Vec<Evidence>,
}

impl TryFrom<EdgeInFile> for Edge {
    type Error = String;

    fn try_from(file: EdgeInFile) -> Result<Self, String> {
        let detail = match file.class {
            Class::Role => EdgeDetail::Role {
                role: Role::from_name(&file.edge_type)
                    .ok_or_else(|| format!("edge {:?}: there is no role {:?}", file.id, file.edge_type))?,
            },
            Class::Relation => EdgeDetail::Relation(RelationDetail {
                relation: file.edge_type,
                label: file.label,
                past: file
                    .past
                    .ok_or_else(|| format!("edge {:?}: a relation says whether it is `past`", file.id))?,
                polarity: file.polarity,
                modality: file.modality,
                attribution: file.attribution,
                time: file.time,
            }),
        };
        Ok(Self {
            id: file.id,
            source: file.source,
            target: file.target,
            detail,
            confidence: file.confidence,
            evidence: file.evidence,
        })
    }
}
