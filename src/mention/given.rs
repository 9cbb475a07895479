//! Names of a user's list: what they say of a form holds against everything else.

use super::{Agreement, Form, Mention, Mentions, name_word, phrase, sort};
use crate::knowledge::{Gazetteer, Known};
use crate::ontology::Kind;
use crate::text::{Analysis, Document, Sentence, SentenceKind};
use std::ops::Range;

/// Marks every place where a name of the list stands, the longest first, in place of the mentions that overlap it. O(n) for
/// names of bounded length.
pub fn overrule(document: &Document, analysis: &Analysis, names: &Gazetteer, mentions: &mut Mentions) {
    if names.is_empty() {
        return;
    }
    let mut found: Vec<Mention> = Vec::new();
    for (index, sentence) in analysis.sentences.iter().enumerate() {
        if sentence.kind == SentenceKind::Furniture {
            continue;
        }
        let mut start = 0;
        while start < sentence.tokens.len() {
            match longest(&document.text, sentence, start, names) {
                Some((stop, known)) => {
                    found.push(mention(sentence, index, start..stop, known));
                    start = stop;
                }
                None => start += 1,
            }
        }
    }
    if found.is_empty() {
        return;
    }
    // Both stand in the order of the text: each found name meets the mentions around it once.
    let mut kept = Vec::with_capacity(mentions.mentions.len() + found.len());
    let mut at = 0;
    for old in mentions.mentions.drain(..) {
        while at < found.len() && found[at].span.end <= old.span.start {
            at += 1;
        }
        let mut over = found[at..]
            .iter_mut()
            .take_while(|new| new.span.start < old.span.end)
            .filter(|new| new.span.overlaps(old.span))
            .peekable();
        if over.peek().is_none() {
            kept.push(old);
            continue;
        }
        let around =
            old.form == Form::Nominal && over.all(|new| old.span.contains(new.span) && !new.tokens.contains(&old.head));
        if around {
            // "the Nordfrakt chairman" goes on to stand for someone else.
            kept.push(old);
        } else if let Some(new) = found[at..]
            .iter_mut()
            .find(|new| new.span.overlaps(old.span) && new.kind == Kind::Person && old.kind == Kind::Person)
        {
            new.agreement.gender = new.agreement.gender.or(old.agreement.gender);
            new.role = new.role.take().or(old.role);
        }
    }
    kept.append(&mut found);
    sort(&mut kept);
    mentions.phrases = phrase::find(analysis, &kept);
    mentions.mentions = kept;
}

/// The longest name of the list that begins at the token.
fn longest(text: &str, sentence: &Sentence, start: usize, names: &Gazetteer) -> Option<(usize, Known)> {
    if !names.begins(&sentence.tokens[start].form) {
        return None;
    }
    let first = sentence.tokens[start].span;
    let mut found = None;
    for (stop, token) in sentence.tokens.iter().enumerate().skip(start) {
        let span = first.cover(token.span);
        // Signs between the words count here and not in the key: twice the length is room enough for them.
        if span.end - span.start > 2 * names.longest() + 16 {
            break;
        }
        // A name ends at its last word, not at the stop or bracket after it.
        let ends = token.form.contains(char::is_alphanumeric);
        if let Some(known) = ends.then(|| names.get(span.of(text))).flatten() {
            found = Some((stop + 1, known));
        }
    }
    found
}

fn mention(sentence: &Sentence, index: usize, tokens: Range<usize>, known: Known) -> Mention {
    let first = &sentence.tokens[tokens.start];
    let gender = (known.kind == Kind::Person)
        .then(|| name_word::gender(known.name.split(' ').next().unwrap_or_default(), None))
        .flatten();
    Mention {
        span: first.span.cover(sentence.tokens[tokens.end - 1].span),
        sentence: index,
        head: sentence.head_of(&tokens),
        form: Form::Name,
        kind: known.kind,
        confidence: 1.0,
        agreement: Agreement {
            plural: Some(false),
            gender,
        },
        known: Some(known),
        role: None,
        tokens,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::analyse;

    #[test]
    fn listed_names_hold_against_the_reader() {
        let text = "Georgia beat Quux Zed Inc. in Atlanta. Minister Ann Lee praised the Quux chairman.";
        let document = Document::new("t", text);
        let analysis = analyse(&document);
        let mut names = Gazetteer::default();
        names
            .read("names.tsv", "organisation\tGeorgia Lions\tGeorgia\nlocation\tQuux Zed\nperson\tA. B. Lee\tAnn Lee\nlocation\tQuux\n")
            .unwrap();
        let mut mentions = super::super::find(&document, &analysis);
        overrule(&document, &analysis, &names, &mut mentions);
        let of = |words: &str| {
            let found: Vec<_> = mentions
                .mentions
                .iter()
                .filter(|mention| mention.span.of(text) == words)
                .map(|mention| (mention.kind, mention.known.and_then(|known| known.id)))
                .collect();
            assert_eq!(found.len(), 1, "{words}: {:?}", mentions.mentions);
            found[0]
        };
        assert_eq!(of("Georgia"), (Kind::Organisation, Some("organisation:georgia-lions")));
        assert_eq!(of("Quux Zed"), (Kind::Location, Some("location:quux-zed")));
        assert_eq!(of("Ann Lee"), (Kind::Person, Some("person:a-b-lee")));
        assert_eq!(of("Quux"), (Kind::Location, Some("location:quux")));
        let sorted = mentions
            .mentions
            .is_sorted_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
        assert!(sorted);
    }
}
