"""Tell from news what instructs its reader (recipes, manuals) and what tells a story that is over.

Court reports, obituaries and pages of history are full of "would", "could" and "promised" that
nobody will check: their words of the past count for less.
"""

import re

_IMPERATIVE = re.compile(
    r"^(?:When|If|Once|After|Then)\b[^,]*, (?:add|stir|heat|cook|bake|mix|pour|place|put|take"
    r"|serve|turn|remove|click|press)\b"
    r"|^(?:Add|Soak|Stir|Heat|Cook|Bake|Mix|Pour|Place|Put|Take|Serve|Season|Cut|Chop|Leave"
    r"|Turn|Set|Click|Open|Select|Choose|Check"
    r"|Make|Use|Try|Remember|Avoid|Keep|Start|Remove|Cover|Bring|Fill|Wash|Dry|Store|Press"
    r"|Follow|Go|Book|Pack|Plant|Water|Prune)\b"
    r"(?! (?:said|says|is|was|has|will))"
)
_TRIAL = re.compile(
    r"\b(?:[Cc]ourt (?:heard|was told)|[Cc]rown [Cc]ourt|[Mm]agistrates?['’]? [Cc]ourt|[Jj]ur(?:y"
    r"|ors)"
    r"|[Ii]nquest|[Cc]oroner|[Tt]rial|[Dd]efendants?|[Pp]rosecut(?:ors?|ion|ing)|[Pp]leaded"
    r"|[Gg]uilty"
    r"|denies|barrister|in evidence|[Gg]iving evidence|sentenced|cross-examined|[Jj]udge"
    r"|told police)\b"
)
_DIED = re.compile(
    r"\b(?:(?:has|have) died|who died|died (?:aged|at the age|on|at \d)|dies at \d|is survived by"
    r"|survived by (?:his|her|their|a|two|three))\b"
)
_YEAR = re.compile(r"\b(1[0-9]\d\d|20\d\d)\b")
_PAST = re.compile(
    r"\b(?:was|were|had|did|[a-z]{3,}ed|came|went|took|began|fell|rose|won|lost|left|broke|hit"
    r"|made|met|shut|ran|cut|put|said|told|wrote|knew|could|would|gave|got|sold|bought|found"
    r"|froze)\b"
)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|says|say|will|may|expects?|plans?|wants?|remains?|faces?|on (?:Mon|Tues"
    r"|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_LONG_AGO = 40  # years: an article about them is a page of history
_TESTIMONY, _HISTORY = 4, 0.5


def is_manual(sentences: list[str]) -> bool:
    """Say whether a text instructs its reader: "you" and imperatives outside speech."""
    told = sum(bool(re.search(r"\b[Yy]ou(?:r|['’]ll)?\b", s)) for s in sentences)
    ordered = sum(bool(_IMPERATIVE.search(s)) for s in sentences)
    return told + ordered >= 4 and (told + ordered) / max(1, len(sentences)) > 0.25


def is_over(sentences: list[str], year: int | None) -> bool:
    """Say whether a text tells what is over: a trial, a life, a page of history.

    `sentences` are those of the body, headings left out; `year` that of publication.
    """
    trial = sum(len(_TRIAL.findall(s)) for s in sentences)
    if trial >= _TESTIMONY and trial >= 0.4 * len(sentences):
        return True
    opening = sentences[:3] + sentences[-2:]
    years = [int(y) for s in sentences for y in _YEAR.findall(s)]
    old = [y for y in years if year is not None and y <= year - _LONG_AGO]
    if old and any(_DIED.search(s) for s in opening):
        return True
    early = [int(y) for s in sentences[:4] for y in _YEAR.findall(s)]
    past = [s for s in sentences if _PAST.search(s) and not _PRESENT.search(s)]
    told = len(past) >= _HISTORY * len(sentences)
    return told and any(year is not None and y <= year - _LONG_AGO for y in early)
