"""Step 2d: trains the pair scorer, which tells whether two candidates of a document are one, over a trained reader that stays as it is.

    python -m reader.coreference prepare --corpora ../../shared/corpora --gold ../../shared/gold/train data --program ../target/release/examples/coreference_pairs
    python -m reader.coreference train work/last/reader.pt --out work/last

The program itself finds the candidates and answers the yes-or-no questions about each pair (`src/identity/features.rs`), so that
training sees what reading sees. The scorer reads those answers and, of both heads, what the encoder made of the words. For
each candidate it chooses among those before it and "nobody" (mention ranking: Denis and Baldridge 2008; all antecedents
of the right chain share the probability: Durrett and Klein 2013).
"""
import argparse
import json
import pickle
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

from . import encoder_files
from .batches import Encoder
from .coreference_corpora import conllu_of, gap, litbank, ontogum
from .evaluate import load_reader, vocabulary_of
from .model import mask_of
from .wordpiece import WordPiece

VECTOR = 64         # numbers of a head that the scorer reads
HIDDEN = 96
# How often an epoch reads the documents of each corpus.
SHARES = {"gum": 1.0, "litbank": 1.0, "gap": 1.0, "gold": 1.0}


# ---- documents ----------------------------------------------------------------------------------------------------------

def run_program(program, files):
    """What the program asks about each file."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, text in files:
            paths.append(Path(folder, name))
            paths[-1].write_text(text, encoding="utf-8")
        for start in range(0, len(paths), 200):
            command = [str(program), *map(str, paths[start:start + 200])]
            output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            yield from map(json.loads, output.splitlines())


def head_of(sentence, start, end):
    """The token of a stretch that the tree attaches outside; the last of several."""
    return next((i for i in range(end - 1, start - 1, -1) if not start <= sentence[i][3] < end), end - 1)


class Places:
    """Candidates by their span and by their head."""

    def __init__(self, read):
        self.sentences = read["sentences"]
        self.exact = {tuple(c[:3]): i for i, c in enumerate(read["candidates"])}
        self.heads = {(c[0], c[3]): i for i, c in enumerate(read["candidates"])}

    def find(self, sentence, start, end):
        found = self.exact.get((sentence, start, end))
        return found if found is not None else self.heads.get((sentence, head_of(self.sentences[sentence], start, end)))

    def find_characters(self, start, end):
        """The candidate that ends with the word that ends at `end`."""
        for number, sentence in enumerate(self.sentences):
            if sentence[-1][1] < end:
                continue
            tokens = [i for i, t in enumerate(sentence) if t[0] < end and start < t[1]]
            return self.find(number, tokens[0], tokens[-1] + 1) if tokens else None
        return None


def labelled(corpus, name, read, cluster, silence_is_alone):
    """A document for training. `cluster`: candidate → chain. Of candidates without one, it is known that they are alone, or nothing."""
    return {"corpus": corpus, "id": name, "words": [[t[2] for t in s] for s in read["sentences"]],
            "candidates": read["candidates"], "pairs": read["pairs"], "questions": read["questions"],
            "cluster": cluster, "silence_is_alone": silence_is_alone}


def prepare(options):
    documents = {"train": [], "dev": []}
    for part in ("train", "dev"):
        for corpus, source, alone in (("gum", ontogum, True), ("litbank", litbank, False)):
            given = list(source(options.corpora, part))
            files = [(f"{i}.conllu", conllu_of(sentences)) for i, (_, sentences, _) in enumerate(given)]
            missed = total = 0
            for (name, _, mentions), read in zip(given, run_program(options.program, files)):
                places, cluster = Places(read), {}
                for sentence, start, end, chain in sorted(mentions, key=lambda m: m[1] - m[2]):
                    found = places.find(sentence, start, end)
                    total += 1
                    missed += found is None
                    if found is not None:
                        cluster[found] = chain
                documents[part].append(labelled(corpus, name, read, cluster, alone))
            print(part, corpus, len(given), "documents;", missed, "of", total, "mentions are no candidates", flush=True)
        given = list(gap(options.corpora, {"train": "development", "dev": "validation"}[part]))
        for (name, _, (at, names)), read in zip(given, run_program(options.program, [(f"{i}.txt", g[1]) for i, g in enumerate(given)])):
            places = Places(read)
            pronoun = places.find_characters(at, at + 1)
            found = [(places.find_characters(start, end), right) for start, end, right in names]
            document = labelled("gap", name, read, {}, False)
            if pronoun is not None and all(i is not None for i, _ in found):
                same = lambda i: [j for j, c in enumerate(read["candidates"]) if words(document, c) == words(document, read["candidates"][i])]
                document["question"] = (pronoun, [(same(i), right) for i, right in found])
                documents[part].append(document)
        print(part, "gap", len(documents[part]), "documents in all", flush=True)
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(options.scripts))
    import ann
    articles = {path.stem: ann.load(path) for folder in options.gold for path in sorted(Path(folder).glob("*.ann"))}
    read_by_id = run_program(options.program, [(f"{name}.txt", article.text) for name, article in articles.items()])
    for (name, article), read in zip(articles.items(), read_by_id):
        places, cluster = Places(read), {}
        for entity in article.entities.values():
            for mention in entity.mentions:
                found = places.find_characters(mention.start, mention.end)
                if found is not None:
                    cluster[found] = entity.id
        documents["train"].append(labelled("gold", name, read, cluster, False))
    print("train gold", len(articles), "documents", flush=True)
    with open(options.work / "coreference.pickle", "wb") as file:
        pickle.dump(documents, file)


def words(document, candidate):
    return " ".join(document["words"][candidate[0]][candidate[1]:candidate[2]])


# ---- the scorer ---------------------------------------------------------------------------------------------------------

class PairScorer(nn.Module):
    """Scores of pairs. answers: the questions answered with yes; left, right: what the encoder made of the two heads."""

    def __init__(self, questions, width):
        super().__init__()
        self.config = {"questions": questions, "width": width}
        self.project = nn.Linear(width, VECTOR)
        self.answers = nn.EmbeddingBag(questions, HIDDEN, mode="sum")
        self.vectors = nn.Linear(3 * VECTOR, HIDDEN)
        self.out = nn.Linear(HIDDEN, 1)
        nn.init.normal_(self.answers.weight, std=0.05)

    def project_words(self, words):
        """What the program keeps of each word: numbers between -1 and 1."""
        return torch.tanh(self.project(words))

    def forward(self, answers, offsets, left, right):
        drop = lambda x, rate: F.dropout(x, rate, self.training)
        left, right = drop(left, 0.2), drop(right, 0.2)
        hidden = self.answers(answers, offsets) + self.vectors(torch.cat([left, right, left * right], -1))
        return self.out(drop(F.leaky_relu(hidden, 0.1), 0.2)).squeeze(-1)


def load_scorer(path):
    state = torch.load(path, map_location="cpu", weights_only=True)
    scorer = PairScorer(**state["config"])
    scorer.load_state_dict(state["weights"])
    return scorer.eval()


def read_sentences(reader, encoder, sentences, budget=1500):
    """What the encoder makes of the words of each sentence, W×D. Long sentences are read in parts."""
    parts = [(number, start) for number, sentence in enumerate(sentences) for start in range(0, len(sentence), 150)]
    read = [encoder.sentence(sentences[number][start:start + 150]) for number, start in parts]
    order = sorted(range(len(parts)), key=lambda i: len(read[i][0]))
    found, batch = [None] * len(parts), []

    def flush():
        t, w = max(len(read[i][0]) for i in batch), max(len(read[i][2]) for i in batch)
        pieces, shapes = torch.zeros(len(batch), t, dtype=torch.long), torch.zeros(len(batch), t, dtype=torch.long)
        first, last = torch.zeros(len(batch), w, dtype=torch.long), torch.zeros(len(batch), w, dtype=torch.long)
        word_shapes = torch.zeros(len(batch), w, dtype=torch.long)
        for row, i in enumerate(batch):
            p, s, f, l, ws = (torch.tensor(x) for x in read[i])
            pieces[row, :len(p)], shapes[row, :len(p)] = p[:512], s[:512]
            first[row, :len(f)], last[row, :len(l)], word_shapes[row, :len(ws)] = f, l, ws
        mask = mask_of(torch.tensor([len(read[i][0]) for i in batch]), t)
        offset = torch.arange(len(batch))[:, None] * t
        with torch.no_grad():
            words = reader.read_words(reader.encode(pieces, shapes, mask), (first + offset).view(-1), (last + offset).view(-1), word_shapes)
        for row, i in enumerate(batch):
            found[i] = words[row, 1:len(read[i][2])]
        batch.clear()
    for i in order:
        if batch and (len(batch) + 1) * len(read[i][0]) > budget:
            flush()
        batch.append(i)
    if batch:
        flush()
    joined = [[] for _ in sentences]
    for (number, _), words in zip(parts, found):
        joined[number].append(words)
    return [torch.cat(words) if words else torch.zeros(0, reader.config.width) for words in joined]


def encode(reader, encoder, documents):
    """Of each candidate the encoder's numbers for its head, kept in half precision."""
    for document in documents:
        words = read_sentences(reader, encoder, document["words"])
        rows = [words[c[0]][c[3]] for c in document["candidates"]]
        document["vectors"] = torch.stack(rows).half() if rows else torch.zeros(0, reader.config.width).half()


def targets(document):
    """For each candidate that is asked and known: its pairs, and which of them are right."""
    cluster, chosen = document["cluster"], []
    by_later = {}
    for index, (earlier, later, _) in enumerate(document["pairs"]):
        by_later.setdefault(later, []).append((index, earlier))
    if "question" in document:
        pronoun, names = document["question"]
        asked = by_later.get(pronoun, [])
        right = {i for found, is_right in names if is_right for i in found}
        wrong = {i for found, is_right in names if not is_right for i in found} - right
        known = [(index, e in right) for index, e in asked if e in right or e in wrong or (not right and e == pronoun)]
        if any(r for _, r in known) and len(known) > 1:
            chosen.append(known)
        return chosen
    for later, asked in by_later.items():
        mine = cluster.get(later)
        if mine is None and not document["silence_is_alone"]:
            continue
        right = [(index, mine is not None and e != later and cluster.get(e) == mine) for index, e in asked]
        if not any(r for _, r in right):
            right = [(index, e == later) for index, e in asked]
        chosen.append(right)
    return chosen


def tensors(document):
    groups = targets(document)
    document["groups"] = None
    if not groups:
        return
    index = [i for group in groups for i, _ in group]
    document["right"] = torch.tensor([r for group in groups for _, r in group])
    document["groups"] = torch.tensor([g for g, group in enumerate(groups) for _ in group])
    answers = [document["pairs"][i][2] for i in index]
    document["answers"] = torch.tensor([a for row in answers for a in row], dtype=torch.int32)
    sizes = torch.tensor([0] + [len(row) for row in answers[:-1]])
    document["offsets"] = sizes.cumsum(0).int()
    document["left"] = torch.tensor([document["pairs"][i][0] for i in index])
    document["right_side"] = torch.tensor([document["pairs"][i][1] for i in index])
    document["forms"] = [document["candidates"][document["pairs"][group[0][0]][1]][4] for group in groups]


def loss_of(scorer, document):
    vectors = scorer.project_words(document["vectors"].float())
    scores = scorer(document["answers"], document["offsets"], vectors[document["left"]], vectors[document["right_side"]])
    groups, right = document["groups"], document["right"]
    count = int(groups[-1]) + 1

    def logsumexp(values):
        top = torch.full((count,), -1e9).scatter_reduce(0, groups, values.detach(), "amax")
        return top + torch.zeros(count).index_add(0, groups, (values - top[groups]).exp()).clamp(min=1e-30).log()
    best = torch.full((count,), -1e9).scatter_reduce(0, groups, scores.detach(), "amax")
    hits = torch.zeros(count).scatter_reduce(0, groups, (right & (scores.detach() >= best[groups])).float(), "amax")
    return (logsumexp(scores) - logsumexp(scores.masked_fill(~right, -1e4))), hits


def train(options):
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    with open(options.work / "coreference.pickle", "rb") as file:
        documents = pickle.load(file)
    reader = load_reader(options.reader)
    encoder = Encoder(WordPiece(vocabulary_of(options.reader, reader.config.vocabulary)))
    for part in documents:
        encode(reader, encoder, documents[part])
        for document in documents[part]:
            tensors(document)
            document["pairs"] = None
        documents[part] = [d for d in documents[part] if d["groups"] is not None]
        print(part, len(documents[part]), "documents", sum(len(d["left"]) for d in documents[part]), "pairs", flush=True)
    scorer = PairScorer(documents["train"][0]["questions"], reader.config.width)
    optimizer = torch.optim.AdamW(scorer.parameters(), lr=2e-3, weight_decay=0.01)
    dice = random.Random(options.seed)
    steps, average = 0, {k: v.clone() for k, v in scorer.state_dict().items()}
    for epoch in range(options.epochs):
        for group in optimizer.param_groups:
            group["lr"] = 2e-3 * (1 - epoch / options.epochs)
        scorer.train()
        dice.shuffle(documents["train"])
        sums = {}
        pending = []
        for document in documents["train"]:
            pending.append(document)
            if sum(int(d["groups"][-1]) + 1 for d in pending) < 200:
                continue
            total = count = 0
            for d in pending:
                losses, hits = loss_of(scorer, d)
                weight = SHARES[d["corpus"]] * (8.0 if d["corpus"] == "gap" else 1.0)
                total, count = total + weight * losses.sum(), count + weight * len(losses)
                s = sums.setdefault(d["corpus"], [0, 0])
                s[0] += float(hits.sum())
                s[1] += len(hits)
            pending = []
            optimizer.zero_grad()
            (total / count).backward()
            optimizer.step()
            steps += 1
            decay = min(0.995, (1 + steps) / (10 + steps))
            for k, v in scorer.state_dict().items():
                average[k].lerp_(v, 1 - decay)
        shown = " ".join(f"{k} {100 * a / b:.2f}" for k, (a, b) in sorted(sums.items()))
        live = {k: v.clone() for k, v in scorer.state_dict().items()}
        scorer.load_state_dict(average)
        print(f"epoch {epoch + 1}: train {shown}; dev {figures(scorer, documents['dev'])}", flush=True)
        torch.save({"config": scorer.config, "weights": scorer.state_dict()}, options.out / "pairs.pt")
        if epoch + 1 < options.epochs:
            scorer.load_state_dict(live)


def figures(scorer, documents):
    """Of how many candidates the best choice is right, by corpus and form."""
    scorer.eval()
    sums = {}
    with torch.no_grad():
        for document in documents:
            _, hits = loss_of(scorer, document)
            for form, hit in zip(document["forms"], hits.tolist()):
                s = sums.setdefault((document["corpus"], form), [0, 0])
                s[0] += hit
                s[1] += 1
    return " ".join(f"{c}/{f} {100 * a / b:.2f}" for (c, f), (a, b) in sorted(sums.items()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    first = commands.add_parser("prepare")
    first.add_argument("--corpora", type=Path, required=True)
    first.add_argument("--gold", type=Path, nargs="+", required=True, help="folders of annotated articles to learn from")
    first.add_argument("--scripts", type=Path, default=Path("../../shared/gold"), help="folder of ann.py")
    first.add_argument("--program", type=Path, required=True)
    first.add_argument("--work", type=Path, default=Path("work"))
    first.set_defaults(run=prepare)
    second = commands.add_parser("train")
    second.add_argument("reader", type=Path)
    second.add_argument("--out", type=Path, required=True)
    second.add_argument("--work", type=Path, default=Path("work"))
    second.add_argument("--epochs", type=int, default=12)
    second.add_argument("--threads", type=int, default=2)
    second.add_argument("--seed", type=int, default=1)
    second.set_defaults(run=train)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
