//! Dates of the calendar in words and digits, months, seasons, years, decades and centuries.

use super::calendar::{Period, Unit};
use super::expression::{DayFields, Expression, Place, Which};
use super::grammar::{Parsed, Parser};
use super::number::short_year;
use super::words;
use jiff::civil::Date;

impl Parser<'_> {
    /// "May 4, 2025", "4 May", "2025-05-04", "May 2025", "May".
    pub(super) fn date(&self, at: usize) -> Parsed<Expression> {
        let (found, next) = self
            .month_first(at)
            .or_else(|| self.numeric(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.year_then_month(at))
            .or_else(|| self.bare_month(at))?;
        Some(self.of_relative_year(found, next))
    }

    /// "January of this year", "May 4 last year".
    fn of_relative_year(&self, found: Expression, next: usize) -> (Expression, usize) {
        let place = if self.is(next, "of") { next + 1 } else { next };
        let Some(which) = words::which(self.word(place)).filter(|_| self.is(place + 1, "year")) else {
            return (found, next);
        };
        let nth = |number: i8, unit: Unit, of: Expression| Expression::Inside {
            place: Place::Nth(u32::try_from(number).unwrap_or(1)),
            unit,
            weekday: None,
            of: Box::new(of),
        };
        let year = Expression::Relative {
            unit: Unit::Year,
            which,
        };
        match found {
            Expression::Month {
                year: None,
                month,
                which: None,
            } => (nth(month, Unit::Month, year), place + 2),
            Expression::Day(DayFields {
                year: None,
                month: Some(month),
                day,
                ..
            }) => (nth(day, Unit::Day, nth(month, Unit::Month, year)), place + 2),
            found => (found, next),
        }
    }

    /// A month's name with the stop of its abbreviation.
    fn month_name(&self, at: usize) -> Parsed<i8> {
        let month = words::month(self.word(at))?;
        let short = self.word(at).len() <= 4;
        let stop = short && self.is(at + 1, ".") && self.glued(at + 1);
        Some((month, if stop { at + 2 } else { at + 1 }))
    }

    /// "May 4, 2025", "Dec31", "May the 4th", "May/22 (Tue)", "May 2025", "Dec/2018".
    fn month_first(&self, at: usize) -> Parsed<Expression> {
        let (month, next) = self.month_name(at)?;
        // "may 4 people", "march 10 miles" are verbs when small.
        let verb = !self.capital(at) && matches!(self.word(at), "may" | "march");
        let joined = matches!(self.word(next), "-" | "/") && self.glued(next) && self.glued(next + 1);
        let place = if joined || self.is(next, "the") || self.is(next, ",") {
            next + 1
        } else {
            next
        };
        if let Some((year, end)) = self.year(place).or_else(|| self.year_behind(next)) {
            let goes_on = self.is(end, ",") && self.glued(end + 1);
            // "May twenty nine": no year.
            let plausible = self.digits(end.saturating_sub(1)).is_some() || (1900..2100).contains(&year);
            if plausible && !goes_on && !(verb && !joined && self.digits(place).is_none()) {
                return Some((
                    Expression::Month {
                        year: Some(year),
                        month,
                        which: None,
                    },
                    end,
                ));
            }
        }
        let (day, mut end) = self.month_day(place)?;
        // "March 3,000", "May 5-4 win", "May 10%": no days.
        let goes_on = matches!(self.word(end), "," | "." | ":")
            && self.glued(end)
            && self.glued(end + 1)
            && self.digits(end + 1).is_some();
        let spaced_year = self.is(end, ",") && self.year(end + 1).is_some();
        if goes_on && !spaced_year {
            return None;
        }
        if verb && self.is_word(end) && self.ordinal(place).is_none() {
            return None;
        }
        if self.is(end, "(")
            && let Some(weekday) = words::weekday(self.word(end + 1))
            && self.is(end + 2, ")")
        {
            let fields = DayFields {
                month: Some(month),
                day,
                weekday: Some(weekday),
                ..DayFields::default()
            };
            return Some((Expression::Day(fields), end + 3));
        }
        let glued_year = joined && self.is(end, "-") || joined && self.is(end, "/");
        let mut year = None;
        if let Some((found, after)) = if glued_year {
            self.year(end + 1)
        } else {
            self.year_behind(end)
        } {
            (year, end) = (Some(found), after);
        }
        let fields = DayFields {
            year,
            month: Some(month),
            day,
            ..DayFields::default()
        };
        Some((Expression::Day(fields), end))
    }

    /// "4 May 2025", "the 4th of May", "23/Sep/2020", "twenty third day of September".
    fn day_first(&self, at: usize) -> Parsed<Expression> {
        let (day, mut next) = self.month_day(at)?;
        if self.is(next, "day") && self.is(next + 1, "of") {
            next += 1;
        }
        let joined = matches!(self.word(next), "-" | "/") && self.glued(next) && self.glued(next + 1);
        if joined || self.is(next, "of") {
            next += 1;
        }
        let (month, mut next) = self.month_name(next)?;
        let named = words::month(self.before(next)).is_some() || self.is(next - 1, ".");
        debug_assert!(named, "a month stands before");
        let mut year = None;
        let found = if joined && matches!(self.word(next), "-" | "/") {
            self.year(next + 1)
        } else {
            self.year_behind(next)
        };
        if let Some((found, after)) = found {
            (year, next) = (Some(found), after);
        }
        // "10 May have died": a number and a verb.
        if year.is_none()
            && self.word(next - 1) == "may"
            && (!self.capital(next - 1) || self.is(next, "have") || self.is(next, "be"))
        {
            return None;
        }
        let fields = DayFields {
            year,
            month: Some(month),
            day,
            ..DayFields::default()
        };
        Some((Expression::Day(fields), next))
    }

    /// "2017 april", "2019-aug-1", "2020/23/Sep", "2017 Q1".
    fn year_then_month(&self, at: usize) -> Parsed<Expression> {
        let (year, next) = self.year(at).filter(|_| self.digits(at).is_some())?;
        let joined = matches!(self.word(next), "-" | "/") && self.glued(next) && self.glued(next + 1);
        let place = if joined { next + 1 } else { next };
        if let Some(found) = self.part_of_year(place, Some(year)) {
            return Some(found);
        }
        if joined && let Some((day, after)) = self.month_day(place) {
            let (month, end) = self
                .month_name(after + 1)
                .filter(|_| matches!(self.word(after), "-" | "/"))?;
            let fields = DayFields {
                year: Some(year),
                month: Some(month),
                day,
                ..DayFields::default()
            };
            return Some((Expression::Day(fields), end));
        }
        let (month, next) = self.month_name(place)?;
        if !joined && (self.is(place, "may") && !self.capital(place) || self.digits(next).is_some()) {
            return None;
        }
        let day = self
            .month_day(next + 1)
            .filter(|_| joined && matches!(self.word(next), "-" | "/"));
        Some(match day {
            Some((day, end)) => {
                let fields = DayFields {
                    year: Some(year),
                    month: Some(month),
                    day,
                    ..DayFields::default()
                };
                (Expression::Day(fields), end)
            }
            None => (
                Expression::Month {
                    year: Some(year),
                    month,
                    which: None,
                },
                next,
            ),
        })
    }

    /// "2025-05-04", "04/05/2025", "23.04.2022", "5/3/18", "20161016", "2016 10 16", "2015-12", "12-2015", "22/04".
    fn numeric(&self, at: usize) -> Parsed<Expression> {
        let (first, length) = self.digits(at)?;
        if length == 8 {
            let year = i16::try_from(first / 10_000)
                .ok()
                .filter(|year| (1800..2200).contains(year))?;
            return day_of(year, first / 100 % 100, first % 100).map(|found| (found, at + 1));
        }
        let sign = self.word(at + 1);
        let spaced = self.digits(at + 1).is_some() && length == 4;
        if spaced {
            // "2016 10 16".
            let (month, day) = (self.digits(at + 1)?, self.digits(at + 2)?);
            if month.1 != 2 || day.1 != 2 || self.digits(at + 3).is_some() {
                return None;
            }
            return day_of(i16::try_from(first).ok()?, month.0, day.0).map(|found| (found, at + 3));
        }
        if !matches!(sign, "-" | "/" | ".") || !self.glued(at + 1) || !self.glued(at + 2) {
            return None;
        }
        let (second, second_length) = self.digits(at + 2)?;
        let more = self.is(at + 3, sign) && self.glued(at + 3) && self.glued(at + 4);
        if let Some((third, third_length)) = self.digits(at + 4).filter(|_| more) {
            let found = match (length, second_length, third_length) {
                (4, 1..=2, 1..=2) => day_of(i16::try_from(first).ok()?, second, third),
                (1..=2, 1..=2, 4) => month_and_day(i16::try_from(third).ok()?, first, second),
                (1..=2, 1..=2, 2) => month_and_day(short_year(third), first, second),
                _ => None,
            };
            return found.map(|found| (found, at + 5));
        }
        let month = |year: u32, month: u32| {
            let year = i16::try_from(year).ok().filter(|year| (1900..2200).contains(year))?;
            let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
            Some(Expression::Month {
                year: Some(year),
                month,
                which: None,
            })
        };
        match (length, second_length) {
            // "2015-12", but "2005-06" may be two years: then they follow each other.
            (4, 1..=2) if sign != "." && first % 100 + 1 != second => {
                month(first, second).filter(|_| !(sign == "/" && second_length == 2 && second > 12))
            }
            (1..=2, 4) if sign != "." => month(second, first),
            (1..=2, 1..=2) => return self.slashed(at),
            _ => None,
        }
        .map(|found| (found, at + 3))
    }

    /// "22/04", "7/6", and behind "on" "5.12": a month and a day, where it is no fraction or score.
    pub(super) fn slashed(&self, at: usize) -> Parsed<Expression> {
        let ((first, first_length), (second, second_length)) = (self.digits(at)?, self.digits(at + 2)?);
        if !self.glued(at + 1) || !self.glued(at + 2) || first_length > 2 || second_length > 2 {
            return None;
        }
        let sign = self.word(at + 1);
        let before = self.before(at);
        let listed = matches!(before, "," | "or" | "and") && at >= 4 && self.is(at - 3, "/");
        let introduced = matches!(
            before,
            "on" | "by"
                | "from"
                | "until"
                | "since"
                | "before"
                | "after"
                | "for"
                | "this"
                | "next"
                | "to"
                | "through"
                | "-"
        ) || listed
            || words::weekday(before).is_some();
        let fits = match sign {
            "/" if first == 9 && second == 11 => {
                let day = Date::new(2001, 9, 11).ok()?;
                return Some((Expression::Fixed(Period::day(day)?), at + 3));
            }
            // "1/2", "24/7", "50/50" are none; "23/12" is.
            "/" => introduced || first_length + second_length >= 3 && first >= 10 && second > 9 && first != second,
            "." => before == "on" || words::weekday(before).is_some(),
            _ => false,
        };
        // Behind the second number the year may stand: "5/7, 2020".
        if !fits {
            return None;
        }
        let Expression::Day(mut fields) = month_and_day(2000, first, second)? else {
            return None;
        };
        fields.year = None;
        let (year, end) = match self.year(at + 4).filter(|_| self.is(at + 3, ",")) {
            Some((year, end)) => (Some(year), end),
            None => (None, at + 3),
        };
        fields.year = year;
        Some((Expression::Day(fields), end))
    }

    /// "7-6" or "7.6" right behind a weekday, where it is neither a score nor hours.
    pub(super) fn bare_numeric(&self, at: usize) -> Parsed<Expression> {
        let ((first, first_length), (second, second_length)) = (self.digits(at)?, self.digits(at + 2)?);
        let sign = self.word(at + 1);
        if !matches!(sign, "-" | "." | "/")
            || !self.glued(at + 1)
            || !self.glued(at + 2)
            || first_length > 2
            || second_length > 2
        {
            return None;
        }
        let Expression::Day(mut fields) = month_and_day(2000, first, second)? else {
            return None;
        };
        fields.year = None;
        // "Monday 11-4" are hours as likely as not: a dash needs a number that can be no hour of an office day.
        let hours = sign == "-" && (first > second && first >= 8 || first < second);
        (!hours).then_some((Expression::Day(fields), at + 3))
    }

    /// A month without day and year, where it is none of the words that look like it.
    fn bare_month(&self, at: usize) -> Parsed<Expression> {
        let (month, mut next) = self.month_name(at)?;
        let word = self.word(at);
        // "in the april", "since late July", "mid-May".
        let before = {
            let mut place = at;
            for _ in 0..2 {
                if matches!(self.before(place), "the" | "late" | "early" | "mid" | "-" | "of" if place > 1 && self.before(place) != "of")
                {
                    place -= 1;
                }
            }
            self.before(place)
        };
        let introduced = matches!(
            before,
            "in" | "since"
                | "by"
                | "until"
                | "till"
                | "during"
                | "from"
                | "between"
                | "before"
                | "after"
                | "of"
                | "for"
                | "through"
                | "throughout"
                | "late"
                | "early"
                | "mid"
                | "to"
                | "end"
                | "and"
                | "or"
                | "-"
                | "–"
                | "/"
        ) || matches!(self.before(at), "late" | "early" | "mid" | "-" | "–");
        let joined = matches!(
            self.word(next),
            "to" | "-" | "–" | "until" | "till" | "through" | "and" | "/"
        ) && words::month(self.word(next + 1)).is_some();
        let small = !self.capital(at);
        // "of May" is a month behind what months have: "the end of May", "the first week of May".
        let part = before == "of" && at > 1 && {
            let of = if self.is(at - 1, "of") { at - 1 } else { at - 2 };
            let word = self.before(of);
            words::unit(word).is_some() || matches!(word, "beginning" | "start" | "middle" | "end" | "close" | "half")
        };
        let sure = matches!(
            before,
            "in" | "since" | "until" | "till" | "during" | "between" | "throughout" | "late" | "early" | "mid" | "end"
        ) || matches!(self.before(at), "late" | "early" | "mid")
            || part;
        let fits = match word {
            // "may" and "march" are verbs.
            "may" | "march" if small => {
                matches!(self.before(at), "in" | "since" | "during") && !self.is_word(next)
                    || joined && word != "may"
                    || part
            }
            // A prime minister was called May.
            "may" => sure || joined || introduced && self.month_name(at.saturating_sub(2)).is_some(),
            "march" | "april" | "june" | "august" | "jan" | "dec" | "mar" | "sep" | "jun" | "jul" => {
                introduced || joined
            }
            _ => !small || introduced || joined,
        };
        // The stop of "in Dec." may be the sentence's.
        if self.is(next - 1, ".") && !self.is_word(next) {
            next -= 1;
        }
        // "April Jones", "May Lee": a person.
        let person = matches!(word, "april" | "may" | "june" | "august" | "jan" | "mar" | "march")
            && self.capital(next)
            && self.is_word(next)
            && words::month(self.word(next)).is_none()
            && !introduced;
        (fits && !person).then_some((
            Expression::Month {
                year: None,
                month,
                which: None,
            },
            next,
        ))
    }

    /// "Q1", "2019 H2", "q1 of 2017".
    fn part_of_year(&self, at: usize, year: Option<i16>) -> Parsed<Expression> {
        let (letter, number) = (self.word(at), self.digits(at + 1).filter(|_| self.glued(at + 1))?);
        let (unit, most) = match letter {
            "q" => (Unit::Quarter, 4),
            "h" => (Unit::HalfYear, 2),
            _ => return None,
        };
        let number = i8::try_from(number.0)
            .ok()
            .filter(|number| (1..=most).contains(number))?;
        let mut end = at + 2;
        let mut year = year;
        if year.is_none()
            && let Some((found, after)) = self.year_behind(end)
        {
            (year, end) = (Some(found), after);
        }
        if unit == Unit::HalfYear && year.is_none() {
            return None;
        }
        Some((Expression::PartOfYear { unit, number, year }, end))
    }

    /// "the summer", "summer of 2012", "last winter".
    pub(super) fn season(&self, at: usize, which: Option<Which>) -> Parsed<Expression> {
        let season = words::season(self.word(at))?;
        let found = |year, next| Some((Expression::Season { season, year, which }, next));
        if let Some((year, next)) = self.year_behind(at + 1) {
            return found(Some(year), next);
        }
        if which.is_some() {
            return found(None, at + 1);
        }
        // "the summer Olympics", "the fall of Kabul", "spring up" are none.
        let clear = match self.word(at) {
            "summer" | "autumn" | "winter" => !self.capital(at + 1) && !self.capital(at),
            _ => {
                let the = self.is(at.saturating_sub(1), "the")
                    && matches!(self.before(at.saturating_sub(1)), "in" | "during" | "by" | "since");
                (the || matches!(self.before(at), "in" | "early" | "late" | "during"))
                    && !self.is_word(at + 1)
                    && !self.capital(at)
            }
        };
        if clear { found(None, at + 1) } else { None }
    }

    /// Years, decades, centuries, and parts of years.
    pub(super) fn long(&self, at: usize) -> Parsed<Expression> {
        if let Some(found) = self.part_of_year(at, None) {
            return Some(found);
        }
        let prefix = match self.word(at) {
            "fiscal" if self.is(at + 1, "year") => Some(("FY", at + 2)),
            "school" | "academic" if self.is(at + 1, "year") => Some(("SY", at + 2)),
            "calendar" if self.is(at + 1, "year") => Some(("", at + 2)),
            "fy" => Some(("FY", at + 1)),
            "sy" => Some(("SY", at + 1)),
            "cy" | "year" => Some(("", at + 1)),
            _ => None,
        };
        if let Some((prefix, next)) = prefix {
            let place = if matches!((self.word(next), self.word(next + 1)), ("greater" | "later", "than")) {
                next + 2
            } else {
                next
            };
            let year = self.year(place);
            return match (prefix, year) {
                ("", year) => {
                    let (year, end) = year?;
                    Some((Expression::Fixed(Period::year(year)?), end))
                }
                (prefix, Some((year, end))) => {
                    let year = Some(year);
                    Some((
                        Expression::OtherYear {
                            prefix,
                            year,
                            which: None,
                        },
                        end,
                    ))
                }
                ("FY", None) if self.is(at, "fiscal") => Some((
                    Expression::OtherYear {
                        prefix,
                        year: None,
                        which: None,
                    },
                    next,
                )),
                _ => None,
            };
        }
        self.century(at)
            .or_else(|| self.decade(at))
            .or_else(|| self.before_christ(at))
            .or_else(|| self.bare_year(at))
    }

    /// "the 20th century", "7th century BC".
    pub(super) fn century(&self, at: usize) -> Parsed<Expression> {
        let (number, next) = self.ordinal(at)?;
        let place = if self.is(next, "-") { next + 1 } else { next };
        let number = i16::try_from(number).ok().filter(|number| (1..=30).contains(number))?;
        if !matches!(self.word(place), "century" | "centuries") {
            return None;
        }
        let end = place + 1;
        let (start, end) = match self.era(end) {
            // The 1st century BC ends with the year before 1, which ISO 8601 calls 0.
            Some((true, after)) => (1 - 100 * number, after),
            Some((false, after)) => (100 * (number - 1), after),
            None => (100 * (number - 1), end),
        };
        let first = Date::new(start, 1, 1).ok()?;
        let last = Date::new(start + 100, 1, 1).ok()?;
        let unit = Unit::Century;
        Some((
            Expression::Fixed(Period {
                start: first,
                end: last,
                unit,
            }),
            end,
        ))
    }

    /// "BC" or "AD"; true for the years before.
    fn era(&self, at: usize) -> Parsed<bool> {
        match self.letters(at) {
            "BC" | "BCE" => Some((true, at + 1)),
            "AD" | "CE" => Some((false, at + 1)),
            "B" if self.is(at + 1, ".") && self.letters(at + 2) == "C" => {
                Some((true, if self.is(at + 3, ".") { at + 4 } else { at + 3 }))
            }
            _ => None,
        }
    }

    /// "508 BC", "394 AD", "AD 79".
    fn before_christ(&self, at: usize) -> Parsed<Expression> {
        let (value, next, before) = if self.letters(at) == "AD" {
            let (value, _) = self.digits(at + 1)?;
            (value, at + 2, false)
        } else {
            let (value, _) = self.digits(at)?;
            let (before, next) = self.era(at + 1)?;
            (value, next, before)
        };
        let year = i16::try_from(value).ok().filter(|year| (1..9000).contains(year))?;
        let year = if before { 1 - year } else { year };
        Some((Expression::Fixed(Period::year(year)?), next))
    }

    /// "the 1990s", "the '90s", "the nineties".
    fn decade(&self, at: usize) -> Parsed<Expression> {
        let person = matches!(self.before(at), "his" | "her" | "their" | "my" | "our" | "your" | "its");
        if let Some((value, 4)) = self.digits(at) {
            let place = if matches!(self.word(at + 1), "'" | "’") {
                at + 2
            } else {
                at + 1
            };
            let plural = self.is(place, "s") && self.glued(at + 1) && self.glued(place);
            let year = i16::try_from(value)
                .ok()
                .filter(|year| (1000..2200).contains(year) && year % 10 == 0)?;
            return plural.then_some((
                Expression::Fixed(Period::of(Unit::Decade, Date::new(year, 1, 1).ok()?)?),
                place + 1,
            ));
        }
        if person {
            return None;
        }
        let introduced = matches!(
            self.before(at),
            "the" | "in" | "early" | "late" | "mid" | "-" | "of" | "since"
        );
        if let Some(tens) = words::decade(self.word(at)).filter(|_| introduced) {
            return Some((Expression::Decade(i16::try_from(tens).ok()?), at + 1));
        }
        let apostrophe = matches!(self.word(at), "'" | "’") && self.glued(at + 1);
        let start = if apostrophe { at + 1 } else { at };
        let (value, 2) = self.digits(start)? else { return None };
        let plural = self.is(start + 1, "s") && (self.glued(start + 1) || introduced);
        if plural && value % 10 == 0 && value >= 20 && (apostrophe || introduced) {
            return Some((Expression::Decade(i16::try_from(value).ok()?), start + 2));
        }
        // "'98" behind a preposition.
        let year = apostrophe && !plural && matches!(self.before(at), "in" | "since" | "of" | "by" | "until");
        year.then(|| Period::year(short_year(value)).map(|year| (Expression::Fixed(year), start + 1)))
            .flatten()
    }

    /// "1998": four digits that count nothing.
    fn bare_year(&self, at: usize) -> Parsed<Expression> {
        let (year, next) = self.year(at)?;
        let before = self.before(at);
        let in_words = self.digits(at).is_none();
        let introduced = matches!(
            before,
            "in" | "since"
                | "by"
                | "until"
                | "till"
                | "from"
                | "before"
                | "after"
                | "during"
                | "between"
                | "the"
                | "year"
                | "early"
                | "late"
                | "mid"
                | "for"
                | "than"
                | "circa"
                | "through"
        );
        if in_words {
            // "two thousand and twenty" people are more likely than the year.
            return (introduced && !self.is_word(next)).then_some((Expression::Fixed(Period::year(year)?), next));
        }
        if year < 1500 && !introduced {
            return None;
        }
        if self.is(next, ",") && self.glued(next) && self.glued(next + 1) && self.digits(next + 1).is_some() {
            return None;
        }
        // "1600 people", "2000 troops", "1500 km": a small word in the plural, or a unit.
        let word = self.word(next);
        let plural = word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !matches!(
                word,
                "was"
                    | "has"
                    | "its"
                    | "his"
                    | "this"
                    | "us"
                    | "saw"
                    | "as"
                    | "across"
                    | "yes"
                    | "always"
                    | "perhaps"
                    | "sees"
                    | "plans"
                    | "elections"
                    | "games"
                    | "hits"
            );
        let unit = matches!(
            word,
            "people"
                | "men"
                | "women"
                | "children"
                | "km"
                | "kilometres"
                | "m"
                | "ft"
                | "feet"
                | "mph"
                | "million"
                | "billion"
                | "hours"
                | "GMT"
                | "utc"
                | "gmt"
                | "hrs"
                | "rpm"
                | "kg"
                | "mm"
                | "mw"
                | "calories"
                | "degrees"
                | "percent"
                | "x"
        );
        if self.is_word(next)
            && !self.capital(next)
            && (unit || plural && !matches!(before, "in" | "since" | "the" | "of" | "during" | "s"))
        {
            return None;
        }
        Some((Expression::Fixed(Period::year(year)?), next))
    }
}

/// A day with all its parts, in the order of ISO 8601; `None` when the calendar has no such month or day.
fn day_of(year: i16, month: u32, day: u32) -> Option<Expression> {
    let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    Some(Expression::Day(DayFields {
        year: Some(year),
        month: Some(month),
        day,
        ..DayFields::default()
    }))
}

/// "04/05": the American order, unless only the other one is possible.
fn month_and_day(year: i16, first: u32, second: u32) -> Option<Expression> {
    if first <= 12 {
        day_of(year, first, second)
    } else {
        day_of(year, second, first)
    }
}
