"""Step 2: trains the reader on all corpora together. Goes on from its last checkpoint when there is one.

    python -m reader.train --out work/accurate
"""
import argparse
import copy
import json
import pickle
import time
from pathlib import Path

import torch

from . import encoder_files
from .batches import Encoder, new_dice, plan, tensors
from .corpora import Example
from .losses import losses, total
from .model import Config, Linear, Reader, load_minilm
from .wordpiece import WordPiece

# How often an epoch reads each corpus; a fraction takes another part each epoch.
SHARES = {"ud_ewt": 1, "gum_open": 1, "crossner_politics": 2, "crossner": 0.5, "men": 1, "gold": 1.5, "gmb": 0.09}


def load(path):
    with open(path, "rb") as file:
        return [Example(*parts) for parts in pickle.load(file)]


def by_corpus(examples):
    found = {}
    for example in examples:
        found.setdefault(example.corpus, []).append(example)
    return found


def epoch_batches(corpora, encoder, shares, epoch, budget, seed):
    """The batches of one epoch, shuffled; the same for the same seed."""
    dice, found = new_dice(seed, epoch), []
    for corpus, examples in sorted(corpora.items()):
        share = shares.get(corpus, 0)
        chosen = examples * int(share)
        rest = share - int(share)
        if rest:
            parts = round(1 / rest)
            chosen = chosen + examples[epoch % parts::parts]
        found.extend(plan(chosen, encoder, budget, dice))
    dice.shuffle(found)
    return found


class Average:
    """An exponential moving average of the weights, which is what is evaluated and shipped."""

    def __init__(self, reader, decay):
        self.decay, self.reader = decay, copy.deepcopy(reader).eval()

    def update(self, reader, step):
        decay = min(self.decay, (1 + step) / (10 + step))
        with torch.no_grad():
            for ours, theirs in zip(self.reader.parameters(), reader.parameters()):
                ours.lerp_(theirs, 1 - decay)


def optimiser(reader, encoder_rate, head_rate):
    groups = {}
    for name, parameter in reader.named_parameters():
        encoder = name.split(".")[0] in ("words", "positions", "input_norm", "layers")
        decay = 0.01 if parameter.dim() > 1 else 0.0
        groups.setdefault((encoder_rate if encoder else head_rate, decay), []).append(parameter)
    return torch.optim.AdamW([{"params": p, "lr": rate, "weight_decay": decay} for (rate, decay), p in groups.items()],
                             betas=(0.9, 0.98), fused=True)


def run(reader, corpora, encoder, labels, options, out, device, loss_of, total=total):
    """The loop: shared by training and distilling. `loss_of(reader, batch)` gives the losses by name, `total` their sum."""
    reader.to(device)
    indices = {head: {label: i for i, label in enumerate(ls)} for head, ls in labels.items()}
    average = Average(reader, options.average)
    optimizer = optimiser(reader, options.encoder_rate, options.head_rate)
    epochs = [epoch_batches(corpora, encoder, options.shares, e, options.budget, options.seed) for e in range(options.epochs)]
    steps = [batch for epoch in epochs for batch in epoch]
    warmup = len(steps) // 20
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / max(1, warmup), max(0.02, (len(steps) - s) / (len(steps) - warmup))))
    start, checkpoint = 0, out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        reader.load_state_dict(state["reader"])
        average.reader.load_state_dict(state["average"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        start = state["step"]
        print("goes on from step", start, flush=True)

    def save(step):
        part = checkpoint.with_suffix(".part")
        torch.save({"reader": reader.state_dict(), "average": average.reader.state_dict(), "optimizer": optimizer.state_dict(),
                    "schedule": schedule.state_dict(), "step": step}, part)
        part.rename(checkpoint)

    reader.train()
    sums, seen, began, saved = {}, 0, time.time(), time.time()
    for step in range(start, len(steps)):
        torch.manual_seed(options.seed * 1_000_003 + step)
        batch = tensors(steps[step], encoder, indices, new_dice(options.seed, "case", step), options.mask)
        batch = {k: v.to(device) for k, v in batch.items()}
        autocast = torch.autocast(device.type, dtype=torch.bfloat16, enabled=options.bf16)
        with autocast:
            parts = loss_of(reader, batch)
            loss = total(parts)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        average.update(reader, step)
        seen += int(batch["lengths"].sum())
        for name, value in parts.items():
            s, n = sums.get(name, (0.0, 0))
            sums[name] = (s + float(value.detach()), n + 1)
        if step % 100 == 99 or step + 1 == len(steps):
            shown = " ".join(f"{k} {s / n:.3f}" for k, (s, n) in sorted(sums.items()))
            took = time.time() - began
            print(f"{step + 1}/{len(steps)} {seen / took:.0f} pieces/s {took:.0f} s  {shown}", flush=True)
            sums = {}
        if time.time() - saved > 240:
            save(step + 1)
            saved = time.time()
    torch.save({"config": reader.config.as_dict(), "weights": average.reader.state_dict()}, out / "reader.pt")
    return average.reader


def arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--work", type=Path, default=Path("work"), help="where prepare.py wrote the examples")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--budget", type=int, default=1500, help="pieces of a batch")
    parser.add_argument("--encoder-rate", type=float, default=1e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--average", type=float, default=0.998)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--start", type=Path, help="a trained reader to go on from; heads that it lacks begin anew")
    parser.add_argument("--share", nargs="*", default=[], metavar="CORPUS=N", help="how often an epoch reads a corpus, if not as usual")
    parser.add_argument("--round", action="store_true", help="round the encoder's products as the exported model will")
    parser.add_argument("--mask", type=float, default=0.0, help="this part of the words is hidden from the encoder")
    parser.add_argument("--bf16", action="store_true", help="faster where the processor or GPU has it")
    return parser


def begin(parser, shares):
    """Options, device and labels of a run, shared by training and distilling."""
    options = parser.parse_args()
    options.shares = shares | {name: float(n) for name, n in (share.split("=") for share in options.share)}
    if options.threads:
        torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    labels = json.loads((options.work / "labels.json").read_text())
    return options, torch.device("cuda" if torch.cuda.is_available() else "cpu"), labels


def main():
    options, device, labels = begin(arguments(__doc__), SHARES)
    weights, vocabulary = encoder_files.locate()
    torch.manual_seed(options.seed)
    reader = Reader(Config(labels=labels))
    load_minilm(reader, weights)
    if options.start:
        known, own = torch.load(options.start, map_location="cpu", weights_only=True)["weights"], reader.state_dict()
        fitting = {k: v for k, v in known.items() if k in own and own[k].shape == v.shape}
        reader.load_state_dict(fitting, strict=False)
        print("begins anew:", sorted(set(own) - set(fitting)) or "nothing")
    Linear.rounds = options.round
    encoder = Encoder(WordPiece(vocabulary))
    run(reader, by_corpus(load(options.work / "train.pickle")), encoder, labels, options, options.out, device, losses)


if __name__ == "__main__":
    main()
