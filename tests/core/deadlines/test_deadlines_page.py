"""docs/deadlines.md is what the rules are, and every rule reads its own example."""

import os
from pathlib import Path

import pytest

from ledger.core.deadlines import grammar
from ledger.core.deadlines.grammar import GRAMMAR, Context, State
from ledger.core.deadlines.tokens import tokenize
from tests.core.deadlines import page as deadlines_page

PAGE = Path(__file__).parents[3] / "docs" / "deadlines.md"
RULES = [rule for rule in GRAMMAR.rules if rule.example]


def test_the_page_is_what_the_rules_are():
    page = deadlines_page.page()
    if os.environ.get("LEDGER_REWRITE_DOCS") == "1":
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page, "stale: LEDGER_REWRITE_DOCS=1 writes it anew"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.symbol}: {rule.name}")
def test_every_rule_reads_its_example(rule, monkeypatch):
    saying = rule.symbol in ("SAYING", "TYPED")
    symbols = ("SAYING", "TYPED") if saying else ("TOP", "COUNTEDEVENT", "EVENT", "ANYEVENT")
    used, build = set(), grammar._build  # where every rule passes

    def noted(rule, captured, state):
        value = build(rule, captured, state)
        used.update([rule.name] if value is not None else [])
        return value

    monkeypatch.setattr(grammar, "_build", noted)
    for strict in (False, True):
        context = Context(
            deadlines_page.ANCHOR, deadlines_page.CALENDAR, past=saying, strict=strict
        )  # fmt: skip
        state = State(tokenize(rule.example), context)
        for symbol in symbols:
            GRAMMAR.parse(symbol, state, 0)
    assert rule.name in used, f"{rule.pattern} does not match {rule.example!r}"


def test_every_rule_has_a_name_of_its_own_and_a_convention():
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert all(rule.conventions for rule in RULES)
