"""The sentences below a scorecard: what is left out, how it was ranked, scales and words."""

from ledger.core.measures.presentation import SHARE_QUESTIONS
from ledger.core.plurals import counted
from ledger.core.scorecards import Sampling, Scorecard, ScorecardRow
from ledger.formats.figures import fixed
from ledger.formats.headings import update_rule


def notes(found: Scorecard) -> list[str]:
    """Return the sentences that this scorecard needs."""
    rows = [*found.rows, *([found.everyone] if found.everyone else [])]
    said = [_beside(found.everyone), f"{found.struck:,} struck." if found.struck else ""]
    if any(row.reason and not row.below for row in found.rows):
        said.append(
            "Hits are of forecasts that are due and came out true or false. Under 5 there is no "
            "rate, under 10 no rank."
        )
    if any(row.median_days_late is not None for row in rows):
        said.append("Late: median days from deadline to event, negative is early.")
    said += [_sampled(found.sampling), _ranked(found), _compared(found)]
    if any(row.with_probability for row in rows):
        said += [f"{found.scale}.", _origins(found), _skill(found), *_scores(found, rows)]
    if any(row.choices for row in rows):
        said += _choices(rows)
    said += update_rule(found.update_rule)
    return [note for note in said if note]


def _beside(row: ScorecardRow | None) -> str:
    """Say what of everything recorded is in no hit rate."""
    if row is None:
        return ""
    parts = [
        (row.vague, "vague"), (row.undated, "undated"), (row.void, "void"),
        (row.unclear, "unclear"), (row.already_known, "already known"),
        (row.answered, "answered, no side taken"),
        (row.overdue, "overdue"), (row.open, "open"), (row.early, "settled early"),
    ]  # fmt: skip
    said = ", ".join(f"{n:,} {word}" for n, word in parts if n)
    retracted = f" {row.retracted:,} taken back: they count." if row.retracted else ""
    return (f"Not scored: {said}." if said else "") + retracted


def _sampled(taken: Sampling | None) -> str:
    """Say how the record was selected: what of the articles read is in it."""
    if taken is None:
        return ""
    return (
        f"Of {counted(taken.articles, 'article')} read: {taken.found:,} statements found, "
        f"{taken.recorded:,} recorded, {taken.rejected:,} rejected, {taken.left:,} left; what was "
        "not read is not in the record (`ledger coverage`)."
    )


def _ranked(found: Scorecard) -> str:
    if not found.compared or not found.prior:
        return ""
    return f"Ranked on the rate shrunk towards the field ({found.prior})."


def _compared(found: Scorecard) -> str:
    """Say how many were compared, and how many of them a coin does not explain."""
    if found.compared < 2:
        return ""
    tested = [row.p_adjusted for row in found.rows if row.p_adjusted is not None]
    if not tested:
        return f"{found.compared} compared; not against a coin: {SHARE_QUESTIONS}."
    left = found.compared - len(tested)
    of = f"of the {len(tested):,} whose forecasts share no question" if left else "of them"
    return (
        f"{found.compared} compared; {sum(p < 0.05 for p in tested)} {of} better than a coin at "
        "5 %, adjusted for how many they are (Benjamini-Hochberg)."
    )


def _origins(found: Scorecard) -> str:
    """Say which share of the numbers was stated, read from a lexicon, or inferred."""
    row = found.everyone
    if row is None or not row.with_probability:
        return ""
    unread = row.scored - row.with_probability
    none = f"; {unread:,} scored without a number" if unread else ""
    if unread and row.choices:
        none += ", as distributions over options are"
    if found.lexicon is None:
        return f"Numbers: {row.stated:,} stated{none} (words are read with --lexicon)."
    n = row.with_probability
    parts = [(row.stated, "stated"), (row.from_lexicon, f"read by {found.lexicon}"),
             (row.inferred, "inferred")]  # fmt: skip
    said = ", ".join(f"{k:,} {word} ({k / n:.0%})" for k, word in parts)
    return f"Numbers: {said}{none}."


def _skill(found: Scorecard) -> str:
    return f"Skill is 1 - Brier / Brier of {found.reference}."


def _scores(found: Scorecard, rows: list[ScorecardRow]) -> list[str]:
    said = []
    if any(row.expected_hits is not None for row in rows):
        said.append("Hits said and come are of the side taken: p < .5 turned round, .5 left out.")
    if any(row.brier_reason and row.with_probability for row in rows):
        said.append("No interval on Brier where there are under 10 questions: too few.")
    if any(row.brier_low is not None for row in rows) and "bootstrap" in found.brier_interval:
        said.append(f"Interval on Brier: {found.brier_interval}.")
    if any(row.p_reason for row in rows):
        said.append("No P where forecasts share questions: they share their fate.")
    if found.score != "brier":
        said.append(f"{found.score}: {found.score_scale}.")
        said += _unscored(found, rows)
    return said


def _unscored(found: Scorecard, rows: list[ScorecardRow]) -> list[str]:
    """Say why rows with numbers have none of the score asked for."""
    reasons = {row.score_reason for row in rows if row.score_reason and row.with_probability}
    return [f"No {found.score}: {reason}." for reason in sorted(reasons)]


def _choices(rows: list[ScorecardRow]) -> list[str]:
    """Return the scores of distributions over options, with their scale once."""
    each = [
        f"{row.name} {fixed(row.choice_brier, 3)} on {row.choices:,}" for row in rows if row.choices
    ]
    scale = "0 to 2, lower is better; ordered options 2 RPS/(K - 1)"
    return [f"Brier score over options ({scale}): {'; '.join(each)}."]
