"""Import and export of a large file, whole processes run side by side with sqlite-utils.

Reach: `ledger import` of 200,000 flat rows at most 0.6 x `sqlite-utils insert --nl` of the same
file, which neither validates nor journals nor indexes; 1,000,000 at 0.5 x and in 200 MiB.

    python benchmarks/import_export.py [ROWS [RUNS]]
"""

import datetime as dt
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
FIRST = dt.date(2015, 1, 1)

Row = Callable[[int, random.Random], dict[str, object]]


def row(number: int, rng: random.Random) -> dict[str, object]:
    """Return one synthetic forecast: 50 sources, a probability with two decimals."""
    made = FIRST + dt.timedelta(rng.randrange(2000))
    deadline = made + dt.timedelta(30 + rng.randrange(300))
    said: dict[str, object] = {
        "claim": f"Synthetic event number {number} happens in region {number % 97}",
        "forecaster": f"Forecaster {rng.randrange(500)}",
        "made_on": made.isoformat(),
        "deadline": deadline.isoformat(),
        "probability": round(rng.random(), 2),
        "source": f"Source {rng.randrange(50)}",
    }
    if rng.random() < 0.4:
        day = made + dt.timedelta(1 + rng.randrange(400))
        return {**said, "happened": "yes", "happened_on": day.isoformat()}
    return {**said, "happened": "no"}


def wide_row(number: int, rng: random.Random) -> dict[str, object]:
    """Return the same with every field that a flat row may have, and letters beyond ASCII."""
    said = row(number, rng)
    story = rng.randrange(4000)
    said |= {
        "forecaster": f"Forécaster {number % 500}",
        "role": ("minister", "poet", "Général")[number % 3],
        "forecaster_kind": ("person", "organisation", "model")[number % 3],
        "phrase": rng.choice(("probably", "likely", "expects")),
        "negated": number % 5 == 0,
        "title": f"Story {story} – a “title”",
        "url": f"https://example.org/{story}",
        "published_on": said["made_on"],
        "quote": f"“It will,” she said of number {number}.",
        "tags": [f"tag {number % 7}"],
        "note": f"note {number % 100}",
        "evidence": f"https://example.org/evidence/{number % 1000}",
    }
    return said


def write_rows(path: Path, rows: int, make: Row = row) -> None:
    """Write a file of synthetic forecasts, the same each time."""
    rng = random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        for number in range(rows):
            file.write(json.dumps(make(number, rng), ensure_ascii=number % 2 == 0) + "\n")


def run(command: list[str], folder: Path, output: Path | None = None) -> tuple[float, float, int]:
    """Run a whole process; return its wall time and processor seconds, and peak memory in KiB."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (output or Path(os.devnull)).open("wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=out)
        _, status, used = os.wait4(process.pid, 0)
        elapsed = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    return elapsed, used.ru_utime + used.ru_stime, used.ru_maxrss


def measure(folder: Path, rows: int, runs: int, make: Row) -> None:
    """Print the ratio of medians, and the peak memory of the import."""
    file = folder / "rows.ndjson"
    write_rows(file, rows, make)
    book, other = folder / "book.db", folder / "other.db"
    ledger = [str(BIN / "ledger"), "--db", str(book)]
    plain = [str(BIN / "sqlite-utils"), "insert", str(other), "t", str(file), "--nl", "--silent"]
    ours, theirs = [], []
    for _ in range(runs):
        book.unlink(missing_ok=True)
        other.unlink(missing_ok=True)
        run([*ledger, "init"], folder)
        ours.append(run([*ledger, "import", str(file)], folder))
        theirs.append(run(plain, folder))
    one, two = (statistics.median(r[0] for r in found) for found in (ours, theirs))
    work, their_work = (statistics.median(r[1] for r in found) for found in (ours, theirs))
    print(
        f"import {rows:,} rows ({make.__name__}): {one:.1f} s, {one / two:.2f} x sqlite-utils "
        f"insert --nl ({two:.1f} s); processor {work:.1f} s against {their_work:.1f} s; "
        f"{max(r[2] for r in ours) / 1024:.0f} MiB"
    )
    seconds, _, peak = run([*ledger, "export"], folder, folder / "out.ndjson")
    theirs_out = [str(BIN / "sqlite-utils"), "rows", str(other), "t", "--nl"]
    reading = run(theirs_out, folder, folder / "other.ndjson")[0]
    print(
        f"export {rows:,} rows: {seconds:.1f} s, {seconds / reading:.2f} x sqlite-utils rows --nl "
        f"({reading:.1f} s), {peak / 1024:.0f} MiB"
    )
    print(f"scorecard of them: {run([*ledger, 'scorecard', '--per', 'source'], folder)[0]:.2f} s")


def main() -> None:
    """Measure with 200,000 rows, or as many as are named."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    folder = Path(tempfile.mkdtemp())
    try:
        for make in (row, wide_row):
            measure(folder, rows, runs, make)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
