//! Times: dates and periods in words, as ISO 8601 values counted from the document's day.
//!
//! Found are calendar dates ("4 November 2025", "Nov. 4"), years and spans of years ("1846-48"), months, weekdays, and
//! "today", "yesterday", "last month" and the like. What needs a reference day and has none stays without a value.

use crate::text::{Analysis, Document, SentenceKind, Span};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use regex::Regex;
use std::sync::LazyLock;

/// A time as the text has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// Its words.
    pub span: Span,
    /// Index of the sentence.
    pub sentence: usize,
    /// What it means, as far as that is known.
    pub value: Option<TimeValue>,
}

/// A normalised time: an ISO 8601 value and the days that it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeValue {
    /// "2025-11-04", "2025-11", "1846/1848".
    pub value: String,
    /// The first day.
    pub start: Date,
    /// The day after the last.
    pub end: Date,
}

impl TimeValue {
    fn day(day: Date) -> Option<Self> {
        Some(Self {
            value: day.to_string(),
            start: day,
            end: day.tomorrow().ok()?,
        })
    }

    fn month(year: i16, month: i8) -> Option<Self> {
        let start = Date::new(year, month, 1).ok()?;
        Some(Self {
            value: format!("{year:04}-{month:02}"),
            start,
            end: start.checked_add(1.month()).ok()?,
        })
    }

    fn years(first: i16, last: i16) -> Option<Self> {
        let (start, end) = (
            Date::new(first, 1, 1).ok()?,
            Date::new(last.checked_add(1)?, 1, 1).ok()?,
        );
        let value = if first == last {
            format!("{first:04}")
        } else {
            format!("{first:04}/{last:04}")
        };
        (first <= last).then_some(Self { value, start, end })
    }

    fn days(start: Date, count: i64, value: String) -> Option<Self> {
        Some(Self {
            value,
            start,
            end: start.checked_add(count.days()).ok()?,
        })
    }
}

const MONTH: &str = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)";

/// Patterns in order of trial; the longest at a place wins by standing first.
static PATTERNS: LazyLock<Vec<(Sort, Regex)>> = LazyLock::new(|| {
    let pattern = |sort: Sort, text: &str| {
        (
            sort,
            Regex::new(&format!(r"(?:^|[^\w-])(?P<all>{text})(?:$|[^\w])")).expect("the pattern is a constant"),
        )
    };
    vec![
        pattern(Sort::Iso, r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})"),
        pattern(
            Sort::Date,
            &format!(r"{MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})"),
        ),
        pattern(
            Sort::Date,
            &format!(r"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{MONTH},? (?P<year>\d{{4}})"),
        ),
        pattern(Sort::MonthYear, &format!(r"{MONTH},? (?:of )?(?P<year>\d{{4}})")),
        pattern(Sort::Date, &format!(r"{MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?")),
        pattern(
            Sort::Date,
            &format!(r"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{MONTH}"),
        ),
        pattern(
            Sort::Years,
            r"(?:from |between )?(?P<year>1\d{3}|20\d{2})(?:[-–—/]| to | and )(?P<last>\d{4}|\d{2})",
        ),
        pattern(
            Sort::Weekday,
            r"(?P<which>(?i:last|next|this|on) )?(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)",
        ),
        pattern(Sort::Word, r"(?P<word>(?i:today|yesterday|tomorrow|tonight))"),
        pattern(
            Sort::Period,
            r"(?P<which>(?i:last|next|this)) (?P<word>week|month|year)",
        ),
        pattern(
            Sort::Month,
            &format!(r"(?:in|since|by|until|during|last|next|of) {MONTH}"),
        ),
        pattern(Sort::Year, r"(?P<year>1[5-9]\d{2}|20\d{2})"),
    ]
});

#[derive(Debug, Clone, Copy)]
enum Sort {
    Iso,
    Date,
    MonthYear,
    Month,
    Years,
    Year,
    Weekday,
    Word,
    Period,
}

/// The day of a dateline: "MEXICO CITY, Nov. 4, 2025 (Agency) -".
pub(super) fn dateline(document: &Document, analysis: &Analysis) -> Option<Date> {
    let line = analysis
        .sentences
        .iter()
        .find(|sentence| sentence.kind == SentenceKind::Dateline)?;
    let value = scan(line.span.of(&document.text), None)
        .into_iter()
        .find_map(|(_, value)| value)?;
    (value.start.tomorrow().ok()? == value.end).then_some(value.start)
}

/// Finds the times of every sentence.
pub(super) fn find(document: &Document, analysis: &Analysis, reference: Option<Date>) -> Vec<Time> {
    let mut out = Vec::new();
    for (sentence, line) in analysis
        .sentences
        .iter()
        .enumerate()
        .filter(|(_, line)| line.kind != SentenceKind::Furniture)
    {
        for (span, value) in scan(line.span.of(&document.text), reference) {
            out.push(Time {
                span: Span::new(line.span.start + span.start, line.span.start + span.end),
                sentence,
                value,
            });
        }
    }
    out
}

fn scan(text: &str, reference: Option<Date>) -> Vec<(Span, Option<TimeValue>)> {
    let mut found: Vec<(Span, Option<TimeValue>)> = Vec::new();
    for (sort, pattern) in PATTERNS.iter() {
        let mut at = 0;
        while let Some(captures) = pattern.captures_at(text, at) {
            let all = captures.name("all").expect("every pattern has it");
            let span = Span::new(all.start(), all.end());
            at = span.end;
            if found.iter().any(|(other, _)| other.overlaps(span)) {
                continue;
            }
            let field = |name: &str| captures.name(name).map(|found| found.as_str());
            found.push((span, value(*sort, field, reference)));
        }
    }
    found.sort_by_key(|(span, _)| *span);
    found
}

fn value<'t>(sort: Sort, field: impl Fn(&str) -> Option<&'t str>, reference: Option<Date>) -> Option<TimeValue> {
    let number = |name: &str| field(name).and_then(|digits| digits.parse::<i16>().ok());
    let month = || field("month").and_then(month_number);
    let day = || number("day").and_then(|day| i8::try_from(day).ok());
    match sort {
        Sort::Iso => TimeValue::day(Date::new(number("year")?, i8::try_from(number("number")?).ok()?, day()?).ok()?),
        Sort::Date => {
            let year = match number("year") {
                Some(year) => year,
                None => nearest_year(reference?, month()?, day()?)?,
            };
            TimeValue::day(Date::new(year, month()?, day()?).ok()?)
        }
        Sort::MonthYear => TimeValue::month(number("year")?, month()?),
        Sort::Month => TimeValue::month(nearest_year(reference?, month()?, 1)?, month()?),
        Sort::Year => TimeValue::years(number("year")?, number("year")?),
        Sort::Years => {
            let (first, last) = (number("year")?, number("last")?);
            TimeValue::years(first, if last < 100 { first / 100 * 100 + last } else { last })
        }
        Sort::Weekday => {
            let reference = reference?;
            let weekday = weekday(field("weekday")?)?;
            let back = i64::from(weekday.until(reference.weekday()));
            let days = match field("which").map(|which| which.trim().to_lowercase()).as_deref() {
                Some("next") => {
                    if back == 0 {
                        7
                    } else {
                        7 - back
                    }
                }
                Some("last") if back == 0 => -7,
                // News tells of the week that ends with its own day.
                _ => -back,
            };
            TimeValue::day(reference.checked_add(days.days()).ok()?)
        }
        Sort::Word => {
            let days = match field("word")?.to_lowercase().as_str() {
                "yesterday" => -1,
                "tomorrow" => 1,
                _ => 0,
            };
            TimeValue::day(reference?.checked_add(days.days()).ok()?)
        }
        Sort::Period => period(field("which")?, field("word")?, reference?),
    }
}

/// "last week", "this month", "next year".
fn period(which: &str, unit: &str, reference: Date) -> Option<TimeValue> {
    let step: i64 = match which.to_lowercase().as_str() {
        "last" => -1,
        "next" => 1,
        _ => 0,
    };
    match unit {
        "week" => {
            let monday = reference
                .checked_sub(i64::from(reference.weekday().to_monday_zero_offset()).days())
                .ok()?;
            let start = monday.checked_add((7 * step).days()).ok()?;
            let iso = start.iso_week_date();
            TimeValue::days(start, 7, format!("{:04}-W{:02}", iso.year(), iso.week()))
        }
        "month" => {
            let month = reference.first_of_month().checked_add(step.months()).ok()?;
            TimeValue::month(month.year(), month.month())
        }
        _ => {
            let year = reference.checked_add(step.years()).ok()?.year();
            TimeValue::years(year, year)
        }
    }
}

/// The year in which a day without one is nearest to the reference.
fn nearest_year(reference: Date, month: i8, day: i8) -> Option<i16> {
    [reference.year() - 1, reference.year(), reference.year() + 1]
        .into_iter()
        .filter_map(|year| Some((Date::new(year, month, day).ok()?.duration_since(reference).abs(), year)))
        .min()
        .map(|(_, year)| year)
}

fn month_number(name: &str) -> Option<i8> {
    let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let name = name.to_lowercase();
    months
        .iter()
        .position(|month| name.starts_with(month))
        .and_then(|index| i8::try_from(index + 1).ok())
}

fn weekday(name: &str) -> Option<Weekday> {
    Some(match name {
        "Monday" => Weekday::Monday,
        "Tuesday" => Weekday::Tuesday,
        "Wednesday" => Weekday::Wednesday,
        "Thursday" => Weekday::Thursday,
        "Friday" => Weekday::Friday,
        "Saturday" => Weekday::Saturday,
        "Sunday" => Weekday::Sunday,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_values() {
        let reference = Date::new(2025, 11, 5).unwrap(); // a Wednesday
        let cases = [
            ("It was on November 4, 2025.", "2025-11-04"),
            ("by 4 Nov. 2025", "2025-11-04"),
            ("on 14 March", "2026-03-14"),
            ("in the 1846-48 war", "1846/1848"),
            ("in 1998.", "1998"),
            ("on Tuesday", "2025-11-04"),
            ("last month", "2025-10"),
            ("next Friday", "2025-11-07"),
            ("in June 2019", "2019-06"),
            ("yesterday", "2025-11-04"),
            ("on Wednesday,", "2025-11-05"),
            ("last week", "2025-W44"),
        ];
        for (text, wanted) in cases {
            let found = scan(text, Some(reference));
            assert_eq!(
                found
                    .iter()
                    .map(|(_, value)| value.as_ref().unwrap().value.as_str())
                    .collect::<Vec<_>>(),
                [wanted],
                "{text}"
            );
        }
    }

    #[test]
    fn unknown_stays_unknown() {
        assert_eq!(scan("on Tuesday", None)[0].1, None);
        assert_eq!(
            scan("in 2025-13-40", None)
                .iter()
                .filter(|(_, value)| value.is_some())
                .count(),
            0
        );
        assert!(scan("May we go?", None).is_empty());
    }
}
