//! What is drawn: which events become an edge, which nodes stay, and what is written on the edges.

use crate::graph::{Edge, EventDetail, Evidence, KnowledgeGraph, Node, NodePolarity, Range};
use crate::ontology::{Kind, Modality, Role, ontology};
use petgraph::unionfind::UnionFind;
use std::collections::{BTreeMap, BTreeSet};

/// More nodes make no picture.
const MOST_NODES: usize = 60;

/// Entities that nothing happens to are drawn from this salience on.
const LEAST_SALIENCE: f64 = 0.45;

/// Event types by which someone is against someone.
const AGAINST: [&str; 7] = [
    "accuse", "assault", "coerce", "protest", "reject", "sanction", "threaten",
];

/// How an edge is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    /// A lasting fact.
    Relation,
    /// It happened.
    Fact,
    /// It happened, and is against someone.
    Against,
    /// It is planned, only possible, or denied.
    Uncertain,
    /// Whose word it is.
    Says,
}

/// An arrow with what is written on it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Arrow {
    pub from: String,
    pub to: String,
    pub style: Style,
    /// One line a statement.
    pub labels: Vec<String>,
    pub tooltip: Option<String>,
}

/// What is drawn of a graph.
pub(super) struct Plan<'g> {
    pub nodes: Vec<&'g Node>,
    pub arrows: Vec<Arrow>,
    /// How many nodes of the graph are neither drawn nor part of an arrow.
    pub left_out: usize,
}

/// Chooses what is drawn.
pub(super) fn plan(graph: &KnowledgeGraph) -> Plan<'_> {
    let mut planner = Planner {
        graph,
        roles: BTreeMap::new(),
        referred: BTreeSet::new(),
    };
    for edge in graph.edges().filter(|edge| edge.role().is_some()) {
        planner.roles.entry(edge.source.as_str()).or_default().push(edge);
        planner.referred.insert(edge.target.as_str());
    }
    let mut arrows = Vec::new();
    let mut as_arrows = BTreeSet::new();
    for node in graph.nodes() {
        if let Some(event) = node.event() {
            if let Some(found) = planner.as_arrow(node, event) {
                as_arrows.insert(node.id.as_str());
                arrows.extend(found);
            } else {
                arrows.extend(planner.around(node, event));
            }
        }
    }
    arrows.extend(graph.edges().filter_map(|edge| planner.relation(edge)));
    leave_out_nameless(graph, &mut arrows);
    keep_most_salient(graph, &mut arrows);
    let ends: BTreeSet<&str> = arrows
        .iter()
        .flat_map(|arrow| [arrow.from.as_str(), arrow.to.as_str()])
        .collect();
    // Who is important but takes part in nothing stands alone, as long as there is room.
    let mut alone: Vec<&Node> = graph
        .nodes()
        .filter(|node| node.kind != Kind::Event && node.salience >= LEAST_SALIENCE && !ends.contains(node.id.as_str()))
        .collect();
    alone.sort_by(|a, b| b.salience.total_cmp(&a.salience).then_with(|| a.id.cmp(&b.id)));
    alone.truncate((MOST_NODES / 2).saturating_sub(ends.len()));
    let mut nodes: Vec<&Node> = graph
        .nodes()
        .filter(|node| ends.contains(node.id.as_str()))
        .chain(alone)
        .collect();
    nodes.sort_by(|a, b| a.id.cmp(&b.id));
    let left_out = graph.nodes().count() - nodes.len() - as_arrows.len();
    Plan {
        nodes,
        arrows: joined(arrows),
        left_out,
    }
}

struct Planner<'g> {
    graph: &'g KnowledgeGraph,
    /// The role edges of each event.
    roles: BTreeMap<&'g str, Vec<&'g Edge>>,
    /// Participants of some event.
    referred: BTreeSet<&'g str>,
}

impl<'g> Planner<'g> {
    fn roles(&self, id: &str) -> &[&'g Edge] {
        self.roles.get(id).map_or(&[], Vec::as_slice)
    }

    fn label(&self, id: &str) -> String {
        self.graph
            .node(id)
            .map_or_else(|| id.to_owned(), |node| node.label.clone())
    }

    /// A small event as arrows from who does it to whom: nothing else may take part, and nothing refer to it.
    fn as_arrow(&self, node: &Node, event: &EventDetail) -> Option<Vec<Arrow>> {
        if node.named || self.referred.contains(node.id.as_str()) {
            return None;
        }
        let of = |wanted: &[Role]| -> Vec<&Edge> {
            self.roles(&node.id)
                .iter()
                .copied()
                .filter(|edge| edge.role().is_some_and(|role| wanted.contains(&role)))
                .collect()
        };
        let (actors, targets, places) = (of(&[Role::Actor]), of(&[Role::Target, Role::Topic]), of(&[Role::Place]));
        let [target] = targets[..] else { return None };
        if actors.is_empty() || actors.len() > 2 || places.len() > 1 || !of(&[Role::Other]).is_empty() {
            return None;
        }
        let mut label = doing(event);
        if let Some(place) = places.first() {
            label += &format!(" in {}", self.label(&place.target));
        }
        label += certainty(event)
            .map(|word| format!(" ({word})"))
            .as_deref()
            .unwrap_or_default();
        if let Some(source) = event
            .statements
            .iter()
            .find_map(|statement| statement.attribution.first())
        {
            label += &format!(", says {}", self.label(source));
        }
        let arrow = |actor: &&Edge| Arrow {
            from: actor.target.clone(),
            to: target.target.clone(),
            style: style(event),
            labels: vec![label.clone()],
            tooltip: self.statement_sentence(event),
        };
        Some(actors.iter().map(arrow).collect())
    }

    /// The arrows between an event that is drawn as a node and those who take part or speak of it.
    fn around(&self, node: &Node, event: &EventDetail) -> Vec<Arrow> {
        let mut arrows = Vec::new();
        let style = style(event);
        for edge in self.roles(&node.id) {
            let role = edge.role().unwrap_or(Role::Other);
            let label = match role {
                Role::Place => "in",
                Role::Topic => "about",
                Role::Actor | Role::Target | Role::Other => "",
            };
            let (from, to) = if role == Role::Actor {
                (&edge.target, &node.id)
            } else {
                (&node.id, &edge.target)
            };
            arrows.push(Arrow {
                from: from.clone(),
                to: to.clone(),
                style: if role == Role::Actor && style == Style::Against {
                    Style::Fact
                } else {
                    style
                },
                labels: Vec::from_iter((!label.is_empty()).then(|| label.to_owned())),
                tooltip: edge
                    .evidence
                    .first()
                    .and_then(|evidence| self.evidence_sentence(evidence)),
            });
        }
        let sources: BTreeSet<&String> = event
            .statements
            .iter()
            .filter_map(|statement| statement.attribution.first())
            .collect();
        let takes_part = |source: &String| self.roles(&node.id).iter().any(|edge| &edge.target == source);
        for source in sources.into_iter().filter(|source| !takes_part(source)) {
            arrows.push(Arrow {
                from: source.clone(),
                to: node.id.clone(),
                style: Style::Says,
                labels: vec!["says".to_owned()],
                tooltip: self.statement_sentence(event),
            });
        }
        arrows
    }

    fn relation(&self, edge: &Edge) -> Option<Arrow> {
        let relation = edge.relation()?;
        let label = ontology()
            .relation(&relation.relation)
            .map_or(relation.relation.as_str(), |entry| entry.label.as_str());
        let certain = relation.polarity == NodePolarity::Affirmed && relation.modality == Modality::Actual;
        Some(Arrow {
            from: edge.source.clone(),
            to: edge.target.clone(),
            style: if certain { Style::Relation } else { Style::Uncertain },
            labels: vec![if relation.past {
                format!("{label} (past)")
            } else {
                label.to_owned()
            }],
            tooltip: edge
                .evidence
                .first()
                .and_then(|evidence| self.evidence_sentence(evidence)),
        })
    }

    fn statement_sentence(&self, event: &EventDetail) -> Option<String> {
        let statement = event.statements.first()?;
        self.sentence(&statement.document, statement.sentence)
    }

    fn evidence_sentence(&self, evidence: &Evidence) -> Option<String> {
        self.sentence(&evidence.document, evidence.sentence)
    }

    fn sentence(&self, document: &str, range: Range) -> Option<String> {
        let document = self.graph.documents().iter().find(|known| known.id == document)?;
        let text = document.text.as_deref()?;
        Some(
            text.chars()
                .skip(range.start)
                .take(range.end.saturating_sub(range.start))
                .collect(),
        )
    }
}

/// Arrows of which no end leads to anything with a name tell a reader nothing.
fn leave_out_nameless(graph: &KnowledgeGraph, arrows: &mut Vec<Arrow>) {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for arrow in arrows.iter() {
        for end in [&arrow.from, &arrow.to] {
            let next = places.len();
            places.entry(end.clone()).or_insert(next);
        }
    }
    let mut parts = UnionFind::new(places.len());
    for arrow in arrows.iter() {
        parts.union(places[&arrow.from], places[&arrow.to]);
    }
    let is_named = |id: &str| graph.node(id).is_some_and(|node| node.named);
    let named: BTreeSet<usize> = places
        .iter()
        .filter(|(id, _)| is_named(id))
        .map(|(_, &place)| parts.find(place))
        .collect();
    arrows.retain(|arrow| named.contains(&parts.find(places[&arrow.from])));
}

/// Of too many arrows, those stay that lead between the most salient nodes.
fn keep_most_salient(graph: &KnowledgeGraph, arrows: &mut Vec<Arrow>) {
    let salience = |id: &str| graph.node(id).map_or(0.0, |node| node.salience);
    let weight = |arrow: &Arrow| salience(&arrow.from) + salience(&arrow.to);
    // A stable sort: arrows of one weight keep their order.
    arrows.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    let mut drawn: BTreeSet<String> = BTreeSet::new();
    arrows.retain(|arrow| {
        let new = [&arrow.from, &arrow.to]
            .into_iter()
            .filter(|end| !drawn.contains(*end))
            .count();
        let fits = drawn.len() + new <= MOST_NODES;
        if fits {
            drawn.extend([arrow.from.clone(), arrow.to.clone()]);
        }
        fits
    });
}

/// The event in two words: "rejects", "meets".
fn doing(event: &EventDetail) -> String {
    let entry = event.event_type.as_deref().and_then(|name| ontology().event(name));
    entry.map_or_else(|| "takes part".to_owned(), |entry| entry.label_verb.clone())
}

/// What an event is when it is no plain fact.
pub(super) fn certainty(event: &EventDetail) -> Option<&'static str> {
    match (event.polarity, event.modality) {
        (NodePolarity::Negated, _) => Some("denied"),
        (NodePolarity::Mixed, _) => Some("disputed"),
        (_, Modality::Actual) => None,
        (_, Modality::Planned) => Some("planned"),
        (_, Modality::Possible) => Some("possible"),
        (_, Modality::Habitual) => Some("in general"),
    }
}

fn style(event: &EventDetail) -> Style {
    let against = event.event_type.as_deref().is_some_and(|name| AGAINST.contains(&name));
    match certainty(event) {
        Some(_) => Style::Uncertain,
        None if against => Style::Against,
        None => Style::Fact,
    }
}

/// Arrows between the same ends in the same style become one with all their labels.
fn joined(arrows: Vec<Arrow>) -> Vec<Arrow> {
    let mut out: BTreeMap<(String, String, Style), Arrow> = BTreeMap::new();
    for arrow in arrows {
        match out.get_mut(&(arrow.from.clone(), arrow.to.clone(), arrow.style)) {
            Some(known) => {
                let new: Vec<String> = arrow
                    .labels
                    .into_iter()
                    .filter(|label| !known.labels.contains(label))
                    .collect();
                known.labels.extend(new);
            }
            None => {
                out.insert((arrow.from.clone(), arrow.to.clone(), arrow.style), arrow);
            }
        }
    }
    out.into_values().collect()
}
