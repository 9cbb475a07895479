//! Whose word it is: speakers of clauses and quotations, "according to", and who relays them.

use super::Reader;
use super::lexicon::{Force, lexicon};
use super::trigger::Trigger;
use crate::ontology::Kind;
use crate::syntax::quotation;
use crate::text::Sentence;

/// The sources of a statement, the nearest speaker first, and whether that speaker denies it.
pub(super) fn of(reader: &Reader<'_>, trigger: &Trigger) -> (Vec<usize>, bool) {
    let sentence = &reader.analysis.sentences[trigger.sentence];
    let mut sources = Vec::new();
    let mut denied = false;
    let mut at = trigger.token;
    for _ in 0..sentence.tokens.len() {
        add(&mut sources, according_to(reader, trigger.sentence, sentence, at));
        let Some(head) = sentence.tokens[at].head else { break };
        let relation = sentence.tokens[at].deprel;
        let force = lexicon().reporting(&sentence.tokens[head].lemma, 'V');
        if matches!(relation, "ccomp" | "parataxis" | "xcomp")
            && let Some(force) = force
        {
            denied |= force == Force::Denied && sources.is_empty() && relation != "parataxis";
            for speaker in speakers(reader, trigger.sentence, sentence, head) {
                add(&mut sources, Some(speaker));
            }
        }
        at = head;
    }
    if sources.is_empty()
        && let Some((number, token)) = quotation::speaker(&reader.analysis.sentences, trigger.sentence, trigger.token)
        && (number, token) != (trigger.sentence, trigger.token)
    {
        add(&mut sources, reader.entity_at(number, token).map(|(entity, _)| entity));
    }
    (sources, denied)
}

fn add(sources: &mut Vec<usize>, source: Option<usize>) {
    if let Some(source) = source.filter(|source| !sources.contains(source)) {
        sources.push(source);
    }
}

/// The subject of a verb of saying; before it who is cited, after it the medium that was told.
fn speakers(reader: &Reader<'_>, number: usize, sentence: &Sentence, verb: usize) -> Vec<usize> {
    let entity = |token: usize| reader.entity_at(number, token).map(|(entity, _)| entity);
    let child = |wanted: &[&str]| {
        sentence
            .children(verb)
            .filter(|&child| wanted.contains(&sentence.tokens[child].relation()))
            .find_map(&entity)
    };
    let cited = sentence
        .children(verb)
        .filter(|&child| matches!(sentence.tokens[child].lemma.as_str(), "cite" | "quote"))
        .find_map(|citing| {
            sentence
                .children(citing)
                .find(|&child| sentence.tokens[child].deprel == "obj")
        })
        .and_then(entity);
    let subject = child(&["nsubj"]);
    let medium = child(&["obj", "iobj", "obl"]).filter(|&told| {
        let told = &reader.entities.entities[told];
        told.kind == Kind::Organisation && told.known.is_some_and(|known| matches!(known.sort, "media" | "agency"))
    });
    cited.into_iter().chain(subject).chain(medium).collect()
}

/// X of "according to X" where it hangs on this word.
fn according_to(reader: &Reader<'_>, number: usize, sentence: &Sentence, at: usize) -> Option<usize> {
    sentence.children(at).find_map(|child| {
        let says = sentence.children(child).any(|case| {
            sentence.tokens[case].lemma == "accord" || sentence.tokens[case].form.eq_ignore_ascii_case("according")
        });
        let own = sentence.tokens[child].form.eq_ignore_ascii_case("according");
        if says {
            return reader.entity_at(number, child).map(|(entity, _)| entity);
        }
        // "according" may be read as a participle with its own phrase.
        own.then(|| {
            sentence
                .children(child)
                .find_map(|inner| reader.entity_at(number, inner).map(|(entity, _)| entity))
        })
        .flatten()
    })
}
