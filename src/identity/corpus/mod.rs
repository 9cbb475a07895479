//! Who is who across documents: which entities of several documents are one, on what evidence, and the ids that they get.
//!
//! `docs/identity.md` tells it to users. Entities are clustered bottom-up, the pair for which most speaks first; names that
//! can't be one's, and whatever else can't be, keep clusters apart. Only entities whose names sound alike and that share
//! something are compared, so that the time is nearly linear. Everything is decided in the order of documents and ids, so
//! that neither the order of the input nor threads change anything.

mod body;
mod cluster;
mod evidence;
mod person;
mod spelling;

use super::decision::{Contradiction, Decisions, Verdict};
use super::unique;
use crate::knowledge::key;
use crate::ontology::Kind;
use crate::text::slug;
use cluster::{Clusters, Link};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What one document, or a corpus merged before, says of an entity or a named event.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// The documents that speak of it, sorted.
    pub documents: Vec<String>,
    /// Its id in the graph that it comes from.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Whether it has a name.
    pub named: bool,
    /// Its fullest name.
    pub label: String,
    /// Its other names.
    pub names: Vec<String>,
    /// The id that it has by knowledge.
    pub known: Option<String>,
    /// 'M' or 'F' when the words tell.
    pub gender: Option<char>,
    /// Titles and roles.
    pub roles: Vec<String>,
    /// Relations, and the keys of what they lead to.
    pub ties: Vec<(String, String)>,
    /// Keys of the countries that it belongs to.
    pub countries: Vec<String>,
}

impl Profile {
    /// What names it in every document, for being company of others; `None` for what may be anybody: a bare surname, an
    /// acronym, what has no name.
    #[must_use]
    pub fn key(&self) -> Option<String> {
        if let Some(known) = &self.known {
            return Some(known.clone());
        }
        let tells = self.named
            && match self.kind {
                Kind::Person => person::PersonName::parse(&self.label).is_some(),
                Kind::Organisation => !body::is_acronym(&self.label) && !body::is_personal(&self.label),
                _ => true,
            };
        tells.then(|| format!("{}:{}", self.kind.name(), slug(&self.label)))
    }
}

/// Why a member is one with another of its cluster, or is not with one of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorpusReason {
    /// The profile that it is a reason of.
    pub member: usize,
    /// "same name", "spelling", "user's word" …
    pub rule: &'static str,
    /// "Ann Lee = Ann B. Lee: leads organisation:nordfrakt".
    pub detail: String,
}

/// Entities that are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// The id that it gets in the corpus.
    pub id: String,
    /// Its fullest name; of several the most frequent.
    pub label: String,
    /// Indices of the profiles, ascending.
    pub members: Vec<usize>,
    /// In the order of the members.
    pub reasons: Vec<CorpusReason>,
}

/// What [`unite`] made of the profiles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct United {
    /// In the order of their first members.
    pub clusters: Vec<Cluster>,
    /// What a user's decision says that holds of nothing here: a line each, with file and number.
    pub warnings: Vec<String>,
}

/// Decides which profiles are one. They must be sorted by documents and id; `company` has the keys of the entities that each
/// document names.
///
/// A user's decision names entities by the ids that they have without decisions, or by name.
///
/// # Errors
/// When the user's decisions contradict each other.
pub fn unite(
    profiles: &[Profile],
    company: &BTreeMap<String, BTreeSet<String>>,
    decisions: &Decisions,
) -> Result<United, Contradiction> {
    let automatic = finish(profiles, Clusters::new(profiles, company).run());
    if decisions.all.is_empty() {
        return Ok(United {
            clusters: automatic,
            warnings: Vec::new(),
        });
    }
    let mut warnings = Vec::new();
    let ends = ends(profiles, &automatic, decisions, &mut warnings);
    decisions.check_ends(profiles.len(), &ends)?;
    let mut clusters = Clusters::new(profiles, company);
    let mut notes: Vec<CorpusReason> = Vec::new();
    let found = decisions.all.iter().zip(&ends).enumerate();
    for (row, (decision, [a, b])) in found.filter(|(_, (_, [a, b]))| !a.is_empty() && !b.is_empty()) {
        if decision.verdict == Verdict::Same {
            continue;
        }
        for (side, (members, others)) in [(a, b), (b, a)].into_iter().enumerate() {
            for &member in members {
                clusters.keep_apart(member, row, side);
            }
            // One member tells it.
            let (member, other) = (members[0], &profiles[others[0]].label);
            notes.push(CorpusReason {
                member,
                rule: "user's word",
                detail: format!("{} ≠ {other} ({})", profiles[member].label, decision.place()),
            });
        }
    }
    // What keeps apart must be known of each before any are joined.
    for (decision, [a, b]) in decisions.all.iter().zip(&ends) {
        if decision.verdict == Verdict::Same && !a.is_empty() && !b.is_empty() {
            for &other in a.iter().chain(b) {
                clusters.join_by_user(a[0], other, &decision.place());
            }
        }
    }
    let mut clusters = finish(profiles, clusters.run());
    for cluster in &mut clusters {
        let of_cluster = |note: &&CorpusReason| cluster.members.binary_search(&note.member).is_ok();
        cluster.reasons.extend(notes.iter().filter(of_cluster).cloned());
        cluster.reasons.sort_by_key(|reason| reason.member);
    }
    Ok(United { clusters, warnings })
}

/// The profiles that both sides of each decision mean. A decision that cannot hold here gets none, and a warning.
fn ends(
    profiles: &[Profile],
    automatic: &[Cluster],
    decisions: &Decisions,
    warnings: &mut Vec<String>,
) -> Vec<[Vec<usize>; 2]> {
    let finder = Finder::new(profiles, automatic);
    let mut out = Vec::with_capacity(decisions.all.len());
    for decision in &decisions.all {
        let sides = &decision.sides;
        let mut warn = |what: &str| {
            warnings.push(format!(
                "{}, line {}: {what}; the line has no effect",
                decision.file, decision.line
            ));
        };
        let ends = [0, 1].map(|side: usize| finder.find(&sides[side].words, sides[side].document.as_deref()));
        for (side, found) in sides.iter().zip(&ends) {
            if found.is_empty() {
                warn(&format!("no document names {side}"));
            }
        }
        let ends = match of_one_kind(profiles, ends) {
            Ok([a, b]) if decision.verdict == Verdict::Apart && a.iter().any(|member| b.contains(member)) => {
                warn(&format!("{} and {} are one within a document", sides[0], sides[1]));
                Default::default()
            }
            Ok(ends) => ends,
            Err([a, b]) => {
                let said = format!(
                    "{} is of kind {}, {} of kind {}",
                    sides[0],
                    a.name(),
                    sides[1],
                    b.name()
                );
                warn(&format!("{said} (--knowledge can say what a name is)"));
                Default::default()
            }
        };
        out.push(ends);
    }
    out
}

/// Both sides with the kinds that they share, or the kinds when they share none.
fn of_one_kind(profiles: &[Profile], ends: [Vec<usize>; 2]) -> Result<[Vec<usize>; 2], [Kind; 2]> {
    let kinds = |side: &[usize]| -> BTreeSet<Kind> { side.iter().map(|&member| profiles[member].kind).collect() };
    let (a, b) = (kinds(&ends[0]), kinds(&ends[1]));
    let (Some(&first_a), Some(&first_b)) = (a.first(), b.first()) else {
        return Ok(ends);
    };
    let Some(&shared) = a.intersection(&b).next() else {
        return Err([first_a, first_b]);
    };
    let only = |side: Vec<usize>| -> Vec<usize> {
        side.into_iter()
            .filter(|&member| profiles[member].kind == shared)
            .collect()
    };
    Ok(ends.map(only))
}

/// Finds what a user's words mean.
struct Finder<'a> {
    profiles: &'a [Profile],
    /// Members of clusters by the ids that these have.
    by_id: BTreeMap<&'a str, &'a [usize]>,
    by_label: BTreeMap<String, Vec<usize>>,
    by_alias: BTreeMap<String, Vec<usize>>,
}

impl<'a> Finder<'a> {
    fn new(profiles: &'a [Profile], clusters: &'a [Cluster]) -> Self {
        let mut by_label: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut by_alias: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, profile) in profiles.iter().enumerate() {
            by_label.entry(fold(&profile.label)).or_default().push(index);
            for name in &profile.names {
                by_alias.entry(fold(name)).or_default().push(index);
            }
        }
        Self {
            profiles,
            by_id: clusters
                .iter()
                .map(|cluster| (cluster.id.as_str(), cluster.members.as_slice()))
                .collect(),
            by_label,
            by_alias,
        }
    }

    /// The profiles of an id of the corpus, or of the document when one is given; else those of that name; else those that
    /// are called so in part. Ascending.
    fn find(&self, words: &str, document: Option<&str>) -> Vec<usize> {
        let within = |found: &[usize]| -> Vec<usize> {
            let here = found.iter().copied();
            here.filter(|&index| {
                document.is_none_or(|document| self.profiles[index].documents.iter().any(|name| name == document))
            })
            .collect()
        };
        if let Some(document) = document {
            let own = (0..self.profiles.len()).filter(|&index| self.profiles[index].id == words);
            let own = within(&own.collect::<Vec<_>>());
            if own.len() == 1 && self.profiles[own[0]].documents == [document] {
                return own;
            }
        }
        let name = fold(words);
        let lists = [
            self.by_id.get(words).copied(),
            self.by_label.get(&name).map(Vec::as_slice),
            self.by_alias.get(&name).map(Vec::as_slice),
        ];
        lists
            .into_iter()
            .flatten()
            .map(within)
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }
}

/// Names that differ in capitals, accents and signs are one here.
fn fold(name: &str) -> String {
    if key(name).is_empty() {
        name.to_owned()
    } else {
        slug(name)
    }
}

/// Labels, ids and reasons of clusters. `groups` are in the order of their first members.
fn finish(profiles: &[Profile], (groups, links): (Vec<Vec<usize>>, Vec<Link>)) -> Vec<Cluster> {
    let mut next: BTreeMap<usize, Vec<(usize, &Link)>> = BTreeMap::new();
    for link in &links {
        next.entry(link.members[0]).or_default().push((link.members[1], link));
        next.entry(link.members[1]).or_default().push((link.members[0], link));
    }
    let mut clusters: Vec<Cluster> = groups
        .into_iter()
        .map(|members| Cluster {
            id: String::new(),
            label: label(profiles, &members),
            reasons: reasons(profiles, members[0], &next),
            members,
        })
        .collect();
    name_all(profiles, &mut clusters);
    clusters
}

/// Ids: of those that ask for one, what is known has it, else the cluster of the first document; the others are numbered.
fn name_all(profiles: &[Profile], clusters: &mut [Cluster]) {
    let mut taken = BTreeSet::new();
    let wanted: Vec<(bool, String)> = clusters
        .iter()
        .map(|cluster| {
            let first = &profiles[cluster.members[0]];
            let known = cluster
                .members
                .iter()
                .find_map(|&member| profiles[member].known.as_ref());
            match known {
                Some(known) => (true, known.clone()),
                None if first.named => (false, format!("{}:{}", first.kind.name(), slug(&cluster.label))),
                None => (false, first.id.clone()),
            }
        })
        .collect();
    let mut order: Vec<usize> = (0..clusters.len()).collect();
    order.sort_by_key(|&index| !wanted[index].0);
    let mut namesakes = Vec::new();
    for index in order {
        let id = &wanted[index].1;
        if taken.insert(id.clone()) {
            clusters[index].id.clone_from(id);
        } else {
            namesakes.push(index);
        }
    }
    // Numbers are given last: nobody whose own name ends with one gives way to them.
    for index in namesakes {
        clusters[index].id = unique(&wanted[index].1, &mut taken);
    }
}

/// The fullest name, of those by which it is known when it is; of several the most frequent, then the first of the alphabet.
fn label(profiles: &[Profile], members: &[usize]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let is_known = members.iter().any(|&member| profiles[member].known.is_some());
    for &member in members {
        if is_known && profiles[member].known.is_none() {
            continue;
        }
        *counts.entry(&profiles[member].label).or_default() += profiles[member].documents.len();
    }
    let kind = profiles[members[0]].kind;
    let fullness = |name: &str| match kind {
        Kind::Person => person::PersonName::parse(name).map_or(1, |name| name.words()),
        Kind::Country => 0,
        _ => name.split_whitespace().count(),
    };
    let best = counts
        .into_iter()
        .max_by_key(|&(name, count)| (fullness(name), count, std::cmp::Reverse(name)));
    best.map(|(name, _)| name.to_owned()).unwrap_or_default()
}

/// The reason of each member but the first: what links it to one before, as a tree from the first.
fn reasons(profiles: &[Profile], first: usize, next: &BTreeMap<usize, Vec<(usize, &Link)>>) -> Vec<CorpusReason> {
    let mut seen = BTreeSet::from([first]);
    let mut waiting = VecDeque::from([first]);
    let mut out = Vec::new();
    while let Some(at) = waiting.pop_front() {
        for &(member, link) in next.get(&at).map_or(&[][..], Vec::as_slice) {
            if seen.insert(member) {
                waiting.push_back(member);
                out.push(CorpusReason {
                    member,
                    rule: link.rule,
                    detail: format!("{} = {}{}", profiles[member].label, profiles[at].label, link.why),
                });
            }
        }
    }
    out.sort_by_key(|reason| reason.member);
    out
}

#[cfg(test)]
mod tests;
