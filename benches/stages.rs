//! How fast each stage is on one core, and the whole: `cargo bench`. Items are words.
//!
//! The text is the repository's own seeds, read as one document after the other; the model is loaded before the clock starts.

use divan::Bencher;
use divan::counter::ItemsCount;
use newsgraph::annotate::{Annotation, annotate};
use newsgraph::model::Model;
use newsgraph::text::Document;
use newsgraph::write::Format;
use newsgraph::{fact, graph, identity, mention, read_document_with, syntax};

fn main() {
    divan::main();
}

/// The seeds.
fn documents() -> Vec<Document> {
    let mut paths: Vec<_> = std::fs::read_dir("seeds")
        .expect("benchmarks run in the repository")
        .map(|entry| entry.expect("seeds/ can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| std::fs::read_to_string(path).expect("seeds are texts");
    paths
        .iter()
        .map(|path| Document::new(path.display().to_string(), read(path)))
        .collect()
}

/// The seeds with what every stage made of them, and the number of their words.
fn annotations() -> (Vec<Annotation>, usize) {
    let annotations: Vec<Annotation> = documents()
        .into_iter()
        .map(|document| {
            let analysis = syntax::analyse(&document);
            annotate(document, analysis)
        })
        .collect();
    let sentences = annotations.iter().flat_map(|annotation| &annotation.analysis.sentences);
    let words = sentences.map(|sentence| sentence.tokens.len()).sum();
    (annotations, words)
}

fn each(bencher: Bencher<'_, '_>, work: impl Fn(&Annotation) + Sync) {
    let (annotations, words) = annotations();
    bencher
        .counter(ItemsCount::new(words))
        .bench(|| annotations.iter().for_each(&work));
}

#[divan::bench]
fn words_and_sentences(bencher: Bencher<'_, '_>) {
    each(bencher, |read| {
        divan::black_box(syntax::split(&read.document));
    });
}

#[divan::bench(args = Model::ALL, max_time = 10)]
fn syntax_from_text(bencher: Bencher<'_, '_>, model: Model) {
    let _ = newsgraph::model::reader(model);
    each(bencher, |read| {
        divan::black_box(syntax::analyse_with(&read.document, model));
    });
}

#[divan::bench]
fn mentions(bencher: Bencher<'_, '_>) {
    each(bencher, |read| {
        divan::black_box(mention::find(&read.document, &read.analysis));
    });
}

#[divan::bench]
fn identities(bencher: Bencher<'_, '_>) {
    each(bencher, |read| {
        let mut mentions = read.mentions.clone();
        divan::black_box(identity::resolve(&read.document, &read.analysis, &mut mentions));
    });
}

#[divan::bench]
fn facts(bencher: Bencher<'_, '_>) {
    each(bencher, |read| {
        divan::black_box(fact::extract(
            &read.document,
            &read.analysis,
            &read.mentions,
            &read.entities,
        ));
    });
}

#[divan::bench]
fn graph_and_json(bencher: Bencher<'_, '_>) {
    each(bencher, |read| {
        let graph = graph::assemble(
            &read.document,
            &read.analysis,
            &read.mentions,
            &read.entities,
            &read.facts,
        );
        let mut out = Vec::new();
        Format::Json.write(&graph, &mut out).expect("memory can be written to");
        divan::black_box(out);
    });
}

#[divan::bench(args = Model::ALL, max_time = 10)]
fn text_to_graph(bencher: Bencher<'_, '_>, model: Model) {
    let _ = newsgraph::model::reader(model);
    each(bencher, |read| {
        divan::black_box(read_document_with(&read.document, model));
    });
}
