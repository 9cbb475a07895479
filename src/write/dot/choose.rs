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

/// Leaves of the sketch's arrows those that are drawn, and returns the nodes, both as places and sorted.
pub(super) fn choose(sketch: &mut Sketch<'_>, options: &DotOptions) -> Vec<usize> {
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
    (0..drawn.len()).filter(|&place| drawn[place]).collect()
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
    // A stable sort: arrows of one weight keep their order.
    sketch.drafts.sort_by(|a, b| {
        distance(a)
            .cmp(&distance(b))
            .then_with(|| weight(b).total_cmp(&weight(a)))
    });
    sketch.drafts.retain(|draft| {
        let itself = draft.from == draft.to;
        let new = usize::from(!drawn[draft.from]) + usize::from(!drawn[draft.to] && !itself);
        let fits = *count + new <= most;
        if fits {
            *count += new;
            drawn[draft.from] = true;
            drawn[draft.to] = true;
        }
        fits
    });
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
