"""Isotonic calibration of 1,000,000 forecasts: from the tally, against scikit-learn on the rows.

Run with the test extra: python benchmarks/calibration.py [FORECASTS]
Machines differ, so the ratio of two runs side by side is what counts. To reach: 5 ms from the
tally. Counting the rows is shown too: a database does it with one GROUP BY.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable

import numpy as np
from sklearn.isotonic import IsotonicRegression

from ledger.core.measures.calibration import corp
from ledger.core.measures.consistency import perfect_calibration
from ledger.core.measures.tally import Tally


def best(work: Callable[[], object], runs: int = 5) -> float:
    """Seconds of the fastest of several runs."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def main(forecasts: int = 1_000_000) -> None:
    """Print the times and the ratio."""
    rng = random.Random(1)
    stated = [rng.randint(0, 100) / 100 for _ in range(forecasts)]
    outcomes = [int(rng.random() < 0.2 + 0.6 * p) for p in stated]
    counts = Counter(zip(stated, outcomes, strict=True))
    counting = best(lambda: Counter(zip(stated, outcomes, strict=True)), runs=1)
    tally = Tally.from_counts(counts)
    mine = best(lambda: corp(Tally.from_counts(counts)))
    band = best(lambda: perfect_calibration(tally), runs=1)
    p, y = np.array(stated), np.array(outcomes)
    theirs = best(lambda: IsotonicRegression().fit(p, y).predict(p))
    print(f"{forecasts:,} forecasts in {len(tally.cells)} cells")
    print(f"CORP from the tally        {mine * 1000:9.2f} ms")
    print(f"scikit-learn on the rows   {theirs * 1000:9.2f} ms")
    print(f"ratio                      {mine / theirs:9.4f}")
    print(f"band, 999 resamples        {band * 1000:9.2f} ms")
    print(f"counting the rows          {counting * 1000:9.2f} ms")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
