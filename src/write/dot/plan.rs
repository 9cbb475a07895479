//! What is drawn: which events become an edge, which nodes stay, and what is written on the edges.

use super::style::{Style, arrow_label, relation_style, role_style, style};
use crate::graph::{Edge, EventDetail, Evidence, KnowledgeGraph, Node, Range, Texts};
use crate::ontology::{Kind, Role, ontology};
use crate::write::certainty::qualified;
use petgraph::unionfind::UnionFind;
use std::collections::{BTreeMap, BTreeSet};

/// More nodes make no picture.
const MOST_NODES: usize = 60;

/// Entities that nothing happens to are drawn from this salience on.
const LEAST_SALIENCE: f64 = 0.45;

/// An arrow with what is written on it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Arrow {
    pub from: String,
    pub to: String,
    pub style: Style,
    /// One a statement; a line break in it starts a new line.
    pub labels: Vec<String>,
    pub tooltip: Option<String>,
    /// The event that is drawn as this arrow.
    pub event: Option<String>,
}

/// What is drawn of a graph.
pub(super) struct Plan<'g> {
    pub nodes: Vec<&'g Node>,
    pub arrows: Vec<Arrow>,
    /// How many nodes the whole graph would take, without the events that are arrows.
    pub of: usize,
}

/// Chooses what is drawn.
pub(super) fn plan(graph: &KnowledgeGraph) -> Plan<'_> {
    let mut planner = Planner {
        graph,
        texts: graph.texts(),
        roles: BTreeMap::new(),
        referred: BTreeSet::new(),
    };
    for edge in graph.edges().filter(|edge| edge.role().is_some()) {
        planner.roles.entry(edge.source.as_str()).or_default().push(edge);
        planner.referred.insert(edge.target.as_str());
    }
    // What speaks of something or has a relation needs a place for that arrow to begin.
    for edge in graph.edges().filter(|edge| edge.relation().is_some()) {
        planner.referred.extend([edge.source.as_str(), edge.target.as_str()]);
    }
    for statement in graph
        .nodes()
        .filter_map(Node::event)
        .flat_map(|event| &event.statements)
    {
        planner
            .referred
            .extend(statement.attribution.iter().map(String::as_str));
    }
    let mut arrows = Vec::new();
    for node in graph.nodes() {
        if let Some(event) = node.event() {
            if let Some(found) = planner.as_arrow(node, event) {
                arrows.extend(found);
            } else {
                arrows.extend(planner.around(node, event));
            }
        }
    }
    arrows.extend(graph.edges().filter_map(|edge| planner.relation(edge)));
    // An attribution may name a node that the graph does not hold: Graphviz would draw its id.
    arrows.retain(|arrow| graph.node(&arrow.from).is_some() && graph.node(&arrow.to).is_some());
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
    let events: BTreeSet<&String> = arrows.iter().filter_map(|arrow| arrow.event.as_ref()).collect();
    let of = graph.nodes().count() - events.len();
    Plan {
        nodes,
        arrows: joined(arrows),
        of,
    }
}

struct Planner<'g> {
    graph: &'g KnowledgeGraph,
    texts: Texts<'g>,
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
        let is_actor = |source: &&String| actors.iter().any(|actor| &actor.target == *source);
        let mut label = arrow_label(event);
        if let Some(place) = places.first() {
            label += &format!(" in {}", self.label(&place.target));
        }
        let sources = event.statements.iter().filter_map(|it| it.attribution.first());
        if let Some(source) = sources.into_iter().find(|source| !is_actor(source)) {
            label += &format!("\nsays {}", self.label(source));
        }
        let arrow = |actor: &&Edge| Arrow {
            from: actor.target.clone(),
            to: target.target.clone(),
            style: style(event),
            labels: vec![label.clone()],
            tooltip: self.statement_sentence(event),
            event: Some(node.id.clone()),
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
                style: role_style(role, style),
                labels: Vec::from_iter((!label.is_empty()).then(|| label.to_owned())),
                tooltip: edge
                    .evidence
                    .first()
                    .and_then(|evidence| self.evidence_sentence(evidence)),
                event: None,
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
                event: None,
            });
        }
        arrows
    }

    fn relation(&self, edge: &Edge) -> Option<Arrow> {
        let relation = edge.relation()?;
        let label = ontology()
            .relation(&relation.relation)
            .map_or(relation.relation.as_str(), |entry| entry.label.as_str());
        let (style, certainty) = relation_style(relation);
        let former = if relation.past { " (former)" } else { "" };
        Some(Arrow {
            from: edge.source.clone(),
            to: edge.target.clone(),
            style,
            labels: vec![qualified(&format!("{label}{former}"), certainty)],
            tooltip: edge
                .evidence
                .first()
                .and_then(|evidence| self.evidence_sentence(evidence)),
            event: None,
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
        self.texts.slice(document, range).map(str::to_owned)
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
    // Each is weighed once. A stable sort: arrows of one weight keep their order.
    let mut weighed: Vec<(f64, Arrow)> = arrows.drain(..).map(|arrow| (weight(&arrow), arrow)).collect();
    weighed.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    arrows.extend(weighed.into_iter().map(|(_, arrow)| arrow));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{Detail, EdgeDetail, EntityDetail, NodePolarity, StatementRecord};
    use crate::ontology::Modality;

    fn person(id: &str) -> Node {
        Node {
            id: id.to_owned(),
            kind: Kind::Person,
            label: id.to_owned(),
            named: true,
            salience: 1.0,
            detail: Detail::Entity(EntityDetail::default()),
        }
    }

    fn event(id: &str, source: Option<&str>, polarity: NodePolarity, modality: Modality) -> Node {
        let statement = StatementRecord {
            document: "d".to_owned(),
            start: 0,
            end: 1,
            text: "x".to_owned(),
            form: "trigger".to_owned(),
            sentence: Range { start: 0, end: 1 },
            polarity,
            modality,
            attribution: source.map(str::to_owned).into_iter().collect(),
            confidence: 1.0,
        };
        let detail = EventDetail {
            event_type: Some("reject".to_owned()),
            polarity,
            modality,
            time: None,
            confidence: 1.0,
            known: None,
            identity: Vec::new(),
            statements: vec![statement],
        };
        Node {
            kind: Kind::Event,
            named: false,
            detail: Detail::Event(detail),
            ..person(id)
        }
    }

    fn role(event: &str, target: &str, role: Role) -> Edge {
        Edge {
            id: String::new(),
            source: event.to_owned(),
            target: target.to_owned(),
            detail: EdgeDetail::Role { role },
            confidence: 1.0,
            evidence: Vec::new(),
        }
    }

    /// A graph of two people, with events by the first on the second.
    fn between(events: Vec<Node>) -> KnowledgeGraph {
        let edges = events
            .iter()
            .flat_map(|event| {
                [
                    role(&event.id, "person:a", Role::Actor),
                    role(&event.id, "person:b", Role::Target),
                ]
            })
            .collect();
        let nodes = [person("person:a"), person("person:b")].into_iter().chain(events);
        KnowledgeGraph::new(Vec::new(), nodes.collect(), edges)
    }

    #[test]
    fn a_denial_is_no_plan_and_neither_is_a_fact() {
        let graph = between(vec![
            event("event:1", None, NodePolarity::Affirmed, Modality::Actual),
            event("event:2", None, NodePolarity::Affirmed, Modality::Planned),
            event("event:3", None, NodePolarity::Negated, Modality::Actual),
        ]);
        let plan = plan(&graph);
        let drawn: Vec<(Style, &str)> = plan
            .arrows
            .iter()
            .map(|arrow| (arrow.style, arrow.labels[0].as_str()))
            .collect();
        let wanted = [
            (Style::Rejects, "rejects"),
            (Style::Uncertain, "rejects (planned)"),
            (Style::Denied, "not: rejects"),
        ];
        assert_eq!(drawn, wanted);
        assert_eq!((plan.nodes.len(), plan.of), (2, 2));
    }

    #[test]
    fn a_source_that_is_no_node_is_not_drawn() {
        let source = Some("person:ghost");
        let mut named = event("event:1", source, NodePolarity::Affirmed, Modality::Actual);
        named.named = true;
        let graph = between(vec![named]);
        let plan = plan(&graph);
        assert_eq!(plan.nodes.len(), 3);
        assert!(plan.arrows.iter().all(|arrow| arrow.style != Style::Says));
    }

    #[test]
    fn an_event_that_is_a_source_stays_a_node() {
        let mut second = event("event:2", Some("event:1"), NodePolarity::Affirmed, Modality::Actual);
        second.named = true;
        let graph = between(vec![
            event("event:1", None, NodePolarity::Affirmed, Modality::Actual),
            second,
        ]);
        let plan = plan(&graph);
        assert_eq!((plan.nodes.len(), plan.of), (4, 4));
        assert!(plan.arrows.iter().any(|arrow| arrow.style == Style::Says));
    }

    #[test]
    fn nobody_is_quoted_on_their_own_arrow() {
        let by = |source| event("event:1", Some(source), NodePolarity::Affirmed, Modality::Actual);
        assert_eq!(plan(&between(vec![by("person:a")])).arrows[0].labels, ["rejects"]);
        assert_eq!(
            plan(&between(vec![by("person:b")])).arrows[0].labels,
            ["rejects\nsays person:b"]
        );
    }
}
