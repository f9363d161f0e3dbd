"""The hit: the one statement of when the side that a forecast took came out."""


def hit(probability: float | None, outcome: int, *, denied: bool = False) -> bool | None:
    """Say whether the side came out: yes above .5 or without a number, no below it.

    Words that deny what they are said of (`denied`: "unlikely") count like a number below .5.

    None at exactly .5: no side was taken; such a forecast enters the Brier score only.
    """
    if probability == 0.5:
        return None
    said_yes = not denied if probability is None else probability > 0.5
    return said_yes == bool(outcome)
