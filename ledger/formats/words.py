"""Short phrases for days, probabilities and where a forecast stands, said alike everywhere."""

import datetime as dt
from collections.abc import Iterable

from ledger.core.plurals import counted
from ledger.core.reports import Listed

RETROSPECTIVE = "chosen from retrospectives: not a fair sample"


def lateness(days_late: int | None) -> str:
    """Return "70 days late", "44 days early", "on the day"; nothing where it is not known."""
    if days_late is None:
        return ""
    if days_late == 0:
        return "on the day"
    return f"{counted(abs(days_late), 'day')} {'late' if days_late > 0 else 'early'}"


def span(earliest: dt.date | None, latest: dt.date | None) -> str:
    """Return a day, or "2016-12-27..2017-01-05" where only a window is known."""
    if latest is None:
        return ""
    if earliest is None or earliest == latest:
        return latest.isoformat()
    return f"{earliest.isoformat()}..{latest.isoformat()}"


def made(forecast: Listed) -> str:
    """Return when it was said."""
    return span(forecast.made_on, forecast.made_on_latest)


def deadline(forecast: Listed) -> str:
    """Return the last day on time, as a window where its words were vague."""
    return span(forecast.deadline_earliest, forecast.deadline)


def stated(probability: float | None, phrase: str | None) -> str:
    """Return how sure the forecaster was: "70 %", "probably", or both."""
    number = "" if probability is None else f"{round(probability * 100, 6):g} %"
    return f"{number} ({phrase})" if number and phrase else number or phrase or ""


def moment(recorded_at: str) -> str:
    """Return an instant of the journal to the second, in UTC: "2017-03-02 10:45:01"."""
    return recorded_at[:19].replace("T", " ")


def warned(text: str, shown: Iterable[Listed]) -> str:
    """Return a page with the warning below it, where a forecast on it was chosen with hindsight."""
    chosen = any("retrospective" in one.tags and one.status != "struck" for one in shown)
    return f"{text}\n\n{RETROSPECTIVE}" if chosen else text
