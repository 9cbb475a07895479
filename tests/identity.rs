//! What users say of names and of who is who, and what `newsgraph explain` tells them.

mod support;

use predicates::prelude::*;
use predicates::str::contains;
use serde_json::Value;
use support::{Dir, KENYA, NORWAY};

const VARDAL: &str = "OSLO, March 20, 2025 (Agency) - Norway's fisheries minister Ingrid Solvang visited the harbour of Vardal. Reuters \
                      reported that Nordfrakt will pay more.\n";
const REUTERS: &str =
    "Kenya signed an agreement with Peru, Reuters reported on Tuesday. John Adler praised the agreement.\n";
const NAMESAKE: &str = "Police in Lima arrested John Adler on Friday.\n";

fn corpus() -> Dir {
    let dir = Dir::new();
    dir.file("in/norway.txt", NORWAY)
        .file("in/vardal.txt", VARDAL)
        .file("in/kenya.txt", KENYA)
        .file("in/reuters.txt", REUTERS)
        .file("in/namesake.txt", NAMESAKE);
    dir
}

fn build(dir: &Dir, options: &[&str]) -> Value {
    dir.newsgraph()
        .args(["build", "-q", "--format", "json", "in"])
        .args(options)
        .assert()
        .success()
        .stderr("");
    dir.json("graphs/corpus.json")
}

fn node<'a>(graph: &'a Value, id: &str) -> Option<&'a Value> {
    graph["nodes"].as_array().unwrap().iter().find(|node| node["id"] == id)
}

fn documents(node: &Value) -> Vec<&str> {
    let mentions = node["mentions"].as_array().unwrap();
    let mut documents: Vec<&str> = mentions
        .iter()
        .map(|mention| mention["document"].as_str().unwrap())
        .collect();
    documents.dedup();
    documents
}

fn has_reason(node: &Value, rule: &str, words: &str) -> bool {
    let reasons = node["identity"].as_array();
    reasons.is_some_and(|reasons| {
        reasons
            .iter()
            .any(|reason| reason["rule"] == rule && reason["detail"].as_str().unwrap().contains(words))
    })
}

#[test]
fn evidence_unites_documents_and_is_told() {
    let dir = corpus();
    let graph = build(&dir, &[]);
    let solvang = node(&graph, "person:ingrid-solvang").unwrap();
    assert_eq!(documents(solvang), ["norway", "vardal"]);
    assert!(
        has_reason(solvang, "same name", "Ingrid Solvang = Ingrid Solvang: "),
        "{:#}",
        solvang["identity"]
    );
    // A known body of one word is one.
    let reuters = node(&graph, "organisation:reuters").unwrap();
    assert_eq!(documents(reuters), ["reuters", "vardal"]);
    assert!(node(&graph, "organisation:reuters-2").is_none());
    assert!(has_reason(reuters, "known", "Reuters = Reuters"));
    // A full name alone is no evidence.
    assert_eq!(documents(node(&graph, "person:john-adler").unwrap()), ["namesake"]);
    assert_eq!(documents(node(&graph, "person:john-adler-2").unwrap()), ["reuters"]);
}

#[test]
fn a_users_names_hold() {
    let dir = corpus();
    dir.file(
        "names.tsv",
        "kind\tname\taliases\tid\norganisation\tNordfrakt ASA\tNordfrakt\tQ42\nperson\tGrace A. Okello\tGrace Okello\n",
    );
    dir.file("more.tsv", "location\tVardal Harbour\tVardal\tvardal\n");
    let graph = build(&dir, &["--knowledge", "names.tsv", "--knowledge", "more.tsv"]);
    let nordfrakt = node(&graph, "organisation:Q42").unwrap();
    assert_eq!(nordfrakt["label"], "Nordfrakt ASA");
    assert_eq!(nordfrakt["attributes"]["known"], "organisation:Q42");
    assert_eq!(documents(nordfrakt), ["norway", "vardal"]);
    assert_eq!(node(&graph, "location:vardal").unwrap()["label"], "Vardal Harbour");
    let okello = node(&graph, "person:grace-a-okello").unwrap();
    assert_eq!(okello["label"], "Grace A. Okello");
    assert_eq!(okello["aliases"][0]["text"], "Grace Okello");
    // The layers of one document know them too.
    dir.newsgraph()
        .args([
            "annotate",
            "in/vardal.txt",
            "--to",
            "conllu",
            "--knowledge",
            "names.tsv",
        ])
        .assert()
        .success()
        .stdout(contains("Nordfrakt").and(contains("NER=B-organisation")));
}

#[test]
fn a_users_word_makes_one_or_two() {
    let dir = corpus();
    dir.file("same.tsv", "first\tsecond\nperson:john-adler\tperson:john-adler-2\n");
    let graph = build(&dir, &["--same-as", "same.tsv"]);
    let adler = node(&graph, "person:john-adler").unwrap();
    assert_eq!(documents(adler), ["namesake", "reuters"]);
    assert!(has_reason(
        adler,
        "user's word",
        "John Adler = John Adler (same.tsv, line 2)"
    ));
    dir.file("not.tsv", "Ingrid Solvang\tIngrid Solvang\tnorway\tvardal\n");
    let graph = build(&dir, &["--not-same", "not.tsv"]);
    for (id, document) in [
        ("person:ingrid-solvang", "norway"),
        ("person:ingrid-solvang-2", "vardal"),
    ] {
        let solvang = node(&graph, id).unwrap();
        assert_eq!(documents(solvang), [document]);
        assert!(has_reason(
            solvang,
            "user's word",
            "Ingrid Solvang ≠ Ingrid Solvang (not.tsv, line 1)"
        ));
    }
}

#[test]
fn what_has_no_effect_is_said() {
    let dir = corpus();
    dir.file("same.tsv", "Ingrid Solvang\tNobody Known\n");
    dir.newsgraph()
        .args(["build", "--format", "json", "in", "--same-as", "same.tsv"])
        .assert()
        .success()
        .stderr(contains("warning: same.tsv, line 1: no document names Nobody Known"));
}

#[test]
fn bad_tables_name_file_and_line_and_write_nothing() {
    let dir = corpus();
    let check = |option: &str, table: &[u8], said: &[&str]| {
        dir.file("table.tsv", table);
        let mut assert = dir
            .newsgraph()
            .args(["build", "in", option, "table.tsv"])
            .assert()
            .code(2)
            .stderr(contains("error: table.tsv").and(contains("panicked").not()));
        for words in said {
            assert = assert.stderr(contains(*words));
        }
        assert!(dir.names("graphs").is_empty());
    };
    check(
        "--knowledge",
        b"ship\tNord\n",
        &["line 1", "\"ship\" is no kind; allowed are person, country"],
    );
    check(
        "--knowledge",
        b"person\tA B\nperson\tC D\tA B\n",
        &["line 2", "is a name of A B in table.tsv, line 1"],
    );
    check("--knowledge", b"person\t\xff\n", &["is not UTF-8 at byte 7"]);
    check(
        "--same-as",
        b"x\ty\tz\tw\tv\n",
        &["line 1: has 5 columns; allowed are two ids or names"],
    );
    check(
        "--not-same",
        b"# who\nx\tx\n",
        &["line 2: x cannot be kept apart from itself", "columns 3 and 4"],
    );
    dir.file("same.tsv", "a\tx\nb\tx\n").file("table.tsv", "b\ta\n");
    dir.newsgraph()
        .args(["build", "in", "--same-as", "same.tsv", "--not-same", "table.tsv"])
        .assert()
        .code(2)
        .stderr(contains("error: table.tsv, line 1: b and a cannot be kept apart").and(contains("same.tsv, line 2")));
    dir.newsgraph()
        .args(["build", "in", "--knowledge", "gone.tsv"])
        .assert()
        .code(2)
        .stderr(contains("error: gone.tsv: cannot be read"));
}

#[test]
fn explain_tells_why() {
    let dir = corpus();
    build(&dir, &[]);
    let explain = |subject: &str| {
        dir.newsgraph()
            .args(["explain", "graphs/corpus.json", subject])
            .assert()
    };
    explain("ingrid solvang")
        .success()
        .stdout(contains("person:ingrid-solvang\nIngrid Solvang: person"))
        .stdout(contains("roles: minister"))
        .stdout(contains("Names in the texts: Ingrid Solvang (2), Solvang (1)"))
        .stdout(contains("norway, surname: Solvang = Ingrid Solvang"))
        .stdout(contains("vardal, same name: Ingrid Solvang = Ingrid Solvang"))
        .stdout(contains("norway: Norway Rejects Harbour Sale, 2025-03-11"))
        .stdout(contains(
            "name: Solvang\n    \"We did not attack anyone,\" Solvang said.",
        ))
        .stdout(contains("actor person:ingrid-solvang (Ingrid Solvang)"))
        .stdout(contains("  the event: affirmed, actual,"));
    let graph = dir.json("graphs/corpus.json");
    let edges = graph["edges"].as_array().unwrap();
    let relation = edges.iter().find(|edge| edge["class"] == "relation").unwrap();
    explain(relation["id"].as_str().unwrap())
        .success()
        .stdout(contains(relation["source"].as_str().unwrap()))
        .stdout(contains("affirmed, actual, in the article's own voice, confidence"));
    let mut nodes = graph["nodes"].as_array().unwrap().iter();
    let event = nodes
        .find(|node| node["type"] == "reject" && node["time"]["text"] == "Tuesday")
        .unwrap();
    explain(event["id"].as_str().unwrap())
        .success()
        .stdout(contains("Statements: 2").and(contains("time: 2025-03-11 (Tuesday)")));
    explain("John Adler")
        .code(1)
        .stdout("")
        .stderr(contains("\"John Adler\" names 2 nodes").and(contains("person:john-adler-2  John Adler")));
    explain("Ingrid").code(1).stderr(contains(
        "is no id and no name in this graph; there are:\n  person:ingrid-solvang",
    ));
    explain("Xyzzy")
        .code(1)
        .stderr(contains("\"Xyzzy\" is no id and no name in this graph"));
}

#[test]
fn explain_reads_graphs_only_and_goes_without_texts() {
    let dir = corpus();
    build(&dir, &["--no-text"]);
    dir.newsgraph()
        .args(["explain", "graphs/corpus.json", "country:NO"])
        .assert()
        .success()
        .stdout(contains("country: NO"));
    for (path, said) in [("in/norway.txt", "is no graph"), ("gone.json", "cannot be read")] {
        dir.newsgraph()
            .args(["explain", path, "country:NO"])
            .assert()
            .code(1)
            .stderr(contains(format!("error: {path}")).and(contains(said)));
    }
}
