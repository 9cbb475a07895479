//! Times of day, and how they join days: "3 p.m. on Tuesday", "Tuesday at 9:30", "tomorrow night".

use super::calendar::Unit;
use super::expression::{Clock, DayPart, Expression, Which};
use super::grammar::{DEPTH, Parsed, Parser};
use super::words;

impl Parser<'_> {
    /// A point of the calendar with the part or the time of day that follows it.
    pub(super) fn timed(&self, at: usize) -> Parsed<Expression> {
        let (day, next) = self.point(at, DEPTH)?;
        if !is_day(&day) {
            return Some((day, next));
        }
        let (day, mut next) = self.with_part(day, next);
        // "Tuesday, 13/04/21, at 7 PM": the second says it more exactly.
        let comma = if self.is(next, ",") { next + 1 } else { next };
        if let Some((from, to, end)) = self.clock_range(comma) {
            let day = Box::new(day);
            return Some((Expression::Between { day, from, to }, end));
        }
        let mut place = if self.is(comma, "-") { comma + 1 } else { comma };
        let introduced = matches!(self.word(place), "at" | "@" | "around" | "about");
        if introduced || matches!(self.word(place), "before" | "after" | "by" | "until") {
            place += 1;
            if matches!(self.word(place), "around" | "about") {
                place += 1;
            }
        } else if matches!(
            (self.word(place), self.word(place + 1), self.word(place + 2)),
            ("no", "later", "than")
        ) {
            place += 3;
        } else if self.is(place, "later") && self.is(place + 1, "than") {
            place += 2;
        }
        if let Some((clock, end)) = self.clock(place, introduced) {
            let (clock, mut end) = self.clock_part(clock, end);
            let mut day = day;
            // "Oct 26 15:50:06 2016".
            if let Expression::Day(fields) = &mut day
                && fields.year.is_none()
                && let Some((year, after)) = self.year(end)
            {
                fields.year = Some(year);
                end = after;
            }
            let day = Box::new(day);
            return Some((Expression::At { day, clock }, end));
        }
        if let Some((part, end)) = self.meridiem_alone(next) {
            next = end;
            let day = Box::new(day);
            return Some((Expression::DayPart { day, part }, next));
        }
        Some((day, next))
    }

    /// "today pm".
    fn meridiem_alone(&self, at: usize) -> Parsed<DayPart> {
        match self.word(at) {
            "pm" => Some((DayPart::Afternoon, at + 1)),
            "am" if !self.capital(at) => Some((DayPart::Morning, at + 1)).filter(|_| !self.is_word(at + 1)),
            _ => None,
        }
    }

    /// "Tuesday night", "Tuesday in the morning".
    fn with_part(&self, day: Expression, next: usize) -> (Expression, usize) {
        if matches!(day, Expression::DayPart { .. }) {
            return (day, next);
        }
        let place = match (self.word(next), self.word(next + 1)) {
            ("in", "the") => next + 2,
            ("early" | "late", _) => next + 1,
            _ => next,
        };
        match words::day_part(self.word(place)) {
            Some(part) => {
                let day = Box::new(day);
                (Expression::DayPart { day, part }, place + 1)
            }
            None => (day, next),
        }
    }

    /// "3 p.m. on Tuesday", "8am this morning", "from 5 to 6pm on April 22".
    pub(super) fn clock_first(&self, at: usize) -> Parsed<Expression> {
        if let Some((from, to, next)) = self.clock_range(at) {
            let (day, end) = self.day_behind(next)?;
            let day = Box::new(day);
            return Some((Expression::Between { day, from, to }, end));
        }
        let (clock, next) = self
            .clock(at, false)
            .or_else(|| self.clock(at, true).filter(|_| self.bare_clock(at)))?;
        let (clock, mut next) = self.clock_part(clock, next);
        // "3 p.m. local time (2100 UTC) on Tuesday".
        if matches!(self.word(next), "local") && self.is(next + 1, "time") {
            next += 2;
        } else if matches!(
            self.letters(next),
            "GMT" | "UTC" | "EST" | "EDT" | "PST" | "PDT" | "ET" | "PT" | "CET" | "BST"
        ) {
            next += 1;
        }
        let (day, end) = self.day_behind(next)?;
        let day = Box::new(day);
        Some((Expression::At { day, clock }, end))
    }

    fn day_behind(&self, at: usize) -> Parsed<Expression> {
        let mut place = if self.is(at, ",") { at + 1 } else { at };
        if matches!(self.word(place), "on" | "of") {
            place += 1;
        }
        let (day, next) = self.point(place, DEPTH).filter(|(day, _)| is_day(day))?;
        Some(self.with_part(day, next))
    }

    /// A number that stands for an hour only beside a word that says so: "10, tonight", "five-thirty tomorrow evening".
    fn bare_clock(&self, at: usize) -> bool {
        let Some((_, next)) = self.clock(at, true) else {
            return false;
        };
        let evening = self
            .day_behind(next)
            .is_some_and(|(day, _)| matches!(day, Expression::DayPart { .. }));
        evening && !matches!(self.before(at), "the" | "of")
    }

    /// "in the morning" behind a time of day.
    fn clock_part(&self, mut clock: Clock, next: usize) -> (Clock, usize) {
        let place = match (self.word(next), self.word(next + 1)) {
            ("in", "the") => next + 2,
            ("early" | "late", _) => next + 1,
            ("at", "night") => next + 1,
            _ => return (clock, next),
        };
        let Some(part) = words::day_part(self.word(place)) else {
            return (clock, next);
        };
        clock = clock.within(part);
        (clock, place + 1)
    }

    /// "10am to 12pm", "7:00-8:00pm", "from 3-8pm", "between 2 and 4:30pm".
    fn clock_range(&self, at: usize) -> Option<(Clock, Clock, usize)> {
        let prefixed = matches!(self.word(at), "from" | "between" | "at");
        let start = if prefixed { at + 1 } else { at };
        let (mut from, next) = self.clock(start, true)?;
        let joined = match self.word(next) {
            "-" | "–" | "to" | "till" | "until" => next + 1,
            "and" if self.is(at, "between") => next + 1,
            _ => return None,
        };
        let (to, end) = self.clock(joined, true)?;
        // "Monday 11-4" may be anything; one of the two must look like a time of day.
        if !(from.fixed || to.fixed || from.precision > 1 || to.precision > 1) {
            return None;
        }
        if to.fixed && !from.fixed && from.hour < 12 && to.hour >= 12 && from.hour + 12 <= to.hour {
            from.hour += 12;
        }
        from.fixed |= to.fixed;
        Some((from, to, end))
    }

    /// "3 p.m.", "15:30", "8.30pm", "nine thirty", "4 o'clock", "noon". `bare` lets a number alone be an hour.
    pub(super) fn clock(&self, at: usize, bare: bool) -> Parsed<Clock> {
        if self.is(at, "noon") {
            let clock = Clock {
                hour: 12,
                minute: 0,
                second: 0,
                fixed: true,
                precision: 2,
            };
            return Some((clock, at + 1));
        }
        let (hour, mut next, in_words) = match self.digits(at) {
            Some((value, 1..=2)) => (value, at + 1, false),
            Some(_) => return None,
            None => (words::small_number(self.word(at))?, at + 1, true),
        };
        let hour = i8::try_from(hour).ok().filter(|&hour| hour < 24)?;
        let (mut minute, mut second, mut precision) = (0, 0, 1);
        let two = |at: usize| match self.digits(at) {
            Some((value, 2)) if self.glued(at) && self.glued(at - 1) => {
                i8::try_from(value).ok().filter(|&value| value < 60)
            }
            _ => None,
        };
        if let Some(value) = two(next + 1).filter(|_| self.is(next, ":")) {
            (minute, precision, next) = (value, 2, next + 2);
            if let Some(value) = two(next + 1).filter(|_| self.is(next, ":")) {
                (second, precision, next) = (value, 3, next + 2);
            }
        } else if let Some(value) = two(next + 1).filter(|_| self.is(next, "."))
            && self.meridiem(next + 2).is_some()
        {
            (minute, precision, next) = (value, 2, next + 2);
        } else if in_words {
            let place = if self.is(next, "-") { next + 1 } else { next };
            let spoken = words::tens(self.word(place))
                .map(|tens| {
                    let ones = if self.is(place + 1, "-") { place + 2 } else { place + 1 };
                    match words::small_number(self.word(ones)).filter(|ones| (1..10).contains(ones)) {
                        Some(one) => (tens + one, ones + 1),
                        None => (tens, place + 1),
                    }
                })
                .or_else(|| {
                    words::small_number(self.word(place))
                        .filter(|value| (10..20).contains(value))
                        .map(|value| (value, place + 1))
                });
            if let Some((value, after)) = spoken.filter(|&(value, _)| value < 60) {
                (minute, precision, next) = (i8::try_from(value).ok()?, 2, after);
            }
        }
        let mut clock = Clock {
            hour,
            minute,
            second,
            fixed: hour > 12 || hour == 0,
            precision,
        };
        if let Some((afternoon, after)) = self.meridiem(next).filter(|_| (1..=12).contains(&hour)) {
            clock.hour = hour % 12 + if afternoon { 12 } else { 0 };
            clock.fixed = true;
            return Some((clock, after));
        }
        let o_clock = match (self.word(next), self.word(next + 1), self.word(next + 2)) {
            ("oclock", ..) => Some(next + 1),
            ("o", "'" | "’", "clock") => Some(next + 3),
            _ => None,
        };
        if let Some(after) = o_clock {
            return Some((clock, after));
        }
        let spoken = in_words && precision > 1 && self.kind(next).is_none_or(|kind| kind == super::lex::Kind::Sign);
        let is_clock = precision > 1 && !in_words || spoken || bare && !self.counts(next);
        is_clock.then_some((clock, next))
    }

    /// Whether the number before this place counts something, so that it is no hour: "at 5 million", "around 4 people".
    fn counts(&self, next: usize) -> bool {
        let goes_on =
            matches!(self.word(next), "." | "," | "/" | ":" | "-") && self.glued(next) && self.glued(next + 1);
        let plain = matches!(
            self.word(next),
            "and" | "or" | "on" | "in" | "for" | "with" | "at" | "to" | "until" | "till" | "next" | "this" | "last"
        ) || words::weekday(self.word(next)).is_some()
            || words::month(self.word(next)).is_some()
            || words::which(self.word(next)).is_some()
            || matches!(self.word(next), "today" | "tomorrow" | "yesterday" | "tonight");
        let range = self.is(next, "-") && self.digits(next + 1).is_some();
        (goes_on && !range) || self.is(next, "%") || self.is_word(next) && !plain || self.digits(next).is_some()
    }

    /// "am", "p.m.", "p m", "9p"; true for the afternoon.
    fn meridiem(&self, at: usize) -> Parsed<bool> {
        let afternoon = match self.word(at) {
            "am" | "a" => false,
            "pm" | "p" => true,
            _ => return None,
        };
        match self.word(at) {
            "am" | "pm" => Some((afternoon, at + 1)),
            _ if self.is(at + 1, ".") && self.is(at + 2, "m") => {
                let end = if self.is(at + 3, ".") { at + 4 } else { at + 3 };
                Some((afternoon, end))
            }
            _ if self.is(at + 1, "m") => Some((afternoon, at + 2)),
            "p" if self.glued(at) => Some((true, at + 1)),
            _ => None,
        }
    }
}

impl Clock {
    /// The same time, in a part of the day.
    pub(super) fn within(mut self, part: DayPart) -> Self {
        let later = match part {
            DayPart::Morning => false,
            DayPart::Afternoon | DayPart::Evening => self.hour < 12,
            DayPart::Night => (6..12).contains(&self.hour),
        };
        if !self.fixed && later {
            self.hour += 12;
        }
        self.fixed = true;
        self
    }
}

/// Whether an expression names one day.
pub(super) fn is_day(expression: &Expression) -> bool {
    matches!(
        expression,
        Expression::Day(_)
            | Expression::Weekday { .. }
            | Expression::Relative { unit: Unit::Day, .. }
            | Expression::DayPart { .. }
            | Expression::Holiday { weekend: false, .. }
            | Expression::Inside { unit: Unit::Day, .. }
    ) || matches!(expression, Expression::Inside { weekday: Some(_), .. })
        || matches!(expression, Expression::Offset { duration, .. } if duration.unit() == Unit::Day)
}

/// "today".
pub(super) fn today(which: Which) -> Expression {
    Expression::Relative { unit: Unit::Day, which }
}
