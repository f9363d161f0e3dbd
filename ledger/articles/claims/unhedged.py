"""Word a claim as an event: "a deal is likely" is "a deal", "is expected to open" is "will open".

How likely it is said to be is kept in the words of the forecast, so that a person is asked whether
the event happened, never whether it was likely.
"""

import re

from ledger.articles.words.patterns import HEDGE_AFTER

_BE = r"(?:is|are|was|were|looks?|looked|seems?|seemed|appears?|appeared|remains?|remained)"
_HOW = (
    r"(?:(?:now|still|also|very|highly|quite|rather|extremely|most|all but|almost|[a-z]+ly)\s+)*"
    r"(?:(?:thought|considered|seen as|believed)\s+)?"
)
_SURE = (
    r"likely|likelier|certain|sure|guaranteed|expected|forecast|predicted|projected|anticipated"
    r"|estimated|tipped|reckoned"
)
_STATE = (
    r"likely|possible|probable|conceivable|plausible|certain|inevitable|unavoidable|imminent"
    r"|expected|forecast|predicted|projected|anticipated|on the cards|an? (?:[a-z]+ ){0,2}?"
    r"(?:certainty|possibility|probability|likelihood|prospect|risk)"
)
_DENIED = r"doubtful|out of the question|inconceivable|unthinkable|unlikely|improbable"
_NOUN = (
    r"(?P<what>(?:(?!\b(?:who|which|that|will|would|could|may|might|is|are|was|were|has|have|had)\b)"
    r"[^,;:])+?)(?:\s(?:now|also|still|too|thus|again))?"
)
# The road "is widely expected by analysts to" open.
_TO = re.compile(
    rf"^{_NOUN}(?:\s(?P<be>{_BE})|['’](?P<short>s|re))\s+{_HOW}(?:{_SURE})(?:\s+by [\w ]{{3,30}}?)?"
    r"\s+to\s+(?=[a-z])(?!.*\bthan\b)"
)
_ENDS = (
    r"(?P<rest>(?:\s(?:in|at|for|on|between|across|over|with|under|after|among|near|along)\b.*)?)$"
)
_PRONOUN = re.compile(r"(?:it|that|this|they|he|she|we|i|these|those|what|there)$", re.IGNORECASE)
_IT_IS = re.compile(
    rf"^it(?:\s{_BE}|['’]s)\s+{_HOW}(?:{_STATE}|doubtful)\s+(?:that|whether|if)\s+(?=\S+\s)",
    re.IGNORECASE,
)
_THERE_IS = re.compile(
    r"^there(?:\s(?:is|was|remains|remained)|['’]s)\s(?:still\s)?(?:an?|some|every|the|no|little)\s(?:\w+\s)?"
    r"(?:doubt|question|chance|possibility|prospect|likelihood|probability|risk|danger)s?"
    r"\s+(?:of|that)\s+(?=\S+\s\S)",
    re.IGNORECASE,
)
_PAST = frozenset({"was", "were", "looked", "seemed", "appeared", "remained"})
_MODAL_HEDGE = re.compile(rf"\b(will|would)(?:{HEDGE_AFTER.pattern})")


def event_of(claim: str, *, negative: bool) -> str:
    """Return the event of a claim in its positive form, without how likely it was called.

    `negative` says that the claim was denied, so that "doubtful" may go too.
    """
    doubted = negative or "doubtful" not in claim
    text = _IT_IS.sub("", claim, count=1) if doubted else claim
    text = _MODAL_HEDGE.sub(r"\1", _THERE_IS.sub("", text, count=1), count=1)
    to = _TO.match(text)
    if to:
        modal = "would" if to["be"] in _PAST else "will"
        text = f"{to['what']} {modal} {text[to.end() :]}"
    else:
        text = _bare_event(text, _STATE + (f"|{_DENIED}" if negative else ""))
    return text[:1].upper() + text[1:]


def _bare_event(text: str, states: str) -> str:
    """Give what is called likely: of "a ceasefire is likely in the valley" all but "is likely"."""
    found = re.match(rf"^{_NOUN}\s{_BE}\s+{_HOW}(?:{states}){_ENDS}", text)
    if found is None or _PRONOUN.match(found["what"]):
        return text
    event = found["what"] + found["rest"]
    if " " in found["what"]:
        return event
    return f"There will be {event[:1].lower()}{event[1:]}" if found["what"].endswith("s") else text
