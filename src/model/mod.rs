//! The reader: one small transformer, read once for each sentence, that gives every stage its scores.
//!
//! The model file is part of the program. It is loaded on first use, once, and shared between threads. Its encoder and heads
//! are described in `docs/models.md`, its making in `training/`. This room knows numbers, not linguistics: words go in, and
//! each head's scores (logits) come out, with the names of their labels.
//!
//! Quantised products take their scale from all that is multiplied at once, so a sentence's scores depend on its batch.
//! Batches are therefore made of the sentences of **one call** alone, in an order that depends on them alone: the same
//! sentences give the same scores, whatever else is read and on however many threads.

mod batch;
mod pairs;
mod scorer;
mod sums;
mod wordpiece;

pub use batch::{Scores, Window};
pub use pairs::PairScorer;
pub use scorer::{Chances, Scorer};

use batch::{Batch, windows};
use rten::{ModelOptions, NodeId, RunOptions, ThreadPool};
use serde::Deserialize;
use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, LazyLock};
use wordpiece::WordPiece;

/// Which of the two readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Model {
    /// Six layers: what the figures of `docs/quality.md` are about.
    #[default]
    Accurate,
    /// Three layers that learned from the six: twice as fast, a little less often right.
    Fast,
}

impl Model {
    /// Both.
    pub const ALL: &'static [Self] = &[Self::Accurate, Self::Fast];

    /// The name that the command line takes.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Accurate => "accurate",
            Self::Fast => "fast",
        }
    }

    /// What is embedded: the network, its manifest, its vocabulary, its pair scorer, its scorers of facts.
    fn files(self) -> Files {
        macro_rules! files {
            ($name:literal) => {
                Files {
                    network: include_bytes!(concat!("../../models/", $name, ".onnx")),
                    manifest: include_str!(concat!("../../models/", $name, ".json")),
                    vocabulary: include_str!(concat!("../../models/", $name, ".txt")),
                    pairs: include_bytes!(concat!("../../models/", $name, ".pairs")),
                    facts: include_bytes!(concat!("../../models/", $name, ".facts")),
                }
            };
        }
        match self {
            Self::Accurate => files!("accurate"),
            Self::Fast => files!("fast"),
        }
    }

    fn manifest(self) -> Manifest {
        serde_json::from_str(self.files().manifest).expect("the embedded manifest is one")
    }
}

struct Files {
    network: &'static [u8],
    manifest: &'static str,
    vocabulary: &'static str,
    pairs: &'static [u8],
    facts: &'static [u8],
}

impl fmt::Display for Model {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Model {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.iter().copied().find(|model| model.name() == name);
        found.ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.iter().map(|model| model.name()).collect();
            format!("no model {name:?}; there are {}", names.join(", "))
        })
    }
}

/// The heads whose scores are read, in the order of [`Scores`].
const OUTPUTS: [&str; 8] = [
    "xpos",
    "upos",
    "lemma",
    "names",
    "arc",
    "relation",
    "embedding",
    "facts",
];
const INPUTS: [&str; 6] = ["pieces", "piece_shapes", "mask", "first", "last", "word_shapes"];

/// The labels of each head: score `i` belongs to label `i`.
#[derive(Debug, Deserialize)]
pub struct Labels {
    /// Penn tags.
    pub xpos: Vec<String>,
    /// Universal parts of speech.
    pub upos: Vec<String>,
    /// Scripts that make a lemma of a form: `l-3+y` lowers, drops three letters and adds "y"; `k-…` keeps capitals;
    /// `=be` is the lemma itself.
    pub lemma: Vec<String>,
    /// Names of the five kinds: `O`, `B-person`, `I-person` …
    pub names: Vec<String>,
    /// Relations of Universal Dependencies.
    pub deprel: Vec<String>,
}

#[derive(Deserialize)]
struct Manifest {
    version: String,
    config: Config,
}

#[derive(Deserialize)]
struct Config {
    labels: Labels,
}

/// A loaded model.
pub struct Reader {
    network: rten::Model,
    wordpiece: WordPiece,
    pairs: PairScorer,
    facts: HashMap<String, Scorer>,
    inputs: [NodeId; INPUTS.len()],
    outputs: [NodeId; OUTPUTS.len()],
    /// The version of the model's weights, from its manifest.
    pub version: String,
}

/// What the scores stand for: the same for both readers, as a test sees.
///
/// # Panics
/// When the program was built with a manifest that is none: a test sees that it was not.
#[must_use]
pub fn labels() -> &'static Labels {
    static LABELS: LazyLock<Labels> = LazyLock::new(|| Model::default().manifest().config.labels);
    &LABELS
}

thread_local! {
    /// One thread of the runtime for each of ours: documents are read side by side, not the parts of one.
    static POOL: Arc<ThreadPool> = Arc::new(ThreadPool::with_num_threads(1));
}

/// A reader, loaded on first use.
///
/// # Panics
/// When the program was built with a model file that its runtime cannot read: a test sees that it was not.
#[must_use]
pub fn reader(model: Model) -> &'static Reader {
    // In a thread of its own: a pool of the caller's that steals work while it waits could ask for the reader again.
    fn load(model: Model) -> Reader {
        std::thread::spawn(move || Reader::load(model))
            .join()
            .expect("the embedded model loads")
    }
    static ACCURATE: LazyLock<Reader> = LazyLock::new(|| load(Model::Accurate));
    static FAST: LazyLock<Reader> = LazyLock::new(|| load(Model::Fast));
    match model {
        Model::Accurate => &ACCURATE,
        Model::Fast => &FAST,
    }
}

impl Reader {
    fn load(model: Model) -> Self {
        let files = model.files();
        let mut options = ModelOptions::with_all_ops();
        options.prepack_weights(true);
        let network = options
            .load_static_slice(files.network)
            .expect("the embedded model is one");
        let node = |name: &str| {
            network
                .node_id(name)
                .expect("the model has the inputs and outputs of its manifest")
        };
        Self {
            inputs: INPUTS.map(node),
            outputs: OUTPUTS.map(node),
            wordpiece: WordPiece::new(files.vocabulary),
            pairs: PairScorer::new(files.pairs),
            facts: scorer::read(files.facts),
            version: model.manifest().version,
            network,
        }
    }

    /// What tells whether two candidates of coreference are one, by this reader's embeddings.
    #[must_use]
    pub fn pairs(&self) -> &PairScorer {
        &self.pairs
    }

    /// A scorer of facts: "trigger", "role", "source", "modality", "polarity" or "relation".
    ///
    /// # Panics
    /// When there is no such scorer.
    #[must_use]
    pub fn scorer(&self, name: &str) -> &Scorer {
        &self.facts[name]
    }

    /// Reads sentences, given as words, and hands over the scores of each, window by window, in no particular order.
    ///
    /// A sentence that is too long for the encoder is read in several windows that overlap; each word belongs to the core of
    /// one. Time is linear in the number of words, memory bounded by the longest window.
    pub fn read(&self, sentences: &[Vec<&str>], mut take: impl FnMut(&Window, &Scores)) {
        let mut found = Vec::new();
        for (number, words) in sentences.iter().enumerate() {
            windows(&self.wordpiece, number, words, &mut found);
        }
        found.sort_by_key(|window| (window.length(), window.window.sentence, window.window.words.start));
        let mut rest = found.as_slice();
        while !rest.is_empty() {
            let (now, later) = rest.split_at(batch::fitting(rest));
            let batch = Batch::new(&self.wordpiece, now);
            let scores = self.run(&batch);
            for (place, window) in now.iter().enumerate() {
                take(&window.window, &scores.of(place));
            }
            rest = later;
        }
    }

    fn run(&self, batch: &Batch) -> batch::Outputs {
        let options = RunOptions::default().with_thread_pool(Some(POOL.with(Arc::clone)));
        let inputs = self.inputs.into_iter().zip(batch.inputs()).collect();
        let values = self.network.run(inputs, &self.outputs, Some(options));
        batch::Outputs::new(values.expect("the model takes batches of any size"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_do_not_depend_on_the_order_of_reading() {
        let first = vec!["Mexico", "rejected", "the", "strikes", "."];
        let second = vec!["Talks", "ended", "."];
        let scores = |sentences: &[Vec<&str>], wanted: usize| {
            let mut found = Vec::new();
            reader(Model::Accurate).read(sentences, |window, scores| {
                if window.sentence == wanted {
                    found = (0..window.words.len())
                        .flat_map(|word| scores.xpos(word).to_vec())
                        .collect();
                }
            });
            found
        };
        assert_eq!(scores(&[first.clone(), second.clone()], 0), scores(&[second, first], 1));
    }

    #[test]
    fn both_models_have_the_same_labels() {
        let labels = |model: Model| format!("{:?}", model.manifest().config.labels);
        assert_eq!(labels(Model::Accurate), labels(Model::Fast));
    }

    #[test]
    fn every_word_of_a_long_sentence_is_read_once() {
        let long: Vec<&str> = std::iter::repeat_n(["antidisestablishmentarianism", "was", "rejected", ","], 200)
            .flatten()
            .collect();
        let mut seen = vec![0; long.len()];
        reader(Model::Accurate).read(&[long], |window, scores| {
            for word in window.core.clone() {
                seen[word] += 1;
                assert_eq!(scores.names(word - window.words.start).len(), labels().names.len());
            }
        });
        assert!(seen.iter().all(|&times| times == 1));
    }
}
