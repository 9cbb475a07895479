//! `newsgraph build`: articles in, graphs out.

use super::draw::DrawArguments;
use super::identity;
use super::input::{self, Article, CORPUS};
use super::output::{self, Choice, Content};
use anyhow::Result;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiff::civil::Date;
use newsgraph::graph::{KnowledgeGraph, merge_with};
use newsgraph::knowledge::Gazetteer;
use newsgraph::model::Model;
use newsgraph::ontology::Kind;
use newsgraph::read_document_knowing;
use newsgraph::write::{Drawn, Options};
use std::io::IsTerminal;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::available_parallelism;
use std::time::Duration;

/// Read articles and write their graphs, one by one and all together.
///
/// For every article NAME.txt, NAME.json and NAME.dot are written to the output folder, and corpus.json and corpus.dot with
/// all articles in one graph; other formats with --format. One line per article tells on standard error what was found.
///
/// Exit code: 0; 1 when some inputs failed (the others are written); 2 for wrong usage.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  newsgraph build articles/ -o graphs/\n  newsgraph build one.txt two.txt --format dot\n  \
                        newsgraph build - -o out/ < article.txt\n  newsgraph build articles/ --knowledge names.tsv --same-as same.tsv"
)]
pub struct Arguments {
    /// Files, folders of .txt files, and `-` for standard input
    #[arg(default_value = "seeds")]
    inputs: Vec<PathBuf>,
    /// Folder for the graphs
    #[arg(short, long, value_name = "DIR", default_value = "graphs")]
    output: PathBuf,
    /// Formats to write, or `all`
    #[arg(long, value_delimiter = ',', default_value = "json,dot", value_name = "FORMAT,…",
          help = format!("Formats to write, or all: {}", output::format_names()))]
    format: Vec<Choice>,
    /// The reader: accurate, or fast
    #[arg(long, value_name = "MODEL", default_value_t)]
    model: Model,
    /// Day that "Tuesday" counts from in articles that tell none themselves (2025-11-04)
    #[arg(long, value_name = "DATE")]
    date: Option<Date>,
    #[command(flatten)]
    names: identity::NameArguments,
    #[command(flatten)]
    decisions: identity::DecisionArguments,
    /// Leave the articles' text out of the graphs
    #[arg(long)]
    no_text: bool,
    /// Say nothing but errors
    #[arg(short, long)]
    quiet: bool,
    /// Number of threads [default: one for each core]
    #[arg(short, long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    draw: DrawArguments,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let tables = arguments
        .names
        .read()
        .and_then(|names| Ok((names, arguments.decisions.read()?)));
    let (names, decisions) = match tables {
        Ok(tables) => tables,
        Err(error) => {
            eprintln!("error: {error}");
            return Ok(ExitCode::from(2));
        }
    };
    let Some(contents) = output::contents(&arguments.format, "--format", &arguments.draw)? else {
        return Ok(ExitCode::from(2));
    };
    let (articles, errors) = input::list(&arguments.inputs);
    let mut failed = errors.len();
    for error in &errors {
        eprintln!("error: {error}");
    }
    if articles.is_empty() {
        return Ok(ExitCode::FAILURE);
    }
    output::folder(&arguments.output)?;
    for article in &articles {
        for (path, _) in output::files(&arguments.output, &article.id, &contents) {
            if input::is_input(article, &path) {
                eprintln!(
                    "error: {}: would be written over; choose another output folder",
                    path.display()
                );
                return Ok(ExitCode::from(2));
            }
        }
    }
    super::warm_up(arguments.model);
    let graphs = read_all(&articles, arguments, &names)?;
    let mut kept = Vec::new();
    for (article, graph) in articles.iter().zip(graphs) {
        let written = graph.and_then(|graph| Ok((write(&graph, &article.id, &contents, arguments)?, graph)));
        match written {
            Ok((drawn, graph)) => {
                if !arguments.quiet {
                    eprintln!("{}: {}", article.id, summary(&graph));
                    say(&article.id, &drawn);
                }
                kept.push(graph);
            }
            Err(error) => {
                eprintln!("error: {error:#}");
                failed += 1;
            }
        }
    }
    if !kept.is_empty() {
        // Warnings are no noise: a line that has no effect is most likely a slip.
        let merged = merge_with(&kept, &decisions)?;
        for warning in &merged.warnings {
            eprintln!("warning: {warning}");
        }
        let drawn = write(&merged.graph, CORPUS, &contents, arguments)?;
        match drawn {
            // In no article, then: the name itself is wrong.
            Drawing::Unfound(why) => {
                eprintln!("error: {CORPUS}: {why}");
                return Ok(ExitCode::from(2));
            }
            drawn @ Drawing::Written(_) => {
                if !arguments.quiet {
                    say(CORPUS, &drawn);
                }
            }
        }
    }
    Ok(if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Reads all articles side by side; the results are in the order of the articles.
fn read_all(articles: &[Article], arguments: &Arguments, names: &Gazetteer) -> Result<Vec<Result<KnowledgeGraph>>> {
    let threads = arguments
        .jobs
        .or_else(|| available_parallelism().ok())
        .map_or(1, NonZeroUsize::get);
    let bar = progress(articles.len(), arguments.quiet);
    // Plain threads: the reader's own runtime would have a work-stealing pool begin a second article while it waits.
    let next = AtomicUsize::new(0);
    let graphs: Vec<OnceLock<Result<KnowledgeGraph>>> = articles.iter().map(|_| OnceLock::new()).collect();
    let work = || {
        while let Some((article, slot)) = articles.iter().zip(&graphs).nth(next.fetch_add(1, Ordering::Relaxed)) {
            let filled = slot.set(read_one(article, arguments, names));
            debug_assert!(filled.is_ok(), "an article is read once");
            bar.inc(1);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..threads.min(articles.len()) {
            std::thread::Builder::new().spawn_scoped(scope, work)?;
        }
        Ok(())
    })
    .map_err(|error: std::io::Error| anyhow::Error::new(error).context("no threads can be started"))?;
    bar.finish_and_clear();
    Ok(graphs.into_iter().filter_map(OnceLock::into_inner).collect())
}

/// Reads one article. A bug that it may find in us costs this article, not the others.
fn read_one(article: &Article, arguments: &Arguments, names: &Gazetteer) -> Result<KnowledgeGraph> {
    let mut document = input::read(article)?;
    document.metadata.assumed = arguments.date;
    let graph = catch_unwind(AssertUnwindSafe(|| {
        read_document_knowing(&document, arguments.model, names)
    }));
    let graph = graph.map_err(|_| {
        anyhow::anyhow!(
            "{}: reading it failed by a bug of ours; please report it",
            article.input
        )
    })?;
    Ok(if arguments.no_text { graph.without_text() } else { graph })
}

/// A bar on standard error, when that is a terminal and reading takes longer than a second.
fn progress(length: usize, quiet: bool) -> ProgressBar {
    if quiet || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(length as u64), ProgressDrawTarget::hidden());
    bar.set_style(
        ProgressStyle::with_template("{wide_bar} {pos}/{len} articles, {eta} left")
            .expect("the template is a constant"),
    );
    let shown = bar.clone();
    std::thread::spawn(move || {
        std::thread::sleep(Duration::from_secs(1));
        if !shown.is_finished() {
            shown.set_draw_target(ProgressDrawTarget::stderr());
        }
    });
    bar
}

/// What became of a graph's drawing.
enum Drawing {
    /// It is written, or none was asked for.
    Written(Option<Drawn>),
    /// What it should be about is not in the graph.
    Unfound(String),
}

fn write(graph: &KnowledgeGraph, name: &str, contents: &[Content], arguments: &Arguments) -> Result<Drawing> {
    let files = output::files(&arguments.output, name, contents);
    match arguments.draw.options(graph) {
        Ok(dot) => {
            let options = Options::default().with_dot(dot);
            Ok(Drawing::Written(output::write_files(&files, graph, &options)?))
        }
        Err(why) => {
            output::write_files(&output::without_drawings(files), graph, &Options::default())?;
            Ok(Drawing::Unfound(why))
        }
    }
}

/// What a drawing leaves out is said, so that nobody takes it for the whole graph.
fn say(name: &str, drawing: &Drawing) {
    match drawing {
        Drawing::Written(drawn) => {
            if let Some(note) = drawn.as_ref().and_then(Drawn::note) {
                eprintln!("{name}: {note}");
            }
        }
        Drawing::Unfound(why) => {
            let first = why.lines().next().unwrap_or_default();
            eprintln!("{name}: not drawn, {}", first.trim_end_matches("; there are:"));
        }
    }
}

/// What a graph holds, in a line.
fn summary(graph: &KnowledgeGraph) -> String {
    let nodes = |kind: Kind| graph.nodes().filter(|node| node.kind == kind).count();
    let relations = graph.edges().filter(|edge| edge.relation().is_some()).count();
    let count = |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    [
        count(nodes(Kind::Person), "person", "people"),
        count(nodes(Kind::Country), "country", "countries"),
        count(nodes(Kind::Organisation), "organisation", "organisations"),
        count(nodes(Kind::Location), "place", "places"),
        count(nodes(Kind::Event), "event", "events"),
        count(relations, "relation", "relations"),
    ]
    .join(", ")
}
