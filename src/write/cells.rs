//! A table's cells: what the flat formats (GraphML, GEXF, CSV, Neo4j, Parquet) have in common.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellType {
    Text,
    /// A list of texts; never absent, but maybe empty.
    Texts,
    Number,
    Count,
    Truth,
}

/// The content of a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell<'r> {
    Absent,
    Text(&'r str),
    Texts(Vec<&'r str>),
    Number(f64),
    Count(usize),
    Truth(bool),
}

impl<'r> Cell<'r> {
    pub(super) fn text(text: Option<&'r str>) -> Self {
        text.map_or(Self::Absent, Self::Text)
    }

    /// The cell as text: numbers as Rust prints them, lists with `separator` between; `None` when there is nothing.
    pub(super) fn to_text(&self, separator: &str) -> Option<std::borrow::Cow<'r, str>> {
        match self {
            Self::Absent => None,
            Self::Text(text) => Some((*text).into()),
            Self::Texts(texts) if texts.is_empty() => None,
            Self::Texts(texts) => Some(texts.join(separator).into()),
            Self::Number(number) => Some(number.to_string().into()),
            Self::Count(count) => Some(count.to_string().into()),
            Self::Truth(truth) => Some(truth.to_string().into()),
        }
    }
}

/// A column of a table whose rows are `R`.
pub(super) struct Column<R: ?Sized> {
    pub name: &'static str,
    pub holds: CellType,
    /// Whether some rows have nothing here.
    pub optional: bool,
    pub cell: for<'r> fn(&'r R) -> Cell<'r>,
}

impl<R: ?Sized> Column<R> {
    pub(super) const fn new(name: &'static str, holds: CellType, cell: for<'r> fn(&'r R) -> Cell<'r>) -> Self {
        Self {
            name,
            holds,
            optional: false,
            cell,
        }
    }

    /// A column that some rows leave empty.
    pub(super) const fn maybe(name: &'static str, holds: CellType, cell: for<'r> fn(&'r R) -> Cell<'r>) -> Self {
        Self {
            name,
            holds,
            optional: true,
            cell,
        }
    }
}
