//! Dates of the calendar in words and digits, months, seasons, years, decades and centuries.

use super::calendar::Unit;
use super::expression::{DayFields, Expression, Place};
use super::grammar::{Parsed, Parser};
use super::words;

impl Parser<'_> {
    /// "May 4, 2025", "4 May", "2025-05-04", "May 2025", "May".
    pub(super) fn date(&self, at: usize) -> Parsed<Expression> {
        let (found, next) = self
            .month_first(at)
            .or_else(|| self.numeric(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.year_then_month(at))
            .or_else(|| self.bare_month(at))?;
        Some(self.of_relative_year(found, next))
    }

    /// "January of this year", "May 4 last year".
    fn of_relative_year(&self, found: Expression, next: usize) -> (Expression, usize) {
        let place = if self.is(next, "of") { next + 1 } else { next };
        let Some(which) = words::which(self.word(place)).filter(|_| self.is(place + 1, "year")) else {
            return (found, next);
        };
        let nth = |number: i8, unit: Unit, of: Expression| Expression::Inside {
            place: Place::Nth(u32::try_from(number).unwrap_or(1)),
            unit,
            weekday: None,
            of: Box::new(of),
        };
        let year = Expression::Relative {
            unit: Unit::Year,
            which,
        };
        match found {
            Expression::Month {
                year: None,
                month,
                which: None,
            } => (nth(month, Unit::Month, year), place + 2),
            Expression::Day(DayFields {
                year: None,
                month: Some(month),
                day,
                ..
            }) => (nth(day, Unit::Day, nth(month, Unit::Month, year)), place + 2),
            found => (found, next),
        }
    }

    /// A month's name with the stop of its abbreviation.
    fn month_name(&self, at: usize) -> Parsed<i8> {
        let month = words::month(self.word(at))?;
        let short = self.word(at).len() <= 4;
        let stop = short && self.is(at + 1, ".") && self.glued(at + 1);
        Some((month, if stop { at + 2 } else { at + 1 }))
    }

    /// "May 4, 2025", "Dec31", "May the 4th", "May/22 (Tue)", "May 2025", "Dec/2018".
    fn month_first(&self, at: usize) -> Parsed<Expression> {
        let (month, next) = self.month_name(at)?;
        // "may 4 people", "march 10 miles" are verbs when small.
        let verb = !self.capital(at) && matches!(self.word(at), "may" | "march");
        let joined = matches!(self.word(next), "-" | "/") && self.glued(next) && self.glued(next + 1);
        let place = if joined || self.is(next, "the") || self.is(next, ",") {
            next + 1
        } else {
            next
        };
        if let Some((year, end)) = self.year(place).or_else(|| self.year_behind(next)) {
            let goes_on = self.is(end, ",") && self.glued(end + 1);
            // "May twenty nine": no year.
            let plausible = self.digits(end.saturating_sub(1)).is_some() || (1900..2100).contains(&year);
            if plausible && !goes_on && !(verb && !joined && self.digits(place).is_none()) {
                return Some((
                    Expression::Month {
                        year: Some(year),
                        month,
                        which: None,
                    },
                    end,
                ));
            }
        }
        let (day, mut end) = self.month_day(place)?;
        // "March 3,000", "May 5-4 win", "May 10%": no days.
        let goes_on = matches!(self.word(end), "," | "." | ":")
            && self.glued(end)
            && self.glued(end + 1)
            && self.digits(end + 1).is_some();
        let spaced_year = self.is(end, ",") && self.year(end + 1).is_some();
        if goes_on && !spaced_year {
            return None;
        }
        if verb && self.is_word(end) && self.ordinal(place).is_none() {
            return None;
        }
        if self.is(end, "(")
            && let Some(weekday) = words::weekday(self.word(end + 1))
            && self.is(end + 2, ")")
        {
            let fields = DayFields {
                month: Some(month),
                day,
                weekday: Some(weekday),
                ..DayFields::default()
            };
            return Some((Expression::Day(fields), end + 3));
        }
        let glued_year = joined && matches!(self.word(end), "-" | "/");
        let mut year = None;
        if let Some((found, after)) = if glued_year {
            self.year(end + 1)
        } else {
            self.year_behind(end)
        } {
            (year, end) = (Some(found), after);
        }
        let fields = DayFields {
            year,
            month: Some(month),
            day,
            ..DayFields::default()
        };
        Some((Expression::Day(fields), end))
    }

    /// "4 May 2025", "the 4th of May", "23/Sep/2020", "twenty third day of September".
    fn day_first(&self, at: usize) -> Parsed<Expression> {
        let (day, mut next) = self.month_day(at)?;
        if self.is(next, "day") && self.is(next + 1, "of") {
            next += 1;
        }
        let joined = matches!(self.word(next), "-" | "/") && self.glued(next) && self.glued(next + 1);
        if joined || self.is(next, "of") {
            next += 1;
        }
        let (month, mut next) = self.month_name(next)?;
        let named = words::month(self.before(next)).is_some() || self.is(next - 1, ".");
        debug_assert!(named, "a month stands before");
        let mut year = None;
        let found = if joined && matches!(self.word(next), "-" | "/") {
            self.year(next + 1)
        } else {
            self.year_behind(next)
        };
        if let Some((found, after)) = found {
            (year, next) = (Some(found), after);
        }
        // "10 May have died": a number and a verb.
        if year.is_none()
            && self.word(next - 1) == "may"
            && (!self.capital(next - 1) || self.is(next, "have") || self.is(next, "be"))
        {
            return None;
        }
        let fields = DayFields {
            year,
            month: Some(month),
            day,
            ..DayFields::default()
        };
        Some((Expression::Day(fields), next))
    }

    /// "2017 april", "2019-aug-1", "2020/23/Sep", "2017 Q1".
    fn year_then_month(&self, at: usize) -> Parsed<Expression> {
        let (year, next) = self.year(at).filter(|_| self.digits(at).is_some())?;
        let joined = matches!(self.word(next), "-" | "/") && self.glued(next) && self.glued(next + 1);
        let place = if joined { next + 1 } else { next };
        if let Some(found) = self.part_of_year(place, Some(year)) {
            return Some(found);
        }
        if joined && let Some((day, after)) = self.month_day(place) {
            let (month, end) = self
                .month_name(after + 1)
                .filter(|_| matches!(self.word(after), "-" | "/"))?;
            let fields = DayFields {
                year: Some(year),
                month: Some(month),
                day,
                ..DayFields::default()
            };
            return Some((Expression::Day(fields), end));
        }
        let (month, next) = self.month_name(place)?;
        if !joined && (self.is(place, "may") && !self.capital(place) || self.digits(next).is_some()) {
            return None;
        }
        let day = self
            .month_day(next + 1)
            .filter(|_| joined && matches!(self.word(next), "-" | "/"));
        Some(match day {
            Some((day, end)) => {
                let fields = DayFields {
                    year: Some(year),
                    month: Some(month),
                    day,
                    ..DayFields::default()
                };
                (Expression::Day(fields), end)
            }
            None => (
                Expression::Month {
                    year: Some(year),
                    month,
                    which: None,
                },
                next,
            ),
        })
    }

    /// A month without day and year, where it is none of the words that look like it.
    fn bare_month(&self, at: usize) -> Parsed<Expression> {
        let (month, mut next) = self.month_name(at)?;
        let word = self.word(at);
        // "in the april", "since late July", "mid-May".
        let before = {
            let mut place = at;
            for _ in 0..2 {
                if matches!(self.before(place), "the" | "late" | "early" | "mid" | "-" | "of" if place > 1 && self.before(place) != "of")
                {
                    place -= 1;
                }
            }
            self.before(place)
        };
        let introduced = matches!(
            before,
            "in" | "since"
                | "by"
                | "until"
                | "till"
                | "during"
                | "from"
                | "between"
                | "before"
                | "after"
                | "of"
                | "for"
                | "through"
                | "throughout"
                | "late"
                | "early"
                | "mid"
                | "to"
                | "end"
                | "and"
                | "or"
                | "-"
                | "–"
                | "/"
        ) || matches!(self.before(at), "late" | "early" | "mid" | "-" | "–");
        let joined = matches!(
            self.word(next),
            "to" | "-" | "–" | "until" | "till" | "through" | "and" | "/"
        ) && words::month(self.word(next + 1)).is_some();
        let small = !self.capital(at);
        // "of May" is a month behind what months have: "the end of May", "the first week of May".
        let part = before == "of" && at > 1 && {
            let of = if self.is(at - 1, "of") { at - 1 } else { at - 2 };
            let word = self.before(of);
            words::unit(word).is_some() || matches!(word, "beginning" | "start" | "middle" | "end" | "close" | "half")
        };
        let sure = matches!(
            before,
            "in" | "since" | "until" | "till" | "during" | "between" | "throughout" | "late" | "early" | "mid" | "end"
        ) || matches!(self.before(at), "late" | "early" | "mid")
            || part;
        let fits = match word {
            // "may" and "march" are verbs.
            "may" | "march" if small => {
                matches!(self.before(at), "in" | "since" | "during") && !self.is_word(next)
                    || joined && word != "may"
                    || part
            }
            // A prime minister was called May.
            "may" => sure || joined || introduced && self.month_name(at.saturating_sub(2)).is_some(),
            "march" | "april" | "june" | "august" | "jan" | "dec" | "mar" | "sep" | "jun" | "jul" => {
                introduced || joined
            }
            _ => !small || introduced || joined,
        };
        // The stop of "in Dec." may be the sentence's.
        if self.is(next - 1, ".") && !self.is_word(next) {
            next -= 1;
        }
        // "April Jones", "May Lee": a person.
        let person = matches!(word, "april" | "may" | "june" | "august" | "jan" | "mar" | "march")
            && self.capital(next)
            && self.is_word(next)
            && words::month(self.word(next)).is_none()
            && !introduced;
        (fits && !person).then_some((
            Expression::Month {
                year: None,
                month,
                which: None,
            },
            next,
        ))
    }
}
