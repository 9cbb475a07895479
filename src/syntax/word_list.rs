//! What is known of single words: which Penn tags they take, as counted in `data/tags.tsv`, made by `tools/make_tags.py`.

use super::lemma::is_attested;
use crate::text::{Sentence, Token};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Tags with their counts, as the table has them ("NN 12 VB 3"), by word.
static TAGS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    include_str!("data/tags.tsv")
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .collect()
});

/// Whether the corpus has the word with one of these tags.
fn takes(word: &str, tags: &[&str]) -> bool {
    TAGS.get(word)
        .is_some_and(|counts| counts.split(' ').step_by(2).any(|tag| tags.contains(&tag)))
}

/// Whether a word in small letters is a known common noun or adjective.
#[must_use]
pub fn is_common_word(word: &str) -> bool {
    takes(word, &["NN", "NNS", "JJ"])
}

/// Whether the corpus writes a word, given in small letters, more often so than as a name.
fn is_lower_case(word: &str) -> bool {
    let Some(counts) = TAGS.get(word) else { return false };
    let mut capitals = word.chars();
    let capitalised: String = capitals
        .next()
        .map(|first| first.to_uppercase().collect::<String>() + capitals.as_str())
        .unwrap_or_default();
    total(counts) > TAGS.get(capitalised.as_str()).map_or(0, |counts| total(counts))
}

fn total(counts: &str) -> usize {
    counts
        .split(' ')
        .skip(1)
        .step_by(2)
        .filter_map(|count| count.parse::<usize>().ok())
        .sum()
}

/// The words of a headline as running text would write them: "Norway rejects harbour sale". The reader learned from
/// running text, and takes "Rejects" for a name. `stems` are those of the words that the document writes small.
pub(super) fn running_case(sentence: &Sentence, stems: &HashSet<&str>) -> Vec<String> {
    let running = |token: &Token| {
        let word = token.form.to_lowercase();
        let is_small = token.is_capitalised()
            && token.form != "I"
            && token.form != "US"
            && (stems.contains(stem(&word)) || is_lower_case(&word) || is_attested(&word));
        if is_small { word } else { token.form.clone() }
    };
    sentence.tokens.iter().map(running).collect()
}

/// A word without the commonest endings of inflection: enough to see that "rejects" and "rejected" are one.
pub(super) fn stem(word: &str) -> &str {
    let endings = ["ing", "ed", "es", "s", "e"].into_iter();
    let mut stems = endings
        .filter_map(|ending| word.strip_suffix(ending))
        .filter(|stem| stem.len() > 2);
    stems.next().unwrap_or(word)
}

/// Whether a word is known as the base form of a verb, from its own tags or from its third person.
#[must_use]
pub(super) fn is_base_verb(word: &str) -> bool {
    takes(word, &["VB", "VBP"]) || takes(&format!("{word}s"), &["VBZ"])
}

/// Whether nearly every longer word of the sentence begins with a capital, as headlines do.
#[must_use]
pub fn is_title_case(sentence: &Sentence) -> bool {
    if sentence.tokens.last().is_some_and(|token| token.form == ".") {
        return false;
    }
    let long: Vec<_> = sentence
        .tokens
        .iter()
        .filter(|token| token.form.chars().count() > 3 && token.form.chars().all(char::is_alphabetic))
        .collect();
    long.len() >= 3 && long.iter().filter(|token| token.is_capitalised()).count() * 5 >= long.len() * 4
}
