//! Lasting facts from titles, appositions, possessives and compound names. Never from mere nearness.

mod belonging;
mod office;

use super::{Reader, Relation};
use crate::mention::{Form, Mention};
use crate::ontology::{Kind, ontology};
use crate::text::{Sentence, Span};
use std::collections::HashMap;

/// Finds the relations of a document, in the order of the text.
pub(super) fn find(reader: &Reader<'_>) -> Vec<Relation> {
    let mut out = Found::default();
    for (index, mention) in reader.mentions.mentions.iter().enumerate() {
        let Some(entity) = reader.entities.of_mention[index] else {
            continue;
        };
        let here = Here {
            reader,
            index,
            mention,
            entity,
            sentence: &reader.analysis.sentences[mention.sentence],
        };
        match mention.form {
            Form::Name => {
                here.title_before(&mut out);
                here.owner(&mut out);
                here.apposition(&mut out);
                here.place(&mut out);
                here.body_of_state(&mut out);
            }
            Form::Nominal => here.nominal(&mut out),
            Form::Pronoun => {}
        }
        here.predicate(&mut out);
        here.kin(&mut out);
    }
    out.relations
}

/// The relations found so far, each once.
#[derive(Default)]
struct Found {
    relations: Vec<Relation>,
    places: HashMap<(&'static str, usize, usize), usize>,
}

/// A mention with everything around it.
struct Here<'a> {
    reader: &'a Reader<'a>,
    index: usize,
    mention: &'a Mention,
    entity: usize,
    sentence: &'a Sentence,
}

impl Here<'_> {
    fn kind(&self, entity: usize) -> Kind {
        self.reader.entities.entities[entity].kind
    }

    /// The entity and mention whose last token is `token`, when a name ends there.
    fn name_ending_at(&self, token: usize) -> Option<(usize, &Mention)> {
        let (entity, mention) = self.reader.entity_at(self.mention.sentence, token)?;
        let mention = &self.reader.mentions.mentions[mention];
        (mention.form == Form::Name && mention.tokens.end == token + 1).then_some((entity, mention))
    }

    fn form(&self, token: usize) -> &str {
        self.sentence.tokens.get(token).map_or("", |token| token.form.as_str())
    }

    /// Adds a relation where the ontology allows it; symmetric ones go from the entity that comes first.
    fn add(&self, out: &mut Found, relation: &'static str, ends: (usize, usize), past: bool, label: &str, other: Span) {
        let entry = ontology().relation(relation).expect("a relation of the ontology");
        let (from, to) = if entry.symmetric && ends.0 > ends.1 {
            (ends.1, ends.0)
        } else {
            ends
        };
        if from == to || !entry.allows(self.kind(from), self.kind(to)) {
            return;
        }
        if let Some(&place) = out.places.get(&(relation, from, to)) {
            out.relations[place].past &= past;
            return;
        }
        out.places.insert((relation, from, to), out.relations.len());
        out.relations.push(Relation {
            relation,
            from,
            to,
            past,
            label: label.to_owned(),
            span: self.mention.span.cover(other),
            sentence: self.mention.sentence,
            confidence: 0.8,
        });
    }
}

fn relation_label(relation: &'static str) -> &'static str {
    ontology()
        .relation(relation)
        .map_or(relation, |entry| entry.label.as_str())
}
