"""Days of the past as users type them: of a statement, and of publication. No book is needed."""

import datetime as dt

from ledger.core import checks, deadlines
from ledger.core.deadlines import Calendar, Window
from ledger.errors import InputError

NONE = "none"  # the words of --deadline that keep a claim from being searched for one


def statement_day(
    text: str, today: dt.date, calendar: Calendar, what: str, told: dt.date | None = None
) -> Window:
    """Read the day of a statement; refuse what is no day, or lies in the future.

    "Last month" counts from the day on which that was told: of publication, if known, else today.
    "This month" ends on it, for nobody prints what is said later.
    """
    told = told or today
    _refuse_crossed(text, told, calendar, what)
    window = deadlines.read_when(text, told, calendar)
    if window is None:
        meant = deadlines.read_deadline(text, told, calendar)
        if meant and meant.problem:
            raise InputError(f'cannot read "{checks.shown(text)}" as {what}: {meant.problem}')
        raise InputError(
            f'cannot read "{text}" as {what}; write 2017-02-08, 2016-10, 2016-10..2016-12 '
            'or words such as "last month"'
        )
    if window.earliest > today:
        raise InputError(
            f'{what} "{text}" lies in the future (today is {today}); '
            "record a forecast once it has been made"
        )
    over = told if window.earliest <= told else today
    return Window(window.earliest, min(window.latest, over, today))


def _refuse_crossed(text: str, today: dt.date, calendar: Calendar, what: str) -> None:
    """Refuse a range whose last day comes first, with the ends in order."""
    first, dots, last = text.partition("..")
    ends = [deadlines.read_when(end, today, calendar) for end in (first, last)]
    if dots and ends[0] and ends[1] and ends[0].earliest > ends[1].latest:
        raise InputError(
            f"{what} {checks.shown(text)} ends before it begins; "
            f"swap the ends: {checks.shown(last.strip())}..{checks.shown(first.strip())}"
        )


def publication_day(text: str, today: dt.date, calendar: Calendar) -> dt.date:
    """Read --published: one day, not in the future."""
    day = statement_day(text, today, calendar, "--published")
    if day.earliest != day.latest:
        raise InputError(f'--published "{checks.shown(text)}" is more than one day; write a day')
    return day.latest
