//! Open propositions from the trees: who, does, what. One line for each clause with a subject and something more.

use super::Annotation;
use crate::text::{Sentence, SentenceKind, Upos};
use std::io::{self, Write};

/// A clause as predicate and arguments, in the words of the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Tuple {
    /// Index of the sentence.
    pub sentence: usize,
    /// How sure, 0 to 1: less, the more of the sentence's tree it takes.
    pub confidence: f64,
    /// The verb with its auxiliaries, negation and particle; "is" and the like for a predicate noun or adjective.
    pub predicate: String,
    /// The subject, then objects, then prepositional phrases with their prepositions.
    pub arguments: Vec<String>,
}

/// Takes the clauses out of every sentence. Quadratic in the length of a sentence, which is bounded.
#[must_use]
pub fn tuples(annotation: &Annotation) -> Vec<Tuple> {
    let text = annotation.document.text.as_str();
    let mut out = Vec::new();
    for (number, sentence) in annotation.analysis.sentences.iter().enumerate() {
        if sentence.kind != SentenceKind::Furniture {
            out.extend((0..sentence.tokens.len()).filter_map(|head| clause(text, sentence, number, head)));
        }
    }
    out
}

/// Writes sentence, confidence, predicate and arguments, parted by tabs, one tuple a line.
///
/// # Errors
/// What `out` returns.
pub fn write_tuples(annotation: &Annotation, out: &mut dyn Write) -> io::Result<()> {
    for tuple in tuples(annotation) {
        let sentence = &annotation.analysis.sentences[tuple.sentence];
        let words = plain(sentence.span.of(&annotation.document.text));
        write!(out, "{words}\t{:.2}\t{}", tuple.confidence, tuple.predicate)?;
        for argument in &tuple.arguments {
            write!(out, "\t{argument}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The tuple of the clause that `head` heads, if it heads one.
fn clause(text: &str, sentence: &Sentence, number: usize, head: usize) -> Option<Tuple> {
    let relation = |child: usize| sentence.tokens[child].relation();
    let copula = sentence.children(head).any(|child| relation(child) == "cop");
    if sentence.tokens[head].upos != Upos::Verb && !copula {
        return None;
    }
    let (subject, shared) = subject(sentence, head)?;
    let mut arguments = vec![phrase(text, sentence, subject)];
    let mut predicate: Vec<usize> = sentence
        .children(head)
        .filter(|&child| match relation(child) {
            "aux" | "cop" => true,
            "advmod" => sentence.tokens[child].lemma == "not" || sentence.tokens[child].lemma == "never",
            "compound" => sentence.tokens[child].deprel == "compound:prt",
            _ => false,
        })
        .collect();
    if copula {
        arguments.push(own_phrase(text, sentence, head));
    } else {
        predicate.push(head);
    }
    predicate.sort_unstable();
    for wanted in [&["obj", "iobj", "xcomp", "ccomp"][..], &["obl"][..]] {
        for child in sentence
            .children(head)
            .filter(|&child| wanted.contains(&relation(child)) && child != subject)
        {
            arguments.push(phrase(text, sentence, child));
        }
    }
    if arguments.len() < 2 {
        return None;
    }
    let predicate: Vec<&str> = predicate
        .into_iter()
        .map(|index| sentence.tokens[index].form.as_str())
        .collect();
    let confidence = (if shared { 0.6 } else { 0.85 }) - 0.02 * (arguments.len() as f64 - 2.0);
    Some(Tuple {
        sentence: number,
        confidence,
        predicate: predicate.join(" "),
        arguments,
    })
}

/// The subject of a clause: its own, or that of the clause that it is joined to.
fn subject(sentence: &Sentence, head: usize) -> Option<(usize, bool)> {
    let own = |of: usize| sentence.child(of, "nsubj");
    if let Some(subject) = own(head) {
        let relative = matches!(sentence.tokens[subject].xpos, "WDT" | "WP");
        // "who lost": the noun before the pronoun.
        let antecedent = sentence.tokens[head]
            .head
            .filter(|_| relative && sentence.tokens[head].deprel == "acl:relcl");
        return Some((antecedent.unwrap_or(subject), antecedent.is_some()));
    }
    let over = sentence.tokens[head].head?;
    match sentence.tokens[head].deprel {
        "conj" | "xcomp" | "advcl" => own(over).map(|subject| (subject, true)),
        "acl" if sentence.tokens[head].xpos != "VB" => Some((over, true)),
        _ => None,
    }
}

/// The words of a token and all below it, but for clauses that stand apart.
fn phrase(text: &str, sentence: &Sentence, token: usize) -> String {
    words(text, sentence, token, &[])
}

/// The words of a predicate without the subject and copula that hang on it.
fn own_phrase(text: &str, sentence: &Sentence, token: usize) -> String {
    words(
        text,
        sentence,
        token,
        &["nsubj", "cop", "aux", "obl", "punct", "mark", "ccomp"],
    )
}

fn words(text: &str, sentence: &Sentence, token: usize, without: &[&str]) -> String {
    let mut inside = vec![false; sentence.tokens.len()];
    inside[token] = true;
    let mut waiting = vec![token];
    while let Some(at) = waiting.pop() {
        for child in sentence.children(at) {
            let relation = sentence.tokens[child].relation();
            let apart =
                matches!(relation, "parataxis" | "appos" | "dep") || sentence.tokens[child].deprel == "acl:relcl";
            if !apart && !(at == token && (without.contains(&relation) || relation == "punct")) && !inside[child] {
                inside[child] = true;
                waiting.push(child);
            }
        }
    }
    let first = inside.iter().position(|&inside| inside).unwrap_or(token);
    let mut last = first;
    // The stretch around the head without gaps: words beyond a gap belong to another clause.
    let mut start = token;
    while start > 0 && inside[start - 1] {
        start -= 1;
    }
    while last + 1 < inside.len() && (last < token || inside[last + 1]) {
        last += 1;
    }
    plain(sentence.tokens[start].span.cover(sentence.tokens[last].span).of(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::syntax;
    use crate::text::Document;

    fn check(text: &str, wanted: &[&str]) {
        let document = Document::new("t", text);
        let analysis = syntax::analyse(&document);
        let found: Vec<String> = tuples(&annotate(document, analysis))
            .into_iter()
            .map(|tuple| format!("{}: {}", tuple.predicate, tuple.arguments.join(" | ")))
            .collect();
        assert_eq!(found, wanted, "{text}");
    }

    #[test]
    fn clauses_become_tuples() {
        check(
            "Norway did not attack Denmark in 1998.",
            &["did not attack: Norway | Denmark | in 1998"],
        );
        check(
            "The town was attacked by rebels.",
            &["was attacked: The town | by rebels"],
        );
        check(
            "Ann Lee is the president of Norway.",
            &["is: Ann Lee | the president of Norway"],
        );
        check(
            "The army attacked the town and seized a bridge.",
            &["attacked: The army | the town", "seized: The army | a bridge"],
        );
    }
}
