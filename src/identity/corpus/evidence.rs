//! What speaks for two entities of different documents being one, and what against it.

use super::Profile;
use super::body::{BodyName, Strength, is_acronym, is_personal};
use super::person::{Fit, PersonName};
use crate::ontology::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// Titles that say nothing of who bears them.
const EMPTY_TITLES: [&str; 11] = [
    "dame", "dr", "lady", "lord", "miss", "mr", "mrs", "ms", "prof", "sir", "suspect",
];

/// Names and company in all documents, as numbers.
pub(super) struct World<'a> {
    /// How much it tells to be named beside that entity.
    weights: Vec<f64>,
    keys: Vec<&'a str>,
    numbers: BTreeMap<&'a str, usize>,
}

impl<'a> World<'a> {
    /// `company` has the keys of the entities that each document names.
    pub(super) fn new(company: &'a BTreeMap<String, BTreeSet<String>>) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for key in company.values().flatten() {
            *counts.entry(key).or_default() += 1;
        }
        let weight = |key: &str, documents: usize| {
            let (kind, _) = key.split_once(':').unwrap_or_default();
            let weight = match kind {
                "person" => 1.5,
                "organisation" => 1.25,
                "country" => 0.5,
                _ => 1.0,
            };
            // What every article names tells nothing.
            weight * (10.0 / documents as f64).min(1.0)
        };
        Self {
            weights: counts.iter().map(|(key, &documents)| weight(key, documents)).collect(),
            numbers: counts.keys().enumerate().map(|(number, &key)| (key, number)).collect(),
            keys: counts.into_keys().collect(),
        }
    }
}

/// A name, made comparable.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Name {
    Person(PersonName),
    Body(BodyName),
}

/// What all members of a cluster say together.
#[derive(Debug, Clone)]
pub(super) struct Summary {
    pub(super) kind: Kind,
    pub(super) names: BTreeSet<Name>,
    pub(super) strength: Strength,
    pub(super) known: BTreeSet<String>,
    /// Acronyms that stand for it in its documents.
    pub(super) acronyms: BTreeSet<String>,
    /// Sides of the user's decisions to keep apart: (row, 0 or 1).
    pub(super) apart: BTreeSet<(usize, usize)>,
    pub(super) roles: BTreeSet<String>,
    pub(super) ties: BTreeSet<(String, String)>,
    pub(super) company: BTreeMap<usize, usize>,
    genders: BTreeSet<char>,
    countries: BTreeSet<String>,
    /// Its own keys, which are no company of it.
    own: BTreeSet<usize>,
    documents: usize,
    is_frequent: bool,
}

impl Summary {
    /// What one entity says; `None` when its name alone could be anybody's.
    pub(super) fn new(profile: &Profile, company: &BTreeMap<String, BTreeSet<String>>, world: &World<'_>) -> Self {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for key in profile
            .documents
            .iter()
            .filter_map(|document| company.get(document))
            .flatten()
        {
            *counts.entry(world.numbers[key.as_str()]).or_default() += 1;
        }
        let (mut names, mut strength, mut is_frequent) = (BTreeSet::new(), Strength::Generic, false);
        if !profile.named {
            // "Two officials" of two documents are two.
        } else if profile.kind == Kind::Person {
            if let Some(name) = PersonName::parse(&profile.label) {
                is_frequent = name.is_frequent();
                names.insert(Name::Person(name));
            }
        } else if !is_personal(&profile.label) {
            let name = BodyName::new(&profile.label);
            strength = name.strength(profile.kind, &profile.label);
            names.insert(Name::Body(name));
        }
        let aliases = profile.names.iter().chain([&profile.label]);
        Self {
            kind: profile.kind,
            names,
            strength,
            known: profile.known.iter().cloned().collect(),
            acronyms: aliases
                .filter(|name| profile.kind == Kind::Organisation && is_acronym(name))
                .map(|name| name.replace('.', ""))
                .collect(),
            apart: BTreeSet::new(),
            roles: profile.roles.iter().filter_map(|role| role_key(role)).collect(),
            ties: profile.ties.iter().cloned().collect(),
            company: counts,
            genders: profile.gender.into_iter().collect(),
            countries: profile.countries.iter().cloned().collect(),
            own: profile
                .key()
                .and_then(|key| world.numbers.get(key.as_str()).copied())
                .into_iter()
                .collect(),
            documents: profile.documents.len().max(1),
            is_frequent,
        }
    }

    /// Takes what another cluster says.
    pub(super) fn absorb(&mut self, other: Self) {
        self.names.extend(other.names);
        self.strength = self.strength.min(other.strength);
        self.known.extend(other.known);
        self.acronyms.extend(other.acronyms);
        self.apart.extend(other.apart);
        self.roles.extend(other.roles);
        self.ties.extend(other.ties);
        for (key, count) in other.company {
            *self.company.entry(key).or_default() += count;
        }
        self.genders.extend(other.genders);
        self.countries.extend(other.countries);
        self.own.extend(other.own);
        self.documents += other.documents;
        self.is_frequent |= other.is_frequent;
    }

    /// Whether the user keeps them apart.
    pub(super) fn kept_apart(&self, other: &Self) -> bool {
        self.apart
            .iter()
            .any(|&(row, side)| other.apart.contains(&(row, 1 - side)))
    }

    /// Whether they cannot be one, whatever speaks for it.
    pub(super) fn conflicts(&self, other: &Self) -> bool {
        let differ = |a: &BTreeSet<String>, b: &BTreeSet<String>| !a.is_empty() && !b.is_empty() && a.is_disjoint(b);
        self.kind != other.kind
            || self.kept_apart(other)
            || differ(&self.known, &other.known)
            || self.kind != Kind::Person && differ(&self.countries, &other.countries)
            || !self.genders.is_empty() && !other.genders.is_empty() && self.genders.is_disjoint(&other.genders)
            || self
                .names
                .iter()
                .any(|a| other.names.iter().any(|b| fit(a, b, self, other).is_none()))
    }

    /// How the names go together at best.
    pub(super) fn fit(&self, other: &Self) -> Option<Fit> {
        let pairs = self.names.iter().flat_map(|a| other.names.iter().map(move |b| (a, b)));
        pairs.filter_map(|(a, b)| fit(a, b, self, other)).min()
    }

    /// How much speaks for their being one. Adds the words of what does to `why`.
    pub(super) fn weigh(&self, other: &Self, world: &World<'_>, mut why: Option<&mut Vec<String>>) -> f64 {
        let mut score = 0.0;
        let mut note = |weight: f64, words: &dyn Fn() -> String| {
            score += weight;
            if let Some(why) = &mut why {
                why.push(words());
            }
        };
        let (small, large) = if self.company.len() <= other.company.len() {
            (self, other)
        } else {
            (other, self)
        };
        for (relation, to) in self.ties.intersection(&other.ties).take(2) {
            note(2.0, &|| format!("{relation} {to}"));
        }
        for country in self.countries.intersection(&other.countries).take(1) {
            note(1.0, &|| format!("of {country}"));
        }
        for role in self.roles.intersection(&other.roles).take(1) {
            note(0.75, &|| format!("role {role}"));
        }
        let mut best_country = 0.0_f64;
        for (&key, &count) in &small.company {
            let Some(&with) = large.company.get(&key) else { continue };
            if self.own.contains(&key) || other.own.contains(&key) {
                continue;
            }
            // A companion once in fifty articles tells less than one in each.
            let share = |count: usize, of: &Self| (0.25 + 2.0 * count as f64 / of.documents as f64).min(1.0);
            let weight = world.weights[key] * share(count, small) * share(with, large);
            if world.keys[key].starts_with("country:") {
                let alone = self.kind != Kind::Person && small.countries_around(world) == 1;
                best_country = best_country.max(if alone { weight * 2.0 } else { weight });
            } else {
                note(weight, &|| format!("with {}", world.keys[key]));
            }
        }
        if best_country > 0.0 {
            note(best_country, &|| "the same country around".to_owned());
        }
        if self.kind == Kind::Person {
            if !self.is_frequent && !other.is_frequent {
                score += 0.5;
            }
            if !self.roles.is_empty() && !other.roles.is_empty() && self.roles.is_disjoint(&other.roles) {
                score -= 1.0;
            }
            if !self.countries.is_empty() && !other.countries.is_empty() && self.countries.is_disjoint(&other.countries)
            {
                score -= 2.5;
            }
            score -= self.other_employers(other);
        }
        // Sums of many small numbers decide nothing by their last bit.
        (score * 1000.0).round() / 1000.0
    }

    fn countries_around(&self, world: &World<'_>) -> usize {
        self.company
            .keys()
            .filter(|&&key| world.keys[key].starts_with("country:"))
            .count()
    }

    /// What it costs that the one works for other bodies than the other.
    fn other_employers(&self, other: &Self) -> f64 {
        let of = |summary: &Self| -> BTreeSet<String> {
            let ties = summary.ties.iter();
            let bodies = ties.filter(|(_, to)| to.starts_with("organisation:"));
            bodies.map(|(_, to)| to.clone()).collect()
        };
        let (a, b) = (of(self), of(other));
        if !a.is_empty() && !b.is_empty() && a.is_disjoint(&b) {
            0.75
        } else {
            0.0
        }
    }

    /// The least that must speak for it. `is_ambiguous` says that a shorter name may be several people's, or an acronym
    /// several bodies'.
    pub(super) fn threshold(&self, other: &Self, fit: Fit, is_ambiguous: bool) -> f64 {
        if self.kind == Kind::Person {
            let suffix = fit == Fit::Shorter && self.has_suffix() != other.has_suffix();
            let frequent = if self.is_frequent && other.is_frequent {
                0.5
            } else {
                0.0
            };
            return match fit {
                Fit::Same => 1.5,
                Fit::Shorter if suffix => 2.5,
                Fit::Shorter => 1.5,
                Fit::Variant => 2.0 + frequent,
                Fit::Initial => 2.0,
            } + if is_ambiguous && fit != Fit::Same { 1.0 } else { 0.0 };
        }
        match self.strength.max(other.strength) {
            _ if fit != Fit::Same && !is_ambiguous => 1.0,
            _ if fit != Fit::Same => 2.0,
            Strength::Distinctive => 0.0,
            Strength::Generic => 1.0,
            Strength::Acronym if is_ambiguous => 2.0,
            Strength::Acronym => 1.25,
        }
    }

    fn has_suffix(&self) -> bool {
        self.names
            .iter()
            .any(|name| matches!(name, Name::Person(name) if name.has_suffix()))
    }

    /// What must be equal in a part for two entities to be compared at all.
    pub(super) fn features(&self, world: &World<'_>) -> Vec<String> {
        let ties = self.ties.iter().map(|(relation, to)| format!("{relation} {to}"));
        let roles = self.roles.iter().map(|role| format!("role {role}"));
        let countries = self.countries.iter().map(|country| format!("of {country}"));
        let company = self.company.keys().filter(|key| !self.own.contains(key));
        let company = company.map(|&key| format!("with {}", world.keys[key]));
        let by_name = (self.kind != Kind::Person).then(|| "name".to_owned());
        ties.chain(roles)
            .chain(countries)
            .chain(company)
            .chain(by_name)
            .collect()
    }
}

/// How two names of one kind go together: for bodies the same name, or an acronym that stands for the other.
fn fit(a: &Name, b: &Name, of_a: &Summary, of_b: &Summary) -> Option<Fit> {
    match (a, b) {
        (Name::Person(a), Name::Person(b)) => a.fit(b),
        (Name::Body(a), Name::Body(b)) if a.key() == b.key() => Some(Fit::Same),
        (Name::Body(a), Name::Body(b)) => {
            let stands = |short: &BodyName, long: &BodyName, of: &Summary| {
                long.acronym().is_none() && short.acronym().is_some_and(|short| of.acronyms.contains(short))
            };
            (stands(a, b, of_b) || stands(b, a, of_a)).then_some(Fit::Initial)
        }
        _ => None,
    }
}

/// The last word of a role, in small letters: "minister" of "fisheries minister".
fn role_key(role: &str) -> Option<String> {
    let last = role
        .split_whitespace()
        .next_back()?
        .trim_end_matches('.')
        .to_lowercase();
    let says = !last.is_empty() && EMPTY_TITLES.binary_search(&last.as_str()).is_err();
    says.then(|| {
        last.replace("woman", "man")
            .replace("person", "man")
            .replace("actress", "actor")
    })
}
