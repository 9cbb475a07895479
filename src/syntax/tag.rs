//! Penn tags by a hidden Markov model: which tags a word takes, and which tag follows which.
//!
//! The bigram case of `TnT` (Brants, "`TnT`: a statistical part-of-speech tagger", ANLP 2000): unknown words are tagged by
//! their endings. Its counts are in `data/tags.tsv`, made by `tools/make_tags.py`.

use crate::text::{Sentence, Upos, XPOS};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Tags, by their place in [`XPOS`], with log probabilities.
type Scores = Vec<(usize, f64)>;

/// Endings up to so many letters tell the tag of an unknown word.
const LONGEST_ENDING: usize = 5;
const TAGS: usize = XPOS.len();

struct Model {
    words: HashMap<&'static str, Scores>,
    /// By ending; capitalised unknown words are looked up with a `^` before.
    endings: HashMap<String, Scores>,
    /// `next[a * (TAGS + 1) + b]`: log probability of tag b after tag a; `TAGS` stands for the sentence's ends.
    next: Vec<f64>,
}

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::parse(include_str!("data/tags.tsv")));

impl Model {
    fn parse(data: &'static str) -> Self {
        let width = TAGS + 1;
        let mut counts: HashMap<&str, Vec<(usize, f64)>> = HashMap::new();
        let mut endings: HashMap<String, Vec<f64>> = HashMap::new();
        let mut pairs = vec![0.0_f64; width * width];
        let mut totals = vec![0.0_f64; TAGS];
        for line in data.lines() {
            let (word, rest) = line.split_once('\t').expect("tags.tsv has two columns");
            if let Some((first, second)) = word.split_once('>').filter(|_| !rest.contains(' ')) {
                pairs[index(first) * width + index(second)] = rest.parse().expect("tags.tsv holds counts");
                continue;
            }
            let mut fields = rest.split(' ');
            let mut tags = Vec::new();
            while let (Some(tag), Some(count)) = (fields.next(), fields.next()) {
                tags.push((index(tag), count.parse::<f64>().expect("tags.tsv holds counts")));
            }
            for &(tag, count) in &tags {
                totals[tag] += count;
            }
            // Frequent words are closed classes and irregulars: only rarer ones teach endings.
            if tags.iter().map(|&(_, count)| count).sum::<f64>() <= 12.0 {
                for ending in endings_of(word) {
                    let scores = endings.entry(ending).or_insert_with(|| vec![0.0; TAGS]);
                    for &(tag, _) in &tags {
                        scores[tag] += 1.0;
                    }
                }
            }
            counts.insert(word, tags);
        }
        let emission = |tags: Vec<(usize, f64)>| -> Scores {
            tags.into_iter()
                .map(|(tag, count)| (tag, (count / totals[tag]).ln()))
                .collect()
        };
        let words = counts.into_iter().map(|(word, tags)| (word, emission(tags))).collect();
        let all: f64 = totals.iter().sum();
        let endings = endings
            .into_iter()
            .map(|(ending, counts)| {
                // P(tag | ending) / P(tag) is P(ending | tag) but for a constant.
                let sum: f64 = counts.iter().sum();
                let scores = counts.iter().enumerate().filter(|&(_, &count)| count > 0.0);
                (
                    ending,
                    scores
                        .map(|(tag, &count)| (tag, ((count / sum) / (totals[tag] / all)).ln() - 14.0))
                        .collect(),
                )
            })
            .collect();
        let next = pairs
            .chunks(width)
            .flat_map(|row| {
                let sum: f64 = row.iter().sum::<f64>() + 0.5 * width as f64;
                row.iter()
                    .map(move |count| ((count + 0.5) / sum).ln())
                    .collect::<Vec<_>>()
            })
            .collect();
        Self { words, endings, next }
    }

    /// Whether the corpus has the word with one of these tags.
    fn takes(&self, word: &str, tags: &[&str]) -> bool {
        self.words
            .get(word)
            .is_some_and(|scores| scores.iter().any(|&(tag, _)| tag < TAGS && tags.contains(&XPOS[tag])))
    }

    fn scores(&self, word: &str) -> &[(usize, f64)] {
        if let Some(scores) = self.words.get(word) {
            return scores;
        }
        endings_of(word)
            .find_map(|ending| self.endings.get(&ending))
            .map_or(&[], Vec::as_slice)
    }
}

/// Whether a word in small letters is a known common noun or adjective.
#[must_use]
pub fn is_common_word(word: &str) -> bool {
    MODEL.takes(word, &["NN", "NNS", "JJ"])
}

/// Whether a word is known as the base form of a verb, from its own tags or from its third person.
#[must_use]
pub(super) fn is_base_verb(word: &str) -> bool {
    MODEL.takes(word, &["VB", "VBP"]) || MODEL.takes(&format!("{word}s"), &["VBZ"])
}

/// The place of a tag in [`XPOS`]; the end of a sentence comes after the last.
fn index(tag: &str) -> usize {
    XPOS.binary_search(&tag).unwrap_or(TAGS)
}

/// The endings of a word from the longest, each with the sort of its first letter.
fn endings_of(word: &str) -> impl Iterator<Item = String> + '_ {
    let mark = match word.chars().next() {
        Some(first) if first.is_uppercase() => "^",
        Some(first) if first.is_ascii_digit() => "0",
        _ => "",
    };
    let hyphen = if word.contains('-') { "-" } else { "" };
    let starts = word
        .char_indices()
        .rev()
        .take(LONGEST_ENDING)
        .map(|(at, _)| at)
        .collect::<Vec<_>>();
    starts
        .into_iter()
        .rev()
        .map(move |at| format!("{mark}{hyphen}{}", word[at..].to_lowercase()))
        .chain(std::iter::once(mark.to_owned()))
}

/// Tags every token of a sentence: `xpos`, then `upos`.
pub fn tag(sentence: &mut Sentence) {
    let model = &*MODEL;
    let width = TAGS + 1;
    let shouts = is_title_case(sentence);
    let in_capitals = !sentence
        .tokens
        .iter()
        .any(|token| token.form.chars().any(char::is_lowercase));
    let count = sentence.tokens.len();
    let mut best: Scores = vec![(TAGS, 0.0)];
    let mut back: Vec<Vec<(usize, usize)>> = Vec::with_capacity(count); // (tag, place of its predecessor)
    for (position, token) in sentence.tokens.iter().enumerate() {
        // The first word, of the sentence or of a quotation in it.
        let opens = position == 0
            || matches!(
                sentence.tokens[position - 1].form.as_str(),
                "\"" | "“" | "‘" | "(" | ":" | "•" | "·"
            );
        let candidates = candidates(model, &token.form, opens || shouts, in_capitals);
        let mut row = Vec::with_capacity(candidates.len());
        let mut scores = Vec::with_capacity(candidates.len());
        for &(tag, emission) in candidates.iter() {
            let (place, score) = best
                .iter()
                .enumerate()
                .map(|(place, &(before, score))| (place, score + model.next[before * width + tag]))
                .max_by(|a, b| a.1.total_cmp(&b.1))
                .expect("a token has at least one tag");
            row.push((tag, place));
            scores.push((tag, score + emission));
        }
        back.push(row);
        best = scores;
    }
    let mut place = best
        .iter()
        .enumerate()
        .max_by(|(_, a), (_, b)| {
            (a.1 + model.next[a.0 * width + TAGS]).total_cmp(&(b.1 + model.next[b.0 * width + TAGS]))
        })
        .map_or(0, |(place, _)| place);
    for (token, row) in sentence.tokens.iter_mut().zip(&back).rev() {
        let (tag, before) = row[place];
        token.xpos = if tag < TAGS { XPOS[tag] } else { "XX" };
        place = before;
    }
    find_past_tense(sentence);
    find_particles(sentence);
    look_back(sentence);
    universal(sentence);
}

/// A sentence has a finite verb: where none was found, the first participle after a noun is taken for the past tense, or
/// what looks like a plural for the third person.
fn find_past_tense(sentence: &mut Sentence) {
    if sentence
        .tokens
        .iter()
        .any(|token| matches!(token.xpos, "MD" | "VBD" | "VBZ" | "VBP"))
    {
        return;
    }
    let found = (1..sentence.tokens.len()).find(|&index| {
        let before = sentence.tokens[index - 1].xpos;
        sentence.tokens[index].xpos == "VBN" && (before.starts_with("NN") || before == "PRP" || before == "RB")
    });
    if let Some(index) = found {
        sentence.tokens[index].xpos = "VBD";
        return;
    }
    // "Sheinbaum rules out attacks": what looks like a plural after a noun.
    let third = (1..sentence.tokens.len().saturating_sub(1)).find(|&index| {
        let token = &sentence.tokens[index];
        let subject = sentence.tokens[index - 1].xpos.starts_with("NN");
        let form = token.form.to_lowercase();
        let known = || MODEL.takes(&form, &["VBZ"]);
        let verb = || known() || form.strip_suffix('s').is_some_and(is_base_verb);
        let goes_on = !sentence.tokens[index + 1].is_noun() || sentence.tokens[index + 1].is_capitalised();
        token.xpos == "NNS" && subject && goes_on && verb()
    });
    if let Some(index) = third {
        sentence.tokens[index].xpos = "VBZ";
    }
}

/// What two neighbouring tags can't tell: "to" before a noun, opening quotes, and "know" in "don't know".
fn look_back(sentence: &mut Sentence) {
    let mut quoted = false;
    for index in 0..sentence.tokens.len() {
        let tag = sentence.tokens[index].xpos;
        let next = sentence.tokens[index + 1..]
            .iter()
            .find(|token| !token.xpos.starts_with("RB"));
        let before = sentence.tokens[..index]
            .iter()
            .rev()
            .find(|token| !token.xpos.starts_with("RB"));
        let corrected = match tag {
            "TO" if next.is_none_or(|next| next.xpos != "VB") => "IN",
            "''" if sentence.tokens[index].form == "\"" => {
                quoted = !quoted;
                if quoted { "``" } else { tag }
            }
            "VB" | "VBP" => match before {
                Some(before) if matches!(before.xpos, "MD" | "TO") || is_do(&before.form) => "VB",
                Some(before) if matches!(before.xpos, "PRP" | "NNS" | "NNPS" | "WP" | "WDT") => "VBP",
                _ => tag,
            },
            _ => tag,
        };
        sentence.tokens[index].xpos = corrected;
    }
}

fn is_do(form: &str) -> bool {
    matches!(form.to_lowercase().as_str(), "do" | "does" | "did")
}

/// "ruled out", "carried out jointly": small words right after a verb that belong to it.
fn find_particles(sentence: &mut Sentence) {
    for index in 1..sentence.tokens.len() {
        let next = sentence.tokens.get(index + 1);
        let word = sentence.tokens[index].form.to_lowercase();
        let before_phrase = next.is_some_and(|next| matches!(next.xpos, "DT" | "PRP$") || next.form == "of");
        let particle = match word.as_str() {
            "out" | "up" | "away" => !next.is_some_and(|next| next.form == "of" || next.form == "to"),
            "off" | "down" => !before_phrase,
            _ => false,
        };
        if particle && sentence.tokens[index - 1].is_verb() {
            sentence.tokens[index].xpos = "RP";
        }
    }
}

/// A plural whose base is a known verb may be its third person too ("attacks"), though the corpus never had it so.
fn with_third_person(model: &Model, form: &str, scores: &[(usize, f64)]) -> Option<Scores> {
    let (plural, third) = (index("NNS"), index("VBZ"));
    let score = scores.iter().find(|&&(tag, _)| tag == plural)?.1;
    let base = form
        .strip_suffix('s')
        .filter(|_| form.starts_with(char::is_lowercase))?;
    let is_verb = model.takes(base, &["VB", "VBP"]);
    if !is_verb || scores.iter().any(|&(tag, _)| tag == third) {
        return None;
    }
    Some(scores.iter().copied().chain([(third, score - 1.0)]).collect())
}

/// The tags of an unknown "-s" form whose base is known as a verb or noun.
fn third_person(model: &Model, lower: &str) -> Scores {
    let Some(base) = lower.strip_suffix('s') else {
        return Vec::new();
    };
    let Some(base) = model.words.get(base) else {
        // The base form is rare, but its past tense is known.
        let past = [format!("{base}ed"), format!("{base}d")];
        let known = past.iter().any(|past| model.takes(past, &["VBD"]));
        return Vec::from_iter(known.then(|| (index("VBZ"), 0.0)));
    };
    let score = |wanted: &[&str]| {
        base.iter()
            .find(|&&(tag, _)| tag < TAGS && wanted.contains(&XPOS[tag]))
            .map(|&(_, score)| score)
    };
    let verb = score(&["VB", "VBP"]).map(|score| (index("VBZ"), score));
    let noun = score(&["NN"]).map(|score| (index("NNS"), score));
    verb.into_iter().chain(noun).collect()
}

/// An unknown word with a capital is a name or the adjective of one; the first word of a sentence may be any word.
fn unknown_name(model: &Model, form: &str, lower: &str, capital_is_weak: bool) -> Scores {
    let nominal = |tag: usize| matches!(XPOS.get(tag), Some(&"NNP" | &"NNPS" | &"JJ" | &"NN" | &"NNS"));
    let inflected = ["ing", "ed", "ly"].iter().any(|ending| lower.ends_with(ending));
    if capital_is_weak && inflected {
        return model.scores(lower).to_vec();
    }
    let scores: Scores = model
        .scores(form)
        .iter()
        .copied()
        .filter(|&(tag, _)| nominal(tag))
        .collect();
    if scores.is_empty() {
        vec![(index("NNP"), 0.0)]
    } else {
        scores
    }
}

/// The tags that a form can take. A capital that every word of the line has, or the first word, says little.
fn candidates<'m>(
    model: &'m Model,
    form: &str,
    capital_is_weak: bool,
    capital_is_shouted: bool,
) -> std::borrow::Cow<'m, [(usize, f64)]> {
    use std::borrow::Cow;
    if let Some(tag) = punctuation(form) {
        return Cow::Owned(vec![(index(tag), 0.0)]);
    }
    if form.bytes().next().is_some_and(|byte| byte.is_ascii_digit()) && !form.contains(char::is_alphabetic) {
        return Cow::Owned(vec![(index("CD"), 0.0)]);
    }
    let first_is_upper = form.chars().next().is_some_and(char::is_uppercase);
    let lower = form.to_lowercase();
    // "WHO" is not "who", unless the whole line shouts; "PM" and "TV" are known as they are.
    let acronym = form.chars().nth(1).is_some() && form.chars().all(|letter| letter.is_uppercase() || letter == '.');
    let own = model.words.get(form);
    let own_noun = own.is_some_and(|own| own.iter().any(|&(tag, _)| tag < TAGS && XPOS[tag].starts_with("NN")));
    if acronym && !capital_is_shouted && !own_noun {
        return Cow::Owned(vec![(index("NNP"), 0.0)]);
    }
    if first_is_upper && capital_is_weak && model.words.contains_key(lower.as_str()) {
        let mut scores = model.scores(&lower).to_vec();
        if let Some(own) = model.words.get(form) {
            scores.extend(
                own.iter()
                    .filter(|(tag, _)| !scores.iter().any(|(other, _)| other == tag))
                    .copied()
                    .collect::<Vec<_>>(),
            );
        }
        return Cow::Owned(scores);
    }
    if first_is_upper && capital_is_weak {
        // "Rejects" in a headline: the third person of a verb that is known.
        let scores = third_person(model, &lower);
        if !scores.is_empty() {
            return Cow::Owned(scores);
        }
    }
    let scores = model.scores(form);
    if let Some(scores) = with_third_person(model, form, scores) {
        return Cow::Owned(scores);
    }
    if first_is_upper && !model.words.contains_key(form) {
        return Cow::Owned(unknown_name(model, form, &lower, capital_is_weak));
    }
    if !scores.is_empty() {
        return Cow::Borrowed(scores);
    }
    Cow::Owned(vec![
        (index(if first_is_upper { "NNP" } else { "NN" }), 0.0),
        (index("JJ"), -2.0),
    ])
}

/// Marks have one tag each; quotes are told apart by their shape where it tells.
fn punctuation(form: &str) -> Option<&'static str> {
    Some(match form {
        "." | "!" | "?" => ".",
        "," => ",",
        ":" | ";" | "—" | "–" | "--" | "…" | "..." => ":",
        "(" | "[" | "{" | "<" => "-LRB-",
        ")" | "]" | "}" | ">" => "-RRB-",
        "“" | "‘" | "«" | "``" => "``",
        "\"" | "”" | "»" | "''" => "''",
        "$" | "£" | "€" | "¥" => "$",
        "%" => "NN",
        "-" => "HYPH",
        _ if form.starts_with(['!', '?']) => ".",
        _ if !form.contains(char::is_alphanumeric) && !form.starts_with(['\'', '’']) => "NFP",
        _ => return None,
    })
}

/// Whether nearly every longer word of the sentence begins with a capital, as headlines do.
#[must_use]
pub fn is_title_case(sentence: &Sentence) -> bool {
    if sentence.tokens.last().is_some_and(|token| token.form == ".") {
        return false;
    }
    let long: Vec<_> = sentence
        .tokens
        .iter()
        .filter(|token| token.form.chars().count() > 3 && token.form.chars().all(char::is_alphabetic))
        .collect();
    long.len() >= 3 && long.iter().filter(|token| token.is_capitalised()).count() * 5 >= long.len() * 4
}

/// Universal tags from Penn tags; auxiliaries by their lemma and what follows is settled in the tree.
fn universal(sentence: &mut Sentence) {
    for token in &mut sentence.tokens {
        token.upos = match token.xpos {
            "." | "," | ":" | "''" | "``" | "-LRB-" | "-RRB-" | "HYPH" | "NFP" => Upos::Punct,
            "$" | "SYM" => Upos::Sym,
            "CC" => Upos::Cconj,
            "CD" => Upos::Num,
            "DT" | "PDT" | "WDT" => Upos::Det,
            "EX" | "PRP" | "PRP$" | "WP" | "WP$" => Upos::Pron,
            "IN" => Upos::Adp,
            "JJ" | "JJR" | "JJS" | "AFX" => Upos::Adj,
            "MD" => Upos::Aux,
            "NN" | "NNS" => Upos::Noun,
            "NNP" | "NNPS" => Upos::Propn,
            "POS" | "TO" => Upos::Part,
            "RP" => Upos::Adp,
            "RB" | "RBR" | "RBS" | "WRB" => {
                if matches!(token.lemma.as_str(), "not" | "n't" | "n’t") {
                    Upos::Part
                } else {
                    Upos::Adv
                }
            }
            "UH" => Upos::Intj,
            "VB" | "VBD" | "VBG" | "VBN" | "VBP" | "VBZ" => Upos::Verb,
            _ => Upos::X,
        };
    }
}

#[cfg(test)]
mod tests {
    use crate::syntax::analyse;
    use crate::text::Document;

    fn check(text: &str, wanted: &str) {
        let analysis = analyse(&Document::new("t", text));
        let tags: Vec<_> = analysis
            .sentences
            .iter()
            .flat_map(|sentence| sentence.tokens.iter().map(|token| token.xpos))
            .collect();
        assert_eq!(tags.join(" "), wanted, "{text}");
    }

    #[test]
    fn tags_in_context() {
        check("The president rejected the strikes.", "DT NN VBD DT NNS .");
        check("They plan to strike the base.", "PRP VBP TO VB DT NN .");
        check("The strike was rejected by Mexico.", "DT NN VBD VBN IN NNP .");
        check("Workers refused to reflanginate it.", "NNS VBD TO VB PRP .");
    }
}
