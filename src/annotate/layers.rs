//! All layers as one JSON object. Offsets count code points.

use super::Annotation;
use crate::fact::{Argument, Event, Participant, Relation, Statement};
use crate::mention::Mention;
use crate::text::{CodePoints, Sentence, Span};
use crate::time::Time;
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Writes sentences, mentions, times, entities, events and relations. Entities, mentions and events refer to each other by
/// their places in these lists.
///
/// # Errors
/// What `out` returns.
pub fn write_layers(annotation: &Annotation, mut out: &mut dyn Write) -> io::Result<()> {
    let layers = Layers {
        annotation,
        points: CodePoints::new(&annotation.document.text),
    };
    let value = json!({
        "document": annotation.document.id,
        "characters": layers.points.total(),
        "reference": annotation.mentions.reference.map(|day| day.to_string()),
        "sentences": annotation.analysis.sentences.iter().map(|sentence| layers.sentence(sentence)).collect::<Vec<_>>(),
        "mentions": annotation.mentions.mentions.iter().enumerate().map(|(index, mention)| layers.mention(index, mention)).collect::<Vec<_>>(),
        "times": annotation.mentions.times.iter().map(|time| layers.time(time)).collect::<Vec<_>>(),
        "entities": annotation.entities.entities.iter().map(|entity| json!({
            "kind": entity.kind.name(),
            "label": entity.label,
            "named": entity.named,
            "mentions": entity.mentions,
            "reasons": entity.reasons.iter().map(|reason| json!({"rule": reason.rule, "detail": reason.detail})).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "events": annotation.facts.events.iter().map(|event| layers.event(event)).collect::<Vec<_>>(),
        "relations": annotation.facts.relations.iter().map(|relation| layers.relation(relation)).collect::<Vec<_>>(),
    });
    serde_json::to_writer_pretty(&mut out, &without_nulls(value))?;
    out.write_all(b"\n")
}

/// What is unknown is left out, as in the graph.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let known: Map<String, Value> = fields
                .into_iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(key, value)| (key, without_nulls(value)))
                .collect();
            Value::Object(known)
        }
        Value::Array(items) => Value::Array(items.into_iter().map(without_nulls).collect()),
        value => value,
    }
}

struct Layers<'a> {
    annotation: &'a Annotation,
    points: CodePoints<'a>,
}

impl Layers<'_> {
    /// An object that begins with a span.
    fn spanned(&self, span: Span, mut fields: Value) -> Value {
        let range = self.points.range(span);
        fields["start"] = range.start.into();
        fields["end"] = range.end.into();
        fields["text"] = span.of(&self.annotation.document.text).into();
        fields
    }

    fn sentence(&self, sentence: &Sentence) -> Value {
        let tokens = sentence.tokens.iter().map(|token| {
            self.spanned(
                token.span,
                json!({
                    "lemma": token.lemma,
                    "upos": token.upos.name(),
                    "xpos": token.xpos,
                    "head": token.head,
                    "deprel": token.deprel,
                }),
            )
        });
        let tokens: Vec<Value> = tokens.collect();
        self.spanned(
            sentence.span,
            json!({"kind": sentence.kind.name(), "paragraph": sentence.paragraph, "tokens": tokens}),
        )
    }

    fn mention(&self, index: usize, mention: &Mention) -> Value {
        let role = mention
            .role
            .as_ref()
            .map(|role| self.spanned(role.span, json!({"relation": role.relation, "past": role.past})));
        self.spanned(
            mention.span,
            json!({
                "form": mention.form.name(),
                "kind": mention.kind.name(),
                "confidence": mention.confidence,
                "sentence": mention.sentence,
                "entity": self.annotation.entities.of_mention[index],
                "known": mention.known.map(|known| known.name),
                "role": role,
            }),
        )
    }

    fn time(&self, time: &Time) -> Value {
        self.spanned(
            time.span,
            json!({
                "type": time.time_type.name(),
                "value": time.value.as_ref().map(|value| value.value.clone()),
                "mod": time.modifier.map(crate::time::Modifier::name),
            }),
        )
    }

    fn event(&self, event: &Event) -> Value {
        json!({
            "type": event.event_type,
            "label": event.label,
            "entity": event.entity,
            "time": event.time.as_ref().map(|time| time.value.value.clone()),
            "statements": event.statements.iter().map(|statement| self.statement(statement)).collect::<Vec<_>>(),
            "arguments": event.arguments.iter().map(|argument| self.argument(argument)).collect::<Vec<_>>(),
        })
    }

    fn statement(&self, statement: &Statement) -> Value {
        self.spanned(
            statement.span,
            json!({
                "form": statement.form.name(),
                "polarity": statement.polarity.name(),
                "modality": statement.modality.name(),
                "sources": statement.sources,
                "confidence": statement.confidence,
            }),
        )
    }

    fn argument(&self, argument: &Argument) -> Value {
        let (entity, event) = match argument.participant {
            Participant::Entity(entity) => (Some(entity), None),
            Participant::Event(event) => (None, Some(event)),
        };
        self.spanned(
            argument.span,
            json!({"role": argument.role.name(), "entity": entity, "event": event}),
        )
    }

    fn relation(&self, relation: &Relation) -> Value {
        self.spanned(
            relation.span,
            json!({
                "type": relation.relation,
                "from": relation.from,
                "to": relation.to,
                "past": relation.past,
                "label": relation.label,
                "confidence": relation.confidence,
            }),
        )
    }
}
