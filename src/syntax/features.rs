//! The inflection of a word, as Universal Dependencies names it: number, person, tense, form and voice of verbs.
//!
//! English shows little of it on the word itself: the Penn tag says most, the subject gives a verb its number and person, and
//! the auxiliaries say whether a participle is passive.

use crate::text::{Sentence, Token, Upos};

/// Number of a noun, pronoun, determiner or finite verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Number {
    /// "minister", "she", "rejects"
    Singular,
    /// "ministers", "they"
    Plural,
}

/// Tense of a finite verb or participle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tense {
    /// "rejects", "rejecting"
    Present,
    /// "rejected"
    Past,
}

/// What form a verb has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VerbForm {
    /// "rejects", "rejected"; imperatives and modals too
    Finite,
    /// "to reject"
    Infinitive,
    /// "is rejecting", "was rejected"
    Participle,
    /// "by rejecting"
    Gerund,
}

/// The inflection of one word; what it does not show is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Features {
    /// Singular or plural.
    pub number: Option<Number>,
    /// 1 for who speaks, 2 for who is spoken to, 3 for all others.
    pub person: Option<u8>,
    /// Present or past; the future has no form of its own.
    pub tense: Option<Tense>,
    /// The form of a verb.
    pub verb_form: Option<VerbForm>,
    /// Whether the verb is a passive participle: its subject is who it is done to.
    pub passive: bool,
}

impl Features {
    /// As the FEATS column of CoNLL-U has it: `Number=Sing|Person=3|Tense=Past|VerbForm=Fin`; `_` for none.
    #[must_use]
    pub fn to_conllu(&self) -> String {
        let number = self.number.map(|number| match number {
            Number::Singular => "Number=Sing".to_owned(),
            Number::Plural => "Number=Plur".to_owned(),
        });
        let person = self.person.map(|person| format!("Person={person}"));
        let tense = self.tense.map(|tense| match tense {
            Tense::Present => "Tense=Pres".to_owned(),
            Tense::Past => "Tense=Past".to_owned(),
        });
        let form = self.verb_form.map(|form| {
            let name = match form {
                VerbForm::Finite => "Fin",
                VerbForm::Infinitive => "Inf",
                VerbForm::Participle => "Part",
                VerbForm::Gerund => "Ger",
            };
            format!("VerbForm={name}")
        });
        let voice = self.passive.then(|| "Voice=Pass".to_owned());
        let shown: Vec<String> = [number, person, tense, form, voice].into_iter().flatten().collect();
        if shown.is_empty() {
            "_".to_owned()
        } else {
            shown.join("|")
        }
    }
}

/// The inflection of token `index` of a sentence that is tagged and parsed.
///
/// ```
/// use newsgraph::{syntax, text::Document};
/// let analysis = syntax::analyse(&Document::new("example", "The strikes were rejected by Mexico."));
/// let rejected = syntax::features(&analysis.sentences[0], 3);
/// assert!(rejected.passive);
/// assert_eq!(rejected.to_conllu(), "Tense=Past|VerbForm=Part|Voice=Pass");
/// ```
#[must_use]
pub fn features(sentence: &Sentence, index: usize) -> Features {
    let token = &sentence.tokens[index];
    let none = Features::default();
    match token.xpos {
        "NN" | "NNP" if token.upos != Upos::Adj => Features {
            number: Some(Number::Singular),
            ..none
        },
        "NNS" | "NNPS" if token.upos != Upos::Adj => Features {
            number: Some(Number::Plural),
            ..none
        },
        "PRP" | "PRP$" => pronoun(token),
        "DT" => Features {
            number: demonstrative(token),
            ..none
        },
        "MD" => Features {
            verb_form: Some(VerbForm::Finite),
            ..none
        },
        "VBZ" => Features {
            number: Some(Number::Singular),
            person: Some(3),
            tense: Some(Tense::Present),
            verb_form: Some(VerbForm::Finite),
            ..none
        },
        "VBP" => Features {
            tense: Some(Tense::Present),
            verb_form: Some(VerbForm::Finite),
            ..agreement(sentence, index)
        },
        "VBD" => Features {
            tense: Some(Tense::Past),
            verb_form: Some(VerbForm::Finite),
            ..agreement(sentence, index)
        },
        "VB" => Features {
            verb_form: Some(base_form(sentence, index)),
            ..none
        },
        "VBG" => participle_or_gerund(sentence, index),
        "VBN" => Features {
            tense: Some(Tense::Past),
            verb_form: Some(VerbForm::Participle),
            passive: token.upos == Upos::Verb && is_passive(sentence, index),
            ..none
        },
        _ => none,
    }
}

fn pronoun(token: &Token) -> Features {
    let (person, number) = match token.form.to_lowercase().as_str() {
        "i" | "me" | "my" | "mine" | "myself" => (1, Some(Number::Singular)),
        "we" | "us" | "our" | "ours" | "ourselves" | "'s" | "’s" => (1, Some(Number::Plural)),
        "you" | "your" | "yours" | "u" | "ya" | "ur" => (2, None),
        "yourself" => (2, Some(Number::Singular)),
        "yourselves" => (2, Some(Number::Plural)),
        "they" | "them" | "their" | "theirs" | "themselves" | "'em" => (3, Some(Number::Plural)),
        "he" | "him" | "his" | "himself" | "she" | "her" | "hers" | "herself" | "it" | "its" | "itself" => {
            (3, Some(Number::Singular))
        }
        _ => return Features::default(),
    };
    Features {
        number,
        person: Some(person),
        ..Features::default()
    }
}

fn demonstrative(token: &Token) -> Option<Number> {
    match token.form.to_lowercase().as_str() {
        "this" | "that" => Some(Number::Singular),
        "these" | "those" => Some(Number::Plural),
        _ => None,
    }
}

/// Number and person that a finite verb takes from its subject: its own, or that of the verb it helps or is joined to.
fn agreement(sentence: &Sentence, verb: usize) -> Features {
    let mut at = verb;
    let mut subject = sentence.child(at, "nsubj");
    for _ in 0..REACH {
        let relation = sentence.tokens[at].relation();
        let Some(head) = sentence.tokens[at]
            .head
            .filter(|_| subject.is_none() && matches!(relation, "aux" | "cop" | "conj" | "acl"))
        else {
            break;
        };
        subject = sentence.child(head, "nsubj");
        if subject.is_none() && relation == "acl" {
            subject = Some(head);
        }
        at = head;
    }
    let third = Features {
        number: Some(Number::Singular),
        person: Some(3),
        ..Features::default()
    };
    let Some(subject) = subject else { return third };
    let token = &sentence.tokens[subject];
    // "the people who live there": the pronoun stands for the noun that its clause describes.
    let named = if matches!(token.xpos, "WDT" | "WP") || (token.xpos == "IN" && token.lemma == "that") {
        let clause = sentence.tokens[at]
            .head
            .filter(|_| sentence.tokens[at].relation() == "acl");
        clause.map_or(token, |noun| &sentence.tokens[noun])
    } else if token.xpos == "EX" {
        // "There are reasons": the noun behind says the number.
        sentence
            .child(subject, "nsubj")
            .map_or(token, |noun| &sentence.tokens[noun])
    } else {
        token
    };
    let joined = sentence.child(subject, "conj").is_some();
    let own = match named.xpos {
        "PRP" => pronoun(named),
        "NNS" | "NNPS" => Features {
            number: Some(Number::Plural),
            ..third
        },
        "DT" => Features {
            number: demonstrative(named).or(third.number),
            ..third
        },
        _ => third,
    };
    let plural_form = sentence.tokens[verb].xpos == "VBP" || sentence.tokens[verb].form.eq_ignore_ascii_case("were");
    Features {
        // "you are" is singular where nothing says otherwise; "A and B", "police are": not "is", so plural.
        number: match own.person {
            Some(3) if joined || plural_form => Some(Number::Plural),
            Some(2) => own.number.or(Some(Number::Singular)),
            _ => own.number,
        },
        person: own.person.or(Some(3)),
        ..Features::default()
    }
}

/// How far up a chain of verbs joined by "and" the first one is looked for.
const REACH: usize = 4;

/// The verb that a verb is joined to: the first of "met, talked and left", when it has the same tag.
fn first_of(sentence: &Sentence, verb: usize) -> usize {
    let mut at = verb;
    for _ in 0..REACH {
        let head = sentence.tokens[at]
            .head
            .filter(|_| sentence.tokens[at].deprel == "conj");
        match head.filter(|&head| sentence.tokens[head].xpos == sentence.tokens[verb].xpos) {
            Some(head) => at = head,
            None => break,
        }
    }
    at
}

/// An imperative is finite; behind "to" or an auxiliary stands the infinitive.
fn base_form(sentence: &Sentence, verb: usize) -> VerbForm {
    let is_led = |verb: usize| {
        sentence.children(verb).any(|child| {
            let token = &sentence.tokens[child];
            token.xpos == "TO" || matches!(token.relation(), "aux" | "nsubj")
        })
    };
    let first = first_of(sentence, verb);
    let is_free = matches!(
        sentence.tokens[first].relation(),
        "root" | "parataxis" | "ccomp" | "list"
    );
    if is_free && !is_led(first) && !is_led(verb) {
        VerbForm::Finite
    } else {
        VerbForm::Infinitive
    }
}

fn participle_or_gerund(sentence: &Sentence, verb: usize) -> Features {
    let has = |wanted: &str| sentence.child(verb, wanted).is_some();
    let gerund = match sentence.tokens[verb].relation() {
        "csubj" => true,
        "advcl" | "acl" => has("mark") && !has("aux"),
        "xcomp" | "ccomp" => !has("aux"),
        "nsubj" | "obj" | "obl" | "nmod" | "compound" => true,
        _ => false,
    };
    if gerund {
        return Features {
            verb_form: Some(VerbForm::Gerund),
            ..Features::default()
        };
    }
    Features {
        tense: Some(Tense::Present),
        verb_form: Some(VerbForm::Participle),
        ..Features::default()
    }
}

/// "was rejected", "the plan rejected by Mexico", but not "has rejected". Joined verbs are as the first one.
fn is_passive(sentence: &Sentence, verb: usize) -> bool {
    let shown = |verb: usize| {
        let has = |relation: &str| {
            sentence
                .children(verb)
                .any(|child| sentence.tokens[child].deprel == relation)
        };
        if has("aux:pass") || has("nsubj:pass") {
            Some(true)
        } else {
            (has("aux") || has("nsubj")).then_some(false)
        }
    };
    shown(verb).or_else(|| shown(first_of(sentence, verb))).unwrap_or(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::analyse;
    use crate::text::Document;

    #[test]
    fn words_show_their_inflection() {
        let cases = [
            (
                "Ministers reject the plan.",
                "reject",
                "Number=Plur|Person=3|Tense=Pres|VerbForm=Fin",
            ),
            (
                "She was seen by them.",
                "was",
                "Number=Sing|Person=3|Tense=Past|VerbForm=Fin",
            ),
            ("She was seen by them.", "seen", "Tense=Past|VerbForm=Part|Voice=Pass"),
            ("She has seen them.", "seen", "Tense=Past|VerbForm=Part"),
            ("They want to leave.", "leave", "VerbForm=Inf"),
            ("Leave the country!", "Leave", "VerbForm=Fin"),
            ("He won by attacking the town.", "attacking", "VerbForm=Ger"),
            ("He is attacking the town.", "attacking", "Tense=Pres|VerbForm=Part"),
            ("These plans failed.", "These", "Number=Plur"),
            ("The town fell.", "The", "_"),
        ];
        for (text, word, wanted) in cases {
            let analysis = analyse(&Document::new("t", text));
            let sentence = &analysis.sentences[0];
            let index = sentence.tokens.iter().position(|token| token.form == word).unwrap();
            assert_eq!(features(sentence, index).to_conllu(), wanted, "{word} in {text}");
        }
    }
}
