"""Read a stated probability: "70% chance", "one in three", "two-thirds likely", "9-1"."""

import re
from dataclasses import dataclass
from fractions import Fraction

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twenty": 20, "fifty": 50, "hundred": 100, "a": 1, "even": 1,
}  # fmt: skip
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}
_NUMBER = r"\d+(?:\.\d+)?"
_WORD = r"\d+|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred|hundred"
_CHANCE = r"(?:chances?|probability|probabilities|likelihood|odds|risk|possibility|prospect)"
_TEN_WORDS = "ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_TENS = rf"(?:{'|'.join(_TEN_WORDS)})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
_CONTEXT = re.compile(
    rf"\b(?:{_CHANCE}|(?:one|two|\d)[- ]in[- ]\w+ shot|likely|bookmakers?|bookies"
    r"|betting|odds-on|favourites?|favorites?|tipped"
    r"|oddsmakers?|prediction markets?|priced at|probable)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    rf"({_NUMBER}|{_TENS})(?:\s?(?:-|–|to)\s?({_NUMBER}))?\s?(?:%|per cent|percent)"
    rf"(?=[\s-]+(?:\w+\s+)?(?:{_CHANCE}|shot|likely|sure|certain|confident|probable)\b)"
)
_PUT_AT = re.compile(
    rf"\b{_CHANCE}\b[^.;]{{0,80}}?\b(?:at|of|to|is|was|as|are|stands? at)\s+[\"“]?(?:about "
    rf"|around |just |only"
    rf" |roughly |below |under |above |over |less than |more than |at least |no (?:better|more"
    rf"|higher) than )?({_NUMBER})\s?(?:%|per cent|percent)"
)
_PUT_IT_AT = re.compile(
    rf"\bputs? (?:it|that|this|them) at\s+[\"“]?(?:[a-z]+ ){{0,2}}({_NUMBER})\s?(?:%|per cent"
    rf"|percent)"
)
_ONE_IN = re.compile(
    rf"\b({_WORD})(?:\s|-)(?:in|chance in)(?:\s|-)({_WORD})\b"
    r"(?!\s+(?:(?:un)?likely [a-z-]+|years?|months?|hundred|thousand|million|billion))"
)
_SHARE = re.compile(
    r"\b(?:(a|one|two|three|four|nine)[ -])?(half|third|quarter|fourth|fifth|tenth)s?\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"(?<![\d.,/-])(\d{1,4})\s?(?:-|–|/|\s?to\s)\s?(\d{1,3})(?![\d/-])(?:\s+(on|against"
    r"|favou?rites?|odds|shots?))?"
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
    """A stated probability at [start, end): `value` is decimal text, "0.333"."""

    start: int
    end: int
    phrase: str
    value: str


def decimal_text(value: Fraction) -> str:
    """Write a probability with at most three decimals: 2/3 is "0.667"."""
    return f"{float(value):.3f}".rstrip("0").rstrip(".") or "0"


def _made(match: re.Match[str], value: Fraction) -> Odds | None:
    if not 0 <= value <= 1:
        return None
    return Odds(match.start(), match.end(), match.group().strip(), decimal_text(value))


def _number(word: str) -> int:
    low = word.lower().removeprefix("a ")
    return int(low) if low.isdigit() else _UNITS[low]


def _percentage(word: str) -> Fraction:
    """Read a number before "per cent": 90, "ninety", "ninety-five"."""
    if word[0].isdigit():
        return Fraction(word)
    tens, _, units = word.lower().partition("-")
    return Fraction(_TEN_WORDS.index(tens) * 10 + 10 + (_UNITS[units] if units else 0))


def find_odds(text: str) -> Odds | None:
    """Give the first probability stated in a sentence; None when no number is stated as one."""
    percent = _PERCENT.search(text)
    if percent:
        low = _percentage(percent[1])
        high = Fraction(percent[2]) if percent[2] else low
        return _made(percent, (low + high) / 200)
    put = _PUT_AT.search(text) or _PUT_IT_AT.search(text)
    if put:
        return _made(put, Fraction(put[1]) / 100)
    even = _EVEN.search(text)
    if even:
        return _made(even, Fraction(1, 2))
    moved = _MOVED.search(text)
    if moved:
        return _ratio(moved)
    priced = _PRICED.search(text)
    if priced:
        return _ratio(priced)
    return _by_ratio(text) if _CONTEXT.search(text) else None


def _ratio(match: re.Match[str]) -> Odds | None:
    """Read "9-1": one in ten; "1-4 on": a bet on the favourite."""
    first, second = int(match[1]), int(match[2])
    won = first if match[3] == "on" else second
    return _made(match, Fraction(won, first + second)) if first + second else None


def _by_ratio(text: str) -> Odds | None:
    near = _ONE_IN.search(text)
    if near and _number(near[2]):
        return _made(near, Fraction(_number(near[1]), _number(near[2])))
    against = _AGAINST.search(text)
    if against and int(against[1]) + int(against[2]):
        return _ratio(against)
    share = _SHARE.search(text)
    if share and re.match(rf"\s+(?:{_CHANCE}|likely|probable)\b", text[share.end() :]):
        return _made(share, Fraction(_number(share[1] or "one"), _PARTS[share[2].lower()]))
    return None
