"""Split an article into paragraphs, sentences and quotations, keeping offsets into its text."""

import itertools
import re
from dataclasses import dataclass

from ledger.articles.texts.transcripts import turns

Span = tuple[int, int]

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col maj lt capt cpl sgt adm cmdr brig sen rep reps sens gov pres hon rev"
    " st fr jr sr messrs vs etc no nos inc ltd co corp plc bros dept est approx fig vol ave"
    " jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun"
    " i.e e.g cf al".split()
)
_STARTERS = frozenset(
    "The A An But And In On It He She They We This That These There His Her Their Its If When"
    " As At For Since While After Before However Meanwhile".split()
)
_TERMINAL = re.compile(r"(?:[.!?…]+)[\"'”’»)\]]*(?=\s+)")
_NEXT_START = re.compile(r"\s+[\"'“‘«(\[—–-]*\s*([A-Z0-9À-ÖØ-Þ£$€])")
_LAST_WORD = re.compile(r"([\w.&'’-]+)\.$")
_BULLET = re.compile(r"^(?:[-*•·]|\d{1,2}[.)])\s+")
_MAX_WRAPPED = 110
_LONGEST = 1500  # characters: beyond it is no sentence


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with offsets in the article; `quotes` are spans of speech inside `text`."""

    text: str
    start: int
    end: int
    paragraph: int
    quotes: tuple[Span, ...]
    heading: bool
    label: str | None = None  # of an interview set as a transcript: all of `text` is speech

    def quoted(self, position: int) -> bool:
        """Say whether the character at `position` of the text stands inside speech."""
        return any(start <= position < end for start, end in self.quotes)

    @property
    def all_quoted(self) -> bool:
        """Say whether nothing but punctuation stands outside the speech of this sentence."""
        outside = "".join(c for i, c in enumerate(self.text) if not self.quoted(i))
        return bool(self.quotes) and not any(c.isalnum() for c in outside)


def paragraphs(text: str) -> list[Span]:
    """Give the spans of paragraphs: lines, or blocks of lines that were wrapped by hand."""
    spans: list[Span] = []
    for block in re.finditer(r"[^\r\n]+(?:\r?\n(?![ \t]*\r?\n)[^\r\n]+)*", text):
        lines = [(m.start(), m.end()) for m in re.finditer(r"[^\r\n]+", block.group())]
        if _is_wrapped([block.group()[a:b] for a, b in lines]):
            lines = [(0, len(block.group()))]
        for start, end in lines:
            spans.append(_trim(text, block.start() + start, block.start() + end))
    return [span for span in spans if span[0] < span[1]]


def _is_wrapped(lines: list[str]) -> bool:
    """Say whether lines were broken by hand: long, and going on in lower case."""
    pairs = list(itertools.pairwise(lines))
    long = all(45 <= len(line) <= _MAX_WRAPPED for line in lines[:-1])
    runs_on = [b.lstrip()[:1].islower() for a, b in pairs if a.rstrip()[-1:] not in '.!?"”’']
    return bool(runs_on) and long and any(runs_on)


def _trim(text: str, start: int, end: int) -> Span:
    start, end = _trim_space(text, start, end)
    bullet = _BULLET.match(text[start:end])
    return (start + bullet.end(), end) if bullet else (start, end)


def quotations(paragraph: str) -> tuple[Span, ...]:
    """Give the spans of speech (two words or more, quotation marks included).

    An unclosed double quotation runs to the end of the paragraph: speech that goes on in the
    next paragraph opens again there. A single mark counts only when it is closed, because an
    apostrophe looks the same.
    """
    spans: list[Span] = []
    opened: int | None = None
    mark = ""
    for i, char in enumerate(paragraph):
        before = paragraph[i - 1] if i else " "
        after = paragraph[i + 1] if i + 1 < len(paragraph) else " "
        if opened is None:
            if char in '“"«' or (char in "‘'" and not before.isalnum() and after.isalnum()):
                opened, mark = i, char
        elif _closes(char, mark, before, after):
            spans.append((opened, i + 1))
            opened = None
        elif mark in "‘'" and char in '“"«':
            opened, mark = i, char
    if opened is not None and (mark not in "‘'" or opened == 0):
        told = _TOLD_AFTER.search(paragraph, opened)
        spans.append((opened, told.start() + 1 if told else len(paragraph)))
    return tuple(s for s in spans if len(paragraph[s[0] : s[1]].split()) >= 2)


# '"We will win, said Ann Orr.': the mark that closes was forgotten.
_TOLD_AFTER = re.compile(
    r",\s(?:said\s[^,\"“”]{2,80}|(?:he|she|they|[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,3})\ssaid)\.?\s*$"
)


def _closes(char: str, mark: str, before: str, after: str) -> bool:
    if mark in '“"«':
        return char in '”"»'
    return char in "’'" and not before.isspace() and not after.isalnum()


_OWN_ANSWER = re.compile(
    r"(?:^|[.!?]\s)[\"“‘']?(?:My|Our|The|His|Her|And my|And the)\s(?:[a-z]+\s)?"
    r"(?:prediction|forecast|bet|guess|verdict|hunch|estimate|outlook|prognosis)\?$"
)


def _ends(text: str, match: re.Match[str]) -> bool:
    if match.group() == "?" and _OWN_ANSWER.search(text[: match.end()]):
        return False  # "My prediction? A draw." is one statement
    following = _NEXT_START.match(text, match.end())
    if following is None:
        return False
    word = _LAST_WORD.search(text[: match.end()])
    if word is None or not match.group().startswith(".") or len(match.group()) > 1:
        return True
    token = word.group(1).lower()
    next_word = re.match(r"\w+", text[following.start(1) :])
    if token in {"a.m", "p.m"}:
        return True
    if token in _ABBREVIATIONS or re.fullmatch(r"[a-z]|(?:[a-z]\.)+[a-z]", token):
        initials = "." in token or token in {"co", "inc", "ltd", "corp", "etc", "jr"}
        return initials and bool(next_word) and next_word.group() in _STARTERS  # type: ignore[union-attr]
    return True


def _sentence_spans(paragraph: str) -> list[Span]:
    cuts = [m.end() for m in _TERMINAL.finditer(paragraph) if _ends(paragraph, m)]
    spans = []
    for start, end in zip([0, *cuts], [*cuts, len(paragraph)], strict=True):
        spans.append(_trim_space(paragraph, start, end))
    return [span for span in spans if span[0] < span[1]]


def _trim_space(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_heading(paragraph: str) -> bool:
    closed = paragraph.rstrip("\"'”’»)] ")
    return closed[-1:] not in ".!?…:;" and len(paragraph.split()) <= 16


def _is_item(text: str, first: int) -> bool:
    """Say whether a paragraph stands after the mark of a list: a statement, though without stop."""
    line = text[text.rfind("\n", 0, first) + 1 : first].strip()
    return line in {"-", "*", "•", "·"}


def split(text: str) -> tuple[Sentence, ...]:
    """Split a text into sentences; what is not prose is marked `heading`.

    That is headlines, bylines, subheads, the questions of an interview set as a transcript, and
    stretches too long for a sentence.
    """
    spans = paragraphs(text)
    found: list[Sentence] = []
    told = turns([text[first:last] for first, last in spans])
    for number, ((first, last), turn) in enumerate(zip(spans, told, strict=True)):
        begin = first + turn.start if turn else first
        paragraph = text[begin:last]
        apart = len(spans) > 1 and not _is_item(text, first)
        heading = turn.asks if turn else apart and _is_heading(paragraph)
        speech = ((0, len(paragraph)),) if turn else quotations(paragraph)
        label = turn.label if turn else None
        for start, end in _sentence_spans(paragraph):
            inside = tuple(
                (max(a, start) - start, min(b, end) - start)
                for a, b in speech
                if a < end and b > start
            )
            skipped = heading or end - start > _LONGEST
            span = (begin + start, begin + end)
            found.append(Sentence(text[slice(*span)], *span, number, inside, skipped, label))
    return tuple(found)
