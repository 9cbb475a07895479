//! Whether a clause tells of what was or of what will be, by its verb: "on Friday" is the last one or the next.

use super::resolve::Direction;
use crate::text::{Sentence, SentenceKind, Span};

/// Verbs and adjectives of what is to come, also when they stand in the past: "was scheduled for Friday".
const PLANS: [&str; 26] = [
    "aim", "agree", "due", "expect", "forecast", "predict", "hope", "intend", "invite", "order", "plan", "pledge",
    "prepare", "promise", "propose", "schedule", "set", "slate", "summon", "threaten", "try", "urge", "vow", "want",
    "warn", "wish",
];

/// Verbs whose present tense tells of an appointment: "The trial begins on Monday".
const APPOINTMENTS: [&str; 20] = [
    "arrive", "be", "begin", "close", "convene", "end", "expire", "face", "hold", "host", "leave", "meet", "open",
    "play", "run", "return", "start", "take", "travel", "visit",
];

/// The direction of the clause that some words stand in.
pub(super) fn direction(sentence: &Sentence, span: Span) -> Direction {
    let tokens = &sentence.tokens;
    let first = tokens.partition_point(|token| token.span.end <= span.start);
    let end = first
        + tokens[first..]
            .iter()
            .take_while(|token| token.span.start < span.end)
            .count();
    if first >= end {
        return Direction::Unknown;
    }
    let mut at = sentence.head_of(&(first..end));
    for _ in 0..tokens.len() {
        let token = &tokens[at];
        if !(first..end).contains(&at)
            && (token.xpos.starts_with("VB") || token.xpos == "JJ" && token.lemma == "due")
            && let Some(found) = of_verb(sentence, at)
        {
            return found;
        }
        match token.head {
            Some(head) => at = head,
            None => break,
        }
    }
    Direction::Unknown
}

/// What a verb says; nothing when the clause above decides.
fn of_verb(sentence: &Sentence, verb: usize) -> Option<Direction> {
    let token = &sentence.tokens[verb];
    let lemma = token.lemma.as_str();
    let mut have = false;
    let mut be_present = false;
    for child in sentence.children(verb) {
        let helper = &sentence.tokens[child];
        if !matches!(helper.relation(), "aux" | "mark" | "cop") {
            continue;
        }
        match helper.lemma.as_str() {
            "will" | "shall" | "'ll" | "may" | "might" | "can" | "could" | "must" | "should" => {
                return Some(
                    if token.xpos == "VB" || matches!(helper.lemma.as_str(), "will" | "shall" | "'ll") {
                        Direction::Future
                    } else {
                        Direction::Unknown
                    },
                );
            }
            "would" => return Some(Direction::Unknown),
            "have" => have = true,
            "be" if matches!(helper.xpos, "VBZ" | "VBP") => be_present = true,
            _ => {}
        }
    }
    // "is to be sentenced in June".
    if token.xpos == "VBN" && sentence.children(verb).any(|child| sentence.tokens[child].xpos == "TO") {
        return Some(Direction::Future);
    }
    let plans = PLANS.contains(&lemma);
    if have && !(plans && token.xpos == "VBN") {
        return Some(Direction::Past);
    }
    match token.xpos {
        "VBD" | "VBN" if plans => Some(Direction::Future),
        "VBD" => Some(Direction::Past),
        // "is expected", "to be held": a participle that describes a noun was done.
        "VBN" => Some(Direction::Past),
        "VBG" if be_present => Some(Direction::Future),
        "VBZ" | "VBP" if plans => Some(Direction::Future),
        "VBZ" | "VBP" if sentence.kind == SentenceKind::Headline => Some(Direction::Past),
        "VBZ" | "VBP" if APPOINTMENTS.contains(&lemma) => Some(Direction::Future),
        "VBZ" | "VBP" => Some(Direction::Unknown),
        // "plans to meet on Friday", "a vote to be held", a headline's "to Meet".
        "VB" => {
            let to = sentence.children(verb).any(|child| sentence.tokens[child].xpos == "TO");
            match token.head {
                None if to => Some(Direction::Future),
                Some(head) if to => {
                    let over = &sentence.tokens[head];
                    let planned = PLANS.contains(&over.lemma.as_str())
                        || over.is_noun()
                        || matches!(over.xpos, "VBZ" | "VBP" | "JJ");
                    planned.then_some(Direction::Future)
                }
                _ => None,
            }
        }
        "JJ" => Some(Direction::Future),
        _ => None,
    }
}
