"""Measures the program itself, model, decoding and rules together, on the dev parts, and prints the table of docs/quality.md.

    python3 -m reader.measure --corpora ../../shared/corpora --program ../target/release/newsgraph [--model fast]

Needs nothing but Python and the built program. Words given: `annotate --from conllu --to conllu`. Raw text: the
documents as their paragraphs, blank lines between; words and sentences count as right when they cover the same letters (spaces
left out), as in the CoNLL 2018 shared task; there a relation is right when its word, head and label are.
"""
import argparse
import re
import subprocess
import tempfile
from pathlib import Path

from . import corpora as c

# What a reader must reach to be shipped, in per cent.
FLOORS = {
    "accurate": {"ud_ewt dev, words given": {"UAS": 91, "LAS": 88.5, "XPOS": 96, "lemma": 97},
                 "gum_open dev, words given": {"UAS": 89.5, "LAS": 87},
                 "ud_ewt dev, raw text": {"words": 98.5, "sentences": 85, "LAS": 84},
                 "gum_open dev, raw news": {"words": 99, "sentences": 95},
                 "CrossNER politics dev": {"names": 80}},
    "fast": {"ud_ewt dev, words given": {"LAS": 86.5}, "CrossNER politics dev": {"names": 77}},
}
FEATURES = ("Number", "Tense", "Person", "VerbForm", "Voice")


def sentences(text):
    """Rows of words of each sentence; lines of multiword tokens and empty nodes left out."""
    found = []
    for block in text.split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
        rows = [row for row in rows if row[0].isdigit()]
        if rows:
            found.append(rows)
    return found


class Program:
    def __init__(self, path, model):
        self.command = [path, "annotate", "--to", "conllu"] + ["--model", model]

    def read(self, text, of="text"):
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            done = subprocess.run([*self.command, "--from", of, file.name], check=True, capture_output=True)
            return done.stdout.decode("utf-8")


def features_of(row):
    pairs = dict(pair.split("=", 1) for pair in row[5].split("|") if "=" in pair)
    return {name: pairs[name] for name in FEATURES if name in pairs}


def syntax(program, path):
    """Per cent of words, gold words given."""
    gold = sentences(path.read_text(encoding="utf-8"))
    bare = "\n\n".join("\n".join("\t".join([r[0], r[1], *"________"]) for r in s) for s in gold) + "\n\n"
    ours = sentences(program.read(bare, "conllu"))
    assert [[r[1] for r in s] for s in gold] == [[r[1] for r in s] for s in ours], "the words came back changed"
    pairs = [(a, b) for s, t in zip(gold, ours) for a, b in zip(s, t)]
    share = lambda right: 100 * sum(right) / len(pairs)
    return {
        "UAS": share(a[6] == b[6] for a, b in pairs), "LAS": share(a[6:8] == b[6:8] for a, b in pairs),
        "XPOS": share(a[4] == b[4] for a, b in pairs), "UPOS": share(a[3] == b[3] for a, b in pairs),
        "lemma": share(a[2] == b[2] for a, b in pairs),
        "features": share(features_of(a) == features_of(b) for a, b in pairs),
    }


def documents(path, wanted):
    """Of each document the raw text and the sentences' rows."""
    text, rows, name = [], [], None
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        comments = [line for line in lines if line.startswith("#")]
        new = next((line.split(" = ", 1)[1] for line in comments if line.startswith("# newdoc id")), None)
        if new is not None:
            if rows and wanted(name):
                yield "".join(text), rows
            text, rows, name = [], [], new
        own = sentences(block)
        if not own:
            continue
        if text:
            text.append("\n\n" if any(line.startswith("# newpar") for line in comments) else " ")
        text.append(next(line.split(" = ", 1)[1] for line in comments if line.startswith("# text =")))
        rows.extend(own)
    if rows and wanted(name):
        yield "".join(text), rows


def places(rows):
    """Words and sentences as stretches of letters, and the relations between words."""
    at, words, stops, relations = 0, [], [], []
    for sentence in rows:
        start, own = at, []
        for row in sentence:
            letters = len(re.sub(r"\s", "", row[1]))
            own.append((at, at + letters))
            at += letters
        words.extend(own)
        stops.append((start, at))
        for row, place in zip(sentence, own):
            head = own[int(row[6]) - 1] if row[6] != "0" else None
            relations.append((place, head, row[7]))
    return words, stops, relations


def raw(program, path, wanted=lambda name: True):
    """F1 of words, sentences and relations, from raw text."""
    counts = {"words": [0, 0, 0], "sentences": [0, 0, 0], "LAS": [0, 0, 0]}
    for text, gold in documents(path, wanted):
        ours = sentences(program.read(text + "\n"))
        letters = lambda rows: "".join(re.sub(r"\s", "", row[1]) for sentence in rows for row in sentence)
        if letters(gold) != letters(ours):
            # Words whose letters differ from the text ("cannot" as "can not" never does) would shift all that follow.
            print("letters differ in a document that begins", text[:50])
        for name, a, b in zip(counts, places(gold), places(ours)):
            both = len(set(a) & set(b))
            counts[name] = [x + y for x, y in zip(counts[name], (both, len(b), len(a)))]
    return {name: 200 * both / (system + gold) for name, (both, system, gold) in counts.items()}


def names(program, corpora):
    """F1 of names of the five kinds, exact spans, on CrossNER politics. Words that may be a name or not do not count."""
    examples = [e for e in c.crossner(corpora, "dev", c.Countries(corpora)) if e.corpus == "crossner_politics"]
    given = "\n\n".join("\n".join("\t".join([str(i + 1), w, *"________"]) for i, w in enumerate(e.words)) for e in examples)
    ours = sentences(program.read(given + "\n\n", "conllu"))
    both = system = gold = 0
    for example, rows in zip(examples, ours, strict=True):
        tags = [dict(p.split("=", 1) for p in row[9].split("|") if "=" in p).get("NER", "O") for row in rows]
        kind = lambda label, _: label
        found = {s for s in c.iob_spans(tags, kind, example.words)}
        known = [label if label and len(label) == 1 else None for label in example.known["names"]]
        truth = set(c.iob_spans([label[0] if label else "O" for label in known], kind, example.words))
        found = {s for s in found if all(known[i] for i in range(s[0], s[1]))}
        both, system, gold = both + len(found & truth), system + len(found), gold + len(truth)
    return {"names": 200 * both / (system + gold)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--program", default="../target/release/newsgraph")
    parser.add_argument("--model", choices=FLOORS, default="accurate")
    parser.add_argument("--check", action="store_true", help="fail when a figure is below what it must reach")
    options = parser.parse_args()
    program = Program(options.program, options.model)
    ewt, gum = options.corpora / "ud_ewt/dev.conllu", options.corpora / "gum_open/dev.conllu"
    rows = [
        ("ud_ewt dev, words given", syntax(program, ewt)),
        ("gum_open dev, words given", syntax(program, gum)),
        ("ud_ewt dev, raw text", raw(program, ewt)),
        ("gum_open dev, raw news", raw(program, gum, lambda name: name.startswith("GUM_news"))),
        ("CrossNER politics dev", names(program, options.corpora)),
    ]
    short = []
    for name, figures in rows:
        print(f"| {name} | " + ", ".join(f"{k} {v:.2f}" for k, v in figures.items()) + " |", flush=True)
        floors = FLOORS[options.model].get(name, {})
        short += [f"{name}: {k} is {figures[k]:.2f}, must be {least}" for k, least in floors.items() if figures[k] < least]
    if options.check and short:
        raise SystemExit("\n".join(short))


if __name__ == "__main__":
    main()
