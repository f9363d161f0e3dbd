"""Say where the clause of a forecast begins and ends inside the words that somebody said."""

import re

from ledger.articles.texts.sentences import Span

_CONTRAST = re.compile(
    r";\s|:\s(?=[\"“])|,\s+(?:but|although|though|while|whereas|yet)\s+(?=(?:an?|the|this|that|these|those|its|their"
    r"|his|her|our|my|it|he|she|they|we|I|there|[A-Z]\w+)\s)"
)
# After the day: an apposition or a participle, which only tells more of what was said.
_MORE = re.compile(
    r",\s+(?:(?:an?|the|its|their|his|her|which|compared|according|despite|because|after|up|down"
    r"|more|less|far|well|just|almost|nearly|\d+|one|two|three|four|five|six|a few|several)\s"
    r"|(?:said|says|told|added)\s(?!that\b)|(?!including|excluding|following|during)[a-z]{2,}ing\s)"
)
# "He told me, 'It will be over by May,' and I believed him": what another said inside speech.
_NESTED = re.compile(
    r"(?<![\w'’])['‘](?P<in>(?:[^'‘’\"“”]|(?<=\w)['’](?=\w)){12,}?)[,.!?]?['’](?!\w)"
)


def clause_of(text: str, span: Span, cue: int, deadline: Span | None) -> Span:
    """Narrow a span to the clause of the cue: to nested speech, before a contrast or more news."""
    nested = next((m for m in _NESTED.finditer(text, *span) if m.start() <= cue < m.end()), None)
    start, end = nested.span("in") if nested else span
    contrast = _CONTRAST.search(text, max(start, cue), end)
    if contrast and not (deadline and deadline[0] > contrast.start()):
        end = contrast.start()
    if deadline and cue < deadline[0] < end and text[: deadline[0]].rstrip()[-1:] != ",":
        more = _MORE.match(text, deadline[1], end)
        end = more.start() if more else end
    return start, end
