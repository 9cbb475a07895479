//! Bytes to code points, in one pass over the text.

use super::Span;

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
    pub fn range(&self, span: Span) -> std::ops::Range<usize> {
        self.at(span.start)..self.at(span.end)
    }
}

/// Bytes that begin a character: all but the continuation bytes `10xxxxxx`.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()
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
    }
}
