//! A Cypher script, one statement a line: `MERGE` makes what is not there and finds what is, so it can be run twice.
//!
//! Every node has the label `Newsgraph` beside its own, whose constraint gives the index without which every `MERGE` would
//! look at all nodes. No library writes Cypher; its strings know `\\`, `\'` and `\uXXXX`.

use super::cells::{Cell, Column};
use super::columns::{DOCUMENTS, EDGES, NODES};
use super::format::Options;
use super::neo4j::{MENTIONED_IN, labels, mentions_by_document, relationship_type};
use crate::graph::KnowledgeGraph;
use std::io::{self, Write};

pub(super) fn write(graph: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "// Who did what to whom. Run with: cypher-shell -f FILE; running it twice changes nothing."
    )?;
    for (name, label) in [("newsgraph_node", "Newsgraph"), ("newsgraph_document", "Document")] {
        writeln!(
            out,
            "CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;"
        )?;
    }
    for document in graph.documents() {
        let id = string(&document.id);
        write!(out, "MERGE (d:Document {{id: {id}}}) SET d += ")?;
        properties(DOCUMENTS, &["id", "text"], document, out)?;
        writeln!(out, ";")?;
    }
    for node in graph.nodes() {
        let labels = labels(node)
            .iter()
            .fold(String::new(), |all, label| all + ":" + &name(label));
        write!(
            out,
            "MERGE (n:Newsgraph {{id: {}}}) SET n{labels}, n += ",
            string(&node.id)
        )?;
        properties(NODES, &["id"], node, out)?;
        writeln!(out, ";")?;
    }
    for edge in graph.edges() {
        write!(
            out,
            "MATCH (a:Newsgraph {{id: {}}}), (b:Newsgraph {{id: {}}}) MERGE (a)-[r:{} {{id: {}}}]->(b) SET r += ",
            string(&edge.source),
            string(&edge.target),
            name(&relationship_type(edge)),
            string(&edge.id)
        )?;
        properties(EDGES, &["id", "source", "target"], edge, out)?;
        writeln!(out, ";")?;
    }
    for node in graph.nodes() {
        for (document, count) in mentions_by_document(graph, node) {
            writeln!(
                out,
                "MATCH (n:Newsgraph {{id: {}}}), (d:Document {{id: {}}}) MERGE (n)-[m:{MENTIONED_IN}]->(d) SET m.count = {count};",
                string(&node.id),
                string(document)
            )?;
        }
    }
    Ok(())
}

/// A map of all columns that hold something, but for those that stand elsewhere.
fn properties<R>(columns: &[Column<R>], elsewhere: &[&str], row: &R, out: &mut dyn Write) -> io::Result<()> {
    let mut before = "{";
    for column in columns.iter().filter(|column| !elsewhere.contains(&column.name)) {
        let value = match (column.cell)(row) {
            Cell::Absent => continue,
            Cell::Text(text) => string(text),
            Cell::Texts(texts) if texts.is_empty() => continue,
            Cell::Texts(texts) => {
                let texts: Vec<String> = texts.into_iter().map(string).collect();
                format!("[{}]", texts.join(", "))
            }
            // A whole number must not become an integer: the importer's type is a double too.
            Cell::Number(number) => format!("{number:?}"),
            Cell::Count(count) => count.to_string(),
            Cell::Truth(truth) => truth.to_string(),
        };
        write!(out, "{before}{}: {value}", column.name)?;
        before = ", ";
    }
    out.write_all(if before == "{" { b"{}" } else { b"}" })
}

/// A string literal. Control characters, and those that some take for line ends, are escaped.
fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('\'');
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\\\"),
            '\'' => out.push_str("\\'"),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') => {
                out.push_str(&format!("\\u{:04X}", u32::from(letter)));
            }
            letter => out.push(letter),
        }
    }
    out.push('\'');
    out
}

/// A label or type: in backticks unless it is a plain word. Ours are; a foreign graph's need not be.
fn name(name: &str) -> String {
    let plain = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    if plain {
        name.to_owned()
    } else {
        format!("`{}`", name.replace('`', "``"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The literal as Neo4j decodes it; `None` when the quote ends before the text does.
    fn decoded(literal: &str) -> Option<String> {
        let mut letters = literal.strip_prefix('\'')?.chars();
        let mut out = String::new();
        loop {
            match letters.next()? {
                '\'' => return letters.next().is_none().then_some(out),
                '\\' => match letters.next()? {
                    'n' => out.push('\n'),
                    'u' => {
                        let digits: String = letters.by_ref().take(4).collect();
                        out.push(char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?);
                    }
                    letter => out.push(letter),
                },
                letter if letter.is_control() => return None,
                letter => out.push(letter),
            }
        }
    }

    #[test]
    fn strings_and_names_are_quoted() {
        assert_eq!(string("O'Neil \\ \n\u{7}"), r"'O\'Neil \\ \n\u0007'");
        assert_eq!(name("ROLE_ACTOR"), "ROLE_ACTOR");
        assert_eq!(name("1`) DETACH"), "`1``) DETACH`");
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in "[\\\\'\"`;\n\u{0}\u{7f}a-z]{0,40}|(?s).{0,60}") {
            prop_assert_eq!(decoded(&string(&text)), Some(text));
        }
    }
}
