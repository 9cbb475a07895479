//! A brief for people: who, what, when, with quotations. CommonMark, without HTML and without links.
//!
//! A backslash before a punctuation character makes it plain; a few have no meaning in the middle of a line and go without.

use super::certainty::{attribution, event_certainty, is_fact, qualified, relation_certainty, sources};
use super::format::Options;
use crate::graph::{Edge, EventDetail, KnowledgeGraph, Node, RelationDetail, Texts};
use crate::ontology::{Kind, Role, ontology};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// A brief is brief: so many of each, the most salient.
const MOST_ENTITIES: usize = 40;
const MOST_EVENTS: usize = 80;
const MOST_DOCUMENTS: usize = 100;
/// Relations of one entity, names of one entity.
const MOST_OF_ONE: usize = 8;
/// Longer labels and quotations are cut.
const LONGEST_LABEL: usize = 200;
const LONGEST_QUOTATION: usize = 600;

pub(super) fn write(graph: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    let brief = Brief {
        graph,
        texts: graph.texts(),
    };
    brief.documents(out)?;
    brief.who(out)?;
    brief.what(out)
}

struct Brief<'g> {
    graph: &'g KnowledgeGraph,
    texts: Texts<'g>,
}

impl<'g> Brief<'g> {
    fn documents(&self, out: &mut dyn Write) -> io::Result<()> {
        let documents = self.graph.documents();
        let title = match documents {
            [only] => text(only.title.as_deref().unwrap_or(&only.id), LONGEST_LABEL),
            many => format!("{} documents", many.len()),
        };
        writeln!(out, "# {title}\n")?;
        for document in documents.iter().take(MOST_DOCUMENTS) {
            let name = document.title.as_deref().unwrap_or(&document.id);
            let about = [
                document.source.as_deref(),
                document.published.as_deref(),
                document.url.as_deref(),
            ];
            let authors = document.authors.join(", ");
            let about: Vec<String> = [Some(authors.as_str())]
                .into_iter()
                .chain(about)
                .flatten()
                .filter(|part| !part.trim().is_empty())
                .map(|part| text(part, LONGEST_LABEL))
                .collect();
            let about = if about.is_empty() {
                String::new()
            } else {
                format!(": {}", about.join(", "))
            };
            writeln!(out, "- {}{about}", text(name, LONGEST_LABEL))?;
        }
        more(documents.len(), MOST_DOCUMENTS, out)
    }

    fn who(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "\n## Who and where")?;
        let groups = [
            (Kind::Person, "People"),
            (Kind::Country, "Countries"),
            (Kind::Organisation, "Organisations"),
            (Kind::Location, "Places"),
        ];
        for (kind, heading) in groups {
            let entities = most_salient(self.graph.nodes().filter(|node| node.kind == kind));
            if entities.is_empty() {
                continue;
            }
            writeln!(out, "\n### {heading}\n")?;
            for node in entities.iter().take(MOST_ENTITIES) {
                self.entity(node, out)?;
            }
            more(entities.len(), MOST_ENTITIES, out)?;
        }
        Ok(())
    }

    fn entity(&self, node: &Node, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "- **{}**", label(node))?;
        if let Some(entity) = node.entity() {
            let roles = entity.attributes.role.iter().map(String::as_str);
            list(", ", roles.filter(|role| *role != node.label), out)?;
            let names = entity.aliases.iter().map(|alias| alias.text.as_str());
            list("; also ", names.filter(|name| *name != node.label), out)?;
        }
        let relations: Vec<String> = self
            .graph
            .edges_from(&node.id)
            .into_iter()
            .filter_map(|edge| Some((edge, edge.relation()?)))
            .take(MOST_OF_ONE)
            .map(|(edge, relation)| self.relation(edge, relation))
            .collect();
        if !relations.is_empty() {
            write!(out, ": {}", relations.join("; "))?;
        }
        writeln!(out)
    }

    /// "leads Mexico", "not: owns Acme, says Ann Lee".
    fn relation(&self, edge: &Edge, relation: &RelationDetail) -> String {
        let entry = ontology().relation(&relation.relation);
        let words = entry.map_or(relation.relation.as_str(), |entry| entry.label.as_str());
        let former = if relation.past { "formerly " } else { "" };
        let doing = text(
            &qualified(&format!("{former}{words}"), relation_certainty(relation)),
            LONGEST_LABEL,
        );
        format!(
            "{doing} {}{}",
            self.label_of(&edge.target),
            self.says(&relation.attribution)
        )
    }

    fn what(&self, out: &mut dyn Write) -> io::Result<()> {
        let events = most_salient(self.graph.nodes().filter(|node| node.kind == Kind::Event));
        let chosen: BTreeSet<&str> = events.iter().take(MOST_EVENTS).map(|node| node.id.as_str()).collect();
        let dated = self.graph.timeline();
        let in_time: BTreeSet<&str> = dated.iter().map(|node| node.id.as_str()).collect();
        // Those without a day follow, the most salient first.
        let undated = events
            .iter()
            .copied()
            .filter(|node| !in_time.contains(node.id.as_str()));
        let shown: Vec<&Node> = dated
            .iter()
            .copied()
            .chain(undated)
            .filter(|node| chosen.contains(node.id.as_str()))
            .collect();
        let (facts, rest): (Vec<&Node>, Vec<&Node>) = shown.into_iter().partition(|node| is_fact(node));
        let sections = [
            ("What happened", facts),
            ("What is planned, possible, disputed or denied", rest),
        ];
        for (heading, events) in sections.into_iter().filter(|(_, events)| !events.is_empty()) {
            writeln!(out, "\n## {heading}\n")?;
            for node in events {
                if let Some(event) = node.event() {
                    self.event(node, event, out)?;
                }
            }
        }
        more(events.len(), MOST_EVENTS, out)
    }

    fn event(&self, node: &Node, event: &EventDetail, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "- ")?;
        if let Some(time) = &event.time {
            write!(out, "{}: ", text(&time.value, LONGEST_LABEL))?;
        }
        write!(out, "**{}**", label(node))?;
        let words = [event.event_type.as_deref(), event_certainty(event)];
        let words: Vec<String> = words.into_iter().flatten().map(|it| text(it, LONGEST_LABEL)).collect();
        if !words.is_empty() {
            write!(out, " ({})", words.join(", "))?;
        }
        let roles = [
            (Role::Actor, "who"),
            (Role::Target, "whom"),
            (Role::Topic, "about"),
            (Role::Place, "where"),
            (Role::Other, "also"),
        ];
        let edges = self.graph.edges_from(&node.id);
        for (role, words) in roles {
            let people: Vec<String> = edges
                .iter()
                .filter(|edge| edge.role() == Some(role))
                .map(|edge| self.label_of(&edge.target))
                .collect();
            if !people.is_empty() {
                write!(out, "; {words}: {}", people.join(", "))?;
            }
        }
        writeln!(out, "{}", self.says(attribution(event)))?;
        if let Some(first) = event.statements.first() {
            let words = self.texts.slice(&first.document, first.sentence).unwrap_or(&first.text);
            writeln!(out, "\n  > {}", text(words, LONGEST_QUOTATION))?;
            if self.graph.documents().len() > 1 {
                writeln!(out, "  >\n  > {}", text(&first.document, LONGEST_LABEL))?;
            }
            writeln!(out)?;
        }
        Ok(())
    }

    fn label_of(&self, id: &str) -> String {
        self.graph.node(id).map_or_else(|| text(id, LONGEST_LABEL), label)
    }

    /// ", says NBC News".
    fn says<'s>(&self, ids: impl IntoIterator<Item = &'s String>) -> String
    where
        'g: 's,
    {
        let labels: Vec<String> = sources(self.graph, ids).into_iter().map(label).collect();
        if labels.is_empty() {
            String::new()
        } else {
            format!(", says {}", labels.join(", "))
        }
    }
}

fn most_salient<'g>(nodes: impl Iterator<Item = &'g Node>) -> Vec<&'g Node> {
    let mut nodes: Vec<&Node> = nodes.collect();
    nodes.sort_by(|a, b| b.salience.total_cmp(&a.salience).then_with(|| a.id.cmp(&b.id)));
    nodes
}

fn list<'t>(before: &str, items: impl Iterator<Item = &'t str>, out: &mut dyn Write) -> io::Result<()> {
    let items: Vec<String> = items.take(MOST_OF_ONE).map(|item| text(item, LONGEST_LABEL)).collect();
    if items.is_empty() {
        return Ok(());
    }
    write!(out, "{before}{}", items.join(", "))
}

fn more(of: usize, most: usize, out: &mut dyn Write) -> io::Result<()> {
    if of > most {
        writeln!(out, "- and {} more", of - most)?;
    }
    Ok(())
}

/// A node's label; its id where the label has nothing to read.
fn label(node: &Node) -> String {
    let label = text(&node.label, LONGEST_LABEL);
    if label.is_empty() {
        text(&node.id, LONGEST_LABEL)
    } else {
        label
    }
}

/// Plain text on one line. Control characters go; what is too long is cut.
fn text(words: &str, longest: usize) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(line.len());
    // Whether all before is digits: a mark behind them, or at the very beginning, would make a list or a heading.
    let mut beginning = true;
    for (number, letter) in line.chars().filter(|letter| !letter.is_control()).enumerate() {
        if number == longest {
            out.push('…');
            break;
        }
        let plain = matches!(letter, ',' | ';' | '\'' | '"' | '?' | '/' | '%')
            || !beginning && matches!(letter, '.' | '-' | '+' | '=' | '(' | ')');
        if letter.is_ascii_punctuation() && !plain {
            out.push('\\');
        }
        beginning &= letter.is_ascii_digit();
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_means_nothing() {
        assert_eq!(
            text("# [x](javascript:y)\n<b>\u{7}", 99),
            r"\# \[x\](javascript\:y) \<b\>"
        );
        assert_eq!(text("1. FC, U.S. 2025-11-04", 99), r"1\. FC, U.S. 2025-11-04");
        assert_eq!(text("- a\n- b", 99), r"\- a - b");
        assert_eq!(text("abcdef", 3), "abc…");
    }
}
