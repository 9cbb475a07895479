//! `newsgraph show`, as a user sees it.

mod support;

use predicates::prelude::*;
use predicates::str::contains;
use regex::Regex;
use std::fs;
use support::{Dir, NORWAY, root};

fn show(dir: &Dir, arguments: &[&str]) -> String {
    let shown = dir
        .newsgraph()
        .arg("show")
        .args(arguments)
        .assert()
        .success()
        .stderr("");
    String::from_utf8(shown.get_output().stdout.clone()).unwrap()
}

#[test]
fn entities_events_and_relations_without_colours_in_a_pipe() {
    let dir = Dir::new();
    dir.file("g.json", fs::read(root().join("graphs/mexico_drones.json")).unwrap());
    let shown = show(&dir, &["g.json"]);
    assert!(!shown.contains('\u{1b}'), "a pipe is no terminal");
    for wanted in [
        r"(?m)^1 document, \d+ nodes, \d+ edges$",
        r"(?m)^\d\.\d\d  Claudia Sheinbaum +person +President",
        r"(?m)^Claudia Sheinbaum leads Mexico$",
        r"\((possible|denied|planned)\)",
    ] {
        assert!(Regex::new(wanted).unwrap().is_match(&shown), "{wanted} in {shown}");
    }
    let coloured = dir
        .newsgraph()
        .args(["show", "g.json"])
        .env("CLICOLOR_FORCE", "1")
        .assert()
        .success();
    assert!(
        coloured.get_output().stdout.contains(&0x1b),
        "colours where they are asked for"
    );
    let short = show(&dir, &["g.json", "--limit", "2"]);
    assert!(short.lines().count() < 20 && short.contains("more"), "{short}");
}

#[test]
fn events_stand_in_order_of_time() {
    let dir = Dir::new();
    dir.file("corpus.json", fs::read(root().join("graphs/corpus.json")).unwrap());
    let shown = show(&dir, &["corpus.json", "--limit", "1000"]);
    let events = shown
        .split("\nEvents")
        .nth(1)
        .unwrap()
        .split("\nRelations")
        .next()
        .unwrap();
    let days: Vec<&str> = events
        .lines()
        .filter_map(|line| line.get(..10))
        // "2026-SU" stands where its summer begins.
        .filter(|day| day.contains('-') && day.bytes().all(|sign| sign.is_ascii_digit() || b"- ".contains(&sign)))
        .collect();
    assert!(days.len() > 5 && days.is_sorted(), "{days:?}");
}

#[test]
fn standard_input_and_nothing_that_a_terminal_obeys() {
    let dir = Dir::new();
    dir.file("norway.txt", NORWAY.replace("Solvang", "So\u{202e}l\u{9b}31mvang"));
    dir.newsgraph()
        .args(["build", "-q", "--model", "fast", "norway.txt"])
        .assert()
        .success();
    let graph = fs::read(dir.path("graphs/norway.json")).unwrap();
    let quiet = contains("\u{202e}")
        .not()
        .and(contains("\u{9b}").not())
        .and(contains("Norway"));
    dir.newsgraph()
        .args(["show", "-"])
        .write_stdin(graph)
        .assert()
        .success()
        .stdout(quiet);
}
