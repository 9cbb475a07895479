//! What happened when: the dated events, the earliest first, and whether each is a fact.
//!
//! ```console
//! $ cargo run --example timeline -- graphs/corpus.json
//! ```
#![expect(clippy::print_stdout, reason = "an example answers on standard output")]

use newsgraph::write::read_json;
use std::error::Error;
use std::fs::File;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "graphs/corpus.json".to_owned());
    let graph = read_json(File::open(path)?)?;
    for node in graph.timeline() {
        let Some(event) = node.event() else { continue };
        let day = event.time.as_ref().map_or("", |time| time.value.as_str());
        let who: Vec<&str> = graph
            .edges_from(&node.id)
            .into_iter()
            .filter_map(|edge| Some(graph.node(&edge.target)?.label.as_str()))
            .collect();
        println!(
            "{day}  {} [{}, {}]: {}",
            node.label,
            event.polarity.name(),
            event.modality,
            who.join(", ")
        );
    }
    Ok(())
}
