"""From scores to trees and spans, as the Rust program decodes them."""
import numpy as np


def joint(arcs, relations):
    """Scores of arcs together with their best relation: the tree is the likeliest one with its labels.
    arcs: dependent × head; relations: dependent × label × head."""
    top = relations.max(1, keepdims=True)
    return arcs - np.log(np.exp(relations - top).sum(1))


def best_tree(scores):
    """The maximum spanning arborescence with one root (Chu and Liu 1965, Edmonds 1967). scores[d, h]: dependent d under
    head h, 0 the root. Gives the head of each; the head of 0 is 0. One root: of all words that could be it, the one whose
    whole tree is best, looked for only when the free tree has several."""
    n = len(scores)
    if n <= 2:
        return [0] * n
    heads = _arborescence(scores)
    roots = [d for d in range(1, n) if heads[d] == 0]
    if len(roots) == 1:
        return heads
    best, best_score = heads, -np.inf
    for root in roots:
        bound = scores.copy()
        bound[1:, 0] = -1e9
        bound[root, :] = -1e9
        bound[root, 0] = 0.0
        candidate = _arborescence(bound)
        score = scores[root, 0] + sum(scores[d, candidate[d]] for d in range(1, n) if d != root)
        if score > best_score:
            best, best_score = candidate, score
    return best


def _arborescence(scores):
    """Edmonds' algorithm, contracting one cycle after the other."""
    n = len(scores)
    scores = scores.astype(float).copy()
    np.fill_diagonal(scores, -1e12)
    scores[0, :] = -1e12
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return [int(h) for h in heads]
    inside = set(cycle)
    rest = [i for i in range(n) if i not in inside]
    place = {node: i for i, node in enumerate(rest)}
    m = len(rest)
    contracted = np.full((m + 1, m + 1), -1e12)
    contracted[:m, :m] = scores[np.ix_(rest, rest)]
    kept = sum(scores[d, heads[d]] for d in cycle)
    enters, leaves = {}, {}
    for h in rest:
        gains = [scores[d, h] - scores[d, heads[d]] + kept for d in cycle]
        enters[h] = cycle[int(np.argmax(gains))]
        contracted[m, place[h]] = max(gains)
        if h != 0:
            out = [scores[h, c] for c in cycle]
            leaves[h] = cycle[int(np.argmax(out))]
            contracted[place[h], m] = max(out)
    inner = _arborescence(contracted)
    result = [0] * n
    for d in cycle:
        result[d] = int(heads[d])
    for d in rest:
        if d != 0:
            result[d] = leaves[d] if inner[place[d]] == m else rest[inner[place[d]]]
    from_outside = rest[inner[m]]
    result[enters[from_outside]] = from_outside
    return result


def _cycle(heads):
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if state[at] == 1:
            return path[path.index(at):]
        for node in path:
            state[node] = 2
    return None


def spans_of(scores, labels):
    """The spans (start, end, kind) of the best legal sequence of B and I labels (Viterbi; I follows B or I of its kind).
    Labels without a prefix, other than O, are single words."""
    n, k = scores.shape
    if n == 0:
        return set()
    legal = np.zeros((k, k))
    for i, previous in enumerate(labels):
        for j, label in enumerate(labels):
            if label.startswith("I-") and previous[1:] != label[1:]:
                legal[i, j] = -1e9
    best = scores[0] + np.array([-1e9 if label.startswith("I-") else 0.0 for label in labels])
    back = []
    for row in scores[1:]:
        through = best[:, None] + legal
        back.append(through.argmax(0))
        best = through.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    found, start = set(), None
    path = [labels[i] for i in reversed(path)] + ["O"]
    for i, label in enumerate(path):
        if start is not None and not label.startswith("I-"):
            found.add((start, i, path[start].removeprefix("B-")))
            start = None
        if label.startswith("B-") or (label != "O" and not label.startswith("I-")):
            start = i
    return found
