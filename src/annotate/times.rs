//! Times for evaluation: texts with the moment that each speaks from, one JSON object a line, in; the times found, out.

use crate::text::{CodePoints, Document};
use crate::time::{Modifier, Time};
use jiff::civil::{Date, DateTime};
use serde::Serialize;
use serde_json::{Map, Value};
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
        let points = CodePoints::new(&self.document.text);
        let named = self.id.is_some();
        let line = Line {
            id: self.id.as_ref(),
            text: (!named).then_some(self.document.text.as_str()),
            reference_datetime: self.reference.filter(|_| !named).map(|moment| moment.to_string()),
            found: times.iter().map(|time| Found::new(time, &points)).collect(),
        };
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")
    }
}

/// What is written of a text; the order of its fields is that of the keys.
#[derive(Serialize)]
struct Line<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference_datetime: Option<String>,
    found: Vec<Found<'a>>,
}

#[derive(Serialize)]
struct Found<'a> {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    time_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<&'static str>,
}

impl<'a> Found<'a> {
    fn new(time: &'a Time, points: &CodePoints) -> Self {
        let range = points.range(time.span);
        Self {
            start: range.start,
            end: range.end,
            time_type: time.time_type.name(),
            value: time.value.as_ref().map(|value| value.value.as_str()),
            modifier: time.modifier.map(Modifier::name),
        }
    }
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
