//! Years and what is longer: decades, centuries; and the parts of years.

use super::calendar::{Period, Unit};
use super::expression::{Expression, Which};
use super::grammar::{Parsed, Parser};
use super::number::short_year;
use super::words;
use jiff::civil::Date;

impl Parser<'_> {
    /// "Q1", "2019 H2", "q1 of 2017".
    pub(super) fn part_of_year(&self, at: usize, year: Option<i16>) -> Parsed<Expression> {
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
    pub(super) fn era(&self, at: usize) -> Parsed<bool> {
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
    pub(super) fn before_christ(&self, at: usize) -> Parsed<Expression> {
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
    pub(super) fn decade(&self, at: usize) -> Parsed<Expression> {
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
    pub(super) fn bare_year(&self, at: usize) -> Parsed<Expression> {
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
