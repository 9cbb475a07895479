//! The terms: other people's vocabularies, ours, and the IRIs of what a graph holds.

use crate::graph::{Edge, TimeRecord};
use crate::ontology::Kind;
use oxrdf::{NamedNode, NamedNodeRef};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::fmt::Write;

pub(super) const PREFIXES: &[(&str, &str)] = &[
    ("newsgraph", "urn:newsgraph:vocabulary:"),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", "https://schema.org/"),
    ("time", "http://www.w3.org/2006/time#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Declares constants that are IRIs of one vocabulary.
macro_rules! terms {
    ($base:literal: $($name:ident = $local:literal),+ $(,)?) => {
        $(pub(super) const $name: NamedNodeRef<'static> = NamedNodeRef::new_unchecked(concat!($base, $local));)+
    };
}

terms! { "https://schema.org/":
    ALTERNATE_NAME = "alternateName", AUTHOR = "author", COUNTRY = "Country", DATE_PUBLISHED = "datePublished",
    END_DATE = "endDate", EVENT = "Event", HEADLINE = "headline", IN_LANGUAGE = "inLanguage", JOB_TITLE = "jobTitle",
    NAME = "name", NEWS_ARTICLE = "NewsArticle", ORGANIZATION = "Organization", PERSON = "Person", PLACE = "Place",
    PUBLISHER = "publisher", START_DATE = "startDate", URL = "url",
}

terms! { "http://www.w3.org/ns/prov#":
    AGENT = "Agent", ENTITY = "Entity", WAS_ATTRIBUTED_TO = "wasAttributedTo", WAS_DERIVED_FROM = "wasDerivedFrom",
}

terms! { "http://www.w3.org/ns/oa#":
    ANNOTATION = "Annotation", HAS_BODY = "hasBody", HAS_TARGET = "hasTarget", HAS_SOURCE = "hasSource",
    HAS_SELECTOR = "hasSelector", TEXT_POSITION_SELECTOR = "TextPositionSelector", START = "start", END = "end",
    EXACT = "exact",
}

terms! { "http://www.w3.org/2006/time#":
    HAS_TIME = "hasTime", PROPER_INTERVAL = "ProperInterval", HAS_BEGINNING = "hasBeginning", HAS_END = "hasEnd",
    INSTANT = "Instant", IN_XSD_DATE = "inXSDDate",
}

terms! { "urn:newsgraph:vocabulary:":
    CHARACTERS = "characters", CLAIM = "Claim", CONFIDENCE = "confidence", EVENT_TYPE = "eventType",
    FORM = "form", ISO3166 = "iso3166", MODALITY = "modality", NAMED = "named", PAST = "past", POLARITY = "polarity",
    ROLE = "role", SALIENCE = "salience", SHA256 = "sha256", TITLE = "title",
}

/// What stays in an IRI as it is: unreserved characters, and the colon that our ids have.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b':');

/// An IRI in the making.
struct Iri(String);

impl Iri {
    /// Begins with what needs no escape.
    fn of(beginning: &str) -> Self {
        let mut text = String::with_capacity(beginning.len() + 64);
        text.push_str(beginning);
        Self(text)
    }

    /// Parts that are escaped already.
    fn raw(mut self, part: &str) -> Self {
        self.0.push_str(part);
        self
    }

    fn escaped(mut self, part: &str) -> Self {
        self.0.extend(utf8_percent_encode(part, ESCAPED));
        self
    }

    fn number(mut self, number: usize) -> Self {
        let _ = write!(self.0, "{number}");
        self
    }

    fn done(self) -> NamedNode {
        NamedNode::new_unchecked(self.0)
    }
}

pub(super) fn node(id: &str) -> NamedNode {
    Iri::of("urn:newsgraph:node:").escaped(id).done()
}

pub(super) fn document(id: &str) -> NamedNode {
    Iri::of("urn:newsgraph:document:").escaped(id).done()
}

/// A relation as a resource: `number` tells parallel ones apart.
pub(super) fn edge(edge: &Edge, number: usize) -> NamedNode {
    let iri = Iri::of("urn:newsgraph:relation:")
        .escaped(&edge.source)
        .raw("/")
        .escaped(edge.type_name())
        .raw("/")
        .escaped(&edge.target);
    if number > 1 {
        iri.raw("/").number(number).done()
    } else {
        iri.done()
    }
}

/// Words of a document, addressed as RFC 5147 does.
pub(super) fn words(document: &NamedNode, start: usize, end: usize) -> NamedNode {
    let iri = Iri::of(document.as_str()).raw("#char=");
    iri.number(start).raw(",").number(end).done()
}

/// The selector of some words.
pub(super) fn selector(words: &NamedNode) -> NamedNode {
    Iri::of(words.as_str()).raw("/selector").done()
}

/// What ties a resource to some words.
pub(super) fn annotation(of: &NamedNode, document: &str, start: usize, end: usize) -> NamedNode {
    let iri = Iri::of(of.as_str()).raw("#").escaped(document);
    iri.raw(",").number(start).raw(",").number(end).done()
}

/// What ties a participant's role in an event to some words.
pub(super) fn role_annotation(event: &NamedNode, edge: &Edge, document: &str, start: usize, end: usize) -> NamedNode {
    let iri = Iri::of(event.as_str()).raw("/").raw(edge.type_name()).raw("/");
    let iri = iri.escaped(&edge.target).raw("#").escaped(document);
    iri.raw(",").number(start).raw(",").number(end).done()
}

/// An interval: its days, or what the text says.
pub(super) fn interval(time: &TimeRecord) -> NamedNode {
    let iri = Iri::of("urn:newsgraph:time:");
    match (&time.start, &time.end) {
        (Some(start), Some(end)) => iri.escaped(start).raw("/").escaped(end).done(),
        _ => iri.escaped(&time.value).done(),
    }
}

pub(super) fn instant(day: &str) -> NamedNode {
    Iri::of("urn:newsgraph:day:").escaped(day).done()
}

/// A role, relation or type of our ontology.
pub(super) fn vocabulary(name: &str) -> NamedNode {
    Iri::of("urn:newsgraph:vocabulary:").escaped(name).done()
}

pub(super) fn schema(name: &str) -> NamedNode {
    Iri::of("https://schema.org/").escaped(name).done()
}

pub(super) fn class(kind: Kind) -> NamedNodeRef<'static> {
    match kind {
        Kind::Person => PERSON,
        Kind::Country => COUNTRY,
        Kind::Organisation => ORGANIZATION,
        Kind::Location => PLACE,
        Kind::Event => EVENT,
    }
}
