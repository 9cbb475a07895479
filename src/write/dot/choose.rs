//! Which of all arrows and nodes are drawn.

use super::options::{DotOptions, Focus};
use super::sketch::{Draft, Sketch};
use crate::ontology::Kind;
use petgraph::unionfind::UnionFind;
use std::collections::VecDeque;

/// Unnamed entities that nothing happens to are drawn from this salience on.
const LEAST_SALIENCE: f64 = 0.45;

/// Events in which one alone takes part are drawn from this salience on, however many there are.
const SALIENT_ALONE: f64 = 0.6;

/// The nodes that are drawn, as places in the sketch, sorted.
pub(super) struct Chosen {
    pub nodes: Vec<usize>,
    /// For each node of the sketch, whether it is what the drawing is about: what is too far from the focus is not left out.
    pub in_reach: Vec<bool>,
}

/// Leaves of the sketch's arrows those that are drawn, and returns the nodes.
pub(super) fn choose(sketch: &mut Sketch<'_>, options: &DotOptions) -> Chosen {
    let focus = options.focus.as_ref();
    let start = focus.and_then(|focus| sketch.place(&focus.id));
    let far = match (focus, start) {
        (Some(focus), Some(start)) => keep_near(sketch, focus, start),
        _ => {
            leave_out_nameless(sketch);
            leave_out_lonely(sketch);
            Vec::new()
        }
    };
    let mut drawn = vec![false; sketch.nodes.len()];
    let mut count = 0;
    if let Some(start) = start {
        drawn[start] = true;
        count = 1;
    }
    keep_most_salient(sketch, &far, options.max_nodes, &mut drawn, &mut count);
    if start.is_none() {
        add_alone(sketch, options.max_nodes, &mut drawn, count);
    }
    let hops = focus.map_or(0, |focus| focus.hops);
    Chosen {
        nodes: (0..drawn.len()).filter(|&place| drawn[place]).collect(),
        in_reach: (0..drawn.len())
            .map(|place| start == Some(place) || far.get(place).is_none_or(|&far| far <= hops))
            .collect(),
    }
}

/// For each node the number of arrows at it.
fn degrees(sketch: &Sketch<'_>) -> Vec<usize> {
    let mut degrees = vec![0; sketch.nodes.len()];
    for draft in &sketch.drafts {
        degrees[draft.from] += 1;
        degrees[draft.to] += 1;
    }
    degrees
}

/// Arrows of which no end leads to anything with a name tell a reader nothing.
fn leave_out_nameless(sketch: &mut Sketch<'_>) {
    let mut parts = UnionFind::new(sketch.nodes.len());
    for draft in &sketch.drafts {
        parts.union(draft.from, draft.to);
    }
    let mut named = vec![false; sketch.nodes.len()];
    for (place, node) in sketch.nodes.iter().enumerate() {
        if node.named {
            named[parts.find_mut(place)] = true;
        }
    }
    sketch.drafts.retain(|draft| named[parts.find_mut(draft.from)]);
}

/// An event in which one alone takes part, and that nobody speaks of, is one of many things that somebody does: it is left out
/// where that one has better arrows, and of several the most salient stays.
fn leave_out_lonely(sketch: &mut Sketch<'_>) {
    let degrees = degrees(sketch);
    let nodes = &sketch.nodes;
    let is_lonely = |place: usize| {
        let node = nodes[place];
        node.kind == Kind::Event && !node.named && node.salience < SALIENT_ALONE && degrees[place] == 1
    };
    let lonely = |draft: &Draft<'_>| match (is_lonely(draft.from), is_lonely(draft.to)) {
        (true, _) => Some((draft.from, draft.to)),
        (_, true) => Some((draft.to, draft.from)),
        _ => None,
    };
    let mut better = vec![false; nodes.len()];
    let mut best: Vec<Option<usize>> = vec![None; nodes.len()];
    for draft in &sketch.drafts {
        match lonely(draft) {
            None => {
                better[draft.from] = true;
                better[draft.to] = true;
            }
            Some((event, with)) => {
                let known = best[with].get_or_insert(event);
                if nodes[event].salience > nodes[*known].salience {
                    *known = event;
                }
            }
        }
    }
    sketch
        .drafts
        .retain(|draft| lonely(draft).is_none_or(|(event, with)| !better[with] && best[with] == Some(event)));
}

/// Leaves the arrows between what is near enough, and returns each node's distance.
///
/// A step leads from an entity to its events and on to all who take part in them.
fn keep_near(sketch: &mut Sketch<'_>, focus: &Focus, start: usize) -> Vec<usize> {
    let mut neighbours: Vec<Vec<usize>> = vec![Vec::new(); sketch.nodes.len()];
    for draft in &sketch.drafts {
        neighbours[draft.from].push(draft.to);
        neighbours[draft.to].push(draft.from);
    }
    let is_event = |place: usize| sketch.nodes[place].kind == Kind::Event;
    let mut far = vec![usize::MAX; sketch.nodes.len()];
    far[start] = usize::from(is_event(start) && focus.hops > 0);
    // Steps out of an event cost nothing, so they go first.
    let mut waiting = VecDeque::from([start]);
    while let Some(here) = waiting.pop_front() {
        let next = far[here] + usize::from(!is_event(here));
        if next > focus.hops {
            continue;
        }
        for &neighbour in &neighbours[here] {
            if next < far[neighbour] {
                far[neighbour] = next;
                if is_event(here) {
                    waiting.push_front(neighbour);
                } else {
                    waiting.push_back(neighbour);
                }
            }
        }
    }
    sketch
        .drafts
        .retain(|draft| far[draft.from].max(far[draft.to]) <= focus.hops);
    far
}

/// Of too many arrows, those stay that lead between the most salient nodes; around a focus the nearest.
fn keep_most_salient(sketch: &mut Sketch<'_>, far: &[usize], most: usize, drawn: &mut [bool], count: &mut usize) {
    let nodes = &sketch.nodes;
    let weight = |draft: &Draft<'_>| nodes[draft.from].salience + nodes[draft.to].salience;
    let distance = |draft: &Draft<'_>| {
        let of = |place: usize| far.get(place).copied().unwrap_or_default();
        of(draft.from).max(of(draft.to))
    };
    // Each is weighed once; arrows of one weight keep their order.
    let drafts = sketch.drafts.iter().zip(0_usize..);
    let mut order: Vec<(usize, f64, usize)> = drafts
        .map(|(draft, number)| (distance(draft), weight(draft), number))
        .collect();
    order.sort_unstable_by(|a, b| {
        let heavier = b.1.total_cmp(&a.1);
        a.0.cmp(&b.0).then(heavier).then_with(|| a.2.cmp(&b.2))
    });
    let mut kept = Vec::new();
    for (_, _, number) in order {
        let draft = sketch.drafts[number];
        let itself = draft.from == draft.to;
        let new = usize::from(!drawn[draft.from]) + usize::from(!drawn[draft.to] && !itself);
        if *count + new <= most {
            *count += new;
            drawn[draft.from] = true;
            drawn[draft.to] = true;
            kept.push(draft);
        }
    }
    sketch.drafts = kept;
}

/// Who is important but takes part in nothing stands alone, as long as there is room.
fn add_alone(sketch: &Sketch<'_>, most: usize, drawn: &mut [bool], count: usize) {
    let nodes = &sketch.nodes;
    let is_shown = |place: &usize| {
        let node = nodes[*place];
        !drawn[*place] && node.kind != Kind::Event && (node.named || node.salience >= LEAST_SALIENCE)
    };
    let mut alone: Vec<usize> = (0..nodes.len()).filter(is_shown).collect();
    // A stable sort of what stands by id.
    alone.sort_by(|&a, &b| nodes[b].salience.total_cmp(&nodes[a].salience));
    for place in alone.into_iter().take(most.saturating_sub(count)) {
        drawn[place] = true;
    }
}

#[cfg(test)]
mod tests {
    use super::super::made::{event, person, role};
    use super::super::sketch::sketch;
    use super::*;
    use crate::graph::{Edge, KnowledgeGraph, Node, NodePolarity};
    use crate::ontology::{Modality, Role};

    fn node(id: &str, named: bool, salience: f64) -> Node {
        let node = if id.starts_with("event:") {
            event(id, None, NodePolarity::Affirmed, Modality::Actual)
        } else {
            person(id)
        };
        Node {
            named,
            salience,
            ..node
        }
    }

    fn chosen(nodes: Vec<Node>, edges: Vec<Edge>, options: &DotOptions) -> (Vec<String>, usize) {
        let graph = KnowledgeGraph::new(Vec::new(), nodes, edges);
        let focus = options.focus.as_ref().map(|focus| focus.id.as_str());
        let mut sketch = sketch(&graph, focus);
        let places = choose(&mut sketch, options);
        let ids = places.nodes.iter().map(|&place| sketch.nodes[place].id.clone());
        (ids.collect(), sketch.drafts.len())
    }

    #[test]
    fn what_one_does_alone_gives_way_to_what_several_do() {
        let nodes = vec![
            node("event:1", false, 0.1),
            node("event:2", false, 0.2),
            node("event:3", false, 0.3),
            node("person:a", true, 1.0),
            node("person:b", true, 1.0),
            node("person:c", true, 0.1),
        ];
        let edges = vec![
            role("event:1", "person:a", Role::Actor),
            role("event:2", "person:a", Role::Actor),
            role("event:2", "person:b", Role::Actor),
            role("event:3", "person:c", Role::Actor),
        ];
        // Two who meet are joined by an arrow; c has nothing but one event of its own.
        let (ids, arrows) = chosen(nodes, edges, &DotOptions::default());
        assert_eq!(ids, ["event:3", "person:a", "person:b", "person:c"]);
        assert_eq!(arrows, 2);
    }

    #[test]
    fn who_has_a_name_stands_alone_and_who_has_none_does_not() {
        let nodes = vec![
            node("person:a", true, 0.1),
            node("person:b", false, 0.4),
            node("person:c", false, 0.5),
        ];
        let (ids, _) = chosen(nodes.clone(), Vec::new(), &DotOptions::default());
        assert_eq!(ids, ["person:a", "person:c"]);
        let one = DotOptions {
            max_nodes: 1,
            ..DotOptions::default()
        };
        assert_eq!(chosen(nodes, Vec::new(), &one).0, ["person:c"]);
    }

    #[test]
    fn a_step_leads_through_an_event_to_all_who_take_part() {
        let mut nodes: Vec<Node> = ["a", "b", "c", "d"]
            .iter()
            .map(|name| node(&format!("person:{name}"), false, 0.1))
            .collect();
        nodes.push(node("event:1", true, 0.1));
        nodes.push(node("event:2", true, 0.1));
        let edges = vec![
            role("event:1", "person:a", Role::Actor),
            role("event:1", "person:b", Role::Target),
            role("event:2", "person:b", Role::Actor),
            role("event:2", "person:c", Role::Target),
        ];
        let around = |id: &str, hops| {
            let focus = Some(Focus {
                id: id.to_owned(),
                hops,
            });
            let options = DotOptions {
                focus,
                ..DotOptions::default()
            };
            chosen(nodes.clone(), edges.clone(), &options).0
        };
        assert_eq!(around("person:a", 0), ["person:a"]);
        assert_eq!(around("person:a", 1), ["event:1", "person:a", "person:b"]);
        assert_eq!(around("person:a", 2).len(), 5);
        assert_eq!(around("event:1", 1), ["event:1", "person:a", "person:b"]);
        assert_eq!(around("person:d", 5), ["person:d"]);
    }
}
