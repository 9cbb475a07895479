//! How two entities are joined: a shortest chain of edges, each with the words that it rests on.
//!
//! ```console
//! $ cargo run --example path -- graphs/mexico_drones.json "Claudia Sheinbaum" "United States"
//! ```
#![expect(clippy::print_stdout, reason = "an example answers on standard output")]

use newsgraph::write::read_json;
use std::error::Error;
use std::fs::File;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments
        .next()
        .unwrap_or_else(|| "graphs/mexico_drones.json".to_owned());
    let from = arguments.next().unwrap_or_else(|| "Claudia Sheinbaum".to_owned());
    let to = arguments.next().unwrap_or_else(|| "United States".to_owned());
    let graph = read_json(File::open(path)?)?;
    let named = |name: &str| {
        graph
            .named(name)
            .first()
            .map(|node| node.id.clone())
            .ok_or(format!("nobody is called {name:?}"))
    };
    let chain = graph.path(&named(&from)?, &named(&to)?).ok_or("nothing joins them")?;
    let label = |id: &str| graph.node(id).map_or(id, |node| &node.label).to_owned();
    let texts = graph.texts();
    for edge in chain {
        println!(
            "{} --{}--> {}",
            label(&edge.source),
            edge.type_name(),
            label(&edge.target)
        );
        for evidence in &edge.evidence {
            if let Some(sentence) = texts.slice(&evidence.document, evidence.sentence) {
                println!("    {sentence}");
            }
        }
    }
    Ok(())
}
