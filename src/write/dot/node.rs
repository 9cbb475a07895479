//! How a node is drawn.

use super::options::Theme;
use super::quote;
use super::theme::{Look, look};
use crate::graph::{Node, Texts};
use crate::ontology::Kind;
use crate::write::certainty::event_certainty;
use std::io::{self, Write};

/// Writes nodes of one drawing.
pub(super) struct Nodes<'g> {
    pub theme: Theme,
    pub texts: Texts<'g>,
}

impl Nodes<'_> {
    pub(super) fn write(&self, node: &Node, out: &mut dyn Write) -> io::Result<()> {
        let Look {
            shape,
            stroke,
            fill,
            pale,
        } = look(self.theme, node.kind);
        let dashed = is_dashed(node);
        let rounded = if node.kind == Kind::Person { ",rounded" } else { "" };
        let style = format!("filled{rounded}{}", if dashed { ",dashed" } else { "" });
        let (size, pen) = match node.salience {
            salience if salience >= 0.85 => (21, 3.0),
            salience if salience >= 0.6 => (18, 2.4),
            salience if salience >= 0.4 => (16, 1.8),
            _ => (14, 1.4),
        };
        let second = second_line(node);
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
            quote::tooltip(&self.tooltip(node)),
        )
    }

    /// What a node is, in words: "person: Claudia Sheinbaum, President"; of an event with the sentence that tells of it.
    fn tooltip(&self, node: &Node) -> String {
        let event = node.event();
        let kind = event.and_then(|event| event.event_type.as_deref());
        let mut text = format!("{}: {}", kind.unwrap_or(node.kind.name()), node.label);
        if let Some(entity) = node.entity().filter(|entity| !entity.attributes.role.is_empty()) {
            text += &format!(", {}", entity.attributes.role.join(", "));
        }
        let first = event.and_then(|event| event.statements.first());
        if let Some(sentence) = first.and_then(|first| self.texts.slice(&first.document, first.sentence)) {
            text += &format!(" – {sentence}");
        }
        text
    }
}

/// An event that has not happened, and anyone who is not named.
fn is_dashed(node: &Node) -> bool {
    match node.event() {
        Some(event) => event_certainty(event).is_some(),
        None => !node.named,
    }
}

/// What is said of an event below its label: how sure it is, and when.
fn second_line(node: &Node) -> String {
    let Some(event) = node.event() else {
        return String::new();
    };
    let time = event.time.as_ref().map(|time| time.value.replace('/', " – "));
    let certainty = event_certainty(event).map(str::to_owned);
    certainty.into_iter().chain(time).collect::<Vec<_>>().join(", ")
}
