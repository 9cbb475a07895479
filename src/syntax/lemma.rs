//! Dictionary forms: a table of irregular words, then the spelling rules of English inflection.

use super::word_list::{is_base_verb, stem};
use crate::text::Token;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// By form and sort of tag (V verb, N noun, J adjective, M modal, R adverb, P pronoun, D determiner).
static IRREGULAR: LazyLock<HashMap<(&str, char), &str>> = LazyLock::new(|| {
    include_str!("data/irregular.tsv")
        .lines()
        .skip(1)
        .map(|line| {
            let mut fields = line.split('\t');
            let mut next = || fields.next().expect("irregular.tsv has three columns");
            let form = next();
            ((form, next().chars().next().expect("a sort of tag")), next())
        })
        .collect()
});

/// How a lemma is made of its form (Chrupała 2006, for endings alone).
pub(super) enum Script<'a> {
    /// Letters dropped and added at the end; whether capitals are kept.
    Ending {
        keeps_capitals: bool,
        drop: usize,
        add: &'a str,
    },
    /// The lemma itself.
    Whole(&'a str),
}

impl<'a> Script<'a> {
    /// From the labels of the model's head: `l-3+y`, `k-0+`, `=be`.
    pub(super) fn new(label: &'a str) -> Self {
        if let Some(lemma) = label.strip_prefix('=') {
            return Self::Whole(lemma);
        }
        let ending = label.get(2..).and_then(|rest| rest.split_once('+'));
        let (drop, add) = ending.expect("a script drops and adds letters");
        Self::Ending {
            keeps_capitals: label.starts_with('k'),
            drop: drop.parse().expect("a number of letters"),
            add,
        }
    }

    /// The lemma; `None` when the form is too short.
    fn apply(&self, form: &str) -> Option<String> {
        match *self {
            Self::Whole(lemma) => Some(lemma.to_owned()),
            Self::Ending {
                keeps_capitals,
                drop,
                add,
            } => {
                let mut lemma = if keeps_capitals {
                    form.to_owned()
                } else {
                    form.to_lowercase()
                };
                for _ in 0..drop {
                    lemma.pop()?;
                }
                lemma.push_str(add);
                (!lemma.is_empty()).then_some(lemma)
            }
        }
    }
}

/// By form in small letters and Penn tag: what the treebanks' writers gave.
static ATTESTED: LazyLock<HashMap<(&str, &str), &str>> = LazyLock::new(|| {
    include_str!("data/lemmas.tsv")
        .lines()
        .skip(1)
        .map(|line| {
            let mut fields = line.split('\t');
            let mut next = || fields.next().expect("lemmas.tsv has three columns");
            ((next(), next()), next())
        })
        .collect()
});

/// Whether the treebanks have the word, in small letters, as a lemma, or with one.
pub(super) fn is_attested(word: &str) -> bool {
    static STEMS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let small = ATTESTED.values().filter(|lemma| lemma.starts_with(char::is_lowercase));
        small.map(|lemma| stem(lemma)).collect()
    });
    STEMS.contains(stem(word))
}

/// The model's script is taken when it is so sure: below, the rules of spelling are right more often (measured).
const SURE: f32 = 0.9;

/// Sets the lemma of a tagged token: as the treebanks have it, else by the model's script, else by the rules of spelling.
pub(super) fn lemmatise(token: &mut Token, scores: &[f32], scripts: &[Script]) {
    let lower = token.form.to_lowercase();
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let sure = 1.0 / scores.iter().map(|score| (score - top).exp()).sum::<f32>();
    let best = scores.iter().position(|&score| score >= top);
    let scripted = best
        .filter(|_| sure >= SURE)
        .and_then(|best| scripts[best].apply(&token.form));
    // Of an auxiliary's short forms ("'s", "'d") the context decides, of all others the table.
    let attested = ATTESTED
        .get(&(lower.as_str(), token.xpos))
        .filter(|_| !lower.starts_with('\''));
    match (attested, scripted) {
        (Some(&lemma), _) => token.lemma = lemma.to_owned(),
        // Small words lose their capitals, wherever they stand.
        (None, Some(lemma)) if is_closed(token.xpos) => token.lemma = lemma.to_lowercase(),
        (None, Some(lemma)) => token.lemma = lemma,
        (None, None) => by_rule(token),
    }
}

fn is_closed(xpos: &str) -> bool {
    matches!(
        xpos,
        "DT" | "CC" | "IN" | "TO" | "MD" | "RB" | "WDT" | "WP" | "WRB" | "EX" | "PDT"
    ) || xpos.starts_with("VB")
}

/// Sets the lemma of a tagged token by its tag and spelling alone.
fn by_rule(token: &mut Token) {
    let form = token.form.to_lowercase();
    let (sort, regular): (char, fn(&str) -> String) = match token.xpos {
        "VBD" | "VBN" => ('V', past),
        "VBG" => ('V', present_participle),
        "VBZ" => ('V', |form| strip_s(form)),
        "VB" | "VBP" => ('V', str::to_owned),
        "NNS" => ('N', |form| strip_s(form)),
        "NN" => ('N', str::to_owned),
        "JJR" | "RBR" => ('J', |form| comparative(form, "r")),
        "JJS" | "RBS" => ('J', |form| comparative(form, "st")),
        "MD" => ('M', str::to_owned),
        "RB" => ('R', str::to_owned),
        "PRP" | "PRP$" => ('P', str::to_owned),
        "DT" | "PDT" => ('D', str::to_owned),
        "NNP" | "NNPS" => {
            token.lemma.clone_from(&token.form);
            return;
        }
        _ => ('-', str::to_owned),
    };
    token.lemma = match IRREGULAR.get(&(form.as_str(), sort)) {
        Some(&lemma) => lemma.to_owned(),
        None => regular(&form),
    };
}

fn strip_s(form: &str) -> String {
    let Some(stem) = form.strip_suffix('s') else {
        return form.to_owned();
    };
    if stem.ends_with('s') || stem.len() < 2 {
        return form.to_owned();
    }
    if let Some(stem) = form.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    for ending in ["sses", "shes", "ches", "xes", "zzes", "oes"] {
        if form.ends_with(ending) && !form.ends_with("shoes") && !form.ends_with("axes") && form != "caches" {
            return form[..form.len() - 2].to_owned();
        }
    }
    stem.to_owned()
}

fn past(form: &str) -> String {
    match form.strip_suffix("ied") {
        Some(stem) if stem.len() > 1 => format!("{stem}y"),
        _ => form.strip_suffix("ed").map_or_else(|| form.to_owned(), restore),
    }
}

fn present_participle(form: &str) -> String {
    match form.strip_suffix("ing") {
        Some(stem) if stem.contains(['a', 'e', 'i', 'o', 'u', 'y']) => restore(stem),
        _ => form.to_owned(),
    }
}

/// The verb whose "-ed" or "-ing" was cut off: the candidate that is known as a base form, or else the likeliest spelling.
fn restore(stem: &str) -> String {
    let halved = stem
        .char_indices()
        .next_back()
        .filter(|&(at, last)| stem[..at].ends_with(last))
        .map(|(at, _)| stem[..at].to_owned());
    let with_e = format!("{stem}e");
    let known = [Some(with_e.clone()), Some(stem.to_owned()), halved.clone()];
    if let Some(base) = known.into_iter().flatten().find(|base| is_base_verb(base)) {
        return base;
    }
    let silent_e = [
        "v", "c", "z", "u", "dg", "rg", "ng", "at", "ns", "rs", "bl", "tl", "dl", "gl", "pl", "fl",
    ];
    if silent_e.iter().any(|ending| stem.ends_with(ending)) {
        return with_e;
    }
    halved
        .filter(|_| !stem.ends_with(['l', 's', 'f']))
        .unwrap_or_else(|| stem.to_owned())
}

fn comparative(form: &str, ending: &str) -> String {
    let Some(stem) = form.strip_suffix(ending).and_then(|stem| stem.strip_suffix('e')) else {
        return form.to_owned();
    };
    if let Some(stem) = stem.strip_suffix('i') {
        return format!("{stem}y");
    }
    let bytes = stem.as_bytes();
    if bytes.len() > 3
        && bytes[bytes.len() - 1] == bytes[bytes.len() - 2]
        && !matches!(bytes[bytes.len() - 1], b'l' | b's')
    {
        return stem[..stem.len() - 1].to_owned();
    }
    if [
        "larg", "lat", "clos", "saf", "wid", "nic", "wis", "simpl", "fre", "strang", "rar", "sur", "pur", "lik", "larg",
    ]
    .contains(&stem)
    {
        return format!("{stem}e");
    }
    stem.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, xpos};

    #[test]
    fn inflected_forms_lead_to_their_words() {
        let cases = [
            ("rejected", "VBD", "reject"),
            ("accusing", "VBG", "accuse"),
            ("stopped", "VBN", "stop"),
            ("denied", "VBD", "deny"),
            ("fled", "VBD", "flee"),
            ("agreed", "VBD", "agree"),
            ("killing", "VBG", "kill"),
            ("charged", "VBN", "charge"),
            ("dies", "VBZ", "die"),
            ("crashes", "VBZ", "crash"),
            ("says", "VBZ", "say"),
            ("strikes", "NNS", "strike"),
            ("countries", "NNS", "country"),
            ("women", "NNS", "woman"),
            ("n't", "RB", "not"),
            ("ca", "MD", "can"),
            ("largest", "JJS", "large"),
            ("Mexico", "NNP", "Mexico"),
            ("its", "PRP$", "it"),
            ("bombed", "VBD", "bomb"),
        ];
        for (form, tag, lemma) in cases {
            let mut token = Token::new(Span::new(0, form.len()), form);
            token.xpos = xpos(tag);
            by_rule(&mut token);
            assert_eq!(token.lemma, lemma, "{form}");
        }
    }
}
