//! `newsgraph explain`: why a graph holds what it holds.

use anyhow::{Context, Result};
use newsgraph::write::{read_json, write_explanation};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Tell why a node holds what it holds, or where an edge comes from.
///
/// For a node: its names, every mention with its sentence, why they are one, its documents and edges. For an edge: its
/// evidence, whose word it is, polarity, modality, time and confidence.
///
/// Exit code: 0; 1 when the graph can't be read or the name is nobody's or several nodes' (which are listed).
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  newsgraph explain graphs/corpus.json person:claudia-sheinbaum\n  \
                        newsgraph explain graphs/corpus.json Sheinbaum\n  newsgraph explain graphs/corpus.json e12"
)]
pub struct Arguments {
    /// A graph that `build` wrote as JSON
    graph: PathBuf,
    /// Id of a node or edge, or a name that only one node has
    #[arg(value_name = "NODE_OR_EDGE")]
    subject: String,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let path = arguments.graph.display();
    let file = File::open(&arguments.graph).with_context(|| format!("{path}: cannot be read"))?;
    let graph = read_json(file).with_context(|| format!("{path}: is no graph that `newsgraph build` wrote as JSON"))?;
    let subject = graph.find(&arguments.subject).with_context(|| path.to_string())?;
    let mut out = BufWriter::new(io::stdout().lock());
    write_explanation(&graph, subject, &mut out)?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
