//! Names: what the reader takes for one, trimmed to what a name is here, with what is known of it.

use super::classify::{self, Judgement, judge};
use super::name_word::{gender, is_calendar, is_thing};
use super::second_look::Learned;
use super::{Agreement, Form, Mention, Role, title};
use crate::knowledge::{Known, KnownForm, knowledge};
use crate::ontology::Kind;
use crate::syntax::{is_common_word, is_title_case};
use crate::text::{Analysis, Document, NamedSpan, Sentence, SentenceKind};
use std::ops::Range;

/// How sure a war is that is named after places.
const WAR: f64 = 0.8;

/// Finds the names of a document, then looks a second time with what was found: in headlines, and for surnames alone.
pub(super) fn find(document: &Document, analysis: &Analysis) -> Vec<Mention> {
    let finders = analysis.sentences.iter().enumerate();
    let finders = finders.filter(|(_, sentence)| sentence.kind != SentenceKind::Furniture);
    let finders = finders.map(|(index, sentence)| Finder {
        text: &document.text,
        sentence,
        index,
    });
    let (headlines, prose): (Vec<_>, Vec<_>) = finders.partition(|finder| is_title_case(finder.sentence));
    let mut found = Vec::new();
    for finder in &prose {
        let mut here = finder.read();
        finder.add_known(&mut here);
        found.append(&mut here);
    }
    let learned = Learned::from(&found, &document.text);
    let mut acronyms: Vec<Mention> = prose
        .iter()
        .flat_map(|finder| learned.acronyms(finder, &found))
        .collect();
    found.append(&mut acronyms);
    for finder in &headlines {
        let mut here = finder.read();
        let mut known = Vec::new();
        learned.headline(finder, &mut known);
        // A capital says little there: what is neither known nor in the text must be sure, and more than a word.
        here.retain(|mention| {
            let is_sure = mention.confidence >= 0.9 && mention.tokens.len() > 1;
            mention.known.is_some() || is_sure || learned.has(finder.words(&mention.tokens))
        });
        merge(&mut here, known);
        found.append(&mut here);
    }
    learned.correct(&document.text, &mut found);
    found.sort_by_key(|mention| mention.span);
    found
}

/// Adds the mentions that overlap none of those found.
pub(super) fn merge(found: &mut Vec<Mention>, mut more: Vec<Mention>) {
    more.retain(|mention| !found.iter().any(|other| other.span.overlaps(mention.span)));
    found.append(&mut more);
    found.sort_by_key(|mention| mention.span);
}

/// One sentence, searched for names.
pub(super) struct Finder<'a> {
    pub(super) text: &'a str,
    pub(super) sentence: &'a Sentence,
    pub(super) index: usize,
}

impl Finder<'_> {
    pub(super) fn form(&self, index: usize) -> &str {
        self.sentence.tokens.get(index).map_or("", |token| token.form.as_str())
    }

    pub(super) fn words(&self, tokens: &Range<usize>) -> &str {
        self.sentence.tokens[tokens.start]
            .span
            .cover(self.sentence.tokens[tokens.end - 1].span)
            .of(self.text)
    }

    /// The names that the reader found, with what is known of them and the titles before them.
    fn read(&self) -> Vec<Mention> {
        let mut found: Vec<Mention> = Vec::new();
        for mention in self.sentence.names.iter().filter_map(|name| self.read_one(name)) {
            while found.last().is_some_and(|before| before.span.overlaps(mention.span)) {
                found.pop();
            }
            found.push(mention);
        }
        self.wars(&mut found);
        found
    }

    /// "the Mexican-American War", "the Korean War": a war that is named after places, where only the places were read.
    fn wars(&self, found: &mut Vec<Mention>) {
        for end in 1..self.sentence.tokens.len() {
            if !matches!(self.form(end), "War" | "Wars") {
                continue;
            }
            let start = self.beginning(end);
            let inside = |mention: &Mention| mention.tokens.start < end + 1 && start < mention.tokens.end;
            let place = |mention: &Mention| {
                let within = start <= mention.tokens.start && mention.tokens.end <= end + 1;
                within && matches!(mention.kind, Kind::Country | Kind::Location)
            };
            if found.iter().any(&inside) && found.iter().filter(|mention| inside(mention)).all(place) {
                found.retain(|mention| !inside(mention));
                let judgement = Judgement {
                    kind: Kind::Event,
                    confidence: WAR,
                    known: None,
                };
                found.push(self.mention(start..end + 1, judgement, None));
                found.sort_by_key(|mention| mention.span);
            }
        }
    }

    fn read_one(&self, name: &NamedSpan) -> Option<Mention> {
        let mut tokens = name.tokens.clone();
        let mut role = None;
        if name.kind == Kind::Person {
            role = title::before(self.text, self.sentence, tokens.start);
            // "Dr Ann Lee": corpora differ on whether the title is part of the name; here it is not.
            while let Some((stop, relation)) = title::at(self.text, self.sentence, tokens.start, tokens.end)
                && stop < tokens.end
            {
                role = Some(title::role(self.text, self.sentence, tokens.start, stop, relation));
                tokens.start = stop;
            }
            // "WHO Dr Ann Lee": what stands before a title is another's name.
            let inside = (tokens.start + 1..tokens.end).find_map(|from| {
                let (stop, relation) = title::at(self.text, self.sentence, from, tokens.end)?;
                (stop < tokens.end).then(|| (stop, title::role(self.text, self.sentence, from, stop, relation)))
            });
            if let Some((stop, title)) = inside {
                (tokens.start, role) = (stop, Some(title));
            }
            // "Secretary", "Director-General": a title alone names nobody.
            if title::at(self.text, self.sentence, tokens.start, tokens.end).is_some_and(|(stop, _)| stop == tokens.end)
            {
                return None;
            }
        }
        self.trim(name.kind, &mut tokens);
        let has_capital = |index: usize| self.form(index).contains(char::is_uppercase);
        if name.kind != Kind::Event && !tokens.clone().any(has_capital)
            || tokens.clone().all(|index| is_calendar(self.form(index)))
            || self.names_a_thing(name, &tokens)
        {
            return None;
        }
        let judgement = judge(self.text, self.sentence, &tokens, false);
        // What the words are known as counts where it is of the kind that the context gives.
        let words = self.words(&tokens);
        let names = knowledge().names(words);
        let fits = |known: &Known| known.kind == name.kind;
        let known = judgement.known.filter(fits);
        let known = known.or_else(|| names.iter().copied().find(fits));
        // "Ethiopians" are nobody's name; "the U.S." is a country wherever it stands.
        let demonym = |known: &&Known| known.kind == Kind::Country && known.form == KnownForm::Demonym;
        let state = |known: &&Known| {
            name.kind == Kind::Location && known.kind == Kind::Country && known.form != KnownForm::Capital
        };
        let country = names
            .iter()
            .find(demonym)
            .filter(|_| tokens.len() == 1 || name.kind != Kind::Person);
        let country = country
            .or_else(|| names.iter().find(state))
            .copied()
            .filter(|_| known.is_none());
        let kind = country.map_or(name.kind, |known| known.kind);
        let known = known.or(country);
        // "Ariane 5", "Badr-6": a word of which nothing is known and a number is a thing, or a place ("K2-18b").
        let numbered = |index: usize| self.form(index).starts_with(|letter: char| letter.is_ascii_digit());
        let dashed = matches!(self.form(tokens.end), "-" | "–") && numbered(tokens.end + 1);
        if name.kind == Kind::Location && dashed {
            tokens.end += 2;
        } else if known.is_none()
            && (dashed || numbered(tokens.end) || numbered(tokens.end - 1))
            && matches!(name.kind, Kind::Organisation | Kind::Person)
            && !classify::is_organisation_word(self.form(tokens.end - 1))
            && tokens.len() <= 2
        {
            return None;
        }
        let judgement = Judgement {
            kind,
            confidence: name.confidence,
            known,
        };
        Some(self.mention(tokens, judgement, role.filter(|_| kind == Kind::Person)))
    }

    /// Where the row of names and dashes begins that stands right before token `end`: "the | Mexican-American War".
    fn beginning(&self, end: usize) -> usize {
        let is_part = |index: usize| self.is_name_token(index) || matches!(self.form(index), "-" | "–");
        (0..end).rev().take_while(|&index| is_part(index)).last().unwrap_or(end)
    }

    /// Takes in, or leaves out, words at a name's borders that the corpora treat in different ways.
    fn trim(&self, kind: Kind, tokens: &mut Range<usize>) {
        let has_capital = |index: usize| self.form(index).contains(char::is_uppercase);
        if kind == Kind::Event {
            // "the Mexican-American | War": the generic word alone names no event.
            if tokens.len() == 1 && classify::is_event_word(self.form(tokens.start)) {
                tokens.start = self.beginning(tokens.start);
            }
            // "the 1846-48 War": a span of years is no part of an event's name, as the year of an election is.
            let begins_with_number = self
                .form(tokens.start)
                .starts_with(|letter: char| letter.is_ascii_digit());
            if begins_with_number && matches!(self.form(tokens.start + 1), "-" | "–") && tokens.len() > 3 {
                tokens.start += 3;
            }
            return;
        }
        while tokens.len() > 1 && kind != Kind::Location && !has_capital(tokens.start) {
            tokens.start += 1;
        }
        // "San Juan | streets", "U.S. | island": a common noun after a name is no part of it.
        let is_common = |index: usize| !has_capital(index) && is_common_word(self.form(index));
        while tokens.len() > 1 && is_common(tokens.end - 1) {
            tokens.end -= 1;
        }
        // "The Guardian" amid a sentence: the article's capital says that it is part of the name.
        if kind == Kind::Organisation
            && tokens.start > 1
            && self.form(tokens.start - 1) == "The"
            && !matches!(self.form(tokens.start - 2), "." | "\"" | "“" | ":")
        {
            tokens.start -= 1;
        }
    }

    /// Rockets, telescopes, cars and currencies bear names too, and are no entities: "the Kepler telescope", "a Boeing 777".
    fn names_a_thing(&self, name: &NamedSpan, tokens: &Range<usize>) -> bool {
        let head = self.sentence.head_of(tokens);
        let token = &self.sentence.tokens[head];
        let of_thing = matches!(token.relation(), "compound" | "nmod" | "flat" | "amod")
            && token
                .head
                .is_some_and(|over| over >= tokens.end && is_thing(&self.sentence.tokens[over].lemma));
        // A state's missile is the state's, its dollar is none.
        let is_money = matches!(self.form(tokens.end), "dollar" | "dollars" | "pound" | "pounds");
        if of_thing && (name.kind != Kind::Country || is_money) {
            return true;
        }
        let article = self.sentence.child(head, "det").map(|det| self.form(det));
        let one_of_many = matches!(article, Some("a" | "an" | "A" | "An"));
        if name.kind == Kind::Organisation && one_of_many && !classify::is_organisation_word(self.form(tokens.end - 1))
        {
            return true;
        }
        // A word that is no word of events names one seldom, and a number never.
        let word = self.form(tokens.start);
        name.kind == Kind::Event
            && tokens.len() == 1
            && !classify::is_event_word(word)
            && (name.confidence < 0.8 || !word.contains(char::is_alphabetic))
    }

    pub(super) fn mention(&self, tokens: Range<usize>, judgement: Judgement, role: Option<Role>) -> Mention {
        let span = self.sentence.tokens[tokens.start]
            .span
            .cover(self.sentence.tokens[tokens.end - 1].span);
        let gender = (judgement.kind == Kind::Person)
            .then(|| gender(self.form(tokens.start), role.as_ref()))
            .flatten();
        Mention {
            span,
            sentence: self.index,
            head: self.sentence.head_of(&tokens),
            form: Form::Name,
            kind: judgement.kind,
            confidence: judgement.confidence,
            agreement: Agreement {
                plural: Some(false),
                gender,
            },
            known: judgement.known,
            role,
            tokens,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::find as find_all;
    use crate::mention::Form;
    use crate::syntax::analyse;
    use crate::text::Document;

    fn check(text: &str, wanted: &[(&str, &str)]) {
        let document = Document::new("t", text);
        let found = find_all(&document, &analyse(&document));
        let names: Vec<_> = found
            .mentions
            .iter()
            .filter(|mention| mention.form == Form::Name)
            .map(|mention| (mention.span.of(text), mention.kind.name()))
            .collect();
        assert_eq!(names, wanted, "{text}");
    }

    #[test]
    fn titles_and_demonyms_stand_apart() {
        check(
            "Mexico's President Claudia Sheinbaum rejected U.S. strikes.",
            &[
                ("Mexico", "country"),
                ("Claudia Sheinbaum", "person"),
                ("U.S.", "country"),
            ],
        );
        check(
            "The French carmaker met Prime Minister Ann Lee in Oslo on Tuesday.",
            &[("French", "country"), ("Ann Lee", "person"), ("Oslo", "location")],
        );
        check(
            "It hurt U.S.-Mexico relations after the Mexican-American War.",
            &[
                ("U.S.", "country"),
                ("Mexico", "country"),
                ("Mexican-American War", "event"),
            ],
        );
    }

    #[test]
    fn the_longest_name_wins() {
        check(
            "He left Cornell University for the Bank of England.",
            &[
                ("Cornell University", "organisation"),
                ("Bank of England", "organisation"),
            ],
        );
        check(
            "They won the 2008 presidential election.",
            &[("2008 presidential election", "event")],
        );
    }

    #[test]
    fn headlines_know_what_the_text_names() {
        check(
            "Okello Rejects Plan Of Rivals Again\n\nThe minister, Grace Okello, said no.",
            &[("Okello", "person"), ("Grace Okello", "person")],
        );
    }
}
