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

    /// "Tuesday", "Tue May 9", "Friday (June 15)", "Monday 21", "Tuesday of next week", "Monday two weeks from now".
    fn weekday_first(&self, at: usize, depth: usize) -> Parsed<Expression> {
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
            && let Some((base, after)) = self.offset(comma).filter(|(base, _)| {
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
    fn is_full_weekday(&self, at: usize) -> bool {
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

    fn month_or_number(&self, at: usize) -> bool {
        words::month(self.word(at)).is_some() || self.digits(at).is_some()
    }

    /// Whether a word is glued on: "Tuesday" of "Tuesdays" is cut off already, "Monday-ish" is none.
    fn glued_word_follows(&self, at: usize) -> bool {
        self.glued(at) && self.is_word(at)
    }

    fn is_word_but(&self, at: usize, allowed: &[&str]) -> bool {
        self.is_word(at) && !allowed.contains(&self.word(at))
    }

    fn meridiem_free(&self, at: usize) -> bool {
        !matches!(self.word(at), "am" | "pm" | "a" | "p")
    }

    /// "last week", "next Friday", "this August", "the last three months", "last night".
    fn which_first(&self, at: usize, depth: usize) -> Parsed<Expression> {
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
    fn which_unit(&self, which: Which, at: usize) -> Parsed<Expression> {
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
    fn counted(
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
    fn count_then_which(&self, at: usize) -> Parsed<Expression> {
        let (amount, next) = self.amount(at).filter(|_| !matches!(self.word(at), "a" | "an"))?;
        let which = words::which(self.word(next)).filter(|which| !matches!(which, Which::This))?;
        let (unit, end) = self.unit(next + 1)?;
        let duration = Duration::of(unit, amount);
        let forward = which.step() > 0;
        Some((Expression::Count { duration, forward }, end))
    }

    /// "the first week of May", "the last Friday of the month", "the 15th day of June", "the third quarter of 2019".
    fn inside(&self, at: usize, depth: usize) -> Parsed<Expression> {
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
    fn week_of(&self, at: usize, depth: usize) -> Parsed<Expression> {
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
            && !(self.is(next, "-") && self.glued(next))
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
