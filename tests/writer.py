"""A program that adds forecasts to a book, one after another: `writer.py BOOK NAME COUNT LOG`.

After each add that the book acknowledged, a line "key seconds" goes to the log.
"""

import datetime as dt
import os
import sys
import time
from pathlib import Path

from ledger.book import Ledger, NewForecast
from ledger.errors import LedgerError

TODAY = dt.date(2020, 1, 1)


def main(path: str, name: str, count: str, log: str) -> int:
    acknowledged = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    with Ledger.open(Path(path)) as book:
        for n in range(int(count)):
            started = time.monotonic()
            claim = f"{name} says that thing {n} happens by the end of 2020"
            try:
                book.add(NewForecast(claim, by=name, key=f"{name}-{n}", note="x" * 3000), TODAY)
            except LedgerError as error:
                sys.stderr.write(f"{error}\n")
                return error.exit_code
            line = f"{name}-{n} {time.monotonic() - started:.3f}\n"
            os.write(acknowledged, line.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
