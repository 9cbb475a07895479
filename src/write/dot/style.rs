//! How an arrow is drawn and what is written on it: what has happened, who is against whom, and how sure it is.

use crate::graph::{EventDetail, RelationDetail};
use crate::ontology::{Role, ontology};
use crate::write::certainty::{DENIED, event_certainty, qualified, relation_certainty};

/// Event types by which someone acts against someone.
const AGAINST: [&str; 5] = ["assault", "coerce", "protest", "sanction", "threaten"];

/// Event types by which someone says no.
const REJECTS: [&str; 2] = ["accuse", "reject"];

/// How an edge is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    /// A lasting fact.
    Relation,
    /// It happened.
    Fact,
    /// It happened, and is an attack, a threat or a penalty.
    Against,
    /// It happened, and says no to someone or something.
    Rejects,
    /// It is planned, only possible, usual or disputed.
    Uncertain,
    /// It is said not to be so.
    Denied,
    /// Whose word it is.
    Says,
}

impl Style {
    /// All, in the order of the legend.
    pub(super) const ALL: [Self; 7] = [
        Self::Relation,
        Self::Fact,
        Self::Against,
        Self::Rejects,
        Self::Uncertain,
        Self::Denied,
        Self::Says,
    ];

    /// What it means, in a word or two.
    pub(super) fn meaning(self) -> &'static str {
        match self {
            Self::Relation => "lasting fact",
            Self::Fact => "does",
            Self::Against => "acts against",
            Self::Rejects => "says no",
            Self::Uncertain => "may or will",
            Self::Denied => "does not",
            Self::Says => "says so",
        }
    }
}

/// The event in two words: "rejects", "meets".
fn doing(event: &EventDetail) -> String {
    let entry = event.event_type.as_deref().and_then(|name| ontology().event(name));
    entry.map_or_else(|| "takes part".to_owned(), |entry| entry.label_verb.clone())
}

/// What is written on the arrow that an event is drawn as.
pub(super) fn arrow_label(event: &EventDetail) -> String {
    qualified(&doing(event), event_certainty(event))
}

/// The same where the arrow does not lead to whom: "agrees to" is "agrees" then.
pub(super) fn arrow_label_alone(event: &EventDetail) -> String {
    let doing = doing(event);
    let alone = match doing.rsplit_once(' ') {
        Some((verb, "to" | "from" | "at" | "against" | "for" | "on" | "with")) => verb,
        _ => doing.as_str(),
    };
    qualified(alone, event_certainty(event))
}

pub(super) fn style(event: &EventDetail) -> Style {
    match (event_certainty(event), event.event_type.as_deref().unwrap_or_default()) {
        (Some(DENIED), _) => Style::Denied,
        (Some(_), _) => Style::Uncertain,
        (None, name) if REJECTS.contains(&name) => Style::Rejects,
        (None, name) if AGAINST.contains(&name) => Style::Against,
        (None, _) => Style::Fact,
    }
}

/// Only what an event aims at is what it is against: neither who does it, nor where.
pub(super) fn role_style(role: Role, event: Style) -> Style {
    let aimed_at = matches!(role, Role::Target | Role::Topic);
    match event {
        Style::Against | Style::Rejects if !aimed_at => Style::Fact,
        style => style,
    }
}

/// How a relation is drawn, and what it is when it is no plain fact.
pub(super) fn relation_style(relation: &RelationDetail) -> (Style, Option<&'static str>) {
    let certainty = relation_certainty(relation);
    let style = match certainty {
        None => Style::Relation,
        Some(DENIED) => Style::Denied,
        Some(_) => Style::Uncertain,
    };
    (style, certainty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_not_what_an_event_is_against() {
        assert_eq!(role_style(Role::Place, Style::Rejects), Style::Fact);
        assert_eq!(role_style(Role::Target, Style::Rejects), Style::Rejects);
        assert_eq!(role_style(Role::Place, Style::Denied), Style::Denied);
    }
}
