//! Times: dates, periods, durations and times of day in words, as ISO 8601 or TIMEX3 values counted from the document's day.
//!
//! A small grammar over tokens of its own (`lex`, `grammar`, `point`, `date`, `clock`, `number`) makes of words an
//! `Expression`; `resolve` works it out on the calendar, from the document's day, with a hint from the clause's tense:
//! a bare weekday or month of the news is the last one, unless the clause speaks of what is to come. What needs a
//! reference day and has none stays without a value.
//!
//! Types and values are those of [TIMEX3](https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html),
//! with ISO 8601 wherever that has a way to write them: a quarter is "2019-07/2019-09", a decade "1990/1999".

mod calendar;
mod clock;
mod count;
mod date;
mod duration;
mod expression;
mod grammar;
mod holiday;
mod lex;
mod number;
mod numeric;
mod point;
mod resolve;
mod span;
mod tense;
mod weekday;
mod which;
mod words;
mod year;

pub use grammar::Modifier;

use crate::text::{Analysis, Document, Sentence, SentenceKind, Span};
use calendar::{Period, Unit};
use expression::Expression;
use jiff::civil::{Date, DateTime};
use resolve::{Direction, Resolved, Resolver};

/// TIMEX3's classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeType {
    /// A day, or days: "Tuesday", "May 2025", "the 1990s".
    Date,
    /// A time of day, or a part of one: "Tuesday night", "3 p.m. on May 4".
    Time,
    /// How long: "three days".
    Duration,
}

impl TimeType {
    /// The word that files use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
        }
    }
}

/// A time as the text has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// Its words, without the preposition.
    pub span: Span,
    /// Index of the sentence.
    pub sentence: usize,
    /// What it is.
    pub time_type: TimeType,
    /// "since", "before", "early".
    pub modifier: Option<Modifier>,
    /// What it means, as far as that is known.
    pub value: Option<TimeValue>,
}

/// A normalised time: its value and the days that it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeValue {
    /// "2025-11-04", "2025-11", "1846/1848", "2025-11-04TNI", "P3D".
    pub value: String,
    /// The first day; unknown for durations, and for "before 2000".
    pub start: Option<Date>,
    /// The day after the last; unknown for durations, and for "since June".
    pub end: Option<Date>,
}

impl TimeValue {
    /// Whether it says when, and not only since when or how long.
    #[must_use]
    pub fn is_definite(&self) -> bool {
        self.start.is_some() && self.end.is_some()
    }
}

/// The document's day: from its metadata, else from its dateline or a line with the date, else the one assumed for it.
#[must_use]
pub fn reference(document: &Document, analysis: &Analysis) -> Option<Date> {
    document
        .metadata
        .published
        .or_else(|| dateline(document, analysis))
        .or(document.metadata.assumed)
}

/// The day of the first dateline that has one: "MEXICO CITY, Nov. 4, 2025 (Agency) -", "Monday, July 7, 2008"; else of a line
/// of the page that tells when it was published.
fn dateline(document: &Document, analysis: &Analysis) -> Option<Date> {
    let of_kind = |kind: SentenceKind| analysis.sentences.iter().filter(move |sentence| sentence.kind == kind);
    let told = of_kind(SentenceKind::Furniture).filter(|line| {
        let words = line.span.of(&document.text).to_lowercase();
        words.contains("published") || words.contains("updated")
    });
    of_kind(SentenceKind::Dateline).chain(told).find_map(|line| {
        let found = grammar::parse(line.span.of(&document.text))
            .into_iter()
            .find_map(|found| {
                let resolver = Resolver {
                    now: None,
                    direction: Direction::Unknown,
                    told: None,
                };
                resolver.resolve(&found.expression)?.days()
            })?;
        (found.0.tomorrow().ok()? == found.1).then_some(found.0)
    })
}

/// Finds the times of every sentence, counted from a moment when it is known. Linear in the text's length.
#[must_use]
pub fn find(document: &Document, analysis: &Analysis, reference: Option<DateTime>) -> Vec<Time> {
    let mut out = Vec::new();
    let mut told = None;
    for (index, line) in analysis.sentences.iter().enumerate() {
        of_sentence(document, index, line, reference, &mut told, &mut out);
    }
    out
}

fn of_sentence(
    document: &Document,
    index: usize,
    line: &Sentence,
    reference: Option<DateTime>,
    told: &mut Option<Period>,
    out: &mut Vec<Time>,
) {
    for found in grammar::parse(line.span.of(&document.text)) {
        let span = Span::new(line.span.start + found.span.start, line.span.start + found.span.end);
        let resolver = Resolver {
            now: reference,
            direction: tense::direction(line, span),
            told: *told,
        };
        let meaning = resolver.resolve(&found.expression);
        // A line with the date tells nothing that the story counts from.
        if let Some(Resolved::Period(period)) = &meaning
            && matches!(line.kind, SentenceKind::Prose | SentenceKind::Headline)
            && (period.unit == Unit::Day || period.unit >= Unit::Month)
        {
            *told = Some(*period);
        }
        out.push(Time {
            span,
            sentence: index,
            time_type: time_type(&found.expression, meaning.as_ref()),
            modifier: found.modifier,
            value: meaning.map(|meaning| value(&meaning, found.modifier)),
        });
    }
}

fn value(resolved: &Resolved, modifier: Option<Modifier>) -> TimeValue {
    let days = resolved.days();
    let (mut start, mut end) = (days.map(|days| days.0), days.map(|days| days.1));
    let mut value = resolved.value();
    match modifier {
        // What began then goes on.
        Some(Modifier::OnOrAfter) if days.is_some() && !value.contains('/') => {
            if matches!(resolved, Resolved::Period(_) | Resolved::Moment(..)) {
                value += "/..";
            }
            end = None;
        }
        Some(Modifier::OnOrAfter | Modifier::After) => (start, end) = (end, None),
        Some(Modifier::Before) => (start, end) = (None, start),
        Some(Modifier::OnOrBefore) => start = None,
        _ => {}
    }
    TimeValue { value, start, end }
}

fn time_type(expression: &Expression, resolved: Option<&Resolved>) -> TimeType {
    match resolved {
        Some(Resolved::Duration(_)) => TimeType::Duration,
        Some(Resolved::Moment(..) | Resolved::Moments(..) | Resolved::DayPart(..)) => TimeType::Time,
        _ => match expression {
            Expression::Duration(_) => TimeType::Duration,
            Expression::Now
            | Expression::DayPart { .. }
            | Expression::At { .. }
            | Expression::Between { .. }
            | Expression::EndOfDay(_) => TimeType::Time,
            _ => TimeType::Date,
        },
    }
}

#[cfg(test)]
mod tests;
