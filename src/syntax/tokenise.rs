//! Words as Universal Dependencies cuts them: clitics, punctuation, currency signs and hyphens are tokens of their own.
//!
//! The conventions are those of the [English Web Treebank](https://universaldependencies.org/treebanks/en_ewt): "do|n't",
//! "Mexico|'s", "can|not", "$|5|m", "anti-war" whole but "two|-|year|-|old" cut, "U.S." with its last stop.

use crate::text::{Span, Token};

/// Words that keep their full stop. One letter with a stop ("J.") and letters with stops between ("p.m.") need no entry.
#[rustfmt::skip]
const ABBREVIATIONS: [&str; 89] = [
    "adm", "apr", "ariz", "ark", "aug", "ave", "blvd", "brig", "bros", "calif", "capt", "cmdr", "co", "col", "colo", "conn",
    "corp", "cpl", "dec", "del", "dept", "det", "dr", "esq", "est", "etc", "feb", "fig", "fla", "fr", "ft", "ga", "gen",
    "gov", "hon", "ill", "inc", "ind", "insp", "jan", "jr", "jul", "jun", "kan", "ky", "lt", "ltd", "maj", "mar", "mass",
    "md", "messrs", "mich", "minn", "miss", "mo", "mont", "mr", "mrs", "ms", "mt", "neb", "nev", "no", "nov", "oct",
    "okla", "ont", "ore", "pa", "pres", "prof", "pvt", "rep", "rev", "sen", "sep", "sept", "sgt", "sr", "st", "supt",
    "tenn", "tex", "va", "vs", "wash", "wis", "wyo",
];

/// First halves that stay joined to what follows their hyphen.
#[rustfmt::skip]
const PREFIXES: [&str; 30] = [
    "anti", "co", "counter", "cyber", "e", "eco", "ex", "extra", "hyper", "inter", "intra", "macro", "mega", "micro",
    "mid", "mini", "mis", "multi", "neo", "non", "over", "post", "pre", "pro", "re", "semi", "sub", "super", "ultra",
    "vice",
];

/// Units that are written right behind their number.
const UNITS: [&str; 19] = [
    "am", "bn", "cm", "ft", "gb", "k", "kg", "km", "lb", "lbs", "m", "mb", "mi", "mm", "mph", "p", "pm", "tn", "yr",
];

const CLITICS: [&str; 7] = ["s", "re", "ve", "ll", "d", "m", "t"];

/// Contractions that careless writers join: where the second word begins. "Its", "were" and "well" are words of their own.
#[rustfmt::skip]
const CONTRACTIONS: [(&str, usize); 34] = [
    ("aint", 2), ("alot", 1), ("arent", 3), ("cannot", 3), ("cant", 2), ("couldnt", 5), ("didnt", 3), ("doesnt", 4), ("dont", 2),
    ("gonna", 3), ("gotta", 3), ("hadnt", 3), ("hasnt", 3), ("havent", 4), ("hes", 2), ("im", 1), ("isnt", 2), ("ive", 1),
    ("lets", 3), ("mustnt", 4), ("outta", 3), ("shouldnt", 6), ("shes", 3), ("thats", 4), ("theres", 5), ("theyre", 4),
    ("theyve", 4), ("wanna", 3), ("wasnt", 3), ("werent", 4), ("whats", 4), ("wont", 2), ("wouldnt", 5), ("youre", 3),
];

/// Faces, whole.
#[rustfmt::skip]
const EMOTICONS: [&str; 20] = [
    "(:", ":(", ":)", ":-(", ":-)", ":-/", ":-D", ":-P", ":/", ":D", ":P", ":p", ";(", ";)", ";-)", "<3", "=(", "=)",
    "=D", "=P",
];

/// Cuts the words of `text[span]`. Spaces, and what else has no ink, separate; every other byte is in exactly one token.
#[must_use]
pub fn tokenise(text: &str, span: Span) -> Vec<Token> {
    let mut out = Vec::new();
    let mut start = None;
    for (offset, letter) in span.of(text).char_indices() {
        let at = span.start + offset;
        if is_blank(letter) {
            if let Some(start) = start.take() {
                chunk(text, start, at, &mut out);
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    if let Some(start) = start {
        chunk(text, start, span.end, &mut out);
    }
    out
}

/// White space, controls, and the invisible marks that set direction or join letters at a word's edge.
pub(super) fn is_blank(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

fn push(text: &str, start: usize, end: usize, out: &mut Vec<Token>) {
    if start < end {
        out.push(Token::new(Span::new(start, end), &text[start..end]));
    }
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’')
}

fn opens(letter: char) -> bool {
    matches!(
        letter,
        '(' | '['
            | '{'
            | '<'
            | '"'
            | '\''
            | '“'
            | '‘'
            | '«'
            | '„'
            | '$'
            | '£'
            | '€'
            | '¥'
            | '#'
            | '*'
            | '·'
            | '•'
            | '¿'
            | '¡'
            | '—'
            | '–'
            | '-'
            | '…'
            | '|'
            | '='
            | '~'
            | '+'
            | '/'
            | '\\'
            | ','
            | ';'
            | ':'
            | '`'
    )
}

fn closes(letter: char) -> bool {
    matches!(
        letter,
        ')' | ']'
            | '}'
            | '>'
            | '"'
            | '\''
            | '”'
            | '’'
            | '»'
            | ','
            | ';'
            | ':'
            | '%'
            | '…'
            | '!'
            | '?'
            | '.'
            | '*'
            | '—'
            | '–'
            | '-'
            | '|'
            | '='
            | '~'
            | '/'
            | '\\'
            | '`'
            | '€'
            | '$'
            | '£'
    )
}

/// One stretch of text without blanks, and the faces at its end.
fn chunk(text: &str, start: usize, mut end: usize, out: &mut Vec<Token>) {
    let is_whole = |end: usize| is_emoticon(&text[start..end]) || is_short_form(&text[start..end]);
    let mut faces = Vec::new();
    while !is_whole(end)
        && let Some(length) = face_at_end(&text[start..end])
    {
        faces.push(Span::new(end - length, end));
        end -= length;
    }
    if is_whole(end) {
        push(text, start, end, out);
    } else {
        inked(text, start, end, out);
    }
    out.extend(faces.into_iter().rev().map(|span| Token::new(span, span.of(text))));
}

/// The length of the face that a stretch ends with: "great:)". "(see 8)" is a number in brackets, "https:/" the beginning of an
/// address.
fn face_at_end(chunk: &str) -> Option<usize> {
    let faces = EMOTICONS.iter().filter(|face| chunk.ends_with(**face));
    let face = faces.max_by_key(|face| face.len())?;
    (face.starts_with([':', ';', '=']) && !face.ends_with('/')).then_some(face.len())
}

/// A stretch of text without blanks: marks from both ends, then the word between them.
fn inked(text: &str, mut start: usize, mut end: usize, out: &mut Vec<Token>) {
    while let Some(first) = text[start..end].chars().next().filter(|&letter| opens(letter)) {
        if is_apostrophe(first) && clitic_at(text, start, end) == Some(end) {
            return push(text, start, end, out); // "'s" that stands apart
        }
        if first == '#' && text[start + 1..end].starts_with(char::is_alphanumeric) {
            break; // "#audiobooks"
        }
        let length = run_length(&text[start..end], first);
        push(text, start, start + length, out);
        start += length;
    }
    // What closes is found from the right and emitted from the left.
    let mut tail = Vec::new();
    while let Some(last) = text[start..end].chars().next_back().filter(|&letter| closes(letter)) {
        let length = run_length_back(&text[start..end], last);
        let keeps_stop = last == '.' && length == 1 && is_abbreviation(&text[start..end - 1]);
        if keeps_stop || (is_apostrophe(last) && end - start == length) {
            break;
        }
        // The plural's possessive ("officials'") is a token as "'s" is.
        tail.push(Span::new(end - length, end));
        end -= length;
    }
    if is_address(&text[start..end]) {
        push(text, start, end, out);
    } else {
        word(text, start, end, out);
    }
    out.extend(tail.into_iter().rev().map(|span| Token::new(span, span.of(text))));
}

/// Whether a token is a face.
pub(super) fn is_emoticon(form: &str) -> bool {
    EMOTICONS.binary_search(&form).is_ok()
}

/// What slashes shorten: "w/o", "b/c", and the day that everyone knows.
fn is_short_form(chunk: &str) -> bool {
    let forms = [
        "w/", "w/o", "w/out", "b/c", "b/t", "c/o", "n/a", "a/c", "l/c", "s/he", "9/11",
    ];
    forms.iter().any(|form| chunk.eq_ignore_ascii_case(form))
}

/// Equal stops, dashes and exclamation marks stay together ("...", "--", "!!"); brackets and quotes come one by one.
fn repeats(letter: char) -> bool {
    matches!(
        letter,
        '.' | '!' | '?' | '-' | '*' | '=' | '~' | '_' | '#' | '`' | '<' | '>'
    )
}

fn run_length(text: &str, first: char) -> usize {
    if repeats(first) {
        text.len() - text.trim_start_matches(first).len()
    } else {
        first.len_utf8()
    }
}

fn run_length_back(text: &str, last: char) -> usize {
    if matches!(last, '!' | '?') {
        // "?!", "!!?"
        text.len() - text.trim_end_matches(['!', '?']).len()
    } else if repeats(last) {
        text.len() - text.trim_end_matches(last).len()
    } else {
        last.len_utf8()
    }
}

/// A web or mail address: no blank, no cut.
fn is_address(chunk: &str) -> bool {
    let lower = |prefix: &str| {
        chunk
            .get(..prefix.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(prefix))
    };
    if lower("http://") || lower("https://") || lower("www.") || lower("ftp://") {
        return true;
    }
    if let Some((name, host)) = chunk.split_once('@') {
        return !name.is_empty() && host.contains('.');
    }
    // "example.com", "bbc.co.uk/news": a known ending after a name without stops at its edges.
    let host = chunk.split('/').next().unwrap_or(chunk);
    host.rsplit_once('.').is_some_and(|(name, top)| {
        !name.is_empty() && matches!(top, "com" | "org" | "net" | "gov" | "edu" | "uk" | "eu" | "info" | "io")
    })
}

/// Whether `word` (without its last stop) is one that keeps the stop: "U.S", "p.m", "J", "Gen".
fn is_abbreviation(word: &str) -> bool {
    let word = word.rsplit(['-', '/', '—', '–']).next().unwrap_or(word);
    if word.is_empty() || word.len() > 12 {
        return false;
    }
    let pieces_are_letters = word
        .split('.')
        .all(|piece| piece.chars().count() == 1 && piece.chars().all(char::is_alphabetic));
    let is_degree = matches!(word, "Ph.D" | "M.Sc" | "B.Sc" | "i.e" | "e.g");
    if pieces_are_letters {
        // "I." ends a sentence, "J." begins a name.
        return word != "I";
    }
    is_degree || ABBREVIATIONS.binary_search(&word.to_lowercase().as_str()).is_ok()
}

/// Where the clitic that begins with the apostrophe at `at` ends, if there is one and it ends the chunk.
fn clitic_at(text: &str, at: usize, end: usize) -> Option<usize> {
    let rest = &text[at..end];
    let mut letters = rest.chars();
    letters.next().filter(|&first| is_apostrophe(first))?;
    let tail = letters.as_str().to_lowercase();
    CLITICS.contains(&tail.as_str()).then_some(end)
}

/// A word without punctuation at its edges: clitics first, then what is joined by hyphens, dashes and slashes.
fn word(text: &str, start: usize, end: usize, out: &mut Vec<Token>) {
    let piece = &text[start..end];
    if let Some(at) = piece
        .char_indices()
        .rev()
        .take(4)
        .find(|&(_, letter)| is_apostrophe(letter))
        .map(|(at, _)| start + at)
        && at > start
        && clitic_at(text, at, end).is_some()
    {
        let tail = text[at..end].chars().nth(1).map(|letter| letter.to_ascii_lowercase());
        let before_n = text[..at].chars().next_back();
        if tail == Some('t') {
            // "do|n't", but "can't" is "ca|n't"; "o't" is no clitic.
            if let Some(n @ ('n' | 'N')) = before_n {
                let cut = at - n.len_utf8();
                parts(text, start, cut, out);
                return push(text, cut, end, out);
            }
        } else {
            parts(text, start, at, out);
            return push(text, at, end, out);
        }
    }
    parts(text, start, end, out);
}

/// Cuts at hyphens, dashes, slashes, inner brackets and quotes, and between a number and its unit.
fn parts(text: &str, start: usize, end: usize, out: &mut Vec<Token>) {
    let piece = &text[start..end];
    if is_joined_number(piece) {
        return push(text, start, end, out);
    }
    let mut from = start;
    let mut letters = piece.char_indices().peekable();
    while let Some((offset, letter)) = letters.next() {
        let at = start + offset;
        let separates = match letter {
            '-' => !keeps_hyphen(&text[from..at]),
            '—' | '–' | '…' | '(' | ')' | '[' | ']' | '"' | '“' | '”' => true,
            '/' | '&' => at > from && !(letter == '&' && end - start <= 4),
            // "...": three stops inside a chunk part two words; one stop does not.
            '.' => text[at..end].starts_with("..."),
            _ => false,
        };
        if !separates || (at == from && letter != '.' && at + letter.len_utf8() == end) {
            continue;
        }
        let length = run_length(&text[at..end], letter);
        simple(text, from, at, out);
        push(text, at, at + length, out);
        from = at + length;
        while letters.peek().is_some_and(|&(next, _)| start + next < from) {
            letters.next();
        }
    }
    simple(text, from, end, out);
}

fn keeps_hyphen(before: &str) -> bool {
    before.len() <= 8 && PREFIXES.binary_search(&before.to_lowercase().as_str()).is_ok()
}

/// Telephone numbers and dates in digits: "410-468-3498", "2025-11-04", "4/11/2025".
fn is_joined_number(piece: &str) -> bool {
    piece.len() <= 24
        && piece
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/'))
        && (piece.matches(['-', '/']).count() == 2 || (piece.len() == 8 && piece.as_bytes()[3] == b'-'))
        && piece.as_bytes()[0].is_ascii_digit()
}

/// Contractions without an apostrophe, and a number with its unit.
fn simple(text: &str, start: usize, end: usize, out: &mut Vec<Token>) {
    let piece = &text[start..end];
    let contraction = CONTRACTIONS
        .iter()
        .find(|(joined, _)| piece.eq_ignore_ascii_case(joined));
    if let Some(&(_, second)) = contraction.filter(|_| piece != "IM") {
        push(text, start, start + second, out);
        return push(text, start + second, end, out);
    }
    let digits = piece
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b':'))
        .count();
    if digits > 0 && piece.len() - digits <= 4 && UNITS.contains(&piece[digits..].to_ascii_lowercase().as_str()) {
        push(text, start, start + digits, out);
        return push(text, start + digits, end, out);
    }
    push(text, start, end, out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<String> {
        tokenise(text, Span::new(0, text.len()))
            .into_iter()
            .map(|token| token.form)
            .collect()
    }

    #[test]
    fn cuts_as_the_treebank_does() {
        let cases = [
            ("Mexico's president can't agree.", "Mexico|'s|president|ca|n't|agree|."),
            ("\"We do not agree,\" she said.", "\"|We|do|not|agree|,|\"|she|said|."),
            (
                "U.S.-Mexico relations in the U.S.",
                "U.S.|-|Mexico|relations|in|the|U.S.",
            ),
            ("the 1846-48 war (lost)", "the|1846|-|48|war|(|lost|)"),
            (
                "a two-year-old anti-war ex-general",
                "a|two|-|year|-|old|anti-war|ex-general",
            ),
            (
                "It paid $5m, or 10%, on Nov. 4.",
                "It|paid|$|5|m|,|or|10|%|,|on|Nov.|4|.",
            ),
            (
                "see https://a.example/b-c?d=1, please",
                "see|https://a.example/b-c?d=1|,|please",
            ),
            ("officials’ word — \"no\"...", "officials|’|word|—|\"|no|\"|..."),
            ("It cannot be: Yes!!", "It|can|not|be|:|Yes|!!"),
            ("at 10:30 p.m. on 2025-11-04", "at|10:30|p.m.|on|2025-11-04"),
            ("AT&T and and/or", "AT&T|and|and|/|or"),
            ("J. Smith and I. They", "J.|Smith|and|I|.|They"),
            ("al-Qaeda joins #talks", "al|-|Qaeda|joins|#talks"),
            (
                "I dont know:) What?! Its 9/11 w/o him ;-)",
                "I|do|nt|know|:)|What|?!|Its|9/11|w/o|him|;-)",
            ),
        ];
        for (text, wanted) in cases {
            assert_eq!(words(text).join("|"), wanted);
        }
    }

    #[test]
    fn word_lists_are_sorted_so_that_they_can_be_searched() {
        assert!(ABBREVIATIONS.is_sorted() && PREFIXES.is_sorted() && EMOTICONS.is_sorted());
    }

    #[test]
    fn faces_without_end_are_cut_one_by_one() {
        assert_eq!(words(&format!("ok{}", ":)".repeat(200_000))).len(), 200_001);
    }

    proptest! {
        /// Every visible letter is in exactly one token, in order, and each token's form is its slice.
        #[test]
        fn loses_and_doubles_nothing(text in "[a-zA-Z0-9 .,'’\"“”()$%…—/&@!?\n\u{200e}é北-]{0,80}|\\PC{0,60}") {
            let mut at = 0;
            for token in tokenise(&text, Span::new(0, text.len())) {
                prop_assert!(token.span.start >= at && token.span.start < token.span.end);
                prop_assert!(text[at..token.span.start].chars().all(is_blank));
                prop_assert_eq!(token.span.of(&text), token.form.as_str());
                at = token.span.end;
            }
            prop_assert!(text[at..].chars().all(is_blank));
        }
    }
}
