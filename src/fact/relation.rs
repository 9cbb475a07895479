//! Lasting facts from titles, appositions, possessives and compound names. Never from mere nearness.

use super::{Reader, Relation};
use crate::knowledge::knowledge;
use crate::mention::{Form, Mention};
use crate::ontology::{Kind, ontology};
use crate::text::{Sentence, Span};

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

/// Finds the relations of a document, in the order of the text.
pub(super) fn find(reader: &Reader<'_>) -> Vec<Relation> {
    let mut out = Vec::new();
    for (index, mention) in reader.mentions.mentions.iter().enumerate() {
        let Some(entity) = reader.entities.of_mention[index] else {
            continue;
        };
        let here = Here {
            reader,
            index,
            mention,
            entity,
            sentence: &reader.analysis.sentences[mention.sentence],
        };
        match mention.form {
            Form::Name => {
                here.title_before(&mut out);
                here.owner(&mut out);
                here.apposition(&mut out);
                here.place(&mut out);
                here.body_of_state(&mut out);
            }
            Form::Nominal => here.nominal(&mut out),
            Form::Pronoun => {}
        }
        here.predicate(&mut out);
        here.kin(&mut out);
    }
    out
}

/// A mention with everything around it.
struct Here<'a> {
    reader: &'a Reader<'a>,
    index: usize,
    mention: &'a Mention,
    entity: usize,
    sentence: &'a Sentence,
}

impl Here<'_> {
    fn kind(&self, entity: usize) -> Kind {
        self.reader.entities.entities[entity].kind
    }

    /// The entity and mention whose last token is `token`, when a name ends there.
    fn name_ending_at(&self, token: usize) -> Option<(usize, &Mention)> {
        let (entity, mention) = self.reader.entity_at(self.mention.sentence, token)?;
        let mention = &self.reader.mentions.mentions[mention];
        (mention.form == Form::Name && mention.tokens.end == token + 1).then_some((entity, mention))
    }

    fn form(&self, token: usize) -> &str {
        self.sentence.tokens.get(token).map_or("", |token| token.form.as_str())
    }

    /// Adds a relation where the ontology allows it; symmetric ones go from the entity that comes first.
    fn add(
        &self,
        out: &mut Vec<Relation>,
        relation: &'static str,
        ends: (usize, usize),
        past: bool,
        label: &str,
        other: Span,
    ) {
        let entry = ontology().relation(relation).expect("a relation of the ontology");
        let (from, to) = if entry.symmetric && ends.0 > ends.1 {
            (ends.1, ends.0)
        } else {
            ends
        };
        if from == to || !entry.allows(self.kind(from), self.kind(to)) {
            return;
        }
        if let Some(known) = out
            .iter_mut()
            .find(|known: &&mut Relation| known.relation == relation && known.from == from && known.to == to)
        {
            known.past &= past;
            return;
        }
        out.push(Relation {
            relation,
            from,
            to,
            past,
            label: label.to_owned(),
            span: self.mention.span.cover(other),
            sentence: self.mention.sentence,
            confidence: 0.8,
        });
    }

    /// What an office is of: the possessor or name right before token `start`, or what follows "of", "for", "at", "in" after `end`.
    fn holder_of(&self, start: usize, end: usize) -> Option<(usize, Span)> {
        let before = start.checked_sub(1).and_then(|before| {
            let possessive = self.sentence.tokens[before].xpos == "POS";
            let at = if possessive { before.checked_sub(1)? } else { before };
            let at = if matches!(
                self.form(at).to_lowercase().as_str(),
                "former" | "ex" | "then" | "current" | "new" | "late"
            ) {
                at.checked_sub(1)?
            } else {
                at
            };
            let (entity, mention) = self.name_ending_at(at)?;
            (self.kind(entity) != Kind::Person).then_some((entity, mention.span))
        });
        before.or_else(|| {
            let preposition = self.form(end);
            if !matches!(preposition, "of" | "for" | "at" | "in" | "to" | "with") {
                return None;
            }
            let mut at = end + 1;
            while at < end + 3
                && matches!(
                    self.sentence.tokens.get(at).map(|token| token.xpos),
                    Some("DT" | "PRP$")
                )
            {
                at += 1;
            }
            // The name that begins there, or a possessor's body: "of the company's board" names none.
            let found = self.reader.mentions.mentions.iter().enumerate().find(|(_, mention)| {
                mention.sentence == self.mention.sentence
                    && mention.tokens.start <= at
                    && at < mention.tokens.end
                    && mention.form != Form::Pronoun
            });
            let (index, mention) = found?;
            Some((self.reader.entities.of_mention[index]?, mention.span))
        })
    }

    /// "Mexico's President | Claudia Sheinbaum", "Renault spokesperson | Ann Lee", "Kenyan runner | Ann Lee".
    fn title_before(&self, out: &mut Vec<Relation>) {
        let Some(role) = &self.mention.role else { return };
        let tokens = &self.sentence.tokens;
        let Some(start) = tokens.iter().position(|token| token.span.start == role.span.start) else {
            return;
        };
        let end = self.mention.tokens.start;
        // "Director-General of WHO Dr | Ann Lee": the office stands before the body.
        let before = start.checked_sub(1).and_then(|before| self.name_ending_at(before));
        if let Some((of, body)) = before.filter(|(entity, _)| self.kind(*entity) != Kind::Person)
            && let Some(preposition) = body
                .tokens
                .start
                .checked_sub(1)
                .filter(|&at| matches!(self.form(at), "of" | "for" | "at"))
            && let Some(title) = title_ending_at(self.reader.text, self.sentence, preposition)
            && let Some(relation) = self.office(title.1, of)
        {
            return self.add(out, relation, (self.entity, of), false, title.0, body.span);
        }
        let Some((of, span)) = self
            .holder_of(start, end)
            .filter(|_| start > 0 || self.form(end) == "of")
        else {
            return;
        };
        if let Some(relation) = self.office(role.relation, of) {
            self.add(out, relation, (self.entity, of), role.past, &role.text, span);
        }
    }

    /// "Kenya's | Brigid Kosgei", "Ann Lee of Kenya", "Mahan Air of Iran", "the harbour of Bergen".
    fn owner(&self, out: &mut Vec<Relation>) {
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

    /// The relation that an office has to this body: what its title says, or belonging where it says nothing.
    fn office(&self, relation: Option<&'static str>, of: usize) -> Option<&'static str> {
        let kind = self.kind(of);
        let wanted = match (relation, kind) {
            (Some("member_of") | None, Kind::Country | Kind::Location) => {
                "citizen_of"
            }
            (Some(relation), _) => relation,
            (None, Kind::Organisation) => "works_for",
            _ => return None,
        };
        ontology()
            .relation(wanted)
            .filter(|entry| entry.allows(self.kind(self.entity), kind))
            .map(|entry| entry.name.as_str())
    }

    /// "Ann Lee, president of Norway," and "Ann Lee, Norway's president,".
    fn apposition(&self, out: &mut Vec<Relation>) {
        if self.mention.kind != Kind::Person || self.form(self.mention.tokens.end) != "," {
            return;
        }
        let mut start = self.mention.tokens.end + 1;
        // "Ann Lee, 45, the president of …"
        if self.sentence.tokens.get(start).is_some_and(|token| token.xpos == "CD") && self.form(start + 1) == "," {
            start += 2;
        }
        self.role_phrase(start, out);
    }

    /// "Ann Lee is the president of Norway."
    fn predicate(&self, out: &mut Vec<Relation>) {
        let token = &self.sentence.tokens[self.mention.head];
        let Some(predicate) = token.head.filter(|_| token.deprel == "nsubj") else {
            return;
        };
        if !self
            .sentence
            .children(predicate)
            .any(|child| self.sentence.tokens[child].deprel == "cop")
            || self.kind(self.entity) != Kind::Person
        {
            return;
        }
        let first = self
            .sentence
            .children(predicate)
            .filter(|&child| {
                matches!(
                    self.sentence.tokens[child].deprel,
                    "det" | "amod" | "compound" | "nmod:poss"
                )
            })
            .min();
        self.role_phrase(first.unwrap_or(predicate).min(predicate), out);
    }

    /// A role in small letters from token `start` on, with what it is of before or after it.
    fn role_phrase(&self, start: usize, out: &mut Vec<Relation>) {
        let tokens = &self.sentence.tokens;
        let limit = tokens.len().min(start + 8);
        let mut at = start;
        let mut past = false;
        while at < limit {
            let form = self.form(at).to_lowercase();
            past |= matches!(form.as_str(), "former" | "ex" | "late");
            if matches!(form.as_str(), "," | "." | "who" | "which" | "of" | "and" | ";" | "\"") {
                return;
            }
            let title = (at + 1..=limit.min(at + 4)).rev().find_map(|stop| {
                let span = tokens[at].span.cover(tokens[stop - 1].span);
                knowledge()
                    .title(span.of(self.reader.text))
                    .map(|title| (stop, span, title))
            });
            let Some((stop, span, title)) = title else {
                at += 1;
                continue;
            };
            // The office may go on: "chief executive | officer of".
            let Some((of, other)) = self.holder_of(at, stop) else {
                at = stop;
                continue;
            };
            if let Some(relation) = self.office(title.relation, of) {
                self.add(out, relation, (self.entity, of), past, span.of(self.reader.text), other);
            }
            return;
        }
    }

    /// "Bergen, Norway" and "Norway's capital, Oslo".
    fn place(&self, out: &mut Vec<Relation>) {
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
    fn body_of_state(&self, out: &mut Vec<Relation>) {
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
    fn nominal(&self, out: &mut Vec<Relation>) {
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
    fn kin(&self, out: &mut Vec<Relation>) {
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

/// The longest title that ends before token `end`, with its relation.
fn title_ending_at<'t>(text: &'t str, sentence: &Sentence, end: usize) -> Option<(&'t str, Option<&'static str>)> {
    (end.saturating_sub(4)..end).find_map(|start| {
        let words = sentence.tokens[start]
            .span
            .cover(sentence.tokens[end - 1].span)
            .of(text);
        knowledge().title(words).map(|title| (words, title.relation))
    })
}

fn relation_label(relation: &'static str) -> &'static str {
    ontology()
        .relation(relation)
        .map_or(relation, |entry| entry.label.as_str())
}
