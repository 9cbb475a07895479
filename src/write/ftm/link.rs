//! Edges as FollowTheMoney's links: each schema takes ends of certain kinds; what none takes is an `UnknownLink` with its role.

use super::clean::{Clean, Dates, is_company};
use super::{Entity, Properties, articles, id, is_legal, is_written, node_id, says};
use crate::graph::{Edge, KnowledgeGraph, Node, RelationDetail};
use crate::ontology::{Kind, ontology};
use crate::write::certainty::relation_certainty;

/// The link that an edge is; `None` for what is no fact, and for what hangs on an event that is none.
pub(super) fn link<'g>(graph: &'g KnowledgeGraph, edge: &'g Edge) -> Option<Entity<'g>> {
    let from = graph.node(&edge.source).filter(|node| is_written(node))?;
    let to = graph.node(&edge.target).filter(|node| is_written(node))?;
    let mut properties = Properties::default();
    let schema = match edge.relation() {
        None => {
            // From who takes part to the event, with the part.
            properties.add("subject", [Clean::exactly(node_id(to))]);
            properties.add("object", [Clean::exactly(node_id(from))]);
            properties.add("role", Clean::string(edge.type_name()));
            "UnknownLink"
        }
        Some(relation) if relation_certainty(relation).is_some() => return None,
        Some(relation) => relate(graph, relation, [from, to], &mut properties),
    };
    properties.add("proof", articles(graph, edge.documents()));
    Some(Entity {
        id: id(
            "edge",
            &format!("{} {} {} {}", edge.id, edge.source, edge.type_name(), edge.target),
        ),
        schema,
        properties,
    })
}

fn relate<'g>(
    graph: &'g KnowledgeGraph,
    relation: &'g RelationDetail,
    [from, to]: [&'g Node; 2],
    properties: &mut Properties<'g>,
) -> &'static str {
    let (schema, ends) = schema(&relation.relation, from, to);
    properties.add(ends[0], [Clean::exactly(node_id(from))]);
    properties.add(ends[1], [Clean::exactly(node_id(to))]);
    let entry = ontology().relation(&relation.relation);
    let kind = entry.map_or(relation.relation.as_str(), |entry| entry.label.as_str());
    let words = match schema {
        // The kind of a link that has no schema of its own must stand somewhere.
        "UnknownLink" if relation.label.is_empty() || relation.label == kind => kind.to_owned(),
        "UnknownLink" => format!("{kind}: {}", relation.label),
        _ => relation.label.clone(),
    };
    match schema {
        // Intervals of their own, without role and status.
        "Family" | "Associate" => {
            properties.add("relationship", Clean::string(&words));
        }
        _ => {
            properties.add("role", Clean::string(&words));
            properties.add(
                "status",
                Some(Clean::exactly("former".to_owned())).filter(|_| relation.past),
            );
        }
    }
    let former = if relation.past && matches!(schema, "Family" | "Associate") {
        "former"
    } else {
        ""
    };
    let summary = format!("{former}{}", says(graph, &relation.attribution));
    properties.add("summary", Clean::string(summary.trim_start_matches(", ")));
    properties.dates(relation.time.as_ref().map(Dates::of).unwrap_or_default());
    schema
}

/// The schema of a relation and the names of its ends.
fn schema(relation: &str, from: &Node, to: &Node) -> (&'static str, [&'static str; 2]) {
    let organisation = matches!(to.kind, Kind::Organisation | Kind::Country);
    let people = from.kind == Kind::Person && to.kind == Kind::Person;
    let legal = is_legal(from.kind);
    match relation {
        "leads" if legal && organisation => ("Directorship", ["director", "organization"]),
        "works_for" if from.kind == Kind::Person && organisation => ("Employment", ["employee", "employer"]),
        "member_of" if legal && organisation => ("Membership", ["member", "organization"]),
        "represents" if legal && is_legal(to.kind) => ("Representation", ["agent", "client"]),
        // Of organisations only companies can be owned.
        "owns" if legal && to.kind == Kind::Organisation && is_company(&to.label) => ("Ownership", ["owner", "asset"]),
        "family_of" if people => ("Family", ["person", "relative"]),
        "allied_with" if people => ("Associate", ["person", "associate"]),
        _ => ("UnknownLink", ["subject", "object"]),
    }
}
