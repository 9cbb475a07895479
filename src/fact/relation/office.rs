//! Offices: titles before names, appositions, and "is the president of".

use super::{Found, Here};
use crate::knowledge::knowledge;
use crate::mention::Form;
use crate::ontology::{Kind, ontology};
use crate::text::{Sentence, Span};

impl Here<'_> {
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
            let found = self
                .reader
                .mentions
                .of_sentence(self.mention.sentence)
                .find(|(_, mention)| {
                    mention.tokens.start <= at && at < mention.tokens.end && mention.form != Form::Pronoun
                });
            let (index, mention) = found?;
            Some((self.reader.entities.of_mention[index]?, mention.span))
        })
    }

    /// "Mexico's President | Claudia Sheinbaum", "Renault spokesperson | Ann Lee", "Kenyan runner | Ann Lee".
    pub(super) fn title_before(&self, out: &mut Found) {
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

    /// The relation that an office has to this body: what its title says, or belonging where it says nothing.
    fn office(&self, relation: Option<&'static str>, of: usize) -> Option<&'static str> {
        let kind = self.kind(of);
        let wanted = match (relation, kind) {
            (Some("member_of") | None, Kind::Country | Kind::Location) => "citizen_of",
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
    pub(super) fn apposition(&self, out: &mut Found) {
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
    pub(super) fn predicate(&self, out: &mut Found) {
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
    fn role_phrase(&self, start: usize, out: &mut Found) {
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
