"""Weigh a cue with what stands around it: whether this is a forecast, and how surely."""

import re

from ledger.articles.signs.cues import Cue
from ledger.articles.speakers.frames import Frame
from ledger.articles.weights.anecdotes import retold
from ledger.articles.weights.context import PAST_BE, WEEKDAY, Context, after, before, plain
from ledger.articles.weights.leanings import LEANINGS
from ledger.articles.weights.outcomes import (
    AHEAD,
    ARRIVES,
    BEFORE_THEN,
    HEDGE,
    LENGTH,
    OUTCOME,
    STATE,
)
from ledger.articles.words.calendar_words import MONTHS

THRESHOLD = 0.5


_SINGULAR = re.compile(
    r"\b(?:he|she|I|we|(?:he|she)\b[^.;:]*\band|(?:his|her|their|my"
    r"|our) (?:\w+ )?(?:(?:grand)?(?:father"
    r"|mother|son|daughter|parents)|brother|sister|wife|husband|uncle|aunt|family|friends?|dad|mum)"
    r"(?:,[^,]*,)?)\s*$",
    re.IGNORECASE,
)
_REMEMBERED = re.compile(r"\b(?:thought|believed|knew|felt|feared|hoped|assumed|imagined|known)\b")
_HEARSAY = re.compile(r"\b(?:had been|was|were|been) (?:told|assured|promised|warned)\b")
_POINTER = re.compile(
    r"(?:^|[.,;:\"“]\s*)(?:[Tt]hat|[Tt]his|[Ii]t|[Ss]uch an? [\w -]+|[Tt]he (?:move|deal"
    r"|victory|loss|defeat|fall|decision|change|closure|cut|strike|collapse|result)"
    r"|[Aa]nything less|[Tt]o do so|[Dd]oing so|(?:(?:[Aa] |[Aa]nother )?(?:[Vv]ictory|[Dd]efeat"
    r"|[Ff]ailure|win|loss|draw"
    r"|default|delay|rejection|breach|strike))(?: (?:on|in|by|of|at|against) [\w ]{2,30})?)\s+$"
)
_ANY_SUCH = re.compile(r"(?:^|[.;]\s)(?:An?|Any|Each|Every|Such an?)\s(?:[\w-]+\s){1,3}$")
_TOLD = re.compile(r"\b(?:was|were|had|did|said|told|[a-z]{3,}ed)\b")


_THERE = re.compile(r"\b[Tt]here\s*$")
# When or where the writer said it: "I told you on this page a year ago that".
_ONCE_TOLD = re.compile(
    rf"\b(?:in (?:19|20)\d\d|in (?:{MONTHS})|last (?:year|month|week|spring|summer|autumn"
    r"|winter)|(?:years?|months?|weeks?) ago"
    r"|(?:on|in) (?:this|these) (?:page|pages|column|columns|newsletter|space|slot))\b",
    re.IGNORECASE,
)


_MINE = re.compile(r"\b(?:I|[Ww]e) (?:told|said|warned|wrote|predicted|bet)\b")


def confidence(cue: Cue, context: Context) -> float:
    """Give 0..1: how sure it is that the cue makes its sentence a forecast."""
    rule = _BY_KIND.get(cue.kind.partition(":")[0], plain)
    score = rule(cue, context)
    if context.governing is not None and _recalled(context.text, context.governing):
        score -= 0.4
    if context.manual and not context.attributed:
        score -= 0.4
    score -= retold(cue, context)
    return round(max(0.0, min(1.0, score)), 2)


def _recalled(text: str, frame: Frame) -> bool:
    """Say whether a frame tells what was once thought: "had feared", "we promised"."""
    pluperfect = re.search(r"\bhad\s+(?:\w+\s+)?$", text[: frame.start]) is not None
    mine = frame.past and frame.own
    if mine and frame.group != "think" and _ONCE_TOLD.search(text):
        return False
    return mine or (pluperfect and (frame.group == "think" or frame.who.lower() == "who"))


def _will(cue: Cue, context: Context) -> float:
    score = plain(cue, context)
    if cue.weight < 0.5 and context.dated and context.attributed:  # an appointment, or a promise
        appointed = WEEKDAY.search(context.when) or re.search(r"\b\d{1,2}\b", context.when)
        score += 0.2 * (not appointed)
    return score


# "There may be weeks of fighting ahead"
_SPAN_OF = re.compile(r"\b(?:days|weeks|months|years|decades|generations) of\b")


def _may(cue: Cue, context: Context) -> float:
    following, ahead = after(cue, context), before(cue, context)
    score = cue.weight + 0.2 * context.attributed + 0.25 * context.dated
    score += 0.1 * bool(OUTCOME.match(following)) + 0.15 * context.conditional
    if AHEAD.search(following) and not context.dated:
        score += 0.15 + 0.25 * bool(_SPAN_OF.search(following))
    score += 0.4 * bool(BEFORE_THEN.match(following))
    score += 0.1 * bool(re.match(r"\s+(?:well|yet|still)\b", following) and _THERE.search(ahead))
    if _REMEMBERED.search(ahead[-60:]):
        score -= 0.3 * (not context.dated)
    leave = cue.phrase.startswith("may") or not context.dated
    if leave and not context.attributed and _ANY_SUCH.search(ahead):
        score -= 0.25
    if not context.dated:
        score -= 0.15 * bool(STATE.match(following)) + 0.25 * bool(_SINGULAR.search(ahead))
    reported = context.governing is not None and context.governing.past
    if OUTCOME.match(following) and (not _TOLD.search(context.text) or LENGTH.match(following)):
        score += 0.1
    if cue.phrase.startswith("could"):
        if "n't" in cue.phrase or "n’t" in cue.phrase or re.match(r"\s+not\b", following):
            score -= 0.2 * (not context.dated)
        if not (context.attributed or context.dated or reported or AHEAD.search(following)):
            score -= 0.1
    return score


def _should(cue: Cue, context: Context) -> float:
    outcome = bool(OUTCOME.match(after(cue, context)))
    arrives = bool(ARRIVES.match(after(cue, context)))
    if not (context.attributed or context.dated):
        return 0.2
    return (
        cue.weight
        + 0.25 * context.dated
        + 0.15 * context.attributed
        + 0.1 * (outcome or arrives)
        - 0.1 * (not (outcome or arrives))
    )


def _would(cue: Cue, context: Context) -> float:
    following, ahead = after(cue, context), before(cue, context)
    score = cue.weight + 0.15 * context.dated + 0.2 * context.conditional
    governing = context.governing
    remembering = governing is not None and governing.past and governing.group == "think"
    never = governing is None and not context.quoted and re.match(r"\s*never\b", following)
    hedged = HEDGE.match(following) and not never
    score += 0.15 * bool(hedged) * (context.dated or not remembering)
    if governing is not None and governing.past and not governing.inverted and not context.quoted:
        remembered = bool(_REMEMBERED.search(ahead[governing.start :]))
        score += 0.05 if remembered else 0.3
        if _SINGULAR.search(ahead) and not _of_another(governing):
            score -= 0.3
    elif (governing is not None and not context.quoted) or context.carried:
        score += 0.2
    elif _SINGULAR.search(ahead):
        score -= 0.25
    elif context.quoted:
        score += 0.05 + 0.1 * bool(LENGTH.match(following))
    if context.quoted and _MINE.search(ahead) and _ONCE_TOLD.search(context.text):
        score += 0.2
    if _POINTER.search(ahead) and not context.quoted:
        score += 0.1
    if _HEARSAY.search(ahead) and governing is None:
        score -= 0.3
    return score


def _of_another(frame: Frame) -> bool:
    """Say whether "he" or "she" cannot be who tells: "the ministry told a court that she would"."""
    named = frame.who[:1].isupper() and not frame.who.startswith("The")
    mine = {"i", "we", "he", "she", "who"}
    return frame.lemma == "tell" and not named and frame.who.lower() not in mine


# "is expected to", unlike "is set to", can be nothing but a forecast.
_SAID_SO = re.compile(r"(?:expected|forecast|projected|predicted|tipped)\b")


def _set_to(cue: Cue, context: Context) -> float:
    score = plain(cue, context) + 0.2 * bool(_SAID_SO.match(cue.phrase))
    near = before(cue, context)[-40:]
    past = re.search(rf"{PAST_BE.pattern}\s+(?:\w+\s+){{0,2}}$", near)
    if past and context.governing is None:
        score -= 0.25 if context.dated and not WEEKDAY.match(context.when) else 0.5
        if re.search(r"had been\s+(?:\w+\s+){0,2}$", near):
            score -= 0.3
    return score


def _expected(cue: Cue, context: Context) -> float:
    score = cue.weight + 0.2 * context.dated
    past = PAST_BE.search(cue.phrase)
    if past and context.governing is None:
        score -= 0.3
    return score


def _outlook(cue: Cue, context: Context) -> float:
    score = plain(cue, context)
    if PAST_BE.search(cue.phrase) and context.governing is None:
        score -= 0.25
    return score


def _possible(cue: Cue, context: Context) -> float:
    return cue.weight + 0.25 * context.dated + 0.1 * context.attributed + 0.1 * context.conditional


def _revised(cue: Cue, context: Context) -> float:
    return cue.weight + 0.2 * context.dated + 0.05 * bool(re.search(r"\d", after(cue, context)))


_OBLIGED = re.compile(
    r"\b(?:must|need(?:s|ed)? to|ha(?:ve|s|d) to|should|deadline|target|was|were|had|did"
    r"|[a-z]{3,}ed)\b"
)


def _by_date(cue: Cue, context: Context) -> float:
    """Weigh speech that has a deadline but no verb of the future: "It's over by Friday"."""
    spoken = context.dated and context.quoted
    return cue.weight + 0.3 * spoken - 0.3 * bool(_OBLIGED.search(context.text))


def _away(cue: Cue, context: Context) -> float:
    return cue.weight + 0.1 * context.attributed - 0.1 * (not context.attributed)


def _odds(cue: Cue, context: Context) -> float:
    if (
        re.search(r"\b(?:was|were|had)\b[^,;]*$", before(cue, context))
        and context.governing is None
    ):
        return cue.weight - 0.25
    return plain(cue, context) + 0.05 * context.attributed


def _verb(cue: Cue, context: Context) -> float:
    lemma = cue.kind.partition(":")[2]
    if lemma == "foretell":
        return cue.weight + 0.3 * context.dated
    if lemma in {"see", "fear", "warn", "bet", "think", "believe"}:
        bound = re.match(
            r"(?:by|within|before|in|next|this|over|until|during|later|through|on)\b",
            context.when,
            re.IGNORECASE,
        )
        return cue.weight + 0.25 * (context.dated and (bound is not None or lemma == "see"))
    if lemma == "estimate":
        return cue.weight + 0.3 * context.dated
    return plain(cue, context)


_BY_KIND = {
    "will": _will,
    "may": _may,
    "should": _should,
    "would": _would,
    "set_to": _set_to,
    "expected": _expected,
    "outlook": _outlook,
    "possible": _possible,
    "revised": _revised,
    "away": _away,
    "by_date": _by_date,
    "odds": _odds,
    "verb": _verb,
    **LEANINGS,
}
