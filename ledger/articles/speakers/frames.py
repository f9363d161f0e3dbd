"""Find who says what inside a sentence: frames such as "X, the head of Y, said (that) ..."."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ledger.articles.speakers.introducing import LEMMA as INTRODUCES, introduced
from ledger.articles.speakers.subject_after import subject_after
from ledger.articles.speakers.subjects import FINITE, PHRASE, Subject, subject_before
from ledger.articles.words.announcing import ANNOUNCEMENTS
from ledger.articles.words.framing import EXTRA, LEMMAS, ODDS_MOVED, REVISED
from ledger.articles.words.nouns import is_role
from ledger.articles.words.outlooks import OUTLOOKS
from ledger.articles.words.verbs import DETERMINERS, IRREGULAR_PAST, NOUN_FORMS, verb_classes

_SAME_IN_PAST = frozenset({"forecast", "bet"})
_PLURALS = frozenset(
    "i we you they people some many few most others police all both polled".split()
)
_PARTICIPLES = frozenset("foreseen seen written known sworn shown forecast bet".split())


_WAS_DOING = re.compile(r"\b(?:had been|was|were)\s+(?:\w+ly\s+)?$")
_TRANSITIVE = frozenset({"rule_out", "deem", "tip", "price_in", "give_word"})
_GOES_ON = re.compile(r"\b(?:continu(?:e|es|ed|ing)|go(?:es)? on|went on|appear(?:s|ed)?) to\s+$")
_COMPARES = re.compile(r"\b(?:than|as|what|like)\s+$")
_BY_WHOM = re.compile(
    r"\sby (?:the (?!end|start|turn|middle|summer|autumn|spring|winter|time|close)|an?\s"
    r"|this\s(?!time)|its\s|their\s|[a-z]+(?:ists|ers|ors|ants|als)\b)"
)
_CLAUSE_AHEAD = re.compile(r"\s+(?:that\s+)?(?:he|she|it|they|we)\s")


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb of saying at [start, end), its class, and its subject as written (`who`).

    `inverted` frames stand after or inside what they report; `role` is an apposition.
    """

    lemma: str
    group: str
    start: int
    end: int
    who: str
    role: str | None
    who_start: int
    inverted: bool
    past: bool

    @property
    def own(self) -> bool:
        """Say whether the speaker speaks for themselves: "I", "we"."""
        return self.who.strip("\"“‘' ") in {"I", "We", "we"}


@cache
def _pattern() -> re.Pattern[str]:
    verbs = "|".join(sorted((re.escape(v) for v in verb_classes()), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:(?P<extra>{EXTRA})|(?P<verb>{verbs}))\b(?!-)")


def find_frames(text: str) -> tuple[Frame, ...]:
    """Give the frames of a sentence from left to right."""
    found: list[Frame] = []
    for match in _pattern().finditer(text):
        frame = _frame(text, match, found)
        if frame is not None:
            found.append(frame)
    frames = (*found, *_according(text), *_views(text), *_colon(text, found))
    return tuple(sorted(frames, key=lambda frame: frame.start))


def _colon(text: str, found: Sequence[Frame]) -> list[Frame]:
    """Give the frame of 'Crane was less sure: "..."', where no verb of saying stands before it."""
    led = introduced(text)
    if led is None or any(frame.start < led[2] for frame in found):
        return []
    who, where, colon = led
    return [Frame(INTRODUCES, "say", colon, colon + 1, who, None, where, False, True)]


def _frame(text: str, match: re.Match[str], earlier: Sequence[Frame]) -> Frame | None:
    lemma, group = _classify(match)
    word = match.group()
    if (word in NOUN_FORMS and _is_noun(text, match)) or (
        lemma == "see" and _hindered(text, match)
    ):
        return None
    first = word.split(maxsplit=1)[0]
    past = first.endswith("ed") or first in IRREGULAR_PAST
    past = past and first not in {"is", "are", "has", "have"}
    past = past or (word.endswith("ing") and _WAS_DOING.search(text, 0, match.start()) is not None)
    subject = None
    if past or word.endswith("s") or word == "say":
        subject = subject_after(text, match)
    inverted = subject is not None
    going_on = _GOES_ON.search(text, 0, match.start())
    verb = going_on.start() if going_on else match.start()
    passive = _may_be_passive(match, lemma, past=past)
    subject = subject or subject_before(text, verb, passive_form=passive)
    if subject is None:
        return None
    done = (past or word in _PARTICIPLES) and " " not in word
    if done and not inverted and _BY_WHOM.match(text, match.end()):
        return None  # "a review seen by this newspaper"
    singular = word == lemma and subject.who and not _plural(subject.who, text, match)
    noun = word in NOUN_FORMS - _SAME_IN_PAST and not _CLAUSE_AHEAD.match(text, match.end())
    if singular and not inverted and noun:
        return None
    past = past or (bool(singular) and word in _SAME_IN_PAST)
    follows = text[: match.start()].rstrip()[-1:] == "," and word.endswith("ing")
    if not subject.who and word.endswith("ing") and not follows:
        return None
    told = [f for f in earlier if not _COMPARES.search(text[: f.who_start])]
    if told and (not subject.who or follows):
        subject = Subject(told[-1].who, told[-1].role, match.start())
    elif follows:
        subject = Subject("", None, match.start())
    who, role, where = subject.who, subject.role, subject.start
    return Frame(lemma, group, match.start(), match.end(), who, role, where, inverted, past)


def _may_be_passive(match: re.Match[str], lemma: str, *, past: bool) -> bool:
    """Say whether a form after "is" or "been" would be passive: "is expected", not "is saying"."""
    word = match.group()
    verb = match["verb"] is not None or lemma in _TRANSITIVE
    form = past or word in _PARTICIPLES or word.startswith(("ruled", "given"))
    return verb and form and not word.endswith("ing")


_MODIFIED = re.compile(
    r"\s+(?:of|at|in|for|from|with|on|(?:polled|surveyed|questioned|interviewed|canvassed|tracked"
    r"|followed|compiled|cited|contacted) by)\s+"
)


def _plural(who: str, text: str, match: re.Match[str]) -> bool:
    """Say whether a subject agrees with a bare verb form: plural, or an auxiliary before it."""
    head = _MODIFIED.split(who.strip("\"“‘' "), maxsplit=1)[0].split()[-1].lower()
    if re.search(
        r"\b(?:to|not|n['’]t|\w+n['’]t|do|does|did|would|will|can|could|now|also)\s+$",
        text[: match.start()],
    ):
        return True
    named = re.search(r"(?:^|\s)(?P<role>\w+s)(?:\s+[A-Z&][\w'’-]*)+$", who.strip("\"“‘' "))
    joined = re.search(r"[A-Z]\w+ and (?:his|her|their|other)?", who) is not None
    return (
        joined or head.endswith("s") or head in _PLURALS or bool(named and is_role(named["role"]))
    )


def _hindered(text: str, match: re.Match[str]) -> bool:
    return bool(re.search(r"\b(?:would|will|could|might|may|to)\s+$", text[: match.start()]))


_NUMBERS = re.compile(
    rf"\b(?:{REVISED}|(?:push|put|br)\w* (?:back|out|forward)|scrapp?ed|withdrew|missed|beat)\s+"
    r"(?:its|their|his|her|the)\s+(?:[\w'’%.-]+\s+){0,6}$"
)


def _is_noun(text: str, match: re.Match[str]) -> bool:
    if _NUMBERS.search(text[: match.start()]):  # "lifted its full-year profit forecast"
        return True
    before = text[: match.start()].split()
    last = before[-1].lower().strip("\"“‘'(") if before else ""
    following = re.match(r"\s+([a-z]+)", text[match.end() :])
    boss = match.group() == "project" and following and is_role(following.group(1))
    if boss or last in {"median", "consensus", "average", "mean"}:
        return True  # "project director Siv Dahl", "the median forecast"
    if following and (following.group(1) in verb_classes() or following.group(1) == "for"):
        return True
    if following and following.group(1) == "to" and match.group() == "states":
        return True  # "Were the Gulf states to pay"
    clause = before[-2:-1] and before[-2].endswith(",")
    if clause or (following and following.group(1) == "that"):
        return last not in {"and", "or"} and last in DETERMINERS
    return last in DETERMINERS or last.endswith(("'s", "’s", "s'", "s’"))


def _classify(match: re.Match[str]) -> tuple[str, str]:
    word = match.group()
    if match["extra"] is not None:
        for lemma, pattern in OUTLOOKS:
            if re.compile(pattern).match(match.string, match.start()):
                return lemma, "predict"
    if word in verb_classes():
        return verb_classes()[word]
    for lemma, group, pattern in ANNOUNCEMENTS:
        if re.match(pattern, match.string[match.start() :]):
            return lemma, group
    if re.match(ODDS_MOVED, match.string[match.start() :]):
        return "odds", "say"
    for pattern, lemma, group in LEMMAS:
        if re.match(pattern, word):
            return lemma, group
    return "say", "say"


_ACCORDING = re.compile(
    rf"\b(?:according to|in the (?:view|opinion|words) of)\s+(?P<who>{PHRASE}+)"
    r"(?:,\s+(?P<role>(?:an?|the|who|its|head|chief|director)\b[^,;.]*))?",
    re.IGNORECASE,
)


_VIEW = re.compile(
    r"\b[Ii]n (?P<who>his|her|their|its) (?:own )?(?:view|opinion|judge?ment|estimation"
    r"|reckoning)\b"
)
# "The median forecast of 34 economists polled by Newswire is for growth": theirs, not its own.
_CONSENSUS = re.compile(
    r"\b(?:forecast|estimate|projection|prediction|expectation|view|opinion|belief|consensus|feeling"
    r"|assumption|guess|bet)s? (?:of|from|by|among|in)"
    r" (?P<who>(?:the |an? |most |some |many )?(?:\d+ |[a-z]+ ){0,2}?(?:economists|analysts|traders"
    r"|experts|scientists|strategists|forecasters|meteorologists|poll|survey|observers|investors"
    r"|officials|diplomats|pundits|bookmakers|insiders|voters|residents|lawyers|engineers|doctors))\b"
    r"(?:\s(?:polled|surveyed|questioned|interviewed|compiled|conducted|taken)\b[^,;]*?"
    r"(?=\s(?:is|was|calls?)\b))?"
    r"(?:\s(?:(?:is|was|calls?|called) )?(?:for|that))?"
)
# "Her price target implies", "Orr's base case is for": whose words these are, with nothing to cut.
_OWNED = re.compile(
    r"(?:^|[;:]\s)(?:The\s)?"
    r"(?P<who>(?i:His|Her|Their|Its)\b|[A-Z][\w-]+(?:\s[A-Z][\w-]+)*(?=['’]s\s))(?:['’]s)?\s"
    r"(?:[\w-]+\s){0,2}?(?:price target|target price|target|forecast|estimate|projection|model|call"
    r"|bet|(?:base|central|worst|best|bull|bear) case|scenario|prediction|guess|expectation"
    r"|assumption|simulation|modell?ing|analysis|calculation|research|study)s?\b"
)
_OWNER = {"his": "he", "her": "she", "their": "they", "its": "it"}


def _views(text: str) -> list[Frame]:
    owned = [(m, _OWNER[m["who"]]) for m in _VIEW.finditer(text)]
    owned += [(m, m["who"]) for m in _CONSENSUS.finditer(text)]
    whose = [(m.start("who"), m["who"]) for m in _OWNED.finditer(text)]
    return [
        Frame(
            "say", "say", at, at, _OWNER.get(who.lower(), who), None, at, inverted=False, past=False
        )
        for at, who in whose
    ] + [
        Frame("say", "say", m.start(), m.end(), who, None, m.start(), inverted=False, past=False)
        for m, who in owned
    ]


def _according(text: str) -> list[Frame]:
    frames = []
    for match in _ACCORDING.finditer(text):
        who = re.split(
            r"\s+(?:(?:and|but)\s+)?(?:would|will|could|may|might|is|are)\b", match["who"]
        )[0]
        if who.strip():
            where, end = match.start(), match.start("who") + len(who)
            role = match["role"] if not FINITE.search(match["role"] or "") else None
            frames.append(Frame("say", "say", where, end, who, role, where, True, False))
    return frames
