//! Tags, lemmas, trees and names from the scores of the reader's heads.

use super::arborescence::best_tree;
use super::lemma;
use super::word_list::{is_title_case, running_case, stem};
use crate::model::{Model, Scores, Window, labels, reader};
use crate::ontology::Kind;
use crate::text::{Embedding, NamedSpan, Sentence, SentenceKind, Token, Upos, xpos};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What the labels of the heads mean to this room.
struct Meaning {
    xpos: Vec<&'static str>,
    upos: Vec<Upos>,
    scripts: Vec<lemma::Script<'static>>,
    names: Vec<Option<(bool, Kind)>>,
    deprel: Vec<&'static str>,
    root: usize,
}

static MEANING: LazyLock<Meaning> = LazyLock::new(|| {
    let labels = labels();
    let name = |label: &'static String| {
        let (prefix, kind) = label.split_once('-')?;
        Some((prefix == "B", Kind::from_name(kind).expect("names are of our kinds")))
    };
    Meaning {
        xpos: labels.xpos.iter().map(|tag| xpos(tag)).collect(),
        upos: labels
            .upos
            .iter()
            .map(|tag| Upos::from_name(tag).expect("tags are UD's"))
            .collect(),
        scripts: labels.lemma.iter().map(|script| lemma::Script::new(script)).collect(),
        names: labels.names.iter().map(name).collect(),
        deprel: labels.deprel.iter().map(String::as_str).collect(),
        root: labels
            .deprel
            .iter()
            .position(|relation| relation == "root")
            .expect("trees have roots"),
    }
});

/// Fills in tags, lemmas, trees and names of sentences whose tokens are given.
pub(super) fn parse(sentences: &mut [Sentence], model: Model) {
    let forms = forms(sentences);
    let equal = equals(&forms, sentences);
    // Signs without a word have nothing to read.
    for sentence in sentences.iter_mut().filter(|sentence| is_wordless(sentence)) {
        punctuate(sentence);
    }
    // What stands in a document many times is read once.
    let firsts: Vec<usize> = (0..sentences.len())
        .filter(|&index| equal[index] == index && !is_wordless(&sentences[index]))
        .collect();
    let words = firsts
        .iter()
        .map(|&index| forms[index].iter().map(String::as_str).collect());
    let words: Vec<Vec<&str>> = words.collect();
    // Where a long sentence is cut, the later parts hang on the first one's root: windows come in any order.
    let mut roots: Vec<Vec<usize>> = vec![Vec::new(); firsts.len()];
    reader(model).read(&words, |window, scores| {
        let sentence = &mut sentences[firsts[window.sentence]];
        sentence.embeddings.resize(sentence.tokens.len(), Embedding::NOTHING);
        for word in window.core.clone() {
            tag(sentence, word, scores, word - window.words.start);
            sentence.embeddings[word] = embedding(scores, word - window.words.start);
        }
        roots[window.sentence].push(attach(sentence, window, scores));
        names(sentence, window, scores);
    });
    for (&index, roots) in firsts.iter().zip(&mut roots) {
        let sentence = &mut sentences[index];
        roots.sort_unstable();
        for later in roots.iter().skip(1) {
            (sentence.tokens[*later].head, sentence.tokens[*later].deprel) = (Some(roots[0]), "parataxis");
        }
        sentence.names.sort_by_key(|name| name.tokens.start);
    }
    for (index, &first) in equal.iter().enumerate().filter(|&(index, &first)| first != index) {
        let (before, rest) = sentences.split_at_mut(index);
        copy(&before[first], &mut rest[0]);
    }
}

/// More signs than any writer makes, and no word among them.
fn is_wordless(sentence: &Sentence) -> bool {
    let has_word = |token: &Token| token.form.contains(char::is_alphanumeric);
    sentence.tokens.len() > 40 && !sentence.tokens.iter().any(has_word)
}

/// A row of signs: the first one governs the others.
fn punctuate(sentence: &mut Sentence) {
    for (index, token) in sentence.tokens.iter_mut().enumerate() {
        (token.upos, token.xpos) = (Upos::Punct, "NFP");
        (token.head, token.deprel) = if index == 0 { (None, "root") } else { (Some(0), "punct") };
    }
}

/// Of each sentence the first one with the same words, itself when there is none before it.
fn equals(forms: &[Vec<String>], sentences: &[Sentence]) -> Vec<usize> {
    let mut seen = HashMap::new();
    let kinds = sentences.iter().map(|sentence| sentence.kind == SentenceKind::Headline);
    let keys = forms.iter().zip(kinds).enumerate();
    keys.map(|(index, key)| *seen.entry(key).or_insert(index)).collect()
}

/// Gives a sentence the analysis of one with the same words.
fn copy(from: &Sentence, to: &mut Sentence) {
    for (from, to) in from.tokens.iter().zip(&mut to.tokens) {
        (to.upos, to.xpos, to.head, to.deprel) = (from.upos, from.xpos, from.head, from.deprel);
        to.lemma.clone_from(&from.lemma);
    }
    to.names.clone_from(&from.names);
    to.embeddings.clone_from(&from.embeddings);
}

/// The words as the reader is to see them: headlines as running text.
fn forms(sentences: &[Sentence]) -> Vec<Vec<String>> {
    let is_headline = |sentence: &&Sentence| sentence.kind == SentenceKind::Headline && is_title_case(sentence);
    let prose = sentences.iter().filter(|sentence| !is_headline(sentence));
    let words = prose
        .flat_map(|sentence| &sentence.tokens)
        .map(|token| token.form.as_str());
    let stems: HashSet<&str> = if sentences.iter().any(|sentence| is_headline(&sentence)) {
        words
            .filter(|word| word.starts_with(char::is_lowercase))
            .map(stem)
            .collect()
    } else {
        HashSet::new()
    };
    let forms = sentences.iter().map(|sentence| {
        if is_headline(&sentence) {
            running_case(sentence, &stems)
        } else {
            sentence.tokens.iter().map(|token| token.form.clone()).collect()
        }
    });
    forms.collect()
}

/// Rounded, so that what comes after is the same on every processor.
fn embedding(scores: &Scores, word: usize) -> Embedding {
    Embedding {
        coreference: rounded(scores.embedding(word)),
        fact: rounded(scores.facts(word)),
    }
}

fn rounded<const N: usize>(numbers: &[f32]) -> [i8; N] {
    #[expect(clippy::cast_possible_truncation, reason = "the numbers lie between -1 and 1")]
    std::array::from_fn(|index| (numbers[index] * 127.0).round() as i8)
}

/// The label with the highest score; of equals the first.
fn best<Score: PartialOrd>(scores: impl IntoIterator<Item = Score>) -> usize {
    let scores = scores.into_iter().enumerate();
    scores
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
        .map_or(0, |(index, _)| index)
}

fn tag(sentence: &mut Sentence, word: usize, scores: &Scores, place: usize) {
    let token = &mut sentence.tokens[word];
    token.xpos = MEANING.xpos[best(scores.xpos(place).iter().copied())];
    token.upos = MEANING.upos[best(scores.upos(place).iter().copied())];
    lemma::lemmatise(token, scores.lemma(place), &MEANING.scripts);
}

/// The tree over the words of a window's core, the likeliest of all together with its relations; gives its root.
fn attach(sentence: &mut Sentence, window: &Window, scores: &Scores) -> usize {
    let start = window.core.start;
    let offset = start - window.words.start;
    let count = window.core.len();
    // A head to which this word has no good relation is seldom its head.
    let mut joint = vec![0.0; count * (count + 1)];
    for (word, row) in joint.chunks_mut(count + 1).enumerate() {
        let head_at = |place: usize| place.checked_sub(1).map(|head| head + offset);
        let arcs = (0..=count).map(|place| scores.arc(word + offset, head_at(place)));
        let arcs: Vec<f32> = arcs.collect();
        let top = arcs.iter().copied().fold(f32::MIN, f32::max);
        for (place, (joint, arc)) in row.iter_mut().zip(arcs).enumerate() {
            *joint = f64::from(arc);
            if arc > top - UNLIKELY {
                *joint += relation(scores, word + offset, head_at(place)).1;
            }
        }
    }
    let heads = best_tree(count, |word, head| {
        joint[word * (count + 1) + head.map_or(0, |head| head + 1)]
    });
    let mut root = start;
    for (word, head) in heads.into_iter().enumerate() {
        let token = &mut sentence.tokens[start + word];
        token.head = head.map(|head| head + start);
        let (label, _) = relation(scores, word + offset, head.map(|head| head + offset));
        token.deprel = MEANING.deprel[label];
        if head.is_none() {
            root = start + word;
        }
    }
    root
}

/// Heads whose scores (natural logarithms of odds) are so far below the best one's are not asked for their relation.
const UNLIKELY: f32 = 9.0;

/// The best relation of a word to a head (`None`: the root, whose relation is always `root`), with the logarithm of its probability.
fn relation(scores: &Scores, word: usize, head: Option<usize>) -> (usize, f64) {
    let row = || scores.relation(word, head).map(f64::from);
    let top = row().fold(f64::MIN, f64::max);
    let sum: f64 = row().map(|score| (score - top).exp()).sum();
    let others = row().enumerate().map(|(label, score)| {
        if (label == MEANING.root) == head.is_none() {
            score
        } else {
            f64::MIN
        }
    });
    let scores: Vec<f64> = others.collect();
    let label = best(scores.iter().copied());
    (label, scores[label] - top - sum.ln())
}

/// The best sequence of B and I in a window, by the algorithm of Viterbi (1967): I stands only after B or I of its kind.
fn names(sentence: &mut Sentence, window: &Window, scores: &Scores) {
    let labels = &MEANING.names;
    let may_follow = |before: usize, label: usize| match (labels[before], labels[label]) {
        (_, None | Some((true, _))) => true,
        (Some((_, kind)), Some((false, next))) => kind == next,
        (None, Some((false, _))) => false,
    };
    let count = window.words.len();
    let mut totals: Vec<f64> = scores.names(0).iter().map(|&score| f64::from(score)).collect();
    for (label, total) in totals.iter_mut().enumerate() {
        if matches!(labels[label], Some((false, _))) {
            *total = f64::MIN / 2.0;
        }
    }
    let mut came_from = Vec::with_capacity(count);
    for word in 1..count {
        let row = scores.names(word);
        let step = |label: usize| {
            let before = (0..labels.len()).filter(|&before| may_follow(before, label));
            let before = before
                .reduce(|best, next| if totals[next] > totals[best] { next } else { best })
                .expect("O may precede");
            (totals[before] + f64::from(row[label]), before)
        };
        let (next, pointers): (Vec<f64>, Vec<usize>) = (0..labels.len()).map(step).unzip();
        totals = next;
        came_from.push(pointers);
    }
    let mut label = best(totals);
    let mut path = vec![label];
    for pointers in came_from.iter().rev() {
        label = pointers[label];
        path.push(label);
    }
    path.reverse();
    let mut word = 0;
    while word < count {
        let Some((_, kind)) = labels[path[word]] else {
            word += 1;
            continue;
        };
        let start = word;
        let mut confidence = probability(scores.names(word), path[word]);
        word += 1;
        while word < count && labels[path[word]] == Some((false, kind)) {
            confidence = confidence.min(probability(scores.names(word), path[word]));
            word += 1;
        }
        let tokens = start + window.words.start..word + window.words.start;
        // A name at the edge belongs to the window in whose core it begins.
        if window.core.contains(&tokens.start) {
            sentence.names.push(NamedSpan {
                tokens,
                kind,
                confidence,
            });
        }
    }
}

/// By softmax.
fn probability(scores: &[f32], label: usize) -> f64 {
    let top = f64::from(scores.iter().copied().fold(f32::MIN, f32::max));
    let sum: f64 = scores.iter().map(|&score| (f64::from(score) - top).exp()).sum();
    (f64::from(scores[label]) - top).exp() / sum
}
