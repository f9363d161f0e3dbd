"""The tables of the rules name each other: a name that nothing produces is a rule that is dead."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.articles.signs.cues import RULES
from ledger.articles.signs.horizons import HORIZONS
from ledger.articles.signs.idioms import IDIOMS
from ledger.articles.signs.prospects import PROSPECTS
from ledger.articles.speakers.introducing import LEMMA as INTRODUCES
from ledger.articles.stops.guards import GUARDS
from ledger.articles.stops.pretenders import PRETENDERS
from ledger.articles.stops.retellings import RETELLINGS
from ledger.articles.weights.judge import _BY_KIND
from ledger.articles.words.announcing import ANNOUNCEMENTS
from ledger.articles.words.framing import LEMMAS
from ledger.articles.words.outlooks import OUTLOOKS
from ledger.articles.words.verbs import verb_classes

ARTICLES = Path(__file__).resolve().parents[2] / "ledger" / "articles"
PRODUCED = (
    {lemma for lemma, _ in verb_classes().values()}
    | {lemma for lemma, *_ in (*ANNOUNCEMENTS, *OUTLOOKS)}
    | {lemma for _, lemma, _ in LEMMAS}
    | {INTRODUCES, "odds", "say"}
)
# Signs of the tables, and those that detect, bare, predictions and candidates make themselves.
SIGNS = {rule.name for rule in (*RULES, *PROSPECTS, *HORIZONS, *IDIOMS)} | {"odds", "bare", "verb"}


def words(node: ast.expr, named: dict[str, ast.expr]) -> Iterator[str]:
    """Yield the words of a literal, a set of literals, "a b".split(), or a name for one of them."""
    if isinstance(node, ast.Name):
        if node.id in named:
            yield from words(named[node.id], named)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Set | ast.Tuple):
        for one in node.elts:
            yield from words(one, named)
    elif isinstance(node, ast.Call):
        split = isinstance(node.func, ast.Attribute) and node.func.attr == "split"
        inner = node.func.value if split else node.args[0] if node.args else None
        if inner is not None:
            yield from (word for text in words(inner, named) for word in text.split())


def compared(attribute: str) -> Iterator[tuple[str, str]]:
    """Yield (module, word) where `x.attribute` is compared with words."""
    for module in sorted(ARTICLES.rglob("*.py")):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        named = {
            node.targets[0].id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        }
        for node in ast.walk(tree):
            left = node.left if isinstance(node, ast.Compare) else None
            name = left.attr if isinstance(left, ast.Attribute) else getattr(left, "id", None)
            if name == attribute:
                yield from ((module.name, word) for word in words(node.comparators[0], named))


LEMMAS_NAMED = sorted(set(compared("lemma")))
STOPS = (*GUARDS, *PRETENDERS, *RETELLINGS)
GUARDED = sorted({(guard.name, kind) for guard in STOPS for kind in guard.kinds})


def test_the_lemmas_of_the_rules_are_found():
    assert len(LEMMAS_NAMED) > 30
    assert {"recall", "advise", "rule_out"} <= {lemma for _, lemma in LEMMAS_NAMED}


@pytest.mark.parametrize(("module", "lemma"), LEMMAS_NAMED)
def test_a_verb_that_a_rule_asks_for_is_one_that_is_read(module, lemma):
    assert lemma in PRODUCED


@pytest.mark.parametrize(("guard", "kind"), GUARDED)
def test_a_guard_stops_signs_that_there_are(guard, kind):
    assert kind in SIGNS


@pytest.mark.parametrize("kind", sorted(_BY_KIND))
def test_what_is_weighed_in_its_own_way_is_a_sign(kind):
    assert kind in SIGNS
