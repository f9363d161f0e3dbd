"""What follows a modal verb when it foretells: an outcome, an amount, an arrival, a time ahead.

Patterns for `judge`, matched against the words after the verb.
"""

import re

OUTCOME = re.compile(
    r"\s+(?:(?:not|also|still|even|well|soon|eventually|then|ultimately|finally|easily|further"
    r"|now|only|probably|likely|never)\s+)*"
    r"(?:rise|fall|drop|grow|shrink|double|triple|halve|reach|hit|exceed|top|surpass|climb|slip"
    r"|slide|slow|ease|recover|rebound|return"
    r"|improve|worsen|deteriorate|increase|decrease|decline|widen|narrow|peak|collapse|fail|win"
    r"|lose|beat|last|take|cost|lead|trigger"
    r"|cause|add|make|push|force|bring|see|become|arrive|emerge|spread|melt|disappear|vanish|die"
    r"|close"
    r"|open|end|start|begin|happen|come|go|face"
    r"|remain|stay|keep|continue|follow|prove|open the door|pave|threaten|derail|delay|disrupt"
    r"|top|reshape|revive|boost|soar|plunge|sink|jump|swell|resume|spark|mean|leave|run|put"
    r"|send|turn|break|drive|hurt|cut|weaken|strengthen|overtake"
    r"|be (?:the (?:\w+ )?(?:last|next)|ready|over|gone|lower|higher|better|worse|back"
    r"|complete|completed|finished|able|extinct|overwhelmed|delayed|forced|replaced"
    r"|lost|cut|sold|freed|affected|hit|worth|larger|smaller|among|enough|[a-z]+ed))\b"
)
STATE = re.compile(
    r"\s+(?:\w+ly\s+)?be\s+"
    r"(?!the (?:\w+ )?(?:last|next)\b)(?!(?:\w+ly\s+)?[a-z]+(?:ed|en)\b)"
)
HEDGE = re.compile(
    r"\s*(?:then\s+)?(?:almost\s+|very\s+)?(?:probably|likely|certainly|inevitably|surely"
    r"|eventually|soon"
    r"|ultimately|still|never|finally)\b"
)
# "would take years", "would cost 40 million": an amount makes a guess of it
LENGTH = re.compile(
    r"\s+(?:\w+ly )?(?:take|rise|fall|reach|cost|mean|last|need|save|add|lose|require"
    r"|be)\s[^.;,]{0,30}?(?:\d"
    r"|\b(?:years?"
    r"|months?|weeks?|decades?|generations?|millions|billions|thousands|hundreds|half|twice)\b)"
)
# What a thing does by itself: "the ferry should dock on Friday", not "drivers should slow down".
ARRIVES = re.compile(
    r"\s+(?:then |now |also |soon |finally )?(?:dock|land|reopen|arrive|resume|appear|materialise"
    r"|bloom|melt|clear|ripen|be (?:\w+ )?(?:back|ready|complete|finished|over|open|available"
    r"|operational|fit|visible|running))\b"
)
AHEAD = re.compile(
    r"\b(?:ahead|to come|yet|soon|eventually|in the (?:future|long run|end)|still|one day"
    r"|sooner or later|before long)\b"
)
# "It may be months before power is restored"
BEFORE_THEN = re.compile(
    r"\s+(?:well |still )?be (?:[\w-]+ ){0,4}?(?:years?|months?|weeks?|days?|decades?|hours?|long"
    r"|20\d\d|[A-Z]\w+)"
    r" (?:before|until|till)\b"
)
