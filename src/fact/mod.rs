//! Who did what to whom: events with their roles, relations, and how sure each is and on whose word.
//!
//! A lexicon says which words tell of which type of event (`data/lexicon.tsv`), the dependency tree who takes part, and a
//! list of cues (`data/cues.tsv`) what is denied, planned or only possible. What these rules conclude, what else is seen of the
//! tree and what the reader made of the words is evidence ([`question`]) for scorers that were trained on annotated articles
//! and decide. Nothing is made of mere nearness.

mod argument;
mod event;
mod export;
mod lexicon;
mod named;
mod question;
mod relation;
mod slot;
mod source;
mod status;
mod told;
mod trigger;
mod unite;
mod when;

pub use export::{Export, GivenTrigger, Question, export};

use crate::identity::Entities;
use crate::mention::Mentions;
use crate::model::{self, Chances};
use crate::ontology::{Kind, Modality, Polarity, Role};
use crate::text::{Analysis, Document, Span};
use crate::time::TimeValue;
use std::collections::HashMap;

/// Who or what takes part in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Participant {
    /// Index of an entity.
    Entity(usize),
    /// Index of an event.
    Event(usize),
}

/// A participant's part, with the words that show it.
#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    /// The part it plays.
    pub role: Role,
    /// Who or what.
    pub participant: Participant,
    /// The participant's words.
    pub span: Span,
    /// Index of the sentence.
    pub sentence: usize,
    /// 0 to 1.
    pub confidence: f64,
}

/// How a statement names its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatementForm {
    /// By a verb, noun or adjective of the lexicon.
    Trigger,
    /// By its own name.
    Name,
}

impl StatementForm {
    /// The word used in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Trigger => "trigger",
            Self::Name => "name",
        }
    }
}

/// One place where the text tells of an event.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The trigger or name.
    pub span: Span,
    /// Index of the sentence.
    pub sentence: usize,
    /// How it names the event.
    pub form: StatementForm,
    /// Affirmed or negated.
    pub polarity: Polarity,
    /// How real.
    pub modality: Modality,
    /// Entities whose word it is, the nearest speaker first; empty for the article's own voice.
    pub sources: Vec<usize>,
    /// 0 to 1.
    pub confidence: f64,
}

/// A time with the words that state it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedTime {
    /// Its words.
    pub span: Span,
    /// What they mean.
    pub value: TimeValue,
}

/// A happening, with everything that the document says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its type's name in the ontology; `None` for a named event whose type is not known.
    pub event_type: Option<&'static str>,
    /// The named event's entity.
    pub entity: Option<usize>,
    /// A short phrase.
    pub label: String,
    /// By place in the text.
    pub statements: Vec<Statement>,
    /// By role, then participant.
    pub arguments: Vec<Argument>,
    /// When.
    pub time: Option<StatedTime>,
}

/// A lasting fact between two entities.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// Its type's name in the ontology.
    pub relation: &'static str,
    /// From whom.
    pub from: usize,
    /// To whom.
    pub to: usize,
    /// Whether the text says that it has ended.
    pub past: bool,
    /// Its words, short.
    pub label: String,
    /// The words from one end to the other.
    pub span: Span,
    /// Index of the sentence.
    pub sentence: usize,
    /// 0 to 1.
    pub confidence: f64,
}

/// All that a document says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    /// By the place of their first statement.
    pub events: Vec<Event>,
    /// By place in the text.
    pub relations: Vec<Relation>,
}

/// What the rules look at.
struct Reader<'a> {
    text: &'a str,
    analysis: &'a Analysis,
    mentions: &'a Mentions,
    entities: &'a Entities,
    /// The mention whose head is (sentence, token); the longest where several are.
    by_head: HashMap<(usize, usize), usize>,
}

impl<'a> Reader<'a> {
    fn new(document: &'a Document, analysis: &'a Analysis, mentions: &'a Mentions, entities: &'a Entities) -> Self {
        let mut by_head = HashMap::new();
        for (index, mention) in mentions.mentions.iter().enumerate() {
            by_head.entry((mention.sentence, mention.head)).or_insert(index);
        }
        Self {
            text: &document.text,
            analysis,
            mentions,
            entities,
            by_head,
        }
    }

    /// What a scorer says of two words.
    fn ask(
        &self,
        scorer: &str,
        left: question::At,
        right: question::At,
        evidence: &question::Evidence,
    ) -> Chances<'static> {
        let vector = |(sentence, token): question::At| question::vector(&self.analysis.sentences[sentence], token);
        let scorer = model::reader(self.analysis.model).scorer(scorer);
        scorer.ask(vector(left), vector(right), &evidence.0)
    }

    /// The kind of the entity whose mention's head is a token.
    fn kind_at(&self, sentence: usize, token: usize) -> Option<Kind> {
        let &mention = self.by_head.get(&(sentence, token))?;
        Some(self.mentions.mentions[mention].kind)
    }

    /// The entity whose mention's head is token `token` of sentence `sentence`, with that mention.
    fn entity_at(&self, sentence: usize, token: usize) -> Option<(usize, usize)> {
        let entity = |token: usize| {
            let &mention = self.by_head.get(&(sentence, token))?;
            Some((self.entities.of_mention[mention]?, mention))
        };
        // "minister | Ingrid Solvang": who is meant is named behind the title.
        entity(token).or_else(|| {
            let tree = &self.analysis.sentences[sentence];
            let mut named = tree
                .children(token)
                .filter(|&child| tree.tokens[child].deprel == "appos");
            named.find_map(entity)
        })
    }
}

/// Reads the facts of a document. Linear in its length, but for sentences, whose length is bounded.
#[must_use]
pub fn extract(document: &Document, analysis: &Analysis, mentions: &Mentions, entities: &Entities) -> Facts {
    let reader = Reader::new(document, analysis, mentions, entities);
    let triggers = trigger::find(&reader);
    let mut events = event::read(&reader, &triggers);
    named::add(&reader, &mut events);
    when::of_headlines(&reader, &mut events);
    Facts {
        events,
        relations: relation::find(&reader),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{identity, mention, syntax};

    /// Everything that a text says, in one line a fact.
    fn read(text: &str) -> Vec<String> {
        let document = Document::new("t", text);
        let analysis = syntax::analyse(&document);
        let mut mentions = mention::find(&document, &analysis);
        let entities = identity::resolve(&document, &analysis, &mut mentions);
        let facts = extract(&document, &analysis, &mentions, &entities);
        let name = |entity: usize| entities.entities[entity].label.clone();
        let mut lines: Vec<String> = facts
            .relations
            .iter()
            .map(|relation| {
                format!(
                    "{} {} {}{}",
                    name(relation.from),
                    relation.relation,
                    name(relation.to),
                    if relation.past { " (past)" } else { "" }
                )
            })
            .collect();
        for event in &facts.events {
            let mut line = event.event_type.unwrap_or("event").to_owned();
            for argument in &event.arguments {
                let who = match argument.participant {
                    Participant::Entity(entity) => name(entity),
                    Participant::Event(other) => facts.events[other].event_type.unwrap_or("event").to_owned(),
                };
                line += &format!(" {}={who}", argument.role);
            }
            let first = &event.statements[0];
            if first.polarity == Polarity::Negated {
                line += " negated";
            }
            if first.modality != Modality::Actual {
                line += &format!(" {}", first.modality);
            }
            if !first.sources.is_empty() {
                line += &format!(
                    " by {}",
                    first
                        .sources
                        .iter()
                        .map(|&source| name(source))
                        .collect::<Vec<_>>()
                        .join(" > ")
                );
            }
            lines.push(line);
        }
        lines
    }

    fn check(text: &str, wanted: &[&str]) {
        let found = read(text);
        for line in wanted {
            assert!(
                found.iter().any(|found| found == line),
                "{text}\nno {line:?} in {found:#?}"
            );
        }
    }

    #[test]
    fn events_have_roles() {
        check(
            "Rebels attacked the town on Monday.",
            &["assault actor=Rebels target=town"],
        );
        check(
            "Norway's minister Ingrid Solvang met Anna Brekke in Oslo.",
            &["consult actor=Ingrid Solvang target=Anna Brekke place=Oslo"],
        );
        check(
            "The minister was arrested by police.",
            &["coerce actor=police target=minister"],
        );
        check("The chairman resigned.", &["leave_office target=chairman"]);
    }

    #[test]
    fn a_rejected_strike_is_no_strike() {
        let far = read("Mexico ruled out letting the United States use drones to attack cartels.");
        assert!(
            far.iter()
                .any(|line| line.starts_with("assault") && line.contains("possible")),
            "{far:#?}"
        );
        let plan = read("Norway rejected on Tuesday a plan of the carrier to buy the harbour of Oslo.");
        assert!(
            plan.iter()
                .all(|line| !line.starts_with("trade") || line.contains("possible")),
            "{plan:#?}"
        );
        check(
            "Mexico rejected U.S. drone strikes against cartels.",
            &[
                "reject actor=Mexico topic=assault",
                "assault actor=United States target=cartels possible",
            ],
        );
        check(
            "Norway did not attack Denmark.",
            &["assault actor=Norway target=Denmark negated"],
        );
        check(
            "Norway will attack Denmark.",
            &["assault actor=Norway target=Denmark planned"],
        );
        check(
            "Norway may invade Denmark.",
            &["assault actor=Norway target=Denmark possible"],
        );
    }

    /// What is denied, planned or only possible is told so, whatever the words.
    #[test]
    fn nothing_becomes_a_fact_that_is_none() {
        let cases = [
            ("Norway never attacked Denmark.", "assault", "negated"),
            ("Norway has not attacked Denmark.", "assault", "negated"),
            ("Norway didn't attack Denmark.", "assault", "negated"),
            ("No soldiers attacked Denmark.", "assault", "negated"),
            ("Norway denied that it had attacked Denmark.", "assault", "negated"),
            ("Norway denied attacking Denmark.", "assault", "negated"),
            ("Norway failed to attack Denmark.", "assault", "negated"),
            ("Norway left without attacking Denmark.", "assault", "negated"),
            ("Norway refused to attack Denmark.", "assault", "possible"),
            ("Norway might attack Denmark.", "assault", "possible"),
            ("Norway could have attacked Denmark.", "assault", "possible"),
            ("Norway threatened to attack Denmark.", "assault", "possible"),
            ("Norway is considering an attack on Denmark.", "assault", "possible"),
            ("Norway wants to attack Denmark.", "assault", "possible"),
            ("If Norway attacks Denmark, Sweden will protest.", "assault", "possible"),
            ("Unless Norway attacks Denmark, they will meet.", "assault", "possible"),
            ("Norway would attack Denmark.", "assault", "possible"),
            ("Norway allegedly attacked Denmark.", "assault", "possible"),
            ("Norway urged Sweden to attack Denmark.", "assault", "possible"),
            ("Sweden ruled out an attack on Denmark.", "assault", "possible"),
            ("Sweden rejected a proposal to attack Denmark.", "assault", "possible"),
            (
                "Sweden opposed any possibility of attacks on Denmark.",
                "assault",
                "possible",
            ),
            ("Norway plans to attack Denmark.", "assault", "planned"),
            ("Norway will attack Denmark on Friday.", "assault", "planned"),
            ("Norway is going to attack Denmark.", "assault", "planned"),
            ("Norway agreed to attack Denmark.", "assault", "planned"),
            ("Norway to Attack Denmark", "assault", "planned"),
            ("Norway vowed to attack Denmark.", "assault", "planned"),
            ("Norway attacked Denmark.", "assault", "fact"),
            ("Sweden said Norway had attacked Denmark.", "assault", "fact"),
            (
                "Norway attacked Denmark after Sweden refused to help.",
                "assault",
                "fact",
            ),
            ("Norway managed to attack Denmark.", "assault", "fact"),
            ("Rebels who attacked Denmark were not arrested.", "assault", "fact"),
        ];
        let mut wrong = Vec::new();
        for (text, event_type, wanted) in cases {
            let found = read(text).into_iter().find(|line| line.starts_with(event_type));
            let told = found.as_deref().map_or("nothing", |line| {
                ["negated", "possible", "planned", "habitual"]
                    .into_iter()
                    .find(|word| line.contains(word))
                    .unwrap_or("fact")
            });
            if told != wanted {
                wrong.push(format!("{text} {wanted}, told as {told}: {found:?}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn statements_have_sources() {
        check(
            "Officials said that Norway had attacked Denmark.",
            &["assault actor=Norway target=Denmark by Officials"],
        );
        check(
            "Norway attacked Denmark, according to Ann Lee.",
            &["assault actor=Norway target=Denmark by Ann Lee"],
        );
    }

    #[test]
    fn relations_come_from_titles_and_appositions() {
        check(
            "Mexico's President Claudia Sheinbaum spoke.",
            &["Claudia Sheinbaum leads Mexico"],
        );
        check(
            "Gustavo Flores, professor at Cornell University, spoke.",
            &["Gustavo Flores works_for Cornell University"],
        );
        check(
            "Former French President Jean Martin spoke.",
            &["Jean Martin leads France (past)"],
        );
        check("They met in Bergen, Norway.", &["Bergen located_in Norway"]);
    }

    #[test]
    fn nearness_is_no_relation() {
        assert_eq!(read("Ann Lee and Bob Hall like tea."), Vec::<String>::new());
    }
}
