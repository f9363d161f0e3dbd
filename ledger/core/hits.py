"""The hit: the one statement of when the side that a forecast took came out."""


def hit(probability: float | None, outcome: int) -> bool | None:
    """Say whether the side came out: yes above .5 or without a number, no below it.

    None at exactly .5: no side was taken; such a forecast enters the Brier score only.
    """
    if probability == 0.5:
        return None
    said_yes = probability is None or probability > 0.5
    return said_yes == bool(outcome)
