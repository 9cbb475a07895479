//! The pair scorer: are two candidates of coreference one? One hidden layer over yes-or-no questions and the two heads' numbers.
//!
//! Computed here and not by the runtime: most inputs are zero, and sums in a fixed order are the same bits on every processor.

use super::sums::{add, rectified};
use crate::text::{COREFERENCE, CoreferenceVector};

/// Weights of one reader's pair scorer.
pub struct PairScorer {
    hidden: usize,
    /// One row a question.
    answers: Vec<f32>,
    /// One row a number of the earlier head, of the later, of their products.
    earlier: Vec<f32>,
    later: Vec<f32>,
    product: Vec<f32>,
    bias: Vec<f32>,
    out: Vec<f32>,
    out_bias: f32,
}

impl PairScorer {
    /// Reads a file of weights: the numbers of questions, of a head's numbers and of hidden units as 32-bit integers, then the
    /// matrices of [`PairScorer`] in its order as 32-bit floats, row by row, all little-endian.
    pub(super) fn new(file: &[u8]) -> Self {
        let number = |index: usize| u32::from_le_bytes(file[4 * index..4 * index + 4].try_into().expect("four bytes"));
        let [questions, width, hidden] = [0, 1, 2].map(|index| number(index) as usize);
        assert_eq!(width, COREFERENCE, "the scorer reads what the reader hands out");
        let mut rest = file[12..]
            .chunks_exact(4)
            .map(|bytes| f32::from_le_bytes(bytes.try_into().expect("four bytes")));
        let mut take = |count: usize| rest.by_ref().take(count).collect::<Vec<f32>>();
        let scorer = Self {
            hidden,
            answers: take(questions * hidden),
            earlier: take(width * hidden),
            later: take(width * hidden),
            product: take(width * hidden),
            bias: take(hidden),
            out: take(hidden),
            out_bias: take(1)[0],
        };
        assert_eq!(rest.next(), None, "the file holds no more");
        scorer
    }

    /// How many questions it was trained on.
    #[must_use]
    pub fn questions(&self) -> usize {
        self.answers.len() / self.hidden
    }

    /// The scores of pairs, given as (earlier, later, questions answered with yes) over a table of the heads' numbers.
    #[must_use]
    pub fn scores<'a>(
        &self,
        heads: &[CoreferenceVector],
        pairs: impl Iterator<Item = (usize, usize, &'a [u16])>,
    ) -> Vec<f32> {
        let numbers = |head: &CoreferenceVector| head.map(|number| f32::from(number) / 127.0);
        let heads: Vec<[f32; COREFERENCE]> = heads.iter().map(numbers).collect();
        let through =
            |weights: &[f32]| -> Vec<Vec<f32>> { heads.iter().map(|head| self.times(head, weights)).collect() };
        let (earlier_sums, later_sums) = (through(&self.earlier), through(&self.later));
        let score = |(earlier, later, answers): (usize, usize, &[u16])| {
            let mut hidden = self.bias.clone();
            let product: [f32; COREFERENCE] = std::array::from_fn(|index| heads[earlier][index] * heads[later][index]);
            add(&mut hidden, &earlier_sums[earlier], 1.0);
            add(&mut hidden, &later_sums[later], 1.0);
            add(&mut hidden, &self.times(&product, &self.product), 1.0);
            for &answer in answers {
                let start = usize::from(answer) * self.hidden;
                add(&mut hidden, &self.answers[start..start + self.hidden], 1.0);
            }
            let rectified = hidden.iter().map(|&sum| rectified(sum));
            rectified
                .zip(&self.out)
                .map(|(unit, weight)| unit * weight)
                .sum::<f32>()
                + self.out_bias
        };
        pairs.map(score).collect()
    }

    fn times(&self, row: &[f32; COREFERENCE], matrix: &[f32]) -> Vec<f32> {
        let mut out = vec![0.0; self.hidden];
        for (&number, weights) in row.iter().zip(matrix.chunks_exact(self.hidden)) {
            add(&mut out, weights, number);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_sums_of_what_is_asked() {
        let mut file: Vec<u8> = [2_u32, 64, 1].iter().flat_map(|number| number.to_le_bytes()).collect();
        let mut push = |value: f32, times: usize| (0..times).for_each(|_| file.extend(value.to_le_bytes()));
        push(1.0, 1); // the first question
        push(-2.0, 1); // the second
        push(0.0, 64); // of the earlier head nothing counts,
        push(0.5, 64); // of the later each number a half,
        push(1.0, 64); // of the products each
        push(0.25, 1);
        push(2.0, 1);
        push(-1.0, 1);
        let scorer = PairScorer::new(&file);
        let (mut one, mut other) = ([0; 64], [0; 64]);
        (one[3], other[3]) = (127, -127);
        let pairs = [(0, 1, &[0_u16, 1][..]), (1, 0, &[0])];
        let found = scorer.scores(&[one, other], pairs.into_iter());
        // 0.25 - 0.5 - 1 + 1 - 2 = -2.25, a tenth of it, twice, less 1
        assert_eq!(found, [-1.45, 2.0 * (0.25 + 0.5 - 1.0 + 1.0) - 1.0]);
    }
}
