"""Find the signs that a sentence looks forward: modal verbs, predictions, odds, fixed phrases.

What stands around a cue (who speaks, a deadline, a condition) is weighed in `weights.judge`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ledger.articles.signs.bare import bare_cues
from ledger.articles.signs.cues import RULES, Cue, Rule
from ledger.articles.signs.horizons import HORIZONS
from ledger.articles.signs.idioms import IDIOMS
from ledger.articles.signs.odds import find_odds
from ledger.articles.signs.polarity import clause_denied, is_negative
from ledger.articles.signs.predictions import verb_cues
from ledger.articles.signs.prospects import PROSPECTS
from ledger.articles.speakers.frames import Frame
from ledger.articles.stops.guards import guarded, is_schedule
from ledger.articles.words.patterns import HEDGE_AFTER


def find_cues(text: str, frames: Sequence[Frame], *, quoted: bool) -> list[Cue]:
    """Give the cues of a sentence in order; `frames` are its verbs of saying."""
    if _is_question(text):
        return []
    cues = [
        *_pattern_cues(text, quoted=quoted),
        *verb_cues(text, frames),
        *_odds_cues(text),
        *bare_cues(text, quoted=quoted, said=quoted or any(f.group == "say" for f in frames)),
    ]
    return sorted((_hedged(text, cue, cues) for cue in cues), key=lambda cue: cue.start)


_FUTURE = frozenset({"will", "would", "going_to", "may", "should"})
_LIKELIHOOD = frozenset({"outlook", "possible", "expected"})
_THAT = re.compile(r"\s+(?:that|whether|if)\s[^,;:]*")


def _hedged(text: str, cue: Cue, cues: Sequence[Cue]) -> Cue:
    """Give "will" the words of how likely it is: "will probably", "is unlikely that it will"."""
    if cue.kind not in _FUTURE:
        return cue
    for other in cues:
        before = other.kind in _LIKELIHOOD and other.end < cue.start
        if before and _THAT.fullmatch(text, other.end, cue.start):
            return replace(cue, phrase=other.phrase, negative=cue.negative != other.negative)
    after = HEDGE_AFTER.match(text, cue.end) if cue.kind in {"will", "would"} else None
    return replace(cue, phrase=cue.phrase + after.group()) if after else cue


@cache
def _compiled() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    return tuple(
        (rule, re.compile(rule.pattern)) for rule in (*RULES, *PROSPECTS, *HORIZONS, *IDIOMS)
    )


def _is_question(text: str) -> bool:
    return text.rstrip("\"”’') ").endswith("?")


def _pattern_cues(text: str, *, quoted: bool) -> Iterator[Cue]:
    for rule, pattern in _compiled():
        for match in pattern.finditer(text):
            if guarded(rule.name, text, match):
                continue
            scheduled = rule.name == "will" and not quoted and is_schedule(text, match)
            negative = is_negative(text, match)
            weight = 0.3 if scheduled and not negative else rule.weight
            start, end = match.span()
            yield Cue(rule.name, start, end, match.group().strip(), weight, negative)


def _odds_cues(text: str) -> Iterator[Cue]:
    at = 0
    while (odds := find_odds(text[at:])) is not None:
        start, end = at + odds.start, at + odds.end
        figure = odds.value is not None and float(odds.value) < _NEVER
        if not figure and not _PAST_ODDS.search(text[:start]):
            denied = _THAT_IT.match(text, end) is not None and clause_denied(text, end)
            yield Cue("odds", start, end, odds.phrase, 0.7, denied)
        at = end
    also = _ALSO_AT.search(text, at) if at else None
    if also:
        yield Cue("odds", *also.span(1), also[1], 0.6)


# "One in 14 million" is a lottery's or a manner of speech: by itself it foretells nothing.
_NEVER = 1e-5
# What has the chance: "a 30% chance that it will not open", "a 30% chance of no deal".
_THAT_IT = re.compile(r"\s+(?:\w+\s+){1,3}?(?:that|of|for)\s")
# a second number: "puts the chance of A at 40%, and of B at 20%"
_ALSO_AT = re.compile(
    r"\band (?:of|for|on|that of) [^,;.]{1,60}? at (?:\w+ )?(\d+(?:\.\d+)?\s?(?:%|per ?cent))"
)
_PAST_ODDS = re.compile(r"(?<!there )\b(?:had|was|were) (?:given )?(?:an? )?$")
