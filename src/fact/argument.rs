//! Who takes part in an event, and how: by the tree around its trigger.

use super::slot::{of_noun, of_verb};
use super::trigger::Trigger;
use super::{Argument, Event, Participant, Reader, Statement, StatementForm, source, status, when};
use crate::ontology::{Kind, Polarity, Role};
use crate::syntax::is_title_case;
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

/// Reads the events of all triggers; a trigger without any participant tells of none.
pub(super) fn read(reader: &Reader<'_>, triggers: &[Trigger]) -> Vec<Event> {
    let at: HashMap<(usize, usize), usize> = triggers
        .iter()
        .enumerate()
        .map(|(index, trigger)| ((trigger.sentence, trigger.token), index))
        .collect();
    let mut arguments: Vec<Vec<Argument>> = triggers.iter().map(|trigger| fill(reader, trigger, &at)).collect();
    // An event whose only participant is an event that has none falls with it.
    let mut kept: Vec<bool> = arguments.iter().map(|found| !found.is_empty()).collect();
    loop {
        let before = kept.iter().filter(|&&keep| keep).count();
        for (index, found) in arguments.iter_mut().enumerate() {
            found.retain(
                |argument| !matches!(argument.participant, Participant::Event(other) if !kept[other] || other == index),
            );
            kept[index] = !found.is_empty();
        }
        if kept.iter().filter(|&&keep| keep).count() == before {
            break;
        }
    }
    let place: Vec<usize> = kept
        .iter()
        .scan(0, |count, &keep| {
            let here = *count;
            *count += usize::from(keep);
            Some(here)
        })
        .collect();
    let mut events = Vec::new();
    for (index, trigger) in triggers.iter().enumerate().filter(|&(index, _)| kept[index]) {
        let mut found = std::mem::take(&mut arguments[index]);
        for argument in &mut found {
            if let Participant::Event(other) = &mut argument.participant {
                *other = place[*other];
            }
        }
        events.push(event(reader, trigger, found));
    }
    status::of_topics(&mut events);
    events
}

fn event(reader: &Reader<'_>, trigger: &Trigger, arguments: Vec<Argument>) -> Event {
    let sentence = &reader.analysis.sentences[trigger.sentence];
    let (mut polarity, modality) = status::of(sentence, trigger);
    let (sources, denied) = source::of(reader, trigger);
    if denied {
        polarity = Polarity::Negated;
    }
    let statement = Statement {
        span: sentence.tokens[trigger.token].span,
        sentence: trigger.sentence,
        form: StatementForm::Trigger,
        polarity,
        modality,
        sources,
        confidence: trigger.certainty,
    };
    Event {
        event_type: Some(trigger.sense.event_type),
        entity: None,
        label: label(reader.text, sentence, trigger),
        statements: vec![statement],
        arguments,
        time: when::of(reader, trigger),
    }
}

/// The participants of one trigger.
fn fill(reader: &Reader<'_>, trigger: &Trigger, triggers: &HashMap<(usize, usize), usize>) -> Vec<Argument> {
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

/// A short phrase: the trigger with its object, or with the words before it.
fn label(text: &str, sentence: &Sentence, trigger: &Trigger) -> String {
    let token = trigger.token;
    let (start, end) = if trigger.is_verb {
        let object = sentence
            .children(token)
            .find(|&child| sentence.tokens[child].deprel == "obj" && child > token && child - token <= 6);
        let particle = sentence
            .children(token)
            .find(|&child| sentence.tokens[child].deprel == "compound:prt")
            .unwrap_or(token);
        let end = object.map_or(particle, |object| end_of_name(sentence, object));
        (token, end.max(token))
    } else {
        let modifier = |index: usize| {
            sentence.tokens[index].head == Some(token)
                && matches!(sentence.tokens[index].deprel, "compound" | "amod" | "nummod" | "punct")
        };
        let mut start = token;
        while start > 0
            && modifier(start - 1)
            && !matches!(sentence.tokens[start - 1].form.as_str(), "," | "\"" | "“" | "(")
        {
            start -= 1;
        }
        (start, token)
    };
    let span = sentence.tokens[start].span.cover(sentence.tokens[end].span);
    let words: Vec<&str> = span.of(text).split_whitespace().take(8).collect();
    let words = words.join(" ");
    if is_title_case(sentence) {
        words.to_lowercase()
    } else {
        words
    }
}

/// The last word of a name whose first is its head: "Olaf | Brekke".
fn end_of_name(sentence: &Sentence, head: usize) -> usize {
    let inside = |index: &usize| sentence.tokens[*index].head == Some(head) && sentence.tokens[*index].deprel == "flat";
    (head + 1..sentence.tokens.len())
        .take_while(inside)
        .last()
        .unwrap_or(head)
}
