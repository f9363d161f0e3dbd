"""A small grammar engine: rules written as patterns over words, each with the function it calls.

    @GRAMMAR.rule("PERIOD", "month and year", "C4", "MONTH:m [of] YEARLIKE:y", example="by May 2017")

A pattern is a sequence of words, `(a|b c)` alternatives, `[x]` options and NAMES: of words
(`GRAMMAR.words`), of terminals (`GRAMMAR.terminal`: numbers, months ...) or of other rules.
`:label` hands what was matched to the function. Every possibility is kept and each name is read
once per place (a packrat parser), so that reading takes linear time whatever the text.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ledger.core.deadlines.reading import Calendar
from ledger.core.deadlines.tokens import Token

DEEPEST = 12  # names inside names; only hostile text goes deeper

type_of_captures = tuple[tuple[str, Any], ...]
Match = tuple[int, type_of_captures]
Matcher = Callable[["State", int], list[Match]]
Terminal = Callable[["State", int], list[tuple[int, Any]]]


@dataclass(frozen=True, slots=True)
class Context:
    """What the words are read against. `past` looks back, `strict` reads words in running text."""

    anchor: dt.date
    calendar: Calendar = Calendar()
    past: bool = False
    strict: bool = False


Build = Callable[[Mapping[str, Any], Context], Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: where it belongs, its name, the conventions it serves, its words, an example."""

    symbol: str
    name: str
    conventions: str
    pattern: str
    example: str
    build: Build


@dataclass(slots=True)
class State:
    """One reading in progress: the tokens, the context, and what was read where."""

    tokens: list[Token]
    at: Context
    memo: dict[tuple[str, int], list[tuple[int, Any]]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A compiled part of a pattern: how to match it, what it can start with, if it can be empty."""

    match: Matcher
    first: Callable[[], frozenset[str]]
    nullable: bool = False


class Grammar:
    """Rules, word lists and terminals by name; patterns are compiled when first needed."""

    def __init__(self) -> None:
        """Start empty."""
        self.rules: list[Rule] = []
        self._terminals: dict[str, tuple[Terminal, frozenset[str]]] = {}
        self._words: dict[str, str] = {}
        self._pieces: dict[str, Piece] = {}
        self._compiled: dict[str, list[tuple[Rule, Piece, frozenset[str]]]] = {}
        self._firsts: dict[str, frozenset[str]] = {}

    def rule(
        self, symbol: str, name: str, conventions: str, pattern: str, *, example: str
    ) -> Callable[[Build], Build]:
        """Register the decorated function as the meaning of a pattern."""

        def register(build: Build) -> Build:
            self.rules.append(Rule(symbol, name, conventions, pattern, example, build))
            return build

        return register

    def alias(self, symbol: str, other: str) -> None:
        """Let a name stand for another one too; the order of the calls is the order of choice."""

        def same(captures: Mapping[str, Any], _: Context) -> Any:
            return captures["it"]

        self.rules.append(Rule(symbol, f"{other} as {symbol}", "", f"{other}:it", "", same))

    def words(self, name: str, alternatives: str) -> None:
        """Name a list of interchangeable words."""
        self._words[name] = alternatives

    def word_lists(self) -> Mapping[str, str]:
        """The named word lists."""
        return self._words

    def terminal(self, name: str, first: Iterable[str]) -> Callable[[Terminal], Terminal]:
        """Register a function that reads one thing; `first` lists the keys it can start with."""

        def register(function: Terminal) -> Terminal:
            self._terminals[name] = (function, frozenset(first))
            return function

        return register

    def parse(self, symbol: str, state: State, i: int) -> list[tuple[int, Any]]:
        """Every (end, value) of a name at a token, longest first, one value per end."""
        known = state.memo.get((symbol, i))
        if known is not None:
            return known
        if i >= len(state.tokens) or state.depth > DEEPEST:
            return []
        state.depth += 1
        best: dict[int, Any] = {}
        key = state.tokens[i].key
        for rule, piece, first in self._alternatives(symbol):
            if key in first:
                for end, captures in piece.match(state, i):
                    if end not in best:
                        value = _build(rule, captures, state)
                        if value is not None:
                            best[end] = value
        state.depth -= 1
        found = sorted(best.items(), reverse=True)
        state.memo[symbol, i] = found
        return found

    def starts(self, symbol: str) -> frozenset[str]:
        """The keys of tokens that a name can start with."""
        if symbol not in self._firsts:
            self._firsts[symbol] = frozenset()  # a name inside itself adds nothing new
            keys = [first for _, _, first in self._alternatives(symbol)]
            self._firsts[symbol] = frozenset().union(*keys)
        return self._firsts[symbol]

    def _alternatives(self, symbol: str) -> list[tuple[Rule, Piece, frozenset[str]]]:
        if symbol not in self._compiled:
            rules = [(r, self._compile(r.pattern)) for r in self.rules if r.symbol == symbol]
            if not rules:
                raise KeyError(symbol)
            self._compiled[symbol] = []
            self._compiled[symbol] = [(r, piece, piece.first()) for r, piece in rules]
        return self._compiled[symbol]

    def _compile(self, pattern: str) -> Piece:
        parts = re.findall(r"[()|\[\]]|:[a-z_]+|[^\s()|\[\]:]+", pattern)
        piece, rest = self._choice(parts)
        if rest:
            raise ValueError(pattern)
        return piece

    def _choice(self, parts: list[str]) -> tuple[Piece, list[str]]:
        options = []
        while True:
            piece, parts = self._sequence(parts)
            options.append(piece)
            if not parts or parts[0] != "|":
                return _any(options), parts
            parts = parts[1:]

    def _sequence(self, parts: list[str]) -> tuple[Piece, list[str]]:
        pieces: list[Piece] = []
        while parts and parts[0] not in ("|", ")", "]"):
            head, parts = parts[0], parts[1:]
            if head in ("(", "["):
                piece, parts = self._choice(parts)
                parts = parts[1:]
            else:
                piece = self._single(head)
            if head == "[":
                piece = _optional(piece)
            if parts and parts[0].startswith(":"):
                piece, parts = _labelled(piece, parts[0][1:], head), parts[1:]
            pieces.append(piece)
        return _all(pieces), parts

    def _single(self, name: str) -> Piece:
        if not name.isupper() or not name.isalpha():
            return _word(name)
        if name in self._terminals:
            read, first = self._terminals[name]
            return Piece(lambda s, i: _values(read(s, i)), lambda: first, "" in first)
        if name in self._words:
            if name not in self._pieces:
                self._pieces[name] = self._compile(self._words[name])
            return self._pieces[name]
        return Piece(lambda s, i: _values(self.parse(name, s, i)), lambda: self.starts(name))


def _build(rule: Rule, captures: type_of_captures, state: State) -> Any:
    try:
        value = rule.build(dict(captures), state.at)
    except (OverflowError, ValueError):  # a day that no calendar has, a year past 9999
        return None
    if value is not None:
        state.used.add(rule.name)
    return value


def _values(found: list[tuple[int, Any]]) -> list[Match]:
    return [(end, (("", value),)) for end, value in found]


def _word(word: str) -> Piece:
    def match(state: State, i: int) -> list[Match]:
        return [(i + 1, ())] if i < len(state.tokens) and state.tokens[i].text == word else []

    return Piece(match, lambda: frozenset((word,)))


def _any(options: list[Piece]) -> Piece:
    if len(options) == 1:
        return options[0]

    def match(state: State, i: int) -> list[Match]:
        return [found for option in options for found in option.match(state, i)]

    return Piece(
        match,
        lambda: frozenset().union(*[o.first() for o in options]),
        any(o.nullable for o in options),
    )


def _all(pieces: list[Piece]) -> Piece:
    if len(pieces) == 1:
        return pieces[0]

    def match(state: State, i: int) -> list[Match]:
        found: list[Match] = [(i, ())]
        for piece in pieces:
            found = [
                (end, before + captures)
                for j, before in found
                for end, captures in piece.match(state, j)
            ]
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

    return Piece(match, first, all(p.nullable for p in pieces))


def _optional(piece: Piece) -> Piece:
    def match(state: State, i: int) -> list[Match]:
        return [*piece.match(state, i), (i, ())]

    return Piece(match, piece.first, nullable=True)


def _labelled(piece: Piece, label: str, head: str) -> Piece:
    """Keep a name's value, or the words of a group, under a label."""

    def match(state: State, i: int) -> list[Match]:
        found = []
        for end, captures in piece.match(state, i):
            value = dict(captures).get("")
            if value is None or head == "(":
                value = " ".join(t.text for t in state.tokens[i:end]) if value is None else value
            kept = tuple(c for c in captures if c[0])
            found.append((end, (*kept, (label, value))))
        return found

    return Piece(match, piece.first, piece.nullable)


GRAMMAR = Grammar()
