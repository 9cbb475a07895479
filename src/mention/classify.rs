//! Which of the five kinds a name is: by what is known of it, by its own words, and by the words around it.

use crate::knowledge::{Known, KnownForm, knowledge};
use crate::ontology::Kind;
use crate::syntax::is_common_word;
use crate::text::Sentence;
use std::ops::Range;

/// Last words of organisations' names.
#[rustfmt::skip]
const ORGANISATIONS: [&str; 155] = [
    "Academy", "Administration", "Agency", "Airlines", "Airways", "Alliance", "Army", "Assembly", "Association",
    "Authority", "Bank", "Board", "Brigade", "Brigades", "Broadcasting", "Brothers", "Bureau", "Cabinet", "Cartel",
    "Center", "Centre", "Chamber", "Church", "City Council", "Club", "Co", "Coalition", "College", "Command",
    "Commission", "Committee", "Commons", "Community", "Company", "Confederation", "Conference", "Congress", "Consortium",
    "Constabulary", "Corp", "Corporation", "Corps", "Council", "Court", "Daily", "Democrats", "Department", "Directorate",
    "Duma", "Energy", "Enterprises", "Exchange", "FC", "Federation", "Firm", "Force", "Forces", "Forum", "Foundation",
    "Front", "Fund", "Gazette", "Government", "Greens", "Group", "Guard", "Guardian", "Hall", "Headquarters", "Herald",
    "Holdings", "Hospital", "House", "Inc", "Industries", "Initiative", "Inquirer", "Institute", "Institution",
    "Intelligence", "International", "Journal", "Jury", "Knesset", "Laboratory", "Labs", "League", "Legislature",
    "Liberals", "Library", "Lords", "Ltd", "Magazine", "Media", "Militia", "Ministry", "Mission", "Motors", "Movement",
    "Museum", "Navy", "Network", "News", "Observatory", "Office", "Oil", "Opera", "Orchestra", "Order", "Organisation",
    "Organization", "PLC", "Pact", "Parliament", "Partners", "Partnership", "Party", "Patrol", "Petroleum", "Police",
    "Post", "Press", "Prosecutor", "Radio", "Rangers", "Red Cross", "Registry", "Republicans", "Resources", "School",
    "Secretariat", "Senate", "Service", "Services", "Society", "Squad", "Staff", "Studios", "Survey", "Syndicate",
    "Systems", "Team", "Technologies", "Telecom", "Telegraph", "Television", "Times", "Treasury", "Tribunal", "Tribune",
    "Trust", "Union", "United", "University", "Weekly",
];

/// Words of places' names, last or, as "Lake", first.
#[rustfmt::skip]
const PLACES: [&str; 80] = [
    "Airport", "Archipelago", "Avenue", "Basin", "Bay", "Beach", "Boulevard", "Bridge", "Building", "Canal", "Canyon",
    "Cape", "Castle", "Cathedral", "Channel", "City", "Coast", "Cosmodrome", "County", "Creek", "Delta", "Desert",
    "District", "East", "Equator", "Falls", "Forest", "Fort", "Garden", "Gardens", "Glacier", "Governorate", "Gulf",
    "Harbor", "Harbour", "Heights", "Highway", "Hill", "Hills", "Island", "Islands", "Isle", "Lake", "Loch", "Memorial",
    "Mosque", "Mount", "Mountain", "Mountains", "Oblast", "Ocean", "Palace", "Park", "Peak", "Peninsula", "Plateau",
    "Plaza", "Point", "Port", "Prefecture", "Prison", "Province", "Region", "River", "Road", "Sea", "Shore", "Spaceport",
    "Square", "Stadium", "State", "Station", "Strait", "Street", "Territory", "Tower", "Township", "Valley", "Village",
    "Volcano",
];

/// Last words of named events, in small letters: elections are named in them.
#[rustfmt::skip]
const EVENTS: [&str; 44] = [
    "attacks", "awards", "bowl", "campaign", "ceasefire", "championship", "championships", "conference", "congress",
    "crisis", "cup", "cyclone", "derby", "earthquake", "election", "elections", "expo", "fair", "festival", "final",
    "finals", "games", "genocide", "holocaust", "hurricane", "intifada", "marathon", "massacre", "olympics", "open",
    "operation", "primary", "prix", "rebellion", "referendum", "revolution", "riots", "series", "storm", "summit",
    "tournament", "trials", "typhoon", "war",
];

const EVENT_STARTS: [&str; 8] = [
    "Battle",
    "Cyclone",
    "Hurricane",
    "Operation",
    "Siege",
    "Storm",
    "Treaty",
    "Typhoon",
];

/// Verbs that people do, mostly.
const PERSONAL_VERBS: [&str; 18] = [
    "add", "agree", "argue", "ask", "believe", "call", "confirm", "declare", "explain", "insist", "note", "recall",
    "reply", "say", "tell", "think", "warn", "write",
];

/// Whether the name ends, or begins, as organisations' names do.
pub(super) fn is_organisation_word(word: &str) -> bool {
    ORGANISATIONS.binary_search(&word.trim_end_matches('.')).is_ok()
}

/// Whether the word ends names of events.
pub(super) fn is_event_word(word: &str) -> bool {
    EVENTS.binary_search(&word.to_lowercase().as_str()).is_ok()
}

fn is_place_word(word: &str) -> bool {
    PLACES.binary_search(&word).is_ok()
}

/// What a name is, how surely, and what is known of it.
#[derive(Clone, Copy)]
pub(super) struct Judgement {
    pub kind: Kind,
    pub confidence: f64,
    pub known: Option<Known>,
}

impl Judgement {
    fn new(kind: Kind, confidence: f64) -> Self {
        Self {
            kind,
            confidence,
            known: None,
        }
    }
}

/// Judges the name that `tokens` of the sentence make. `titled` says that a person's title stands before it.
pub(super) fn judge(text: &str, sentence: &Sentence, tokens: &Range<usize>, titled: bool) -> Judgement {
    let words: Vec<&str> = sentence.tokens[tokens.clone()]
        .iter()
        .map(|token| token.form.as_str())
        .collect();
    let (first, last) = (words[0], words[words.len() - 1]);
    let span = sentence.tokens[tokens.start]
        .span
        .cover(sentence.tokens[tokens.end - 1].span);
    if titled {
        return Judgement::new(Kind::Person, 0.95);
    }
    let known = knowledge().names(span.of(text));
    if let Some(known) = choose(known, sentence, tokens) {
        return Judgement {
            kind: known.kind,
            confidence: 0.9,
            known: Some(known),
        };
    }
    let has_of = words.contains(&"of");
    if is_event_word(last) || EVENT_STARTS.contains(&first) {
        return Judgement::new(Kind::Event, 0.8);
    }
    let given = knowledge().given_name(first).is_some();
    if is_organisation_word(last)
        || (has_of && is_organisation_word(first))
        || (words.len() > 1
            && words
                .iter()
                .any(|word| matches!(*word, "Ministry" | "University" | "Department" | "Bank" | "Party")))
    {
        return Judgement::new(Kind::Organisation, 0.85);
    }
    if is_place_word(last) || (words.len() > 1 && is_place_word(first) && !given) {
        return Judgement::new(Kind::Location, 0.8);
    }
    if words.len() > 1 && given {
        return Judgement::new(Kind::Person, 0.9);
    }
    by_context(sentence, tokens, &words)
}

/// One of several things that a form may name. Context decides where a place stands for its state.
fn choose(known: &[Known], sentence: &Sentence, tokens: &Range<usize>) -> Option<Known> {
    let of_kind = |kind: Kind| {
        known
            .iter()
            .copied()
            .find(|known| known.kind == kind && known.form != KnownForm::Capital)
    };
    if let Some(country) = of_kind(Kind::Country) {
        return Some(country);
    }
    if let Some(capital) = known.iter().copied().find(|known| known.form == KnownForm::Capital) {
        // "Moscow said": the seat for the government; "in Moscow": the city.
        let head = &sentence.tokens[tokens.end - 1];
        let acts = head.relation() == "nsubj" && head.head.is_some_and(|verb| sentence.tokens[verb].is_verb());
        if acts {
            return Some(capital);
        }
    }
    of_kind(Kind::Organisation)
        .filter(|_| of_kind(Kind::Location).is_none())
        .or_else(|| of_kind(Kind::Location))
        .or_else(|| known.first().copied())
}

/// A name that nothing is known of.
fn by_context(sentence: &Sentence, tokens: &Range<usize>, words: &[&str]) -> Judgement {
    let form = |index: usize| sentence.tokens.get(index).map_or("", |token| token.form.as_str());
    let before = tokens.start.checked_sub(1).map_or("", form);
    let after = form(tokens.end);
    let head = &sentence.tokens[tokens.end - 1];
    let governor = head.head.map(|index| &sentence.tokens[index]);
    let speaks =
        head.relation() == "nsubj" && governor.is_some_and(|verb| PERSONAL_VERBS.contains(&verb.lemma.as_str()));
    let joined = words.join(" ");
    if words.len() == 1
        && words[0]
            .chars()
            .all(|letter| letter.is_uppercase() || letter == '.' || letter.is_ascii_digit())
        && words[0].chars().count() > 1
    {
        return Judgement::new(Kind::Organisation, 0.7);
    }
    if words
        .iter()
        .any(|word| word.ends_with('.') && word.chars().count() == 2)
        || joined.contains(" bin ")
        || joined.contains(" al-")
        || joined.contains(" van ")
        || joined.contains(" von ")
    {
        return Judgement::new(Kind::Person, 0.85);
    }
    if after == "," && form(tokens.end + 1).len() == 2 && form(tokens.end + 1).bytes().all(|byte| byte.is_ascii_digit())
    {
        return Judgement::new(Kind::Person, 0.9); // "X, 45,"
    }
    if words.len() == 1 && matches!(before, "in" | "near" | "at" | "from" | "outside") && after != "'s" {
        return Judgement::new(Kind::Location, 0.55);
    }
    // "Thales Alenia Space": a common word among its words makes a body of it, but people bear names like "Bush" and "Rice".
    let common = words.len() > 1 && words.iter().any(|word| is_common_word(&word.to_lowercase()));
    if common && !speaks && !knowledge().is_surname(words[words.len() - 1]) {
        return Judgement::new(Kind::Organisation, 0.6);
    }
    if matches!(before, "the" | "The") {
        return Judgement::new(Kind::Organisation, 0.5);
    }
    let surname = knowledge().is_surname(words[words.len() - 1]);
    if speaks || surname {
        return Judgement::new(Kind::Person, 0.7);
    }
    if (2..=4).contains(&words.len())
        && words.iter().all(|word| {
            word.chars()
                .all(|letter| letter.is_alphabetic() || "'-’.".contains(letter))
        })
    {
        return Judgement::new(Kind::Person, 0.55);
    }
    Judgement::new(Kind::Organisation, 0.4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_lists_are_sorted_so_that_they_can_be_searched() {
        assert!(ORGANISATIONS.is_sorted() && PLACES.is_sorted() && EVENTS.is_sorted());
    }
}
