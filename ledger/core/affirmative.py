"""Word a denied claim in its positive form: the question is always whether it happens.

"Power will not be cut" is a forecast that "power will be cut" does not happen.
"""

import re

_MODAL = r"will|would|could|can|may|might|should|must|do|does|did|is|are|was|were|has|have|had"
_RULES = tuple(
    (re.compile(pattern, re.IGNORECASE), form)
    for pattern, form in (
        (r"^(?:no way (?:that )?|do(?:n['’]t| not) (?:bet|count|bank) on )", ""),
        (r"\bwon['’]t\b", "will"),
        (r"\bcan(?:['’]t|not)\b", "can"),
        (r"\bain['’]t\b", "is"),
        (rf"\b({_MODAL})n['’]t\b", r"\1"),
        (rf"\b({_MODAL})((?:\s+\w+ly)?)\s+(?:not|never|hardly|scarcely|barely)\b", r"\1\2"),
        (r"\bno longer\b", "still"),
        (r"\bno (?:one|body)\b|\bnobody\b", "somebody"),
        (r"\b(?:nothing|none)\b", "something"),
        (r"\bnowhere\b", "somewhere"),
        (r"\bneither\b(.*?)\bnor\b", r"either\1or"),
        (r"\bneither (?=\w)", "either "),
        (r"\bunlikely\b", "likely"),
        (r"\bimprobable\b", "probable"),
        (r"\bimpossible\b", "possible"),
        (
            (
                r"\b(?:little|no|slim|scant) (?:real |realistic )?"
                r"(chance|prospect|likelihood|possibility|hope|sign)"
            ),
            r"a \1",
        ),
        (r"^.*(?<!been )(?<!was )(?<!were )\b(?:rule[sd]? out|ruling out)\s+", ""),
        (r"\bno (?=[\w-]+s\b|[\w-]+ [\w-]+s (?:will|would|can|could|may|are|were)\b)", ""),
        (r"\bno (?=[aeiou])", "an "),
        (r"\bno (?=\w)", "a "),
        (r"\b(?:not|never)\s+", ""),
        (r"\bfail to\s+", ""),
    )
)
# "Never again will Mosul fall": the verb in front of a subject whose end is plain to see.
_INVERTED = re.compile(
    rf"^(?i:not|never)\b(?!\s+only\b)\s*(?P<when>.*?)\s*\b(?P<modal>{_MODAL})\s+"
    r"(?P<who>(?:I|you|he|she|it|we|they)\b|(?:the\s+)?[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)*)"
    r"\s+(?P<what>[a-z].*)$"
)


def positive(claim: str) -> str:
    """Return a claim without its first denial; as it is where no word denies it."""
    inverted = _INVERTED.match(claim)
    if inverted:
        words = " ".join(inverted.group("who", "modal", "what", "when")).strip()
        return words[:1].upper() + words[1:]
    found = [
        (match.start(), n) for n, (rule, _) in enumerate(_RULES) if (match := rule.search(claim))
    ]
    if not found:
        return claim
    _, n = min(found)
    rule, form = _RULES[n]
    text = " ".join(rule.sub(form, claim, count=1).split())
    return text[:1].upper() + text[1:]
