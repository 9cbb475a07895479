//! `newsgraph show`: what a graph holds, on one screen.

use super::graph_file;
use anstyle::{AnsiColor, Style};
use anyhow::Result;
use newsgraph::graph::{Edge, EventDetail, KnowledgeGraph, Node, NodePolarity};
use newsgraph::ontology::{Kind, Modality, Role, ontology};
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Longer labels are cut.
const LONGEST: usize = 60;
const HEADING: Style = Style::new().bold().underline();
const FAINT: Style = Style::new().dimmed();

/// Show what a graph holds: the most salient entities, events in order of time, relations.
///
/// Colours only when standard output is a terminal and `NO_COLOR` is not set.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  newsgraph show graphs/corpus.json\n  newsgraph show graphs/corpus.json --limit 100 | less"
)]
pub struct Arguments {
    /// The graph: a .json file that `newsgraph build` wrote, or `-` for standard input
    #[arg(value_name = "GRAPH.json")]
    graph: PathBuf,
    /// So many entities, events and relations, the most salient
    #[arg(short, long, value_name = "N", default_value_t = 15)]
    limit: usize,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let graph = graph_file::read(&arguments.graph)?;
    // Leaves colours out where there is no terminal, or NO_COLOR is set.
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    let view = View {
        graph: &graph,
        limit: arguments.limit,
    };
    view.write(&mut out)?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

struct View<'g> {
    graph: &'g KnowledgeGraph,
    limit: usize,
}

impl View<'_> {
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        self.summary(out)?;
        self.entities(out)?;
        self.events(out)?;
        self.relations(out)
    }

    fn summary(&self, out: &mut dyn Write) -> io::Result<()> {
        let documents = self.graph.documents();
        let counts = [
            count(documents.len(), "document"),
            count(self.graph.node_count(), "node"),
            count(self.graph.edge_count(), "edge"),
        ];
        writeln!(out, "{}", counts.join(", "))?;
        for document in documents.iter().take(self.limit) {
            let title = document.title.as_deref().unwrap_or(&document.id);
            let day = document.published.as_deref().unwrap_or_default();
            writeln!(out, "{FAINT}{:10}{FAINT:#}  {}", plain(day), plain(title))?;
        }
        more(documents.len(), self.limit, out)
    }

    fn entities(&self, out: &mut dyn Write) -> io::Result<()> {
        let entities = most_salient(self.graph.nodes().filter(|node| node.kind != Kind::Event));
        heading("Entities", entities.len(), out)?;
        let shown = &entities[..entities.len().min(self.limit)];
        let width = shown
            .iter()
            .map(|node| plain(&node.label).chars().count())
            .max()
            .unwrap_or(0);
        for node in shown {
            let style = colour(node.kind);
            let roles = node.entity().map_or(&[][..], |entity| &entity.attributes.role);
            let roles: Vec<String> = roles.iter().take(3).map(|role| plain(role)).collect();
            let line = format!(
                "{:4.2}  {style}{:width$}{style:#}  {FAINT}{:12}{FAINT:#}  {}",
                node.salience,
                plain(&node.label),
                node.kind.name(),
                roles.join(", ")
            );
            writeln!(out, "{}", line.trim_end())?;
        }
        more(entities.len(), self.limit, out)
    }

    fn events(&self, out: &mut dyn Write) -> io::Result<()> {
        let events = most_salient(self.graph.nodes().filter(|node| node.kind == Kind::Event));
        heading("Events", events.len(), out)?;
        let chosen: BTreeSet<&str> = events.iter().take(self.limit).map(|node| node.id.as_str()).collect();
        let dated = self.graph.timeline();
        let in_time: BTreeSet<&str> = dated.iter().map(|node| node.id.as_str()).collect();
        let undated = events
            .iter()
            .copied()
            .filter(|node| !in_time.contains(node.id.as_str()));
        let shown = dated.iter().copied().chain(undated);
        for node in shown.filter(|node| chosen.contains(node.id.as_str())) {
            if let Some(event) = node.event() {
                self.event(node, event, out)?;
            }
        }
        more(events.len(), self.limit, out)
    }

    /// "2025-11-04  rejects (planned)  Sheinbaum → U.S. drone strikes  in Mexico".
    fn event(&self, node: &Node, event: &EventDetail, out: &mut dyn Write) -> io::Result<()> {
        let day = event.time.as_ref().map(|time| plain(&time.value)).unwrap_or_default();
        let certainty = certainty(event.polarity, event.modality);
        let style = if certainty.is_some() {
            FAINT
        } else {
            colour(Kind::Event)
        };
        let certainty = certainty.map(|word| format!(" ({word})")).unwrap_or_default();
        let edges = self.graph.edges_from(&node.id);
        let who = |roles: &[Role]| {
            let of_role = |edge: &&&Edge| edge.role().is_some_and(|role| roles.contains(&role));
            let labels: Vec<String> = edges
                .iter()
                .filter(of_role)
                .map(|edge| self.label(&edge.target))
                .collect();
            labels.join(", ")
        };
        let (actors, targets) = (who(&[Role::Actor]), who(&[Role::Target, Role::Topic]));
        let between = match (actors.is_empty(), targets.is_empty()) {
            (true, true) => String::new(),
            (false, true) => format!("  {actors}"),
            (true, false) => format!("  → {targets}"),
            (false, false) => format!("  {actors} → {targets}"),
        };
        let places = who(&[Role::Place]);
        let places = if places.is_empty() {
            places
        } else {
            format!("  in {places}")
        };
        writeln!(
            out,
            "{FAINT}{day:10}{FAINT:#}  {style}{}{certainty}{style:#}{between}{places}",
            plain(&node.label)
        )
    }

    fn relations(&self, out: &mut dyn Write) -> io::Result<()> {
        let salience = |edge: &Edge| {
            let ends = [&edge.source, &edge.target].map(|id| self.graph.node(id).map_or(0.0, |node| node.salience));
            ends[0] + ends[1]
        };
        let relations = self.graph.edges().filter(|edge| edge.relation().is_some());
        let mut relations: Vec<(f64, &Edge)> = relations.map(|edge| (salience(edge), edge)).collect();
        // A stable sort: relations of one weight keep their order.
        relations.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        heading("Relations", relations.len(), out)?;
        for (_, edge) in relations.iter().take(self.limit) {
            let Some(relation) = edge.relation() else { continue };
            let entry = ontology().relation(&relation.relation);
            let words = entry.map_or(relation.relation.as_str(), |entry| entry.label.as_str());
            let former = if relation.past { "formerly " } else { "" };
            let certainty = certainty(relation.polarity, relation.modality);
            let certainty = certainty.map(|word| format!(" ({word})")).unwrap_or_default();
            writeln!(
                out,
                "{} {FAINT}{former}{}{certainty}{FAINT:#} {}",
                self.label(&edge.source),
                plain(words),
                self.label(&edge.target)
            )?;
        }
        more(relations.len(), self.limit, out)
    }

    /// A node's label in the colour of its kind.
    fn label(&self, id: &str) -> String {
        let Some(node) = self.graph.node(id) else {
            return plain(id);
        };
        let style = colour(node.kind);
        format!("{style}{}{style:#}", plain(&node.label))
    }
}

fn heading(name: &str, number: usize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n{HEADING}{name}{HEADING:#} {FAINT}{number}{FAINT:#}")
}

fn more(of: usize, most: usize, out: &mut dyn Write) -> io::Result<()> {
    if of > most {
        writeln!(out, "{FAINT}… and {} more{FAINT:#}", of - most)?;
    }
    Ok(())
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn most_salient<'g>(nodes: impl Iterator<Item = &'g Node>) -> Vec<&'g Node> {
    let mut nodes: Vec<&Node> = nodes.collect();
    nodes.sort_by(|a, b| b.salience.total_cmp(&a.salience).then_with(|| a.id.cmp(&b.id)));
    nodes
}

/// What an event or relation is when it is no plain fact.
fn certainty(polarity: NodePolarity, modality: Modality) -> Option<&'static str> {
    match (polarity, modality) {
        (NodePolarity::Negated, _) => Some("denied"),
        (NodePolarity::Mixed, _) => Some("disputed"),
        (_, Modality::Actual) => None,
        (_, other) => Some(other.name()),
    }
}

fn colour(kind: Kind) -> Style {
    let colour = match kind {
        Kind::Person => AnsiColor::Blue,
        Kind::Country => AnsiColor::Green,
        Kind::Organisation => AnsiColor::Magenta,
        Kind::Location => AnsiColor::Cyan,
        Kind::Event => AnsiColor::Yellow,
    };
    colour.on_default()
}

/// A label on one line, cut, without anything that a terminal obeys: no control characters, no change of direction.
fn plain(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let obeyed = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut letters = line.chars().filter(|letter| !obeyed(*letter));
    let mut out: String = letters.by_ref().take(LONGEST).collect();
    if letters.next().is_some() {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        assert_eq!(plain("a\u{1b}[31m\n b\u{7}\u{202e}c"), "a[31m bc");
        assert_eq!(plain(&"x".repeat(99)).chars().count(), LONGEST + 1);
    }
}
