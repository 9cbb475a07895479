//! How much a graph is about each node.

use super::{Detail, Edge, Node};
use std::collections::BTreeMap;

/// Sets every node's salience: how often the text speaks of it, and how much it is joined to, damped; the largest is 1.
///
/// O(n + m).
pub(super) fn score(nodes: &mut [Node], edges: &[Edge]) {
    let mut degree: BTreeMap<&str, f64> = BTreeMap::new();
    for edge in edges {
        *degree.entry(&edge.source).or_default() += 1.0;
        *degree.entry(&edge.target).or_default() += 1.0;
    }
    let raw: Vec<f64> = nodes
        .iter()
        .map(|node| {
            let mentions = match &node.detail {
                Detail::Entity(entity) => entity.mentions.len(),
                Detail::Event(event) => event.statements.len(),
            } as f64;
            let unnamed = if node.named || matches!(node.detail, Detail::Event(_)) {
                1.0
            } else {
                0.7
            };
            (mentions.ln_1p() + 0.6 * degree.get(node.id.as_str()).copied().unwrap_or_default().ln_1p()) * unnamed
        })
        .collect();
    let largest = raw.iter().copied().fold(0.0, f64::max);
    for (node, raw) in nodes.iter_mut().zip(raw) {
        node.salience = if largest > 0.0 { round(raw / largest) } else { 1.0 };
    }
}

/// Three digits: what stands behind them is noise.
pub(super) fn round(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}
