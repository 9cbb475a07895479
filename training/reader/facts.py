"""Step 2e: trains the scorers of facts over a trained reader that stays as it is: which words tell of events, who plays which part,
on whose word, how real, and which lasting facts hold.

    python -m reader.facts prepare --gold ../../shared/gold/train data --dev ../../shared/gold/dev --program ../target/release/examples/fact_questions
    python -m reader.facts train work/last/reader.pt --out work/last

The program itself asks the questions and lists the evidence for each (`src/fact/question`), what its rules conclude included, so
that training sees what reading sees. A scorer reads the evidence and, of two words, what the encoder made of them.
"""
import argparse
import json
import pickle
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

from . import encoder_files
from .batches import Encoder
from .coreference import read_sentences
from .evaluate import load_reader, vocabulary_of
from .wordpiece import WordPiece

VECTOR = 96         # numbers of a word that the scorers read
HIDDEN = 48
SYMMETRIC = ("family_of", "allied_with", "opposed_to")
UNKNOWN = -100
# scorer → (whose questions it answers, its classes); what the annotation says of a question is `labels[scorer]`
QUESTIONS = {"trigger": "trigger", "role": "role", "source": "source", "modality": "status", "polarity": "status", "same": "same",
             "relation": "relation"}


# ---- questions and their answers ----------------------------------------------------------------------------------------

def classes(ann):
    relations = [f"{name}{way}" for name in ann.RELATIONS for way in ((">",) if name in SYMMETRIC else (">", "<"))]
    return {"trigger": ["none", *ann.EVENT_TYPES], "role": ["none", *ann.ROLES], "source": ["no", "yes"],
            "modality": list(ann.MODALITIES), "polarity": list(ann.POLARITIES.values()), "same": ["no", "yes"],
            "relation": ["none", *relations]}


def run_program(program, model, articles):
    """What the program asks about each article."""
    lines = [json.dumps({"id": name, "text": article.text, "triggers": [t[:3] for t in triggers_of(article)]})
             for name, article in articles.items()]
    output = subprocess.run([str(program), model], input="\n".join(lines) + "\n", check=True, capture_output=True, text=True).stdout
    return map(json.loads, output.splitlines())


def triggers_of(article):
    return [(m.start, m.end, e.type, e.id) for e in article.events.values() for m in e.mentions if m.form == "trigger"]


def ids_of_mentions(article, spans):
    """Of each mention of the program the annotated entity or named event: of the same words, or of the same last word."""
    whole, ends = {}, {}
    marked = [(m, e.id) for e in article.entities.values() for m in e.mentions]
    marked += [(m, e.id) for e in article.events.values() for m in e.mentions if m.form == "name"]
    for mention, id in marked:
        whole[mention.start, mention.end] = id
        ends.setdefault(mention.end, id)
    return [whole.get((start, end)) or ends.get(end) for start, end in spans]


def nearness(question, evidence):
    """How plainly a question's two words belong together: what the rules see first, then the way through the tree."""
    lines = [evidence[i] for i in question[2]]
    ruled = any(line.startswith("rule=") and line != "rule=none" for line in lines)
    steps = next((line.removeprefix("steps=") for line in lines if line.startswith("steps=")), "99")
    (a, i), (b, j) = question[0]
    return not ruled, int(steps.split("-")[0].rstrip("+")), abs(a - b), abs(i - j)


def answers(article, read, names):
    """scorer → the class of each question, UNKNOWN where the annotation does not tell."""
    number = {scorer: {name: i for i, name in enumerate(list)} for scorer, list in names.items()}
    triggers = triggers_of(article)
    given = [article.events[triggers[i][3]] for i in read["given"]]
    ids = ids_of_mentions(article, read["mentions"])
    found = {scorer: [] for scorer in names}
    marked = [(start, end, type) for start, end, type, _ in triggers]
    for (s, t), _ in (question[0] for question in read["trigger"]):
        start, end, _ = read["sentences"][s][t]
        types = [type for a, b, type in marked if a < end and start < b]
        exact = any((a, b) == (start, end) for a, b, _ in marked)
        found["trigger"].append(number["trigger"][types[0]] if exact else UNKNOWN if types else 0)

    def once(scorer, questions, wanted, ruled=lambda question, answer: False):
        """What `wanted(question)` gives: a key of what is asked about, and its answer. Of equal keys only the plainest question
        counts, and those where the rules say the same (`ruled`)."""
        asked, best = [wanted(question) for question in questions], {}
        for index, found_here in enumerate(asked):
            if found_here:
                near = nearness(questions[index], read["evidence"])
                if found_here[0] not in best or near < best[found_here[0]][0]:
                    best[found_here[0]] = (near, index)
        for index, found_here in enumerate(asked):
            if not found_here:
                found[scorer].append(0)
            elif best[found_here[0]][1] == index or ruled(questions[index], found_here[1]):
                found[scorer].append(number[scorer][found_here[1]])
            else:
                found[scorer].append(UNKNOWN)

    def role(question):
        trigger, is_event, other = question[1]
        id = given[other].id if is_event else ids[other]
        roles = [role for role, filled in given[trigger].roles.items() if id in filled]
        return ((trigger, id, roles[0]), roles[0]) if roles and id != given[trigger].id else None

    def source(question):
        trigger, mention = question[1]
        return ((trigger, ids[mention]), "yes") if ids[mention] in given[trigger].sources else None
    once("role", read["role"], role)
    once("source", read["source"], source)
    for (trigger,) in (question[1] for question in read["status"]):
        found["modality"].append(number["modality"][given[trigger].modality])
        found["polarity"].append(number["polarity"][{"+": "affirmed", "-": "negated"}.get(given[trigger].polarity, given[trigger].polarity)])
    for earlier, later in (question[1] for question in read["same"]):
        found["same"].append(int(given[earlier].id == given[later].id))
    facts = {}
    for fact in article.relations:
        facts[fact.source, fact.target] = f"{fact.type}>"
        facts[fact.target, fact.source] = f"{fact.type}{'>' if fact.type in SYMMETRIC else '<'}"

    def relation(question):
        one, other = (ids[i] for i in question[1])
        name = facts.get((one, other))
        # The way of a relation depends on which end comes first: sorted ends are one fact.
        return (tuple(sorted((one, other))), name) if name else None

    def ruled(question, name):
        return f"rule={name}" in (read["evidence"][i] for i in question[2])
    once("relation", read["relation"], relation, ruled)
    return found


def prepare(options):
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(options.scripts))
    import ann
    names = classes(ann)
    parts = {}
    for part, folders in (("train", options.gold), ("dev", [options.dev])):
        articles = {path.stem: ann.load(path) for folder in folders for path in sorted(Path(folder).glob("*.ann"))}
        documents = []
        for (name, article), read in zip(articles.items(), run_program(options.program, options.model, articles)):
            documents.append({"id": name, "words": [[token[2] for token in sentence] for sentence in read["sentences"]],
                              "evidence": read["evidence"], "labels": answers(article, read, names),
                              "questions": {kind: [(q[0], q[2]) for q in read[kind]] for kind in set(QUESTIONS.values())},
                              "missed": len(triggers_of(article)) - len(read["given"])})
        parts[part] = documents
        print(part, len(documents), "articles;", sum(d["missed"] for d in documents), "triggers are no words that are asked about", flush=True)
    with open(options.work / f"facts.{options.model}.pickle", "wb") as file:
        pickle.dump({"classes": names, **parts}, file)


# ---- the scorers --------------------------------------------------------------------------------------------------------

class Scorer(nn.Module):
    def __init__(self, evidence, classes):
        super().__init__()
        self.rows = nn.EmbeddingBag(evidence, HIDDEN, mode="sum", sparse=True)
        self.vectors = nn.Linear(3 * VECTOR, HIDDEN)
        self.out = nn.Linear(HIDDEN, classes)
        nn.init.normal_(self.rows.weight, std=0.05)

    def forward(self, evidence, offsets, left, right):
        drop = lambda x, rate: F.dropout(x, rate, self.training)
        left, right = drop(left, 0.3), drop(right, 0.3)
        hidden = self.rows(evidence, offsets) + self.vectors(torch.cat([left, right, left * right], -1))
        return self.out(drop(F.leaky_relu(hidden, 0.1), 0.3))


class FactScorers(nn.Module):
    """All scorers over one projection of words. `evidence`, `classes`: the names of each scorer's rows and classes."""

    def __init__(self, evidence, classes, width):
        super().__init__()
        self.config = {"evidence": evidence, "classes": classes, "width": width}
        self.project = nn.Linear(width, VECTOR)
        self.scorers = nn.ModuleDict({name: Scorer(len(evidence[name]), len(classes[name])) for name in classes})

    def project_words(self, words):
        """What the program keeps of each word: numbers between -1 and 1."""
        return torch.tanh(self.project(words))


def load_scorers(path):
    state = torch.load(path, map_location="cpu", weights_only=True)
    scorers = FactScorers(**state["config"])
    scorers.load_state_dict(state["weights"])
    return scorers.eval()


def known_evidence(documents, least):
    """Of each scorer the evidence that several articles have, the commonest first."""
    found = {}
    for scorer, kind in QUESTIONS.items():
        counts = Counter()
        for document in documents:
            counts.update({document["evidence"][i] for _, lines in document["questions"][kind] for i in lines})
        found[scorer] = [line for line, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= least]
    return found


def tensors(documents, evidence):
    """The questions of each document as tensors, by scorer. Words are counted through the document."""
    place = {scorer: {line: i for i, line in enumerate(lines)} for scorer, lines in evidence.items()}
    for document in documents:
        starts = [0]
        for sentence in document["words"]:
            starts.append(starts[-1] + len(sentence))
        document["tensors"] = {}
        for scorer, kind in QUESTIONS.items():
            known = [place[scorer].get(line) for line in document["evidence"]]
            rows, left, right = [], [], []
            for ((a, i), (b, j)), lines in document["questions"][kind]:
                rows.append([known[line] for line in lines if known[line] is not None])
                left.append(starts[a] + i)
                right.append(starts[b] + j)
            document["tensors"][scorer] = {
                "evidence": torch.tensor([x for row in rows for x in row], dtype=torch.int32), "sizes": torch.tensor([len(row) for row in rows], dtype=torch.long),
                "left": torch.tensor(left, dtype=torch.long), "right": torch.tensor(right, dtype=torch.long),
                "label": torch.tensor(document["labels"][scorer], dtype=torch.long)}


def joined(documents, scorer):
    """One batch of several documents, with their words in a row."""
    parts, offset = [d["tensors"][scorer] for d in documents], 0
    left, right = [], []
    for document, part in zip(documents, parts):
        left.append(part["left"] + offset)
        right.append(part["right"] + offset)
        offset += len(document["vectors"])
    sizes = torch.cat([part["sizes"] for part in parts])
    return (torch.cat([p["evidence"] for p in parts]), sizes, torch.cat(left), torch.cat(right), torch.cat([p["label"] for p in parts]))


def thinned(evidence, sizes, rate):
    """Leaves out some of the evidence, so that none is relied on alone."""
    keep = torch.rand(len(evidence)) >= rate
    owner = torch.repeat_interleave(torch.arange(len(sizes)), sizes)
    return evidence[keep], torch.zeros(len(sizes), dtype=torch.long).index_add(0, owner, keep.long())


def scores_of(model, documents, scorer, words, rate=0.0):
    evidence, sizes, left, right, label = joined(documents, scorer)
    if rate:
        evidence, sizes = thinned(evidence, sizes, rate)
    offsets = (sizes.cumsum(0) - sizes).int()
    return model.scorers[scorer](evidence, offsets, words[left], words[right]), label


def train(options):
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    with open(options.questions, "rb") as file:
        data = pickle.load(file)
    cache = options.out / "facts.vectors.pt"
    reader = load_reader(options.reader)
    if options.cached and cache.exists():
        vectors = torch.load(cache)
    else:
        encoder = Encoder(WordPiece(vocabulary_of(options.reader, reader.config.vocabulary)))
        vectors = {d["id"]: torch.cat(read_sentences(reader, encoder, d["words"])).half() for part in ("train", "dev") for d in data[part]}
        torch.save(vectors, cache)
    for part in ("train", "dev"):
        for document in data[part]:
            document["vectors"] = vectors[document["id"]]
    fresh = set(options.fresh.read_text().split()) if options.fresh else set()
    known = {document["id"] for document in data["train"]}
    held = set(sorted(fresh & known)[::10])
    data["held"] = [d for d in data["train"] if d["id"] in held]
    data["train"] = [d for d in data["train"] if d["id"] not in held for _ in range(2 if d["id"] in fresh else 1)]
    unique = {d["id"]: d for part in ("train", "held", "dev") for d in data[part]}
    measured = {d["id"] for part in ("held", "dev") for d in data[part]}
    evidence = known_evidence([d for id, d in unique.items() if id not in measured], options.least)
    print({scorer: len(lines) for scorer, lines in evidence.items()}, flush=True)
    tensors(unique.values(), evidence)
    model = FactScorers(evidence, data["classes"], reader.config.width)
    rows = [p for name, p in model.named_parameters() if name.endswith("rows.weight")]
    others = [p for name, p in model.named_parameters() if not name.endswith("rows.weight")]
    optimizers = [torch.optim.SparseAdam(rows, lr=options.rate), torch.optim.AdamW(others, lr=options.rate, weight_decay=options.decay)]
    dice, documents = random.Random(options.seed), list(data["train"])
    batch = 8
    steps_in_all, steps = options.epochs * ((len(documents) + batch - 1) // batch), 0
    average = {k: v.clone() for k, v in model.state_dict().items()}
    for epoch in range(options.epochs):
        model.train()
        dice.shuffle(documents)
        sums = Counter()
        for start in range(0, len(documents), batch):
            for group in (group for optimizer in optimizers for group in optimizer.param_groups):
                group["lr"] = options.rate * (1 - steps / steps_in_all)
            chosen = documents[start:start + batch]
            words = model.project_words(torch.cat([d["vectors"] for d in chosen]).float())
            loss = 0
            for scorer in QUESTIONS:
                scores, label = scores_of(model, chosen, scorer, words, options.thin)
                if (label != UNKNOWN).any():
                    part = F.cross_entropy(scores, label, ignore_index=UNKNOWN)
                    sums[scorer] += float(part.detach())
                    loss = loss + part
            for optimizer in optimizers:
                optimizer.zero_grad()
            loss.backward()
            for optimizer in optimizers:
                optimizer.step()
            steps += 1
            decay = min(0.99, (1 + steps) / (10 + steps))
            for k, v in model.state_dict().items():
                average[k].lerp_(v, 1 - decay)
        live = {k: v.clone() for k, v in model.state_dict().items()}
        model.load_state_dict(average)
        losses = " ".join(f"{k} {v / (len(documents) / batch):.3f}" for k, v in sums.items())
        print(f"epoch {epoch + 1}: {losses}; dev {figures(model, data['dev'], data['classes'])}", flush=True)
        torch.save({"config": model.config, "weights": model.state_dict()}, options.out / "facts.pt")
        if epoch + 1 < options.epochs:
            model.load_state_dict(live)
    if data["held"]:
        print("held out:", figures(model, data["held"], data["classes"]))
        calibrate(model, data["held"])
        print("calibrated:", figures(model, data["held"], data["classes"]), "; dev", figures(model, data["dev"], data["classes"]))
        torch.save({"config": model.config, "weights": model.state_dict()}, options.out / "facts.pt")


def calibrate(model, documents):
    """Makes a chance of 0.9 come true nine times of ten, on articles that nothing has learned from: one temperature a scorer
    (Guo et al. 2017), worked into its last product."""
    model.eval()
    with torch.no_grad():
        words = model.project_words(torch.cat([d["vectors"] for d in documents]).float())
        for scorer in QUESTIONS:
            scores, label = scores_of(model, documents, scorer, words)
            loss = lambda t: float(F.cross_entropy(scores / t, label, ignore_index=UNKNOWN))
            best = min((0.5 + 0.05 * i for i in range(60)), key=loss)
            model.scorers[scorer].out.weight /= best
            model.scorers[scorer].out.bias /= best
            print(f"{scorer}: temperature {best:.2f}", flush=True)


def figures(model, documents, classes):
    """F1 of what is told and how often a class is right, with the annotated triggers given."""
    model.eval()
    shown = []
    with torch.no_grad():
        words = model.project_words(torch.cat([d["vectors"] for d in documents]).float())
        for scorer, names in classes.items():
            scores, label = scores_of(model, documents, scorer, words)
            known = label != UNKNOWN
            scores, label = scores[known].softmax(-1), label[known]
            if names[0] not in ("none", "no"):
                shown.append(f"{scorer} {100 * float((scores.argmax(-1) == label).float().mean()):.1f}")
                continue
            told, gold = scores[:, 0] < 0.5, label != 0
            guess = scores[:, 1:].argmax(-1) + 1
            right, found = int((told & (guess == label)).sum()), int((told & gold).sum())
            both = int(told.sum()) + int(gold.sum())
            shown.append(f"{scorer} {200 * right / both:.1f}" + (f" (found {200 * found / both:.1f})" if len(names) > 2 else ""))
    return ", ".join(shown)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    first = commands.add_parser("prepare")
    first.add_argument("--gold", type=Path, nargs="+", required=True, help="folders of annotated articles to learn from")
    first.add_argument("--dev", type=Path, required=True, help="folder of annotated articles to measure on")
    first.add_argument("--scripts", type=Path, default=Path("../../shared/gold"), help="folder of ann.py")
    first.add_argument("--program", type=Path, required=True)
    first.add_argument("--model", default="accurate", help="which of the program's readers reads")
    first.add_argument("--work", type=Path, default=Path("work"))
    first.set_defaults(run=prepare)
    second = commands.add_parser("train")
    second.add_argument("reader", type=Path)
    second.add_argument("--out", type=Path, required=True)
    second.add_argument("--questions", type=Path, default=Path("work/facts.accurate.pickle"), help="what prepare wrote")
    second.add_argument("--epochs", type=int, default=12)
    second.add_argument("--rate", type=float, default=2e-3)
    second.add_argument("--decay", type=float, default=0.01)
    second.add_argument("--thin", type=float, default=0.15, help="this part of the evidence is left out, another at each step")
    second.add_argument("--least", type=int, default=3, help="evidence that fewer articles have is not learned")
    second.add_argument("--fresh", type=Path, help="names of articles that the reader has not learned from: they count twice, and every "
                        "tenth is held out to calibrate")
    second.add_argument("--cached", action="store_true", help="the reader has not changed since the last run")
    second.add_argument("--threads", type=int, default=2)
    second.add_argument("--seed", type=int, default=1)
    second.set_defaults(run=train)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
