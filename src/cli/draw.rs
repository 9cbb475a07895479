//! The options of drawings, for every command that writes them.

use super::render::Picture;
use newsgraph::graph::{KnowledgeGraph, Node, Subject};
use newsgraph::write::{Direction, DotOptions, Engine, Focus, Format, Theme};
use std::num::NonZeroUsize;

/// How drawings are made: for the format dot and for --render.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Drawings (dot, --render)")]
pub struct DrawArguments {
    /// Draw at most so many nodes, the most salient [default: 60]
    #[arg(long, value_name = "N")]
    max_nodes: Option<NonZeroUsize>,
    /// Draw only what is around one node: its id, label or another of its names
    #[arg(long, value_name = "NAME")]
    focus: Option<String>,
    /// So many steps around --focus [default: 1]
    #[arg(long, value_name = "N", requires = "focus")]
    hops: Option<usize>,
    /// Where arrows lead: lr, tb [default: what makes the narrower picture]
    #[arg(long, value_name = "DIRECTION")]
    direction: Option<Direction>,
    /// Graphviz' layout: dot, neato, fdp, sfdp, circo, twopi [default: dot, for more than 80 nodes sfdp]
    #[arg(long, value_name = "ENGINE")]
    engine: Option<Engine>,
    /// Colours: light, dark, print [default: light]
    #[arg(long, value_name = "THEME")]
    theme: Option<Theme>,
    /// Draw every node and every edge by itself, under its own id
    #[arg(long, conflicts_with = "max_nodes")]
    full: bool,
    /// Draw with Graphviz, which must be installed: svg, png, pdf
    #[arg(long, value_delimiter = ',', value_name = "PICTURE,…")]
    render: Vec<Picture>,
}

impl DrawArguments {
    /// The pictures to make, each once.
    pub fn pictures(&self) -> Vec<Picture> {
        let mut pictures = Vec::new();
        for picture in &self.render {
            if !pictures.contains(picture) {
                pictures.push(*picture);
            }
        }
        pictures
    }

    /// Options that are given although nothing is drawn are a slip.
    pub fn check(&self, formats: &[Format], option: &str) -> Result<(), String> {
        if formats.contains(&Format::Dot) || !self.render.is_empty() {
            return Ok(());
        }
        let given = [
            ("--max-nodes", self.max_nodes.is_some()),
            ("--focus", self.focus.is_some()),
            ("--direction", self.direction.is_some()),
            ("--engine", self.engine.is_some()),
            ("--theme", self.theme.is_some()),
            ("--full", self.full),
        ];
        let given: Vec<&str> = given
            .iter()
            .filter(|(_, given)| *given)
            .map(|(name, _)| *name)
            .collect();
        if given.is_empty() {
            return Ok(());
        }
        Err(format!(
            "{} {} for drawings, and none is written; add dot to {option}, or --render svg",
            given.join(", "),
            if given.len() == 1 { "is" } else { "are" }
        ))
    }

    /// The options for one graph, or why the focus is not to be found in it.
    pub fn options(&self, graph: &KnowledgeGraph) -> Result<DotOptions, String> {
        let focus = match &self.focus {
            Some(name) => Some(Focus {
                id: find(graph, name)?.id.clone(),
                hops: self.hops.unwrap_or(1),
            }),
            None => None,
        };
        let defaults = DotOptions::default();
        Ok(DotOptions {
            max_nodes: self.max_nodes.map_or(defaults.max_nodes, NonZeroUsize::get),
            focus,
            direction: self.direction,
            engine: self.engine,
            theme: self.theme.unwrap_or_default(),
            full: self.full,
        })
    }
}

fn find<'g>(graph: &'g KnowledgeGraph, name: &str) -> Result<&'g Node, String> {
    match graph.find(name.trim()) {
        Ok(Subject::Node(node)) => Ok(node),
        Ok(Subject::Edge(edge)) => Err(format!(
            "--focus: {name:?} is an edge; name one of its ends, {} or {}",
            edge.source, edge.target
        )),
        Err(unfound) => Err(format!("--focus: {unfound}")),
    }
}
