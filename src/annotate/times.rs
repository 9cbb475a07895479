//! Times for evaluation: texts with the moment that each speaks from, one JSON object a line, in; the times found, out.

use crate::text::{CodePoints, Document};
use crate::time::Time;
use jiff::civil::{Date, DateTime};
use serde_json::{Map, Value, json};
use std::io::{self, Write};
use thiserror::Error;

/// What is wrong with a line of JSON.
#[derive(Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum RecordError {
    /// No JSON object.
    #[error("line {line}: is no JSON object ({detail})")]
    Json {
        /// Counted from 1.
        line: usize,
        /// What the parser says.
        detail: String,
    },
    /// No `text`.
    #[error("line {line}: has no \"text\", or one that is no string")]
    Text {
        /// Counted from 1.
        line: usize,
    },
    /// A reference that is no date.
    #[error("line {line}: the reference {reference} is none; give \"2016-11-07\" or \"2016-11-07T16:12:00\"")]
    Reference {
        /// Counted from 1.
        line: usize,
        /// What stands there.
        reference: String,
    },
    /// No line at all.
    #[error("holds no line; give one JSON object with \"text\" on each")]
    Empty,
}

/// A text with what its line says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The text.
    pub document: Document,
    /// `id`, of whatever type.
    pub id: Option<Value>,
    /// The moment from `reference_datetime` or `reference`.
    pub reference: Option<DateTime>,
}

/// Reads lines of JSON objects with `text`, and perhaps `id` and `reference_datetime` (or `reference`); what else they have
/// is not looked at, and empty lines are passed over.
///
/// # Errors
/// When a line is no such object.
pub fn read_records(source: &str) -> Result<Vec<Record>, RecordError> {
    let mut records = Vec::new();
    for (index, row) in source.lines().enumerate().filter(|(_, row)| !row.trim().is_empty()) {
        let line = index + 1;
        let mut fields: Map<String, Value> = serde_json::from_str(row).map_err(|error| RecordError::Json {
            line,
            detail: error.to_string(),
        })?;
        let Some(Value::String(text)) = fields.remove("text") else {
            return Err(RecordError::Text { line });
        };
        let reference = fields
            .remove("reference_datetime")
            .or_else(|| fields.remove("reference"));
        let reference = match reference {
            None | Some(Value::Null) => None,
            Some(Value::String(moment)) => Some(moment_of(&moment).ok_or_else(|| RecordError::Reference {
                line,
                reference: format!("{moment:?}"),
            })?),
            Some(other) => {
                return Err(RecordError::Reference {
                    line,
                    reference: other.to_string(),
                });
            }
        };
        let id = fields.remove("id").filter(|id| !id.is_null());
        let name = match &id {
            Some(Value::String(name)) => name.clone(),
            _ => format!("line-{line}"),
        };
        let mut document = Document::new(name, text);
        document.metadata.published = reference.map(DateTime::date);
        records.push(Record {
            document,
            id,
            reference,
        });
    }
    if records.is_empty() {
        return Err(RecordError::Empty);
    }
    Ok(records)
}

/// A moment, or the beginning of a day.
fn moment_of(text: &str) -> Option<DateTime> {
    text.parse()
        .ok()
        .or_else(|| text.parse::<Date>().ok().map(|day| day.at(0, 0, 0, 0)))
}

impl Record {
    /// Writes the times found in the record's text as one line: its `id` (without one its `text` and reference), and `found`:
    /// `start` and `end` in code points, `type`, `value` where it is known, and TIMEX3's `mod`.
    ///
    /// # Errors
    /// What `out` returns.
    pub fn write_times(&self, times: &[Time], out: &mut dyn Write) -> io::Result<()> {
        let mut line = Map::new();
        match &self.id {
            Some(id) => {
                line.insert("id".to_owned(), id.clone());
            }
            None => {
                line.insert("text".to_owned(), self.document.text.clone().into());
                if let Some(reference) = self.reference {
                    line.insert("reference_datetime".to_owned(), reference.to_string().into());
                }
            }
        }
        let points = CodePoints::new(&self.document.text);
        let found: Vec<Value> = times.iter().map(|time| found(time, &points)).collect();
        line.insert("found".to_owned(), found.into());
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")
    }
}

fn found(time: &Time, points: &CodePoints) -> Value {
    let range = points.range(time.span);
    let mut fields = json!({"start": range.start, "end": range.end, "type": time.time_type.name()});
    if let Some(value) = &time.value {
        fields["value"] = value.value.clone().into();
    }
    if let Some(modifier) = time.modifier {
        fields["mod"] = modifier.name().into();
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_records() {
        let source = concat!(
            "{\"text\": \"a\", \"id\": 7, \"reference\": \"2016-11-07\"}\n\n",
            "{\"text\": \"b\", \"reference_datetime\": \"2016-11-07T16:12:00\", \"more\": []}\n",
        );
        let records = read_records(source).unwrap();
        assert_eq!(records[0].id, Some(7.into()));
        assert_eq!(records[0].reference.unwrap().to_string(), "2016-11-07T00:00:00");
        assert_eq!(records[1].reference.unwrap().hour(), 16);
        assert_eq!(records[1].id, None);
    }

    #[test]
    fn errors_name_their_line() {
        assert!(matches!(
            read_records("{}\n").unwrap_err(),
            RecordError::Text { line: 1 }
        ));
        assert!(matches!(
            read_records("{\"text\": \"a\"}\n[1]\n").unwrap_err(),
            RecordError::Json { line: 2, .. }
        ));
        assert!(matches!(
            read_records("{\"text\": \"a\", \"reference\": \"May\"}").unwrap_err(),
            RecordError::Reference { line: 1, .. }
        ));
        assert_eq!(read_records(" \n").unwrap_err(), RecordError::Empty);
    }
}
