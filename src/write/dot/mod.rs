//! Graphviz: a drawing of who did what to whom.
//!
//! Shape and colour tell the kind, size the salience; dashes say that something has no name or has not happened. A small
//! event is one arrow from who does it to whom; an event that others refer to, or that has a name or more participants, is
//! an ellipse between them. Vermilion arrows are against someone (a bar at the end says no), blue ones are lasting facts,
//! dotted ones say whose word it is. A dashed arrow is no fact: what is denied ends in a ring, not in a head.
//!
//! Data flows one way: [`sketch`] finds all arrows that there could be, [`choose`] those that are drawn, [`plan`] puts them
//! into words, [`layout`] keeps the picture narrow. Node names are the graph's ids; those of the legend begin with `legend:`.

mod choice;
mod choose;
mod full;
mod layout;
mod legend;
#[cfg(test)]
mod made;
mod node;
mod options;
mod plan;
mod quote;
mod sketch;
mod style;
mod theme;

pub use options::{Direction, DotOptions, Engine, Focus, Theme};

use crate::graph::KnowledgeGraph;
use crate::ontology::Kind;
use node::Nodes;
use plan::{Arrow, Plan, plan};
use std::collections::BTreeMap;
use std::io::{self, Write};
use theme::{ground, line, line_colours};

const FONT: &str = "DejaVu Sans,Helvetica,Arial,sans-serif";

/// What of a graph is in a drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// So many nodes are drawn.
    pub nodes: usize,
    /// So many there are, or are near enough to the focus, without the events that are drawn as arrows.
    pub of: usize,
    /// How many of each kind are not drawn.
    pub left_out: BTreeMap<Kind, usize>,
}

impl Drawn {
    /// What was left out, in a line: "60 of 483 nodes drawn, the most salient; left out: 9 people, 414 events". `None` when
    /// everything is there.
    #[must_use]
    pub fn note(&self) -> Option<String> {
        if self.left_out.is_empty() {
            return None;
        }
        let counts = self.left_out.iter().map(|(&kind, &count)| {
            let (one, many) = match kind {
                Kind::Person => ("person", "people"),
                Kind::Country => ("country", "countries"),
                Kind::Organisation => ("organisation", "organisations"),
                Kind::Location => ("place", "places"),
                Kind::Event => ("event", "events"),
            };
            format!("{count} {}", if count == 1 { one } else { many })
        });
        let counts: Vec<String> = counts.collect();
        Some(format!(
            "{} of {} nodes drawn, the most salient; left out: {}",
            self.nodes,
            self.of,
            counts.join(", ")
        ))
    }
}

/// Writes a drawing, and returns what is in it.
///
/// ```
/// use newsgraph::{read_document, text::Document, write::{DotOptions, write_dot}};
/// let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo. Bob Hall praised Cy Moe."));
/// let dot = DotOptions { max_nodes: 2, ..DotOptions::default() };
/// let drawn = write_dot(&graph, &dot, &mut Vec::new())?;
/// assert_eq!(drawn.nodes, 2);
/// assert!(drawn.note().unwrap().starts_with("2 of "));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// What `out` returns; [`io::ErrorKind::InvalidInput`] when no node has the id of the focus.
pub fn write_dot(graph: &KnowledgeGraph, options: &DotOptions, out: &mut dyn Write) -> io::Result<Drawn> {
    if let Some(focus) = options.focus.as_ref().filter(|focus| graph.node(&focus.id).is_none()) {
        let problem = format!("no node has the id {:?}", focus.id);
        return Err(io::Error::new(io::ErrorKind::InvalidInput, problem));
    }
    if options.full {
        return full::write(graph, options, out);
    }
    let plan = plan(graph, options);
    let drawn = Drawn {
        nodes: plan.nodes.len(),
        of: plan.of,
        left_out: plan.left_out.clone(),
    };
    write_plan(graph, &plan, &drawn, options, out)?;
    Ok(drawn)
}

/// What holds for the whole drawing.
struct Setting {
    theme: Theme,
    direction: Direction,
    engine: Engine,
    nodes: usize,
}

fn write_plan(
    graph: &KnowledgeGraph,
    plan: &Plan<'_>,
    drawn: &Drawn,
    options: &DotOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let engine = choice::engine(options.engine, plan.nodes.len());
    let in_ranks = engine == Engine::Dot;
    let layout = layout::layout(plan, options.direction);
    let setting = Setting {
        theme: options.theme,
        direction: layout.direction,
        engine,
        nodes: plan.nodes.len(),
    };
    header(graph, drawn, options, &setting, out)?;
    let nodes = Nodes {
        theme: options.theme,
        texts: graph.texts(),
    };
    for node in &plan.nodes {
        nodes.write(node, out)?;
    }
    for (arrow, &span) in plan.arrows.iter().zip(&layout.spans) {
        write_arrow(plan, arrow, if in_ranks { span } else { 1 }, options.theme, out)?;
    }
    let id = |place: usize| plan.nodes[place].id.as_str();
    for &(upper, lower) in layout.below.iter().filter(|_| in_ranks) {
        let (upper, lower) = (quote::id(id(upper)), quote::id(id(lower)));
        writeln!(out, "  {upper} -> {lower} [style=invis, weight=0]")?;
    }
    let lowest: Vec<&str> = layout.lowest.iter().map(|&place| id(place)).collect();
    footer(&setting, &lowest, out)
}

fn header(
    graph: &KnowledgeGraph,
    drawn: &Drawn,
    options: &DotOptions,
    setting: &Setting,
    out: &mut dyn Write,
) -> io::Result<()> {
    let title = match graph.documents() {
        [only] => only.title.clone().unwrap_or_else(|| only.id.clone()),
        many => format!("{} documents", many.len()),
    };
    let around = options.focus.as_ref().and_then(|focus| {
        let steps = if focus.hops == 1 { "step" } else { "steps" };
        Some(format!(
            "Around {}, {} {steps}",
            graph.node(&focus.id)?.label,
            focus.hops
        ))
    });
    let lines = [Some(title), around, drawn.note()];
    let ground = ground(setting.theme);
    writeln!(out, "// Who did what to whom. Draw with: dot -Tsvg")?;
    writeln!(out, "digraph newsgraph {{")?;
    writeln!(
        out,
        "  graph [{}, bgcolor=\"{}\", pad=0.3, outputorder=edgesfirst,",
        arrangement(setting),
        ground.background
    )?;
    writeln!(
        out,
        "    fontname=\"{FONT}\", fontsize=20, fontcolor=\"{}\", labelloc=t, labeljust=l,",
        ground.text
    )?;
    writeln!(
        out,
        "    label={}]",
        quote::title(lines.iter().flatten().map(String::as_str))
    )?;
    writeln!(
        out,
        "  node [fontname=\"{FONT}\", fontcolor=\"{}\", style=filled, margin=\"0.14,0.08\", height=0.4]",
        ground.text
    )?;
    let length = if matches!(setting.engine, Engine::Neato | Engine::Fdp) {
        ", len=2.5"
    } else {
        ""
    };
    writeln!(out, "  edge [fontname=\"{FONT}\", fontsize=12, arrowsize=0.8{length}]")
}

/// The settings of the engine, by the size of the drawing.
fn arrangement(setting: &Setting) -> String {
    let engine = setting.engine;
    if engine != Engine::Dot {
        return format!("layout={engine}, overlap=false, sep=\"+14\"");
    }
    // How long the network simplex may search: large graphs would take minutes.
    let (limit, tries) = if setting.nodes > 100 { (1, "0.5") } else { (4, "1") };
    let (direction, between, ranks) = match setting.direction {
        Direction::TopToBottom => ("TB", "0.25", "0.55"),
        Direction::LeftToRight => ("LR", "0.18", "0.5"),
    };
    format!(
        "layout=dot, rankdir={direction}, nodesep={between}, ranksep={ranks}, newrank=true, nslimit={limit}, nslimit1={limit}, mclimit={tries}"
    )
}

/// The legend and the end.
fn footer(setting: &Setting, lowest: &[&str], out: &mut dyn Write) -> io::Result<()> {
    if setting.engine == Engine::Dot && setting.direction == Direction::TopToBottom {
        legend::rows(setting.theme, lowest, out)?;
    } else {
        legend::table(setting.theme, out)?;
    }
    writeln!(out, "}}")
}

fn write_arrow(plan: &Plan<'_>, arrow: &Arrow, span: usize, theme: Theme, out: &mut dyn Write) -> io::Result<()> {
    let (colour, words) = line_colours(theme, arrow.style);
    write!(
        out,
        "  {} -> {} [color=\"{colour}\", fontcolor=\"{words}\", {}",
        quote::id(&plan.nodes[arrow.from].id),
        quote::id(&plan.nodes[arrow.to].id),
        line(theme, arrow.style)
    )?;
    if arrow.mutual {
        write!(out, ", dir=none")?;
    }
    if span > 1 {
        write!(out, ", minlen={span}")?;
    }
    if !arrow.labels.is_empty() {
        let labels = arrow.labels.iter().map(String::as_str);
        write!(out, ", label={}", quote::beside_line(labels))?;
    }
    if let Some(tooltip) = &arrow.tooltip {
        let tooltip = quote::tooltip(tooltip);
        write!(out, ", tooltip={tooltip}, labeltooltip={tooltip}")?;
    }
    writeln!(out, "]")
}
