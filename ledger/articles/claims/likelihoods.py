"""Take a stated likelihood out of a claim: "put the chance of a deal at 30%" is "A deal".

The number is kept in a field of its own; the claim is what may happen.
"""

import re

_CHANCE = r"(?:chances?|odds|probability|likelihood|risk|possibility)"
_NUMBER = (
    r"[\"“]?(?:[a-z-]+\s+){0,3}(?:\d|one|two|three|even|evens|half|low\b|high\b|nil|zero"
    r"|negligible|nothing|none|slim)"
)
# Where the number follows: "at 30%", "from 5/1 to 6/4", "rose to 40%".
_AT = rf"(?:at|from|to|as)\s+{_NUMBER}.*"
_IS_AT = rf"(?:is|was|are|were|stands?|stood|remains?|rose|fell|has|had)\s{_NUMBER}.*"
_THAT = re.compile(
    rf"^.*?\b{_CHANCE}\s(?:(?:of|for)\s(?P<noun>.+?)(?:\s+(?:{_AT}|{_IS_AT}))?"
    rf"|that\s(?P<clause>.+?)(?:\s+{_AT})?)$",
    re.IGNORECASE,
)
# "(gave) the project a 40% chance of opening": the project opening
_GAVE = re.compile(
    rf"^(?:.*?\b(?:gives?|gave|giving|has|have|had)\s)?"
    r"(?P<who>(?:(?:the|its|his|her|their|our|an?)\s|(?!There|It|That|This|What)[A-Z])[^,;]{1,60}?)\s"
    rf"(?:an?|only an?|at least an?|about an?)\s[^,;]{{1,40}}?{_CHANCE}\s(?:of|to)\s(?P<what>.+)$"
)
_IS = re.compile(r"\b(?:is|are|was|were|be|sees?|saw)$")


def without_likelihood(claim: str) -> str:
    """Return what may happen without how likely it was said to be; as it is where unclear."""
    claim = claim.strip(" .,;")
    gave = _GAVE.match(claim)
    if gave and not _IS.search(gave["who"]):
        return f"{gave['who']} {gave['what']}"
    that = _THAT.match(claim)
    what = that and (that["noun"] or that["clause"])
    return what if what and len(what.split()) >= 2 else claim
