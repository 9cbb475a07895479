//! Bottom-up clustering with conflicts that keep clusters apart.

use super::Profile;
use super::evidence::{Name, Summary, World};
use super::person::Fit;
use crate::ontology::Kind;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// Each entity is compared with so many of those after it that share a thing with it: enough to reach over namesakes, and
/// linear.
const NEIGHBOURS: usize = 4;
/// So many of a block are looked at for rivals.
const RIVALS: usize = 500;
/// By so much, in thousandths, the better of two rivals must be better.
const MARGIN: u64 = 750;
/// What was too little for two entities may be enough for what they have become part of.
const ROUNDS: usize = 3;

/// Two profiles that are one, and why.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub(super) members: [usize; 2],
    pub(super) rule: &'static str,
    /// What speaks for it, after a colon; may be empty.
    pub(super) why: String,
}

/// The clusters so far: at first each profile is one.
pub(super) struct Clusters<'a> {
    world: World<'a>,
    parent: Vec<usize>,
    /// Of each root.
    summaries: Vec<Option<Summary>>,
    links: Vec<Link>,
    /// Acronyms that stand for several bodies: alone they may be any one's.
    ambiguous_acronyms: BTreeSet<String>,
}

impl<'a> Clusters<'a> {
    pub(super) fn new(profiles: &[Profile], company: &'a BTreeMap<String, BTreeSet<String>>) -> Self {
        let world = World::new(company);
        let summaries: Vec<Summary> = profiles
            .iter()
            .map(|profile| Summary::new(profile, company, &world))
            .collect();
        let mut expansions: BTreeMap<&String, BTreeSet<&str>> = BTreeMap::new();
        for summary in &summaries {
            for acronym in &summary.acronyms {
                let bodies = summary.names.iter().filter_map(|name| match name {
                    Name::Body(body) if body.acronym().is_none() => Some(body.key()),
                    _ => None,
                });
                expansions.entry(acronym).or_default().extend(bodies);
            }
        }
        let ambiguous_acronyms = expansions
            .into_iter()
            .filter(|(_, bodies)| bodies.len() > 1)
            .map(|(acronym, _)| acronym.clone())
            .collect();
        Self {
            parent: (0..profiles.len()).collect(),
            summaries: summaries.into_iter().map(Some).collect(),
            links: Vec::new(),
            world,
            ambiguous_acronyms,
        }
    }

    /// Takes down that a decision of the user keeps this profile from those of the other side.
    pub(super) fn keep_apart(&mut self, member: usize, row: usize, side: usize) {
        if let Some(summary) = &mut self.summaries[member] {
            summary.apart.insert((row, side));
        }
    }

    /// Makes two profiles one because the user says so, against whatever speaks against it.
    pub(super) fn join_by_user(&mut self, a: usize, b: usize, place: &str) {
        self.join(a, b, "user's word", format!(" ({place})"));
    }

    /// The groups, in the order of their first members, and what linked them.
    pub(super) fn run(mut self) -> (Vec<Vec<usize>>, Vec<Link>) {
        self.join_known();
        for (_, block) in self.blocks() {
            self.run_block(&block);
        }
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for member in 0..self.parent.len() {
            let root = self.root(member);
            groups.entry(root).or_default().push(member);
        }
        let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
        groups.sort();
        (groups, self.links)
    }

    fn root(&mut self, mut member: usize) -> usize {
        while self.parent[member] != member {
            self.parent[member] = self.parent[self.parent[member]];
            member = self.parent[member];
        }
        member
    }

    fn summary(&self, root: usize) -> &Summary {
        self.summaries[root].as_ref().expect("a root has a summary")
    }

    fn join(&mut self, a: usize, b: usize, rule: &'static str, why: String) {
        let (root_a, root_b) = (self.root(a), self.root(b));
        if root_a == root_b {
            return;
        }
        // The smaller into the larger, so that nothing is copied more than log n times.
        let size = |root: usize| self.summary(root).company.len();
        let (into, from) = if (size(root_a), root_b) >= (size(root_b), root_a) {
            (root_a, root_b)
        } else {
            (root_b, root_a)
        };
        self.parent[from] = into;
        if let (Some(from), Some(into)) = (self.summaries[from].take(), &mut self.summaries[into]) {
            into.absorb(from);
        }
        self.links.push(Link {
            members: [a, b],
            rule,
            why,
        });
    }

    /// What knowledge gives one id is one, unless the user keeps it apart.
    fn join_known(&mut self) {
        let mut by_id: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for member in 0..self.parent.len() {
            let known = self.summaries[member].as_ref().map(|summary| summary.known.clone());
            for id in known.into_iter().flatten() {
                by_id.entry(id).or_default().push(member);
            }
        }
        for (id, members) in by_id {
            let rule = if id.starts_with("country:") {
                "country code"
            } else {
                "known"
            };
            // The user may have made several of one.
            let mut heads: Vec<usize> = Vec::new();
            for member in members {
                let root = self.root(member);
                let head = heads.iter().copied().find(|&head| {
                    let other = self.root(head);
                    other == root || !self.summary(other).kept_apart(self.summary(root))
                });
                match head {
                    Some(head) => self.join(head, member, rule, String::new()),
                    None => heads.push(member),
                }
            }
        }
    }

    /// Profiles whose names may go together: by the sound of the surname, by the name, by the acronym.
    fn blocks(&mut self) -> BTreeMap<String, Vec<usize>> {
        let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for member in 0..self.parent.len() {
            let root = self.root(member);
            if root != member {
                continue;
            }
            let summary = self.summary(root);
            let mut keys: BTreeSet<String> = BTreeSet::new();
            for name in &summary.names {
                keys.insert(match name {
                    Name::Person(name) => format!("person {}", name.key()),
                    Name::Body(name) => format!("{} {}", summary.kind.name(), name.key()),
                });
            }
            keys.extend(summary.acronyms.iter().map(|acronym| format!("acronym {acronym}")));
            for key in keys {
                blocks.entry(key).or_default().push(root);
            }
        }
        blocks.retain(|_, members| members.len() > 1);
        blocks
    }

    fn run_block(&mut self, block: &[usize]) {
        let ambiguous = self.ambiguous(block);
        let mut pairs = self.pairs(block);
        for _ in 0..ROUNDS {
            let before = self.links.len();
            pairs = self.run_pairs(pairs, block, &ambiguous);
            if self.links.len() == before {
                break;
            }
        }
    }

    /// Pairs that share a thing.
    fn pairs(&mut self, block: &[usize]) -> Vec<[usize; 2]> {
        let mut sharing: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for &member in block {
            let root = self.root(member);
            for feature in self.summary(root).features(&self.world) {
                sharing.entry(feature).or_default().push(member);
            }
        }
        let mut pairs = BTreeSet::new();
        for members in sharing.values() {
            for (index, &a) in members.iter().enumerate() {
                pairs.extend(members[index + 1..].iter().take(NEIGHBOURS).map(|&b| [a, b]));
            }
        }
        pairs.into_iter().collect()
    }

    /// Joins the pairs for which enough speaks, that with most first; gives back the others.
    fn run_pairs(&mut self, pairs: Vec<[usize; 2]>, block: &[usize], ambiguous: &BTreeSet<Name>) -> Vec<[usize; 2]> {
        let mut heap = BinaryHeap::new();
        let mut left = Vec::new();
        for pair in pairs {
            match self.gain(pair, ambiguous) {
                Some(gain) => heap.push((gain, Reverse(pair))),
                None => left.push(pair),
            }
        }
        while let Some((gain, Reverse(pair))) = heap.pop() {
            if self.root(pair[0]) == self.root(pair[1]) {
                continue;
            }
            let Some(now) = self.gain(pair, ambiguous) else {
                left.push(pair);
                continue;
            };
            // What the two have become part of may fit less well than another pair.
            if now < gain && heap.peek().is_some_and(|(other, _)| *other > now) {
                heap.push((now, Reverse(pair)));
                continue;
            }
            if self.has_rival(pair, now, block, ambiguous) {
                continue;
            }
            self.join_pair(pair);
        }
        left.sort_unstable();
        left
    }

    /// By how much, in thousandths, what speaks for a pair is more than is asked; `None` when it is less.
    fn gain(&mut self, pair: [usize; 2], ambiguous: &BTreeSet<Name>) -> Option<u64> {
        let [a, b] = pair.map(|member| self.root(member));
        if a == b {
            return Some(0);
        }
        let (a, b) = (self.summary(a), self.summary(b));
        let fit = a.fit(b)?;
        if a.conflicts(b) {
            return None;
        }
        let unsure = a.names.iter().chain(&b.names).any(|name| ambiguous.contains(name));
        let gain = a.weigh(b, &self.world, None) - a.threshold(b, fit, unsure);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a small sum, not below zero"
        )]
        (gain >= 0.0).then(|| (gain * 1000.0).round() as u64)
    }

    /// Whether a name that may be several people's goes nearly as well with another of them.
    fn has_rival(&mut self, pair: [usize; 2], gain: u64, block: &[usize], ambiguous: &BTreeSet<Name>) -> bool {
        let [a, b] = pair.map(|member| self.root(member));
        let is_ambiguous = |summary: &Summary| summary.names.iter().any(|name| ambiguous.contains(name));
        if self.summary(a).fit(self.summary(b)) == Some(Fit::Same) {
            return false;
        }
        let roots: BTreeSet<usize> = block.iter().take(RIVALS).map(|&member| self.root(member)).collect();
        for (short, full) in [(a, b), (b, a)] {
            if !is_ambiguous(self.summary(short)) {
                continue;
            }
            for &rival in roots.iter().filter(|&&rival| rival != a && rival != b) {
                if self.summary(rival).fit(self.summary(full)).is_none()
                    && self
                        .gain([short, rival], ambiguous)
                        .is_some_and(|other| other + MARGIN >= gain)
                {
                    return true;
                }
            }
        }
        false
    }

    fn join_pair(&mut self, pair: [usize; 2]) {
        let [a, b] = pair.map(|member| self.root(member));
        let (one, other) = (self.summary(a), self.summary(b));
        let mut why = Vec::new();
        one.weigh(other, &self.world, Some(&mut why));
        why.truncate(4);
        let rule = match (one.fit(other), one.kind) {
            (Some(Fit::Shorter), _) => "shorter name",
            (Some(Fit::Variant), _) => "spelling",
            (Some(Fit::Initial), Kind::Person) => "initial",
            (Some(Fit::Initial), _) => "acronym",
            _ => "same name",
        };
        let why = if why.is_empty() {
            String::new()
        } else {
            format!(": {}", why.join(", "))
        };
        self.join(pair[0], pair[1], rule, why);
    }

    /// Names of a block that go together with two which do not go together: "J. Smith" beside John and James, "PSC" beside two
    /// bodies of that acronym.
    fn ambiguous(&mut self, block: &[usize]) -> BTreeSet<Name> {
        let mut names: BTreeSet<Name> = BTreeSet::new();
        for &member in block {
            let root = self.root(member);
            names.extend(self.summary(root).names.iter().cloned());
        }
        let people: Vec<&Name> = names.iter().collect();
        let fit = |a: &Name, b: &Name| match (a, b) {
            (Name::Person(a), Name::Person(b)) => a.fit(b).is_some(),
            _ => false,
        };
        let is_ambiguous = |name: &Name| match name {
            Name::Body(body) => body
                .acronym()
                .is_some_and(|acronym| self.ambiguous_acronyms.contains(acronym)),
            Name::Person(_) => {
                let near: Vec<&&Name> = people.iter().filter(|other| fit(name, other)).collect();
                near.iter()
                    .enumerate()
                    .any(|(index, a)| near[index + 1..].iter().any(|b| !fit(a, b)))
            }
        };
        names.iter().filter(|name| is_ambiguous(name)).cloned().collect()
    }
}
