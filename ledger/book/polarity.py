"""What words leave in doubt: whether something will not happen, or nothing is said at all.

Only the user knows; here is the doubt.
"""

from typing import TYPE_CHECKING

from ledger.core.denials import denial, unquoted_denial
from ledger.errors import PolarityError, VagueWordsError
from ledger.lazy import lazy

if TYPE_CHECKING:
    from ledger.core import lexicons
else:  # most forecasts have no words to look up
    lexicons = lazy("ledger.core.lexicons")


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
