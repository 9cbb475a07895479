//! Times with two ends, and times inside longer ones.

use super::calendar::{Period, Unit};
use super::expression::{DayFields, Edge, Expression, Place};
use super::resolve::{Direction, Resolved, Resolver};
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

impl Resolver {
    pub(super) fn range(&self, from: &Expression, to: &Expression) -> Option<Resolved> {
        let year_of = |expression: &Expression| match expression {
            Expression::Day(fields) => fields.year,
            Expression::Month { year, .. } => *year,
            _ => None,
        };
        let open = |expression: &Expression| match expression {
            Expression::Day(fields) => fields.year.is_none() && fields.which.is_none(),
            Expression::Month { year, which, .. } => year.is_none() && which.is_none(),
            Expression::Weekday { which, week, .. } => which.is_none() && week.is_none(),
            _ => false,
        };
        let bounds = |resolver: &Self, expression: &Expression| match expression {
            Expression::Now | Expression::ToDate => Period::day(resolver.today()?).map(|day| (day.start, day.end)),
            Expression::Part { edge, of } => {
                let (start, end) = resolver.resolve(of)?.days()?;
                let day = match edge {
                    Edge::Start => start,
                    Edge::Middle => start
                        .checked_add((i64::from(start.until(end).ok()?.get_days()) / 2).days())
                        .ok()?,
                    Edge::End => end,
                };
                Some((day, day))
            }
            _ => resolver.resolve(expression)?.days(),
        };
        if let (Some(year), true) = (year_of(to), open(from)) {
            let with = |year: i16| match from {
                Expression::Day(fields) => Expression::Day(DayFields {
                    year: Some(year),
                    ..*fields
                }),
                Expression::Month { month, .. } => Expression::Month {
                    year: Some(year),
                    month: *month,
                    which: None,
                },
                other => other.clone(),
            };
            let (_, end) = bounds(self, to)?;
            let first = [year, year - 1]
                .into_iter()
                .filter_map(|year| bounds(self, &with(year)))
                .find(|&(start, _)| start < end)?;
            return Some(Resolved::Interval(first.0, end));
        }
        let (start, _) = bounds(self, from)?;
        let after = Self {
            now: Some(start.at(0, 0, 0, 0)),
            direction: Direction::Future,
            told: None,
        };
        let end = if open(to) {
            // The first one that comes after.
            let found = bounds(&after, to)?;
            if found.1 > start {
                found.1
            } else {
                let year = start.year() + 1;
                match to {
                    Expression::Day(fields) => Date::new(year, fields.month?, fields.day).ok()?.tomorrow().ok()?,
                    Expression::Month { month, .. } => Period::month(year, *month)?.end,
                    _ => return None,
                }
            }
        } else if let Expression::Part { of, .. } = to
            && open(of)
        {
            bounds(&after, to)?.1
        } else {
            bounds(self, to)?.1
        };
        (start < end).then_some(Resolved::Interval(start, end))
    }
}

/// The n-th, first or last units inside some days. A week belongs to where its Thursday lies, as in ISO 8601.
pub(super) fn inside(
    place: Place,
    unit: Unit,
    weekday: Option<Weekday>,
    (start, end): (Date, Date),
) -> Option<Resolved> {
    let thursday = weekday.unwrap_or(Weekday::Thursday);
    let weekly = weekday.is_some() || matches!(unit, Unit::Week | Unit::Weekend);
    let first = if weekly {
        let ahead = i64::from(start.weekday().until(thursday));
        start.checked_add(ahead.days()).ok()?
    } else {
        start
    };
    let last = end.yesterday().ok()?;
    let last = if weekly {
        let back = i64::from(thursday.until(last.weekday()));
        last.checked_sub(back.days()).ok()?
    } else {
        last
    };
    let one = |day: Date| {
        if weekday.is_some() {
            Period::day(day)
        } else {
            Period::of(unit, day)
        }
    };
    let shift = |period: Period, by: i32| {
        if weekday.is_some() {
            Period::day(
                period
                    .start
                    .checked_add(Span::new().try_days(7 * i64::from(by)).ok()?)
                    .ok()?,
            )
        } else {
            period.shifted(by)
        }
    };
    let steps = |number: u32| {
        i32::try_from(number)
            .ok()
            .filter(|&number| number > 0)
            .map(|number| number - 1)
    };
    let (first, last) = (one(first)?, one(last)?);
    Some(match place {
        Place::Nth(number) => {
            let found = shift(first, steps(number)?)?;
            (found.start < end).then_some(Resolved::Period(found))?
        }
        Place::Last(1) => Resolved::Period(last),
        Place::First(count) => Resolved::Interval(first.start, shift(first, steps(count)?)?.end),
        Place::Last(count) => Resolved::Interval(shift(last, -steps(count)?)?.start, last.end),
    })
}
