"""Rebuild the sample book from `forecasts.ndjson`, with the clock of the day it was made.

`python sample/build.py [FILE]` writes predictions.db.sample, or FILE. The journal, and so
every hash in it, comes out the same each time.
"""

import datetime as dt
import sys
from pathlib import Path

from ledger import Ledger

HERE = Path(__file__).parent
ORIGIN = "5a3b1e0000000001"
RECORDED_AT = dt.datetime(2026, 11, 20, 12, 0, tzinfo=dt.UTC)


def build(path: Path) -> None:
    """Write the sample book to a new file."""
    lines = (HERE / "forecasts.ndjson").read_text(encoding="utf-8").splitlines()
    with Ledger.create(path, origin=ORIGIN, clock=lambda: RECORDED_AT) as book:
        imported = book.import_lines(lines)
    for problem in imported.problems:
        raise SystemExit(f"line {problem.line}, {problem.column}: {problem.message}")


if __name__ == "__main__":
    target = Path(sys.argv[1]) if sys.argv[1:] else HERE.parent / "predictions.db.sample"
    target.unlink(missing_ok=True)
    build(target)
