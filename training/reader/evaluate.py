"""Step 3: evaluates a reader on the dev parts, with gold tokens.

    python -m reader.evaluate work/accurate/reader.pt           the weights as trained
    python -m reader.evaluate work/accurate/reader.onnx         the exported model, float or int8
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch

from . import encoder_files
from .batches import Encoder, plan, new_dice, tensors
from .decode import best_tree, joint, spans_of
from .model import Config, Reader, mask_of
from .train import by_corpus, load
from .wordpiece import WordPiece

OUTPUTS = ("xpos", "upos", "lemma", "names", "arc", "relation")      # what the program reads
INPUTS = ("pieces", "piece_shapes", "mask", "first", "last", "word_shapes")


class Whole(torch.nn.Module):
    """A reader as one function from the six inputs to all scores, as it is exported. `relation` is B×W×labels×W. With the
    projections of the pair scorer and of the scorers of facts, their numbers of each word too."""

    def __init__(self, reader, projections=()):
        super().__init__()
        self.reader, self.projections = reader, torch.nn.ModuleList(projections)
        n, r = reader.relation.shape[:2]
        # A matrix of its own, so that the exporter sees a constant.
        self.relation = torch.nn.Parameter(reader.relation.detach().transpose(0, 1).reshape(r, n * r).clone(), requires_grad=False)

    def forward(self, pieces, piece_shapes, mask, first, last, word_shapes):
        reader = self.reader
        words = reader.read_words(reader.encode(pieces, piece_shapes, mask), first, last, word_shapes)
        found = reader.scores(words, OUTPUTS)
        dependents, governors = found.pop("relation_dependent"), found.pop("relation_head")
        b, w, r = dependents.shape
        n = reader.relation.shape[0]
        left = dependents @ self.relation
        relation = (left.reshape(b, w * n, r) @ governors.transpose(1, 2)).reshape(b, w, n, w)
        relation = relation + reader.relation_dependent_bias(dependents)[:, :, :, None]
        found["relation"] = relation + reader.relation_head_bias(governors).transpose(1, 2)[:, None]
        return tuple(found[name] for name in OUTPUTS) + tuple(torch.tanh(project(words)) for project in self.projections)


def load_reader(path):
    """A trained reader, or the moving average of a checkpoint that is not done yet."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    if "average" in state:
        labels = json.loads((Path(path).parents[1] / "labels.json").read_text())
        reader = Reader(Config(labels=labels))
        reader.load_state_dict(state["average"])
    else:
        reader = Reader(Config(**state["config"]))
        reader.load_state_dict(state["weights"])
    return reader.eval()


def vocabulary_of(path, size=None):
    """The pieces that a model file knows, `size` of them: the encoder's, or those of the vocabulary.txt beside the file."""
    whole, beside = encoder_files.locate()[1], path.parent / "vocabulary.txt"
    if size == len(whole) or not beside.exists():
        return whole
    pieces = beside.read_text(encoding="utf-8").splitlines()
    if size and len(pieces) != size:
        raise SystemExit(f"{beside} has {len(pieces)} pieces, {path} needs {size}")
    return pieces


def torch_scorer(reader):
    whole = Whole(reader).eval()

    def score(inputs):
        with torch.no_grad():
            return {k: v.numpy() for k, v in zip(OUTPUTS, whole(*(inputs[name] for name in INPUTS)))}
    return score


def onnx_scorer(path):
    import onnxruntime
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])

    def score(inputs):
        return dict(zip(OUTPUTS, session.run(list(OUTPUTS), {name: inputs[name].numpy() for name in INPUTS})))
    return score


def evaluate(score, examples, encoder, labels, batch_pieces=512):
    """The figures of each corpus, in per cent."""
    indices = {head: {label: i for i, label in enumerate(ls)} for head, ls in labels.items()}
    figures = {}
    for corpus, chosen in sorted(by_corpus(examples).items()):
        right, total = {}, {}
        spans = {head: [0, 0, 0] for head in ("names", "nominals", "events")}
        for batch in plan(chosen, encoder, batch_pieces, new_dice(0)):
            made = tensors(batch, encoder, indices)
            made["mask"] = mask_of(made["lengths"], made["pieces"].shape[1])
            found = score(made)
            for i, example in enumerate(batch):
                known, n = example.known, len(example.words)
                for head in ("xpos", "upos", "lemma"):
                    if head in known:
                        guess = found[head][i, 1:n + 1].argmax(-1)
                        right[head] = right.get(head, 0) + sum(labels[head][g] == k for g, k in zip(guess, known[head]))
                        total[head] = total.get(head, 0) + n
                if "head" in known:
                    heads = best_tree(joint(found["arc"][i, :n + 1, :n + 1], found["relation"][i, :n + 1, :, :n + 1]))
                    relations = [labels["deprel"][found["relation"][i, d, :, heads[d]].argmax()] for d in range(1, n + 1)]
                    hits = [h == k for h, k in zip(heads[1:], known["head"])]
                    total["UAS"] = total["LAS"] = total.get("UAS", 0) + n
                    right["UAS"] = right.get("UAS", 0) + sum(hits)
                    right["LAS"] = right.get("LAS", 0) + sum(h and r == k for h, r, k in zip(hits, relations, known["deprel"]))
                for head in spans:
                    gold = known.get(head)
                    if head not in found or not gold or any(x is None or len(x) != 1 for x in gold):
                        continue                                   # silence is unknown: nothing to measure
                    guess = spans_of(found[head][i, 1:n + 1], labels[head])
                    truth = spans_of(np.array([[x == g[0] for x in labels[head]] for g in gold], dtype=float), labels[head])
                    for k, v in enumerate((len(guess & truth), len(guess), len(truth))):
                        spans[head][k] += v
        result = {k: 100 * right[k] / total[k] for k in right}
        result.update({f"{head} F1": 200 * a / (b + c) for head, (a, b, c) in spans.items() if b + c and c})
        figures[corpus] = {k: round(float(v), 2) for k, v in result.items()}
    return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--work", type=Path, default=Path("work"))
    parser.add_argument("--corpora", nargs="*", default=["ud_ewt", "gum_open", "crossner_politics", "men", "gold"])
    options = parser.parse_args()
    labels = json.loads((options.work / "labels.json").read_text())
    examples = [e for e in load(options.work / "dev.pickle") if e.corpus in options.corpora]
    if options.model.suffix == ".onnx":
        score, size = onnx_scorer(options.model), None
    else:
        reader = load_reader(options.model)
        score, size = torch_scorer(reader), reader.config.vocabulary
    encoder = Encoder(WordPiece(vocabulary_of(options.model, size)))
    print(json.dumps(evaluate(score, examples, encoder, labels), indent=1))


if __name__ == "__main__":
    main()
