"""The hash chain of the journal: canonical bytes of an entry, and the link to the one before.

Each entry's hash covers the hash before it, so that an entry changed, moved, inserted or
removed anywhere but at the end breaks every link after it. What the chain cannot show by
itself (a cut tail, a log rewritten as a whole) is found with an anchor given away earlier.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

GENESIS = "0" * 64

_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)


class Entry(NamedTuple):
    """One line of the journal. `about` is what it concerns ("f12", "q3", or "")."""

    seq: int
    recorded_at: str
    kind: str
    about: str
    request: str
    body: str
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain does not hold."""

    seq: int
    problem: str


def canonical(body: Any) -> str:
    """Return the one text for a JSON value: sorted keys, no spaces, UTF-8 as it is.

    ValueError for NaN and infinities, which JSON has no word for.
    """
    return _ENCODER.encode(body)


def link(previous: str, entry: Entry) -> str:
    """Return the SHA-256, in hex, that binds an entry to the one before it."""
    return digest(previous, *entry[:6])


def digest(
    previous: str, seq: int, recorded_at: str, kind: str, about: str, request: str, body: str
) -> str:
    """Return the link of an entry given by its columns."""
    head = f"{previous}\n{seq}\n{recorded_at}\n{kind}\n{about}\n{request}\n{body}"
    return hashlib.sha256(head.encode()).hexdigest()


def breaks(entries: Iterable[Entry], start: str = GENESIS) -> Iterable[Break]:
    """Walk a chain from its first entry and yield every place where it does not hold."""
    previous, expected, last_time = start, 1, ""
    for entry in entries:
        if entry.seq != expected:
            yield Break(entry.seq, f"entry {expected} is missing")
        if entry.recorded_at < last_time:
            yield Break(entry.seq, "recorded before the entry in front of it")
        if link(previous, entry) != entry.hash:
            yield Break(entry.seq, "its hash does not fit its content and the entry before it")
        previous, expected, last_time = entry.hash, entry.seq + 1, entry.recorded_at
