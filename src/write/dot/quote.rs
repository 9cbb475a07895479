//! Text and ids as Graphviz reads them, whatever they hold.
//!
//! In a label `"`, `\` and `&` have a meaning, control characters end up raw in the SVG, and a quoted token may hold 16 KB;
//! in an id only `"` is escaped, and a backslash can't be told from an escape.

use crate::graph::hexadecimal;
use sha2::{Digest, Sha256};

/// Longer labels are cut.
const LONGEST_LABEL: usize = 60;
/// Longer titles are cut.
const LONGEST_TITLE: usize = 110;
/// Lines of a node's label break after so many characters.
const LINE: usize = 20;
/// Those of the words on an arrow.
const LINE_BESIDE: usize = 17;
/// More lines hide what is around them.
const MOST_LINES: usize = 8;
/// Longer ids are cut: a quoted token may hold 16,381 bytes, and an id can't be made of pieces.
const LONGEST_ID: usize = 8000;
/// Longer tooltips are cut.
const LONGEST_TOOLTIP: usize = 400;

/// A node's label in quotes: cut with an ellipsis, wrapped at blanks.
pub(super) fn label(text: &str) -> String {
    quoted(&wrap(&cut(&one_line(text), LONGEST_LABEL), LINE))
}

/// Several lines, each cut and wrapped by itself; of too many the first.
pub(super) fn lines<'t>(lines: impl IntoIterator<Item = &'t str>) -> String {
    quoted(&wrapped(lines, LINE))
}

/// The words on an arrow, as [`lines`], with blanks around: Graphviz sets them right at the line.
pub(super) fn beside_line<'t>(lines: impl IntoIterator<Item = &'t str>) -> String {
    let lines: Vec<String> = wrapped(lines, LINE_BESIDE)
        .lines()
        .map(|line| format!(" {line} "))
        .collect();
    quoted(&lines.join("\n"))
}

fn wrapped<'t>(lines: impl IntoIterator<Item = &'t str>, longest: usize) -> String {
    let mut lines: Vec<String> = lines
        .into_iter()
        .flat_map(str::lines)
        .map(|line| wrap(&cut(&one_line(line), LONGEST_LABEL), longest))
        .collect();
    let more = lines.len().saturating_sub(MOST_LINES);
    if more > 0 {
        lines.truncate(MOST_LINES);
        lines.push(format!("and {more} more"));
    }
    lines.join("\n")
}

/// The drawing's title in quotes: lines that are not wrapped, each set to the left.
pub(super) fn title<'t>(lines: impl IntoIterator<Item = &'t str>) -> String {
    let lines = lines.into_iter().map(|line| {
        let quoted = quoted(&cut(&one_line(line), LONGEST_TITLE));
        // `\l` ends a line and sets it to the left; it must come after the text is escaped.
        format!("{}\\l", &quoted[1..quoted.len() - 1])
    });
    format!("\"{}\"", lines.collect::<String>())
}

/// A tooltip in quotes, on one line.
pub(super) fn tooltip(text: &str) -> String {
    quoted(&cut(&one_line(text), LONGEST_TOOLTIP))
}

/// An id in quotes.
///
/// Graphviz has no way to say a backslash, a control character or a very long id: these change, and a digest of the id
/// follows, so that two ids stay two.
pub(super) fn id(id: &str) -> String {
    let mut name = String::with_capacity(id.len() + 2);
    for letter in id.chars() {
        if name.len() > LONGEST_ID {
            break;
        }
        match letter {
            '\\' | '\n' => name.push('/'),
            letter => name.push(printable(letter)),
        }
    }
    if name != id {
        let digest = Sha256::digest(id.as_bytes());
        name.push('~');
        name += &hexadecimal(&digest[..6]);
    }
    format!("\"{}\"", name.replace('"', "\\\""))
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars().map(printable) {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '&' => out.push_str("&amp;"),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// What XML can't hold becomes the replacement character.
fn printable(letter: char) -> char {
    match letter {
        '\n' => letter,
        '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        letter if letter.is_control() => '\u{fffd}',
        letter => letter,
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cut(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let kept: String = text.chars().take(longest - 1).collect();
    format!("{}…", kept.trim_end())
}

fn wrap(text: &str, longest: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut width = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if width > 0 && width + 1 + length > longest {
            out.push('\n');
            width = 0;
        } else if width > 0 {
            out.push(' ');
            width += 1;
        }
        out.push_str(word);
        width += length;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_has_a_meaning_is_escaped() {
        assert_eq!(label(r#"say "\N" & AT&amp;T"#), r#""say \"\\N\" &amp; AT&amp;amp;T""#);
        assert_eq!(label("a\nb\u{7}\0c"), "\"a b\u{fffd}\u{fffd}c\"");
        assert_eq!(
            label("six current and former U.S. officials"),
            "\"six current and\\nformer U.S.\\nofficials\""
        );
        assert_eq!(id(r#"event:a "b":reject-1"#), r#""event:a \"b\":reject-1""#);
        assert!(label(&"word ".repeat(40)).contains('…'));
        assert_eq!(title(["a \\ b", "c"]), r#""a \\ b\lc\l""#);
    }

    #[test]
    fn ids_that_graphviz_can_not_say_stay_apart() {
        assert_ne!(id(r"a\b"), id("a/b"));
        assert_ne!(id("a\u{1}b"), id("a\u{2}b"));
        let long = "x".repeat(20_000);
        assert_ne!(id(&long), id(&format!("{long}y")));
        assert!(id(&"\"".repeat(20_000)).len() < 16_381);
        assert!(id(&"😀".repeat(20_000)).len() < 16_381);
    }

    #[test]
    fn of_many_lines_the_first_stay() {
        let many: Vec<String> = (0..400).map(|number| format!("&\"{number}")).collect();
        let label = lines(many.iter().map(String::as_str));
        assert!(label.len() < 16_381 && label.ends_with("\\nand 392 more\""));
    }

    /// The quoted token ends with its last quote, and with no other.
    fn is_sound(token: &str) -> bool {
        let inner = token.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let Some(inner) = inner else { return false };
        let mut letters = inner.chars();
        while let Some(letter) = letters.next() {
            let fine = match letter {
                '"' => false,
                '\\' => letters.next().is_some_and(|next| matches!(next, '"' | '\\' | 'n')),
                letter => !letter.is_control(),
            };
            if !fine {
                return false;
            }
        }
        true
    }

    proptest! {
        #[test]
        fn every_text_makes_a_sound_token(text in "[\\\\\"&\n\u{0}a-z ]{0,40}|\\PC{0,90}|(?s).{0,60}") {
            prop_assert!(is_sound(&label(&text)));
            prop_assert!(is_sound(&tooltip(&text)));
            prop_assert!(is_sound(&id(&text)));
            prop_assert!(is_sound(&lines([text.as_str(), text.as_str()])));
            prop_assert!(is_sound(&beside_line([text.as_str(), text.as_str()])));
        }
    }
}
