//! Who takes part in an event, and how: by the tree around its trigger.

use super::lexicon::{Sense, lexicon};
use super::trigger::Trigger;
use super::{Argument, Event, Participant, Reader, StatedTime, Statement, StatementForm, source, status};
use crate::ontology::{Kind, Role};
use crate::text::{Sentence, SentenceKind};
use std::collections::HashMap;

/// Prepositions of place.
const PLACES: [&str; 12] = [
    "across",
    "around",
    "at",
    "in",
    "inside",
    "into",
    "near",
    "off",
    "on",
    "outside",
    "over",
    "throughout",
];

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

/// A token that fills a role.
#[derive(Clone, Copy)]
struct Slot {
    role: Role,
    token: usize,
    confidence: f64,
}

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
        polarity = crate::ontology::Polarity::Negated;
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
        time: time(reader, trigger),
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
        let child = sentence
            .children(token)
            .find(|&child| sentence.tokens[child].relation() == "nmod")?;
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

/// The slots of a verb, its own and those that it shares with the clause around it.
fn of_verb(sentence: &Sentence, verb: usize, sense: &Sense) -> Vec<Slot> {
    let mut slots = own_slots(sentence, verb, sense);
    let passive = is_passive(sentence, verb);
    let has = |slots: &[Slot], role: Role| slots.iter().any(|slot| slot.role == role);
    if let Some((token, is_object)) = shared_subject(sentence, verb) {
        let role = if is_object || passive {
            sense.object
        } else {
            sense.subject
        };
        if !has(&slots, role) {
            slots.push(Slot {
                role,
                token,
                confidence: 0.75,
            });
        }
    }
    slots
}

fn own_slots(sentence: &Sentence, verb: usize, sense: &Sense) -> Vec<Slot> {
    let passive = is_passive(sentence, verb);
    let mut slots = Vec::new();
    for child in sentence.children(verb) {
        let token = &sentence.tokens[child];
        let slot = match token.deprel {
            "nsubj" => Some((sense.subject, 0.9)),
            "nsubj:pass" => Some((sense.object, 0.9)),
            "obj" => Some((sense.object, 0.9)),
            "iobj" => Some((Role::Target, 0.8)),
            "ccomp" | "xcomp"
                if sense.object == Role::Topic
                    || matches!(sense.event_type, "request" | "threaten" | "accuse" | "reject") =>
            {
                Some((Role::Topic, 0.7))
            }
            "obl" => preposition_role(sentence, child, sense, passive).map(|role| (role, 0.7)),
            _ => None,
        };
        slots.extend(slot.map(|(role, confidence)| Slot {
            role,
            token: child,
            confidence,
        }));
    }
    slots
}

/// The role of a prepositional phrase.
fn preposition_role(sentence: &Sentence, noun: usize, sense: &Sense, passive: bool) -> Option<Role> {
    let case = sentence
        .children(noun)
        .find(|&child| sentence.tokens[child].deprel == "case")?;
    let word = sentence.tokens[case].form.to_lowercase();
    if word == "by" && passive {
        return Some(sense.subject);
    }
    sense.preposition(&word).or_else(|| match word.as_str() {
        "against" => Some(Role::Target),
        "by" => Some(sense.subject),
        word if PLACES.contains(&word) => Some(Role::Place),
        _ => None,
    })
}

pub(super) fn is_passive(sentence: &Sentence, verb: usize) -> bool {
    sentence
        .children(verb)
        .any(|child| matches!(sentence.tokens[child].deprel, "aux:pass" | "nsubj:pass"))
        || (sentence.tokens[verb].xpos == "VBN" && sentence.tokens[verb].deprel == "acl")
}

/// The subject that a verb without its own shares: with the clause it continues or completes, or the noun it describes.
/// The flag says that what is shared is the verb's object ("the town | attacked by rebels").
fn shared_subject(sentence: &Sentence, verb: usize) -> Option<(usize, bool)> {
    let own = sentence
        .children(verb)
        .any(|child| sentence.tokens[child].relation() == "nsubj");
    if own {
        let subject = sentence
            .children(verb)
            .find(|&child| sentence.tokens[child].relation() == "nsubj")?;
        // "…, which attacked": the noun before the pronoun.
        let relative =
            matches!(sentence.tokens[subject].xpos, "WDT" | "WP") && sentence.tokens[verb].deprel == "acl:relcl";
        return relative
            .then(|| sentence.tokens[verb].head.map(|noun| (noun, false)))
            .flatten();
    }
    let mut at = verb;
    for _ in 0..4 {
        let head = sentence.tokens[at].head?;
        match sentence.tokens[at].deprel {
            "acl" => {
                return Some((head, sentence.tokens[at].xpos == "VBN")).filter(|_| sentence.tokens[at].xpos != "VB");
            }
            "xcomp" => {
                // "urged Mexico to act": the object acts; "plans to act": the subject does.
                if let Some(object) = sentence
                    .children(head)
                    .find(|&child| sentence.tokens[child].deprel == "obj" && child < verb)
                {
                    return Some((object, false));
                }
            }
            "conj" | "advcl" | "ccomp" | "parataxis" => {}
            _ => return None,
        }
        if let Some(subject) = sentence
            .children(head)
            .find(|&child| sentence.tokens[child].relation() == "nsubj")
        {
            let relation = sentence.tokens[at].deprel;
            return (relation != "ccomp"
                && relation != "parataxis"
                && !matches!(sentence.tokens[subject].xpos, "WDT" | "WP"))
            .then_some((subject, false));
        }
        at = head;
    }
    None
}

/// The slots of a noun: its modifiers, and the clause of the verb that only carries it ("carried out strikes").
fn of_noun(sentence: &Sentence, trigger: &Trigger) -> Vec<Slot> {
    let (noun, sense) = (trigger.token, trigger.sense);
    let mut slots = Vec::new();
    for child in sentence.children(noun) {
        let slot = match sentence.tokens[child].deprel {
            "nmod:poss" => Some((sense.subject, 0.8)),
            "compound" | "amod" => Some((sense.subject, 0.7)),
            "nmod" => {
                let case = sentence
                    .children(child)
                    .find(|&case| sentence.tokens[case].deprel == "case");
                match case.map(|case| sentence.tokens[case].form.to_lowercase()).as_deref() {
                    Some("of") => Some((sense.preposition("of").unwrap_or(sense.object), 0.7)),
                    Some(_) => preposition_role(sentence, child, sense, false).map(|role| (role, 0.7)),
                    None => None,
                }
            }
            _ => None,
        };
        slots.extend(slot.map(|(role, confidence)| Slot {
            role,
            token: child,
            confidence,
        }));
    }
    if let Some(verb) = light_verb(sentence, noun) {
        let carried = &sentence.tokens[noun];
        let passive = carried.deprel == "nsubj:pass";
        let has_actor = slots.iter().any(|slot| slot.role == sense.subject);
        for child in sentence.children(verb).filter(|&child| child != noun) {
            let role = match sentence.tokens[child].deprel {
                "nsubj" if carried.deprel == "obj" && !has_actor => Some(sense.subject),
                "obl" => preposition_role(sentence, child, sense, passive),
                _ => None,
            };
            slots.extend(role.map(|role| Slot {
                role,
                token: child,
                confidence: 0.65,
            }));
        }
        if carried.deprel == "obj"
            && !has_actor
            && !slots.iter().any(|slot| slot.role == sense.subject)
            && let Some((token, false)) = shared_subject(sentence, verb)
        {
            slots.push(Slot {
                role: sense.subject,
                token,
                confidence: 0.6,
            });
        }
    }
    slots
}

/// The verb whose object or subject the noun is, unless that verb tells of an event itself.
fn light_verb(sentence: &Sentence, noun: usize) -> Option<usize> {
    let token = &sentence.tokens[noun];
    let verb = token
        .head
        .filter(|_| matches!(token.deprel, "obj" | "nsubj:pass" | "nsubj"))?;
    let own: f64 = lexicon()
        .senses(&sentence.tokens[verb].lemma, 'V')
        .iter()
        .map(|sense| sense.certainty)
        .sum();
    (sentence.tokens[verb].is_verb() && own < 0.6).then_some(verb)
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
        (token, object.unwrap_or(particle).max(token))
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
    if sentence.kind == SentenceKind::Headline {
        words.to_lowercase()
    } else {
        words
    }
}

/// The time that the trigger's clause states.
fn time(reader: &Reader<'_>, trigger: &Trigger) -> Option<StatedTime> {
    let sentence = &reader.analysis.sentences[trigger.sentence];
    let times: Vec<_> = reader
        .mentions
        .times
        .iter()
        .filter(|time| time.sentence == trigger.sentence)
        .collect();
    let own = times.iter().find(|time| {
        sentence.tokens.iter().any(|token| {
            time.span.contains(token.span)
                && token
                    .head
                    .is_some_and(|head| head == trigger.token || Some(head) == light_verb(sentence, trigger.token))
        })
    });
    // The main verb of a sentence takes its only time, wherever that is attached.
    let only = || {
        (sentence.tokens[trigger.token].head.is_none() && times.len() == 1)
            .then(|| times.first())
            .flatten()
    };
    let time = own.or_else(only)?;
    Some(StatedTime {
        span: time.span,
        value: time.value.clone()?,
    })
}
