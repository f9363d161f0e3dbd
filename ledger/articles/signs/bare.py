"""Find forecasts in the bare present: "If the harvest fails, the price doubles", "we close".

A condition or a scenario turns a present tense into a forecast when its verb is one of change and
its words are not a general truth ("if you ...", "if the light is red, the machine is charging").
"""

import re
from collections.abc import Iterator

from ledger.articles.signs.conditions import Condition, find_condition
from ledger.articles.signs.cues import Cue

_GONE = (
    r"(?:(?:all|as good as|pretty much|basically|effectively|probably|really)\s+)?(?:finished|over"
    r"|gone|dead|done(?: for)?|lost|out of (?:business|money|time|the \w+|office|here)|out|down|up"
    r"|ruined|toast|bankrupt|history|in (?:trouble|recession|real trouble|the final|government)"
    r"|stuck|sunk|back (?:to|at|in|where)|relegated|promoted|champions?|through|off|closed"
    r"|worthless|doomed|a (?:new|different) (?:game|story|country|world))"
)
_ON = r" (?:on|to (?!court|war|ruin)|home|off|in|out|through)\b"
_CHANGES = (
    rf"(?:becomes?|goes(?!{_ON})|go(?!{_ON})|wins?|loses?|dies?|ends?|falls?|rises?|closes?"
    rf"|leaves?|collapses?|fails?"
    r"|drops?|shuts?|disappears?|vanish(?:es)?|stops?|starts?(?! by itself| again)|happens"
    r"|follows?|gets?|takes?|costs?"
    r"|runs? (?:out|dry|short)|comes? (?:back|down|apart)|pays?|starves?|floods?|melts?|breaks?"
    r"|quits?|resigns?"
    r"|returns?|sinks?|walks? away|survives?|doubles?|triples?|halves?|grows?|shrinks?|slows?"
    r"|recovers?|peaks?|contracts?|stagnates?|expands?|increases?|decreases?|declines?|reach(?:es)?"
    r"|slips?|climbs?|jumps?|hits?)"
)
_BETS = r"it all (?:falls|comes) apart"
_SUBJECT = r"(?!you\b|don['’]t\b|please\b|how\b|what\b|why\b)(?:[\w'’$£€%.-]+\s+){1,7}?"
_MAIN = re.compile(
    rf"[\s,\"“‘']*(?:then,?\s+)?(?:{_SUBJECT}(?P<verb>{_CHANGES})\b"
    rf"|(?:[\w'’.-]+\s+){{0,6}}?[\w-]+(?P<be>\s(?:is|are)|['’](?:s|re))\s+{_GONE}\b"
    rf"|(?:I|we)(?P<me>['’](?:m|re))\s+(?:finished|ruined|bankrupt|done for|out of business)\b"
    rf"|(?P<bets>{_BETS}))",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"[\s,\"“‘']*(?:[\w'’$£€%.-]+\s+){1,9}?(?P<verb>(?:is|are) [a-z]+(?:ed|en|t))\b", re.IGNORECASE
)
_FINITE = re.compile(
    r"\b(?:will|would|could|may|might|can|should|must|was|were|had|did|has|have|do|does|[a-z]{3,}ed"
    r"|said|says|to|which|who|that|when|where|whenever)\b|n['’]t\b|['’]ll\b"
)
_GENERAL = re.compile(
    r"\b(?:you|your|one|it['’]s|I['’]m|people|a person|anyone|someone|somebody|anybody|was|were"
    r"|had|did"
    r"|[a-z]{4,}ed|am|ever|any)\b",
    re.IGNORECASE,
)
_SCENARIO = re.compile(
    r"scenarios?$|assumptions?$|path(?:way)?$|(?:numbers|figures|trends?|rates?|pace|form|polling"
    r"|trajectory)(?: of [\w-]+)?$"
    r"|\b(?:base|central|core|bull|bear|baseline|main|best)[ -]case$"
)
_RULE = re.compile(
    r"\bbets are off\b|\b(?:rules?|contract|law|manual|terms|guidelines|instructions|regulations"
    r"|handbook|agreement)"
    r"\s+(?:say|says|state|states|said)\b"
)


def bare_cues(text: str, *, said: bool, quoted: bool) -> Iterator[Cue]:
    """Give the verb of a main clause in the present that a condition makes a forecast."""
    condition = find_condition(text) or (_next_step(text) if quoted else None)
    if condition is None:
        return
    scenario = _SCENARIO.search(condition.text) is not None
    if (
        _RULE.search(text)
        or not (said or scenario)
        or (not scenario and _GENERAL.search(condition.text))
    ):
        return
    start, end = _main_clause(text, condition)
    match = _MAIN.match(text, start, end) or (scenario and _TAKEN.match(text, start, end)) or None
    if match is None:
        return
    name = match.lastgroup or "verb"
    if _FINITE.search(text[start : match.start(name)]) or text[match.end() : end].startswith("-"):
        return
    yield Cue("bare", *match.span(name), match[name].strip(), 0.5)


def _next_step(text: str) -> Condition | None:
    """Read "Then the money runs out" like a condition: after what was said before."""
    match = re.match(r"[\"“‘']?(?:Then|After that|Next)\b", text)
    return Condition(0, match.end(), match.group()) if match else None


def _main_clause(text: str, condition: Condition) -> tuple[int, int]:
    """Give the stretch of the main clause: after a condition that leads, before one that trails."""
    if condition.start <= 2:
        return condition.end, len(text)
    begins = max((m.end() for m in re.finditer(r"[;:.!?,]\s+", text[: condition.start])), default=0)
    return begins, condition.start
