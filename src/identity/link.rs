//! Nouns and pronouns join what they take up: for each the likeliest candidate that nothing forbids, or nobody.

use super::candidate::{Candidate, Pronoun};
use super::pairs::Questions;
use crate::mention::Form;
use crate::model::PairScorer;
use crate::ontology::Kind;
use crate::text::CoreferenceVector;

/// A chain of candidates that are one.
#[derive(Debug, Default)]
pub(super) struct Chain {
    /// Candidates in the order in which they joined.
    pub(super) members: Vec<usize>,
    /// For members that joined another: which one.
    pub(super) through: Vec<(usize, usize)>,
    /// So many of the members are names that were one already, in the order of the text.
    given: usize,
    kind: Option<Kind>,
    named: bool,
    plural: Option<bool>,
    gender: Option<char>,
}

impl Chain {
    fn add(&mut self, index: usize, candidate: &Candidate) {
        self.members.push(index);
        let names = candidate.form == Form::Name && candidate.kind.is_some();
        if names && !self.named {
            (self.kind, self.named) = (candidate.kind, true);
        }
        self.kind = self.kind.or(candidate.kind);
        if matches!(candidate.pronoun, Pronoun::He | Pronoun::She | Pronoun::I) {
            self.kind = self.kind.or(Some(Kind::Person));
        }
        self.plural = self.plural.or(candidate.plural);
        self.gender = self.gender.or(candidate.gender);
    }

    /// Whether nothing that is told of both forbids it.
    fn admits(&self, candidate: &Candidate, candidates: &[Candidate]) -> bool {
        if matches!((self.gender, candidate.gender), (Some(ours), Some(theirs)) if ours != theirs) {
            return false;
        }
        let personal = self.kind == Some(Kind::Person);
        let fits = match candidate.pronoun {
            Pronoun::He | Pronoun::She | Pronoun::I => {
                matches!(self.kind, None | Some(Kind::Person)) && self.plural != Some(true)
            }
            Pronoun::It => !personal && self.plural != Some(true),
            Pronoun::They => self.gender.is_none() || self.plural == Some(true),
            Pronoun::None => match (self.kind, candidate.kind) {
                (Some(ours), Some(theirs)) => {
                    ours == theirs
                        || ![ours, theirs]
                            .iter()
                            .any(|kind| matches!(kind, Kind::Person | Kind::Event))
                }
                _ => true,
            },
            Pronoun::We | Pronoun::You | Pronoun::This => true,
        };
        // What holds another, or stands inside it, is not the same.
        fits && !self
            .in_sentence(candidate.sentence, candidates)
            .any(|other| other.tokens.start < candidate.tokens.end && candidate.tokens.start < other.tokens.end)
    }

    /// The members in a sentence behind which nobody has joined yet. A chain may be as long as the document: O(log n) and those found.
    fn in_sentence<'a>(
        &'a self,
        sentence: usize,
        candidates: &'a [Candidate<'a>],
    ) -> impl Iterator<Item = &'a Candidate<'a>> {
        let (given, joined) = self.members.split_at(self.given);
        let start = given.partition_point(|&member| candidates[member].sentence < sentence);
        let names = given[start..].iter();
        let members = joined.iter().rev().map(|&member| &candidates[member]);
        let here = move |other: &&Candidate| other.sentence == sentence;
        names
            .map(|&member| &candidates[member])
            .take_while(here)
            .chain(members.take_while(here))
    }
}

/// Makes chains. `given`: names that are one already, as candidates; the chains come in their order, then by first member.
pub(super) fn link(
    candidates: &[Candidate],
    questions: &Questions,
    given: Vec<Vec<usize>>,
    scorer: &PairScorer,
    heads: &[CoreferenceVector],
) -> Vec<Chain> {
    let mut chain_of: Vec<Option<usize>> = vec![None; candidates.len()];
    let mut chains: Vec<Chain> = Vec::new();
    for members in given {
        let mut chain = Chain::default();
        for member in members {
            chain.add(member, &candidates[member]);
            chain_of[member] = Some(chains.len());
        }
        chain.given = chain.members.len();
        chains.push(chain);
    }
    let pairs = questions
        .pairs
        .iter()
        .map(|pair| (pair.earlier, pair.later, pair.answers.0.as_slice()));
    let all = scorer.scores(heads, pairs);
    let mut rest = questions.pairs.as_slice();
    let mut start = 0;
    while let Some(first) = rest.first() {
        let later = first.later;
        let count = rest.iter().take_while(|pair| pair.later == later).count();
        let (asked, others) = rest.split_at(count);
        let found = &all[start..start + count];
        (rest, start) = (others, start + count);
        // A name's chain may have taken it in already: "the Mexican government".
        if chain_of[later].is_some() {
            continue;
        }
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by(|&one, &other| {
            found[other]
                .total_cmp(&found[one])
                .then(asked[other].earlier.cmp(&asked[one].earlier))
        });
        let antecedent = order.iter().map(|&place| asked[place].earlier).find(|&earlier| {
            earlier == later
                || chain_of[earlier].is_some_and(|chain| chains[chain].admits(&candidates[later], candidates))
        });
        let chain = antecedent
            .filter(|&earlier| earlier != later)
            .and_then(|earlier| Some((earlier, chain_of[earlier]?)));
        let chain = match chain {
            Some((earlier, chain)) => {
                chains[chain].through.push((later, earlier));
                chain
            }
            None => {
                chains.push(Chain::default());
                chains.len() - 1
            }
        };
        chains[chain].add(later, &candidates[later]);
        chain_of[later] = Some(chain);
    }
    chains
}

impl Chain {
    /// What the chain is, as far as its members tell.
    pub(super) fn kind(&self) -> Option<Kind> {
        self.kind
    }
}
