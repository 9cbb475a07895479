//! Readable, stable ids.

use super::Entity;
use crate::ontology::Kind;
use deunicode::deunicode;
use std::collections::BTreeSet;

/// What makes an entity the same in every document, or that nothing does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntityKey {
    /// Entities of this id are one, wherever they stand.
    Shared(String),
    /// The name alone is no evidence: the entity belongs to its document.
    Local(String),
}

impl EntityKey {
    /// The id that the key asks for; a local one may have to give way to a namesake.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Shared(id) | Self::Local(id) => id,
        }
    }
}

/// Lower-case ASCII letters and digits with hyphens between, never empty.
///
/// ```
/// use newsgraph::identity::slug;
/// assert_eq!(slug("Gustavo A. Flores-Macías"), "gustavo-a-flores-macias");
/// assert_eq!(slug("北京"), "bei-jing");
/// assert_eq!(slug("?!"), "unnamed");
/// ```
#[must_use]
pub fn slug(name: &str) -> String {
    let ascii = deunicode(name).to_lowercase();
    let words: Vec<&str> = ascii
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let mut out = words.join("-");
    // Nobody's name is longer; what looks like one is text run wild.
    out.truncate(80);
    if out.is_empty() { "unnamed".to_owned() } else { out }
}

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

/// The key of an entity of the document `document`.
///
/// Countries are shared by their ISO code, known bodies and places by their usual name, people and unknown bodies by a name
/// of two words or more. A bare surname is never shared.
#[must_use]
pub fn corpus_key(entity: &Entity, document: &str) -> EntityKey {
    let kind = entity.kind.name();
    if !entity.named {
        return EntityKey::Local(format!("{kind}:{document}:{}", slug(&entity.label)));
    }
    if let (Kind::Country, Some(iso2)) = (entity.kind, entity.known.and_then(|known| known.iso2)) {
        return EntityKey::Shared(format!("country:{iso2}"));
    }
    if let Some(known) = entity
        .known
        .filter(|known| known.kind == entity.kind && entity.kind != Kind::Person)
    {
        return EntityKey::Shared(format!("{kind}:{}", slug(known.name)));
    }
    let id = format!("{kind}:{}", slug(&entity.label));
    let words = entity.label.split_whitespace().count();
    // A sentence's worth of "the election" would be everyone's: an event needs its year or a name of its own.
    let tells = match entity.kind {
        Kind::Event => words > 2 || entity.label.contains(|letter: char| letter.is_ascii_digit()),
        _ => words > 1,
    };
    if tells {
        EntityKey::Shared(id)
    } else {
        EntityKey::Local(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn slugs_are_ascii_and_never_empty(name in "\\PC{0,40}") {
            let slug = slug(&name);
            prop_assert!(!slug.is_empty());
            prop_assert!(slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
        }
    }
}
