//! Noun phrases and pronouns for things that are no entities of ours: they take up, and are taken up by, each other and mentions.

use super::nominal::phrase_start;
use super::{Form, Mention, Phrase};
use crate::text::{Analysis, Sentence, SentenceKind, Upos};

/// Noun phrases whose head belongs to no mention, in the order of the text.
pub(super) fn find(analysis: &Analysis, mentions: &[Mention]) -> Vec<Phrase> {
    let mut found = Vec::new();
    for (index, sentence) in analysis.sentences.iter().enumerate() {
        if matches!(sentence.kind, SentenceKind::Furniture | SentenceKind::Dateline) {
            continue;
        }
        let mut taken = vec![false; sentence.tokens.len()];
        let start = mentions.partition_point(|mention| mention.sentence < index);
        for mention in mentions[start..].iter().take_while(|mention| mention.sentence == index) {
            // A nominal takes its head alone: "the [company]'s [[chief] executive]" holds others.
            match mention.form {
                Form::Name => taken[mention.tokens.clone()].fill(true),
                Form::Nominal | Form::Pronoun => taken[mention.head] = true,
            }
        }
        for head in (0..sentence.tokens.len()).filter(|&head| !taken[head]) {
            if let Some(form) = form(sentence, head) {
                found.push(Phrase {
                    sentence: index,
                    tokens: phrase_start(sentence, head)..head + 1,
                    head,
                    form,
                    plural: matches!(sentence.tokens[head].xpos, "NNS" | "NNPS")
                        || matches!(
                            sentence.tokens[head].form.to_lowercase().as_str(),
                            "these" | "those" | "they" | "them" | "their"
                        ),
                });
            }
        }
    }
    found
}

/// Whether a token heads a phrase that can be taken up, and as what.
fn form(sentence: &Sentence, head: usize) -> Option<Form> {
    let token = &sentence.tokens[head];
    if matches!(
        token.relation(),
        "compound" | "flat" | "fixed" | "goeswith" | "discourse" | "case" | "cc" | "mark"
    ) {
        return None;
    }
    match token.xpos {
        "PRP" | "PRP$" if token.deprel != "expl" => Some(Form::Pronoun),
        "DT" if matches!(token.relation(), "nsubj" | "obj" | "obl" | "nmod")
            && matches!(token.form.to_lowercase().as_str(), "this" | "that" | "these" | "those") =>
        {
            Some(Form::Pronoun)
        }
        "NN" | "NNS" => Some(Form::Nominal),
        "NNP" | "NNPS" => Some(Form::Name),
        "VBG" | "CD" | "JJ" if token.upos == Upos::Noun => Some(Form::Nominal),
        _ => None,
    }
}
