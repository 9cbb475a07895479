//! Who is who: mentions of one document united into entities, and entities of several documents given one id.

mod candidate;
pub mod corpus;
mod decision;
mod features;
mod id;
mod link;
mod name;
mod nominal;
mod pairs;

pub use decision::{Contradiction, Decisions, Verdict};
pub use id::{entity_id, known, known_id, unique};
pub use pairs::{Export, export};

use crate::knowledge::Known;
use crate::mention::{Agreement, Form, Mention, Mentions};
use crate::model::reader;
use crate::ontology::Kind;
use crate::text::{Analysis, CoreferenceVector, Document, Embedding};
use candidate::{Candidate, Source, candidates};
use features::Context;
use link::Chain;
use std::ops::Range;

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
    /// Who and what is one, entities and other things alike, where it stands more than once.
    pub chains: Vec<Vec<Place>>,
}

/// Where something of a chain stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Index of the sentence.
    pub sentence: usize,
    /// Tokens as indices within the sentence.
    pub tokens: Range<usize>,
    /// The token that the tree attaches.
    pub head: usize,
    /// What it stands for, unless it is a pronoun or a thing.
    pub kind: Option<Kind>,
}

/// How one candidate takes up another.
fn rule(later: &Candidate, earlier: &Candidate) -> &'static str {
    if later.form == Form::Pronoun {
        "pronoun"
    } else if later.lemma == earlier.lemma {
        "same noun"
    } else {
        "coreference"
    }
}

/// Unites the mentions of a document. Names join others by rule; nouns and pronouns join what the pair scorer finds most
/// likely of all that nothing forbids. Noun phrases that no list of nouns knew become mentions of whom they take up.
#[must_use]
pub fn resolve(document: &Document, analysis: &Analysis, mentions: &mut Mentions) -> Entities {
    let mut resolver = Resolver {
        text: &document.text,
        analysis,
        mentions: &mentions.mentions,
        entities: Vec::new(),
        of_mention: vec![None; mentions.mentions.len()],
    };
    name::resolve(&mut resolver);
    nominal::governments(&mut resolver);
    let (chains, promoted) = resolver.link(mentions);
    let mut entities = resolver.finish();
    entities.chains = chains;
    promote(mentions, &mut entities, promoted);
    entities
}

/// Makes mentions of phrases, given with the index of the first mention of their entity, and counts all anew.
fn promote(mentions: &mut Mentions, entities: &mut Entities, promoted: Vec<(usize, Mention)>) {
    let of_first = |first: usize| entities.of_mention[first];
    let owners: Vec<Option<usize>> = promoted.iter().map(|&(first, _)| of_first(first)).collect();
    entities.of_mention.extend(owners);
    mentions
        .mentions
        .extend(promoted.into_iter().map(|(_, mention)| mention));
    let mut order: Vec<usize> = (0..mentions.mentions.len()).collect();
    order.sort_by_key(|&index| {
        let span = mentions.mentions[index].span;
        (span.start, std::cmp::Reverse(span.end))
    });
    mentions.mentions = order.iter().map(|&index| mentions.mentions[index].clone()).collect();
    entities.of_mention = order.iter().map(|&index| entities.of_mention[index]).collect();
    for entity in &mut entities.entities {
        entity.mentions.clear();
    }
    for (mention, entity) in entities.of_mention.iter().enumerate() {
        if let Some(entity) = *entity {
            entities.entities[entity].mentions.push(mention);
        }
    }
}

/// The state that the rules share.
struct Resolver<'a> {
    text: &'a str,
    analysis: &'a Analysis,
    mentions: &'a [Mention],
    entities: Vec<Entity>,
    of_mention: Vec<Option<usize>>,
}

impl<'a> Resolver<'a> {
    fn words(&self, mention: usize) -> &'a str {
        self.mentions[mention].span.of(self.text)
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

    /// Nouns and pronouns join. Gives all chains of more than one, as places in the text, and the phrases that stand for an
    /// entity, each with the first mention of it.
    fn link(&mut self, mentions: &Mentions) -> (Vec<Vec<Place>>, Vec<(usize, Mention)>) {
        let candidates = candidates(self.analysis, mentions);
        let context = Context::new(self.analysis, mentions, &candidates);
        let questions = pairs::ask(&candidates, &context);
        let named = self.entities.len();
        let mut given = vec![Vec::new(); named];
        for (index, candidate) in candidates.iter().enumerate() {
            if let Source::Mention(mention) = candidate.source
                && let Some(entity) = self.of_mention[mention]
            {
                given[entity].push(index);
            }
        }
        let heads: Vec<CoreferenceVector> = candidates.iter().map(|candidate| self.embedding(candidate)).collect();
        let scorer = reader(self.analysis.model).pairs();
        let chains = link::link(&candidates, &questions, given, scorer, &heads);
        let mut promoted = Vec::new();
        for (number, chain) in chains.iter().enumerate() {
            let entity = (number < named).then_some(number);
            let entity = entity.or_else(|| self.entity_of(chain, &candidates));
            let Some(entity) = entity else { continue };
            let first = self.entities[entity].mentions[0];
            for &(later, earlier) in &chain.through {
                let candidate = &candidates[later];
                match candidate.source {
                    Source::Mention(mention) if self.of_mention[mention].is_none() => {
                        self.join(mention, entity, Some(rule(candidate, &candidates[earlier])));
                    }
                    Source::Phrase(_) if candidate.form == Form::Nominal => {
                        promoted.push((first, self.mention_of(candidate, entity)));
                    }
                    _ => {}
                }
            }
        }
        let place = |member: &usize| {
            let candidate = &candidates[*member];
            Place {
                sentence: candidate.sentence,
                tokens: candidate.tokens.clone(),
                head: candidate.head,
                kind: candidate.kind,
            }
        };
        let chains = chains.iter().filter(|chain| chain.members.len() > 1);
        let chains = chains.map(|chain| chain.members.iter().map(place).collect());
        (chains.collect(), promoted)
    }

    fn embedding(&self, candidate: &Candidate) -> CoreferenceVector {
        let sentence = &self.analysis.sentences[candidate.sentence];
        let embedding = sentence.embeddings.get(candidate.head);
        embedding.copied().unwrap_or(Embedding::NOTHING).coreference
    }

    /// The entity of a chain without a name: of its first nominal.
    fn entity_of(&mut self, chain: &Chain, candidates: &[Candidate]) -> Option<usize> {
        let nominal = chain
            .members
            .iter()
            .find_map(|&member| match candidates[member].source {
                Source::Mention(mention) if candidates[member].form == Form::Nominal => Some(mention),
                _ => None,
            })?;
        let entity = self.create(nominal);
        self.entities[entity].label = nominal::label(self.words(nominal));
        if let Some(kind) = chain.kind() {
            self.entities[entity].kind = kind;
        }
        for &member in &chain.members {
            if let Source::Mention(mention) = candidates[member].source
                && mention != nominal
                && self.of_mention[mention].is_none()
            {
                self.join(mention, entity, Some("coreference"));
            }
        }
        Some(entity)
    }

    /// A phrase as a mention of the entity that it takes up.
    fn mention_of(&self, candidate: &Candidate, entity: usize) -> Mention {
        let tokens = &self.analysis.sentences[candidate.sentence].tokens;
        Mention {
            span: tokens[candidate.tokens.start].span.cover(tokens[candidate.head].span),
            sentence: candidate.sentence,
            tokens: candidate.tokens.clone(),
            head: candidate.head,
            form: candidate.form,
            kind: self.entities[entity].kind,
            confidence: 0.6,
            agreement: Agreement {
                plural: candidate.plural,
                gender: candidate.gender,
            },
            known: None,
            role: None,
        }
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
            chains: Vec::new(),
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
        let mut mentions = mention::find(&document, &analysis);
        let found = resolve(&document, &analysis, &mut mentions);
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
