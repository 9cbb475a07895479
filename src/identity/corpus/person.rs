//! Names of people, and how two of them go together.

use super::body::capitalised;
use super::spelling::{is_variant, skeleton};
use crate::knowledge::{key, knowledge};
use crate::text::slug;

/// How two names may be one's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The same words.
    Same,
    /// One leaves out a middle name or a suffix, or shortens one.
    Shorter,
    /// The same sound, spelt otherwise: "Zelensky", "Zelenskyy".
    Variant,
    /// "J. Smith".
    Initial,
}

/// A full name, in small ASCII letters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PersonName {
    /// Given and middle names; initials are one letter.
    given: Vec<String>,
    surname: String,
    /// "jr", "sr", "ii".
    suffix: Option<String>,
}

impl PersonName {
    /// The parts of a name of two words or more, without titles; `None` for a bare surname.
    pub(super) fn parse(name: &str) -> Option<Self> {
        let mut words: Vec<String> = name
            .split(|letter: char| letter.is_whitespace() || "-‐‑–.,·".contains(letter))
            .filter(|word| !key(word).is_empty())
            .skip_while(|word| knowledge().title(word).is_some() && knowledge().given_name(word).is_none())
            .map(|word| slug(word).replace('-', ""))
            .collect();
        let suffix = words
            .pop_if(|last| matches!(last.as_str(), "jr" | "junior" | "sr" | "senior" | "ii" | "iii" | "iv"))
            .map(|suffix| suffix.replace("junior", "jr").replace("senior", "sr"));
        let surname = words.pop()?;
        // "al-Assad", "el Sisi": writers differ on the article.
        while words.len() > 1 && words.last().is_some_and(|word| matches!(word.as_str(), "al" | "el")) {
            words.pop();
        }
        (!words.is_empty() && surname.len() > 1).then_some(Self {
            given: words,
            surname,
            suffix,
        })
    }

    /// Names of another key are nobody else's.
    pub(super) fn key(&self) -> String {
        skeleton(&self.surname)
    }

    /// Whether the surname is one that many bear.
    pub(super) fn is_frequent(&self) -> bool {
        knowledge().is_surname(&capitalised(&self.surname))
    }

    pub(super) fn has_suffix(&self) -> bool {
        self.suffix.is_some()
    }

    /// How many whole words it has.
    pub(super) fn words(&self) -> usize {
        1 + self.given.iter().filter(|word| word.len() > 1).count()
    }

    /// How it goes together with another, when it does. The relation is symmetric.
    pub(super) fn fit(&self, other: &Self) -> Option<Fit> {
        let mut fit = if self.surname == other.surname {
            Fit::Same
        } else if is_variant(&self.surname, &other.surname, 0.85) {
            Fit::Variant
        } else {
            return None;
        };
        match (&self.suffix, &other.suffix) {
            (Some(a), Some(b)) if a != b => return None,
            (Some(_), Some(_)) | (None, None) => {}
            _ => fit = fit.max(Fit::Shorter),
        }
        fit = fit.max(word_fit(&self.given[0], &other.given[0])?);
        let (a, b) = (&self.given[1..], &other.given[1..]);
        for (a, b) in a.iter().zip(b) {
            fit = fit.max(match word_fit(a, b)? {
                Fit::Initial => Fit::Shorter,
                other => other,
            });
        }
        if a.len() != b.len() {
            fit = fit.max(Fit::Shorter);
        }
        Some(fit)
    }
}

/// How two given names go together.
fn word_fit(a: &str, b: &str) -> Option<Fit> {
    if a == b {
        return Some(if a.len() == 1 { Fit::Initial } else { Fit::Same });
    }
    if a.len() == 1 || b.len() == 1 {
        return (a.as_bytes().first() == b.as_bytes().first()).then_some(Fit::Initial);
    }
    // "Joan" and "Jane" sound alike too: short names must differ less.
    let least = if a.len().min(b.len()) < 5 { 0.9 } else { 0.8 };
    is_variant(a, b, least).then_some(Fit::Variant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_or_do_not() {
        let check = |a: &str, b: &str, wanted: Option<Fit>| {
            let (a, b) = (PersonName::parse(a).unwrap(), PersonName::parse(b).unwrap());
            assert_eq!(a.fit(&b), wanted, "{a:?} {b:?}");
            assert_eq!(b.fit(&a), wanted, "{b:?} {a:?}");
            assert!(wanted.is_none() || a.key() == b.key(), "{a:?} {b:?}");
        };
        check("John Smith", "John Smith", Some(Fit::Same));
        check("Inês Caldeirinha", "Ines Caldeirinha", Some(Fit::Same));
        check("Jean-Claude Roux", "Jean Claude Roux", Some(Fit::Same));
        check("President John Smith", "John Smith", Some(Fit::Same));
        check("John A. Smith", "John Smith", Some(Fit::Shorter));
        check("John Adam Smith", "John A. Smith", Some(Fit::Shorter));
        check("John Smith Jr.", "John Smith", Some(Fit::Shorter));
        check("J. Smith", "John Smith", Some(Fit::Initial));
        check("Volodymyr Zelensky", "Volodymyr Zelenskyy", Some(Fit::Variant));
        check("Mohammed Hakimi", "Muhammad Hakimi", Some(Fit::Variant));
        check("Alexander Popov", "Aleksandr Popov", Some(Fit::Variant));
        check("Bashar al-Assad", "Bashar Assad", Some(Fit::Same));
        check("Yusuf Demir", "Youssef Demir", Some(Fit::Variant));
        for (a, b) in [
            ("John A. Smith", "John B. Smith"),
            ("John Smith Jr.", "John Smith Sr."),
            ("John Smith", "James Smith"),
            ("John Smith", "Jane Smith"),
            ("J. Smith", "Karl Smith"),
            ("Daniel Marsh", "Daniela Marsh"),
            ("Hassan Omar", "Hussein Omar"),
            ("Joan Hall", "Jane Hall"),
            ("Maria Silva", "Mario Silva"),
            ("Kim Jong-un", "Kim Jong-il"),
        ] {
            check(a, b, None);
        }
        assert_eq!(PersonName::parse("Smith"), None);
        assert_eq!(PersonName::parse("Mr. Smith"), None);
        assert_eq!(PersonName::parse("…"), None);
    }
}
