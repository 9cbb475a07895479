//! Sentences as the tensors that the model takes, and the scores that it gives back.

use super::wordpiece::{Shape, WordPiece};
use rten::{Value, ValueOrView};
use rten_tensor::NdTensor;
use rten_tensor::prelude::*;
use std::ops::Range;

/// Heads whose scores are read.
const OUTPUTS: usize = super::OUTPUTS.len();
/// Pieces of a batch with its padding: larger ones leave the processor's cache (measured: 256 to 512 are best).
const BATCH: usize = 448;
/// Pieces of a window's words; the encoder knows 512 positions, two of which are its marks.
const WINDOW: usize = 440;
/// Pieces on either side of a window's core that are read for context only, where a sentence goes on.
const CONTEXT: usize = 60;

/// A stretch of a sentence that is read at once: nearly always the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// Which sentence of those given.
    pub sentence: usize,
    /// The words that were read, as indices in the sentence.
    pub words: Range<usize>,
    /// Those of them whose scores are meant: the rest is context.
    pub core: Range<usize>,
}

/// A window with its pieces.
pub(super) struct Read {
    pub(super) window: Window,
    pieces: Vec<i32>,
    /// Of each word the place of its first and last piece in `pieces`, and its shape.
    words: Vec<(usize, usize, Shape)>,
}

impl Read {
    /// Pieces with the marks of beginning and end.
    pub(super) fn length(&self) -> usize {
        self.pieces.len() + 2
    }
}

/// Cuts a sentence into windows.
pub(super) fn windows(wordpiece: &WordPiece, sentence: usize, words: &[&str], out: &mut Vec<Read>) {
    let mut pieces = Vec::new();
    let mut ends = vec![0];
    for word in words {
        wordpiece.pieces(word, &mut pieces);
        ends.push(pieces.len());
    }
    // Words are whole: no word has more pieces than a context.
    let before = |word: usize, pieces: usize| ends.partition_point(|&end| end + pieces < ends[word]);
    let mut start = 0;
    while start < words.len() {
        let first = if start == 0 { 0 } else { before(start, CONTEXT) };
        let fits = |pieces: usize| ends.partition_point(|&end| end <= ends[first] + pieces) - 1;
        let last = fits(WINDOW);
        let end = if last == words.len() {
            last
        } else {
            fits(WINDOW - CONTEXT)
        };
        let offset = ends[first];
        out.push(Read {
            window: Window {
                sentence,
                words: first..last,
                core: start..end,
            },
            pieces: pieces[offset..ends[last]].to_vec(),
            words: (first..last)
                .map(|word| (ends[word] - offset, ends[word + 1] - 1 - offset, Shape::of(words[word])))
                .collect(),
        });
        start = end;
    }
}

/// How many windows, of those sorted by length, make the next batch.
pub(super) fn fitting(sorted: &[Read]) -> usize {
    let mut count = 1;
    while count < sorted.len() && sorted[count].length() * (count + 1) <= BATCH {
        count += 1;
    }
    count
}

/// Inputs of the model. B windows, T pieces, W words; word 0 stands for the root and is read at the mark of the beginning.
pub(super) struct Batch {
    pieces: NdTensor<i32, 2>,
    piece_shapes: NdTensor<i32, 2>,
    mask: NdTensor<f32, 4>,
    first: NdTensor<i32, 1>,
    last: NdTensor<i32, 1>,
    word_shapes: NdTensor<i32, 2>,
}

impl Batch {
    pub(super) fn new(wordpiece: &WordPiece, windows: &[Read]) -> Self {
        let width = windows.iter().map(Read::length).max().unwrap_or(0);
        let words = windows.iter().map(|window| window.words.len() + 1).max().unwrap_or(0);
        let count = windows.len();
        let (mut pieces, mut piece_shapes) = (vec![0; count * width], vec![Shape::Special.id(); count * width]);
        let mut mask = vec![-1e4; count * width];
        let (mut first, mut last) = (vec![0; count * words], vec![0; count * words]);
        let mut word_shapes = vec![Shape::Special.id(); count * words];
        for (row, window) in windows.iter().enumerate() {
            let (start, word_start) = (row * width, row * words);
            pieces[start] = wordpiece.start;
            pieces[start + 1..start + 1 + window.pieces.len()].copy_from_slice(&window.pieces);
            pieces[start + window.length() - 1] = wordpiece.end;
            mask[start..start + window.length()].fill(0.0);
            for (index, &(from, to, shape)) in window.words.iter().enumerate() {
                piece_shapes[start + 1 + from..=start + 1 + to].fill(shape.id());
                first[word_start + 1 + index] = id(start + 1 + from);
                last[word_start + 1 + index] = id(start + 1 + to);
                word_shapes[word_start + 1 + index] = shape.id();
            }
            first[word_start] = id(start);
            last[word_start] = id(start);
        }
        Self {
            pieces: NdTensor::from_data([count, width], pieces),
            piece_shapes: NdTensor::from_data([count, width], piece_shapes),
            mask: NdTensor::from_data([count, 1, 1, width], mask),
            first: NdTensor::from_data([count * words], first),
            last: NdTensor::from_data([count * words], last),
            word_shapes: NdTensor::from_data([count, words], word_shapes),
        }
    }

    /// In the order of the model's inputs.
    pub(super) fn inputs(&self) -> [ValueOrView<'_>; 6] {
        [
            self.pieces.view().into(),
            self.piece_shapes.view().into(),
            self.mask.view().into(),
            self.first.view().into(),
            self.last.view().into(),
            self.word_shapes.view().into(),
        ]
    }
}

fn id(place: usize) -> i32 {
    i32::try_from(place).expect("a batch has some hundred pieces")
}

/// What the model gave for a batch, one block of numbers a head.
pub(super) struct Outputs {
    heads: [Vec<f32>; OUTPUTS],
    /// Windows, and words of the longest with the root.
    count: usize,
    words: usize,
}

impl Outputs {
    pub(super) fn new(values: Vec<Value>) -> Self {
        let shape = values[0].shape();
        let heads = values.into_iter().map(|value| {
            let tensor = rten_tensor::Tensor::<f32>::try_from(value).expect("scores are floats");
            tensor.into_data()
        });
        let heads: Vec<Vec<f32>> = heads.collect();
        Self {
            heads: heads.try_into().expect("one value an output"),
            count: shape[0],
            words: shape[1],
        }
    }

    /// The scores of the window at `place`.
    pub(super) fn of(&self, place: usize) -> Scores<'_> {
        let block = |head: usize| {
            let size = self.heads[head].len() / self.count;
            &self.heads[head][place * size..(place + 1) * size]
        };
        Scores {
            heads: std::array::from_fn(block),
            words: self.words,
        }
    }
}

/// The scores of one window. Words are counted from the window's first; heads of words are `None` for the root.
pub struct Scores<'a> {
    heads: [&'a [f32]; OUTPUTS],
    words: usize,
}

impl<'a> Scores<'a> {
    fn row(&self, head: usize, word: usize) -> &'a [f32] {
        let width = self.heads[head].len() / self.words;
        &self.heads[head][(word + 1) * width..(word + 2) * width]
    }

    /// Scores of Penn tags.
    #[must_use]
    pub fn xpos(&self, word: usize) -> &'a [f32] {
        self.row(0, word)
    }

    /// Scores of universal parts of speech.
    #[must_use]
    pub fn upos(&self, word: usize) -> &'a [f32] {
        self.row(1, word)
    }

    /// Scores of lemma scripts.
    #[must_use]
    pub fn lemma(&self, word: usize) -> &'a [f32] {
        self.row(2, word)
    }

    /// Scores of the labels of names.
    #[must_use]
    pub fn names(&self, word: usize) -> &'a [f32] {
        self.row(3, word)
    }

    /// What the encoder made of the word, for coreference.
    #[must_use]
    pub fn embedding(&self, word: usize) -> &'a [f32] {
        self.row(6, word)
    }

    /// What the encoder made of the word, for facts.
    #[must_use]
    pub fn facts(&self, word: usize) -> &'a [f32] {
        self.row(7, word)
    }

    /// How well `head` (`None`: the root) governs `word`.
    #[must_use]
    pub fn arc(&self, word: usize, head: Option<usize>) -> f32 {
        self.row(4, word)[head.map_or(0, |head| head + 1)]
    }

    /// Scores of the relations that `word` may have to `head`.
    pub fn relation(&self, word: usize, head: Option<usize>) -> impl Iterator<Item = f32> + use<'a> {
        self.row(5, word)[head.map_or(0, |head| head + 1)..]
            .iter()
            .step_by(self.words)
            .copied()
    }
}
