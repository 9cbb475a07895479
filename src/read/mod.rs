//! From bytes to documents, within limits, and with errors that name the input.

mod text;

pub use text::{LARGEST, parse};

use std::fmt;
use std::path::PathBuf;
use thiserror::Error;

/// Where a document comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
}

impl fmt::Display for Input {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(formatter, "{}", path.display()),
            Self::Stdin => formatter.write_str("standard input"),
        }
    }
}

/// Why an input gives no document. Every message says what to do.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ReadError {
    /// It cannot be opened or read.
    #[error("{input}: cannot be read: {source}")]
    Io {
        /// The input.
        input: Input,
        /// What the system says.
        source: std::io::Error,
    },
    /// There is no such file or folder.
    #[error("{input}: no such file or folder; check the path")]
    Missing {
        /// The input.
        input: Input,
    },
    /// Nothing but white space.
    #[error("{input}: holds no text; an article needs words")]
    Empty {
        /// The input.
        input: Input,
    },
    /// Not UTF-8.
    #[error("{input}: is not UTF-8 at byte {offset}; convert it (for instance: iconv -f latin1 -t utf-8)")]
    Encoding {
        /// The input.
        input: Input,
        /// The first byte that is wrong.
        offset: usize,
    },
    /// A NUL byte: no text has one.
    #[error("{input}: has a NUL byte at byte {offset}: it is binary or UTF-16; give plain UTF-8 text")]
    Binary {
        /// The input.
        input: Input,
        /// The first NUL.
        offset: usize,
    },
    /// More than [`LARGEST`] bytes.
    #[error("{input}: has more than {} MB; an article has a few thousand words: split it", LARGEST / 1_000_000)]
    TooLarge {
        /// The input.
        input: Input,
    },
    /// A folder without `.txt` files.
    #[error("{input}: no .txt file in this folder; name a folder that holds articles")]
    NoArticles {
        /// The input.
        input: Input,
    },
}
