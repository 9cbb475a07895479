//! Files written whole or not at all.

use anyhow::{Context, Result, bail};
use newsgraph::graph::KnowledgeGraph;
use newsgraph::write::{FileType, Format, Options, UnknownFormat};
use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use tempfile::Builder;

/// What may stand for a format on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Every format of this build.
    All,
    One(Format),
}

impl FromStr for Choice {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        if name == "all" {
            return Ok(Self::All);
        }
        name.parse().map(Self::One)
    }
}

/// The formats that were chosen, each once, in the order of the choice.
pub fn formats(choices: &[Choice]) -> Vec<Format> {
    let mut formats = Vec::new();
    for choice in choices {
        let chosen = match choice {
            Choice::All => Format::all().collect(),
            Choice::One(format) => vec![*format],
        };
        formats.extend(
            chosen
                .into_iter()
                .filter(|format| !formats.contains(format))
                .collect::<Vec<_>>(),
        );
    }
    formats
}

/// The names of all formats, for help texts.
pub fn format_names() -> String {
    Format::all().map(Format::name).collect::<Vec<_>>().join(", ")
}

/// The files that a graph of some name takes in some formats, in a folder.
pub fn files(folder: &Path, name: &str, formats: &[Format]) -> Vec<(PathBuf, &'static FileType)> {
    let all = formats.iter().flat_map(|format| format.files());
    all.map(|file| (folder.join(format!("{name}.{}", file.ending())), file))
        .collect()
}

/// Writes each of the files, with the folders that some formats are.
pub fn write_files(files: &[(PathBuf, &FileType)], graph: &KnowledgeGraph, options: &Options) -> Result<()> {
    for (path, file) in files {
        if let Some(parent) = path.parent().filter(|_| file.ending().contains('/')) {
            folder(parent)?;
        }
        write(path, |out| file.write(graph, options, out))?;
    }
    Ok(())
}

/// Makes the folder that files are written to.
pub fn folder(path: &Path) -> Result<()> {
    if path.exists() && !path.is_dir() {
        bail!("{}: is a file; name a folder for the output", path.display());
    }
    fs::create_dir_all(path).with_context(|| format!("{}: the output folder cannot be made", path.display()))
}

/// Writes a file by way of a temporary one in the same folder: readers see the old file or the new one, never a part.
pub fn write(path: &Path, fill: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<()> {
    let context = || format!("{}: cannot be written", path.display());
    if path.is_dir() {
        bail!(
            "{}: is a folder; move it away, or choose another output folder",
            path.display()
        );
    }
    let folder = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut builder = Builder::new();
    builder.prefix(".newsgraph-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o644));
    }
    let mut temporary = BufWriter::new(builder.tempfile_in(folder).with_context(context)?);
    fill(&mut temporary).with_context(context)?;
    temporary.flush().with_context(context)?;
    let temporary = temporary
        .into_inner()
        .map_err(std::io::IntoInnerError::into_error)
        .with_context(context)?;
    temporary.persist(path).with_context(context)?;
    Ok(())
}
