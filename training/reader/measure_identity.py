"""Measures names and coreference of the built program on dev parts, and prints the table of docs/quality.md.

    python3 -m reader.measure_identity --corpora ../../shared/corpora --program ../target/release/newsgraph

Names: F1 of exact spans with their kinds; where a corpus is silent about a kind, ours of that kind do not count. Coreference:
the CoNLL figure, the mean of the F1 of MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and CEAFe (Luo 2005) over exact
spans that the program finds itself, mentions of one-member chains left out, as OntoNotes has it. GAP: F1 of the pairs of
pronoun and name that are one (Webster et al. 2018), from raw text.
"""
import argparse
import json
import subprocess
import tempfile
from pathlib import Path

from . import corpora as c
from .coreference_corpora import brackets, conllu_of, gap, ontogum
from .measure import Program, sentences

# Below these nothing is shipped; docs/quality.md has what should be reached.
FLOORS = {"CrossNER politics": 83, "gmb": 0, "uner_ewt": 73, "men": 78, "OntoGUM": 48, "GAP": 0}


# ---- names --------------------------------------------------------------------------------------------------------------

def names(program, examples, head="names", merged=()):
    """F1. `merged`: kinds that count as one with the kind that they map to."""
    examples = list(examples)
    merged = dict(merged)
    ours = sentences(program.read(conllu_of([e.words for e in examples]) + "\n", "conllu"))
    both = system = gold = 0
    plain = lambda span: (span[0], span[1], merged.get(span[2], span[2]))
    for example, rows in zip(examples, ours, strict=True):
        known = example.known[head]
        tags = [dict(p.split("=", 1) for p in row[9].split("|") if "=" in p).get("NER", "O") for row in rows]
        certain = [label[0] if label and len(label) == 1 else "O" for label in known]
        truth = {plain(s) for s in c.iob_spans(certain, lambda label, _: label, example.words)}

        def may_be(span):
            """Whether the corpus leaves open that this is a name of that kind."""
            labels = known[span[0]:span[1]]
            return any(label is None for label in labels) or all(
                any(x.endswith(span[2]) for x in label) and len(label) > 1 for label in labels)
        found = {plain(s) for s in c.iob_spans(tags, lambda label, _: label, example.words) if not may_be(s)}
        both, system, gold = both + len(found & truth), system + len(found), gold + len(truth)
    return {"P": 100 * both / system, "R": 100 * both / gold, "F1": 200 * both / (system + gold)}


def without_titles(examples):
    """gmb has titles inside names: "President Bush"; here they stand outside."""
    for example in examples:
        labels = example.known["gmb"]
        for i, word in enumerate(example.words):
            if labels[i] == ["B-person"] and word.lower() in c.TITLES and i + 1 < len(labels) and labels[i + 1] == ["I-person"]:
                labels[i], labels[i + 1] = ["O"], ["B-person"]
        yield example


# ---- coreference --------------------------------------------------------------------------------------------------------

def f1(right, total, system_right, system_total):
    recall, precision = right / total if total else 0, system_right / system_total if system_total else 0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0


def muc(chains, others):
    home = {mention: i for i, other in enumerate(others) for mention in other}
    return sum(len(k) - len({home.get(m, m) for m in k}) for k in chains), sum(len(k) - 1 for k in chains)


def b_cubed(chains, others):
    home = {mention: other for other in others for mention in other}
    return sum(len(k & home.get(m, set())) / len(k) for k in chains for m in k), sum(map(len, chains))


def ceaf_e(chains, others):
    """Similarity of the best pairing of chains, by the Hungarian algorithm (Kuhn 1955)."""
    if not chains or not others:
        return 0.0
    small, large = sorted((chains, others), key=len)
    cost = [[-2 * len(a & b) / (len(a) + len(b)) for b in large] for a in small]
    u, v, match = [0.0] * (len(small) + 1), [0.0] * (len(large) + 1), [0] * (len(large) + 1)
    for i in range(1, len(small) + 1):
        match[0], j = i, 0
        least, used, way = [1e18] * (len(large) + 1), [False] * (len(large) + 1), [0] * (len(large) + 1)
        while match[j]:
            used[j] = True
            row, delta, following = match[j], 1e18, 0
            for k in range(1, len(large) + 1):
                if not used[k]:
                    reduced = cost[row - 1][k - 1] - u[row] - v[k]
                    if reduced < least[k]:
                        least[k], way[k] = reduced, j
                    if least[k] < delta:
                        delta, following = least[k], k
            for k in range(len(large) + 1):
                if used[k]:
                    u[match[k]] += delta
                    v[k] -= delta
                else:
                    least[k] -= delta
            j = following
        while j:
            match[j], j = match[way[j]], way[j]
    return -sum(cost[match[k] - 1][k - 1] for k in range(1, len(large) + 1) if match[k])


def coreference(program, corpora):
    """The CoNLL figure on OntoGUM's dev documents, words and sentences given; chains of all documents together."""
    gold, ours = [], []
    for name, words, mentions in ontogum(corpora, "dev"):
        rows = sentences(program.read(conllu_of(words) + "\n", "conllu"))
        found = []
        for number, sentence in enumerate(rows):
            column = [dict(p.split("=", 1) for p in row[9].split("|") if "=" in p).get("Entity", "_") for row in sentence]
            found.extend((number, *span) for span in brackets(column))
        for target, given in ((gold, mentions), (ours, found)):
            chains = {}
            for sentence, start, end, chain in given:
                chains.setdefault(chain, set()).add((name, sentence, start, end))
            target.extend(chain for chain in chains.values() if len(chain) > 1)
    similarity = ceaf_e(gold, ours)
    figures = {
        "MUC": f1(*muc(gold, ours), *muc(ours, gold)), "B3": f1(*b_cubed(gold, ours), *b_cubed(ours, gold)),
        "CEAFe": f1(similarity, len(gold), similarity, len(ours)),
    }
    mentions = [{m for chain in side for m in chain} for side in (gold, ours)]
    found = f1(len(mentions[0] & mentions[1]), len(mentions[0]), len(mentions[0] & mentions[1]), len(mentions[1]))
    figures = {"mentions": found, **figures, "F1": sum(figures.values()) / 3}
    return {name: 100 * value for name, value in figures.items()}


def pronouns(program, corpora):
    """GAP's validation part."""
    right = wrong = missed = 0
    command = [program.command[0], "annotate", "--to", "json", *program.command[4:]]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "text.txt")
        for _, text, (at, names) in gap(corpora, "validation"):
            path.write_text(text, encoding="utf-8")
            layers = json.loads(subprocess.run([*command, str(path)], check=True, capture_output=True).stdout)
            of = lambda start, end: {m["entity"] for m in layers["mentions"]
                                     if "entity" in m and m["start"] < end and start < m["end"]}
            pronoun = {m["entity"] for m in layers["mentions"] if m["start"] == at and "entity" in m}
            for start, end, truth in names:
                # The name itself, not one around it: "Ann Lee's daughter" is another.
                named = {m["entity"] for m in layers["mentions"] if m["form"] == "name" and "entity" in m
                         and m["start"] < end and start < m["end"]}
                guess = bool(pronoun & (named or of(start, end)))
                right, wrong, missed = right + (guess and truth), wrong + (guess and not truth), missed + (truth and not guess)
    return {"P": 100 * right / (right + wrong), "R": 100 * right / (right + missed), "F1": 200 * right / (2 * right + wrong + missed)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--program", default="../target/release/newsgraph")
    parser.add_argument("--model", choices=("accurate", "fast"), default="accurate")
    parser.add_argument("--only", nargs="*", choices=FLOORS, default=list(FLOORS))
    parser.add_argument("--check", action="store_true", help="fail when a figure is below what it must reach")
    options = parser.parse_args()
    program, countries, corpora = Program(options.program, options.model), c.Countries(options.corpora), options.corpora
    measures = {
        "CrossNER politics": lambda: names(program, (e for e in c.crossner(corpora, "dev", countries) if e.corpus == "crossner_politics")),
        "gmb": lambda: names(program, without_titles(c.gmb(corpora, "dev", countries)), "gmb", {"country": "location"}),
        "uner_ewt": lambda: names(program, (e for e in c.ud_ewt(corpora, "dev", countries) if "names" in e.known)),
        "men": lambda: names(program, c.men(corpora, "dev", countries, c.Tokens(options.program))),
        "OntoGUM": lambda: coreference(program, corpora),
        "GAP": lambda: pronouns(program, corpora),
    }
    short = []
    for name in options.only:
        figures = measures[name]()
        print(f"| {name} dev | " + ", ".join(f"{k} {v:.2f}" for k, v in figures.items()) + " |", flush=True)
        if figures["F1"] < FLOORS[name]:
            short.append(f"{name}: F1 is {figures['F1']:.2f}, must be {FLOORS[name]}")
    if options.check and options.model == "accurate" and short:
        raise SystemExit("\n".join(short))


if __name__ == "__main__":
    main()
