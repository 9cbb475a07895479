"""Step 1: reads the corpora and writes the examples.

    python -m reader.prepare --corpora ../../shared/corpora --gold ../../shared/gold --program ../target/release/newsgraph
"""
import argparse
import json
import pickle
import sys
from collections import Counter
from pathlib import Path

from . import corpora as c


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True, help="folder with train/, dev/ and ann.py")
    parser.add_argument("--program", required=True, help="newsgraph, for the tokens of raw texts")
    parser.add_argument("--work", type=Path, default=Path("work"))
    options = parser.parse_args()
    countries, tokens = c.Countries(options.corpora), c.Tokens(options.program)
    options.work.mkdir(parents=True, exist_ok=True)
    sys.dont_write_bytecode = True
    unlabelled = list(c.plain(options.corpora, tokens))
    with open(options.work / "plain.pickle", "wb") as file:
        pickle.dump([(e.corpus, e.words, e.known) for e in unlabelled], file)
    print("plain", len(unlabelled), "sentences", sum(len(e.words) for e in unlabelled), "words")
    for part in ("train", "dev"):
        examples = []
        for read in (c.ud_ewt, c.gum_open, c.crossner, c.gmb):
            examples.extend(read(options.corpora, part, countries))
        examples.extend(c.men(options.corpora, part, countries, tokens))
        folders = [options.gold / part] + ([Path("data")] if part == "train" else [])
        examples.extend(c.gold(folders, tokens, options.gold))
        for example in examples:
            example.known.pop("misc", None)
        with open(options.work / f"{part}.pickle", "wb") as file:
            pickle.dump([(e.corpus, e.words, e.known) for e in examples], file)
        print(part, dict(Counter(e.corpus for e in examples)), sum(len(e.words) for e in examples), "words")
        if part == "train":
            import ann
            labels = c.label_sets(examples, ann.EVENT_TYPES)
            (options.work / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=1))
            print({k: len(v) for k, v in labels.items()})


if __name__ == "__main__":
    main()
