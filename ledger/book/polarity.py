"""Does a claim say that something will not happen? Only the user knows; here is the doubt."""

import re

from ledger.errors import PolarityError

NEGATIVE = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|cannot|\w+n['’]t)\b", re.IGNORECASE
)


def not_twice(claim: str, said: bool | None) -> None:
    """Refuse a claim that denies what --not denies already: "not: War never comes"."""
    found = NEGATIVE.search(claim) if said else None
    if found:
        raise PolarityError(
            f'"{found[0]}" in the claim: with --not it would be denied twice; '
            "word it positively: say what will not happen, as if it did"
        )


def negated(claim: str, said: bool | None) -> bool:
    """Return whether the forecast is negative; refuse to guess where the words leave doubt."""
    if said is not None:
        return said
    found = NEGATIVE.search(claim)
    if found is None:
        return False
    raise PolarityError(
        f'"{found[0]}" in the claim: say whether the forecast is that it does not happen; '
        "word the claim in its positive form with --not, or add --affirmative"
    )
