//! What each document says, in its own named graph: roles, relations, and the words that each rests on.

use super::nodes::Nodes;
use super::{Quads, term};
use crate::graph::{Edge, Evidence, KnowledgeGraph, MentionRecord, Node, RelationDetail, StatementRecord};
use crate::ontology::ontology;
use crate::write::certainty::relation_certainty;
use oxrdf::vocab::{rdf, rdfs, xsd};
use oxrdf::{GraphName, NamedNode};
use std::collections::{BTreeMap, HashMap};
use std::io;

/// What one document says.
#[derive(Default)]
struct Said<'g> {
    /// Edges with the number that tells parallel ones apart, each with the words of this document.
    edges: Vec<(&'g Edge, usize, Vec<&'g Evidence>)>,
    mentions: Vec<(&'g Node, &'g MentionRecord)>,
    statements: Vec<(&'g Node, &'g StatementRecord)>,
}

pub(super) fn say(graph: &KnowledgeGraph, quads: &mut Quads<'_, '_>) -> io::Result<()> {
    let nodes = Nodes::new(graph);
    for (document, said) in by_document(graph) {
        let source = document.map(term::document);
        if let Some(source) = &source {
            quads.graph = GraphName::NamedNode(source.clone());
        }
        let mut words: Vec<(usize, usize, &str)> = Vec::new();
        for (edge, number, evidence) in &said.edges {
            match edge.relation() {
                Some(relation) => say_relation(&nodes, edge, *number, relation, source.as_ref(), quads)?,
                None => say_role(&nodes, edge, quads)?,
            }
            words.extend(evidence.iter().map(|it| (it.start, it.end, it.text.as_str())));
        }
        if let (Some(document), Some(source)) = (document, &source) {
            for (edge, number, evidence) in &said.edges {
                for evidence in evidence {
                    annotate_edge(&nodes, edge, *number, evidence, document, source, quads)?;
                }
            }
            for (node, mention) in said.mentions {
                annotate_mention(&nodes, node, mention, document, source, quads)?;
                words.push((mention.start, mention.end, &mention.text));
            }
            for (node, statement) in said.statements {
                annotate_statement(&nodes, node, statement, document, source, quads)?;
                words.push((statement.start, statement.end, &statement.text));
            }
            // Each is described once; a stable sort of the list turned round leaves the last that was said.
            words.reverse();
            words.sort_by_key(|&(start, end, _)| (start, end));
            words.dedup_by_key(|&mut (start, end, _)| (start, end));
            for (start, end, text) in words {
                say_words(source, start, end, text, quads)?;
            }
        }
        quads.graph = GraphName::DefaultGraph;
    }
    Ok(())
}

/// What each document says, by its id; what no document bears out comes first.
fn by_document(graph: &KnowledgeGraph) -> BTreeMap<Option<&str>, Said<'_>> {
    let mut by_document = ByDocument::default();
    let mut before: Option<(&Edge, usize)> = None;
    for edge in graph.edges() {
        // Parallel edges of one type stand side by side.
        let number = match before {
            Some((known, number))
                if (&known.source, known.type_name(), &known.target)
                    == (&edge.source, edge.type_name(), &edge.target) =>
            {
                number + 1
            }
            _ => 1,
        };
        before = Some((edge, number));
        if edge.evidence.is_empty() {
            by_document.of(None).edges.push((edge, number, Vec::new()));
        }
        for evidence in &edge.evidence {
            let edges = &mut by_document.of(Some(&evidence.document)).edges;
            match edges.last_mut() {
                // The last edge of this document may be this one.
                Some((last, of, words)) if *of == number && std::ptr::eq(*last, edge) => words.push(evidence),
                _ => edges.push((edge, number, vec![evidence])),
            }
        }
    }
    for node in graph.nodes() {
        for mention in node.entity().map_or(&[][..], |entity| &entity.mentions) {
            by_document.of(Some(&mention.document)).mentions.push((node, mention));
        }
        for statement in node.event().map_or(&[][..], |event| &event.statements) {
            by_document
                .of(Some(&statement.document))
                .statements
                .push((node, statement));
        }
    }
    let ids = by_document.ids.into_iter();
    ids.zip(by_document.said).collect()
}

#[derive(Default)]
struct ByDocument<'g> {
    /// For questions only: nothing goes through it in its own order.
    places: HashMap<Option<&'g str>, usize>,
    ids: Vec<Option<&'g str>>,
    said: Vec<Said<'g>>,
}

impl<'g> ByDocument<'g> {
    fn of(&mut self, id: Option<&'g str>) -> &mut Said<'g> {
        let place = *self.places.entry(id).or_insert_with(|| {
            self.ids.push(id);
            self.said.push(Said::default());
            self.said.len() - 1
        });
        &mut self.said[place]
    }
}

/// A role: our own term always, schema.org's when the event has happened.
fn say_role(nodes: &Nodes<'_>, edge: &Edge, quads: &mut Quads<'_, '_>) -> io::Result<()> {
    let (event, participant) = nodes.ends(edge);
    quads.quad(event, term::vocabulary(edge.type_name()).as_ref(), participant)?;
    let role = ontology().roles.iter().find(|role| role.name == edge.type_name());
    match role
        .and_then(|role| role.schema_org.as_deref())
        .filter(|_| nodes.both_real(edge))
    {
        Some(name) => quads.quad(event, term::schema(name).as_ref(), participant),
        None => Ok(()),
    }
}

fn say_relation(
    nodes: &Nodes<'_>,
    edge: &Edge,
    number: usize,
    relation: &RelationDetail,
    source: Option<&NamedNode>,
    quads: &mut Quads<'_, '_>,
) -> io::Result<()> {
    let (from, to) = nodes.ends(edge);
    let predicate = term::vocabulary(&relation.relation);
    if relation_certainty(relation).is_none() && !relation.past {
        quads.quad(from, predicate.as_ref(), to)?;
        let entry = ontology()
            .relation(&relation.relation)
            .filter(|_| nodes.both_real(edge));
        if let Some(name) = entry.and_then(|entry| entry.schema_org.as_deref()) {
            quads.quad(from, term::schema(name).as_ref(), to)?;
        }
    }
    let statement = term::edge(edge, number);
    quads.quad(&statement, rdf::TYPE, rdf::STATEMENT)?;
    quads.quad(&statement, rdf::SUBJECT, from)?;
    quads.quad(&statement, rdf::PREDICATE, &predicate)?;
    quads.quad(&statement, rdf::OBJECT, to)?;
    if !relation.label.is_empty() {
        quads.text(&statement, rdfs::LABEL, &relation.label)?;
    }
    quads.truth(&statement, term::PAST, relation.past)?;
    quads.text(&statement, term::POLARITY, relation.polarity.name())?;
    quads.text(&statement, term::MODALITY, relation.modality.name())?;
    quads.share(&statement, term::CONFIDENCE, edge.confidence)?;
    if let Some(time) = &relation.time {
        quads.quad(&statement, term::HAS_TIME, &term::interval(time))?;
    }
    for speaker in distinct(&relation.attribution) {
        quads.quad(&statement, term::WAS_ATTRIBUTED_TO, &term::node(speaker))?;
    }
    match source {
        Some(source) => quads.quad(&statement, term::WAS_DERIVED_FROM, source),
        None => Ok(()),
    }
}

fn annotate_edge(
    nodes: &Nodes<'_>,
    edge: &Edge,
    number: usize,
    evidence: &Evidence,
    document: &str,
    source: &NamedNode,
    quads: &mut Quads<'_, '_>,
) -> io::Result<()> {
    let words = term::words(source, evidence.start, evidence.end);
    if edge.relation().is_some() {
        let body = term::edge(edge, number);
        let subject = term::annotation(&body, document, evidence.start, evidence.end);
        return annotate(&subject, &[&body], &words, quads);
    }
    let (event, participant) = nodes.ends(edge);
    let subject = term::role_annotation(event, edge, document, evidence.start, evidence.end);
    annotate(&subject, &[event, participant], &words, quads)?;
    quads.quad(&subject, term::ROLE, &term::vocabulary(edge.type_name()))
}

fn annotate_mention(
    nodes: &Nodes<'_>,
    node: &Node,
    mention: &MentionRecord,
    document: &str,
    source: &NamedNode,
    quads: &mut Quads<'_, '_>,
) -> io::Result<()> {
    let body = nodes.of(node);
    let subject = term::annotation(body, document, mention.start, mention.end);
    annotate(
        &subject,
        &[body],
        &term::words(source, mention.start, mention.end),
        quads,
    )?;
    quads.text(&subject, term::FORM, &mention.form)
}

fn annotate_statement(
    nodes: &Nodes<'_>,
    node: &Node,
    statement: &StatementRecord,
    document: &str,
    source: &NamedNode,
    quads: &mut Quads<'_, '_>,
) -> io::Result<()> {
    let body = nodes.of(node);
    let subject = term::annotation(body, document, statement.start, statement.end);
    annotate(
        &subject,
        &[body],
        &term::words(source, statement.start, statement.end),
        quads,
    )?;
    quads.text(&subject, term::FORM, &statement.form)?;
    quads.text(&subject, term::POLARITY, statement.polarity.name())?;
    quads.text(&subject, term::MODALITY, statement.modality.name())?;
    quads.share(&subject, term::CONFIDENCE, statement.confidence)?;
    for speaker in distinct(&statement.attribution) {
        if let Some(speaker) = nodes.iri(speaker) {
            quads.quad(&subject, term::WAS_ATTRIBUTED_TO, speaker)?;
        }
    }
    Ok(())
}

fn annotate(
    subject: &NamedNode,
    bodies: &[&NamedNode],
    words: &NamedNode,
    quads: &mut Quads<'_, '_>,
) -> io::Result<()> {
    quads.quad(subject, rdf::TYPE, term::ANNOTATION)?;
    for (number, body) in bodies.iter().enumerate() {
        // Who does something to itself is one body.
        if !bodies[..number].contains(body) {
            quads.quad(subject, term::HAS_BODY, *body)?;
        }
    }
    quads.quad(subject, term::HAS_TARGET, words)
}

fn say_words(source: &NamedNode, start: usize, end: usize, text: &str, quads: &mut Quads<'_, '_>) -> io::Result<()> {
    let words = term::words(source, start, end);
    let selector = term::selector(&words);
    quads.quad(&words, term::HAS_SOURCE, source)?;
    quads.quad(&words, term::HAS_SELECTOR, &selector)?;
    quads.quad(&selector, rdf::TYPE, term::TEXT_POSITION_SELECTOR)?;
    quads.typed(&selector, term::START, &start.to_string(), xsd::NON_NEGATIVE_INTEGER)?;
    quads.typed(&selector, term::END, &end.to_string(), xsd::NON_NEGATIVE_INTEGER)?;
    quads.text(&selector, term::EXACT, text)
}

/// A triple is said once.
fn distinct(ids: &[String]) -> impl Iterator<Item = &String> {
    ids.iter()
        .enumerate()
        .filter(|(number, id)| !ids[..*number].contains(id))
        .map(|(_, id)| id)
}
