//! The columns of mentions and statements.

use super::cells::Cell::{Absent, Count, Number, Text, Texts};
use super::cells::{CellType, Column};
use crate::graph::{KnowledgeGraph, MentionRecord, StatementRecord};

/// A place where a text speaks of a node: a mention of an entity, or a statement of an event.
pub(super) enum Place<'g> {
    Mention(&'g str, &'g MentionRecord),
    Statement(&'g str, &'g StatementRecord),
}

impl<'g> Place<'g> {
    /// All of them, by node, then by document and start.
    pub(super) fn all(graph: &'g KnowledgeGraph) -> impl Iterator<Item = Self> {
        graph.nodes().flat_map(|node| {
            let mentions = node.entity().map_or(&[][..], |entity| &entity.mentions);
            let statements = node.event().map_or(&[][..], |event| &event.statements);
            let mentions = mentions.iter().map(|mention| Self::Mention(&node.id, mention));
            mentions.chain(statements.iter().map(|it| Self::Statement(&node.id, it)))
        })
    }

    fn statement(&self) -> Option<&StatementRecord> {
        match self {
            Self::Statement(_, statement) => Some(statement),
            Self::Mention(..) => None,
        }
    }
}

/// One of two fields of the same name.
macro_rules! either {
    ($place:ident, $field:ident) => {
        match $place {
            Place::Mention(_, mention) => &mention.$field,
            Place::Statement(_, statement) => &statement.$field,
        }
    };
}

/// Of mentions and statements.
pub(super) fn places<'g>() -> [Column<Place<'g>>; 12] {
    [
        Column::new("node", CellType::Text, |place| match place {
            Place::Mention(node, _) | Place::Statement(node, _) => Text(node),
        }),
        Column::new("document", CellType::Text, |place| Text(either!(place, document))),
        Column::new("start", CellType::Count, |place| Count(*either!(place, start))),
        Column::new("end", CellType::Count, |place| Count(*either!(place, end))),
        Column::new("text", CellType::Text, |place| Text(either!(place, text))),
        Column::new("form", CellType::Text, |place| Text(either!(place, form))),
        Column::maybe("sentence_start", CellType::Count, |place| {
            place.statement().map_or(Absent, |it| Count(it.sentence.start))
        }),
        Column::maybe("sentence_end", CellType::Count, |place| {
            place.statement().map_or(Absent, |it| Count(it.sentence.end))
        }),
        Column::maybe("polarity", CellType::Text, |place| {
            place.statement().map_or(Absent, |it| Text(it.polarity.name()))
        }),
        Column::maybe("modality", CellType::Text, |place| {
            place.statement().map_or(Absent, |it| Text(it.modality.name()))
        }),
        Column::new("attribution", CellType::Texts, |place| {
            let sources = place.statement().map_or(&[][..], |it| &it.attribution);
            Texts(sources.iter().map(String::as_str).collect())
        }),
        Column::maybe("confidence", CellType::Number, |place| {
            place.statement().map_or(Absent, |it| Number(it.confidence))
        }),
    ]
}
