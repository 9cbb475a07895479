//! Every format holds any text as data, and its facts are the graph's: read back by parsers that others wrote.

#[path = "support/nasty.rs"]
mod nasty;

use nasty::{is_fact, is_fact_relation};
use newsgraph::graph::KnowledgeGraph;
use newsgraph::write::{Format, Options, read_json};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn written(graph: &KnowledgeGraph, format: Format, file: usize) -> Vec<u8> {
    let mut out = Vec::new();
    format.files()[file]
        .write(graph, &Options::default(), &mut out)
        .unwrap();
    out
}

fn json(graph: &KnowledgeGraph, format: Format) -> Value {
    serde_json::from_slice(&written(graph, format, 0)).unwrap()
}

fn labels(graph: &KnowledgeGraph) -> BTreeMap<String, String> {
    graph
        .nodes()
        .map(|node| (node.id.clone(), node.label.clone()))
        .collect()
}

fn ends(graph: &KnowledgeGraph) -> Vec<(String, String)> {
    graph
        .edges()
        .map(|edge| (edge.source.clone(), edge.target.clone()))
        .collect()
}

fn text(value: &Value) -> String {
    value.as_str().expect("a string").to_owned()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

/// XML's own: forbidden characters are replaced.
fn xml_text(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'.. => letter,
            _ => '\u{fffd}',
        })
        .collect()
}

fn rows(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(bytes);
    let header = reader.headers().unwrap().clone();
    reader
        .records()
        .map(|row| {
            header
                .iter()
                .map(str::to_owned)
                .zip(row.unwrap().iter().map(str::to_owned))
                .collect()
        })
        .collect()
}

/// As readers of our CSV take the apostrophe off.
fn unguarded(cell: &str) -> &str {
    let rest = cell.trim_start_matches('\'');
    let risky = rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if risky {
        cell.strip_prefix('\'').expect("a guard")
    } else {
        cell
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn json_reads_back_as_the_same_graph(graph in nasty::graph()) {
        let again = read_json(written(&graph, Format::Json, 0).as_slice()).unwrap();
        prop_assert!(again == graph);
    }

    #[test]
    fn other_json_holds_ids_labels_and_ends(graph in nasty::graph()) {
        let file = json(&graph, Format::Cytoscape);
        let data = |kind: &str| list(&file["elements"][kind]).iter().map(|element| element["data"].clone()).collect::<Vec<_>>();
        let found: BTreeMap<_, _> = data("nodes").iter().map(|node| (text(&node["id"]), text(&node["label"]))).collect();
        prop_assert_eq!(&found, &labels(&graph));
        let found: Vec<_> = data("edges").iter().map(|edge| (text(&edge["source"]), text(&edge["target"]))).collect();
        prop_assert_eq!(&found, &ends(&graph));

        let file = &json(&graph, Format::Jgf)["graph"];
        let nodes = file["nodes"].as_object().unwrap();
        let found: BTreeMap<_, _> = nodes.iter().map(|(id, node)| (id.clone(), text(&node["label"]))).collect();
        prop_assert_eq!(&found, &labels(&graph));
        let found: Vec<_> = list(&file["edges"]).iter().map(|edge| (text(&edge["source"]), text(&edge["target"]))).collect();
        prop_assert_eq!(&found, &ends(&graph));

        let file = json(&graph, Format::Graphology);
        let found: BTreeMap<_, _> = list(&file["nodes"]).iter().map(|node| (text(&node["key"]), text(&node["attributes"]["label"]))).collect();
        prop_assert_eq!(&found, &labels(&graph));
        let found: Vec<_> = list(&file["edges"]).iter().map(|edge| (text(&edge["source"]), text(&edge["target"]))).collect();
        prop_assert_eq!(&found, &ends(&graph));
    }

    #[test]
    fn xml_holds_ids_labels_and_ends(graph in nasty::graph()) {
        let wanted: BTreeMap<_, _> = labels(&graph).iter().map(|(id, label)| (xml_text(id), xml_text(label))).collect();
        let wanted_ends: Vec<_> = ends(&graph).iter().map(|(from, to)| (xml_text(from), xml_text(to))).collect();
        let of_edge = |edge: roxmltree::Node<'_, '_>| {
            (edge.attribute("source").unwrap().to_owned(), edge.attribute("target").unwrap().to_owned())
        };

        let bytes = String::from_utf8(written(&graph, Format::GraphMl, 0)).unwrap();
        let file = roxmltree::Document::parse(&bytes).unwrap();
        let keys: BTreeSet<&str> = file.descendants().filter(|it| it.has_tag_name("key")).map(|key| key.attribute("id").unwrap()).collect();
        let data = |of: roxmltree::Node<'_, '_>, key: &str| {
            let found = of.children().find(|it| it.attribute("key") == Some(key));
            found.and_then(|it| it.text()).unwrap_or_default().to_owned()
        };
        let nodes = file.descendants().filter(|it| it.has_tag_name("node"));
        let found: BTreeMap<_, _> = nodes.map(|node| (node.attribute("id").unwrap().to_owned(), data(node, "n_label"))).collect();
        prop_assert_eq!(&found, &wanted);
        let found: Vec<_> = file.descendants().filter(|it| it.has_tag_name("edge")).map(of_edge).collect();
        prop_assert_eq!(&found, &wanted_ends);
        prop_assert!(file.descendants().filter(|it| it.has_tag_name("data")).all(|it| keys.contains(it.attribute("key").unwrap())));

        let bytes = String::from_utf8(written(&graph, Format::Gexf, 0)).unwrap();
        let file = roxmltree::Document::parse(&bytes).unwrap();
        let nodes = file.descendants().filter(|it| it.has_tag_name("node"));
        let found: BTreeMap<_, _> = nodes
            .map(|node| (node.attribute("id").unwrap().to_owned(), node.attribute("label").unwrap().to_owned()))
            .collect();
        prop_assert_eq!(&found, &wanted);
        let found: Vec<_> = file.descendants().filter(|it| it.has_tag_name("edge")).map(of_edge).collect();
        prop_assert_eq!(&found, &wanted_ends);
    }

    #[test]
    fn tables_hold_ids_labels_and_ends(graph in nasty::graph()) {
        let bare = |text: &str| text.replace('\0', "");
        let nodes = rows(&written(&graph, Format::Csv, 0));
        let found: Vec<_> = nodes.iter().map(|row| (unguarded(&row["id"]).to_owned(), unguarded(&row["label"]).to_owned())).collect();
        let wanted: Vec<_> = graph.nodes().map(|node| (bare(&node.id), bare(&node.label))).collect();
        prop_assert_eq!(found, wanted);
        for row in nodes.iter().chain(&rows(&written(&graph, Format::Csv, 1))) {
            for cell in row.values() {
                let risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
                prop_assert!(!risky, "a spreadsheet may run {:?}", cell);
            }
        }
        let edges = rows(&written(&graph, Format::Csv, 1));
        let found: Vec<_> = edges.iter().map(|row| (unguarded(&row["source"]).to_owned(), unguarded(&row["target"]).to_owned())).collect();
        let wanted: Vec<_> = ends(&graph).iter().map(|(from, to)| (bare(from), bare(to))).collect();
        prop_assert_eq!(found, wanted);

        let found: Vec<_> = rows(&written(&graph, Format::Neo4j, 0)).iter().map(|row| (row["id:ID"].clone(), row["label"].clone())).collect();
        prop_assert_eq!(found, labels(&graph).into_iter().collect::<Vec<_>>());
        let found: Vec<_> = rows(&written(&graph, Format::Neo4j, 2)).iter().map(|row| (row[":START_ID"].clone(), row[":END_ID"].clone())).collect();
        prop_assert_eq!(found, ends(&graph));
    }

    /// One line a statement, whatever the names.
    #[test]
    fn cypher_has_a_statement_a_line(graph in nasty::graph()) {
        let script = String::from_utf8(written(&graph, Format::Cypher, 0)).unwrap();
        let statements = script.lines().filter(|line| !line.starts_with("//")).collect::<Vec<_>>();
        prop_assert!(statements.iter().all(|line| line.ends_with(';') && !line.chars().any(char::is_control)));
        let pairs: usize = graph.nodes().map(|node| node.documents().len()).sum();
        let wanted = 2 + graph.documents().len() + graph.node_count() + graph.edge_count() + pairs;
        prop_assert_eq!(statements.len(), wanted);
    }

    /// No denied, planned, possible or habitual event or relation becomes an entity or a link.
    #[test]
    fn ftm_and_stix_hold_facts_alone(graph in nasty::graph()) {
        let facts = graph.nodes().filter(|node| is_fact(node)).count();
        let links = graph.edges().filter(|edge| {
            let ends = [&edge.source, &edge.target];
            edge.relation().is_none_or(is_fact_relation) && ends.iter().all(|end| graph.node(end).is_some_and(is_fact))
        }).count();
        let bytes = String::from_utf8(written(&graph, Format::FollowTheMoney, 0)).unwrap();
        let entities: Vec<Value> = bytes.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        prop_assert_eq!(entities.len(), graph.documents().len() + facts + links);
        let ids: BTreeSet<&str> = entities.iter().map(|entity| entity["id"].as_str().unwrap()).collect();
        prop_assert_eq!(ids.len(), entities.len());
        for entity in &entities {
            for end in ["subject", "object", "director", "organization", "owner", "asset", "proof", "involved"] {
                for value in entity["properties"][end].as_array().into_iter().flatten() {
                    prop_assert!(ids.contains(value.as_str().unwrap()), "{} of {}", end, entity);
                }
            }
        }

        let bundle = json(&graph, Format::Stix);
        let objects = list(&bundle["objects"]);
        let of_type = |name: &str| objects.iter().filter(|object| object["type"] == name).count();
        prop_assert_eq!(of_type("relationship"), links);
        prop_assert_eq!(of_type("identity") + of_type("location") + of_type("incident"), facts);
        let ids: BTreeSet<&str> = objects.iter().map(|object| object["id"].as_str().unwrap()).collect();
        prop_assert_eq!(ids.len(), objects.len());
        for object in objects.iter().filter(|object| object["type"] == "relationship") {
            for end in ["source_ref", "target_ref"] {
                prop_assert!(ids.contains(object[end].as_str().unwrap()));
            }
        }
        let names: BTreeSet<&str> = objects.iter().filter_map(|object| object["name"].as_str()).collect();
        prop_assert!(graph.nodes().filter(|node| is_fact(node)).all(|node| names.contains(node.label.as_str())));
    }

    /// A brief is lists, quotations and headings; no name makes a link, a table, code or HTML.
    #[test]
    fn markdown_is_plain(graph in nasty::graph()) {
        use pulldown_cmark::{Event, Options, Parser, Tag};
        let brief = String::from_utf8(written(&graph, Format::Markdown, 0)).unwrap();
        for event in Parser::new_ext(&brief, Options::all()) {
            match event {
                Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::BlockQuote(_) | Tag::List(None) | Tag::Item | Tag::Strong) => {}
                Event::Start(tag) => prop_assert!(false, "{:?} in {}", tag, brief),
                Event::Text(_) | Event::End(_) | Event::SoftBreak => {}
                other => prop_assert!(false, "{:?} in {}", other, brief),
            }
        }
    }

    #[test]
    fn mermaid_stays_within_its_limits(graph in nasty::graph()) {
        let chart = String::from_utf8(written(&graph, Format::Mermaid, 0)).unwrap();
        prop_assert!(chart.starts_with("flowchart LR\n") && chart.chars().count() < 50_000);
        let lines = graph.node_count() + graph.edge_count() + 7;
        prop_assert_eq!(chart.lines().count(), lines);
    }

    #[test]
    fn the_same_graph_gives_the_same_bytes(graph in nasty::graph()) {
        let again = read_json(written(&graph, Format::Json, 0).as_slice()).unwrap();
        for format in Format::all() {
            for file in 0..format.files().len() {
                prop_assert!(written(&graph, format, file) == written(&again, format, file), "{}", format);
            }
        }
    }
}

#[cfg(feature = "parquet")]
mod parquet_tables {
    use super::*;
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::{Field, RowAccessor};

    fn rows(bytes: Vec<u8>) -> Vec<parquet::record::Row> {
        let reader = SerializedFileReader::new(bytes::Bytes::from(bytes)).unwrap();
        reader.get_row_iter(None).unwrap().map(|row| row.unwrap()).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn parquet_holds_everything(graph in nasty::graph()) {
            let nodes = rows(written(&graph, Format::Parquet, 0));
            let found: Vec<_> = nodes.iter().map(|row| (row.get_string(0).unwrap().clone(), row.get_string(1).unwrap().clone())).collect();
            prop_assert_eq!(found, labels(&graph).into_iter().collect::<Vec<_>>());
            for (row, node) in nodes.iter().zip(graph.nodes()) {
                let names = row.get_column_iter().find(|(name, _)| *name == "aliases").unwrap().1;
                let Field::ListInternal(names) = names else { panic!("{names}") };
                let found: Vec<String> = names.elements().iter().map(|name| match name {
                    Field::Str(name) => name.clone(),
                    other => panic!("{other}"),
                }).collect();
                let wanted: Vec<String> = node.entity().into_iter().flat_map(|entity| &entity.aliases).map(|alias| alias.text.clone()).collect();
                prop_assert_eq!(found, wanted);
            }
            let edges = rows(written(&graph, Format::Parquet, 1));
            let found: Vec<_> = edges.iter().map(|row| (row.get_string(1).unwrap().clone(), row.get_string(2).unwrap().clone())).collect();
            prop_assert_eq!(found, ends(&graph));
            prop_assert_eq!(rows(written(&graph, Format::Parquet, 2)).len(), graph.node_count());
            let documents = rows(written(&graph, Format::Parquet, 3));
            let found: Vec<_> = documents.iter().map(|row| row.get_string(0).unwrap().clone()).collect();
            prop_assert_eq!(found, graph.documents().iter().map(|document| document.id.clone()).collect::<Vec<_>>());
        }
    }
}

#[cfg(feature = "rdf")]
mod rdf {
    use super::*;
    use oxjsonld::JsonLdParser;
    use oxrdf::{Dataset, Quad, Term};
    use oxttl::NQuadsParser;

    fn n_quads(graph: &KnowledgeGraph) -> Dataset {
        let bytes = written(graph, Format::NQuads, 0);
        NQuadsParser::new()
            .for_slice(&bytes)
            .map(|quad| quad.unwrap())
            .collect()
    }

    fn literals(quads: &Dataset) -> BTreeSet<String> {
        quads
            .iter()
            .filter_map(|quad| match quad.into_owned().object {
                Term::Literal(literal) => Some(literal.value().to_owned()),
                _ => None,
            })
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn both_files_say_the_same_and_only_facts_are_schema_org_s(graph in nasty::graph()) {
            let quads = n_quads(&graph);
            let bytes = written(&graph, Format::JsonLd, 0);
            let twin: Dataset = JsonLdParser::new().for_slice(&bytes).map(|quad| quad.unwrap()).collect();
            prop_assert_eq!(quads.len(), twin.len());
            prop_assert!(quads.iter().all(|quad| twin.contains(quad)));
            let literals = literals(&quads);
            prop_assert!(graph.nodes().all(|node| literals.contains(&node.label)));
            let quads: Vec<Quad> = quads.iter().map(oxrdf::QuadRef::into_owned).collect();
            let is_a = |class: &str| quads.iter().filter(|quad| {
                quad.predicate.as_str().ends_with("#type") && quad.object.to_string() == format!("<{class}>")
            }).map(|quad| quad.subject.to_string()).collect::<BTreeSet<_>>();
            let events: Vec<_> = graph.nodes().filter(|node| node.event().is_some()).collect();
            let facts = events.iter().filter(|node| is_fact(node)).count();
            prop_assert_eq!(is_a("https://schema.org/Event").len(), facts);
            let claims = is_a("urn:newsgraph:vocabulary:Claim");
            prop_assert_eq!(claims.len(), events.len() - facts);
            for quad in quads.iter().filter(|quad| quad.predicate.as_str().starts_with("https://schema.org/")) {
                prop_assert!(!claims.contains(&quad.subject.to_string()), "{}", quad);
                prop_assert!(!claims.contains(&quad.object.to_string()), "{}", quad);
            }
            // A relation that is denied, planned or over is a statement, and no triple.
            let direct = quads.iter().filter(|quad| {
                let relation = quad.predicate.as_str().strip_prefix("urn:newsgraph:vocabulary:");
                relation.is_some_and(|name| newsgraph::ontology::ontology().relation(name).is_some())
            }).map(|quad| (quad.subject.to_string(), quad.predicate.to_string(), quad.object.to_string())).collect::<BTreeSet<_>>();
            let wanted = graph.edges().filter(|edge| {
                edge.relation().is_some_and(|relation| is_fact_relation(relation) && !relation.past)
            }).map(|edge| (edge.source.clone(), edge.type_name().to_owned(), edge.target.clone())).collect::<BTreeSet<_>>();
            prop_assert_eq!(direct.len(), wanted.len());
        }
    }
}
