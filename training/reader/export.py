"""Step 4: exports a reader as ONNX, and as int8: weights by channel in 7 bits, which no processor's multiply saturates.

    python -m reader.export work/accurate/reader.pt work/accurate
"""
import argparse
import hashlib
import json
from pathlib import Path

import torch

from . import encoder_files
from .batches import Encoder
from .coreference import HIDDEN, VECTOR, load_scorer
from .evaluate import INPUTS, OUTPUTS, Whole, evaluate, load_reader, onnx_scorer, vocabulary_of
from .facts import load_scorers
from .model import mask_of
from .train import load
from .wordpiece import WordPiece

# Large matrices of the heads.
QUANTISED = ("/lemma/", "/names/", "/arc_dependent/", "/arc_head/", "/relation_dependent/", "/relation_head/", "/MatMul_2")


# What the weights learned from; NOTICE names the authors.
DATA = [
    {"name": "UD English-EWT 2.16, Universal NER EWT", "licence": "CC-BY-SA-4.0"},
    {"name": "GUM: academic, bio, court, interview, news, voyage", "licence": "CC-BY-4.0, texts CC-BY-2.5 to 4.0 and CC-BY-SA-3.0"},
    {"name": "CrossNER", "licence": "MIT, texts CC-BY-SA-3.0"},
    {"name": "MEN, Malaysian English News", "licence": "MIT"},
    {"name": "Groningen Meaning Bank 2.2.0", "licence": "public domain texts"},
    {"name": "OntoGUM, coreference of the same GUM documents", "licence": "CC-BY-4.0"},
    {"name": "LitBank", "licence": "CC-BY-4.0"},
    {"name": "GAP", "licence": "Apache-2.0, texts CC-BY-SA-3.0"},
    {"name": "articles annotated for newsgraph", "licence": "CC0-1.0, texts of Wikinews CC-BY-2.5"},
]


def prune(reader, vocabulary):
    """Takes pieces out of the embeddings that English news does not need: BERT's unused ones and other alphabets."""
    def is_kept(piece):
        letters = piece.removeprefix("##")
        return not piece.startswith("[unused") and all(ord(c) < 0x250 or not c.isalpha() for c in letters)
    kept = [i for i, piece in enumerate(vocabulary) if is_kept(piece)]
    reader.words.weight = torch.nn.Parameter(reader.words.weight.detach()[kept])
    reader.config.vocabulary = len(kept)
    return [vocabulary[i] for i in kept]


def quantise_rows(model, name, gather):
    """Makes the matrix `name`, which the node `gather` looks up, 8-bit integers with a scale for each row: a rare piece's small
    numbers keep their digits beside a frequent one's large numbers. (One scale for all costs 0.2 points of LAS.)"""
    import numpy as np
    from onnx import helper, numpy_helper
    graph = model.graph
    old = next(i for i in graph.initializer if i.name == name)
    matrix = numpy_helper.to_array(old)
    scale = np.abs(matrix).max(1, keepdims=True).clip(1e-12) / 127
    rows = np.rint(matrix / scale).astype(np.int8)
    graph.initializer.remove(old)
    for array, suffix in ((rows, "rows"), (scale.astype(np.float32), "scales"), (np.float32(1), "one"), (np.int8(0), "zero")):
        graph.initializer.append(numpy_helper.from_array(np.asarray(array), f"{name}.{suffix}"))
    at = next(i for i, node in enumerate(graph.node) if node.name == gather)
    node = graph.node[at]
    ids, output = node.input[1], node.output[0]
    graph.node.remove(node)
    for new in reversed((
            helper.make_node("Gather", [f"{name}.rows", ids], [f"{gather}/rows"], f"{gather}/rows"),
            helper.make_node("DequantizeLinear", [f"{gather}/rows", f"{name}.one", f"{name}.zero"], [f"{gather}/floats"], f"{gather}/floats"),
            helper.make_node("Gather", [f"{name}.scales", ids], [f"{gather}/scales"], f"{gather}/scales"),
            helper.make_node("Mul", [f"{gather}/floats", f"{gather}/scales"], [output], gather))):
        graph.node.insert(at, new)


def write_pairs(scorer, path):
    """The pair scorer as the program reads it (`src/model/pairs.rs`): three sizes, then its matrices, little-endian."""
    import numpy as np
    earlier, later, product = scorer.vectors.weight.detach().T.split(VECTOR)
    parts = (scorer.answers.weight, earlier, later, product, scorer.vectors.bias, scorer.out.weight, scorer.out.bias)
    with open(path, "wb") as file:
        file.write(np.array([scorer.answers.weight.shape[0], VECTOR, HIDDEN], dtype="<u4").tobytes())
        for part in parts:
            file.write(part.detach().numpy().astype("<f4").tobytes())


def write_scorers(scorers, path):
    """The scorers of facts as the program reads them (`src/model/scorer.rs`): a header, then their matrices: the
    rows of evidence as 8-bit integers with a scale each, all other numbers as the upper half of a 32-bit float, rounded."""
    import numpy as np
    names, evidence = scorers.config["classes"], scorers.config["evidence"]
    header = {"vector": scorers.project.out_features, "scorers": [
        {"name": name, "hidden": scorer.out.in_features, "classes": names[name], "evidence": evidence[name]}
        for name, scorer in scorers.scorers.items()]}
    header = json.dumps(header, ensure_ascii=False).encode()
    with open(path, "wb") as file:
        file.write(np.array([len(header)], dtype="<u4").tobytes() + header)
        for scorer in scorers.scorers.values():
            vectors = scorer.vectors.weight.detach().T.split(scorers.project.out_features)
            rows = scorer.rows.weight.detach()
            scales = rows.abs().amax(1).clamp(min=1e-6).to(torch.bfloat16)
            rows = (rows / scales.float()[:, None] * 127).round().clamp(-127, 127).to(torch.int8)
            file.write(rows.numpy().tobytes())
            for part in (scales, *vectors, scorer.vectors.bias, scorer.out.weight, scorer.out.bias):
                halves = (part.detach().to(torch.bfloat16).view(torch.int16)).numpy()
                file.write(halves.astype("<i2").tobytes())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--name", choices=("accurate", "fast"), default="accurate")
    parser.add_argument("--version", default="3")
    parser.add_argument("--pairs", type=Path, help="the pair scorer [default: pairs.pt beside the model]")
    parser.add_argument("--facts", type=Path, help="the scorers of facts [default: facts.pt beside the model]")
    parser.add_argument("--work", type=Path, default=Path("work"), help="where prepare.py wrote the examples")
    options = parser.parse_args()
    from onnxruntime.quantization import QuantType, quantize_dynamic
    import onnx
    reader = load_reader(options.model)
    scorer = load_scorer(options.pairs or options.model.parent / "pairs.pt")
    facts = load_scorers(options.facts or options.model.parent / "facts.pt")
    vocabulary = vocabulary_of(options.model, reader.config.vocabulary)
    if len(vocabulary) == len(encoder_files.locate()[1]):
        vocabulary = prune(reader, vocabulary)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "vocabulary.txt").write_text("".join(f"{piece}\n" for piece in vocabulary), encoding="utf-8")
    pieces = torch.randint(1000, 2000, (2, 9))
    inputs = (pieces, torch.ones_like(pieces), mask_of(torch.tensor([9, 7]), 9), torch.arange(12) % 7, torch.arange(12) % 7,
              torch.ones(2, 6, dtype=torch.long))
    axes = {"pieces": {0: "sentences", 1: "pieces"}, "piece_shapes": {0: "sentences", 1: "pieces"},
            "mask": {0: "sentences", 3: "pieces"}, "first": {0: "places"}, "last": {0: "places"},
            "word_shapes": {0: "sentences", 1: "words"}}
    outputs = (*OUTPUTS, "embedding", "facts")
    axes.update({name: {0: "sentences", 1: "words"} for name in outputs})
    plain, small = options.out / "reader.onnx", options.out / "reader.int8.onnx"
    torch.onnx.export(Whole(reader, [scorer.project, facts.project]).eval(), inputs, str(plain), input_names=INPUTS, output_names=outputs, dynamic_axes=axes,
                      opset_version=17, dynamo=False)
    # Scores that decide between near equals, and products of two activations, stay in float.
    heads = [n.name for n in onnx.load(plain).graph.node
             if n.op_type == "MatMul" and "/layers." not in n.name
             and not any(quantised in n.name for quantised in QUANTISED)]
    quantize_dynamic(str(plain), str(small), op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=True,
                     weight_type=QuantType.QInt8, nodes_to_exclude=heads)
    quantised = onnx.load(small)
    quantise_rows(quantised, "reader.words.weight", "/words/Gather")
    onnx.checker.check_model(quantised)
    onnx.save(quantised, small)
    write_pairs(scorer, options.out / "reader.pairs")
    write_scorers(facts, options.out / "reader.facts")
    data = small.read_bytes()
    labels = reader.config.labels
    examples = [e for e in load(options.work / "dev.pickle") if e.corpus in ("ud_ewt", "gum_open", "crossner_politics")]
    figures = evaluate(onnx_scorer(small), examples, Encoder(WordPiece(vocabulary)), labels)
    manifest = {"name": f"newsgraph reader, {options.name}", "version": options.version, "format": "ONNX, 8-bit integers",
                "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest(), "licence": "CC-BY-SA-4.0",
                "encoder": {"name": "all-MiniLM-L6-v2", "licence": "Apache-2.0", "sha256": encoder_files.SHA256},
                "data": DATA, "figures of the dev parts, words given": figures,
                "inputs": INPUTS, "outputs": outputs, "config": reader.config.as_dict()}
    (options.out / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")
    print(json.dumps(figures))
    print(plain.stat().st_size, "bytes float,", len(data), "bytes int8")


if __name__ == "__main__":
    main()
