//! Belonging: possessors, demonyms, places within places, bodies of a state, kin.

use super::{Found, Here, relation_label};
use crate::mention::Form;
use crate::ontology::Kind;

/// Words for kin, by which two people are of one family.
#[rustfmt::skip]
const KIN: [&str; 24] = [
    "aunt", "brother", "child", "cousin", "dad", "daughter", "father", "fiancee", "grandfather", "grandmother", "grandson",
    "husband", "mother", "mum", "nephew", "niece", "partner", "sibling", "sister", "son", "spouse", "twin", "uncle", "wife",
];

/// Bodies that are parts of a state when its name stands before theirs.
#[rustfmt::skip]
const PUBLIC_BODIES: [&str; 34] = [
    "Agency", "Army", "Assembly", "Authority", "Bureau", "Cabinet", "Commission", "Congress", "Court", "Department", "Directorate",
    "Force", "Forces", "Government", "Guard", "Institute", "Intelligence", "Legislature", "Military", "Ministry", "Navy",
    "Office", "Parliament", "Police", "Prosecutor", "Secretariat", "Senate", "Service", "Services", "Survey", "Treasury",
    "Tribunal", "Troops", "Union",
];

/// Nouns for people who serve a state, for "U.S. officials".
#[rustfmt::skip]
const SERVANTS: [&str; 26] = [
    "adviser", "agent", "aide", "ambassador", "commander", "diplomat", "envoy", "general", "governor", "investigator", "judge",
    "lawmaker", "legislator", "minister", "official", "officer", "policeman", "president", "prosecutor", "representative",
    "secretary", "senator", "serviceman", "soldier", "spokesman", "spokesperson",
];

/// Nouns for bodies that belong to a state, for "Mexican police".
const STATE_BODIES: [&str; 12] = [
    "agency",
    "army",
    "congress",
    "court",
    "government",
    "military",
    "ministry",
    "navy",
    "parliament",
    "police",
    "senate",
    "troops",
];

impl Here<'_> {
    /// "Kenya's | Brigid Kosgei", "Ann Lee of Kenya", "Mahan Air of Iran", "the harbour of Bergen".
    pub(super) fn owner(&self, out: &mut Found) {
        let place = |entity: &usize| matches!(self.kind(*entity), Kind::Country | Kind::Location);
        let start = self.mention.tokens.start;
        let possessor = start
            .checked_sub(2)
            .filter(|_| self.sentence.tokens[start - 1].xpos == "POS")
            .and_then(|at| self.name_ending_at(at));
        if let Some((of, mention)) =
            possessor.filter(|(entity, _)| place(entity) && self.kind(self.entity) == Kind::Person)
        {
            self.add(
                out,
                "citizen_of",
                (self.entity, of),
                false,
                relation_label("citizen_of"),
                mention.span,
            );
        }
        let end = self.mention.tokens.end;
        let preposition = self.form(end);
        if !matches!(preposition, "of" | "in") {
            return;
        }
        let at = if self.form(end + 1) == "the" { end + 2 } else { end + 1 };
        let next = self
            .reader
            .mentions
            .mentions
            .iter()
            .enumerate()
            .skip(self.index + 1)
            .take(3)
            .find(|(_, other)| {
                other.sentence == self.mention.sentence && other.tokens.start == at && other.form == Form::Name
            });
        let Some((of, other)) = next.and_then(|(index, other)| Some((self.reader.entities.of_mention[index]?, other)))
        else {
            return;
        };
        let relation = match (self.kind(self.entity), preposition) {
            (Kind::Person, "of") if place(&of) => "citizen_of",
            (Kind::Location, _) if place(&of) => "located_in",
            (Kind::Organisation, "of") if place(&of) => self.seat_or_state(of),
            _ => return,
        };
        self.add(
            out,
            relation,
            (self.entity, of),
            false,
            relation_label(relation),
            other.span,
        );
    }

    /// A public body is part of its state; any other body is based in its place.
    fn seat_or_state(&self, of: usize) -> &'static str {
        let public = self.sentence.tokens[self.mention.tokens.clone()]
            .iter()
            .any(|token| PUBLIC_BODIES.contains(&token.form.as_str()));
        if public && self.kind(of) == Kind::Country {
            "part_of"
        } else {
            "based_in"
        }
    }

    /// "Bergen, Norway" and "Norway's capital, Oslo".
    pub(super) fn place(&self, out: &mut Found) {
        if self.mention.kind != Kind::Location || self.form(self.mention.tokens.end) != "," {
            return;
        }
        let next = self.mention.tokens.end + 1;
        let Some(region) = self
            .reader
            .mentions
            .mentions
            .get(self.index + 1)
            .filter(|next_mention| next_mention.sentence == self.mention.sentence && next_mention.tokens.start == next)
        else {
            return;
        };
        // The larger place is closed by a comma or stop, or the phrase ends: "in Oslo, Norway agreed" is none.
        let closes = matches!(
            self.form(region.tokens.end),
            "," | "." | "" | ")" | ";" | "—" | "–" | "-" | "("
        );
        let known = self.mention.known.and_then(|known| known.iso2);
        if let Some(of) = self.reader.entities.of_mention[self.index + 1]
            .filter(|_| closes || (known.is_some() && known == region.known.and_then(|known| known.iso2)))
            && region.form == Form::Name
            && self.form(region.tokens.end) != "and"
        {
            self.add(out, "located_in", (self.entity, of), false, "in", region.span);
        }
    }

    /// "Norway's Ministry of Fisheries", "the French carmaker Renault", "the Kenyan Navy" when the country stands outside.
    pub(super) fn body_of_state(&self, out: &mut Found) {
        if self.mention.kind != Kind::Organisation {
            return;
        }
        let Some(mut before) = self.mention.tokens.start.checked_sub(1) else {
            return;
        };
        let possessive = self.sentence.tokens[before].xpos == "POS";
        let mut through_noun = false;
        if !possessive {
            // A noun for bodies between: "carmaker".
            while self.sentence.tokens[before].xpos == "NN" && !self.sentence.tokens[before].is_capitalised() {
                through_noun = true;
                let Some(earlier) = before.checked_sub(1) else { return };
                before = earlier;
            }
        }
        let at = if possessive {
            before.checked_sub(1)
        } else {
            Some(before)
        };
        let Some((state, mention)) = at.and_then(|at| self.name_ending_at(at)) else {
            return;
        };
        if !matches!(self.kind(state), Kind::Country | Kind::Location) {
            return;
        }
        let relation = if through_noun {
            "based_in"
        } else {
            self.seat_or_state(state)
        };
        self.add(
            out,
            relation,
            (self.entity, state),
            false,
            relation_label(relation),
            mention.span,
        );
    }

    /// "six [U.S.] officials", "[Mexican] cartels".
    pub(super) fn nominal(&self, out: &mut Found) {
        let lemma = self.sentence.tokens[self.mention.head].lemma.as_str();
        let inside = self.reader.mentions.mentions[self.index + 1..]
            .iter()
            .enumerate()
            .take_while(|(_, other)| other.span.start < self.mention.span.end)
            .find(|(_, other)| {
                other.form == Form::Name && matches!(other.kind, Kind::Country | Kind::Location | Kind::Organisation)
            });
        let before = self
            .mention
            .tokens
            .start
            .checked_sub(1)
            .filter(|&before| self.sentence.tokens[before].xpos == "POS")
            .and_then(|before| before.checked_sub(1));
        let (of, span) = match inside {
            Some((offset, other)) => match self.reader.entities.of_mention[self.index + 1 + offset] {
                Some(entity) => (entity, other.span),
                None => return,
            },
            None => match before.and_then(|before| self.name_ending_at(before)) {
                Some((entity, mention)) => (entity, mention.span),
                None => return,
            },
        };
        // "pro-Russian forces" are not Russia's.
        let leaning = self.sentence.tokens[self.mention.tokens.clone()].iter().any(|token| {
            let form = token.form.to_lowercase();
            form.starts_with("pro-")
                || form.starts_with("anti-")
                || form.starts_with("non-")
                || matches!(form.as_str(), "pro" | "anti")
        });
        if leaning {
            return;
        }
        let relation = match (self.kind(self.entity), self.kind(of)) {
            (Kind::Person, _) if SERVANTS.contains(&lemma) => "works_for",
            (Kind::Person, Kind::Organisation) => "works_for",
            (Kind::Person, Kind::Country) if inside.is_some() => "citizen_of",
            (Kind::Organisation, Kind::Country | Kind::Organisation) if STATE_BODIES.contains(&lemma) => "part_of",
            (Kind::Organisation, Kind::Country | Kind::Location) => "based_in",
            (Kind::Location, _) => "located_in",
            _ => return,
        };
        let past = self.sentence.tokens[self.mention.tokens.clone()]
            .iter()
            .any(|token| token.form.eq_ignore_ascii_case("former"))
            && !self.sentence.tokens[self.mention.tokens.clone()]
                .iter()
                .any(|token| token.form.eq_ignore_ascii_case("current"));
        self.add(out, relation, (self.entity, of), past, relation_label(relation), span);
    }

    /// "his wife, Ann Lee", "Ann Lee's brother Bob".
    pub(super) fn kin(&self, out: &mut Found) {
        if self.mention.form == Form::Pronoun || self.kind(self.entity) != Kind::Person {
            return;
        }
        let mut at = if self.mention.form == Form::Name {
            self.mention.tokens.start.checked_sub(1)
        } else {
            Some(self.mention.head)
        };
        if at.is_some_and(|at| self.form(at) == ",") {
            at = at.and_then(|at| at.checked_sub(1));
        }
        let Some(noun) = at.filter(|&at| KIN.contains(&self.sentence.tokens[at].lemma.as_str())) else {
            return;
        };
        let owner = (noun.saturating_sub(3)..noun).rev().find_map(|token| {
            let possessive = self.sentence.tokens[token].xpos == "PRP$";
            let name = self.sentence.tokens[token + 1].xpos == "POS";
            (possessive || name)
                .then(|| self.reader.entity_at(self.mention.sentence, token))
                .flatten()
        });
        if let Some((other, mention)) = owner {
            let words = self.sentence.tokens[noun].form.clone();
            self.add(
                out,
                "family_of",
                (self.entity, other),
                false,
                &words,
                self.reader.mentions.mentions[mention].span,
            );
        }
    }
}
