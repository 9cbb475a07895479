//! Names as ASCII words.

use deunicode::deunicode;

/// Nobody's name is longer; what looks like one is text run wild.
const LONGEST: usize = 80;

/// Lower-case ASCII letters and digits with hyphens between, never empty.
///
/// ```
/// use newsgraph::text::slug;
/// assert_eq!(slug("Gustavo A. Flores-Macías"), "gustavo-a-flores-macias");
/// assert_eq!(slug("北京"), "bei-jing");
/// assert_eq!(slug("?!"), "unnamed");
/// ```
#[must_use]
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    let ascii = deunicode(name).to_lowercase();
    for word in ascii
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(word);
    }
    out.truncate(LONGEST);
    out.truncate(out.trim_end_matches('-').len());
    if out.is_empty() { "unnamed".to_owned() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn slugs_are_ascii_and_never_empty(name in "\\PC{0,100}") {
            let slug = slug(&name);
            prop_assert!(!slug.is_empty() && slug.len() <= LONGEST);
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-'));
            prop_assert!(slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
        }
    }
}
