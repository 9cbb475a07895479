"""Reads the corpora of coreference: documents as sentences of words with the spans of their chains, and the texts of GAP."""
import csv
import re


def conllu_of(sentences):
    """Sentences, given as words, as the CoNLL-U that keeps them."""
    return "\n".join("".join(f"{i}\t{word}" + "\t_" * 8 + "\n" for i, word in enumerate(words, 1)) for words in sentences)


def brackets(column):
    """(start, end, chain) of a sentence's column of brackets: `(3`, `3)`, `(3)`, or `(e3-person-1-`, standing next to each other."""
    opened, found = {}, []
    for i, cell in enumerate(column):
        for begins, bracket, ends in re.findall(r"(\()?([^()|_\s]+)(\))?", cell):
            cluster = bracket.split("-")[0]
            if begins:
                opened.setdefault(cluster, []).append(i)
            if ends and opened.get(cluster):
                found.append((opened[cluster].pop(), i + 1, cluster))
    return found


def ontogum(corpora, part):
    """Documents of OntoGUM: sentences of words, and mentions (sentence, start, end, cluster). Who is in no chain is alone."""
    yield from coref_table(corpora / f"gum_open/ontogum/{part}.tsv", word=2, clusters=3)


def litbank(corpora, part):
    yield from coref_table(corpora / f"litbank/{part}.coref.tsv", word=0, clusters=1)


def coref_table(path, word, clusters):
    name, sentences, mentions, rows = None, [], [], []

    def close():
        if rows:
            mentions.extend((len(sentences), *span) for span in brackets([row[clusters] for row in rows]))
            sentences.append([row[word] for row in rows])
            rows.clear()
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                close()
                if name:
                    yield name, sentences, mentions
                name, sentences, mentions = line.split("= ")[1], [], []
            elif line:
                rows.append(line.split("\t"))
            else:
                close()
    close()
    yield name, sentences, mentions


def gap(corpora, part):
    """Texts of GAP: where the pronoun and the two names stand, and whether they are one."""
    with open(corpora / f"gap/gap-{part}.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            names = [(int(row[f"{x}-offset"]), int(row[f"{x}-offset"]) + len(row[x]), row[f"{x}-coref"] == "TRUE") for x in "AB"]
            yield row["ID"], row["Text"], (int(row["Pronoun-offset"]), names)
