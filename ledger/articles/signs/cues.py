"""The signs that a sentence looks forward, as one table of patterns.

A rule finds its pattern anywhere in a sentence and gives it a weight: how sure these words alone
make it that something is forecast. To change a sign, change its line here; what must not stand
beside it is in the folder `stops`, what else is weighed in `weights`.
"""

from dataclasses import dataclass

from ledger.articles.words.calendar_words import DAY, MONTHS
from ledger.articles.words.patterns import ADVERB, BE, PARTICIPLE


@dataclass(frozen=True, slots=True)
class Cue:
    """A sign at [start, end) of the sentence; `kind` names the rule that found it."""

    kind: str
    start: int
    end: int
    phrase: str
    weight: float
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A named sign: its pattern and its weight (0..1); whether it is one only with a day ahead."""

    name: str
    pattern: str
    weight: float
    needs_day: bool = False


_ODDS_NOUN = (
    r"(?:chances?|prospects?|likelihood|possibility|probability|risks?|danger|hopes?|sign|signs)"
)


RULES: tuple[Rule, ...] = (
    Rule(
        "will",
        r"(?<![\w-])(?:will|won['’]t|shall|shan['’]t)\b(?!-)|(?<=\w)['’]ll\b",
        0.75,
    ),
    Rule(
        "going_to",
        rf"{BE}\s+{ADVERB}(?:going to|about to|gonna) (?!the\b|a\b|an\b|his\b|her\b|their\b"
        rf"|my\b)[a-z]+",
        0.7,
    ),
    Rule(
        "set_to",
        r"\b(?:set|bound|poised|destined|doomed|on course|on track|on pace|likely|unlikely|likelier"
        r"|certain|sure|guaranteed|expected|forecast|projected|predicted|tipped|estimated"
        r"|anticipated"
        r"|favou?rites?|odds-on|supposed|positioned|shaping up|feared|thought likely|reckoned"
        r"|rumou?red)"
        r"(?:\s+by [\w ]{3,30}?)?(?:,? too,?)? to (?=[a-z])",
        0.75,
    ),
    Rule(
        "expected",
        rf"{BE}\s+{ADVERB}(?:expected|forecast|predicted|projected|anticipated|tipped|foreseen"
        rf"|envisaged|pencilled in|estimated(?= (?:at|for)\b)|put(?= at\b)|feared|seen(?= at "
        rf"| rising| falling| reaching))\b(?! (?:to|by (?!{DAY}|[JFMASOND][a-z]+"
        rf"(?:ary|ch|il|ay|ne|ly|st|er)\b|Christmas|Easter|Q[1-4]|Labor"
        rf"|Thanksgiving)[A-Z]))",
        0.45,
    ),
    Rule(
        "outlook",
        rf"{BE}\s+{ADVERB}[\"“‘']?(?:likely|unlikely|inevitable|imminent|unavoidable|doubtful"
        rf"|on the horizon"
        r"|around the corner|in sight|at hand|within reach|doomed|numbered"
        r"|(?:only )?a matter of time"
        r"|some way off|a long way off|out of the question|on the way|in store"
        r"|foregone)\b(?! to\b)(?!(?<=likely) [a-z]+(?:ed|en|de)\b)"
        r"|\b(?:most|more|less|least) likely (?:outcome|scenario|result|ending|winners?)\b"
        r"|\bdays (?:are|were) numbered\b|\b(?:is|are) near(?=\s*(?:[.,;:\"”'’]|for\b|$))",
        0.6,
    ),
    Rule(
        "inevitable",
        r"\b(?:(?:seemingly|almost|all but|virtually|near-)\s?)(?:inevitable|certain)\b",
        0.55,
    ),
    Rule(
        "possible",
        rf"{BE}\s+{ADVERB}(?:possible|probable|conceivable|plausible)\b(?! to\b)",
        0.35,
    ),
    Rule(
        "may",
        rf"(?<![\w-])(?:may|might|could)(?:n['’]t)?\b(?!\s+(?:(?:not|well|also|just|even|as well"
        rf"|already|\w+ly)\s+)*have\s+{PARTICIPLE})(?! be [a-z]+ing\b)",
        0.4,
    ),
    Rule(
        "should",
        r"\bshould\b(?! (?:not )?have\b)",
        0.3,
    ),
    Rule(
        "would",
        r"\bwould(?:n['’]t)?\b(?!\s+(?:(?:\w+ly|almost|not|never|still|also|even|soon)\s+)*"
        r"(?:have\b(?! to\b)|(?:rather|like|prefer|love|welcome)\b))",
        0.4,
    ),
    # "it'd take ten years"; not "I'd say", "she'd gone"
    Rule(
        "would",
        r"(?:(?<=\b[Ii]t)|(?<=[Tt]hat)|(?<=[Tt]hey)|(?<=[Tt]here)|(?<=[Tt]his)|(?<=\b[Hh]e)"
        r"|(?<=\b[Ss]he))['’]d(?= (?:\w+ly |never |not |still |soon |all )*(?:be|take|cost|mean"
        r"|need|get|go|come|fall|rise|make|end|lead|have to|help|hurt|kill|bring|happen|fail|win"
        r"|lose|save|put|push|quit|leave|return|last)\b)",
        0.4,
    ),
    Rule(
        "surprise",
        r"\b(?:would|will|['’]d|['’]ll) be (?:\w+ )?(?:astonished|surprised|amazed|shocked|stunned"
        r"|astounded) (?:if|to see|were)\b",
        0.8,
    ),
    Rule(
        "odds",
        rf"\b(?:little|no|slim|scant|every|good|fair|real|strong|high|low|growing|decent"
        rf"|serious|reasonable|better-than-even|outside|remote|zero)"
        rf"[\"”’']? (?:(?:realistic|real|serious|immediate|reasonable"
        rf"|early) )?(?:{_ODDS_NOUN}[\"”’']?"
        rf" (?:of|that|for|to|it|the)\b|chance\b)",
        0.5,
    ),
    Rule(
        "give_time",
        r"\b(?:I|[Ww]e|['’]d|he|she|they) gives? (?:it|them|him|her|this)\s+(?:at (?:most"
        r"|best)\s+|no more than\s+|maybe\s+)?(?:an?|\d+|[a-z]+(?:-[a-z]+)?) (?:(?:more"
        r"|few)\s+)?(?:hours?|days?|weeks?|months?|years?)\b",
        0.6,
    ),
    Rule(
        "not_see_how",
        r"\b(?:do not|don['’]t|can['’]t|cannot|can not|hard to|difficult to|fail(?:s"
        r"|ed)? to) see (?:how|any|a way|why)\b",
        0.55,
    ),
    Rule(
        "moved",
        r"\b(?:push(?:ed|es|ing)? back|put back|delay(?:ed|s|ing)?|postpon(?:ed|es|ing)|deferred"
        r"|br(?:ought|ings?) forward|rescheduled|slip(?:ped|s)?)\b[^.;]{0,80}?\b(?:to|until"
        r"|till)\b",
        0.4,
        needs_day=True,
    ),
    Rule(
        "revised",
        r"\b(?:cut|cuts|lowered|lowers|raised|raises|trimmed|trims|revised|upgraded|downgraded"
        r"|lifted"
        r"|slashed|left|nudged up|maintained|kept|reaffirmed|issued|reiterated"
        r"|push(?:ed|es) (?:out|back)|brought forward)\b\s+(?:its|their|his"
        r"|her|the)\b"
        r"(?:\s+[\w'’%.-]+){0,6}?\s+(?:forecasts?|estimates?|outlook|guidance|projections?"
        r"|predictions?|calls?)\b",
        0.5,
    ),
    Rule(
        "calls_for",
        r"\b(?:outlook|forecasts?|guidance|projections?|models?|futures)\s+(?:now\s+)?(?:calls?"
        r"|points?|(?:is|are)(?= (?:for|to|at|that|[$£€]?\d|an?|below|above|growth)\b)|implies"
        r"|imply|puts?|suggests?|sees?)\s+(?:for|to|at|of)?\b",
        0.5,
    ),
    Rule(
        "away",
        r"\b(?:years?|months?|weeks?|decades?|(?:a|some) (?:long|good)? ?way) (?:away"
        r"|off)\b(?! the\b)",
        0.55,
    ),
    Rule(
        "threatens",
        r"(?<!to )\b(?:threatens|threatening|threaten) to\b|\bstands? to (?:lose|gain|benefit|win"
        r"|make|earn|wipe|get|receive|save|cost"
        r"|suffer|become|profit)\b",
        0.5,
    ),
    Rule(
        "prelude",
        r"\bprelude to\b|\bthe beginning of the end\b|\bwrit(?:ing|ten) (?:is )?on the wall\b",
        0.5,
    ),
    Rule(
        "headed",
        r"\b(?:heading|headed|on the (?:brink|verge|cusp)|close|closing in) (?:for|of|on"
        r"|towards?) (?:an?|the|its|record|victory|defeat|collapse|recession)\b",
        0.35,
        needs_day=True,
    ),
    Rule(
        "by_date",
        r"\b(?:[Bb]y (?:the (?:end|middle|start|close|20\d0s|summer|autumn|spring|winter|fall)"
        r"|(?:20|21)\d\d|next|mid|late|early"
        rf"|Christmas|Easter|{MONTHS})\b"
        rf"|[Bb]y (?:year-end|month-end|(?:year|month)['’]s end|{DAY}|tomorrow|tonight"
        r"|the weekend)\b"
        r"|[Tt]his (?:decade|century)\b|[Bb]efore (?:(?:20|21)\d\d|the (?:end|decade|year"
        r"|summer|winter)|Christmas|Easter)\b"
        r"|[Ww]ithin (?:an?|the|\w+)(?: \w+)? (?:years?|months?|weeks?|days|decades?)\b)",
        0.25,
    ),
    Rule(
        "expect_to_see",
        r"^[\"“]?(?:Expect\b(?! delays| to (?!see\b))|(?:Look|Watch) (?:out )?for (?=[^.]*\bto\b))",
        0.5,
    ),
    Rule(
        "no_way",
        r"\b[Tt]here(?:['’]s| is| was) no (?:way|chance|prospect)\b",
        0.7,
    ),
    Rule(
        "coming",
        r"\b(?:is|are|['’]s)\s+(?:on its way|(?:just\s+)?coming\b(?! (?:to|from|with|along|back"
        r"|under|off|in|out|up against|for)\b))",
        0.5,
    ),
    Rule(
        "chance_put",
        rf"\b(?:puts?|putting|rate[sd]?|sets?) (?:the|its|their|his|her) (?:odds|{_ODDS_NOUN})\b"
        r"[^.;]{0,100}?\s(?:at|as)\b(?!\s+risk)",
        0.6,
    ),
    Rule(
        "verdict",
        r"\b(?:[Mm]y|[Oo]ur) (?:prediction|bet|guess|forecast|money|hunch)\b",
        0.6,
    ),
)
