//! GEXF 1.3: what has a day is there from its first day to its last, kinds have colours, salience is size.
//!
//! Our `end` is the day after, GEXF's the last day. An event's roles last as long as the event.

use super::cells::{CellType, Column};
use super::columns::{EDGES, NODES, edge_time, event_time, label};
use super::format::Options;
use super::xml::{BETWEEN, Xml};
use crate::graph::{Edge, KnowledgeGraph, Node, TimeRecord};
use crate::ontology::Kind;
use jiff::civil::Date;
use std::io::{self, Write};

pub(super) fn write(graph: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    let (node_columns, edge_columns) = (attributes(NODES), attributes(EDGES));
    let times = graph.nodes().filter_map(event_time);
    let dated = times
        .chain(graph.edges().filter_map(edge_time))
        .any(|time| days(time).is_some());
    let mut xml = Xml::new(out)?;
    xml.open(
        "gexf",
        &[
            ("xmlns", "http://gexf.net/1.3"),
            ("xmlns:viz", "http://gexf.net/1.3/viz"),
            ("version", "1.3"),
        ],
    )?;
    xml.open("meta", &[])?;
    xml.text("creator", &[], env!("CARGO_PKG_NAME"))?;
    xml.text("description", &[], "Who did what to whom")?;
    xml.close("meta")?;
    let mode: &[(&str, &str)] = if dated {
        &[
            ("defaultedgetype", "directed"),
            ("mode", "dynamic"),
            ("timeformat", "date"),
        ]
    } else {
        &[("defaultedgetype", "directed"), ("mode", "static")]
    };
    xml.open("graph", mode)?;
    declare(&node_columns, "node", &mut xml)?;
    declare(&edge_columns, "edge", &mut xml)?;
    xml.open("nodes", &[])?;
    for node in graph.nodes() {
        let span = event_time(node).and_then(days);
        let mut place = vec![("id", node.id.as_str()), ("label", node.label.as_str())];
        place.extend(span.iter().flat_map(between));
        xml.open("node", &place)?;
        values(&node_columns, node, &mut xml)?;
        look(node, &mut xml)?;
        xml.close("node")?;
    }
    xml.close("nodes")?;
    xml.open("edges", &[])?;
    for edge in graph.edges() {
        let span = time_of(graph, edge).and_then(days);
        let weight = edge.evidence.len().max(1).to_string();
        let mut place = vec![
            ("id", edge.id.as_str()),
            ("source", edge.source.as_str()),
            ("target", edge.target.as_str()),
            ("label", label(edge)),
            ("weight", weight.as_str()),
        ];
        place.extend(span.iter().flat_map(between));
        xml.open("edge", &place)?;
        values(&edge_columns, edge, &mut xml)?;
        xml.close("edge")?;
    }
    xml.close("edges")?;
    xml.close("graph")?;
    xml.close("gexf")?;
    xml.finish()
}

/// When an edge holds: a relation's own time, a role's event's.
fn time_of<'g>(graph: &'g KnowledgeGraph, edge: &'g Edge) -> Option<&'g TimeRecord> {
    if edge.role().is_some() {
        graph.node(&edge.source).and_then(event_time)
    } else {
        edge_time(edge)
    }
}

/// First and last day, as the schema writes dates.
struct Days {
    first: String,
    last: Option<String>,
}

fn between(days: &Days) -> impl Iterator<Item = (&str, &str)> {
    let last = days.last.as_deref().map(|last| ("end", last));
    [("start", days.first.as_str())].into_iter().chain(last)
}

/// `None` for a time that has no first day, or whose days are no days.
fn days(time: &TimeRecord) -> Option<Days> {
    let first: Date = time.start.as_ref()?.parse().ok()?;
    let last = match &time.end {
        Some(end) => Some(end.parse::<Date>().ok()?.yesterday().ok()?),
        None => None,
    };
    // The schema's years have four digits; a negative one is written otherwise than ours.
    let writable = |day: Date| day.year() >= 1;
    (writable(first) && last.is_none_or(|last| last >= first)).then(|| Days {
        first: first.to_string(),
        last: last.map(|last| last.to_string()),
    })
}

/// The columns that are attributes: what an element says by itself is none.
fn attributes<R>(columns: &'static [Column<R>]) -> Vec<&'static Column<R>> {
    let by_itself = ["id", "label", "source", "target", "weight"];
    columns
        .iter()
        .filter(|column| !by_itself.contains(&column.name))
        .collect()
}

fn declare<R>(columns: &[&Column<R>], class: &str, xml: &mut Xml<'_>) -> io::Result<()> {
    xml.open("attributes", &[("class", class)])?;
    for column in columns {
        let holds = match column.holds {
            CellType::Text | CellType::Texts => "string",
            CellType::Truth => "boolean",
            CellType::Number => "double",
            CellType::Count => "long",
        };
        xml.empty(
            "attribute",
            &[("id", column.name), ("title", column.name), ("type", holds)],
        )?;
    }
    xml.close("attributes")
}

fn values<R>(columns: &[&Column<R>], row: &R, xml: &mut Xml<'_>) -> io::Result<()> {
    xml.open("attvalues", &[])?;
    for column in columns {
        if let Some(text) = (column.cell)(row).to_text(BETWEEN) {
            xml.empty("attvalue", &[("for", column.name), ("value", &text)])?;
        }
    }
    xml.close("attvalues")
}

/// Colour by kind, as in the drawing, and size by salience.
fn look(node: &Node, xml: &mut Xml<'_>) -> io::Result<()> {
    let [red, green, blue] = colour(node.kind).map(|part| part.to_string());
    xml.empty("viz:color", &[("r", &red), ("g", &green), ("b", &blue)])?;
    xml.empty("viz:size", &[("value", &size(node).to_string())])
}

/// Colours of Okabe and Ito, which colour-blind people tell apart.
pub(super) fn colour(kind: Kind) -> [u8; 3] {
    match kind {
        Kind::Person => [0x00, 0x72, 0xB2],
        Kind::Country => [0x00, 0x7A, 0x5A],
        Kind::Organisation => [0xA3, 0x48, 0x7A],
        Kind::Location => [0x5A, 0x5A, 0x5A],
        Kind::Event => [0xA8, 0x70, 0x00],
    }
}

/// From 4 to 20.
pub(super) fn size(node: &Node) -> f64 {
    (40.0 + 160.0 * node.salience.clamp(0.0, 1.0)).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_is_the_one_before_the_end() {
        let span = |start: &str, end: Option<&str>| {
            let time = TimeRecord {
                value: String::new(),
                start: Some(start.to_owned()),
                end: end.map(str::to_owned),
                text: None,
            };
            days(&time).map(|days| (days.first, days.last.unwrap_or_default()))
        };
        let found = |first: &str, last: &str| Some((first.to_owned(), last.to_owned()));
        assert_eq!(
            span("2025-11-04", Some("2025-11-05")),
            found("2025-11-04", "2025-11-04")
        );
        assert_eq!(
            span("1846-01-01", Some("1849-01-01")),
            found("1846-01-01", "1848-12-31")
        );
        assert_eq!(span("2025-11-04", None), found("2025-11-04", ""));
        assert_eq!(span("2025-11-05", Some("2025-11-05")), None);
        assert_eq!(span("-0043-03-15", Some("-0043-03-16")), None);
        assert_eq!(span("soon", Some("later")), None);
    }
}
