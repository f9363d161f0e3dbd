"""Judgements, rumours, commands and procedures that are worded like forecasts.

A second table of the same kind as `guards`: "it would be wrong to", "by the suggestion that more
may go", "ask for the cheese, which could strip paint", "an inquest would be opened".
"""

import re

from ledger.articles.stops.guarding import MODALS, Guard

# A judgement of what somebody might do now: "it would be premature to speak of a crisis".
_JUDGEMENT = re.compile(
    r"\s+(?:also |surely |perhaps |clearly |not )*be (?:very |quite |too |simply |deeply )?"
    r"(?:wrong|right|unwise|wise|premature|foolish|naive|rash|unfair|fair|ironic|absurd|misleading"
    r"|irresponsible|inappropriate|arrogant|disingenuous|dishonest|remiss|churlish|a mistake"
    r"|an error|a shame|a pity|an understatement|an exaggeration|too (?:early|simple|easy))"
    r"(?= (?:to|for|of|not)\b|[,.;]|$)"
)
# What is only talked about: "alarmed at rumours that", "the idea is that", "her hunch was that".
_TALK = (
    r"(?:suggestions?|ideas?|notions?|thoughts?|rumou?rs?|speculation|gossip|possibility"
    r"|accusations?|complaints?)"
)
_RUMOUR = re.compile(
    rf"\b(?:by|at|of|about|over|with|against) (?:the |any |an? |all )?(?:\w+ )?{_TALK}"
    r" that\b[^,;]*$"
)
_HUNCH = re.compile(
    r"\b(?:insight|idea|notion|discovery|realisation|theory|hunch|trick|worry|point|principle)"
    r"\b[^.;]{0,70}?\bwas that\b[^,;]*$"
)
# Advice to a reader with a description of the thing: "Try the soup, which will warm you".
_COMMAND = re.compile(
    r"^\W*(?:Ask|Try|Order|Bring|Take|Pack|Avoid|Choose|Pick|Use|Buy|Visit|Follow|Book|Walk"
    r"|Skip|Sample|Wear|Look out|Head|Start|Finish|Add|Serve|Stop)\s(?!\w+ed\b)"
    r".*?\b(?:which|that|who)\s*$",
    re.DOTALL,
)
_COMMANDED = re.compile(
    r"^\W*(?:Ask|Try|Order|Bring|Sample|Visit|Pack)\s(?:for )?(?:the|a|an|some|our|its)\s",
    re.DOTALL,
)
_SUPPOSED = re.compile(r"supposed")
_WAS = re.compile(r"\b(?:was|were|been)\s+(?:\w+\s+)?$")
# What an authority always does next: "an inquest would be opened".
_PROCEDURE = re.compile(
    r"\b(?:inquest|inquiry|enquiry|investigation|post-?mortem|review|autopsy|audit|appeal"
    r"|statement|announcement|report)s?(?: (?:into|of|by|on)(?: [\w'’-]+){1,6})?\s+$",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"\s+(?:also |now |then )?be (?:opened|launched|held|carried out|conducted|made|issued"
    r"|undertaken|published|filed|heard)\b(?!\s+(?:by|before|within|next|in (?:\d|the|[A-Z])))"
)
_COMFORT = re.compile(
    r"\s+be (?:\w+ )?(?:comfort|consolation|coincidence|surprise|news|irony|true|right|wrong"
    r"|tempting|fair|unfair|obvious|hard to (?:believe|imagine|credit))\b"
)

_PEOPLE = re.compile(
    r"\b(?:drivers|passengers|travellers|travelers|residents|people|motorists|commuters|parents"
    r"|customers|patients|pupils|voters|taxpayers|everyone|anyone|owners|walkers|swimmers|households"
    r"|applicants|tenants|ticket-holders)\s*$",
    re.IGNORECASE,
)

PRETENDERS = (
    Guard("a judgement", frozenset({"would", "will", "may"}), after=_JUDGEMENT),
    Guard("a rumour", MODALS, before=_RUMOUR),
    Guard("a hunch of the past", frozenset({"may", "would"}), before=_HUNCH),
    Guard("in a command", frozenset({"will", "may"}), before=_COMMAND),
    Guard("in advice", frozenset({"will", "may"}), before=_COMMANDED),
    Guard("was supposed to", frozenset({"set_to"}), before=_WAS, inside=_SUPPOSED),
    Guard("a procedure", frozenset({"would", "will"}), before=_PROCEDURE, after=_OPENED),
    Guard("advice to people", frozenset({"should"}), before=_PEOPLE),
    Guard("how it seems", frozenset({"may"}), after=_COMFORT),
)
