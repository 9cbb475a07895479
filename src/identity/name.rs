//! Names that name one thing: the same words, a surname, an acronym, a shorter form.

use super::Resolver;
use crate::knowledge::{KnownForm, key};
use crate::mention::{Form, is_common_in_names};
use crate::ontology::Kind;
use std::collections::{BTreeMap, HashMap};

/// Unites all names: long ones first, so that a short one finds what it is short for, wherever that stands.
pub(super) fn resolve(resolver: &mut Resolver<'_>) {
    let mut order: Vec<usize> = (0..resolver.mentions.len())
        .filter(|&index| resolver.mentions[index].form == Form::Name)
        .collect();
    order.sort_by_key(|&index| std::cmp::Reverse(key(resolver.words(index)).split(' ').count()));
    let mut by_name: BTreeMap<(Kind, String), usize> = BTreeMap::new();
    let mut index = Index::default();
    for mention in order {
        let found = &resolver.mentions[mention];
        let words = key(resolver.words(mention));
        let name = match found.known {
            Some(known) if known.kind == found.kind => (found.kind, key(known.name)),
            _ => (found.kind, words.clone()),
        };
        if let Some(&entity) = by_name.get(&name) {
            let rule = match found.known.map(|known| known.form) {
                Some(KnownForm::Demonym) => Some("demonym"),
                Some(KnownForm::Capital) => Some("capital"),
                Some(KnownForm::Alias) if words != key(&resolver.entities[entity].label) => Some("alias"),
                _ => None,
            };
            resolver.join(mention, entity, rule);
            continue;
        }
        // What a user's list names is nobody else's shorter name.
        let listed = found.known.is_some_and(|known| known.id.is_some());
        let short = (!listed).then(|| shorter(resolver, &index, mention, &words)).flatten();
        if let Some((entity, rule)) = short {
            resolver.join(mention, entity, Some(rule));
            if rule == "acronym" {
                by_name.insert(name, entity);
            }
        } else {
            let entity = resolver.create(mention);
            if let Some(known) = resolver.entities[entity]
                .known
                .filter(|known| known.kind == Kind::Country)
            {
                known.name.clone_into(&mut resolver.entities[entity].label);
            }
            index.add(found.kind, entity, &resolver.entities[entity].label);
            by_name.insert(name, entity);
        }
    }
}

/// So many namesakes are looked at for a shorter name.
const NAMESAKES: usize = 32;

/// The named entities by the words that shorter names of them hold, so that finding them costs nothing in long documents.
#[derive(Default)]
struct Index {
    entities: HashMap<(Kind, String), Vec<usize>>,
}

impl Index {
    fn add(&mut self, kind: Kind, entity: usize, label: &str) {
        let label = key(label);
        let capitals: String = label
            .split(' ')
            .filter_map(|word| word.chars().next().filter(|letter| letter.is_uppercase()))
            .collect();
        let letters: String = label
            .split(' ')
            .filter_map(|word| word.chars().next())
            .flat_map(char::to_uppercase)
            .collect();
        let mut words: Vec<&str> = label.split(' ').collect();
        words.push(&capitals);
        words.push(&letters);
        words.sort_unstable();
        words.dedup();
        for word in words {
            self.entities.entry((kind, word.to_owned())).or_default().push(entity);
        }
    }

    /// Entities that hold the last or first of these words, or whose capitals they are; the latest at most.
    fn candidates(&self, kind: Kind, words: &str) -> Vec<usize> {
        let mut parts = words.split(' ');
        let first = parts.next().unwrap_or_default();
        let last = parts.next_back().unwrap_or(first);
        let of = |word: &str| {
            self.entities
                .get(&(kind, word.to_owned()))
                .map_or(&[][..], |found| &found[found.len().saturating_sub(NAMESAKES)..])
        };
        let mut found: Vec<usize> = of(first).iter().chain(of(last)).copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The entity that these words are a shorter name of, and by which rule.
fn shorter(resolver: &Resolver<'_>, index: &Index, mention: usize, words: &str) -> Option<(usize, &'static str)> {
    let found = &resolver.mentions[mention];
    let candidates = index.candidates(found.kind, words);
    let parts: Vec<&str> = words.split(' ').collect();
    match found.kind {
        Kind::Person => {
            let gender = found.agreement.gender;
            let mut matching: Vec<(usize, &'static str)> = candidates
                .into_iter()
                .filter_map(|entity| {
                    let label = key(&resolver.entities[entity].label);
                    let full: Vec<&str> = label.split(' ').collect();
                    let agrees =
                        !matches!((gender, resolver.entities[entity].agreement.gender), (Some(a), Some(b)) if a != b);
                    let rule = person_rule(&full, &parts)?;
                    (agrees || parts.len() > 1).then_some((entity, rule))
                })
                .collect();
            // Of several namesakes, the one named last before.
            matching.sort_by_key(|&(entity, _)| {
                resolver.entities[entity]
                    .mentions
                    .iter()
                    .filter(|&&other| other < mention)
                    .max()
                    .map_or(0, |&other| other + 1)
            });
            matching.pop()
        }
        Kind::Organisation => candidates.into_iter().find_map(|entity| {
            let label = resolver.entities[entity].label.as_str();
            let full: Vec<String> = key(label).split(' ').map(str::to_owned).collect();
            if full.len() < 2 {
                return None;
            }
            if parts.len() == 1 && is_acronym(parts[0], label) {
                return Some((entity, "acronym"));
            }
            // "Nordfrakt" for "Nordfrakt Shipping", not "University" for "University of Oslo".
            let opens =
                full.len() > parts.len() && full.iter().zip(&parts).all(|(a, b)| a == b) && found.known.is_none();
            (opens && !is_common_in_names(parts[0])).then_some((entity, "short name"))
        }),
        Kind::Event => candidates.into_iter().find_map(|entity| {
            let label = key(&resolver.entities[entity].label);
            (label.ends_with(&format!(" {words}")) && parts.len() > 1).then_some((entity, "short name"))
        }),
        _ => None,
    }
}

/// How a shorter name of a person belongs to a full one: by surname, by given name, or by first and last name.
pub(super) fn person_rule(full: &[&str], parts: &[&str]) -> Option<&'static str> {
    let (first, last) = (full.first()?, full.last()?);
    let is_suffix = matches!(*last, "Jr" | "Sr" | "II" | "III");
    let surname = if is_suffix && full.len() > 2 {
        &full[full.len() - 2]
    } else {
        last
    };
    match parts {
        [only] if full.len() > 1 && only == surname => Some("surname"),
        [only] if full.len() > 1 && only == first => Some("given name"),
        // Only what leaves the middle out: "Edward B. Stone" is not "Edward A. Stone".
        [given, family] if full.len() > 2 && given == first && family == last => Some("first and last name"),
        // "Ricardo Rosselló" for "Ricardo Rosselló Nevares"
        [given, second] if full.len() == 3 && !is_suffix && given == first && *second == full[1] => Some("fuller name"),
        // "Flores Macías" for "Gustavo Flores Macías"
        [_, _, ..] if full.len() > parts.len() && full.ends_with(parts) => Some("surname"),
        _ => None,
    }
}

/// "WHO" for "World Health Organization", "MSF" for "Médecins sans Frontières": the first letters of its words, the small
/// ones left out or not.
fn is_acronym(short: &str, long: &str) -> bool {
    let long = key(long);
    let firsts = || long.split(' ').filter_map(|word| word.chars().next());
    let capitals: String = firsts().filter(|letter| letter.is_uppercase()).collect();
    let letters: String = firsts().flat_map(char::to_uppercase).collect();
    let upper = short.chars().all(char::is_uppercase);
    short.chars().count() > 1 && (capitals == short || (upper && short.chars().count() > 2 && letters == short))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_are_made_of_capitals() {
        assert!(is_acronym("WHO", "World Health Organization"));
        assert!(is_acronym("FAO", "Federal Aviation Office"));
        assert!(is_acronym("UAE", "University of Applied Ecology"));
        assert!(!is_acronym("WHO", "World Hunger Index"));
        assert!(is_acronym("MSF", "Medecins sans Frontieres"));
    }

    #[test]
    fn other_middle_names_are_other_people() {
        assert_eq!(person_rule(&["Edward", "A", "Stone"], &["Edward", "B", "Stone"]), None);
    }

    #[test]
    fn parts_of_names() {
        let full = ["Gustavo", "A", "Flores", "Macías"];
        assert_eq!(person_rule(&full, &["Macías"]), Some("surname"));
        assert_eq!(person_rule(&full, &["Flores", "Macías"]), Some("surname"));
        assert_eq!(person_rule(&full, &["Gustavo", "Macías"]), Some("first and last name"));
        assert_eq!(
            person_rule(&["Ann", "Lee", "Ruiz"], &["Ann", "Lee"]),
            Some("fuller name")
        );
        assert_eq!(person_rule(&["Ann", "Lee", "Jr"], &["Ann", "Lee"]), None);
        assert_eq!(person_rule(&full, &["Ann"]), None);
        assert_eq!(person_rule(&["John", "Smith", "Jr"], &["Smith"]), Some("surname"));
    }
}
