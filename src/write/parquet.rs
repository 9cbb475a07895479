//! Four Parquet tables, Snappy-compressed, in row groups that bound the memory: nodes, edges, mentions, documents.
//!
//! Lists are Parquet's own lists. Arrow is not needed for writing, and left out.

use super::cells::{Cell, CellType, Column};
use super::columns::{DOCUMENTS, EDGES, NODES};
use super::format::Options;
use super::places::{Place, places};
use crate::graph::KnowledgeGraph;
use ::parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use ::parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int64Type};
use ::parquet::errors::{ParquetError, Result};
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use ::parquet::schema::types::Type;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

/// Rows that are gathered before they are written.
const GROUP: usize = 65_536;
/// Documents hold whole texts: fewer of them.
const GROUP_OF_DOCUMENTS: usize = 2_048;

pub(super) fn nodes(graph: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    table(NODES, graph.nodes(), GROUP, out)
}

pub(super) fn edges(graph: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    table(EDGES, graph.edges(), GROUP, out)
}

pub(super) fn mentions(graph: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    let rows: Vec<Place<'_>> = Place::all(graph).collect();
    table(&places(), rows.iter(), GROUP, out)
}

pub(super) fn documents(graph: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    table(DOCUMENTS, graph.documents().iter(), GROUP_OF_DOCUMENTS, out)
}

fn table<'r, R: 'r>(
    columns: &[Column<R>],
    rows: impl Iterator<Item = &'r R>,
    group: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    write(columns, rows, group, out).map_err(|error| match error {
        ParquetError::External(error) => io::Error::other(error),
        error => io::Error::other(error),
    })
}

fn write<'r, R: 'r>(
    columns: &[Column<R>],
    mut rows: impl Iterator<Item = &'r R>,
    group: usize,
    out: &mut dyn Write,
) -> Result<()> {
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        // The library's own version would change the bytes with every update.
        .set_created_by(env!("CARGO_PKG_NAME").to_owned())
        .build();
    let shared = Shared::default();
    let mut writer = SerializedFileWriter::new(shared.clone(), Arc::new(schema(columns)?), Arc::new(properties))?;
    loop {
        let chunk: Vec<&R> = rows.by_ref().take(group).collect();
        if chunk.is_empty() {
            break;
        }
        let mut row_group = writer.next_row_group()?;
        for column in columns {
            let Some(mut to) = row_group.next_column()? else {
                break;
            };
            fill(column, &chunk, &mut to)?;
            to.close()?;
        }
        row_group.close()?;
        shared.drain(out)?;
    }
    writer.close()?;
    shared.drain(out)?;
    Ok(())
}

/// What the library writes to: it asks for a writer that may go to another thread, which ours need not be.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Shared {
    /// Passes on what has been written.
    fn drain(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut bytes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        out.write_all(&bytes)?;
        bytes.clear();
        Ok(())
    }
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn schema<R>(columns: &[Column<R>]) -> Result<Type> {
    let fields: Result<Vec<_>> = columns.iter().map(|column| field(column).map(Arc::new)).collect();
    Type::group_type_builder("newsgraph").with_fields(fields?).build()
}

fn field<R>(column: &Column<R>) -> Result<Type> {
    let repetition = if column.optional {
        Repetition::OPTIONAL
    } else {
        Repetition::REQUIRED
    };
    let plain = |physical| {
        Type::primitive_type_builder(column.name, physical)
            .with_repetition(repetition)
            .build()
    };
    match column.holds {
        CellType::Text => text(column.name, repetition),
        CellType::Texts => {
            let element = text("element", Repetition::REQUIRED)?;
            let list = Type::group_type_builder("list")
                .with_repetition(Repetition::REPEATED)
                .with_fields(vec![Arc::new(element)])
                .build()?;
            Type::group_type_builder(column.name)
                .with_repetition(Repetition::REQUIRED)
                .with_logical_type(Some(LogicalType::List))
                .with_fields(vec![Arc::new(list)])
                .build()
        }
        CellType::Number => plain(Physical::DOUBLE),
        CellType::Count => plain(Physical::INT64),
        CellType::Truth => plain(Physical::BOOLEAN),
    }
}

fn text(name: &str, repetition: Repetition) -> Result<Type> {
    Type::primitive_type_builder(name, Physical::BYTE_ARRAY)
        .with_logical_type(Some(LogicalType::String))
        .with_repetition(repetition)
        .build()
}

/// Writes one column of some rows. The definition level says whether a value, or an element of a list, is there; the
/// repetition level whether an element goes on with the list before it.
fn fill<R>(column: &Column<R>, rows: &[&R], to: &mut SerializedColumnWriter<'_>) -> Result<()> {
    let mut there: Vec<i16> = Vec::with_capacity(rows.len());
    let mut goes_on: Vec<i16> = Vec::new();
    let (mut texts, mut numbers, mut counts, mut truths) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        let cell = (column.cell)(row);
        if let Cell::Texts(items) = &cell {
            if items.is_empty() {
                there.push(0);
                goes_on.push(0);
            }
            for (number, item) in items.iter().enumerate() {
                there.push(1);
                goes_on.push(i16::from(number > 0));
                texts.push(bytes(item));
            }
            continue;
        }
        there.push(i16::from(cell != Cell::Absent));
        match cell {
            Cell::Absent | Cell::Texts(_) => {}
            Cell::Text(text) => texts.push(bytes(text)),
            Cell::Number(number) => numbers.push(number),
            Cell::Count(count) => counts.push(i64::try_from(count)?),
            Cell::Truth(truth) => truths.push(truth),
        }
    }
    let there = (column.optional || column.holds == CellType::Texts).then_some(there.as_slice());
    match column.holds {
        CellType::Text => to.typed::<ByteArrayType>().write_batch(&texts, there, None)?,
        CellType::Texts => to.typed::<ByteArrayType>().write_batch(&texts, there, Some(&goes_on))?,
        CellType::Number => to.typed::<DoubleType>().write_batch(&numbers, there, None)?,
        CellType::Count => to.typed::<Int64Type>().write_batch(&counts, there, None)?,
        CellType::Truth => to.typed::<BoolType>().write_batch(&truths, there, None)?,
    };
    Ok(())
}

fn bytes(text: &str) -> ByteArray {
    text.as_bytes().to_vec().into()
}
