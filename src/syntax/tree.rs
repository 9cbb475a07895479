//! A dependency tree by simple preference: phrases first, then clauses from left to right.
//!
//! Every sentence gets a well-formed tree in UD's relations: one root, no cycle, every token attached. It costs linear
//! time. Where a preposition may belong to a noun or to a verb, a short list decides; coordination takes the nearest.

use super::phrase::{Unit, VerbSort, phrases};
use super::word_class::{NOUN_PREPOSITIONS, SUBORDINATORS, TIMES};
use crate::text::{Sentence, Token, Upos};

/// Gives every token of a tagged and lemmatised sentence its head and relation.
pub fn parse(sentence: &mut Sentence) {
    let (units, arcs) = phrases(sentence);
    let mut parser = Parser::new(&sentence.tokens, units);
    for (dependent, head, relation) in arcs {
        parser.attach(dependent, head, relation);
    }
    parser.run();
    let heads = parser.finish();
    for (token, head) in sentence.tokens.iter_mut().zip(heads) {
        (token.head, token.deprel) = match head {
            Some((head, relation)) => (Some(head), relation),
            None => (None, "root"),
        };
        if token.deprel == "mark" && token.upos == Upos::Adp {
            token.upos = Upos::Sconj;
        }
        if token.deprel == "cop" {
            token.upos = Upos::Aux;
        }
    }
}

/// The state of reading one sentence; `clause` has the part that concerns verbs.
pub(super) struct Parser<'s> {
    pub(super) tokens: &'s [Token],
    pub(super) units: Vec<Unit>,
    pub(super) heads: Vec<Option<(usize, &'static str)>>,
    pub(super) root: Option<usize>,
    /// The head of the clause that is being read: a verb, or the predicate of a copula.
    pub(super) clause: Option<usize>,
    /// Whether that clause has its object.
    pub(super) has_object: bool,
    /// The latest noun phrase that a modifier may attach to.
    pub(super) noun: Option<usize>,
    /// Noun phrases that may be the next verb's subject.
    pub(super) subjects: Vec<usize>,
    /// What stands before its verb: (token, relation).
    pub(super) fronted: Vec<(usize, &'static str)>,
    pub(super) preposition: Option<usize>,
    pub(super) mark: Option<usize>,
    pub(super) conjunction: Option<usize>,
    /// A relative pronoun and the noun that it stands for.
    pub(super) relative: Option<(usize, usize)>,
    /// A form of "be" that waits for its predicate.
    pub(super) copula: Option<usize>,
}

impl<'s> Parser<'s> {
    fn new(tokens: &'s [Token], units: Vec<Unit>) -> Self {
        Self {
            tokens,
            units,
            heads: vec![None; tokens.len()],
            root: None,
            clause: None,
            has_object: false,
            noun: None,
            subjects: Vec::new(),
            fronted: Vec::new(),
            preposition: None,
            mark: None,
            conjunction: None,
            relative: None,
            copula: None,
        }
    }

    pub(super) fn attach(&mut self, dependent: usize, head: usize, relation: &'static str) {
        if dependent != head {
            self.heads[dependent] = Some((head, relation));
        }
    }

    pub(super) fn lemma(&self, index: usize) -> &'s str {
        &self.tokens[index].lemma
    }

    fn run(&mut self) {
        for number in 0..self.units.len() {
            match self.units[number] {
                Unit::Noun { head, .. } => self.noun_phrase(number, head),
                Unit::Verb { start, main, sort } => self.verb(number, start, main, sort),
                Unit::Adjective(index) => self.adjective(index),
                Unit::Preposition(index) => self.small_word(number, index),
                Unit::Other(index) => self.other(number, index),
            }
        }
    }

    /// Whether a finite verb comes after unit `number`, with nothing but noun phrases and adverbs before it.
    fn finite_follows(&self, number: usize) -> bool {
        for unit in self.units[number + 1..].iter().take(10) {
            match unit {
                Unit::Verb { sort, .. } => return *sort == VerbSort::Finite,
                Unit::Noun { .. } | Unit::Adjective(_) => {}
                // "that strikes in Mexico are": a phrase inside the subject.
                Unit::Preposition(index)
                    if self.lemma(*index) != "to" && !SUBORDINATORS.contains(&self.lemma(*index)) => {}
                Unit::Other(index) if matches!(self.tokens[*index].xpos, "RB" | "POS" | "CC") => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether the unit after `number` is a finite verb, but for adverbs.
    pub(super) fn verb_is_next(&self, number: usize) -> bool {
        self.units[number + 1..]
            .iter()
            .find(|unit| !matches!(unit, Unit::Other(index) if matches!(self.tokens[*index].xpos, "RB" | "''" | "``")))
            .is_some_and(|unit| {
                matches!(
                    unit,
                    Unit::Verb {
                        sort: VerbSort::Finite,
                        ..
                    }
                )
            })
    }

    pub(super) fn previous(&self, number: usize) -> Option<Unit> {
        number.checked_sub(1).map(|before| self.units[before])
    }

    pub(super) fn previous_is_comma(&self, number: usize) -> bool {
        matches!(self.previous(number), Some(Unit::Other(index)) if matches!(self.tokens[index].form.as_str(), "," | "—" | "–" | "("))
    }

    fn noun_phrase(&mut self, number: usize, head: usize) {
        let next_is_possessive =
            matches!(self.units.get(number + 1), Some(Unit::Other(index)) if self.tokens[*index].xpos == "POS");
        // "Mexico 's | president": the owner waits for what it owns.
        if next_is_possessive && matches!(self.units.get(number + 2), Some(Unit::Noun { .. })) {
            if let Some(Unit::Other(index)) = self.units.get(number + 1).copied() {
                self.attach(index, head, "case");
            }
            if let Some(Unit::Noun { head: owned, .. }) = self.units.get(number + 2).copied() {
                self.attach(head, owned, "nmod:poss");
            }
            return;
        }
        if let Some(preposition) = self.preposition.take() {
            self.attach(preposition, head, "case");
            self.prepositional(head, self.lemma(preposition));
            self.noun = Some(head);
            return;
        }
        if let Some(conjunction) = self.conjunction.take() {
            if (self.noun.is_some() && !self.verb_is_next(number) || self.clause.is_none())
                && let Some(first) = self.noun
            {
                self.attach(head, first, "conj");
                self.attach(conjunction, head, "cc");
                self.noun = Some(head);
                return;
            }
            self.conjunction = Some(conjunction);
        }
        if self.copula.is_some() && !self.is_time(head) {
            self.predicate(head);
            self.noun = Some(head);
            return;
        }
        if self.is_time(head) {
            match self.clause {
                Some(clause) => self.attach(head, clause, "obl:tmod"),
                None => self.fronted.push((head, "obl:tmod")),
            }
            return;
        }
        if self.previous_is_comma(number)
            && let Some(before) = self.noun
            && !self.verb_is_next(number)
        {
            let relation = if self.is_listed(number) { "conj" } else { "appos" };
            self.attach(head, before, relation);
            if relation == "conj" {
                self.noun = Some(head);
            }
            return;
        }
        // Two names side by side: a title or role and its bearer ("carmaker Renault").
        if let (Some(Unit::Noun { head: before, .. }), None) = (self.previous(number), self.copula)
            && self.heads[before].is_none_or(|(_, relation)| relation != "nmod:poss")
            && self.subjects.last() == Some(&before)
        {
            self.attach(head, before, "appos");
            return;
        }
        match self.clause {
            // After "that" and "which" comes a subject, however far its verb.
            Some(clause)
                if (!self.verb_is_next(number) || self.is_relative_object(number))
                    && self.mark.is_none()
                    && self.relative.is_none() =>
            {
                if self.has_object {
                    let first = (0..self.tokens.len()).find(|&index| self.heads[index] == Some((clause, "obj")));
                    if let Some(first) = first.filter(|_| {
                        matches!(
                            self.lemma(clause),
                            "give"
                                | "offer"
                                | "send"
                                | "award"
                                | "grant"
                                | "tell"
                                | "show"
                                | "pay"
                                | "hand"
                                | "lend"
                                | "sell"
                        )
                    }) {
                        self.attach(first, clause, "iobj");
                    }
                }
                self.attach(head, clause, "obj");
                self.has_object = true;
            }
            _ => self.subjects.push(head),
        }
        self.noun = Some(head);
    }

    /// "Rebels who attacked | Denmark | were arrested": the object of a relative clause, whose noun waits for its own verb.
    fn is_relative_object(&self, number: usize) -> bool {
        let waits = self.root.is_none() && !self.subjects.is_empty() && !self.has_object;
        waits && matches!(self.previous(number), Some(Unit::Verb { .. }))
    }

    fn is_time(&self, head: usize) -> bool {
        TIMES
            .binary_search(&self.tokens[head].lemma.to_lowercase().as_str())
            .is_ok()
    }

    /// "A, B and C": a conjunction comes after commas and noun phrases only.
    fn is_listed(&self, number: usize) -> bool {
        for unit in self.units[number + 1..].iter().take(12) {
            match unit {
                Unit::Noun { .. } => {}
                Unit::Other(index) if self.tokens[*index].form == "," || self.tokens[*index].xpos == "POS" => {}
                Unit::Other(index) => return self.tokens[*index].xpos == "CC",
                _ => return false,
            }
        }
        false
    }

    /// Attaches the noun of a prepositional phrase to the noun or the verb before it.
    fn prepositional(&mut self, head: usize, preposition: &str) {
        let to_noun = match (self.noun, self.clause) {
            // "Germany on Monday banned": the day is the verb's.
            _ if self.is_time(head) && preposition != "of" => false,
            (Some(_), None) => true,
            (Some(noun), Some(clause)) => {
                preposition == "of"
                    || (NOUN_PREPOSITIONS.contains(&preposition) && noun > clause && !self.is_time(noun))
            }
            (None, _) => false,
        };
        match (self.noun, self.clause) {
            (Some(noun), _) if to_noun => self.attach(head, noun, "nmod"),
            (_, Some(clause)) => self.attach(head, clause, "obl"),
            _ => self.fronted.push((head, "obl")),
        }
    }

    fn adjective(&mut self, index: usize) {
        if self.copula.is_some() {
            self.predicate(index);
        } else if let Some(clause) = self.clause {
            self.attach(index, clause, "xcomp");
        } else {
            self.fronted.push((index, "advcl"));
        }
    }

    fn small_word(&mut self, number: usize, index: usize) {
        let word = self.lemma(index);
        if SUBORDINATORS.contains(&word) && self.finite_follows(number) {
            // "the report that he read": tagged as a preposition, "that" after a noun may be relative; rarely in news.
            self.mark = Some(index);
            self.preposition = None;
        } else {
            if let Some(first) = self.preposition {
                self.attach(index, first, "fixed"); // "because of", "out of"
                return;
            }
            self.preposition = Some(index);
            self.copula = None;
        }
    }

    fn other(&mut self, number: usize, index: usize) {
        match self.tokens[index].xpos {
            "CC" => self.conjunction = Some(index),
            "WDT" | "WP" => match self.noun.or_else(|| self.subjects.last().copied()) {
                Some(noun) => {
                    self.preposition = None;
                    self.relative = Some((index, noun));
                }
                None => self.fronted.push((index, "obj")),
            },
            "WP$" => {}
            "WRB" if self.finite_follows(number) => {
                self.mark = Some(index);
            }
            "RB" | "RBR" | "RBS" => match self.clause {
                Some(clause) if !self.verb_is_next(number) => self.attach(index, clause, "advmod"),
                _ => self.fronted.push((index, "advmod")),
            },
            "RP" => {
                if let Some(clause) = self.clause {
                    self.attach(index, clause, "compound:prt");
                }
            }
            "," | ":" => self.preposition = None,
            _ => {}
        }
    }

    /// Every token gets a head; what would close a circle goes to the root.
    fn finish(mut self) -> Vec<Option<(usize, &'static str)>> {
        let count = self.tokens.len();
        let root = self
            .root
            .or_else(|| {
                self.fronted
                    .iter()
                    .map(|&(index, _)| index)
                    .find(|&index| self.tokens[index].is_verb() && self.heads[index].is_none())
            })
            .or_else(|| self.subjects.first().copied())
            .or_else(|| (0..count).find(|&index| self.heads[index].is_none() && self.tokens[index].upos != Upos::Punct))
            .unwrap_or(0);
        self.heads[root] = None;
        for (dependent, relation) in std::mem::take(&mut self.fronted) {
            if self.heads[dependent].is_none() {
                self.attach(dependent, root, relation);
            }
        }
        for index in 0..count {
            if index != root && self.heads[index].is_none() {
                let relation = if self.tokens[index].upos == Upos::Punct {
                    "punct"
                } else {
                    "dep"
                };
                self.heads[index] = Some((root, relation));
            }
        }
        // 0 unknown, 1 on the way up, 2 leads to the root.
        let mut state = vec![0_u8; count];
        state[root] = 2;
        for index in 0..count {
            let (mut at, mut path) = (index, Vec::new());
            while state[at] == 0 {
                state[at] = 1;
                path.push(at);
                at = self.heads[at].map_or(root, |(head, _)| head);
            }
            if state[at] == 1 {
                self.heads[at] = Some((root, "dep"));
            }
            for passed in path {
                state[passed] = 2;
            }
        }
        self.heads
    }
}

#[cfg(test)]
mod tests {
    use crate::syntax::analyse;
    use crate::text::Document;
    use proptest::prelude::*;

    /// The arcs of a text's first sentence as "dependent<-relation-head".
    fn check(text: &str, wanted: &[&str]) {
        let analysis = analyse(&Document::new("t", text));
        let tokens = &analysis.sentences[0].tokens;
        let arcs: Vec<_> = tokens
            .iter()
            .map(|token| {
                format!(
                    "{}<-{}-{}",
                    token.form,
                    token.deprel,
                    token.head.map_or("0", |head| &tokens[head].form)
                )
            })
            .collect();
        for arc in wanted {
            assert!(arcs.iter().any(|found| found == arc), "{text}\nno {arc} in {arcs:#?}");
        }
    }

    #[test]
    fn who_does_what_to_whom() {
        check(
            "Mexico's president rejected the strikes on Tuesday.",
            &[
                "president<-nsubj-rejected",
                "strikes<-obj-rejected",
                "Mexico<-nmod:poss-president",
                "Tuesday<-obl-rejected",
            ],
        );
        check(
            "The strikes were rejected by Mexico.",
            &["strikes<-nsubj:pass-rejected", "Mexico<-obl-rejected"],
        );
        check(
            "Officials said that Mexico had rejected the plan.",
            &[
                "rejected<-ccomp-said",
                "Officials<-nsubj-said",
                "Mexico<-nsubj-rejected",
                "that<-mark-rejected",
            ],
        );
        check(
            "She plans to visit Norway.",
            &["visit<-xcomp-plans", "Norway<-obj-visit", "She<-nsubj-plans"],
        );
        check(
            "Mexico, which lost territory, protested.",
            &["lost<-acl:relcl-Mexico", "Mexico<-nsubj-protested"],
        );
        check(
            "The army attacked the rebels and seized the town.",
            &["seized<-conj-attacked", "town<-obj-seized"],
        );
        check(
            "Trump is the president of the United States.",
            &[
                "president<-root-0",
                "Trump<-nsubj-president",
                "is<-cop-president",
                "States<-nmod-president",
            ],
        );
    }

    proptest! {
        #[test]
        fn trees_are_well_formed(words in proptest::collection::vec("[A-Za-z]{1,8}|[,.\"()]|that|which|and|is|was|to|of|in|the|said|not|'s", 1..40)) {
            let analysis = analyse(&Document::new("t", words.join(" ")));
            for sentence in &analysis.sentences {
                let roots = sentence.tokens.iter().filter(|token| token.head.is_none()).count();
                prop_assert_eq!(roots, 1);
                for index in 0..sentence.tokens.len() {
                    let mut at = index;
                    let mut steps = 0;
                    while let Some(head) = sentence.tokens[at].head {
                        at = head;
                        steps += 1;
                        prop_assert!(steps <= sentence.tokens.len(), "a cycle at {}", index);
                    }
                }
            }
        }
    }
}
