//! Who is who: mentions of one document united into entities, and entities of several documents given one id.

pub mod corpus;
mod decision;
mod id;
mod name;
mod nominal;
mod pronoun;

pub use decision::{Contradiction, Decisions, Verdict};
pub use id::{entity_id, known, known_id, unique};

use crate::knowledge::Known;
use crate::mention::{Agreement, Form, Mention, Mentions};
use crate::ontology::Kind;
use crate::text::{Analysis, Document};
use std::collections::HashMap;

/// Why two mentions are one entity: the rule's name, and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// "surname", "acronym", "demonym" …
    pub rule: &'static str,
    /// "Sheinbaum = Claudia Sheinbaum".
    pub detail: String,
}

/// A person, country, organisation, place or named event of one document.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// The fullest name in the text; countries have their usual English name, unnamed ones their first words.
    pub label: String,
    /// Whether a name stands for it anywhere in the text.
    pub named: bool,
    /// Indices of its mentions, ascending.
    pub mentions: Vec<usize>,
    /// What is known of it.
    pub known: Option<Known>,
    /// Number and gender, from the mention that tells most.
    pub agreement: Agreement,
    /// Why its mentions are one.
    pub reasons: Vec<Reason>,
}

/// All entities of a document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entities {
    /// In the order of their first mention.
    pub entities: Vec<Entity>,
    /// The entity of each mention; `None` for pronouns and nouns that stand for nobody found.
    pub of_mention: Vec<Option<usize>>,
}

/// Unites the mentions of a document. A name joins others by rule, a noun or pronoun looks back for what it stands for.
#[must_use]
pub fn resolve(document: &Document, analysis: &Analysis, mentions: &Mentions) -> Entities {
    let mut resolver = Resolver {
        text: &document.text,
        analysis,
        mentions: &mentions.mentions,
        entities: Vec::new(),
        of_mention: vec![None; mentions.mentions.len()],
        nouns: HashMap::new(),
        bearers: HashMap::new(),
    };
    name::resolve(&mut resolver);
    for index in 0..resolver.mentions.len() {
        match resolver.mentions[index].form {
            Form::Name => resolver.remember_role(index),
            Form::Nominal => nominal::resolve(&mut resolver, index),
            Form::Pronoun => pronoun::resolve(&mut resolver, index),
        }
    }
    resolver.finish()
}

/// The state that the rules share.
struct Resolver<'a> {
    text: &'a str,
    analysis: &'a Analysis,
    mentions: &'a [Mention],
    entities: Vec<Entity>,
    of_mention: Vec<Option<usize>>,
    /// The latest entity without a name, by noun and number.
    nouns: HashMap<(&'a str, Option<bool>), usize>,
    /// The latest bearer of a role, by the role's last word in small letters.
    bearers: HashMap<String, usize>,
}

impl<'a> Resolver<'a> {
    fn words(&self, mention: usize) -> &'a str {
        self.mentions[mention].span.of(self.text)
    }

    /// Keeps who bears the role that stands beside a name.
    fn remember_role(&mut self, mention: usize) {
        let role = self.mentions[mention].role.as_ref();
        let last = role.and_then(|role| role.text.split_whitespace().next_back());
        if let (Some(last), Some(entity)) = (last, self.of_mention[mention]) {
            self.bearers.insert(last.to_lowercase(), entity);
        }
    }

    /// A new entity of one mention.
    fn create(&mut self, mention: usize) -> usize {
        let found = &self.mentions[mention];
        self.entities.push(Entity {
            kind: found.kind,
            label: self.words(mention).to_owned(),
            named: found.form == Form::Name,
            mentions: vec![mention],
            known: found.known,
            agreement: found.agreement,
            reasons: Vec::new(),
        });
        let entity = self.entities.len() - 1;
        self.of_mention[mention] = Some(entity);
        entity
    }

    /// Adds a mention to an entity, for a reason where the words alone do not say it.
    fn join(&mut self, mention: usize, entity: usize, rule: Option<&'static str>) {
        self.of_mention[mention] = Some(entity);
        let words = self.words(mention).to_owned();
        let (form, gender) = (self.mentions[mention].form, self.mentions[mention].agreement.gender);
        let entity = &mut self.entities[entity];
        entity.mentions.push(mention);
        entity.agreement.gender = entity.agreement.gender.or(gender);
        if let Some(rule) = rule
            && form != Form::Pronoun
        {
            let reason = Reason {
                rule,
                detail: format!("{words} = {}", entity.label),
            };
            if !entity.reasons.contains(&reason) {
                entity.reasons.push(reason);
            }
        }
    }

    /// Mentions before `mention` that have an entity, the nearest first, at most `sentences` back.
    fn before(&self, mention: usize, sentences: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
        let limit = self.mentions[mention].sentence.saturating_sub(sentences);
        (0..mention)
            .rev()
            .take_while(move |&other| self.mentions[other].sentence >= limit)
            .filter_map(|other| Some((other, self.of_mention[other]?)))
    }

    /// Sorts, chooses labels, and puts the entities in the order of their first mentions.
    fn finish(self) -> Entities {
        let mut order: Vec<usize> = (0..self.entities.len()).collect();
        let mut entities = self.entities;
        for entity in &mut entities {
            entity.mentions.sort_unstable();
        }
        order.sort_by_key(|&entity| entities[entity].mentions[0]);
        let mut place = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old] = new;
        }
        let mut sorted: Vec<(usize, Entity)> = entities
            .into_iter()
            .enumerate()
            .map(|(old, entity)| (place[old], entity))
            .collect();
        sorted.sort_by_key(|&(new, _)| new);
        Entities {
            entities: sorted.into_iter().map(|(_, entity)| entity).collect(),
            of_mention: self
                .of_mention
                .into_iter()
                .map(|entity| entity.map(|old| place[old]))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{mention, syntax};

    /// Checks the chains of a text: each wanted line is an entity's mentions, joined by " | ".
    fn check(text: &str, wanted: &[&str]) {
        let document = Document::new("t", text);
        let analysis = syntax::analyse(&document);
        let mentions = mention::find(&document, &analysis);
        let found = resolve(&document, &analysis, &mentions);
        let chains: Vec<String> = found
            .entities
            .iter()
            .map(|entity| {
                entity
                    .mentions
                    .iter()
                    .map(|&index| mentions.mentions[index].span.of(text))
                    .collect::<Vec<_>>()
                    .join(" | ")
            })
            .collect();
        for chain in wanted {
            assert!(
                chains.iter().any(|found| found == chain),
                "{text}\nno {chain:?} in {chains:#?}"
            );
        }
    }

    #[test]
    fn names_and_pronouns_make_chains() {
        check(
            "Claudia Sheinbaum spoke. Sheinbaum said she would not agree.",
            &["Claudia Sheinbaum | Sheinbaum | she"],
        );
        check(
            "Mexico protested. The Mexican government said its army was ready.",
            &["Mexico | The Mexican government | Mexican | its"],
        );
        check(
            "The World Health Organization (WHO) met. WHO said so.",
            &["World Health Organization | WHO | WHO"],
        );
    }

    #[test]
    fn relatives_stay_apart() {
        check(
            "Bill Clinton met Hillary Clinton. Mrs Clinton left.",
            &["Bill Clinton", "Hillary Clinton | Clinton"],
        );
    }
}
