//! Values as FollowTheMoney's types want them.

use crate::graph::TimeRecord;
use jiff::civil::Date;
use serde::Serialize;
use std::borrow::Cow;

/// The longest name, in characters.
const LONGEST_NAME: usize = 384;
/// The longest text of one line.
const LONGEST_STRING: usize = 1024;
/// The longest address.
const LONGEST_URL: usize = 4096;

/// A value that its type accepts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub(super) struct Clean<'g>(Cow<'g, str>);

impl<'g> Clean<'g> {
    /// What needs no cleaning.
    pub(super) fn exactly(value: String) -> Self {
        Self(value.into())
    }

    /// A name on one line, without the quotes around it; `None` when nothing to read is left.
    pub(super) fn name(text: &'g str) -> Option<Self> {
        let line = one_line(text, LONGEST_NAME)?;
        let bare = line.trim_matches(|letter: char| matches!(letter, '"' | '\'' | ' '));
        readable(bare).then(|| Self(bare.to_owned().into()))
    }

    /// Text on one line.
    pub(super) fn string(text: &str) -> Option<Self> {
        one_line(text, LONGEST_STRING).map(|line| Self(line.into()))
    }

    /// A web address, and no other.
    pub(super) fn url(text: &'g str) -> Option<Self> {
        let web = text.starts_with("https://") || text.starts_with("http://");
        let plain = text
            .chars()
            .all(|letter| !letter.is_control() && !" \"<>\\^`{|}'".contains(letter));
        (web && plain && text.len() <= LONGEST_URL).then(|| Self(text.into()))
    }

    /// A year, a month or a day.
    pub(super) fn date(text: &'g str) -> Option<Self> {
        let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        let parts: Vec<&str> = text.split('-').collect();
        let fits = match parts[..] {
            [year] => digits(year, 4),
            [year, month] => digits(year, 4) && digits(month, 2) && format!("{text}-01").parse::<Date>().is_ok(),
            [_, _, _] => text.len() == 10 && text.parse::<Date>().is_ok(),
            _ => false,
        };
        (fits && text != "0000").then(|| Self(text.into()))
    }

    /// A country's code: of two letters, or of four for a state that is no more.
    pub(super) fn country(code: &str) -> Option<Self> {
        let letters = code.bytes().all(|byte| byte.is_ascii_alphabetic());
        (letters && matches!(code.len(), 2 | 4)).then(|| Self(code.to_ascii_lowercase().into()))
    }
}

/// What says when, in FollowTheMoney's three properties.
#[derive(Default)]
pub(super) struct Dates<'g> {
    pub date: Option<Clean<'g>>,
    pub start: Option<Clean<'g>>,
    pub end: Option<Clean<'g>>,
}

impl<'g> Dates<'g> {
    /// A day, month or year is a date; else first day and last, which our end is the day after.
    pub(super) fn of(time: &'g TimeRecord) -> Self {
        if let Some(date) = Clean::date(&time.value) {
            return Self {
                date: Some(date),
                ..Self::default()
            };
        }
        let last = time
            .end
            .as_ref()
            .and_then(|end| end.parse::<Date>().ok()?.yesterday().ok());
        Self {
            date: None,
            start: time.start.as_deref().and_then(Clean::date),
            end: last
                .map(|last| last.to_string())
                .filter(|last| Clean::date(last).is_some())
                .map(Clean::exactly),
        }
    }
}

/// Words without control characters, with one blank between, cut; `None` when nothing is left.
fn one_line(text: &str, longest: usize) -> Option<String> {
    let spaced: String = text
        .chars()
        .map(|letter| if unprintable(letter) { ' ' } else { letter })
        .collect();
    let line = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = line.chars().take(longest).collect();
    let cut = cut.trim_end();
    readable(cut).then(|| cut.to_owned())
}

/// Control characters, and those that have no picture and that the model's own cleaning takes away.
fn unprintable(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}')
}

fn readable(text: &str) -> bool {
    text.chars()
        .any(|letter| !letter.is_whitespace() && !unprintable(letter) && !matches!(letter, '"' | '\''))
}

/// How companies end their names.
const COMPANIES: [&str; 18] = [
    "ag",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "holdings",
    "inc",
    "incorporated",
    "limited",
    "llc",
    "ltd",
    "nv",
    "plc",
    "sa",
    "se",
    "spa",
];

/// Whether a name says that it is a company's.
pub(super) fn is_company(name: &str) -> bool {
    let last = name.split_whitespace().next_back().unwrap_or_default();
    let letters: String = last.chars().filter(|letter| *letter != '.' && *letter != ',').collect();
    name.contains(' ') && COMPANIES.contains(&letters.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_clean_or_not_there() {
        let text = |clean: Option<Clean<'_>>| clean.map(|clean| clean.0.into_owned()).unwrap_or_default();
        assert_eq!(text(Clean::name(" \"Ann\u{7}\n Lee\" ")), "Ann Lee");
        assert_eq!(text(Clean::name("\u{200b} ''")), "");
        assert_eq!(text(Clean::string(&"é".repeat(2_000))).chars().count(), LONGEST_STRING);
        assert_eq!(text(Clean::url("javascript:x")) + &text(Clean::url("http://a/\"")), "");
        assert_eq!(
            text(Clean::date("2025-11")) + &text(Clean::date("2025-13")) + &text(Clean::date("1846/1848")),
            "2025-11"
        );
        assert_eq!(
            text(Clean::country("MX")) + &text(Clean::country("SUHH")) + &text(Clean::country("x1")),
            "mxsuhh"
        );
        assert!(
            is_company("Nordfrakt S.A.") && is_company("Acme, Inc.") && !is_company("Red Cross") && !is_company("SE")
        );
    }
}
