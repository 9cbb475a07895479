//! A user's own list of names, which extends the built-in knowledge and overrules it.

use super::{Known, KnownForm, TableError, key, knowledge, lines};
use crate::ontology::Kind;
use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, PoisonError};

/// The columns of a list.
const COLUMNS: &str = "kind, name, aliases (parted by |) and id, parted by tabs";
/// No name is longer, in bytes: looking names up costs as much for each word of a text.
const LONGEST: usize = 200;

/// Names with their kinds and ids, from tab-separated tables.
///
/// ```
/// use newsgraph::{knowledge::Gazetteer, ontology::Kind};
/// let mut names = Gazetteer::default();
/// names.read("names.tsv", "kind\tname\taliases\tid\norganisation\tNordfrakt ASA\tNordfrakt|NFR\tQ42\n")?;
/// let known = names.get("NFR").unwrap();
/// assert_eq!((known.kind, known.name, known.id), (Kind::Organisation, "Nordfrakt ASA", Some("organisation:Q42")));
/// # Ok::<(), newsgraph::knowledge::TableError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Gazetteer {
    names: HashMap<String, Entry>,
    /// The names' first words, so that most words of a text cost one look.
    first_words: HashSet<String>,
    ids: HashMap<&'static str, (String, usize)>,
    longest: usize,
}

#[derive(Debug, Clone)]
struct Entry {
    known: Known,
    file: String,
    line: usize,
}

impl Gazetteer {
    /// Whether it holds no name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Bytes of the longest name's key.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// What a form names. Capitals count.
    #[must_use]
    pub fn get(&self, form: &str) -> Option<Known> {
        self.names.get(&key(form)).map(|entry| entry.known)
    }

    /// Whether a name begins with that word.
    #[must_use]
    pub fn begins(&self, word: &str) -> bool {
        key(word)
            .split(' ')
            .next()
            .is_some_and(|word| self.first_words.contains(word))
    }

    /// Adds a table: kind, name, aliases parted by `|`, and an id, which may be left out. A header line may stand first.
    ///
    /// The names live as long as the program; reading a table a second time takes no more memory.
    ///
    /// # Errors
    /// When a line has no kind or name, or one that is taken.
    pub fn read(&mut self, file: &str, text: &str) -> Result<(), TableError> {
        for (number, (line, fields)) in lines(text).enumerate() {
            if number == 0 && fields[0].eq_ignore_ascii_case("kind") {
                continue;
            }
            self.read_line(file, line, &fields).map_err(|problem| TableError {
                file: file.to_owned(),
                line,
                problem,
            })?;
        }
        Ok(())
    }

    fn read_line(&mut self, file: &str, line: usize, fields: &[&str]) -> Result<(), String> {
        let field = |index: usize| fields.get(index).copied().unwrap_or_default();
        if fields.len() > 4 {
            return Err(format!("has {} columns; allowed are {COLUMNS}", fields.len()));
        }
        let kind = Kind::from_name(field(0)).ok_or_else(|| {
            format!(
                "{:?} is no kind; allowed are person, country, organisation, location and event",
                field(0)
            )
        })?;
        let name = field(1);
        if key(name).is_empty() {
            return Err(format!("has no name; the columns are {COLUMNS}"));
        }
        let given = field(3);
        let iso2 = iso2(kind, name, given)?;
        let id = id(kind, name, given, iso2)?;
        if let Some((file, line)) = self.ids.get(id) {
            return Err(format!(
                "the id {id} stands in {file}, line {line} already; give one of them another id, or put all names into one line"
            ));
        }
        for (index, form) in std::iter::once(name)
            .chain(field(2).split('|').map(str::trim))
            .enumerate()
        {
            let form_key = key(form);
            if form_key.is_empty() {
                continue;
            }
            if form.len() > LONGEST {
                return Err(format!("a name has {} bytes; allowed are {LONGEST}", form.len()));
            }
            if let Some(other) = self.names.get(&form_key) {
                if other.known.id == Some(id) {
                    continue;
                }
                return Err(format!(
                    "{form:?} is a name of {} in {}, line {}; a name can stand for one of them only",
                    other.known.name, other.file, other.line
                ));
            }
            self.longest = self.longest.max(form_key.len());
            self.first_words
                .insert(form_key.split(' ').next().unwrap_or_default().to_owned());
            self.names.insert(
                form_key,
                Entry {
                    known: Known {
                        kind,
                        name: intern(name),
                        iso2,
                        form: if index == 0 { KnownForm::Name } else { KnownForm::Alias },
                        sort: "",
                        id: Some(id),
                    },
                    file: file.to_owned(),
                    line,
                },
            );
        }
        self.ids.insert(id, (file.to_owned(), line));
        Ok(())
    }
}

/// A country's code: the id when that is one, else that of the country which is known by the name.
fn iso2(kind: Kind, name: &str, given: &str) -> Result<Option<&'static str>, String> {
    if kind != Kind::Country {
        return Ok(None);
    }
    let code = given.strip_prefix("country:").unwrap_or(given);
    if matches!(code.len(), 2..=4) && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Ok(Some(intern(code)));
    }
    let known = knowledge().names(name).iter();
    let known = known
        .filter(|known| known.kind == Kind::Country)
        .find_map(|known| known.iso2);
    match known {
        Some(code) if given.is_empty() => Ok(Some(code)),
        _ => Err(format!(
            "{name} has no ISO 3166 code; write one as its id (two capitals, four for a past state)"
        )),
    }
}

/// The node's id: the kind, a colon, and what the user gives, or else the name.
fn id(kind: Kind, name: &str, given: &str, iso2: Option<&str>) -> Result<&'static str, String> {
    if let Some(code) = iso2 {
        return Ok(intern(&format!("country:{code}")));
    }
    let kind = kind.name();
    let own = given
        .strip_prefix(kind)
        .and_then(|rest| rest.strip_prefix(':'))
        .unwrap_or(given);
    if own.is_empty() {
        return Ok(intern(&format!("{kind}:{}", crate::text::slug(name))));
    }
    if !own
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    {
        return Err(format!(
            "{given:?} cannot be an id; allowed are ASCII letters, digits, and - _ . (Q42, nordfrakt-asa)"
        ));
    }
    Ok(intern(&format!("{kind}:{own}")))
}

/// The same words with the program's lifetime, as the built-in tables have.
fn intern(words: &str) -> &'static str {
    static WORDS: Mutex<Option<HashSet<&'static str>>> = Mutex::new(None);
    let mut words_kept = WORDS.lock().unwrap_or_else(PoisonError::into_inner);
    let kept = words_kept.get_or_insert_default();
    if let Some(known) = kept.get(words) {
        return known;
    }
    let leaked: &'static str = words.to_owned().leak();
    kept.insert(leaked);
    leaked
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Gazetteer, String> {
        let mut names = Gazetteer::default();
        names
            .read("names.tsv", text)
            .map(|()| names)
            .map_err(|error| error.to_string())
    }

    #[test]
    fn lines_give_kind_name_and_id() {
        let names = read("\u{feff}Kind\tName\r\n# mine\r\nperson\tÉva Nagy\tNagy | E. Nagy\r\ncountry\tMexico\tAztecs\n\nlocation\tGeorgia\t\tgeorgia-us\n").unwrap();
        let check = |form: &str, name: &str, id: &str| {
            let known = names.get(form).unwrap();
            assert_eq!((known.name, known.id), (name, Some(id)));
        };
        check("Nagy", "Éva Nagy", "person:eva-nagy");
        check("E Nagy", "Éva Nagy", "person:eva-nagy");
        check("Aztecs", "Mexico", "country:MX");
        check("Georgia", "Georgia", "location:georgia-us");
        assert!(names.get("nagy").is_none() && names.begins("E.") && !names.begins("Z"));
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (text, problem) in [
            ("person\n", "line 1: has no name"),
            (
                "kind\tname\nplace\tOslo\n",
                "line 2: \"place\" is no kind; allowed are person",
            ),
            ("person\tA B\tC\td\te\n", "line 1: has 5 columns"),
            (
                "person\tA B\n\nperson\tC D\tA B\n",
                "line 3: \"A B\" is a name of A B in names.tsv, line 1",
            ),
            (
                "person\tA B\t\tx\nperson\tC D\t\tx\n",
                "line 2: the id person:x stands in names.tsv, line 1",
            ),
            ("person\tA B\t\tü\n", "line 1: \"ü\" cannot be an id"),
            ("country\tAtlantis\n", "line 1: Atlantis has no ISO 3166 code"),
        ] {
            let error = read(text).unwrap_err();
            assert!(error.contains(problem), "{error}");
        }
    }
}
