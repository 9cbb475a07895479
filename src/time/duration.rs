//! How long, and how far away: "three days", "three days ago", "within three days".

use super::calendar::Unit;
use super::expression::{Amount, Duration, Expression, Which};
use super::grammar::{Parsed, Parser};
use super::lex::Kind;
use super::words;

impl Parser<'_> {
    /// "two days ago", "three weeks after Christmas", "in two weeks", "within three days".
    pub(super) fn offset(&self, at: usize, depth: usize) -> Parsed<Expression> {
        if let Some(start) = match self.word(at) {
            "in" => Some(at + 1),
            "within" if self.is(at + 1, "the") => Some(at + 2),
            "within" => Some(at + 1),
            _ => None,
        } {
            if let Some(found) = self.offset_of(start, depth) {
                return Some(found);
            }
            if self.is(at, "within") {
                let start = if words::which(self.word(start)) == Some(Which::Next) {
                    start + 1
                } else {
                    start
                };
                let (duration, next) = self.duration(start).or_else(|| self.single_unit(start))?;
                return Some((Expression::Within(duration), next));
            }
            let (duration, mut next) = self.duration(start)?;
            // "twice in a year", "20 miles in an hour".
            let counted = |word: &str| matches!(word, "once" | "twice" | "times" | "time");
            if counted(self.before(at)) {
                return None;
            }
            if matches!(self.word(next), "'" | "’") {
                next += if self.is(next + 1, "s") { 2 } else { 1 };
            }
            if self.is(next, "time") || self.is(next, "times") {
                next += 1;
            }
            return Some(self.on_weekday(Expression::In(duration), next));
        }
        self.offset_of(at, depth)
    }

    pub(super) fn offset_of(&self, at: usize, depth: usize) -> Parsed<Expression> {
        let (duration, next) = self.duration(at)?;
        let simple = |forward: bool, anaphoric: bool| Expression::Offset {
            duration: duration.clone(),
            forward,
            from: None,
            anaphoric,
        };
        let comma = if self.is(next, ",") { next + 1 } else { next };
        match self.word(next) {
            "ago" => return Some(self.on_weekday(simple(false, false), next + 1)),
            // "30 minutes later this week" has two.
            "later" | "earlier" if matches!(self.word(next + 1), "this" | "in" | "on") => return None,
            "later" => return Some(self.on_weekday(simple(true, true), next + 1)),
            "earlier" => return Some(self.on_weekday(simple(false, true), next + 1)),
            _ => {}
        }
        let forward = match self.word(comma) {
            "from" | "after" | "since" | "following" | "starting" | "beginning" | "commencing" => true,
            "before" if comma == next => false,
            _ => return None,
        };
        let mut start = comma + 1;
        if self.is(start, "on") {
            start += 1;
        }
        let (from, end) = self.point(start, depth.min(4) - 1)?;
        // "for three days from Monday", "two weeks starting May 20".
        let lasting = matches!(self.word(comma), "starting" | "beginning" | "commencing")
            || self.is(comma, "from") && self.before(at) == "for";
        if lasting {
            let from = Box::new(from);
            return Some((Expression::Lasting { from, duration }, end));
        }
        // "three minutes from today" is no moment.
        if comma != next || duration.unit() < Unit::Day && from != Expression::Now {
            return None;
        }
        let offset = Expression::Offset {
            duration,
            forward,
            from: Some(Box::new(from)),
            anaphoric: false,
        };
        Some(self.on_weekday(offset, end))
    }

    /// "… on Friday" behind a number of days or weeks.
    pub(super) fn on_weekday(&self, base: Expression, next: usize) -> (Expression, usize) {
        match words::weekday(self.word(next + 1)).filter(|_| self.is(next, "on")) {
            Some(weekday) => {
                let base = Box::new(base);
                (Expression::OnWeekday { base, weekday }, next + 2)
            }
            None => (base, next),
        }
    }

    /// A duration by itself, where it is none of "twice a day", "a 61-year-old", "three-year-old".
    pub(super) fn free_duration(&self, at: usize) -> Parsed<Expression> {
        let (duration, next) = self.duration(at)?;
        let old = |at: usize| self.is(at, "old") || self.is(at, "-") && self.is(at + 1, "old");
        if old(next) || self.is(next, "of") && self.is(next + 1, "age") {
            return None;
        }
        let before = self.before(at);
        if matches!(self.word(at), "a" | "an") {
            let counted = matches!(
                before,
                "once" | "twice" | "times" | "time" | "half" | "percent" | "per" | "dollars" | "what"
            );
            let number = at
                .checked_sub(1)
                .is_some_and(|before| matches!(self.kind(before), Some(Kind::Number { .. })) || self.is(before, "%"));
            // "a second" is an ordinal, "of the day" a phrase.
            let single = matches!(
                self.word(at + 1),
                "second" | "minute" | "quarter" | "weekend" | "night" | "century"
            );
            if counted || number || single {
                return None;
            }
        }
        if matches!(before, "aged" | "age") {
            return None;
        }
        Some((Expression::Duration(duration), next))
    }

    /// "two years", "3h", "an hour and a half", "two years and three months".
    pub(super) fn duration(&self, at: usize) -> Parsed<Duration> {
        if self.is(at, "all") && self.is(at + 1, "day") {
            return Some((Duration::of(Unit::Day, Amount::whole(1)), at + 2));
        }
        let (first, mut next) = self.duration_part(at)?;
        let mut parts = vec![first];
        while parts.len() < 6 {
            let place = match self.word(next) {
                "and" | "," if self.is(next + 1, "and") => next + 2,
                "and" | "," => next + 1,
                _ => next,
            };
            let last = parts[parts.len() - 1].0;
            let Some((part, after)) = self.duration_part(place).filter(|&((unit, _), _)| unit < last) else {
                break;
            };
            // "for two years, a day after": only numbers go on.
            if place != next && self.is(next, ",") && matches!(self.word(place), "a" | "an") {
                break;
            }
            parts.push(part);
            next = after;
        }
        Some((Duration { parts }, next))
    }

    /// "next day" of "within the next day": one unit without a number.
    pub(super) fn single_unit(&self, at: usize) -> Parsed<Duration> {
        let unit = words::unit(self.word(at))?;
        let mut duration = Duration::of(unit, Amount::whole(1));
        let mut next = at + 1;
        if self.is(next, "and")
            && let Some((more, after)) = self.duration(next + 1)
        {
            duration.parts.extend(more.parts);
            next = after;
        }
        Some((duration, next))
    }

    pub(super) fn duration_part(&self, at: usize) -> Parsed<(Unit, Amount)> {
        let (mut amount, mut next) = self.amount(at)?;
        // "one and a half hours", "one and a quarter year".
        let fraction = |at: usize| {
            let place = if matches!(self.word(at), "a" | "an") {
                at + 1
            } else {
                at
            };
            match self.word(place) {
                "half" => Some((500, place + 1)),
                "quarter" if place > at => Some((250, place + 1)),
                _ => None,
            }
        };
        if self.is(next, "and")
            && let Some((part, after)) = fraction(next + 1)
            && self.unit(after).is_some()
        {
            amount.thousandths += part;
            next = after;
        }
        if matches!(
            self.word(next),
            "-" | "more" | "full" | "whole" | "straight" | "consecutive"
        ) {
            next += 1;
        }
        let (unit, mut next) = match self.unit(next) {
            Some(found) => found,
            // "3h" only when nothing stands between.
            None if self.glued(next) && self.digits(at).is_some() => {
                let unit = words::glued_unit(self.word(next))?;
                let lasting = matches!(self.before(at), "for" | "lasted" | "last" | "lasts" | "lasting");
                if unit != Unit::Hour && !lasting {
                    return None;
                }
                (unit, next + 1)
            }
            None => return None,
        };
        // "an hour and a half".
        if self.is(next, "and")
            && let Some((part, after)) = fraction(next + 1)
            && self.unit(after).is_none()
        {
            amount.thousandths += part;
            next = after;
        }
        Some(((unit, amount), next))
    }

    /// A unit, "business days" among them.
    pub(super) fn unit(&self, at: usize) -> Parsed<Unit> {
        if matches!(self.word(at), "business" | "working") && matches!(self.word(at + 1), "day" | "days") {
            return Some((Unit::BusinessDay, at + 2));
        }
        words::unit(self.word(at)).map(|unit| (unit, at + 1))
    }
}
