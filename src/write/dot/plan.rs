//! What is drawn, in words: the nodes, and the arrows with what is written on them.

use super::choose::choose;
use super::options::DotOptions;
use super::sketch::{Draft, What, sketch};
use super::style::{Style, arrow_label, arrow_label_alone, relation_style, role_style, style};
use crate::graph::{EventDetail, Evidence, KnowledgeGraph, Node, Texts};
use crate::ontology::{Kind, Role, ontology};
use crate::write::certainty::qualified;
use std::collections::BTreeMap;

/// An arrow with what is written on it. Its ends are places in the plan's nodes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Arrow {
    pub from: usize,
    pub to: usize,
    pub style: Style,
    /// Both ends do it: no head.
    pub mutual: bool,
    /// One a statement; a line break in it starts a new line.
    pub labels: Vec<String>,
    /// The sentence that tells of it, of several the first.
    pub tooltip: Option<String>,
}

/// What is drawn of a graph.
pub(super) struct Plan<'g> {
    /// By id.
    pub nodes: Vec<&'g Node>,
    pub arrows: Vec<Arrow>,
    /// How many nodes the whole graph, or what is around the focus, would take, without the events that are arrows.
    pub of: usize,
    /// How many nodes of each kind are not drawn.
    pub left_out: BTreeMap<Kind, usize>,
}

/// Chooses what is drawn.
pub(super) fn plan<'g>(graph: &'g KnowledgeGraph, options: &DotOptions) -> Plan<'g> {
    let focus = options.focus.as_ref().map(|focus| focus.id.as_str());
    let mut sketch = sketch(graph, focus);
    let chosen = choose(&mut sketch, options);
    let mut at = vec![usize::MAX; sketch.nodes.len()];
    for (number, &place) in chosen.nodes.iter().enumerate() {
        at[place] = number;
    }
    let writer = Writer {
        nodes: &sketch.nodes,
        texts: graph.texts(),
    };
    let arrows = sketch.drafts.iter().map(|draft| {
        let arrow = writer.arrow(draft);
        Arrow {
            from: at[arrow.from],
            to: at[arrow.to],
            ..arrow
        }
    });
    let arrows = joined(arrows);
    let mut left_out: BTreeMap<Kind, usize> = BTreeMap::new();
    let mut of = 0;
    for (place, node) in sketch.nodes.iter().enumerate() {
        if chosen.in_reach[place] && !sketch.is_arrow[place] {
            of += 1;
            if at[place] == usize::MAX {
                *left_out.entry(node.kind).or_default() += 1;
            }
        }
    }
    Plan {
        nodes: chosen.nodes.iter().map(|&place| sketch.nodes[place]).collect(),
        arrows,
        of,
        left_out,
    }
}

/// Finds words for arrows.
struct Writer<'s, 'g> {
    nodes: &'s [&'g Node],
    texts: Texts<'g>,
}

impl Writer<'_, '_> {
    fn arrow(&self, draft: &Draft<'_>) -> Arrow {
        let (style, label, tooltip, mutual) = match draft.what {
            What::Event { event, mutual, .. } => {
                let label = self.event_label(draft);
                (style(event), label, self.statement_sentence(event), mutual)
            }
            What::Role(event, edge, role) => {
                let label = match role {
                    Role::Place => "in",
                    Role::Topic => "about",
                    Role::Actor | Role::Target | Role::Other => "",
                };
                let tooltip = self.first_sentence(&edge.evidence);
                (role_style(role, style(event)), label.to_owned(), tooltip, false)
            }
            What::Says(event) => (Style::Says, "says".to_owned(), self.statement_sentence(event), false),
            What::Relation(edge, relation) => {
                let label = ontology()
                    .relation(&relation.relation)
                    .map_or(relation.relation.as_str(), |entry| entry.label.as_str());
                let (style, certainty) = relation_style(relation);
                let former = if relation.past { " (former)" } else { "" };
                let label = qualified(&format!("{label}{former}"), certainty);
                (style, label, self.first_sentence(&edge.evidence), false)
            }
        };
        Arrow {
            from: draft.from,
            to: draft.to,
            style,
            mutual,
            labels: Vec::from_iter(Some(label).filter(|label| !label.is_empty())),
            tooltip,
        }
    }

    /// "rejects", "meets (planned) in Oslo", with "says Ann Lee" on a line of its own.
    fn event_label(&self, draft: &Draft<'_>) -> String {
        let What::Event {
            event,
            place,
            speaker,
            to_place,
            mutual,
        } = draft.what
        else {
            return String::new();
        };
        let mut label = if to_place || mutual {
            arrow_label_alone(event)
        } else {
            arrow_label(event)
        };
        if to_place {
            label += " in";
        }
        if let Some(place) = place {
            label += &format!(" in {}", self.nodes[place].label);
        }
        if let Some(speaker) = speaker {
            label += &format!("\nsays {}", self.nodes[speaker].label);
        }
        label
    }

    fn statement_sentence(&self, event: &EventDetail) -> Option<String> {
        let statement = event.statements.first()?;
        let words = self.texts.slice(&statement.document, statement.sentence);
        words.map(str::to_owned)
    }

    fn first_sentence(&self, evidence: &[Evidence]) -> Option<String> {
        let first = evidence.first()?;
        self.texts.slice(&first.document, first.sentence).map(str::to_owned)
    }
}

/// Arrows between the same ends in the same style become one with all their labels.
fn joined(arrows: impl Iterator<Item = Arrow>) -> Vec<Arrow> {
    let mut out: BTreeMap<(usize, usize, Style, bool), Arrow> = BTreeMap::new();
    for arrow in arrows {
        let key = (arrow.from, arrow.to, arrow.style, arrow.mutual);
        match out.get_mut(&key) {
            Some(known) => {
                for label in arrow.labels {
                    if !known.labels.contains(&label) {
                        known.labels.push(label);
                    }
                }
            }
            None => {
                out.insert(key, arrow);
            }
        }
    }
    out.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::super::made::{event, person, role};
    use super::*;
    use crate::graph::NodePolarity;
    use crate::ontology::Modality;

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
        let plan = plan(&graph, &DotOptions::default());
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

    fn drawn(event: Node) -> Vec<String> {
        plan(&between(vec![event]), &DotOptions::default()).arrows[0]
            .labels
            .clone()
    }

    #[test]
    fn a_source_that_is_no_node_is_not_drawn() {
        let source = Some("person:ghost");
        let mut named = event("event:1", source, NodePolarity::Affirmed, Modality::Actual);
        named.named = true;
        let graph = between(vec![named]);
        let plan = plan(&graph, &DotOptions::default());
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
        let plan = plan(&graph, &DotOptions::default());
        assert_eq!((plan.nodes.len(), plan.of), (4, 4));
        assert!(plan.arrows.iter().any(|arrow| arrow.style == Style::Says));
    }

    #[test]
    fn nobody_is_quoted_on_their_own_arrow() {
        let by = |source| event("event:1", Some(source), NodePolarity::Affirmed, Modality::Actual);
        assert_eq!(drawn(by("person:a")), ["rejects"]);
        assert_eq!(drawn(by("person:b")), ["rejects\nsays person:b"]);
    }
}
