"""Writes words with their shape and pieces, for the test of the program's own WordPiece.

    python -m reader.wordpiece_cases work/dev.pickle ../models/accurate.txt > ../src/model/data/wordpiece.tsv
"""
import json
import sys

from .train import load
from .wordpiece import WordPiece, shape

EXTRA = ["", "\u00c9lys\u00e9e", "\u0130stanbul", "\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2", "\u5317\u4eac", "na\u00efve", "\U0001f600", "\u202eabc", "a\u0301b", "U.S.", "\u00bd",
         "iPhone", "COVID-19", "McDonald's", "\u05e9\u05dc\u05d5\u05dd", "\u0645\u0631\u062d\u0628\u0627", "\u2026", "\u2014", "x" * 101, "a-" * 20, "\u00df", "\u01c5", "\u2167", "\u20ac", "\ufffd", "\u200b"]


def main():
    wordpiece = WordPiece(open(sys.argv[2], encoding="utf-8").read().splitlines())
    seen = dict.fromkeys(EXTRA + [w for e in load(sys.argv[1]) for w in e.words])
    words = EXTRA + [w for i, w in enumerate(list(seen)[len(EXTRA):]) if i % 60 == 0]
    for word in words:
        print(json.dumps(word, ensure_ascii=True), shape(word), " ".join(map(str, wordpiece.pieces(word))), sep="\t")


if __name__ == "__main__":
    main()
