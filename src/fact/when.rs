//! When it happened: the time that the tree gives to an event, and what a text says once for all its mentions.

use super::slot::light_verb;
use super::trigger::Trigger;
use super::{Event, Reader, StatedTime, StatementForm};
use crate::ontology::Modality;
use crate::syntax::is_reporting_verb;
use crate::text::{Sentence, SentenceKind, Span, Upos};
use crate::time::{Modifier, Time, TimeValue};

/// Nouns that a time may hang on instead of the verb: "on the night of June 21".
const TIME_NOUNS: [&str; 15] = [
    "afternoon",
    "beginning",
    "date",
    "day",
    "dawn",
    "effective",
    "end",
    "evening",
    "hour",
    "month",
    "morning",
    "night",
    "start",
    "week",
    "weekend",
];

/// Prepositions that put an event inside the clause's own time: "was killed in an attack".
const DURING: [&str; 7] = ["amid", "as", "at", "by", "during", "in", "with"];

/// Types of events that are done by saying so: the day of the report is theirs.
const BY_WORDS: [&str; 8] = [
    "accuse",
    "legislate",
    "reject",
    "request",
    "sanction",
    "state",
    "support",
    "threaten",
];

/// So many sentences of prose tell what the headline is about.
const LEAD: usize = 3;

/// A time and the token that it belongs to.
struct Placed<'a> {
    time: &'a Time,
    first: usize,
    /// The token after its last.
    end: usize,
    host: usize,
    /// Whether it only tells which one: "the 2020 election".
    of_noun: bool,
}

/// The times of a sentence that say when something happened, with the words that they hang on.
fn placed<'a>(reader: &'a Reader<'_>, number: usize) -> Vec<Placed<'a>> {
    let sentence = &reader.analysis.sentences[number];
    let tokens = &sentence.tokens;
    reader
        .mentions
        .times_of_sentence(number)
        .filter(|time| tells_when(time))
        .filter_map(|time| {
            let first = tokens.partition_point(|token| token.span.end <= time.span.start);
            let inside = tokens[first..]
                .iter()
                .take_while(|token| token.span.start < time.span.end);
            let end = first + inside.count();
            if first >= end {
                return None;
            }
            let mut host = tokens[sentence.head_of(&(first..end))].head?;
            let behind_case = sentence.child(sentence.head_of(&(first..end)), "case").is_some();
            let of_noun = tokens[host].is_noun() && first < host && !behind_case;
            for _ in 0..3 {
                let noun = &tokens[host];
                let Some(head) = noun.head else { break };
                // "Norway on Monday banned": the tree may hang the day on the subject, but names have none.
                let between = noun.relation() == "nsubj" && host < first && first < head;
                let named = noun.upos == Upos::Propn && behind_case && noun.relation() != "compound";
                if !(between || named || TIME_NOUNS.contains(&noun.lemma.as_str())) {
                    break;
                }
                host = head;
            }
            Some(Placed {
                time,
                first,
                end,
                host,
                of_noun,
            })
        })
        .collect()
}

/// Whether a time says when: "before 2000", "three days" and "now" do not.
fn tells_when(time: &Time) -> bool {
    let modifier = matches!(
        time.modifier,
        None | Some(Modifier::Start | Modifier::Mid | Modifier::End | Modifier::OnOrAfter)
    );
    modifier && time.value.as_ref().is_some_and(|value| value.start.is_some())
}

/// The time of what a trigger tells of: its own, that of the verb that carries it, that of its clause.
pub(super) fn of(reader: &Reader<'_>, trigger: &Trigger) -> Option<StatedTime> {
    let sentence = &reader.analysis.sentences[trigger.sentence];
    let times = placed(reader, trigger.sentence);
    if times.is_empty() {
        return None;
    }
    let nearest = |host: usize| {
        times
            .iter()
            .filter(|placed| placed.host == host && (!placed.of_noun || host == trigger.token))
            .min_by_key(|placed| placed.first.abs_diff(trigger.token))
    };
    // "announced his resignation on Sunday" is the day of the announcement.
    let carries = |verb: usize| !is_reporting_verb(&sentence.tokens[verb].lemma);
    let found = times
        .iter()
        .find(|placed| follows(sentence, trigger.token, placed))
        .or_else(|| nearest(trigger.token))
        .or_else(|| {
            // "in June, when they proposed it".
            let head = sentence.tokens[trigger.token].head?;
            times.iter().find(|placed| (placed.first..placed.end).contains(&head))
        })
        .or_else(|| {
            let verb = light_verb(sentence, trigger.token)?;
            nearest(verb).filter(|_| carries(verb))
        })
        .or_else(|| clauses(sentence, trigger.token).into_iter().find_map(nearest))
        .or_else(|| inside(sentence, trigger.token).into_iter().find_map(nearest))?;
    stated(reader, found.time)
}

/// The words below one that lie in its time: "declared it in a statement | published on Monday", "fled when he lost the vote in
/// May".
fn inside(sentence: &Sentence, token: usize) -> Vec<usize> {
    let mut out = Vec::new();
    for child in sentence.children(token) {
        let with = |relation: &str| {
            sentence
                .child(child, relation)
                .map(|word| sentence.tokens[word].lemma.as_str())
        };
        match sentence.tokens[child].relation() {
            "obl" if with("case").is_some_and(|case| DURING.contains(&case)) => {
                out.push(child);
                out.extend(sentence.children(child).filter(|&clause| {
                    sentence.tokens[clause].deprel == "acl" && sentence.tokens[clause].xpos == "VBN"
                }));
            }
            "advcl"
                if with("mark")
                    .or_else(|| with("advmod"))
                    .is_some_and(|mark| matches!(mark, "when" | "while" | "as" | "after")) =>
            {
                out.push(child);
                out.extend(sentence.child(child, "obj"));
                out.extend(sentence.child(child, "xcomp"));
            }
            _ => {}
        }
    }
    out
}

/// Whether a time stands right behind a word, but for its preposition, and belongs to nothing after it: "his death on
/// Saturday", not "his role in the 1968 murder".
fn follows(sentence: &Sentence, token: usize, placed: &Placed<'_>) -> bool {
    let between = token + 1..placed.first;
    !between.is_empty()
        && between.len() <= 2
        && placed.host < placed.first
        && (between.clone()).all(|index| {
            matches!(sentence.tokens[index].relation(), "case" | "det") || sentence.tokens[index].lemma == "effective"
        })
        && matches!(
            sentence.tokens[between.start].lemma.as_str(),
            "on" | "in" | "since" | "during" | "at" | "effective"
        )
}

/// The words above one whose time is its own, the nearest first: up through phrases, not into other happenings.
fn clauses(sentence: &Sentence, token: usize) -> Vec<usize> {
    let mut out = Vec::new();
    let mut at = token;
    for _ in 0..sentence.tokens.len() {
        let Some(head) = sentence.tokens[at].head else { break };
        let case = || {
            sentence
                .child(at, "case")
                .map(|case| sentence.tokens[case].lemma.as_str())
        };
        let shared = match sentence.tokens[at].relation() {
            // "reported 36 infections on Sunday" is the day of the report.
            "obj" | "nsubj" => !is_reporting_verb(&sentence.tokens[head].lemma),
            "compound" | "amod" | "xcomp" | "conj" => true,
            "obl" | "nmod" => case().is_none_or(|case| DURING.contains(&case)),
            // "…, killing ten", "turned out to vote".
            "advcl" => match sentence.tokens[at].xpos {
                "VBG" => sentence.child(at, "mark").is_none(),
                "VB" => sentence.children(at).any(|child| sentence.tokens[child].xpos == "TO"),
                _ => false,
            },
            _ => false,
        };
        if !shared {
            break;
        }
        out.push(head);
        at = head;
    }
    out
}

/// A time as an event has it: what began then and goes on lasts up to the document's day.
fn stated(reader: &Reader<'_>, time: &Time) -> Option<StatedTime> {
    let mut value = time.value.clone()?;
    if value.end.is_none() {
        let start = value.start?;
        let since = value.value.trim_end_matches("/..").to_owned();
        value = match reader.mentions.reference.filter(|&today| today > start) {
            Some(today) => TimeValue {
                value: format!("{since}/{today}"),
                start: Some(start),
                end: today.tomorrow().ok(),
            },
            None => TimeValue { value: since, ..value },
        };
    }
    Some(StatedTime { span: time.span, value })
}

/// Gives headlines their day: that of an event of the same type in the first sentences, or of what the first sentence tells.
pub(super) fn of_headlines(reader: &Reader<'_>, events: &mut [Event]) {
    let sentences = &reader.analysis.sentences;
    let prose = |index: &usize| sentences[*index].kind == SentenceKind::Prose;
    let lead: Vec<usize> = (0..sentences.len()).filter(prose).take(LEAD).collect();
    let Some(&first) = lead.first() else { return };
    let main = main_time(reader, first);
    for index in 0..events.len() {
        let event = &events[index];
        let [statement] = &event.statements[..] else { continue };
        let headline = statement.form == StatementForm::Trigger
            && statement.sentence < first
            && sentences[statement.sentence].kind == SentenceKind::Headline;
        if !headline || event.time.is_some() || statement.modality == Modality::Possible {
            continue;
        }
        let same_type = events
            .iter()
            .filter(|other| other.event_type == event.event_type)
            .filter(|other| {
                other
                    .statements
                    .iter()
                    .any(|statement| lead.contains(&statement.sentence))
            })
            .find_map(|other| other.time.clone().filter(is_day));
        let time = same_type.or_else(|| {
            let tells =
                statement.modality == Modality::Actual && is_main(sentences, statement.sentence, statement.span);
            // What is only reported of a day was not done on it, but for what is done by words.
            let by_words = event
                .event_type
                .is_some_and(|event_type| BY_WORDS.contains(&event_type));
            main.clone()
                .filter(|&(_, reported)| tells && (!reported || by_words))
                .map(|(time, _)| time)
        });
        events[index].time = time;
    }
}

/// Whether a time is as exact as a story's day: a week at most.
fn is_day(time: &StatedTime) -> bool {
    match (time.value.start, time.value.end) {
        (Some(start), Some(end)) => start.until(end).is_ok_and(|span| span.get_days() <= 7),
        _ => false,
    }
}

/// The token of a statement.
fn token_of(sentence: &Sentence, span: Span) -> Option<usize> {
    let index = sentence.tokens.partition_point(|token| token.span.end <= span.start);
    (index < sentence.tokens.len()).then_some(index)
}

/// Whether a trigger is what its sentence is about: its main verb, or joined to that.
fn is_main(sentences: &[Sentence], number: usize, span: Span) -> bool {
    let sentence = &sentences[number];
    token_of(sentence, span).is_some_and(|token| match sentence.tokens[token].head {
        None => true,
        Some(head) => {
            let joined = matches!(
                sentence.tokens[token].relation(),
                "obj" | "nsubj" | "conj" | "parataxis" | "advcl" | "xcomp"
            );
            joined && sentence.tokens[head].head.is_none()
        }
    })
}

/// The day that a sentence's main verb tells of, and whether that verb only reports.
fn main_time(reader: &Reader<'_>, number: usize) -> Option<(StatedTime, bool)> {
    let sentence = &reader.analysis.sentences[number];
    let root = sentence.tokens.iter().position(|token| token.head.is_none())?;
    let times = placed(reader, number);
    let found = times.iter().find(|placed| placed.host == root)?;
    let time = stated(reader, found.time).filter(is_day)?;
    Some((time, is_reporting_verb(&sentence.tokens[root].lemma)))
}
