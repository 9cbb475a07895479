//! What can be chosen of a drawing.

use std::fmt;
use std::str::FromStr;

/// How a drawing is made: the options of [`Format::Dot`](crate::write::Format::Dot).
///
/// ```
/// use newsgraph::{read_document, text::Document, write::{DotOptions, Engine, Format, Options}};
/// let graph = read_document(&Document::new("example", "Ann Lee met Bob Hall in Oslo."));
/// let dot = DotOptions { engine: Some(Engine::Neato), ..DotOptions::default() };
/// let mut out = Vec::new();
/// Format::Dot.write_with(&graph, &Options::default().with_dot(dot), &mut out)?;
/// assert!(String::from_utf8_lossy(&out).contains("layout=neato"));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DotOptions {
    /// At most so many nodes are drawn, the most salient: 60. Without effect when [`full`](Self::full).
    pub max_nodes: usize,
    /// Only what is around one node: everything.
    pub focus: Option<Focus>,
    /// Where arrows lead: `None` takes the one that makes the narrower picture.
    pub direction: Option<Direction>,
    /// What lays the drawing out: `None` takes `dot` for up to 80 nodes, `sfdp` above.
    pub engine: Option<Engine>,
    /// Colours: light.
    pub theme: Theme,
    /// Every node and every edge by itself, under its own id: no.
    pub full: bool,
}

impl Default for DotOptions {
    fn default() -> Self {
        Self {
            max_nodes: 60,
            focus: None,
            direction: None,
            engine: None,
            theme: Theme::default(),
            full: false,
        }
    }
}

/// A node and how far one sees from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Focus {
    /// The node's id.
    pub id: String,
    /// So many steps from entity to entity, each by a relation or by an event in which both take part.
    pub hops: usize,
}

/// Declares an enumeration whose values have names on the command line.
macro_rules! named {
    ($(#[$of:meta])* $type:ident { $($(#[$about:meta])* $variant:ident = $name:literal),+ $(,)? }) => {
        $(#[$of])*
        pub enum $type { $($(#[$about])* $variant),+ }

        impl $type {
            /// All, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name that the command line takes.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.name())
            }
        }

        impl FromStr for $type {
            type Err = String;

            fn from_str(name: &str) -> Result<Self, String> {
                let found = Self::ALL.iter().find(|one| one.name() == name);
                found.copied().ok_or_else(|| {
                    let names: Vec<&str> = Self::ALL.iter().map(|one| one.name()).collect();
                    format!("there are {}", names.join(", "))
                })
            }
        }
    };
}

named! {
    /// Where most arrows lead.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    Direction {
        /// From left to right.
        LeftToRight = "lr",
        /// From top to bottom.
        TopToBottom = "tb",
    }
}

named! {
    /// One of Graphviz' ways to lay a drawing out.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    Engine {
        /// In ranks.
        Dot = "dot",
        /// As springs.
        Neato = "neato",
        /// As springs, by forces.
        Fdp = "fdp",
        /// As springs, for large graphs.
        Sfdp = "sfdp",
        /// In circles.
        Circo = "circo",
        /// In rings around a centre.
        Twopi = "twopi",
    }
}

named! {
    /// Colours of a drawing.
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
    Theme {
        /// Colours on white.
        #[default]
        Light = "light",
        /// Colours on near-black.
        Dark = "dark",
        /// Black on white: shapes and lines alone tell kinds and meanings.
        Print = "print",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back_and_others_are_told_what_there_is() {
        for &engine in Engine::ALL {
            assert_eq!(engine.name().parse(), Ok(engine));
        }
        assert_eq!("lr".parse(), Ok(Direction::LeftToRight));
        assert_eq!("sepia".parse::<Theme>(), Err("there are light, dark, print".to_owned()));
        assert!("DOT".parse::<Engine>().is_err());
    }
}
