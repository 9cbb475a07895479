//! Tokens of the time grammar. They are not syntax's: "Dec31", "3pm" and "1846-48" must come apart here.

use crate::text::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters.
    Word,
    /// Digits; how many, as "07" and "7" differ.
    Number { value: u32, digits: usize },
    /// "21st".
    Ordinal(u32),
    /// Any other sign.
    Sign,
}

/// A piece of the text.
#[derive(Debug, Clone)]
pub(super) struct Lexeme {
    pub span: Span,
    pub kind: Kind,
    /// In lower case; empty for numbers and for words that are too long to be of interest.
    pub word: String,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether nothing stands between it and the token before.
    pub glued: bool,
}

/// Longer words tell of no time.
const LONGEST: usize = 16;

/// Cuts a text into words, numbers and signs; blanks fall away.
pub(super) fn lex(text: &str) -> Vec<Lexeme> {
    let mut out: Vec<Lexeme> = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, first)) = letters.next() {
        if first.is_whitespace() {
            continue;
        }
        let mut end = start + first.len_utf8();
        let class = Class::of(first);
        if class != Class::Sign {
            while let Some(&(at, letter)) = letters.peek() {
                if Class::of(letter) != class {
                    break;
                }
                end = at + letter.len_utf8();
                letters.next();
            }
        }
        let piece = &text[start..end];
        let glued = out.last().is_some_and(|last| last.span.end == start);
        if let Some(last) = out.last_mut().filter(|_| glued)
            && let Kind::Number { value, .. } = last.kind
            && class == Class::Letter
            && matches!(piece.to_ascii_lowercase().as_str(), "st" | "nd" | "rd" | "th")
        {
            last.kind = Kind::Ordinal(value);
            last.span.end = end;
            continue;
        }
        out.push(Lexeme {
            span: Span::new(start, end),
            kind: match class {
                Class::Letter => Kind::Word,
                Class::Digit => Kind::Number {
                    value: piece.parse().unwrap_or(u32::MAX),
                    digits: piece.len(),
                },
                Class::Sign => Kind::Sign,
            },
            word: if class == Class::Digit || piece.len() > LONGEST {
                String::new()
            } else {
                piece.to_lowercase()
            },
            capital: first.is_uppercase(),
            glued,
        });
    }
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Sign,
}

impl Class {
    fn of(letter: char) -> Self {
        if letter.is_ascii_digit() {
            Self::Digit
        } else if letter.is_alphanumeric() {
            Self::Letter
        } else {
            Self::Sign
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_digits_and_signs_come_apart() {
        let text = "Dec31 at 3pm, the 21st (1846-48)";
        let pieces: Vec<&str> = lex(text).iter().map(|token| token.span.of(text)).collect();
        let wanted = [
            "Dec", "31", "at", "3", "pm", ",", "the", "21st", "(", "1846", "-", "48", ")",
        ];
        assert_eq!(pieces, wanted);
        assert_eq!(lex(text)[7].kind, Kind::Ordinal(21));
    }
}
