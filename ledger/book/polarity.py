"""What words leave in doubt: whether something will not happen, or nothing is said at all.

Only the user knows; here is the doubt.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.book.requests import NewForecast
from ledger.core import checks
from ledger.core.denials import denial, outright, unquoted_denial
from ledger.errors import InputError, PolarityError, VagueWordsError
from ledger.lazy import lazy

if TYPE_CHECKING:
    from ledger.core import affirmative as rewording, lexicons
else:  # most forecasts have no words to look up, and say what will happen
    lexicons = lazy("ledger.core.lexicons")
    rewording = lazy("ledger.core.affirmative")


@dataclass(frozen=True, slots=True)
class Side:
    """A claim, the text of its question, and whether the forecast is that it does not happen."""

    claim: str
    text: str
    negated: bool


def side(new: NewForecast, claim: str, text: str, *, turned: bool, stands: bool) -> Side:
    """Return the side that a request takes, its claim and question worded positively.

    `text` is the claim without its deadline, `turned` says that those words deny it: "not
    before 2021". What `stands` was agreed on, and keeps its words.
    """
    if stands:
        return Side(claim, text, negated(text, new.negated, new.phrase) or turned)
    text = worded(text, new.negated, kept=new.question is not None)  # q7 has words of its own
    denied = negated(text, new.negated, new.phrase)
    denied = denied or turned  # the "not" of such a deadline is the one that --not tells of
    if unquoted_denial(text) is None:
        claim = worded(claim, denied, kept=True)
    return Side(claim, text, denied)


def worded(claim: str, said: bool | None, *, kept: bool = False) -> str:
    """Return a claim in its positive form where --not says that it is denied: "War comes".

    Words that only call it unlikely are none of what happens. Where no positive wording is
    found, the claim is `kept` as it is, or PolarityError.
    """
    found = unquoted_denial(claim) if said else None
    if found is None:
        return claim
    positive = rewording.positive(claim)
    if outright(found) and unquoted_denial(positive) is None:
        return positive
    if not kept:
        not_twice(claim, said)
    return claim


def not_twice(claim: str, said: bool | None) -> None:
    """Refuse a claim that denies what --not denies already: "not: War never comes".

    What belongs to a name or to what is spoken of stands in quotation marks: "Never Again".
    """
    found = unquoted_denial(claim) if said else None
    if found:
        raise PolarityError(
            f'"{found}" in the claim: with --not it would be denied twice; '
            "word it positively: say what will not happen, as if it did, or put words that "
            "belong to a name in quotation marks"
        )


def part(text: str, *, denied: bool) -> None:
    """Refuse a part or condition whose words deny it: "not:" in front of it does that."""
    found = unquoted_denial(text)
    if found is None:
        return
    shown, positive = checks.shown(text), checks.shown(rewording.positive(text))
    if denied or not outright(found) or unquoted_denial(positive):
        fix = 'word it positively, with "not:" in front where it is denied'
    else:
        fix = f'write "not: {positive}"'
    raise InputError(
        f'"{found}" in the part or condition "{shown}": {fix}, '
        "or put words that belong to a name in quotation marks"
    )


def as_part(text: str) -> str:
    """Return words of an article as a part or condition: "the truce fails", "not: it holds"."""
    found = unquoted_denial(text)
    positive = rewording.positive(text) if found and outright(found) else text
    return text if positive == text or unquoted_denial(positive) else f"not: {positive}"


def negated(claim: str, said: bool | None, phrase: str | None = None) -> bool:
    """Return whether the forecast is negative; refuse to guess where the words leave doubt."""
    if said is not None:
        return said
    found = denial(claim)
    if found is None and phrase and lexicons.denies(phrase, negated=False):
        raise PolarityError(
            f'"{phrase}" denies: say whether the forecast is that it does not happen; '
            "add --not and keep the words, or add --affirmative"
        )
    if found is None:
        return False
    raise PolarityError(
        f'"{found}" in the claim: say whether the forecast is that it does not happen; '
        "word the claim in its positive form with --not, or add --affirmative"
    )


def committed(phrase: str | None) -> None:
    """Refuse words that can be neither right nor wrong, unless they are kept as vague."""
    why = lexicons.why_vague(phrase) if phrase else None
    if why:
        raise VagueWordsError(
            f'{why}, nobody could be right or wrong; keep it with --vague "{why}", '
            "or give words that do commit",
            why,
        )
