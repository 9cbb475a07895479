//! `newsgraph annotate`: the layers of one document.

use super::{identity, input, output};
use anyhow::{Context, Result};
use clap::ValueEnum;
use jiff::civil::Date;
use newsgraph::annotate::{
    Annotation, Record, analyse_lines, annotate_with, read_conllu, read_records, write_conllu, write_layers,
    write_tuples,
};
use newsgraph::model::Model;
use newsgraph::text::Document;
use newsgraph::{syntax, time};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Show what every stage makes of one document.
///
/// conllu: sentences, words, tags and trees as CoNLL-U; in MISC named entities (NER=B-person) and coreference (Entity=(e1-person-1-).
/// tuples: sentence, confidence, predicate, argument 1, argument 2 …, parted by tabs, one clause a line.
/// json: all layers, with mentions, times, entities, events and relations; offsets count code points.
/// times: dates, durations and times of day, one JSON object a text: id, and found with start, end, type (TIMEX3), value
/// (ISO 8601) and mod; offsets count code points.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  newsgraph annotate article.txt --to tuples\n  \
                        newsgraph annotate treebank.conllu --from conllu --to conllu -o out.conllu\n  \
                        newsgraph annotate texts.jsonl --from jsonl --to times")]
pub struct Arguments {
    /// A file, or `-` for standard input
    input: PathBuf,
    /// What to write
    #[arg(long, value_enum)]
    to: To,
    /// What the input is: plain text; CoNLL-U, whose tokens and sentences are kept; one sentence a line; or, for `--to
    /// times`, one JSON object a line with text, and perhaps id and `reference_datetime` (or reference)
    #[arg(long, value_enum, default_value_t = From::Text)]
    from: From,
    /// The reader: accurate, or fast
    #[arg(long, value_name = "MODEL", default_value_t)]
    model: Model,
    /// Day that "Tuesday" counts from where the text tells none itself (2025-11-04)
    #[arg(long, value_name = "DATE")]
    date: Option<Date>,
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
    Times,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum From {
    Text,
    Conllu,
    Lines,
    Jsonl,
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
    let mut document = input::read(&article)?;
    document.metadata.assumed = arguments.date;
    if matches!(arguments.from, From::Jsonl) {
        if !matches!(arguments.to, To::Times) {
            eprintln!("error: --from jsonl holds many texts, which only --to times writes");
            return Ok(ExitCode::from(2));
        }
        let records = read_records(&document.text).with_context(|| format!("{} is no JSON Lines", article.input))?;
        super::warm_up(arguments.model);
        return print(arguments, &|out| write_times(&records, arguments, out));
    }
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
        From::Jsonl => unreachable!("read above"),
        From::Conllu => {
            let read = read_conllu(&document.id, &document.text);
            let (mut document, sentences) = read.with_context(|| format!("{} is no CoNLL-U", article.input))?;
            document.metadata.assumed = arguments.date;
            let analysis = syntax::analyse_sentences(sentences, arguments.model);
            annotate_with(document, analysis, &names)
        }
    };
    print(arguments, &|out| write_as(&annotation, arguments.to, out))
}

/// Writes to the file that was named, or to standard output.
fn print(arguments: &Arguments, write: &dyn Fn(&mut dyn Write) -> io::Result<()>) -> Result<ExitCode> {
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
        To::Times => {
            let record = Record {
                document: annotation.document.clone(),
                id: Some(annotation.document.id.clone().into()),
                reference: None,
            };
            record.write_times(&annotation.mentions.times, out)
        }
    }
}

/// The times of every text, a line each.
fn write_times(records: &[Record], arguments: &Arguments, out: &mut dyn Write) -> io::Result<()> {
    for record in records {
        let document = Document {
            metadata: newsgraph::text::Metadata {
                assumed: arguments.date,
                ..record.document.metadata.clone()
            },
            ..record.document.clone()
        };
        let analysis = syntax::analyse_with(&document, arguments.model);
        let day = time::reference(&document, &analysis).map(|day| day.at(0, 0, 0, 0));
        record.write_times(&time::find(&document, &analysis, record.reference.or(day)), out)?;
    }
    Ok(())
}
