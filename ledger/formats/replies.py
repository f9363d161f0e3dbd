"""What a writing command answers: one calm line, and what follows from it."""

from collections.abc import Mapping, Sequence

from ledger.core.plurals import counted
from ledger.core.reports import Added, Imported, QuestionShown, Resolved, Settled, Shown
from ledger.formats.listing import claim
from ledger.formats.registers import question
from ledger.formats.words import deadline, lateness, span
from ledger.formats.wrapping import WIDTH, hang


def added(one: Added, width: int = WIDTH) -> str:
    """Return what `add` recorded: its number, how the deadline was read, what else to know."""
    known = "" if one.new else " (recorded already)"
    asks = f"asks {', '.join(one.questions)}"
    if one.said is None:
        asks = f"said {span(one.made_on, one.made_on_latest)}; {asks}"
    lines = hang(f"{one.id}  ", f"{one.forecaster}: {claim(one)}{known}", width)
    due = f"due {one.reading}" if one.deadline else one.reading
    said = [one.said] if one.said else []
    for text in (due, *one.accepts, *said, *one.notes, asks):
        lines += hang("", text, width, 3)
    return "\n".join(lines)


def changed(one: Shown, what: str, width: int = WIDTH) -> str:
    """Return which forecast was changed, and how."""
    forecast = one.forecast
    named = f"{forecast.forecaster}: {claim(forecast)}"
    vague = f"kept as vague: {one.vague}" if one.vague else ""
    lines = hang(f"{forecast.id}  ", named, width)
    for text in (what, vague):
        lines += hang("", text, width, 3) if text else []
    return "\n".join(lines)


def carried(one: Shown, width: int = WIDTH) -> str:
    """Return which forecast was cited, and who has carried it by now."""
    return changed(one, f"carried by {', '.join(one.forecast.sources)}", width)


def taken(
    new: Sequence[Added], cited: Sequence[Shown], left: Mapping[str, int], width: int = WIDTH
) -> str:
    """Return what was taken from articles, and how many statements were left out for a reason."""
    lines = [*(added(one, width) for one in new), *(carried(one, width) for one in cited)]
    rest = "".join(f", {n} {why}" for why, n in left.items() if n)
    return "\n".join([*lines, f"{len(new)} recorded, {len(cited)} cited{rest}"])


def amended(before: Shown, one: Shown, why: str, width: int = WIDTH) -> str:
    """Return what was corrected, with the deadline and the question where they moved."""
    was, now = (deadline(each.forecast) or "no deadline" for each in (before, one))
    due = now if now == "no deadline" else f"due {now}"
    what = [f"corrected: {why}", due if now == was else f"{due} (was: {was})"]
    old, new = before.parts[0], one.parts[0]
    if (old.question, len(before.parts)) == (new.question, len(one.parts)) and old.text != new.text:
        what.append(f"{new.question} asks: {new.text}")
    elif before.forecast.claim != one.forecast.claim and _apart(one):
        what.append(
            f"still asks {new.question}: {new.text}; `ledger question move {one.forecast.id} qN` "
            f'or `ledger question edit {new.question} --text "..."` changes that'
        )
    return changed(one, "; ".join(what), width)


def _apart(one: Shown) -> bool:
    """Say whether the only question of a forecast has other words than its claim."""
    return len(one.parts) == 1 and one.parts[0].text.lower() not in one.forecast.claim.lower()


def resolved(one: Resolved, width: int = WIDTH) -> str:
    """Return the question, its answer, and every forecast that the ruling settles."""
    if one.question is None:
        lines = [(f"forecast {each.id}: ", one.answer) for each in one.settled]
        return "\n".join(line for label, text in lines for line in hang(label, text, width))
    settled = [_settled(each) for each in one.settled]
    asked = _asked(one) if settled else f"{_asked(one)} (no forecast asks it)"
    notes = [line for note in one.notes for line in hang("", note, width, 3)]
    alone = hang("", f"{asked} -> {''.join(settled)}", width)
    if len(settled) == len(alone) == 1:
        return "\n".join([*alone, *notes])
    rest = [line for text in settled for line in hang("  -> ", text, width)]
    return "\n".join([*hang("", asked, width), *rest, *notes])


def rearranged(one: QuestionShown, width: int = WIDTH) -> str:
    """Return a question after a change, and every forecast whose standing that changed."""
    told = [line for each in one.settled for line in hang("  -> ", _settled(each), width)]
    return "\n".join([question(one, None, width), *told])


def _asked(one: Resolved) -> str:
    if one.kind == "event":
        return f'Did "{one.text}" happen? {one.answer}'
    return f'"{one.text}": {one.answer}'


def _settled(one: Settled) -> str:
    late = lateness(one.days_late)
    said = f"forecast {one.id}{' (not)' if one.negated else ''}: {_stands(one)}"
    return f"{said}, {late}" if late and one.status != "known" else said


def _stands(one: Settled) -> str:
    """Return where a forecast stands after a ruling."""
    if one.status == "known":
        return f"{one.verdict}, but known before it was said: not scored"
    if one.verdict != "pending":
        return one.verdict
    return "still due" if one.status == "due" else "still open"


def imported(one: Imported) -> str:
    """Return how many forecasts an import took in, and what it made of them by itself."""
    if not one.added and not one.known and not one.others:
        return "nothing in it: the file holds no forecasts"
    new = f"{one.added:,}"
    if one.others:
        new = f"{counted(one.added, 'forecast')} and {counted(one.others, 'other line')}"
    told = list(one.joined)
    if one.undated:
        told.append(f"{one.undated:,} without a deadline: claims are not searched for one")
    if one.dry_run:
        first = f"dry run: {new} would be added, {one.known:,} are in the book already"
    else:
        first = f"{new} added, {one.known:,} were in the book already"
    if one.citations:
        cited = counted(one.citations, "citation")
        first += f", {cited} {'would be ' * one.dry_run}added"
    return "\n".join([first, *told])


def problems(one: Imported) -> list[str]:
    """Return one line for each problem of an import."""
    return [f"line {p.line}, {p.column}: {p.message}" for p in one.problems]
