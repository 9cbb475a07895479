//! Formats by their names, and what was meant by another name.

use super::format::Format;
use super::table::NOT_BUILT_IN;
use std::str::FromStr;

/// A name that no format has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnknownFormat {
    /// The name is known, but this build lacks the format.
    #[error("{name} is not in this build: build newsgraph with its feature {feature:?}")]
    NotBuiltIn {
        /// The format's name.
        name: String,
        /// The cargo feature that it needs.
        feature: &'static str,
    },
    /// Nothing is called so.
    #[error("no format {name:?}{}; there are {}", hint(.similar.as_deref()), all_names())]
    Unknown {
        /// What was asked for.
        name: String,
        /// The name that was meant, perhaps.
        similar: Option<String>,
    },
}

fn hint(similar: Option<&str>) -> String {
    similar.map_or_else(String::new, |similar| format!(", did you mean {similar:?}?"))
}

fn all_names() -> String {
    Format::all().map(Format::name).collect::<Vec<_>>().join(", ")
}

/// What people call a format beside its name.
const ALSO: &[(&str, &str)] = &[
    ("cyjs", "cytoscape"),
    ("followthemoney", "ftm"),
    ("graphviz", "dot"),
    ("gv", "dot"),
    ("json-ld", "jsonld"),
    ("md", "markdown"),
    ("mmd", "mermaid"),
    ("n-quads", "nquads"),
    ("nq", "nquads"),
    ("neo4j-admin", "neo4j"),
    ("node-link", "json"),
    ("rdf", "nquads"),
    ("sigma", "graphology"),
];

impl FromStr for Format {
    type Err = UnknownFormat;

    /// The format of that name.
    ///
    /// ```
    /// use newsgraph::write::Format;
    /// assert_eq!("gexf".parse(), Ok(Format::Gexf));
    /// let error = "grafml".parse::<Format>().unwrap_err().to_string();
    /// assert!(error.starts_with("no format \"grafml\", did you mean \"graphml\"?"));
    /// ```
    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        if let Some(format) = Self::all().find(|format| format.name() == name) {
            return Ok(format);
        }
        if let Some(&(name, feature)) = NOT_BUILT_IN.iter().find(|(known, _)| *known == name) {
            let name = name.to_owned();
            return Err(UnknownFormat::NotBuiltIn { name, feature });
        }
        let typed = name.to_lowercase();
        let also = ALSO.iter().find(|(other, _)| *other == typed).map(|(_, name)| *name);
        let similar = also.or_else(|| {
            let near = Self::all().map(|format| (strsim::jaro_winkler(&typed, format.name()), format.name()));
            near.filter(|(likeness, _)| *likeness > 0.8)
                .max_by(|a, b| a.0.total_cmp(&b.0))
                .map(|(_, name)| name)
        });
        Err(UnknownFormat::Unknown {
            name: name.to_owned(),
            similar: similar.map(str::to_owned),
        })
    }
}
