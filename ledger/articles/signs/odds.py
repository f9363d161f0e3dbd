"""Read a stated probability: "70% chance", "one in three", "two-thirds likely", "9-1".

One number is a probability, also "about 60%". A bound ("less than 10%") and a range ("5-10%") give
none: their words are kept, since a point inside them was not said.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from ledger.articles.signs.chances import COUNT, DIGITS, NUMBER, UNITS, as_text, number

_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}
_CHANCE = r"(?:chances?|probability|probabilities|likelihood|odds|risk|possibility|prospect)"
_CONTEXT = re.compile(
    rf"\b(?:{_CHANCE}|(?:one|two|\d)[- ]in[- ]\w+ shot|likely|bookmakers?|bookies"
    r"|betting|odds-on|favourites?|favorites?|tipped"
    r"|oddsmakers?|prediction markets?|priced at|probable)\b",
    re.IGNORECASE,
)
_PER_CENT = r"(?:%|per cent|percent)"
# The lower end of a range; what a number rose from is none.
_RANGE = (
    rf"(?P<range>between\s{NUMBER}\s?{_PER_CENT}?\sand\s"
    rf"|(?<!from )(?<![\w.,-])(?:{DIGITS}\s?{_PER_CENT}?\s?-\s?"
    rf"|{NUMBER}\s?{_PER_CENT}?(?:\s?[–—]\s?|\s(?:to|or)\s)))"
)
_AMOUNT = rf"(?:{_RANGE}|(?<![\w.,-]))(?P<at>{NUMBER})"
_BOUND = (
    r"(?:(?:less|more|better|worse|greater|higher|lower|fewer|bigger|smaller|shorter|longer) than"
    r"|under|below|above|over|exceed(?:s|ed|ing)?|at (?:least|most|best|worst)|up to|upwards? of"
    r"|(?:north|south) of|as (?:much|high|low|little|many|few) as|(?:max|min)imum of)"
)
_BOUND_BEFORE = re.compile(
    rf"(?:(?:\b(?:no|not|just|well|slightly|a little)\s)?\b{_BOUND}\s|[<>≤≥]\s?|\bbetween\s)"
    r"(?:an?\s|the\s|about\s|around\s)?[\"“]?$",
    re.IGNORECASE,
)
_BOUND_AFTER = re.compile(
    r"(?:\+|-plus\b|\s(?:or|and) (?:more|less|better|worse|higher|lower|greater|above|below|over"
    rf"|under)\b|,?\s(?:at (?:(?:the )?(?:very )?(?:least|most|best)|worst)|or so more|tops)\b"
    rf"|,? no (?:more|less|better|worse|higher|lower)(?=[.,;:!\"”]|$)"
    rf"|\s?(?:-|–|—|\bto\b|\bor\b)\s?(?:{COUNT})(?:[\s-]in[\s-](?:{COUNT}))?"
    r"(?= chance|[.,;\"”]|$))",
    re.IGNORECASE,
)
_FILLER = rf"(?:(?:about|around|just|only|roughly|some|nearly|almost|well|a little|no|{_BOUND})\s)"
_NOUN = rf"(?:{_CHANCE}|shot|likely|sure|certain|confident|probable)\b"
_WITH_NOUN = re.compile(rf"[\s-](?:\w+[\s-])?{_NOUN}")
_PERCENT = re.compile(
    rf"{_AMOUNT}(?:\+|[\s-]plus)?\s?{_PER_CENT}(?:-plus|\+)?"
    rf"(?=[\s-]+(?:or \w+\s)?(?:\w+\s+)?{_NOUN})",
    re.IGNORECASE,
)
_PUT_AT = re.compile(
    rf"\b{_CHANCE}\b[^.;]{{0,80}}?\b(?:at|of|to|is|was|as|are|stands? at)\s+[\"“]?"
    rf"{_FILLER}{{0,3}}{_AMOUNT}\s?{_PER_CENT}"
)
_PUT_IT_AT = re.compile(
    rf"\bputs? (?:it|that|this|them) at\s+[\"“]?(?:[a-z]+ ){{0,3}}?{_AMOUNT}\s?{_PER_CENT}"
)
# "Ten" of "won ten in 2019" is no share: a year is a count of things for "one in" alone.
_ONE_IN = re.compile(
    rf"\b({DIGITS}|{UNITS})(?:\s|-)(?:in|chances? in)(?:\s|-)"
    rf"((?:(?<=\bone.in.)|(?<=\b1.in.)|(?!(?:19|20)\d\d\b))(?:{COUNT}))\b(?![.,]?\d)"
    r"(?![\s-]+(?:(?:un)?likely [a-z-]+|years?|months?|hundred|thousand|million|billion))"
)
_SHARE = re.compile(
    r"\b(?:(a|one|two|three|four|nine)[ -])?(half|third|quarter|fourth|fifth|tenth)s?\b",
    re.IGNORECASE,
)
# Not "2024-25", the winter between two years, nor "60-70%".
_AGAINST = re.compile(
    r"(?<![\d.,/-])(?!(?:19|20)\d\d\s?[-–/]\s?\d\d\b)(\d{1,4})\s?(?:-|–|/|\s?to\s)\s?(\d{1,3})"
    r"(?![\d/-]|[.,]\d|\s?%|\sper ?cent)(?:\s+(on|against|favou?rites?|odds|shots?))?"
)
_PRICED = re.compile(
    r"\b(?:is|are|was|were|at|['’]s|['’]re) (?:now |still |only |just )?(\d{1,4})\s?[-–/]\s?"
    r"(\d{1,3})(?:\s+(on|against|favou?rites?|outsiders?|shots?))?"
    r"(?=\s+(?:(?:with|at) [\w&'’ -]{2,30}? )?(?:to (?!the\b|an?\b|nil\b)[a-z]+|for the)\b)"
)
# The odds now, in "cut the odds from 5-1 to 6-4".
_MOVED = re.compile(
    r"\bfrom \d{1,4}\s?[-–/]\s?\d{1,3}(?: on| against)? to (\d{1,4})\s?[-–/]\s?(\d{1,3})"
    r"(?:\s+(on|against))?(?![\d/-])"
)
_EVEN = re.compile(
    r"\b(?:fifty-fifty|50[-–/]50|evens(?= (?:to|for|favou?rites?)\b)|a coin[ -](?:toss|flip))\b"
)


@dataclass(frozen=True, slots=True)
class Odds:
    """A stated likelihood at [start, end) with the words for it.

    `value` is decimal text, "0.333"; None for a bound or a range, which is no probability.
    """

    start: int
    end: int
    phrase: str
    value: str | None


def find_odds(text: str) -> Odds | None:
    """Give the first likelihood stated in numbers in a sentence; None where there is none."""
    percent = _percent(text) if "%" in text or "cent" in text.lower() else None
    if percent:
        return _made(text, percent, number(percent["at"]) / 100)
    even = _EVEN.search(text)
    if even:
        return _made(text, even, Fraction(1, 2))
    ratio = _MOVED.search(text) or _PRICED.search(text)
    if ratio:
        return _ratio(text, ratio)
    return _by_ratio(text) if _CONTEXT.search(text) else None


def _percent(text: str) -> re.Match[str] | None:
    return _PERCENT.search(text) or _PUT_AT.search(text) or _PUT_IT_AT.search(text)


def _made(text: str, match: re.Match[str], value: Fraction) -> Odds | None:
    if not 0 <= value <= 1:
        return None
    groups = match.groupdict()
    start = match.start("at") if "at" in groups else match.start()
    before = _BOUND_BEFORE.search(text, 0, start)
    after = _BOUND_AFTER.match(text, match.end())
    plus = "at" in groups and _BOUND_AFTER.match(text, match.end("at"))
    if not (before or after or plus or groups.get("range")):
        return Odds(*match.span(), match.group().strip(), as_text(value))
    first = min(before.start(), match.start()) if before else match.start()
    last = after.end() if after else match.end()
    noun = _WITH_NOUN.match(text, last)
    return Odds(*match.span(), text[first : noun.end() if noun else last].strip(), None)


def _ratio(text: str, match: re.Match[str]) -> Odds | None:
    """Read "9-1": one in ten; "1-4 on": a bet on the favourite; "60-40": of a hundred."""
    first, second = int(match[1]), int(match[2])
    split = first + second == 100 and match[3] is None
    won = first if match[3] == "on" or split else second
    return _made(text, match, Fraction(won, first + second)) if first + second else None


def _by_ratio(text: str) -> Odds | None:
    near = _ONE_IN.search(text)
    if near and number(near[2]):
        return _made(text, near, number(near[1]) / number(near[2]))
    against = _AGAINST.search(text)
    if against and int(against[1]) + int(against[2]):
        return _ratio(text, against)
    share = _SHARE.search(text)
    if share and re.match(rf"\s+(?:{_CHANCE}|likely|probable)\b", text[share.end() :]):
        return _made(text, share, number(share[1] or "one") / _PARTS[share[2].lower()])
    return None
