//! Files written whole or not at all.

use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{BufWriter, Write};
use std::path::Path;
use tempfile::Builder;

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
