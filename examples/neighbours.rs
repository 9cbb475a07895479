//! What an entity is joined to, at most two edges away.
//!
//! ```console
//! $ cargo run --example neighbours -- graphs/corpus.json "Claudia Sheinbaum"
//! ```
#![expect(clippy::print_stdout, reason = "an example answers on standard output")]

use newsgraph::write::read_json;
use std::error::Error;
use std::fs::File;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().unwrap_or_else(|| "graphs/corpus.json".to_owned());
    let name = arguments.next().unwrap_or_else(|| "Claudia Sheinbaum".to_owned());
    let graph = read_json(File::open(path)?)?;
    let entity = *graph
        .named(&name)
        .first()
        .ok_or_else(|| format!("nobody is called {name:?}"))?;
    for (node, hops) in graph.neighbourhood(&entity.id, 2) {
        println!("{hops}  {:12}  {}", node.kind.name(), node.label);
    }
    Ok(())
}
