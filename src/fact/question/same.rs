//! Do two triggers tell of one event?

use super::path::Path;
use super::{Evidence, bucket};
use crate::fact::told::Told;
use crate::fact::{Reader, StatedTime};
use crate::ontology::Role;
use crate::text::Sentence;

/// The evidence about two triggers of one type; `between` counts those of the same type between them.
pub(in crate::fact) fn ask(reader: &Reader<'_>, earlier: &Told<'_>, later: &Told<'_>, between: usize) -> Evidence {
    let sentences = &reader.analysis.sentences;
    let [one, other] = [earlier, later].map(|told| &sentences[told.trigger.sentence]);
    let [a, b] = [(one, earlier), (other, later)].map(|(sentence, told)| &sentence.tokens[told.trigger.token]);
    let mut out = Evidence::default();
    out.add("type", later.trigger.sense.event_type);
    out.add("between", bucket(between));
    let lemmas = (a.lemma.to_lowercase(), b.lemma.to_lowercase());
    let family = |lemma: &str| lemma.chars().take(4).collect::<String>();
    let likeness = match &lemmas {
        (a, b) if a == b => "lemma",
        (a, b) if family(a) == family(b) => "stem",
        _ => "none",
    };
    out.add("like", likeness);
    out.add(
        "like.type",
        format_args!("{likeness}/{}", later.trigger.sense.event_type),
    );
    let mut both = [lemmas.0.as_str(), lemmas.1.as_str()];
    both.sort_unstable();
    out.add("lemmas", both.join("/"));
    out.add("lemma", &lemmas.1);
    let sort = |told: &Told<'_>| if told.trigger.is_verb { "verb" } else { "noun" };
    out.add("sorts", format_args!("{}/{}/{likeness}", sort(earlier), sort(later)));
    let distance = later.trigger.sentence - earlier.trigger.sentence;
    out.add("sentences", bucket(distance));
    out.add("sentences.like", format_args!("{}/{likeness}", bucket(distance)));
    out.add("kinds", format_args!("{}/{}", one.kind.name(), other.kind.name()));
    let article = determiner(other, later.trigger.token);
    out.add("article", format_args!("{article}/{likeness}"));
    out.add(
        "articles",
        format_args!("{}/{article}", determiner(one, earlier.trigger.token)),
    );
    if distance == 0 {
        let path = Path::between(one, earlier.trigger.token, later.trigger.token);
        out.add("path", path.relations(one).unwrap_or_else(|| "far".to_owned()));
    }
    for role in [Role::Actor, Role::Target, Role::Place, Role::Topic] {
        out.add(role.name(), compared(earlier, later, role));
        out.add(
            &format!("{}.like", role.name()),
            format_args!("{}/{likeness}", compared(earlier, later, role)),
        );
    }
    let shared = earlier.arguments.iter().filter(|argument| {
        later
            .arguments
            .iter()
            .any(|other| other.participant == argument.participant)
    });
    out.add("shared", format_args!("{}/{likeness}", bucket(shared.count())));
    out.add("time", times(earlier, later));
    out.add("real", format_args!("{}/{}", earlier.modality, later.modality));
    out.say_if("opposite", earlier.polarity != later.polarity);
    out
}

fn determiner(sentence: &Sentence, token: usize) -> String {
    let word = sentence
        .children(token)
        .find(|&child| matches!(sentence.tokens[child].relation(), "det" | "nmod" | "nummod" | "amod"));
    word.map_or_else(String::new, |word| match sentence.tokens[word].relation() {
        "det" => sentence.tokens[word].form.to_lowercase(),
        other => other.to_owned(),
    })
}

/// Whether the two have the same one in a role, others, or none.
fn compared(earlier: &Told<'_>, later: &Told<'_>, role: Role) -> &'static str {
    let fillers = |told: &Told<'_>| -> Vec<_> {
        let arguments = told.arguments.iter().filter(|argument| argument.role == role);
        arguments.map(|argument| argument.participant).collect()
    };
    let (a, b) = (fillers(earlier), fillers(later));
    match (a.is_empty(), b.is_empty()) {
        (true, true) => "none",
        (false, true) => "earlier",
        (true, false) => "later",
        _ if a.iter().any(|participant| b.contains(participant)) => "same",
        _ => "other",
    }
}

fn times(earlier: &Told<'_>, later: &Told<'_>) -> &'static str {
    match (&earlier.time, &later.time) {
        (None, None) => "none",
        (Some(a), Some(b)) if a.value.value == b.value.value => "same",
        (Some(a), Some(b)) => {
            let before = |a: &StatedTime, b: &StatedTime| matches!((a.value.end, b.value.start), (Some(end), Some(start)) if end <= start);
            if before(a, b) || before(b, a) {
                "other"
            } else {
                "overlap"
            }
        }
        _ => "one",
    }
}
