//! Spellings of one name.

use strsim::jaro_winkler;

/// The consonants of a word in small ASCII letters, those that writers of other alphabets interchange made one: "Zelensky" and
/// "Zelenskyy", "Mohammed" and "Muhammad", "Catherine" and "Katherine" share it. It says which spellings are worth
/// comparing.
pub(super) fn skeleton(word: &str) -> String {
    let mut out = String::new();
    let letters = word.as_bytes();
    let mut index = 0;
    while index < letters.len() {
        let next = letters.get(index + 1).copied().unwrap_or_default();
        let (sound, length) = match (letters[index], next) {
            (b'p', b'h') => ("v", 2),
            (b's' | b'c' | b'z', b'h') => ("s", 2),
            (b'k' | b'g', b'h') | (b'c', b'k') => ("k", 2),
            (b't' | b'd', b'h') => ("t", 2),
            (b'c', b'e' | b'i' | b'y') => ("s", 1),
            (b'x', _) => ("ks", 1),
            (b'k' | b'q' | b'c' | b'g', _) => ("k", 1),
            (b's' | b'z', _) => ("s", 1),
            (b'v' | b'w' | b'f', _) => ("v", 1),
            (b't', _) => ("t", 1),
            (b'j' | b'y', _) if index == 0 => ("j", 1),
            (b'a' | b'e' | b'i' | b'o' | b'u', _) if index == 0 => ("a", 1),
            (b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'j', _) => ("", 1),
            (b'h', _) if index > 0 => ("", 1),
            _ => (&word[index..=index], 1),
        };
        // "ss" is "s", but "sas" keeps both.
        let doubled = index > 0 && letters[index] == letters[index - 1];
        if !doubled {
            out.push_str(sound);
        }
        index += length;
    }
    out
}

/// Whether two words, in small ASCII letters, are spellings of one name: they have one skeleton, and a similarity (Jaro 1989,
/// Winkler 1990) of `least` or more. A final "a" makes another name of many: "Daniel", "Daniela".
pub(super) fn is_variant(a: &str, b: &str, least: f64) -> bool {
    let (a, b) = (a.min(b), a.max(b));
    a.ends_with('a') == b.ends_with('a') && skeleton(a) == skeleton(b) && jaro_winkler(a, b) >= least
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_slug_has_a_skeleton(word in "\\PC{0,12}") {
            let word = crate::text::slug(&word).replace('-', "");
            prop_assert!(skeleton(&word).is_ascii());
            prop_assert!(is_variant(&word, &word, 1.0));
        }
    }
}
