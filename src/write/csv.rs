//! Two tables for spreadsheets and for Gephi: RFC 4180, UTF-8 without a byte order mark.
//!
//! Spreadsheets run a cell that begins like a formula. Such a text gets one apostrophe before it (the [advice of
//! OWASP](https://owasp.org/www-community/attacks/CSV_Injection)), and so does one that begins with apostrophes and then like
//! a formula: whoever reads the table takes one off where a formula's beginning follows the apostrophes.

use super::cells::{CellType, Column};
use super::columns::{EDGES, NODES};
use super::format::Options;
use crate::graph::KnowledgeGraph;
use std::borrow::Cow;
use std::io::{self, Write};

/// What stands between the values of a list.
const BETWEEN: &str = " | ";

pub(super) fn nodes(graph: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    table(NODES, graph.nodes(), out)
}

pub(super) fn edges(graph: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    table(EDGES, graph.edges(), out)
}

fn table<'r, R: 'r>(columns: &[Column<R>], rows: impl Iterator<Item = &'r R>, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(out);
    writer.write_record(columns.iter().map(|column| column.name))?;
    for row in rows {
        for column in columns {
            let text = (column.cell)(row).to_text(BETWEEN).unwrap_or_default();
            match column.holds {
                CellType::Text | CellType::Texts => writer.write_field(guarded(text).as_ref())?,
                CellType::Number | CellType::Count | CellType::Truth => writer.write_field(text.as_ref())?,
            }
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

/// Text that no spreadsheet runs. NUL goes: it ends the file for some readers.
fn guarded(text: Cow<'_, str>) -> Cow<'_, str> {
    let text = if text.contains('\0') {
        text.replace('\0', "").into()
    } else {
        text
    };
    if begins_like_a_formula(text.trim_start_matches('\'')) {
        format!("'{text}").into()
    } else {
        text
    }
}

fn begins_like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_text() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("-2", "'-2"),
            ("\tx", "'\tx"),
            ("＝1", "'＝1"),
            ("'=x", "''=x"),
            ("'tis", "'tis"),
            ("a=b", "a=b"),
            ("\0=1", "'=1"),
            ("", ""),
        ] {
            assert_eq!(guarded(text.into()), cell);
        }
    }
}
