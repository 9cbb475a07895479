//! Scorers of facts: which of some classes is it? One hidden layer over named pieces of evidence and the vectors of two words.
//!
//! Computed here and not by the runtime, as [`super::PairScorer`] is: sums in a fixed order are the same bits on every processor.

use super::sums::{add, rectified};
use crate::text::{FACT, FactVector};
use serde::Deserialize;
use std::collections::HashMap;

/// Weights of one scorer.
pub struct Scorer {
    /// What it tells apart.
    pub classes: Vec<String>,
    hidden: usize,
    /// The row of each piece of evidence in `rows`: numbers in 127ths of the row's scale.
    evidence: HashMap<String, usize>,
    rows: Vec<i8>,
    scales: Vec<f32>,
    /// One row a number of the left word, of the right, of their products.
    left: Vec<f32>,
    right: Vec<f32>,
    product: Vec<f32>,
    bias: Vec<f32>,
    /// One row a class.
    out: Vec<f32>,
    out_bias: Vec<f32>,
}

#[derive(Deserialize)]
struct Header {
    vector: usize,
    scorers: Vec<Sizes>,
}

#[derive(Deserialize)]
struct Sizes {
    name: String,
    hidden: usize,
    classes: Vec<String>,
    evidence: Vec<String>,
}

/// Reads a file of scorers: the length of its header as a 32-bit integer, the header as JSON, then the parts of each [`Scorer`] in
/// its order, row by row, little-endian: `rows` as 8-bit integers, every other number as the upper half of a 32-bit float.
pub(super) fn read(file: &[u8]) -> HashMap<String, Scorer> {
    let mut file = Cut(file);
    let length = u32::from_le_bytes(file.take(4).try_into().expect("four bytes"));
    let header: Header = serde_json::from_slice(file.take(length as usize)).expect("the header is one");
    assert_eq!(header.vector, FACT, "the scorers read what the reader hands out");
    let scorers = header.scorers.into_iter().map(|sizes| {
        let (hidden, classes) = (sizes.hidden, sizes.classes.len());
        let scorer = Scorer {
            hidden,
            rows: file
                .take(sizes.evidence.len() * hidden)
                .iter()
                .map(|byte| byte.cast_signed())
                .collect(),
            scales: file.numbers(sizes.evidence.len()),
            left: file.numbers(FACT * hidden),
            right: file.numbers(FACT * hidden),
            product: file.numbers(FACT * hidden),
            bias: file.numbers(hidden),
            out: file.numbers(classes * hidden),
            out_bias: file.numbers(classes),
            evidence: sizes.evidence.into_iter().zip(0..).collect(),
            classes: sizes.classes,
        };
        (sizes.name, scorer)
    });
    let scorers = scorers.collect();
    assert!(file.0.is_empty(), "the file holds no more");
    scorers
}

/// What is left of a file.
struct Cut<'a>(&'a [u8]);

impl<'a> Cut<'a> {
    fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(count);
        self.0 = rest;
        taken
    }

    fn numbers(&mut self, count: usize) -> Vec<f32> {
        let halves = self.take(2 * count).chunks_exact(2);
        let halves = halves.map(|bytes| u16::from_le_bytes(bytes.try_into().expect("two bytes")));
        halves.map(|half| f32::from_bits(u32::from(half) << 16)).collect()
    }
}

impl Scorer {
    /// How likely each class is. Evidence that training did not see counts for nothing.
    #[must_use]
    pub fn ask(&self, left: &FactVector, right: &FactVector, evidence: &[String]) -> Chances<'_> {
        Chances {
            classes: &self.classes,
            chances: self.probabilities(left, right, evidence),
        }
    }

    fn probabilities(&self, left: &FactVector, right: &FactVector, evidence: &[String]) -> Vec<f64> {
        let number = |vector: &FactVector, index: usize| f32::from(vector[index]) / 127.0;
        let mut hidden = self.bias.clone();
        for &row in evidence.iter().filter_map(|name| self.evidence.get(name)) {
            let numbers = &self.rows[row * self.hidden..(row + 1) * self.hidden];
            let factor = self.scales[row] / 127.0;
            for (sum, &number) in hidden.iter_mut().zip(numbers) {
                *sum += factor * f32::from(number);
            }
        }
        let [lefts, rights, products] =
            [&self.left, &self.right, &self.product].map(|weights| weights.chunks_exact(self.hidden));
        for (index, ((of_left, of_right), of_product)) in lefts.zip(rights).zip(products).enumerate() {
            let (left, right) = (number(left, index), number(right, index));
            add(&mut hidden, of_left, left);
            add(&mut hidden, of_right, right);
            add(&mut hidden, of_product, left * right);
        }
        for sum in &mut hidden {
            *sum = rectified(*sum);
        }
        let scores = self.out.chunks_exact(self.hidden).zip(&self.out_bias);
        let scores =
            scores.map(|(row, bias)| row.iter().zip(&hidden).map(|(weight, unit)| weight * unit).sum::<f32>() + bias);
        softmax(scores.map(f64::from).collect())
    }
}

/// How likely each class of a scorer is.
pub struct Chances<'a> {
    classes: &'a [String],
    chances: Vec<f64>,
}

impl<'a> Chances<'a> {
    /// The chance of a class; 0 of one that the scorer doesn't know.
    #[must_use]
    pub fn of(&self, class: &str) -> f64 {
        let place = self.classes.iter().position(|other| other == class);
        place.map_or(0.0, |place| self.chances[place])
    }

    /// The likeliest of the classes that are allowed, with its chance.
    #[must_use]
    pub fn best(&self, allowed: impl Fn(&str) -> bool) -> Option<(&'a str, f64)> {
        let classes = self.classes.iter().zip(&self.chances);
        let classes = classes.filter(|(class, _)| allowed(class));
        let best = classes.reduce(|best, other| if other.1 > best.1 { other } else { best });
        best.map(|(class, &chance)| (class.as_str(), chance))
    }
}

fn softmax(mut scores: Vec<f64>) -> Vec<f64> {
    let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    for score in &mut scores {
        *score = (*score - most).exp();
    }
    let sum: f64 = scores.iter().sum();
    for score in &mut scores {
        *score /= sum;
    }
    scores
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_sums_of_the_evidence() {
        let header = r#"{"vector":96,"scorers":[{"name":"n","hidden":1,"classes":["a","b"],"evidence":["x","y"]}]}"#;
        let mut file = u32::try_from(header.len()).unwrap().to_le_bytes().to_vec();
        file.extend(header.bytes());
        file.extend([127, (-127_i8).cast_unsigned()]); // x and y
        let mut push = |value: f32, times: usize| {
            let half = u16::try_from(value.to_bits() >> 16).unwrap();
            (0..times).for_each(|_| file.extend(half.to_le_bytes()));
        };
        push(1.0, 1); // of x once,
        push(2.0, 1); // of y twice
        push(0.0, FACT); // of the left word nothing counts,
        push(0.5, FACT); // of the right each number a half,
        push(1.0, FACT); // of the products each
        push(0.25, 1);
        push(2.0, 1); // a
        push(0.0, 1); // b
        push(-1.0, 1);
        push(0.0, 1);
        let scorers = read(&file);
        let (mut one, mut other) = ([0; FACT], [0; FACT]);
        (one[3], other[3]) = (127, 127);
        let scorer = &scorers["n"];
        // 0.25 + 1 + 0.5 + 1 = 2.75, twice, less 1
        let found = scorer.probabilities(&one, &other, &["x".to_owned(), "unseen".to_owned()]);
        assert!((found[0] - 1.0 / (1.0 + (-4.5_f64).exp())).abs() < 1e-9, "{found:?}");
        // 0.25 - 2 = -1.75, a tenth of it, twice, less 1
        let found = scorer.probabilities(&[0; FACT], &[0; FACT], &["y".to_owned()]);
        assert!((found[0] - 1.0 / (1.0 + 1.35_f64.exp())).abs() < 1e-6, "{found:?}");
    }
}
