//! Does a lasting fact hold between two entities that a sentence names?

use super::path::Path;
use super::{Evidence, bucket};
use crate::fact::{Reader, Relation};
use crate::knowledge::knowledge;
use crate::mention::{Form, Mention};
use crate::text::Sentence;

/// Words between two mentions beyond which nothing is asked.
const FARTHEST: usize = 30;
/// Mentions of a sentence that are paired with each other.
const MOST: usize = 40;

/// Two mentions of different entities, in the order of the text.
#[derive(Debug, Clone, Copy)]
pub(in crate::fact) struct Pair {
    pub first: usize,
    pub second: usize,
}

/// All pairs of a document that are asked about, with their evidence. `rules` holds what the rules found, with repetitions.
pub(in crate::fact) fn between(reader: &Reader<'_>, rules: &[Relation]) -> Vec<(Pair, Evidence)> {
    let mut out = Vec::new();
    for (number, sentence) in reader.analysis.sentences.iter().enumerate() {
        let here: Vec<(usize, &Mention)> = reader.mentions.of_sentence(number).take(MOST).collect();
        let rules: Vec<&Relation> = rules.iter().filter(|rule| rule.sentence == number).collect();
        for (place, &(first, one)) in here.iter().enumerate() {
            for &(second, other) in &here[place + 1..] {
                let (Some(a), Some(b)) = (reader.entities.of_mention[first], reader.entities.of_mention[second]) else {
                    continue;
                };
                if a == b || one.head == other.head || other.tokens.start > one.tokens.end + FARTHEST {
                    continue;
                }
                let mut evidence = Evidence::default();
                for rule in rules
                    .iter()
                    .filter(|rule| (rule.from, rule.to) == (a, b) || (rule.from, rule.to) == (b, a))
                {
                    let ends = rule.span.overlaps(one.span) && rule.span.overlaps(other.span);
                    let way = if rule.from == a { ">" } else { "<" };
                    evidence.add(
                        if ends { "rule" } else { "rule.elsewhere" },
                        format_args!("{}{way}", rule.relation),
                    );
                }
                ask(reader, sentence, &mut evidence, one, other);
                out.push((Pair { first, second }, evidence));
            }
        }
    }
    out
}

fn ask(reader: &Reader<'_>, sentence: &Sentence, out: &mut Evidence, one: &Mention, other: &Mention) {
    let tokens = &sentence.tokens;
    let kinds = format!("{}/{}", one.kind.name(), other.kind.name());
    out.add("kinds", &kinds);
    out.add("forms", format_args!("{}/{}", one.form.name(), other.form.name()));
    let nested = one.tokens.end > other.tokens.start;
    out.say_if("nested", nested);
    let gap = if nested {
        one.tokens.start..one.tokens.start
    } else {
        one.tokens.end..other.tokens.start
    };
    out.add("gap", bucket(gap.len()));
    out.add("gap.kinds", format_args!("{}/{kinds}", bucket(gap.len())));
    let words: Vec<String> = tokens[gap.clone()]
        .iter()
        .map(|token| token.form.to_lowercase())
        .collect();
    if words.len() <= 4 {
        out.add("words", words.join(" "));
        out.add("words.kinds", format_args!("{}/{kinds}", words.join(" ")));
    }
    if words.len() <= 10 {
        for token in &tokens[gap.clone()] {
            out.add("word", &token.lemma);
            out.add("word.kinds", format_args!("{}/{kinds}", token.lemma));
        }
    }
    title(reader, sentence, out, gap, &kinds);
    let path = Path::between(sentence, one.head, other.head);
    let way = path.relations(sentence).unwrap_or_else(|| "far".to_owned());
    out.add("path", &way);
    out.add("path.kinds", format_args!("{way}/{kinds}"));
    out.add("steps", bucket(path.length()));
    for inner in path.inner() {
        out.add("via", &tokens[inner].lemma);
        out.add("via.kinds", format_args!("{}/{kinds}", tokens[inner].lemma));
    }
    let inner: Vec<&str> = path.inner().map(|token| tokens[token].lemma.as_str()).collect();
    if inner.len() <= 3 {
        out.add("way.words", format_args!("{way}/{}", inner.join(" ")));
    }
    for (whose, mention) in [("one", one), ("other", other)] {
        around(sentence, out, whose, mention, &kinds);
    }
    let state = |mention: &Mention| mention.known.and_then(|known| known.iso2);
    out.say_if("same.state", state(one).is_some() && state(one) == state(other));
}

/// What one of the two says itself.
fn around(sentence: &Sentence, out: &mut Evidence, whose: &str, mention: &Mention, kinds: &str) {
    let tokens = &sentence.tokens;
    if let Some(role) = &mention.role {
        out.add(&format!("{whose}.title"), role.relation.unwrap_or("other"));
        out.add(
            &format!("{whose}.title.kinds"),
            format_args!("{}/{kinds}", role.relation.unwrap_or("other")),
        );
        out.add(&format!("{whose}.title.words"), role.text.to_lowercase());
    }
    if mention.form == Form::Nominal {
        out.add(&format!("{whose}.head"), &tokens[mention.head].lemma);
        out.add(
            &format!("{whose}.head.kinds"),
            format_args!("{}/{kinds}", tokens[mention.head].lemma),
        );
    } else if mention.form == Form::Name {
        let last = &tokens[mention.tokens.end - 1];
        out.add(&format!("{whose}.last"), last.form.to_lowercase());
        out.add(&format!("{whose}.xpos"), last.xpos);
    }
    let word = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at))
            .map_or_else(String::new, |token| token.form.to_lowercase())
    };
    out.add(&format!("{whose}.before"), word(mention.tokens.start.checked_sub(1)));
    out.add(&format!("{whose}.after"), word(Some(mention.tokens.end)));
    out.add(&format!("{whose}.deprel"), tokens[mention.head].deprel);
    out.add(&format!("{whose}.sort"), mention.known.map_or("", |known| known.sort));
}

/// The offices that the words between name.
fn title(reader: &Reader<'_>, sentence: &Sentence, out: &mut Evidence, gap: std::ops::Range<usize>, kinds: &str) {
    if gap.len() > 12 {
        return;
    }
    for start in gap.clone() {
        let found = (start + 1..=gap.end.min(start + 4)).rev().find_map(|end| {
            let words = sentence.tokens[start]
                .span
                .cover(sentence.tokens[end - 1].span)
                .of(reader.text);
            knowledge().title(words)
        });
        if let Some(title) = found {
            out.add("office", title.relation.unwrap_or("other"));
            out.add(
                "office.kinds",
                format_args!("{}/{kinds}", title.relation.unwrap_or("other")),
            );
        }
    }
}
