//! Which one of several: "last week", "the next five days", "the first Monday of June", "the week of April 10".

use super::calendar::Unit;
use super::clock::{is_day, today};
use super::expression::{Amount, DayFields, Duration, Expression, Place, Which};
use super::grammar::{Parsed, Parser};
use super::words;

impl Parser<'_> {
    /// "last week", "next Friday", "this August", "the last three months", "last night".
    pub(super) fn which_first(&self, at: usize, depth: usize) -> Parsed<Expression> {
        let mut which = words::which(self.word(at))?;
        let mut next = at + 1;
        // "will last three hours": a verb.
        if which == Which::Last
            && matches!(
                self.before(at),
                "will"
                    | "would"
                    | "should"
                    | "could"
                    | "can"
                    | "may"
                    | "might"
                    | "must"
                    | "to"
                    | "not"
                    | "t"
                    | "did"
                    | "does"
            )
        {
            return None;
        }
        // "this coming Friday", "this past week".
        if which == Which::This
            && let Some(more) = words::which(self.word(next)).filter(|_| !self.is(next, "this"))
        {
            (which, next) = (more, next + 1);
        }
        if let Some((amount, after)) = self
            .amount(next)
            .filter(|_| !matches!(self.word(next), "a" | "an" | "some"))
            && let Some((unit, end)) = self.unit(after)
            && which != Which::This
        {
            return Some(self.counted(which, unit, amount, next, end, depth));
        }
        if let Some((weekday_or_date, after)) = self.weekday_first(next, 1) {
            let found = match weekday_or_date {
                Expression::Weekday { weekday, week, .. } => Expression::Weekday {
                    weekday,
                    which: Some(which),
                    week,
                },
                Expression::Day(fields) => Expression::Day(DayFields {
                    which: Some(which),
                    ..fields
                }),
                other => other,
            };
            // "the last Friday of May".
            if self.is(after, "of") && which == Which::Last {
                return None;
            }
            return Some((found, after));
        }
        if let Some((Expression::Day(fields), after)) = self.date(next).or_else(|| self.slashed(next)) {
            let fields = DayFields {
                which: Some(which),
                ..fields
            };
            return Some((Expression::Day(fields), after));
        }
        if let Some(month) = words::month(self.word(next)).filter(|_| self.capital(next) || self.word(next).len() > 4) {
            let headline = which == Which::This && self.is(next, "may") && self.capital(at);
            let end = if self.is(next + 1, ".")
                && self.word(next).len() <= 4
                && self.glued(next + 1)
                && self.is_word(next + 2)
            {
                next + 2
            } else {
                next + 1
            };
            let expression = Expression::Month {
                year: None,
                month,
                which: Some(which),
            };
            return (!headline).then_some((expression, end));
        }
        if let Some(found) = self.season(next, Some(which)) {
            return Some(found);
        }
        if let Some(part) = words::day_part(self.word(next)) {
            let day = match which {
                Which::Last | Which::Past => today(Which::Last),
                Which::This => today(Which::This),
                _ => today(Which::Following),
            };
            let day = Box::new(day);
            return Some((Expression::DayPart { day, part }, next + 1));
        }
        self.which_unit(which, next)
    }

    /// "last week", "this fiscal year", "the following day".
    pub(super) fn which_unit(&self, which: Which, at: usize) -> Parsed<Expression> {
        let other = match self.word(at) {
            "fiscal" => Some("FY"),
            "school" | "academic" => Some("SY"),
            _ => None,
        };
        if let Some(prefix) = other.filter(|_| self.is(at + 1, "year")) {
            let expression = Expression::OtherYear {
                prefix,
                year: None,
                which: Some(which),
            };
            return Some((expression, at + 2));
        }
        let at = if matches!(self.word(at), "calendar" | "working" | "business") {
            at + 1
        } else {
            at
        };
        let unit = words::unit(self.word(at)).filter(|_| !self.word(at).ends_with('s'))?;
        if self.is(at, "night") {
            return None;
        }
        let mut next = at + 1;
        match (unit, which) {
            // "to this day", "the last minute", "the current second".
            (Unit::Day, Which::This | Which::Last | Which::Past) | (Unit::Second | Unit::Minute, _) => return None,
            (Unit::Hour, _) if which == Which::This => return None,
            (Unit::Hour, _) | (Unit::Day, Which::Coming) => {
                let duration = Duration::of(unit, Amount::whole(1));
                let forward = which.step() > 0;
                return Some((Expression::Count { duration, forward }, next));
            }
            // "the past year" ends with the day on which it is told.
            (Unit::Year | Unit::Decade | Unit::Century, Which::Past) => {
                let duration = Duration::of(unit, Amount::whole(1));
                return Some((
                    Expression::Count {
                        duration,
                        forward: false,
                    },
                    next,
                ));
            }
            (Unit::Week, _) => {
                let place = if matches!(self.word(next), "on" | "-") {
                    next + 1
                } else {
                    next
                };
                if let Some(weekday) = words::weekday(self.word(place)) {
                    next = place + 1;
                    let week = Some(which);
                    return Some((
                        Expression::Weekday {
                            weekday,
                            which: None,
                            week,
                        },
                        next,
                    ));
                }
            }
            _ => {}
        }
        Some((Expression::Relative { unit, which }, next))
    }

    /// "last three months", and "last three months of 2021".
    pub(super) fn counted(
        &self,
        which: Which,
        unit: Unit,
        amount: Amount,
        from: usize,
        end: usize,
        depth: usize,
    ) -> (Expression, usize) {
        let count = u32::try_from(amount.thousandths / 1000).unwrap_or(1);
        if which == Which::Last
            && matches!(self.word(end), "of" | "in")
            && let Some((of, next)) = self.point(end + 1, depth - 1)
        {
            let of = Box::new(of);
            let inside = Expression::Inside {
                place: Place::Last(count),
                unit,
                weekday: None,
                of,
            };
            return (inside, next);
        }
        let (duration, end) = self
            .duration(from)
            .filter(|(duration, _)| duration.parts[0].0 == unit)
            .unwrap_or((Duration::of(unit, amount), end));
        let forward = which.step() > 0;
        (Expression::Count { duration, forward }, end)
    }

    /// "the 5 upcoming years", "10 previous weeks".
    pub(super) fn count_then_which(&self, at: usize) -> Parsed<Expression> {
        let (amount, next) = self.amount(at).filter(|_| !matches!(self.word(at), "a" | "an"))?;
        let which = words::which(self.word(next)).filter(|which| !matches!(which, Which::This))?;
        let (unit, end) = self.unit(next + 1)?;
        let duration = Duration::of(unit, amount);
        let forward = which.step() > 0;
        Some((Expression::Count { duration, forward }, end))
    }

    /// "the first week of May", "the last Friday of the month", "the 15th day of June", "the third quarter of 2019".
    pub(super) fn inside(&self, at: usize, depth: usize) -> Parsed<Expression> {
        let start = if self.is(at, "the") { at + 1 } else { at };
        let (mut place, mut next) = if self.is(start, "last") || self.is(start, "final") {
            (Place::Last(1), start + 1)
        } else {
            let (number, next) = self.ordinal(start)?;
            (Place::Nth(number), next)
        };
        if place == Place::Nth(1)
            && let Some((count, after)) = self.digits(next).map(|(count, _)| (count, next + 1)).or_else(|| {
                let (amount, after) = self.amount(next).filter(|_| !matches!(self.word(next), "a" | "an"))?;
                Some((u32::try_from(amount.thousandths / 1000).ok()?, after))
            })
            && self.unit(after).is_some()
        {
            (place, next) = (Place::First(count), after);
        }
        let (unit, weekday) = if let Some(weekday) = words::weekday(self.word(next)) {
            (Unit::Day, Some(weekday))
        } else if self.is(next, "half") {
            (Unit::HalfYear, None)
        } else {
            (words::unit(self.word(next)).filter(|&unit| unit >= Unit::Day)?, None)
        };
        if unit == Unit::Century {
            return self.century(start);
        }
        next += 1;
        // "the first Monday evening of next month".
        let part = words::day_part(self.word(next)).filter(|_| weekday.is_some());
        if part.is_some() {
            next += 1;
        }
        if !matches!(self.word(next), "of" | "in") {
            return None;
        }
        next += 1;
        let (of, mut end) = self.point(next, depth - 1)?;
        let of = Box::new(of);
        let mut found = Expression::Inside {
            place,
            unit,
            weekday,
            of,
        };
        if let Some(part) = part {
            let day = Box::new(found);
            found = Expression::DayPart { day, part };
        }
        // "the first week of October on Friday".
        if unit == Unit::Week {
            let place = if self.is(end, ".") && self.is(end + 1, "on") {
                end + 1
            } else {
                end
            };
            if let Some(weekday) = words::weekday(self.word(place + 1)).filter(|_| self.is(place, "on")) {
                let base = Box::new(found);
                found = Expression::OnWeekday { base, weekday };
                end = place + 2;
            }
        }
        Some((found, end))
    }

    /// "the week of April 10", "the weekend of Halloween", "week commencing May 4", "w/c May 4", "week 31".
    pub(super) fn week_of(&self, at: usize, depth: usize) -> Parsed<Expression> {
        let start = if self.is(at, "the") { at + 1 } else { at };
        let next = match (self.word(start), self.word(start + 1), self.word(start + 2)) {
            ("week" | "weekend", "of" | "commencing" | "beginning" | "starting", _) => start + 2,
            ("w", "/", "c") => start + 3,
            ("week", ..) => {
                let (number, digits) = self.digits(start + 1)?;
                let number = i8::try_from(number).ok().filter(|number| (1..=53).contains(number))?;
                let (year, end) = match self.year_behind(start + 2) {
                    Some((year, end)) => (Some(year), end),
                    None => (None, start + 2),
                };
                return (digits <= 2).then_some((Expression::WeekNumber { number, year }, end));
            }
            _ => return None,
        };
        let place = if matches!(self.word(next), "on" | "the") {
            next + 1
        } else {
            next
        };
        let (of, end) = self.point(place, depth - 1)?;
        if self.is(start, "weekend") {
            return match of {
                Expression::Holiday {
                    holiday, year, which, ..
                } => {
                    let weekend = true;
                    Some((
                        Expression::Holiday {
                            holiday,
                            year,
                            which,
                            weekend,
                        },
                        end,
                    ))
                }
                _ => None,
            };
        }
        is_day(&of).then_some((Expression::WeekOf(Box::new(of)), end))
    }
}
