//! Who is quoted.

use super::is_reporting_verb;
use crate::text::Sentence;

/// Whether an odd number of quotation marks stands before token `index`.
#[must_use]
pub fn is_quoted(sentence: &Sentence, index: usize) -> bool {
    let marks = sentence.tokens[..index]
        .iter()
        .filter(|token| matches!(token.form.as_str(), "\"" | "“" | "”" | "``" | "''"))
        .count();
    marks % 2 == 1
}

/// The subject of the verb of saying that a quoted token belongs to, as (sentence, token): in the same sentence, or in the
/// one before or after when the paragraph is the same.
#[must_use]
pub fn speaker(sentences: &[Sentence], number: usize, index: usize) -> Option<(usize, usize)> {
    if !is_quoted(&sentences[number], index) {
        return None;
    }
    let near = |other: usize| {
        sentences
            .get(other)
            .filter(|sentence| sentence.paragraph == sentences[number].paragraph)
            .map(|_| other)
    };
    [Some(number), number.checked_sub(1).and_then(near), near(number + 1)]
        .into_iter()
        .flatten()
        .find_map(|number| {
            let sentence = &sentences[number];
            let says = |token: &usize| {
                let subject = &sentence.tokens[*token];
                subject.relation() == "nsubj"
                    && subject
                        .head
                        .is_some_and(|verb| is_reporting_verb(&sentence.tokens[verb].lemma))
                    && !is_quoted(sentence, *token)
            };
            (0..sentence.tokens.len()).find(says).map(|token| (number, token))
        })
}
