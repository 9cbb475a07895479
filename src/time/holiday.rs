//! Days with a name of their own, and when they fall.

use super::calendar::of_week;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// When a holiday falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holiday {
    /// On a day of a month.
    Fixed(i8, i8),
    /// On the n-th weekday of a month; 5 is the last.
    Nth(i8, Weekday, i8),
    /// So many days from Western Easter.
    Easter(i8),
}

/// Names in lower case, word by word; the longest that fits counts. "day" may follow where it is said so.
#[rustfmt::skip]
const NAMES: [(&[&str], Holiday); 43] = [
    (&["new", "year", "'", "s", "day"], Holiday::Fixed(1, 1)),
    (&["new", "year", "'", "s", "eve"], Holiday::Fixed(12, 31)),
    (&["new", "year", "s", "eve"], Holiday::Fixed(12, 31)),
    (&["new", "year", "day"], Holiday::Fixed(1, 1)),
    (&["new", "year", "eve"], Holiday::Fixed(12, 31)),
    (&["new", "year", "'", "s"], Holiday::Fixed(1, 1)),
    (&["new", "year"], Holiday::Fixed(1, 1)),
    (&["christmas", "day"], Holiday::Fixed(12, 25)),
    (&["christmas", "eve"], Holiday::Fixed(12, 24)),
    (&["christmas"], Holiday::Fixed(12, 25)),
    (&["boxing", "day"], Holiday::Fixed(12, 26)),
    (&["valentine", "'", "s", "day"], Holiday::Fixed(2, 14)),
    (&["valentines", "day"], Holiday::Fixed(2, 14)),
    (&["saint", "patrick", "'", "s", "day"], Holiday::Fixed(3, 17)),
    (&["st", "patrick", "'", "s", "day"], Holiday::Fixed(3, 17)),
    (&["saint", "patrick"], Holiday::Fixed(3, 17)),
    (&["april", "fools", "day"], Holiday::Fixed(4, 1)),
    (&["april", "fool", "'", "s", "day"], Holiday::Fixed(4, 1)),
    (&["earth", "day"], Holiday::Fixed(4, 22)),
    (&["may", "day"], Holiday::Fixed(5, 1)),
    (&["international", "workers", "'", "day"], Holiday::Fixed(5, 1)),
    (&["juneteenth"], Holiday::Fixed(6, 19)),
    (&["independence", "day"], Holiday::Fixed(7, 4)),
    (&["bastille", "day"], Holiday::Fixed(7, 14)),
    (&["halloween"], Holiday::Fixed(10, 31)),
    (&["veterans", "day"], Holiday::Fixed(11, 11)),
    (&["armistice", "day"], Holiday::Fixed(11, 11)),
    (&["martin", "luther", "king", "day"], Holiday::Nth(1, Weekday::Monday, 3)),
    (&["presidents", "day"], Holiday::Nth(2, Weekday::Monday, 3)),
    (&["mother", "'", "s", "day"], Holiday::Nth(5, Weekday::Sunday, 2)),
    (&["memorial", "day"], Holiday::Nth(5, Weekday::Monday, 5)),
    (&["father", "'", "s", "day"], Holiday::Nth(6, Weekday::Sunday, 3)),
    (&["labor", "day"], Holiday::Nth(9, Weekday::Monday, 1)),
    (&["labour", "day"], Holiday::Fixed(5, 1)),
    (&["columbus", "day"], Holiday::Nth(10, Weekday::Monday, 2)),
    (&["thanksgiving", "day"], Holiday::Nth(11, Weekday::Thursday, 4)),
    (&["thanksgiving"], Holiday::Nth(11, Weekday::Thursday, 4)),
    (&["black", "friday"], Holiday::Nth(11, Weekday::Friday, 4)),
    (&["good", "friday"], Holiday::Easter(-2)),
    (&["easter", "monday"], Holiday::Easter(1)),
    (&["easter", "sunday"], Holiday::Easter(0)),
    (&["easter"], Holiday::Easter(0)),
    (&["palm", "sunday"], Holiday::Easter(-7)),
];

/// The holiday that words begin with, and how many words it takes. `word(n)` is the n-th word in lower case.
pub(super) fn named<'t>(word: impl Fn(usize) -> &'t str) -> Option<(Holiday, usize)> {
    let fits = |name: &[&str]| {
        name.iter().enumerate().all(|(place, &wanted)| match word(place) {
            "’" => wanted == "'",
            found => found == wanted,
        })
    };
    NAMES
        .iter()
        .filter(|(name, _)| fits(name))
        .max_by_key(|(name, _)| name.len())
        .map(|&(name, holiday)| (holiday, name.len()))
}

impl Holiday {
    /// Its day in a year.
    pub(super) fn day(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
            // "Black Friday" is the day after Thanksgiving, not the fourth Friday.
            Self::Nth(11, Weekday::Friday, 4) => Self::Nth(11, Weekday::Thursday, 4).day(year)?.tomorrow().ok(),
            Self::Nth(month, weekday, 5) => Date::new(year, month, 1).ok()?.nth_weekday_of_month(-1, weekday).ok(),
            Self::Nth(month, weekday, place) => Date::new(year, month, 1)
                .ok()?
                .nth_weekday_of_month(place, weekday)
                .ok(),
            Self::Easter(days) => easter(year)?.checked_add(i64::from(days).days()).ok(),
        }
    }

    /// The Saturday and Sunday nearest to its day, with the days between: "Labor Day weekend".
    pub(super) fn weekend(self, year: i16) -> Option<(Date, Date)> {
        let day = self.day(year)?;
        let monday = of_week(day, Weekday::Monday)?;
        let week = if day.weekday() == Weekday::Monday {
            monday.checked_sub(7.days()).ok()?
        } else {
            monday
        };
        let start = week.checked_add(5.days()).ok()?;
        Some((start, start.checked_add(2.days()).ok()?))
    }
}

/// Western Easter, with the corrections of the Gregorian calendar (Knuth, The Art of Computer Programming 1, section 1.3.2,
/// exercise 14).
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    if year < 1583 {
        return None;
    }
    let golden = year % 19 + 1;
    let century = year / 100 + 1;
    let skipped_leap_years = 3 * century / 4 - 12;
    let moon = (8 * century + 5) / 25 - 5;
    let sunday = 5 * year / 4 - skipped_leap_years - 10;
    let mut epact = (11 * golden + 20 + moon - skipped_leap_years).rem_euclid(30);
    if epact == 25 && golden > 11 || epact == 24 {
        epact += 1;
    }
    let mut full_moon = 44 - epact;
    if full_moon < 21 {
        full_moon += 30;
    }
    let day = full_moon + 7 - (sunday + full_moon) % 7;
    let (month, day) = if day > 31 { (4, day - 31) } else { (3, day) };
    Date::new(year.try_into().ok()?, month, day.try_into().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn movable_days() {
        let day = |holiday: Holiday, year| holiday.day(year).unwrap().to_string();
        assert_eq!(day(Holiday::Easter(0), 2018), "2018-04-01");
        assert_eq!(day(Holiday::Easter(0), 2019), "2019-04-21");
        assert_eq!(day(Holiday::Easter(0), 2020), "2020-04-12");
        assert_eq!(day(Holiday::Nth(11, Weekday::Thursday, 4), 2023), "2023-11-23");
        assert_eq!(day(Holiday::Nth(11, Weekday::Friday, 4), 2024), "2024-11-29");
        assert_eq!(day(Holiday::Nth(5, Weekday::Monday, 5), 2021), "2021-05-31");
    }

    #[test]
    fn the_longest_name_counts() {
        let words = ["christmas", "eve", ""];
        assert_eq!(named(|place| words[place.min(2)]), Some((Holiday::Fixed(12, 24), 2)));
        assert_eq!(named(|_| "day"), None);
    }
}
