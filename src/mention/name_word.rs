//! Words inside names, and words that look like names.

use super::Role;
use crate::knowledge::knowledge;

/// Small words inside names, when a capital follows.
pub(super) const PARTICLES: [&str; 14] = [
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "la", "van", "von",
];

/// Words of names that hold the country which they are of: "Bank of England", "Communist Party of Germany".
pub(super) const BEARERS: [&str; 18] = [
    "Association",
    "Bank",
    "Battle",
    "Bay",
    "Church",
    "College",
    "Conference",
    "Federation",
    "Gulf",
    "Institute",
    "Isle",
    "Kingdom",
    "League",
    "Party",
    "Strait",
    "Treaty",
    "Union",
    "University",
];

#[rustfmt::skip]
/// Weekdays, months and other capitalised words that name nobody.
pub(super) fn is_calendar(word: &str) -> bool {
    matches!(word, "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday" | "January" | "February"
        | "March" | "April" | "May" | "June" | "July" | "August" | "September" | "October" | "November" | "December" | "Jan."
        | "Feb." | "Mar." | "Apr." | "Jun." | "Jul." | "Aug." | "Sept." | "Sep." | "Sept" | "Oct." | "Nov." | "Dec." | "AM" | "PM"
        | "GMT" | "UTC" | "EST" | "EDT" | "Christmas" | "Easter" | "Ramadan" | "I" | "OK")
}

/// Nouns for things that bear names of their own.
#[rustfmt::skip]
const THINGS: [&str; 60] = [
    "adapter", "aircraft", "airliner", "album", "app", "award", "bacteria", "bomb", "bomber", "bus", "camera", "capsule",
    "car", "console", "currency", "disease", "dollar", "dollars", "drug", "engine", "fever", "film", "game", "gun",
    "helicopter", "jet", "laptop", "launcher", "medicine", "missile", "moon", "movie", "novel", "outbreak", "phone", "pistol",
    "plane", "pound", "prize", "probe", "rifle", "rocket", "rover", "satellite", "series", "shuttle", "smartphone",
    "software", "song", "spacecraft", "strain", "syndrome", "tablet", "tank", "telescope", "truck", "vaccine", "vehicle",
    "virus", "weapon",
];

/// Whether a noun stands for a kind of things that bear names, by its lemma: "the Kepler telescope".
pub(super) fn is_thing(lemma: &str) -> bool {
    THINGS.binary_search(&lemma).is_ok()
}

/// Whether a word is four digits.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The gender that a title or a given name tells.
pub(super) fn gender(first: &str, role: Option<&Role>) -> Option<char> {
    let title = role.map(|role| role.text.to_lowercase()).unwrap_or_default();
    let word = |wanted: &[&str]| {
        title
            .split_whitespace()
            .any(|word| wanted.contains(&word.trim_end_matches('.')))
    };
    if word(&[
        "mr",
        "sir",
        "king",
        "prince",
        "spokesman",
        "chairman",
        "congressman",
        "pope",
    ]) {
        return Some('M');
    }
    if word(&[
        "mrs",
        "ms",
        "miss",
        "queen",
        "princess",
        "spokeswoman",
        "chairwoman",
        "congresswoman",
        "lady",
        "dame",
    ]) {
        return Some('F');
    }
    match knowledge().given_name(first) {
        Some("M") => Some('M'),
        Some("F") => Some('F'),
        _ => None,
    }
}
