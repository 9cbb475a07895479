//! Who is who in made corpora of 200 articles, against the truth that was planted in them: namesakes, relatives, acronyms of two
//! bodies, and spellings of one name.

#[path = "support/made_corpus.rs"]
mod made_corpus;
mod support;

use made_corpus::{Article, Dice, corpus};
use newsgraph::graph::{KnowledgeGraph, merge};
use newsgraph::model::Model;
use newsgraph::read_document_with;
use newsgraph::text::Document;
use newsgraph::write::Format;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use support::Dir;

fn read_all(articles: &[Article]) -> Vec<KnowledgeGraph> {
    let next = AtomicUsize::new(0);
    let graphs = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(article) = articles.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let document = Document::new(article.id.clone(), article.text.clone());
                    let graph = read_document_with(&document, Model::Fast);
                    graphs.lock().unwrap().push(graph);
                }
            });
        }
    });
    graphs.into_inner().unwrap()
}

fn bytes(graphs: &[KnowledgeGraph]) -> Vec<u8> {
    let mut out = Vec::new();
    Format::Json.write(&merge(graphs), &mut out).unwrap();
    out
}

#[test]
fn planted_people_and_bodies_are_told_apart() {
    let found: Vec<(usize, usize)> = (1..=3).map(check_corpus).collect();
    let (right, all) = found
        .into_iter()
        .fold((0, 0), |sum, found| (sum.0 + found.0, sum.1 + found.1));
    assert!(right * 10 >= all * 9, "only {right} of {all} pairs");
}

/// No wrong merge, and the same bytes in any order; gives back how many pairs of articles that name one being were found so, of how
/// many.
fn check_corpus(seed: u64) -> (usize, usize) {
    let (articles, beings) = corpus(seed);
    assert_eq!(articles.len(), 200);
    let mut graphs = read_all(&articles);
    let merged = merge(&graphs);
    // Which being each name stands for, in code points, and the node that has it.
    let mut places: BTreeMap<(&str, usize), usize> = BTreeMap::new();
    for article in &articles {
        for &(start, _, being) in &article.truth {
            places.insert((&article.id, article.text[..start].chars().count()), being);
        }
    }
    let (mut wrong, mut right, mut inside) = (Vec::new(), 0, Vec::new());
    let mut found: BTreeSet<(&str, usize)> = BTreeSet::new();
    for node in merged.nodes() {
        let Some(entity) = node.entity() else { continue };
        let mut held: BTreeSet<(&str, usize)> = BTreeSet::new();
        for mention in entity.mentions.iter().filter(|mention| mention.form == "name") {
            if let Some((&(document, _), &being)) = places.get_key_value(&(mention.document.as_str(), mention.start)) {
                held.insert((document, being));
            }
        }
        found.extend(&held);
        let held: Vec<(&str, usize)> = held.into_iter().collect();
        for (index, a) in held.iter().enumerate() {
            for b in &held[index + 1..] {
                let says = || {
                    format!(
                        "{}: {} of {} and {} of {}",
                        node.id, beings[a.1].spellings[0], a.0, beings[b.1].spellings[0], b.0
                    )
                };
                match (a.0 == b.0, a.1 == b.1) {
                    (true, false) => inside.push(says()),
                    (false, true) => right += 1,
                    (false, false) => wrong.push(says()),
                    (true, true) => {}
                }
            }
        }
    }
    // All pairs of articles that name one being.
    let mut named: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for ((document, _), being) in &places {
        named.entry(*being).or_default().insert(document);
    }
    let all: usize = named
        .values()
        .map(|documents| documents.len() * (documents.len() - 1) / 2)
        .sum();
    let share = f64::from(u32::try_from(right).unwrap()) / f64::from(u32::try_from(all).unwrap());
    eprintln!(
        "{} beings in {} articles: {right} of {all} pairs found ({:.1} %), {} wrong; {} beings within an article taken for one; {} of {} occurrences found",
        beings.len(),
        articles.len(),
        share * 100.0,
        wrong.len(),
        inside.len(),
        found.len(),
        named.values().map(BTreeSet::len).sum::<usize>()
    );
    for (being, documents) in &named {
        let nodes: BTreeSet<&str> = merged
            .nodes()
            .filter(|node| {
                node.entity().is_some_and(|entity| {
                    let mut mentions = entity.mentions.iter();
                    mentions.any(|mention| places.get(&(mention.document.as_str(), mention.start)) == Some(being))
                })
            })
            .map(|node| node.id.as_str())
            .collect();
        if nodes.len() > 1 {
            eprintln!("{} in {documents:?}: {nodes:?}", beings[*being].spellings[0]);
        }
    }
    for line in &inside {
        eprintln!("within: {line}");
    }
    assert!(wrong.is_empty(), "{} wrong merges: {wrong:#?}", wrong.len());
    // Neither the order of the documents nor that in which threads were done with them changes a byte.
    let first = bytes(&graphs);
    let mut dice = Dice(7);
    for _ in 0..3 {
        dice.shuffle(&mut graphs);
        assert!(bytes(&graphs) == first, "the order changed a byte");
    }
    (right, all)
}

#[test]
fn threads_and_order_change_no_byte_of_the_files() {
    let (articles, _) = corpus(1);
    let dir = Dir::new();
    let mut names = Vec::new();
    for article in &articles[..24] {
        dir.file(&format!("in/{}.txt", article.id), &article.text);
        names.push(format!("in/{}.txt", article.id));
    }
    let build = |jobs: &str, out: &str, names: &[String]| {
        let mut command = dir.newsgraph();
        command.args(["build", "-q", "--model", "fast", "--format", "json", jobs, "-o", out]);
        command.args(names).assert().success();
    };
    build("-j1", "one", &names);
    names.reverse();
    build("-j3", "three", &names);
    assert!(dir.content("one") == dir.content("three"));
}

/// A thousand documents that speak of the same people, and of a thousand others, merge in a time that is nearly linear.
#[test]
fn merging_many_documents_is_fast() {
    let (articles, _) = corpus(1);
    let graphs: Vec<KnowledgeGraph> = read_all(&articles[..20]);
    let many = |count: usize| -> Vec<KnowledgeGraph> {
        (0..count)
            .map(|number| {
                let mut file = Vec::new();
                Format::Json.write(&graphs[number % graphs.len()], &mut file).unwrap();
                let id = graphs[number % graphs.len()].documents()[0].id.clone();
                let text = String::from_utf8(file)
                    .unwrap()
                    .replace(&format!("\"{id}\""), &format!("\"d{number}\""));
                newsgraph::write::read_json(text.as_bytes()).unwrap()
            })
            .collect()
    };
    let time = |count: usize| {
        let graphs = many(count);
        // The best of three: what else runs on the machine takes time too.
        let once = || {
            let start = std::time::Instant::now();
            assert_eq!(merge(&graphs).documents().len(), count);
            start.elapsed().as_secs_f64()
        };
        (0..3).map(|_| once()).fold(f64::INFINITY, f64::min)
    };
    let (few, much) = (time(125), time(1_000));
    eprintln!("125 documents: {few:.3} s, 1,000 documents: {much:.3} s");
    // Eight times as many; quadratic time would be 64. Other work on the machine may multiply it.
    assert!(much < few.max(0.05) * 40.0, "{few} s, {much} s");
}
