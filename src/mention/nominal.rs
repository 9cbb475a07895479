//! Common nouns and pronouns that stand for people, bodies, states and places.

use super::{Agreement, Form, Mention};
use crate::knowledge::knowledge;
use crate::ontology::Kind;
use crate::syntax::is_reporting_verb;
use crate::text::{Analysis, Sentence, SentenceKind};

/// Adds the nominals and pronouns of a document to its names.
pub(super) fn find(analysis: &Analysis, mentions: &mut Vec<Mention>) {
    let names = mentions.len();
    for (index, sentence) in analysis.sentences.iter().enumerate() {
        if matches!(sentence.kind, SentenceKind::Furniture | SentenceKind::Dateline) {
            continue;
        }
        let taken: Vec<bool> = {
            let mut taken = vec![false; sentence.tokens.len()];
            let start = mentions[..names].partition_point(|mention| mention.sentence < index);
            for mention in mentions[start..names]
                .iter()
                .take_while(|mention| mention.sentence == index)
            {
                taken[mention.tokens.clone()].fill(true);
            }
            taken
        };
        for head in 0..sentence.tokens.len() {
            if taken[head] {
                continue;
            }
            let found = pronoun(sentence, head).or_else(|| nominal(sentence, head, &taken));
            if let Some((start, form, kind, agreement)) = found {
                let tokens = start..head + 1;
                mentions.push(Mention {
                    span: sentence.tokens[start].span.cover(sentence.tokens[head].span),
                    sentence: index,
                    tokens,
                    head,
                    form,
                    kind,
                    confidence: if form == Form::Pronoun { 0.9 } else { 0.7 },
                    agreement,
                    known: None,
                    role: None,
                });
            }
        }
    }
}

type Found = (usize, Form, Kind, Agreement);

fn pronoun(sentence: &Sentence, index: usize) -> Option<Found> {
    let token = &sentence.tokens[index];
    if !matches!(token.xpos, "PRP" | "PRP$") || token.form == "US" {
        return None;
    }
    let (kind, plural, gender) = match token.form.to_lowercase().as_str() {
        "he" | "him" | "his" | "himself" => (Kind::Person, false, Some('M')),
        "she" | "her" | "hers" | "herself" => (Kind::Person, false, Some('F')),
        // "It was reported that …" stands for nobody.
        "it" if token.deprel == "nsubj:pass"
            && token
                .head
                .is_some_and(|verb| is_reporting_verb(&sentence.tokens[verb].lemma)) =>
        {
            return None;
        }
        "it" | "its" | "itself" => (Kind::Organisation, false, None),
        "they" | "them" | "their" | "theirs" | "themselves" | "we" | "us" | "our" | "ours" | "ourselves" => {
            (Kind::Person, true, None)
        }
        "i" | "me" | "my" | "myself" => (Kind::Person, false, None),
        _ => return None,
    };
    Some((
        index,
        Form::Pronoun,
        kind,
        Agreement {
            plural: Some(plural),
            gender,
        },
    ))
}

/// A noun phrase whose head stands for someone, from its first word; never a predicate, apposition or name's title.
fn nominal(sentence: &Sentence, head: usize, named: &[bool]) -> Option<Found> {
    let token = &sentence.tokens[head];
    if !matches!(token.xpos, "NN" | "NNS") {
        return None;
    }
    let kind = knowledge().nominal(&token.lemma)?;
    // Modifiers of another noun ("police officers") and roles before or after a name are none.
    let relation = token.deprel;
    if matches!(relation, "compound" | "flat" | "nmod:desc" | "appos" | "root")
        && sentence.tokens.len() > 3
        && !has_subject_role(sentence, head)
    {
        return None;
    }
    if sentence.child(head, "cop").is_some() {
        return None;
    }
    // "Ann Lee, Norway's foreign minister,": an apposition is no mention.
    let outermost = (0..head)
        .rev()
        .take_while(|&index| is_inside(sentence, index, head) || matches!(sentence.tokens[index].xpos, "POS" | "NNP"))
        .last()
        .unwrap_or(head);
    if outermost > 1
        && sentence.tokens[outermost - 1].form == ","
        && named[outermost - 2]
        && sentence
            .tokens
            .get(head + 1)
            .is_some_and(|next| matches!(next.form.as_str(), "," | "of" | "at" | "for" | "." | "in"))
    {
        return None;
    }
    if named.get(head + 1).copied().unwrap_or(false)
        && sentence.tokens[head].span.end + 1 == sentence.tokens[head + 1].span.start
    {
        return None;
    }
    let start = phrase_start(sentence, head);
    let plural = token.xpos == "NNS" || matches!(token.lemma.as_str(), "police" | "people" | "staff" | "crew");
    let gender = match token.lemma.as_str() {
        "man" | "boy" | "father" | "son" | "brother" | "husband" | "spokesman" | "king" | "businessman" => Some('M'),
        "woman" | "girl" | "mother" | "daughter" | "sister" | "wife" | "spokeswoman" | "queen" => Some('F'),
        _ => None,
    };
    Some((
        start,
        Form::Nominal,
        kind,
        Agreement {
            plural: Some(plural),
            gender,
        },
    ))
}

/// The first word of the noun phrase that `head` ends, a possessor that is a name left outside.
pub(super) fn phrase_start(sentence: &Sentence, head: usize) -> usize {
    let mut start = head;
    while start > 0 && is_inside(sentence, start - 1, head) {
        start -= 1;
    }
    // A possessor that is a name belongs before the nominal, not into it: "[Mexico]'s president".
    if let Some(possessive) = (start..head).rev().find(|&index| sentence.tokens[index].xpos == "POS") {
        start = possessive + 1;
    }
    while start < head && matches!(sentence.tokens[start].xpos, "HYPH" | "," | "CC" | "RB") {
        start += 1;
    }
    start
}

fn has_subject_role(sentence: &Sentence, head: usize) -> bool {
    matches!(sentence.tokens[head].relation(), "nsubj" | "obj" | "obl")
}

/// Whether the token before belongs to the noun phrase of `head`.
fn is_inside(sentence: &Sentence, index: usize, head: usize) -> bool {
    let token = &sentence.tokens[index];
    if token.head == Some(head) {
        return matches!(
            token.relation(),
            "det" | "amod" | "nummod" | "compound" | "punct" | "advmod" | "cc" | "nmod"
        ) && token.xpos != "IN"
            && !matches!(token.form.as_str(), "," | "\"" | "“" | "”" | "(");
    }
    // "[six current and former [U.S.] officials]": what belongs to a word inside.
    token.head.is_some_and(|over| {
        over > index && over < head && is_inside(sentence, over, head) && token.relation() != "case"
    })
}
