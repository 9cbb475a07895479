//! What holds of every graph, whatever the text.

mod support;

use boon::{Compiler, SchemaIndex, Schemas};
use newsgraph::graph::{KnowledgeGraph, merge};
use newsgraph::model::Model;
use newsgraph::text::Document;
use newsgraph::write::{Format, read_json};
use newsgraph::{read_document, read_document_with};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use support::articles;

/// The schema for users, compiled.
struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    fn load() -> Self {
        let text: Value = serde_json::from_str(include_str!("../docs/graph.schema.json")).unwrap();
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("graph.schema.json", text).unwrap();
        let index = compiler.compile("graph.schema.json", &mut schemas).unwrap();
        Self { schemas, index }
    }

    fn check(&self, name: &str, graph: &Value) {
        if let Err(error) = self.schemas.validate(graph, self.index) {
            panic!("{name} breaks docs/graph.schema.json: {error:#}");
        }
    }
}

fn written(graph: &KnowledgeGraph, format: Format) -> Vec<u8> {
    let mut out = Vec::new();
    format.write(graph, &mut out).unwrap();
    out
}

/// Every `text` beside `start` and `end` is that slice of its document, in code points.
fn check_spans(name: &str, graph: &Value) -> usize {
    let documents = graph["graph"]["documents"].as_array().unwrap();
    let texts: Vec<(&str, Vec<char>)> = documents
        .iter()
        .map(|document| {
            (
                document["id"].as_str().unwrap(),
                document["text"].as_str().unwrap().chars().collect(),
            )
        })
        .collect();
    let mut spans = 0;
    let mut waiting = vec![&graph["nodes"], &graph["edges"]];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(items) => waiting.extend(items),
            Value::Object(fields) => {
                if let (Some(document), Some(start), Some(end)) =
                    (fields.get("document"), fields.get("start"), fields.get("end"))
                {
                    let text = &texts
                        .iter()
                        .find(|(id, _)| Some(*id) == document.as_str())
                        .expect("a document of the graph")
                        .1;
                    let place = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
                    let slice: String = text[place(start)..place(end)].iter().collect();
                    assert_eq!(fields["text"].as_str(), Some(slice.as_str()), "{name}");
                    let sentence = fields.get("sentence");
                    assert!(
                        sentence.is_none_or(
                            |around| place(&around["start"]) <= place(start) && place(end) <= place(&around["end"])
                        ),
                        "{name}"
                    );
                    spans += 1;
                }
                waiting.extend(fields.values());
            }
            _ => {}
        }
    }
    spans
}

/// Ids are distinct, edges end at nodes, and reading the file back gives the same graph.
fn check_graph(name: &str, graph: &KnowledgeGraph, schema: &Schema) -> usize {
    let bytes = written(graph, Format::Json);
    let value: Value = serde_json::from_slice(&bytes).unwrap();
    schema.check(name, &value);
    let ids: BTreeSet<&str> = graph.nodes().map(|node| node.id.as_str()).collect();
    assert_eq!(ids.len(), graph.nodes().count(), "{name}");
    assert!(
        graph
            .edges()
            .all(|edge| ids.contains(edge.source.as_str()) && ids.contains(edge.target.as_str())),
        "{name}"
    );
    let again = read_json(bytes.as_slice()).unwrap();
    assert_eq!(
        written(&again, Format::Json),
        bytes,
        "{name}: reading back changes the graph"
    );
    check_spans(name, &value)
}

#[test]
fn graphs_of_articles_keep_the_format() {
    let schema = Schema::load();
    let mut spans = 0;
    for folder in ["seeds", "../shared/gold/dev", "../shared/gold/train"] {
        let graphs: Vec<KnowledgeGraph> = articles(folder)
            .into_iter()
            .map(|(name, text)| {
                // The format is the same whichever reader is used: the fast one spares a minute.
                let graph = read_document_with(&Document::new(name.clone(), text), Model::Fast);
                spans += check_graph(&name, &graph, &schema);
                graph
            })
            .collect();
        check_graph(folder, &merge(&graphs), &schema);
    }
    assert!(spans > 500, "only {spans} spans");
}

#[test]
fn merging_does_not_depend_on_the_order() {
    let mut graphs: Vec<KnowledgeGraph> = articles("seeds")
        .into_iter()
        .map(|(name, text)| read_document(&Document::new(name, text)))
        .collect();
    let forwards = written(&merge(&graphs), Format::Json);
    graphs.reverse();
    assert!(forwards == written(&merge(&graphs), Format::Json));
}

#[test]
fn long_and_hostile_texts_take_linear_time() {
    // Each would take minutes if any room looked at all mentions for each one.
    for text in [
        "Mexico and Norway, ".repeat(40_000),
        "word ".repeat(200_000),
        ".!?,;:\"()-".repeat(80_000),
        "x".repeat(10_000_000),
        "\u{645}\u{631}\u{62d}\u{628}\u{627} \u{5e9}\u{5dc}\u{5d5}\u{5dd} ".repeat(20_000),
        "\u{1f600}\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} ".repeat(20_000),
        format!("{} said so.", "a".repeat(100_000)),
        "a.".repeat(1_000_000),
        "Ann Lee said she was there. ".repeat(20_000),
    ] {
        let graph = read_document(&Document::new("long", text));
        assert!(graph.nodes().count() < 10);
    }
    let surname = |number: usize| {
        let syllables = ["ka", "lo", "mi", "ne", "su", "ra", "vo", "ti", "da", "be"];
        let name: String = [100, 10, 1].iter().map(|unit| syllables[number / unit % 10]).collect();
        name[..1].to_uppercase() + &name[1..] + "vich"
    };
    let names: Vec<String> = (0..1_000)
        .map(|number| format!("Peter {} met Ann Lee.", surname(number)))
        .collect();
    let graph = read_document(&Document::new("names", names.join(" ")));
    assert!(graph.nodes().count() > 700, "{}", graph.nodes().count());
}

/// `docs/graph-format.md` shows what the program really makes of its example: every node, every edge, and the objects in full.
#[test]
fn the_worked_example_of_the_documentation_is_true() {
    let page = include_str!("../docs/graph-format.md");
    let sentence = page.lines().find_map(|line| line.strip_prefix("> ")).unwrap();
    let graph = read_document(&Document::new("example", sentence));
    for node in graph.nodes() {
        assert!(
            page.contains(&format!("| `{}` | {} |", node.id, node.label)),
            "{} {}",
            node.id,
            node.label
        );
    }
    for edge in graph.edges() {
        let row = format!(
            "| `{}` | `{}` | `{}` | `{}` |",
            edge.id,
            edge.source,
            edge.type_name(),
            edge.target
        );
        assert!(page.contains(&row), "{row}");
    }
    let example = page.split("## Top level").next().unwrap();
    let mut shown = 0;
    for block in example
        .split("```json\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
    {
        let value: Value = serde_json::from_str(block).unwrap();
        for object in value.as_array().cloned().unwrap_or_else(|| vec![value]) {
            let found = serde_json::from_slice::<Value>(&written(&graph, Format::Json)).unwrap();
            let all = ["nodes", "edges"]
                .into_iter()
                .flat_map(|list| found[list].as_array().unwrap().clone());
            assert!(
                all.into_iter().any(|real| real == object),
                "not as the program writes it: {object:#}"
            );
            shown += 1;
        }
    }
    assert_eq!(shown, 3);
}

#[test]
fn a_small_graph_looks_like_this() {
    let graph = read_document(&Document::new(
        "small",
        "Mexico's President Claudia Sheinbaum rejected U.S. drone strikes on Tuesday.",
    ));
    insta::assert_snapshot!(String::from_utf8(written(&graph.without_text(), Format::Json)).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// No text makes us panic, and every graph keeps the format.
    #[test]
    fn any_text_makes_a_sound_graph(
        text in "(?s)(\\PC{0,40}|[A-Z][a-z]{1,8} |said |Mexico |U\\.S\\. |President |\"|, |\\. |attacked |not |of |the |’s |\n\n|é){1,60}",
    ) {
        let schema = Schema::load();
        let graph = read_document(&Document::new("any \"text\" é", text));
        check_graph("any", &graph, &schema);
        prop_assert!(!written(&graph, Format::Dot).is_empty());
        check_graph("twice", &merge(&[graph]), &schema);
    }
}
