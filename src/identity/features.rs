//! What is asked of two candidates before they are taken for one: yes-or-no questions, in a fixed order, that the pair scorer
//! was trained on. A candidate paired with itself stands for "nobody before".

use super::candidate::{Candidate, Determiner, Pronoun, ROLES, Source};
use super::name::person_rule;
use crate::knowledge::key;
use crate::mention::{Form, Mentions};
use crate::ontology::Kind;
use crate::syntax::quotation;
use crate::text::{Analysis, SentenceKind};
use std::collections::HashMap;

/// Groups of questions with the number of each: their order is the order of the scorer's inputs.
#[derive(Clone, Copy)]
enum Group {
    Itself,
    Forms,
    LaterPronoun,
    EarlierPronoun,
    Kinds,
    Number,
    Gender,
    LaterDeterminer,
    EarlierDeterminer,
    Words,
    Sentences,
    Steps,
    EarlierRole,
    LaterRole,
    Structure,
    Quotation,
    Place,
    Frequency,
    Latest,
    Alone,
}

const SIZES: [usize; 20] = [
    FORMS,
    FORMS * FORMS,
    Pronoun::COUNT,
    Pronoun::COUNT,
    KINDS * KINDS,
    3,
    3,
    Determiner::COUNT,
    Determiner::COUNT,
    11,
    16,
    16,
    ROLES.len() + 1,
    ROLES.len() + 1,
    11,
    7,
    5,
    4,
    2,
    4,
];

const FORMS: usize = 4;
const KINDS: usize = 6;

/// How many questions there are.
pub(super) const COUNT: usize = {
    let (mut sum, mut group) = (0, 0);
    while group < SIZES.len() {
        sum += SIZES[group];
        group += 1;
    }
    sum
};

/// The questions of one pair that are answered with yes.
pub(super) struct Answers(pub(super) Vec<u16>);

impl Answers {
    fn yes(&mut self, group: Group, question: usize) {
        let group = group as usize;
        debug_assert!(question < SIZES[group]);
        let place = SIZES[..group].iter().sum::<usize>() + question;
        self.0.push(u16::try_from(place).expect("some hundred questions"));
    }

    fn yes_if(&mut self, group: Group, question: usize, answer: bool) {
        if answer {
            self.yes(group, question);
        }
    }
}

/// What the questions need to know of the whole document.
pub(super) struct Context<'a> {
    analysis: &'a Analysis,
    mentions: &'a Mentions,
    candidates: &'a [Candidate<'a>],
    /// The candidate that says what a quoted candidate stands in.
    speakers: Vec<Option<usize>>,
    /// How many candidates before have the same words, and the same head.
    same_words: Vec<usize>,
    same_head: Vec<usize>,
}

impl<'a> Context<'a> {
    pub(super) fn new(analysis: &'a Analysis, mentions: &'a Mentions, candidates: &'a [Candidate<'a>]) -> Self {
        let heads = candidates
            .iter()
            .enumerate()
            .map(|(index, candidate)| ((candidate.sentence, candidate.head), index));
        let heads: HashMap<(usize, usize), usize> = heads.collect();
        let speaker = |candidate: &Candidate| {
            let asks = candidate.quoted && candidate.form == Form::Pronoun;
            let token = asks.then(|| quotation::speaker(&analysis.sentences, candidate.sentence, candidate.head))??;
            heads.get(&token).copied()
        };
        let (mut words, mut lemmas) = (HashMap::new(), HashMap::new());
        let (mut same_words, mut same_head) = (Vec::new(), Vec::new());
        for candidate in candidates {
            let times = words.entry(candidate.words.as_slice()).or_insert(0);
            same_words.push(*times);
            *times += 1;
            let times = lemmas.entry(candidate.lemma).or_insert(0);
            same_head.push(*times);
            *times += 1;
        }
        Self {
            analysis,
            mentions,
            candidates,
            speakers: candidates.iter().map(speaker).collect(),
            same_words,
            same_head,
        }
    }

    /// Whether a candidate is the subject of its clause.
    pub(super) fn is_subject(&self, candidate: usize) -> bool {
        let candidate = &self.candidates[candidate];
        self.analysis.sentences[candidate.sentence].tokens[candidate.head].relation() == "nsubj"
    }

    /// Who says what this candidate stands in, when it is a pronoun in a quotation.
    pub(super) fn speaker(&self, candidate: usize) -> Option<usize> {
        self.speakers[candidate]
    }

    /// The answers for a candidate that takes up nobody.
    pub(super) fn alone(&self, later: usize) -> Answers {
        let mut answers = Answers(Vec::new());
        let candidate = &self.candidates[later];
        answers.yes(Group::Itself, form(candidate));
        self.of_later(&mut answers, candidate);
        answers.yes_if(Group::Alone, 0, self.same_head[later] > 0);
        answers.yes_if(Group::Alone, 1, self.same_words[later] > 0);
        answers.yes_if(Group::Alone, 2, self.is_expletive(candidate));
        answers.yes_if(Group::Alone, 3, self.speakers[later].is_some());
        answers
    }

    fn of_later(&self, answers: &mut Answers, later: &Candidate) {
        answers.yes(Group::LaterPronoun, later.pronoun as usize);
        answers.yes(Group::LaterDeterminer, later.determiner as usize);
        answers.yes(Group::LaterRole, later.role(self.analysis));
        let kind = self.analysis.sentences[later.sentence].kind;
        answers.yes_if(Group::Place, 3, kind == SentenceKind::Headline);
        answers.yes_if(Group::Quotation, 0, later.quoted);
    }

    /// "It is clear that …": the clause after it is what it stands for.
    fn is_expletive(&self, candidate: &Candidate) -> bool {
        let sentence = &self.analysis.sentences[candidate.sentence];
        let Some(verb) = sentence.tokens[candidate.head]
            .head
            .filter(|_| candidate.pronoun == Pronoun::It)
        else {
            return false;
        };
        let clause = |token: &usize| matches!(sentence.tokens[*token].relation(), "csubj" | "ccomp" | "advcl");
        sentence.tokens[candidate.head].deprel == "expl"
            || sentence.children(verb).any(|child| child > verb && clause(&child))
    }

    /// The answers for two candidates; `steps`: how many candidates lie between them, those that do not agree left out.
    pub(super) fn pair(&self, earlier: usize, later: usize, steps: usize, latest: [bool; 2]) -> Answers {
        let mut answers = Answers(Vec::new());
        let (a, b) = (&self.candidates[earlier], &self.candidates[later]);
        answers.yes(Group::Forms, form(a) * FORMS + form(b));
        self.of_later(&mut answers, b);
        answers.yes(Group::EarlierPronoun, a.pronoun as usize);
        answers.yes(Group::EarlierDeterminer, a.determiner as usize);
        answers.yes(Group::EarlierRole, a.role(self.analysis));
        answers.yes(Group::Kinds, kind(a.kind) * KINDS + kind(b.kind));
        answers.yes(Group::Number, agreement(a.plural, b.plural));
        answers.yes(Group::Gender, agreement(a.gender, b.gender));
        self.words(&mut answers, a, b);
        let pronoun = usize::from(b.form == Form::Pronoun);
        let apart = a.sentence.abs_diff(b.sentence);
        answers.yes(Group::Sentences, bucket(apart + 1) + 8 * pronoun);
        answers.yes(Group::Steps, bucket(steps.max(1)) + 8 * pronoun);
        self.structure(&mut answers, earlier, later);
        answers.yes_if(Group::Quotation, 1, a.quoted);
        answers.yes_if(Group::Quotation, 2, a.quoted && b.quoted);
        answers.yes_if(Group::Quotation, 3, a.quoted != b.quoted);
        answers.yes_if(Group::Quotation, 4, self.speakers[later] == Some(earlier));
        answers.yes_if(
            Group::Quotation,
            5,
            self.speakers[later].is_some() && self.speakers[later] == self.speakers[earlier],
        );
        answers.yes_if(Group::Quotation, 6, self.speakers[earlier] == Some(later));
        let (first, second) = (
            &self.analysis.sentences[a.sentence],
            &self.analysis.sentences[b.sentence],
        );
        answers.yes_if(Group::Place, 0, first.kind == SentenceKind::Headline);
        answers.yes_if(
            Group::Place,
            1,
            a.sentence == 0 || (a.sentence == 1 && self.analysis.sentences[0].kind == SentenceKind::Headline),
        );
        answers.yes_if(Group::Place, 2, a.tokens.start == 0);
        answers.yes_if(Group::Place, 4, first.paragraph == second.paragraph);
        answers.yes(Group::Frequency, self.same_words[earlier].min(3));
        answers.yes_if(Group::Latest, 0, latest[0]);
        answers.yes_if(Group::Latest, 1, latest[1]);
        answers
    }

    fn words(&self, answers: &mut Answers, a: &Candidate, b: &Candidate) {
        if b.form == Form::Pronoun {
            answers.yes_if(Group::Words, 10, a.words == b.words);
            return;
        }
        let same_head = a.lemma == b.lemma;
        let has = |one: &Candidate, other: &Candidate| other.words.iter().all(|word| one.words.contains(word));
        answers.yes_if(Group::Words, 0, same_head);
        answers.yes_if(Group::Words, 1, a.words == b.words);
        answers.yes_if(Group::Words, 2, has(a, b));
        answers.yes_if(Group::Words, 3, has(b, a));
        answers.yes_if(Group::Words, 4, a.words.iter().any(|word| word == b.lemma));
        let clash = same_head && !has(a, b) && !has(b, a);
        answers.yes_if(Group::Words, 5, clash);
        answers.yes_if(Group::Words, 6, self.has_role(a, b));
        if let (Source::Mention(one), Source::Mention(other)) = (a.source, b.source) {
            let (one, other) = (&self.mentions.mentions[one], &self.mentions.mentions[other]);
            let known = |known: &crate::knowledge::Known| known.name;
            let same = one
                .known
                .as_ref()
                .map(known)
                .is_some_and(|name| other.known.as_ref().map(known) == Some(name));
            answers.yes_if(Group::Words, 7, same);
        }
        if a.kind == Some(Kind::Person) && b.kind == Some(Kind::Person) && a.form == Form::Name && b.form == Form::Name
        {
            let (one, other) = (a.words.join(" "), b.words.join(" "));
            let (one, other) = (key(&one), key(&other));
            let (one, other): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
            let rule = person_rule(&one, &other).or_else(|| person_rule(&other, &one));
            answers.yes_if(Group::Words, 8, rule.is_some());
            answers.yes_if(Group::Words, 9, rule.is_none() && a.words != b.words);
        }
    }

    /// "the president" takes up who bears that role.
    fn has_role(&self, a: &Candidate, b: &Candidate) -> bool {
        let Source::Mention(index) = a.source else { return false };
        let role = self.mentions.mentions[index].role.as_ref();
        role.and_then(|role| role.text.split_whitespace().next_back())
            .is_some_and(|word| word.to_lowercase() == b.lemma)
    }

    fn structure(&self, answers: &mut Answers, earlier: usize, later: usize) {
        let (a, b) = (&self.candidates[earlier], &self.candidates[later]);
        answers.yes_if(Group::Structure, 0, later < earlier);
        let role = a.role(self.analysis);
        answers.yes_if(Group::Structure, 1, role == b.role(self.analysis) && role < ROLES.len());
        if a.sentence != b.sentence {
            return;
        }
        let sentence = &self.analysis.sentences[a.sentence];
        let above = |token: usize| {
            std::iter::successors(sentence.tokens[token].head, |&head| sentence.tokens[head].head).take(40)
        };
        let governs = |upper: usize, lower: usize| above(lower).any(|head| head == upper);
        let (over_a, over_b) = (sentence.tokens[a.head].head, sentence.tokens[b.head].head);
        answers.yes(Group::Structure, 2);
        answers.yes_if(Group::Structure, 3, governs(a.head, b.head));
        answers.yes_if(Group::Structure, 4, governs(b.head, a.head));
        answers.yes_if(Group::Structure, 5, over_a.is_some() && over_a == over_b);
        let reflexive =
            sentence.tokens[b.head].form.ends_with("self") || sentence.tokens[b.head].form.ends_with("selves");
        answers.yes_if(Group::Structure, 6, over_a.is_some() && over_a == over_b && reflexive);
        // The earlier one is the subject of a clause that the later one stands in.
        let is_subject = sentence.tokens[a.head].relation() == "nsubj";
        answers.yes_if(
            Group::Structure,
            7,
            is_subject && over_a.is_some_and(|verb| governs(verb, b.head)) && over_a != over_b,
        );
        let relation = |token: usize| sentence.tokens[token].relation();
        answers.yes_if(
            Group::Structure,
            8,
            relation(b.head) == "appos" && over_b == Some(a.head),
        );
        answers.yes_if(
            Group::Structure,
            9,
            relation(b.head) == "conj" && over_b == Some(a.head),
        );
        // "Ann Lee is the director."
        answers.yes_if(
            Group::Structure,
            10,
            is_subject && over_a == Some(b.head) && sentence.child(b.head, "cop").is_some(),
        );
    }
}

fn form(candidate: &Candidate) -> usize {
    match (candidate.form, candidate.source) {
        (Form::Pronoun, _) => 2,
        (_, Source::Phrase(_)) => 3,
        (Form::Name, _) => 0,
        (Form::Nominal, _) => 1,
    }
}

fn kind(kind: Option<Kind>) -> usize {
    match kind {
        None => 0,
        Some(Kind::Person) => 1,
        Some(Kind::Country) => 2,
        Some(Kind::Organisation) => 3,
        Some(Kind::Location) => 4,
        Some(Kind::Event) => 5,
    }
}

/// 0: the same; 1: not the same; 2: one does not tell.
fn agreement<T: PartialEq>(one: Option<T>, other: Option<T>) -> usize {
    match (one, other) {
        (Some(one), Some(other)) => usize::from(one != other),
        _ => 2,
    }
}

/// 1, 2, 3, 4–5, 6–8, 9–15, 16–30, more.
fn bucket(count: usize) -> usize {
    [1, 2, 3, 5, 8, 15, 30]
        .iter()
        .position(|&limit| count <= limit)
        .unwrap_or(7)
}
