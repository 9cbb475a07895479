//! Is it told on somebody's word?

use super::path::Path;
use super::{At, Evidence, bucket};
use crate::fact::Reader;
use crate::fact::lexicon::lexicon;
use crate::fact::told::Told;
use crate::syntax::{is_reporting_verb, quotation};

/// The evidence about the mention of a possible source.
pub(in crate::fact) fn ask(reader: &Reader<'_>, told: &Told<'_>, mention: usize) -> (At, Evidence) {
    let (trigger, rules) = (told.trigger, &told.sources);
    let sentences = &reader.analysis.sentences;
    let sentence = &sentences[trigger.sentence];
    let other = &reader.mentions.mentions[mention];
    let theirs = &sentences[other.sentence];
    let token = &theirs.tokens[other.head];
    let mut out = Evidence::default();
    let entity = reader.entities.of_mention[mention];
    let place = rules.iter().position(|&rule| Some(rule) == entity);
    let rule = place.map_or("none", |place| if place == 0 { "first" } else { "later" });
    out.add("rule", rule);
    out.add("rules", bucket(rules.len()));
    out.add("type", trigger.sense.event_type);
    let quoted = quotation::is_quoted(sentence, trigger.token);
    out.say_if("quoted", quoted);
    out.say_if("quoted.other", quotation::is_quoted(theirs, other.head));
    out.add("deprel", token.deprel);
    out.add("kind", other.kind.name());
    out.add("form", other.form.name());
    if let Some(entity) = entity {
        let sort = reader.entities.entities[entity].known.map_or("", |known| known.sort);
        out.add("sort", sort);
        out.say_if("named", reader.entities.entities[entity].named);
    }
    if let Some(head) = token.head {
        let head = &theirs.tokens[head];
        let force = lexicon().reporting(&head.lemma, 'V').is_some();
        out.add("head", &head.lemma);
        out.say_if("says", is_reporting_verb(&head.lemma));
        out.say_if("reports", force);
        out.add("says.deprel", format_args!("{}/{force}/{quoted}", token.deprel));
    }
    if let Some(case) = theirs.child(other.head, "case") {
        out.add("case", theirs.tokens[case].form.to_lowercase());
    }
    if other.sentence == trigger.sentence {
        let path = Path::between(sentence, trigger.token, other.head);
        let way = path.relations(sentence).unwrap_or_else(|| "far".to_owned());
        out.add("path", &way);
        out.add("path.rule", format_args!("{way}/{rule}"));
        out.add("steps", bucket(path.length()));
        out.say_if(
            "via.says",
            path.inner()
                .any(|token| is_reporting_verb(&sentence.tokens[token].lemma)),
        );
        for inner in path.inner() {
            out.add("via", &sentence.tokens[inner].lemma);
        }
        out.say_if("left", other.head < trigger.token);
    } else {
        out.add("sentences", trigger.sentence.abs_diff(other.sentence).min(4));
        out.say_if("earlier", other.sentence < trigger.sentence);
    }
    ((other.sentence, other.head), out)
}
