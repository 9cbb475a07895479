//! Which part does somebody or something play in an event?

use super::path::Path;
use super::{At, Evidence, bucket};
use crate::fact::told::Told;
use crate::fact::trigger::Trigger;
use crate::fact::{Participant, Reader};
use crate::syntax::features;
use crate::text::Sentence;

/// So many triggers before and after are looked at for the same type.
const NEAR: usize = 40;

/// Who or what might take part, by the words that name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::fact) struct Candidate {
    pub participant: Participant,
    /// Index of the mention; `None` for an event.
    pub mention: Option<usize>,
    pub token: usize,
}

/// The evidence about a candidate in the sentence of the trigger at `index`.
pub(in crate::fact) fn ask(reader: &Reader<'_>, told: &[Told<'_>], index: usize, candidate: Candidate) -> Evidence {
    let trigger = told[index].trigger;
    let sentence = &reader.analysis.sentences[trigger.sentence];
    let event_type = trigger.sense.event_type;
    let mut out = Evidence::default();
    out.add("type", event_type);
    retold(&mut out, told, index, candidate);
    let said = &told[index].arguments;
    let own = said.iter().find(|rule| rule.participant == candidate.participant);
    let here = own.filter(|rule| rule.span.overlaps(span(reader, sentence, candidate)));
    let role = here.map_or("none", |rule| rule.role.name());
    out.add("rule", role);
    out.add("rule.type", format_args!("{role}/{event_type}"));
    if let Some(elsewhere) = own.filter(|_| here.is_none()) {
        out.add("rule.elsewhere", elsewhere.role);
    }
    for rule in said.iter().filter(|rule| rule.participant != candidate.participant) {
        out.add("others", format_args!("{}/{role}", rule.role));
    }
    who(reader, &mut out, told, candidate, event_type);
    way(&mut out, trigger, sentence, candidate);
    out.add("before", word(sentence, candidate.token.checked_sub(1)));
    out.add("lemma", &sentence.tokens[trigger.token].lemma);
    let between = reader.mentions.of_sentence(trigger.sentence).filter(|(_, mention)| {
        let head = mention.head;
        (trigger.token < head && head < candidate.token) || (candidate.token < head && head < trigger.token)
    });
    out.add("between", bucket(between.count()));
    out
}

/// The parts that it plays, by rule, in what the nearest other triggers of the same type tell.
fn retold(out: &mut Evidence, told: &[Told<'_>], index: usize, candidate: Candidate) {
    let trigger = told[index].trigger;
    let near = index.saturating_sub(NEAR)..told.len().min(index + NEAR + 1);
    for other in near.filter(|&other| other != index).map(|other| &told[other]) {
        if other.trigger.sense.event_type != trigger.sense.event_type {
            continue;
        }
        let rules = other.arguments.iter();
        for rule in rules.filter(|rule| rule.participant == candidate.participant) {
            out.add("retold", rule.role);
            out.say_if(
                &format!("retold.alike={}", rule.role),
                other.trigger.stem == trigger.stem,
            );
        }
    }
}

fn who(reader: &Reader<'_>, out: &mut Evidence, told: &[Told<'_>], candidate: Candidate, event_type: &str) {
    let kind = match candidate.participant {
        Participant::Entity(entity) => {
            let entity = &reader.entities.entities[entity];
            out.say_if("named", entity.named);
            out.add("mentions", bucket(entity.mentions.len()));
            entity.kind.name()
        }
        Participant::Event(other) => {
            let other = told[other].trigger.sense.event_type;
            out.add("what", other);
            out.add("what.type", format_args!("{other}/{event_type}"));
            "happening"
        }
    };
    out.add("kind", kind);
    out.add("kind.type", format_args!("{kind}/{event_type}"));
    let form = candidate
        .mention
        .map_or("trigger", |mention| reader.mentions.mentions[mention].form.name());
    out.add("form", form);
}

fn way(out: &mut Evidence, trigger: &Trigger, sentence: &Sentence, candidate: Candidate) {
    let path = Path::between(sentence, trigger.token, candidate.token);
    let sort = if trigger.is_verb { "verb" } else { "noun" };
    let passive = if trigger.is_verb && features(sentence, trigger.token).passive {
        "passive"
    } else {
        "active"
    };
    let case = sentence.child(candidate.token, "case");
    let case = case
        .map_or("", |case| sentence.tokens[case].form.as_str())
        .to_lowercase();
    let way = path.relations(sentence).unwrap_or_else(|| "far".to_owned());
    let event_type = trigger.sense.event_type;
    out.add("path", &way);
    out.add("path.case", format_args!("{way}/{case}"));
    out.add("path.sort", format_args!("{way}/{sort}/{passive}"));
    out.add("path.type", format_args!("{way}/{event_type}"));
    out.add(
        "path.lemma",
        format_args!("{way}/{}", sentence.tokens[trigger.token].lemma),
    );
    out.add(
        "path.kinds",
        format_args!("{way}/{case}/{}", sentence.tokens[candidate.token].xpos),
    );
    out.add("case", &case);
    out.add("case.type", format_args!("{case}/{event_type}"));
    out.add(
        "case.lemma",
        format_args!("{case}/{}", sentence.tokens[trigger.token].lemma),
    );
    out.add("steps", bucket(path.length()));
    out.add("up", bucket(path.up.len()));
    out.add("down", bucket(path.down.len()));
    out.add(
        "ends",
        format_args!(
            "{}/{}",
            sentence.tokens[trigger.token].deprel, sentence.tokens[candidate.token].deprel
        ),
    );
    for inner in path.inner() {
        out.add("via", sentence.tokens[inner].lemma.to_lowercase());
        out.add("via.pos", sentence.tokens[inner].upos.name());
    }
    let side = if candidate.token < trigger.token {
        "left"
    } else {
        "right"
    };
    out.add("side", format_args!("{side}/{sort}/{passive}"));
    out.add(
        "far",
        format_args!("{side}/{}", bucket(candidate.token.abs_diff(trigger.token))),
    );
    out.add("sort", sort);
    out.add("kind.of", sentence.kind.name());
}

fn span(reader: &Reader<'_>, sentence: &Sentence, candidate: Candidate) -> crate::text::Span {
    candidate
        .mention
        .map_or(sentence.tokens[candidate.token].span, |mention| {
            reader.mentions.mentions[mention].span
        })
}

fn word(sentence: &Sentence, token: Option<usize>) -> String {
    token.map_or_else(String::new, |token| sentence.tokens[token].form.to_lowercase())
}

impl Candidate {
    pub fn at(self, trigger: &Trigger) -> At {
        (trigger.sentence, self.token)
    }
}
