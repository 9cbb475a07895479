//! N-Quads, one quad a line.
//!
//! Writes what `oxttl` would, byte for byte (a test compares them), without going through a formatter for every term. IRIs need
//! no escape, because [`term`](super::term) makes none that does; literals that do are escaped by `oxrdf`.

use oxrdf::{GraphNameRef, NamedOrBlankNodeRef, QuadRef, TermRef};
use std::io::{self, Write};

/// So many bytes are gathered before they are written.
const BLOCK: usize = 1 << 16;

pub(super) struct Lines<'o> {
    out: &'o mut dyn Write,
    block: Vec<u8>,
}

impl<'o> Lines<'o> {
    pub(super) fn new(out: &'o mut dyn Write) -> Self {
        Self {
            out,
            block: Vec::with_capacity(BLOCK + 4096),
        }
    }

    pub(super) fn quad(&mut self, quad: QuadRef<'_>) -> io::Result<()> {
        let line = &mut self.block;
        match quad.subject {
            NamedOrBlankNodeRef::NamedNode(node) => iri(node.as_str(), line),
            other @ NamedOrBlankNodeRef::BlankNode(_) => write!(line, "{other}")?,
        }
        line.push(b' ');
        iri(quad.predicate.as_str(), line);
        line.push(b' ');
        match quad.object {
            TermRef::NamedNode(node) => iri(node.as_str(), line),
            TermRef::Literal(literal) if literal.language().is_none() && is_plain(literal.value()) => {
                line.push(b'"');
                line.extend_from_slice(literal.value().as_bytes());
                line.push(b'"');
                if literal.datatype() != oxrdf::vocab::xsd::STRING {
                    line.extend_from_slice(b"^^");
                    iri(literal.datatype().as_str(), line);
                }
            }
            other => write!(line, "{other}")?,
        }
        match quad.graph_name {
            GraphNameRef::DefaultGraph => {}
            GraphNameRef::NamedNode(node) => {
                line.push(b' ');
                iri(node.as_str(), line);
            }
            other @ GraphNameRef::BlankNode(_) => write!(line, " {other}")?,
        }
        line.extend_from_slice(b" .\n");
        if line.len() >= BLOCK {
            self.out.write_all(line)?;
            line.clear();
        }
        Ok(())
    }

    pub(super) fn finish(self) -> io::Result<()> {
        self.out.write_all(&self.block)
    }
}

fn iri(iri: &str, line: &mut Vec<u8>) {
    line.push(b'<');
    line.extend_from_slice(iri.as_bytes());
    line.push(b'>');
}

/// Whether a literal surely needs no escape: no control, quote or backslash, and no byte that U+FFFE and U+FFFF begin with.
fn is_plain(text: &str) -> bool {
    !text
        .bytes()
        .any(|byte| byte < b' ' || matches!(byte, b'"' | b'\\' | 0x7F | 0xEF))
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxrdf::{LiteralRef, NamedNodeRef};
    use oxttl::NQuadsSerializer;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lines_are_those_of_the_library(text in "\\PC{0,20}|[\\\\\"\n\t\u{7f}\u{0}\u{fffe}é]{0,6}", which in 0_usize..3, named: bool) {
            let node = NamedNodeRef::new_unchecked("urn:newsgraph:node:person:a");
            let object: TermRef<'_> = match which {
                0 => node.into(),
                1 => LiteralRef::new_simple_literal(&text).into(),
                _ => LiteralRef::new_typed_literal(&text, oxrdf::vocab::xsd::DECIMAL).into(),
            };
            let graph_name = if named { node.into() } else { GraphNameRef::DefaultGraph };
            let quad = QuadRef { subject: node.into(), predicate: node, object, graph_name };
            let (mut ours, mut theirs) = (Vec::new(), NQuadsSerializer::new().for_writer(Vec::new()));
            let mut lines = Lines::new(&mut ours);
            lines.quad(quad).unwrap();
            lines.finish().unwrap();
            theirs.serialize_quad(quad).unwrap();
            prop_assert_eq!(ours, theirs.finish());
        }
    }
}
