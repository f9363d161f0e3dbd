"""A scorecard per source of 1,000,000 settled forecasts, against other ways to count them.

Run with the bench extra: python benchmarks/scorecard.py [FORECASTS] [BOOK]
A synthetic book is imported the way any book is, into BOOK if that is named: a file that is kept,
and taken as it is when it is there. Runs are taken in turns, and the fastest of each counts;
ratios are to the bare SELECT ... GROUP BY over the covering index. What is not installed is
named and left out. DuckDB and pandas do less than the scorecard: hits and mean Brier by source,
and for pandas an isotonic fit by scikit-learn; no intervals, medians, questions or ranks.
"""

import cProfile
import datetime as dt
import json
import pstats
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ledger.book import Ledger, ScorecardRequest

TODAY, EARLIER = dt.date(2026, 1, 1), dt.date(2019, 1, 1)
SOURCES = 50
BARE = """
SELECT source_id, counted, own_voice, state, scored_probability, COUNT(*) FROM citation
GROUP BY source_id, counted, own_voice, state, scored_probability
"""
BY_SOURCE = """
SELECT source_id, COUNT(*), AVG((scored_probability - y) * (scored_probability - y)),
  SUM(CASE WHEN (scored_probability > 0.5) = (y = 1) THEN 1 ELSE 0 END)
FROM scored WHERE deadline <= '2026-01-01' GROUP BY source_id
"""
ROWS = """
SELECT source_id, scored_probability, state = 'true' AS y, deadline FROM citation
WHERE state IN ('true', 'false')
"""


def lines(forecasts: int) -> Iterator[str]:
    """Yield flat rows: a source, a probability with two decimals, an outcome that fits it."""
    rng = random.Random(1)
    for n in range(forecasts):
        p = rng.randint(0, 100) / 100
        day = dt.date(2015, 1, 1) + dt.timedelta(days=rng.randrange(3000))
        came = rng.random() < 0.2 + 0.6 * p
        end = day + dt.timedelta(days=100)
        on = day + dt.timedelta(days=rng.randrange(100))
        happened = {"happened": "yes", "happened_on": str(on)} if came else {"happened": "no"}
        row = {
            "claim": f"Claim {n}", "forecaster": f"Forecaster {rng.randrange(1000)}",
            "made_on": str(day), "deadline": str(end), "probability": p,
            "source": f"Source {rng.randrange(SOURCES)}", **happened,
        }  # fmt: skip
        yield json.dumps(row) + "\n"


def best(work: Callable[[], object], runs: int = 3) -> float:
    """Seconds of the fastest of several runs."""
    return side_by_side({"": work}, runs)[""]


def side_by_side(works: Mapping[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """Seconds of the fastest run of each, taken in turns: a machine is not equally fast always."""
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            seconds[name].append(time.perf_counter() - start)
    return {name: min(found) for name, found in seconds.items()}


def duckdb_seconds(rows: list[Any]) -> float | None:
    """DuckDB on its own table of the same rows."""
    if find_spec("duckdb") is None or find_spec("pandas") is None:
        return None
    import duckdb  # noqa: PLC0415 - may be missing
    import pandas as pd  # noqa: PLC0415 - may be missing

    frame = pd.DataFrame(rows, columns=["source_id", "scored_probability", "y", "deadline"])
    con = duckdb.connect()
    con.execute("CREATE TABLE scored AS SELECT * FROM frame")
    del frame
    return best(lambda: con.execute(BY_SOURCE).fetchall())


def pandas_seconds(rows: list[Any]) -> float | None:
    """Pandas on a frame in memory, and scikit-learn for the calibration."""
    if find_spec("pandas") is None or find_spec("sklearn") is None:
        return None
    import pandas as pd  # noqa: PLC0415 - may be missing
    from sklearn.isotonic import IsotonicRegression  # noqa: PLC0415 - may be missing

    frame = pd.DataFrame(rows, columns=["source_id", "p", "y", "deadline"])

    def work() -> None:
        due = frame[frame.deadline <= "2026-01-01"]
        scored = due.assign(brier=(due.p - due.y) ** 2, hit=(due.p > 0.5) == (due.y == 1))
        scored.groupby("source_id")[["brier", "hit"]].mean()
        IsotonicRegression().fit(due.p, due.y)

    return best(work, runs=2)


def python_calls(book: Ledger) -> int:
    """Calls of Python functions that one scorecard takes: they do not grow with the book."""
    profile = cProfile.Profile()
    profile.runcall(book.scorecard, ScorecardRequest(per="source"), TODAY)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined] # not in the stubs


def main(forecasts: str = "1000000", path: str | None = None) -> None:
    """Print times and ratios."""
    n = int(forecasts)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(path) if path else Path(folder) / "book.db"
        if file.exists():
            book = Ledger.open(file)
        else:
            book = Ledger.create(file)
            start = time.perf_counter()
            book.import_lines(lines(n))
            print(f"{n:,} forecasts imported in {time.perf_counter() - start:.1f} s")
        report(book)
        book.close()


def report(book: Ledger) -> None:
    """Print one line for each way to count."""
    per_source = ScorecardRequest(per="source")
    works: dict[str, Callable[[], object]] = {
        "bare SELECT ... GROUP BY": lambda: book.con.execute(BARE).fetchall(),
        "scorecard --per source": lambda: book.scorecard(per_source, TODAY),
        "the same, as of 2019": lambda: book.scorecard(per_source, EARLIER),
    }
    found = side_by_side(works, runs=7)
    bare = found["bare SELECT ... GROUP BY"]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows = book.con.execute(ROWS).fetchall()
    times = {
        **found,
        "scorecard --per forecaster": best(
            lambda: book.scorecard(ScorecardRequest(per="forecaster"), TODAY), runs=1
        ),
        "calibration": best(lambda: book.calibration(ScorecardRequest(), TODAY), runs=1),
        "DuckDB, hits and Brier": duckdb_seconds(rows),
        "pandas and scikit-learn": pandas_seconds(rows),
    }
    for name, seconds in times.items():
        if seconds is None:
            print(f"{name:<28} not installed")
        else:
            print(f"{name:<28} {seconds * 1000:9.0f} ms {seconds / bare:8.1f} x bare")
    print(f"{'most memory up to there':<28} {peak:9.0f} MiB (an import is part of it)")
    print(f"{'calls in one scorecard':<28} {python_calls(book):9,}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
