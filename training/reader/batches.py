"""Examples as tensors: pieces, shapes, places of words, and the targets of each head."""
import random

import torch

from .wordpiece import SHAPES, shape

IGNORED = -100
LONGEST = 250       # pieces of a training sentence; longer ones are left out (the program reads them in windows)
PARTIAL = ("names", "gmb", "nominals", "events")
SINGLE = ("xpos", "upos", "lemma")
SPECIAL = SHAPES.index("special")


class Encoder:
    """Words to ids, remembered by word."""

    def __init__(self, wordpiece):
        self.wordpiece, self.seen = wordpiece, {}

    def word(self, word):
        found = self.seen.get(word)
        if found is None:
            found = self.seen[word] = (self.wordpiece.pieces(word), shape(word))
        return found

    def sentence(self, words):
        """pieces, piece shapes, and each word's first and last place and shape; word 0 is the root at [CLS]."""
        pieces, shapes, first, last, word_shapes = [self.wordpiece.cls], [SPECIAL], [0], [0], [SPECIAL]
        for word in words:
            ids, kind = self.word(word)
            first.append(len(pieces))
            pieces.extend(ids)
            shapes.extend([kind] * len(ids))
            last.append(len(pieces) - 1)
            word_shapes.append(kind)
        return pieces + [self.wordpiece.sep], shapes + [SPECIAL], first, last, word_shapes


def recased(words, dice):
    """Headlines are capitalised, some texts are not: now and then a sentence is read so."""
    roll = dice.random()
    if roll < 0.03:
        return [w[:1].upper() + w[1:] for w in words]
    if roll < 0.045:
        return [w.upper() for w in words]
    if roll < 0.055:
        return [w.lower() for w in words]
    return words


def plan(examples, encoder, budget, dice):
    """Batches of examples of one corpus, of about the same length, at most `budget` pieces with padding."""
    sized = [(len(encoder.sentence(e.words)[0]), dice.random(), i) for i, e in enumerate(examples)]
    sized = sorted((size + dice.randint(0, 4), r, i) for size, r, i in sized if size <= LONGEST)
    found, batch = [], []
    for size, _, i in sized:
        if batch and size * (len(batch) + 1) > budget:
            found.append(batch)
            batch = []
        batch.append(i)
    if batch:
        found.append(batch)
    return [[examples[i] for i in b] for b in found]


def tensors(batch, encoder, labels, dice=None, mask=0.0):
    """A dict of tensors. `labels` maps each head to a dict from label to index. With `dice`, some sentences are recased,
    and `mask` of the words hidden: their neighbours must tell what they are."""
    read = [encoder.sentence(recased(e.words, dice) if dice else e.words) for e in batch]
    hidden = set()
    if mask:
        for i, (pieces, _, first, last, _) in enumerate(read):
            for word in range(1, len(first)):
                if dice.random() < mask:
                    hidden.add((i, word))
                    pieces[first[word]:last[word] + 1] = [encoder.wordpiece.mask] * (last[word] + 1 - first[word])
    t, w, b = max(len(r[0]) for r in read), max(len(r[2]) for r in read), len(batch)
    pieces, shapes = torch.zeros(b, t, dtype=torch.long), torch.zeros(b, t, dtype=torch.long)
    first, last = torch.zeros(b, w, dtype=torch.long), torch.zeros(b, w, dtype=torch.long)
    word_shapes = torch.zeros(b, w, dtype=torch.long)
    for i, (p, s, f, l, ws) in enumerate(read):
        pieces[i, :len(p)], shapes[i, :len(s)] = torch.tensor(p), torch.tensor(s)
        first[i, :len(f)], last[i, :len(l)], word_shapes[i, :len(ws)] = torch.tensor(f), torch.tensor(l), torch.tensor(ws)
    offset = torch.arange(b)[:, None] * t
    found = {"pieces": pieces, "piece_shapes": shapes, "lengths": torch.tensor([len(r[0]) for r in read]),
             "first": (first + offset).view(-1), "last": (last + offset).view(-1), "word_shapes": word_shapes,
             "word_lengths": torch.tensor([len(r[2]) for r in read])}
    for head in SINGLE:
        if head in batch[0].known:
            target = torch.full((b, w), IGNORED)
            for i, e in enumerate(batch):
                target[i, 1:len(e.words) + 1] = torch.tensor([labels[head].get(x, IGNORED) for x in e.known[head]])
            if head == "lemma":                # nobody spells a word that is hidden
                for at in hidden:
                    target[at] = IGNORED
            found[head] = target
    if "head" in batch[0].known:
        heads, relations = torch.full((b, w), IGNORED), torch.full((b, w), IGNORED)
        for i, e in enumerate(batch):
            heads[i, 1:len(e.words) + 1] = torch.tensor(e.known["head"])
            relations[i, 1:len(e.words) + 1] = torch.tensor([labels["deprel"].get(x, IGNORED) for x in e.known["deprel"]])
        found["head"], found["deprel"] = heads, relations
    for head in PARTIAL:
        if any(e.known.get(head) for e in batch):
            possible = torch.zeros(b, w, len(labels[head]), dtype=torch.bool)
            for i, e in enumerate(batch):
                for j, allowed in enumerate(e.known.get(head) or []):
                    for label in allowed or []:
                        possible[i, j + 1, labels[head][label]] = True
            found[head] = possible
    return found


def new_dice(*seed):
    return random.Random("/".join(map(str, seed)))
