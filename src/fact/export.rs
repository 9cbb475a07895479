//! What the trainer of the scorers of facts reads of a document: every question that would be asked, with its evidence.

use super::question::{self, At, Evidence};
use super::{Participant, Reader, event, relation, told, trigger, unite};
use crate::identity::Entities;
use crate::mention::Mentions;
use crate::text::{Analysis, Document, Span};
use std::collections::HashMap;

/// A trigger that annotators have marked.
#[derive(Debug, Clone)]
pub struct GivenTrigger {
    /// Its word.
    pub span: Span,
    /// The type of its event.
    pub event_type: String,
}

/// One question: about which two tokens (sentence, index), about what, and its evidence as indices of [`Export::evidence`].
#[derive(Debug, Clone)]
pub struct Question {
    /// Which words are looked at.
    pub words: [(usize, usize); 2],
    /// What is asked about: for roles the index of the given trigger, then 0 and the mention, or 1 and the other trigger; for
    /// sources trigger and mention; for the status the trigger; for sameness the earlier and the later
    /// trigger; for relations the two mentions.
    pub about: Vec<usize>,
    /// What is seen.
    pub evidence: Vec<usize>,
}

/// All questions of a document.
#[derive(Debug, Clone, Default)]
pub struct Export {
    /// Every piece of evidence, once.
    pub evidence: Vec<String>,
    /// Is it a trigger, of which type?
    pub triggers: Vec<Question>,
    /// Which given triggers stand at a word that is asked about, as indices of those given: the others refer to these.
    pub given: Vec<usize>,
    /// Which part does it play?
    pub roles: Vec<Question>,
    /// Is it said on this one's word?
    pub sources: Vec<Question>,
    /// Polarity and modality.
    pub status: Vec<Question>,
    /// Do two triggers tell of one event?
    pub same: Vec<Question>,
    /// Which lasting fact?
    pub relations: Vec<Question>,
    names: HashMap<String, usize>,
}

impl Export {
    fn question(&mut self, words: [At; 2], about: Vec<usize>, evidence: Evidence) -> Question {
        let evidence = evidence.0.into_iter().map(|line| {
            *self.names.entry(line).or_insert_with_key(|line| {
                self.evidence.push(line.clone());
                self.evidence.len() - 1
            })
        });
        Question {
            words,
            about,
            evidence: evidence.collect(),
        }
    }
}

/// Asks everything about a document in which annotators have marked these triggers.
#[must_use]
pub fn export(
    document: &Document,
    analysis: &Analysis,
    mentions: &Mentions,
    entities: &Entities,
    given: &[GivenTrigger],
) -> Export {
    let reader = Reader::new(document, analysis, mentions, entities);
    let mut out = Export::default();
    let words = trigger::words(&reader);
    let types = trigger::told(&words);
    let mut triggers = Vec::new();
    for word in &words {
        let sentence = &analysis.sentences[word.sentence];
        let token = &sentence.tokens[word.token];
        let at = (word.sentence, word.token);
        let head = (word.sentence, token.head.unwrap_or(word.token));
        let question = out.question([at, head], Vec::new(), question::trigger(&reader, word, &types));
        out.triggers.push(question);
        if let Some(index) = given.iter().position(|given| given.span == token.span) {
            out.given.push(index);
            triggers.push(word.trigger(&given[index].event_type, 1.0));
        }
    }
    let told = told::by_rule(&reader, &triggers);
    for (index, here) in told.iter().enumerate() {
        let at = (here.trigger.sentence, here.trigger.token);
        for candidate in event::candidates(&reader, &told, index) {
            let evidence = question::roles(&reader, &told, index, candidate);
            let other = match (candidate.participant, candidate.mention) {
                (Participant::Event(other), _) => [1, other],
                (_, mention) => [0, mention.unwrap_or_default()],
            };
            let about = vec![index, other[0], other[1]];
            let question = out.question([at, candidate.at(here.trigger)], about, evidence);
            out.roles.push(question);
        }
        for mention in event::possible_sources(&reader, here) {
            let (source, evidence) = question::sources(&reader, here, mention);
            let question = out.question([at, source], vec![index, mention], evidence);
            out.sources.push(question);
        }
        let (head, evidence) = question::status(&reader, here);
        let question = out.question([at, head], vec![index], evidence);
        out.status.push(question);
    }
    for (later, earlier, between) in unite::pairs(&told) {
        let evidence = question::same(&reader, &told[earlier], &told[later], between);
        let words = [earlier, later].map(|index| (triggers[index].sentence, triggers[index].token));
        let question = out.question(words, vec![earlier, later], evidence);
        out.same.push(question);
    }
    for (pair, evidence) in question::relations(&reader, &relation::by_rule(&reader)) {
        let [one, other] = [pair.first, pair.second].map(|mention| &mentions.mentions[mention]);
        let words = [(one.sentence, one.head), (other.sentence, other.head)];
        let question = out.question(words, vec![pair.first, pair.second], evidence);
        out.relations.push(question);
    }
    out
}
