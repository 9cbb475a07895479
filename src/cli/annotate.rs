//! `newsgraph annotate`: the layers of one document.

use super::{identity, input, output};
use anyhow::{Context, Result};
use clap::ValueEnum;
use newsgraph::annotate::{
    Annotation, analyse_lines, annotate_with, read_conllu, write_conllu, write_layers, write_tuples,
};
use newsgraph::model::Model;
use newsgraph::syntax;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Show what every stage makes of one document.
///
/// conllu: sentences, words, tags and trees as CoNLL-U, with named entities in MISC (NER=B-person, NER=I-person).
/// tuples: sentence, confidence, predicate, argument 1, argument 2 …, parted by tabs, one clause a line.
/// json: all layers, with mentions, times, entities, events and relations; offsets count code points.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  newsgraph annotate article.txt --to tuples\n  \
                        newsgraph annotate treebank.conllu --from conllu --to conllu -o out.conllu")]
pub struct Arguments {
    /// A file, or `-` for standard input
    input: PathBuf,
    /// What to write
    #[arg(long, value_enum)]
    to: To,
    /// What the input is: plain text; CoNLL-U, whose tokens and sentences are kept; or one sentence a line
    #[arg(long, value_enum, default_value_t = From::Text)]
    from: From,
    /// The reader: accurate, or fast
    #[arg(long, value_name = "MODEL", default_value_t)]
    model: Model,
    #[command(flatten)]
    names: identity::NameArguments,
    /// File to write [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum To {
    Json,
    Conllu,
    Tuples,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum From {
    Text,
    Conllu,
    Lines,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let article = input::single(&arguments.input)?;
    if let Some(path) = arguments.output.as_ref().filter(|path| input::is_input(&article, path)) {
        eprintln!(
            "error: {}: would be written over; choose another output file",
            path.display()
        );
        return Ok(ExitCode::from(2));
    }
    let names = match arguments.names.read() {
        Ok(names) => names,
        Err(error) => {
            eprintln!("error: {error}");
            return Ok(ExitCode::from(2));
        }
    };
    let document = input::read(&article)?;
    super::warm_up(arguments.model);
    let annotation = match arguments.from {
        From::Text => {
            let analysis = syntax::analyse_with(&document, arguments.model);
            annotate_with(document, analysis, &names)
        }
        From::Lines => {
            let analysis = analyse_lines(&document, arguments.model)
                .with_context(|| format!("{} cannot be read by lines", article.input))?;
            annotate_with(document, analysis, &names)
        }
        From::Conllu => {
            let read = read_conllu(&document.id, &document.text);
            let (document, sentences) = read.with_context(|| format!("{} is no CoNLL-U", article.input))?;
            let analysis = syntax::analyse_sentences(sentences, arguments.model);
            annotate_with(document, analysis, &names)
        }
    };
    let write = |out: &mut dyn Write| write_as(&annotation, arguments.to, out);
    match &arguments.output {
        Some(path) => output::write(path, write)?,
        None => {
            let mut out = BufWriter::new(io::stdout().lock());
            write(&mut out)?;
            out.flush()?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn write_as(annotation: &Annotation, to: To, out: &mut dyn Write) -> io::Result<()> {
    match to {
        To::Json => write_layers(annotation, out),
        To::Conllu => write_conllu(annotation, out),
        To::Tuples => write_tuples(annotation, out),
    }
}
