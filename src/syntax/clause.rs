//! Clauses: where a verb hangs, and what it takes for its own.

use super::phrase::{Unit, VerbSort};
use super::tree::Parser;
use super::word_class::{CONTROL, INFINITIVE_NOUNS, REPORTING};

impl Parser<'_> {
    pub(super) fn verb(&mut self, number: usize, start: usize, main: usize, sort: VerbSort) {
        self.copula = None;
        let previous = self.previous(number);
        let after_noun = match previous {
            Some(Unit::Noun { head, .. }) => Some(head),
            _ => None,
        };
        if let Some(preposition) = self.preposition.take() {
            self.attach(preposition, main, "mark");
            let host = self.clause.or(self.noun);
            self.subordinate(main, host, "advcl");
            return self.open_clause(main);
        }
        // "Mexico, which lost territory, protested": after the relative clause the participle is the main verb.
        let sort = match sort {
            VerbSort::Participle
                if self.root.is_none() && !self.subjects.is_empty() && self.previous_is_comma(number) =>
            {
                VerbSort::Finite
            }
            sort => sort,
        };
        match sort {
            VerbSort::Infinitive => {
                let controls = self.clause.is_some_and(|clause| CONTROL.contains(&self.lemma(clause)));
                if let Some(conjunction) = self.conjunction.take() {
                    self.attach(conjunction, main, "cc");
                    self.subordinate(main, self.clause, "conj");
                } else if let (Some(noun), false) = (after_noun, controls) {
                    let planned = self.noun_before(number, &INFINITIVE_NOUNS);
                    self.subordinate(main, planned.or(Some(noun)), "acl");
                } else {
                    self.subordinate(main, self.clause.or(self.noun), "xcomp");
                }
            }
            VerbSort::Participle if after_noun.is_some() && self.conjunction.is_none() => {
                self.subordinate(main, after_noun, "acl");
            }
            VerbSort::Gerund
                if after_noun.is_some() && !self.previous_is_comma(number) && self.conjunction.is_none() =>
            {
                self.subordinate(main, after_noun, "acl");
            }
            // "stopped firing", "ruled out letting": what the verb before is about.
            VerbSort::Gerund if self.follows_verb(number) => self.subordinate(main, self.clause, "xcomp"),
            VerbSort::Gerund | VerbSort::Participle => {
                if let Some(conjunction) = self.conjunction.take() {
                    self.attach(conjunction, main, "cc");
                    self.subordinate(main, self.clause, "conj");
                } else if let (VerbSort::Participle, true, Some(noun)) =
                    (sort, self.previous_is_comma(number), self.noun)
                {
                    self.subordinate(main, Some(noun), "acl");
                } else {
                    self.subordinate(main, self.clause, "advcl");
                }
            }
            VerbSort::Finite => return self.finite(number, start, main),
        }
        self.open_clause(main);
    }

    /// The nearest noun of a list in the phrases right before: "a [plan] of the carrier | to buy".
    fn noun_before(&self, number: usize, wanted: &[&str]) -> Option<usize> {
        let near = self.units[..number].iter().rev().take(5);
        near.take_while(|unit| !matches!(unit, Unit::Verb { .. }))
            .find_map(|unit| match unit {
                Unit::Noun { head, .. } if wanted.contains(&self.lemma(*head)) => Some(*head),
                _ => None,
            })
    }

    /// Whether a verb, or its particle, stands right before.
    fn follows_verb(&self, number: usize) -> bool {
        match self.previous(number) {
            Some(Unit::Verb { .. }) => true,
            Some(Unit::Other(index) | Unit::Preposition(index)) => {
                self.tokens[index].xpos == "RP"
                    && number > 1
                    && matches!(self.previous(number - 1), Some(Unit::Verb { .. }))
            }
            _ => false,
        }
    }

    /// Attaches a clause to its host, or lets it wait for the main verb.
    fn subordinate(&mut self, main: usize, host: Option<usize>, relation: &'static str) {
        match host {
            Some(host) if host != main => self.attach(main, host, relation),
            _ => self.fronted.push((main, relation)),
        }
    }

    fn finite(&mut self, number: usize, start: usize, main: usize) {
        let subject = self.subjects.pop();
        let is_passive = (start..main).any(|index| self.heads[index] == Some((main, "aux:pass")));
        let subject_relation = if is_passive { "nsubj:pass" } else { "nsubj" };
        let before = self.clause;
        if let Some((pronoun, antecedent)) = self.relative.take() {
            self.attach(main, antecedent, "acl:relcl");
            if let Some(subject) = subject.filter(|&subject| subject > pronoun) {
                self.attach(subject, main, subject_relation);
                self.attach(pronoun, main, "obj");
            } else {
                self.attach(pronoun, main, subject_relation);
                self.subjects.extend(subject);
                self.open_relative(main);
                return;
            }
            return self.open_relative(main);
        }
        // `"…," said X`: the subject comes after the verb of saying.
        let inverted = subject.is_none() && REPORTING.binary_search(&self.lemma(main)).is_ok();
        if let Some(subject) = subject {
            self.attach(subject, main, subject_relation);
        }
        for waiting in std::mem::take(&mut self.subjects) {
            self.attach(waiting, main, "dislocated");
        }
        if let Some(mark) = self.mark.take() {
            self.attach(mark, main, "mark");
            let relation = if matches!(self.lemma(mark), "that" | "whether" | "if") && before.is_some() {
                "ccomp"
            } else {
                "advcl"
            };
            self.subordinate(main, before, relation);
        } else if let Some(conjunction) = self.conjunction.take() {
            self.attach(conjunction, main, "cc");
            match before {
                Some(host) => self.attach(main, host, "conj"),
                None => self.root = self.root.or(Some(main)),
            }
        } else if let (Some(host), true) = (before, self.root.is_some()) {
            let reports = REPORTING.binary_search(&self.lemma(main)).is_ok();
            let host_reports = REPORTING.binary_search(&self.lemma(host)).is_ok();
            if reports && !host_reports && self.quotes_before(number, subject) {
                let root = self.root.unwrap_or(host);
                self.attach(root, main, "ccomp");
                self.root = Some(main);
            } else {
                self.attach(main, host, if host_reports { "ccomp" } else { "parataxis" });
            }
        } else {
            self.root = self.root.or(Some(main));
            if self.root != Some(main) {
                self.attach(main, self.root.expect("just set"), "parataxis");
            }
        }
        for (dependent, relation) in std::mem::take(&mut self.fronted) {
            self.attach(dependent, main, relation);
        }
        self.open_clause(main);
        if inverted {
            // The next noun phrase is the speaker.
            if let Some(Unit::Noun { head, .. }) = self.units.get(number + 1).copied() {
                self.attach(head, main, "nsubj");
                self.noun = Some(head);
                self.units[number + 1] = Unit::Other(head);
            }
        }
    }

    /// Whether a comma or closing quote stands before the subject of a verb of saying, or before the verb itself.
    fn quotes_before(&self, number: usize, subject: Option<usize>) -> bool {
        let start = match (self.previous(number), subject) {
            (Some(Unit::Noun { start, head }), Some(subject)) if head == subject => start,
            _ => self.units[number].start(),
        };
        start > 0
            && matches!(
                self.tokens[start - 1].form.as_str(),
                "," | "\"" | "”" | "''" | "’" | "'"
            )
    }

    fn open_clause(&mut self, main: usize) {
        self.clause = Some(main);
        self.has_object = false;
        self.copula = (self.lemma(main) == "be").then_some(main);
        self.noun = self.noun.filter(|&noun| noun > main);
    }

    /// A relative clause: what comes after it goes on with the clause around it only after a comma, which we can't see here.
    fn open_relative(&mut self, main: usize) {
        if self.root.is_none() && self.clause.is_none() {
            // The main verb is still to come: keep the noun before the relative clause as its subject.
            if let Some((antecedent, _)) = self.heads[main] {
                self.subjects.retain(|&subject| subject != antecedent);
                self.subjects.push(antecedent);
            }
        }
        self.open_clause(main);
    }

    /// Makes `index` the predicate of the waiting copula: it takes the place of "be" in the tree.
    pub(super) fn predicate(&mut self, index: usize) {
        let Some(copula) = self.copula.take() else { return };
        for head in &mut self.heads {
            if let Some((of, _)) = head
                && *of == copula
            {
                *of = index;
            }
        }
        self.heads[index] = self.heads[copula].filter(|&(head, _)| head != index);
        self.attach(copula, index, "cop");
        if self.root == Some(copula) {
            self.root = Some(index);
        }
        for (dependent, _) in &mut self.fronted {
            if *dependent == copula {
                *dependent = index;
            }
        }
        self.clause = Some(index);
        self.has_object = true;
    }
}
