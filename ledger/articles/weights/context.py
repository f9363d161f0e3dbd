"""What is known about the place of a sign, and how it is weighed when nothing special holds."""

import re
from dataclasses import dataclass

from ledger.articles.signs.cues import Cue
from ledger.articles.speakers.frames import Frame
from ledger.articles.words.calendar_words import DAY

PAST_BE = re.compile(r"\b(?:was|were|had been|looked|seemed|appeared)\b")
WEEKDAY = re.compile(rf"(?:on\s+)?{DAY}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about the place of a cue.

    `governing` is the frame whose complement it stands in; `attributed` says that somebody other
    than the article speaks; `dated` that the claim has a future day, `when` are its words of time;
    `manual` that the text is instructions rather than news.
    """

    text: str
    governing: Frame | None
    attributed: bool
    quoted: bool
    dated: bool
    when: str
    conditional: bool
    carried: bool
    manual: bool


def after(cue: Cue, context: Context) -> str:
    """Give the words after a sign."""
    return context.text[cue.end :]


def before(cue: Cue, context: Context) -> str:
    """Give the words before a sign."""
    return context.text[: cue.start]


def plain(cue: Cue, context: Context) -> float:
    """Weigh a sign by itself: a day and a speaker add a little."""
    return cue.weight + 0.1 * context.dated + 0.05 * context.attributed


def with_day(cue: Cue, context: Context) -> float:
    """Weigh a sign that is none without a day ahead: "cut its forecast", "pushed to"."""
    return cue.weight + (0.25 if context.dated else -0.2)
