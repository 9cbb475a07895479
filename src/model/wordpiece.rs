//! `WordPiece` as BERT's uncased models use it (Devlin et al. 2019), over words that are already tokens, and the shape of words.
//!
//! `training/reader/wordpiece.py` does the same; `data/wordpiece.tsv` was written by it and is read by the test below, so that
//! the two cannot drift apart.

use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// Characters of a run without punctuation: a longer one is one unknown piece.
const LONGEST_PART: usize = 100;
/// Pieces of one word: what comes after says nothing about its syntax.
pub(super) const MOST_PIECES: usize = 12;

/// What the capitals and digits of a word look like, because the vocabulary has none. The order is the model's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// No word: the sentence's beginning and end.
    Special,
    Lower,
    Title,
    Upper,
    Initial,
    Mixed,
    Digits,
    Alphanumeric,
    Other,
}

impl Shape {
    pub(super) fn of(word: &str) -> Self {
        // Some letters are upper case by property without being of category Lu: Rust and Python agree on the property.
        let letters = || word.chars().filter(|letter| is_letter(*letter));
        let digits = word.chars().any(char::is_numeric);
        let Some(first) = letters().next() else {
            return if digits { Self::Digits } else { Self::Other };
        };
        if digits {
            Self::Alphanumeric
        } else if !letters().any(char::is_uppercase) {
            Self::Lower
        } else if letters().all(char::is_uppercase) {
            if letters().nth(1).is_none() {
                Self::Initial
            } else {
                Self::Upper
            }
        } else if first.is_uppercase() && !letters().skip(1).any(char::is_uppercase) {
            Self::Title
        } else {
            Self::Mixed
        }
    }

    pub(super) fn id(self) -> i32 {
        self as i32
    }
}

fn is_letter(letter: char) -> bool {
    letter.general_category_group() == GeneralCategoryGroup::Letter
}

fn is_punctuation(letter: char) -> bool {
    letter.is_ascii_punctuation() || letter.general_category_group() == GeneralCategoryGroup::Punctuation
}

fn is_ideograph(letter: char) -> bool {
    matches!(u32::from(letter),
        0x4E00..=0x9FFF | 0x3400..=0x4DBF | 0x20000..=0x2CEAF | 0xF900..=0xFAFF | 0x2F800..=0x2FA1F)
}

/// Marks and control characters say nothing.
fn is_silent(letter: char) -> bool {
    let category = letter.general_category();
    letter == '\u{fffd}'
        || category == GeneralCategory::NonspacingMark
        || !letter.is_whitespace() && matches!(category, GeneralCategory::Control | GeneralCategory::Format)
}

/// The vocabulary: pieces to ids.
pub(super) struct WordPiece {
    ids: HashMap<&'static str, i32>,
    unknown: i32,
    pub(super) start: i32,
    pub(super) end: i32,
}

impl WordPiece {
    /// From one piece a line; the line's number, from 0, is its id.
    pub(super) fn new(vocabulary: &'static str) -> Self {
        let ids: HashMap<&'static str, i32> = vocabulary.lines().zip(0..).collect();
        let special = |piece: &str| *ids.get(piece).expect("the vocabulary has BERT's special pieces");
        Self {
            unknown: special("[UNK]"),
            start: special("[CLS]"),
            end: special("[SEP]"),
            ids,
        }
    }

    /// The ids of a word's pieces: at least one, at most [`MOST_PIECES`]. Linear in the word's length.
    pub(super) fn pieces(&self, word: &str, out: &mut Vec<i32>) {
        let begin = out.len();
        let mut part = String::new();
        let lower = word.chars().flat_map(char::to_lowercase);
        for letter in lower.nfd().filter(|letter| !is_silent(*letter)) {
            let alone = is_punctuation(letter) || is_ideograph(letter);
            if alone || letter.is_whitespace() {
                self.split(&part, out);
                part.clear();
            }
            if alone {
                self.split(letter.encode_utf8(&mut [0; 4]), out);
            } else if !letter.is_whitespace() {
                part.push(letter);
            }
            if out.len() - begin >= MOST_PIECES {
                part.clear();
                break;
            }
        }
        self.split(&part, out);
        out.truncate(begin + MOST_PIECES);
        if out.len() == begin {
            out.push(self.unknown);
        }
    }

    /// Greedily, the longest piece first.
    fn split(&self, part: &str, out: &mut Vec<i32>) {
        if part.is_empty() {
            return;
        }
        if part.chars().nth(LONGEST_PART).is_some() {
            out.push(self.unknown);
            return;
        }
        let begin = out.len();
        let mut start = 0;
        let mut piece = String::new();
        while start < part.len() {
            let found = part[start..].char_indices().rev().find_map(|(at, letter)| {
                let end = start + at + letter.len_utf8();
                piece.clear();
                if start > 0 {
                    piece.push_str("##");
                }
                piece.push_str(&part[start..end]);
                self.ids.get(piece.as_str()).map(|&id| (id, end))
            });
            let Some((id, end)) = found else {
                out.truncate(begin);
                out.push(self.unknown);
                return;
            };
            out.push(id);
            start = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Model;

    #[test]
    fn pieces_and_shapes_are_those_of_training() {
        let wordpiece = WordPiece::new(Model::Accurate.files().vocabulary);
        let mut lines = 0;
        for line in include_str!("data/wordpiece.tsv").lines() {
            let mut fields = line.split('\t');
            let word: String = serde_json::from_str(fields.next().unwrap()).unwrap();
            let shape: i32 = fields.next().unwrap().parse().unwrap();
            let wanted: Vec<i32> = fields
                .next()
                .unwrap()
                .split(' ')
                .map(|id| id.parse().unwrap())
                .collect();
            let mut pieces = Vec::new();
            wordpiece.pieces(&word, &mut pieces);
            assert_eq!((pieces, Shape::of(&word).id()), (wanted, shape), "{word:?}");
            lines += 1;
        }
        assert!(lines > 300);
    }

    #[test]
    fn long_words_cost_little() {
        let wordpiece = WordPiece::new(Model::Accurate.files().vocabulary);
        let mut pieces = Vec::new();
        wordpiece.pieces(&"a".repeat(100_000), &mut pieces);
        assert_eq!(pieces, [wordpiece.unknown]);
        pieces.clear();
        wordpiece.pieces(&"a.".repeat(100_000), &mut pieces);
        assert_eq!(pieces.len(), MOST_PIECES);
    }
}
