//! Lasting facts from titles, appositions, possessives and compound names. Never from mere nearness.
//!
//! Rules find what these say; a scorer that has learned from annotated articles, with the rules' findings among its evidence,
//! decides about every two entities that a sentence names.

mod belonging;
mod office;

use super::question::{self, Pair};
use super::{Reader, Relation};
use crate::mention::{Form, Mention};
use crate::ontology::{Kind, ontology};
use crate::text::{Sentence, Span};
use std::collections::HashMap;

/// A relation is told when its chance reaches this.
const LEAST_CHANCE: f64 = 0.4;

/// Words before or between two mentions by which their relation has ended.
const PAST: [&str; 7] = ["ex", "ex-", "former", "formerly", "late", "once", "onetime"];

/// Finds the relations of a document, in the order of the text.
pub(super) fn find(reader: &Reader<'_>) -> Vec<Relation> {
    let rules = by_rule(reader);
    let mut out: Vec<Relation> = Vec::new();
    let mut places: HashMap<(&str, usize, usize), usize> = HashMap::new();
    for (pair, evidence) in question::relations(reader, &rules) {
        let Some(found) = decide(reader, pair, &evidence, &rules) else {
            continue;
        };
        match places.get(&(found.relation, found.from, found.to)) {
            Some(&place) => {
                let known = &mut out[place];
                known.past &= found.past;
                known.confidence = known.confidence.max(found.confidence);
            }
            None => {
                places.insert((found.relation, found.from, found.to), out.len());
                out.push(found);
            }
        }
    }
    one_country_each(reader, &mut out);
    out
}

/// Nobody leads two countries at once: of several the surest.
fn one_country_each(reader: &Reader<'_>, relations: &mut Vec<Relation>) {
    let leads = |relation: &Relation| {
        let country = reader.entities.entities[relation.to].kind == Kind::Country;
        relation.relation == "leads" && country && !relation.past
    };
    let mut surest: HashMap<usize, f64> = HashMap::new();
    for relation in relations.iter().filter(|relation| leads(relation)) {
        let best = surest.entry(relation.from).or_default();
        *best = best.max(relation.confidence);
    }
    relations.retain(|relation| !leads(relation) || relation.confidence >= surest[&relation.from]);
}

/// The relation between two mentions, if there is one.
fn decide(reader: &Reader<'_>, pair: Pair, evidence: &question::Evidence, rules: &[Relation]) -> Option<Relation> {
    let [one, other] = [pair.first, pair.second].map(|mention| &reader.mentions.mentions[mention]);
    let [a, b] = [pair.first, pair.second].map(|mention| reader.entities.of_mention[mention]);
    let (a, b) = (a?, b?);
    let chances = reader.ask(
        "relation",
        (one.sentence, one.head),
        (other.sentence, other.head),
        evidence,
    );
    let kind = |entity: usize| reader.entities.entities[entity].kind;
    let ends = |class: &str| if class.ends_with('<') { (b, a) } else { (a, b) };
    let allowed = |class: &str| {
        let (from, to) = ends(class);
        let entry = ontology().relation(class.trim_end_matches(['<', '>']));
        entry.is_some_and(|entry| entry.allows(kind(from), kind(to)))
    };
    let (class, confidence) = chances.best(allowed).filter(|&(_, chance)| chance >= LEAST_CHANCE)?;
    let entry = ontology().relation(class.trim_end_matches(['<', '>']))?;
    let (mut from, mut to) = ends(class);
    if entry.symmetric && from > to {
        (from, to) = (to, from);
    }
    let sentence = &reader.analysis.sentences[one.sentence];
    let rule = rules.iter().find(|rule| {
        (rule.relation, rule.from, rule.to, rule.sentence) == (entry.name.as_str(), from, to, one.sentence)
    });
    let (start, end) = (
        one.tokens.start.min(other.tokens.start),
        other.tokens.start.max(one.tokens.end),
    );
    let former = sentence.tokens[start.saturating_sub(1)..end].iter();
    let mut former = former.map(|token| token.form.to_lowercase());
    Some(Relation {
        relation: &entry.name,
        from,
        to,
        past: rule.map_or_else(|| former.any(|word| PAST.contains(&word.as_str())), |rule| rule.past),
        label: rule.map_or_else(|| entry.label.clone(), |rule| rule.label.clone()),
        span: rule.map_or(one.span.cover(other.span), |rule| rule.span),
        sentence: one.sentence,
        confidence,
    })
}

/// What the rules find, a fact as often as it is told.
pub(super) fn by_rule(reader: &Reader<'_>) -> Vec<Relation> {
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

/// The relations found so far, each once a sentence.
#[derive(Default)]
struct Found {
    relations: Vec<Relation>,
    places: HashMap<(&'static str, usize, usize, usize), usize>,
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
        if let Some(&place) = out.places.get(&(relation, from, to, self.mention.sentence)) {
            out.relations[place].past &= past;
            return;
        }
        out.places
            .insert((relation, from, to, self.mention.sentence), out.relations.len());
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
