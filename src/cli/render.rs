//! Pictures, drawn by Graphviz.

use anyhow::{Context, Result, bail};
use std::fmt;
use std::io::{ErrorKind, Write};
use std::process::{Command, Stdio};
use std::str::FromStr;

/// Graphviz' program, looked for in PATH. The drawing itself names the layout.
const PROGRAM: &str = "dot";

/// A format of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    Svg,
    Png,
    Pdf,
}

impl Picture {
    const ALL: [Self; 3] = [Self::Svg, Self::Png, Self::Pdf];

    /// Its name, which is its file's ending too.
    pub fn name(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }
}

impl fmt::Display for Picture {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Picture {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|picture| picture.name() == name);
        found.ok_or_else(|| format!("there are {}", Self::ALL.map(Self::name).join(", ")))
    }
}

/// Whether Graphviz is there: asked before a long work, not after it.
pub fn check() -> Result<()> {
    let asked = Command::new(PROGRAM).arg("-V").stdin(Stdio::null()).output();
    asked.map(|_| ()).map_err(|error| problem(&error))
}

fn problem(error: &std::io::Error) -> anyhow::Error {
    if error.kind() == ErrorKind::NotFound {
        anyhow::anyhow!(
            "--render needs Graphviz, and PATH has no program `{PROGRAM}`; install it (Debian, Ubuntu: apt install graphviz; macOS: brew \
             install graphviz; Windows: winget install graphviz), or leave --render out and draw the .dot file elsewhere"
        )
    } else {
        anyhow::anyhow!("--render: Graphviz' program `{PROGRAM}` cannot be started: {error}")
    }
}

/// A drawing as a picture. What Graphviz says though it succeeds goes to standard error.
pub fn render(drawing: Vec<u8>, picture: Picture) -> Result<Vec<u8>> {
    let mut child = Command::new(PROGRAM)
        .arg(format!("-T{picture}"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| problem(&error))?;
    let mut input = child.stdin.take().context("Graphviz has no standard input")?;
    // Graphviz may say something before it has read everything: whoever writes must not wait for whoever reads.
    let writer = std::thread::spawn(move || input.write_all(&drawing));
    let output = child.wait_with_output().context("Graphviz failed")?;
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.trim();
    if !output.status.success() {
        bail!("Graphviz could not draw it ({}): {said}", output.status);
    }
    if let Ok(Err(error)) = writer.join() {
        return Err(anyhow::Error::new(error).context("Graphviz did not take the whole drawing"));
    }
    if !said.is_empty() {
        eprintln!("warning: Graphviz: {said}");
    }
    Ok(output.stdout)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_have_names() {
        for picture in Picture::ALL {
            assert_eq!(picture.name().parse(), Ok(picture));
        }
        assert_eq!("gif".parse::<Picture>(), Err("there are svg, png, pdf".to_owned()));
    }

    #[test]
    fn who_has_no_graphviz_is_told_what_to_install() {
        let message = problem(&std::io::Error::from(ErrorKind::NotFound)).to_string();
        assert!(message.contains("apt install graphviz") && message.contains("leave --render out"));
    }
}
