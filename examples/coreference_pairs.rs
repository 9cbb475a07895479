//! What is asked of every two candidates of coreference, as `training/` reads it: one JSON object a line and file.
//!
//! `cargo run --release --example coreference_pairs -- FILE…`: texts, or CoNLL-U files whose words are kept.

use newsgraph::annotate::read_conllu;
use newsgraph::model::Model;
use newsgraph::text::{CodePoints, Document};
use newsgraph::{identity, mention, syntax};
use serde_json::json;
use std::error::Error;
use std::io::{BufWriter, Write, stdout};
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(stdout().lock());
    for path in std::env::args().skip(1) {
        let path = Path::new(&path);
        let source = std::fs::read_to_string(path)?;
        let id = path.file_stem().unwrap_or_default().to_string_lossy();
        let (document, analysis) = if path.extension().is_some_and(|extension| extension == "conllu") {
            let (document, sentences) = read_conllu(&id, &source)?;
            (document, syntax::analyse_sentences(sentences, Model::default()))
        } else {
            let document = Document::new(id, source);
            let analysis = syntax::analyse(&document);
            (document, analysis)
        };
        let mentions = mention::find(&document, &analysis);
        let export = identity::export(&analysis, &mentions);
        let points = CodePoints::new(&document.text);
        let tokens = analysis.sentences.iter().map(|sentence| {
            let token = |token: &newsgraph::text::Token| {
                let head = token.head.map_or(-1, |head| i64::try_from(head).unwrap_or(-1));
                json!([
                    points.at(token.span.start),
                    points.at(token.span.end),
                    token.form,
                    head,
                    token.xpos
                ])
            };
            sentence.tokens.iter().map(token).collect::<Vec<_>>()
        });
        let tokens: Vec<_> = tokens.collect();
        let line = json!({
            "id": document.id, "questions": export.questions, "sentences": tokens,
            "candidates": export.candidates, "pairs": export.pairs,
        });
        serde_json::to_writer(&mut out, &line)?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(())
}
