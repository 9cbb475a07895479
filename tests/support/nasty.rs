//! Graphs with the worst names that there are, for property tests.
#![allow(dead_code, reason = "each test program uses a part of it")]

use newsgraph::graph::{
    Alias, Attributes, Detail, DocumentRecord, Edge, EdgeDetail, EntityDetail, EventDetail, Evidence, KnowledgeGraph,
    MentionRecord, Node, NodePolarity, Range, RelationDetail, StatementRecord, TimeRecord,
};
use newsgraph::ontology::{Kind, Modality, Role, ontology};
use proptest::prelude::*;
use proptest::sample::select;

/// What other formats take for their own.
const NASTY: &[&str] = &[
    "\"Quoted\" 'single' `tick`",
    "a\\b \\N \\\" \\' \\u0027",
    "one\ntwo\r\nthree\rfour\u{2028}five",
    "<b>bold</b> & &amp; &#38; ]]> <!-- --> </script><img src=x onerror=alert(1)>",
    "=1+1",
    "-2+3",
    "+cmd|' /C calc'!A0",
    "@SUM(1,2)",
    "'=1",
    "\t=1",
    "＝1",
    "\u{627}\u{628} \u{202e}evil\u{202c} \u{200f}x\u{200e}",
    "\u{1f469}\u{200d}\u{1f467} \u{1f1f2}\u{1f1fd} e\u{301}",
    "nul\0 bell\u{7} esc\u{1b}[31m del\u{7f} nel\u{85} \u{fffe}",
    " ",
    "\u{a0}\u{feff}",
    "# [x](javascript:alert(1)) ![i](http://e.example/p.png) | a | **b** ~~c~~ <http://e.example>",
    "1. list",
    "end",
    "null",
    "NaN",
    "1e5",
    "a;b|c",
    "{{x}} ${y} %s #{z}",
    "__proto__",
];

/// Any text that is not empty.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => select(NASTY).prop_map(str::to_owned),
        2 => "[A-Z][a-z]{1,8} [A-Z][a-z]{1,8}",
        1 => "\\PC{1,12}",
        1 => "(?s).{1,12}",
    ]
}

fn day() -> impl Strategy<Value = Option<TimeRecord>> {
    let some = (1..28_u8, 1..12_u8, 0..3000_u16, text()).prop_map(|(day, month, year, words)| TimeRecord {
        value: format!("{year:04}-{month:02}-{day:02}"),
        start: Some(format!("{year:04}-{month:02}-{day:02}")),
        end: Some(format!("{year:04}-{month:02}-{:02}", day + 1)),
        text: Some(words),
    });
    prop_oneof![
        2 => Just(None),
        2 => some.prop_map(Some),
        1 => text().prop_map(|value| Some(TimeRecord { value, start: None, end: None, text: None })),
    ]
}

fn polarity() -> impl Strategy<Value = NodePolarity> {
    select(vec![
        NodePolarity::Affirmed,
        NodePolarity::Affirmed,
        NodePolarity::Negated,
        NodePolarity::Mixed,
    ])
}

fn modality() -> impl Strategy<Value = Modality> {
    select([&[Modality::Actual; 3], Modality::ALL].concat())
}

/// What one node is made of: kind, label, and words for everything else.
fn node() -> impl Strategy<
    Value = (
        Kind,
        String,
        Vec<String>,
        NodePolarity,
        Modality,
        Option<TimeRecord>,
        bool,
    ),
> {
    (
        select(Kind::ALL),
        text(),
        proptest::collection::vec(text(), 0..3),
        polarity(),
        modality(),
        day(),
        any::<bool>(),
    )
}

/// A graph of up to eight nodes and twelve edges in two documents.
pub fn graph() -> impl Strategy<Value = KnowledgeGraph> {
    let nodes = proptest::collection::vec(node(), 1..8);
    let edges = proptest::collection::vec(
        (
            any::<u8>(),
            any::<u8>(),
            any::<u8>(),
            text(),
            any::<bool>(),
            polarity(),
            modality(),
            day(),
        ),
        0..12,
    );
    (nodes, edges, [text(), text()], text()).prop_map(|(nodes, edges, documents, words)| {
        let documents = documents.map(|id| format!("{id} #"));
        let nodes: Vec<Node> = nodes
            .into_iter()
            .enumerate()
            .map(|(number, parts)| make_node(number, parts, &documents))
            .collect();
        let edges = edges
            .into_iter()
            .map(|(from, to, of_type, label, past, polarity, modality, time)| {
                let (from, to) = (
                    &nodes[usize::from(from) % nodes.len()],
                    &nodes[usize::from(to) % nodes.len()],
                );
                let detail = if from.kind == Kind::Event {
                    EdgeDetail::Role {
                        role: Role::ALL[usize::from(of_type) % Role::ALL.len()],
                    }
                } else {
                    let relations = &ontology().relations;
                    EdgeDetail::Relation(RelationDetail {
                        relation: relations[usize::from(of_type) % relations.len()].name.clone(),
                        label: label.clone(),
                        past,
                        polarity,
                        modality,
                        attribution: nodes.iter().take(1).map(|node| node.id.clone()).collect(),
                        time,
                    })
                };
                let (document, text) = (documents[0].clone(), label);
                Edge {
                    id: String::new(),
                    source: from.id.clone(),
                    target: to.id.clone(),
                    detail,
                    confidence: 0.5,
                    evidence: vec![Evidence {
                        document,
                        start: 0,
                        end: 1,
                        text,
                        sentence: Range { start: 0, end: 2 },
                    }],
                }
            })
            .collect();
        let mut records: Vec<DocumentRecord> = documents.iter().map(|id| record(id, &words)).collect();
        records.dedup_by(|a, b| a.id == b.id);
        KnowledgeGraph::new(records, nodes, edges)
    })
}

fn record(id: &str, words: &str) -> DocumentRecord {
    DocumentRecord {
        id: id.to_owned(),
        title: Some(words.to_owned()),
        published: Some("2025-11-04".to_owned()),
        url: Some(format!("javascript:{words}")),
        source: Some(words.to_owned()),
        authors: vec![words.to_owned()],
        language: "en".to_owned(),
        sha256: "00".repeat(32),
        characters: words.chars().count(),
        text: Some(words.to_owned()),
    }
}

type Parts = (
    Kind,
    String,
    Vec<String>,
    NodePolarity,
    Modality,
    Option<TimeRecord>,
    bool,
);

fn make_node(number: usize, parts: Parts, documents: &[String; 2]) -> Node {
    let (kind, label, words, polarity, modality, time, named) = parts;
    let document = documents[number % 2].clone();
    let range = Range { start: 0, end: 1 };
    let detail = if kind == Kind::Event {
        let events = &ontology().events;
        Detail::Event(EventDetail {
            event_type: Some(events[number % events.len()].name.clone()),
            polarity,
            modality,
            time,
            confidence: 0.25,
            statements: vec![StatementRecord {
                document,
                start: 0,
                end: 1,
                text: label.clone(),
                form: "trigger".to_owned(),
                sentence: range,
                polarity,
                modality,
                attribution: Vec::new(),
                confidence: 0.25,
            }],
            known: None,
            identity: Vec::new(),
        })
    } else {
        let mention = MentionRecord {
            document,
            start: 0,
            end: 1,
            text: label.clone(),
            form: "name".to_owned(),
        };
        Detail::Entity(EntityDetail {
            aliases: words
                .iter()
                .map(|text| Alias {
                    text: text.clone(),
                    count: 1,
                })
                .collect(),
            attributes: Attributes {
                role: words,
                iso3166: None,
                known: None,
            },
            identity: Vec::new(),
            mentions: vec![mention],
        })
    };
    // Half of the ids are as nasty as the labels.
    let name = if named { label.clone() } else { String::new() };
    Node {
        id: format!("{kind}:{number}{name}"),
        kind,
        label,
        named,
        salience: 1.0 / (number + 1) as f64,
        detail,
    }
}

/// Whether a node may be told as a fact.
pub fn is_fact(node: &Node) -> bool {
    node.event()
        .is_none_or(|event| event.polarity == NodePolarity::Affirmed && event.modality == Modality::Actual)
}

/// Whether a relation may be told as a fact.
pub fn is_fact_relation(relation: &RelationDetail) -> bool {
    relation.polarity == NodePolarity::Affirmed && relation.modality == Modality::Actual
}
