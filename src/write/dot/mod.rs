//! Graphviz: a drawing of who did what to whom.
//!
//! Shape and colour tell the kind, size the salience; dashes say that something has no name or has not happened. A small
//! event is one arrow from who does it to whom; an event that others refer to, or that has a name or more participants, is
//! an ellipse between them. Vermilion arrows are against someone (a bar at the end says no), blue ones are lasting facts,
//! dotted ones say whose word it is. A dashed arrow is no fact: what is denied ends in a ring, not in a head. Colours are
//! those of Okabe and Ito, which colour-blind people tell apart, with fills lightened for dark text.
//!
//! Node names are the graph's ids; those of the legend begin with `legend:`.

mod layout;
mod legend;
mod plan;
mod quote;
mod style;

use crate::graph::{KnowledgeGraph, Node};
use crate::ontology::Kind;
use crate::write::certainty::event_certainty;
use plan::{Arrow, Plan, plan};
use std::io::{self, Write};
use style::Style;

const FONT: &str = "DejaVu Sans,Helvetica,Arial,sans-serif";

pub(super) fn write(graph: &KnowledgeGraph, out: &mut dyn Write) -> io::Result<()> {
    let plan = plan(graph);
    let layout = layout::layout(&plan);
    header(graph, &plan, out)?;
    for node in &plan.nodes {
        write_node(node, out)?;
    }
    for (arrow, &span) in plan.arrows.iter().zip(&layout.spans) {
        write_arrow(arrow, span, out)?;
    }
    for (upper, lower) in &layout.below {
        let (upper, lower) = (quote::id(upper), quote::id(lower));
        writeln!(out, "  {upper} -> {lower} [style=invis, weight=0]")?;
    }
    legend::write(&layout.lowest, out)?;
    writeln!(out, "}}")
}

fn header(graph: &KnowledgeGraph, plan: &Plan<'_>, out: &mut dyn Write) -> io::Result<()> {
    let title = match graph.documents() {
        [only] => only.title.clone().unwrap_or_else(|| only.id.clone()),
        many => format!("{} documents", many.len()),
    };
    let drawn = plan.nodes.len();
    let note = if drawn < plan.of {
        format!("{drawn} of {} nodes drawn, the most salient ones", plan.of)
    } else {
        String::new()
    };
    writeln!(out, "// Who did what to whom. Draw with: dot -Tsvg")?;
    writeln!(out, "digraph newsgraph {{")?;
    writeln!(
        out,
        "  graph [rankdir=TB, bgcolor=white, pad=0.3, nodesep=0.25, ranksep=0.55, newrank=true, outputorder=edgesfirst,"
    )?;
    writeln!(
        out,
        "    nslimit=4, nslimit1=4, mclimit=1, fontname=\"{FONT}\", fontsize=20, labelloc=t, labeljust=l,"
    )?;
    writeln!(
        out,
        "    label={}]",
        quote::title(
            [title.as_str(), note.as_str()]
                .into_iter()
                .filter(|line| !line.is_empty())
        )
    )?;
    writeln!(
        out,
        "  node [fontname=\"{FONT}\", fontcolor=\"#1a1a1a\", style=filled, margin=\"0.14,0.08\", height=0.4]"
    )?;
    writeln!(out, "  edge [fontname=\"{FONT}\", fontsize=11, arrowsize=0.8]")
}

/// Shape, stroke, fill, and the fill of what has no name or has not happened.
fn look(kind: Kind) -> (&'static str, &'static str, &'static str, &'static str) {
    match kind {
        Kind::Person => ("box", "#0072B2", "#DDECF8", "#F6FAFD"),
        Kind::Country => ("hexagon", "#007A5A", "#D5F0E6", "#F4FBF8"),
        Kind::Organisation => ("box", "#A3487A", "#F6E4EE", "#FDF8FB"),
        Kind::Location => ("house", "#5A5A5A", "#EFEFEF", "#FAFAFA"),
        Kind::Event => ("ellipse", "#A87000", "#FFF1CF", "#FFFBF0"),
    }
}

fn write_node(node: &Node, out: &mut dyn Write) -> io::Result<()> {
    let (shape, stroke, fill, pale) = look(node.kind);
    let event = node.event();
    let uncertain = event.and_then(event_certainty);
    let dashed = if node.kind == Kind::Event {
        uncertain.is_some()
    } else {
        !node.named
    };
    let rounded = if node.kind == Kind::Person { ",rounded" } else { "" };
    let style = format!("filled{rounded}{}", if dashed { ",dashed" } else { "" });
    let (size, pen) = match node.salience {
        salience if salience >= 0.85 => (20, 3.0),
        salience if salience >= 0.6 => (17, 2.4),
        salience if salience >= 0.4 => (15, 1.8),
        _ => (13, 1.4),
    };
    let time = event
        .and_then(|event| event.time.as_ref())
        .map(|time| time.value.replace('/', " – "));
    let second = [uncertain.map(str::to_owned), time]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ");
    let label = if second.is_empty() {
        quote::label(&node.label)
    } else {
        quote::lines([node.label.as_str(), second.as_str()])
    };
    writeln!(
        out,
        "  {} [shape={shape}, style=\"{style}\", color=\"{stroke}\", fillcolor=\"{}\", penwidth={pen}, fontsize={size}, label={label}, tooltip={}]",
        quote::id(&node.id),
        if dashed { pale } else { fill },
        quote::tooltip(&tooltip(node)),
    )
}

/// What a node is, in words: "person: Claudia Sheinbaum, President".
fn tooltip(node: &Node) -> String {
    let kind = node
        .event()
        .and_then(|event| event.event_type.as_deref())
        .unwrap_or(node.kind.name());
    let roles = node
        .entity()
        .map(|entity| entity.attributes.role.join(", "))
        .filter(|roles| !roles.is_empty());
    match roles {
        Some(roles) => format!("{kind}: {}, {roles}", node.label),
        None => format!("{kind}: {}", node.label),
    }
}

/// Attributes of a style: colour, colour of the words, width, line, arrowhead.
fn attributes(style: Style) -> &'static str {
    match style {
        Style::Relation => "color=\"#0072B2\", fontcolor=\"#00507d\", penwidth=1.5",
        Style::Fact => "color=\"#444444\", fontcolor=\"#1a1a1a\", penwidth=1.6",
        Style::Against => "color=\"#C44E00\", fontcolor=\"#A84300\", penwidth=2.4",
        Style::Rejects => "color=\"#C44E00\", fontcolor=\"#A84300\", penwidth=2.4, arrowhead=tee, arrowsize=1.1",
        Style::Uncertain => "color=\"#8a8a8a\", fontcolor=\"#5a5a5a\", penwidth=1.6, style=dashed",
        Style::Denied => "color=\"#8a8a8a\", fontcolor=\"#5a5a5a\", penwidth=1.6, style=dashed, arrowhead=odot",
        Style::Says => "color=\"#8a8a8a\", fontcolor=\"#5a5a5a\", penwidth=1.6, style=dotted, arrowhead=vee",
    }
}

fn write_arrow(arrow: &Arrow, span: usize, out: &mut dyn Write) -> io::Result<()> {
    write!(
        out,
        "  {} -> {} [{}",
        quote::id(&arrow.from),
        quote::id(&arrow.to),
        attributes(arrow.style)
    )?;
    if span > 1 {
        write!(out, ", minlen={span}")?;
    }
    if !arrow.labels.is_empty() {
        write!(
            out,
            ", label={}",
            quote::beside_line(arrow.labels.iter().map(String::as_str))
        )?;
    }
    if let Some(tooltip) = &arrow.tooltip {
        let tooltip = quote::tooltip(tooltip);
        write!(out, ", tooltip={tooltip}, labeltooltip={tooltip}")?;
    }
    writeln!(out, "]")
}
