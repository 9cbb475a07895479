//! Events that have a name of their own: wars, elections, cups, storms.

use super::{Event, Reader, StatedTime, Statement, StatementForm};
use crate::identity::Entity;
use crate::mention::Form;
use crate::ontology::{Kind, Modality, Polarity};
use crate::time::{Time, TimeValue};

/// The type that the last or first word of an event's name tells.
const TYPES: [(&str, &str); 46] = [
    ("attack", "assault"),
    ("attacks", "assault"),
    ("award", "award"),
    ("awards", "award"),
    ("battle", "assault"),
    ("bowl", "compete"),
    ("ceasefire", "retreat"),
    ("championship", "compete"),
    ("championships", "compete"),
    ("conference", "consult"),
    ("cup", "compete"),
    ("cyclone", "disaster"),
    ("derby", "compete"),
    ("earthquake", "disaster"),
    ("election", "elect"),
    ("elections", "elect"),
    ("final", "compete"),
    ("finals", "compete"),
    ("fire", "disaster"),
    ("games", "compete"),
    ("genocide", "assault"),
    ("holocaust", "assault"),
    ("hurricane", "disaster"),
    ("intifada", "assault"),
    ("marathon", "compete"),
    ("massacre", "assault"),
    ("olympics", "compete"),
    ("open", "compete"),
    ("operation", "assault"),
    ("primary", "elect"),
    ("prix", "compete"),
    ("rebellion", "protest"),
    ("referendum", "elect"),
    ("revolution", "protest"),
    ("riots", "protest"),
    ("series", "compete"),
    ("siege", "assault"),
    ("storm", "disaster"),
    ("summit", "consult"),
    ("tournament", "compete"),
    ("treaty", "agree"),
    ("trials", "try"),
    ("typhoon", "disaster"),
    ("uprising", "protest"),
    ("war", "assault"),
    ("wars", "assault"),
];

/// Adds an event for each named one. Countries in its name take part in a war.
pub(super) fn add(reader: &Reader<'_>, events: &mut Vec<Event>) {
    for (index, entity) in reader
        .entities
        .entities
        .iter()
        .enumerate()
        .filter(|(_, entity)| entity.kind == Kind::Event)
    {
        let words: Vec<String> = entity.label.split_whitespace().map(str::to_lowercase).collect();
        let typed = |word: Option<&String>| {
            word.and_then(|word| TYPES.iter().find(|(name, _)| name == word))
                .map(|&(_, event_type)| event_type)
        };
        let statements = entity
            .mentions
            .iter()
            .map(|&mention| &reader.mentions.mentions[mention])
            .filter(|mention| mention.form == Form::Name)
            .map(|mention| Statement {
                span: mention.span,
                sentence: mention.sentence,
                form: StatementForm::Name,
                polarity: Polarity::Affirmed,
                modality: Modality::Actual,
                sources: Vec::new(),
                confidence: mention.confidence,
            })
            .collect::<Vec<_>>();
        if statements.is_empty() {
            continue;
        }
        events.push(Event {
            event_type: typed(words.last()).or_else(|| typed(words.first())),
            entity: Some(index),
            label: entity.label.clone(),
            statements,
            arguments: Vec::new(),
            time: time(reader, entity),
        });
    }
}

/// The time in an event's name, or right before it: "2003 London Marathon", "the 1846-48 Mexican-American War".
fn time(reader: &Reader<'_>, entity: &Entity) -> Option<StatedTime> {
    entity
        .mentions
        .iter()
        .map(|&mention| &reader.mentions.mentions[mention])
        .find_map(|mention| {
            let near = |time: &&Time| {
                let between = reader.text.get(time.span.end..mention.span.start);
                mention.span.contains(time.span) || between.is_some_and(|between| between == " ")
            };
            let time = reader.mentions.times_of_sentence(mention.sentence).find(near)?;
            let value = time.value.clone().filter(TimeValue::is_definite)?;
            Some(StatedTime { span: time.span, value })
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::ontology;

    #[test]
    fn types_are_those_of_the_ontology() {
        assert!(
            TYPES
                .iter()
                .all(|(_, event_type)| ontology().event(event_type).is_some())
        );
    }
}
