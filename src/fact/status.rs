//! Whether it happened: polarity and modality, by the cues on the way from the trigger up the tree.

use super::lexicon::{Cue, Force, lexicon};
use super::trigger::Trigger;
use super::{Event, Participant};
use crate::ontology::{Modality, Polarity};
use crate::syntax::is_reporting_verb;
use crate::text::{Sentence, SentenceKind, Upos};

/// How far up the tree a cue still governs the trigger.
const REACH: usize = 4;

/// Polarity and modality of the statement that a trigger makes.
pub(super) fn of(sentence: &Sentence, trigger: &Trigger) -> (Polarity, Modality) {
    let mut status = Status {
        negations: 0,
        modality: Modality::Actual,
    };
    let mut at = trigger.token;
    status.children(sentence, at);
    for _ in 0..REACH {
        let Some(head) = sentence.tokens[at].head else { break };
        let relation = sentence.tokens[at].deprel;
        let lemma = sentence.tokens[head].lemma.to_lowercase();
        match relation {
            // What is said is as real as its own words say; thinking and fearing are cues.
            "ccomp" | "parataxis" | "csubj" | "csubj:pass"
                if is_reporting_verb(&lemma) || lexicon().reporting(&lemma, 'V').is_some() =>
            {
                // "It is rumoured that": nobody's word.
                if relation.starts_with("csubj") && lexicon().reporting(&lemma, 'V') == Some(Force::Hedged) {
                    status.weaken(Modality::Possible);
                }
                break;
            }
            // "It is not true that", "it is possible that".
            "csubj" | "ccomp" if sentence.tokens[head].upos == Upos::Adj => {
                status.cue(lexicon().cue(&lemma));
                status.children(sentence, head);
            }
            "xcomp" | "acl" => {
                let form = sentence.tokens[head].form.to_lowercase();
                let phrase = [&lemma, &form]
                    .into_iter()
                    .find_map(|word| lexicon().cue(&format!("{word} to")));
                status.cue(phrase.or_else(|| lexicon().cue(&lemma)));
                status.children(sentence, head);
            }
            "ccomp" | "advcl" if sentence.tokens[at].xpos == "VBG" || relation == "ccomp" => {
                status.cue(lexicon().cue(&lemma));
                if is_hearsay(sentence, head) {
                    status.weaken(Modality::Possible);
                }
                // "could retaliate by ending it": what is done by it may happen as it may.
                if relation == "advcl" {
                    status.auxiliaries(sentence, head);
                }
            }
            "obj" | "nsubj:pass" | "obl" | "nmod" | "compound" | "nsubj" => {
                let preposition = sentence
                    .child(at, "case")
                    .map(|case| sentence.tokens[case].form.to_lowercase());
                let phrase = preposition
                    .as_ref()
                    .and_then(|word| lexicon().cue(&format!("{lemma} {word}")));
                let is_governed = matches!(relation, "obj" | "nsubj:pass")
                    || matches!((relation, preposition.as_deref()), ("nmod", Some("of" | "for")));
                status.cue(phrase.or_else(|| is_governed.then(|| lexicon().cue(&lemma)).flatten()));
                if preposition.as_deref() == Some("without") {
                    status.negations += 1;
                }
                // A noun shares what is said of the verb that carries it, not of the verb that judges it.
                if relation == "obj" && is_light(&lemma) || relation == "nsubj:pass" {
                    status.children(sentence, head);
                }
            }
            "conj" => {
                let own_subject = sentence.child(at, "nsubj").is_some();
                if !own_subject {
                    status.auxiliaries(sentence, head);
                }
            }
            _ => {}
        }
        // "The summit never took place."
        if relation == "nsubj"
            && matches!(
                lemma.as_str(),
                "take" | "happen" | "occur" | "materialise" | "materialize"
            )
        {
            status.children(sentence, head);
        }
        if !matches!(
            relation,
            "xcomp" | "obj" | "nmod" | "conj" | "acl" | "nsubj:pass" | "compound"
        ) {
            break;
        }
        at = head;
    }
    status.whole(sentence, trigger.token);
    let polarity = if status.negations % 2 == 1 {
        Polarity::Negated
    } else {
        Polarity::Affirmed
    };
    (polarity, status.modality)
}

/// Whether what the trigger tells of is rejected, demanded or threatened by a word above it, however far up: "ruled out
/// letting them use drones to strike", "the refusal of a plan to sell". A rejected strike is no strike.
fn is_opposed(sentence: &Sentence, token: usize) -> bool {
    let mut at = token;
    for _ in 0..sentence.tokens.len() {
        let Some(head) = sentence.tokens[at].head else {
            return false;
        };
        let over = &sentence.tokens[head];
        // "scoffed at reports of …".
        if sentence.tokens[at].deprel == "obl"
            && let Some(case) = sentence.child(at, "case")
            && lexicon()
                .senses(&format!("{} {}", over.lemma, sentence.tokens[case].lemma), 'V')
                .iter()
                .any(|sense| sense.event_type == "reject")
        {
            return true;
        }
        let inside = match sentence.tokens[at].deprel {
            "xcomp" | "obj" | "acl" | "compound" | "conj" => true,
            "ccomp" => !is_reporting_verb(&over.lemma),
            "nmod" => sentence
                .children(at)
                .any(|child| matches!(sentence.tokens[child].lemma.as_str(), "of" | "for" | "to" | "against")),
            "advcl" => matches!(sentence.tokens[at].xpos, "VBG" | "VB"),
            _ => false,
        };
        if !inside {
            return false;
        }
        let sort = if over.is_verb() { 'V' } else { 'N' };
        let particle = sentence
            .children(head)
            .find(|&child| sentence.tokens[child].deprel == "compound:prt");
        let phrase = particle.map(|particle| format!("{} {}", over.lemma, sentence.tokens[particle].lemma));
        let senses = phrase
            .iter()
            .map(String::as_str)
            .chain([over.lemma.as_str()])
            .flat_map(|lemma| lexicon().senses(lemma, sort));
        let opposes = |event_type: &str| matches!(event_type, "reject" | "request" | "threaten");
        if sentence.tokens[at].deprel != "conj"
            && senses
                .into_iter()
                .any(|sense| opposes(sense.event_type) && sense.certainty >= 0.35)
        {
            return true;
        }
        at = head;
    }
    false
}

/// What is rejected, demanded or threatened has not happened by that.
pub(super) fn of_topics(events: &mut [Event]) {
    for index in 0..events.len() {
        if !matches!(events[index].event_type, Some("reject" | "request" | "threaten")) {
            continue;
        }
        let topics: Vec<usize> = events[index]
            .arguments
            .iter()
            .filter_map(|argument| match argument.participant {
                Participant::Event(other) => Some(other),
                Participant::Entity(_) => None,
            })
            .collect();
        for topic in topics {
            for statement in &mut events[topic].statements {
                if statement.modality == Modality::Actual {
                    statement.modality = Modality::Possible;
                }
            }
        }
    }
}

/// "Fears are growing that …", "stands accused of …": nobody's word.
fn is_hearsay(sentence: &Sentence, head: usize) -> bool {
    let fears = sentence.child(head, "nsubj").is_some_and(|subject| {
        let subject = &sentence.tokens[subject];
        subject.is_noun() && lexicon().reporting(&subject.lemma, 'N') == Some(Force::Hedged)
    });
    let token = &sentence.tokens[head];
    let accused = matches!(token.lemma.as_str(), "accuse" | "suspect") && token.xpos == "VBN";
    fears
        || accused
            && sentence
                .children(head)
                .all(|child| sentence.tokens[child].deprel != "obl:agent")
}

/// "nobody", "no one", "none of them", "not a single minister", "neither Estonia nor Lithuania", "no time".
fn is_negative(sentence: &Sentence, token: usize) -> bool {
    let negates = |word: &str| matches!(word, "no" | "not" | "neither" | "none" | "nobody" | "nothing");
    let own = sentence.tokens[token].lemma.to_lowercase();
    let mut children = sentence.children(token);
    negates(&own)
        || children.any(|child| {
            let word = &sentence.tokens[child];
            let is_close = matches!(word.relation(), "det" | "advmod" | "cc");
            // "no fewer than nine" are nine.
            let counts = sentence
                .tokens
                .get(child + 1)
                .is_some_and(|next| matches!(next.form.to_lowercase().as_str(), "fewer" | "less" | "more" | "only"));
            is_close && !counts && child < token && negates(&word.form.to_lowercase())
        })
}

fn is_light(lemma: &str) -> bool {
    matches!(
        lemma,
        "carry"
            | "conduct"
            | "do"
            | "give"
            | "have"
            | "hold"
            | "launch"
            | "make"
            | "mount"
            | "perform"
            | "see"
            | "stage"
            | "take"
            | "undertake"
            | "wage"
    )
}

struct Status {
    negations: usize,
    modality: Modality,
}

impl Status {
    fn cue(&mut self, cue: Option<Cue>) {
        match cue {
            Some(Cue::Negation) => self.negations += 1,
            Some(Cue::Planned) => self.weaken(Modality::Planned),
            Some(Cue::Possible) => self.weaken(Modality::Possible),
            Some(Cue::Habitual) => self.weaken(Modality::Habitual),
            None => {}
        }
    }

    /// The first cue from the trigger upwards decides, but "possible" is never made surer.
    fn weaken(&mut self, modality: Modality) {
        if self.modality == Modality::Actual || modality == Modality::Possible {
            self.modality = modality;
        }
    }

    /// The cues that hang on a word: negation, auxiliaries, adverbs, "if".
    fn children(&mut self, sentence: &Sentence, head: usize) {
        for child in sentence.children(head) {
            let token = &sentence.tokens[child];
            // "Not once did Norway attack."
            if token.relation() == "advmod" && token.lemma == "once" && is_negative(sentence, child) {
                self.negations += 1;
            }
            let cue = lexicon()
                .cue(&token.lemma.to_lowercase())
                .or_else(|| lexicon().cue(&token.form.to_lowercase()));
            match token.relation() {
                "advmod" | "aux" | "det" | "mark" | "amod" | "cc" => self.cue(cue),
                // "No soldiers attacked", "Neither of them did", "at no time": the negation of who acts negates the act.
                "nsubj" | "obj" | "obl" if is_negative(sentence, child) => self.negations += 1,
                // "Each June, …", "twice every week".
                "obl"
                    if sentence.children(child).any(|word| {
                        matches!(sentence.tokens[word].lemma.to_lowercase().as_str(), "each" | "every")
                    }) && sentence.child(child, "case").is_none() =>
                {
                    self.weaken(Modality::Habitual);
                }
                _ => {}
            }
        }
    }

    /// What the sentence as a whole says of a trigger in it.
    fn whole(&mut self, sentence: &Sentence, trigger: usize) {
        // "Norway to Buy Ships": a headline's infinitive is a plan.
        if sentence.kind == SentenceKind::Headline
            && sentence
                .children(trigger)
                .any(|child| sentence.tokens[child].form.eq_ignore_ascii_case("to"))
            && self.modality == Modality::Actual
        {
            self.modality = Modality::Planned;
        }
        self.phrases(sentence, trigger);
        // "Did Norway attack Denmark?" asks.
        if sentence.tokens.last().is_some_and(|last| last.form == "?") {
            self.weaken(Modality::Possible);
        }
        if self.modality == Modality::Actual && is_opposed(sentence, trigger) {
            self.modality = Modality::Possible;
        }
    }

    /// Cues of several words, right before a trigger ("stopped short of | attacking") or at the beginning of what hangs on it.
    fn phrases(&mut self, sentence: &Sentence, trigger: usize) {
        let tokens = &sentence.tokens;
        let phrase = |range: std::ops::Range<usize>| {
            let lemmas: Vec<String> = tokens[range.clone()]
                .iter()
                .map(|token| token.lemma.to_lowercase())
                .collect();
            let forms: Vec<String> = tokens[range].iter().map(|token| token.form.to_lowercase()).collect();
            lexicon()
                .cue(&lemmas.join(" "))
                .or_else(|| lexicon().cue(&forms.join(" ")))
        };
        let before = (2..=3)
            .rev()
            .filter_map(|length| trigger.checked_sub(length))
            .map(|start| start..trigger);
        let below = sentence.children(trigger).flat_map(|child| {
            let first = sentence.children(child).next().map_or(child, |first| first.min(child));
            (2..=4).rev().map(move |length| first..first + length)
        });
        let below = below.filter(|range| range.end <= tokens.len() && !range.contains(&trigger));
        match before.chain(below).find_map(phrase) {
            // "not yet": one negation, not two.
            Some(Cue::Negation) if self.negations > 0 => {}
            cue => self.cue(cue),
        }
    }

    fn auxiliaries(&mut self, sentence: &Sentence, head: usize) {
        for child in sentence
            .children(head)
            .filter(|&child| sentence.tokens[child].relation() == "aux")
        {
            self.cue(lexicon().cue(&sentence.tokens[child].lemma));
        }
    }
}
