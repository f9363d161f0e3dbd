"""`show`: everything about one forecast."""

from collections.abc import Iterable
from typing import Any

from ledger.core.reports import (
    CitationShown,
    EntryShown,
    LinkShown,
    PartShown,
    RulingShown,
    Shown,
    UpdateShown,
)
from ledger.core.wording import accepting
from ledger.formats.json_text import compact, json_text, jsonable
from ledger.formats.listing import claim, status
from ledger.formats.table import Column, table
from ledger.formats.words import deadline, lateness, made, moment, span, stated, warned
from ledger.formats.wrapping import WIDTH, hang

Pairs = list[tuple[str, str]]


def showing(one: Shown, style: str | None = None, width: int = WIDTH) -> str:
    """Return one forecast as text; a table format gives a row for each field."""
    if style == "json":
        return json_text(one)
    if style is not None:
        rows = [(name, _cell(value)) for name, value in jsonable(one).items()]
        return table((Column("field"), Column("value", wraps=True)), rows, style, width)
    return warned("\n".join(_calm(one, width)), [one.forecast])


def brief(one: Shown, width: int = WIDTH) -> str:
    """Return what one needs to know to rule on a forecast: the claim, criteria and citations."""
    due = deadline(one.forecast)
    lines = hang("", f"{one.forecast.id}  {one.forecast.forecaster}: {claim(one.forecast)}", width)
    lines += hang("", f"made {made(one.forecast)}, due {due}", width, 3)
    for part in (*one.parts, *([one.given] if one.given else [])):
        for label, text in _part(part):
            lines += hang(label, text, width, 3)
    for cited in one.citations:
        for label, text in _citation(cited):
            lines += hang(label, text, width, 3)
    return "\n".join(lines)


def _cell(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return compact(value)


def _calm(one: Shown, width: int) -> list[str]:
    lines = hang(f"{one.forecast.id}  ", claim(one.forecast), width)
    for label, text in _facts(one):
        if text:
            lines += hang(f"{label:<11}", text, width, 3)
    for title, pairs in _sections(one):
        if pairs:
            lines += ["", f"   {title}"]
            for label, text in pairs:
                lines += hang(label, text, width, 5)
    return lines


def _facts(one: Shown) -> Pairs:
    forecast = one.forecast
    role = f", {forecast.role}" if forecast.role else ""
    words = _reading(one)
    late = lateness(forecast.days_late)
    return [
        ("by", f"{forecast.forecaster} ({one.forecaster_kind}{role})"),
        ("made", made(forecast)),
        ("deadline", (deadline(forecast) or "none") + words),
        ("said", stated(forecast.probability, forecast.phrase)),
        ("status", status(forecast) + (f", {late}" if late else "")),
        ("vague", one.vague or ""),
        ("void", one.void or ""),
        ("retracted", _retracted(one)),
        ("struck", one.struck or ""),
        ("note", one.note or ""),
        ("tags", ", ".join(forecast.tags)),
        ("key", forecast.key),
    ]


def _reading(one: Shown) -> str:
    """Return the words of a deadline where they are no day, how they were read, and how else."""
    phrase = one.deadline_phrase
    rule = one.deadline_rule or ""
    said = phrase and phrase != deadline(one.forecast) and not rule.startswith(phrase)
    known = [f'"{phrase}"' if said else None, one.deadline_rule, one.deadline_note]
    words = "; ".join(text for text in known if text)
    return f" ({words})" if words else ""


def _retracted(one: Shown) -> str:
    if one.retracted_on is None:
        return ""
    where = _citation(one.retracted_in) if one.retracted_in else []
    read_in = f", in {', '.join(text for _, text in where)}" if where else ""
    return f"on {one.retracted_on.isoformat()}{read_in}"


def _sections(one: Shown) -> Iterable[tuple[str, Pairs]]:
    joined = "one of them must hold" if one.joined == "any" else "all of them must hold"
    yield (
        "Part" if len(one.parts) == 1 else f"Parts: {joined}",
        [pair for part in one.parts for pair in _part(part)],
    )
    yield "On condition", _part(one.given) if one.given else []
    yield "Distribution", _spread(one.spread)
    yield "Read in", [pair for cited in one.citations for pair in _citation(cited)]
    yield "Updates", [_update(update) for update in one.updates]
    yield "Rulings", [pair for ruling in one.rulings for pair in ruling_lines(ruling)]
    yield "Links", [_link(link) for link in one.links]
    yield (
        "History",
        [(f"{e.seq:>4}  ", f"{moment(e.recorded_at)} {e.summary}") for e in one.history],
    )


def _part(part: PartShown) -> Pairs:
    label = f"{part.question}  "
    agreed = "; ".join(
        f"{name}: {text}"
        for name, text in (("criteria", part.criteria), ("judge", part.judge))
        if text
    )
    inner = " " * len(label)
    known = "nothing known yet" if part.answer == "not known" else f"known: {part.answer}"
    return [
        (label, part.text),
        (inner, f"{accepting(part)}; {known} -> {part.verdict}"),
        *([(inner, agreed)] if agreed else []),
    ]


def _spread(spread: Any) -> Pairs:
    """Return a line for each option or quantile and what was said of it."""
    shares = [pair for kind in (spread or {}).values() for pair in kind.items()]
    return [("", f"{option}: {share}") for option, share in shares]


def _citation(cited: CitationShown) -> Pairs:
    voice = " (own voice)" if cited.own_voice else ""
    via = f", via {cited.via}" if cited.via else ""
    day = f", {cited.published.isoformat()}" if cited.published else ""
    rest = [cited.title, f'"{cited.quote}"' if cited.quote else None, cited.url]
    return [("", f"{cited.source}{voice}{day}{via}"), *(("  ", text) for text in rest if text)]


def _update(update: UpdateShown) -> tuple[str, str]:
    note = f"; {update.note}" if update.note else ""
    day = span(update.made_on, update.made_on_latest)
    return (f"{day}  ", stated(update.probability, update.phrase) + note)


def ruling_lines(ruling: RulingShown) -> Pairs:
    """Return a ruling with its number, what it says of itself and its evidence."""
    label = f"{ruling.id:>4}  "
    said = [f"{ruling.question}: {ruling.said}"]
    if ruling.by:
        said.append(f"ruled by {ruling.by}")
    if ruling.replaces is not None:
        said.append(f"replaces {ruling.replaces}" + (f": {ruling.why}" if ruling.why else ""))
    if ruling.replaced_by is not None:
        said.append(f"replaced by {ruling.replaced_by}")
    inner = " " * len(label)
    lines = [(label, "; ".join(said))]
    if ruling.note:
        lines.append((inner, ruling.note))
    for seen in ruling.evidence:
        about = ", ".join(str(known) for known in (seen.title, seen.date) if known)
        lines.append((inner, f"{seen.url} ({about})" if about else seen.url))
    return lines


def _entry(entry: EntryShown) -> tuple[str, str]:
    # What was said of a question names it: a forecast with parts has several.
    about = f"{entry.about}: " if entry.about.startswith("q") else ""
    return (f"{entry.seq:>4}  ", f"{moment(entry.recorded_at)} {about}{entry.summary}")


def _link(link: LinkShown) -> tuple[str, str]:
    return (f"{link.kind} {link.id}  ", link.claim)
