//! Drawings and their options, as a user sees them.

#[path = "support/nasty.rs"]
mod nasty;
mod support;

use newsgraph::graph::KnowledgeGraph;
use newsgraph::write::{Direction, DotOptions, Drawn, Engine, Focus, Theme, read_json, write_dot};
use predicates::prelude::*;
use predicates::str::{contains, starts_with};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use support::{Dir, NORWAY, root};

/// A folder with a graph of the repository.
fn with_graph() -> Dir {
    let dir = Dir::new();
    dir.file(
        "mexico.json",
        fs::read(root().join("graphs/mexico_drones.json")).unwrap(),
    );
    dir
}

fn has_graphviz() -> bool {
    let there = std::process::Command::new("dot").arg("-V").output().is_ok();
    if !there {
        eprintln!("skipped: Graphviz is not installed");
    }
    there
}

/// A quoted token at the beginning of a text, as it is written, and what follows.
fn token(text: &str) -> Option<(&str, &str)> {
    let mut escaped = false;
    for (at, letter) in text.strip_prefix('"')?.char_indices() {
        match letter {
            '\\' if !escaped => escaped = true,
            '"' if !escaped => return Some((&text[1..=at], &text[at + 2..])),
            _ => escaped = false,
        }
    }
    None
}

/// What a drawing's lines say: nodes, and edges that are seen, without the legend.
fn parse(drawing: &str) -> (BTreeSet<String>, Vec<(String, String)>) {
    let (mut nodes, mut edges) = (BTreeSet::new(), Vec::new());
    for line in drawing.lines() {
        let Some((first, rest)) = line.strip_prefix("  ").and_then(token) else {
            continue;
        };
        if first.starts_with("legend:") || rest.contains("[style=invis") {
            continue;
        }
        match rest.strip_prefix(" -> ").and_then(token) {
            Some((second, _)) => edges.push((first.to_owned(), second.to_owned())),
            None => assert!(nodes.insert(first.to_owned()), "{first} stands twice"),
        }
    }
    (nodes, edges)
}

fn draw(graph: &KnowledgeGraph, options: &DotOptions) -> (String, Drawn) {
    let mut out = Vec::new();
    let drawn = write_dot(graph, options, &mut out).unwrap();
    (String::from_utf8(out).unwrap(), drawn)
}

fn graph(name: &str) -> KnowledgeGraph {
    read_json(fs::File::open(root().join("graphs").join(name)).unwrap()).unwrap()
}

#[test]
fn options_are_written_as_graphviz_reads_them() {
    let dir = with_graph();
    let export = |arguments: &[&str]| {
        let mut command = dir.newsgraph();
        command
            .args(["export", "mexico.json", "--to", "dot"])
            .args(arguments)
            .assert()
            .success()
    };
    export(&["--direction", "lr"]).stdout(contains("rankdir=LR"));
    export(&["--direction", "tb"]).stdout(contains("rankdir=TB"));
    for &engine in Engine::ALL {
        export(&["--engine", engine.name()]).stdout(contains(format!("layout={engine}")));
    }
    export(&["--theme", "dark"]).stdout(contains("bgcolor=\"#15181c\""));
    export(&["--theme", "print"]).stdout(contains("\"#0072B2\"").not());
    export(&[]).stdout(contains("\"#0072B2\"").and(contains("layout=dot")));
}

#[test]
fn what_is_left_out_is_said_in_the_drawing_and_beside_it() {
    let dir = with_graph();
    let few = dir
        .newsgraph()
        .args(["export", "mexico.json", "--to", "dot", "--max-nodes", "5"])
        .assert()
        .success()
        .stdout(contains("\\l5 of "))
        .stderr(starts_with("mexico: 5 of ").and(contains("nodes drawn, the most salient; left out: ")));
    let drawing = String::from_utf8(few.get_output().stdout.clone()).unwrap();
    assert_eq!(parse(&drawing).0.len(), 5);
    assert!(parse(&drawing).0.contains("country:MX"));
    dir.newsgraph()
        .args(["export", "mexico.json", "--to", "dot", "--max-nodes", "0"])
        .assert()
        .code(2)
        .stderr(contains("--max-nodes"));
    dir.newsgraph()
        .args(["export", "mexico.json", "--to", "dot", "--full"])
        .assert()
        .success()
        .stderr("");
}

#[test]
fn a_focus_is_an_id_a_label_or_another_name_whatever_its_capitals() {
    let dir = with_graph();
    let around = |name: &str| {
        let mut command = dir.newsgraph();
        command
            .args(["export", "mexico.json", "--to", "dot", "--focus", name])
            .assert()
    };
    // What is far away is not left out.
    around("person:claudia-sheinbaum").stderr("");
    let wanted = around("person:claudia-sheinbaum").success().get_output().stdout.clone();
    assert!(String::from_utf8_lossy(&wanted).contains("Around Claudia Sheinbaum, 1 step"));
    for name in [
        "Claudia Sheinbaum",
        "claudia sheinbaum",
        "SHEINBAUM",
        "Person:Claudia-Sheinbaum",
    ] {
        assert!(around(name).success().get_output().stdout == wanted, "{name}");
    }
    around("Claudia Shienbaum").code(2).stdout("").stderr(
        contains("mexico.json: --focus: \"Claudia Shienbaum\" is no id and no name")
            .and(contains("person:claudia-sheinbaum  Claudia Sheinbaum")),
    );
    around("Sheinbaun").code(2).stderr(contains("person:claudia-sheinbaum"));
    around("e1")
        .code(2)
        .stderr(contains("is an edge; name one of its ends"));
    dir.newsgraph()
        .args(["export", "mexico.json", "--to", "dot", "--hops", "2"])
        .assert()
        .code(2)
        .stderr(contains("--focus"));
}

#[test]
fn more_hops_see_more() {
    let graph = graph("corpus.json");
    let nodes = |hops| {
        let focus = Some(Focus {
            id: "country:MX".to_owned(),
            hops,
        });
        let options = DotOptions {
            focus,
            max_nodes: 1000,
            ..DotOptions::default()
        };
        parse(&draw(&graph, &options).0).0
    };
    assert_eq!(nodes(0), BTreeSet::from(["country:MX".to_owned()]));
    let (one, two) = (nodes(1), nodes(2));
    assert!(one.contains("person:claudia-sheinbaum") && one.is_subset(&two) && one.len() < two.len());
    let nobody = DotOptions {
        focus: Some(Focus {
            id: "person:nobody".to_owned(),
            hops: 1,
        }),
        ..DotOptions::default()
    };
    let error = write_dot(&graph, &nobody, &mut Vec::new()).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
}

#[test]
fn options_of_drawings_want_a_drawing() {
    let dir = with_graph();
    dir.file("norway.txt", NORWAY);
    dir.newsgraph()
        .args(["export", "mexico.json", "--to", "gexf", "--theme", "dark", "--full"])
        .assert()
        .code(2)
        .stdout("")
        .stderr("error: --theme, --full are for drawings, and none is written; add dot to --to, or --render svg\n");
    dir.newsgraph()
        .args(["build", "norway.txt", "--format", "json", "--engine", "neato"])
        .assert()
        .code(2)
        .stderr("error: --engine is for drawings, and none is written; add dot to --format, or --render svg\n");
    for (option, value, there) in [
        ("--theme", "sepia", "there are light, dark, print"),
        ("--engine", "osage", "there are dot, neato, fdp, sfdp, circo, twopi"),
        ("--direction", "rl", "there are lr, tb"),
        ("--render", "gif", "there are svg, png, pdf"),
    ] {
        dir.newsgraph()
            .args(["export", "mexico.json", "--to", "dot", option, value])
            .assert()
            .code(2)
            .stderr(contains(there));
    }
    dir.newsgraph()
        .args(["export", "mexico.json", "--to", "dot", "--full", "--max-nodes", "9"])
        .assert()
        .code(2)
        .stderr(contains("cannot be used with"));
}

#[test]
fn build_draws_what_the_focus_is_in() {
    let dir = Dir::new();
    dir.file("in/mexico.txt", "Ann Lee met Bob Hall in Oslo.\n")
        .file("in/other.txt", "Cy Moe praised Dee Poe.\n");
    let build = |name: &str| {
        let mut command = dir.newsgraph();
        command
            .args(["build", "in", "-o", "out", "--model", "fast", "--focus", name])
            .assert()
    };
    build("Ann Lee")
        .success()
        .stderr(contains("other: not drawn, --focus: \"Ann Lee\" is no id"));
    assert_eq!(
        dir.names("out"),
        ["corpus.dot", "corpus.json", "mexico.dot", "mexico.json", "other.json"]
    );
    build("Zoe Zed")
        .code(2)
        .stderr(contains("error: corpus: --focus: \"Zoe Zed\" is no id and no name"));
}

#[test]
fn without_graphviz_it_is_said_what_to_install() {
    let dir = with_graph();
    fs::create_dir(dir.path("empty")).unwrap();
    dir.newsgraph()
        .env("PATH", dir.path("empty"))
        .args(["export", "mexico.json", "--render", "svg", "-o", "x.svg"])
        .assert()
        .code(1)
        .stderr(contains(
            "PATH has no program `dot`; install it (Debian, Ubuntu: apt install graphviz",
        ));
    assert!(!dir.path("x.svg").exists());
}

#[cfg(unix)]
#[test]
fn graphviz_own_words_are_shown_when_it_fails() {
    use std::os::unix::fs::PermissionsExt;
    let dir = with_graph();
    dir.file(
        "bin/dot",
        "#!/bin/sh\n[ \"$1\" = -V ] && exit 0\necho 'out of ink' >&2\nexit 3\n",
    );
    fs::set_permissions(dir.path("bin/dot"), fs::Permissions::from_mode(0o755)).unwrap();
    dir.newsgraph()
        .env("PATH", dir.path("bin"))
        .args(["export", "mexico.json", "--render", "png", "-o", "x.png"])
        .assert()
        .code(1)
        .stderr(contains("x.png: cannot be written").and(contains("out of ink")));
    assert!(!dir.path("x.png").exists());
}

#[test]
fn pictures_are_drawn() {
    if !has_graphviz() {
        return;
    }
    let dir = with_graph();
    let export = |arguments: &[&str]| {
        let mut command = dir.newsgraph();
        command
            .args(["export", "mexico.json"])
            .args(arguments)
            .assert()
            .success()
    };
    export(&["--render", "svg"]).stdout(contains("</svg>"));
    export(&["--to", "dot,json", "--render", "png,pdf,png", "-o", "out/"]);
    assert_eq!(
        dir.names("out"),
        ["mexico.dot", "mexico.json", "mexico.pdf", "mexico.png"]
    );
    assert!(fs::read(dir.path("out/mexico.png")).unwrap().starts_with(b"\x89PNG"));
    assert!(fs::read(dir.path("out/mexico.pdf")).unwrap().starts_with(b"%PDF"));
    for engine in Engine::ALL {
        for theme in Theme::ALL {
            let drawn = export(&["--render", "svg", "--engine", engine.name(), "--theme", theme.name()]);
            let said = String::from_utf8_lossy(&drawn.get_output().stderr).into_owned();
            assert!(!said.contains("warning"), "{engine} {theme}: {said}");
        }
    }
    export(&["--render", "svg", "--full"]).stdout(contains("id=\"e1\""));
}

/// Every person, country and organisation with a name is in the drawing of one article.
#[test]
fn whoever_has_a_name_is_drawn() {
    let mut articles = 0;
    for entry in fs::read_dir(root().join("graphs")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        if name.strip_suffix(".json").is_none_or(|stem| stem == "corpus") {
            continue;
        }
        articles += 1;
        let graph = graph(&name);
        let options = DotOptions {
            max_nodes: 90,
            ..DotOptions::default()
        };
        let (drawing, drawn) = draw(&graph, &options);
        let (nodes, _) = parse(&drawing);
        assert_eq!(nodes.len(), drawn.nodes);
        for node in graph.nodes().filter(|node| node.named && node.entity().is_some()) {
            assert!(nodes.contains(&node.id), "{name}: {} is missing", node.id);
        }
    }
    assert!(articles >= 8);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_full_drawing_has_every_node_and_edge_once(graph in nasty::graph()) {
        let (drawing, drawn) = draw(&graph, &DotOptions { full: true, ..DotOptions::default() });
        let (nodes, edges) = parse(&drawing);
        prop_assert_eq!(nodes.len(), graph.node_count());
        prop_assert_eq!(edges.len(), graph.edge_count());
        prop_assert_eq!(drawn.note(), None);
        let mut degrees: BTreeMap<&str, usize> = BTreeMap::new();
        for (from, to) in &edges {
            prop_assert!(nodes.contains(from) && nodes.contains(to));
            *degrees.entry(from).or_default() += 1;
        }
        let mut wanted: Vec<usize> = graph.nodes().map(|node| graph.edges_from(&node.id).len()).filter(|&count| count > 0).collect();
        let mut found: Vec<usize> = degrees.into_values().collect();
        wanted.sort_unstable();
        found.sort_unstable();
        prop_assert_eq!(found, wanted);
    }

    #[test]
    fn no_drawing_has_more_than_was_asked_for_or_a_loose_end(graph in nasty::graph(), most in 1_usize..9, full: bool, lr: bool) {
        let direction = Some(if lr { Direction::LeftToRight } else { Direction::TopToBottom });
        for focus in graph.nodes().take(2).map(|node| Some(node.id.clone())).chain([None]) {
            let focus = focus.map(|id| Focus { id, hops: most % 3 });
            let options = DotOptions { max_nodes: most, focus, direction, full, ..DotOptions::default() };
            let (drawing, drawn) = draw(&graph, &options);
            let (nodes, edges) = parse(&drawing);
            prop_assert_eq!(nodes.len(), drawn.nodes);
            prop_assert!(full || nodes.len() <= most);
            prop_assert_eq!(drawn.of - drawn.nodes, drawn.left_out.values().sum::<usize>());
            prop_assert!(edges.iter().all(|(from, to)| nodes.contains(from) && nodes.contains(to)));
            prop_assert_eq!(draw(&graph, &options).0, drawing);
        }
    }
}
