//! Questions that a graph answers: who is called so, what goes out from a node, what lies between two nodes, what came first.

use super::{DocumentRecord, Edge, KnowledgeGraph, Node, Range};
use crate::text::CodePoints;
use petgraph::Direction;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;
use std::collections::{BTreeMap, VecDeque};

impl KnowledgeGraph {
    /// How many nodes there are.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.graph.node_count()
    }

    /// How many edges there are.
    #[must_use]
    pub fn edge_count(&self) -> usize {
        self.graph.edge_count()
    }

    /// The edges, as [`Self::edges`] has them, each with the places of its source and its target in [`Self::nodes`].
    pub(crate) fn edges_with_places(&self) -> impl Iterator<Item = (&Edge, usize, usize)> {
        let edges = self.graph.edge_references();
        edges.map(|edge| (edge.weight(), edge.source().index(), edge.target().index()))
    }

    /// The document of an id. Takes O(log n).
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&DocumentRecord> {
        let place = self.documents.binary_search_by(|document| document.id.as_str().cmp(id));
        place.ok().map(|place| &self.documents[place])
    }

    /// The nodes that bear a name, as label or alias, whatever its capitals; the most salient first.
    ///
    /// ```
    /// use newsgraph::{read_document, text::Document};
    /// let graph = read_document(&Document::new("example", "Mexico's President Claudia Sheinbaum rejected U.S. drone strikes."));
    /// assert_eq!(graph.named("claudia sheinbaum")[0].id, "person:claudia-sheinbaum");
    /// assert!(graph.named("Ann Lee").is_empty());
    /// ```
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<&Node> {
        let wanted = name.trim().to_lowercase();
        let bears = |node: &&Node| {
            let aliases = node.entity().map_or(&[][..], |entity| &entity.aliases);
            node.label.to_lowercase() == wanted || aliases.iter().any(|alias| alias.text.to_lowercase() == wanted)
        };
        let mut found: Vec<&Node> = self.nodes().filter(bears).collect();
        found.sort_by(|a, b| b.salience.total_cmp(&a.salience));
        found
    }

    /// The edges that go out from a node, in the order of the file; none when there is no such node.
    ///
    /// ```
    /// use newsgraph::{read_document, text::Document};
    /// let graph = read_document(&Document::new("example", "Mexico's President Claudia Sheinbaum rejected U.S. drone strikes."));
    /// let leads = graph.edges_from("person:claudia-sheinbaum")[0];
    /// assert_eq!((leads.type_name(), leads.target.as_str()), ("leads", "country:MX"));
    /// ```
    #[must_use]
    pub fn edges_from(&self, id: &str) -> Vec<&Edge> {
        self.edges_of(id, Direction::Outgoing)
    }

    /// The edges that lead to a node, in the order of the file; none when there is no such node.
    #[must_use]
    pub fn edges_to(&self, id: &str) -> Vec<&Edge> {
        self.edges_of(id, Direction::Incoming)
    }

    fn edges_of(&self, id: &str, direction: Direction) -> Vec<&Edge> {
        let Some(node) = self.node_index(id) else {
            return Vec::new();
        };
        // petgraph gives the newest first: its indices of edges are the order of the file.
        let mut indices: Vec<_> = self.graph.edges_directed(node, direction).collect();
        indices.sort_by_key(EdgeRef::id);
        indices.into_iter().map(|edge| edge.weight()).collect()
    }

    /// The nodes at most `hops` edges away, whatever the edges' direction, with their distance: the nearest first, then by
    /// id. The node itself is the first, at distance 0.
    ///
    /// ```
    /// use newsgraph::{read_document, text::Document};
    /// let graph = read_document(&Document::new("example", "Mexico's President Claudia Sheinbaum rejected U.S. drone strikes."));
    /// let near = graph.neighbourhood("country:MX", 1);
    /// assert_eq!(near.iter().map(|(node, _)| node.id.as_str()).collect::<Vec<_>>(), ["country:MX", "person:claudia-sheinbaum"]);
    /// ```
    #[must_use]
    pub fn neighbourhood(&self, id: &str, hops: usize) -> Vec<(&Node, usize)> {
        let Some(start) = self.node_index(id) else {
            return Vec::new();
        };
        let mut distance = BTreeMap::from([(start, 0)]);
        let mut waiting = VecDeque::from([start]);
        while let Some(here) = waiting.pop_front() {
            let far = distance[&here];
            if far == hops {
                continue;
            }
            for next in self.graph.neighbors_undirected(here) {
                distance.entry(next).or_insert_with(|| {
                    waiting.push_back(next);
                    far + 1
                });
            }
        }
        let mut found: Vec<(&Node, usize)> = distance
            .into_iter()
            .map(|(node, far)| (&self.graph[node], far))
            .collect();
        found.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| a.0.id.cmp(&b.0.id)));
        found
    }

    /// A shortest chain of edges between two nodes, whatever the edges' direction; of several the first in the order of the
    /// file. `None` when the nodes are not joined, or one is not there; empty from a node to itself.
    ///
    /// ```
    /// use newsgraph::{read_document, text::Document};
    /// let graph = read_document(&Document::new("example", "Mexico's President Claudia Sheinbaum rejected U.S. drone strikes."));
    /// let chain = graph.path("country:MX", "country:US").unwrap();
    /// let types: Vec<&str> = chain.iter().map(|edge| edge.type_name()).collect();
    /// assert_eq!(types, ["leads", "actor", "topic", "actor"]);
    /// ```
    #[must_use]
    pub fn path(&self, from: &str, to: &str) -> Option<Vec<&Edge>> {
        let (start, end) = (self.node_index(from)?, self.node_index(to)?);
        // How each node was reached first.
        let mut reached: BTreeMap<NodeIndex, Option<(NodeIndex, &Edge)>> = BTreeMap::from([(start, None)]);
        let mut waiting = VecDeque::from([start]);
        while let Some(here) = waiting.pop_front() {
            if here == end {
                break;
            }
            let outgoing = self.graph.edges_directed(here, Direction::Outgoing);
            let incoming = self.graph.edges_directed(here, Direction::Incoming);
            let mut edges: Vec<_> = outgoing.chain(incoming).collect();
            edges.sort_by_key(EdgeRef::id);
            for edge in edges {
                let next = if edge.source() == here {
                    edge.target()
                } else {
                    edge.source()
                };
                reached.entry(next).or_insert_with(|| {
                    waiting.push_back(next);
                    Some((here, edge.weight()))
                });
            }
        }
        let mut chain = Vec::new();
        let mut here = end;
        while let Some((before, edge)) = *reached.get(&here)? {
            chain.push(edge);
            here = before;
        }
        chain.reverse();
        Some(chain)
    }

    /// The events that have a day, the earliest first; those of one day stand in the order of the text.
    #[must_use]
    pub fn timeline(&self) -> Vec<&Node> {
        let day = |node: &Node| node.event().and_then(|event| event.time.as_ref()?.start.clone());
        let mut events: Vec<(String, &Node)> = self.nodes().filter_map(|node| Some((day(node)?, node))).collect();
        events.sort_by(|(a, first), (b, second)| {
            in_time(a)
                .cmp(&in_time(b))
                .then_with(|| place(first).cmp(&place(second)))
                .then_with(|| first.id.cmp(&second.id))
        });
        events.into_iter().map(|(_, node)| node).collect()
    }

    /// The documents' texts, for many questions about their words.
    #[must_use]
    pub fn texts(&self) -> Texts<'_> {
        let texts = self.documents.iter().filter_map(|document| {
            let text = document.text.as_deref()?;
            Some((document.id.as_str(), CodePoints::new(text)))
        });
        Texts { texts: texts.collect() }
    }
}

/// Years before the first one have a minus and run backwards.
fn in_time(day: &str) -> (bool, i64, &str) {
    let before = day.starts_with('-');
    let digits = day.trim_start_matches('-');
    let year = digits.split('-').next().and_then(|year| year.parse::<i64>().ok());
    (!before, year.unwrap_or_default() * if before { -1 } else { 1 }, digits)
}

/// Where the text first speaks of an event.
fn place(node: &Node) -> Option<(&str, usize)> {
    let first = node.event()?.statements.first()?;
    Some((first.document.as_str(), first.start))
}

/// The texts of a graph's documents, cut by code points.
#[derive(Debug)]
pub struct Texts<'g> {
    texts: BTreeMap<&'g str, CodePoints<'g>>,
}

impl<'g> Texts<'g> {
    /// The words of a range of a document; `None` when the graph does not hold its text.
    ///
    /// ```
    /// use newsgraph::{graph::Range, read_document, text::Document};
    /// let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall."));
    /// assert_eq!(graph.texts().slice("example", Range { start: 12, end: 20 }), Some("Bob Hall"));
    /// ```
    #[must_use]
    pub fn slice(&self, document: &str, range: Range) -> Option<&'g str> {
        let words = self.texts.get(document)?.slice(range.start..range.end);
        Some(words).filter(|words| !words.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{Detail, EdgeDetail, EntityDetail, EventDetail, TimeRecord};
    use crate::ontology::{Kind, Modality, Role};

    fn node(id: &str) -> Node {
        Node {
            id: id.to_owned(),
            kind: Kind::Person,
            label: id.to_owned(),
            named: true,
            salience: 1.0,
            detail: Detail::Entity(EntityDetail::default()),
        }
    }

    fn event(id: &str, day: Option<&str>) -> Node {
        let time = day.map(|day| TimeRecord {
            value: day.to_owned(),
            start: Some(day.to_owned()),
            end: None,
            text: None,
        });
        let detail = EventDetail {
            event_type: None,
            polarity: super::super::NodePolarity::Affirmed,
            modality: Modality::Actual,
            time,
            confidence: 1.0,
            statements: Vec::new(),
            identity: Vec::new(),
            known: None,
        };
        Node {
            kind: Kind::Event,
            detail: Detail::Event(detail),
            ..node(id)
        }
    }

    fn edge(source: &str, target: &str) -> Edge {
        Edge {
            id: String::new(),
            source: source.to_owned(),
            target: target.to_owned(),
            detail: EdgeDetail::Role { role: Role::Actor },
            confidence: 1.0,
            evidence: Vec::new(),
        }
    }

    #[test]
    fn paths_and_neighbourhoods_go_both_ways() {
        let nodes = ["a", "b", "c", "d", "e"].map(node).to_vec();
        let edges = vec![
            edge("a", "b"),
            edge("c", "b"),
            edge("c", "d"),
            edge("a", "a"),
            edge("a", "d"),
        ];
        let graph = KnowledgeGraph::new(Vec::new(), nodes, edges);
        let ends = |chain: Vec<&Edge>| {
            chain
                .iter()
                .map(|edge| format!("{}{}", edge.source, edge.target))
                .collect::<Vec<_>>()
        };
        assert_eq!(graph.path("a", "c").map(ends).unwrap(), ["ab", "cb"]);
        assert_eq!(graph.path("a", "a"), Some(Vec::new()));
        assert!(graph.path("a", "e").is_none() && graph.path("a", "none").is_none());
        let near: Vec<(&str, usize)> = graph
            .neighbourhood("a", 2)
            .iter()
            .map(|(node, far)| (node.id.as_str(), *far))
            .collect();
        assert_eq!(near, [("a", 0), ("b", 1), ("d", 1), ("c", 2)]);
        assert_eq!(graph.neighbourhood("a", 0).len(), 1);
        assert!(graph.neighbourhood("none", 3).is_empty() && graph.edges_from("none").is_empty());
        assert_eq!(graph.edges_from("a").len(), 3);
        assert_eq!(
            graph
                .edges_to("b")
                .iter()
                .map(|edge| edge.source.as_str())
                .collect::<Vec<_>>(),
            ["a", "c"]
        );
    }

    #[test]
    fn the_timeline_knows_years_before_the_first() {
        let days = [
            Some("2025-11-04"),
            Some("-0043-03-15"),
            None,
            Some("0009-09-01"),
            Some("-0480-09-01"),
        ];
        let nodes = days
            .iter()
            .enumerate()
            .map(|(number, day)| event(&format!("event:{number}"), *day))
            .collect();
        let graph = KnowledgeGraph::new(Vec::new(), nodes, Vec::new());
        let ids: Vec<&str> = graph.timeline().iter().map(|node| node.id.as_str()).collect();
        assert_eq!(ids, ["event:4", "event:1", "event:3", "event:0"]);
    }
}
