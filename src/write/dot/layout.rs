//! What keeps a drawing from becoming one long row: Graphviz sets all parts that no arrow joins beside each other, and all
//! neighbours of a node on one rank. Here the parts are put in rows, and many neighbours on ranks by turns; and the direction
//! is chosen in which the ranks need less width.

use super::options::Direction;
use super::plan::Plan;
use crate::graph::Node;
use crate::ontology::Kind;
use petgraph::unionfind::UnionFind;
use std::collections::BTreeMap;

/// Points that a row of parts may take, unless one part alone takes more.
const ROW: usize = 900;

/// A drawing from top to bottom is readable up to this width, in points.
const READABLE: usize = 1400;

/// So many neighbours that lead nowhere else still fit on one rank.
const ON_ONE_RANK: usize = 3;

/// Hints for Graphviz; nodes are places in the plan.
pub(super) struct Layout {
    pub direction: Direction,
    /// For each arrow of the plan, how many ranks it spans at least.
    pub spans: Vec<usize>,
    /// Invisible arrows that hold a part below another.
    pub below: Vec<(usize, usize)>,
    /// The nodes that the legend stands below: those that no arrow leaves.
    pub lowest: Vec<usize>,
}

/// Nodes that arrows join, as places in the plan's nodes.
struct Part {
    top: usize,
    bottom: usize,
    /// Across the ranks.
    width: usize,
}

/// Chooses the hints.
pub(super) fn layout(plan: &Plan<'_>, direction: Option<Direction>) -> Layout {
    let ends: Vec<(usize, usize)> = plan.arrows.iter().map(|arrow| (arrow.from, arrow.to)).collect();
    let downwards = spans(&ends, plan.nodes.len());
    let direction = direction.unwrap_or_else(|| narrower(plan, &ends, &downwards));
    let spans = match direction {
        Direction::TopToBottom => downwards,
        // Neighbours above each other need no second column.
        Direction::LeftToRight => vec![1; ends.len()],
    };
    let ranks = ranks(&ends, &spans, plan.nodes.len());
    let size: fn(&Node) -> usize = match direction {
        Direction::TopToBottom => width,
        Direction::LeftToRight => |_| HEIGHT,
    };
    let rows = rows(parts(plan, &ends, &ranks, size));
    let mut below = Vec::new();
    for pair in rows.windows(2) {
        for (at, part) in pair[1].iter().enumerate() {
            below.push((pair[0][at % pair[0].len()].bottom, part.top));
        }
    }
    // Ranks are only guessed here, and a round of arrows has none: Graphviz itself finds what is below every end.
    let mut leaves = vec![true; plan.nodes.len()];
    for &(from, _) in &ends {
        leaves[from] = false;
    }
    let lowest = (0..plan.nodes.len()).filter(|&place| leaves[place]).collect();
    Layout {
        direction,
        spans,
        below,
        lowest,
    }
}

/// About the points from a node to the next below it.
const HEIGHT: usize = 60;

/// From top to bottom, as people read, unless that is too wide and from left to right is narrower.
fn narrower(plan: &Plan<'_>, ends: &[(usize, usize)], spans: &[usize]) -> Direction {
    let nodes = plan.nodes.len();
    let down = parts(plan, ends, &ranks(ends, spans, nodes), width);
    let across = down.first().map_or(0, |widest| widest.width);
    let ranks = ranks(ends, &vec![1; ends.len()], nodes);
    let mut columns: BTreeMap<usize, usize> = BTreeMap::new();
    for (node, rank) in plan.nodes.iter().zip(&ranks) {
        let column = columns.entry(*rank).or_default();
        *column = width(node).max(*column);
    }
    // Words stand between the columns.
    let along: usize = columns.into_values().map(|column| column + 100).sum();
    if across > READABLE && along < across {
        Direction::LeftToRight
    } else {
        Direction::TopToBottom
    }
}

/// Neighbours of one node that lead nowhere else stand near and far by turns.
fn spans(ends: &[(usize, usize)], nodes: usize) -> Vec<usize> {
    let mut degree = vec![0_usize; nodes];
    for &(from, to) in ends {
        degree[from] += 1;
        degree[to] += 1;
    }
    // By the node that they hang on, and whether they lead to it.
    let mut leaves: BTreeMap<(usize, bool), Vec<usize>> = BTreeMap::new();
    for (arrow, &(from, to)) in ends.iter().enumerate() {
        if degree[from] == 1 && degree[to] > 1 {
            leaves.entry((to, true)).or_default().push(arrow);
        } else if degree[to] == 1 && degree[from] > 1 {
            leaves.entry((from, false)).or_default().push(arrow);
        }
    }
    let mut spans = vec![1; ends.len()];
    for arrows in leaves.into_values().filter(|arrows| arrows.len() > ON_ONE_RANK) {
        let ranks = arrows.len().div_ceil(ON_ONE_RANK).min(3);
        for (number, arrow) in arrows.into_iter().enumerate() {
            spans[arrow] = 1 + number % ranks;
        }
    }
    spans
}

/// About the rank that Graphviz gives each node: the longest way to it. Rounds of arrows end after as many steps as there
/// are nodes.
fn ranks(ends: &[(usize, usize)], spans: &[usize], nodes: usize) -> Vec<usize> {
    let mut ranks = vec![0; nodes];
    for _ in 0..nodes {
        let before = ranks.clone();
        for (&(from, to), &span) in ends.iter().zip(spans) {
            if from != to {
                ranks[to] = ranks[to].max(ranks[from] + span).min(nodes);
            }
        }
        if ranks == before {
            break;
        }
    }
    ranks
}

/// The parts, the widest first.
fn parts(plan: &Plan<'_>, ends: &[(usize, usize)], ranks: &[usize], size: fn(&Node) -> usize) -> Vec<Part> {
    let mut joined = UnionFind::new(plan.nodes.len());
    for &(from, to) in ends {
        joined.union(from, to);
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for place in 0..plan.nodes.len() {
        members.entry(joined.find(place)).or_default().push(place);
    }
    let parts = members.into_values().map(|part| measure(&part, ranks, plan, size));
    let mut parts: Vec<Part> = parts.collect();
    parts.sort_by_key(|part| (std::cmp::Reverse(part.width), part.top));
    parts
}

fn measure(members: &[usize], ranks: &[usize], plan: &Plan<'_>, size: fn(&Node) -> usize) -> Part {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    let (mut top, mut bottom) = (members[0], members[0]);
    for &place in members {
        *widths.entry(ranks[place]).or_default() += size(plan.nodes[place]);
        if ranks[place] < ranks[top] {
            top = place;
        }
        if ranks[place] > ranks[bottom] {
            bottom = place;
        }
    }
    let width = widths.into_values().max().unwrap_or_default();
    Part { top, bottom, width }
}

/// About the points that a node takes: what tapers needs more for the same words.
fn width(node: &Node) -> usize {
    let letters = node.label.chars().count().min(22);
    match node.kind {
        Kind::Person | Kind::Organisation => letters * 8 + 40,
        Kind::Country | Kind::Location | Kind::Event => letters * 11 + 50,
    }
}

/// Each part goes into the first row with room for it.
fn rows(parts: Vec<Part>) -> Vec<Vec<Part>> {
    let room = parts.first().map_or(ROW, |widest| widest.width.max(ROW));
    let mut rows: Vec<(usize, Vec<Part>)> = Vec::new();
    for part in parts {
        match rows.iter_mut().find(|(taken, _)| taken + part.width <= room) {
            Some((taken, row)) => {
                *taken += part.width;
                row.push(part);
            }
            None => rows.push((part.width, vec![part])),
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_leaves_stand_on_several_ranks_and_few_on_one() {
        let star = |leaves: usize| (1..=leaves).map(|leaf| (leaf, 0)).collect::<Vec<_>>();
        assert_eq!(spans(&star(3), 4), [1, 1, 1]);
        assert_eq!(spans(&star(5), 6), [1, 2, 1, 2, 1]);
        assert_eq!(spans(&star(9), 10), [1, 2, 3, 1, 2, 3, 1, 2, 3]);
    }

    #[test]
    fn ranks_end_in_spite_of_rounds() {
        assert_eq!(ranks(&[(0, 1), (1, 2), (0, 2)], &[1, 1, 1], 3), [0, 1, 2]);
        assert!(
            ranks(&[(0, 1), (1, 0), (1, 1)], &[1, 1, 1], 2)
                .iter()
                .all(|&rank| rank <= 2)
        );
    }

    #[test]
    fn parts_fill_rows() {
        let part = |width| Part {
            top: 0,
            bottom: 0,
            width,
        };
        let widths = |row: &Vec<Part>| row.iter().map(|part| part.width).collect::<Vec<_>>();
        let rows = rows(vec![part(700), part(500), part(300), part(200), part(100)]);
        assert_eq!(
            rows.iter().map(widths).collect::<Vec<_>>(),
            [vec![700, 200], vec![500, 300, 100]]
        );
        assert!(super::rows(Vec::new()).is_empty());
    }
}
