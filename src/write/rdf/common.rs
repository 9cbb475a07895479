//! What is common to all documents: the documents themselves, entities, events, times. It stands in the default graph.

use super::{Quads, term};
use crate::graph::{DocumentRecord, EntityDetail, EventDetail, KnowledgeGraph, Node, TimeRecord};
use crate::ontology::Kind;
use crate::write::certainty::{attribution, event_certainty};
use crate::write::columns::{edge_time, event_time};
use jiff::civil::Date;
use oxrdf::vocab::{rdf, rdfs, xsd};
use std::collections::{BTreeMap, BTreeSet};
use std::io;

pub(super) fn say(graph: &KnowledgeGraph, quads: &mut Quads<'_, '_>) -> io::Result<()> {
    for document in graph.documents() {
        say_document(document, quads)?;
    }
    let relations = graph.edges().filter_map(|edge| edge.relation());
    let of_relations = relations.flat_map(|relation| &relation.attribution);
    let of_events = graph.nodes().filter_map(Node::event).flat_map(attribution);
    let sources: BTreeSet<&str> = of_relations.chain(of_events).map(String::as_str).collect();
    for node in graph.nodes() {
        say_node(node, sources.contains(node.id.as_str()), quads)?;
    }
    let times = graph
        .nodes()
        .filter_map(event_time)
        .chain(graph.edges().filter_map(edge_time));
    say_times(times, quads)
}

fn say_document(document: &DocumentRecord, quads: &mut Quads<'_, '_>) -> io::Result<()> {
    let subject = term::document(&document.id);
    quads.quad(&subject, rdf::TYPE, term::NEWS_ARTICLE)?;
    quads.quad(&subject, rdf::TYPE, term::ENTITY)?;
    quads.text(&subject, term::NAME, &document.id)?;
    for (predicate, text) in [
        (term::HEADLINE, &document.title),
        (term::PUBLISHER, &document.source),
        // A literal: what a text calls its address may be anything.
        (term::URL, &document.url),
    ] {
        if let Some(text) = text {
            quads.text(&subject, predicate, text)?;
        }
    }
    for author in &document.authors {
        quads.text(&subject, term::AUTHOR, author)?;
    }
    if let Some(published) = &document.published {
        say_day(&subject, term::DATE_PUBLISHED, published, quads)?;
    }
    if !document.language.is_empty() {
        quads.text(&subject, term::IN_LANGUAGE, &document.language)?;
    }
    quads.text(&subject, term::SHA256, &document.sha256)?;
    let characters = document.characters.to_string();
    quads.typed(&subject, term::CHARACTERS, &characters, xsd::INTEGER)
}

fn say_node(node: &Node, is_source: bool, quads: &mut Quads<'_, '_>) -> io::Result<()> {
    let subject = term::node(&node.id);
    let fact = node.event().is_none_or(|event| event_certainty(event).is_none());
    let class = if fact { term::class(node.kind) } else { term::CLAIM };
    quads.quad(&subject, rdf::TYPE, class)?;
    if is_source {
        quads.quad(&subject, rdf::TYPE, term::AGENT)?;
    }
    quads.text(&subject, if fact { term::NAME } else { rdfs::LABEL }, &node.label)?;
    quads.truth(&subject, term::NAMED, node.named)?;
    quads.share(&subject, term::SALIENCE, node.salience)?;
    match (node.entity(), node.event()) {
        (Some(entity), _) => say_entity(&subject, node.kind, entity, quads),
        (_, Some(event)) => say_event(&subject, event, fact, quads),
        (None, None) => Ok(()),
    }
}

fn say_entity(
    subject: &oxrdf::NamedNode,
    kind: Kind,
    entity: &EntityDetail,
    quads: &mut Quads<'_, '_>,
) -> io::Result<()> {
    let names: BTreeSet<&str> = entity.aliases.iter().map(|alias| alias.text.as_str()).collect();
    for name in names {
        quads.text(subject, term::ALTERNATE_NAME, name)?;
    }
    let titles: BTreeSet<&str> = entity.attributes.role.iter().map(String::as_str).collect();
    let title = if kind == Kind::Person {
        term::JOB_TITLE
    } else {
        term::TITLE
    };
    for text in titles {
        quads.text(subject, title, text)?;
    }
    match &entity.attributes.iso3166 {
        Some(code) => quads.text(subject, term::ISO3166, code),
        None => Ok(()),
    }
}

fn say_event(subject: &oxrdf::NamedNode, event: &EventDetail, fact: bool, quads: &mut Quads<'_, '_>) -> io::Result<()> {
    if let Some(event_type) = &event.event_type {
        quads.quad(subject, term::EVENT_TYPE, &term::vocabulary(event_type))?;
    }
    quads.text(subject, term::POLARITY, event.polarity.name())?;
    quads.text(subject, term::MODALITY, event.modality.name())?;
    quads.share(subject, term::CONFIDENCE, event.confidence)?;
    let Some(time) = &event.time else { return Ok(()) };
    quads.quad(subject, term::HAS_TIME, &term::interval(time))?;
    if !fact {
        return Ok(());
    }
    if let Some(start) = &time.start {
        say_day(subject, term::START_DATE, start, quads)?;
    }
    // schema.org's end is the last day, ours the day after.
    let last = time
        .end
        .as_ref()
        .and_then(|end| end.parse::<Date>().ok()?.yesterday().ok());
    match last {
        Some(last) => say_day(subject, term::END_DATE, &last.to_string(), quads),
        None => Ok(()),
    }
}

/// A day as a date, when it is one.
fn say_day(
    subject: &oxrdf::NamedNode,
    predicate: oxrdf::NamedNodeRef<'_>,
    day: &str,
    quads: &mut Quads<'_, '_>,
) -> io::Result<()> {
    match day.parse::<Date>() {
        Ok(date) if date.year() >= 1 => quads.typed(subject, predicate, &date.to_string(), xsd::DATE),
        _ => quads.text(subject, predicate, day),
    }
}

/// Each interval and each of its ends once.
fn say_times<'g>(times: impl Iterator<Item = &'g TimeRecord>, quads: &mut Quads<'_, '_>) -> io::Result<()> {
    let mut intervals: BTreeMap<String, &TimeRecord> = BTreeMap::new();
    for time in times {
        intervals.entry(term::interval(time).into_string()).or_insert(time);
    }
    let mut days: BTreeSet<&str> = BTreeSet::new();
    for time in intervals.into_values() {
        let subject = term::interval(time);
        quads.quad(&subject, rdf::TYPE, term::PROPER_INTERVAL)?;
        quads.text(&subject, rdfs::LABEL, &time.value)?;
        for (predicate, day) in [(term::HAS_BEGINNING, &time.start), (term::HAS_END, &time.end)] {
            if let Some(day) = day {
                days.insert(day);
                quads.quad(&subject, predicate, &term::instant(day))?;
            }
        }
    }
    for day in days {
        let subject = term::instant(day);
        quads.quad(&subject, rdf::TYPE, term::INSTANT)?;
        say_day(&subject, term::IN_XSD_DATE, day, quads)?;
    }
    Ok(())
}
