//! What shapes, colours and lines mean.

use super::options::Theme;
use super::quote;
use super::style::Style;
use super::theme::{ground, line, line_colours, look};
use crate::ontology::Kind;
use std::io::{self, Write};

/// Two rows below the drawing, held below these nodes by invisible arrows: for `dot` from top to bottom.
pub(super) fn rows(theme: Theme, below: &[&str], out: &mut dyn Write) -> io::Result<()> {
    let frame = ground(theme).frame;
    writeln!(out, "  subgraph cluster_legend {{")?;
    writeln!(
        out,
        "    graph [label=\"\", color=\"{frame}\", style=rounded, margin=8]"
    )?;
    writeln!(
        out,
        "    node [fontsize=11, penwidth=1.2, margin=\"0.08,0.04\", height=0.25, width=0.1]"
    )?;
    writeln!(out, "    edge [fontsize=11]")?;
    let kinds = kinds(theme, out)?;
    let ends = ends_of_arrows(out)?;
    for row in [&kinds, &ends] {
        writeln!(out, "    {{rank=same; {}}}", row.join("; "))?;
    }
    // Invisible arrows keep the order, but none may lie where a visible one is drawn.
    writeln!(out, "    {} [style=invis]", kinds.join(" -> "))?;
    writeln!(out, "    {} -> {} [style=invis]", kinds[0], ends[0])?;
    for (pair, style) in ends.chunks(2).zip(Style::ALL) {
        let (colour, words) = line_colours(theme, style);
        writeln!(
            out,
            "    {} -> {} [color=\"{colour}\", fontcolor=\"{words}\", {}, label=\"{}\"]",
            pair[0],
            pair[1],
            line(theme, style),
            style.meaning()
        )?;
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

fn name(kind: Kind) -> &'static str {
    if kind == Kind::Location { "place" } else { kind.name() }
}

/// A node of each kind, and what dashes mean.
fn kinds(theme: Theme, out: &mut dyn Write) -> io::Result<Vec<String>> {
    let mut row = Vec::new();
    for &kind in Kind::ALL {
        let look = look(theme, kind);
        let rounded = if kind == Kind::Person { ",rounded" } else { "" };
        let name = name(kind);
        row.push(format!("\"legend:{name}\""));
        writeln!(
            out,
            "    \"legend:{name}\" [shape={}, style=\"filled{rounded}\", color=\"{}\", fillcolor=\"{}\", label=\"{name}\"]",
            look.shape, look.stroke, look.fill
        )?;
    }
    let ground = ground(theme);
    for (name, shape, label) in [
        ("unnamed", "box", "not named"),
        ("uncertain", "ellipse", "not happened"),
    ] {
        row.push(format!("\"legend:{name}\""));
        writeln!(
            out,
            "    \"legend:{name}\" [shape={shape}, style=\"filled,dashed\", color=\"{}\", fillcolor=\"{}\", label=\"{label}\"]",
            ground.quiet, ground.background
        )?;
    }
    Ok(row)
}

/// Two points that are not seen for each arrow.
fn ends_of_arrows(out: &mut dyn Write) -> io::Result<Vec<String>> {
    let mut row = Vec::new();
    for number in 0..2 * Style::ALL.len() {
        row.push(format!("\"legend:{number}\""));
        writeln!(
            out,
            "    \"legend:{number}\" [shape=point, width=0.01, height=0.01, style=invis, label=\"\"]"
        )?;
    }
    Ok(row)
}

/// One node that is a table: for every other layout, where no rows can be held together.
pub(super) fn table(theme: Theme, out: &mut dyn Write) -> io::Result<()> {
    let ground = ground(theme);
    let kinds = Kind::ALL.iter().map(|&kind| {
        let look = look(theme, kind);
        let style = if kind == Kind::Person { "rounded" } else { "solid" };
        cell(name(kind), look.stroke, look.fill, style)
    });
    let dashed = ["not named", "not happened"].map(|label| cell(label, ground.quiet, ground.background, "dashed"));
    let left: Vec<String> = kinds.chain(dashed).collect();
    let rows = left.iter().zip(Style::ALL).map(|(left, style)| {
        let (colour, words) = line_colours(theme, style);
        let meaning = style.meaning();
        format!(
            "<tr><td>{left}</td><td align=\"left\"><font color=\"{colour}\">{}</font></td><td align=\"left\"><font color=\"{words}\">{meaning}</font></td></tr>",
            picture(style)
        )
    });
    writeln!(
        out,
        "  \"legend:\" [shape=plain, style=solid, fontsize=11, tooltip=\"legend\", label=<<table border=\"1\" color=\"{}\" style=\"rounded\" cellborder=\"0\" cellspacing=\"2\" cellpadding=\"2\">{}</table>>]",
        ground.frame,
        rows.collect::<String>()
    )
}

fn cell(label: &str, stroke: &str, fill: &str, style: &str) -> String {
    format!(
        "<table border=\"1\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\" color=\"{stroke}\" bgcolor=\"{fill}\" style=\"{style}\"><tr><td>{label}</td></tr></table>"
    )
}

/// A line in letters.
fn picture(style: Style) -> &'static str {
    match style {
        Style::Relation | Style::Fact => "──▶",
        Style::Against => "<b>━━▶</b>",
        Style::Rejects => "<b>━━┫</b>",
        Style::Uncertain => "╌╌▶",
        Style::Denied => "╌╌○",
        Style::Says => "┈┈&gt;",
    }
}
