"""Find the subject of a verb of saying to its left, or in an apposition."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ledger.articles.speakers.joined import one_name
from ledger.articles.speakers.parties import PRONOUNS, read_party, strip_lead
from ledger.articles.words.nouns import ANONYMOUS, BETWEEN, CROWD, is_role
from ledger.articles.words.verbs import IRREGULAR_PAST, MODALS, NOUN_FORMS, verb_classes

_BREAK = frozenset(
    "that if when while because although though but or as after before since unless whether than"
    " so where which and until once what how why yet whose".split()
)
_AUXILIARIES = MODALS | frozenset("is are was were has have had be been am".split())
_BE = frozenset("is are was were be been being get gets got".split())
_NO_SUBJECT = frozenset("the a an its their his her than as and to".split())
_LY = frozenset("family supply assembly ally reply monopoly anomaly rally bully only".split())
_NEVER_ALONE = frozenset("one this that these those you".split())
FINITE = re.compile(
    r"\b(?:will|would|could|should|may|might|can|is|are|was|were|has|have|had|does|did|won't|won’t"
    r"|do not|don't|don’t)\b|[’']ll\b"
)
_MODIFIER = re.compile(
    r"(?:who|which|whose|where|an?|the|its|their|his|her|one of|\d+|now|formerly|then|aged|speaking"
    r"|citing|quoting|due|available|based|valid|still|once|in|at|on|after|from|for|as|however|meanwhile|though|too|with|like|including"
    r"|both|himself|herself|of|[a-z]+ing|[a-z]+ed|(?:last|first|originally|newly"
    r"|recently) [a-z]+ed)\b"
    r"|[A-Z][\w.-]*[’']s (?:\w+[ -]){0,2}?(?:[a-z]{2,}est|first|second|third|top|main|leading|only"
    r"|sole)\b(?! [A-Z])"
)
_ABBREVIATED = "".join(
    rf"|(?<=\b{word})\."
    for word in ("Mr", "Ms", "Dr", "Mrs", "Prof", "Gen", "Col", "Sen", "Rep", "Gov", "Lt", "St")
)
PHRASE = rf"(?:[^,;:.!?\"“”—–()]{_ABBREVIATED}|(?<=\b[A-Z])\.)"
# One word in marks, as in 'declared a "severe" shortage': nobody is quoted.
_SCARE_QUOTES = re.compile(r"(?<=\s)[\"“]([\w-]+(?: [\w-]+)?)[\"”](?=\s)")


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject as written (empty: the same as the verb before), an apposition, and its start."""

    who: str
    role: str | None
    start: int


def tokens_of(text: str) -> list[re.Match[str]]:
    """Give the runs of characters between spaces."""
    return list(re.finditer(r"\S+", text))


def subject_before(text: str, position: int, *, passive_form: bool) -> Subject | None:
    """Read the subject that ends before the verb at `position`; None when there is none.

    A form that is a past participle after "is" or "been" has no subject that speaks.
    """
    alone = _ALL_OF.search(text, 0, position)
    if alone:
        return Subject(alone["who"], None, alone.start("who"))
    since = _WHO_WHEN.search(text, 0, position)
    if since and not strip_lead(since["when"]):
        return Subject("who", None, since.start())
    tokens = tokens_of(text[:position])
    i = len(tokens) - 1
    head = _around_dashes(text, position) or _of_relative(text, tokens)
    if head is not None:
        return head
    if i > 0 and (tokens[i - 1].group(), tokens[i].group()) == ("no", "longer"):
        i -= 2
    while i >= 0 and _between(tokens[i].group()):
        if passive_form and tokens[i].group().lower() in _BE:
            return None
        i -= 1
    if i < 0:
        return None
    return _subject_up_to(text, tokens, i)


def _subject_up_to(text: str, tokens: Sequence[re.Match[str]], i: int) -> Subject | None:
    """Read the subject whose last word is token i."""
    last = tokens[i].group()
    if last.endswith(",") or last in "—–":
        return _apposition(text, tokens[i].start() + len(last.rstrip(",—–")))
    bare = last.lower().strip("\"“‘'")
    if bare == "which" and i and tokens[i - 1].group().endswith(","):
        return _antecedent(text, tokens, i)
    start = i + 1 if bare in _NO_SUBJECT else _phrase_start(tokens, i)
    if start > i:
        same = bare in _BREAK - {"than", "as"} or bare in {"then", "and"}
        return Subject("", None, tokens[i].end()) if same else None
    start = min(start, _before_relative(tokens, start))
    first = tokens[start].start()
    relative = _RELATIVE.search(text, first, tokens[i].end())
    if relative and start < relative.start():
        return Subject(text[first : relative.start()], None, first)
    return Subject(text[first : tokens[i].end()], None, first)


def _antecedent(text: str, tokens: Sequence[re.Match[str]], i: int) -> Subject:
    """Read the noun phrase before ", which (said)"."""
    first = min(_phrase_start(tokens, i - 1), i - 1)
    phrase = text[tokens[first].start() : tokens[i - 1].end() - 1]
    party, body = read_party(phrase), _BODY_OF.match(phrase)
    if body and party and party.kind == "person":  # "Ann Orr of the Rail Board, which expects"
        phrase = body["body"]
    return Subject(phrase, None, tokens[i].start())


_BODY_OF = re.compile(r"[A-Z][^,]*?\s(?:of|at|from|for|with)\s(?P<body>(?:the\s)?[A-Z].*)")


# "who three weeks ago (said)": the time stands between the subject and its verb.
_WHO_WHEN = re.compile(r"\bwho\s+(?P<when>(?:[\w-]+\s+){1,4})$")
_ALL_OF = re.compile(r"[;:]\s+(?P<who>all|both|most|each|many)\s+(?:\w+ly\s+)?$")
# "Brun — who farms near Tarn — (expects)": the subject stands before the dashes.
_DASHED = re.compile(r"\s[—–]\s[^—–\"“”]{3,120}\s[—–]\s$")
# "A nurse who had been treating the boys (said)": all from "who" on tells of the nurse.
_WHO_DID = re.compile(
    rf"(?<=[^\s,;:.])\swho\s(?:[a-z]+ly\s|also\s|still\s|once\s)?(?P<verb>[\w'’]+)\s(?:{PHRASE}+\s)?$"
)


def _around_dashes(text: str, position: int) -> Subject | None:
    dashed = _DASHED.search(text, 0, position)
    return subject_before(text, dashed.start() + 1, passive_form=False) if dashed else None


def _of_relative(text: str, tokens: Sequence[re.Match[str]]) -> Subject | None:
    """Read the head of a relative clause that fills the space before the verb."""
    end = tokens[-1].end() + 1 if tokens else 0
    since = _WHO_DID.match(text, max(text.rfind(" who ", 0, end), 0), end)
    if since is None:
        return None
    verb, last = since["verb"].lower(), tokens[-1].group().lower()
    told = verb in _AUXILIARIES or verb in IRREGULAR_PAST or _VERB.fullmatch(verb)
    own = last in PRONOUNS or last in _BREAK or verb_classes().get(verb, ("", ""))[1] == "think"
    inner = [t for t in tokens if t.start() > since.end("verb")]
    if not told or own or not inner:
        return None
    before = tokens_of(text[: since.start()])
    first = _phrase_start(before, len(before) - 1)
    if first >= len(before):
        return None
    start = before[first].start()
    return Subject(text[start : since.start()], None, start)


_VERB = re.compile(r"[a-z]{3,}(?:ed|s)|ran|led|made|saw|knew|wrote|won|took|spent|came|went|fought")
_RELATIVE = re.compile(r"\s(?:who|which|that)\s")


def _before_relative(tokens: Sequence[re.Match[str]], start: int) -> int:
    """Step over a relative clause: "One inspector who has spent two years on site (gave)"."""
    for j in range(start - 1, max(-1, start - 6), -1):
        low = tokens[j].group().lower()
        if j == start - 1 and not _VERB.fullmatch(tokens[start].group()):
            return start
        if low == "which" and start == len(tokens) - 1 and tokens[start].group().endswith("s"):
            return start  # "a vote, which diplomats (say)"
        if low in {"who", "which"}:
            head = _phrase_start(tokens, j - 1) if j else start
            return head if head < j else start
        if not (low in _AUXILIARIES or low in verb_classes() or _between(low)):
            break
    return start


def _between(word: str) -> bool:
    """Say whether a word may stand between a subject and its verb: "has", "also", "privately"."""
    return word.lower() in BETWEEN or (word.endswith("ly") and word.islower() and word not in _LY)


def _phrase_start(tokens: Sequence[re.Match[str]], last: int) -> int:
    """Walk left from the last word of a subject to its first; last + 1 when there is none."""
    start = last + 1
    verbs = verb_classes()
    for j in range(last, max(-1, last - 25), -1):
        word = tokens[j].group()
        low = re.sub(r"^[\"“‘'(]+|[’'](?:d|ve|m|re|s|ll)$", "", word.lower())
        closed = word[-1] in ',;:—–"”.!?)' or re.search(r"[,.;:!?][\"”'’]$", word)
        if j != last and closed and not _abbreviated(word):
            break
        if low == "and" and j and start <= last and _joined(tokens, j, start):
            start = j
            continue
        if j == last and low == "it" and j and _takes_object(tokens[j - 1].group()):
            start = j  # "the contractor building it"
            continue
        if low in _BREAK or (low in verbs and low not in NOUN_FORMS) or low in _AUXILIARIES:
            break
        if low in PRONOUNS and low not in _NEVER_ALONE and not (word.isupper() and len(word) > 1):
            return j if j == last else start
        start = j
        if word[0] in '"“‘(' and j != last and not word.endswith(")"):
            break
    return start


def _joined(tokens: Sequence[re.Match[str]], j: int, start: int) -> bool:
    """Say whether "and" joins one subject: "traders and analysts", "Roth and her colleagues"."""
    others = tokens[-1].group().lower() in {"colleagues", "co-authors", "others", "team", "allies"}
    named = tokens[j - 1].group()[:1].isupper() and others
    return (
        named
        or one_name([t.group() for t in tokens], j)
        or (_group(tokens[j - 1]) and _group(tokens[start]))
    )


def _group(token: re.Match[str]) -> bool:
    """Say whether a word names people by what they do: "traders"."""
    word = token.group().lower()
    return word.endswith("s") and (is_role(word) or word in ANONYMOUS | CROWD)


def _takes_object(word: str) -> bool:
    return word in {"of", "behind", "for", "running"} or (word.endswith("ing") and word.islower())


def _abbreviated(word: str) -> bool:
    return bool(
        re.fullmatch(r"(?:[A-Z]\.)+|(?:Mrs?|Ms|Dr|Prof|Gen|Col|Sen|Rep|Gov|Lt|St)\.|\(\w+\)", word)
    )


def _apposition(text: str, end: int) -> Subject | None:
    """Read "X, the head of Y, (said)" backwards from the comma before the verb."""
    plain = _SCARE_QUOTES.sub(lambda m: f" {m[1]} ", text[:end])  # of the same length
    floor = max((m.end() for m in re.finditer(r"[\"”“;:]\s*|\s[—–]\s", plain)), default=0)
    segments = [
        (m.group().strip(), floor + m.start()) for m in re.finditer(r"[^,\s][^,]*", text[floor:end])
    ]
    if not segments:
        return None
    j = len(segments) - 1
    while j > 0 and _is_modifier(segments[j][0]):
        j -= 1
    if j == len(segments) - 1 and j > 0 and _is_role_phrase(segments[j - 1][0]):
        return Subject(segments[j][0], segments[j - 1][0], segments[j - 1][1])
    if FINITE.search(segments[j][0]) and j + 1 < len(segments):
        j += 1
    head, where = segments[j]
    role = segments[j + 1][0] if j + 1 < len(segments) else None
    tokens = tokens_of(head)
    first = _phrase_start(tokens, len(tokens) - 1)
    if first >= len(tokens):
        return None
    shift = tokens[first].start()
    return Subject(head[shift:], role if role and names_role(role) else None, where + shift)


def names_role(segment: str) -> bool:
    """Say whether an apposition tells what somebody is: "the head of Y", not "for her part"."""
    first = segment.split(maxsplit=1)[0].lower()
    return first in {"a", "an", "the", "its", "his", "her", "their"} or is_role(first)


def _is_modifier(segment: str) -> bool:
    party = read_party(segment)
    named = party is not None and party.kind == "person" and party.role is not None
    role = segment[:1].islower() and (
        is_role(segment.split(maxsplit=1)[0])
        or is_role(re.split(r"\s(?:at|of|for|with|in)\s", segment)[0].split()[-1])
    )
    return (bool(_MODIFIER.match(segment)) or role) and not named


def _is_role_phrase(segment: str) -> bool:
    tokens = segment.split()
    lead = strip_lead(segment).split()
    if len(tokens) > 12 or FINITE.search(segment) or not lead:
        return False
    owned = lead[0].lower() in {"the", "its", "their", "his", "her", "a", "an"}
    return owned or is_role(tokens[-1]) or (is_role(tokens[0]) and len(tokens) < 8)
