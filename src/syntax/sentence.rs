//! Where sentences end, and what each one is on the page: prose, headline, dateline, or the furniture of a web page.

use super::tokenise::{is_blank, is_emoticon, tokenise};
use crate::text::{Sentence, SentenceKind, Span, Token};
use regex::Regex;
use std::sync::LazyLock;

/// Longer "sentences" are cut here: no writer makes them, and what comes after must not pay for them.
const LONGEST: usize = 256;

/// Words that, capitalised after an abbreviation, begin a sentence rather than go on with a name ("the U.S. However").
#[rustfmt::skip]
const STARTERS: [&str; 44] = [
    "A", "After", "All", "Although", "An", "And", "As", "At", "Before", "But", "By", "For", "He", "Her", "His", "However",
    "I", "If", "In", "It", "Its", "Last", "Meanwhile", "More", "No", "On", "One", "Several", "She", "Since", "So", "Some",
    "That", "The", "Their", "There", "These", "They", "This", "Those", "We", "When", "While", "You",
];

/// Lines that pages carry beside the article.
static FURNITURE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^\W*(\d+ min(ute)?s? (read|ago)|\d+ (hours?|days?) ago|article (picture|image)|advertisement|share( this.*)?|",
        r"(photo|image|picture|file photo|related|read more|see also|source|credit|tags?|listen|watch|updated?|published)\b:?.*|",
        r"by [A-Z][\w.]+( [A-Z][\w.]+){1,3}|(updated|published|last modified) .*|(sign|log) (in|up).*|subscribe.*)\W*$"
    ))
    .expect("the pattern is a constant")
});

/// "MEXICO CITY, Nov. 4, 2025 (Agency) —" at the beginning of a paragraph, up to the dash.
static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^\p{Lu}[\p{L}.' -]{2,40}(, [\p{L}. ]{1,29}[\p{L}.])?",
        r"((,| [—–-]) ?[\p{L}]*,? ?([\p{L}]{3,9}\.? \d{1,2}|\d{1,2} [\p{L}]{3,9}\.?)?(,? \d{4})?)?",
        r"( \([\p{L}. ]{2,30}\))? ?(—|–|--|-) "
    ))
    .expect("the pattern is a constant")
});

/// A line that holds a date and nothing else.
static DATE_LINE: LazyLock<Regex> = LazyLock::new(|| {
    let month = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?";
    let pattern = format!(
        r"(?i)^\W*([a-z]+day,? )?({month} \d{{1,2}},? \d{{4}}|\d{{1,2}} {month},? \d{{4}}|\d{{4}}-\d\d-\d\d)\W*$"
    );
    Regex::new(&pattern).expect("the pattern is a constant")
});

/// Cuts a text into sentences.
#[must_use]
pub fn split(text: &str) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (paragraph, span) in paragraphs(text).into_iter().enumerate() {
        paragraph_sentences(text, span, paragraph, &mut out);
    }
    mark_headlines(text, &mut out);
    out
}

/// The paragraphs of a text: a line each, unless the lines look as if an editor had wrapped them.
fn paragraphs(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut blank_before = true;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = trim(text, Span::new(start, start + line.len()));
        start += line.len();
        if span.start == span.end {
            blank_before = true;
            continue;
        }
        match out.last_mut() {
            Some(last) if !blank_before && is_wrapped(last.of(text), span.of(text)) => last.end = span.end,
            _ => out.push(span),
        }
        blank_before = false;
    }
    out
}

/// Whether a line goes on in the next one: it is as long as editors wrap, or the next begins small.
fn is_wrapped(line: &str, next: &str) -> bool {
    let last_line = line.rsplit('\n').next().unwrap_or(line);
    let length = last_line.chars().take(120).count();
    let ends = last_line.ends_with(['.', '!', '?', ':', '"', '”', '’']);
    !ends && (next.starts_with(char::is_lowercase) || (60..=100).contains(&length))
}

fn trim(text: &str, span: Span) -> Span {
    let piece = span.of(text);
    let start = piece.len() - piece.trim_start_matches(is_blank).len();
    let end = piece.trim_end_matches(is_blank).len();
    if start >= end {
        Span::new(span.start, span.start)
    } else {
        Span::new(span.start + start, span.start + end)
    }
}

fn paragraph_sentences(text: &str, span: Span, paragraph: usize, out: &mut Vec<Sentence>) {
    let words = span.of(text);
    let mut push = |tokens: Vec<Token>, kind| {
        if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
            out.push(Sentence {
                span: first.span.cover(last.span),
                kind,
                paragraph,
                tokens,
                names: Vec::new(),
                embeddings: Vec::new(),
            });
        }
    };
    if words.len() < 200 && FURNITURE.is_match(words) {
        return push(tokenise(text, span), SentenceKind::Furniture);
    }
    if words.len() < 60 && DATE_LINE.is_match(words) {
        return push(tokenise(text, span), SentenceKind::Dateline);
    }
    let mut start = span.start;
    let opening = &words[..words.char_indices().nth(120).map_or(words.len(), |(at, _)| at)];
    if let Some(found) = DATELINE.find(opening).filter(|found| is_dateline(found.as_str())) {
        start += found.end();
        push(
            tokenise(text, trim(text, Span::new(span.start, start))),
            SentenceKind::Dateline,
        );
    }
    let mut rest = tokenise(text, Span::new(start, span.end)).into_iter().peekable();
    let mut sentence = Vec::new();
    while let Some(token) = rest.next() {
        sentence.push(token);
        if rest
            .peek()
            .is_none_or(|next| ends_before(&sentence, next) || sentence.len() >= LONGEST)
        {
            push(std::mem::take(&mut sentence), SentenceKind::Prose);
        }
    }
}

/// A dateline has a date, an agency or a place in capitals: "Mexico - a country" has none of them.
fn is_dateline(opening: &str) -> bool {
    let place = opening
        .split([',', '(', '—', '–'])
        .next()
        .unwrap_or(opening)
        .trim_end_matches([' ', '-']);
    let capitals =
        place.chars().filter(|letter| letter.is_alphabetic()).count() >= 3 && !place.chars().any(char::is_lowercase);
    capitals || opening.contains(|letter: char| letter.is_ascii_digit()) || opening.contains('(')
}

fn is_closing(form: &str) -> bool {
    matches!(form, "\"" | "”" | "’" | "'" | "''" | ")" | "]" | "»")
}

/// "=====", "******"
fn is_rule(form: &str) -> bool {
    let mut letters = form.chars();
    let first = letters.next();
    form.len() > 4
        && first.is_some_and(|first| "=*_-~#+".contains(first))
        && letters.all(|letter| Some(letter) == first)
}

/// The line above a letter's signature: "Best regards,".
fn is_closing_formula(sentence: &[Token]) -> bool {
    if sentence.len() > 3 {
        return false;
    }
    let before_comma = sentence[..sentence.len() - 1].iter();
    let words: Vec<String> = before_comma.map(|token| token.form.to_lowercase()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    matches!(
        words.as_slice(),
        ["regards" | "sincerely" | "thanks" | "cheers"]
            | ["best" | "kind" | "kindest" | "warm" | "warmest", "regards" | "wishes"]
            | ["yours", "sincerely" | "truly" | "faithfully"]
    )
}

/// Whether the sentence that these tokens make is over, given the token that follows them.
fn ends_before(sentence: &[Token], next: &Token) -> bool {
    // Closing quotes and brackets belong to the sentence that they close.
    let mut core = sentence;
    while let [rest @ .., last] = core
        && is_closing(&last.form)
    {
        core = rest;
    }
    let closed = core.len() < sentence.len();
    let Some(last) = core.last() else { return false };
    let glued = sentence.last().is_some_and(|token| token.span.end == next.span.start);
    if is_closing(&next.form) && glued {
        return false;
    }
    let next_starts = next
        .form
        .chars()
        .next()
        .is_some_and(|first| first.is_uppercase() || first.is_ascii_digit())
        || matches!(
            next.form.as_str(),
            "\"" | "“" | "‘" | "(" | "[" | "'" | "«" | "$" | "#" | "•" | "·" | "-" | "--" | "—" | "@" | "+" | ">"
        )
        || next.form.starts_with('*');
    // Lines of signs that part the text stand alone.
    if is_rule(&next.form) || is_rule(&last.form) && core.len() == 1 {
        return true;
    }
    match last.form.as_str() {
        "." => {
            // Careless writers begin sentences in small letters; after a short word the stop may be an abbreviation's.
            let long = core.len() > 1 && core[core.len() - 2].form.chars().count() > 2;
            next_starts || (!closed && !glued && long && next.form.starts_with(char::is_lowercase))
        }
        // `"Go!" she said`: a quotation that goes on in small letters is not over.
        form if form.starts_with(['!', '?']) => {
            next_starts || (!closed && !glued && next.form.starts_with(char::is_lowercase))
        }
        form if form == "…" || (form.len() > 1 && form.chars().all(|letter| letter == '.')) => next.is_capitalised(),
        form if is_emoticon(form) => next_starts,
        "," => is_closing_formula(core) && next.is_capitalised(),
        form if form.ends_with('.') && form.len() > 1 => {
            let is_initial = form.chars().count() == 2;
            let plain = STARTERS.binary_search(&next.form.as_str()).is_ok();
            (closed && next_starts)
                || (plain && !is_initial)
                || (matches!(next.form.as_str(), "\"" | "“") && !is_initial)
        }
        _ => false,
    }
}

/// The first line, and short lines between paragraphs, are headlines when no stop ends them.
fn mark_headlines(text: &str, sentences: &mut [Sentence]) {
    let mut index = 0;
    while index < sentences.len() {
        let paragraph = sentences[index].paragraph;
        let end = index
            + sentences[index..]
                .iter()
                .take_while(|sentence| sentence.paragraph == paragraph)
                .count();
        let last = &sentences[end - 1];
        let closes = last
            .tokens
            .last()
            .is_some_and(|token| token.form.ends_with(['.', '!', '?', ':', '"', '”', '…', ',']));
        if end - index == 1
            && last.kind == SentenceKind::Prose
            && !closes
            && last.tokens.len() <= 25
            && last.span.of(text).len() < 200
        {
            sentences[index].kind = SentenceKind::Headline;
        }
        index = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: &[(&str, SentenceKind)]) {
        let found: Vec<_> = split(text)
            .into_iter()
            .map(|sentence| (sentence.span.of(text).to_owned(), sentence.kind))
            .collect();
        let wanted: Vec<_> = wanted.iter().map(|&(words, kind)| (words.to_owned(), kind)).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn abbreviations_quotations_and_questions() {
        use SentenceKind::Prose;
        check(
            "The U.S. Army left. He met Gen. John A. Smith in the U.S. However, \"Go!\" she said. Why? \"No.\" It ended.",
            &[
                ("The U.S. Army left.", Prose),
                ("He met Gen. John A. Smith in the U.S.", Prose),
                ("However, \"Go!\" she said.", Prose),
                ("Why?", Prose),
                ("\"No.\"", Prose),
                ("It ended.", Prose),
            ],
        );
    }

    #[test]
    fn page_parts_are_told_apart() {
        use SentenceKind::{Dateline, Furniture, Headline, Prose};
        check(
            "Mexico Rejects Strikes\n\n· 2 min read\n\narticle picture\n\nMEXICO CITY, Nov. 4, 2025 (Northlight) - The president spoke.",
            &[
                ("Mexico Rejects Strikes", Headline),
                ("· 2 min read", Furniture),
                ("article picture", Furniture),
                ("MEXICO CITY, Nov. 4, 2025 (Northlight) -", Dateline),
                ("The president spoke.", Prose),
            ],
        );
        for dateline in [
            "LISBON, 8 March 2027 —",
            "AREQUIPA, Peru — Thursday, June 18, 2026 (Northlight) —",
            "Geneva, Sept 17 2026 (Agency) –",
        ] {
            let text = format!("{dateline} They met.");
            assert_eq!(split(&text)[0].span.of(&text), dateline);
        }
        assert_eq!(split("Mexico - a large country - agreed to it.").len(), 1);
    }

    #[test]
    fn a_date_alone_is_a_dateline() {
        assert_eq!(
            split("Rocket Flies\n\nMonday, July 7, 2008\n\nIt flew.")[1].kind,
            SentenceKind::Dateline
        );
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = "The president of the republic said on Tuesday that she would not accept\nany strike. It was her last word.\n";
        assert_eq!(split(text).len(), 2);
    }

    #[test]
    fn endless_sentences_are_cut() {
        let text = "word ".repeat(10_000);
        assert!(split(&text).iter().all(|sentence| sentence.tokens.len() <= LONGEST));
    }
}
