//! [CoNLL-U](https://universaldependencies.org/format.html), written with coreference and names in MISC, and read for its tokens
//! and sentences.

use super::{Annotation, LONGEST_SENTENCE, coreference};
use crate::mention::Form;
use crate::syntax;
use crate::text::{Document, Sentence, SentenceKind, Span, Token};
use std::io::{self, Write};
use thiserror::Error;

/// What is wrong with an input whose sentences are given.
#[derive(Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum SentenceError {
    /// A line of words without ten columns.
    #[error("line {line}: has {columns} columns; CoNLL-U has 10, parted by tabs")]
    Columns {
        /// Counted from 1.
        line: usize,
        /// How many there are.
        columns: usize,
    },
    /// An ID that is no number, range or empty node.
    #[error("line {line}: the ID {id:?} is none; it is a number, a range (3-4) or an empty node (3.1)")]
    Id {
        /// Counted from 1.
        line: usize,
        /// What stands there.
        id: String,
    },
    /// A sentence that no writer made: trees cost the square of their length.
    #[error("line {line}: the sentence has more than {} words; cut it", LONGEST_SENTENCE)]
    TooLong {
        /// Counted from 1: where it ends.
        line: usize,
    },
    /// No word at all.
    #[error("holds no words")]
    Empty,
}

/// Reads tokens and sentences, and makes the text of them: forms, parted by blanks where `SpaceAfter=No` does not forbid it,
/// and by an empty line where a paragraph or document begins. Other columns are not looked at.
///
/// # Errors
/// When a line is not as CoNLL-U has it.
pub fn read_conllu(id: &str, source: &str) -> Result<(Document, Vec<Sentence>), SentenceError> {
    let mut reader = Reader::default();
    for (number, line) in source.lines().enumerate() {
        reader.line(number + 1, line.trim_end_matches('\r'))?;
    }
    reader.close();
    if reader.sentences.is_empty() {
        return Err(SentenceError::Empty);
    }
    let end = reader.text.trim_end().len();
    reader.text.truncate(end);
    Ok((Document::new(id, reader.text), reader.sentences))
}

#[derive(Default)]
struct Reader {
    text: String,
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
    paragraph: usize,
    /// A multiword token whose words are still to come: where its surface stands, its last word's id, its words so far.
    range: Option<Multiword>,
}

struct Multiword {
    span: Span,
    last: usize,
    words: Vec<String>,
    space_after: bool,
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) -> Result<(), SentenceError> {
        if self.tokens.len() > LONGEST_SENTENCE {
            return Err(SentenceError::TooLong { line: number });
        }
        if line.is_empty() {
            self.close();
            return Ok(());
        }
        if let Some(comment) = line.strip_prefix('#') {
            let comment = comment.trim();
            if (comment.starts_with("newpar") || comment.starts_with("newdoc")) && !self.text.is_empty() {
                self.paragraph += 1;
                let end = self.text.trim_end().len();
                self.text.truncate(end);
                self.text.push_str("\n\n");
            }
            return Ok(());
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, .., misc] = columns[..] else {
            return Err(SentenceError::Columns {
                line: number,
                columns: columns.len(),
            });
        };
        if columns.len() != 10 {
            return Err(SentenceError::Columns {
                line: number,
                columns: columns.len(),
            });
        }
        let space_after = !misc.split('|').any(|field| field == "SpaceAfter=No");
        let wrong = || SentenceError::Id {
            line: number,
            id: id.to_owned(),
        };
        if id.contains('.') {
            return Ok(());
        }
        if let Some((_, last)) = id.split_once('-') {
            let last = last.parse().map_err(|_| wrong())?;
            let span = self.push_surface(form);
            self.range = Some(Multiword {
                span,
                last,
                words: Vec::new(),
                space_after,
            });
            return Ok(());
        }
        let id: usize = id.parse().map_err(|_| wrong())?;
        match &mut self.range {
            Some(range) => {
                range.words.push(form.to_owned());
                if id >= range.last {
                    self.close_range();
                }
            }
            None => {
                let span = self.push_surface(form);
                self.tokens.push(Token::new(span, form));
                self.space(space_after);
            }
        }
        Ok(())
    }

    fn push_surface(&mut self, form: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(form);
        Span::new(start, self.text.len())
    }

    fn space(&mut self, after: bool) {
        if after {
            self.text.push(' ');
        }
    }

    /// Words that spell the surface out share it among themselves; others ("du" for "de le") all stand for the whole.
    fn close_range(&mut self) {
        let Some(range) = self.range.take() else { return };
        let spelt = range.words.concat() == range.span.of(&self.text);
        let mut start = range.span.start;
        for word in range.words {
            let span = if spelt {
                Span::new(start, start + word.len())
            } else {
                range.span
            };
            start = span.end;
            self.tokens.push(Token::new(span, word));
        }
        self.space(range.space_after);
    }

    fn close(&mut self) {
        self.close_range();
        let tokens = std::mem::take(&mut self.tokens);
        if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
            let span = first.span.cover(last.span);
            self.sentences.push(Sentence {
                span,
                kind: SentenceKind::Prose,
                paragraph: self.paragraph,
                tokens,
                names: Vec::new(),
                embeddings: Vec::new(),
            });
            // Two sentences are never glued, or their text would read as one.
            if !self.text.ends_with(char::is_whitespace) {
                self.text.push(' ');
            }
        }
    }
}

/// Writes words, tags, trees, and in MISC chains of coreference as CorefUD has them (`Entity=(e1-person-1-)`) and the named
/// entities as `NER=B-person`, `NER=I-person`.
///
/// # Errors
/// What `out` returns.
pub fn write_conllu(annotation: &Annotation, out: &mut dyn Write) -> io::Result<()> {
    let text = &annotation.document.text;
    let brackets = coreference::brackets(annotation);
    let mut paragraph = None;
    for (number, sentence) in annotation.analysis.sentences.iter().enumerate() {
        if number == 0 {
            writeln!(out, "# newdoc id = {}", annotation.document.id)?;
            writeln!(out, "{}", coreference::FIELDS)?;
        }
        if paragraph != Some(sentence.paragraph) {
            writeln!(out, "# newpar")?;
            paragraph = Some(sentence.paragraph);
        }
        writeln!(out, "# sent_id = {}-{}", annotation.document.id, number + 1)?;
        let words: Vec<&str> = sentence.span.of(text).split_whitespace().collect();
        writeln!(out, "# text = {}", words.join(" "))?;
        let names = names(annotation, number, sentence.tokens.len());
        for (index, token) in sentence.tokens.iter().enumerate() {
            let next = sentence.tokens.get(index + 1);
            let glued = next.is_some_and(|next| next.span.start == token.span.end);
            let mut misc = Vec::new();
            if !brackets[number][index].is_empty() {
                misc.push(format!("Entity={}", brackets[number][index]));
            }
            misc.extend(names[index].clone());
            if glued {
                misc.push("SpaceAfter=No".to_owned());
            }
            let misc = if misc.is_empty() {
                "_".to_owned()
            } else {
                misc.join("|")
            };
            let head = token.head.map_or(0, |head| head + 1);
            let (form, lemma) = (field(&token.form), field(&token.lemma));
            let features = syntax::features(sentence, index).to_conllu();
            let tags = format!(
                "{}\t{}\t{features}\t{head}\t{}",
                token.upos.name(),
                token.xpos,
                token.deprel
            );
            writeln!(out, "{}\t{form}\t{lemma}\t{tags}\t_\t{misc}", index + 1)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// A column is never empty and holds no tab or line end.
fn field(word: &str) -> String {
    let clean = word.replace(|letter: char| letter.is_whitespace() || letter.is_control(), " ");
    if clean.is_empty() { "_".to_owned() } else { clean }
}

/// The names of a sentence in IOB2, the outermost where they nest.
fn names(annotation: &Annotation, sentence: usize, length: usize) -> Vec<Option<String>> {
    let mut out = vec![None; length];
    for (_, mention) in annotation
        .mentions
        .of_sentence(sentence)
        .filter(|(_, mention)| mention.form == Form::Name)
    {
        if out[mention.tokens.clone()].iter().all(Option::is_none) {
            for (place, index) in mention.tokens.clone().enumerate() {
                out[index] = Some(format!("NER={}-{}", if place == 0 { "B" } else { "I" }, mention.kind));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use proptest::prelude::*;

    fn row(id: &str, form: &str, misc: &str) -> String {
        format!("{id}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}\n")
    }

    #[test]
    fn tokens_and_sentences_are_kept() {
        let source = format!(
            "# newdoc\n{}{}{}{}{}\n# newpar\n{}{}\n",
            row("1-2", "don't", "_"),
            row("1", "do", "_"),
            row("2", "n't", "_"),
            row("2.1", "ghost", "_"),
            row("3", "go", "SpaceAfter=No"),
            row("1", "Yes", "SpaceAfter=No"),
            row("2", ".", "_"),
        );
        let (document, sentences) = read_conllu("t", &source).unwrap();
        assert_eq!(document.text, "don't go\n\nYes.");
        let words: Vec<Vec<&str>> = sentences
            .iter()
            .map(|sentence| {
                sentence
                    .tokens
                    .iter()
                    .map(|token| token.span.of(&document.text))
                    .collect()
            })
            .collect();
        assert_eq!(words, [vec!["do", "n't", "go"], vec!["Yes", "."]]);
    }

    #[test]
    fn errors_name_their_line() {
        assert_eq!(
            read_conllu("t", "1\tword\n").unwrap_err(),
            SentenceError::Columns { line: 1, columns: 2 }
        );
        assert!(matches!(
            read_conllu("t", &row("x", "word", "_")).unwrap_err(),
            SentenceError::Id { line: 1, .. }
        ));
        assert_eq!(
            read_conllu("t", "# only a comment\n").unwrap_err(),
            SentenceError::Empty
        );
    }

    proptest! {
        /// What is written is read back with the same words in the same sentences.
        #[test]
        fn round_trip(text in "([A-Za-zé'’.,!?$%-]{1,9} ?){1,30}") {
            let document = Document::new("t", text);
            let analysis = syntax::analyse(&document);
            let annotation = annotate(document, analysis);
            let mut out = Vec::new();
            write_conllu(&annotation, &mut out).unwrap();
            let written = String::from_utf8(out).unwrap();
            let forms = |sentences: &[Sentence]| -> Vec<Vec<String>> {
                sentences.iter().map(|sentence| sentence.tokens.iter().map(|token| token.form.clone()).collect()).collect()
            };
            match read_conllu("t", &written) {
                Ok((again, sentences)) => {
                    prop_assert_eq!(forms(&annotation.analysis.sentences), forms(&sentences));
                    for token in sentences.iter().flat_map(|sentence| &sentence.tokens) {
                        prop_assert_eq!(token.span.of(&again.text), token.form.as_str());
                    }
                }
                Err(error) => prop_assert!(annotation.analysis.sentences.is_empty(), "{}", error),
            }
        }
    }
}
