"""Words that deny though no table has them: "out of the question", "hardly", "no chance".

A denial turns what it stands with, so that two of them affirm ("no doubt", "cannot be ruled
out"): denials are counted, and an odd number denies.
"""

import re

from ledger.core.denials import LIMIT_OR_STRESS

_CHANCE = r"(?:chances?|prospects?|likelihood|probability|odds|risks?|danger)"
_SMALL = (
    r"(?:slim|slight|slender|small|little|low|poor|bleak|dim|faint|fat|remote|scant|minimal|tiny"
    r"|negligible|vanishing|minuscule|thin|long|outside|nil|zero)"
)
# What deny once, though words that deny stand in them.
_ONCE = re.compile(
    r"\b(?:slim|little|few|next|close) (?:to|or|if) (?:no|none|nothing|nil|zero|any)\b"
    rf"|\b{_SMALL}(?: (?!no\b|not\b)\w+)? {_CHANCE}\b"
    rf"|\b{_CHANCE}(?: (?!no\b|not\b)\w+){{0,5}} {_SMALL}\b"
    r"|\bout of the question\b|\blong shot\b|\bfar fetched\b|\bpipe dream\b|\blost cause\b"
    r"|\bby no means\b|\bon no account\b|\banything but\b|\bfar from\b|\bless likely than not\b"
    r"|\b(?:rule[sd]?|ruling)\b(?: \w+){0,2}? out\b|\bbet(?:s|ting)? against\b"
)
# What denies nothing: "no later than", "as likely as not", "a little".
_IDLE = re.compile(
    rf"\b(?:{LIMIT_OR_STRESS})|\bnothing (?:but|short of|less than)\b|\bno matter\b"
    r"|\b(?:than|as|or|if) not\b|\ba (?:little|few)\b"
)
# "Not certain", "far from clear" deny that one knows, and leave the event open.
_OPEN = re.compile(
    r"\b(?:not|never|no|far from|by no means|anything but|hardly|scarcely)(?: \w+ly| quite| yet)*"
    r" (?:certain|certainty|sure|clear|guaranteed?|given|settled|assured|inevitable)\b"
    r"|\bopen question\b"
)
REVERSAL = re.compile(
    r"no|not|never|nobody|nothing|none|neither|nor|cannot|without|beyond|hardly|scarcely|barely"
    r"|seldom|rarely|little|few|refus(?:e|es|ed|ing)|fail(?:s|ed|ing)?"
)
"""Words that turn what they stand with: "hardly expects", "little doubt"."""
_DENIAL = re.compile(
    rf"\b(?:{REVERSAL.pattern}|unlikely|improbable|implausible|impossible|inconceivable"
    r"|unthinkable|unimaginable|unrealistic|unfeasible|infeasible|doomed|hopeless|s[ck]eptical"
    r"|doubt(?:s|ed|ing|ful)?|question(?:s|ed|able)?|den(?:y|ies|ied|ying)"
    r"|exclud(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?"
    r"|discount(?:s|ed|ing)?|disbeliev(?:e|es|ed|ing))\b"
)


def denying(words: str) -> bool:
    """Say whether words deny by the number of their denials.

    They are in lower case, with single blanks between them and "n't" written out.
    """
    if _OPEN.search(words):
        return False
    left, once = _ONCE.subn(" ", words)
    return (once + len(_DENIAL.findall(_IDLE.sub(" ", left)))) % 2 == 1
