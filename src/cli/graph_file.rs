//! A graph that was written before.

use anyhow::{Context, Result, bail};
use newsgraph::graph::KnowledgeGraph;
use newsgraph::write::read_json;
use std::fs::File;
use std::io;
use std::path::Path;

/// Reads a JSON graph from a file, or from standard input when the path is `-`.
pub fn read(path: &Path) -> Result<KnowledgeGraph> {
    if path.as_os_str() == "-" {
        return parsed("standard input", read_json(io::stdin().lock()));
    }
    let name = path.display().to_string();
    if path.is_dir() {
        bail!("{name}: is a folder; name one of the .json graphs in it");
    }
    if !path.exists() {
        bail!("{name}: no such file; `newsgraph build` makes graphs out of articles");
    }
    let file = File::open(path).with_context(|| format!("{name}: cannot be read"))?;
    parsed(&name, read_json(file))
}

fn parsed(name: &str, read: io::Result<KnowledgeGraph>) -> Result<KnowledgeGraph> {
    read.map_err(|error| match error.kind() {
        io::ErrorKind::InvalidData => anyhow::anyhow!(
            "{name}: is no JSON graph of newsgraph ({error}); give a .json file that `newsgraph build` wrote"
        ),
        _ => anyhow::Error::new(error).context(format!("{name}: cannot be read")),
    })
}
