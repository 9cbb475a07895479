//! The best tree over a sentence's words: a maximum spanning arborescence with one root (Chu and Liu 1965, Edmonds 1967).

/// Scores that rule an arc out.
const NEVER: f64 = -1e12;

/// The head of each of `n` words, `None` for the one root, so that the sum of `score(word, head)` is the largest of all trees.
///
/// Where the best tree without that condition has several roots, the best of the trees with each of them alone is taken.
/// Time is O(n²), and n times that when cycles nest as deep as they can.
pub(super) fn best_tree(n: usize, score: impl Fn(usize, Option<usize>) -> f64) -> Vec<Option<usize>> {
    // Node 0 is above the root, node i + 1 is word i.
    let mut scores = vec![vec![NEVER; n + 1]; n + 1];
    for (word, row) in scores[1..].iter_mut().enumerate() {
        for (head, cell) in row.iter_mut().enumerate() {
            if head != word + 1 {
                *cell = score(word, head.checked_sub(1));
            }
        }
    }
    let free = arborescence(scores.clone());
    let roots: Vec<usize> = (1..=n).filter(|&node| free[node] == 0).collect();
    let best = if roots.len() < 2 {
        free
    } else {
        let single = |&root: &usize| {
            let mut bound = scores.clone();
            for (node, row) in bound.iter_mut().enumerate().skip(1) {
                if node == root {
                    row[1..].fill(NEVER);
                } else {
                    row[0] = NEVER;
                }
            }
            let heads = arborescence(bound);
            let total: f64 = (1..=n).map(|node| scores[node][heads[node]]).sum();
            (total, heads)
        };
        let trees = roots.iter().map(single);
        trees
            .reduce(|best, tree| if tree.0 > best.0 { tree } else { best })
            .expect("there are roots")
            .1
    };
    best[1..].iter().map(|&head| head.checked_sub(1)).collect()
}

/// What a contraction has to remember: the cycle's nodes with their heads, the other nodes, and for each of these where it
/// would enter and leave the cycle.
struct Contraction {
    cycle: Vec<(usize, usize)>,
    rest: Vec<usize>,
    entered: Vec<usize>,
    left: Vec<usize>,
}

/// Edmonds' algorithm: take every node's best head; make one node of a cycle, and again; then undo it backwards.
fn arborescence(mut scores: Vec<Vec<f64>>) -> Vec<usize> {
    let mut undo: Vec<Contraction> = Vec::new();
    let mut heads = loop {
        let heads: Vec<usize> = scores
            .iter()
            .enumerate()
            .map(|(node, row)| if node == 0 { 0 } else { best(row, node) })
            .collect();
        let Some(cycle) = find_cycle(&heads) else { break heads };
        let (contraction, smaller) = contract(&scores, &heads, &cycle);
        undo.push(contraction);
        scores = smaller;
    };
    while let Some(Contraction {
        cycle,
        rest,
        entered,
        left,
    }) = undo.pop()
    {
        let united = rest.len();
        let mut outer = vec![0; rest.len() + cycle.len()];
        for &(node, head) in &cycle {
            outer[node] = head;
        }
        for (place, &node) in rest.iter().enumerate().skip(1) {
            outer[node] = if heads[place] == united {
                left[place]
            } else {
                rest[heads[place]]
            };
        }
        let from = heads[united];
        outer[entered[from]] = rest[from];
        heads = outer;
    }
    heads
}

/// The best head; of equals the first, so that the same scores give the same tree.
fn best(row: &[f64], node: usize) -> usize {
    let heads = (0..row.len()).filter(|&head| head != node);
    heads
        .reduce(|best, head| if row[head] > row[best] { head } else { best })
        .unwrap_or(0)
}

fn find_cycle(heads: &[usize]) -> Option<Vec<usize>> {
    // 0 not seen, otherwise the walk that saw it.
    let mut seen = vec![0; heads.len()];
    seen[0] = usize::MAX;
    for start in 1..heads.len() {
        let mut node = start;
        while seen[node] == 0 {
            seen[node] = start;
            node = heads[node];
        }
        if seen[node] == start {
            let mut cycle = vec![node];
            let mut next = heads[node];
            while next != node {
                cycle.push(next);
                next = heads[next];
            }
            return Some(cycle);
        }
    }
    None
}

/// The scores with the cycle as one last node.
fn contract(scores: &[Vec<f64>], heads: &[usize], cycle: &[usize]) -> (Contraction, Vec<Vec<f64>>) {
    let mut inside = vec![false; scores.len()];
    for &node in cycle {
        inside[node] = true;
    }
    let rest: Vec<usize> = (0..scores.len()).filter(|&node| !inside[node]).collect();
    let united = rest.len();
    let mut smaller = vec![vec![NEVER; united + 1]; united + 1];
    let (mut entered, mut left) = (vec![cycle[0]; united], vec![cycle[0]; united]);
    for (place, &node) in rest.iter().enumerate() {
        for (other, &head) in rest.iter().enumerate() {
            smaller[place][other] = scores[node][head];
        }
        // Into the cycle: what is gained over the arc that it would break.
        let gain = |inner: usize| scores[inner][node] - scores[inner][heads[inner]];
        entered[place] = pick(cycle, gain);
        smaller[united][place] = gain(entered[place]);
        left[place] = pick(cycle, |inner| scores[node][inner]);
        smaller[place][united] = scores[node][left[place]];
    }
    let cycle = cycle.iter().map(|&node| (node, heads[node])).collect();
    (
        Contraction {
            cycle,
            rest,
            entered,
            left,
        },
        smaller,
    )
}

fn pick(nodes: &[usize], score: impl Fn(usize) -> f64) -> usize {
    let found = nodes
        .iter()
        .copied()
        .reduce(|best, node| if score(node) > score(best) { node } else { best });
    found.expect("a cycle has nodes")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Scores are whole numbers here, so that sums are exact.
    fn total(heads: &[Option<usize>], scores: &[Vec<i32>]) -> i32 {
        heads
            .iter()
            .enumerate()
            .map(|(word, head)| scores[word][head.map_or(0, |head| head + 1)])
            .sum()
    }

    fn is_tree(heads: &[Option<usize>]) -> bool {
        let reaches = |start: usize| {
            let mut at = Some(start);
            for _ in 0..=heads.len() {
                match at {
                    None => return true,
                    Some(word) => at = heads[word],
                }
            }
            false
        };
        heads.iter().filter(|head| head.is_none()).count() == 1 && (0..heads.len()).all(reaches)
    }

    /// Every assignment of heads, tried one by one.
    fn by_force(n: usize, scores: &[Vec<i32>]) -> i32 {
        (0..(n + 1).pow(u32::try_from(n).unwrap()))
            .map(|mut code| {
                (0..n)
                    .map(|_| {
                        let head = code % (n + 1);
                        code /= n + 1;
                        head.checked_sub(1)
                    })
                    .collect::<Vec<_>>()
            })
            .filter(|heads| is_tree(heads))
            .map(|heads| total(&heads, scores))
            .max()
            .expect("there are trees")
    }

    proptest! {
        #[test]
        fn no_tree_is_better(n in 1_usize..6, numbers in proptest::collection::vec(-50_i32..50, 36)) {
            let scores: Vec<Vec<i32>> = (0..n).map(|word| (0..=n).map(|head| numbers[word * 6 + head]).collect()).collect();
            let heads = best_tree(n, |word, head| f64::from(scores[word][head.map_or(0, |head| head + 1)]));
            prop_assert!(is_tree(&heads), "{heads:?}");
            prop_assert_eq!(total(&heads, &scores), by_force(n, &scores));
        }

        #[test]
        fn large_ones_are_trees(n in 1_usize..60, seed in any::<u64>()) {
            let score = |word: usize, head: Option<usize>| {
                let key = (word * 1000 + head.map_or(999, |head| head)) as u64;
                (key.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(seed).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as f64
            };
            prop_assert!(is_tree(&best_tree(n, score)));
        }
    }
}
