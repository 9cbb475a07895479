//! Tables that users write: tab-separated lines, and what is wrong with one.

use thiserror::Error;

/// A line of a user's table that says nothing, or something that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}, line {line}: {problem}")]
pub struct TableError {
    /// The file as it was named.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
    /// What is wrong, and what is allowed.
    pub problem: String,
}

/// The lines that say something, with their numbers and trimmed columns. Blank lines and those that begin with `#` are left out.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|(index, line)| (index + 1, line.split('\t').map(str::trim).collect()))
}
