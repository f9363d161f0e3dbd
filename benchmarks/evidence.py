"""Count how much words speak for a forecast, from the annotated articles beside the tests.

    python benchmarks/evidence.py [--write] [FOLDER ...]

Prints, for articles left out of the counting in turn, precision, recall and F1 of sentences: of
the rules alone and of the evidence, at several thresholds. With --write the weights counted from
all of them go into ledger/articles/weights/weights.json. Needs scikit-learn (the test extra). A
sentence with optional statements only counts for nothing.

The annotated articles hold many forecasts or none. So that a lonely one is found too, each article
without any is counted twice more, with one and with two forecasts of other articles put in.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from extraction import SETS, articles, likeness, lines
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from ledger.articles.candidates import by_rules
from ledger.articles.extraction import sureness
from ledger.articles.weights.evidence import (
    PASSAGE,
    Weights,
    among,
    features_of,
    is_explicit,
    probability,
)
from ledger.core.deadlines import Calendar

# The rules were made while looking at the first three, so that they look better there than they
# are: what was annotated by others, and not looked at, counts as much as three of those.
FOLDERS = {
    "given": 1,
    "own": 1,
    "outside": 1,
    "papers": 3,
    "passages": 3,
    "desks": 3,
    "columns": 3,
    "bureaus": 3,
    "stories": 3,
}
WEIGHTS = Path(__file__).parent.parent / "ledger/articles/weights/weights.json"
RARE = 5  # articles; words of fewer are no evidence
STRENGTH = 0.3  # inverse of the penalty (L2) on large weights; the best calibrated of .1 to 3
SMALL = 0.02  # weights that change nothing
FOLDS = 5
ABOUT = (
    "Weights of ledger/articles/weights/evidence.py, counted by benchmarks/evidence.py from the "
    "articles in tests/data/articles; all articles and names there are invented."
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence of an article: what was counted, and whether it is a forecast."""

    article: str
    features: dict[str, float]
    forecast: bool
    explicit: bool
    counts: int = 1


def sentences(folder: Path) -> Iterator[Weighed]:
    """Yield the sentences of a set, without those where careful people differ."""
    gold = lines(folder / "gold.jsonl")
    for article in articles(folder):
        seen = by_rules(article, Calendar())
        stated = [g for g in gold if g["doc_id"] == article.name]
        counted = features_of(seen.sentences, sureness(seen), article.published, Calendar())
        for sentence, features in zip(seen.sentences, counted, strict=True):
            meant = [g["optional"] for g in stated if _same(sentence.text, g)]
            if not sentence.heading and (not meant or not all(meant)):
                explicit, counts = is_explicit(sentence.text), FOLDERS.get(folder.name, 1)
                yield Weighed(article.name, dict(features), bool(meant), explicit, counts)


def _same(text: str, stated: dict[str, object]) -> bool:
    said = [stated["sentence"], *stated["duplicate_sentences"]]  # type: ignore[misc]
    return any(likeness(text, str(one)) > 0 for one in said)


def found(row: Weighed) -> bool:
    """Say whether the rules found something in a sentence."""
    return row.features["sureness"] > 0


Features = Mapping[str, float]


def fit(rows: Sequence[Features], forecast: Sequence[bool], counts: Sequence[int]) -> Weights:
    """Fit weights by logistic regression; weights near zero are left out."""
    names = sorted({name for row in rows for name in row} - {"always"})
    place = {name: i for i, name in enumerate(names)}
    # Sorted, so that the same articles give the same weights to the last digit.
    cells = [
        (k, place[n], v) for k, row in enumerate(rows) for n, v in sorted(row.items()) if n in place
    ]
    at, column, value = zip(*cells, strict=True)
    matrix = csr_matrix((value, (at, column)), shape=(len(rows), len(names)))
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    model.fit(matrix, forecast, sample_weight=counts)
    weights = {"always": float(model.intercept_[0])}
    weights |= {n: float(w) for n, w in zip(names, model.coef_[0], strict=True) if abs(w) >= SMALL}
    return {name: round(weight, 3) for name, weight in weights.items()}


def of_sentences(rows: Sequence[Weighed]) -> Weights:
    """Weigh what is counted of sentences; words of few articles are no evidence."""
    spread = Counter(name for _, name in {(r.article, name) for r in rows for name in r.features})
    common = {name for name, articles in spread.items() if articles >= RARE}
    features = [{n: v for n, v in row.features.items() if n in common} for row in rows]
    return fit(features, [r.forecast for r in rows], [r.counts for r in rows])


def of_articles(rows: Sequence[Weighed], alone: Sequence[float]) -> Weights:
    """Weigh what is counted of the articles around sentences, from probabilities (0..1)."""
    rng = random.Random(1)
    stray = [
        (p, found(row), row.explicit)
        for p, row in zip(alone, rows, strict=True)
        if row.forecast and row.counts > 1
    ]
    seen: list[tuple[Features, bool, int]] = []
    for _, article in groupby(zip(rows, alone, strict=True), key=lambda pair: pair[0].article):
        pairs = list(article)
        truth, counts = [row.forecast for row, _ in pairs], pairs[0][0].counts
        if len(pairs) <= PASSAGE:
            continue
        for more in (0,) if any(truth) else (0, 1, 2):
            chances = [(p, found(row), row.explicit) for row, p in pairs] + rng.choices(
                stray, k=more
            )
            known = [*truth, *[True] * more]
            around = among(*zip(*chances, strict=True))
            seen += [(dict(f), y, counts) for f, y in zip(around, known, strict=True)]
    return fit(*zip(*seen, strict=True))


def in_turn(rows: Sequence[Weighed]) -> tuple[list[float], list[float]]:
    """Give the probabilities of sentences alone and in their articles, each article left out."""
    fold = {name: k % FOLDS for k, name in enumerate(sorted({row.article for row in rows}))}
    alone, within = [0.0] * len(rows), [0.0] * len(rows)
    for k in range(FOLDS):
        weights = of_sentences([row for row in rows if fold[row.article] != k])
        for i, row in enumerate(rows):
            if fold[row.article] == k:
                alone[i] = probability(weights, row.features.items())
    for k in range(FOLDS):
        rest = [i for i, row in enumerate(rows) if fold[row.article] != k]
        weights = of_articles([rows[i] for i in rest], [alone[i] for i in rest])
        here = [i for i, row in enumerate(rows) if fold[row.article] == k]
        for _, places in groupby(here, key=lambda i: rows[i].article):
            near = list(places)
            if len(near) <= PASSAGE:
                for i in near:
                    within[i] = alone[i]
                continue
            here_alone, some = [alone[i] for i in near], [rows[i] for i in near]
            around = among(here_alone, map(found, some), [row.explicit for row in some])
            for i, features in zip(near, around, strict=True):
                within[i] = probability(weights, features)
    return alone, within


def report(what: str, said: Iterable[bool], rows: Sequence[Weighed]) -> None:
    """Print precision, recall and F1."""
    pairs = Counter((yes, row.forecast) for yes, row in zip(said, rows, strict=True))
    right, wrong, missed = pairs[True, True], pairs[True, False], pairs[False, True]
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    f1 = 2 * right / max(2 * right + wrong + missed, 1)
    print(f"{what:<24} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")


def compare(rows: Sequence[Weighed], chances: Sequence[float]) -> None:
    """Print how well rules and evidence do: on all articles, and on those not looked at."""
    for what, least in (("all articles", 0), ("articles not looked at", 1)):
        some = [(row, p) for row, p in zip(rows, chances, strict=True) if row.counts > least]
        kept = [row for row, _ in some]
        print(f"{what}, {len(kept):,} sentences, each article left out in turn")
        report("rules alone", map(found, kept), kept)
        for line in (0.3, 0.35, 0.4, 0.45, 0.5, 0.6):
            report(f"evidence from {line:.2f}", [p >= line for _, p in some], kept)


def main() -> None:
    """Measure, and write the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("folders", nargs="*", type=Path)
    asked = parser.parse_args()
    folders = asked.folders or [SETS / name for name in FOLDERS if (SETS / name).exists()]
    rows = [row for folder in folders for row in sentences(folder)]
    alone, within = in_turn(rows)
    compare(rows, within)
    if asked.write:
        weights = {"sentence": of_sentences(rows), "article": of_articles(rows, alone)}
        text = json.dumps({"about": ABOUT, **weights}, ensure_ascii=False, indent=0, sort_keys=True)
        WEIGHTS.write_text(text + "\n", encoding="utf-8")
        print(f"{len(weights['sentence']):,} weights written to {WEIGHTS.name}")


if __name__ == "__main__":
    main()
