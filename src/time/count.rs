//! Times counted from a day: "three weeks ago", "the last three months", "within three days".

use super::calendar::{Period, Unit, business_days};
use super::expression::{Duration, Expression};
use super::resolve::{Resolved, Resolver};
use jiff::civil::DateTime;

impl Resolver {
    /// "the last three months": up to today; "the next three": from tomorrow.
    pub(super) fn count(&self, duration: &Duration, forward: bool) -> Option<Resolved> {
        let now = self.now?;
        let (unit, amount) = *duration.parts.first()?;
        if amount.vague {
            return None;
        }
        let count = u32::try_from(amount.thousandths / 1000).ok()?;
        let today = now.date();
        // "the last 0 quarters" are no time at all.
        let interval = |start, end| (start < end).then_some(Resolved::Interval(start, end));
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour => {
                let other = duration.from(now, forward)?;
                Some(if forward {
                    Resolved::Moments(now, other)
                } else {
                    Resolved::Moments(other, now)
                })
            }
            Unit::Quarter => {
                let this = Period::of(unit, today)?;
                let count = i32::try_from(count).ok()?;
                if forward {
                    interval(this.end, this.shifted(count)?.end)
                } else {
                    interval(this.shifted(-count)?.start, this.start)
                }
            }
            Unit::BusinessDay => {
                let other = business_days(today, count, forward)?;
                if forward {
                    interval(business_days(today, 1, true)?, other.tomorrow().ok()?)
                } else {
                    interval(other, today)
                }
            }
            _ if forward => {
                let start = today.tomorrow().ok()?;
                let end = duration.from(start.at(0, 0, 0, 0), true)?.date();
                interval(start, end)
            }
            _ => {
                let start = duration.from(today.at(0, 0, 0, 0), false)?.date();
                interval(start, today)
            }
        }
    }

    pub(super) fn offset(
        &self,
        duration: &Duration,
        forward: bool,
        from: Option<&Expression>,
        anaphoric: bool,
    ) -> Option<Resolved> {
        let unit = duration.unit();
        if duration.parts.iter().any(|(_, amount)| amount.vague) {
            return None;
        }
        let told = self.told.filter(|told| anaphoric && told.unit <= unit);
        let base = match (from, told) {
            (Some(Expression::Now), _) => self.now?,
            (Some(from), _) => self.ahead().resolve(from)?.days()?.0.at(0, 0, 0, 0),
            (None, Some(told)) if unit >= Unit::Day => told.start.at(0, 0, 0, 0),
            (None, _) => self.now?,
        };
        if unit == Unit::BusinessDay {
            let count = u32::try_from(duration.parts[0].1.thousandths / 1000).ok()?;
            return Some(Resolved::Period(Period::day(business_days(
                base.date(),
                count,
                forward,
            )?)?));
        }
        let moment = duration.from(base, forward)?;
        if unit < Unit::Day {
            let precision = if moment.second() == 0 { 2 } else { 3 };
            return Some(Resolved::Moment(moment, precision));
        }
        // "two years ago" is a year, "a month later" a month: no day is told.
        let coarse = from.is_none() && duration.parts.len() == 1 && unit >= Unit::Month;
        let unit = match unit {
            Unit::Quarter | Unit::HalfYear => Unit::Month,
            unit if coarse => unit,
            _ => Unit::Day,
        };
        Some(Resolved::Period(Period::of(unit, moment.date())?))
    }
}

/// What lasts so long from a moment on.
pub(super) fn lasting(start: DateTime, duration: &Duration) -> Option<Resolved> {
    let end = duration.from(start, true)?;
    if duration.unit() < Unit::Day {
        return (start < end).then_some(Resolved::Moments(start, end));
    }
    (start.date() < end.date()).then_some(Resolved::Interval(start.date(), end.date()))
}
