"""Take a stated likelihood out of a claim: "put the chance of a deal at 30%" is "A deal".

The number is kept in a field of its own; the claim is what may happen.
"""

import re

_CHANCE = r"(?:chances?|odds|probability|likelihood|risk|possibility)"
# Where the number follows: "at 30%", "from 5/1 to 6/4", "rose to 40%".
_AT = (
    r"(?:\s+(?:(?:is|was|are|were|stands?|stood|remains?|rose|fell|has|had)\s.*"
    r"|(?:at|from|to|as)\s+[\"“]?(?:[a-z-]+\s+){0,3}(?:\d|one|two|three|even|evens|half).*))?"
)
_THAT = re.compile(
    rf"^.*?\b{_CHANCE}\s(?:of|that|for)\s(?P<what>.+?){_AT}$",
    re.IGNORECASE,
)
# "gave the project a 40% chance of opening": the project opening
_GAVE = re.compile(
    rf"^.*?\b(?:gives?|gave|giving|has|have|had|with)\s(?P<who>[^,;]{{1,60}}?)\s"
    rf"(?:an?|only an?|at least an?|about an?)\s[^,;]{{1,40}}?{_CHANCE}\s(?:of|to)\s(?P<what>.+)$"
)


def without_likelihood(claim: str) -> str:
    """Return what may happen without how likely it was said to be; as it is where unclear."""
    gave = _GAVE.match(claim)
    if gave and gave["who"].lower() not in {"it", "them", "him", "her", "this"}:
        return f"{gave['who']} {gave['what']}"
    that = _THAT.match(claim)
    if that and len(that["what"].split()) >= 2 and "chance" not in that["what"]:
        return that["what"]
    return claim
