//! What the tests of the command share.
#![allow(dead_code, reason = "each test program uses a part of it")]

use assert_cmd::Command;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder for one test, in which the command runs.
pub struct Dir {
    folder: TempDir,
}

impl Dir {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a temporary folder"),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, with the folders that lead to it.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// The command, in this folder.
    pub fn newsgraph(&self) -> Command {
        let mut command = Command::cargo_bin("newsgraph").expect("the command is built");
        command.current_dir(self.folder.path());
        command
    }

    /// The names in a folder, sorted; nothing when it is not there.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.path(folder)) else {
            return Vec::new();
        };
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Name and content of every file in a folder.
    pub fn content(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        self.names(folder)
            .into_iter()
            .map(|name| (name.clone(), fs::read(self.path(folder).join(name)).unwrap()))
            .collect()
    }

    pub fn json(&self, name: &str) -> Value {
        serde_json::from_slice(&fs::read(self.path(name)).unwrap()).unwrap()
    }
}

/// The repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The articles of a folder beside or in the repository, as (name, text); nothing, and a word about it, when it is not there.
pub fn articles(folder: &str) -> Vec<(String, String)> {
    let folder = root().join(folder);
    let Ok(entries) = fs::read_dir(&folder) else {
        eprintln!("skipped: {} is not there", folder.display());
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            (
                path.file_stem().unwrap().to_string_lossy().into_owned(),
                fs::read_to_string(path).unwrap(),
            )
        })
        .collect()
}

/// Two short articles.
pub const NORWAY: &str = "Norway Rejects Harbour Sale\n\nOSLO, March 11, 2025 (Agency) - Norway's fisheries minister Ingrid Solvang rejected on \
                          Tuesday a plan of the Icelandic carrier Nordfrakt to buy the harbour of Vardal, officials said. She will meet \
                          Olaf Brekke in Oslo on 14 March. \"We did not attack anyone,\" Solvang said.\n";
pub const KENYA: &str = "Kenya And Norway Sign Deal\n\nNAIROBI, 12 March 2025 - Kenya signed an agreement with Norway. President Grace Okello \
                         praised the deal. The U.S. did not sign it.\n";
