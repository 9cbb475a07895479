//! Every node and every edge by itself, under its own id: the graph as it is, in Graphviz' words.

use super::node::Nodes;
use super::options::{DotOptions, Theme};
use super::style::{Style, relation_style, role_style, style};
use super::theme::{line, line_colours};
use super::{Drawn, Setting, choice, footer, header, quote};
use crate::graph::{Edge, KnowledgeGraph};
use crate::ontology::{Role, ontology};
use crate::write::certainty::qualified;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

pub(super) fn write(graph: &KnowledgeGraph, options: &DotOptions, out: &mut dyn Write) -> io::Result<Drawn> {
    let near: Option<BTreeSet<&str>> = options.focus.as_ref().map(|focus| {
        let near = graph.neighbourhood(&focus.id, focus.hops);
        near.into_iter().map(|(node, _)| node.id.as_str()).collect()
    });
    let is_near = |id: &str| near.as_ref().is_none_or(|near| near.contains(id));
    let count = near.as_ref().map_or(graph.node_count(), BTreeSet::len);
    let drawn = Drawn {
        nodes: count,
        of: count,
        left_out: BTreeMap::new(),
    };
    let setting = Setting {
        theme: options.theme,
        direction: choice::direction(options.direction),
        engine: choice::engine(options.engine, drawn.nodes),
        nodes: drawn.nodes,
    };
    header(graph, &drawn, options, &setting, out)?;
    let nodes = Nodes {
        theme: options.theme,
        texts: graph.texts(),
    };
    for node in graph.nodes().filter(|node| is_near(&node.id)) {
        nodes.write(node, out)?;
    }
    for edge in graph
        .edges()
        .filter(|edge| is_near(&edge.source) && is_near(&edge.target))
    {
        write_edge(graph, edge, options.theme, &nodes, out)?;
    }
    footer(&setting, &[], out)?;
    Ok(drawn)
}

fn write_edge(
    graph: &KnowledgeGraph,
    edge: &Edge,
    theme: Theme,
    nodes: &Nodes<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (style, label) = match edge.relation() {
        Some(relation) => {
            let label = ontology()
                .relation(&relation.relation)
                .map_or(relation.relation.as_str(), |entry| entry.label.as_str());
            let (style, certainty) = relation_style(relation);
            let former = if relation.past { " (former)" } else { "" };
            (style, qualified(&format!("{label}{former}"), certainty))
        }
        None => {
            let event = graph.node(&edge.source).and_then(|node| node.event());
            let style = event.map_or(Style::Fact, style);
            let style = role_style(edge.role().unwrap_or(Role::Other), style);
            (style, edge.type_name().to_owned())
        }
    };
    let (colour, words) = line_colours(theme, style);
    write!(
        out,
        "  {} -> {} [id={}, color=\"{colour}\", fontcolor=\"{words}\", {}, label={}",
        quote::id(&edge.source),
        quote::id(&edge.target),
        quote::id(&edge.id),
        line(theme, style),
        quote::beside_line([label.as_str()]),
    )?;
    let first = edge.evidence.first();
    if let Some(sentence) = first.and_then(|first| nodes.texts.slice(&first.document, first.sentence)) {
        let tooltip = quote::tooltip(sentence);
        write!(out, ", tooltip={tooltip}, labeltooltip={tooltip}")?;
    }
    writeln!(out, "]")
}
