//! From the paths that were typed to the articles that they mean.

use newsgraph::identity::unique;
use newsgraph::read::{Input, ReadError, parse};
use newsgraph::text::Document;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// The name that the merged graph takes: no article can have it.
pub const CORPUS: &str = "corpus";

/// An input with the name of its document and files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Where it is read from.
    pub input: Input,
    /// Its document's id.
    pub id: String,
}

/// Lists the articles of files, folders and `-`, each once and sorted by path, and what can't be listed.
///
/// Ids come from the files' names; a name that is taken gets a number, in the order of the paths, so that the order in
/// which they were typed does not matter.
pub fn list(paths: &[PathBuf]) -> (Vec<Article>, Vec<ReadError>) {
    let (mut inputs, mut errors) = (BTreeSet::new(), Vec::new());
    let mut sorted: Vec<&PathBuf> = paths.iter().collect();
    sorted.sort();
    sorted.dedup();
    for path in sorted {
        if path.as_os_str() == "-" {
            inputs.insert(Input::Stdin);
        } else if path.is_dir() {
            let before = inputs.len();
            if let Err(source) = walk(path, &mut inputs) {
                let input = Input::File(path.clone());
                errors.push(ReadError::Io { input, source });
            } else if inputs.len() == before {
                let input = Input::File(path.clone());
                errors.push(ReadError::NoArticles { input });
            }
        } else if path.exists() {
            inputs.insert(Input::File(path.clone()));
        } else {
            errors.push(ReadError::Missing {
                input: Input::File(path.clone()),
            });
        }
    }
    // One file may be reached by two paths; names that differ only in capitals are one file on some systems.
    let mut seen = BTreeSet::new();
    let mut taken = BTreeSet::from([CORPUS.to_owned()]);
    let articles = inputs
        .into_iter()
        .filter(|input| seen.insert(place(input)))
        .map(|input| {
            let name = name(&input);
            let lower = name.to_lowercase();
            let number = unique(&lower, &mut taken).split_off(lower.len());
            Article {
                input,
                id: name + &number,
            }
        });
    (articles.collect(), errors)
}

/// Where an input really is.
fn place(input: &Input) -> Option<PathBuf> {
    match input {
        Input::Stdin => None,
        Input::File(path) => Some(path.canonicalize().unwrap_or_else(|_| path.clone())),
    }
}

/// Whether writing to `path` would destroy the input.
pub fn is_input(article: &Article, path: &Path) -> bool {
    place(&article.input).is_some_and(|input| path.canonicalize().is_ok_and(|path| path == input))
}

/// Adds the `.txt` files of a folder and of those in it, but for hidden ones. Links to folders are not followed: they may lead in a circle.
fn walk(folder: &Path, inputs: &mut BTreeSet<Input>) -> io::Result<()> {
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = entry.path();
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            if entry.file_type()?.is_dir() {
                waiting.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extension.eq_ignore_ascii_case("txt"))
            {
                inputs.insert(Input::File(path));
            }
        }
    }
    Ok(())
}

fn name(input: &Input) -> String {
    match input {
        Input::Stdin => "stdin".to_owned(),
        Input::File(path) => path
            .file_stem()
            .map_or_else(|| "article".to_owned(), |stem| stem.to_string_lossy().into_owned()),
    }
}

/// The one article that a path means.
pub fn single(path: &Path) -> Result<Article, ReadError> {
    let input = if path.as_os_str() == "-" {
        Input::Stdin
    } else {
        Input::File(path.to_path_buf())
    };
    if matches!(input, Input::File(_)) && !path.exists() {
        return Err(ReadError::Missing { input });
    }
    Ok(Article {
        id: name(&input),
        input,
    })
}

/// Reads an article.
pub fn read(article: &Article) -> Result<Document, ReadError> {
    match &article.input {
        Input::Stdin => parse(&article.input, &article.id, io::stdin().lock()),
        Input::File(path) => {
            let file = File::open(path).map_err(|source| ReadError::Io {
                input: article.input.clone(),
                source,
            })?;
            parse(&article.input, &article.id, file)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_whatever_the_order() {
        let folder = tempfile::tempdir().unwrap();
        for path in [
            "a/x.txt",
            "b/x.txt",
            "corpus.txt",
            "b/deep/y.TXT",
            "b/no.md",
            "b/.hidden.txt",
            "b/Y.txt",
        ] {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "text").unwrap();
        }
        let path = |name: &str| folder.path().join(name);
        let ids = |paths: &[PathBuf]| list(paths).0.into_iter().map(|article| article.id).collect::<Vec<_>>();
        let wanted = ["x", "Y", "y-2", "x-2", "corpus-2"];
        assert_eq!(ids(&[path("a"), path("b"), path("corpus.txt")]), wanted);
        assert_eq!(
            ids(&[path("corpus.txt"), path("b"), path("a"), path("a/x.txt")]),
            wanted
        );
        assert!(matches!(list(&[path("none")]).1[..], [ReadError::Missing { .. }]));
    }
}
