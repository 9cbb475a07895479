//! The way through the tree from one word to another.

use crate::text::Sentence;

/// Steps that a path is told in full; longer ones are only counted.
const LONGEST: usize = 6;

/// A way up from a word and down to another.
pub(super) struct Path {
    /// The words whose heads are climbed to, from the first word on.
    pub up: Vec<usize>,
    /// The words that are climbed down to, ending with the last word.
    pub down: Vec<usize>,
    /// Where up becomes down.
    pub top: usize,
}

impl Path {
    /// The way between two words of a sentence.
    pub fn between(sentence: &Sentence, from: usize, to: usize) -> Self {
        let climb = |start: usize| {
            let mut way = vec![start];
            while let Some(head) = sentence.tokens[way[way.len() - 1]].head {
                way.push(head);
            }
            way
        };
        let (mut one, mut other) = (climb(from), climb(to));
        let mut top = None;
        while let (Some(a), Some(b)) = (one.last(), other.last())
            && a == b
        {
            top = one.pop();
            other.pop();
        }
        other.reverse();
        Self {
            up: one,
            down: other,
            top: top.unwrap_or(from),
        }
    }

    pub fn length(&self) -> usize {
        self.up.len() + self.down.len()
    }

    /// "^obj", "^nmod vnsubj"; `None` when it is long.
    pub fn relations(&self, sentence: &Sentence) -> Option<String> {
        if self.length() > LONGEST {
            return None;
        }
        let up = self
            .up
            .iter()
            .map(|&token| format!("^{}", sentence.tokens[token].deprel));
        let down = self
            .down
            .iter()
            .map(|&token| format!("v{}", sentence.tokens[token].deprel));
        Some(up.chain(down).collect::<Vec<_>>().join(" "))
    }

    /// The words on the way, its ends left out.
    pub fn inner(&self) -> impl Iterator<Item = usize> + '_ {
        let up = self.up.iter().skip(1).copied();
        let top = (!self.up.is_empty() && !self.down.is_empty()).then_some(self.top);
        let down = self.down.iter().rev().skip(1).rev().copied();
        up.chain(top).chain(down)
    }
}
