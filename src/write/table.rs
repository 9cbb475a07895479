//! The table of formats: one entry each.

use super::format::{Carries, FileType, Format, Truth, Writer};
use super::{csv, cypher, cytoscape, dot, ftm, gexf, graphml, graphology, jgf, json, markdown, mermaid, neo4j, stix};

/// What the table says of a format.
pub(super) struct Entry {
    pub format: Format,
    pub name: &'static str,
    pub title: &'static str,
    pub carries: Carries,
    pub files: &'static [FileType],
}

const fn file(ending: &'static str, media_type: &'static str, writer: Writer) -> FileType {
    FileType {
        ending,
        media_type,
        writer,
    }
}

/// Everything.
const ALL: Carries = Carries {
    whole: true,
    truth: Truth::Fields,
    attribution: true,
    time: true,
    evidence: true,
    text: true,
};

/// Rows of plain values: where there is no place for lists of mentions, their words and offsets stay behind.
const FLAT: Carries = Carries {
    evidence: false,
    text: false,
    ..ALL
};

/// A picture.
const DRAWING: Carries = Carries {
    whole: false,
    truth: Truth::Words,
    attribution: true,
    time: true,
    evidence: false,
    text: false,
};

/// Every format of this build.
pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        format: Format::Json,
        name: "json",
        title: "node-link JSON, everything",
        carries: ALL,
        files: &[file("json", "application/json", json::write)],
    },
    Entry {
        format: Format::Dot,
        name: "dot",
        title: "Graphviz, a drawing",
        carries: DRAWING,
        files: &[file("dot", "text/vnd.graphviz", |graph, options, out| {
            dot::write_dot(graph, &options.dot, out).map(|_| ())
        })],
    },
    Entry {
        format: Format::Cytoscape,
        name: "cytoscape",
        title: "Cytoscape.js elements",
        carries: ALL,
        files: &[file("cyjs.json", "application/json", cytoscape::write)],
    },
    Entry {
        format: Format::Jgf,
        name: "jgf",
        title: "JSON Graph Format 2",
        carries: ALL,
        files: &[file("jgf.json", "application/vnd.jgf+json", jgf::write)],
    },
    Entry {
        format: Format::Graphology,
        name: "graphology",
        title: "graphology and sigma.js",
        carries: ALL,
        files: &[file("graphology.json", "application/json", graphology::write)],
    },
    Entry {
        format: Format::GraphMl,
        name: "graphml",
        title: "GraphML with typed keys",
        carries: FLAT,
        files: &[file("graphml", "application/graphml+xml", graphml::write)],
    },
    Entry {
        format: Format::Gexf,
        name: "gexf",
        title: "GEXF 1.3 for Gephi, with dates and colours",
        carries: FLAT,
        files: &[file("gexf", "application/gexf+xml", gexf::write)],
    },
    Entry {
        format: Format::Csv,
        name: "csv",
        title: "tables for spreadsheets, pandas and Gephi",
        carries: FLAT,
        files: &[
            file("nodes.csv", "text/csv", csv::nodes),
            file("edges.csv", "text/csv", csv::edges),
        ],
    },
    Entry {
        format: Format::Neo4j,
        name: "neo4j",
        title: "folder for neo4j-admin database import",
        carries: FLAT,
        files: &[
            file("neo4j/nodes.csv", "text/csv", neo4j::nodes),
            file("neo4j/nodes-documents.csv", "text/csv", neo4j::documents),
            file("neo4j/relationships.csv", "text/csv", neo4j::relationships),
            file("neo4j/relationships-documents.csv", "text/csv", neo4j::mentioned_in),
            file("neo4j/README.txt", "text/plain", neo4j::readme),
        ],
    },
    Entry {
        format: Format::Cypher,
        name: "cypher",
        title: "Cypher script that can be run twice",
        carries: FLAT,
        files: &[file("cypher", "application/x-cypher-query", cypher::write)],
    },
    #[cfg(feature = "parquet")]
    Entry {
        format: Format::Parquet,
        name: "parquet",
        title: "Parquet tables: nodes, edges, mentions, documents",
        carries: ALL,
        files: &[
            file("nodes.parquet", "application/vnd.apache.parquet", super::parquet::nodes),
            file("edges.parquet", "application/vnd.apache.parquet", super::parquet::edges),
            file(
                "mentions.parquet",
                "application/vnd.apache.parquet",
                super::parquet::mentions,
            ),
            file(
                "documents.parquet",
                "application/vnd.apache.parquet",
                super::parquet::documents,
            ),
        ],
    },
    #[cfg(feature = "rdf")]
    Entry {
        format: Format::JsonLd,
        name: "jsonld",
        title: "RDF as JSON-LD",
        carries: Carries { text: false, ..ALL },
        files: &[file("jsonld", "application/ld+json", super::rdf::json_ld)],
    },
    #[cfg(feature = "rdf")]
    Entry {
        format: Format::NQuads,
        name: "nquads",
        title: "RDF as N-Quads",
        carries: Carries { text: false, ..ALL },
        files: &[file("nq", "application/n-quads", super::rdf::n_quads)],
    },
    Entry {
        format: Format::FollowTheMoney,
        name: "ftm",
        title: "FollowTheMoney entities",
        carries: Carries {
            truth: Truth::FactsOnly,
            ..FLAT
        },
        files: &[file("ftm.json", "application/json+ftm", ftm::write)],
    },
    Entry {
        format: Format::Stix,
        name: "stix",
        title: "STIX 2.1 bundle",
        carries: Carries {
            truth: Truth::FactsOnly,
            ..FLAT
        },
        files: &[file("stix.json", "application/stix+json;version=2.1", stix::write)],
    },
    Entry {
        format: Format::Mermaid,
        name: "mermaid",
        title: "Mermaid flowchart of the most salient part",
        carries: Carries {
            attribution: false,
            ..DRAWING
        },
        files: &[file("mmd", "text/vnd.mermaid", mermaid::write)],
    },
    Entry {
        format: Format::Markdown,
        name: "markdown",
        title: "a brief: who, what, when, with quotations",
        carries: Carries {
            evidence: true,
            ..DRAWING
        },
        files: &[file("md", "text/markdown", markdown::write)],
    },
];

/// Formats that this build lacks, with the feature that brings them.
pub(super) const NOT_BUILT_IN: &[(&str, &str)] = &[
    #[cfg(not(feature = "parquet"))]
    ("parquet", "parquet"),
    #[cfg(not(feature = "rdf"))]
    ("jsonld", "rdf"),
    #[cfg(not(feature = "rdf"))]
    ("nquads", "rdf"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::KnowledgeGraph;
    use crate::write::Options;
    use std::collections::BTreeSet;

    #[test]
    fn names_and_files_are_distinct_and_found() {
        let mut endings = BTreeSet::new();
        for entry in ENTRIES {
            assert_eq!(entry.name.parse(), Ok(entry.format));
            assert_eq!(entry.format.name(), entry.name, "no line of its own in the table");
            assert!(!entry.files.is_empty());
            for file in entry.files {
                assert!(endings.insert(file.ending), "{} twice", file.ending);
            }
        }
        assert_eq!(ENTRIES.len() + NOT_BUILT_IN.len(), 17);
    }

    #[test]
    fn an_empty_graph_is_written_in_every_format() {
        for file in ENTRIES.iter().flat_map(|entry| entry.files) {
            let mut out = Vec::new();
            file.write(&KnowledgeGraph::default(), &Options::default(), &mut out)
                .unwrap();
            // No statement needs no line.
            assert!(
                !out.is_empty() || ["ftm.json", "nq"].contains(&file.ending),
                "{}",
                file.ending
            );
        }
    }

    /// `docs/formats.md` says of every format what the table says.
    #[test]
    fn the_documentation_agrees() {
        let page = include_str!("../../docs/formats.md");
        for entry in ENTRIES {
            let row = page
                .lines()
                .find(|line| line.starts_with(&format!("| `{}` |", entry.name)))
                .unwrap_or_else(|| panic!("docs/formats.md lacks {}", entry.name));
            for file in entry.files {
                let name = file.ending.rsplit_once('/').map_or(file.ending, |(folder, _)| folder);
                assert!(row.contains(&format!("`.{name}`")), "{} lacks .{name}", entry.name);
            }
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            let yes = |carried: bool| if carried { "yes" } else { "no" };
            let truth = match entry.carries.truth {
                Truth::Fields => "fields",
                Truth::Words => "words",
                Truth::FactsOnly => "facts only",
            };
            let carries = entry.carries;
            let wanted = [
                if carries.whole { "all" } else { "most salient" },
                truth,
                yes(carries.attribution),
                yes(carries.time),
                yes(carries.evidence),
                yes(carries.text),
            ];
            assert_eq!(cells[4..10], wanted, "{}", entry.name);
        }
    }
}
