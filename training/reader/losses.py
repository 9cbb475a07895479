"""What each head is trained for."""
import torch
from torch.nn import functional as F

from .batches import IGNORED, PARTIAL, SINGLE
from .model import mask_of

WEIGHTS = {"xpos": 1.0, "upos": 0.5, "lemma": 0.5, "arc": 1.0, "deprel": 1.0, "names": 1.0, "gmb": 0.6, "nominals": 0.5, "events": 1.0}


def heads_of(batch):
    heads = [h for h in SINGLE + PARTIAL if h in batch]
    return heads + (["arc", "relation"] if "head" in batch else [])


def forward(reader, batch, heads):
    encoded = reader.encode(batch["pieces"], batch["piece_shapes"], mask_of(batch["lengths"], batch["pieces"].shape[1]))
    words = reader.read_words(encoded, batch["first"], batch["last"], batch["word_shapes"])
    return reader.scores(words, heads)


def arc_scores(scores, batch):
    """Arc scores with what is no word of the sentence ruled out as a head, and no word its own."""
    w = scores.shape[1]
    outside = torch.arange(w, device=scores.device)[None, :] >= batch["word_lengths"][:, None]
    itself = torch.eye(w, dtype=torch.bool, device=scores.device)
    return scores.float().masked_fill(outside[:, None, :] | itself, -1e4)


def possible(scores, allowed):
    """-log of the probability of all labels that may be right; words of which nothing is known do not count."""
    known = allowed.any(-1)
    scores, allowed = scores[known].float(), allowed[known]
    right = scores.masked_fill(~allowed, -1e4).logsumexp(-1)
    return (scores.logsumexp(-1) - right).sum() / max(1, known.sum())


def losses(reader, batch, found=None):
    """One loss a head of which the batch has labels. `found`: the scores, where they were computed already."""
    heads = heads_of(batch)
    found = found or forward(reader, batch, heads)
    result = {}
    for head in SINGLE:
        if head in heads:
            result[head] = F.cross_entropy(found[head].flatten(0, 1).float(), batch[head].flatten(), ignore_index=IGNORED)
    for head in PARTIAL:
        if head in heads:
            result[head] = possible(found[head], batch[head])
    if "arc" in heads:
        gold = batch["head"]
        result["arc"] = F.cross_entropy(arc_scores(found["arc"], batch).flatten(0, 1), gold.flatten(), ignore_index=IGNORED)
        at = gold != IGNORED
        governors = found["relation_head"].gather(1, gold.clamp(min=0)[..., None].expand(-1, -1, found["relation_head"].shape[-1]))
        scores = reader.relations(found["relation_dependent"][at], governors[at])
        result["deprel"] = F.cross_entropy(scores.float(), batch["deprel"][at], ignore_index=IGNORED)
    return result


def total(parts):
    return sum(WEIGHTS[head] * loss for head, loss in parts.items())
