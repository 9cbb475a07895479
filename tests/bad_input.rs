//! Bad input costs a clear message and its own graph, never the others.

mod support;

use predicates::prelude::*;
use predicates::str::contains;
use support::{Dir, NORWAY};

/// One bad file beside a good one: exit 1, a message that names the file, no trace of it, and the good one done.
fn check(name: &str, bytes: &[u8], message: &str) {
    let dir = Dir::new();
    dir.file("good.txt", NORWAY).file(name, bytes);
    let said = contains(format!("error: {name}"))
        .and(contains(message))
        .and(contains("panicked").not());
    dir.newsgraph()
        .args(["build", "good.txt", name])
        .assert()
        .code(1)
        .stderr(said);
    assert_eq!(
        dir.names("graphs"),
        ["corpus.dot", "corpus.json", "good.dot", "good.json"],
        "{name}"
    );
}

#[test]
fn an_empty_file() {
    check("empty.txt", b"", "holds no text");
}

#[test]
fn a_file_of_spaces() {
    check("spaces.txt", b" \n\t \r\n ", "holds no text");
}

#[test]
fn invalid_utf8() {
    check("latin1.txt", b"Caf\xe9 in Oslo", "is not UTF-8 at byte 3");
}

#[test]
fn a_nul_byte() {
    check("binary.txt", b"ab\0cd", "NUL byte at byte 2");
}

#[test]
fn a_line_of_50_megabytes() {
    check("huge.txt", &vec![b'a'; 50_000_000], "has more than 16 MB");
}

#[test]
fn a_missing_path() {
    let dir = Dir::new();
    dir.file("good.txt", NORWAY);
    dir.newsgraph()
        .args(["build", "good.txt", "gone.txt"])
        .assert()
        .code(1)
        .stderr(contains("error: gone.txt: no such file"));
    assert!(dir.names("graphs").contains(&"good.json".to_owned()));
    Dir::new()
        .newsgraph()
        .arg("build")
        .assert()
        .code(1)
        .stderr(contains("error: seeds: no such file or folder"));
}

#[test]
fn a_folder_without_articles() {
    let dir = Dir::new();
    dir.file("empty/readme.md", "nothing");
    dir.newsgraph()
        .args(["build", "empty"])
        .assert()
        .code(1)
        .stderr(contains("error: empty: no .txt file"));
    assert!(dir.names("graphs").is_empty());
}

#[test]
fn a_file_where_the_output_folder_should_be() {
    let dir = Dir::new();
    dir.file("good.txt", NORWAY).file("out", "a file");
    dir.newsgraph()
        .args(["build", "good.txt", "-o", "out"])
        .assert()
        .code(1)
        .stderr(contains("out: is a file"));
    dir.newsgraph()
        .args(["build", "good.txt", "-o", "out/deep"])
        .assert()
        .code(1)
        .stderr(contains("out/deep: the output folder cannot be made"));
    assert_eq!(std::fs::read(dir.path("out")).unwrap(), b"a file");
}

#[test]
fn a_folder_where_an_output_file_should_be() {
    let dir = Dir::new();
    dir.file("good.txt", NORWAY)
        .file("other.txt", NORWAY)
        .file("graphs/good.json/inside", "");
    dir.newsgraph()
        .args(["build", "good.txt", "other.txt"])
        .assert()
        .code(1)
        .stderr(contains("good.json: is a folder"));
    assert_eq!(
        dir.names("graphs"),
        ["corpus.dot", "corpus.json", "good.json", "other.dot", "other.json"]
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let dir = Dir::new();
    dir.file("good.txt", NORWAY).file("locked/old", "kept");
    std::fs::set_permissions(dir.path("locked"), std::fs::Permissions::from_mode(0o555)).unwrap();
    if std::fs::write(dir.path("locked/probe"), "").is_ok() {
        eprintln!("skipped: this user may write into any folder");
        std::fs::remove_file(dir.path("locked/probe")).unwrap();
    } else {
        dir.newsgraph()
            .args(["build", "good.txt", "-o", "locked"])
            .assert()
            .code(1)
            .stderr(contains("locked/good.json: cannot be written"));
        assert_eq!(dir.names("locked"), ["old"]);
    }
    std::fs::set_permissions(dir.path("locked"), std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn bad_conllu_names_its_line() {
    let dir = Dir::new();
    dir.file("bad.conllu", "# text = a\n1\ta\n");
    dir.newsgraph()
        .args(["annotate", "bad.conllu", "--from", "conllu", "--to", "conllu"])
        .assert()
        .code(1)
        .stderr(contains("bad.conllu").and(contains("line 2: has 2 columns")));
    dir.file("long.txt", "word ".repeat(3_000));
    dir.newsgraph()
        .args(["annotate", "long.txt", "--from", "lines", "--to", "conllu"])
        .assert()
        .code(1)
        .stderr(contains("long.txt").and(contains("line 1: the sentence has more than 2000 words")));
    dir.newsgraph()
        .args(["annotate", "gone", "--to", "json"])
        .assert()
        .code(1)
        .stderr(contains("gone: no such file"));
}

#[test]
fn inputs_are_not_written_over() {
    let dir = Dir::new();
    dir.file("notes.json", NORWAY);
    let over = || contains("notes.json: would be written over");
    dir.newsgraph()
        .args(["build", "notes.json", "-o", "."])
        .assert()
        .code(2)
        .stderr(over());
    let annotate = ["annotate", "notes.json", "--to", "tuples", "-o", "./notes.json"];
    dir.newsgraph().args(annotate).assert().code(2).stderr(over());
    assert_eq!(std::fs::read(dir.path("notes.json")).unwrap(), NORWAY.as_bytes());
}
