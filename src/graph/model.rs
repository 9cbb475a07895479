//! What a graph holds, as it stands in the JSON file: `docs/graph-format.md` is the contract for every name and order here.
//!
//! Offsets in these structs count **Unicode code points** of the document's text, half-open.

use crate::ontology::{Kind, Modality, Role};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A document, as the graph knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRecord {
    /// Unique in the graph.
    pub id: String,
    /// The headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Day of publication, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Where it stands on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The medium.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    /// ISO 639-1; empty when it is not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// Of the text as UTF-8, in lower-case hexadecimal digits.
    pub sha256: String,
    /// Code points of the text.
    pub characters: usize,
    /// The text itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A half-open range of code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Range {
    /// The first code point.
    pub start: usize,
    /// The one after the last.
    pub end: usize,
}

/// A name of an entity and how often it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// The name.
    pub text: String,
    /// How often.
    pub count: usize,
}

impl Alias {
    /// Names with how often they stand in the texts, the most frequent first, equals by their letters.
    pub(super) fn most_frequent_first(counts: BTreeMap<&str, usize>) -> Vec<Self> {
        let aliases = counts.into_iter().map(|(text, count)| Self {
            text: text.to_owned(),
            count,
        });
        let mut aliases: Vec<Self> = aliases.collect();
        aliases.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
        aliases
    }
}

/// What is known of an entity beside its name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attributes {
    /// Titles and roles, as the text has them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub role: Vec<String>,
    /// ISO 3166-1 alpha-2: the country itself, or the one that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iso3166: Option<String>,
    /// The id that it has by the built-in knowledge or a user's list: nodes that share one are one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<String>,
}

impl Attributes {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.role.is_empty() && self.iso3166.is_none() && self.known.is_none()
    }
}

/// Why mentions, or entities of several documents, are one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct IdentityReason {
    /// "surname", "acronym", "same name" …
    pub rule: String,
    /// The document that the reason comes from.
    pub document: String,
    /// "Sheinbaum = Claudia Sheinbaum".
    pub detail: String,
}

/// A place where the text speaks of an entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionRecord {
    /// The document's id.
    pub document: String,
    /// The first code point.
    pub start: usize,
    /// The one after the last.
    pub end: usize,
    /// Exactly that slice of the text.
    pub text: String,
    /// name, nominal or pronoun.
    pub form: String,
}

/// A place where the text tells of an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StatementRecord {
    /// The document's id.
    pub document: String,
    /// The first code point.
    pub start: usize,
    /// The one after the last.
    pub end: usize,
    /// Exactly that slice of the text.
    pub text: String,
    /// trigger, nominal, pronoun or name.
    pub form: String,
    /// The sentence around it.
    pub sentence: Range,
    /// Affirmed or negated; a file may leave it out where no trigger stands, and then means affirmed.
    #[serde(default)]
    pub polarity: NodePolarity,
    /// How real; left out, actual.
    #[serde(default = "super::in_file::actual")]
    pub modality: Modality,
    /// Ids of the nodes whose word it is, the nearest speaker first; empty for the article's own voice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attribution: Vec<String>,
    /// 0 to 1.
    #[serde(default = "super::in_file::certain")]
    pub confidence: f64,
}

/// The words that an edge rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The document's id.
    pub document: String,
    /// The first code point.
    pub start: usize,
    /// The one after the last.
    pub end: usize,
    /// Exactly that slice of the text.
    pub text: String,
    /// The sentence around it.
    pub sentence: Range,
}

/// A time, as ISO 8601 and as the days that it covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeRecord {
    /// "2025-11-04", "1846/1848".
    pub value: String,
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// The day after the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// Its words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// The polarity of a statement, or what several statements of one event have in common.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NodePolarity {
    /// Said to be so.
    #[default]
    Affirmed,
    /// Said not to be so.
    Negated,
    /// Both are said.
    Mixed,
}

impl NodePolarity {
    /// The word used in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Affirmed => "affirmed",
            Self::Negated => "negated",
            Self::Mixed => "mixed",
        }
    }
}

/// A node: an entity or an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "super::in_file::NodeInFile")]
pub struct Node {
    /// Kind, colon, slug: `person:claudia-sheinbaum`, `country:MX`.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// The fullest name, or a short phrase.
    pub label: String,
    /// Whether it has a name.
    pub named: bool,
    /// 0 to 1, the largest in the graph is 1.
    pub salience: f64,
    /// What only an entity, or only an event, has.
    #[serde(flatten)]
    pub detail: Detail,
}

/// What only one sort of node has.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Detail {
    /// A happening: its statements tell it from an entity.
    Event(EventDetail),
    /// A person, country, organisation or location.
    Entity(EntityDetail),
}

/// What an entity has.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct EntityDetail {
    /// Its names, the most frequent first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Alias>,
    /// What is known beside.
    #[serde(skip_serializing_if = "Attributes::is_empty")]
    pub attributes: Attributes,
    /// Why its mentions are one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub identity: Vec<IdentityReason>,
    /// By document and start.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<MentionRecord>,
}

/// What an event has.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EventDetail {
    /// One of the ontology's event types; absent for a named event of none.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub event_type: Option<String>,
    /// What its statements have in common.
    pub polarity: NodePolarity,
    /// The strongest that is stated.
    pub modality: Modality,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<TimeRecord>,
    /// 0 to 1.
    pub confidence: f64,
    /// The id that a named one has by a user's list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<String>,
    /// Why a named one is one in several documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identity: Vec<IdentityReason>,
    /// By document and start.
    pub statements: Vec<StatementRecord>,
}

impl Node {
    /// What an entity has; `None` for an event.
    #[must_use]
    pub fn entity(&self) -> Option<&EntityDetail> {
        match &self.detail {
            Detail::Entity(entity) => Some(entity),
            Detail::Event(_) => None,
        }
    }

    /// What an event has; `None` for an entity.
    #[must_use]
    pub fn event(&self) -> Option<&EventDetail> {
        match &self.detail {
            Detail::Event(event) => Some(event),
            Detail::Entity(_) => None,
        }
    }

    /// The ids of the documents that speak of it, sorted, each once.
    #[must_use]
    pub fn documents(&self) -> Vec<&str> {
        let mut documents: Vec<&str> = match &self.detail {
            Detail::Entity(entity) => entity.mentions.iter().map(|it| it.document.as_str()).collect(),
            Detail::Event(event) => event.statements.iter().map(|it| it.document.as_str()).collect(),
        };
        documents.sort_unstable();
        documents.dedup();
        documents
    }
}

/// An edge: a role in an event, or a relation between two entities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "super::in_file::EdgeInFile")]
pub struct Edge {
    /// `e1`, `e2` … in the order of the file.
    pub id: String,
    /// The id of the node that it goes out from.
    pub source: String,
    /// The id of the node that it leads to.
    pub target: String,
    /// Role or relation, with what each has.
    #[serde(flatten)]
    pub detail: EdgeDetail,
    /// 0 to 1.
    pub confidence: f64,
    /// The words that show it, by document and start.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// What only one class of edge has.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "class", rename_all = "lowercase")]
pub enum EdgeDetail {
    /// From an event to who or what takes part.
    Role {
        /// The part.
        #[serde(rename = "type")]
        role: Role,
    },
    /// From an entity to another.
    Relation(RelationDetail),
}

/// What a relation has.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RelationDetail {
    /// One of the ontology's relation types.
    #[serde(rename = "type")]
    pub relation: String,
    /// Its words, short; empty when there are none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Whether the text says that it has ended.
    pub past: bool,
    /// Affirmed or negated.
    pub polarity: NodePolarity,
    /// How real.
    pub modality: Modality,
    /// Ids of the nodes whose word it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attribution: Vec<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<TimeRecord>,
}

impl Edge {
    /// The role or relation type, as the file has it.
    #[must_use]
    pub fn type_name(&self) -> &str {
        match &self.detail {
            EdgeDetail::Role { role } => role.name(),
            EdgeDetail::Relation(relation) => &relation.relation,
        }
    }

    /// The ids of the documents that bear it out, sorted, each once.
    #[must_use]
    pub fn documents(&self) -> Vec<&str> {
        let mut documents: Vec<&str> = self.evidence.iter().map(|it| it.document.as_str()).collect();
        documents.sort_unstable();
        documents.dedup();
        documents
    }

    /// The role, when it is a role edge.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        match &self.detail {
            EdgeDetail::Role { role } => Some(*role),
            EdgeDetail::Relation(_) => None,
        }
    }

    /// What a relation has; `None` for a role.
    #[must_use]
    pub fn relation(&self) -> Option<&RelationDetail> {
        match &self.detail {
            EdgeDetail::Relation(relation) => Some(relation),
            EdgeDetail::Role { .. } => None,
        }
    }
}
