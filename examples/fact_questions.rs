//! What is asked of every word and every two words before a fact is told, as `training/` reads it: one JSON object a line.
//!
//! `cargo run --release --example fact_questions < ARTICLES.jsonl`: each line of the input has an `id`, a `text`, and the
//! `triggers` that annotators marked in it, as start, end (in code points) and type.

use newsgraph::fact::{GivenTrigger, Question, export};
use newsgraph::model::Model;
use newsgraph::text::{CodePoints, Document, Span};
use newsgraph::{identity, mention, syntax};
use serde::Deserialize;
use serde_json::json;
use std::error::Error;
use std::io::{BufRead, BufWriter, Write, stdin, stdout};

#[derive(Deserialize)]
struct Article {
    id: String,
    text: String,
    triggers: Vec<(usize, usize, String)>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let model = std::env::args()
        .nth(1)
        .map_or(Ok(Model::default()), |name| name.parse())?;
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lock().lines() {
        let article: Article = serde_json::from_str(&line?)?;
        let mut bytes: Vec<usize> = article.text.char_indices().map(|(at, _)| at).collect();
        bytes.push(article.text.len());
        let triggers = article
            .triggers
            .into_iter()
            .map(|(start, end, event_type)| GivenTrigger {
                span: Span::new(bytes[start], bytes[end]),
                event_type,
            });
        let triggers: Vec<GivenTrigger> = triggers.collect();
        let document = Document::new(article.id, article.text);
        let analysis = syntax::analyse_with(&document, model);
        let mut mentions = mention::find(&document, &analysis);
        let entities = identity::resolve(&document, &analysis, &mut mentions);
        let export = export(&document, &analysis, &mentions, &entities, &triggers);
        let points = CodePoints::new(&document.text);
        let span = |span: Span| (points.at(span.start), points.at(span.end));
        let sentences = analysis.sentences.iter().map(|sentence| {
            let tokens = sentence.tokens.iter().map(|token| {
                let (start, end) = span(token.span);
                json!([start, end, token.form])
            });
            tokens.collect::<Vec<_>>()
        });
        let found = mentions.mentions.iter().map(|mention| span(mention.span));
        let questions = |questions: &[Question]| {
            let questions = questions.iter();
            let lines = questions.map(|question| json!([question.words, question.about, question.evidence]));
            lines.collect::<Vec<_>>()
        };
        let line = json!({
            "id": document.id, "sentences": sentences.collect::<Vec<_>>(), "mentions": found.collect::<Vec<_>>(),
            "entities": entities.of_mention, "evidence": export.evidence, "given": export.given,
            "trigger": questions(&export.triggers), "role": questions(&export.roles), "source": questions(&export.sources),
            "status": questions(&export.status), "same": questions(&export.same), "relation": questions(&export.relations),
        });
        serde_json::to_writer(&mut out, &line)?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(())
}
