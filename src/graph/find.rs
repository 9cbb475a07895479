//! A node or edge by what a person types.

use super::{Edge, KnowledgeGraph, Node};
use crate::text::slug;
use std::fmt::Write;
use thiserror::Error;

/// So many nodes are offered.
const OFFERED: usize = 20;

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Subject<'a> {
    /// A node.
    Node(&'a Node),
    /// An edge.
    Edge(&'a Edge),
}

/// Words that name no node, or several.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.message())]
pub struct Unfound {
    /// What was looked for.
    pub words: String,
    /// Whether these words name all candidates; else the candidates only resemble them.
    pub is_ambiguous: bool,
    /// Ids and labels.
    pub candidates: Vec<(String, String)>,
}

impl Unfound {
    fn message(&self) -> String {
        let count = self.candidates.len();
        let mut out = match (self.is_ambiguous, count) {
            (true, _) => format!("{:?} names {count} nodes; say which one by its id:", self.words),
            (false, 0) => format!("{:?} is no id and no name in this graph", self.words),
            (false, _) => format!("{:?} is no id and no name in this graph; there are:", self.words),
        };
        for (id, label) in self.candidates.iter().take(OFFERED) {
            let _ = write!(out, "\n  {id}  {label}");
        }
        if count > OFFERED {
            let _ = write!(out, "\n  and {} more", count - OFFERED);
        }
        out
    }
}

impl KnowledgeGraph {
    /// The node or edge of an id; else the one node of that label, or of that name when it is nobody's label. Capitals do not
    /// count when no node has them so, and neither do accents in names.
    ///
    /// # Errors
    /// When there is none, or more than one: with those that it may be.
    pub fn find(&self, words: &str) -> Result<Subject<'_>, Unfound> {
        if let Some(node) = self.node(words) {
            return Ok(Subject::Node(node));
        }
        if let Some(edge) = self.edges().find(|edge| edge.id == words) {
            return Ok(Subject::Edge(edge));
        }
        let wanted = slug(words);
        let has_name = |node: &Node, same: &dyn Fn(&str) -> bool| {
            let entity = node.entity();
            entity.is_some_and(|entity| entity.aliases.iter().any(|alias| same(&alias.text)))
        };
        let folded = |name: &str| slug(name) == wanted;
        let resembles = |name: &str| {
            wanted
                .split('-')
                .any(|word| slug(name).split('-').any(|other| other == word))
        };
        let steps: [&dyn Fn(&Node) -> bool; 5] = [
            &|node| node.id.eq_ignore_ascii_case(words),
            &|node| node.label == words,
            &|node| folded(&node.label),
            &|node| has_name(node, &|name| name == words),
            &|node| has_name(node, &folded),
        ];
        let unfound = |is_ambiguous, found: Vec<&Node>| Unfound {
            words: words.to_owned(),
            is_ambiguous,
            candidates: found
                .into_iter()
                .map(|node| (node.id.clone(), node.label.clone()))
                .collect(),
        };
        for step in steps {
            let found: Vec<&Node> = self.nodes().filter(|node| step(node)).collect();
            match found[..] {
                [] => {}
                [node] => return Ok(Subject::Node(node)),
                _ => return Err(unfound(true, found)),
            }
        }
        let near = self.nodes();
        let near = near.filter(|node| resembles(&node.label) || has_name(node, &resembles));
        let near: Vec<&Node> = near.collect();
        if !near.is_empty() {
            return Err(unfound(false, near));
        }
        // No word in common: most likely one is misspelt.
        let is_close = |name: &str| {
            let name = slug(name);
            is_like(&wanted, &name) || name.split('-').any(|other| is_like(&wanted, other))
        };
        let near = self.nodes();
        let near = near.filter(|node| is_close(&node.label) || has_name(node, &is_close));
        Err(unfound(false, near.collect()))
    }
}

/// Whether two words are spelt much alike.
fn is_like(a: &str, b: &str) -> bool {
    !a.is_empty() && strsim::jaro_winkler(a, b) >= 0.88
}
