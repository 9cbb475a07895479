//! Every arrow that there could be, before it is chosen what is drawn: without words, so that large graphs take little.

use crate::graph::{Edge, EventDetail, KnowledgeGraph, Node, RelationDetail};
use crate::ontology::Role;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// What an arrow shows.
#[derive(Debug, Clone, Copy)]
pub(super) enum What<'g> {
    /// A small event, with the place that it happened in.
    Event {
        event: &'g EventDetail,
        place: Option<usize>,
        /// Whose word it is, when it is nobody's who does it.
        speaker: Option<usize>,
        /// Whether the arrow leads to where it happened, not to whom.
        to_place: bool,
        /// Whether both ends do it, so that the arrow has no head.
        mutual: bool,
    },
    /// A part in an event that is a node.
    Role(&'g EventDetail, &'g Edge, Role),
    /// Whose word an event is that is a node.
    Says(&'g EventDetail),
    Relation(&'g Edge, &'g RelationDetail),
}

/// An arrow between two nodes, as places in [`Sketch::nodes`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Draft<'g> {
    pub from: usize,
    pub to: usize,
    pub what: What<'g>,
}

/// All nodes, and all arrows that could be drawn between them.
pub(super) struct Sketch<'g> {
    /// By id.
    pub nodes: Vec<&'g Node>,
    pub drafts: Vec<Draft<'g>>,
    /// For each node, whether it is an event that is drawn as an arrow.
    pub is_arrow: Vec<bool>,
    places: HashMap<&'g str, usize>,
}

impl Sketch<'_> {
    /// The place of a node in the list.
    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }
}

/// Looks at everything once. `focus` stays a node in any case.
pub(super) fn sketch<'g>(graph: &'g KnowledgeGraph, focus: Option<&str>) -> Sketch<'g> {
    let nodes: Vec<&Node> = graph.nodes().collect();
    let places: HashMap<&str, usize> = nodes.iter().zip(0..).map(|(node, at)| (node.id.as_str(), at)).collect();
    let mut sketcher = Sketcher {
        roles: Vec::new(),
        of_event: vec![0..0; nodes.len()],
        referred: vec![false; nodes.len()],
        places,
    };
    sketcher.look(graph, &nodes, focus);
    let mut drafts = Vec::new();
    let mut is_arrow = vec![false; nodes.len()];
    for (place, node) in nodes.iter().enumerate() {
        let Some(event) = node.event() else { continue };
        let before = drafts.len();
        if !node.named && !sketcher.referred[place] {
            sketcher.as_arrow(place, event, &mut drafts);
            is_arrow[place] = drafts.len() > before;
        }
        if !is_arrow[place] {
            sketcher.around(place, event, &mut drafts);
        }
    }
    for (edge, from, to) in graph.edges_with_places() {
        if let Some(relation) = edge.relation() {
            let what = What::Relation(edge, relation);
            drafts.push(Draft { from, to, what });
        }
    }
    Sketch {
        nodes,
        drafts,
        is_arrow,
        places: sketcher.places,
    }
}

struct Sketcher<'g> {
    /// Role edges with their targets, those of one event side by side.
    roles: Vec<(&'g Edge, Role, usize)>,
    /// For each node its part of them.
    of_event: Vec<Range<usize>>,
    /// Whether something speaks of a node: that arrow needs a place to lead to.
    referred: Vec<bool>,
    /// For questions only: nothing goes through it in its own order.
    places: HashMap<&'g str, usize>,
}

impl<'g> Sketcher<'g> {
    fn look(&mut self, graph: &'g KnowledgeGraph, nodes: &[&'g Node], focus: Option<&str>) {
        // Edges stand by their source.
        for (edge, source, target) in graph.edges_with_places() {
            self.referred[target] = true;
            if let Some(role) = edge.role() {
                if self.of_event[source].is_empty() {
                    self.of_event[source].start = self.roles.len();
                }
                self.roles.push((edge, role, target));
                self.of_event[source].end = self.roles.len();
            } else {
                self.referred[source] = true;
            }
        }
        let statements = nodes
            .iter()
            .filter_map(|node| node.event())
            .flat_map(|event| &event.statements);
        let sources = statements
            .flat_map(|statement| &statement.attribution)
            .map(String::as_str);
        for id in sources.chain(focus) {
            if let Some(&place) = self.places.get(id) {
                self.referred[place] = true;
            }
        }
    }

    fn roles(&self, event: usize) -> &[(&'g Edge, Role, usize)] {
        &self.roles[self.of_event[event].clone()]
    }

    /// A small event as arrows, when it is one: from who does it to whom; between two who do it together; from who does it
    /// to where. Nothing else may take part.
    fn as_arrow(&self, place: usize, event: &'g EventDetail, drafts: &mut Vec<Draft<'g>>) {
        let of = |wanted: &'static [Role]| {
            let roles = self.roles(place).iter();
            roles
                .filter(|(_, role, _)| wanted.contains(role))
                .map(|&(_, _, end)| end)
        };
        let few = |wanted| {
            let mut ends = of(wanted);
            let first = [ends.next(), ends.next()];
            (first, ends.next().is_none())
        };
        let (actors, few_actors) = few(&[Role::Actor]);
        let (targets, _) = few(&[Role::Target, Role::Topic]);
        let (places, _) = few(&[Role::Place]);
        if !few_actors || of(&[Role::Other]).next().is_some() || targets[1].is_some() || places[1].is_some() {
            return;
        }
        let [in_place, _] = places;
        let speakers = event.statements.iter().filter_map(|statement| {
            let speaker = self.places.get(statement.attribution.first()?.as_str());
            speaker.copied().filter(|&speaker| !actors.contains(&Some(speaker)))
        });
        let speaker = speakers.into_iter().next();
        let mut arrow = |from, to, place, to_place, mutual| {
            let what = What::Event {
                event,
                place,
                speaker,
                to_place,
                mutual,
            };
            drafts.push(Draft { from, to, what });
        };
        match (actors, targets[0]) {
            ([Some(first), second], Some(target)) => {
                arrow(first, target, in_place, false, false);
                if let Some(second) = second {
                    arrow(second, target, in_place, false, false);
                }
            }
            ([Some(first), Some(second)], None) if first != second => arrow(first, second, in_place, false, true),
            ([Some(first), None], None) => {
                if let Some(place) = in_place {
                    arrow(first, place, None, true, false);
                }
            }
            _ => {}
        }
    }

    /// The arrows between an event that is drawn as a node and those who take part or speak of it.
    fn around(&self, place: usize, event: &'g EventDetail, drafts: &mut Vec<Draft<'g>>) {
        for &(edge, role, end) in self.roles(place) {
            let (from, to) = if role == Role::Actor {
                (end, place)
            } else {
                (place, end)
            };
            let what = What::Role(event, edge, role);
            drafts.push(Draft { from, to, what });
        }
        // An attribution may name a node that the graph does not hold: Graphviz would draw its id.
        let speakers = event
            .statements
            .iter()
            .filter_map(|statement| statement.attribution.first());
        let speakers: BTreeSet<usize> = speakers
            .filter_map(|speaker| self.places.get(speaker.as_str()).copied())
            .collect();
        let takes_part = |speaker: usize| self.roles(place).iter().any(|&(_, _, end)| end == speaker);
        for from in speakers.into_iter().filter(|&speaker| !takes_part(speaker)) {
            let what = What::Says(event);
            drafts.push(Draft { from, to: place, what });
        }
    }
}
