//! Who takes part in an event, and how, by rule: the words of the tree around its trigger. The scorer of roles takes this as evidence.

use super::slot::{of_noun, of_verb};
use super::trigger::Trigger;
use super::{Argument, Participant, Reader};
use crate::ontology::{Kind, Role};
use crate::text::Sentence;
use std::collections::HashMap;

/// Nouns that say of a place what part of it is meant: "on Mexican soil".
const PARTS_OF_PLACES: [&str; 12] = [
    "area",
    "border",
    "capital",
    "city",
    "coast",
    "island",
    "region",
    "soil",
    "territory",
    "town",
    "village",
    "waters",
];

/// Nouns that count what follows "of".
const COUNTERS: [&str; 11] = [
    "couple", "dozen", "group", "hundred", "majority", "million", "most", "number", "some", "thousand", "two",
];

/// The participants of one trigger.
pub(super) fn by_rule(
    reader: &Reader<'_>,
    trigger: &Trigger,
    triggers: &HashMap<(usize, usize), usize>,
) -> Vec<Argument> {
    let sentence = &reader.analysis.sentences[trigger.sentence];
    let slots = if trigger.is_verb {
        of_verb(sentence, trigger.token, trigger.sense)
    } else {
        of_noun(sentence, trigger)
    };
    let mut out: Vec<Argument> = Vec::new();
    for slot in slots {
        for token in with_conjuncts(sentence, slot.token) {
            let Some((participant, token, role)) = participant(reader, trigger, slot.role, token, triggers) else {
                continue;
            };
            let span = match participant {
                Participant::Entity(_) => reader
                    .entity_at(trigger.sentence, token)
                    .map(|(_, mention)| reader.mentions.mentions[mention].span),
                Participant::Event(_) => None,
            };
            let argument = Argument {
                role,
                participant,
                span: span.unwrap_or(sentence.tokens[token].span),
                sentence: trigger.sentence,
                confidence: slot.confidence,
            };
            // One thing plays one part in an event.
            if !out.iter().any(|other| other.participant == participant) {
                out.push(argument);
            }
        }
    }
    out.sort_by_key(|argument| (argument.role, argument.participant));
    out
}

/// What a token stands for, with the role that this makes of it.
fn participant(
    reader: &Reader<'_>,
    trigger: &Trigger,
    role: Role,
    token: usize,
    triggers: &HashMap<(usize, usize), usize>,
) -> Option<(Participant, usize, Role)> {
    let sentence = &reader.analysis.sentences[trigger.sentence];
    if let Some((entity, mention)) = reader.entity_at(trigger.sentence, token) {
        let kind = reader.entities.entities[entity].kind;
        let role = match role {
            // A place can't act, a person is no place.
            Role::Place if !matches!(kind, Kind::Location | Kind::Country | Kind::Event) => return None,
            Role::Actor
                if kind == Kind::Location && reader.mentions.mentions[mention].form != crate::mention::Form::Name =>
            {
                return None;
            }
            role => role,
        };
        return Some((Participant::Entity(entity), token, role));
    }
    if let Some(&other) = triggers.get(&(trigger.sentence, token)) {
        // What is rejected, planned or demanded is a topic; a happening is neither actor nor place.
        let role = if matches!(role, Role::Topic | Role::Target) {
            Role::Topic
        } else {
            role
        };
        return (role == Role::Topic).then_some((Participant::Event(other), token, role));
    }
    let lemma = sentence.tokens[token].lemma.to_lowercase();
    let inner = |wanted: &[&str]| {
        sentence.children(token).find(|&child| {
            wanted.contains(&sentence.tokens[child].relation()) && reader.entity_at(trigger.sentence, child).is_some()
        })
    };
    if COUNTERS.contains(&lemma.as_str()) || sentence.tokens[token].xpos == "CD" {
        let child = sentence.child(token, "nmod")?;
        let (entity, _) = reader.entity_at(trigger.sentence, child)?;
        return Some((Participant::Entity(entity), child, role));
    }
    if role == Role::Place && PARTS_OF_PLACES.contains(&lemma.as_str()) {
        let child = inner(&["amod", "compound", "nmod"])?;
        let (entity, _) = reader.entity_at(trigger.sentence, child)?;
        return Some((Participant::Entity(entity), child, role));
    }
    // "any possibility of strikes", "a plan to buy": the event behind a noun that only says how real it is.
    if matches!(role, Role::Topic | Role::Target) {
        let behind = sentence.children(token).find(|&child| {
            matches!(sentence.tokens[child].relation(), "nmod" | "acl" | "compound")
                && triggers.contains_key(&(trigger.sentence, child))
                && child != trigger.token
        })?;
        return Some((
            Participant::Event(triggers[&(trigger.sentence, behind)]),
            behind,
            Role::Topic,
        ));
    }
    None
}

/// A token and what is joined to it by "and" or commas.
fn with_conjuncts(sentence: &Sentence, token: usize) -> Vec<usize> {
    let mut out = vec![token];
    let mut index = 0;
    while index < out.len() && out.len() < 16 {
        let more: Vec<usize> = sentence
            .children(out[index])
            .filter(|&child| {
                sentence.tokens[child].relation() == "conj"
                    && !sentence.tokens[child].is_verb()
                    && !out.contains(&child)
            })
            .collect();
        out.extend(more);
        index += 1;
    }
    out
}
