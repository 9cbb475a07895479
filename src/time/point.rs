//! Points and stretches of the calendar, as a rule each: what begins with a weekday, a month, a number, "the", "last".

use super::calendar::{Period, Unit};
use super::clock::{is_day, today};
use super::expression::{Amount, DayFields, DayPart, Duration, Edge, Expression, Place, Which};
use super::grammar::{Parsed, Parser};
use super::holiday;
use super::words;

impl Parser<'_> {
    /// A stretch of the calendar without a time of day.
    pub(super) fn point(&self, at: usize, depth: usize) -> Parsed<Expression> {
        if depth == 0 || self.kind(at).is_none() {
            return None;
        }
        self.edge(at, depth)
            .or_else(|| self.holiday(at))
            .or_else(|| self.simple(at))
            .or_else(|| self.weekday_first(at, depth))
            .or_else(|| self.date(at))
            .or_else(|| self.inside(at, depth))
            .or_else(|| self.which_first(at, depth))
            .or_else(|| self.week_of(at, depth))
            .or_else(|| self.the(at, depth))
            .or_else(|| self.season(at, None))
            .or_else(|| self.count_then_which(at))
            .or_else(|| self.long(at))
            .or_else(|| {
                // "on 29th".
                let (day, next) = self.ordinal_day(at)?;
                (self.digits_ordinal(at) && self.is(at.wrapping_sub(1), "on")).then_some(())?;
                self.day_of_some_month(day, next)
            })
    }

    /// "early May", "the end of next week", "mid-November", "EOY".
    fn edge(&self, at: usize, depth: usize) -> Parsed<Expression> {
        let start = if self.is(at, "the") { at + 1 } else { at };
        let word = self.word(start);
        let edge = match word {
            "early" | "earlier" => Edge::Start,
            "mid" | "middle" => Edge::Middle,
            "late" | "later" => Edge::End,
            "beginning" | "start" | "dawn" | "opening" => Edge::Start,
            "end" | "close" => Edge::End,
            "rest" | "remainder" | "remaining" if self.is(start + 1, "of") => {
                let (of, next) = self.point(start + 2, depth - 1)?;
                return Some((Expression::Rest(Box::new(of)), next));
            }
            "eod" => return Some((Expression::EndOfDay(Box::new(today(Which::This))), start + 1)),
            "eom" => return Some((end_of(Unit::Month), start + 1)),
            "eoy" => return Some((end_of(Unit::Year), start + 1)),
            _ => return None,
        };
        let noun = matches!(
            word,
            "beginning" | "start" | "dawn" | "opening" | "end" | "close" | "middle"
        );
        let mut place = start + 1;
        if noun {
            // "the end of" needs its "of", and what ends.
            if !self.is(place, "of") {
                return None;
            }
            place += 1;
            if let Some(unit) = words::unit(self.word(place)).filter(|&unit| unit >= Unit::Day) {
                let this = Expression::Relative {
                    unit,
                    which: Which::This,
                };
                let of = Box::new(this);
                return match unit {
                    Unit::Day if edge == Edge::End => Some((Expression::EndOfDay(of), place + 1)),
                    Unit::Day => None,
                    _ => Some((Expression::Part { edge, of }, place + 1)),
                };
            }
        } else if self.is(place, "-") {
            place += 1;
        } else if matches!(word, "earlier" | "later") {
            // "later in the year", "earlier this week"; "later on Tuesday" is an adverb.
            if self.is(place, "in") {
                place += 1;
            }
        }
        let (of, next) = self.point(place, depth - 1)?;
        let earlier = matches!(word, "earlier" | "later");
        if is_day(&of) {
            if noun && edge == Edge::End {
                return Some((Expression::EndOfDay(Box::new(of)), next));
            }
            // "early Monday" is Monday, and so is "later on Monday".
            return (!noun).then_some((of, next));
        }
        if earlier && !matches!(of, Expression::Relative { .. }) {
            return None;
        }
        let of = Box::new(of);
        Some((Expression::Part { edge, of }, next))
    }

    fn holiday(&self, at: usize) -> Parsed<Expression> {
        let (which, start) = match words::which(self.word(at)) {
            Some(which) => (Some(which), at + 1),
            None => (None, at),
        };
        let (holiday, count) = holiday::named(|place| self.word(start + place))?;
        let mut next = start + count;
        // "New Year" is one with "the" or a count before it, and no "new year of school".
        let (mut year, mut which) = (None, which);
        if let Some((found, after)) = self.year_behind(next) {
            (year, next) = (Some(found), after);
        } else if self.is(next, "of")
            && let Some(found) = words::which(self.word(next + 1)).filter(|_| self.is(next + 2, "year"))
        {
            which = Some(found);
            next += 3;
        }
        let weekend = self.is(next, "weekend");
        let expression = Expression::Holiday {
            holiday,
            year,
            which,
            weekend,
        };
        Some((expression, if weekend { next + 1 } else { next }))
    }

    /// Single words and fixed phrases.
    fn simple(&self, at: usize) -> Parsed<Expression> {
        let night = |which| Expression::DayPart {
            day: Box::new(today(which)),
            part: DayPart::Night,
        };
        let found = match self.word(at) {
            "today" | "otd" => (today(Which::This), 1),
            "yesterday" => (today(Which::Last), 1),
            "tomorrow" | "tmrw" | "tmr" => (today(Which::Next), 1),
            "tonight" | "tonite" => (night(Which::This), 1),
            "now" => (Expression::Now, 1),
            "at" if self.is(at + 1, "present") => (Expression::Now, 2),
            "at" if matches!(
                (self.word(at + 1), self.word(at + 2)),
                ("the", "moment" | "minute") | ("this", "time" | "moment")
            ) =>
            {
                (Expression::Now, 3)
            }
            "to" | "till" | "until" if self.is(at + 1, "date") && !matches!(self.before(at), "up" | "-") => {
                let name = self.digits(at + 2).is_some() || self.capital(at + 2);
                if name || matches!(self.before(at), "how" | "whom" | "who" | "want" | "wants") {
                    return None;
                }
                (Expression::ToDate, 2)
            }
            _ => return None,
        };
        Some((found.0, at + found.1))
    }

    /// What "the" may stand before, and means something with it.
    fn the(&self, at: usize, depth: usize) -> Parsed<Expression> {
        let alone = |word: &str| matches!(word, "weekend");
        if !self.is(at, "the") {
            // "weekend" by itself.
            let single = alone(self.word(at)) && !matches!(self.before(at), "a" | "every" | "each" | "one" | "per");
            let this = Expression::Relative {
                unit: Unit::Weekend,
                which: Which::This,
            };
            return single.then_some((this, at + 1));
        }
        let next = at + 1;
        // "the day before yesterday", "the day after".
        if self.is(next, "day") && matches!(self.word(next + 1), "before" | "after") {
            let forward = self.is(next + 1, "after");
            let duration = Duration::of(Unit::Day, Amount::whole(1));
            if let Some((from, end)) = self.point(next + 2, 2).filter(|(from, _)| is_day(from)) {
                let from = Some(Box::new(from));
                return Some((
                    Expression::Offset {
                        duration,
                        forward,
                        from,
                        anaphoric: false,
                    },
                    end,
                ));
            }
            // "the day before the vote" is a day that is not known here.
            return (!self.is_word(next + 2) && self.digits(next + 2).is_none()).then_some((
                Expression::Offset {
                    duration,
                    forward,
                    from: None,
                    anaphoric: true,
                },
                next + 2,
            ));
        }
        if let Some((day, end)) = self.ordinal_day(next).filter(|_| self.digits_ordinal(next))
            && let Some(found) = self.day_of_some_month(day, end)
        {
            return Some(found);
        }
        if let Some(unit) = words::unit(self.word(next)).filter(|_| !self.word(next).ends_with('s')) {
            if unit == Unit::Year
                && let Some((year, end)) = self.year_behind(next + 1)
            {
                return Some((Expression::Fixed(Period::year(year)?), end));
            }
            let told = matches!(
                unit,
                Unit::Week | Unit::Weekend | Unit::Month | Unit::Year | Unit::Fortnight | Unit::Quarter
            );
            let which = Which::This;
            return (told && !self.is(next + 1, "-")).then_some((Expression::Relative { unit, which }, next + 1));
        }
        // "the 2016 election": the year is a time without its article.
        self.point(next, depth - 1).filter(
            |(found, end)| !matches!(found, Expression::Fixed(period) if period.unit == Unit::Year && *end == next + 1),
        )
    }

    fn digits_ordinal(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(super::lex::Kind::Ordinal(_)))
    }

    /// "the 18th", of which month is not said, or "the 21st this month".
    pub(super) fn day_of_some_month(&self, day: i8, next: usize) -> Parsed<Expression> {
        if matches!(self.word(next), "this" | "last" | "next") && self.is(next + 1, "month") {
            let which = words::which(self.word(next))?;
            let of = Box::new(Expression::Relative {
                unit: Unit::Month,
                which,
            });
            let place = Place::Nth(u32::try_from(day).ok()?);
            let inside = Expression::Inside {
                place,
                unit: Unit::Day,
                weekday: None,
                of,
            };
            return Some((inside, next + 2));
        }
        // "the 18th century", "the 4th floor", "the 22nd time".
        let joined = matches!(
            self.word(next),
            "at" | "from" | "between" | "to" | "till" | "until" | "through" | "around"
        );
        let ends = !self.is_word(next)
            && !matches!(self.word(next), "'" | "’")
            && (!self.is(next, "-") || !self.glued(next))
            && self.digits(next).is_none();
        (ends || joined).then_some((
            Expression::Day(DayFields {
                day,
                ..DayFields::default()
            }),
            next,
        ))
    }
}

fn end_of(unit: Unit) -> Expression {
    let of = Box::new(Expression::Relative {
        unit,
        which: Which::This,
    });
    Expression::Part { edge: Edge::End, of }
}
