//! What texts say, from words to values.

use super::*;
use crate::syntax;
use proptest::prelude::*;

/// The values of a text, counted from a moment when one is given; "?" where one is not known.
fn values(text: &str, reference: Option<&str>) -> Vec<String> {
    let moment = reference.map(|day| day.parse::<DateTime>().unwrap());
    let document = Document::new("t", text);
    let analysis = syntax::analyse(&document);
    find(&document, &analysis, moment)
        .into_iter()
        .map(|time| time.value.map_or_else(|| "?".to_owned(), |value| value.value))
        .collect()
}

fn check(reference: &str, cases: &[(&str, &[&str])]) {
    for (text, wanted) in cases {
        assert_eq!(values(text, Some(reference)), *wanted, "{text}");
    }
}

/// A Wednesday.
const DAY: &str = "2025-11-05T00:00:00";

#[test]
fn dates_of_the_calendar() {
    check(
        DAY,
        &[
            ("It was on November 4, 2025.", &["2025-11-04"]),
            ("It came by 4 Nov. 2025 at last.", &["2025-11-04"]),
            ("They left on the 14th of March 1998.", &["1998-03-14"]),
            ("They left on 2025-03-14.", &["2025-03-14"]),
            ("They left on 31/12/1999.", &["1999-12-31"]),
            ("It began in June 2019.", &["2019-06"]),
            ("It began in 1998.", &["1998"]),
            ("It was sold in the 1846-48 war.", &["1846/1848"]),
            ("They met from May 4 to 7, 2024.", &["2024-05-04/2024-05-07"]),
            ("It rained between March and May 2021.", &["2021-03/2021-05"]),
            ("In the early 20th century they left.", &["1900/1999"]),
            ("It was big in the 1990s.", &["1990/1999"]),
            ("It was built in 508 BC.", &["-0507"]),
            ("Sales fell in the third quarter of 2019.", &["2019-07/2019-09"]),
            ("It opened on Christmas Eve 2021.", &["2021-12-24"]),
        ],
    );
}

#[test]
fn times_that_need_a_reference() {
    check(
        DAY,
        &[
            ("They met on Tuesday.", &["2025-11-04"]),
            ("They met on Wednesday.", &["2025-11-05"]),
            ("They will meet on Tuesday.", &["2025-11-11"]),
            ("They plan to meet on Friday.", &["2025-11-07"]),
            ("She resigned last week.", &["2025-W44"]),
            ("She resigned last month.", &["2025-10"]),
            ("She resigned yesterday.", &["2025-11-04"]),
            ("She resigned two years ago.", &["2023"]),
            ("She resigned three days ago.", &["2025-11-02"]),
            ("She resigned in December.", &["2024-12"]),
            ("The vote was scheduled for December.", &["2025-12"]),
            ("She will resign in January.", &["2026-01"]),
            ("They have protested since June.", &["2025-06/.."]),
            ("It fell in the past three months.", &["2025-08-05/2025-11-04"]),
            ("They met on Tuesday night.", &["2025-11-04TNI"]),
            ("They met at 3 p.m. on Tuesday.", &["2025-11-04T15"]),
            ("He fled in 1999. The following year he came back.", &["1999", "2000"]),
            ("They must leave within three days.", &["2025-11-05/2025-11-07"]),
        ],
    );
}

#[test]
fn durations_are_no_dates() {
    check(
        DAY,
        &[
            ("It lasted for two years and three months.", &["P2Y3M"]),
            ("They talked for an hour and a half.", &["PT1.5H"]),
            ("It took several weeks.", &["PXW"]),
        ],
    );
}

#[test]
fn what_only_looks_like_a_time_is_left() {
    for text in [
        "May we go?",
        "This may take longer.",
        "They march on.",
        "Theresa May resigned.",
        "2000 people came.",
        "It cost $2000.",
        "Call 138-2010-2015 for more.",
        "The 61-year-old governor spoke.",
        "She came second.",
        "They won 3-2.",
        "The Sun shone.",
        "It is up to date.",
        "One in 10 voted.",
        "Flight 2010-7x left.",
    ] {
        assert_eq!(values(text, Some(DAY)), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn unknown_stays_unknown() {
    assert_eq!(values("They met on Tuesday.", None), ["?"]);
    assert_eq!(values("It was on February 30.", Some(DAY)), ["?"]);
    assert_eq!(values("It was in 1998.", None), ["1998"]);
    assert!(
        ["0 last quarter", "0 last business day"]
            .iter()
            .all(|text| values(text, Some(DAY)).iter().all(|value| !value.contains('/')))
    );
}

#[test]
fn the_documents_day_has_three_sources() {
    let day = |text: &str, published: Option<&str>, assumed: Option<&str>| {
        let mut document = Document::new("t", text);
        document.metadata.published = published.map(|day| day.parse().unwrap());
        document.metadata.assumed = assumed.map(|day| day.parse().unwrap());
        let analysis = syntax::analyse(&document);
        reference(&document, &analysis).map(|day| day.to_string())
    };
    let dated = "Rocket Flies\n\nMonday, July 7, 2008\n\nIt flew.";
    assert_eq!(day(dated, None, None).as_deref(), Some("2008-07-07"));
    assert_eq!(day(dated, None, Some("2020-01-01")).as_deref(), Some("2008-07-07"));
    assert_eq!(day(dated, Some("2020-01-01"), None).as_deref(), Some("2020-01-01"));
    assert_eq!(
        day("OSLO, 4 March 2027 (Agency) — They met.", None, None).as_deref(),
        Some("2027-03-04")
    );
    assert_eq!(day("It flew.", None, Some("2020-01-01")).as_deref(), Some("2020-01-01"));
    assert_eq!(day("It flew in 2019.", None, None), None);
}

/// Words of the grammar, to be thrown together at random.
const WORDS: [&str; 76] = [
    "the",
    "of",
    "in",
    "on",
    "at",
    "to",
    "from",
    "between",
    "and",
    "or",
    "last",
    "next",
    "this",
    "past",
    "coming",
    "previous",
    "following",
    "early",
    "late",
    "mid",
    "end",
    "beginning",
    "rest",
    "first",
    "second",
    "third",
    "31st",
    "week",
    "weeks",
    "month",
    "year",
    "years",
    "day",
    "days",
    "decade",
    "century",
    "quarter",
    "weekend",
    "fortnight",
    "hours",
    "minutes",
    "May",
    "march",
    "Dec.",
    "February",
    "Tuesday",
    "Sun",
    "monday",
    "today",
    "tomorrow",
    "now",
    "ago",
    "later",
    "before",
    "after",
    "since",
    "for",
    "a",
    "half",
    "two",
    "twenty",
    "thousand",
    "30",
    "1999",
    "99999999",
    "0",
    "12/31",
    "2016-02-30",
    "3pm",
    "10:30",
    "o'clock",
    "Christmas",
    "summer",
    "Q3",
    "BC",
    "-",
];

/// Whether a value is what it claims: ISO 8601 of a date, an interval, a time or a duration, or a token of TIMEX3.
fn is_well_formed(value: &str) -> bool {
    use regex::Regex;
    use std::sync::LazyLock;
    static SHAPE: LazyLock<Regex> = LazyLock::new(|| {
        let date = r"-?\d{4}(-\d\d(-\d\d)?|-W\d\d)?";
        let moment = format!(r"{date}(T(\d\d(:\d\d(:\d\d)?)?|MO|AF|EV|NI))?");
        let number = r"(\d+(\.\d+)?|X)";
        let duration = format!(r"P({number}(Y|M|WE|W|BD|D))*(T({number}[HMS])+)?");
        let token = r"(-?\d{4}|XXXX)-(SP|SU|FA|WI)|(FY|SY)-?\d{4}|PRESENT_REF";
        Regex::new(&format!("^({moment}(/({moment}|\\.\\.))?|{duration}|{token})$")).unwrap()
    });
    let real = |day: &str| day.len() != 10 || day.parse::<Date>().is_ok();
    SHAPE.is_match(value) && value.split(['/', 'T']).all(real)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Whatever stands there: spans lie inside and in order, values are what they claim, days are in order.
    #[test]
    fn any_words(words in prop::collection::vec(prop::sample::select(&WORDS[..]), 1..14), month in 1_i8..=12, year in -9000_i16..9990) {
        holds(&words.join(" "), Date::new(year, month, 28).unwrap());
    }

    #[test]
    fn any_text(text in "\\PC{0,60}") {
        holds(&text, Date::new(2025, 11, 5).unwrap());
    }
}

fn holds(text: &str, day: Date) {
    let mut end = 0;
    for direction in [Direction::Past, Direction::Future] {
        for found in grammar::parse(text) {
            let resolver = Resolver {
                now: Some(day.at(10, 30, 0, 0)),
                direction,
                told: Period::day(day),
            };
            assert!(!found.span.of(text).is_empty());
            if let Some(resolved) = resolver.resolve(&found.expression) {
                let value = value(&resolved, found.modifier);
                assert!(is_well_formed(&value.value), "{text:?} {value:?}");
                if let (Some(start), Some(end)) = (value.start, value.end) {
                    assert!(start < end, "{text:?} {value:?}");
                }
            }
        }
    }
    for found in grammar::parse(text) {
        assert!(found.span.start >= end && found.span.end <= text.len());
        end = found.span.end;
    }
}

/// Nested and endless expressions take linear time.
#[test]
fn hostile_text_is_read_in_linear_time() {
    for words in [
        "the end of ",
        "two days after ",
        "from May to ",
        "twenty ",
        "1 day ",
        "last ",
        "10:30 on ",
        "- ",
        "1999-",
    ] {
        let text = words.repeat(200_000 / words.len());
        let start = std::time::Instant::now();
        let _ = grammar::parse(&text);
        assert!(start.elapsed().as_secs() < 20, "{words:?}");
    }
}
