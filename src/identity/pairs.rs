//! Which candidates are asked about: for each that may take up another, the likely ones before it.

use super::candidate::{Candidate, Pronoun, candidates};
use super::features::{Answers, COUNT, Context};
use crate::mention::{Form, Mentions};
use crate::text::Analysis;
use std::collections::HashMap;
use std::ops::Range;

/// The nearest so many are asked about …
const NEAREST: usize = 22;
/// … for pronouns in so many sentences …
const REACH: usize = 4;
/// … and so many farther ones with the same head, and farther names.
const SAME_HEAD: usize = 4;
const NAMES: usize = 6;
/// A pronoun may come before the name that it stands for, by so many candidates of its sentence.
const AHEAD: usize = 3;

/// All questions of a document.
pub(super) struct Questions {
    /// By the later candidate; the first of each is the candidate with itself.
    pub(super) pairs: Vec<Pair>,
}

/// One question: is `later` the same as `earlier`? Of a candidate with itself: is it nobody before?
pub(super) struct Pair {
    pub(super) earlier: usize,
    pub(super) later: usize,
    pub(super) answers: Answers,
}

/// Collects the questions. Linear in the number of candidates.
pub(super) fn ask(candidates: &[Candidate], context: &Context) -> Questions {
    let mut pairs = Vec::new();
    let mut of_head: HashMap<&str, Vec<usize>> = HashMap::new();
    // The latest mention of each name, in the order of these.
    let mut names: Vec<usize> = Vec::new();
    for (later, candidate) in candidates.iter().enumerate() {
        if candidate.form != Form::Name || candidate.kind.is_none() {
            pairs.push(Pair {
                earlier: later,
                later,
                answers: context.alone(later),
            });
            let mut chosen = near(candidates, later);
            if candidate.form != Form::Pronoun {
                let same = of_head.get(candidate.lemma).map_or(&[][..], Vec::as_slice);
                chosen.extend(same.iter().rev().take(SAME_HEAD));
            }
            if candidate.pronoun == Pronoun::None || candidate.pronoun == Pronoun::We {
                chosen.extend(names.iter().rev().take(NAMES));
            }
            chosen.extend(context.speaker(later));
            if candidate.form == Form::Pronoun {
                chosen.extend(ahead(candidates, later));
            }
            chosen.sort_unstable();
            chosen.dedup();
            chosen.retain(|&earlier| may_pair(&candidates[earlier], candidate) && earlier != later);
            let fitting = |&&earlier: &&usize| fits(&candidates[earlier], candidate);
            let last = chosen
                .iter()
                .filter(|&&earlier| earlier < later)
                .rfind(fitting)
                .copied();
            let subject = |&&earlier: &&usize| context.is_subject(earlier) && fits(&candidates[earlier], candidate);
            let last_subject = chosen
                .iter()
                .filter(|&&earlier| earlier < later)
                .rfind(subject)
                .copied();
            let mut steps = chosen
                .iter()
                .filter(|&&earlier| earlier < later && fits(&candidates[earlier], candidate))
                .count();
            for earlier in chosen {
                let latest = [Some(earlier) == last, Some(earlier) == last_subject];
                pairs.push(Pair {
                    earlier,
                    later,
                    answers: context.pair(earlier, later, steps, latest),
                });
                if earlier < later && fits(&candidates[earlier], candidate) {
                    steps = steps.saturating_sub(1);
                }
            }
        }
        of_head.entry(candidate.lemma).or_default().push(later);
        if candidate.form == Form::Name && candidate.kind.is_some() {
            names.retain(|&name| candidates[name].words != candidate.words);
            names.push(later);
            if names.len() > 4 * NAMES {
                names.remove(0);
            }
        }
    }
    Questions { pairs }
}

fn near(candidates: &[Candidate], later: usize) -> Vec<usize> {
    let reach = if candidates[later].form == Form::Pronoun {
        REACH
    } else {
        usize::MAX
    };
    let limit = candidates[later].sentence.saturating_sub(reach);
    let before = (0..later).rev().take(NEAREST);
    before
        .take_while(|&earlier| candidates[earlier].sentence >= limit)
        .collect()
}

fn ahead(candidates: &[Candidate], later: usize) -> impl Iterator<Item = usize> {
    let sentence = candidates[later].sentence;
    let after = later + 1..candidates.len();
    let here = after.take_while(move |&other| candidates[other].sentence == sentence);
    here.filter(|&other| candidates[other].form == Form::Name && candidates[other].kind.is_some())
        .take(AHEAD)
}

/// Neither holds the other, unless one is a possessor within.
fn may_pair(earlier: &Candidate, later: &Candidate) -> bool {
    earlier.sentence != later.sentence || !overlap(&earlier.tokens, &later.tokens)
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Whether number, gender and kind allow it, as far as they are told.
fn fits(earlier: &Candidate, later: &Candidate) -> bool {
    let differ = matches!((earlier.plural, later.plural), (Some(a), Some(b)) if a != b)
        || matches!((earlier.gender, later.gender), (Some(a), Some(b)) if a != b);
    let kinds = match later.pronoun {
        Pronoun::He | Pronoun::She | Pronoun::I => {
            earlier.kind == Some(crate::ontology::Kind::Person)
                || matches!(earlier.pronoun, Pronoun::He | Pronoun::She | Pronoun::I)
        }
        Pronoun::It => earlier.kind != Some(crate::ontology::Kind::Person),
        _ => !matches!((earlier.kind, later.kind), (Some(a), Some(b)) if a != b),
    };
    !differ && kinds
}

/// What the trainer of the pair scorer reads of one document.
pub struct Export {
    /// (sentence, first token, end, head, form: "name", "nominal", "pronoun" or "thing").
    pub candidates: Vec<(usize, usize, usize, usize, &'static str)>,
    /// (earlier, later, questions answered with yes).
    pub pairs: Vec<(usize, usize, Vec<u16>)>,
    /// How many questions there are.
    pub questions: usize,
}

/// Candidates and questions of a document, for training and for the curious.
#[must_use]
pub fn export(analysis: &Analysis, mentions: &Mentions) -> Export {
    let candidates = candidates(analysis, mentions);
    let context = Context::new(analysis, mentions, &candidates);
    let questions = ask(&candidates, &context);
    let pairs = questions.pairs.into_iter();
    Export {
        pairs: pairs.map(|pair| (pair.earlier, pair.later, pair.answers.0)).collect(),
        questions: COUNT,
        candidates: candidates
            .iter()
            .map(|candidate| {
                let form = if candidate.kind.is_none() && candidate.form != Form::Pronoun {
                    "thing"
                } else {
                    candidate.form.name()
                };
                (
                    candidate.sentence,
                    candidate.tokens.start,
                    candidate.tokens.end,
                    candidate.head,
                    form,
                )
            })
            .collect(),
    }
}
