//! Names of bodies, places and events, and how much each tells by itself.

use crate::knowledge::{is_frequent_in_bodies, key, knowledge};
use crate::mention::is_common_in_names;
use crate::ontology::Kind;
use crate::syntax::is_common_word;
use crate::text::slug;

/// How much a name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// Nobody else has it: "Marlioz Foundation".
    Distinctive,
    /// Many may have it: "Supreme Court", "Nordfrakt", "2024 presidential election".
    Generic,
    /// "PSC".
    Acronym,
}

/// A name, made comparable.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct BodyName {
    /// Small ASCII words, legal forms and the article left out.
    words: String,
    /// The acronym that it is, in capitals.
    acronym: Option<String>,
}

impl BodyName {
    pub(super) fn new(name: &str) -> Self {
        let slug = slug(name);
        let mut words: Vec<&str> = slug.split('-').collect();
        if words.len() > 1 && words[0] == "the" {
            words.remove(0);
        }
        while words.len() > 1 && words.last().is_some_and(|last| is_legal_form(last)) {
            words.pop();
        }
        Self {
            words: words.into_iter().map(respell).collect::<Vec<_>>().join("-"),
            acronym: is_acronym(name).then(|| key(name).replace(' ', "")),
        }
    }

    /// The name that only the same name has.
    pub(super) fn key(&self) -> &str {
        &self.words
    }

    pub(super) fn acronym(&self) -> Option<&str> {
        self.acronym.as_deref()
    }

    /// How much the name of that kind tells by itself.
    pub(super) fn strength(&self, kind: Kind, label: &str) -> Strength {
        if self.acronym.is_some() && kind == Kind::Organisation {
            return Strength::Acronym;
        }
        let words: Vec<&str> = self.words.split('-').filter(|word| !is_small(word)).collect();
        let tells = if kind == Kind::Event {
            // "the election" is everyone's: an event needs capitals, and a number or a third word.
            let capitals = label
                .split_whitespace()
                .skip(1)
                .any(|word| word.starts_with(char::is_uppercase));
            capitals && (words.len() > 2 || label.contains(|letter: char| letter.is_ascii_digit()))
        } else {
            // One word alone may be a surname or a misread word.
            words.len() > 1
                && words.iter().any(|word| {
                    !is_common_word(word)
                        && !is_frequent_in_bodies(word)
                        && !is_common_in_names(&capitalised(word))
                        && !word.bytes().all(|byte| byte.is_ascii_digit())
                        && word.len() > 2
                })
        };
        if tells {
            Strength::Distinctive
        } else {
            Strength::Generic
        }
    }
}

/// The word as a name has it.
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

/// Whether one word alone is someone's name, so that it says nothing of a body.
pub(super) fn is_personal(label: &str) -> bool {
    !label.contains(char::is_whitespace) && (knowledge().is_surname(label) || knowledge().given_name(label).is_some())
}

/// "PSC", "P.S.C.": two to six capitals.
pub(super) fn is_acronym(name: &str) -> bool {
    let letters = || name.chars().filter(|&letter| letter != '.');
    (2..=6).contains(&letters().count())
        && letters().all(|letter| letter.is_uppercase() || letter.is_ascii_digit())
        && letters().any(char::is_uppercase)
}

fn is_small(word: &str) -> bool {
    matches!(word, "the" | "of" | "for" | "and" | "in" | "on" | "at" | "de" | "s")
}

fn is_legal_form(word: &str) -> bool {
    matches!(
        word,
        "inc" | "corp" | "ltd" | "limited" | "plc" | "llc" | "co" | "ag" | "sa" | "asa" | "gmbh" | "nv" | "spa" | "oyj"
    )
}

/// Words that Britain and America spell otherwise.
fn respell(word: &str) -> &str {
    match word {
        "organisation" => "organization",
        "centre" => "center",
        "defence" => "defense",
        "labour" => "labor",
        "harbour" => "harbor",
        "programme" => "program",
        "theatre" => "theater",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_comparable() {
        let same = |a: &str, b: &str| assert_eq!(BodyName::new(a).key(), BodyName::new(b).key());
        same("the World Health Organisation", "World Health Organization");
        same("Nordfrakt Shipping Ltd.", "Nordfrakt Shipping");
        same("Ogooué Front", "Ogooue Front");
        assert_ne!(BodyName::new("Labour Party").key(), BodyName::new("Labour Front").key());
        assert_eq!(BodyName::new("P.S.C.").acronym(), Some("PSC"));
    }

    #[test]
    fn names_tell_more_or_less() {
        let check = |kind: Kind, name: &str, wanted: Strength| {
            assert_eq!(BodyName::new(name).strength(kind, name), wanted, "{name}");
        };
        check(Kind::Organisation, "Marlioz Foundation", Strength::Distinctive);
        check(Kind::Organisation, "Supreme Court", Strength::Generic);
        check(Kind::Organisation, "Ministry of Finance", Strength::Generic);
        check(Kind::Organisation, "Nordfrakt", Strength::Generic);
        check(Kind::Organisation, "PSC", Strength::Acronym);
        check(Kind::Event, "2026 World Cup", Strength::Distinctive);
        check(Kind::Event, "2008 presidential election", Strength::Generic);
    }
}
