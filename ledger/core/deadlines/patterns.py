"""Patterns over words: how a rule's words are compiled and matched.

A pattern is a sequence of words, `(a|b c)` alternatives, `[x]` options and NAMES, each with an
optional `:label`. Matching returns every possibility as (end, captured values).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from ledger.core.deadlines.tokens import Token

Captured = tuple[tuple[str, Any], ...]
Match = tuple[int, Captured]


class Place(Protocol):
    """What a pattern needs of a reading in progress."""

    tokens: list[Token]


Matcher = Callable[[Any, int], list[Match]]
Name = Callable[[str], "Piece"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A compiled part of a pattern: how it matches and with which keys of tokens it can start."""

    match: Matcher
    first: Callable[[], frozenset[str]]
    nullable: bool = False
    literal: tuple[str, ...] | None = None


def compile_pattern(pattern: str, name: Name) -> Piece:
    """The piece of a pattern; `name` gives that of a NAME. Raises ValueError if malformed."""
    parts = re.findall(r"[()|\[\]]|:[a-z_]+|[^\s()|\[\]:]+", pattern)
    piece, rest = _choice(parts, name)
    if rest:
        raise ValueError(pattern)
    return piece


def _choice(parts: list[str], name: Name) -> tuple[Piece, list[str]]:
    options = []
    while True:
        piece, parts = _sequence(parts, name)
        options.append(piece)
        if not parts or parts[0] != "|":
            return _any(options), parts
        parts = parts[1:]


def _sequence(parts: list[str], name: Name) -> tuple[Piece, list[str]]:
    pieces: list[Piece] = []
    while parts and parts[0] not in ("|", ")", "]"):
        head, parts = parts[0], parts[1:]
        if head in ("(", "["):
            piece, parts = _choice(parts, name)
            parts = parts[1:]
        else:
            piece = name(head) if head.isalpha() and head.isupper() else _word(head)
        if parts and parts[0].startswith(":"):
            piece, parts = _labelled(piece, parts[0][1:], group=head in ("(", "[")), parts[1:]
        if head == "[":
            piece = _optional(piece)
        pieces.append(piece)
    return _all(pieces), parts


def _word(word: str) -> Piece:
    def match(state: Place, i: int) -> list[Match]:
        return [(i + 1, ())] if i < len(state.tokens) and state.tokens[i].text == word else []

    return Piece(match, lambda: frozenset((word,)), literal=(word,))


def _any(options: list[Piece]) -> Piece:
    if len(options) == 1:
        return options[0]
    if all(o.literal for o in options):
        return _word_list([o.literal for o in options if o.literal])
    table: dict[str, list[Matcher]] = {}
    always: list[Matcher] = []

    def prepare() -> None:
        always.extend(o.match for o in options if o.nullable or "" in o.first())
        for key in frozenset().union(*(o.first() for o in options)):
            table[key] = [
                o.match for o in options if o.nullable or not {key, ""}.isdisjoint(o.first())
            ]

    def match(state: Place, i: int) -> list[Match]:
        if not table:
            prepare()
        key = state.tokens[i].key if i < len(state.tokens) else ""
        found: list[Match] = []
        for option in table.get(key, always):
            found += option(state, i)
        return found

    def first() -> frozenset[str]:
        return frozenset().union(*[o.first() for o in options])

    return Piece(match, first, any(o.nullable for o in options))


def _word_list(entries: list[tuple[str, ...]]) -> Piece:
    """Many alternatives of plain words, looked up by the first one; the longest comes first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for entry in sorted(set(entries), key=len, reverse=True):
        table.setdefault(entry[0], []).append(entry)

    def match(state: Place, i: int) -> list[Match]:
        if i >= len(state.tokens) or state.tokens[i].text not in table:
            return []
        words = tuple(t.text for t in state.tokens[i : i + 8])
        return [(i + len(e), ()) for e in table[words[0]] if words[: len(e)] == e]

    return Piece(match, lambda: frozenset(table))


def _all(pieces: list[Piece]) -> Piece:
    if len(pieces) == 1:
        return pieces[0]

    steps: list[tuple[Matcher, frozenset[str], bool]] = []

    def match(state: Place, i: int) -> list[Match]:
        if not steps:
            steps.extend((p.match, p.first(), p.nullable) for p in pieces)
        found: list[Match] = [(i, ())]
        for step in steps:
            found = _step(*step, state, found)
            if not found:
                break
        return found

    def first() -> frozenset[str]:
        keys: frozenset[str] = frozenset()
        for piece in pieces:
            keys |= piece.first()
            if not piece.nullable:
                break
        return keys

    words = [w for p in pieces for w in p.literal or ()]
    plain = all(p.literal for p in pieces)
    return Piece(match, first, all(p.nullable for p in pieces), tuple(words) if plain else None)


def _step(
    match: Matcher, keys: frozenset[str], nullable: bool, state: Place, found: list[Match]
) -> list[Match]:
    """Go on from every place reached; a look at the next key saves most of the calls."""
    tokens, anything = state.tokens, "" in keys
    grown: list[Match] = []
    for j, before in found:
        if anything or (j < len(tokens) and tokens[j].key in keys):
            grown += [(end, before + after) for end, after in match(state, j)]
        elif nullable:
            grown.append((j, before))
    return grown


def _optional(piece: Piece) -> Piece:
    def match(state: Place, i: int) -> list[Match]:
        return [*piece.match(state, i), (i, ())]

    return Piece(match, piece.first, nullable=True)


def _labelled(piece: Piece, label: str, *, group: bool) -> Piece:
    """Keep a name's value under a label; of a group or a word list, the words themselves."""

    def match(state: Place, i: int) -> list[Match]:
        found = []
        for end, captured in piece.match(state, i):
            values = [value for key, value in captured if not key]
            if group or not values:
                value: Any = " ".join(t.text for t in state.tokens[i:end])
            else:
                value = values[0]
            kept = tuple(c for c in captured if c[0])
            found.append((end, (*kept, (label, value))))
        return found

    return Piece(match, piece.first, piece.nullable)
