"""Reads the corpora into one kind of example. What a corpus does not annotate is unknown, never negative.

An example is a sentence: `words`, and per word what the corpus knows:
`xpos`, `upos`, `lemma`, `deprel` (labels or None), `head` (0 is the root), and for the heads of names `names`, `gmb`,
`nominals`, `events`: for each word the list of the labels that are possible there. One label is certain knowledge,
several are partial knowledge, None is none.
"""
import csv
import json
import lzma
import re
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

KINDS = ("person", "country", "organisation", "location", "event")
NAMES = ["O"] + [f"{prefix}-{kind}" for kind in KINDS for prefix in "BI"]
NOMINALS = ["O"] + [f"{prefix}-{kind}" for kind in KINDS[:4] for prefix in "BI"]
TITLES = set("""president vice prime minister mr mr. mrs mrs. ms ms. miss dr dr. sir lady lord king queen prince princess pope saint
    st. senator sen. representative rep. governor gov. general gen. colonel col. captain capt. major lieutenant lt. sergeant
    admiral judge justice chief secretary ambassador professor prof. chancellor mayor""".split())


@dataclass
class Example:
    corpus: str
    words: list
    known: dict = field(default_factory=dict)


def unknown_kinds(kinds):
    """The labels that the silence of a corpus leaves open, when it does not annotate these kinds."""
    return ["O"] + [f"{p}-{k}" for k in kinds for p in "BI"]


def labels_of_spans(length, spans, silence):
    """One list of possible labels a word, from (start, end, kind) with `kind` None where nothing is known."""
    found = [list(silence) for _ in range(length)]
    for start, end, kind in spans:
        for i in range(start, end):
            found[i] = None if kind is None else [f"{'B' if i == start else 'I'}-{kind}"]
    return found


class Countries:
    """Whether a name is a modern country's, or a demonym. From the table of aliases of the knowledge corpus."""

    def __init__(self, corpora):
        self.names, self.demonyms = set(), set()
        with open(corpora / "knowledge/country_aliases.tsv", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                target = self.demonyms if row["kind"] in ("adjective", "demonym", "demonym_plural") else self.names
                if row["kind"] != "alpha3":
                    target.add(row["alias"].lower())

    def place(self, name):
        name = name.lower().removeprefix("the ").strip()
        return "country" if name in self.names else "location"

    def is_demonym(self, name):
        return name.lower() in self.demonyms or name.lower() in self.names


def blocks(path):
    """Blank-line separated blocks of lines."""
    block = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line:
                block.append(line)
            elif block:
                yield block
                block = []
    if block:
        yield block


def lemma_script(form, lemma):
    """How a lemma is made of its form: casing (`l`ower or `k`ept), letters dropped, letters added; or the lemma itself
    (`=`) when they have no beginning in common. After Chrupala (2006) and UDPipe 2, for suffixes only."""
    casing = "k" if lemma != lemma.lower() or form.lower() == form else "l"
    base = form if casing == "k" else form.lower()
    common = 0
    while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
        common += 1
    if common == 0:
        return f"={lemma}"
    return f"{casing}-{len(base) - common}+{lemma[common:]}"


def conllu(path, corpus):
    for block in blocks(path):
        rows = [line.split("\t") for line in block if line[0] != "#"]
        rows = [row for row in rows if row[0].isdigit()]
        if not rows:
            continue
        comments = dict(line[2:].split(" = ", 1) for line in block if line[0] == "#" and " = " in line)
        words = [row[1] for row in rows]
        yield Example(corpus, words, {
            "id": comments.get("sent_id"),
            "upos": [row[3] for row in rows], "xpos": [row[4] for row in rows],
            "lemma": [lemma_script(row[1], row[2]) for row in rows],
            "head": [int(row[6]) for row in rows], "deprel": [row[7] for row in rows],
            "misc": [row[9] for row in rows]})


def iob_spans(labels, kind_of, words):
    """(start, end, kind) of a BIO column."""
    spans, start = [], None
    for i in range(len(labels) + 1):
        label = labels[i] if i < len(labels) else "O"
        inside = start is not None and label.startswith("I-") and label[2:] == labels[start][2:]
        if start is not None and not inside:
            spans.append((start, i, kind_of(labels[start][2:], " ".join(words[start:i]))))
            start = None
        if label != "O" and start is None:
            start = i
    return spans


def ud_ewt(corpora, part, countries):
    names = {}
    silence = unknown_kinds(("event", "country"))
    for block in blocks(corpora / f"uner_ewt/{part}.iob2"):
        comments = dict(line[2:].split(" = ", 1) for line in block if line[0] == "#" and " = " in line)
        rows = [line.split("\t") for line in block if line[0] != "#"]
        words, tags = [r[0] for r in rows], [r[1] if r[1] != "B-O" else "O" for r in rows]
        kind = lambda label, text: {"PER": "person", "ORG": "organisation", "LOC": countries.place(text)}.get(label)
        spans = iob_spans(tags, kind, words)
        if rows and len(rows[0]) > 2:
            others = [r[2] if r[2] != "B-O" else "O" for r in rows]
            spans += [s for s in iob_spans(others, lambda *_: None, words) if tags[s[0]] == "O"]
        names[comments.get("sent_id")] = (words, labels_of_spans(len(words), spans, silence))
    missing = 0
    for example in conllu(corpora / f"ud_ewt/{part}.conllu", "ud_ewt"):
        words, labels = names.get(example.known["id"], (None, None))
        if words == example.words:
            example.known["names"] = labels
        else:
            missing += 1
        yield example
    print(f"ud_ewt {part}: {missing} sentences without names", file=sys.stderr)


def gum_open(corpora, part, countries):
    for example in conllu(corpora / f"gum_open/{part}.conllu", "gum_open"):
        spans, stack = [], []
        for i, misc in enumerate(example.known["misc"]):
            entity = dict(p.split("=", 1) for p in misc.split("|") if "=" in p).get("Entity", "")
            for opened, closed_at_once, closed in re.findall(r"\(([^()]+)(\))?|([^()]+)\)", entity):
                if opened and closed_at_once:
                    spans.append((i, i + 1, opened.split("-")[1]))
                elif opened:
                    stack.append((opened.split("-")[0], i, opened.split("-")[1]))
                else:
                    at = max((k for k, s in enumerate(stack) if s[0] == closed), default=None)
                    if at is not None:
                        _, start, kind = stack.pop(at)
                        spans.append((start, i + 1, kind))
        example.known["names"] = gum_names(example, spans, countries)
        yield example


def gum_names(example, spans, countries):
    """GUM marks whole noun phrases of all kinds: the proper words about the head of one are a name."""
    upos, head = example.known["upos"], example.known["head"]
    n = len(example.words)
    labels = labels_of_spans(n, [], unknown_kinds(("event", "country")))
    for i in range(n):
        if upos[i] == "PROPN":
            labels[i] = None
    for start, end, kind in sorted(spans, key=lambda s: s[0] - s[1]):
        heads = [i for i in range(start, end) if not start < head[i] <= end]
        if len(heads) != 1 or upos[heads[0]] != "PROPN" or kind not in ("person", "organization", "place", "event"):
            continue
        first = last = heads[0]
        while first > start and (upos[first - 1] == "PROPN" or example.words[first - 1] == "-"):
            first -= 1
        while last + 1 < end and (upos[last + 1] == "PROPN" or example.words[last + 1] == "-"):
            last += 1
        name = " ".join(example.words[first:last + 1])
        ours = {"person": "person", "organization": "organisation", "event": "event", "place": countries.place(name)}[kind]
        if ours == "person":
            while first < heads[0] and example.words[first].lower() in TITLES:
                labels[first] = ["O"]
                first += 1
        simple = end - start == last + 1 - first or (first == start + 1 and upos[start] == "DET" and last + 1 == end)
        for i in range(first, last + 1):
            certain = f"{'B' if i == first else 'I'}-{ours}"
            labels[i] = [certain] if simple else [f"B-{ours}", f"I-{ours}"]
    return labels


def crossner(corpora, part, countries):
    kinds = {"person": "person", "politician": "person", "scientist": "person", "writer": "person", "musicalartist": "person",
             "researcher": "person", "country": "country", "location": "location", "organisation": "organisation",
             "politicalparty": "organisation", "university": "organisation", "band": "organisation", "event": "event",
             "election": "event", "conference": None, "misc": None}
    for domain in ("politics", "science", "music", "literature", "ai"):
        silence = ["O"] if domain == "politics" else unknown_kinds(("event",))
        for block in blocks(corpora / f"crossner/{domain}.{part}.tsv"):
            words, tags = zip(*(line.split("\t") for line in block))
            spans = iob_spans(list(tags), lambda label, _: kinds.get(label, "none"), words)
            labels = labels_of_spans(len(words), [s for s in spans if s[2] != "none"], silence)
            for start, end, kind in spans:
                for i in range(start, end):
                    if kind == "none":
                        labels[i] = ["O"]
                    elif countries.is_demonym(words[i]) and end - start == 1 and kind is None:
                        labels[i] = ["O", "B-country"]
            yield Example("crossner_politics" if domain == "politics" else "crossner", list(words), {"names": labels})


def gmb(corpora, part, countries):
    def kind(label, text):
        if label == "geo":
            return countries.place(text)
        if label == "gpe":
            return "country" if countries.is_demonym(text) else None
        return {"per": "person", "org": "organisation", "eve": "event", "nat": None}.get(label, "none")
    for block in blocks(corpora / f"gmb/{part}.tsv"):
        words, _, tags = zip(*(line.split("\t") for line in block))
        spans = [s for s in iob_spans(list(tags), kind, words) if s[2] != "none"]
        words = [{"-LRB-": "(", "-RRB-": ")"}.get(w, w) for w in words]
        yield Example("gmb", words, {"gmb": labels_of_spans(len(words), spans, unknown_kinds(("event",)))})


class Tokens:
    """Sentences and tokens of raw texts, by newsgraph itself, with offsets in code points."""

    def __init__(self, program):
        self.program = program

    def of(self, texts):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in texts.items():
                Path(folder, f"{name}.txt").write_text(text, encoding="utf-8")
            for name in texts:
                output = subprocess.run([self.program, "annotate", f"{folder}/{name}.txt", "--to", "json"],
                                        check=True, capture_output=True, text=True).stdout
                yield name, [[(t["start"], t["end"], t["text"]) for t in s["tokens"]] for s in json.loads(output)["sentences"]]


def plain(corpora, tokens, words=60_000):
    """Sentences of unlabelled texts: the first `words` or so of each."""
    for path in sorted((corpora / "plain").glob("*.txt.xz")):
        paragraphs, count = [], 0
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                paragraphs.append(line.strip())
                count += line.count(" ")
                if count >= words:
                    break
        name = path.name.split(".")[0]
        for _, sentences in tokens.of({name: "\n\n".join(paragraphs) + "\n"}):
            for sentence in sentences:
                yield Example("plain", [text for _, _, text in sentence])


def spans_in(tokens, marks):
    """Marks (start, end, kind) in characters as spans of words, where they begin and end at words of this sentence."""
    starts = {t[0]: i for i, t in enumerate(tokens)}
    ends = {t[1]: i + 1 for i, t in enumerate(tokens)}
    return [(starts[a], ends[b], k) for a, b, k in marks if a in starts and b in ends and starts[a] < ends[b]]


def longest(spans):
    """Of nested or crossing spans the longest."""
    kept = []
    for span in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        if all(span[1] <= a or b <= span[0] for a, b, _ in kept):
            kept.append(span)
    return sorted(kept)


def men(corpora, part, countries, tokens):
    articles = [json.loads(line) for line in open(corpora / f"men/{part}.jsonl", encoding="utf-8")]
    kinds = {"PERSON": "person", "ORGANIZATION": "organisation", "FACILITY": "location", "EVENT": "event"}
    by_id = {a["id"]: a for a in articles}
    for name, sentences in tokens.of({a["id"]: a["text"] for a in articles}):
        article = by_id[name]
        people, marks, vague = [], [], []
        for start, end, label in article["entities"]:
            text = article["text"][start:end]
            if label == "PERSON":
                people.append((start, end, "person"))
            elif label == "LOCATION":
                marks.append((start, end, countries.place(text)))
            elif label == "NORP":
                marks.append((start, end, "country" if countries.is_demonym(text) else None))
            elif label in kinds:
                marks.append((start, end, kinds[label]))
            elif label == "TITLE+PERSON":
                vague.append((start, end, None))
        for sentence in sentences:
            people_here = longest(spans_in(sentence, people))
            here = longest(spans_in(sentence, marks) + people_here)
            labels = labels_of_spans(len(sentence), here, ["O"])
            for start, end, _ in spans_in(sentence, vague):
                if not any(start <= a and b <= end for a, b, _ in people_here):
                    for i in range(start, end):
                        labels[i] = None
            yield Example("men", [t[2] for t in sentence], {"names": labels})


def gold(folders, tokens, scripts):
    """Our own annotated articles: names, nominals and the triggers of events."""
    sys.path.insert(0, str(scripts))
    import ann
    articles = {path.stem: ann.load(path) for folder in folders for path in sorted(Path(folder).glob("*.ann"))}
    for name, sentences in tokens.of({k: a.text for k, a in articles.items()}):
        article = articles[name]
        names, nominals, triggers = [], [], []
        for entity in article.entities.values():
            for mention in entity.mentions:
                if mention.form == "name":
                    names.append((mention.start, mention.end, entity.kind))
                elif mention.form == "nominal":
                    nominals.append((mention.start, mention.end, entity.kind))
        for event in article.events.values():
            for mention in event.mentions:
                if mention.form == "name" and event.name:
                    names.append((mention.start, mention.end, "event"))
                elif mention.form == "trigger":
                    triggers.append((mention.start, mention.end, event.type))
        for sentence in sentences:
            events = [["O"] for _ in sentence]
            for start, end, type in spans_in(sentence, triggers):
                events[end - 1] = [type]
            yield Example("gold", [t[2] for t in sentence], {
                "names": labels_of_spans(len(sentence), longest(spans_in(sentence, names)), ["O"]),
                "nominals": labels_of_spans(len(sentence), longest(spans_in(sentence, nominals)), ["O"]),
                "events": events})


def label_sets(examples, event_types):
    """The labels of each head, the commonest first; labels of a single example are no class of their own."""
    def common(key, least):
        counts = Counter(label for e in examples if key in e.known and e.known[key] for label in e.known[key])
        return [label for label, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= least]
    return {"xpos": common("xpos", 2), "upos": common("upos", 2), "lemma": common("lemma", 3), "deprel": common("deprel", 2),
            "names": NAMES, "gmb": NAMES, "nominals": NOMINALS, "events": ["O"] + list(event_types)}
