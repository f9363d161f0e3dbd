"""Weigh the signs of `prospects`: targets, base cases, spans of time, what cannot be ruled out."""

import re

from ledger.articles.signs.cues import RULES, Cue
from ledger.articles.signs.horizons import HORIZONS
from ledger.articles.signs.idioms import IDIOMS
from ledger.articles.weights.context import (
    PAST_BE,
    WEEKDAY,
    Context,
    after,
    before,
    plain,
    with_day,
)


def _target(cue: Cue, context: Context) -> float:
    """Weigh plans: a target is a period, an appointment is a day."""
    appointed = WEEKDAY.search(context.when) or re.search(r"\b\d{1,2}\b", context.when)
    past = PAST_BE.match(cue.phrase) and context.governing is None
    return cue.weight + (0.25 if context.dated and not appointed and not past else -0.2)


def _on_course(cue: Cue, context: Context) -> float:
    return cue.weight + 0.2 * context.attributed + 0.15 * context.dated


def _base_case(cue: Cue, context: Context) -> float:
    stated = re.search(
        r"\b(?:is|are|remains?|looks?|seems?)\s+(?:the\s+)?$", before(cue, context)
    ) or re.match(r"\s+(?:is|remains)\b", context.text[cue.end :])
    return cue.weight - 0.2 * (not (context.attributed or stated))


def _to_run(cue: Cue, context: Context) -> float:
    return cue.weight + 0.25 * (context.governing is not None or context.quoted)


def _said(cue: Cue, context: Context) -> float:
    """Weigh what only a speaker's own words make a forecast: "we are looking at six weeks"."""
    return cue.weight - 0.2 * (not context.attributed)


_SOON = re.compile(
    r"\b(?:next|this|coming)\s(?:year|season|month|winter|summer|spring|autumn|\w+day)\b"
)


def _assured(cue: Cue, context: Context) -> float:
    """Weigh "Ten seats next May, easily": speech with a time ahead."""
    ahead = context.dated or _SOON.search(context.text)
    return cue.weight + 0.3 * bool(ahead and context.quoted)


def _deemed(cue: Cue, context: Context) -> float:
    past = PAST_BE.search(cue.phrase) and context.governing is None
    return plain(cue, context) - 0.25 * bool(past)


_NEW = re.compile(
    r"\b(?:another|further|more|new|next|fresh|second|return|repeat|renewed|rise|fall|cut|delay"
    r"|delays"
    r"|end|exit|victory|defeat|split|coup|escalation|outbreak|election|recount|run-?off|vote"
    r"|truce|deal|wave|strike|default|attack on|war|recession"
    r"|collapse|closure|resignation)\b",
    re.IGNORECASE,
)


def _not_excluded(cue: Cue, context: Context) -> float:
    """Weigh "cannot be ruled out": of what is new it tells the future, of an arson the past."""
    return cue.weight + 0.15 * context.dated + 0.1 * bool(_NEW.search(before(cue, context)))


_TOLD = re.compile(r"\b(?:was|were|had|did|said|which|who|when|if|[a-z]{3,}ed)\b")


def _progressive(cue: Cue, context: Context) -> float:
    """Weigh "they are closing in June": speech with a time ahead that is no appointment."""
    ahead = context.dated and context.attributed and not WEEKDAY.search(context.when)
    follows = context.when in after(cue, context)
    told = _TOLD.search(before(cue, context).rpartition(",")[2])
    return cue.weight + 0.35 * (ahead and follows and not told)


def _able(cue: Cue, context: Context) -> float:
    """Weigh "says it can break even by 2030": what somebody will be able to do by a day."""
    bound = re.match(r"(?:by|within|before|as early as|this|next)\b", context.when, re.IGNORECASE)
    stated = context.governing is not None and bound and context.when in after(cue, context)
    return cue.weight + 0.35 * bool(stated and context.dated)


def _time_left(cue: Cue, context: Context) -> float:
    return cue.weight + 0.2 * context.attributed


LEANINGS = {
    **{rule.name: with_day for rule in (*RULES, *HORIZONS, *IDIOMS) if rule.needs_day},
    "progressive": _progressive,
    "present_dated": _progressive,
    "time_left": _time_left,
    "at_risk": _on_course,
    "should_brace": _on_course,
    "can_dated": _able,
    "due_when": _target,
    "set_for": _on_course,
    "target": _target,
    "due": _target,
    "is_to": _target,
    "on_course": _on_course,
    "mark_my_words": _assured,
    "to_run": _to_run,
    "span": _said,
    "base_case": _base_case,
    "improbable": _deemed,
    "not_excluded": _not_excluded,
}
