#!/usr/bin/env python3
"""Counts words and Penn tags of a tagged corpus: what src/syntax/word_list.rs knows of single words.

    make_tags.py CORPUS.tsv ... > src/syntax/data/tags.tsv

The input has `token<TAB>tag` lines, a blank line after each sentence and `#` lines of comment (MASC as its README
describes). The output has a line `word<TAB>TAG count TAG count ...` for each word seen at least twice.
"""
import sys
from collections import Counter, defaultdict

PLAIN = {"(": "-LRB-", ")": "-RRB-", "...": ":"}
KNOWN = set("$ '' , -LRB- -RRB- . : CC CD DT EX FW IN JJ JJR JJS LS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP "
            "SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB ``".split())
LEAST = 2          # occurrences of a word: rarer ones are better guessed from their endings


def sentences(paths):
    for path in paths:
        sentence = []
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                line = line.rstrip("\n")
                if not line or line.startswith("# "):
                    if sentence:
                        yield sentence
                    sentence = []
                    continue
                word, tag = line.split("\t")
                tag = PLAIN.get(tag, tag)
                sentence.append((word, tag if tag in KNOWN else None))
        if sentence:
            yield sentence


def main():
    words = defaultdict(Counter)
    for sentence in sentences(sys.argv[1:]):
        # A headline in capitals teaches capitals, not tags.
        if sum(word.isupper() for word, _ in sentence) > len(sentence) / 2:
            continue
        for index, (word, tag) in enumerate(sentence):
            if not tag or "\t" in word or " " in word:
                continue
            # The first word's capital says nothing, unless it is a name.
            if index == 0 and word[:1].isupper() and not tag.startswith("NNP"):
                word = word[0].lower() + word[1:] if word != "I" else word
            words[word][tag] += 1
    for word, tags in sorted(words.items()):
        if sum(tags.values()) >= LEAST:
            # A tag seen once among hundreds is a slip of the annotators.
            kept = [(tag, n) for tag, n in tags.most_common() if n * 200 >= tags.total()]
            print(word, " ".join(f"{tag} {n}" for tag, n in sorted(kept, key=lambda pair: (-pair[1], pair[0]))), sep="\t")


if __name__ == "__main__":
    main()
