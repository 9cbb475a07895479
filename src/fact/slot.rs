//! Which words of the tree fill the roles of a trigger: subjects, objects, prepositional phrases, and what a clause shares.

use super::lexicon::{Sense, lexicon};
use super::trigger::Trigger;
use crate::ontology::{Role, ontology};
use crate::syntax::features;
use crate::text::Sentence;

/// Prepositions of place.
const PLACES: [&str; 12] = [
    "across",
    "around",
    "at",
    "in",
    "inside",
    "into",
    "near",
    "off",
    "on",
    "outside",
    "over",
    "throughout",
];

/// A token that fills a role.
#[derive(Clone, Copy)]
pub(super) struct Slot {
    pub role: Role,
    pub token: usize,
    pub confidence: f64,
}

/// The slots of a verb, its own and those that it shares with the clause around it.
pub(super) fn of_verb(sentence: &Sentence, verb: usize, sense: &Sense) -> Vec<Slot> {
    let passive = features(sentence, verb).passive;
    let mut slots = own_slots(sentence, verb, sense, passive);
    let has = |slots: &[Slot], role: Role| slots.iter().any(|slot| slot.role == role);
    if let Some((token, is_object)) = shared_subject(sentence, verb) {
        let role = if is_object || passive {
            sense.object
        } else {
            sense.subject
        };
        if !has(&slots, role) {
            slots.push(Slot {
                role,
                token,
                confidence: 0.75,
            });
        }
    }
    slots
}

fn own_slots(sentence: &Sentence, verb: usize, sense: &Sense, passive: bool) -> Vec<Slot> {
    let mut slots = Vec::new();
    for child in sentence.children(verb) {
        let token = &sentence.tokens[child];
        let slot = match token.deprel {
            "nsubj" => Some((sense.subject, 0.9)),
            "nsubj:pass" => Some((sense.object, 0.9)),
            "obj" => Some((sense.object, 0.9)),
            "iobj" => Some((Role::Target, 0.8)),
            "ccomp" | "xcomp"
                if sense.object == Role::Topic
                    || matches!(sense.event_type, "request" | "threaten" | "accuse" | "reject") =>
            {
                Some((Role::Topic, 0.7))
            }
            "obl" | "obl:agent" => preposition_role(sentence, child, sense, passive).map(|role| (role, 0.7)),
            _ => None,
        };
        slots.extend(slot.map(|(role, confidence)| Slot {
            role,
            token: child,
            confidence,
        }));
    }
    slots
}

/// The role of a prepositional phrase.
fn preposition_role(sentence: &Sentence, noun: usize, sense: &Sense, passive: bool) -> Option<Role> {
    let case = sentence.child(noun, "case")?;
    let word = sentence.tokens[case].form.to_lowercase();
    if word == "by" && passive {
        return Some(sense.subject);
    }
    sense.preposition(&word).or_else(|| match word.as_str() {
        "against" => Some(Role::Target),
        "by" => Some(sense.subject),
        word if PLACES.contains(&word) => Some(Role::Place),
        _ => None,
    })
}

/// The subject that a verb without its own shares: with the clause it continues or completes, or the noun it describes.
/// The flag says that what is shared is the verb's object ("the town | attacked by rebels").
fn shared_subject(sentence: &Sentence, verb: usize) -> Option<(usize, bool)> {
    if let Some(subject) = sentence.child(verb, "nsubj") {
        // "…, which attacked": the noun before the pronoun.
        let relative =
            matches!(sentence.tokens[subject].xpos, "WDT" | "WP") && sentence.tokens[verb].deprel == "acl:relcl";
        return relative
            .then(|| sentence.tokens[verb].head.map(|noun| (noun, false)))
            .flatten();
    }
    let mut at = verb;
    for _ in 0..4 {
        let head = sentence.tokens[at].head?;
        match sentence.tokens[at].deprel {
            "acl" => {
                return Some((head, sentence.tokens[at].xpos == "VBN")).filter(|_| sentence.tokens[at].xpos != "VB");
            }
            "xcomp" => {
                // "urged Mexico to act": the object acts; "plans to act": the subject does.
                if let Some(object) = sentence
                    .children(head)
                    .find(|&child| sentence.tokens[child].deprel == "obj" && child < verb)
                {
                    return Some((object, false));
                }
            }
            "conj" | "advcl" | "ccomp" | "parataxis" => {}
            _ => return None,
        }
        if let Some(subject) = sentence.child(head, "nsubj") {
            let relation = sentence.tokens[at].deprel;
            return (relation != "ccomp"
                && relation != "parataxis"
                && !matches!(sentence.tokens[subject].xpos, "WDT" | "WP"))
            .then_some((subject, false));
        }
        at = head;
    }
    None
}

/// The slots of a noun: its modifiers, and the clause of the verb that only carries it ("carried out strikes").
pub(super) fn of_noun(sentence: &Sentence, trigger: &Trigger) -> Vec<Slot> {
    let (noun, sense) = (trigger.token, trigger.sense);
    let mut slots = Vec::new();
    for child in sentence.children(noun) {
        let slot = match sentence.tokens[child].deprel {
            "nmod:poss" => Some((sense.subject, 0.8)),
            "compound" | "amod" => Some((sense.subject, 0.7)),
            "nmod" => {
                let case = sentence.child(child, "case");
                match case.map(|case| sentence.tokens[case].form.to_lowercase()).as_deref() {
                    Some("of") => Some((sense.preposition("of").unwrap_or(sense.object), 0.7)),
                    Some(_) => preposition_role(sentence, child, sense, false).map(|role| (role, 0.7)),
                    None => None,
                }
            }
            _ => None,
        };
        slots.extend(slot.map(|(role, confidence)| Slot {
            role,
            token: child,
            confidence,
        }));
    }
    slots.extend(following(sentence, noun, sense));
    if let Some(verb) = light_verb(sentence, noun) {
        // "his arrest": he is arrested; "they made arrests": they arrest, as the verb's subject does.
        let doer = ontology()
            .event(sense.event_type)
            .map_or(sense.subject, |entry| entry.subject);
        let carried = &sentence.tokens[noun];
        let passive = carried.deprel == "nsubj:pass";
        let has_actor = slots.iter().any(|slot| slot.role == doer);
        for child in sentence.children(verb).filter(|&child| child != noun) {
            let role = match sentence.tokens[child].deprel {
                "nsubj" if carried.deprel == "obj" && !has_actor => Some(doer),
                "obl" | "obl:agent" => preposition_role(sentence, child, sense, passive),
                _ => None,
            };
            slots.extend(role.map(|role| Slot {
                role,
                token: child,
                confidence: 0.65,
            }));
        }
        if carried.deprel == "obj"
            && !has_actor
            && !slots.iter().any(|slot| slot.role == doer)
            && let Some((token, false)) = shared_subject(sentence, verb)
        {
            slots.push(Slot {
                role: doer,
                token,
                confidence: 0.6,
            });
        }
    }
    slots
}

/// The prepositional phrase right behind a noun, wherever the tree hangs it, when it is one that such nouns take.
fn following(sentence: &Sentence, noun: usize, sense: &Sense) -> Option<Slot> {
    let case = sentence.tokens.get(noun + 1).filter(|token| token.deprel == "case")?;
    let token = case.head.filter(|&head| sentence.tokens[head].head != Some(noun))?;
    let role = sense.preposition(&case.form.to_lowercase())?;
    Some(Slot {
        role,
        token,
        confidence: 0.6,
    })
}

/// The verb whose object or subject the noun is, unless that verb tells of an event itself.
pub(super) fn light_verb(sentence: &Sentence, noun: usize) -> Option<usize> {
    let token = &sentence.tokens[noun];
    let verb = token
        .head
        .filter(|_| matches!(token.deprel, "obj" | "nsubj:pass" | "nsubj"))?;
    let own: f64 = lexicon()
        .senses(&sentence.tokens[verb].lemma, 'V')
        .iter()
        .map(|sense| sense.certainty)
        .sum();
    (sentence.tokens[verb].is_verb() && own < 0.6).then_some(verb)
}
