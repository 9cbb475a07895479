//! What the rules say of each trigger: evidence for every question, and worked out once.

use super::trigger::Trigger;
use super::{Argument, Participant, Reader, StatedTime, argument, source, status, when};
use crate::ontology::{Modality, Polarity};
use std::collections::HashMap;

/// A trigger with what the rules say of it.
pub(super) struct Told<'t> {
    pub trigger: &'t Trigger,
    /// Who takes part.
    pub arguments: Vec<Argument>,
    /// Entities whose word it is, the nearest speaker first.
    pub sources: Vec<usize>,
    pub polarity: Polarity,
    pub modality: Modality,
    pub time: Option<StatedTime>,
    /// The types of the events whose topic it is.
    pub topic_of: Vec<&'static str>,
}

/// Asks the rules about all triggers.
pub(super) fn by_rule<'t>(reader: &Reader<'_>, triggers: &'t [Trigger]) -> Vec<Told<'t>> {
    let at: HashMap<(usize, usize), usize> = triggers
        .iter()
        .enumerate()
        .map(|(index, trigger)| ((trigger.sentence, trigger.token), index))
        .collect();
    let told = triggers.iter().map(|trigger| {
        let (polarity, modality) = status::of(&reader.analysis.sentences[trigger.sentence], trigger);
        let (sources, denied) = source::of(reader, trigger);
        Told {
            trigger,
            arguments: argument::by_rule(reader, trigger, &at),
            sources,
            polarity: if denied { Polarity::Negated } else { polarity },
            modality,
            time: when::of(reader, trigger),
            topic_of: Vec::new(),
        }
    });
    let mut told: Vec<Told> = told.collect();
    for (index, trigger) in triggers.iter().enumerate() {
        let participants: Vec<Participant> = told[index].arguments.iter().map(|found| found.participant).collect();
        for participant in participants {
            if let Participant::Event(other) = participant {
                told[other].topic_of.push(trigger.sense.event_type);
            }
        }
    }
    told
}
