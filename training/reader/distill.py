"""Step 5: the fast reader. A shallower encoder with a smaller vocabulary learns to give the scores of the accurate one.

    python -m reader.distill work/accurate/reader.pt --out work/fast

It starts from the teacher's own lower, middle and upper layers, embeddings and heads. For each word it learns the teacher's
probabilities (Hinton et al. 2015) of tags, lemmas, names, heads and relations, and the teacher's last vectors, on all corpora and on
unlabelled text; where a corpus has labels it learns these too.
"""
from collections import Counter

import torch
from torch.nn import functional as F

from . import encoder_files
from .batches import Encoder
from .evaluate import load_reader
from .losses import arc_scores, losses, total
from .model import Config, Reader, mask_of
from .train import arguments, begin, by_corpus, load, run
from .wordpiece import CLS, PAD, SEP, UNKNOWN, WordPiece

TAUGHT = ("xpos", "upos", "lemma", "names")
# How often an epoch reads each corpus; what has no labels for the program's heads is text like any other.
SHARES = {"ud_ewt": 1, "gum_open": 1, "crossner_politics": 2, "crossner": 0.5, "men": 1, "gold": 1, "gmb": 0.125, "plain": 0.25}
LABELS = 0.3            # weight of what the corpora say beside what the teacher says


def frequent(vocabulary, examples, least):
    """The ids of the pieces that occur `least` times, and of those that every text may need: single letters and marks."""
    encoder, seen = Encoder(WordPiece(vocabulary)), Counter()
    for example in examples:
        seen.update(encoder.sentence(example.words)[0])
    needed = {UNKNOWN, CLS, SEP, PAD}
    return [i for i, piece in enumerate(vocabulary)
            if piece in needed or seen[i] >= least or (len(piece.removeprefix("##")) == 1 and ord(piece[-1]) < 0x250)]


def student_of(teacher, layers, kept):
    """The teacher with some of its layers and pieces."""
    config = Config(**(teacher.config.as_dict() | {"layers": len(layers), "vocabulary": len(kept)}))
    student = Reader(config, dropout=0.05, head_dropout=0.15)
    weights = teacher.state_dict()
    renamed = {}
    for name, value in weights.items():
        if name.startswith("layers."):
            number, rest = name.removeprefix("layers.").split(".", 1)
            if int(number) in layers:
                renamed[f"layers.{layers.index(int(number))}.{rest}"] = value
        else:
            renamed[name] = value
    renamed["words.weight"] = weights["words.weight"][kept]
    student.load_state_dict(renamed)
    return student


def read(reader, batch):
    """The last vectors of words, and the scores."""
    encoded = reader.encode(batch["pieces"], batch["piece_shapes"], mask_of(batch["lengths"], batch["pieces"].shape[1]))
    words = reader.read_words(encoded, batch["first"], batch["last"], batch["word_shapes"])
    return words, reader.scores(words, TAUGHT + ("arc", "relation"))


def divergence(ours, theirs):
    """Of our probabilities from the teacher's, summed over labels, averaged over words."""
    return F.kl_div(ours.float().log_softmax(-1), theirs.float().log_softmax(-1), reduction="none", log_target=True).sum(-1).mean()


def taught(teacher, translate):
    """The losses of a student. `translate` gives the teacher's piece of each of the student's."""
    def loss(student, batch):
        with torch.no_grad():
            their_words, theirs = read(teacher, batch | {"pieces": translate[batch["pieces"]]})
        words, ours = read(student, batch)
        b, w = batch["word_shapes"].shape
        at = torch.arange(w, device=words.device)[None, :]
        real = (at > 0) & (at < batch["word_lengths"][:, None])
        parts = {f"{head}'": divergence(ours[head][real], theirs[head][real]) for head in TAUGHT}
        arcs = arc_scores(theirs["arc"], batch)
        parts["arc'"] = divergence(arc_scores(ours["arc"], batch)[real], arcs[real])
        governor = arcs.argmax(-1)
        def relations(reader, found):
            governors = found["relation_head"].gather(1, governor[..., None].expand(-1, -1, found["relation_head"].shape[-1]))
            return reader.relations(found["relation_dependent"][real], governors[real])
        parts["deprel'"] = divergence(relations(student, ours), relations(teacher, theirs))
        parts["vectors'"] = F.mse_loss(words[real], their_words[real])
        labelled = {k: v for k, v in batch.items() if k not in ("gmb", "nominals", "events")}
        parts.update(losses(student, labelled, ours))
        return parts
    return loss


def weigh(parts):
    ours = {k: v for k, v in parts.items() if not k.endswith("'")}
    return sum(v for k, v in parts.items() if k.endswith("'")) + LABELS * (total(ours) if ours else 0.0)


def main():
    parser = arguments(__doc__)
    parser.add_argument("teacher", help="the accurate reader, reader.pt")
    parser.add_argument("--layers", type=int, nargs="*", default=[0, 2, 4], help="the teacher's layers that the student starts from")
    parser.add_argument("--least", type=int, default=2, help="pieces that the texts have less often are left out")
    options, device, labels = begin(parser, SHARES)
    examples = load(options.work / "train.pickle") + load(options.work / "plain.pickle")
    vocabulary = encoder_files.locate()[1]
    kept = frequent(vocabulary, examples, options.least)
    smaller = [vocabulary[i] for i in kept]
    (options.out / "vocabulary.txt").write_text("".join(f"{piece}\n" for piece in smaller), encoding="utf-8")
    teacher = load_reader(options.teacher).to(device)
    torch.manual_seed(options.seed)
    student = student_of(teacher, options.layers, kept)
    print(len(kept), "pieces", flush=True)
    translate = torch.tensor(kept, device=device)
    run(student, by_corpus(examples), Encoder(WordPiece(smaller)), labels, options, options.out, device,
        taught(teacher, translate), weigh)


if __name__ == "__main__":
    main()
