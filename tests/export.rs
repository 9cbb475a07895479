//! `newsgraph export` and `build --format`, as a user sees them.

mod support;

use newsgraph::write::{Format, read_json};
use predicates::prelude::*;
use predicates::str::{contains, starts_with};
use std::fs;
use support::{Dir, NORWAY, root};

/// A folder with a graph of the repository.
fn with_graph() -> Dir {
    let dir = Dir::new();
    dir.file("trial.json", fs::read(root().join("graphs/trial.json")).unwrap());
    dir
}

#[test]
fn one_file_goes_to_standard_output_or_where_it_is_told() {
    let dir = with_graph();
    let export = |arguments: &[&str]| {
        let mut command = dir.newsgraph();
        command.args(["export", "trial.json", "--to"]).args(arguments).assert()
    };
    export(&["graphml"]).success().stdout(starts_with("<?xml")).stderr("");
    export(&["gexf", "-o", "x.gexf"]).success().stdout("").stderr("");
    assert!(
        fs::read_to_string(dir.path("x.gexf"))
            .unwrap()
            .contains("version=\"1.3\"")
    );
    // A folder that is there, and one that is to be made.
    fs::create_dir(dir.path("out")).unwrap();
    export(&["markdown", "-o", "out"]).success();
    export(&["mermaid", "-o", "new/"]).success();
    assert_eq!(dir.names("out"), ["trial.md"]);
    assert_eq!(dir.names("new"), ["trial.mmd"]);
    let piped = dir
        .newsgraph()
        .args(["export", "-", "--to", "json"])
        .write_stdin(fs::read(dir.path("trial.json")).unwrap())
        .assert();
    let same = piped.success().get_output().stdout == fs::read(dir.path("trial.json")).unwrap();
    assert!(same, "reading and writing changes the graph");
}

#[test]
fn all_formats_at_once() {
    let dir = with_graph();
    dir.newsgraph()
        .args(["export", "trial.json", "--to", "all", "-o", "out"])
        .assert()
        .success()
        .stderr(starts_with("trial: ").and(contains(" nodes drawn, the most salient; left out: ")));
    let mut wanted: Vec<String> = Format::all()
        .flat_map(Format::files)
        .map(|file| format!("trial.{}", file.ending().split('/').next().unwrap()))
        .collect();
    wanted.sort();
    wanted.dedup();
    assert_eq!(dir.names("out"), wanted);
    assert_eq!(
        dir.names("out/trial.neo4j"),
        [
            "README.txt",
            "nodes-documents.csv",
            "nodes.csv",
            "relationships-documents.csv",
            "relationships.csv"
        ]
    );
    assert_eq!(
        fs::read(dir.path("out/trial.json")).unwrap(),
        fs::read(dir.path("trial.json")).unwrap()
    );
    // Again, over what is there.
    dir.newsgraph()
        .args(["export", "trial.json", "--to", "csv,neo4j,csv", "-o", "out"])
        .assert()
        .success();
    assert_eq!(dir.names("out"), wanted);
}

#[test]
fn build_writes_other_formats_too() {
    let dir = Dir::new();
    dir.file("norway.txt", NORWAY);
    dir.newsgraph()
        .args([
            "build",
            "-q",
            "norway.txt",
            "--model",
            "fast",
            "--format",
            "csv,neo4j",
            "-o",
            "out",
        ])
        .assert()
        .success();
    let wanted = [
        "corpus.edges.csv",
        "corpus.neo4j",
        "corpus.nodes.csv",
        "norway.edges.csv",
        "norway.neo4j",
        "norway.nodes.csv",
    ];
    assert_eq!(dir.names("out"), wanted);
}

#[test]
fn links_for_older_readers_read_back() {
    let dir = with_graph();
    dir.newsgraph()
        .args([
            "export",
            "trial.json",
            "--to",
            "json",
            "--edges-key",
            "links",
            "-o",
            "old.json",
        ])
        .assert()
        .success();
    let old = dir.json("old.json");
    assert!(old.get("edges").is_none() && !old["links"].as_array().unwrap().is_empty());
    let back = dir
        .newsgraph()
        .args(["export", "old.json", "--to", "json"])
        .assert()
        .success();
    assert!(back.get_output().stdout == fs::read(dir.path("trial.json")).unwrap());
    dir.newsgraph()
        .args(["export", "trial.json", "--to", "json", "--edges-key", "arcs"])
        .assert()
        .code(2)
        .stderr(contains("there are edges, links"));
}

#[test]
fn text_can_be_left_out() {
    let dir = with_graph();
    dir.newsgraph()
        .args(["export", "trial.json", "--to", "json", "--no-text", "-o", "bare.json"])
        .assert()
        .success();
    assert!(dir.json("bare.json")["graph"]["documents"][0].get("text").is_none());
}

#[test]
fn unknown_formats_are_named_with_those_that_were_meant() {
    let dir = with_graph();
    for (typed, meant) in [
        ("grafml", "graphml"),
        ("GEXF", "gexf"),
        ("md", "markdown"),
        ("graphviz", "dot"),
        ("cypher-script", "cypher"),
    ] {
        let said = contains(format!("no format \"{typed}\", did you mean \"{meant}\"?"))
            .and(contains("there are json, dot, "));
        dir.newsgraph()
            .args(["export", "trial.json", "--to", typed])
            .assert()
            .code(2)
            .stderr(said);
    }
    let said = contains("no format \"xlsx\"; there are json").and(contains("did you mean").not());
    dir.newsgraph()
        .args(["export", "trial.json", "--to", "xlsx"])
        .assert()
        .code(2)
        .stderr(said);
    dir.newsgraph()
        .args(["export", "trial.json"])
        .assert()
        .code(2)
        .stderr(contains("--to"));
}

#[test]
fn several_files_need_a_folder() {
    let dir = with_graph();
    dir.newsgraph()
        .args(["export", "trial.json", "--to", "csv"])
        .assert()
        .code(2)
        .stderr(contains("that is 2 files; name a folder for them with -o DIR"));
    dir.file("taken", "a file");
    dir.newsgraph()
        .args(["export", "trial.json", "--to", "csv", "-o", "taken"])
        .assert()
        .code(1)
        .stderr(contains("taken: is a file; name a folder for the output"));
    assert_eq!(fs::read(dir.path("taken")).unwrap(), b"a file");
}

#[test]
fn what_is_in_the_way_is_not_written_over() {
    let dir = with_graph();
    let before = fs::read(dir.path("trial.json")).unwrap();
    for output in [".", "trial.json", "./trial.json"] {
        let said = contains("trial.json: would be written over; choose another output");
        dir.newsgraph()
            .args(["export", "trial.json", "--to", "json", "-o", output])
            .assert()
            .code(2)
            .stderr(said);
    }
    assert!(fs::read(dir.path("trial.json")).unwrap() == before);
    dir.file("out/trial.gexf/inside", "");
    dir.newsgraph()
        .args(["export", "trial.json", "--to", "gexf", "-o", "out"])
        .assert()
        .code(1)
        .stderr(contains("trial.gexf: is a folder"));
    dir.file("out/trial.neo4j", "a file");
    dir.newsgraph()
        .args(["export", "trial.json", "--to", "neo4j", "-o", "out"])
        .assert()
        .code(1)
        .stderr(contains("trial.neo4j: is a file"));
    dir.newsgraph()
        .args(["export", "trial.json", "--to", "gexf", "-o", "none/x.gexf"])
        .assert()
        .code(1)
        .stderr(contains("none/x.gexf: cannot be written"));
}

#[test]
fn what_is_no_graph_is_refused_by_name() {
    let dir = with_graph();
    let node = |id: &str, kind: &str| {
        format!("{{\"id\": {id:?}, \"kind\": {kind:?}, \"label\": \"x\", \"named\": true, \"salience\": 1.0}}")
    };
    let file = |version: u32, nodes: &[String], edges: &str| {
        format!(
            "{{\"graph\": {{\"format\": \"newsgraph\", \"version\": {version}, \"generator\": {{\"name\": \"x\", \"version\": \"1\"}}, \"documents\": []}}, \
             \"nodes\": [{}], \"edges\": [{edges}]}}",
            nodes.join(", ")
        )
    };
    let edge = "{\"id\": \"e1\", \"source\": \"person:a\", \"target\": \"person:b\", \"class\": \"relation\", \"type\": \"leads\", \
                \"past\": false, \"confidence\": 1.0}";
    for (name, content, problem) in [
        ("article.txt", NORWAY.to_owned(), "expected value at line 1"),
        ("empty.json", String::new(), "EOF while parsing"),
        ("other.json", "{\"elements\": []}".to_owned(), "missing field `graph`"),
        (
            "new.json",
            file(2, &[], ""),
            "version 2; this program reads \"newsgraph\", version 1",
        ),
        (
            "twice.json",
            file(1, &[node("person:a", "person"), node("person:a", "person")], ""),
            "two nodes have the id \"person:a\"",
        ),
        (
            "loose.json",
            file(1, &[node("person:a", "person")], edge),
            "edge \"e1\": no node has the id \"person:b\"",
        ),
        (
            "kind.json",
            file(1, &[node("a", "person")], ""),
            "does not begin with \"person:\"",
        ),
        (
            "event.json",
            file(1, &[node("event:a", "event")], ""),
            "statements make an event",
        ),
    ] {
        dir.file(name, content);
        for command in [&["export", name, "--to", "gexf"][..], &["show", name]] {
            let said = starts_with(format!("error: {name}: is no JSON graph of newsgraph"))
                .and(contains(problem))
                .and(contains("newsgraph build"));
            dir.newsgraph().args(command).assert().code(1).stdout("").stderr(said);
        }
    }
    dir.newsgraph()
        .args(["export", "gone.json", "--to", "gexf"])
        .assert()
        .code(1)
        .stderr(contains("gone.json: no such file"));
    dir.newsgraph()
        .args(["show", "."])
        .assert()
        .code(1)
        .stderr(contains(".: is a folder; name one of the .json graphs in it"));
}

#[test]
fn the_help_lists_every_format() {
    let help = Dir::new().newsgraph().args(["export", "--help"]).assert().success();
    let help = String::from_utf8(help.get_output().stdout.clone()).unwrap();
    for format in Format::all() {
        assert!(help.contains(format.title()), "{format}");
    }
}

/// What a small graph looks like in the formats that people read. Bytes that change need a look. The graph is a file, so that
/// a better reader changes nothing here.
#[cfg(feature = "rdf")]
#[test]
fn a_small_graph_looks_like_this_in_each_text_format() {
    let graph = read_json(&include_bytes!("data/small.json")[..]).unwrap();
    let files: std::collections::BTreeMap<&str, String> = Format::all()
        .flat_map(Format::files)
        .filter(|file| {
            !file.ending().ends_with("json")
                && !["parquet", "jsonld", "dot"]
                    .iter()
                    .any(|end| file.ending().ends_with(end))
        })
        .map(|file| (file.ending(), written(file, &graph)))
        .collect();
    let all: Vec<String> = files
        .iter()
        .map(|(ending, text)| format!("== {ending}\n{}", text.replace('\r', "\\r")))
        .collect();
    insta::assert_snapshot!(all.join("\n"));
}

#[cfg(feature = "rdf")]
fn written(file: &newsgraph::write::FileType, graph: &newsgraph::graph::KnowledgeGraph) -> String {
    let mut out = Vec::new();
    file.write(graph, &newsgraph::write::Options::default(), &mut out)
        .unwrap();
    String::from_utf8(out).unwrap()
}

/// Reading a graph back gives the same graph, for every graph of the repository.
#[test]
fn graphs_read_back() {
    for entry in fs::read_dir(root().join("graphs")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let bytes = fs::read(&path).unwrap();
            let graph = read_json(bytes.as_slice()).unwrap();
            let mut out = Vec::new();
            Format::Json.write(&graph, &mut out).unwrap();
            assert!(out == bytes, "{}", path.display());
        }
    }
}
