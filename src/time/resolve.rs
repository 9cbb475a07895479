//! From what an expression says to the days that it means, counted from a reference.

use super::calendar::{Period, Unit, iso_day, iso_interval, iso_moment, iso_year, of_week};
use super::count::lasting;
use super::expression::{DayFields, DayPart, Duration, Expression, Season, Which};
use super::holiday::Holiday;
use super::span::inside;
use jiff::civil::{Date, DateTime, ISOWeekDate, Weekday};
use jiff::{Span, ToSpan};

/// Which way a time without a year or week is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
    Unknown,
}

/// What an expression means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Resolved {
    /// A unit of the calendar.
    Period(Period),
    /// Days from the first up to, without, the second.
    Interval(Date, Date),
    /// A moment, and how precisely it is told.
    Moment(DateTime, u8),
    Moments(DateTime, DateTime),
    DayPart(Date, DayPart),
    Duration(Duration),
    /// A value of TIMEX3 that ISO 8601 does not have, with its days where they are known.
    Named(String, Option<(Date, Date)>),
}

impl Resolved {
    /// The value as ISO 8601 or TIMEX3 writes it.
    pub(super) fn value(&self) -> String {
        match self {
            Self::Period(period) => period.iso(),
            Self::Interval(start, end) => iso_interval(*start, *end),
            Self::Moment(moment, precision) => iso_moment(*moment, *precision),
            Self::Moments(from, to) => format!("{}/{}", iso_moment(*from, 2), iso_moment(*to, 2)),
            Self::DayPart(day, part) => format!("{}T{}", iso_day(*day), part.code()),
            Self::Duration(duration) => duration.iso(),
            Self::Named(value, _) => value.clone(),
        }
    }

    /// The first day and the one after the last.
    pub(super) fn days(&self) -> Option<(Date, Date)> {
        let one = |day: Date| Some((day, day.tomorrow().ok()?));
        match self {
            Self::Period(period) => Some((period.start, period.end)),
            Self::Interval(start, end) => Some((*start, *end)),
            Self::Moment(moment, _) => one(moment.date()),
            Self::Moments(from, to) => Some((from.date(), to.date().tomorrow().ok()?)),
            Self::DayPart(day, _) => one(*day),
            Self::Duration(_) => None,
            Self::Named(_, days) => *days,
        }
    }
}

/// Works out expressions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Resolver {
    /// The moment at which the text speaks.
    pub now: Option<DateTime>,
    pub direction: Direction,
    /// The time last told of, for "the following year".
    pub told: Option<Period>,
}

impl Resolver {
    pub(super) fn today(&self) -> Option<Date> {
        self.now.map(DateTime::date)
    }

    /// What an expression means; nothing when the calendar has no such day, or the reference that it needs is unknown.
    pub(super) fn resolve(&self, expression: &Expression) -> Option<Resolved> {
        Some(match expression {
            Expression::Fixed(period) => Resolved::Period(*period),
            Expression::Decade(tens) => Resolved::Period(self.decade(*tens)?),
            Expression::Day(fields) => Resolved::Period(Period::day(self.day(*fields)?)?),
            Expression::Weekday { weekday, which, week } => {
                Resolved::Period(Period::day(self.weekday(*weekday, *which, *week)?)?)
            }
            Expression::Month { year, month, which } => Resolved::Period(self.month(*year, *month, *which)?),
            Expression::PartOfYear { unit, number, year } => {
                Resolved::Period(self.part_of_year(*unit, *number, *year)?)
            }
            Expression::Season { season, year, which } => self.season(*season, *year, *which)?,
            Expression::Holiday {
                holiday,
                year,
                which,
                weekend,
            } => self.holiday(*holiday, *year, *which, *weekend)?,
            Expression::Relative { unit, which } => Resolved::Period(self.relative(*unit, *which)?),
            Expression::Count { duration, forward } => self.count(duration, *forward)?,
            Expression::Inside {
                place,
                unit,
                weekday,
                of,
            } => {
                let days = self.resolve(of)?.days()?;
                inside(*place, *unit, *weekday, days)?
            }
            Expression::WeekOf(day) => Resolved::Period(Period::of(Unit::Week, self.resolve(day)?.days()?.0)?),
            Expression::WeekNumber { number, year } => {
                let year = year.or_else(|| self.today().map(Date::year))?;
                let monday = ISOWeekDate::new(year, *number, Weekday::Monday).ok()?;
                Resolved::Period(Period::of(Unit::Week, monday.date())?)
            }
            Expression::Offset {
                duration,
                forward,
                from,
                anaphoric,
            } => self.offset(duration, *forward, from.as_deref(), *anaphoric)?,
            // "in two days" of what has happened is how long it took.
            Expression::In(duration) | Expression::Within(duration) if self.direction == Direction::Past => {
                Resolved::Duration(duration.clone())
            }
            Expression::In(duration) => self.offset(duration, true, None, false)?,
            Expression::Within(duration) => lasting(self.now?, duration)?,
            Expression::Lasting { from, duration } => {
                let start = self.ahead().resolve(from)?.days()?.0;
                lasting(start.at(0, 0, 0, 0), duration)?
            }
            Expression::OnWeekday { base, weekday } => {
                let start = self.resolve(base)?.days()?.0;
                Resolved::Period(Period::day(of_week(start, *weekday)?)?)
            }
            Expression::Range { from, to } => self.range(from, to)?,
            Expression::Part { of, .. } => self.resolve(of)?,
            Expression::Rest(of) => {
                let (_, end) = self.resolve(of)?.days()?;
                let today = self.today().filter(|&today| today < end)?;
                Resolved::Interval(today, end)
            }
            Expression::DayPart { .. }
            | Expression::At { .. }
            | Expression::Between { .. }
            | Expression::EndOfDay(_) => self.time_of_day(expression)?,
            Expression::Duration(duration) => Resolved::Duration(duration.clone()),
            Expression::Now | Expression::ToDate => Resolved::Named("PRESENT_REF".to_owned(), None),
            Expression::OtherYear { prefix, year, which } => {
                let year = match (year, which) {
                    (Some(year), _) => *year,
                    (None, Some(which)) => self.today()?.year().checked_add(i16::try_from(which.step()).ok()?)?,
                    (None, None) => return None,
                };
                Resolved::Named(format!("{prefix}{}", iso_year(year)), None)
            }
        })
    }

    fn holiday(&self, holiday: Holiday, year: Option<i16>, which: Option<Which>, weekend: bool) -> Option<Resolved> {
        let year = match year {
            Some(year) => year,
            None => self.nearest_year(which, |year| holiday.day(year))?,
        };
        if weekend {
            let (start, end) = holiday.weekend(year)?;
            return Some(Resolved::Interval(start, end));
        }
        Some(Resolved::Period(Period::day(holiday.day(year)?)?))
    }

    /// A day's part, or moments of it.
    fn time_of_day(&self, expression: &Expression) -> Option<Resolved> {
        Some(match expression {
            Expression::DayPart { day, part } => match self.resolve(day)? {
                Resolved::DayPart(day, _) => Resolved::DayPart(day, *part),
                other => Resolved::DayPart(other.days()?.0, *part),
            },
            Expression::At { day, clock } => {
                let (day, clock) = match self.resolve(day)? {
                    Resolved::DayPart(day, part) => (day, clock.within(part)),
                    other => (other.days()?.0, *clock),
                };
                Resolved::Moment(day.at(clock.hour, clock.minute, clock.second, 0), clock.precision)
            }
            Expression::Between { day, from, to } => {
                let (day, from, mut to) = match self.resolve(day)? {
                    Resolved::DayPart(day, part) => (day, from.within(part), to.within(part)),
                    other => (other.days()?.0, *from, *to),
                };
                if to.hour < from.hour && to.hour < 12 {
                    to.hour += 12;
                }
                let from = day.at(from.hour, from.minute, from.second, 0);
                let to = day.at(to.hour, to.minute, to.second, 0);
                (from < to).then_some(Resolved::Moments(from, to))?
            }
            Expression::EndOfDay(day) => {
                let day = self.resolve(day)?.days()?.0;
                Resolved::Moment(day.at(23, 59, 59, 0), 3)
            }
            _ => return None,
        })
    }

    /// The same, looking ahead where the text does not say that it looks back.
    pub(super) fn ahead(&self) -> Self {
        Self {
            direction: if self.direction == Direction::Past {
                Direction::Past
            } else {
                Direction::Future
            },
            ..*self
        }
    }

    /// How far a day is from today. What lies against the direction counts twenty times as far: what happened "in
    /// December" was last December, but a day of next week is not one of last year, whatever the tense.
    fn distance(&self, day: Date) -> Option<i64> {
        let days = i64::from(self.today()?.until(day).ok()?.get_days());
        Some(match self.direction {
            Direction::Past if days > 0 => 20 * days,
            Direction::Future if days < 0 => -20 * days,
            _ => days.abs(),
        })
    }

    /// The year, of those that have such a day, in which it is nearest, or the one that "last" and "next" mean.
    fn nearest_year(&self, which: Option<Which>, day: impl Fn(i16) -> Option<Date>) -> Option<i16> {
        let today = self.today()?;
        let years = (today.year() - 8)..=(today.year() + 8);
        match which.map(|which| (which, which.step())) {
            Some((Which::This, _)) => Some(today.year()),
            Some((_, -1)) => years.rev().find(|&year| day(year).is_some_and(|day| day < today)),
            Some((_, 1)) => years.into_iter().find(|&year| day(year).is_some_and(|day| day > today)),
            _ => years
                .filter_map(|year| Some((self.distance(day(year)?)?, year)))
                .min()
                .map(|(_, year)| year),
        }
    }

    fn decade(&self, tens: i16) -> Option<Period> {
        let this = self.today().map_or(2000, Date::year);
        let century = this - this.rem_euclid(100);
        let start = if century + tens <= this {
            century + tens
        } else {
            century - 100 + tens
        };
        Period::of(Unit::Decade, Date::new(start, 1, 1).ok()?)
    }

    fn day(&self, fields: DayFields) -> Option<Date> {
        let Some(month) = fields.month else {
            return self.day_of_month(fields);
        };
        if let Some(year) = fields.year {
            return Date::new(year, month, fields.day).ok();
        }
        let day = |year: i16| Date::new(year, month, fields.day).ok();
        // "this Friday, May 12": the weekday takes the word for itself.
        let which = fields.which.filter(|_| fields.weekday.is_none());
        // A weekday beside it tells the year, when it is one of the nearest.
        if let Some(weekday) = fields.weekday.filter(|_| fields.which.is_none()) {
            let today = self.today()?.year();
            let fitting = (today - 1..=today + 1)
                .filter_map(day)
                .filter(|day| day.weekday() == weekday)
                .filter_map(|day| Some((self.distance(day)?, day)))
                .min();
            if let Some((_, day)) = fitting {
                return Some(day);
            }
        }
        day(self.nearest_year(which, day)?)
    }

    /// "the 18th", "Monday 21".
    fn day_of_month(&self, fields: DayFields) -> Option<Date> {
        let first = self.today()?.first_of_month();
        (-14..=14_i32)
            .filter_map(|months| {
                let month = first.checked_add(Span::new().try_months(months).ok()?).ok()?;
                let day = Date::new(month.year(), month.month(), fields.day).ok()?;
                let fits = fields.weekday.is_none_or(|weekday| day.weekday() == weekday);
                fits.then_some((self.distance(day)?, day))
            })
            .min()
            .map(|(_, day)| day)
    }

    fn weekday(&self, weekday: Weekday, which: Option<Which>, week: Option<Which>) -> Option<Date> {
        let today = self.today()?;
        if let Some(week) = week {
            return of_week(self.relative(Unit::Week, week)?.start, weekday);
        }
        let back = i64::from(weekday.until(today.weekday()));
        let ahead = i64::from(today.weekday().until(weekday));
        let strictly = |days: i64| if days == 0 { 7 } else { days };
        let days = match which {
            Some(Which::This) => return of_week(today, weekday),
            Some(Which::Next) => return of_week(today.checked_add(7.days()).ok()?, weekday),
            Some(Which::Previous) => return of_week(today.checked_sub(7.days()).ok()?, weekday),
            Some(Which::Last | Which::Past) => -strictly(back),
            Some(Which::Coming | Which::Following) => strictly(ahead),
            None if self.direction == Direction::Future => ahead,
            // News tells of the week that ends with its own day.
            None => -back,
        };
        today.checked_add(days.days()).ok()
    }

    fn month(&self, year: Option<i16>, month: i8, which: Option<Which>) -> Option<Period> {
        if let Some(year) = year {
            return Period::month(year, month);
        }
        let this = self.today()?.first_of_month();
        let first = Self {
            now: Some(this.at(0, 0, 0, 0)),
            ..*self
        };
        Period::month(first.nearest_year(which, |year| Date::new(year, month, 1).ok())?, month)
    }

    fn part_of_year(&self, unit: Unit, number: i8, year: Option<i16>) -> Option<Period> {
        let months = if unit == Unit::Quarter { 3 } else { 6 };
        let start = |year: i16| Date::new(year, (number - 1) * months + 1, 1).ok();
        let year = match year {
            Some(year) => year,
            None => self.nearest_year(None, start)?,
        };
        Period::of(unit, start(year)?)
    }

    fn season(&self, season: Season, year: Option<i16>, which: Option<Which>) -> Option<Resolved> {
        let start = |year: i16| Date::new(year, season.first_month(), 1).ok();
        let year = match (year, which) {
            (Some(year), _) => year,
            (None, Some(_)) => self.nearest_year(which, start)?,
            (None, None) => return Some(Resolved::Named(format!("XXXX-{}", season.code()), None)),
        };
        let first = start(year)?;
        let days = (first, first.checked_add(3.months()).ok()?);
        Some(Resolved::Named(
            format!("{}-{}", iso_year(year), season.code()),
            Some(days),
        ))
    }

    fn relative(&self, unit: Unit, which: Which) -> Option<Period> {
        if let Some(told) = self.told.filter(|told| which.is_anaphoric() && told.unit <= unit) {
            return Period::of(unit, told.start)?.shifted(which.step());
        }
        let today = self.today()?;
        let mut step = which.step();
        // "at the weekend", told on a Tuesday of what happened.
        if unit == Unit::Weekend
            && which == Which::This
            && self.direction == Direction::Past
            && today < Period::of(unit, today)?.start
        {
            step = -1;
        }
        if unit == Unit::Decade && which == Which::Past {
            step = -1;
        }
        Period::of(unit, today)?.shifted(step)
    }
}
