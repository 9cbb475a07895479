//! The second look at a document: what the first one taught, for headlines and for names guessed weakly.

use super::Mention;
use super::classify::{Judgement, judge};
use super::name::Finder;
use super::name_word::is_calendar;
use crate::knowledge::{Known, LONGEST_NAME, key, knowledge};
use crate::ontology::Kind;
use std::collections::BTreeMap;

/// What a first look at the document teaches: full names, and which surname or short form belongs to which kind.
pub(super) struct Learned {
    /// By [`key`]; a name that was seen as several kinds keeps the surest.
    kinds: BTreeMap<String, (Kind, f64, Option<Known>)>,
    longest: usize,
}

impl Learned {
    pub(super) fn from(found: &[Mention], text: &str) -> Self {
        let mut kinds: BTreeMap<String, (Kind, f64, Option<Known>)> = BTreeMap::new();
        let mut add = |form: String, kind: Kind, confidence: f64, known: Option<Known>| {
            let entry = kinds.entry(form).or_insert((kind, confidence, known));
            if confidence > entry.1 {
                *entry = (kind, confidence, known);
            }
        };
        for mention in found {
            let form = key(mention.span.of(text));
            if mention.kind == Kind::Person
                && mention.tokens.len() > 1
                && let Some((_, surname)) = form.rsplit_once(' ')
            {
                add(surname.to_owned(), Kind::Person, mention.confidence - 0.05, None);
                // "al-Assad" of "Bashar al-Assad"
                if let Some((_, rest)) = form.split_once(' ') {
                    add(rest.to_owned(), Kind::Person, mention.confidence - 0.05, None);
                }
            }
            // "Mahan" of "Mahan Air", where it was read as something else and not surely.
            if mention.kind == Kind::Organisation
                && mention.tokens.len() == 2
                && let Some((first, _)) = form.split_once(' ')
            {
                add(first.to_owned(), Kind::Organisation, mention.confidence.min(0.8), None);
            }
            add(form, mention.kind, mention.confidence, mention.known);
        }
        let longest = kinds
            .keys()
            .map(|form| form.split(' ').count())
            .max()
            .unwrap_or(0)
            .min(LONGEST_NAME);
        Self { kinds, longest }
    }

    /// A weak guess yields to a surer one about the same words elsewhere.
    pub(super) fn correct(&self, text: &str, found: &mut [Mention]) {
        for mention in found {
            if let Some(&(kind, confidence, known)) = self.kinds.get(&key(mention.span.of(text)))
                && confidence > mention.confidence
                && mention.known.is_none()
            {
                (mention.kind, mention.confidence, mention.known) = (kind, confidence, known);
            }
        }
    }

    /// Whether the text names something so.
    pub(super) fn has(&self, words: &str) -> bool {
        self.kinds.contains_key(&key(words))
    }

    /// Words in capitals that the text uses for something, where the reader took them for others ("WHO" for "who").
    /// `found` holds the first look's mentions, in the order of the sentences.
    pub(super) fn acronyms(&self, finder: &Finder<'_>, found: &[Mention]) -> Vec<Mention> {
        let start = found.partition_point(|mention| mention.sentence < finder.index);
        let here = found[start..]
            .iter()
            .take_while(|mention| mention.sentence == finder.index);
        let mut taken = vec![false; finder.sentence.tokens.len()];
        here.for_each(|mention| taken[mention.tokens.clone()].fill(true));
        let mut more = Vec::new();
        for (index, token) in finder.sentence.tokens.iter().enumerate() {
            if !taken[index]
                && token.form.len() > 2
                && token.form.chars().all(char::is_uppercase)
                && let Some(&(kind, confidence, known)) = self.kinds.get(&key(&token.form))
            {
                more.push(finder.mention(
                    index..index + 1,
                    Judgement {
                        kind,
                        confidence,
                        known,
                    },
                    None,
                ));
            }
        }
        more
    }

    /// In a line where every word has a capital, only names that are known or stand in the text are names.
    pub(super) fn headline(&self, finder: &Finder<'_>, out: &mut Vec<Mention>) {
        let count = finder.sentence.tokens.len();
        let mut start = 0;
        while start < count {
            if !finder.sentence.tokens[start].is_capitalised() {
                start += 1;
                continue;
            }
            let found = (start + 1..=count.min(start + self.longest.max(LONGEST_NAME)))
                .rev()
                .find_map(|stop| {
                    let words = finder.words(&(start..stop));
                    if !finder.form(stop - 1).ends_with(char::is_alphanumeric) && !finder.form(stop - 1).ends_with("S.")
                    {
                        return None;
                    }
                    if let Some(&(kind, confidence, known)) = self.kinds.get(&key(words)) {
                        return Some((
                            stop,
                            Judgement {
                                kind,
                                confidence,
                                known,
                            },
                        ));
                    }
                    let known = !knowledge().names(words).is_empty();
                    known.then(|| (stop, judge(finder.text, finder.sentence, &(start..stop), false)))
                });
            match found {
                Some((stop, judgement)) if !is_calendar(finder.form(start)) => {
                    out.push(finder.mention(start..stop, judgement, None));
                    start = stop;
                }
                _ => start += 1,
            }
        }
    }
}
