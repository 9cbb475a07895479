//! `newsgraph export`: a graph in other tools' formats.

use super::graph_file;
use super::output::{self, Choice};
use anyhow::Result;
use newsgraph::write::{EdgesKey, FileType, Format, Options};
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
    #[arg(long, value_delimiter = ',', required = true, value_name = "FORMAT,…")]
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
            newsgraph export graphs/trial.json --to markdown"
}

pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let formats = output::formats(&arguments.to);
    let options = Options::default().with_edges_key(arguments.edges_key);
    let one = match formats[..] {
        [format] => match format.files() {
            [only] => Some(only),
            _ => None,
        },
        _ => None,
    };
    let Some(path) = &arguments.output else {
        let Some(file) = one else {
            let count: usize = formats.iter().map(|format| format.files().len()).sum();
            eprintln!("error: that is {count} files; name a folder for them with -o DIR");
            return Ok(ExitCode::from(2));
        };
        let graph = read(arguments)?;
        let mut out = BufWriter::new(io::stdout().lock());
        file.write(&graph, &options, &mut out)?;
        out.flush()?;
        return Ok(ExitCode::SUCCESS);
    };
    let name = graph_name(&arguments.graph);
    let (folder, files): (Option<&Path>, Vec<(PathBuf, &FileType)>) = match one {
        Some(file) if !is_folder(path) => (None, vec![(path.clone(), file)]),
        _ => (Some(path), output::files(path, &name, &formats)),
    };
    if let Some((path, _)) = files.iter().find(|(path, _)| is_same(path, &arguments.graph)) {
        eprintln!(
            "error: {}: would be written over; choose another output",
            path.display()
        );
        return Ok(ExitCode::from(2));
    }
    let graph = read(arguments)?;
    if let Some(folder) = folder {
        output::folder(folder)?;
    }
    output::write_files(&files, &graph, &options)?;
    Ok(ExitCode::SUCCESS)
}

fn read(arguments: &Arguments) -> Result<newsgraph::graph::KnowledgeGraph> {
    let graph = graph_file::read(&arguments.graph)?;
    Ok(if arguments.no_text { graph.without_text() } else { graph })
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
