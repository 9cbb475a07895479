//! The phrases that a sentence is made of: noun phrases, verb groups, and the small words between them.

use crate::text::{Sentence, Token, Upos};

/// A piece of a sentence, from left to right without gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// A noun phrase, a pronoun, a number that stands for things.
    Noun { start: usize, head: usize },
    /// A verb with its auxiliaries.
    Verb { start: usize, main: usize, sort: VerbSort },
    /// An adjective that is no part of a noun phrase.
    Adjective(usize),
    /// A preposition or conjunction.
    Preposition(usize),
    /// "to" that is no infinitive's, and every other word or mark, by its tag.
    Other(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum VerbSort {
    Finite,
    Infinitive,
    /// "-ing" without an auxiliary.
    Gerund,
    /// A past participle without an auxiliary.
    Participle,
}

impl Unit {
    /// Its first token.
    pub(super) fn start(self) -> usize {
        match self {
            Self::Noun { start, .. } | Self::Verb { start, .. } => start,
            Self::Adjective(index) | Self::Preposition(index) | Self::Other(index) => index,
        }
    }
}

/// An arc that a phrase settles by itself: (dependent, head, relation).
pub(super) type Arc = (usize, usize, &'static str);

/// Cuts a tagged sentence into units, and gives the arcs inside them.
pub(super) fn phrases(sentence: &mut Sentence) -> (Vec<Unit>, Vec<Arc>) {
    let (mut units, mut arcs) = (Vec::new(), Vec::new());
    let mut index = 0;
    while index < sentence.tokens.len() {
        let tokens = &mut sentence.tokens;
        let end = if let Some(end) = verb_group(tokens, index, &mut units, &mut arcs) {
            end
        } else if let Some(end) = noun_phrase(tokens, index, &mut units, &mut arcs) {
            end
        } else {
            units.push(match tokens[index].xpos {
                "IN" | "TO" => Unit::Preposition(index),
                "JJ" | "JJR" | "JJS" => Unit::Adjective(index),
                _ => Unit::Other(index),
            });
            index + 1
        };
        index = end;
    }
    (units, arcs)
}

fn xpos(tokens: &[Token], index: usize) -> &'static str {
    tokens.get(index).map_or("", |token| token.xpos)
}

/// The first token at or after `index` that is no adverb or negation.
fn past_adverbs(tokens: &[Token], mut index: usize) -> usize {
    while matches!(xpos(tokens, index), "RB" | "RBR" | "RBS") {
        index += 1;
    }
    index
}

/// A verb with its auxiliaries from `start`; sets AUX where one is.
fn verb_group(tokens: &mut [Token], start: usize, units: &mut Vec<Unit>, arcs: &mut Vec<Arc>) -> Option<usize> {
    let first = xpos(tokens, start);
    let infinitive = first == "TO" && xpos(tokens, past_adverbs(tokens, start + 1)).starts_with("VB");
    if !infinitive && first != "MD" && !first.starts_with("VB") {
        return None;
    }
    if matches!(first, "VBG" | "VBN") && is_premodifier(tokens, start) {
        return None;
    }
    let mut chain = Vec::new();
    let mut index = if infinitive {
        past_adverbs(tokens, start + 1)
    } else {
        start
    };
    loop {
        chain.push(index);
        let next = past_adverbs(tokens, index + 1);
        let follows = match (tokens[index].lemma.as_str(), xpos(tokens, next)) {
            (_, "VB") if xpos(tokens, index) == "MD" => true,
            ("do", "VB") => next > index,
            ("have", "VBN") => true,
            ("be", "VBG" | "VBN") => true,
            ("get", "VBN") => true,
            _ => false,
        };
        if !follows {
            break;
        }
        index = next;
    }
    let main = index;
    let passive = xpos(tokens, main) == "VBN"
        && chain.len() > 1
        && matches!(tokens[chain[chain.len() - 2]].lemma.as_str(), "be" | "get");
    for &auxiliary in &chain[..chain.len() - 1] {
        tokens[auxiliary].upos = Upos::Aux;
        let is_last = auxiliary == chain[chain.len() - 2];
        arcs.push((auxiliary, main, if passive && is_last { "aux:pass" } else { "aux" }));
    }
    if infinitive {
        arcs.push((start, main, "mark"));
    }
    for between in start..main {
        if matches!(xpos(tokens, between), "RB" | "RBR" | "RBS") {
            arcs.push((between, main, "advmod"));
        }
    }
    let sort = match xpos(tokens, chain[0]) {
        _ if infinitive => VerbSort::Infinitive,
        "VBG" => VerbSort::Gerund,
        "VBN" => VerbSort::Participle,
        "VB" => VerbSort::Infinitive,
        _ => VerbSort::Finite,
    };
    units.push(Unit::Verb { start, main, sort });
    Some(main + 1)
}

/// Whether a participle stands before its noun: "the rejected proposal", "growing fears".
fn is_premodifier(tokens: &[Token], index: usize) -> bool {
    let before = index.checked_sub(1).map_or("", |before| xpos(tokens, before));
    let next = xpos(tokens, index + 1);
    let nominal = matches!(next, "NN" | "NNS" | "JJ") || next.starts_with("NNP");
    nominal
        && (matches!(before, "DT" | "PRP$" | "JJ" | "POS" | "CD") || (before == "IN" && xpos(tokens, index) == "VBN"))
}

/// A noun phrase from `start`, with the arcs to its head.
fn noun_phrase(tokens: &[Token], start: usize, units: &mut Vec<Unit>, arcs: &mut Vec<Arc>) -> Option<usize> {
    let first = xpos(tokens, start);
    if matches!(first, "PRP" | "EX") {
        units.push(Unit::Noun { start, head: start });
        return Some(start + 1);
    }
    let mut end = start;
    let mut head = None;
    loop {
        let tag = xpos(tokens, end);
        let next = xpos(tokens, end + 1);
        let takes = match tag {
            "DT" | "PDT" | "PRP$" | "WP$" => end == start || xpos(tokens, end - 1) == "PDT",
            "NN" | "NNS" | "NNP" | "NNPS" | "CD" | "FW" | "$" => true,
            "JJ" | "JJR" | "JJS" => true,
            "RB" | "RBR" | "RBS" => end > start && matches!(next, "JJ" | "VBN" | "JJR"),
            "VBN" | "VBG" => is_premodifier(tokens, end),
            "HYPH" => end > start && tokens[end - 1].span.end == tokens[end].span.start,
            // "a cold and wet night": inside the phrase when it goes on.
            "CC" => {
                end > start && xpos(tokens, end - 1) == "JJ" && next == "JJ" && xpos(tokens, end + 2).starts_with("NN")
            }
            "," => {
                end > start && xpos(tokens, end - 1) == "JJ" && next == "JJ" && xpos(tokens, end + 2).starts_with("NN")
            }
            _ => false,
        };
        if !takes {
            break;
        }
        if tag.starts_with("NN") || matches!(tag, "CD" | "FW") {
            head = Some(end);
        }
        end += 1;
    }
    // Without a noun: "the poor", "this", or no noun phrase at all.
    let head = match head {
        Some(head) => head,
        None if matches!(first, "DT" | "PRP$") && end > start => end - 1,
        None => return None,
    };
    end = head + 1;
    for index in start..head {
        let relation = match xpos(tokens, index) {
            "DT" | "PDT" => "det",
            "PRP$" | "WP$" => "nmod:poss",
            "CD" => "nummod",
            "JJ" | "JJR" | "JJS" | "VBN" | "VBG" => "amod",
            "RB" | "RBR" | "RBS" => "advmod",
            "HYPH" | "," => "punct",
            "CC" => "cc",
            _ => "compound",
        };
        arcs.push((index, head, relation));
    }
    units.push(Unit::Noun { start, head });
    Some(end)
}
