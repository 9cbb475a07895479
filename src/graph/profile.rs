//! What a graph says of each of its nodes that tells who it is.

use super::{Detail, KnowledgeGraph, Node, NodePolarity};
use crate::identity::corpus::Profile;
use crate::knowledge::knowledge;
use crate::ontology::{Kind, ontology};
use std::collections::{BTreeMap, BTreeSet};

/// What is less sure says nothing of who is who.
const SURE: f64 = 0.6;

/// Relations that say which country someone or something belongs to.
const BELONGING: [&str; 8] = [
    "based_in",
    "citizen_of",
    "leads",
    "located_in",
    "member_of",
    "part_of",
    "represents",
    "works_for",
];

/// Relations whose words are a role.
const OFFICES: [&str; 3] = ["leads", "represents", "works_for"];

/// The profiles of all nodes, in their order, and the keys of those that each document names, for `company`.
pub(super) fn profiles(graph: &KnowledgeGraph, company: &mut BTreeMap<String, BTreeSet<String>>) -> Vec<Profile> {
    let mut profiles: Vec<Profile> = graph.nodes().map(|node| profile(node, graph)).collect();
    let keys: Vec<Option<String>> = profiles.iter().map(Profile::key).collect();
    for (profile, key) in profiles.iter().zip(&keys) {
        let Some(key) = key.as_ref().filter(|_| !is_medium(profile)) else {
            continue;
        };
        for document in &profile.documents {
            company.entry(document.clone()).or_default().insert(key.clone());
        }
    }
    let index: BTreeMap<&str, usize> = graph
        .nodes()
        .enumerate()
        .map(|(index, node)| (node.id.as_str(), index))
        .collect();
    for edge in graph.edges() {
        let Some(relation) = edge
            .relation()
            .filter(|relation| relation.polarity == NodePolarity::Affirmed && edge.confidence >= SURE)
        else {
            continue;
        };
        let (source, target) = (index[edge.source.as_str()], index[edge.target.as_str()]);
        let name = relation.relation.as_str();
        if let Some(key) = &keys[target] {
            if profiles[target].kind == Kind::Country && BELONGING.contains(&name) {
                profiles[source].countries.push(key.clone());
            }
            profiles[source].ties.push((name.to_owned(), key.clone()));
        }
        if let Some(key) = &keys[source] {
            profiles[target].ties.push((format!("inverse of {name}"), key.clone()));
        }
        // "leads" alone is no office that two might share.
        let generic = ontology()
            .relation(name)
            .is_some_and(|entry| entry.label == relation.label);
        if OFFICES.contains(&name) && profiles[source].kind == Kind::Person && !generic {
            profiles[source].roles.push(relation.label.clone());
        }
    }
    profiles
}

fn profile(node: &Node, graph: &KnowledgeGraph) -> Profile {
    let mut documents: BTreeSet<&str> = match &node.detail {
        Detail::Entity(entity) => entity
            .mentions
            .iter()
            .map(|mention| mention.document.as_str())
            .collect(),
        Detail::Event(event) => event
            .statements
            .iter()
            .map(|statement| statement.document.as_str())
            .collect(),
    };
    if documents.is_empty() {
        documents.extend(graph.documents().first().map(|document| document.id.as_str()));
    }
    let mut profile = Profile {
        documents: documents.into_iter().map(str::to_owned).collect(),
        id: node.id.clone(),
        kind: node.kind,
        named: node.named,
        label: node.label.clone(),
        names: Vec::new(),
        known: None,
        gender: None,
        roles: Vec::new(),
        ties: Vec::new(),
        countries: Vec::new(),
    };
    match &node.detail {
        Detail::Event(event) => profile.known.clone_from(&event.known),
        Detail::Entity(entity) => {
            profile.names = entity.aliases.iter().map(|alias| alias.text.clone()).collect();
            profile.known.clone_from(&entity.attributes.known);
            profile.roles.clone_from(&entity.attributes.role);
            if let Some(code) = entity.attributes.iso3166.as_ref().filter(|_| node.named) {
                let country = format!("country:{code}");
                if node.kind == Kind::Country {
                    profile.known = profile.known.or(Some(country));
                } else {
                    profile.countries.push(country);
                }
            }
            let pronouns = entity.mentions.iter().filter(|mention| mention.form == "pronoun");
            profile.gender = gender(node, pronouns.map(|mention| mention.text.as_str()));
        }
    }
    profile
}

/// By the given name, else by the pronouns when they agree.
fn gender<'a>(node: &Node, pronouns: impl Iterator<Item = &'a str>) -> Option<char> {
    if node.kind != Kind::Person || !node.named {
        return None;
    }
    match knowledge().given_name(node.label.split(' ').next().unwrap_or_default()) {
        Some("M") => return Some('M'),
        Some("F") => return Some('F'),
        _ => {}
    }
    let genders: BTreeSet<char> = pronouns
        .filter_map(|pronoun| match pronoun.to_lowercase().as_str() {
            "he" | "him" | "his" | "himself" => Some('M'),
            "she" | "her" | "hers" | "herself" => Some('F'),
            _ => None,
        })
        .collect();
    genders.first().copied().filter(|_| genders.len() == 1)
}

/// Whether it is a newspaper or the like: whose word an article gives says nothing of whom it is about.
fn is_medium(profile: &Profile) -> bool {
    profile.kind == Kind::Organisation
        && knowledge()
            .names(&profile.label)
            .iter()
            .any(|known| known.sort == "media")
}
