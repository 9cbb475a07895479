//! Files written whole or not at all.

use super::draw::DrawArguments;
use super::render::{self, Picture};
use anyhow::{Context, Result, bail};
use newsgraph::graph::KnowledgeGraph;
use newsgraph::write::{DotOptions, Drawn, FileType, Format, Options, UnknownFormat, write_dot};
use std::fs;
use std::io::{self, BufWriter, Write};
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
fn formats(choices: &[Choice]) -> Vec<Format> {
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

/// What a file holds.
#[derive(Debug, Clone, Copy)]
pub enum Content {
    /// One of a format's files.
    File(&'static FileType),
    /// The drawing for Graphviz: a format's file that tells what is in it.
    Drawing,
    /// The drawing, drawn.
    Picture(Picture),
}

impl Content {
    pub fn ending(self) -> &'static str {
        match self {
            Self::File(file) => file.ending(),
            Self::Drawing => Format::Dot.files()[0].ending(),
            Self::Picture(picture) => picture.name(),
        }
    }

    fn is_drawn(self) -> bool {
        !matches!(self, Self::File(_))
    }

    /// Writes it, and returns what is in a drawing.
    pub fn write(self, graph: &KnowledgeGraph, options: &Options, out: &mut dyn Write) -> io::Result<Option<Drawn>> {
        match self {
            Self::File(file) => file.write(graph, options, out).map(|()| None),
            Self::Drawing => write_dot(graph, &options.dot, out).map(Some),
            Self::Picture(picture) => {
                let (bytes, drawn) = drawn(graph, &options.dot, picture)?;
                out.write_all(&bytes)?;
                Ok(Some(drawn))
            }
        }
    }
}

fn drawn(graph: &KnowledgeGraph, options: &DotOptions, picture: Picture) -> io::Result<(Vec<u8>, Drawn)> {
    let mut drawing = Vec::new();
    let drawn = write_dot(graph, options, &mut drawing)?;
    let bytes = render::render(drawing, picture).map_err(io::Error::other)?;
    Ok((bytes, drawn))
}

/// What the formats chosen by `option`, and the pictures, consist of; `None` when the options of drawings contradict them, which is
/// then said on standard error.
pub fn contents(choices: &[Choice], option: &str, draw: &DrawArguments) -> Result<Option<Vec<Content>>> {
    let formats = formats(choices);
    if let Err(error) = draw.check(&formats, option) {
        eprintln!("error: {error}");
        return Ok(None);
    }
    let pictures = draw.pictures();
    if !pictures.is_empty() {
        render::check()?;
    }
    let mut contents = Vec::new();
    for format in formats {
        match format {
            Format::Dot => contents.push(Content::Drawing),
            _ => contents.extend(format.files().iter().map(Content::File)),
        }
    }
    contents.extend(pictures.into_iter().map(Content::Picture));
    Ok(Some(contents))
}

/// The files that a graph of some name takes, in a folder.
pub fn files(folder: &Path, name: &str, contents: &[Content]) -> Vec<(PathBuf, Content)> {
    let path = |content: Content| folder.join(format!("{name}.{}", content.ending()));
    contents.iter().map(|&content| (path(content), content)).collect()
}

/// Writes each of the files, with the folders that some formats are, and returns what is in the drawing.
pub fn write_files(files: &[(PathBuf, Content)], graph: &KnowledgeGraph, options: &Options) -> Result<Option<Drawn>> {
    let mut drawn = None;
    for (path, content) in files {
        if let Some(parent) = path.parent().filter(|_| content.ending().contains('/')) {
            folder(parent)?;
        }
        let mut found = None;
        write(path, |out| {
            found = content.write(graph, options, out)?;
            Ok(())
        })?;
        drawn = drawn.or(found);
    }
    Ok(drawn)
}

/// What is left when nothing can be drawn.
pub fn without_drawings(files: Vec<(PathBuf, Content)>) -> Vec<(PathBuf, Content)> {
    files.into_iter().filter(|(_, content)| !content.is_drawn()).collect()
}

/// Makes the folder that files are written to.
pub fn folder(path: &Path) -> Result<()> {
    if path.exists() && !path.is_dir() {
        bail!("{}: is a file; name a folder for the output", path.display());
    }
    fs::create_dir_all(path).with_context(|| format!("{}: the output folder cannot be made", path.display()))
}

/// Writes a file by way of a temporary one in the same folder: readers see the old file or the new one, never a part.
pub fn write(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
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
        .map_err(io::IntoInnerError::into_error)
        .with_context(context)?;
    temporary.persist(path).with_context(context)?;
    Ok(())
}
