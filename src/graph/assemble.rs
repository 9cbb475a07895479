//! From the entities and facts of one document to its graph. Here bytes become code points.

use super::salience::{self, round};
use super::{
    Alias, Attributes, Detail, DocumentRecord, Edge, EdgeDetail, EntityDetail, EventDetail, Evidence, IdentityReason,
    KnowledgeGraph, MentionRecord, Node, NodePolarity, Range, RelationDetail, StatementRecord, TimeRecord,
};
use crate::fact::{Event, Facts, Participant, StatedTime, Statement};
use crate::identity::{Entities, Entity, entity_id, known, known_id, unique};
use crate::knowledge::knowledge;
use crate::mention::{Form, Mention, Mentions};
use crate::ontology::{Kind, Modality, Polarity};
use crate::text::{Analysis, CodePoints, Document, SentenceKind, Span, slug};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// Makes the graph of one document.
#[must_use]
pub fn assemble(
    document: &Document,
    analysis: &Analysis,
    mentions: &Mentions,
    entities: &Entities,
    facts: &Facts,
) -> KnowledgeGraph {
    let assembler = Assembler {
        document,
        analysis,
        mentions,
        points: CodePoints::new(&document.text),
    };
    let used = used_entities(entities, facts);
    let entity_ids = entity_ids(&document.id, entities, mentions, &used);
    let event_ids = event_ids(&document.id, facts, &entity_ids);
    let participants = |participant: Participant| match participant {
        Participant::Entity(entity) => entity_ids.get(&entity).cloned(),
        Participant::Event(event) => Some(event_ids[event].clone()),
    };
    let mut nodes = Vec::new();
    for (&entity, id) in &entity_ids {
        let found = &entities.entities[entity];
        if found.kind != Kind::Event {
            nodes.push(assembler.entity(found, id));
        }
    }
    let mut edges = Vec::new();
    for (event, id) in facts.events.iter().zip(&event_ids) {
        let named = event.entity.map(|entity| &entities.entities[entity]);
        nodes.push(assembler.event(event, named, id, &entity_ids));
        for argument in &event.arguments {
            let Some(target) = participants(argument.participant) else {
                continue;
            };
            edges.push(Edge {
                id: String::new(),
                source: id.clone(),
                target,
                detail: EdgeDetail::Role { role: argument.role },
                confidence: round(argument.confidence),
                evidence: vec![assembler.evidence(argument.span, argument.sentence)],
            });
        }
    }
    for relation in &facts.relations {
        let (Some(source), Some(target)) = (entity_ids.get(&relation.from), entity_ids.get(&relation.to)) else {
            continue;
        };
        let symmetric = crate::ontology::ontology()
            .relation(relation.relation)
            .is_some_and(|entry| entry.symmetric);
        let (source, target) = if symmetric && source > target {
            (target, source)
        } else {
            (source, target)
        };
        edges.push(Edge {
            id: String::new(),
            source: source.clone(),
            target: target.clone(),
            detail: EdgeDetail::Relation(RelationDetail {
                relation: relation.relation.to_owned(),
                label: relation.label.clone(),
                past: relation.past,
                polarity: NodePolarity::Affirmed,
                modality: Modality::Actual,
                attribution: Vec::new(),
                time: None,
            }),
            confidence: round(relation.confidence),
            evidence: vec![assembler.evidence(relation.span, relation.sentence)],
        });
    }
    salience::score(&mut nodes, &edges);
    KnowledgeGraph::new(vec![assembler.record()], nodes, edges)
}

/// Named entities, and those without a name that take part in something or are someone's source.
fn used_entities(entities: &Entities, facts: &Facts) -> BTreeSet<usize> {
    let named = (0..entities.entities.len()).filter(|&entity| entities.entities[entity].named);
    let active = facts.events.iter().flat_map(|event| {
        let participants = event
            .arguments
            .iter()
            .filter_map(|argument| match argument.participant {
                Participant::Entity(entity) => Some(entity),
                Participant::Event(_) => None,
            });
        participants.chain(
            event
                .statements
                .iter()
                .flat_map(|statement| statement.sources.iter().copied()),
        )
    });
    let related = facts.relations.iter().flat_map(|relation| [relation.from, relation.to]);
    named.chain(active).chain(related).collect()
}

/// An id for every entity, distinct within the document: namesakes are numbered in the order of the text.
fn entity_ids(
    document: &str,
    entities: &Entities,
    mentions: &Mentions,
    used: &BTreeSet<usize>,
) -> BTreeMap<usize, String> {
    let mut taken = BTreeSet::new();
    used.iter()
        .map(|&index| {
            let entity = &entities.entities[index];
            let known = known(entity, &mentions.mentions);
            (index, unique(&entity_id(entity, known.as_ref(), document), &mut taken))
        })
        .collect()
}

/// `event:DOCUMENT:TYPE-N`, numbered by type; a named event has its own name.
fn event_ids(document: &str, facts: &Facts, entity_ids: &BTreeMap<usize, String>) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    facts
        .events
        .iter()
        .map(|event| {
            if let Some(id) = event.entity.and_then(|entity| entity_ids.get(&entity)) {
                return id.clone();
            }
            let event_type = event.event_type.unwrap_or("event");
            let count = counts.entry(event_type).or_default();
            *count += 1;
            format!("event:{document}:{}-{count}", slug(event_type).replace('-', "_"))
        })
        .collect()
}

struct Assembler<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    mentions: &'a Mentions,
    points: CodePoints<'a>,
}

impl Assembler<'_> {
    fn range(&self, span: Span) -> Range {
        let range = self.points.range(span);
        Range {
            start: range.start,
            end: range.end,
        }
    }

    fn sentence(&self, index: usize) -> Range {
        self.range(self.analysis.sentences[index].span)
    }

    fn evidence(&self, span: Span, sentence: usize) -> Evidence {
        let range = self.range(span);
        Evidence {
            document: self.document.id.clone(),
            start: range.start,
            end: range.end,
            text: span.of(&self.document.text).to_owned(),
            sentence: self.sentence(sentence),
        }
    }

    fn record(&self) -> DocumentRecord {
        let headline = self
            .analysis
            .sentences
            .first()
            .filter(|first| first.kind == SentenceKind::Headline);
        let title = self
            .document
            .metadata
            .title
            .clone()
            .or_else(|| headline.map(|first| first.span.of(&self.document.text).to_owned()));
        let digest = Sha256::digest(self.document.text.as_bytes());
        DocumentRecord {
            id: self.document.id.clone(),
            title,
            published: self.mentions.reference.map(|day| day.to_string()),
            url: None,
            source: None,
            authors: Vec::new(),
            language: "en".to_owned(),
            sha256: hexadecimal(&digest),
            characters: self.points.total(),
            text: Some(self.document.text.clone()),
        }
    }

    /// What a person is called after the name: "harbour master" of "Ann Lee, a harbour master in Oslo,".
    fn apposition(&self, mention: &Mention) -> Option<&str> {
        if mention.kind != Kind::Person || mention.form != Form::Name {
            return None;
        }
        let sentence = &self.analysis.sentences[mention.sentence];
        let noun = sentence
            .child(mention.head, "appos")
            .filter(|&noun| noun > mention.head)?;
        let token = &sentence.tokens[noun];
        if token.xpos != "NN" || knowledge().nominal(&token.lemma) != Some(Kind::Person) {
            return None;
        }
        let start = (mention.tokens.end..noun)
            .rev()
            .take_while(|&word| {
                sentence.tokens[word].head == Some(noun) && sentence.tokens[word].relation() == "compound"
            })
            .last()
            .unwrap_or(noun);
        Some(sentence.tokens[start].span.cover(token.span).of(&self.document.text))
    }

    fn entity(&self, entity: &Entity, id: &str) -> Node {
        let known = known(entity, &self.mentions.mentions);
        let label = match known {
            // The name that a user's list gives is the name.
            Some(known) if known.id.is_some() => known.name,
            _ => entity.label.as_str(),
        };
        let mut aliases: BTreeMap<&str, usize> = BTreeMap::new();
        let mut roles: Vec<String> = Vec::new();
        let mut records = Vec::new();
        for &index in &entity.mentions {
            let mention = &self.mentions.mentions[index];
            let words = mention.span.of(&self.document.text);
            if mention.form == Form::Name && words != label {
                *aliases.entry(words).or_default() += 1;
            }
            for role in mention
                .role
                .iter()
                .map(|role| role.text.as_str())
                .chain(self.apposition(mention))
            {
                if !roles.iter().any(|known| known == role) {
                    roles.push(role.to_owned());
                }
            }
            let range = self.range(mention.span);
            records.push(MentionRecord {
                document: self.document.id.clone(),
                start: range.start,
                end: range.end,
                text: words.to_owned(),
                form: mention.form.name().to_owned(),
            });
        }
        let aliases = Alias::most_frequent_first(aliases);
        let identity = entity
            .reasons
            .iter()
            .map(|reason| IdentityReason {
                rule: reason.rule.to_owned(),
                document: self.document.id.clone(),
                detail: reason.detail.clone(),
            })
            .collect();
        let iso3166 = entity
            .known
            .filter(|known| known.kind == entity.kind)
            .or(known)
            .and_then(|known| known.iso2)
            .map(str::to_owned);
        // A country's code says it already.
        let known = known
            .filter(|known| entity.named && (known.kind != Kind::Country || known.iso2.is_none()))
            .map(|known| known_id(&known));
        Node {
            id: id.to_owned(),
            kind: entity.kind,
            label: label.to_owned(),
            named: entity.named,
            salience: 0.0,
            detail: Detail::Entity(EntityDetail {
                aliases,
                attributes: Attributes {
                    role: roles,
                    iso3166,
                    known,
                },
                identity,
                mentions: records,
            }),
        }
    }

    fn event(&self, event: &Event, named: Option<&Entity>, id: &str, entity_ids: &BTreeMap<usize, String>) -> Node {
        let listed = named
            .and_then(|entity| known(entity, &self.mentions.mentions))
            .filter(|known| known.id.is_some());
        let statements: Vec<StatementRecord> = event
            .statements
            .iter()
            .map(|statement| self.statement(statement, entity_ids))
            .collect();
        let confidence = event
            .statements
            .iter()
            .map(|statement| statement.confidence)
            .fold(0.0, f64::max);
        Node {
            id: id.to_owned(),
            kind: Kind::Event,
            label: listed.map_or_else(|| event.label.clone(), |known| known.name.to_owned()),
            named: event.entity.is_some(),
            salience: 0.0,
            detail: Detail::Event(EventDetail {
                event_type: event.event_type.map(str::to_owned),
                polarity: common_polarity(&statements),
                modality: strongest(&statements),
                time: event.time.as_ref().map(|time| self.time(time)),
                confidence: round(confidence),
                known: listed.map(|known| known_id(&known)),
                identity: Vec::new(),
                statements,
            }),
        }
    }

    fn statement(&self, statement: &Statement, entity_ids: &BTreeMap<usize, String>) -> StatementRecord {
        let range = self.range(statement.span);
        StatementRecord {
            document: self.document.id.clone(),
            start: range.start,
            end: range.end,
            text: statement.span.of(&self.document.text).to_owned(),
            form: statement.form.name().to_owned(),
            sentence: self.sentence(statement.sentence),
            polarity: match statement.polarity {
                Polarity::Affirmed => NodePolarity::Affirmed,
                Polarity::Negated => NodePolarity::Negated,
            },
            modality: statement.modality,
            attribution: statement
                .sources
                .iter()
                .filter_map(|source| entity_ids.get(source).cloned())
                .collect(),
            confidence: round(statement.confidence),
        }
    }

    fn time(&self, time: &StatedTime) -> TimeRecord {
        TimeRecord {
            value: time.value.value.clone(),
            start: time.value.start.map(|day| day.to_string()),
            end: time.value.end.map(|day| day.to_string()),
            text: Some(time.span.of(&self.document.text).to_owned()),
        }
    }
}

/// Two lower-case digits a byte.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let digits = digits.filter_map(|digit| char::from_digit(u32::from(digit), 16));
    let mut out = String::with_capacity(2 * bytes.len());
    out.extend(digits);
    out
}

/// The polarity that all statements share, or that they don't.
pub(super) fn common_polarity(statements: &[StatementRecord]) -> NodePolarity {
    let first = statements
        .first()
        .map_or(NodePolarity::Affirmed, |statement| statement.polarity);
    if statements.iter().all(|statement| statement.polarity == first) {
        first
    } else {
        NodePolarity::Mixed
    }
}

/// The strongest modality: what one statement calls actual is actual, whatever others call possible.
pub(super) fn strongest(statements: &[StatementRecord]) -> Modality {
    let order = [
        Modality::Actual,
        Modality::Planned,
        Modality::Habitual,
        Modality::Possible,
    ];
    order
        .into_iter()
        .find(|&modality| statements.iter().any(|statement| statement.modality == modality))
        .unwrap_or(Modality::Actual)
}
