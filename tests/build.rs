//! `newsgraph build`, as a user sees it.

mod support;

use predicates::prelude::*;
use predicates::str::contains;
use std::fs;
use std::process::Command;
use support::{Dir, KENYA, NORWAY, root};

fn two_articles() -> Dir {
    let dir = Dir::new();
    dir.file("seeds/norway.txt", NORWAY).file("seeds/kenya.txt", KENYA);
    dir
}

#[test]
fn reads_seeds_and_writes_graphs() {
    let dir = two_articles();
    let lines = contains("kenya: 1 person, 3 countries").and(contains("norway: "));
    dir.newsgraph().arg("build").assert().success().stdout("").stderr(lines);
    let wanted = [
        "corpus.dot",
        "corpus.json",
        "kenya.dot",
        "kenya.json",
        "norway.dot",
        "norway.json",
    ];
    assert_eq!(dir.names("graphs"), wanted);
    let corpus = dir.json("graphs/corpus.json");
    assert_eq!(corpus["graph"]["documents"].as_array().unwrap().len(), 2);
    let norway: Vec<_> = corpus["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|node| node["id"] == "country:NO")
        .collect();
    assert_eq!(norway.len(), 1, "one node for Norway in both articles");
    assert!(
        norway[0]["identity"]
            .as_array()
            .unwrap()
            .iter()
            .any(|reason| reason["rule"] == "country code")
    );
}

#[test]
fn a_rejected_sale_and_a_denied_attack_stay_what_they_are() {
    let dir = two_articles();
    dir.newsgraph().args(["build", "-q"]).assert().success();
    let graph = dir.json("graphs/norway.json");
    let event = |of_type: &str| {
        graph["nodes"]
            .as_array()
            .unwrap()
            .iter()
            .find(|node| node["type"] == of_type)
            .cloned()
    };
    assert_eq!(event("reject").expect("the minister rejects")["modality"], "actual");
    if let Some(sale) = event("trade") {
        assert_eq!(sale["modality"], "possible");
    }
    if let Some(attack) = event("assault") {
        assert_eq!(attack["polarity"], "negated");
    }
    assert_eq!(graph["graph"]["documents"][0]["published"], "2025-03-11");
}

#[test]
fn quiet_says_nothing() {
    two_articles()
        .newsgraph()
        .args(["build", "--quiet"])
        .assert()
        .success()
        .stdout("")
        .stderr("");
}

#[test]
fn formats_output_folder_and_standard_input() {
    let dir = two_articles();
    dir.newsgraph()
        .args(["build", "-", "--format", "dot", "-o", "out/deep"])
        .write_stdin(NORWAY)
        .assert()
        .success();
    assert_eq!(dir.names("out/deep"), ["corpus.dot", "stdin.dot"]);
    dir.newsgraph()
        .args(["build", "--format", "svg"])
        .assert()
        .code(2)
        .stderr(contains("there are json, dot"));
}

#[test]
fn the_fast_model_is_named_in_its_graphs() {
    let dir = two_articles();
    let build = |model: &str| dir.newsgraph().args(["build", "-q", "--model", model]).assert();
    let generator = |name: &str| dir.json(name)["graph"]["generator"]["model"].clone();
    build("fast").success();
    assert_eq!(generator("graphs/corpus.json"), "fast 3");
    build("accurate").success();
    assert_eq!(generator("graphs/norway.json"), "accurate 3");
    build("quick").code(2).stderr(contains("there are accurate, fast"));
}

#[test]
fn text_can_be_left_out() {
    let dir = two_articles();
    dir.newsgraph()
        .args(["build", "-q", "--no-text", "seeds/kenya.txt"])
        .assert()
        .success();
    let document = &dir.json("graphs/kenya.json")["graph"]["documents"][0];
    assert!(document.get("text").is_none());
    assert_eq!(document["characters"], KENYA.chars().count());
}

#[test]
fn wrong_usage_ends_with_2() {
    Dir::new()
        .newsgraph()
        .args(["build", "--no-such-option"])
        .assert()
        .code(2);
    Dir::new().newsgraph().assert().code(2).stderr(contains("Usage"));
}

#[test]
fn the_same_bytes_whatever_the_threads_and_the_order() {
    let dir = Dir::new();
    for (name, text) in support::articles("seeds") {
        dir.file(&format!("in/{name}.txt"), text);
    }
    // Two articles of one name, and namesakes in two articles.
    dir.file(
        "in/more/trial.txt",
        "Smith met Smith.\n\nPolice arrested Smith in Oslo.\n",
    );
    dir.file("in/z.txt", "Smith was arrested by police in Bergen.\n");
    let names: Vec<String> = dir.names("in").into_iter().map(|name| format!("in/{name}")).collect();
    dir.newsgraph()
        .args(["build", "-q", "-j1", "-o", "a"])
        .args(&names)
        .assert()
        .success();
    dir.newsgraph()
        .args(["build", "-q", "-j2", "-o", "b"])
        .args(names.iter().rev())
        .assert()
        .success();
    dir.newsgraph()
        .args(["build", "-q", "-j2", "-o", "c", "in"])
        .assert()
        .success();
    let first = dir.content("a");
    assert!(first.contains_key("trial-2.json") && first.contains_key("corpus.dot"));
    assert!(first == dir.content("b"), "the order of the inputs changed a byte");
    assert!(first == dir.content("c"), "a second run changed a byte");
}

#[test]
fn bare_surnames_of_two_documents_stay_apart() {
    let dir = Dir::new();
    dir.file("a.txt", "Police arrested Smith in Oslo.")
        .file("b.txt", "Police arrested Smith in Bergen.");
    dir.newsgraph()
        .args(["build", "-q", "a.txt", "b.txt"])
        .assert()
        .success();
    let corpus = dir.json("graphs/corpus.json");
    let smiths = corpus["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|node| node["label"] == "Smith")
        .count();
    assert_eq!(smiths, 2);
}

/// `graphs/` is what this program makes of `seeds/`.
#[test]
fn the_graphs_in_the_repository_are_fresh() {
    let dir = Dir::new();
    dir.newsgraph()
        .args(["build", "-q", "-o"])
        .arg(dir.path("made"))
        .arg(root().join("seeds"))
        .assert()
        .success();
    let made = dir.content("made");
    let mut kept: Vec<String> = fs::read_dir(root().join("graphs"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    kept.sort();
    assert_eq!(
        kept,
        made.keys().cloned().collect::<Vec<_>>(),
        "stale: run `cargo run --release -- build`"
    );
    for (name, bytes) in made {
        let same = fs::read(root().join("graphs").join(&name)).unwrap() == bytes;
        assert!(same, "graphs/{name} is stale: run `cargo run --release -- build`");
    }
}

#[test]
fn graphviz_draws_every_file() {
    if Command::new("dot").arg("-V").output().is_err() {
        eprintln!("skipped: Graphviz is not installed");
        return;
    }
    let dir = Dir::new();
    let nasty = "Mr \"Quote\\\" Smith & <b>Sons</b> \\N met A&amp;B Corp. in Oslo.\u{7} \u{202e}Norway\u{202c} attacked Denmark's \"\\G\" Army.\n";
    dir.file("nasty \"name\" & more.txt", nasty).file("plain.txt", NORWAY);
    dir.newsgraph()
        .args(["build", "-q", ".", "--format", "dot", "-o", "drawings"])
        .assert()
        .success();
    for name in dir.names("drawings") {
        let drawn = Command::new("dot")
            .arg("-Tsvg")
            .arg(dir.path("drawings").join(&name))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&drawn.stderr).into_owned();
        assert!(
            drawn.status.success() && !said.contains("syntax") && !said.contains("Warning"),
            "{name}: {said}"
        );
        assert!(String::from_utf8_lossy(&drawn.stdout).contains("</svg>"), "{name}");
    }
}
