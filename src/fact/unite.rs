//! One event, one node: statements of one document that tell of the same happening.

use super::question;
use super::told::Told;
use super::{Argument, Event, Participant, Reader};
use std::collections::HashMap;

/// Two triggers tell of one event when the chance reaches this.
const LEAST_CHANCE: f64 = 0.6;
/// So many earlier triggers of a type are compared with a later one: what is further off is told anew.
const REACH: usize = 12;

/// The pairs of triggers that are asked about, the later one first, with the number of triggers of their type between them.
pub(super) fn pairs(told: &[Told<'_>]) -> Vec<(usize, usize, usize)> {
    let mut of_type: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut out = Vec::new();
    for (later, told) in told.iter().enumerate() {
        let earlier = of_type.entry(told.trigger.sense.event_type).or_default();
        let nearest = earlier.iter().rev().take(REACH).enumerate();
        out.extend(nearest.map(|(between, &earlier)| (later, earlier, between)));
        earlier.push(later);
    }
    out
}

/// Of each trigger the earlier one that tells of the same event, the likeliest; itself when none does. Those that are not
/// `kept` are passed over.
pub(super) fn links(reader: &Reader<'_>, told: &[Told<'_>], kept: &[bool]) -> Vec<usize> {
    let mut links: Vec<usize> = (0..told.len()).collect();
    let mut best = vec![LEAST_CHANCE; told.len()];
    for (later, earlier, between) in pairs(told) {
        if !kept[later] || !kept[earlier] {
            continue;
        }
        let evidence = question::same(reader, &told[earlier], &told[later], between);
        let at = |index: usize| (told[index].trigger.sentence, told[index].trigger.token);
        let chance = reader.ask("same", at(earlier), at(later), &evidence).of("yes");
        if chance >= best[later] {
            (best[later], links[later]) = (chance, earlier);
        }
    }
    links
}

/// Unites events: `links` holds of each the one that it is a part of, an earlier one or itself. The fullest gives the label.
pub(super) fn unite(events: &mut Vec<Event>, links: &[usize]) {
    let mut into: Vec<usize> = links.to_vec();
    for later in 0..into.len() {
        into[later] = into[into[later]];
        if into[later] != later {
            let other = events[later].clone();
            absorb(&mut events[into[later]], other);
        }
    }
    let kept: Vec<usize> = (0..events.len()).filter(|&index| into[index] == index).collect();
    let place: HashMap<usize, usize> = kept.iter().enumerate().map(|(new, &old)| (old, new)).collect();
    let mut united: Vec<Event> = kept.iter().map(|&index| events[index].clone()).collect();
    for (index, event) in united.iter_mut().enumerate() {
        for argument in &mut event.arguments {
            if let Participant::Event(other) = &mut argument.participant {
                *other = place[&into[*other]];
            }
        }
        let mut seen = Vec::new();
        event.arguments.retain(|argument| {
            let keep = argument.participant != Participant::Event(index) && !seen.contains(&argument.participant);
            seen.push(argument.participant);
            keep
        });
        event.statements.sort_by_key(|statement| statement.span);
    }
    *events = united;
}

fn absorb(event: &mut Event, other: Event) {
    if other.arguments.len() > event.arguments.len() {
        event.label = other.label;
    }
    event.statements.extend(other.statements);
    let known: Vec<Participant> = event.arguments.iter().map(|argument| argument.participant).collect();
    event.arguments.extend(
        other
            .arguments
            .into_iter()
            .filter(|argument: &Argument| !known.contains(&argument.participant)),
    );
    event.time = event.time.take().or(other.time);
}
