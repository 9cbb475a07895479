//! `newsgraph annotate`, as a user sees it.

mod support;

use support::Dir;

fn annotate(text: &str, arguments: &[&str]) -> String {
    let dir = Dir::new();
    let output = dir
        .newsgraph()
        .args(["annotate", "-"])
        .args(arguments)
        .write_stdin(text)
        .assert()
        .success();
    String::from_utf8(output.get_output().stdout.clone()).unwrap()
}

#[test]
fn conllu_has_names_in_misc() {
    let out = annotate("Claudia Sheinbaum met Norway's minister.", &["--to", "conllu"]);
    let rows: Vec<Vec<&str>> = out
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').collect())
        .collect();
    assert!(rows.iter().all(|row| row.len() == 10));
    let misc: Vec<(&str, &str)> = rows.iter().map(|row| (row[1], row[9])).collect();
    let wanted = [
        ("Claudia", "NER=B-person"),
        ("Sheinbaum", "NER=I-person"),
        ("met", "_"),
        ("Norway", "NER=B-country|SpaceAfter=No"),
        ("'s", "_"),
        ("minister", "SpaceAfter=No"),
        (".", "_"),
    ];
    assert_eq!(misc, wanted);
    assert!(out.starts_with(
        "# newdoc id = stdin\n# newpar\n# sent_id = stdin-1\n# text = Claudia Sheinbaum met Norway's minister.\n"
    ));
}

#[test]
fn given_tokens_and_sentences_are_kept() {
    let row = |id: usize, form: &str| format!("{id}\t{form}\t_\t_\t_\t_\t_\t_\t_\t_\n");
    // A stop inside a sentence, and words that our tokeniser would cut.
    let source = format!(
        "{}{}{}\n{}\n",
        row(1, "well-known"),
        row(2, "."),
        row(3, "U.S.-based"),
        row(1, "Yes")
    );
    let out = annotate(&source, &["--from", "conllu", "--to", "conllu"]);
    let forms: Vec<&str> = out
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').nth(1).unwrap_or(""))
        .collect();
    assert_eq!(forms, ["well-known", ".", "U.S.-based", "", "Yes", ""]);
}

#[test]
fn every_line_is_a_sentence() {
    let out = annotate(
        "It rained. It poured\nThey left",
        &["--from", "lines", "--to", "conllu"],
    );
    assert_eq!(out.matches("# sent_id").count(), 2);
}

#[test]
fn tuples_are_lines_of_fields() {
    let out = annotate("Norway did not attack Denmark. Yes.", &["--to", "tuples"]);
    assert_eq!(
        out,
        "Norway did not attack Denmark.\t0.85\tdid not attack\tNorway\tDenmark\n"
    );
}

#[test]
fn json_has_every_layer() {
    let out = annotate("Señor López of Mexico met Ann Lee on 4 May 2025.", &["--to", "json"]);
    let layers: serde_json::Value = serde_json::from_str(&out).unwrap();
    for layer in ["sentences", "mentions", "times", "entities", "events", "relations"] {
        assert!(layers[layer].is_array(), "{layer}");
    }
    let time = &layers["times"][0];
    assert_eq!(
        (time["value"].as_str(), time["text"].as_str()),
        (Some("2025-05-04"), Some("4 May 2025"))
    );
    assert_eq!(time["start"], 37, "code points, not bytes");
}
