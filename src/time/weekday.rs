//! What begins with a weekday: "Tuesday", "Friday, June 15", "Monday of next week".

use super::calendar::Unit;
use super::expression::{DayFields, Expression};
use super::grammar::{Parsed, Parser};
use super::words;

impl Parser<'_> {
    /// "Tuesday", "Tue May 9", "Friday (June 15)", "Monday 21", "Tuesday of next week", "Monday two weeks from now".
    pub(super) fn weekday_first(&self, at: usize, depth: usize) -> Parsed<Expression> {
        let weekday = words::weekday(self.word(at))?;
        let mut next = at + 1;
        let short = self.word(at).len() < 6;
        if short && self.is(next, ".") && self.glued(next) && (self.is(next + 1, ",") || self.month_or_number(next + 1))
        {
            next += 1;
        }
        if self.glued_word_follows(next) {
            return None;
        }
        // The date itself, behind a comma, a dash, "the" or in brackets.
        let mut place = next;
        let bracket = self.is(place, "(");
        if bracket || matches!(self.word(place), "," | "-" | "/") {
            place += 1;
        }
        if self.is(place, "the") {
            place += 1;
        }
        if let Some((Expression::Day(mut fields), mut after)) = self.date(place).or_else(|| self.bare_numeric(place)) {
            if bracket && self.is(after, ")") {
                after += 1;
            }
            fields.weekday = Some(weekday);
            return Some((Expression::Day(fields), after));
        }
        if !bracket && let Some((day, after)) = self.ordinal_day(place).or_else(|| {
            let (value, digits) = self.digits(place).filter(|_| place == next && !self.glued(next))?;
            // "Monday 21", but neither "Monday 3 people" nor "Monday 3:30" nor "Monday 10-12".
            let plain = digits == 2
                && !self.is_word_but(place + 1, &["at", "between", "from", "in"])
                && !matches!(self.word(place + 1), ":" | "-" | "." if self.glued(place + 1) && self.glued(place + 2))
                && self.meridiem_free(place + 1);
            let day = i8::try_from(value).ok().filter(|day| (1..=31).contains(day))?;
            plain.then_some((day, place + 1))
        }) {
            let fields = DayFields {
                day,
                weekday: Some(weekday),
                ..DayFields::default()
            };
            return Some((Expression::Day(fields), after));
        }
        // Its week.
        if self.is(next, "of") {
            let place = if self.is(next + 1, "the") { next + 2 } else { next + 1 };
            if let Some(which) = words::which(self.word(place)).filter(|_| self.is(place + 1, "week")) {
                let week = Some(which);
                return Some((
                    Expression::Weekday {
                        weekday,
                        which: None,
                        week,
                    },
                    place + 2,
                ));
            }
        }
        if matches!(self.word(next), "last" | "next" | "this") && self.is(next + 1, "week") {
            let week = words::which(self.word(next));
            return Some((
                Expression::Weekday {
                    weekday,
                    which: None,
                    week,
                },
                next + 2,
            ));
        }
        let comma = if self.is(next, ",") { next + 1 } else { next };
        if depth > 1
            && let Some((base, after)) = self.offset(comma, depth - 1).filter(|(base, _)| {
                matches!(base, Expression::Offset { anaphoric: false, duration, forward, .. } if *forward && duration.unit() >= Unit::Day)
            })
        {
            let base = Box::new(base);
            return Some((Expression::OnWeekday { base, weekday }, after));
        }
        (self.is_full_weekday(at)).then_some((
            Expression::Weekday {
                weekday,
                which: None,
                week: None,
            },
            next,
        ))
    }

    /// Full names are weekdays; short ones ("Sun", "sat") only where the words around say so.
    pub(super) fn is_full_weekday(&self, at: usize) -> bool {
        if self.word(at).ends_with("day") {
            return true;
        }
        let introduced = matches!(
            self.before(at),
            "on" | "this"
                | "next"
                | "last"
                | "by"
                | "until"
                | "from"
                | "or"
                | "week"
                | "through"
                | "coming"
                | "sometime"
        );
        let clock = matches!(self.word(at + 1), "at" | "@" | "from" | "between")
            || self.clock(at + 1, false).is_some()
            || words::day_part(self.word(at + 1)).is_some();
        self.capital(at) && (introduced || clock)
    }

    pub(super) fn month_or_number(&self, at: usize) -> bool {
        words::month(self.word(at)).is_some() || self.digits(at).is_some()
    }

    /// Whether a word is glued on: "Tuesday" of "Tuesdays" is cut off already, "Monday-ish" is none.
    pub(super) fn glued_word_follows(&self, at: usize) -> bool {
        self.glued(at) && self.is_word(at)
    }

    pub(super) fn is_word_but(&self, at: usize, allowed: &[&str]) -> bool {
        self.is_word(at) && !allowed.contains(&self.word(at))
    }

    pub(super) fn meridiem_free(&self, at: usize) -> bool {
        !matches!(self.word(at), "am" | "pm" | "a" | "p")
    }
}
