"""Part of step 2c: the mean of the weights of several readers of one shape, which is often better than each (Wortsman et al. 2022).

    python -m reader.mean work/second/reader.pt work/third/reader.pt --out work/mean
"""
import argparse
from pathlib import Path

import torch


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readers", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    states = [torch.load(path, map_location="cpu", weights_only=True) for path in options.readers]
    if any(state["config"] != states[0]["config"] for state in states):
        raise SystemExit("the readers have not the same shape or labels")
    weights = {name: torch.stack([state["weights"][name].float() for state in states]).mean(0) for name in states[0]["weights"]}
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save({"config": states[0]["config"], "weights": weights}, options.out / "reader.pt")


if __name__ == "__main__":
    main()
