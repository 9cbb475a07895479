//! Numbers in digits and words: counts, ordinals, days of the month, years.

use super::expression::Amount;
use super::grammar::{Parsed, Parser};
use super::lex::Kind;
use super::words;

impl Parser<'_> {
    /// A whole number in words: "twenty-six", "two hundred and four", "two thousand and fifteen".
    fn number_words(&self, at: usize) -> Parsed<u32> {
        let (mut total, mut group, mut next, mut last) = (0_u32, 0_u32, at, u32::MAX);
        let mut any = false;
        loop {
            let mut place = next;
            if any {
                let joined = self.is(place, "-") && self.glued(place) && self.glued(place + 1);
                let and = self.is(place, "and");
                if joined || and {
                    place += 1;
                }
            }
            let word = self.word(place);
            // Each part must be smaller than the one before: "twenty one", not "one twenty".
            let (value, size) = match (words::small_number(word), words::tens(word)) {
                (Some(small), _) if last > 19 && (last != 20 || small < 10) => (small, 1),
                (_, Some(tens)) if last > 90 => (tens, 20),
                _ if any && word == "hundred" && group < 100 && last <= 90 => {
                    group *= 100;
                    (next, last, any) = (place + 1, 100, true);
                    continue;
                }
                _ if any && word == "thousand" && total == 0 && group < 1000 => {
                    total = group * 1000;
                    (group, next, last) = (0, place + 1, 1000);
                    continue;
                }
                _ => break,
            };
            if any && self.is(next, "and") && last == 20 && value >= 10 {
                break;
            }
            group += value;
            (next, last, any) = (place + 1, size, true);
        }
        any.then_some((total + group, next))
    }

    /// How many: digits, words, "a", "half a", "several".
    pub(super) fn amount(&self, at: usize) -> Parsed<Amount> {
        if let Some((value, digits)) = self.digits(at) {
            if digits > 7 {
                return None;
            }
            // "123.45" and "2,000".
            if let Some((part, length)) = self.digits(at + 2).filter(|_| self.glued(at + 1) && self.glued(at + 2)) {
                if self.is(at + 1, ".") && length <= 3 {
                    let scale = 10_i64.pow(3 - u32::try_from(length).ok()?);
                    let thousandths = i64::from(value) * 1000 + i64::from(part) * scale;
                    return Some((
                        Amount {
                            thousandths,
                            vague: false,
                        },
                        at + 3,
                    ));
                }
                if self.is(at + 1, ",") && length == 3 && digits <= 3 {
                    return Some((Amount::whole(value * 1000 + part), at + 3));
                }
            }
            return Some((Amount::whole(value), at + 1));
        }
        let couple = |at: usize| if self.is(at, "of") { at + 1 } else { at };
        match self.word(at) {
            "several" | "few" | "some" => Some((Amount::several(), at + 1)),
            "couple" => Some((Amount::whole(2), couple(at + 1))),
            "dozen" => Some((Amount::whole(12), at + 1)),
            "half" if matches!(self.word(at + 1), "a" | "an") => Some((half(0), at + 2)),
            "a" | "an" => match self.word(at + 1) {
                "few" => Some((Amount::several(), at + 2)),
                "couple" => Some((Amount::whole(2), couple(at + 2))),
                "dozen" => Some((Amount::whole(12), at + 2)),
                "half" => Some((half(0), at + 2)),
                "hundred" => Some((Amount::whole(100), at + 2)),
                "thousand" => Some((Amount::whole(1000), at + 2)),
                _ => Some((Amount::whole(1), at + 1)),
            },
            _ => self.number_words(at).map(|(value, next)| (Amount::whole(value), next)),
        }
    }

    /// "first", "twenty-first", "21st".
    pub(super) fn ordinal(&self, at: usize) -> Parsed<u32> {
        if let Some(Kind::Ordinal(value)) = self.kind(at) {
            return Some((value, at + 1));
        }
        if let Some(value) = words::small_ordinal(self.word(at)) {
            return Some((value, at + 1));
        }
        let tens = words::tens(self.word(at))?;
        let next = if self.is(at + 1, "-") { at + 2 } else { at + 1 };
        let ones = words::small_ordinal(self.word(next)).filter(|&ones| ones < 10)?;
        Some((tens + ones, next + 1))
    }

    /// A day of the month: "4", "04", "4th", "fourth", "twenty nine".
    pub(super) fn month_day(&self, at: usize) -> Parsed<i8> {
        let (value, next) = match self.digits(at) {
            Some((value, 1..=2)) => (value, at + 1),
            Some(_) => return None,
            None => self.ordinal(at).or_else(|| self.number_words(at))?,
        };
        let day = i8::try_from(value).ok().filter(|day| (1..=31).contains(day))?;
        Some((day, next))
    }

    /// A day of the month that says that it is one: "4th", "fourth".
    pub(super) fn ordinal_day(&self, at: usize) -> Parsed<i8> {
        let (value, next) = self.ordinal(at)?;
        let day = i8::try_from(value).ok().filter(|day| (1..=31).contains(day))?;
        Some((day, next))
    }

    /// A year with four digits, or in words: "nineteen eighty six", "two thousand and fifteen".
    pub(super) fn year(&self, at: usize) -> Parsed<i16> {
        if let Some((value, digits)) = self.digits(at) {
            let year = i16::try_from(value).ok().filter(|year| (1000..2200).contains(year))?;
            return (digits == 4).then_some((year, at + 1));
        }
        let word = self.word(at);
        if let Some(high) = words::small_number(word)
            .or_else(|| words::tens(word))
            .filter(|high| (15..=20).contains(high))
            && let Some((low, next)) = self.number_words(at + 1)
            && (10..100).contains(&low)
            && !self.is(at + 1, "and")
        {
            return Some((i16::try_from(high * 100 + low).ok()?, next));
        }
        let (value, next) = self
            .number_words(at)
            .filter(|&(value, _)| (1900..2100).contains(&value))?;
        Some((i16::try_from(value).ok()?, next))
    }

    /// A year behind a day or month, where two digits may do: "of 2020", "'87", "in 2017".
    pub(super) fn year_behind(&self, at: usize) -> Parsed<i16> {
        let mut start = at;
        if matches!(self.word(start), "," | "of" | "in") {
            start += 1;
            if self.is(start, "the") && self.is(start + 1, "year") {
                start += 2;
            }
        }
        if let Some(found) = self.year(start) {
            // "in 2,000 places", "May 4, 2000 people": a number that goes on is no year.
            let goes_on = self.is(found.1, ",") && self.glued(found.1) && self.glued(found.1 + 1);
            return (!goes_on).then_some(found);
        }
        let apostrophe = matches!(self.word(start), "'" | "’");
        if (self.is(at, "of") || apostrophe)
            && let Some((value, 2)) = self.digits(if apostrophe { start + 1 } else { start })
        {
            return Some((short_year(value), if apostrophe { start + 2 } else { start + 1 }));
        }
        None
    }

    /// The digits of a plain number.
    pub(super) fn digits(&self, at: usize) -> Option<(u32, usize)> {
        match self.kind(at)? {
            Kind::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }
}

fn half(whole: i64) -> Amount {
    Amount {
        thousandths: whole * 1000 + 500,
        vague: false,
    }
}

/// "87" is 1987, "21" is 2021: up to 39 our century, as newspapers mean it.
pub(super) fn short_year(value: u32) -> i16 {
    let value = i16::try_from(value % 100).unwrap_or(0);
    if value < 40 { 2000 + value } else { 1900 + value }
}
