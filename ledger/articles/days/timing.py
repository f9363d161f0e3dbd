"""Read the time words of a sentence as deadlines, with the rules of `core.deadlines`."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ledger.articles.texts.sentences import Span
from ledger.articles.words.calendar_words import DAY, MONTH, SEASON
from ledger.core.deadlines import Calendar, Reading, Window, find_deadlines, read_deadline

_TIME_WORD = re.compile(
    rf"\d|\b(?:{MONTH}|{DAY}|{SEASON}|today|tonight|tomorrow|hours?|days?|weeks?|weekend"
    rf"|fortnight|months?"
    r"|quarters?|half|years?|decades?|century|centuries|generation|Christmas|Easter"
    r"|Thanksgiving|Ramadan|Eve|New Year|nights?|Halloween|Hogmanay|Michaelmas|Whitsun|Pentecost"
    r"|soon|eventually|long|term|now|midnight|noon|end|turn|parliament|election|season"
    r"|lifetime)(?:s\b|['’]s\b|\b)",
    re.IGNORECASE,
)


_LASTS = re.compile(
    r"\b(?:hold(?:s|ing)? out|last(?:s|ing)?(?!\s+(?:night|week|month|quarter|year|decade|century))"
    rf"(?!\s+(?:{DAY}|{MONTH}|{SEASON}))|continue[sd]?|remain(?:s|ed)?|stay(?:s|ed)?"
    r"|persist(?:s|ed)?|survive[sd]?"
    r"|drag(?:s|ged)? on|go(?:es)? on|keep(?:s)?|endure[sd]?)\b"
)


_DENIES = re.compile(r"\b(?:not|never|no|unlikely|doubts?|n['’]t|\w+n['’]t)\b")


_NO_TIME = re.compile(r"near$|for the first time\b", re.IGNORECASE)
_CLOCK = re.compile(r"at\s+\d")


_ATTRIBUTIVE = re.compile(
    r"\b(?:(?P<period>(?:first|second|third|fourth)[- ](?:quarter|half)|full-year"
    r"|(?<!in )(?<!since )(?<!of )(?<!until )(?<!before )(?<!after )20\d\d)\s+(?:\w+\s+)?"
    r"(?:revenues?|sales|profits?|earnings|growth|output|production|inflation|guidance|outlook"
    r"|deliver(?:y|ies)|margins?"
    r"|income|loss(?:es)?|spending|deficit|budget|GDP|forecasts?|estimates?|as a whole|would|will)"
    r"|(?:[Gg](?:ive|ave)s? (?:it|them|him|her|this)|[Ll]ook(?:ing)? at"
    r"|[Tt]alk(?:ing)? (?:about|of)|on for|(?:will|['’]ll|to) (?:\w+ )?(?:be|take|last|need))"
    r" (?:at most |at best |no more than |maybe |about |another |a further |up to "
    r"|as long as |roughly |around |some )*(?P<given>(?:an?|\d+|two"
    r"|three|four|five|six|seven|eight|nine|ten|twelve|eighteen)"
    r"(?: (?:to|or) (?:\d+|[a-z]+))? (?:more )?(?:hours?|days?|weeks?|fortnight|months?|years?))"
    r"|this (?P<next>year|quarter|month|week|season)\b[^;]{1,40}?\b(?:and|or|to|but)\b[^;,]{0,25}?"
    r"\s(?P<bare>next)(?=\s*[.,;\"”]|\s*$|\s(?:and|as|if|before|because))"
    rf"|(?P<day>{DAY})['’]s\s(?:[\w-]+\s){{1,4}}?(?:will|would|could|may|might|should"
    r"|is (?:likely|set|expected))"
    r"|a (?:matter|question) of (?:a few |some |several )?(?P<few>hours|days|weeks|months|years)"
    r"|(?:surviv(?:e|es|ing)|lasts?|see out|outlast|get through"
    r"|make it through) (?P<span>(?:the|this|next)"
    r" (?:day|week|weekend|month|quarter|year|decade|century|winter|spring|summer|autumn)))\b"
)


_LONG_AGO = dt.date(1900, 1, 1)


_EVENT_DAY = re.compile(
    rf"(?:before|by the time|when|once|until|at|through)\s[^,;]*?\b(?P<day>tomorrow|tonight|today"
    rf"|next (?:week|month|year)|(?:on|in)\s+(?:{DAY}"
    rf"|(?:\d{{1,2}}\s+)?{MONTH}"
    r"(?:\s+\d{1,2})?(?:,?\s+\d{4})?|\d{4}))$"
)
_FISCAL = re.compile(
    rf"\b(?:fiscal|financial)\s+year,?\s+(?:which\s+|that\s+)?(?:ends?|ending|closes)\s+(?:in"
    rf"|on(?: \d{{1,2}})?|at the end of)\s+(?P<month>{MONTH})"
)


# Two days far apart: words read alike from both need no anchor.
_PROBES = (dt.date(2001, 2, 14), dt.date(2002, 9, 20))


@dataclass(frozen=True, slots=True)
class Deadline:
    """The chosen deadline; `reading` is None when it needs a day and the article has none."""

    phrase: str
    reading: Reading | None
    span: Span

    @property
    def dated(self) -> bool:
        """Say whether there is a day, or would be if the article had a date."""
        return self.reading is None or self.reading.deadline is not None


def readings(text: str, anchor: dt.date | Window | None, calendar: Calendar) -> list[Deadline]:
    """Give every time expression of a sentence; without an anchor only fixed days are read."""
    plain = _plain(text)
    if not _TIME_WORD.search(plain):
        return []
    if anchor is not None:
        found = _found(plain, anchor, calendar)
        shorter = (_shortened(r, anchor, calendar) for r in found if not _CLOCK.match(r.phrase))
        return [
            Deadline(text[slice(*r.span)].rstrip(".,"), _bounded(plain, r), r.span)
            for r in shorter
            if not _NO_TIME.match(r.phrase)
        ]
    first, second = (_found(plain, day, calendar) for day in _PROBES)
    fixed = {r.span: r for r in second}
    return [
        Deadline(text[slice(*r.span)], r if _same(r, fixed.get(r.span)) else None, r.span)
        for r in first
    ]


@lru_cache(maxsize=256)
def _found(text: str, anchor: dt.date | Window, calendar: Calendar) -> tuple[Reading, ...]:
    """Read a sentence once, however many of its claims ask."""
    return find_deadlines(text, anchor, calendar)


def _shortened(reading: Reading, anchor: dt.date | Window, calendar: Calendar) -> Reading:
    """Read the day in words that seem to have none.

    "Until the end of the year to push them back" has one, and so has "before the window shuts on
    Friday", but not "within 60 days of the vote on Friday".
    """
    if reading.deadline is not None or reading.not_before is not None:
        return reading
    head = re.split(r"\s+to\s+|,", reading.phrase)[0]
    tail = _EVENT_DAY.match(reading.phrase)
    start, words = (tail.start("day"), tail["day"]) if tail else (0, head)
    again = read_deadline(words, anchor, calendar) if words != reading.phrase else None
    if again is None or again.deadline is None:
        return reading
    first = reading.span[0] + start
    return replace(again, phrase=words, span=(first, first + len(words)))


# "Not until 2030 will it open": until then it will not
_NOT_UNTIL = re.compile(r"not (?:until|till|before)\b", re.IGNORECASE)
_MODAL_NEXT = re.compile(r"\s(?:will|would|can|could|may|might|shall|should)\b")


def _bounded(text: str, reading: Reading) -> Reading:
    """Turn a lower bound into the last day of what lasts, or is denied, until then (C15)."""
    if reading.deadline is not None or reading.not_before is None:
        return reading
    clause = re.split(r"[;:]\s", text[: reading.span[0]])[-1]
    ahead = re.sub(r"\b(?:no|not)\s+$", "", clause)
    turned = _NOT_UNTIL.match(reading.phrase) and _MODAL_NEXT.match(text, reading.span[1])
    if not (turned or _LASTS.search(text) or _DENIES.search(ahead)):
        return reading
    last = reading.not_before - dt.timedelta(days=1)
    return replace(reading, deadline=last, earliest=last, latest=last)


def _same(first: Reading, second: Reading | None) -> bool:
    return second is not None and first.deadline == second.deadline


_RECORD = re.compile(
    r"(\b(?:first|only|second|third(?! of)"
    r"|(?!harvest|interest|forest|latest|protest|request|contest)\w{2,}est"
    r"|worst|least|most)\b[^,;.]*?\s)(in (?:\w+ )?(?:years|decades"
    r"|months|weeks|generations)|(?:in|for) (?:more than |almost |nearly |over |about |at least )?"
    r"(?:half )?a (?:century|generation|lifetime|decade))\b"
)
# "the spring conference in March": the season only names it, the month tells when it is.
_SEASON_OF = re.compile(
    rf"\b{SEASON}(?=\s(?!in\b|on\b|of\b|and\b|or\b)[a-z]+(?:\s[a-z]+)?\s(?:in|on)\s(?:the\s)?(?:early\s|late\s"
    rf"|mid-)?(?:{MONTH}|{DAY}|\d))"
)


def _plain(text: str) -> str:
    """Open up "this year's" and "first-quarter" without moving a character."""
    text = re.sub(r"(?<=year|week|onth|sday|nday|rday|iday)['’]s\b", "  ", text)
    text = re.sub(r"\bonce-in-an?-[a-z]+", lambda m: " " * len(m.group()), text)
    text = _SEASON_OF.sub(lambda m: "x" * len(m.group()), text)
    text = _RECORD.sub(lambda m: m.group(1) + " " * len(m.group(2)), text)
    text = re.sub(r"(\b(?:br[eo]ak\w*|broken?) )even\b", r"\1xxxx", text)  # no "even this year"
    text = re.sub(r"(\band (?:then )?)fall(?= (?:to|by|back|below|from)\b)", r"\1xxxx", text)
    text = re.sub(
        r"(\b(?:will|would|could|may|might|can|should|to|['’]ll)(?:\s+\w+){0,2}\s+)fall\b",
        r"\1drop",
        text,
    )
    return re.sub(r"\b((?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth))-(?=quarter|half)", r"\1 ", text)


def with_fiscal_year(text: str, calendar: Calendar) -> Calendar:
    """Take the end of the fiscal year from the article, when it says so and the book does not."""
    said = _FISCAL.search(text) if calendar.fiscal_year_end is None else None
    end = read_deadline(f"in {said['month']}", _PROBES[0]) if said else None
    if end is None or end.deadline is None:
        return calendar
    return replace(calendar, fiscal_year_end=(end.deadline.month, end.deadline.day))


@lru_cache(maxsize=256)
def attributive(text: str, anchor: dt.date | Window, calendar: Calendar) -> tuple[Deadline, ...]:
    """Read time words that no preposition marks: "first-quarter revenue", "survive the winter"."""
    found: list[Deadline] = []
    for match in _ATTRIBUTIVE.finditer(text):
        if match["period"]:
            words, where = match["period"], match.span("period")
            words = "the year" if words.lower() == "full-year" else words.replace("-", " ")
            phrase = words if words[:1].isdigit() else f"in the {words.removeprefix('the ')}"
        elif match["given"]:
            phrase, where = f"within {match['given']}", match.span("given")
        elif match["day"]:  # "Sunday's match will be a draw"
            phrase, where = f"on {match['day']}", match.span("day")
        elif match["next"]:
            phrase, where = f"next {match['next']}", match.span("bare")
        elif match["few"]:
            phrase, where = f"within {match['few']}", match.span()
        else:
            where = match.span("span")
            phrase = f"by the end of {match['span']}"
        reading = read_deadline(phrase, anchor, calendar)
        if reading is not None and reading.deadline is not None:
            shown = text[slice(*where)]
            found.append(Deadline(shown, replace(reading, phrase=shown, span=where), where))
    return tuple(found)


def from_unknown_day(text: str, calendar: Calendar) -> list[Deadline]:
    """Read deadlines told from a past day that the text does not give: days of their own only.

    The others keep their words and have no day: counting them from today would invent one.
    """
    found: list[Deadline] = []
    for one in readings(text, None, calendar):
        reading = one.reading or Reading(
            phrase=one.phrase, span=one.span, deadline=None, earliest=None, latest=None,
            precision="none", vague=True, not_before=None, on_day=False,
            rule="said on a day in the past that is not told", note="",
        )  # fmt: skip
        found.append(replace(one, reading=reading))
    return found


@lru_cache(maxsize=256)
def long_past(text: str, calendar: Calendar) -> tuple[Deadline, ...]:
    """Read deadlines with a year of their own, for forecasts told from a past without a day."""
    found = find_deadlines(_plain(text), _LONG_AGO, calendar)
    return tuple(
        Deadline(text[slice(*r.span)], r, r.span)
        for r in found
        if re.search(r"\d{4}", r.phrase) and r.deadline is not None and r.span[0] > 3
    )
