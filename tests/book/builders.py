"""Tiny builders: a case says only what it is about, the rest is a plain forecast of 2017."""

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

from ledger.book import Accepts, Condition, Ledger, NewCitation, NewForecast, NewRuling
from ledger.core import reports

TODAY = dt.date(2020, 1, 1)
RECORDED = dt.datetime(2020, 1, 1, 12, tzinfo=dt.UTC)


def d(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def asked(claim: str | None = "Mosul retaken by 2017-08-08", **fields: Any) -> NewForecast:
    """Return a request to add; `given` and `citation` may be plain texts, `accepts` a dict."""
    plain = {"by": "Ann", "made": "2017-02-08"}
    if isinstance(fields.get("given"), str):
        fields["given"] = Condition(fields["given"])
    if isinstance(fields.get("citation"), str):
        fields["citation"] = NewCitation(fields["citation"])
    if isinstance(fields.get("accepts"), dict):
        fields["accepts"] = Accepts(**fields["accepts"])
    return NewForecast(claim=claim, **{**plain, **fields})


def add(book: Ledger, *args: Any, **fields: Any) -> reports.Added:
    return book.add(asked(*args, **fields), TODAY, again=True)  # cases may repeat themselves


def rule(book: Ledger, question: str, **said: Any) -> reports.Resolved:
    return book.resolve(question, NewRuling(**said), TODAY)


def shown(book: Ledger, forecast: int = 1) -> reports.Shown:
    return book.show(forecast, TODAY)


def listed(book: Ledger, forecast: int = 1) -> reports.Listed:
    return shown(book, forecast).forecast


def status(book: Ledger, forecast: int = 1) -> str:
    return listed(book, forecast).status


def verdict(book: Ledger, forecast: int = 1) -> str | None:
    return listed(book, forecast).verdict


def state(book: Ledger, forecast: int = 1) -> str:
    found = book.con.execute("SELECT state FROM forecast WHERE id = ?", (forecast,)).fetchone()
    return str(found[0])


def scored(book: Ledger, forecast: int = 1) -> tuple[float | None, str | None]:
    """Return the probability and the phrase that are scored."""
    sql = "SELECT scored_probability, scored_phrase FROM forecast WHERE id = ?"
    probability, phrase = book.con.execute(sql, (forecast,)).fetchone()
    return probability, phrase


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
