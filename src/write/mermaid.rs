//! A Mermaid flowchart of the most salient nodes: Mermaid refuses more than 499 edges and 50,000 characters.
//!
//! In a label everything but letters, digits, blanks, commas and dots is written as `#NN;`: with its default settings Mermaid makes real
//! elements out of tags, and lists out of "1. FC".

use super::certainty::{event_certainty, qualified, relation_certainty};
use super::format::Options;
use crate::graph::{Edge, KnowledgeGraph, Node};
use crate::ontology::{Kind, Role, ontology};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

/// More make no picture.
const MOST_NODES: usize = 60;
const MOST_EDGES: usize = 400;
/// Below Mermaid's limit, with room for the classes.
const MOST_CHARACTERS: usize = 48_000;
/// Longer labels are cut.
const LONGEST_LABEL: usize = 60;

const CLASSES: &str = "  classDef person fill:#DDECF8,stroke:#0072B2,color:#1a1a1a
  classDef country fill:#D5F0E6,stroke:#007A5A,color:#1a1a1a
  classDef organisation fill:#F6E4EE,stroke:#A3487A,color:#1a1a1a
  classDef location fill:#EFEFEF,stroke:#5A5A5A,color:#1a1a1a
  classDef event fill:#FFF1CF,stroke:#A87000,color:#1a1a1a
  classDef uncertain fill:#FFFBF0,stroke:#A87000,color:#1a1a1a,stroke-dasharray:4
";

pub(super) fn write(graph: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut nodes: Vec<&Node> = graph.nodes().collect();
    nodes.sort_by(|a, b| b.salience.total_cmp(&a.salience).then_with(|| a.id.cmp(&b.id)));
    nodes.truncate(MOST_NODES);
    let left_out = graph.node_count() - nodes.len();
    let names: BTreeMap<&str, usize> = nodes
        .iter()
        .enumerate()
        .map(|(number, node)| (node.id.as_str(), number))
        .collect();
    let mut chart = String::from("flowchart LR\n");
    if left_out > 0 {
        chart += &format!("%% the most salient {} of {} nodes\n", nodes.len(), graph.node_count());
    }
    for (number, node) in nodes.iter().enumerate() {
        chart += &node_line(number, node);
    }
    let mut edges: Vec<&Edge> = nodes.iter().flat_map(|node| graph.edges_from(&node.id)).collect();
    edges.retain(|edge| names.contains_key(edge.target.as_str()));
    edges.truncate(MOST_EDGES);
    for edge in edges {
        let line = edge_line(graph, &names, edge);
        if chart.len() + line.len() > MOST_CHARACTERS {
            break;
        }
        chart += &line;
    }
    chart += CLASSES;
    out.write_all(chart.as_bytes())
}

fn node_line(number: usize, node: &Node) -> String {
    let (open, close) = match node.kind {
        Kind::Person => ("(", ")"),
        Kind::Country => ("{{", "}}"),
        Kind::Organisation => ("[", "]"),
        Kind::Location => ("[/", "/]"),
        Kind::Event => ("([", "])"),
    };
    let certainty = node.event().and_then(event_certainty);
    let class = if certainty.is_some() {
        "uncertain"
    } else {
        node.kind.name()
    };
    let label = qualified(&cut(&node.label), certainty);
    format!("  n{number}{open}\"{}\"{close}:::{class}\n", text(&label))
}

fn edge_line(graph: &KnowledgeGraph, names: &BTreeMap<&str, usize>, edge: &Edge) -> String {
    let (source, target) = (names[edge.source.as_str()], names[edge.target.as_str()]);
    match edge.relation() {
        None => {
            let fact = graph
                .node(&edge.source)
                .and_then(Node::event)
                .is_none_or(|event| event_certainty(event).is_none());
            let line = if fact { "-->" } else { "-.->" };
            let role = edge.role().unwrap_or(Role::Other);
            let words = match role {
                Role::Actor | Role::Target => "",
                Role::Place => "|in|",
                Role::Topic => "|about|",
                Role::Other => "|with|",
            };
            let (from, to) = if role == Role::Actor {
                (target, source)
            } else {
                (source, target)
            };
            format!("  n{from} {line}{words} n{to}\n")
        }
        Some(relation) => {
            let entry = ontology().relation(&relation.relation);
            let words = entry.map_or(relation.relation.as_str(), |entry| entry.label.as_str());
            let former = if relation.past { " (former)" } else { "" };
            let certainty = relation_certainty(relation);
            let line = if certainty.is_some() { "-.->" } else { "-->" };
            let label = qualified(&format!("{words}{former}"), certainty);
            format!("  n{source} {line}|\"{}\"| n{target}\n", text(&label))
        }
    }
}

fn cut(label: &str) -> String {
    let words = label.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= LONGEST_LABEL {
        return words;
    }
    let kept: String = words.chars().take(LONGEST_LABEL - 1).collect();
    format!("{}…", kept.trim_end())
}

/// A label as Mermaid reads it. Control characters go; a label without anything is a blank that takes room.
fn text(label: &str) -> String {
    let mut out = String::with_capacity(label.len());
    // "1." at the beginning would make a list.
    let mut beginning = true;
    for letter in label.chars().filter(|letter| !letter.is_control()) {
        let plain = letter.is_alphanumeric() || matches!(letter, ' ' | ',') || letter == '.' && !beginning;
        beginning &= letter.is_ascii_digit();
        if plain {
            out.push(letter);
        } else {
            // Writing to a String does not fail.
            let _ = write!(out, "#{};", u32::from(letter));
        }
    }
    if out.trim().is_empty() {
        "#160;".clone_into(&mut out);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_means_something_is_a_number() {
        assert_eq!(text("<b>Ann & \"Bo\"</b>"), "#60;b#62;Ann #38; #34;Bo#34;#60;#47;b#62;");
        assert_eq!(text("1. FC, U.S.\u{7}"), "1#46; FC, U.S.");
        assert_eq!(text(" \n"), "#160;");
    }

    proptest! {
        #[test]
        fn every_text_comes_back(label in "[<>#;&\"` a-z0-9]{0,40}|\\PC{0,40}") {
            let written = text(&label);
            let mut out = String::new();
            let mut rest = written.as_str();
            while let Some(at) = rest.find('#') {
                let end = at + rest[at..].find(';').expect("an end");
                out += &rest[..at];
                out.push(char::from_u32(rest[at + 1..end].parse().unwrap()).unwrap());
                rest = &rest[end + 1..];
            }
            out += rest;
            prop_assert!(written.chars().all(|letter| letter.is_alphanumeric() || " #;.,".contains(letter)));
            prop_assert!(out == label || label.trim().is_empty());
        }
    }
}
