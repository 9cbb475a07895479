"""Step 4: exports a reader as ONNX, and as int8: weights by channel in 7 bits, which no processor's multiply saturates.

    python -m reader.export work/accurate/reader.pt work/accurate
"""
import argparse
import hashlib
import json
from pathlib import Path

import torch

from .evaluate import INPUTS, OUTPUTS, Whole, load_reader
from .model import mask_of



def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    from onnxruntime.quantization import QuantType, quantize_dynamic
    import onnx
    reader = load_reader(options.model)
    pieces = torch.randint(1000, 2000, (2, 9))
    inputs = (pieces, torch.ones_like(pieces), mask_of(torch.tensor([9, 7]), 9), torch.arange(12) % 7, torch.arange(12) % 7,
              torch.ones(2, 6, dtype=torch.long))
    axes = {"pieces": {0: "sentences", 1: "pieces"}, "piece_shapes": {0: "sentences", 1: "pieces"},
            "mask": {0: "sentences", 3: "pieces"}, "first": {0: "places"}, "last": {0: "places"},
            "word_shapes": {0: "sentences", 1: "words"}}
    axes.update({name: {0: "sentences", 1: "words"} for name in OUTPUTS})
    plain, small = options.out / "reader.onnx", options.out / "reader.int8.onnx"
    torch.onnx.export(Whole(reader).eval(), inputs, str(plain), input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes,
                      opset_version=17, dynamo=False)
    heads = [n.name for n in onnx.load(plain).graph.node
             if n.op_type == "MatMul" and "/layers." not in n.name]
    quantize_dynamic(str(plain), str(small), op_types_to_quantize=["MatMul", "Gather"], per_channel=True, reduce_range=True,
                     weight_type=QuantType.QInt8, nodes_to_exclude=heads)
    data = small.read_bytes()
    manifest = {"model": "newsgraph reader", "format": "onnx, int8", "sha256": hashlib.sha256(data).hexdigest(),
                "bytes": len(data), "inputs": INPUTS, "outputs": OUTPUTS, "config": reader.config.as_dict()}
    (options.out / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")
    print(plain.stat().st_size, "bytes float,", len(data), "bytes int8")


if __name__ == "__main__":
    main()
