//! Does a word tell of an event, and of which type?

use super::{Evidence, bucket};
use crate::fact::Reader;
use crate::fact::lexicon::{Sense, lexicon};
use crate::fact::trigger::Word;
use crate::text::{Sentence, Token, Upos};

/// The evidence about a word; `told` holds the types that the words around it tell of most, the commonest first.
pub(in crate::fact) fn ask(reader: &Reader<'_>, word: &Word, told: &[&str]) -> Evidence {
    let sentence = &reader.analysis.sentences[word.sentence];
    let token = &sentence.tokens[word.token];
    let mut out = Evidence::default();
    out.add("xpos", token.xpos);
    out.add("deprel", token.deprel);
    out.add(
        "lemma",
        format_args!("{}/{}", token.lemma.to_lowercase(), token.upos.name()),
    );
    out.add("stem", word.stem());
    out.add("end", token.lemma.chars().rev().take(3).collect::<String>());
    out.add("kind", sentence.kind.name());
    senses(&mut out, "", word.senses);
    let mention = reader.kind_at(word.sentence, word.token);
    out.add("mention", mention.map_or("none", |kind| kind.name()));
    out.add("mentions", bucket(reader.mentions.of_sentence(word.sentence).count()));
    if word.lemma.contains(' ') {
        out.add("phrase", &word.lemma);
    }
    if let Some(head) = token.head {
        let head = &sentence.tokens[head];
        out.add("head", head.lemma.to_lowercase());
        out.add("head.pos", format_args!("{}<{}", token.deprel, head.upos.name()));
        senses(&mut out, "head.", lexicon().senses(&head.lemma, sort(head)));
    }
    children(reader, &mut out, word, sentence);
    for event_type in told.iter().take(3) {
        out.add("told", event_type);
        out.say_if(
            &format!("told.sense={event_type}"),
            word.senses.iter().any(|sense| sense.event_type == *event_type),
        );
    }
    out
}

fn children(reader: &Reader<'_>, out: &mut Evidence, word: &Word, sentence: &Sentence) {
    for child in sentence.children(word.token) {
        let token = &sentence.tokens[child];
        out.add("child", token.deprel);
        match token.relation() {
            "obj" | "nsubj" | "compound" | "amod" | "nmod" | "obl" | "xcomp" | "ccomp" => {
                out.add(token.deprel, token.lemma.to_lowercase());
                let kind = reader.kind_at(word.sentence, child).map_or("thing", |kind| kind.name());
                out.add(&format!("{}.kind", token.deprel), kind);
                if let Some(case) = sentence.child(child, "case") {
                    let case = sentence.tokens[case].lemma.to_lowercase();
                    out.add("case", format_args!("{case}/{kind}"));
                }
            }
            "aux" | "cop" | "det" | "mark" => out.add(token.deprel, token.lemma.to_lowercase()),
            _ => {}
        }
    }
    let next = sentence.tokens.get(word.token + 1);
    out.add("next", next.map_or_else(String::new, |token| token.form.to_lowercase()));
    let before = word.token.checked_sub(1).map(|before| &sentence.tokens[before]);
    out.add(
        "before",
        before.map_or_else(String::new, |token| token.form.to_lowercase()),
    );
}

/// What the lexicon says.
fn senses(out: &mut Evidence, whose: &str, senses: &[Sense]) {
    let Some(best) = senses
        .iter()
        .reduce(|best, sense| if sense.certainty > best.certainty { sense } else { best })
    else {
        return out.say(format!("{whose}sense=none"));
    };
    let sum: f64 = senses.iter().map(|sense| sense.certainty).sum();
    out.add(&format!("{whose}best"), best.event_type);
    out.add(&format!("{whose}certainty"), tenth(sum));
    for sense in senses {
        out.add(
            &format!("{whose}sense"),
            format_args!("{}/{}", sense.event_type, tenth(sense.certainty)),
        );
    }
    out.add(&format!("{whose}senses"), bucket(senses.len()));
}

fn tenth(share: f64) -> &'static str {
    match share {
        share if share >= 0.85 => "sure",
        share if share >= 0.6 => "likely",
        share if share >= 0.35 => "maybe",
        _ => "seldom",
    }
}

/// The lexicon's name of a part of speech.
fn sort(token: &Token) -> char {
    match token.upos {
        Upos::Verb => 'V',
        Upos::Adj => 'A',
        _ => 'N',
    }
}
