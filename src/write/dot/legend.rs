//! What shapes, colours and lines mean, in two rows below the drawing.

use super::style::Style;
use super::{attributes, look, quote};
use crate::ontology::Kind;
use std::io::{self, Write};

/// Every sort of arrow with its meaning.
const ARROWS: [(Style, &str); 7] = [
    (Style::Relation, "lasting fact"),
    (Style::Fact, "does"),
    (Style::Against, "acts against"),
    (Style::Rejects, "says no"),
    (Style::Uncertain, "may or will"),
    (Style::Denied, "does not"),
    (Style::Says, "says so"),
];

/// Writes it, held below these nodes by invisible arrows.
pub(super) fn write(below: &[String], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "  subgraph cluster_legend {{")?;
    writeln!(
        out,
        "    graph [label=\"\", color=\"#d9d9d9\", style=rounded, margin=8]"
    )?;
    writeln!(
        out,
        "    node [fontsize=10, penwidth=1.2, margin=\"0.08,0.04\", height=0.25, width=0.1]"
    )?;
    writeln!(out, "    edge [fontsize=10, penwidth=1.4]")?;
    let kinds = kinds(out)?;
    let ends = ends_of_arrows(out)?;
    for row in [&kinds, &ends] {
        writeln!(out, "    {{rank=same; {}}}", row.join("; "))?;
    }
    // Invisible arrows keep the order, but none may lie where a visible one is drawn.
    writeln!(out, "    {} [style=invis]", kinds.join(" -> "))?;
    writeln!(out, "    {} -> {} [style=invis]", kinds[0], ends[0])?;
    for (pair, (style, label)) in ends.chunks(2).zip(ARROWS) {
        let style = attributes(style);
        writeln!(out, "    {} -> {} [{style}, label=\"{label}\"]", pair[0], pair[1])?;
    }
    for gap in ends[1..].chunks(2).filter(|gap| gap.len() == 2) {
        writeln!(out, "    {} -> {} [style=invis]", gap[0], gap[1])?;
    }
    writeln!(out, "  }}")?;
    for node in below {
        writeln!(out, "  {} -> \"legend:place\" [style=invis, weight=0]", quote::id(node))?;
    }
    Ok(())
}

/// A node of each kind, and what dashes mean.
fn kinds(out: &mut dyn Write) -> io::Result<Vec<String>> {
    let mut row = Vec::new();
    for &kind in Kind::ALL {
        let (shape, stroke, fill, _) = look(kind);
        let rounded = if kind == Kind::Person { ",rounded" } else { "" };
        let name = if kind == Kind::Location { "place" } else { kind.name() };
        row.push(format!("\"legend:{name}\""));
        writeln!(
            out,
            "    \"legend:{name}\" [shape={shape}, style=\"filled{rounded}\", color=\"{stroke}\", fillcolor=\"{fill}\", label=\"{name}\"]"
        )?;
    }
    for (name, shape, label) in [
        ("unnamed", "box", "not named"),
        ("uncertain", "ellipse", "not happened"),
    ] {
        row.push(format!("\"legend:{name}\""));
        writeln!(
            out,
            "    \"legend:{name}\" [shape={shape}, style=\"filled,dashed\", color=\"#5A5A5A\", fillcolor=white, label=\"{label}\"]"
        )?;
    }
    Ok(row)
}

/// Two points that are not seen for each arrow.
fn ends_of_arrows(out: &mut dyn Write) -> io::Result<Vec<String>> {
    let mut row = Vec::new();
    for number in 0..2 * ARROWS.len() {
        row.push(format!("\"legend:{number}\""));
        writeln!(
            out,
            "    \"legend:{number}\" [shape=point, width=0.01, height=0.01, style=invis, label=\"\"]"
        )?;
    }
    Ok(row)
}
