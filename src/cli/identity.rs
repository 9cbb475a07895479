//! The tables in which users say what they know.

use newsgraph::identity::{Decisions, Verdict};
use newsgraph::knowledge::Gazetteer;
use std::fs;
use std::path::{Path, PathBuf};

/// Names that the user knows, for `build` and `annotate`.
#[derive(Debug, clap::Args)]
pub struct NameArguments {
    /// Table of names that extends and overrules what is known: kind, name, aliases parted by `|`, id, parted by tabs; may be
    /// given again
    #[arg(long, value_name = "FILE.tsv")]
    knowledge: Vec<PathBuf>,
}

/// The user's word on who is who, for `build`.
#[derive(Debug, clap::Args)]
pub struct DecisionArguments {
    /// Table of who is one: two ids or names, and their documents if need be, parted by tabs; may be given again
    #[arg(long, value_name = "FILE.tsv")]
    same_as: Vec<PathBuf>,
    /// Table of who is not: the same columns
    #[arg(long, value_name = "FILE.tsv")]
    not_same: Vec<PathBuf>,
}

impl NameArguments {
    /// All names, or what is wrong with a table.
    pub fn read(&self) -> Result<Gazetteer, String> {
        let mut names = Gazetteer::default();
        for path in &self.knowledge {
            let text = text(path)?;
            names
                .read(&path.display().to_string(), &text)
                .map_err(|error| error.to_string())?;
        }
        Ok(names)
    }
}

impl DecisionArguments {
    /// All decisions, or what is wrong with a table, or that they contradict each other.
    pub fn read(&self) -> Result<Decisions, String> {
        let mut decisions = Decisions::default();
        for (verdict, paths) in [(Verdict::Same, &self.same_as), (Verdict::Apart, &self.not_same)] {
            for path in paths {
                let text = text(path)?;
                decisions
                    .read(verdict, &path.display().to_string(), &text)
                    .map_err(|error| error.to_string())?;
            }
        }
        decisions.check().map_err(|error| error.to_string())?;
        Ok(decisions)
    }
}

fn text(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: cannot be read: {error}", path.display()))?;
    String::from_utf8(bytes).map_err(|error| {
        format!(
            "{}: is not UTF-8 at byte {}; save the table as UTF-8",
            path.display(),
            error.utf8_error().valid_up_to()
        )
    })
}
