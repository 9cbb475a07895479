//! Titles and roles before a name: recognised, kept apart from the name, and kept for later stages.

use super::Role;
use crate::knowledge::knowledge;
use crate::text::Sentence;

/// Titles have at most so many words.
const LONGEST: usize = 4;

/// The longest title that begins at token `start` and ends before `end`: the token after it, and its relation.
pub(super) fn at(text: &str, sentence: &Sentence, start: usize, end: usize) -> Option<(usize, Option<&'static str>)> {
    (start + 1..=end.min(start + LONGEST)).rev().find_map(|stop| {
        let span = sentence.tokens[start].span.cover(sentence.tokens[stop - 1].span);
        // A title does not run over punctuation: only its abbreviation's stop belongs to it.
        let words = sentence.tokens[start..stop]
            .iter()
            .all(|token| token.form.starts_with(char::is_alphabetic) || token.form == "-");
        let title = words.then(|| knowledge().title(span.of(text))).flatten()?;
        Some((stop, title.relation))
    })
}

/// The role that the tokens from `start` to `end` make.
pub(super) fn role(text: &str, sentence: &Sentence, start: usize, end: usize, relation: Option<&'static str>) -> Role {
    let span = sentence.tokens[start].span.cover(sentence.tokens[end - 1].span);
    Role {
        text: span.of(text).to_owned(),
        span,
        relation,
        past: is_past(sentence, start),
    }
}

/// Whether "former", "ex" or "late" stands before token `start`, a demonym between them or not.
pub(super) fn is_past(sentence: &Sentence, start: usize) -> bool {
    let former = |back: usize| {
        start.checked_sub(back).is_some_and(|index| {
            let form = sentence.tokens[index].form.to_lowercase();
            matches!(
                form.as_str(),
                "former" | "ex" | "ex-" | "late" | "ousted" | "outgoing" | "then"
            ) || form.starts_with("ex-")
        })
    };
    former(1) || former(2) || sentence.tokens[start].form.to_lowercase().starts_with("ex-")
}

/// The role that stands before the name which begins at `start`, in small letters: "spokesperson | Ann Lee", "chief
/// executive | Ann Lee".
pub(super) fn before(text: &str, sentence: &Sentence, start: usize) -> Option<Role> {
    (start.saturating_sub(LONGEST)..start).find_map(|from| {
        let (stop, relation) = at(text, sentence, from, start)?;
        (stop == start).then(|| role(text, sentence, from, start, relation))
    })
}
