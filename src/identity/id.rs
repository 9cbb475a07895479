//! Readable, stable ids.

use super::Entity;
use crate::knowledge::Known;
use crate::mention::{Form, Mention};
use crate::ontology::Kind;
use crate::text::slug;
use std::collections::BTreeSet;

/// The name itself or, when that is taken, with the first free number: `smith`, `smith-2`. Takes what it gives.
#[must_use]
pub fn unique(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut number = 1;
    let mut candidate = name.to_owned();
    while !taken.insert(candidate.clone()) {
        number += 1;
        candidate = format!("{name}-{number}");
    }
    candidate
}

/// What is known of an entity of that kind: by a user's list, else by the tables. People are known by a user's list alone:
/// the tables hold none.
#[must_use]
pub fn known(entity: &Entity, mentions: &[Mention]) -> Option<Known> {
    let fits = |known: &Known| known.kind == entity.kind;
    let named = entity.mentions.iter().map(|&mention| &mentions[mention]);
    let given = named
        .filter(|mention| mention.form == Form::Name)
        .filter_map(|mention| mention.known)
        .find(|known| fits(known) && known.id.is_some());
    given.or_else(|| entity.known.filter(|known| fits(known) && known.kind != Kind::Person))
}

/// The id that what is known has in every document: a country's code, a body's or place's usual name, what a user's list gives.
#[must_use]
pub fn known_id(known: &Known) -> String {
    match (known.id, known.kind, known.iso2) {
        (Some(id), _, _) => id.to_owned(),
        (None, Kind::Country, Some(iso2)) => format!("country:{iso2}"),
        (None, kind, _) => format!("{}:{}", kind.name(), slug(known.name)),
    }
}

/// The id of an entity within its document; a namesake there has to take a number.
///
/// An entity without a name belongs to its document, which its id names.
#[must_use]
pub fn entity_id(entity: &Entity, known: Option<&Known>, document: &str) -> String {
    let kind = entity.kind.name();
    match known {
        _ if !entity.named => format!("{kind}:{document}:{}", slug(&entity.label)),
        Some(known) => known_id(known),
        None => format!("{kind}:{}", slug(&entity.label)),
    }
}
