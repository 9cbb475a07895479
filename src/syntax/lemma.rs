//! Dictionary forms: a table of irregular words, then the spelling rules of English inflection.

use super::tag::is_base_verb;
use crate::text::Token;
use std::collections::HashMap;
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

/// Sets the lemma of a tagged token.
pub fn lemmatise(token: &mut Token) {
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
            lemmatise(&mut token);
            assert_eq!(token.lemma, lemma, "{form}");
        }
    }
}
