//! Sentences, tokens, and the closed sets of tags that they carry.

use super::Span;
use crate::model::Model;
use crate::ontology::Kind;
use std::ops::Range;

/// Universal part of speech, as [Universal Dependencies](https://universaldependencies.org/u/pos/) names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the standard's own")]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

impl Upos {
    #[rustfmt::skip]
    const ALL: [Self; 17] = [
        Self::Adj, Self::Adp, Self::Adv, Self::Aux, Self::Cconj, Self::Det, Self::Intj, Self::Noun, Self::Num, Self::Part,
        Self::Pron, Self::Propn, Self::Punct, Self::Sconj, Self::Sym, Self::Verb, Self::X,
    ];

    /// The tag that CoNLL-U writes so.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tag| tag.name() == name)
    }

    /// The tag as CoNLL-U writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Adj => "ADJ",
            Self::Adp => "ADP",
            Self::Adv => "ADV",
            Self::Aux => "AUX",
            Self::Cconj => "CCONJ",
            Self::Det => "DET",
            Self::Intj => "INTJ",
            Self::Noun => "NOUN",
            Self::Num => "NUM",
            Self::Part => "PART",
            Self::Pron => "PRON",
            Self::Propn => "PROPN",
            Self::Punct => "PUNCT",
            Self::Sconj => "SCONJ",
            Self::Sym => "SYM",
            Self::Verb => "VERB",
            Self::X => "X",
        }
    }
}

/// The Penn Treebank tags, with the treebank's later additions, in alphabetical order.
#[rustfmt::skip]
pub const XPOS: [&str; 50] = [
    "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ",
    "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP",
    "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX", "``",
];

/// The interned form of a Penn tag; `XX` (unknown) for anything that is none.
#[must_use]
pub fn xpos(tag: &str) -> &'static str {
    XPOS.binary_search(&tag).map_or("XX", |index| XPOS[index])
}

/// A syntactic word, as Universal Dependencies cuts them ("do|n't", "Mexico|'s").
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// Where it stands in the document.
    pub span: Span,
    /// Its letters; equal to the span's text unless the input came tokenised with other forms.
    pub form: String,
    /// The dictionary form.
    pub lemma: String,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn tag, one of [`XPOS`].
    pub xpos: &'static str,
    /// The head's index in the sentence; `None` for the root.
    pub head: Option<usize>,
    /// The relation to the head, in UD's names ("nsubj:pass").
    pub deprel: &'static str,
}

impl Token {
    /// A token that is not yet analysed.
    #[must_use]
    pub fn new(span: Span, form: impl Into<String>) -> Self {
        let form = form.into();
        Self {
            span,
            lemma: form.to_lowercase(),
            form,
            upos: Upos::X,
            xpos: "XX",
            head: None,
            deprel: "dep",
        }
    }

    /// Whether the tag says verb (auxiliaries too, modals not).
    #[must_use]
    pub fn is_verb(&self) -> bool {
        self.xpos.starts_with("VB")
    }

    /// Whether the tag says noun, common or proper.
    #[must_use]
    pub fn is_noun(&self) -> bool {
        self.xpos.starts_with("NN")
    }

    /// Whether the first letter is a capital.
    #[must_use]
    pub fn is_capitalised(&self) -> bool {
        self.form.chars().next().is_some_and(char::is_uppercase)
    }

    /// The base relation, without its subtype: `nsubj` of `nsubj:pass`.
    #[must_use]
    pub fn relation(&self) -> &'static str {
        self.deprel.split(':').next().unwrap_or(self.deprel)
    }
}

/// What a sentence is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SentenceKind {
    /// Running text.
    Prose,
    /// A line without a closing stop above the text: "Mexico Rejects Drone Strikes".
    Headline,
    /// "MEXICO CITY, Nov. 4 (Agency) —".
    Dateline,
    /// What pages carry beside the article: "2 min read", "article picture", "Share".
    Furniture,
}

impl SentenceKind {
    /// The name as files have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Prose => "prose",
            Self::Headline => "headline",
            Self::Dateline => "dateline",
            Self::Furniture => "furniture",
        }
    }
}

/// A sentence with its tokens, never empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    /// From the first token's first byte to the last one's last.
    pub span: Span,
    /// What it is on the page.
    pub kind: SentenceKind,
    /// Which paragraph of the document it belongs to, counted from 0.
    pub paragraph: usize,
    /// Its words, in order.
    pub tokens: Vec<Token>,
    /// What the reader takes for names, in order; they do not overlap.
    pub names: Vec<NamedSpan>,
    /// What the reader made of each word; empty before the sentence is read.
    pub embeddings: Vec<Embedding>,
}

/// Numbers of a [`CoreferenceVector`].
pub const COREFERENCE: usize = 64;
/// Numbers of a [`FactVector`].
pub const FACT: usize = 96;

/// A word in its sentence as the pair scorer of coreference sees it: numbers between -1 and 1, in 127ths.
pub type CoreferenceVector = [i8; COREFERENCE];
/// A word in its sentence as the scorers of facts see it: numbers between -1 and 1, in 127ths.
pub type FactVector = [i8; FACT];

/// A word in its sentence as the reader sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Embedding {
    /// What tells who is who.
    pub coreference: CoreferenceVector,
    /// What tells who did what to whom.
    pub fact: FactVector,
}

impl Embedding {
    /// Of a word that was not read.
    pub const NOTHING: Self = Self {
        coreference: [0; COREFERENCE],
        fact: [0; FACT],
    };
}

/// Words that the reader takes for a name.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedSpan {
    /// Indices within the sentence.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: Kind,
    /// The reader's probability of its least sure word, 0 to 1.
    pub confidence: f64,
}

impl Sentence {
    /// The children of token `head`, in order.
    pub fn children(&self, head: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.tokens.len()).filter(move |&index| self.tokens[index].head == Some(head))
    }

    /// The token of a stretch that the tree attaches to what is outside: its head. The last of several.
    #[must_use]
    pub fn head_of(&self, tokens: &Range<usize>) -> usize {
        let outside = |index: &usize| self.tokens[*index].head.is_none_or(|head| !tokens.contains(&head));
        tokens.clone().rev().find(outside).unwrap_or(tokens.start)
    }

    /// The first child of token `head` in a relation, whatever its subtype: `nsubj` finds `nsubj:pass` too.
    #[must_use]
    pub fn child(&self, head: usize, relation: &str) -> Option<usize> {
        self.children(head)
            .find(|&child| self.tokens[child].relation() == relation)
    }
}

/// Everything that syntax knows of a document: its sentences in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Analysis {
    /// In the order of the text; spans do not overlap.
    pub sentences: Vec<Sentence>,
    /// Which reader read them.
    pub model: Model,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn penn_tags_are_sorted_so_that_they_can_be_searched() {
        assert!(XPOS.is_sorted());
        assert_eq!(xpos("VBD"), "VBD");
        assert_eq!(xpos("no tag"), "XX");
    }
}
