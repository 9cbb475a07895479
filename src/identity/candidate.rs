//! What may be taken up again, and what may take it up: mentions, and noun phrases for things that are no entities of ours.

use crate::mention::{Form, Mention, Mentions, Phrase};
use crate::ontology::Kind;
use crate::syntax::quotation;
use crate::text::{Analysis, Sentence, Token};
use std::ops::Range;

/// A mention or another noun phrase, with what the features ask of it.
#[derive(Debug, Clone)]
pub(super) struct Candidate<'a> {
    pub(super) sentence: usize,
    pub(super) tokens: Range<usize>,
    pub(super) head: usize,
    pub(super) source: Source,
    pub(super) form: Form,
    /// `None` for pronouns and for things.
    pub(super) kind: Option<Kind>,
    pub(super) plural: Option<bool>,
    pub(super) gender: Option<char>,
    pub(super) pronoun: Pronoun,
    pub(super) determiner: Determiner,
    /// The head's lemma.
    pub(super) lemma: &'a str,
    /// Forms without determiners, in small letters.
    pub(super) words: Vec<String>,
    pub(super) quoted: bool,
}

/// Where a candidate comes from, by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    Mention(usize),
    Phrase(usize),
}

/// Pronouns by what they ask of their antecedent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pronoun {
    None,
    He,
    She,
    It,
    They,
    We,
    I,
    You,
    This,
}

impl Pronoun {
    pub(super) const COUNT: usize = 9;

    fn of(word: &str) -> Self {
        match word {
            "he" | "him" | "his" | "himself" => Self::He,
            "she" | "her" | "hers" | "herself" => Self::She,
            "it" | "its" | "itself" => Self::It,
            "they" | "them" | "their" | "theirs" | "themselves" | "themself" => Self::They,
            "we" | "us" | "our" | "ours" | "ourselves" => Self::We,
            "i" | "me" | "my" | "mine" | "myself" => Self::I,
            "you" | "your" | "yours" | "yourself" | "yourselves" => Self::You,
            "this" | "that" | "these" | "those" => Self::This,
            _ => Self::None,
        }
    }
}

/// How a noun phrase begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Determiner {
    Bare,
    Definite,
    Demonstrative,
    Indefinite,
    Possessive,
    Quantifier,
}

impl Determiner {
    pub(super) const COUNT: usize = 6;

    fn of(sentence: &Sentence, tokens: &Range<usize>) -> Self {
        let before = tokens.start.checked_sub(1).map(|index| &sentence.tokens[index]);
        if before.is_some_and(|token| token.xpos == "POS") {
            return Self::Possessive;
        }
        // "the" stands before a name, inside a nominal.
        let inside = &sentence.tokens[tokens.start];
        let first = if inside.xpos == "NNP" {
            before.filter(|token| token.xpos == "DT").unwrap_or(inside)
        } else {
            inside
        };
        match first.form.to_lowercase().as_str() {
            "the" => Self::Definite,
            "this" | "that" | "these" | "those" => Self::Demonstrative,
            "a" | "an" | "another" => Self::Indefinite,
            "some" | "any" | "no" | "every" | "each" | "all" | "both" | "many" | "several" | "most" | "few"
            | "more" => Self::Quantifier,
            _ if first.xpos == "PRP$" => Self::Possessive,
            _ if first.xpos == "CD" => Self::Quantifier,
            _ if sentence.tokens[tokens.clone()].iter().any(|token| token.xpos == "POS") => Self::Possessive,
            _ => Self::Bare,
        }
    }
}

/// What a candidate is to the verb or noun above it.
pub(super) const ROLES: [&str; 11] = [
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "nmod",
    "nmod:poss",
    "conj",
    "appos",
    "root",
    "compound",
    "amod",
];

impl<'a> Candidate<'a> {
    fn new(
        analysis: &'a Analysis,
        sentence: usize,
        tokens: Range<usize>,
        head: usize,
        source: Source,
        form: Form,
    ) -> Self {
        let within = &analysis.sentences[sentence];
        let token = &within.tokens[head];
        let pronoun = if form == Form::Pronoun {
            Pronoun::of(&token.form.to_lowercase())
        } else {
            Pronoun::None
        };
        let is_content = |token: &&Token| !matches!(token.xpos, "DT" | "PRP$" | "POS" | "," | "HYPH" | "PDT");
        let words = within.tokens[tokens.clone()].iter().filter(is_content);
        Self {
            sentence,
            head,
            source,
            form,
            kind: None,
            plural: None,
            gender: None,
            pronoun,
            determiner: Determiner::of(within, &tokens),
            lemma: &token.lemma,
            words: words.map(|token| token.form.to_lowercase()).collect(),
            quoted: quotation::is_quoted(within, head),
            tokens,
        }
    }

    fn of_mention(analysis: &'a Analysis, index: usize, mention: &Mention) -> Self {
        let source = Source::Mention(index);
        let new = Self::new(
            analysis,
            mention.sentence,
            mention.tokens.clone(),
            mention.head,
            source,
            mention.form,
        );
        Self {
            kind: Some(mention.kind).filter(|_| mention.form != Form::Pronoun),
            plural: mention.agreement.plural,
            gender: mention.agreement.gender,
            ..new
        }
    }

    fn of_phrase(analysis: &'a Analysis, index: usize, phrase: &Phrase) -> Self {
        let source = Source::Phrase(index);
        let new = Self::new(
            analysis,
            phrase.sentence,
            phrase.tokens.clone(),
            phrase.head,
            source,
            phrase.form,
        );
        Self {
            plural: Some(phrase.plural),
            ..new
        }
    }

    /// Index in [`ROLES`]; one more than the last for any other.
    pub(super) fn role(&self, analysis: &Analysis) -> usize {
        let token = &analysis.sentences[self.sentence].tokens[self.head];
        let place = |relation: &str| ROLES.iter().position(|role| *role == relation);
        place(token.deprel)
            .or_else(|| place(token.relation()))
            .unwrap_or(ROLES.len())
    }
}

/// All candidates of a document, in the order of the text.
pub(super) fn candidates<'a>(analysis: &'a Analysis, mentions: &Mentions) -> Vec<Candidate<'a>> {
    let of_mentions = mentions.mentions.iter().enumerate();
    let of_mentions = of_mentions.map(|(index, mention)| Candidate::of_mention(analysis, index, mention));
    let of_phrases = mentions.phrases.iter().enumerate();
    let of_phrases = of_phrases.map(|(index, phrase)| Candidate::of_phrase(analysis, index, phrase));
    let mut found: Vec<Candidate<'a>> = of_mentions.chain(of_phrases).collect();
    found.sort_by_key(|candidate| {
        (
            candidate.sentence,
            candidate.tokens.start,
            std::cmp::Reverse(candidate.tokens.end),
        )
    });
    found
}
