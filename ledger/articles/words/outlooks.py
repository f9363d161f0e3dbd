"""Verbs that foretell with an object: price in, guide to, tip, give until, abandon hope of.

They are frames of the class `predict`: the subject is the forecaster, the rest is the claim.
"""

import re

from ledger.articles.words.patterns import ADVERB, NUMBER, UNIT

_MEASURE = (
    r"(?=[^.;]{0,60}?(?:\d|\b(?:growth|gains?|rises?|falls?|increases?|declines?|drops?|recovery"
    r"|rebound|profits?|sales|revenues?|earnings|margins?|loss|losses|returns?|cuts?|hikes?"
    r"|surplus|deficit|inflation|demand|contraction|recession|slowdown)\b))"
)
_MEASURE_SOON = (
    r"(?=[^.;]{3,80}?\b(?:rain|conditions|weather|rises?|falls?|cuts?|hikes?|growth|season|summer"
    r"|winter|increase|decline|drop|loss|win|record|deficit|surplus|recession|slowdown)\b)"
)
_WIN = (
    r"(?:to (?:win|lift|finish|reach|beat|take|be|become|make|claim|retain|succeed|rise|fall"
    r"|outperform|top|go|stay|survive|lead|hold)|for (?:promotion|relegation|glory|gold|success"
    r"|victory|honours|stardom|greatness|the (?:\w+ ){0,2}(?:title|cup|crown|league|win|job"
    r"|presidency|leadership|gold|double|drop|top)|an? (?:[\w-]+ ){0,2}(?:finish|place|medal|win"
    r"|victory|return|comeback)))"
)
_WHOM = r"(?:(?:the|his|her|their|its|my|our|a)\s+)?[\w'’.-]+(?:\s+[\w'’.-]+){0,4}?"
_JUDGED = (
    r"(?:likely|unlikely|improbable|probable|inevitable|unavoidable|inconceivable|unthinkable"
    r"|imminent|remote|a certainty|a near certainty|certain|doubtful"
    r"|(?:its|their|his|her|the) (?:base|baseline|central|core|main) (?:case|scenario|assumption))"
)

# (lemma, pattern), in this order: the first that matches names the verb.
OUTLOOKS = (
    (
        "price_in",
        r"(?<!, )(?:pric(?:e|es|ed|ing)|bak(?:es|ed|ing)|pencil(?:s|led|ling|ed|ing)?) in(?=\s+\w)",
    ),
    (
        "price_in",
        (
            r"pric(?:e|es|ed|ing)(?=\s(?:an?|about|roughly|another|more|only|one|two|three"
            r"|\d)\b[^.;]{0,40}?"
            r"\b(?:chance|probability|peak|cuts?|hikes?|rises?|increase|recession|default)\b)"
        ),
    ),
    ("count_on", rf"(?:reckon(?:s|ed|ing)?|count(?:s|ed|ing)?|bank(?:s|ed|ing)?) on{_MEASURE}"),
    (
        "call_price",
        (
            r"call(?:s|ed|ing) for(?=[^.;]{0,50}?\b(?:correction|recession|decline|drop|rally"
            r"|rebound"
            r"|sell-off|downturn|slowdown|at [$£€]?\d|to (?:hit|reach|fall|rise|drop|climb)))"
        ),
    ),
    ("budget", rf"budget(?:s|ed|ing)? (?:for|on){_MEASURE}"),
    ("guide", rf"guid(?:e|es|ed|ing) (?:to|for|towards?)(?: an?)?{_MEASURE}"),
    ("look_for", rf"look(?:s|ed|ing)? for{_MEASURE}"),
    (
        "model",
        rf"(?:models|(?<=[Ww]e )model|modelled|modeled|modelling|modeling){_MEASURE}",
    ),
    ("tip_for", rf"tipping(?! (?:over|point|off|up|out))(?=\s[a-z]){_MEASURE_SOON}"),
    ("tip", rf"(?:tip(?:s|ped|ping)?|fanc(?:y|ies|ied)|back(?:s|ed|ing)?)(?=\s{_WHOM}\s{_WIN}\b)"),
    (
        "give_until",
        (
            rf"gives?(?=\s(?:it|them|him|her|this|(?:the|an?)\s[\w-]+|[A-Z]\w+)\s(?:only |just "
            rf"|about )?"
            rf"{NUMBER} (?:more )?{UNIT}\b(?!['’]| (?:to|in|of|for)\b))"
        ),
    ),
    (
        "give_until",
        (
            r"(?:gives?|gave|giving)(?=\s(?:it|them|him|her|this|(?:the|an?|their|its)\s[\w-]+"
            r"|[A-Z]\w+)"
            r"\s[\"“]?(?:until|till|(?:at (?:most|best)|no more than|maybe|about|barely"
            r"|just) \w+ \w+)"
            r"(?![^.;,]{0,40}\sto\s[a-z]))"
        ),
    ),
    (
        "deem",
        (
            r"(?:describ(?:ed|es)|rat(?:ed|es)|call(?:ed|s)|dismiss(?:ed|es)|deem(?:ed|s)|keeps?"
            r"|kept"
            r"|consider(?:ed|s)|view(?:ed|s)|regard(?:ed|s)|judg(?:ed|es)|treat(?:ed|s)"
            r"|(?:thinks?|finds?|believes?|holds?|thought|found) it)"
            rf"(?=\s(?:[^.;]{{1,70}}?\s)?(?:as\s+)?[\"“‘']?{ADVERB}{_JUDGED}\b"
            r"(?=[\"”’'.,;:]|\s+(?:this|next|in|by|before|within|if|unless|until|but|and|while"
            r"|after"
            r"|as|at|for|given|because|over|soon|that|he|she|they|it)\b|\s*$))"
        ),
    ),
    (
        "abandon_hope",
        (
            r"(?:gives?|gave|given|giving) up on|(?:abandon(?:s|ed|ing)?|gives? up|gave up"
            r"|given up|giving up|los(?:t|es|ing))"
            r" (?:(?:all|any|much|their|his|her|its)\s)?hopes? (?:of|that)"
        ),
    ),
    (
        "hold_out",
        r"(?:holds?|held|holding) out (?:little|no|not much|scant) (?:hope|prospect) (?:of|that)",
    ),
    (
        "brace",
        r"(?:brac(?:es|ed|ing)|braces? (?:itself|themselves|herself|himself)) for" + _MEASURE,
    ),
)
# "rates a default unlikely": the object is what may happen
DEEMED = re.compile(rf"\s+(?P<what>[^.;]{{1,70}}?)\s+(?:as\s+)?[\"“‘']?{ADVERB}{_JUDGED}\b")
OUTLOOK_PATTERN = "|".join(f"(?:{pattern})" for _, pattern in OUTLOOKS)
