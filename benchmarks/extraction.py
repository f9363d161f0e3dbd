"""Measure how well forecasts are read out of articles, and how fast.

Usage: extraction.py [FOLDER ...]   (default: the invented sets of the tests)

A folder holds docs.jsonl (doc_id, outlet, article_date), gold.jsonl and the texts, in the folder
itself or below `articles/`. A candidate matches an annotated statement when their sentences share
at least half of their words. Printed: precision, recall and F1 of sentences; recall of checkable
statements; forecaster, deadline (inside its tolerance) and abstention of matched statements; and
the whole record: found, with forecaster and deadline right, of all required statements.
"""

import datetime as dt
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ledger.articles import Article, candidate_json, extract

Record = Mapping[str, Any]
HERE = Path(__file__).resolve().parent
SETS = HERE.parent / "tests/data/articles"
DEFAULT = [SETS / "given", SETS / "own", SETS / "outside"]
_TYPOGRAPHY = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-"})
_TITLES = frozenset(
    "the a an of at mr mrs ms dr prof professor president sir gen general col colonel"
    " minister prime"
    " us u.s".split()
)
_COMMON = frozenset(
    "official officials analyst analysts expert experts economist economists source"
    " sources diplomat"
    " diplomats observers scientist scientists agencies intelligence groups commander commanders"
    " executives secretary spokesman bank report negotiators forces studies university".split()
)
_NOBODY = frozenset({"", "narrator", "article", "author", "unattributed", "unknown"})


def lines(path: Path) -> list[dict[str, Any]]:
    """Read a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def articles(folder: Path, docs: str = "docs.jsonl") -> Iterator[Article]:
    """Give the articles of a set."""
    for doc in lines(folder / docs):
        places = (folder, folder / "articles", folder.parent / "articles")
        paths = (place / f"{doc['doc_id']}.txt" for place in places)
        yield Article(
            text=doc.get("text") or next(p for p in paths if p.exists()).read_text("utf-8"),
            name=doc["doc_id"],
            outlet=doc["outlet"],
            published=dt.date.fromisoformat(doc["article_date"]),
        )


def likeness(one: str, other: str) -> float:
    """Give 0..1: how much two sentences are the same, by their words."""
    first, second = (
        set(re.findall(r"[a-z0-9$%]+(?:'[a-z]+)?", s.translate(_TYPOGRAPHY).lower()))
        for s in (one, other)
    )
    if not first or not second:
        return 0.0
    shared, small, large = len(first & second), *sorted((len(first), len(second)))
    if shared >= 0.5 * len(first | second):
        return shared / len(first | second)
    part = shared >= 0.8 * small and small >= 0.35 * large and shared >= 4
    return 0.5 * shared / small + 0.3 * small / large if part else 0.0


def _name(text: str) -> list[str]:
    words = re.findall(r"[a-z0-9']+", text.translate(_TYPOGRAPHY).lower().replace("'s", ""))
    return [word for word in words if word not in _TITLES]


def same_forecaster(gold: Record, said: str | None) -> bool:
    """Say whether a name is the annotated one or an alias: same words or same last name."""
    accepted = [gold.get("forecaster") or "", *(gold.get("forecaster_aliases") or [])]
    name = _name(said or "")
    if not name or (said or "") in _NOBODY:
        return any(not _name(alias) or alias in _NOBODY for alias in accepted)
    for alias in filter(None, map(_name, accepted)):
        if set(alias) <= set(name) or set(name) <= set(alias):
            return True
        if alias[-1] == name[-1] and alias[-1] not in _COMMON:
            return True
    return False


def deadline_right(gold: Record, day: str | None) -> bool:
    """Say whether a deadline lies in the annotated tolerance; null is right when null is meant."""
    if gold["deadline"] is None or day is None:
        return gold["deadline"] is None and day is None
    return bool(gold["deadline_lo"] <= day <= gold["deadline_hi"])


def score(gold: Iterable[Record], found: Iterable[Record]) -> Counter[str]:
    """Count hits and misses of a set, document by document."""
    counts: Counter[str] = Counter()
    by_gold, by_found = defaultdict(list), defaultdict(list)
    for item in gold:
        by_gold[item["doc_id"]].append(item)
    for item in found:
        by_found[item["doc_id"]].append(item)
    for doc in by_gold.keys() | by_found.keys():
        _score_document(by_gold[doc], by_found[doc], counts)
    return counts


def _score_document(gold: Sequence[Record], found: Sequence[Record], counts: Counter[str]) -> None:
    like = [
        [
            max(likeness(f["sentence"], s) for s in (g["sentence"], *g["duplicate_sentences"]))
            for g in gold
        ]
        for f in found
    ]
    _score_sentences(gold, found, like, counts)
    pairs = sorted(
        (
            (
                like[i][k]
                + 0.5 * deadline_right(g, f["deadline"])
                + 0.25 * same_forecaster(g, f["forecaster"]),
                i,
                k,
            )
            for i, f in enumerate(found)
            for k, g in enumerate(gold)
            if like[i][k] > 0
        ),
        reverse=True,
    )
    matched: dict[int, int] = {}
    for _, i, k in pairs:
        if i not in matched.values() and k not in matched:
            matched[k] = i
    for k, item in enumerate(gold):
        if not item["optional"]:
            _score_item(item, found[matched[k]] if k in matched else None, counts)


def _score_sentences(
    gold: Sequence[Record],
    found: Sequence[Record],
    like: Sequence[Sequence[float]],
    counts: Counter[str],
) -> None:
    for sentence in {g["sentence"] for g in gold if not g["optional"]}:
        here = [k for k, g in enumerate(gold) if g["sentence"] == sentence]
        hit = any(like[i][k] > 0 for i in range(len(found)) for k in here)
        checkable = any(
            gold[k]["resolvable"] == "resolvable" and not gold[k]["optional"] for k in here
        )
        counts.update(required=1, reached=hit, checkable=checkable, checkable_hit=checkable and hit)
    for sentence in {f["sentence"] for f in found}:
        mine = [i for i, f in enumerate(found) if f["sentence"] == sentence]
        hits = {k for i in mine for k in range(len(gold)) if like[i][k] > 0}
        if hits and all(gold[k]["optional"] for k in hits):
            continue
        counts.update(proposed=1, good=bool(hits))


def _score_item(gold: Record, found: Record | None, counts: Counter[str]) -> None:
    counts.update(items=1, dated=gold["deadline"] is not None)
    if found is None:
        return
    day = deadline_right(gold, found["deadline"])
    who = same_forecaster(gold, found["forecaster"])
    kind = "dated" if gold["deadline"] is not None else "undated"
    counts.update({"matched": 1, "who": who, f"matched_{kind}": 1, f"{kind}_right": day})
    counts.update(polarity=found["polarity"] == gold["polarity"], whole=day and who)


def rates(counts: Counter[str]) -> dict[str, float]:
    """Turn counts into the rates that are reported."""

    def rate(part: str, whole: str) -> float:
        return round(counts[part] / counts[whole], 4) if counts[whole] else 0.0

    precision, recall = rate("good", "proposed"), rate("reached", "required")
    both = precision + recall
    return {
        "sentence precision": precision,
        "sentence recall": recall,
        "sentence F1": round(2 * precision * recall / both, 4) if both else 0.0,
        "recall of checkable": rate("checkable_hit", "checkable"),
        "forecaster right": rate("who", "matched"),
        "deadline right": rate("dated_right", "matched_dated"),
        "no deadline right": rate("undated_right", "matched_undated"),
        "polarity right": rate("polarity", "matched"),
        "whole record right": rate("whole", "items"),
    }


def measure(
    folder: Path, docs: str = "docs.jsonl", gold: str = "gold.jsonl"
) -> tuple[dict[str, float], list[float], list[Record]]:
    """Give the rates of a set, milliseconds per article and the candidates as JSON objects."""
    found: list[Record] = []
    spent: list[float] = []
    for article in articles(folder, docs):
        started = time.perf_counter()
        candidates = extract(article)
        spent.append(1000 * (time.perf_counter() - started))
        found += [candidate_json(candidate) for candidate in candidates]
    return rates(score(lines(folder / gold), found)), spent, found


def main(folders: Sequence[str]) -> None:
    """Print the figures of every set."""
    for folder in [Path(f) for f in folders] or DEFAULT:
        for docs, gold in (("docs.jsonl", "gold.jsonl"), ("seeds_docs.jsonl", "seeds_gold.jsonl")):
            if not (folder / docs).exists():
                continue
            figures, spent, found = measure(folder, docs, gold)
            print(f"{folder.name}/{docs}: {len(spent)} articles, {len(found)} candidates")
            for name, value in figures.items():
                print(f"  {name:22}{value:.3f}")
            slowest = max(spent[1:] or spent)
            print(f"  {'ms per article':22}{sum(spent) / len(spent):.1f} (slowest {slowest:.1f})")


if __name__ == "__main__":
    main(sys.argv[1:])
