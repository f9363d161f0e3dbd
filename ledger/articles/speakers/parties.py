"""Read a noun phrase as a party: whose words these are, in which role, of which kind."""

import re
from dataclasses import dataclass

from ledger.articles.words.calendar_words import DAY, MONTHS
from ledger.articles.words.nouns import (
    ANONYMOUS,
    CROWD,
    FEMALE,
    MALE,
    ORGANISATION,
    PORTFOLIOS,
    TITLES,
    is_role,
    words,
)

_PARTICLE = r"(?:al|el|de|da|di|du|van|von|der|den|bin|ibn|la|le|ter)"
_CAP = rf"(?:[A-ZÀ-ÖØ-Þ][\w.'’&-]*|{_PARTICLE}(?:-[A-Z]\w+)?\b(?!-)|&|(?:mc|d['’]|o['’])[A-Z]\w+)"
_RUN = re.compile(rf"[A-ZÀ-ÖØ-Þ][\w.'’&-]*(?:\s+{_CAP})*(?<!\s)")
_PARTICLE_TAIL = re.compile(rf"(?:\s+(?:{_PARTICLE}|&))+$")
_LEAD = re.compile(
    r"^(?:(?:the|a|an|and|but|yet|so|both|all|as|its|their|his|her|our|my|even|for|that)\s+)+",
    re.IGNORECASE,
)
OCCASION = (
    r"(?:interview|speech|statement|note|report|briefing|memo|letter|call|post|email|address"
    r"|podcast|column|blog|conference|broadcast|message|filing|update|debate|hearing|presentation"
    r"|prospectus|paper|document|manifesto|article|testimony|submission|circular|forum|summit)"
)
_TIME_LEAD = re.compile(
    r"^(?:(?:just|only|about|around|nearly|almost|barely|more than|less than)\s+)?"
    r"(?:(?:days|weeks|months|years)\s+ago|(?:an?|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|\d+|several|few|a few|many|some)\s+"
    r"(?:day|week|month|year|decade|hour|minute)s?\s+(?:ago|earlier|later|before)"
    r"|(?:last|this|earlier this|later that|that|the same|late last|early last|the previous"
    r"|the following)\s+"
    r"(?:day|night|week|weekend|month|year|spring|summer|autumn|winter|fall|quarter|"
    rf"{DAY}|morning|evening|afternoon"
    rf"|{MONTHS})"
    r"|(?:back )?(?:on|in|by|since|during|late|early|late on|early on)\s+(?:early |late |mid-)?"
    rf"(?:{DAY}|\d{{4}}|the (?:past|spring|summer|autumn|winter)"
    rf"|(?:{MONTHS})"
    r"(?:\s+\d{4}|\s+\d{1,2})?)"
    r"|(?:at|by|near|around|towards?|before|until)\s+the\s+(?:very\s+)?(?:end|start|beginning|turn|middle"
    r"|height|close|time|outset)(?:\s+of\s+(?:(?:the|last|this|that|next)\s+)?\w+)?"
    rf"|(?:on|in|by|since)\s+\d{{1,2}}\s+(?:{MONTHS})(?:\s+\d{{4}})?"
    rf"|(?:in|during|at|on|after)\s+(?:an?|the|his|her|its|their|that)\s+(?:[a-z-]+\s+){{0,2}}?{OCCASION}"
    r"(?:\s+(?:with|for|to|in|at|of)\s+(?:the\s+)?[A-Z][\w'’]+(?:\s+[A-Z][\w'’]+)?(?=,|\s+(?:on|last|this)\b))?"
    r"(?:\s+(?:on|last|this|late|earlier)\s+(?:\w+\s+)?(?:day|night|week|month|year|spring|summer"
    rf"|autumn|winter|morning|evening|{DAY}))?"
    r"|(?:speaking|talking|writing)\s+(?:on|at|in|to|last|from)\s+[^,]{3,40}(?=,)"
    r"|(?:earlier|now|today|yesterday|still|meanwhile|separately|recently|previously|once|but"
    r"|and|yet))"
    r",?\s+",
    re.IGNORECASE,
)
_TIME_CLAUSE = re.compile(
    r"^(?:When|After|As|Before|Since|While|Once)\s(?=[^,]*\b(?:was|were|had|did|[a-z]{3,}ed|began|came"
    r"|went|took|fell|rose|won|lost|left|broke|hit|made|met|shut|ran|cut|put)\b)[^,;]{3,120},\s+"
)
_POST = re.compile(
    r"\s+(?:(?:published|released|issued|conducted|carried out|briefed|speaking|polled|surveyed"
    r"|quoted"
    r"|contacted|interviewed|cited|who|which|that|whose|based|led|dated)\b.*)$"
)
_AT = re.compile(r"^(?P<role>.+?)\s+(?:at|of|for|from|with|in|to)\s+(?P<body>.+)$")
_ROLE_LEAD = re.compile(r"^(?:with|led|by|of|from|for|and|or|said)\s+(?:by\s+)?")
_OF = re.compile(r"\s+(?:of|at|from|for|with|in|on)\s+(?=(?:the\s+|a\s+|rival\s+)?\w)")
_ROLE_NAME = re.compile(
    rf"(?:^|\s)(?P<role>[\w-]+(?:\s+of\s+(?:the\s+)?[a-z]+)?)\s+{_CAP}(?:\s+{_CAP})*$"
)
_COLLEAGUES = re.compile(
    r"\s+and\s+(?:(?:his|her|their|other)\s+)?(?:colleagues|co-authors|others|team|allies)$"
)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
# "more upbeat", "44", "far less so": what stands before a verb without being a noun phrase.
_NO_NOUN = re.compile(
    r"(?:\d+|(?:far |much |rather |very |so |too |quite )*(?:more|less|very|quite|rather|so|too"
    r"|also|[a-z]+ly) [a-z]+)$"
)
# "Modelling by the ministry" speaks for the ministry.
_WORK_BY = re.compile(
    r"^(?:(?!by\b|from\b|of\b|at\b|in\b)[\w-]+\s+){0,4}?(?:modell?ing|models?|analys[ie]s|research"
    r"|calculations|stud(?:y|ies)|reports?|polls?|surveys?|papers?|projections?|forecasts?|outlooks?"
    r"|estimates?|simulations?|bulletins?|notes?)"
    r"(?:\s+(?:published|released|issued|dated|out|seen)\b[^,]{0,40}?)?\s+(?:by|from)\s+(?=\w)",
    re.IGNORECASE,
)
PRONOUNS = words("he she it they we i you who this that these those one")
_NOBODY = PRONOUNS | words("the a an yes no not maybe perhaps nor what there here so")


@dataclass(frozen=True, slots=True)
class Party:
    """A forecaster as named: `name` without titles, `role` if said, kind as in Candidate.

    `gender` is "m" or "f" where a title shows it, "p" of a person known by other signs.
    """

    name: str
    role: str | None
    kind: str
    plural: bool = False
    gender: str = ""


def without_article(phrase: str) -> str:
    """Drop "the", "its", "a" from the start of a phrase."""
    return _LEAD.sub("", phrase).strip()


def without_work(phrase: str) -> str:
    """Drop "A model by" from the start of a phrase: it speaks for those who made it."""
    return _WORK_BY.sub("", phrase)


def strip_lead(phrase: str) -> str:
    """Drop time adverbials, clauses of time and conjunctions that stand before a subject."""
    before = None
    while before != phrase:
        before = phrase
        phrase = _TIME_LEAD.sub("", _TIME_CLAUSE.sub("", phrase))
    return phrase.strip(" ,")


def _gender(phrase: str) -> str:
    tokens = {t.strip(".,") for t in phrase.split()}
    tokens |= {t.lower() for t in tokens}
    if tokens & {m.lower() for m in MALE}:
        return "m"
    return "f" if tokens & {f.lower() for f in FEMALE} else ""


def _strip_titles(tokens: list[str]) -> tuple[list[str], list[str]]:
    """Split a capitalised run after its last title or leading role: ("Dr", "Feld")."""
    cut = 0
    for i, token in enumerate(tokens[:-1]):
        title = token.rstrip(".") in TITLES - PORTFOLIOS
        leading_role = i == cut and is_role(token) and len(tokens) - i > 1
        if title or leading_role:
            cut = i + 1
    return tokens[:cut], tokens[cut:]


def _is_body(tokens: list[str]) -> bool:
    plain = [t.strip(".,'’") for t in tokens]
    if any(t in ORGANISATION or t == "&" for t in plain):
        return True
    if len(plain) > 1 and plain[-1] in PORTFOLIOS:  # "Kern Finance", unlike "Finance Minister"
        return True
    return len(tokens) == 1 and (plain[0].isupper() or plain[0].endswith(("'s", "’s")))


def read_party(phrase: str) -> Party | None:
    """Read a subject such as "the glaciologist Dr Amara Feld of X"; None when it names nobody."""
    phrase = _COLLEAGUES.sub("", without_work(strip_lead(phrase)))
    phrase = _BRACKETS.sub("", _POST.sub("", phrase)).strip(" ,.;:—–-\"'“”‘’")
    if not phrase or phrase.lower() in _NOBODY or _NO_NOUN.match(phrase):
        return None
    definite = bool(re.match(r"(?:the|a|an|its|their|his|her|our)\b", phrase, re.IGNORECASE))
    bare = _LEAD.sub("", phrase)
    if not bare:
        return None
    owned = bool(re.match(r"(?:its|their|his|her|our|my)\b", phrase, re.IGNORECASE))
    body = _described_body(bare)
    if body is not None:
        return body
    person = _person(bare, definite=definite, owned=owned)
    return person or _body(bare)


_WHAT = (
    r"(?:agency|consultancy|brokerage|broker|bank|body|firm|think-tank|think tank|charity|group"
    r"|operator|lender|insurer|retailer|airline|carrier|supplier|regulator|bookmaker|pollster"
    r"|consultants|company|union|contractor|developer|[a-z]+maker|publisher|start-up|startup"
    r"|utility|association|party|network)"
)
_BODY_NOUN = re.compile(
    rf"(?P<what>(?:[\w-]+\s+){{0,3}}{_WHAT})\s+(?P<name>[A-Z][\w.'’&-]*(?:\s+[A-Z&][\w.'’&-]*)*)$"
)


def _described_body(bare: str) -> Party | None:
    """Read "rating agency Scope & Hall": a body named with what it is."""
    match = _BODY_NOUN.match(bare)
    if match is None or match["name"].endswith(("'s", "’s")) or _does(match["what"], match["name"]):
        return None
    return Party(match["name"], match["what"], "organisation")


def _does(what: str, name: str) -> bool:
    """Say whether words for a body tell what a person does here: "pollster Karl Berg"."""
    trade = what.rsplit(maxsplit=1)[-1] in {"pollster", "publisher"}
    return trade and len(name.split()) > 1 and not _is_body(name.split())


def _person(bare: str, *, definite: bool, owned: bool) -> Party | None:
    before, tokens = _last_name_run(bare)
    titles, name = _strip_titles(tokens)
    if not name or _not_a_person(name):
        return None
    called = bool(before) and (is_role(before.split()[-1]) or _role_of(bare) is not None)
    called = called or (owned and before.islower() and len(tokens) > 1)
    if not called and not any(t.rstrip(".") in TITLES or is_role(t) for t in titles):
        if definite or len(name) > 4 or (before and not before.endswith(("'s", "’s"))):
            return None
        return Party(" ".join(name), None, "person" if len(name) > 1 else "organisation")
    role = _ROLE_LEAD.sub("", " ".join([before, *titles]).strip())
    role = re.split(r"(?:^|\s)and\s", role)[-1]  # "Mr Lunde and Ms Holm"
    if before.islower() and before.endswith("s") and is_role(before.split()[-1]):
        return Party(" ".join(name), role, "organisation", plural=True)
    if len(name) == 1 and role.lower().endswith("maker"):
        return Party(name[0], role, "organisation")
    return Party(" ".join(name).rstrip(","), role or None, "person", gender=_gender(role))


def _role_of(bare: str) -> str | None:
    """Give the role of "chief of staff Ann Doe": the words that end at a name at the end."""
    named = _ROLE_NAME.search(bare)
    if named is None or not named["role"][1:].islower():
        return None
    if named["role"][0].isupper() and " " not in named["role"]:
        return None
    return named["role"] if is_role(named["role"].split(maxsplit=1)[0]) else None


def _last_name_run(bare: str) -> tuple[str, list[str]]:
    """Split a phrase before the name at its end: ("chief executive", ["Ann", "Doe"])."""
    head = bare if _role_of(bare) else _OF.split(bare, maxsplit=1)[0]
    runs = [m for m in _RUN.finditer(head) if m.end() == len(head)]
    if not runs:
        return head, []
    tokens = _PARTICLE_TAIL.sub("", runs[-1].group()).split()
    before = head[: runs[-1].start()].strip()
    owners = [i + 1 for i, t in enumerate(tokens[:-1]) if t.endswith(("'s", "’s"))]
    cut = owners[-1] if owners else 0
    return " ".join([before, *tokens[:cut]]).strip(), tokens[cut:]


def _not_a_person(name: list[str]) -> bool:
    alone = len(name) == 1 and (name[0].rstrip(".") in TITLES or is_role(name[0]))
    return alone or _is_body(name) or name[0].lower() in CROWD | ANONYMOUS


def _body(bare: str) -> Party:
    match = _AT.match(bare)
    if match:
        body = match["body"].removeprefix("the ")
        place = re.fullmatch(r".*\sin", bare[: match.start("body")].rstrip())
        named = match["role"].split()[-1] in ORGANISATION  # "Centers for ..." is the body itself
        if body[:1].isupper() and match["role"].lower().endswith("s") and not (place or named):
            return Party(body, match["role"].lower(), "organisation", plural=True)
    text = " ".join(bare.split()[:10])
    first = text.split(maxsplit=1)[0].lower().strip("'’")
    head = _OF_TO.split(text, maxsplit=1)[0].split()[-1].lower()
    plural = head.endswith("s") and not head.endswith("ss")
    if first in _OF_OTHERS and head in _WORKS:  # "Previous work": nobody knows whose
        return Party(text.lower(), None, "anonymous", plural=plural)
    if first in CROWD or head in CROWD or text[0].isdigit():
        return Party(text, None, "crowd", plural=True)
    if head in ANONYMOUS or first in ANONYMOUS or is_role(head):
        return Party(text, None, "anonymous", plural=plural, gender=_gender(text))
    return Party(text, None, "organisation", plural=plural)


_OF_OTHERS = words("previous earlier other past recent prior existing new")
_WORKS = words("work research study studies modelling modeling analysis models paper papers")
_OF_TO = re.compile(
    r"\s+(?:of|at|for|from|in|on|with|to|familiar|close|briefed|aware|involved|knowledgeable)\s+"
)
