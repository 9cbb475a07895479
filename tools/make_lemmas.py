#!/usr/bin/env python3
"""Writes src/syntax/data/lemmas.tsv: the lemmas of forms that the train parts of UD English EWT and GUM hold at least twice.

    python3 tools/make_lemmas.py ../shared/corpora/ud_ewt/train.conllu ../shared/corpora/gum_open/train.conllu

A line is form (small letters), Penn tag, lemma. Left out: proper nouns and what stays as it is in small letters.
"""
import sys
from collections import Counter, defaultdict
from pathlib import Path

counts = defaultdict(Counter)
for path in sys.argv[1:]:
    for line in open(path, encoding="utf-8"):
        columns = line.rstrip("\n").split("\t")
        if len(columns) == 10 and columns[0].isdigit() and not columns[4].startswith("NNP") and columns[2] != "_":
            counts[columns[1].lower(), columns[4]][columns[2]] += 1
rows = []
for (form, tag), lemmas in sorted(counts.items()):
    lemma, times = lemmas.most_common(1)[0]
    if sum(lemmas.values()) >= 2 and times * 2 > sum(lemmas.values()) and lemma != form and tag not in ("CD", "ADD", "NFP", "GW"):
        rows.append(f"{form}\t{tag}\t{lemma}\n")
target = Path(__file__).resolve().parent.parent / "src/syntax/data/lemmas.tsv"
target.write_text("form\ttag\tlemma\n" + "".join(rows), encoding="utf-8")
print(len(rows), "forms")
