//! RDF, as JSON-LD and as N-Quads, which say the same.
//!
//! - schema.org names entities, documents and what has really happened;
//! - PROV-O says whose word something is, and from which document it comes;
//! - OWL-Time says when;
//! - Web Annotation leads from each entity, event and relation to its words: a text position in the document.
//!
//! A triple has no polarity. So an event that is denied, planned, possible, disputed or habitual is no `schema:Event` but a
//! `Claim` of our vocabulary, without properties of schema.org; a relation is a direct triple only when it is affirmed,
//! actual and not over, and always an `rdf:Statement` with all that is known of it.
//!
//! What documents say stands in a named graph for each, what is common to all in the default graph. IRIs are made of the
//! graph's ids, so the same entity of two graphs is one resource. There are no blank nodes.

mod claims;
mod common;
mod lines;
mod nodes;
mod term;
mod tree;

use super::format::Options;
use crate::graph::KnowledgeGraph;
use lines::Lines;
use oxrdf::{GraphName, Literal, NamedNode, NamedNodeRef, QuadRef, TermRef};
use std::io::{self, Write};
use tree::Tree;

pub(super) fn n_quads(graph: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut lines = Lines::new(out);
    say(graph, &mut |quad| lines.quad(quad))?;
    lines.finish()
}

pub(super) fn json_ld(graph: &KnowledgeGraph, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut tree = Tree::new(term::PREFIXES, out)?;
    say(graph, &mut |quad| tree.quad(quad))?;
    tree.finish()?;
    out.write_all(b"\n")
}

fn say(graph: &KnowledgeGraph, sink: &mut Sink<'_>) -> io::Result<()> {
    let mut quads = Quads {
        sink,
        graph: GraphName::DefaultGraph,
    };
    common::say(graph, &mut quads)?;
    claims::say(graph, &mut quads)
}

type Sink<'s> = dyn FnMut(QuadRef<'_>) -> io::Result<()> + 's;

/// Where quads go, and the graph that they are in.
struct Quads<'s, 'o> {
    sink: &'s mut Sink<'o>,
    graph: GraphName,
}

impl Quads<'_, '_> {
    fn quad<'t>(
        &mut self,
        subject: &'t NamedNode,
        predicate: NamedNodeRef<'t>,
        object: impl Into<TermRef<'t>>,
    ) -> io::Result<()> {
        let object: TermRef<'t> = object.into();
        (self.sink)(QuadRef {
            subject: subject.into(),
            predicate,
            object,
            graph_name: self.graph.as_ref(),
        })
    }

    fn text(&mut self, subject: &NamedNode, predicate: NamedNodeRef<'_>, text: &str) -> io::Result<()> {
        self.quad(subject, predicate, oxrdf::LiteralRef::new_simple_literal(text))
    }

    /// A literal with a type.
    fn typed(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef<'_>,
        value: &str,
        datatype: NamedNodeRef<'_>,
    ) -> io::Result<()> {
        let literal = oxrdf::LiteralRef::new_typed_literal(value, datatype);
        self.quad(subject, predicate, literal)
    }

    /// A share from 0 to 1. A decimal, because doubles have two ways to be written.
    fn share(&mut self, subject: &NamedNode, predicate: NamedNodeRef<'_>, value: f64) -> io::Result<()> {
        let literal = Literal::new_typed_literal(format!("{value:?}"), oxrdf::vocab::xsd::DECIMAL);
        self.quad(subject, predicate, &literal)
    }

    fn truth(&mut self, subject: &NamedNode, predicate: NamedNodeRef<'_>, value: bool) -> io::Result<()> {
        let value = if value { "true" } else { "false" };
        self.typed(subject, predicate, value, oxrdf::vocab::xsd::BOOLEAN)
    }
}
