//! A STIX 2.1 bundle: identities, locations, incidents, reports and the relationships between them.
//!
//! STIX knows no denial and no plan: events and relations that are not affirmed and actual are left out, with what hangs on
//! them; a relation that is over is called "former-…". Nobody becomes a threat actor: that is a judgement, not a fact of a
//! text. Ids are version 5 UUIDs of our ids and times are those of the articles, so the same graph gives the same bytes.

use super::certainty::{attribution, is_fact, relation_certainty, sources};
use super::columns::event_time;
use super::format::Options;
use super::{Streamed, columns::edge_time};
use crate::graph::{DocumentRecord, Edge, KnowledgeGraph, Node};
use crate::ontology::Kind;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use uuid::Uuid;

/// Of all ids that newsgraph gives: the UUID of the name "newsgraph" in the name space of OIDs.
const NAMESPACE: Uuid = Uuid::from_u128(0x19c0_8c00_7d73_5b6e_b3cb_dfed_fa8f_0012);
/// What has no date.
const NO_DATE: &str = "1970-01-01";

#[derive(Serialize)]
struct Bundle<O> {
    #[serde(rename = "type")]
    of_type: &'static str,
    id: String,
    objects: O,
}

/// A STIX object: what all have in common, then what some have.
#[expect(clippy::struct_field_names, reason = "names of the standard")]
#[derive(Default, Serialize)]
struct Object<'g> {
    #[serde(rename = "type")]
    of_type: &'static str,
    spec_version: &'static str,
    id: String,
    created: String,
    modified: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'g str>,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    identity_class: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    roles: Vec<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    relationship_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_ref: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target_ref: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stop_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    object_refs: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    labels: Vec<String>,
    /// A whole number from 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<u8>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    external_references: Vec<ExternalReference<'g>>,
}

#[derive(Serialize)]
struct ExternalReference<'g> {
    source_name: &'g str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_id: Option<&'g str>,
}

pub(super) fn write(graph: &KnowledgeGraph, _: &Options, mut out: &mut dyn Write) -> io::Result<()> {
    let maker = Maker {
        graph,
        countries: countries(graph),
    };
    // What each report refers to.
    let mut of_documents: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for node in graph.nodes().filter(|node| is_fact(node)) {
        for document in node.documents() {
            of_documents.entry(document).or_default().insert(maker.id(node));
        }
    }
    let bundle = Bundle {
        of_type: "bundle",
        id: bundle_id(graph),
        objects: Streamed(|| {
            let nodes = graph.nodes().filter(|node| is_fact(node)).map(|node| maker.node(node));
            let edges = graph.edges().filter_map(|edge| maker.relationship(edge));
            let reports = graph.documents().iter().filter_map(|document| {
                let refers_to = of_documents.get(document.id.as_str())?;
                Some(report(document, refers_to))
            });
            nodes.chain(edges).chain(reports)
        }),
    };
    serde_json::to_writer_pretty(&mut out, &bundle)?;
    out.write_all(b"\n")
}

/// The country of each place that is known to lie in one, by two letters.
fn countries(graph: &KnowledgeGraph) -> BTreeMap<&str, &str> {
    let mut countries = BTreeMap::new();
    for edge in graph.edges() {
        let sure = edge
            .relation()
            .is_some_and(|relation| relation.relation == "located_in" && relation_certainty(relation).is_none());
        if let Some(code) = edge
            .target
            .strip_prefix("country:")
            .filter(|code| sure && is_code(code))
        {
            countries.entry(edge.source.as_str()).or_insert(code);
        }
    }
    countries
}

fn is_code(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

struct Maker<'g> {
    graph: &'g KnowledgeGraph,
    countries: BTreeMap<&'g str, &'g str>,
}

impl<'g> Maker<'g> {
    /// The country of a place, or that a node is.
    fn country(&self, node: &'g Node) -> Option<&'g str> {
        let known = node.entity().and_then(|entity| entity.attributes.iso3166.as_deref());
        known
            .or_else(|| node.id.strip_prefix("country:"))
            .or_else(|| self.countries.get(node.id.as_str()).copied())
            .filter(|code| is_code(code))
    }

    /// Which object a node is. A location must say where it lies: one of an unknown country is an identity.
    fn of_type(&self, node: &'g Node) -> &'static str {
        match node.kind {
            Kind::Event => "incident",
            Kind::Country | Kind::Location if self.country(node).is_some() => "location",
            Kind::Person | Kind::Organisation | Kind::Country | Kind::Location => "identity",
        }
    }

    fn id(&self, node: &'g Node) -> String {
        identifier(self.of_type(node), &node.id)
    }

    /// The day of the first document that speaks of it.
    fn day(&self, documents: &[&str]) -> &'g str {
        let published = documents
            .iter()
            .filter_map(|id| self.graph.document(id)?.published.as_deref());
        published
            .filter(|day| day.parse::<Date>().is_ok())
            .min()
            .unwrap_or(NO_DATE)
    }

    fn object(&self, of_type: &'static str, id: String, documents: &[&str]) -> Object<'g> {
        let created = moment(self.day(documents));
        Object {
            of_type,
            spec_version: "2.1",
            id,
            modified: created.clone(),
            created,
            ..Object::default()
        }
    }

    fn node(&self, node: &'g Node) -> Object<'g> {
        let of_type = self.of_type(node);
        let mut object = self.object(of_type, self.id(node), &node.documents());
        object.name = Some(&node.label);
        object.external_references.push(ExternalReference {
            source_name: env!("CARGO_PKG_NAME"),
            url: None,
            external_id: Some(&node.id),
        });
        let roles = node.entity().map_or(&[][..], |entity| &entity.attributes.role);
        match of_type {
            "incident" => {
                let Some(event) = node.event() else { return object };
                object.description = self.describe(node, event);
                object.labels = event.event_type.iter().cloned().collect();
                object.confidence = Some(percent(event.confidence));
            }
            "location" => object.country = self.country(node),
            _ => {
                object.identity_class = Some(match node.kind {
                    Kind::Person => "individual",
                    Kind::Organisation => "organization",
                    Kind::Country | Kind::Location | Kind::Event => "unknown",
                });
                object.roles = roles.iter().map(String::as_str).collect();
                if matches!(node.kind, Kind::Location | Kind::Country) {
                    "a place; its country is not known".clone_into(&mut object.description);
                }
            }
        }
        object
    }

    /// "Tuesday (2025-11-04), according to NBC News".
    fn describe(&self, node: &Node, event: &crate::graph::EventDetail) -> String {
        let when = event_time(node).map(|time| match &time.text {
            Some(text) if *text != time.value => format!("{text} ({})", time.value),
            _ => time.value.clone(),
        });
        let says = self.says(attribution(event));
        [when, says].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn says<'s>(&self, ids: impl IntoIterator<Item = &'s String>) -> Option<String> {
        let labels: Vec<&str> = sources(self.graph, ids)
            .iter()
            .map(|node| node.label.as_str())
            .collect();
        (!labels.is_empty()).then(|| format!("according to {}", labels.join(", ")))
    }

    fn relationship(&self, edge: &'g Edge) -> Option<Object<'g>> {
        let source = self.graph.node(&edge.source).filter(|node| is_fact(node))?;
        let target = self.graph.node(&edge.target).filter(|node| is_fact(node))?;
        let relation = edge.relation();
        if relation.is_some_and(|relation| relation_certainty(relation).is_some()) {
            return None;
        }
        // Edges are numbered: parallel ones are two.
        let key = format!("{} {} {} {}", edge.id, edge.source, edge.type_name(), edge.target);
        let mut object = self.object("relationship", identifier("relationship", &key), &edge.documents());
        let former = relation.is_some_and(|relation| relation.past);
        object.relationship_type = Some(hyphenated(edge.type_name(), former));
        object.source_ref = Some(self.id(source));
        object.target_ref = Some(self.id(target));
        object.confidence = Some(percent(edge.confidence));
        if let Some(relation) = relation {
            let words = Some(relation.label.clone()).filter(|label| !label.is_empty());
            let parts = [words, self.says(&relation.attribution)];
            object.description = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        }
        let time = edge_time(edge);
        let day = |day: Option<&String>| {
            day.and_then(|day| day.parse::<Date>().ok())
                .filter(|day| day.year() >= 1)
        };
        let start = time.and_then(|time| day(time.start.as_ref()));
        // The stop must be later than the start.
        let stop = time
            .and_then(|time| day(time.end.as_ref()))
            .filter(|stop| start.is_none_or(|start| start < *stop));
        object.start_time = start.map(|day| moment(&day.to_string()));
        object.stop_time = stop.map(|day| moment(&day.to_string()));
        Some(object)
    }
}

fn report<'g>(document: &'g DocumentRecord, refers_to: &BTreeSet<String>) -> Object<'g> {
    let published = document.published.as_deref().filter(|day| day.parse::<Date>().is_ok());
    let created = moment(published.unwrap_or(NO_DATE));
    let url = document.url.as_deref().filter(|url| is_web_address(url));
    Object {
        of_type: "report",
        spec_version: "2.1",
        id: identifier("report", &document.id),
        modified: created.clone(),
        published: Some(created.clone()),
        created,
        name: Some(document.title.as_deref().unwrap_or(&document.id)),
        object_refs: refers_to.iter().cloned().collect(),
        external_references: vec![ExternalReference {
            source_name: document.source.as_deref().unwrap_or(env!("CARGO_PKG_NAME")),
            url,
            external_id: Some(&document.id),
        }],
        ..Object::default()
    }
}

/// Whether an address may stand as one: of the web, and without what no address holds.
fn is_web_address(url: &str) -> bool {
    let web = url.starts_with("https://") || url.starts_with("http://");
    web && url
        .chars()
        .all(|letter| !letter.is_control() && !" \"<>\\^`{|}'".contains(letter))
}

fn identifier(of_type: &str, name: &str) -> String {
    let uuid = Uuid::new_v5(&NAMESPACE, format!("{of_type} {name}").as_bytes());
    format!("{of_type}--{uuid}")
}

/// Of the documents that the graph was read from.
fn bundle_id(graph: &KnowledgeGraph) -> String {
    let documents = graph.documents().iter();
    let key: Vec<String> = documents
        .map(|document| format!("{} {}", document.id, document.sha256))
        .collect();
    identifier("bundle", &key.join("\n"))
}

fn moment(day: &str) -> String {
    format!("{day}T00:00:00.000Z")
}

/// `works_for` to `works-for` or `former-works-for`.
fn hyphenated(name: &str, former: bool) -> String {
    let name: String = name
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect();
    if former { format!("former-{name}") } else { name }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of 1, clamped"
)]
fn percent(share: f64) -> u8 {
    (share.clamp(0.0, 1.0) * 100.0).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_and_shares_are_as_the_standard_has_them() {
        assert_eq!(hyphenated("works_for", false), "works-for");
        assert_eq!(hyphenated("leads", true), "former-leads");
        assert_eq!((percent(0.805), percent(2.0), percent(-1.0)), (81, 100, 0));
        assert!(is_web_address("https://e.example/?a=1") && !is_web_address("javascript:alert(1)"));
        assert_eq!(NAMESPACE, Uuid::new_v5(&Uuid::NAMESPACE_OID, b"newsgraph"));
        assert_eq!(identifier("identity", "a"), identifier("identity", "a"));
    }
}
