//! Who attacked, threatened or accused whom, on whose word, and whether it has happened.
//!
//! ```console
//! $ cargo run --example who_attacked_whom -- graphs/corpus.json
//! ```
#![expect(clippy::print_stdout, reason = "an example answers on standard output")]

use newsgraph::graph::{KnowledgeGraph, Node, NodePolarity};
use newsgraph::ontology::{Modality, Role};
use newsgraph::write::read_json;
use std::error::Error;
use std::fs::File;

/// Event types by which someone acts against someone.
const AGAINST: [&str; 5] = ["assault", "coerce", "threaten", "sanction", "accuse"];

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "graphs/corpus.json".to_owned());
    let graph = read_json(File::open(path)?)?;
    for node in graph.nodes() {
        let Some(event) = node.event() else { continue };
        if !event.event_type.as_deref().is_some_and(|name| AGAINST.contains(&name)) {
            continue;
        }
        let (who, whom) = (
            participants(&graph, node, Role::Actor),
            participants(&graph, node, Role::Target),
        );
        if who.is_empty() || whom.is_empty() {
            continue;
        }
        // An event is a fact only when it is affirmed and actual.
        let status = match (event.polarity, event.modality) {
            (NodePolarity::Affirmed, Modality::Actual) => "happened",
            (NodePolarity::Affirmed, modality) => modality.name(),
            (NodePolarity::Negated, _) => "denied",
            (NodePolarity::Mixed, _) => "disputed",
        };
        let speaker = event
            .statements
            .iter()
            .find_map(|statement| graph.node(statement.attribution.first()?));
        let says = speaker.map_or_else(String::new, |speaker| format!(", says {}", speaker.label));
        println!(
            "{} -> {}: {} ({status}{says})",
            who.join(", "),
            whom.join(", "),
            node.label
        );
    }
    Ok(())
}

/// The labels of those who play a role in an event.
fn participants<'g>(graph: &'g KnowledgeGraph, event: &Node, role: Role) -> Vec<&'g str> {
    let edges = graph.edges_from(&event.id).into_iter();
    edges
        .filter(|edge| edge.role() == Some(role))
        .filter_map(|edge| Some(graph.node(&edge.target)?.label.as_str()))
        .collect()
}
