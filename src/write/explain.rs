//! Why a node holds what it holds, and where an edge comes from: text for people.

use crate::graph::{
    Detail, DocumentRecord, Edge, EdgeDetail, EntityDetail, EventDetail, Evidence, KnowledgeGraph, Node, NodePolarity,
    Range, StatementRecord, Subject, TimeRecord,
};
use crate::syntax;
use crate::text::{CodePoints, Document};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes the names, mentions, reasons, documents and edges of a node, or the evidence of an edge.
///
/// ```
/// use newsgraph::{read_document, text::Document, write::write_explanation};
/// let graph = read_document(&Document::new("example", "Mexico's President Claudia Sheinbaum rejected U.S. drone strikes."));
/// let mut out = Vec::new();
/// write_explanation(&graph, graph.find("Claudia Sheinbaum").unwrap(), &mut out)?;
/// assert!(String::from_utf8(out).unwrap().contains("leads country:MX (Mexico)"));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// When the output cannot be written.
pub fn write_explanation(graph: &KnowledgeGraph, subject: Subject<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut explainer = Explainer {
        graph,
        texts: BTreeMap::new(),
        out,
    };
    match subject {
        Subject::Node(node) => explainer.node(node),
        Subject::Edge(edge) => explainer.edge(edge),
    }
}

/// A document's text in code points, and where its sentences stand.
struct Text {
    letters: Vec<char>,
    sentences: Vec<Range>,
}

impl Text {
    fn new(record: &DocumentRecord) -> Option<Self> {
        let text = record.text.as_ref()?;
        let document = Document::new(record.id.clone(), text.clone());
        let points = CodePoints::new(text);
        let sentences = syntax::split(&document).into_iter().map(|sentence| {
            let range = points.range(sentence.span);
            Range {
                start: range.start,
                end: range.end,
            }
        });
        Some(Self {
            sentences: sentences.collect(),
            letters: text.chars().collect(),
        })
    }

    fn slice(&self, range: Range) -> String {
        let end = range.end.min(self.letters.len());
        clean(&self.letters[range.start.min(end)..end].iter().collect::<String>())
    }
}

struct Explainer<'a> {
    graph: &'a KnowledgeGraph,
    /// `None` for a document whose text the graph does not hold.
    texts: BTreeMap<&'a str, Option<Text>>,
    out: &'a mut dyn Write,
}

impl<'a> Explainer<'a> {
    fn node(&mut self, node: &'a Node) -> io::Result<()> {
        writeln!(self.out, "{}", node.id)?;
        writeln!(
            self.out,
            "{}: {}{}, salience {}",
            clean(&node.label),
            if node.named { "" } else { "unnamed " },
            node.kind.name(),
            node.salience
        )?;
        match &node.detail {
            Detail::Entity(entity) => self.entity(node, entity)?,
            Detail::Event(event) => self.event(event)?,
        }
        let edges: Vec<&Edge> = self
            .graph
            .edges()
            .filter(|edge| edge.source == node.id || edge.target == node.id)
            .collect();
        if !edges.is_empty() {
            writeln!(self.out, "\nEdges: {}", edges.len())?;
            for edge in edges {
                writeln!(self.out)?;
                self.edge(edge)?;
            }
        }
        Ok(())
    }

    fn entity(&mut self, node: &Node, entity: &'a EntityDetail) -> io::Result<()> {
        if !entity.attributes.role.is_empty() {
            writeln!(self.out, "roles: {}", clean(&entity.attributes.role.join(", ")))?;
        }
        if let Some(code) = &entity.attributes.iso3166 {
            writeln!(self.out, "country: {}", clean(code))?;
        }
        if let Some(known) = &entity.attributes.known {
            writeln!(self.out, "known as: {}", clean(known))?;
        }
        let by_name = entity.mentions.iter().filter(|mention| mention.form == "name");
        let as_label = by_name.filter(|mention| mention.text == node.label).count();
        let label = (as_label > 0).then(|| format!("{} ({as_label})", clean(&node.label)));
        let aliases = entity
            .aliases
            .iter()
            .map(|alias| format!("{} ({})", clean(&alias.text), alias.count));
        let names: Vec<String> = label.into_iter().chain(aliases).collect();
        if !names.is_empty() {
            writeln!(self.out, "\nNames in the texts: {}", names.join(", "))?;
        }
        self.identity(&entity.identity)?;
        let documents = entity.mentions.iter().map(|mention| mention.document.as_str());
        self.documents(documents)?;
        writeln!(self.out, "\nMentions: {}", entity.mentions.len())?;
        for mention in &entity.mentions {
            let range = Range {
                start: mention.start,
                end: mention.end,
            };
            writeln!(
                self.out,
                "  {} {}-{}, {}: {}",
                clean(&mention.document),
                mention.start,
                mention.end,
                mention.form,
                clean(&mention.text)
            )?;
            if let Some(sentence) = self.sentence_around(&mention.document, range) {
                writeln!(self.out, "    {sentence}")?;
            }
        }
        Ok(())
    }

    fn event(&mut self, event: &'a EventDetail) -> io::Result<()> {
        if let Some(event_type) = &event.event_type {
            writeln!(
                self.out,
                "{event_type}, {}, {}, confidence {}",
                polarity(event.polarity),
                event.modality.name(),
                event.confidence
            )?;
        }
        if let Some(time) = &event.time {
            writeln!(self.out, "time: {}", self::time(time))?;
        }
        self.identity(&event.identity)?;
        self.documents(event.statements.iter().map(|statement| statement.document.as_str()))?;
        writeln!(self.out, "\nStatements: {}", event.statements.len())?;
        for statement in &event.statements {
            self.statement(statement)?;
        }
        Ok(())
    }

    fn statement(&mut self, statement: &'a StatementRecord) -> io::Result<()> {
        writeln!(
            self.out,
            "  {} {}-{}, {}: {}; {}, {}, {}, confidence {}",
            clean(&statement.document),
            statement.start,
            statement.end,
            statement.form,
            clean(&statement.text),
            polarity(statement.polarity),
            statement.modality.name(),
            self.sources(&statement.attribution),
            statement.confidence
        )?;
        if let Some(text) = self.text(&statement.document) {
            let sentence = text.slice(statement.sentence);
            writeln!(self.out, "    {sentence}")?;
        }
        Ok(())
    }

    fn identity(&mut self, reasons: &[crate::graph::IdentityReason]) -> io::Result<()> {
        if !reasons.is_empty() {
            writeln!(self.out, "\nWhy it is one:")?;
        }
        for reason in reasons {
            writeln!(
                self.out,
                "  {}, {}: {}",
                clean(&reason.document),
                clean(&reason.rule),
                clean(&reason.detail)
            )?;
        }
        Ok(())
    }

    fn documents<'b>(&mut self, ids: impl Iterator<Item = &'b str>) -> io::Result<()> {
        let mut ids: Vec<&str> = ids.collect();
        ids.sort_unstable();
        ids.dedup();
        writeln!(self.out, "\nDocuments: {}", ids.len())?;
        for id in ids {
            let record = self.graph.documents().iter().find(|record| record.id == id);
            let title = record.and_then(|record| record.title.as_deref()).map(clean);
            let published = record.and_then(|record| record.published.as_deref()).map(clean);
            let about: Vec<String> = [title, published].into_iter().flatten().collect();
            let colon = if about.is_empty() { "" } else { ": " };
            writeln!(self.out, "  {}{colon}{}", clean(id), about.join(", "))?;
        }
        Ok(())
    }

    fn edge(&mut self, edge: &'a Edge) -> io::Result<()> {
        writeln!(
            self.out,
            "{} {} {} {}",
            edge.id,
            self.name(&edge.source),
            edge.type_name(),
            self.name(&edge.target)
        )?;
        match &edge.detail {
            EdgeDetail::Relation(relation) => {
                writeln!(
                    self.out,
                    "  relation: {}; {}{}, {}, {}, confidence {}",
                    clean(&relation.label),
                    if relation.past { "past, " } else { "" },
                    polarity(relation.polarity),
                    relation.modality.name(),
                    self.sources(&relation.attribution),
                    edge.confidence
                )?;
                if let Some(time) = &relation.time {
                    writeln!(self.out, "  time: {}", self::time(time))?;
                }
            }
            EdgeDetail::Role { .. } => {
                writeln!(self.out, "  role, confidence {}", edge.confidence)?;
                if let Some(event) = self.graph.node(&edge.source).and_then(Node::event) {
                    let statement = event.statements.iter();
                    let statement = statement.filter(|statement| {
                        let evidence = edge.evidence.iter();
                        let mut places = evidence.map(|evidence| (&evidence.document, evidence.sentence));
                        places.any(|place| place == (&statement.document, statement.sentence))
                    });
                    let sources: Vec<String> = statement
                        .flat_map(|statement| statement.attribution.iter().cloned())
                        .collect();
                    writeln!(
                        self.out,
                        "  the event: {}, {}, {}",
                        polarity(event.polarity),
                        event.modality.name(),
                        self.sources(&sources)
                    )?;
                    if let Some(time) = &event.time {
                        writeln!(self.out, "  time: {}", self::time(time))?;
                    }
                }
            }
        }
        for evidence in &edge.evidence {
            self.evidence(evidence)?;
        }
        Ok(())
    }

    fn evidence(&mut self, evidence: &'a Evidence) -> io::Result<()> {
        writeln!(
            self.out,
            "  {} {}-{}: {}",
            clean(&evidence.document),
            evidence.start,
            evidence.end,
            clean(&evidence.text)
        )?;
        if let Some(text) = self.text(&evidence.document) {
            let sentence = text.slice(evidence.sentence);
            writeln!(self.out, "    {sentence}")?;
        }
        Ok(())
    }

    /// The id and label of a node.
    fn name(&self, id: &str) -> String {
        match self.graph.node(id) {
            Some(node) => format!("{} ({})", clean(id), clean(&node.label)),
            None => clean(id),
        }
    }

    fn sources(&self, ids: &[String]) -> String {
        if ids.is_empty() {
            return "in the article's own voice".to_owned();
        }
        let names: Vec<String> = ids.iter().map(|id| self.name(id)).collect();
        format!("by the word of {}", names.join(", "))
    }

    fn text(&mut self, document: &'a str) -> Option<&Text> {
        let graph = self.graph;
        let text = self.texts.entry(document).or_insert_with(|| {
            let record = graph.documents().iter().find(|record| record.id == document)?;
            Text::new(record)
        });
        text.as_ref()
    }

    fn sentence_around(&mut self, document: &'a str, range: Range) -> Option<String> {
        let text = self.text(document)?;
        let after = text.sentences.partition_point(|sentence| sentence.start <= range.start);
        let sentence = text.sentences.get(after.checked_sub(1)?)?;
        Some(text.slice(*sentence))
    }
}

fn polarity(polarity: NodePolarity) -> &'static str {
    match polarity {
        NodePolarity::Affirmed => "affirmed",
        NodePolarity::Negated => "negated",
        NodePolarity::Mixed => "affirmed and negated",
    }
}

fn time(time: &TimeRecord) -> String {
    match &time.text {
        Some(words) => format!("{} ({})", clean(&time.value), clean(words)),
        None => clean(&time.value),
    }
}

/// The words on one line, without signs that steer a terminal or turn the direction of writing: texts are not trusted.
fn clean(words: &str) -> String {
    let steers =
        |letter: char| letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    words
        .split(|letter: char| letter.is_whitespace() || steers(letter))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_steer_are_left_out() {
        assert_eq!(clean("a\u{1b}[31m\u{202e}b\n c"), "a [31m b c");
    }
}
