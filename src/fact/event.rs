//! From triggers to events: who takes part, on whose word, and how real.

use super::question::{self, Candidate};
use super::told::{self, Told};
use super::trigger::Trigger;
use super::{Argument, Event, Participant, Reader, Statement, StatementForm, status, unite};
use crate::ontology::{Kind, Modality, Polarity, Role};
use crate::syntax::is_title_case;
use crate::text::Sentence;

/// Somebody takes part when the chance that he plays some role reaches this.
const LEAST_CHANCE: f64 = 0.55;
/// Somebody is a source when the chance reaches this.
const LEAST_SOURCE: f64 = 0.4;
/// What the rules take for planned or possible is taken for something else only on a chance like this.
const SURE: f64 = 0.8;
/// Mentions and other triggers of a sentence that are asked about for each trigger, the nearest.
const MOST: usize = 40;

/// Reads the events of all triggers, each event once; a trigger without any participant tells of none.
pub(super) fn read(reader: &Reader<'_>, triggers: &[Trigger]) -> Vec<Event> {
    let told = told::by_rule(reader, triggers);
    let mut arguments: Vec<Vec<Argument>> = (0..told.len()).map(|index| arguments(reader, &told, index)).collect();
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
    let links = unite::links(reader, &told, &kept);
    let place: Vec<usize> = kept
        .iter()
        .scan(0, |count, &keep| {
            let here = *count;
            *count += usize::from(keep);
            Some(here)
        })
        .collect();
    let mut events = Vec::new();
    for (index, told) in told.iter().enumerate().filter(|&(index, _)| kept[index]) {
        let trigger = told.trigger;
        let mut found = std::mem::take(&mut arguments[index]);
        for argument in &mut found {
            if let Participant::Event(other) = &mut argument.participant {
                *other = place[*other];
            }
        }
        let sentence = &reader.analysis.sentences[trigger.sentence];
        let (polarity, modality) = real(reader, told);
        let statement = Statement {
            span: sentence.tokens[trigger.token].span,
            sentence: trigger.sentence,
            form: StatementForm::Trigger,
            polarity,
            modality,
            sources: sources(reader, told),
            confidence: trigger.certainty,
        };
        events.push(Event {
            event_type: Some(trigger.sense.event_type),
            entity: None,
            label: label(reader.text, sentence, trigger),
            statements: vec![statement],
            arguments: found,
            time: told.time.clone(),
        });
    }
    status::of_topics(&mut events);
    let links = (0..triggers.len())
        .filter(|&index| kept[index])
        .map(|index| place[links[index]]);
    let links: Vec<usize> = links.collect();
    unite::unite(&mut events, &links);
    events
}

/// Who and what stands in a trigger's sentence.
pub(super) fn candidates(reader: &Reader<'_>, told: &[Told<'_>], index: usize) -> Vec<Candidate> {
    let trigger = told[index].trigger;
    let mentions = reader
        .mentions
        .of_sentence(trigger.sentence)
        .filter_map(|(mention, here)| {
            Some(Candidate {
                participant: Participant::Entity(reader.entities.of_mention[mention]?),
                mention: Some(mention),
                token: here.head,
            })
        });
    // Triggers stand in the order of the text: the nearest are the next ones on either side.
    let near = index.saturating_sub(MOST)..told.len().min(index + MOST + 1);
    let others = near.filter(|&other| other != index && told[other].trigger.sentence == trigger.sentence);
    let others = others.map(|other| Candidate {
        participant: Participant::Event(other),
        mention: None,
        token: told[other].trigger.token,
    });
    let mut found: Vec<Candidate> = mentions
        .filter(|candidate| candidate.token != trigger.token)
        .chain(others)
        .collect();
    found.sort_by_key(|candidate| candidate.token.abs_diff(trigger.token));
    found.truncate(MOST);
    found
}

fn arguments(reader: &Reader<'_>, told: &[Told<'_>], index: usize) -> Vec<Argument> {
    let trigger = told[index].trigger;
    let sentence = &reader.analysis.sentences[trigger.sentence];
    let mut out: Vec<Argument> = Vec::new();
    for candidate in candidates(reader, told, index) {
        let evidence = question::roles(reader, told, index, candidate);
        let chances = reader.ask(
            "role",
            (trigger.sentence, trigger.token),
            candidate.at(trigger),
            &evidence,
        );
        let allowed =
            |class: &str| Role::from_name(class).is_some_and(|role| may_play(reader, candidate.participant, role));
        let confidence = 1.0 - chances.of("none");
        let Some((role, _)) = chances.best(allowed).filter(|_| confidence >= LEAST_CHANCE) else {
            continue;
        };
        let argument = Argument {
            role: Role::from_name(role).expect("the scorer knows the roles"),
            participant: candidate.participant,
            span: candidate
                .mention
                .map_or(sentence.tokens[candidate.token].span, |mention| {
                    reader.mentions.mentions[mention].span
                }),
            sentence: trigger.sentence,
            confidence,
        };
        // One thing plays one part in an event, that which is surest.
        match out.iter_mut().find(|other| other.participant == argument.participant) {
            Some(other) if other.confidence < argument.confidence => *other = argument,
            Some(_) => {}
            None => out.push(argument),
        }
    }
    out.sort_by_key(|argument| (argument.role, argument.participant));
    out
}

/// A person or body is no place.
fn may_play(reader: &Reader<'_>, participant: Participant, role: Role) -> bool {
    match participant {
        Participant::Entity(entity) if role == Role::Place => matches!(
            reader.entities.entities[entity].kind,
            Kind::Location | Kind::Country | Kind::Event
        ),
        Participant::Event(_) => role != Role::Place,
        Participant::Entity(_) => true,
    }
}

/// The mentions that might be of a source: those of the sentence, and the nearest of what the rules take for one.
pub(super) fn possible_sources(reader: &Reader<'_>, told: &Told<'_>) -> Vec<usize> {
    let trigger = told.trigger;
    let here = reader.mentions.of_sentence(trigger.sentence);
    let here = here.map(|(mention, _)| mention);
    let mut found: Vec<usize> = here
        .filter(|&mention| reader.entities.of_mention[mention].is_some())
        .collect();
    for &entity in &told.sources {
        if found
            .iter()
            .any(|&mention| reader.entities.of_mention[mention] == Some(entity))
        {
            continue;
        }
        let mentions = reader.entities.entities[entity].mentions.iter().copied();
        let distance = |mention: &usize| reader.mentions.mentions[*mention].sentence.abs_diff(trigger.sentence);
        found.extend(mentions.min_by_key(distance));
    }
    found
}

fn sources(reader: &Reader<'_>, told: &Told<'_>) -> Vec<usize> {
    let (trigger, rules) = (told.trigger, &told.sources);
    let mut found: Vec<(usize, f64)> = Vec::new();
    for mention in possible_sources(reader, told) {
        let (at, evidence) = question::sources(reader, told, mention);
        let chance = reader
            .ask("source", (trigger.sentence, trigger.token), at, &evidence)
            .of("yes");
        let Some(entity) = reader.entities.of_mention[mention].filter(|_| chance >= LEAST_SOURCE) else {
            continue;
        };
        match found.iter_mut().find(|(other, _)| *other == entity) {
            Some((_, best)) => *best = best.max(chance),
            None => found.push((entity, chance)),
        }
    }
    // The rules know who speaks nearest.
    let place = |entity: usize| rules.iter().position(|&rule| rule == entity).unwrap_or(rules.len());
    found.sort_by(|(a, x), (b, y)| place(*a).cmp(&place(*b)).then(y.total_cmp(x)).then(a.cmp(b)));
    found.into_iter().map(|(entity, _)| entity).collect()
}

/// Polarity and modality.
fn real(reader: &Reader<'_>, told: &Told<'_>) -> (Polarity, Modality) {
    let (head, evidence) = question::status(reader, told);
    let at = (told.trigger.sentence, told.trigger.token);
    let modalities = reader.ask("modality", at, head, &evidence);
    // A rejected strike must never become a strike: what is possible by rule is never made a fact.
    let least = |class: &str| match told.modality {
        // What is denied is no guess.
        Modality::Actual if told.polarity == Polarity::Affirmed => 0.0,
        rule if class == rule.name() => 0.0,
        Modality::Possible if class == Modality::Actual.name() => f64::INFINITY,
        _ => SURE,
    };
    let modality = modalities.best(|class| modalities.of(class) >= least(class));
    let negated = reader.ask("polarity", at, head, &evidence).of(Polarity::Negated.name());
    let polarity = if told.polarity == Polarity::Negated || negated >= 0.5 {
        Polarity::Negated
    } else {
        Polarity::Affirmed
    };
    let modality = modality.and_then(|(class, _)| Modality::from_name(class));
    (polarity, modality.unwrap_or(told.modality))
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
