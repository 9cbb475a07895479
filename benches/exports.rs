//! How long each format takes for a large graph, 100,000 nodes and 400,000 edges, and how much memory: `cargo bench --bench exports`.
//!
//! The graph is generated, the same each time. `GRAPH=big.json cargo bench --bench exports` writes it to a file instead, for
//! measuring the command: `/usr/bin/time -v newsgraph export big.json --to gexf -o out/`.

use divan::{AllocProfiler, Bencher};
use newsgraph::graph::{
    Alias, Attributes, Detail, DocumentRecord, Edge, EdgeDetail, EntityDetail, EventDetail, Evidence, KnowledgeGraph,
    MentionRecord, Node, NodePolarity, Range, RelationDetail, StatementRecord, TimeRecord,
};
use newsgraph::ontology::{Kind, Modality, Role, ontology};
use newsgraph::write::{Format, Options};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::sync::LazyLock;

#[global_allocator]
static MEMORY: AllocProfiler = AllocProfiler::system();

const DOCUMENTS: usize = 1_000;
const ENTITIES: usize = 60_000;
const EVENTS: usize = 40_000;
const EDGES: usize = 400_000;
/// Code points of a document's text.
const CHARACTERS: usize = 2_500;

static GRAPH: LazyLock<KnowledgeGraph> = LazyLock::new(generate);

fn main() {
    let Some(path) = std::env::var_os("GRAPH") else {
        return divan::main();
    };
    let mut file = BufWriter::new(File::create(path).expect("GRAPH names a file that can be written"));
    Format::Json.write(&GRAPH, &mut file).expect("the disk has room");
    file.flush().expect("the disk has room");
}

/// Numbers without a pattern that matters (Knuth's MMIX generator), the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits fit") % end
    }
}

fn document_id(number: usize) -> String {
    format!("article_{number:04}")
}

/// A place in a document's text, with its words.
fn place(numbers: &mut Numbers) -> (String, usize, usize, String) {
    let start = numbers.below(CHARACTERS - 20);
    let end = start + 6 + numbers.below(12);
    let words = "wörds of a text, "
        .chars()
        .cycle()
        .skip(start % 17)
        .take(end - start)
        .collect();
    (document_id(numbers.below(DOCUMENTS)), start, end, words)
}

fn entity(number: usize, numbers: &mut Numbers) -> Node {
    let kind = [Kind::Person, Kind::Organisation, Kind::Location][number % 3];
    let mentions = (0..2)
        .map(|_| {
            let (document, start, end, text) = place(numbers);
            MentionRecord {
                document,
                start,
                end,
                text,
                form: "name".to_owned(),
            }
        })
        .collect();
    Node {
        id: format!("{kind}:name-{number}-of-somebody"),
        kind,
        label: format!("Name {number} of \"Somebody\" & Sons"),
        named: true,
        salience: (numbers.below(1_000)) as f64 / 1_000.0,
        detail: Detail::Entity(EntityDetail {
            aliases: vec![Alias {
                text: format!("Name {number}"),
                count: 2,
            }],
            attributes: Attributes {
                role: vec!["Minister".to_owned()],
                iso3166: None,
                known: None,
            },
            identity: Vec::new(),
            mentions,
        }),
    }
}

fn event(number: usize, numbers: &mut Numbers) -> Node {
    let event_type = &ontology().events[number % ontology().events.len()].name;
    let (document, start, end, text) = place(numbers);
    let modality = Modality::ALL[[0, 0, 0, 1, 2, 3][number % 6]];
    let polarity = if number.is_multiple_of(9) {
        NodePolarity::Negated
    } else {
        NodePolarity::Affirmed
    };
    let day = 1 + number % 27;
    let time = TimeRecord {
        value: format!("2025-11-{day:02}"),
        start: Some(format!("2025-11-{day:02}")),
        end: Some(format!("2025-11-{:02}", day + 1)),
        text: Some("Tuesday".to_owned()),
    };
    let statement = StatementRecord {
        sentence: Range {
            start: start.saturating_sub(40),
            end: end + 40,
        },
        document,
        start,
        end,
        text,
        form: "trigger".to_owned(),
        polarity,
        modality,
        attribution: Vec::new(),
        confidence: 0.8,
    };
    Node {
        id: format!("event:article:{event_type}-{number}"),
        kind: Kind::Event,
        label: format!("rejects plan {number}"),
        named: false,
        salience: (numbers.below(1_000)) as f64 / 1_000.0,
        detail: Detail::Event(EventDetail {
            event_type: Some(event_type.clone()),
            polarity,
            modality,
            time: Some(time).filter(|_| number.is_multiple_of(2)),
            confidence: 0.8,
            statements: vec![statement],
            known: None,
            identity: Vec::new(),
        }),
    }
}

/// Three edges in five are roles, the others relations.
fn edge(number: usize, nodes: &[Node], numbers: &mut Numbers) -> Edge {
    let (document, start, end, text) = place(numbers);
    let target = nodes[numbers.below(ENTITIES)].id.clone();
    let (source, detail) = if number % 5 < 3 {
        let role = Role::ALL[numbers.below(Role::ALL.len())];
        (&nodes[ENTITIES + numbers.below(EVENTS)], EdgeDetail::Role { role })
    } else {
        let relations = &ontology().relations;
        let relation = RelationDetail {
            relation: relations[numbers.below(relations.len())].name.clone(),
            label: "head of".to_owned(),
            past: number.is_multiple_of(7),
            polarity: NodePolarity::Affirmed,
            modality: Modality::Actual,
            attribution: Vec::new(),
            time: None,
        };
        (&nodes[numbers.below(ENTITIES)], EdgeDetail::Relation(relation))
    };
    Edge {
        id: String::new(),
        source: source.id.clone(),
        target,
        detail,
        confidence: 0.9,
        evidence: vec![Evidence {
            sentence: Range {
                start: start.saturating_sub(40),
                end: end + 40,
            },
            document,
            start,
            end,
            text,
        }],
    }
}

fn generate() -> KnowledgeGraph {
    let mut numbers = Numbers(1);
    let text: String = "wörds of a text, ".chars().cycle().take(CHARACTERS).collect();
    let documents = (0..DOCUMENTS)
        .map(|number| DocumentRecord {
            id: document_id(number),
            title: Some(format!("Article {number}")),
            published: Some("2025-11-04".to_owned()),
            url: None,
            source: None,
            authors: Vec::new(),
            language: "en".to_owned(),
            sha256: "00".repeat(32),
            characters: CHARACTERS,
            text: Some(text.clone()),
        })
        .collect();
    let mut nodes: Vec<Node> = (0..ENTITIES).map(|number| entity(number, &mut numbers)).collect();
    nodes.extend((0..EVENTS).map(|number| event(number, &mut numbers)));
    let edges = (0..EDGES).map(|number| edge(number, &nodes, &mut numbers)).collect();
    KnowledgeGraph::new(documents, nodes, edges)
}

/// All files of a format, to nowhere.
#[divan::bench(args = Format::all(), sample_count = 3, sample_size = 1)]
fn export(bencher: Bencher<'_, '_>, format: Format) {
    let graph = &*GRAPH;
    bencher.bench(|| {
        for file in format.files() {
            let mut out = BufWriter::new(std::io::sink());
            file.write(graph, &Options::default(), &mut out)
                .expect("nowhere has room");
        }
    });
}

/// Reading the JSON back.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn read_json(bencher: Bencher<'_, '_>) {
    let mut file = Vec::new();
    Format::Json.write(&GRAPH, &mut file).expect("memory has room");
    bencher.bench(|| newsgraph::write::read_json(file.as_slice()).expect("our own file"));
}
