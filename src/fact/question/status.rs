//! Did it happen, and does the text say so or deny it?

use super::{At, Evidence};
use crate::fact::lexicon::lexicon;
use crate::fact::told::Told;
use crate::fact::{Participant, Reader};
use crate::text::Sentence;

/// The evidence about a trigger, with the word that governs it.
pub(in crate::fact) fn ask(reader: &Reader<'_>, told: &Told<'_>) -> (At, Evidence) {
    let trigger = told.trigger;
    let sentence = &reader.analysis.sentences[trigger.sentence];
    let mut out = Evidence::default();
    let token = &sentence.tokens[trigger.token];
    out.add("rule.polarity", told.polarity);
    out.add("rule.modality", told.modality);
    out.add(
        "rule.type",
        format_args!("{}/{}", told.modality, trigger.sense.event_type),
    );
    out.add("type", trigger.sense.event_type);
    out.add("xpos", token.xpos);
    out.add("rule.xpos", format_args!("{}/{}", told.modality, token.xpos));
    out.add("deprel", token.deprel);
    out.add("kind", sentence.kind.name());
    out.add("lemma", &token.lemma);
    for event_type in &told.topic_of {
        out.add("topic.of", event_type);
    }
    out.say_if(
        "topic",
        told.arguments
            .iter()
            .any(|argument| matches!(argument.participant, Participant::Event(_))),
    );
    cues(&mut out, "", sentence, trigger.token);
    let mut at = trigger.token;
    let mut way = String::new();
    for name in ["head", "over", "far"] {
        let Some(head) = sentence.tokens[at].head else {
            out.say(format!("{name}=none"));
            break;
        };
        way = format!("{way}^{}", sentence.tokens[at].deprel);
        let over = &sentence.tokens[head];
        out.add(&format!("{name}.way"), &way);
        out.add(name, over.lemma.to_lowercase());
        out.add(
            &format!("{name}.word"),
            format_args!("{way}/{}", over.lemma.to_lowercase()),
        );
        if let Some(sense) = lexicon()
            .senses(&over.lemma, if over.is_verb() { 'V' } else { 'N' })
            .first()
        {
            out.add(&format!("{name}.type"), format_args!("{way}/{}", sense.event_type));
        }
        cues(&mut out, name, sentence, head);
        at = head;
    }
    let head = token.head.unwrap_or(trigger.token);
    ((trigger.sentence, head), out)
}

/// Auxiliaries, negation, adverbs, determiners and marks of a word.
fn cues(out: &mut Evidence, whose: &str, sentence: &Sentence, head: usize) {
    for child in sentence.children(head) {
        let token = &sentence.tokens[child];
        if matches!(
            token.relation(),
            "aux" | "advmod" | "det" | "mark" | "amod" | "cc" | "cop" | "case"
        ) {
            out.add(&format!("{whose}.{}", token.relation()), token.form.to_lowercase());
        }
    }
    out.add(&format!("{whose}.xpos"), sentence.tokens[head].xpos);
}
