"""WordPiece as BERT's uncased models use it, over words that are already tokens.

The Rust program does the same in `src/model/wordpiece.rs`, whose test reads what `python -m reader.wordpiece_cases` wrote.
"""
import unicodedata

UNKNOWN, CLS, SEP, PAD = "[UNK]", "[CLS]", "[SEP]", "[PAD]"
MASK = "[MASK]"
LONGEST_PART = 100      # characters; a longer run without punctuation is one unknown piece, as in BERT
MOST_PIECES = 12        # of one word: what comes after says nothing about its syntax

# The shape of a word, because the vocabulary is uncased. The order is part of the model.
SHAPES = ("special", "lower", "title", "upper", "initial", "mixed", "digits", "alphanumeric", "other")


def shape(word):
    """The index in SHAPES of the word's shape."""
    letters = [c for c in word if c.isalpha()]
    digits = any(c.isnumeric() for c in word)
    if not letters:
        name = "digits" if digits else "other"
    elif digits:
        name = "alphanumeric"
    elif all(not c.isupper() for c in letters):
        name = "lower"
    elif all(c.isupper() for c in letters):
        name = "initial" if len(letters) == 1 else "upper"
    elif letters[0].isupper() and not any(c.isupper() for c in letters[1:]):
        name = "title"
    else:
        name = "mixed"
    return SHAPES.index(name)


def _is_punctuation(c):
    code = ord(c)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(c).startswith("P")


def _is_cjk(c):
    code = ord(c)
    return (0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x2CEAF
            or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F)


def parts(word):
    """Lower case without accents, cut at punctuation and around ideographs."""
    found, run = [], []
    # Letter by letter, as Rust lowers: Python's own lowering knows of final sigma.
    for c in unicodedata.normalize("NFD", "".join(c.lower() for c in word)):
        if unicodedata.category(c) == "Mn" or (unicodedata.category(c) in ("Cc", "Cf") and not c.isspace()) or c == "\ufffd":
            continue
        alone = _is_punctuation(c) or _is_cjk(c)
        if (alone or c.isspace()) and run:
            found.append("".join(run))
            run = []
        if alone:
            found.append(c)
        elif not c.isspace():
            run.append(c)
    if run:
        found.append("".join(run))
    return found


class WordPiece:
    def __init__(self, vocabulary):
        self.ids = {piece: index for index, piece in enumerate(vocabulary)}
        self.unknown, self.cls, self.sep = self.ids[UNKNOWN], self.ids[CLS], self.ids[SEP]
        self.mask = self.ids.get(MASK, self.unknown)

    def pieces(self, word):
        """The ids of a word's pieces: at least one, at most MOST_PIECES."""
        found = []
        for part in parts(word):
            found.extend(self._split(part))
            if len(found) >= MOST_PIECES:
                return found[:MOST_PIECES]
        return found or [self.unknown]

    def _split(self, part):
        if len(part) > LONGEST_PART:
            return [self.unknown]
        found, start = [], 0
        while start < len(part):
            end, prefix = len(part), "##" if start else ""
            while end > start and prefix + part[start:end] not in self.ids:
                end -= 1
            if end == start:
                return [self.unknown]
            found.append(self.ids[prefix + part[start:end]])
            start = end
        return found
