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
        ("Claudia", "Entity=(e1-person-1-|NER=B-person"),
        ("Sheinbaum", "Entity=e1)|NER=I-person"),
        ("met", "_"),
        (
            "Norway",
            "Entity=(e3-person-3-(e2-country-1-|NER=B-country|SpaceAfter=No",
        ),
        ("'s", "Entity=e2)"),
        ("minister", "Entity=e3)|SpaceAfter=No"),
        (".", "_"),
    ];
    assert_eq!(misc, wanted);
    assert!(out.starts_with(
        "# newdoc id = stdin\n# global.Entity = eid-etype-head-other\n# newpar\n# sent_id = stdin-1\n# text = Claudia Sheinbaum met Norway's minister.\n"
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

#[test]
fn times_of_lines_of_json() {
    let source = concat!(
        "{\"id\": \"a\", \"text\": \"Señor Lee met her on Tuesday.\", \"reference_datetime\": \"2025-11-05T00:00:00\"}\n",
        "{\"text\": \"It lasted three days.\", \"reference\": \"2025-11-05\"}\n\n",
        "{\"id\": 3, \"text\": \"They met on Tuesday, and since 1998.\"}\n",
    );
    let out = annotate(source, &["--from", "jsonl", "--to", "times"]);
    let wanted = concat!(
        "{\"id\":\"a\",\"found\":[{\"start\":21,\"end\":28,\"type\":\"DATE\",\"value\":\"2025-11-04\"}]}\n",
        "{\"text\":\"It lasted three days.\",\"reference_datetime\":\"2025-11-05T00:00:00\",",
        "\"found\":[{\"start\":10,\"end\":20,\"type\":\"DURATION\",\"value\":\"P3D\"}]}\n",
        "{\"id\":3,\"found\":[{\"start\":12,\"end\":19,\"type\":\"DATE\"},",
        "{\"start\":31,\"end\":35,\"type\":\"DATE\",\"value\":\"1998/..\",\"mod\":\"ON_OR_AFTER\"}]}\n",
    );
    assert_eq!(out, wanted);
}

#[test]
fn a_date_is_taken_when_the_text_tells_none() {
    let value = |text: &str| {
        let out = annotate(text, &["--to", "times", "--date", "2025-11-05"]);
        let line: serde_json::Value = serde_json::from_str(&out).unwrap();
        line["found"].as_array().unwrap().last().unwrap()["value"].clone()
    };
    assert_eq!(value("They met on Tuesday."), "2025-11-04");
    assert_eq!(
        value("OSLO, 4 March 2027 (Agency) — They met on Tuesday."),
        "2027-03-02"
    );
}

#[test]
fn errors_of_json_name_file_and_line() {
    let dir = Dir::new();
    for (source, arguments, wanted) in [
        (
            "{\"text\": \"a\"}\n{\"id\": 1}\n",
            &["--from", "jsonl", "--to", "times"][..],
            "line 2: has no \"text\"",
        ),
        (
            "text",
            &["--from", "jsonl", "--to", "times"],
            "line 1: is no JSON object",
        ),
        (
            "{\"text\": \"a\", \"reference\": \"soon\"}",
            &["--from", "jsonl", "--to", "times"],
            "line 1: the reference \"soon\" is none",
        ),
        (
            "{\"text\": \"a\"}",
            &["--from", "jsonl", "--to", "json"],
            "only --to times writes",
        ),
    ] {
        let output = dir
            .newsgraph()
            .args(["annotate", "-"])
            .args(arguments)
            .write_stdin(source)
            .assert()
            .failure();
        let message = String::from_utf8(output.get_output().stderr.clone()).unwrap();
        assert!(message.contains(wanted), "{message}");
        assert!(
            message.contains("standard input") || message.contains("--from"),
            "{message}"
        );
    }
}
