//! Dates in digits: "2025-05-04", "31/12/1999", "23.04.2022".

use super::calendar::Period;
use super::expression::{DayFields, Expression};
use super::grammar::{Parsed, Parser};
use super::number::short_year;
use super::words;
use jiff::civil::Date;

impl Parser<'_> {
    /// "2025-05-04", "04/05/2025", "23.04.2022", "5/3/18", "20161016", "2016 10 16", "2015-12", "12-2015", "22/04".
    pub(super) fn numeric(&self, at: usize) -> Parsed<Expression> {
        let (first, length) = self.digits(at)?;
        if length == 8 {
            let year = i16::try_from(first / 10_000)
                .ok()
                .filter(|year| (1800..2200).contains(year))?;
            return day_of(year, first / 100 % 100, first % 100).map(|found| (found, at + 1));
        }
        let sign = self.word(at + 1);
        let spaced = self.digits(at + 1).is_some() && length == 4;
        if spaced {
            // "2016 10 16".
            let (month, day) = (self.digits(at + 1)?, self.digits(at + 2)?);
            if month.1 != 2 || day.1 != 2 || self.digits(at + 3).is_some() {
                return None;
            }
            return day_of(i16::try_from(first).ok()?, month.0, day.0).map(|found| (found, at + 3));
        }
        if !matches!(sign, "-" | "/" | ".") || !self.glued(at + 1) || !self.glued(at + 2) {
            return None;
        }
        let (second, second_length) = self.digits(at + 2)?;
        let more = self.is(at + 3, sign) && self.glued(at + 3) && self.glued(at + 4);
        if let Some((third, third_length)) = self.digits(at + 4).filter(|_| more) {
            let found = match (length, second_length, third_length) {
                (4, 1..=2, 1..=2) => day_of(i16::try_from(first).ok()?, second, third),
                (1..=2, 1..=2, 4) => month_and_day(i16::try_from(third).ok()?, first, second),
                (1..=2, 1..=2, 2) => month_and_day(short_year(third), first, second),
                _ => None,
            };
            return found.map(|found| (found, at + 5));
        }
        let month = |year: u32, month: u32| {
            let year = i16::try_from(year).ok().filter(|year| (1900..2200).contains(year))?;
            let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
            Some(Expression::Month {
                year: Some(year),
                month,
                which: None,
            })
        };
        match (length, second_length) {
            // "2015-12", but "2005-06" may be two years: then they follow each other.
            (4, 1..=2) if sign != "." && first % 100 + 1 != second => {
                month(first, second).filter(|_| !(sign == "/" && second_length == 2 && second > 12))
            }
            (1..=2, 4) if sign != "." => month(second, first),
            (1..=2, 1..=2) => return self.slashed(at),
            _ => None,
        }
        .map(|found| (found, at + 3))
    }

    /// "22/04", "7/6", and behind "on" "5.12": a month and a day, where it is no fraction or score.
    pub(super) fn slashed(&self, at: usize) -> Parsed<Expression> {
        let ((first, first_length), (second, second_length)) = (self.digits(at)?, self.digits(at + 2)?);
        if !self.glued(at + 1) || !self.glued(at + 2) || first_length > 2 || second_length > 2 {
            return None;
        }
        let sign = self.word(at + 1);
        let before = self.before(at);
        let listed = matches!(before, "," | "or" | "and") && at >= 4 && self.is(at - 3, "/");
        let introduced = matches!(
            before,
            "on" | "by"
                | "from"
                | "until"
                | "since"
                | "before"
                | "after"
                | "for"
                | "this"
                | "next"
                | "to"
                | "through"
                | "-"
        ) || listed
            || words::weekday(before).is_some();
        let fits = match sign {
            "/" if first == 9 && second == 11 => {
                let day = Date::new(2001, 9, 11).ok()?;
                return Some((Expression::Fixed(Period::day(day)?), at + 3));
            }
            // "1/2", "24/7", "50/50" are none; "23/12" is.
            "/" => introduced || first_length + second_length >= 3 && first >= 10 && second > 9 && first != second,
            "." => before == "on" || words::weekday(before).is_some(),
            _ => false,
        };
        // Behind the second number the year may stand: "5/7, 2020".
        if !fits {
            return None;
        }
        let Expression::Day(mut fields) = month_and_day(2000, first, second)? else {
            return None;
        };
        fields.year = None;
        let (year, end) = match self.year(at + 4).filter(|_| self.is(at + 3, ",")) {
            Some((year, end)) => (Some(year), end),
            None => (None, at + 3),
        };
        fields.year = year;
        Some((Expression::Day(fields), end))
    }

    /// "7-6" or "7.6" right behind a weekday, where it is neither a score nor hours.
    pub(super) fn bare_numeric(&self, at: usize) -> Parsed<Expression> {
        let ((first, first_length), (second, second_length)) = (self.digits(at)?, self.digits(at + 2)?);
        let sign = self.word(at + 1);
        if !matches!(sign, "-" | "." | "/")
            || !self.glued(at + 1)
            || !self.glued(at + 2)
            || first_length > 2
            || second_length > 2
        {
            return None;
        }
        let Expression::Day(mut fields) = month_and_day(2000, first, second)? else {
            return None;
        };
        fields.year = None;
        // "Monday 11-4" are hours as likely as not: a dash needs a number that can be no hour of an office day.
        let hours = sign == "-" && (first > second && first >= 8 || first < second);
        (!hours).then_some((Expression::Day(fields), at + 3))
    }
}

/// A day with all its parts, in the order of ISO 8601; `None` when the calendar has no such month or day.
fn day_of(year: i16, month: u32, day: u32) -> Option<Expression> {
    let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    Some(Expression::Day(DayFields {
        year: Some(year),
        month: Some(month),
        day,
        ..DayFields::default()
    }))
}

/// "04/05": the American order, unless only the other one is possible.
fn month_and_day(year: i16, first: u32, second: u32) -> Option<Expression> {
    if first <= 12 {
        day_of(year, first, second)
    } else {
        day_of(year, second, first)
    }
}
