//! `newsgraph export`: a graph in other tools' formats.

use super::draw::DrawArguments;
use super::graph_file;
use super::output::{self, Choice, Content};
use anyhow::Result;
use newsgraph::graph::KnowledgeGraph;
use newsgraph::write::{Drawn, EdgesKey, Format, Options};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Write a graph in the formats of other tools.
///
/// One format of one file goes to standard output, or to the file that -o names. Several formats, and those that take
/// several files, go to the folder that -o names, as NAME.ENDING with the name of the graph's file.
#[derive(Debug, clap::Args)]
#[command(
    after_help = after_help(),
    after_long_help = after_help()
)]
pub struct Arguments {
    /// The graph: a .json file that `newsgraph build` wrote, or `-` for standard input
    #[arg(value_name = "GRAPH.json")]
    graph: PathBuf,
    /// Formats to write, or `all`
    #[arg(
        long,
        value_delimiter = ',',
        required_unless_present = "render",
        value_name = "FORMAT,…"
    )]
    to: Vec<Choice>,
    /// File or folder to write [default: standard output]
    #[arg(short, long, value_name = "FILE|DIR")]
    output: Option<PathBuf>,
    /// Name of the list of edges in node-link JSON: edges, or links for older readers
    #[arg(long, value_name = "KEY", default_value = "edges")]
    edges_key: EdgesKey,
    /// Leave the articles' text out
    #[arg(long)]
    no_text: bool,
    #[command(flatten)]
    draw: DrawArguments,
}

fn after_help() -> String {
    let mut help = String::from("Formats:\n");
    for format in Format::all() {
        let files: Vec<String> = format
            .files()
            .iter()
            .map(|file| format!(".{}", file.ending()))
            .collect();
        let files = match files.first() {
            Some(first) if first.contains('/') => first.split_inclusive('/').next().unwrap_or_default().to_owned(),
            _ => files.join(" "),
        };
        help += &format!("  {:<11} {} ({files})\n", format.name(), format.title());
    }
    help + "\nExamples:\n  newsgraph export graphs/corpus.json --to graphml -o corpus.graphml\n  \
            newsgraph export graphs/corpus.json --to csv,gexf,neo4j -o exports/\n  \
            newsgraph export graphs/trial.json --to markdown\n  \
            newsgraph export graphs/corpus.json --focus Mexico --hops 2 --render svg -o mexico.svg"
}

pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let Some(contents) = output::contents(&arguments.to, "--to", &arguments.draw)? else {
        return Ok(ExitCode::from(2));
    };
    let one = match contents[..] {
        [only] => Some(only),
        _ => None,
    };
    let Some(path) = &arguments.output else {
        let Some(content) = one else {
            eprintln!(
                "error: that is {} files; name a folder for them with -o DIR",
                contents.len()
            );
            return Ok(ExitCode::from(2));
        };
        let (graph, options) = match read(arguments)? {
            Ok(read) => read,
            Err(code) => return Ok(code),
        };
        let mut out = BufWriter::new(io::stdout().lock());
        let drawn = content.write(&graph, &options, &mut out)?;
        out.flush()?;
        say(drawn.as_ref(), arguments);
        return Ok(ExitCode::SUCCESS);
    };
    let name = graph_name(&arguments.graph);
    let (folder, files): (Option<&Path>, Vec<(PathBuf, Content)>) = match one {
        Some(content) if !is_folder(path) => (None, vec![(path.clone(), content)]),
        _ => (Some(path), output::files(path, &name, &contents)),
    };
    if let Some((path, _)) = files.iter().find(|(path, _)| is_same(path, &arguments.graph)) {
        eprintln!(
            "error: {}: would be written over; choose another output",
            path.display()
        );
        return Ok(ExitCode::from(2));
    }
    let (graph, options) = match read(arguments)? {
        Ok(read) => read,
        Err(code) => return Ok(code),
    };
    if let Some(folder) = folder {
        output::folder(folder)?;
    }
    let drawn = output::write_files(&files, &graph, &options)?;
    say(drawn.as_ref(), arguments);
    Ok(ExitCode::SUCCESS)
}

/// What a drawing leaves out is said, so that nobody takes it for the whole graph.
fn say(drawn: Option<&Drawn>, arguments: &Arguments) {
    if let Some(note) = drawn.and_then(Drawn::note) {
        eprintln!("{}: {note}", graph_name(&arguments.graph));
    }
}

/// The graph and the options for it, or wrong usage.
fn read(arguments: &Arguments) -> Result<Result<(KnowledgeGraph, Options), ExitCode>> {
    let graph = graph_file::read(&arguments.graph)?;
    let graph = if arguments.no_text { graph.without_text() } else { graph };
    let dot = match arguments.draw.options(&graph) {
        Ok(dot) => dot,
        Err(error) => {
            eprintln!("error: {}: {error}", arguments.graph.display());
            return Ok(Err(ExitCode::from(2)));
        }
    };
    let options = Options::default().with_edges_key(arguments.edges_key).with_dot(dot);
    Ok(Ok((graph, options)))
}

/// The graph's name: that of its file without `.json`.
fn graph_name(path: &Path) -> String {
    let stem = path.file_stem().filter(|_| path.as_os_str() != "-");
    stem.map_or_else(|| "graph".to_owned(), |stem| stem.to_string_lossy().into_owned())
}

/// Whether a folder is meant: it is there, or the path ends like one.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().as_encoded_bytes().ends_with(b"/")
}

fn is_same(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    }
}
