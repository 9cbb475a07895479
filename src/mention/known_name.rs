//! Known names that the reader passed over: what capital letters and the tables say.

use super::classify::{self, Judgement, judge};
use super::name::{Finder, merge};
use super::name_word::{BEARERS, PARTICLES, is_calendar, is_year};
use super::{Mention, Role, title};
use crate::knowledge::{Known, LONGEST_NAME, knowledge};
use crate::ontology::Kind;
use crate::text::Token;
use std::ops::Range;

impl Finder<'_> {
    /// Known names, and elections in small letters, that the reader passed over.
    pub(super) fn add_known(&self, found: &mut Vec<Mention>) {
        let mut more = Vec::new();
        for run in self.runs() {
            self.split(run, &mut more);
        }
        more.retain(|mention| mention.known.is_some());
        self.lower_case_events(&mut more);
        merge(found, more);
    }

    /// Whether token `index` may be part of a name.
    pub(super) fn is_name_token(&self, index: usize) -> bool {
        let Some(token) = self.sentence.tokens.get(index) else {
            return false;
        };
        // "al-Assad"
        if matches!(token.form.as_str(), "al" | "el" | "ad" | "ar" | "as" | "an") && self.form(index + 1) == "-" {
            let next = self
                .sentence
                .tokens
                .get(index + 2)
                .filter(|next| next.span.start == token.span.end + 1);
            return next.is_some_and(Token::is_capitalised);
        }
        if !token.is_capitalised() || !token.form.contains(char::is_alphabetic) {
            return false;
        }
        if token.xpos.starts_with("NNP") {
            return true;
        }
        let starts = index == 0
            || matches!(
                self.form(index - 1),
                "\"" | "“" | "‘" | ":" | "(" | "'" | "—" | "•" | "·" | "..."
            );
        if starts {
            // The capital says nothing: the word must be known, or be followed by another capital.
            let known = !knowledge().names(&token.form).is_empty() || knowledge().given_name(&token.form).is_some();
            return known
                && !matches!(
                    token.xpos,
                    "PRP" | "IN" | "DT" | "CC" | "MD" | "RB" | "WRB" | "WP" | "WDT"
                );
        }
        !matches!(
            token.xpos,
            "PRP" | "PRP$" | "DT" | "IN" | "CC" | "MD" | "WDT" | "WP" | "WRB" | "EX" | "UH" | "TO"
        )
    }

    /// Stretches of capitalised words, with the small words that names have inside.
    fn runs(&self) -> Vec<Range<usize>> {
        let mut runs = Vec::new();
        let mut index = 0;
        while index < self.sentence.tokens.len() {
            if !self.is_name_token(index) {
                index += 1;
                continue;
            }
            let start = index;
            let mut end = index + 1;
            while let Some(next) = self.continues(start, end) {
                end = next;
            }
            // "2026 World Cup": the year is part of an event's name.
            let year = start > 0 && is_year(self.form(start - 1));
            let named_event = classify::is_event_word(self.form(end - 1)) || classify::is_event_word(self.form(end));
            runs.push(if year && named_event {
                start - 1..end
            } else {
                start..end
            });
            index = end;
        }
        runs
    }

    /// Where the run goes on to, if it does after `end`.
    fn continues(&self, start: usize, end: usize) -> Option<usize> {
        if end - start > 12 {
            return None;
        }
        let glued = |index: usize| {
            index > 0
                && self
                    .sentence
                    .tokens
                    .get(index)
                    .is_some_and(|token| token.span.start == self.sentence.tokens[index - 1].span.end)
        };
        if self.is_name_token(end) {
            return Some(end + 1);
        }
        match self.form(end) {
            "-" | "–" if glued(end) && glued(end + 1) && self.is_name_token(end + 1) => Some(end + 2),
            "&" if self.is_name_token(end + 1) => Some(end + 2),
            form if PARTICLES.contains(&form) && self.is_name_token(end + 1) => Some(end + 2),
            form if PARTICLES.contains(&form)
                && PARTICLES.contains(&self.form(end + 1))
                && self.is_name_token(end + 2) =>
            {
                Some(end + 3)
            }
            "of" | "for" | "on" => {
                let body = (start..end).any(|index| {
                    classify::is_organisation_word(self.form(index))
                        || matches!(
                            self.form(index),
                            "Gulf"
                                | "Battle"
                                | "Bay"
                                | "Cape"
                                | "Strait"
                                | "Treaty"
                                | "Isle"
                                | "Chancellor"
                                | "Institutes"
                                | "Universities"
                        )
                });
                // "Secretary of State | Ann Lee": the title holds the "of".
                let title = (start..end)
                    .filter_map(|from| title::at(self.text, self.sentence, from, self.sentence.tokens.len()))
                    .map(|(stop, _)| stop)
                    .max();
                if let Some(stop) = title.filter(|&stop| stop > end + 1) {
                    return Some(stop);
                }
                let article = self.form(end + 1) == "the";
                if article && self.form(end) != "of" {
                    return None;
                }
                let next = if article { end + 2 } else { end + 1 };
                // "Federal Aviation Office of Germany": the country only says whose it is; banks and the like bear it in their names.
                let state = knowledge()
                    .names(self.form(next))
                    .iter()
                    .any(|known| known.kind == Kind::Country);
                let bears = (start..end).any(|index| BEARERS.contains(&self.form(index)));
                if state && !bears {
                    return None;
                }
                (body && self.form(start) != "President" && self.is_name_token(next)).then_some(next + 1)
            }
            "and" => {
                // "Department of Health and Human Services": only after "of".
                let inside = (start..end).any(|index| self.form(index) == "of" || self.form(index) == "for");
                let known = knowledge()
                    .names(self.form(end - 1))
                    .iter()
                    .any(|known| known.kind == Kind::Country);
                (inside && !known && self.is_name_token(end + 1) && classify::is_organisation_word(self.form(start)))
                    .then_some(end + 2)
            }
            _ => None,
        }
    }

    /// Cuts a run into titles, demonyms and names.
    fn split(&self, run: Range<usize>, out: &mut Vec<Mention>) {
        let (mut start, end) = (run.start, run.end);
        let mut role = title::before(self.text, self.sentence, start);
        while start < end {
            if matches!(self.form(start), "-" | "–" | "&")
                || PARTICLES.contains(&self.form(start)) && start > run.start && self.form(start + 1) != "-"
            {
                start += 1;
                continue;
            }
            let known = self.longest_known(start, end);
            let title = title::at(self.text, self.sentence, start, end);
            match (known, title) {
                (Some((stop, _)), Some((title_end, _))) if stop < title_end => {}
                (Some((stop, _)), None) if stop == end => return self.push(start..end, role, out),
                (Some((stop, known)), _) if self.stands_alone(start, stop, end, &known) => {
                    self.push(start..stop, None, out);
                    start = stop;
                    role = None;
                    continue;
                }
                _ => {}
            }
            if let Some((stop, relation)) = title {
                role = Some(title::role(self.text, self.sentence, start, stop, relation));
                start = stop;
                continue;
            }
            if matches!(
                self.form(start),
                "Former" | "Ex" | "Late" | "Then" | "Acting" | "Incoming" | "Outgoing"
            ) && start + 1 < end
            {
                start += 1;
                continue;
            }
            // "Finance Minister | Ann Lee": words before a title within the run are part of the office.
            if let Some((stop, relation)) = (start + 1..end)
                .find_map(|at| title::at(self.text, self.sentence, at, end))
                .filter(|&(stop, _)| stop < end)
                && !(start..end).any(|index| classify::is_organisation_word(self.form(index)))
            {
                role = Some(title::role(self.text, self.sentence, start, stop, relation));
                start = stop;
                continue;
            }
            return self.push(start..end, role, out);
        }
    }

    /// The longest name known that begins at `start` and ends by `end`.
    fn longest_known(&self, start: usize, end: usize) -> Option<(usize, Known)> {
        (start + 1..=end.min(start + LONGEST_NAME))
            .rev()
            .filter(|&stop| self.form(stop - 1).contains(char::is_alphanumeric))
            .find_map(|stop| {
                knowledge()
                    .names(self.words(&(start..stop)))
                    .first()
                    .map(|&known| (stop, known))
            })
    }

    /// Whether the known name from `start` to `stop` is a mention of its own, and what follows it another.
    fn stands_alone(&self, start: usize, stop: usize, end: usize, known: &Known) -> bool {
        if stop == end {
            return true;
        }
        if matches!(self.form(stop), "-" | "–") || title::at(self.text, self.sentence, stop, end).is_some() {
            // "U.S.-Mexico", but "Mexican-American War" is one name.
            return known.kind == Kind::Country && !classify::is_event_word(self.form(end - 1))
                || !matches!(self.form(stop), "-" | "–");
        }
        if known.kind != Kind::Country {
            return false;
        }
        let body = classify::is_organisation_word(self.form(end - 1)) || classify::is_event_word(self.form(end - 1));
        let public = self.words(&(start..stop)).contains('.') || self.form(start) == "US" || self.form(start) == "UK";
        !body || (public && end - stop >= 2)
    }

    /// Names of elections have small letters: "2008 presidential election".
    fn lower_case_events(&self, out: &mut Vec<Mention>) {
        for index in 0..self.sentence.tokens.len() {
            if !is_year(self.form(index)) || self.sentence.tokens[index].xpos != "CD" {
                continue;
            }
            let stop = (index + 2..=index + 5).find(|&stop| classify::is_event_word(self.form(stop - 1)));
            let Some(stop) = stop.filter(|&stop| stop > index + 2 && stop <= self.sentence.tokens.len()) else {
                continue;
            };
            let adjectives = self.sentence.tokens[index + 1..stop - 1]
                .iter()
                .all(|token| matches!(token.xpos, "JJ" | "NNP" | "NN" | "VBG"));
            let span = self.sentence.tokens[index]
                .span
                .cover(self.sentence.tokens[stop - 1].span);
            if adjectives
                && !out
                    .iter()
                    .rev()
                    .take(8)
                    .any(|mention| mention.span.overlaps(span) && mention.kind == Kind::Event)
            {
                let judgement = Judgement {
                    kind: Kind::Event,
                    confidence: 0.75,
                    known: None,
                };
                out.push(self.mention(index..stop, judgement, None));
            }
        }
    }

    fn push(&self, mut tokens: Range<usize>, role: Option<Role>, out: &mut Vec<Mention>) {
        // A weekday or month is no name, nor is a word that only begins a sentence.
        while tokens.len() > 1 && is_calendar(self.form(tokens.end - 1)) {
            tokens.end -= 1;
        }
        while tokens.len() > 1 && is_calendar(self.form(tokens.start)) {
            tokens.start += 1;
        }
        // "The Guardian" amid a sentence: the article's capital says that it is part of the name.
        if tokens.start > 1
            && self.form(tokens.start - 1) == "The"
            && !matches!(self.form(tokens.start - 2), "." | "\"" | "“" | ":")
        {
            tokens.start -= 1;
        }
        let first = self.form(tokens.start);
        if is_calendar(first)
            || (tokens.len() == 1
                && (first.chars().count() == 1
                    || title::at(self.text, self.sentence, tokens.start, tokens.end).is_some()))
        {
            return;
        }
        let titled = role.is_some()
            && !(tokens.start..tokens.end)
                .any(|index| classify::is_organisation_word(self.form(index)) || self.form(index) == "of");
        // "carmaker Renault", "president of": only a title right before a person's name is one.
        let titled = titled
            && self
                .longest_known(tokens.start, tokens.end)
                .is_none_or(|(stop, known)| stop < tokens.end || known.kind == Kind::Location);
        let judgement = judge(self.text, self.sentence, &tokens, titled);
        // "Ariane 5", "Badr-6": a word of which nothing is known and a number is a thing.
        let numbered = |index: usize| self.form(index).starts_with(|letter: char| letter.is_ascii_digit());
        let is_thing = judgement.known.is_none()
            && judgement.confidence < 0.75
            && (numbered(tokens.end) || (matches!(self.form(tokens.end), "-" | "–") && numbered(tokens.end + 1)));
        if is_thing {
            return;
        }
        let role = role.filter(|_| judgement.kind == Kind::Person);
        out.push(self.mention(tokens, judgement, role));
    }
}
