//! Stretches of the calendar: days, weeks, months, years, and how ISO 8601 writes them.

use super::expression::{Amount, Duration};
use jiff::civil::{Date, DateTime, Weekday};
use jiff::{Span, ToSpan};

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    BusinessDay,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century,
}

/// Days from `start` up to, without, `end`: one unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Period {
    pub start: Date,
    pub end: Date,
    pub unit: Unit,
}

impl Period {
    /// The unit that a day lies in. Units shorter than a day are days.
    pub(super) fn of(unit: Unit, day: Date) -> Option<Self> {
        let year = day.year();
        let first = |year: i16, month: i8| Date::new(year, month, 1).ok();
        let monday = || {
            day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
                .ok()
        };
        let (start, length) = match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::BusinessDay => (day, 1.day()),
            Unit::Weekend => (monday()?.checked_add(5.days()).ok()?, 2.days()),
            Unit::Week => (monday()?, 7.days()),
            Unit::Fortnight => (monday()?, 14.days()),
            Unit::Month => (first(year, day.month())?, 1.month()),
            Unit::Quarter => (first(year, (day.month() - 1) / 3 * 3 + 1)?, 3.months()),
            Unit::HalfYear => (first(year, (day.month() - 1) / 6 * 6 + 1)?, 6.months()),
            Unit::Year => (first(year, 1)?, 1.year()),
            Unit::Decade => (first(year - year.rem_euclid(10), 1)?, 10.years()),
            Unit::Century => (first(year - year.rem_euclid(100), 1)?, 100.years()),
        };
        let unit = if unit < Unit::Day { Unit::Day } else { unit };
        Some(Self {
            start,
            end: start.checked_add(length).ok()?,
            unit,
        })
    }

    pub(super) fn day(day: Date) -> Option<Self> {
        Self::of(Unit::Day, day)
    }

    pub(super) fn month(year: i16, month: i8) -> Option<Self> {
        Self::of(Unit::Month, Date::new(year, month, 1).ok()?)
    }

    pub(super) fn year(year: i16) -> Option<Self> {
        Self::of(Unit::Year, Date::new(year, 1, 1).ok()?)
    }

    /// So many units on, or back.
    pub(super) fn shifted(self, by: i32) -> Option<Self> {
        let by = i64::from(by);
        let step = match self.unit {
            Unit::Month => Span::new().try_months(by),
            Unit::Quarter => Span::new().try_months(3 * by),
            Unit::HalfYear => Span::new().try_months(6 * by),
            Unit::Year => Span::new().try_years(by),
            Unit::Decade => Span::new().try_years(10 * by),
            Unit::Century => Span::new().try_years(100 * by),
            Unit::Week | Unit::Weekend => Span::new().try_days(7 * by),
            Unit::Fortnight => Span::new().try_days(14 * by),
            _ => Span::new().try_days(by),
        };
        Self::of(self.unit, self.start.checked_add(step.ok()?).ok()?)
    }

    /// As ISO 8601 writes it: "2025-11-04", "2025-W45", "2025-11", "2025", else an interval whose ends lie inside.
    pub(super) fn iso(self) -> String {
        match self.unit {
            Unit::Day => iso_day(self.start),
            Unit::Week => {
                let week = self.start.iso_week_date();
                format!("{}-W{:02}", iso_year(week.year()), week.week())
            }
            Unit::Month => iso_month(self.start),
            Unit::Year => iso_year(self.start.year()),
            _ => iso_interval(self.start, self.end),
        }
    }
}

pub(super) fn iso_year(year: i16) -> String {
    if year < 0 {
        format!("-{:04}", -i32::from(year))
    } else {
        format!("{year:04}")
    }
}

fn iso_month(day: Date) -> String {
    format!("{}-{:02}", iso_year(day.year()), day.month())
}

/// "2025-11-04".
pub(super) fn iso_day(day: Date) -> String {
    format!("{}-{:02}", iso_month(day), day.day())
}

/// "1846/1848", "2025-11/2026-01", "2025-11-04/2025-11-06": as coarse as the days allow, the last unit inside.
pub(super) fn iso_interval(start: Date, end: Date) -> String {
    let Ok(last) = end.yesterday() else {
        return iso_day(start);
    };
    if start.day() == 1 && end.day() == 1 {
        if start.month() == 1 && end.month() == 1 {
            return format!("{}/{}", iso_year(start.year()), iso_year(last.year()));
        }
        return format!("{}/{}", iso_month(start), iso_month(last));
    }
    format!("{}/{}", iso_day(start), iso_day(last))
}

/// "2018-08-15T20", "2018-08-15T20:15": as precise as said (1 hour, 2 minutes, 3 seconds).
pub(super) fn iso_moment(moment: DateTime, precision: u8) -> String {
    let day = iso_day(moment.date());
    match precision {
        0 | 1 if moment.minute() == 0 && moment.second() == 0 => format!("{day}T{:02}", moment.hour()),
        0..=2 if moment.second() == 0 => format!("{day}T{:02}:{:02}", moment.hour(), moment.minute()),
        _ => format!(
            "{day}T{:02}:{:02}:{:02}",
            moment.hour(),
            moment.minute(),
            moment.second()
        ),
    }
}

/// A weekday of the ISO week that a day lies in.
pub(super) fn of_week(day: Date, weekday: Weekday) -> Option<Date> {
    let monday = Period::of(Unit::Week, day)?.start;
    monday
        .checked_add(i64::from(weekday.to_monday_zero_offset()).days())
        .ok()
}

/// So many working days on, or back; holidays are not known.
pub(super) fn business_days(mut day: Date, count: u32, forward: bool) -> Option<Date> {
    for _ in 0..count.min(1000) {
        loop {
            day = if forward { day.tomorrow() } else { day.yesterday() }.ok()?;
            if !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
                break;
            }
        }
    }
    Some(day)
}

impl Amount {
    fn iso(self) -> String {
        let (whole, part) = (self.thousandths / 1000, self.thousandths % 1000);
        if self.vague {
            "X".to_owned()
        } else if part == 0 {
            whole.to_string()
        } else {
            format!("{whole}.{part:03}").trim_end_matches('0').to_owned()
        }
    }

    fn times(self, factor: i64) -> Self {
        Self {
            thousandths: self.thousandths.saturating_mul(factor),
            vague: self.vague,
        }
    }
}

impl Duration {
    pub(super) fn of(unit: Unit, amount: Amount) -> Self {
        Self {
            parts: vec![(unit, amount)],
        }
    }

    /// The finest unit that it counts.
    pub(super) fn unit(&self) -> Unit {
        self.parts.iter().map(|&(unit, _)| unit).min().unwrap_or(Unit::Day)
    }

    /// "P1Y6M", "PT36H"; ISO 8601 has no decades, quarters and fortnights, so they are years, months and weeks.
    pub(super) fn iso(&self) -> String {
        let (mut date, mut time) = (String::new(), String::new());
        for &(unit, amount) in &self.parts {
            let (out, amount, letter) = match unit {
                Unit::Century => (&mut date, amount.times(100), "Y"),
                Unit::Decade => (&mut date, amount.times(10), "Y"),
                Unit::Year => (&mut date, amount, "Y"),
                Unit::HalfYear => (&mut date, amount.times(6), "M"),
                Unit::Quarter => (&mut date, amount.times(3), "M"),
                Unit::Month => (&mut date, amount, "M"),
                Unit::Fortnight => (&mut date, amount.times(2), "W"),
                Unit::Week => (&mut date, amount, "W"),
                Unit::Weekend => (&mut date, amount, "WE"),
                Unit::BusinessDay => (&mut date, amount, "BD"),
                Unit::Day => (&mut date, amount, "D"),
                Unit::Hour => (&mut time, amount, "H"),
                Unit::Minute => (&mut time, amount, "M"),
                Unit::Second => (&mut time, amount, "S"),
            };
            *out += &amount.iso();
            *out += letter;
        }
        let separator = if time.is_empty() { "" } else { "T" };
        format!("P{date}{separator}{time}")
    }

    /// The moment so far ahead, or back.
    pub(super) fn from(&self, moment: DateTime, forward: bool) -> Option<DateTime> {
        let (mut months, mut days, mut seconds) = (0_i64, 0_i64, 0_i64);
        for &(unit, amount) in &self.parts {
            let of = |factor: i64| amount.thousandths.checked_mul(factor).map(|total| total / 1000);
            match unit {
                Unit::Century => months += of(1200)?,
                Unit::Decade => months += of(120)?,
                Unit::Year => months += of(12)?,
                Unit::HalfYear => months += of(6)?,
                Unit::Quarter => months += of(3)?,
                Unit::Month => months += of(1)?,
                Unit::Fortnight => days += of(14)?,
                Unit::Week | Unit::Weekend => days += of(7)?,
                Unit::Day | Unit::BusinessDay => days += of(1)?,
                Unit::Hour => seconds += of(3600)?,
                Unit::Minute => seconds += of(60)?,
                Unit::Second => seconds += of(1)?,
            }
        }
        let span = Span::new()
            .try_months(months)
            .and_then(|span| span.try_days(days))
            .and_then(|span| span.try_seconds(seconds))
            .ok()?;
        if forward {
            moment.checked_add(span).ok()
        } else {
            moment.checked_sub(span).ok()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_written_in_iso_8601() {
        let day = Date::new(2016, 11, 7).unwrap();
        let cases = [
            (Unit::Day, "2016-11-07"),
            (Unit::Week, "2016-W45"),
            (Unit::Weekend, "2016-11-12/2016-11-13"),
            (Unit::Month, "2016-11"),
            (Unit::Quarter, "2016-10/2016-12"),
            (Unit::HalfYear, "2016-07/2016-12"),
            (Unit::Year, "2016"),
            (Unit::Decade, "2010/2019"),
            (Unit::Century, "2000/2099"),
        ];
        for (unit, wanted) in cases {
            let period = Period::of(unit, day).unwrap();
            assert_eq!(period.iso(), wanted);
            assert_eq!(period.shifted(1).unwrap().shifted(-1), Some(period));
        }
        assert_eq!(Period::year(-507).unwrap().iso(), "-0507");
        assert_eq!(Period::year(9999), None, "its end has no date");
    }

    #[test]
    fn durations() {
        let half = Amount {
            thousandths: 1500,
            vague: false,
        };
        let mixed = Duration {
            parts: vec![(Unit::Year, half), (Unit::Hour, Amount::whole(2))],
        };
        assert_eq!(mixed.iso(), "P1.5YT2H");
        let moment = Date::new(2020, 1, 31).unwrap().at(0, 0, 0, 0);
        assert_eq!(mixed.from(moment, true).unwrap().to_string(), "2021-07-31T02:00:00");
        let endless = Duration::of(Unit::Century, Amount::whole(u32::MAX));
        assert_eq!(endless.from(moment, true), None);
        assert_eq!(Duration::of(Unit::Week, Amount::several()).iso(), "PXW");
    }

    #[test]
    fn working_days_leave_weekends_out() {
        let friday = Date::new(2018, 8, 24).unwrap();
        assert_eq!(business_days(friday, 1, true).unwrap().to_string(), "2018-08-27");
    }
}
