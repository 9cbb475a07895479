//! The columns of nodes, edges and documents, with the names of `docs/graph-format.md` where it has one.

use super::cells::Cell::{self, Absent, Count, Number, Text, Texts};
use super::cells::{CellType, Column};
use super::certainty::attribution;
use crate::graph::{DocumentRecord, Edge, EventDetail, Node, RelationDetail, TimeRecord};

/// Of a node. A list is one cell: names, offices, documents, those whose word an event is.
pub(super) const NODES: &[Column<Node>] = &[
    Column::new("id", CellType::Text, |node| Text(&node.id)),
    Column::new("label", CellType::Text, |node| Text(&node.label)),
    Column::new("kind", CellType::Text, |node| Text(node.kind.name())),
    Column::maybe("type", CellType::Text, |node| {
        of_event(node, |event| Cell::text(event.event_type.as_deref()))
    }),
    Column::new("named", CellType::Truth, |node| Cell::Truth(node.named)),
    Column::new("salience", CellType::Number, |node| Number(node.salience)),
    Column::new("aliases", CellType::Texts, |node| {
        let aliases = node.entity().map_or(&[][..], |entity| &entity.aliases);
        Texts(aliases.iter().map(|alias| alias.text.as_str()).collect())
    }),
    Column::new("roles", CellType::Texts, |node| {
        let roles = node.entity().map_or(&[][..], |entity| &entity.attributes.role);
        Texts(roles.iter().map(String::as_str).collect())
    }),
    Column::maybe("iso3166", CellType::Text, |node| {
        Cell::text(node.entity().and_then(|entity| entity.attributes.iso3166.as_deref()))
    }),
    Column::maybe("polarity", CellType::Text, |node| {
        of_event(node, |event| Text(event.polarity.name()))
    }),
    Column::maybe("modality", CellType::Text, |node| {
        of_event(node, |event| Text(event.modality.name()))
    }),
    Column::new("attribution", CellType::Texts, |node| {
        let mut sources: Vec<&str> = Vec::new();
        for source in node.event().into_iter().flat_map(attribution) {
            if !sources.contains(&source.as_str()) {
                sources.push(source);
            }
        }
        Texts(sources)
    }),
    Column::maybe("time", CellType::Text, |node| {
        time(event_time(node), |time| Some(&time.value))
    }),
    Column::maybe("time_start", CellType::Text, |node| {
        time(event_time(node), |time| time.start.as_deref())
    }),
    Column::maybe("time_end", CellType::Text, |node| {
        time(event_time(node), |time| time.end.as_deref())
    }),
    Column::maybe("confidence", CellType::Number, |node| {
        of_event(node, |event| Number(event.confidence))
    }),
    Column::new("mentions", CellType::Count, |node| {
        Count(match &node.detail {
            crate::graph::Detail::Entity(entity) => entity.mentions.len(),
            crate::graph::Detail::Event(event) => event.statements.len(),
        })
    }),
    Column::new("documents", CellType::Texts, |node| Texts(node.documents())),
];

/// Of an edge. `weight` counts the places that bear it out, `evidence` has their words.
pub(super) const EDGES: &[Column<Edge>] = &[
    Column::new("id", CellType::Text, |edge| Text(&edge.id)),
    Column::new("source", CellType::Text, |edge| Text(&edge.source)),
    Column::new("target", CellType::Text, |edge| Text(&edge.target)),
    Column::new("class", CellType::Text, |edge| Text(class(edge))),
    Column::new("type", CellType::Text, |edge| Text(edge.type_name())),
    Column::new("label", CellType::Text, |edge| Text(label(edge))),
    Column::maybe("past", CellType::Truth, |edge| {
        of_relation(edge, |relation| Cell::Truth(relation.past))
    }),
    Column::maybe("polarity", CellType::Text, |edge| {
        of_relation(edge, |relation| Text(relation.polarity.name()))
    }),
    Column::maybe("modality", CellType::Text, |edge| {
        of_relation(edge, |relation| Text(relation.modality.name()))
    }),
    Column::new("attribution", CellType::Texts, |edge| {
        let sources = edge.relation().map_or(&[][..], |relation| &relation.attribution);
        Texts(sources.iter().map(String::as_str).collect())
    }),
    Column::maybe("time", CellType::Text, |edge| {
        time(edge_time(edge), |time| Some(&time.value))
    }),
    Column::maybe("time_start", CellType::Text, |edge| {
        time(edge_time(edge), |time| time.start.as_deref())
    }),
    Column::maybe("time_end", CellType::Text, |edge| {
        time(edge_time(edge), |time| time.end.as_deref())
    }),
    Column::new("confidence", CellType::Number, |edge| Number(edge.confidence)),
    Column::new("weight", CellType::Number, |edge| {
        Number(edge.evidence.len().max(1) as f64)
    }),
    Column::new("documents", CellType::Texts, |edge| Texts(edge.documents())),
    Column::new("evidence", CellType::Texts, |edge| {
        Texts(edge.evidence.iter().map(|evidence| evidence.text.as_str()).collect())
    }),
];

/// Role or relation.
pub(super) fn class(edge: &Edge) -> &'static str {
    if edge.role().is_some() { "role" } else { "relation" }
}

/// A relation's words; the type where there are none, and of a role.
pub(super) fn label(edge: &Edge) -> &str {
    edge.relation()
        .map(|relation| relation.label.as_str())
        .filter(|label| !label.is_empty())
        .unwrap_or_else(|| edge.type_name())
}

fn of_event<'n>(node: &'n Node, cell: impl FnOnce(&'n EventDetail) -> Cell<'n>) -> Cell<'n> {
    node.event().map_or(Absent, cell)
}

fn of_relation<'e>(edge: &'e Edge, cell: impl FnOnce(&'e RelationDetail) -> Cell<'e>) -> Cell<'e> {
    edge.relation().map_or(Absent, cell)
}

/// When an event happened.
pub(super) fn event_time(node: &Node) -> Option<&TimeRecord> {
    node.event()?.time.as_ref()
}

/// When a relation held.
pub(super) fn edge_time(edge: &Edge) -> Option<&TimeRecord> {
    edge.relation()?.time.as_ref()
}

fn time<'t>(time: Option<&'t TimeRecord>, part: impl FnOnce(&'t TimeRecord) -> Option<&'t str>) -> Cell<'t> {
    Cell::text(time.and_then(part))
}

/// Of a document.
pub(super) const DOCUMENTS: &[Column<DocumentRecord>] = &[
    Column::new("id", CellType::Text, |document| Text(&document.id)),
    Column::maybe("title", CellType::Text, |document| {
        Cell::text(document.title.as_deref())
    }),
    Column::maybe("published", CellType::Text, |document| {
        Cell::text(document.published.as_deref())
    }),
    Column::maybe("url", CellType::Text, |document| Cell::text(document.url.as_deref())),
    Column::maybe("source", CellType::Text, |document| {
        Cell::text(document.source.as_deref())
    }),
    Column::new("authors", CellType::Texts, |document| {
        Texts(document.authors.iter().map(String::as_str).collect())
    }),
    Column::maybe("language", CellType::Text, |document| {
        Cell::text(Some(document.language.as_str()).filter(|language| !language.is_empty()))
    }),
    Column::new("sha256", CellType::Text, |document| Text(&document.sha256)),
    Column::new("characters", CellType::Count, |document| Count(document.characters)),
    Column::maybe("text", CellType::Text, |document| Cell::text(document.text.as_deref())),
];
