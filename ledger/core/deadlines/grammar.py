"""A small grammar engine: rules written as patterns over words, each with the function it calls.

    @GRAMMAR.rule("MONTHLIKE", "month and year", "C4", "MONTH:month [of] YEARLIKE:year",
                  example="by May 2017")

The first word is what the rule reads, a NAME that other patterns use. A function gets what its
pattern labelled and the context, and returns a value, or None when the words do not make sense.
Every possibility is kept and each name is read once per place (a packrat parser), so that reading
takes linear time whatever the text.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ledger.core.deadlines.patterns import Captured, Match, Piece, compile_pattern
from ledger.core.deadlines.reading import Calendar
from ledger.core.deadlines.tokens import Token

DEEPEST = 14  # names inside names; only hostile text goes deeper
Captures = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Context:
    """What the words are read against.

    `past` looks back, `strict` reads words in running text, `bare` takes words there that are a
    deadline only when they stand alone.
    """

    anchor: dt.date
    calendar: Calendar
    past: bool = False
    strict: bool = False
    bare: bool = False


@dataclass(slots=True)
class State:
    """One reading in progress: the tokens, the context, what was read where."""

    tokens: list[Token]
    at: Context
    memo: dict[tuple[str, int], list[tuple[int, Any]]] = field(default_factory=dict)
    words: dict[tuple[str, int], list[Match]] = field(default_factory=dict)
    depth: int = 0

    def word(self, i: int) -> str:
        """The folded text of a token, empty past either end."""
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def key(self, i: int) -> str:
        """What rules look a token up by, empty past either end."""
        return self.tokens[i].key if 0 <= i < len(self.tokens) else ""


Build = Callable[[Captures, Context], Any]
Built = TypeVar("Built", bound=Build)
Found = list[tuple[int, Any]]
Terminal = Callable[[State, int], Found]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it reads, its name, the conventions it serves, its words and an example."""

    symbol: str
    name: str
    conventions: str
    pattern: str
    example: str
    build: Build


Table = tuple[dict[str, list[tuple[Rule, Piece]]], list[tuple[Rule, Piece]]]


class Grammar:
    """Rules, word lists and terminals by name; patterns are compiled when first needed."""

    def __init__(self) -> None:
        """Start empty."""
        self.rules: list[Rule] = []
        self._terminals: dict[str, Piece] = {}
        self._words: dict[str, str] = {}
        self._pieces: dict[str, Piece] = {}
        self._compiled: dict[str, list[tuple[Rule, Piece]]] = {}
        self._tables: dict[str, Table] = {}
        self._firsts: dict[str, frozenset[str]] = {}
        self._vocabulary: frozenset[str] = frozenset()

    def rule(
        self, symbol: str, name: str, conventions: str, pattern: str, *, example: str
    ) -> Callable[[Built], Built]:
        """Register the decorated function as the meaning of a pattern."""

        def register(build: Built) -> Built:
            self.rules.append(Rule(symbol, name, conventions, pattern, example, build))
            return build

        return register

    def alias(self, symbol: str, others: str) -> None:
        """Let a name stand for others too; between equal lengths the first named is taken."""
        for other in others.split():
            self.rules.append(Rule(symbol, "", "", f"{other}:it", "", lambda c, _: c["it"]))

    def words(self, name: str, alternatives: str) -> None:
        """Name a list of interchangeable words, or a pattern without a meaning of its own."""
        self._words[name] = alternatives

    def word_lists(self) -> Mapping[str, str]:
        """Return the named lists of words, for the page that documents them."""
        return self._words

    def terminal(self, name: str, first: Iterable[str]) -> Callable[[Terminal], Terminal]:
        """Register a function that reads one thing; `first` lists the keys it can start with.

        A key "" means that it may read nothing at all.
        """
        keys = frozenset(first)

        def register(read: Terminal) -> Terminal:
            def match(state: State, i: int) -> list[Match]:
                return _values(read(state, i)) if state.key(i) in keys or "" in keys else []

            self._terminals[name] = Piece(match, lambda: keys, "" in keys)
            return read

        return register

    def parse(self, symbol: str, state: State, i: int) -> Found:
        """Every (end, value) of a name at a token, longest first, one value per end."""
        known = state.memo.get((symbol, i))
        if known is not None:
            return known
        if i >= len(state.tokens) or state.depth > DEEPEST:
            return []
        state.depth += 1
        best: dict[int, Any] = {}
        key = state.tokens[i].key
        rules, others = self._by_key(symbol)
        for rule, piece in rules.get(key, others):
            for end, captured in piece.match(state, i):
                value = None if end in best else _build(rule, captured, state)
                if value is not None:
                    best[end] = value
        state.depth -= 1
        found = sorted(best.items(), reverse=True)
        state.memo[symbol, i] = found
        return found

    def starts(self, symbol: str) -> frozenset[str]:
        """The keys of tokens that a name can start with; "" when any token will do."""
        if symbol not in self._firsts:
            pieces = (piece for _, piece in self._alternatives(symbol))
            self._firsts[symbol] = frozenset().union(*(piece.first() for piece in pieces))
        return self._firsts[symbol]

    def vocabulary(self) -> frozenset[str]:
        """Every key that some pattern has anywhere: what is not here is in no reading."""
        if not self._vocabulary:
            patterns = [rule.pattern for rule in self.rules] + list(self._words.values())
            words = {w for p in patterns for w in re.split(r"[\s()|\[\]:]+", p)}
            self._vocabulary = frozenset(words).union(
                *(t.first() for t in self._terminals.values())
            )
        return self._vocabulary

    def _alternatives(self, symbol: str) -> list[tuple[Rule, Piece]]:
        if symbol not in self._compiled:
            rules = [rule for rule in self.rules if rule.symbol == symbol]
            if not rules:
                raise KeyError(symbol)
            self._compiled[symbol] = [
                (rule, compile_pattern(rule.pattern, self._named)) for rule in rules
            ]
        return self._compiled[symbol]

    def _by_key(self, symbol: str) -> Table:
        """The rules of a name by the key of their first token, and those that take any."""
        if symbol not in self._tables:
            open_to_all: list[tuple[Rule, Piece]] = []
            table: dict[str, list[tuple[Rule, Piece]]] = {}
            for rule, piece in self._alternatives(symbol):
                first = piece.first()
                for key in self.starts(symbol) if "" in first else first:
                    table.setdefault(key, []).append((rule, piece))
                if "" in first:
                    open_to_all.append((rule, piece))
            self._tables[symbol] = (table, open_to_all)
        return self._tables[symbol]

    def _named(self, name: str) -> Piece:
        if name in self._terminals:
            return self._terminals[name]
        if name in self._words:
            if name not in self._pieces:
                self._pieces[name] = _remembered(
                    name, compile_pattern(self._words[name], self._named)
                )
            return self._pieces[name]

        def match(state: State, i: int) -> list[Match]:
            known = state.words.get((name, i))
            if known is None:
                known = _values(self.parse(name, state, i))
                if (name, i) in state.memo:  # not so where it was too deep to be read
                    state.words[name, i] = known
            return known

        return Piece(match, lambda: self.starts(name))


def _remembered(name: str, piece: Piece) -> Piece:
    """A list of words that is read once per place."""

    def match(state: State, i: int) -> list[Match]:
        known: list[Match] | None = state.words.get((name, i))
        if known is None:
            known = state.words[name, i] = piece.match(state, i)
        return known

    return Piece(match, piece.first, piece.nullable)


def _build(rule: Rule, captured: Captured, state: State) -> Any:
    try:
        return rule.build(dict(captured), state.at)
    except (OverflowError, ValueError):  # a day that no calendar has, a year past 9999
        return None


def _values(found: Found) -> list[Match]:
    return [(end, (("", value),)) for end, value in found]


GRAMMAR = Grammar()
