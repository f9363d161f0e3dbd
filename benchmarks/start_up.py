"""Start-up as a user feels it: whole processes, run side by side, ratios of medians.

Reach: `--help` at most 80 ms above `python -c pass`; reading commands on the sample at most
1.0 x `sqlite-utils rows -t` on it; `add` at most 1.0 x a program that imports typer and sqlmodel.
"""

import itertools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
RUNS = 15

ANEW = "N*"  # stands for another number in each run: the book refuses what it has already
NUMBERS = itertools.count()

PASS = [sys.executable, "-c", "pass"]
NAIVE = [sys.executable, "-c", "import typer, sqlmodel"]


def seconds(command: list[str], folder: Path) -> float:
    """Return the wall time of one whole process."""
    start = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [word.replace(ANEW, str(next(NUMBERS))) for word in command]
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    return time.perf_counter() - start


def pair(command: list[str], other: list[str], folder: Path) -> tuple[float, float]:
    """Return the median times of two commands run in turn, after one warm-up each."""
    times = [(seconds(command, folder), seconds(other, folder)) for _ in range(RUNS + 1)][1:]
    return statistics.median(a for a, _ in times), statistics.median(b for _, b in times)


def main() -> None:
    """Print one line for each command; sqlite-utils stands for `sqlite-utils rows -t`."""
    folder = Path(tempfile.mkdtemp())
    shutil.copy(ROOT / "predictions.db.sample", folder / "predictions.db")
    ledger = [str(BIN / "ledger")]
    rows = [str(BIN / "sqlite-utils"), "rows", "-t", "predictions.db", "forecast"]
    ours, floor = pair([*ledger, "--help"], PASS, folder)
    print(
        f"--help        {ours * 1000:5.0f} ms, {(ours - floor) * 1000:4.0f} ms above python -c pass"
    )
    reading = (["list"], ["due"], ["show", "1"], ["scorecard"])
    for words in reading:
        ours, theirs = pair([*ledger, *words], rows, folder)
        print(f"{' '.join(words):12}  {ours * 1000:5.0f} ms, {ours / theirs:.2f} x sqlite-utils")
    add = ["add", f"It rains {ANEW} times by 2030", "--by", "Somebody", "--made", "2026-01-01"]
    ours, theirs = pair([*ledger, *add], NAIVE, folder)
    print(f"{'add':12}  {ours * 1000:5.0f} ms, {ours / theirs:.2f} x import typer, sqlmodel")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
