//! The kinds, relations, events and roles that a graph may hold: one data file, `ontology.toml`, read once.
//!
//! Sets that the program's own logic branches on ([`Kind`], [`Role`], [`Polarity`], [`Modality`]) are enums too, and a
//! test holds them to the file. Relation and event types are looked up by name.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::LazyLock;

/// The parsed `ontology.toml`.
static ONTOLOGY: LazyLock<Ontology> =
    LazyLock::new(|| toml::from_str(include_str!("ontology.toml")).expect("ontology.toml is checked by the tests"));

/// The built-in ontology.
///
/// ```
/// let reject = newsgraph::ontology::ontology().event("reject").unwrap();
/// assert_eq!(reject.label_verb, "rejects");
/// ```
#[must_use]
pub fn ontology() -> &'static Ontology {
    &ONTOLOGY
}

/// All that `ontology.toml` holds, in its order.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ontology {
    /// What a node can be.
    #[serde(rename = "kind")]
    pub kinds: Vec<KindEntry>,
    /// Lasting facts between two nodes.
    #[serde(rename = "relation")]
    pub relations: Vec<RelationType>,
    /// Types of happenings.
    #[serde(rename = "event")]
    pub events: Vec<EventType>,
    /// How a participant takes part in an event.
    #[serde(rename = "role")]
    pub roles: Vec<Term>,
    /// Affirmed or negated.
    #[serde(rename = "polarity")]
    pub polarities: Vec<Term>,
    /// How real.
    #[serde(rename = "modality")]
    pub modalities: Vec<Term>,
}

impl Ontology {
    /// The event type of that name.
    #[must_use]
    pub fn event(&self, name: &str) -> Option<&EventType> {
        self.events.iter().find(|entry| entry.name == name)
    }

    /// The relation type of that name.
    #[must_use]
    pub fn relation(&self, name: &str) -> Option<&RelationType> {
        self.relations.iter().find(|entry| entry.name == name)
    }
}

/// A kind of node as the file describes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindEntry {
    /// The word used in the graph.
    pub name: String,
    /// One line for people.
    pub definition: String,
    /// What looks like one and is not.
    pub excludes: Option<String>,
    /// Words of a text.
    #[serde(default)]
    pub examples: Vec<String>,
    /// The nearest schema.org class.
    pub schema_org: Option<String>,
    /// The nearest Wikidata class.
    pub wikidata: Option<String>,
}

/// A relation type.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelationType {
    /// The word used in the graph.
    pub name: String,
    /// One line for people.
    pub definition: String,
    /// Every legal pair of kinds, `from>to`.
    pub ends: Vec<String>,
    /// Whether it has no direction.
    pub symmetric: bool,
    /// Short text for a drawing.
    pub label: String,
    /// Words that tell of it.
    #[serde(default)]
    pub examples: Vec<String>,
    /// The nearest schema.org property.
    pub schema_org: Option<String>,
    /// The nearest Wikidata property that runs the same way.
    pub wikidata: Option<String>,
}

impl RelationType {
    /// Whether the relation may go from one kind to another.
    #[must_use]
    pub fn allows(&self, from: Kind, to: Kind) -> bool {
        self.ends.iter().any(|pair| {
            pair.split_once('>')
                .is_some_and(|(a, b)| a == from.name() && b == to.name())
        })
    }
}

/// An event type.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventType {
    /// The word used in the graph.
    pub name: String,
    /// One line for people.
    pub definition: String,
    /// The event type of [PLOVER](https://github.com/openeventdata/PLOVER), for those sixteen.
    pub plover: Option<String>,
    /// The nearest [CAMEO](https://eventdata.parusanalytics.com/data.dir/cameo.html) root code.
    pub cameo: Option<String>,
    /// Whether actor and target can be exchanged.
    #[serde(default)]
    pub unordered: bool,
    /// What the subject of an active verb does in it.
    pub subject: Role,
    /// What its direct object does in it.
    pub object: Role,
    /// Verb phrase, third person singular, for a drawing.
    pub label_verb: String,
    /// Triggers.
    #[serde(default)]
    pub examples: Vec<String>,
    /// The nearest schema.org class.
    pub schema_org: Option<String>,
    /// The nearest Wikidata class.
    pub wikidata: Option<String>,
}

/// A role, polarity or modality as the file describes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The word used in the graph.
    pub name: String,
    /// One line for people.
    pub definition: String,
    /// The nearest schema.org property.
    pub schema_org: Option<String>,
    /// The nearest Wikidata property.
    pub wikidata: Option<String>,
}

/// Declares an enum of the ontology whose variants carry the words used in files.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// Every value, in the order of the file.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word used in files.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value that a file's word names.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.name())
            }
        }
    };
}

words! {
    /// What a node is.
    Kind {
        /// A human, or humans without a fixed body.
        Person = "person",
        /// A state.
        Country = "country",
        /// A body that acts as one.
        Organisation = "organisation",
        /// Any other place.
        Location = "location",
        /// A happening.
        Event = "event",
    }
}

words! {
    /// How a participant takes part in an event.
    Role {
        /// Does or causes it.
        Actor = "actor",
        /// Is done to, addressed, on the other side.
        Target = "target",
        /// Where.
        Place = "place",
        /// What is requested, rejected, agreed, discussed.
        Topic = "topic",
        /// Instrument, helper, beneficiary, former owner.
        Other = "other",
    }
}

words! {
    /// Whether a statement affirms or denies.
    Polarity {
        /// Said to be so.
        Affirmed = "affirmed",
        /// Said not to be so.
        Negated = "negated",
    }
}

words! {
    /// How far a statement says that it is real.
    Modality {
        /// Happened or is happening.
        Actual = "actual",
        /// Will happen, was ordered or agreed to.
        Planned = "planned",
        /// May happen, is demanded, threatened, suspected.
        Possible = "possible",
        /// Happens regularly or in general.
        Habitual = "habitual",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(entries: &[Term]) -> Vec<&str> {
        entries.iter().map(|entry| entry.name.as_str()).collect()
    }

    #[test]
    fn the_enums_are_those_of_the_file() {
        let ontology = ontology();
        assert_eq!(
            ontology.kinds.iter().map(|kind| kind.name.as_str()).collect::<Vec<_>>(),
            Kind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>()
        );
        assert_eq!(
            names(&ontology.roles),
            Role::ALL.iter().map(|role| role.name()).collect::<Vec<_>>()
        );
        assert_eq!(
            names(&ontology.polarities),
            Polarity::ALL.iter().map(|value| value.name()).collect::<Vec<_>>()
        );
        assert_eq!(
            names(&ontology.modalities),
            Modality::ALL.iter().map(|value| value.name()).collect::<Vec<_>>()
        );
        assert_eq!((ontology.relations.len(), ontology.events.len()), (13, 32));
    }

    #[test]
    fn the_ends_of_relations_are_kinds() {
        for relation in &ontology().relations {
            for pair in &relation.ends {
                let (from, to) = pair.split_once('>').expect("from>to");
                assert!(
                    Kind::from_name(from).is_some() && Kind::from_name(to).is_some(),
                    "{pair} of {}",
                    relation.name
                );
                assert!(relation.allows(Kind::from_name(from).unwrap(), Kind::from_name(to).unwrap()));
            }
        }
        assert!(
            !ontology()
                .relation("leads")
                .unwrap()
                .allows(Kind::Location, Kind::Person)
        );
    }

    /// The page for users holds every name and definition as they stand in the file.
    #[test]
    fn the_documentation_agrees() {
        let page = include_str!("../../docs/ontology.md");
        let ontology = ontology();
        let kinds = ontology.kinds.iter().map(|entry| (&entry.name, &entry.definition));
        let relations = ontology.relations.iter().map(|entry| (&entry.name, &entry.definition));
        let events = ontology.events.iter().map(|entry| (&entry.name, &entry.definition));
        let terms = [&ontology.roles, &ontology.polarities, &ontology.modalities]
            .into_iter()
            .flatten();
        for (name, definition) in kinds
            .chain(relations)
            .chain(events)
            .chain(terms.map(|entry| (&entry.name, &entry.definition)))
        {
            assert!(page.contains(name.as_str()), "{name}");
            assert!(
                page.contains(definition.as_str()),
                "docs/ontology.md lacks the definition of {name}: {definition}"
            );
        }
    }
}
