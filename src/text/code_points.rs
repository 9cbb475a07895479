//! Bytes to code points, in one pass over the text.

use super::Span;
use std::ops::Range;

/// How many bytes lie between two remembered places: an article needs a hundred of them, a lookup counts at most so many.
const STRIDE: usize = 64;

/// Turns byte offsets of one text into code-point offsets.
///
/// Built in one pass; a lookup costs at most [`STRIDE`] bytes of counting, and nothing at all in pure ASCII.
///
/// ```
/// use newsgraph::text::{CodePoints, Span};
/// let text = "Flores-Macías said";
/// assert_eq!(CodePoints::new(text).range(Span::new(15, 19)), 14..18);
/// ```
#[derive(Debug)]
pub struct CodePoints<'t> {
    text: &'t str,
    /// Code points before byte `STRIDE * i`; empty when the text is ASCII.
    before: Vec<usize>,
    total: usize,
}

impl<'t> CodePoints<'t> {
    /// Counts the code points of `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        if text.is_ascii() {
            return Self {
                text,
                before: Vec::new(),
                total: text.len(),
            };
        }
        let mut before = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut total = 0;
        for block in text.as_bytes().chunks(STRIDE) {
            before.push(total);
            total += count(block);
        }
        Self { text, before, total }
    }

    /// How many code points the whole text has.
    #[must_use]
    pub fn total(&self) -> usize {
        self.total
    }

    /// The words between two code points; cut at the end of the text, and empty when the range is none.
    ///
    /// ```
    /// use newsgraph::text::CodePoints;
    /// assert_eq!(CodePoints::new("Flores-Macías said").slice(14..18), "said");
    /// ```
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> &'t str {
        let (start, end) = (self.byte(range.start), self.byte(range.end));
        self.text.get(start..end).unwrap_or_default()
    }

    /// The byte at which a code point begins.
    fn byte(&self, point: usize) -> usize {
        if self.before.is_empty() {
            return point.min(self.text.len());
        }
        // The last block that begins at or before the code point; the rest is counted.
        let block = self.before.partition_point(|&before| before <= point).saturating_sub(1);
        let mut left = point - self.before[block];
        let mut byte = block * STRIDE;
        for &unit in &self.text.as_bytes()[byte..] {
            if !is_continuation(unit) {
                if left == 0 {
                    return byte;
                }
                left -= 1;
            }
            byte += 1;
        }
        byte
    }

    /// The code points before byte `offset`.
    #[must_use]
    pub fn at(&self, offset: usize) -> usize {
        let block = offset / STRIDE;
        match self.before.get(block) {
            Some(before) => before + count(&self.text.as_bytes()[block * STRIDE..offset]),
            None if self.before.is_empty() => offset,
            None => self.total,
        }
    }

    /// A span in code points.
    #[must_use]
    pub fn range(&self, span: Span) -> Range<usize> {
        self.at(span.start)..self.at(span.end)
    }
}

/// Bytes that begin a character: all but the continuation bytes `10xxxxxx`.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !is_continuation(**byte)).count()
}

fn is_continuation(byte: u8) -> bool {
    (byte & 0xC0) == 0x80
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_counting_from_the_start(text in "\\PC{0,300}") {
            let points = CodePoints::new(&text);
            prop_assert_eq!(points.total(), text.chars().count());
            for (number, (offset, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.at(offset), number);
            }
            prop_assert_eq!(points.at(text.len()), points.total());
        }

        #[test]
        fn slices_are_those_of_the_characters(text in "\\PC{0,300}", start in 0_usize..310, length in 0_usize..40) {
            let wanted: String = text.chars().skip(start).take(length).collect();
            prop_assert_eq!(CodePoints::new(&text).slice(start..start + length), wanted);
        }
    }
}
