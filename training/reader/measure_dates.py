"""Measures the times that the program finds and what it makes of them, and prints the table of docs/quality.md.

    python3 -m reader.measure_dates --dates ../../shared/dev/dates --corpora ../../shared/corpora [--program …] [--check]

Needs nothing but Python and the built program, which reads all texts by `annotate --from jsonl --to times`.

Two sets. The date expressions of `dates`, with their own scorer. And the dates of gum_open's dev part, read as whole documents with
their day as the reference: a date counts as found when a time of ours shares a letter with it, and as right when ours says
the days that the annotation says. Its `from` and `notBefore` are the first day, `to` and `notAfter` the last one; a missing end
is not looked at. Three things are left out, as they name no days: seasons of no year (--09), and dates with neither a value nor an end.
"""
import argparse
import csv
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

# What must be reached, in per cent.
FLOORS = {"core F1": 90, "core precision of mentions": 95, "gum_open right of found": 85, "gum_open found": 75}


class Program:
    def __init__(self, path, model):
        self.command = [path, "annotate", "--from", "jsonl", "--to", "times", "--model", model]

    def read(self, records):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.writelines(json.dumps(record) + "\n" for record in records)
            file.flush()
            done = subprocess.run([*self.command, file.name], check=True, capture_output=True)
        return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def load_scorer(folder):
    spec = importlib.util.spec_from_file_location("dates_score", folder / "dates_score.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["dates_score"] = module
    spec.loader.exec_module(module)
    return module


def expressions(program, folder):
    """The rows of the scorer, and F1: found, of the right type and value, against all expressions and all that we gave."""
    scorer = load_scorer(folder)
    gold = scorer.read_jsonl(str(folder / "dates.jsonl"))
    ours = program.read([{key: item[key] for key in ("id", "text", "reference_datetime")} for item in gold])
    pairs, missing = scorer.pair_up(gold, ours)
    assert not missing, f"{missing} texts have no line"
    counts, totals, _ = scorer.evaluate(pairs)
    report = scorer.summary(counts, totals)
    rows = []
    for tier in ("core", "holiday", "partday"):
        group, count = report["groups"][tier], counts[tier]
        recall = 100 * count["full"] / count["resolvable"]
        # Expressions that can't be resolved are no errors, whatever we say of them.
        wrong = count["found"] - count["full"] - (count["n"] - count["resolvable"])
        spurious = totals["extra"] + totals["spurious"] if tier == "core" else 0
        precision = 100 * count["full"] / max(1, count["full"] + max(0, wrong) + spurious)
        f1 = 2 * precision * recall / (precision + recall)
        rows.append((tier, {"found": group["found"], "typed": group["typed"], "right": recall, "F1": f1}))
    rows.append(("all", {"precision of mentions": report["precision"], "texts left clean": report["negatives_clean"]}))
    return rows


def day_after(text, last):
    """The first day of an ISO 8601 value, or the one after its last."""
    parts = [int(part) for part in re.fullmatch(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?", text).groups() if part]
    year, month, day = (parts + [0, 0])[:3]
    if year < 1:
        # Before our era days can't be counted by Python; the year itself is compared.
        return year + last
    if not last:
        return date(year, month or 1, day or 1)
    if day:
        return date(year, month, day) + timedelta(days=1)
    if month:
        return date(year + month // 12, month % 12 + 1, 1)
    return date(year + 1, 1, 1)


def days(value):
    """The days of one of our values; None for what names none."""
    value = re.sub(r"T.*", "", value.split("/..")[0]) if not value.startswith("P") else ""
    found = re.fullmatch(r"(\d{4})-W(\d\d)", value)
    if found:
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return monday, monday + timedelta(days=7)
    found = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value)
    if found:
        month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[found[2]]
        return day_after(f"{found[1]}-{month:02}", False), day_after(f"{int(found[1]) + (month == 12)}-{(month + 2) % 12 or 12:02}", True)
    try:
        first, _, last = value.partition("/")
        return day_after(first, False), day_after(last or first, True)
    except (AttributeError, ValueError):
        return None


def agrees(ours, row, longer):
    """Whether our days are the annotated ones. `longer`: whether our words begin before, or end after, the annotated ones: then
    these may be one end of our interval ("1818 – January 8, 1880")."""
    if ours is None:
        return False
    if when := row["when"]:
        # TEI counts the years before our era without a year 0, ISO 8601 with one.
        shift = 1 if when.startswith("-") else 0
        first, last = (day_after(when, is_last) + shift if shift else day_after(when, is_last) for is_last in (False, True))
        return (longer[0] or ours[0] == first) and (longer[1] or ours[1] == last) and longer != (True, True)
    first, last = row["from"] or row["notBefore"], row["to"] or row["notAfter"]
    if first.startswith("-") and not last:
        return ours[0] == day_after(first, False) + 1
    # Whether the last day lies inside is told in both ways there.
    near = lambda a, b: a == b or isinstance(a, date) and isinstance(b, date) and abs((a - b).days) <= 1
    right = []
    if first and not longer[0]:
        right.append(near(ours[0], day_after(first, False)))
    if last and not longer[1]:
        right.append(near(ours[1], day_after(last, True)) or near(ours[1], day_after(last, False)))
    return bool(right) and all(right)


def documents(path):
    """Of each document its name, its text, and where its sentences begin."""
    name, text, starts, length = None, [], {}, 0
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        comments = dict(re.findall(r"^# (newdoc id|sent_id|text) = (.*)$", block, re.M))
        if "newdoc id" in comments:
            if text:
                yield name, "".join(text), starts
            name, text, starts, length = comments["newdoc id"], [], {}, 0
        if "text" in comments:
            gap = ("\n\n" if re.search(r"^# newpar", block, re.M) else " ") if text else ""
            starts[comments["sent_id"]] = length + len(gap)
            text.append(gap + comments["text"])
            length += len(text[-1])
    if text:
        yield name, "".join(text), starts


def gum(program, folder, verbose):
    """Found and right of the dates of the dev part."""
    with (folder / "dates.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["split"] == "dev"]
    named = ("when", "from", "to", "notBefore", "notAfter")
    rows = [row for row in rows if any(row[key] for key in named) and not any(row[key].startswith("--") for key in named)]
    reference = {row["doc"]: row["doc_date"] for row in rows}
    texts = {name: (text, starts) for name, text, starts in documents(folder / "dev.conllu") if name in reference}
    ours = program.read([{"id": name, "text": text, "reference": reference[name]} for name, (text, _) in texts.items()])
    ours = {line["id"]: line["found"] for line in ours}
    found = right = 0
    at = {}
    for row in rows:
        # The same words stand for the same date once each, in order.
        text, starts = texts[row["doc"]]
        begin = starts[row["sent_id"]]
        start = text.find(row["date_text"], at.get(row["sent_id"], begin))
        assert begin <= start <= begin + len(row["sentence"]), f"{row['date_text']!r} is not in {row['sent_id']}"
        end = start + len(row["date_text"])
        at[row["sent_id"]] = end
        times = [time for time in ours[row["doc"]] if time["start"] < end and start < time["end"]]
        good = any(agrees(days(time.get("value", "")), row, (time["start"] < start, end < time["end"])) for time in times)
        found += bool(times)
        right += good
        if verbose and not good:
            told = [(text[time["start"]:time["end"]], time.get("value")) for time in times]
            print(f"   {row['sent_id']} {row['date_text']!r} {[row[key] for key in named]} ours {told}")
    return {"n": len(rows), "found": 100 * found / len(rows), "right of found": 100 * right / found}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dates", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--program", default="../target/release/newsgraph")
    parser.add_argument("--model", choices=("accurate", "fast"), default="accurate")
    parser.add_argument("--verbose", action="store_true", help="list what is wrong in gum_open")
    parser.add_argument("--check", action="store_true", help="fail when a figure is below what it must reach")
    options = parser.parse_args()
    program = Program(options.program, options.model)
    rows = expressions(program, options.dates)
    rows.append(("gum_open", gum(program, options.corpora / "gum_open", options.verbose)))
    reached = {}
    for name, figures in rows:
        print(f"| {name} | " + ", ".join(f"{key} {value:.1f}" for key, value in figures.items()) + " |", flush=True)
        reached |= {f"{name} {key}": value for key, value in figures.items()}
    reached["core precision of mentions"] = reached["all precision of mentions"]
    short = [f"{name} is {reached[name]:.1f}, must be {least}" for name, least in FLOORS.items() if reached[name] < least]
    if options.check and short:
        raise SystemExit("\n".join(short))


if __name__ == "__main__":
    main()
