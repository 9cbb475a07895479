//! What is known before reading: countries with their demonyms, places, bodies, given names, titles, and the common nouns
//! that stand for people and groups.
//!
//! The tables under `data/` are made by `tools/make_knowledge.py`; NOTICE names their sources.

mod gazetteer;
mod table;

pub use gazetteer::Gazetteer;
pub use table::TableError;
pub(crate) use table::lines;

use crate::ontology::Kind;
use crate::text::slug;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Names of more words are not looked up.
pub const LONGEST_NAME: usize = 8;

/// Adjectives of continents and large regions, which are places and no states.
const CONTINENTAL: [(&str, &str); 14] = [
    ("African", "Africa"),
    ("Africans", "Africa"),
    ("Arctic", "Arctic"),
    ("Asian", "Asia"),
    ("Asians", "Asia"),
    ("Balkan", "Balkans"),
    ("Caribbean", "Caribbean"),
    ("European", "Europe"),
    ("Europeans", "Europe"),
    ("Latin American", "Latin America"),
    ("North American", "North America"),
    ("Scandinavian", "Scandinavia"),
    ("South American", "South America"),
    ("West African", "West Africa"),
];

static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(Knowledge::built_in);

/// The built-in knowledge, made on first use.
///
/// ```
/// use newsgraph::knowledge::knowledge;
/// assert_eq!(knowledge().names("Mexican")[0].iso2, Some("MX"));
/// assert_eq!(knowledge().names("Mexican")[0].name, "Mexico");
/// ```
#[must_use]
pub fn knowledge() -> &'static Knowledge {
    &KNOWLEDGE
}

/// How many known bodies have a word, in the form of [`slug`], in their names.
static BODY_WORDS: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for [name] in rows(include_str!("data/organisations.tsv")) {
        for word in slug(name).split('-') {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
    }
    counts
});

/// Whether many known bodies have the word, in small ASCII letters, in their names: "supreme", "national".
#[must_use]
pub fn is_frequent_in_bodies(word: &str) -> bool {
    BODY_WORDS.get(word).is_some_and(|&count| count >= 5)
}

/// Something that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// What it is.
    pub kind: Kind,
    /// Its usual English name.
    pub name: &'static str,
    /// ISO 3166-1: the country itself, or the one that it lies in or belongs to.
    pub iso2: Option<&'static str>,
    /// How the looked-up form stands to it.
    pub form: KnownForm,
    /// The table's own word for it: city, region, party, company …
    pub sort: &'static str,
    /// The id that a user's list gives it; `None` for what is built in.
    pub id: Option<&'static str>,
}

/// How a form stands to what it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownForm {
    /// The usual name.
    Name,
    /// Another name or an abbreviation.
    Alias,
    /// "Mexican", "Mexicans".
    Demonym,
    /// A capital, which may stand for its government; the place itself has an entry of its own.
    Capital,
}

/// A title or role that stands beside a person's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Title {
    /// As it is written, in lower case.
    pub words: &'static str,
    /// The relation that it states toward the body or country beside it.
    pub relation: Option<&'static str>,
}

/// All tables, by form.
#[derive(Debug, Default)]
pub struct Knowledge {
    names: HashMap<String, Vec<Known>>,
    given: HashMap<&'static str, &'static str>,
    surnames: HashSet<&'static str>,
    titles: HashMap<String, Title>,
    nominals: HashMap<&'static str, Kind>,
}

impl Knowledge {
    fn built_in() -> Self {
        let mut knowledge = Self::default();
        for [iso2, _iso3, name, capital, names, demonyms] in rows(include_str!("data/countries.tsv")) {
            let entry = |form| Known {
                kind: Kind::Country,
                name,
                iso2: Some(iso2),
                form,
                sort: "country",
                id: None,
            };
            knowledge.add(name, entry(KnownForm::Name));
            names
                .split('|')
                .for_each(|alias| knowledge.add(alias, entry(KnownForm::Alias)));
            demonyms
                .split('|')
                .for_each(|demonym| knowledge.add(demonym, entry(KnownForm::Demonym)));
            if capital != name {
                knowledge.add(capital, entry(KnownForm::Capital));
            }
        }
        for [name, iso2, sort, _population] in rows(include_str!("data/places.tsv")) {
            knowledge.add(
                name,
                Known {
                    kind: Kind::Location,
                    name,
                    iso2: some(iso2),
                    form: KnownForm::Name,
                    sort,
                    id: None,
                },
            );
        }
        for (adjective, name) in CONTINENTAL {
            knowledge.add(
                adjective,
                Known {
                    kind: Kind::Location,
                    name,
                    iso2: None,
                    form: KnownForm::Demonym,
                    sort: "continent",
                    id: None,
                },
            );
        }
        for [name, sort, iso2, aliases] in rows(include_str!("data/organisations.tsv")) {
            let entry = |form| Known {
                kind: Kind::Organisation,
                name,
                iso2: some(iso2),
                form,
                sort,
                id: None,
            };
            knowledge.add(name, entry(KnownForm::Name));
            aliases
                .split('|')
                .for_each(|alias| knowledge.add(alias, entry(KnownForm::Alias)));
        }
        for [name, gender] in rows(include_str!("data/given_names.tsv")) {
            knowledge.given.insert(name, gender);
        }
        for [name] in rows(include_str!("data/surnames.tsv")) {
            knowledge.surnames.insert(name);
        }
        for [words, _kind, relation] in rows(include_str!("data/titles.tsv")) {
            knowledge.titles.insert(
                key(&words.to_lowercase()),
                Title {
                    words,
                    relation: some(relation),
                },
            );
        }
        for [noun, kind] in rows(include_str!("data/nominals.tsv")) {
            knowledge
                .nominals
                .insert(noun, Kind::from_name(kind).expect("nominals.tsv names kinds"));
        }
        knowledge
    }

    fn add(&mut self, form: &str, known: Known) {
        let form = key(form);
        if !form.is_empty() {
            let entries = self.names.entry(form).or_default();
            if !entries.contains(&known) {
                entries.push(known);
            }
        }
    }

    /// What a form may name, countries first; empty when nothing is known. Capitals count: "US" is not "us".
    #[must_use]
    pub fn names(&self, form: &str) -> &[Known] {
        self.names.get(&key(form)).map_or(&[], Vec::as_slice)
    }

    /// The gender that a given name tells: "M", "F" or "MF"; `None` when it is no known given name.
    #[must_use]
    pub fn given_name(&self, name: &str) -> Option<&'static str> {
        self.given.get(name).copied()
    }

    /// Whether it is a frequent surname.
    #[must_use]
    pub fn is_surname(&self, name: &str) -> bool {
        self.surnames.contains(name)
    }

    /// The title that these words are, whatever their capitals.
    #[must_use]
    pub fn title(&self, words: &str) -> Option<Title> {
        self.titles.get(&key(&words.to_lowercase())).copied()
    }

    /// What a common noun, in its dictionary form, stands for when it takes part in an event.
    #[must_use]
    pub fn nominal(&self, lemma: &str) -> Option<Kind> {
        self.nominals.get(lemma).copied()
    }
}

/// Letters and digits, with one blank for everything between them: "U.S." and "U S" are one form, "US" is another.
#[must_use]
pub fn key(form: &str) -> String {
    let mut out = String::with_capacity(form.len());
    for word in form
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

fn some(field: &'static str) -> Option<&'static str> {
    Some(field).filter(|field| !field.is_empty())
}

/// The rows of a tab-separated table, after its header line; a column that is missing is empty.
pub(crate) fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().skip(1).map(|line| {
        let mut fields = line.split('\t');
        std::array::from_fn(|_| fields.next().unwrap_or_default())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_whole() {
        for (name, table, columns) in [
            ("countries", include_str!("data/countries.tsv"), 6),
            ("places", include_str!("data/places.tsv"), 4),
            ("organisations", include_str!("data/organisations.tsv"), 4),
            ("given_names", include_str!("data/given_names.tsv"), 2),
            ("surnames", include_str!("data/surnames.tsv"), 1),
            ("titles", include_str!("data/titles.tsv"), 3),
            ("nominals", include_str!("data/nominals.tsv"), 2),
        ] {
            assert!(table.lines().count() > 100, "{name}");
            for line in table.lines() {
                assert_eq!(line.split('\t').count(), columns, "{name}: {line}");
            }
        }
    }

    #[test]
    fn names_lead_to_what_they_stand_for() {
        let check = |form: &str, kind: Kind, name: &str| {
            let known = knowledge().names(form);
            assert!(
                known.iter().any(|known| known.kind == kind && known.name == name),
                "{form}: {known:?}"
            );
        };
        check("U.S.", Kind::Country, "United States");
        check("Mexicans", Kind::Country, "Mexico");
        check("NATO", Kind::Organisation, "North Atlantic Treaty Organization");
        check("European", Kind::Location, "Europe");
        check("Tbilisi", Kind::Location, "Tbilisi");
        assert!(knowledge().names("us").is_empty());
    }

    #[test]
    fn titles_state_relations() {
        assert_eq!(
            knowledge().title("Prime Minister").and_then(|title| title.relation),
            Some("leads")
        );
        assert_eq!(
            knowledge().title("professor").and_then(|title| title.relation),
            Some("works_for")
        );
        assert_eq!(knowledge().title("banana"), None);
    }
}
