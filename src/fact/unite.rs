//! One event, one node: statements of one document that tell of the same happening.

use super::{Argument, Event, Participant};
use crate::ontology::Role;
use jiff::civil::Date;
use std::collections::HashMap;

/// So many earlier events of a type are compared with a later one: what is further off is told anew.
const REACH: usize = 40;

/// Unites events of one type that share a stem or a participant and contradict each other in none; the fullest gives the label.
pub(super) fn unite(events: &mut Vec<Event>) {
    let mut into: Vec<usize> = (0..events.len()).collect();
    let mut by_type: HashMap<Option<&str>, Vec<usize>> = HashMap::new();
    for later in 0..events.len() {
        let earlier = by_type.entry(events[later].event_type).or_default();
        let same = earlier
            .iter()
            .rev()
            .take(REACH)
            .copied()
            .find(|&earlier| is_same(&events[earlier], &events[later]));
        match same {
            Some(earlier) => {
                into[later] = earlier;
                let other = events[later].clone();
                absorb(&mut events[earlier], other);
            }
            None => earlier.push(later),
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

fn stem(event: &Event) -> String {
    let last = event
        .statements
        .first()
        .map(|_| event.label.as_str())
        .unwrap_or_default();
    let word = last.split_whitespace().next_back().unwrap_or_default();
    word.chars().take(5).collect::<String>().to_lowercase()
}

fn fillers(event: &Event, role: Role) -> Vec<Participant> {
    event
        .arguments
        .iter()
        .filter(|argument| argument.role == role)
        .map(|argument| argument.participant)
        .collect()
}

fn is_same(earlier: &Event, later: &Event) -> bool {
    if earlier.event_type != later.event_type || earlier.entity.is_some() || later.entity.is_some() {
        return false;
    }
    if let (Some(a), Some(b)) = (&earlier.time, &later.time)
        && (ends_before(a.value.end, b.value.start) || ends_before(b.value.end, a.value.start))
    {
        return false;
    }
    let mut shared = 0;
    for role in [Role::Actor, Role::Target, Role::Topic] {
        let (a, b) = (fillers(earlier, role), fillers(later, role));
        if a.is_empty() || b.is_empty() {
            continue;
        }
        if !a.iter().any(|participant| b.contains(participant)) {
            return false;
        }
        shared += 1;
    }
    shared >= 2 || (shared == 1 && stem(earlier) == stem(later))
}

/// Whether one time is over before another begins; open ends never are.
fn ends_before(end: Option<Date>, start: Option<Date>) -> bool {
    matches!((end, start), (Some(end), Some(start)) if end <= start)
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
