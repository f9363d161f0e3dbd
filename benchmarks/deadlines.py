"""How many phrases of time are read right, and how fast: `python benchmarks/deadlines.py`.

The phrases are those of tests/data/deadlines. Strict is the very day, lenient a day inside the
annotated tolerance; a phrase without a date is right when no date is read.
"""

import datetime as dt
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ledger.core.deadlines import Calendar, Reading, read_deadline, read_statement

DATA = Path(__file__).parent.parent / "tests" / "data" / "deadlines"
ROUNDS = 5


def rows(name: str) -> Iterator[dict[str, Any]]:
    """The lines of a data file."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def read(row: dict[str, Any]) -> Reading | None:
    """A row's phrase, read on its day and in its calendar."""
    end = row.get("context", {}).get("fiscal_year_end")
    calendar = Calendar(fiscal_year_end=(int(end[:2]), int(end[3:])) if end else None)
    return read_deadline(row["phrase"], dt.date.fromisoformat(row["anchor"]), calendar)


def score_deadlines() -> tuple[dict[str, float], list[str]]:
    """Shares of the given phrases read right, and the ones that are not."""
    counts: Counter[str] = Counter()
    wrong = []
    for row in rows("deadlines.jsonl"):
        reading = read(row)
        day = reading.deadline.isoformat() if reading and reading.deadline else None
        if row["deadline"] is None:
            counts.update(none=1, abstained=day is None)
            right = day is None
        else:
            right = day is not None and row["lo"] <= day <= row["hi"]
            counts.update(dated=1, lenient=right, strict=day == row["deadline"])
            crisp = not row["vague"]
            counts.update(crisp=crisp, crisp_strict=crisp and day == row["deadline"])
        if not right:
            wrong.append(f"{row['phrase']} from {row['anchor']}: {day}, not {row['deadline']}")
    return {
        "within tolerance": counts["lenient"] / counts["dated"],
        "exact": counts["strict"] / counts["dated"],
        "exact on crisp words": counts["crisp_strict"] / counts["crisp"],
        "no date where there is none": counts["abstained"] / counts["none"],
    }, wrong


def score_statements() -> tuple[float, list[str]]:
    """The share of days of saying whose latest day is inside the window, and the others."""
    wrong, total = [], 0
    for row in rows("statement_dates.jsonl"):
        total += 1
        window = read_statement(row["phrase"], dt.date.fromisoformat(row["article_date"]))
        if window is None or not row["lo"] <= window.latest.isoformat() <= row["hi"]:
            wrong.append(f"{row['phrase']} in an article of {row['article_date']}: {window}")
    return 1 - len(wrong) / total, wrong


def milliseconds_per_phrase() -> float:
    """The time of one phrase once the patterns are compiled, the best of several rounds."""
    phrases = list(rows("deadlines.jsonl"))
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for row in phrases:
            read(row)
        best = min(best, (time.perf_counter() - start) / len(phrases))
    return best * 1000


def main() -> None:
    """Print the figures and what was read wrong."""
    shares, wrong = score_deadlines()
    for name, share in shares.items():
        print(f"deadlines, {name:<28} {share:.3f}")
    share, wrong_days = score_statements()
    print(f"statement dates inside their window     {share:.3f}")
    print(f"time per phrase                         {milliseconds_per_phrase():.2f} ms")
    for line in wrong + wrong_days:
        print("wrong:", line)


if __name__ == "__main__":
    main()
