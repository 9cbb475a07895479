//! What a user says of who is who: two names or ids in a line, one or not.

use crate::knowledge::{TableError, lines};
use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use thiserror::Error;

/// Words that the columns of a header line may have.
const HEADER: [&str; 12] = [
    "id",
    "name",
    "id_a",
    "id_b",
    "name_a",
    "name_b",
    "first",
    "second",
    "document",
    "documents",
    "document_a",
    "document_b",
];

/// Whether both sides are one, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// They are one.
    Same,
    /// They are not.
    Apart,
}

/// One side of a decision.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Side {
    /// An id, or a name.
    pub words: String,
    /// The document that it is looked for in; all when `None`.
    pub document: Option<String>,
}

impl fmt::Display for Side {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.words)?;
        match &self.document {
            Some(document) => write!(out, " of {document}"),
            None => Ok(()),
        }
    }
}

/// A line of a user's table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What it says.
    pub verdict: Verdict,
    /// Of whom.
    pub sides: [Side; 2],
    /// The file as it was named.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
}

impl Decision {
    /// The file's name and the line, for graphs: where the file lies is nobody's business.
    #[must_use]
    pub fn place(&self) -> String {
        let name = self.file.rsplit(['/', '\\']).next().unwrap_or(&self.file);
        format!("{name}, line {}", self.line)
    }
}

/// Two decisions, or a chain of them, that cannot hold together.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}, line {line}: {sides} cannot be kept apart: {same} make them one; remove one of these lines")]
pub struct Contradiction {
    file: String,
    line: usize,
    sides: String,
    same: String,
}

/// All decisions of a user.
///
/// ```
/// use newsgraph::identity::{Decisions, Verdict};
/// let mut decisions = Decisions::default();
/// decisions.read(Verdict::Same, "same.tsv", "person:ann-lee\tAnn B. Lee\n")?;
/// decisions.read(Verdict::Apart, "not.tsv", "Bo Lee\tBo Lee\tmonday\ttuesday\n")?;
/// assert!(decisions.check().is_ok());
/// # Ok::<(), newsgraph::knowledge::TableError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Decisions {
    /// In the order that they were read in.
    pub all: Vec<Decision>,
}

impl Decisions {
    /// Adds a table: two ids or names, and for each the document that it is looked for in, which may be left out. A header
    /// line may stand first.
    ///
    /// # Errors
    /// When a line does not have two to four columns, or says nothing.
    pub fn read(&mut self, verdict: Verdict, file: &str, text: &str) -> Result<(), TableError> {
        for (number, (line, fields)) in lines(text).enumerate() {
            let is_header = |field: &&str| HEADER.contains(&field.to_lowercase().as_str());
            if number == 0 && fields.len() > 1 && fields.iter().all(is_header) {
                continue;
            }
            let decision = decision(verdict, file, line, &fields).map_err(|problem| TableError {
                file: file.to_owned(),
                line,
                problem,
            })?;
            self.all.push(decision);
        }
        Ok(())
    }

    /// Whether the lines hold together as they are written.
    ///
    /// # Errors
    /// When lines that make two sides one, and a line that keeps them apart, cannot both hold.
    pub fn check(&self) -> Result<(), Contradiction> {
        let mut numbers: BTreeMap<&Side, usize> = BTreeMap::new();
        let sides = self.all.iter().flat_map(|decision| &decision.sides);
        for side in sides {
            let next = numbers.len();
            numbers.entry(side).or_insert(next);
        }
        let ends: Vec<[Vec<usize>; 2]> = self
            .all
            .iter()
            .map(|decision| [0, 1].map(|side| vec![numbers[&decision.sides[side]]]))
            .collect();
        self.check_ends(numbers.len(), &ends)
    }

    /// The same for what the sides were found to be: numbers below `count`, for each decision.
    pub(super) fn check_ends(&self, count: usize, ends: &[[Vec<usize>; 2]]) -> Result<(), Contradiction> {
        let mut next: Vec<Vec<(usize, usize)>> = vec![Vec::new(); count];
        for (row, (decision, [a, b])) in self.all.iter().zip(ends).enumerate() {
            let (Verdict::Same, Some(&hub), false) = (decision.verdict, a.first(), b.is_empty()) else {
                continue;
            };
            for &other in a.iter().chain(b).filter(|&&other| other != hub) {
                next[hub].push((other, row));
                next[other].push((hub, row));
            }
        }
        for (decision, [a, b]) in self.all.iter().zip(ends) {
            if decision.verdict == Verdict::Same || a.is_empty() || b.is_empty() {
                continue;
            }
            if let Some(rows) = path(&next, a, b) {
                let same: Vec<String> = rows
                    .into_iter()
                    .map(|row| format!("{}, line {}", self.all[row].file, self.all[row].line))
                    .collect();
                return Err(Contradiction {
                    file: decision.file.clone(),
                    line: decision.line,
                    sides: format!("{} and {}", decision.sides[0], decision.sides[1]),
                    same: same.join(" and "),
                });
            }
        }
        Ok(())
    }
}

/// The rows of a shortest way from one of `from` to one of `to`, when there is one that has a row at all.
fn path(next: &[Vec<(usize, usize)>], from: &[usize], to: &[usize]) -> Option<Vec<usize>> {
    let mut before: BTreeMap<usize, Option<(usize, usize)>> = from.iter().map(|&start| (start, None)).collect();
    let mut waiting: VecDeque<usize> = from.iter().copied().collect();
    while let Some(at) = waiting.pop_front() {
        if to.contains(&at) && before[&at].is_some() {
            let (mut rows, mut at) = (Vec::new(), at);
            while let Some((earlier, row)) = before[&at] {
                rows.push(row);
                at = earlier;
            }
            rows.sort_unstable();
            rows.dedup();
            return Some(rows);
        }
        for &(other, row) in &next[at] {
            before.entry(other).or_insert_with(|| {
                waiting.push_back(other);
                Some((at, row))
            });
        }
    }
    None
}

fn decision(verdict: Verdict, file: &str, line: usize, fields: &[&str]) -> Result<Decision, String> {
    const COLUMNS: &str = "two ids or names, and the documents of the first and the second if need be, parted by tabs";
    if !(2..=4).contains(&fields.len()) {
        return Err(format!("has {} columns; allowed are {COLUMNS}", fields.len()));
    }
    let side = |index: usize| Side {
        words: fields[index].to_owned(),
        document: fields
            .get(index + 2)
            .filter(|document| !document.is_empty())
            .map(|&document| document.to_owned()),
    };
    let sides = [side(0), side(1)];
    if sides.iter().any(|side| side.words.is_empty()) {
        return Err(format!("names only one; allowed are {COLUMNS}"));
    }
    if verdict == Verdict::Apart && sides[0] == sides[1] {
        return Err(format!(
            "{} cannot be kept apart from itself; to tell namesakes apart, name their documents in columns 3 and 4",
            sides[0]
        ));
    }
    Ok(Decision {
        verdict,
        sides,
        file: file.to_owned(),
        line,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(same: &str, apart: &str) -> Result<Decisions, String> {
        let mut decisions = Decisions::default();
        decisions
            .read(Verdict::Same, "same.tsv", same)
            .and_then(|()| decisions.read(Verdict::Apart, "not.tsv", apart))
            .map(|()| decisions)
            .map_err(|error| error.to_string())
    }

    #[test]
    fn contradictions_name_their_lines() {
        let error = |same, apart| read(same, apart).unwrap().check().unwrap_err().to_string();
        let said = error("a\tb\nx\ty\nb\tc\n", "y\tc\nc\ta\n");
        assert!(
            said.starts_with("not.tsv, line 2: c and a cannot be kept apart"),
            "{said}"
        );
        assert!(
            said.contains("same.tsv, line 1 and same.tsv, line 3 make them one"),
            "{said}"
        );
        assert!(read("a\tb\n", "b\tc\n").unwrap().check().is_ok());
        assert!(read("a\tb\t1\t2\n", "a\tb\t1\t3\n").unwrap().check().is_ok());
    }

    #[test]
    fn headers_are_left_out_and_bad_lines_named() {
        assert_eq!(read("name_a\tname_b\nx\ty\n", "# none\n").unwrap().all.len(), 1);
        let check = |same: &str, apart: &str, problem: &str| {
            let error = read(same, apart).unwrap_err();
            assert!(error.contains(problem), "{error}");
        };
        check("x\n", "", "same.tsv, line 1: has 1 columns; allowed are two ids");
        check("\nx\t\n", "", "same.tsv, line 2: names only one");
        check("", "x\tx\n", "not.tsv, line 1: x cannot be kept apart from itself");
    }
}
