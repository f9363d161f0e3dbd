"""Fixed phrases of forecasting and the bare present with a day: "mark my words", "come March".

A fourth table of the same kind as `cues`, `prospects` and `horizons`.
"""

from ledger.articles.signs.cues import Rule
from ledger.articles.words.calendar_words import MONTHS
from ledger.articles.words.patterns import ADVERB, BE, NUMBER, UNIT

_SEASON = (
    rf"(?:{MONTHS}|spring|summer|autumn|winter|Christmas|Easter|next \w+|20\d\d"
    r"|the (?:new year|spring|summer|autumn|winter|election|weekend))"
)
_RUNS = (
    r"(?:runs out|run out|comes|catches up|recovers?|ends|collapses|falls|rises|doubles|triples"
    r"|halves"
    r"|peaks?|wins?|loses?|closes|folds?|happens|returns|ceases|cuts|hikes|sails|defaults?|reaches"
    r"|hits|tops|breaks even|break even|goes (?:bust|under|bankrupt|away|back|down|up)|dries up"
    r"|(?<=you )get|gets (?:worse|better|easier|harder)|turns|disappears|vanishes"
    r"|bottoms(?: out)?|picks up)"
)

IDIOMS: tuple[Rule, ...] = (
    Rule(
        "uncertain",
        rf"{BE} {ADVERB}(?:far from|by no means|anything but|hardly|not|no) (?:\w+ )?(?:certain"
        rf"|assured"
        r"|guaranteed|a given|a done deal|a foregone conclusion|sure thing|a certainty)\b"
        r"(?! (?:of|about|how|what|why|who|where|whether|when)\b)",
        0.5,
    ),
    Rule(
        "far_off",
        r"\b(?:a|an increasingly) (?:distant|remote|faint) (?:prospect|possibility|hope|dream)\b"
        r"|\ba pipe dream\b",
        0.5,
    ),
    Rule(
        "years_away",
        r"(?:\b(?:is|are|remains?)|['’](?:s|re)) (?:still |probably |at least |likely )*(?:years"
        r"|decades"
        r"|months|weeks|days) (?:away )?from (?:an?|the|being|[a-z]+ing|collapse|ruin|bankruptcy"
        r"|defeat|victory"
        r"|closure|war|extinction|default)\b"
        rf"|(?:\b(?:is|are|remains?)|['’](?:s|re)) (?:still |probably |at least |likely "
        rf"|only )*{UNIT} (?:away"
        r"|off)\b(?! from\b)"
        rf"|\b(?:remains?|still|at least|probably|another) (?:at least )?{NUMBER} {UNIT} (?:away"
        rf"|off)\b",
        0.5,
    ),
    Rule(
        "hopes_fade",
        r"\b[Hh]opes (?:of|for|that) [^.;]{2,60}? (?:are|were) (?:fading|receding)\b",
        0.5,
    ),
    Rule(
        "lasts_dated",
        r"\b(?:enough|sufficient) [^.;]{2,40}? (?:to last|for (?:another|the next))\b"
        r"|\bcan (?:\w+ )?(?:cope|survive|last|hold out|carry on|keep going|continue|hang on"
        r"|operate"
        r"|meet|fund|afford|sustain)\b(?=[^.;]{0,40}\b(?:until|till|for (?:another|at least|\d)"
        r"|through)\b)",
        0.3,
        needs_day=True,
    ),
    Rule("come_dated", rf"(?:^|[.;]\s|[\"“])Come (?={_SEASON}\b)", 0.3, needs_day=True),
    Rule(
        "at_risk",
        r"\brisks? (?:being|becoming|losing|missing|running|falling|going|turning|having|getting)\b"
        r"|\b(?:is|are) at (?:\w+ )?risk of (?:being|becoming|losing|missing|running|falling"
        r"|going|turning"
        r"|collapse|defeat|default)\b",
        0.35,
    ),
    Rule(
        "can_dated",
        r"\bcan (?!only\b|not\b|see\b|apply|register|book|visit|vote|claim|submit|order|buy|be )"
        r"(?=[a-z])",
        0.2,
    ),
    Rule(
        "there_coming",
        r"\b[Tt]here(?:['’]s| is) an? [^.;,]{2,40}? coming\b(?! (?:from|of|to|for|in|out|up"
        r"|down)\b)",
        0.45,
    ),
    Rule(
        "date_put_dated",
        r"\bput(?:s|ting)? (?:the|its|his|her|their|an?) [^.;]{0,30}?(?:date|opening|launch|start"
        r"|completion"
        r"|return|finish|restart|election|delivery)[^.;]{0,20}? at\b",
        0.3,
        needs_day=True,
    ),
    Rule(
        "in_doubt",
        r"\b(?:is|are|remains?) (?:questionable|doubtful|sidelined|touch-and-go) for\b"
        r"|\b(?:is|are|looks?|seems?) (?:a lock|a shoo-in|a cinch|a dead cert|a sure thing)\b",
        0.55,
    ),
    Rule(
        "puts_final",
        r"\bputs? (?:the|its|their) (?:final|eventual|ultimate|likely|total) [\w ]{2,30}? at\b",
        0.5,
    ),
    Rule("should_brace", r"\b(?:should|must) (?:brace (?:\w+ )?for|prepare for|expect)\b", 0.35),
    Rule("eyes_dated", r"\bey(?:es|eing) (?:an?|the|its|their)\b", 0.3, needs_day=True),
    Rule(
        "looks_like_when",
        r"\b(?:looks?|looking|sounds?) (?:\w+ )?like (?:being )?(?:early |late "
        rf"|mid-?)?(?=(?:{MONTHS}|spring|summer"
        r"|autumn"
        r"|winter|20\d\d|next (?:year|month|week|spring|summer|autumn|winter)|Christmas|Easter"
        r"|the (?:first|second|third|fourth|last) (?:quarter|half))\b)",
        0.5,
    ),
    Rule("worse_first", r"\bgets? worse before\b", 0.5),
    Rule("mark_words", r"\b[Mm]ark my words\b(?=[,:;—–])", 0.6),
    Rule(
        "hopeless",
        r"\b(?:ha(?:s|ve)n['’]t|do(?:n['’]t| not) have|does(?:n['’]t| not) have|ha(?:s"
        r"|ve) not) (?:got )?a"
        r" (?:prayer|chance|hope)\b|\b(?:dead in the water|a lost cause|on borrowed time)\b",
        0.5,
    ),
    Rule(
        "going_under",
        r"(?:\b(?:is|are)|['’](?:s|re)) (?:all )?going (?:under|bust|bankrupt|down|out of business"
        r"|extinct)\b(?=\s*(?:[.,;!\"”]|$|and\b|if\b|unless\b|by\b|in\b|this\b|next\b))",
        0.4,
    ),
    Rule(
        "going_for",
        r"\bI(?: am|['’]m) (?:going for(?= (?:the )?[A-Z]| an? (?:\w+ )?(?:win|draw|defeat"
        r"|victory)\b)|backing|tipping|predicting)\b|\bI(?: will"
        r"|['’]ll) go for\b"
        r"|\b[Mm]y money['’]s on\b",
        0.55,
    ),
    Rule(
        "not_against",
        r"\b(?:would|could)(?:n['’]t| not) (?:rule out|bet against|discount|put it past)\b",
        0.55,
    ),
    Rule(
        "markets_dated",
        r"\b(?:[Oo]ptions|[Ff]utures|[Ss]waps|[Bb]onds|yield curve|[Mm]arkets?|[Mm]arket pricing"
        r"|[Pp]olls"
        r"|[Ss]urveys?|[Ii]ndicators?|[Tt]rends?|[Ii]ntelligence|[Ff]igures|[Dd]ata)"
        r" (?:now |also |is |are |all )*(?:impl(?:y|ies|ying)|suggests?|suggesting|signals?"
        r"|signall?ing"
        r"|points?|pointing|anticipates?|discounts?|discounting)\b",
        0.35,
        needs_day=True,
    ),
    Rule("present_dated", rf"\b{_RUNS}\b", 0.2),
)
