//! A folder for `neo4j-admin database import full`: nodes and relationships with typed headers, and how to call it.
//!
//! No apostrophes here: the importer runs nothing. Arrays are parted by `;`, so a semicolon inside one of their values
//! becomes a comma.

use super::cells::{Cell, CellType, Column};
use super::columns::{DOCUMENTS, EDGES, NODES};
use super::format::Options;
use crate::graph::{Edge, KnowledgeGraph, Node};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

const README: &str = "\
A graph for Neo4j 5 or later, written by newsgraph. With the database stopped, in this folder:

  neo4j-admin database import full neo4j --multiline-fields=true \\
    --nodes=nodes.csv --nodes=nodes-documents.csv \\
    --relationships=relationships.csv --relationships=relationships-documents.csv

Line breaks in fields need --multiline-fields=true. Arrays are parted by \";\".
Events carry polarity and modality: only affirmed, actual ones have happened.
";

pub(super) fn readme(_: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(README.as_bytes())
}

pub(super) fn nodes(graph: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = ::csv::Writer::from_writer(out);
    let header = NODES.iter().map(|column| match column.name {
        "id" => "id:ID".to_owned(),
        _ => header(column),
    });
    writer.write_record(header.chain([":LABEL".to_owned()]))?;
    for node in graph.nodes() {
        for column in NODES {
            writer.write_field(field(&(column.cell)(node)).as_ref())?;
        }
        writer.write_field(labels(node).join(";"))?;
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

pub(super) fn documents(graph: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    // A text of pages is no property.
    let columns = || DOCUMENTS.iter().filter(|column| column.name != "text");
    let mut writer = ::csv::Writer::from_writer(out);
    let header = columns().map(|column| match column.name {
        "id" => "id:ID(Document)".to_owned(),
        _ => header(column),
    });
    writer.write_record(header.chain([":LABEL".to_owned()]))?;
    for document in graph.documents() {
        for column in columns() {
            writer.write_field(field(&(column.cell)(document)).as_ref())?;
        }
        writer.write_field("Document")?;
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

pub(super) fn relationships(graph: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = ::csv::Writer::from_writer(out);
    let header = EDGES.iter().map(|column| match column.name {
        "source" => ":START_ID".to_owned(),
        "target" => ":END_ID".to_owned(),
        _ => header(column),
    });
    writer.write_record(header.chain([":TYPE".to_owned()]))?;
    for edge in graph.edges() {
        for column in EDGES {
            writer.write_field(field(&(column.cell)(edge)).as_ref())?;
        }
        writer.write_field(relationship_type(edge))?;
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

pub(super) fn mentioned_in(graph: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = ::csv::Writer::from_writer(out);
    writer.write_record([":START_ID", ":END_ID(Document)", "count:long", ":TYPE"])?;
    for node in graph.nodes() {
        for (document, count) in mentions_by_document(graph, node) {
            writer.write_record([&node.id, document, &count.to_string(), MENTIONED_IN])?;
        }
    }
    writer.flush()
}

/// From a node to a document that speaks of it.
pub(super) const MENTIONED_IN: &str = "MENTIONED_IN";

/// How often each document of the graph speaks of a node.
pub(super) fn mentions_by_document<'n>(graph: &KnowledgeGraph, node: &'n Node) -> BTreeMap<&'n str, usize> {
    let mentions = node.entity().map_or(&[][..], |entity| &entity.mentions);
    let statements = node.event().map_or(&[][..], |event| &event.statements);
    let documents = mentions.iter().map(|mention| &mention.document);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for document in documents.chain(statements.iter().map(|statement| &statement.document)) {
        if graph.document(document).is_some() {
            *counts.entry(document).or_default() += 1;
        }
    }
    counts
}

/// A node's labels: its kind, and an event's type.
pub(super) fn labels(node: &Node) -> Vec<String> {
    let kind = capitalised(node.kind.name());
    let event_type = node.event().and_then(|event| event.event_type.as_deref());
    let labels = [kind].into_iter().chain(event_type.map(capitalised));
    labels.filter(|label| !label.is_empty()).collect()
}

/// `leave_office` to `LeaveOffice`; what is no letter of ours goes.
fn capitalised(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.fold(String::new(), |mut out, word| {
        out.extend(word.chars().take(1).map(|letter| letter.to_ascii_uppercase()));
        out.extend(word.chars().skip(1));
        out
    })
}

/// `ROLE_ACTOR`, `LEADS`.
pub(super) fn relationship_type(edge: &Edge) -> String {
    let name: String = edge
        .type_name()
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter.to_ascii_uppercase()
            } else {
                '_'
            }
        })
        .collect();
    match (edge.role(), name.is_empty()) {
        (Some(_), _) => format!("ROLE_{name}"),
        (None, true) => "RELATED".to_owned(),
        (None, false) => name,
    }
}

fn header<R: ?Sized>(column: &Column<R>) -> String {
    let ending = match column.holds {
        CellType::Text => "",
        CellType::Texts => ":string[]",
        CellType::Number => ":double",
        CellType::Count => ":long",
        CellType::Truth => ":boolean",
    };
    format!("{}{ending}", column.name)
}

fn field<'r>(cell: &Cell<'r>) -> Cow<'r, str> {
    match cell {
        Cell::Texts(texts) => texts
            .iter()
            .map(|text| text.replace(';', ","))
            .collect::<Vec<_>>()
            .join(";")
            .into(),
        other => other.to_text("").unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_as_neo4j_has_them() {
        assert_eq!(capitalised("leave_office"), "LeaveOffice");
        assert_eq!(capitalised("a:b;c`d"), "ABCD");
        assert_eq!(field(&Cell::Texts(vec!["a;b", "c"])), "a,b;c");
    }
}
