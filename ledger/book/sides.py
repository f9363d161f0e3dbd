"""Was the side that a statement took the right one: of a row of the table of forecasts."""

from ledger.core.hits import hit
from ledger.core.lexicons import denies
from ledger.core.scorecards.counts import TRUE_OR_FALSE
from ledger.store.queries import Row


def came_out(row: Row, said: str = "") -> bool | None:
    """Say whether the side came out; None where none was taken or the answer is not known.

    `said` is "scored_" where the columns of the statement that is scored are to be read.
    """
    if row["state"] not in TRUE_OR_FALSE:
        return None
    denied = denies(row[f"{said}phrase"], negated=bool(row["negated"]))
    return hit(row[f"{said}probability"], int(row["state"] == "true"), denied=denied)
