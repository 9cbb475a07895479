//! FollowTheMoney: one entity a line, for Aleph, OpenAleph and other platforms of investigators.
//!
//! FollowTheMoney knows no denial and no plan: events and relations that are not affirmed and actual are left out, with what
//! hangs on them. A relation that is over has the status "former". Ids are digests of ours, because an id has at most 64 characters
//! in some of its uses, and values are cut at the model's lengths.

mod clean;
mod link;

use super::certainty::{attribution, is_fact, relation_certainty, sources};
use super::format::Options;
use crate::graph::{DocumentRecord, EntityDetail, EventDetail, KnowledgeGraph, Node, hexadecimal};
use crate::ontology::Kind;
use clean::{Clean, Dates, is_company};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::io::{self, Write};

/// An entity of FollowTheMoney. Properties stand in the order in which they are added.
#[derive(Serialize)]
struct Entity<'g> {
    id: String,
    schema: &'static str,
    properties: Properties<'g>,
}

/// Lists of values by name; a property without a value is left out.
#[derive(Default)]
struct Properties<'g>(Vec<(&'static str, Vec<Clean<'g>>)>);

impl Serialize for Properties<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, values)| (name, values)))
    }
}

impl<'g> Properties<'g> {
    fn add(&mut self, name: &'static str, values: impl IntoIterator<Item = Clean<'g>>) {
        let mut values: Vec<Clean<'g>> = values.into_iter().collect();
        values.dedup();
        if !values.is_empty() {
            self.0.push((name, values));
        }
    }

    fn dates(&mut self, dates: Dates<'g>) {
        self.add("date", dates.date);
        self.add("startDate", dates.start);
        self.add("endDate", dates.end);
    }
}

pub(super) fn write(graph: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    for document in graph.documents() {
        line(&article(document), out)?;
    }
    for node in graph.nodes().filter(|node| is_written(node)) {
        line(&entity(graph, node), out)?;
    }
    for edge in graph.edges() {
        if let Some(link) = link::link(graph, edge) {
            line(&link, out)?;
        }
    }
    Ok(())
}

fn line(entity: &Entity<'_>, mut out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut out, entity)?;
    out.write_all(b"\n")
}

/// An id of our own for an entity of FollowTheMoney: a digest of what it is and of our id.
fn id(of: &str, id: &str) -> String {
    let digest = Sha256::new()
        .chain_update(of)
        .chain_update([0])
        .chain_update(id)
        .finalize();
    format!("ng-{}", hexadecimal(&digest[..16]))
}

fn node_id(node: &Node) -> String {
    id("node", &node.id)
}

fn article_id(document: &str) -> String {
    id("document", document)
}

/// The articles of some documents that are in the graph.
fn articles<'d>(graph: &KnowledgeGraph, documents: impl IntoIterator<Item = &'d str>) -> Vec<Clean<'static>> {
    let known = documents.into_iter().filter(|id| graph.document(id).is_some());
    known.map(|id| Clean::exactly(article_id(id))).collect()
}

/// Whether a node is in the file: entities, and events that have happened.
fn is_written(node: &Node) -> bool {
    is_fact(node)
}

/// Who can hold, lead or be part of something: a `LegalEntity`.
fn is_legal(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Country | Kind::Organisation)
}

fn schema_of(node: &Node) -> &'static str {
    match node.kind {
        Kind::Person => "Person",
        Kind::Country => "PublicBody",
        Kind::Organisation if is_company(&node.label) => "Company",
        Kind::Organisation => "Organization",
        Kind::Location => "Address",
        Kind::Event => "Event",
    }
}

fn article(document: &DocumentRecord) -> Entity<'_> {
    let mut properties = Properties::default();
    properties.add(
        "fileName",
        [Clean::string(&document.id).unwrap_or(Clean::exactly("article".to_owned()))],
    );
    properties.add("title", document.title.as_deref().and_then(Clean::string));
    properties.add(
        "author",
        document.authors.iter().filter_map(|author| Clean::string(author)),
    );
    properties.add("publisher", document.source.as_deref().and_then(Clean::string));
    properties.add("publishedAt", document.published.as_deref().and_then(Clean::date));
    properties.add("sourceUrl", document.url.as_deref().and_then(Clean::url));
    properties.add(
        "language",
        Some(Clean::exactly("eng".to_owned())).filter(|_| document.language == "en"),
    );
    Entity {
        id: article_id(&document.id),
        schema: "Article",
        properties,
    }
}

fn entity<'g>(graph: &'g KnowledgeGraph, node: &'g Node) -> Entity<'g> {
    let mut properties = Properties::default();
    let name = Clean::name(&node.label).or_else(|| Clean::name(&node.id));
    properties.add("name", name);
    match (node.entity(), node.event()) {
        (Some(entity), _) => describe(graph, node, entity, &mut properties),
        (_, Some(event)) => describe_event(graph, node, event, &mut properties),
        (None, None) => {}
    }
    Entity {
        id: node_id(node),
        schema: schema_of(node),
        properties,
    }
}

fn describe<'g>(graph: &'g KnowledgeGraph, node: &'g Node, entity: &'g EntityDetail, properties: &mut Properties<'g>) {
    let names = entity.aliases.iter().filter(|alias| alias.text != node.label);
    properties.add("alias", names.filter_map(|alias| Clean::name(&alias.text)));
    let roles = entity.attributes.role.iter().filter_map(|role| Clean::string(role));
    properties.add(
        if node.kind == Kind::Person {
            "position"
        } else {
            "summary"
        },
        roles,
    );
    if node.kind == Kind::Location {
        properties.add("full", Clean::string(&node.label));
    }
    let code = entity.attributes.iso3166.as_deref();
    let code = code
        .or_else(|| node.id.strip_prefix("country:"))
        .and_then(Clean::country);
    properties.add("country", code);
    if node.kind == Kind::Person {
        let nations = graph.edges_from(&node.id).into_iter().filter(|edge| {
            edge.relation().is_some_and(|relation| {
                relation.relation == "citizen_of" && !relation.past && relation_certainty(relation).is_none()
            })
        });
        let codes = nations.filter_map(|edge| edge.target.strip_prefix("country:"));
        properties.add("nationality", codes.filter_map(Clean::country));
    }
}

fn describe_event<'g>(
    graph: &'g KnowledgeGraph,
    node: &'g Node,
    event: &'g EventDetail,
    properties: &mut Properties<'g>,
) {
    let mut summary = event.event_type.clone().unwrap_or_default();
    summary += &says(graph, attribution(event));
    properties.add("summary", Clean::string(&summary));
    properties.dates(event.time.as_ref().map(Dates::of).unwrap_or_default());
    let edges = graph.edges_from(&node.id);
    let involved = edges.iter().filter_map(|edge| graph.node(&edge.target));
    let mut involved: Vec<Clean<'g>> = involved
        .filter(|node| is_legal(node.kind))
        .map(|node| Clean::exactly(node_id(node)))
        .collect();
    involved.sort();
    properties.add("involved", involved);
    let places = edges
        .iter()
        .filter(|edge| edge.type_name() == "place")
        .filter_map(|edge| graph.node(&edge.target));
    properties.add("location", places.filter_map(|place| Clean::string(&place.label)));
    properties.add("proof", articles(graph, node.documents()));
}

/// ", according to NBC News".
fn says<'s>(graph: &KnowledgeGraph, ids: impl IntoIterator<Item = &'s String>) -> String {
    let labels: Vec<&str> = sources(graph, ids).iter().map(|node| node.label.as_str()).collect();
    if labels.is_empty() {
        String::new()
    } else {
        format!(", according to {}", labels.join(", "))
    }
}
