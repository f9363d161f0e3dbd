"""More signs of a forecast that are no modal verb: odds of something, what looms, price targets.

A third table of the same kind as `cues` and `prospects`. The rules with `needs_day` count only
with a day ahead: "puts growth at 2% in 2030", "the consensus is for growth of 2% next year".
"""

from ledger.articles.signs.cues import Rule
from ledger.articles.words.calendar_words import MONTHS
from ledger.articles.words.patterns import ADVERB, BE, NUMBER, UNIT

_CHANCE = r"(?:[Oo]dds|[Cc]hances?|[Ll]ikelihood|[Pp]robability|[Pp]rospects?|[Rr]isks?)"
_MOVING = (
    r"(?:rising|falling|growing|shrinking|fading|receding|increasing|improving|lengthening"
    r"|shortening|narrowing|dwindling|worsening)"
)
_SIZE = (
    r"(?:slim|small|low|high|good|strong|poor|fair|remote|zero|nil|negligible|minimal|even|evens"
    r"|fifty-fifty|50[-–/]50|(?:better|worse|higher|lower|greater|less|more) than|roughly even"
    r"|close to|next to|vanishingly|below|above|under|over|near(?:er|ly)?|about|around|roughly"
    r"|at (?:about |least |best )?\d|\d"
    r"|overwhelming)"
)
_MODEL = (
    r"(?:models?|simulations?|projections?|forecasts?|outlooks?|baseline|scenarios?|modell?ing"
    r"|guidance|dot plot|estimates?)"
)
_FIGURE = r"(?:[$£€]\s?)?\d[\d.,]*"
_RUIN = (
    r"(?:bankruptcy|recession|collapse|defeat|victory|relegation|promotion|default|ruin|extinction"
    r"|disaster|war|famine|insolvency|liquidation|failure|annihilation|catastrophe|divorce"
    r"|oblivion|closure|run-?off|recount|landslide|stalemate|hung parliament|a showdown|a crash"
    r"|stagflation|shortages?)"
)
_LONG = r"(?:years|months|weeks|decades) of"
_TIME = (
    r"(?:next|this|later|in|by|before|within|early|late|any|on|as soon as|for (?:completion"
    r"|release|launch|delivery|publication|renewal|demolition))"
)
_DENIED = (
    r"(?:coming (?:back|down|up|home|any time|before)|going (?:anywhere (?:before|until|soon"
    r"|this)|away|back)|happening|reopening"
    r"|returning|recovering|winning"
    r"|changing|quitting|resigning|lasting|ending|getting \w+ (?:back|again))"
)

HORIZONS: tuple[Rule, ...] = (
    Rule(
        "odds_are",
        rf"\b{_CHANCE} (?:of|that|for)\s[^.;]{{2,80}}?\s(?:is|are|looks?|remains?|stands?|seems?)"
        rf" {ADVERB}{_SIZE}\b",
        0.45,
    ),
    Rule(
        "odds_move",
        rf"\b{_CHANCE} (?:of|that|for)\s[^.;]{{2,80}}?\s(?:is|are) {ADVERB}{_MOVING}\b"
        r"|\b[Oo]dds (?:are|look) (?:\w+ )?(?:against|in favou?r of|stacked against|on)\b",
        0.5,
    ),
    Rule(
        "odds_dated",
        rf"\b{_CHANCE} (?:of|that|for)\s[^.;]{{2,80}}?\s(?:was|were|stood) {ADVERB}{_SIZE}\b",
        0.3,
        needs_day=True,
    ),
    Rule(
        "dont_expect",
        r"\b[Dd]o(?:n['’]t| not) (?:expect(?! to (?!see\b))|look for|hold your breath(?= for\b"
        r"|[.,\"”]))",
        0.6,
    ),
    Rule(
        "no_way",
        r"\b[Nn]o (?:way|chance) (?=(?:this|the|he|she|they|it|we|an?"
        r"|[A-Z]\w+)\s[\w ]{0,40}?[a-z]+s?\b)",
        0.55,
    ),
    Rule(
        "not_surprised",
        r"\b(?:would(?:n['’]t| not) be|should not be|do(?:n['’]t| not) be) (?:\w+ )?"
        r"(?:surprised|astonished|amazed|shocked|stunned) (?:if|to see)\b",
        0.65,
    ),
    Rule(
        "wager",
        r"\b(?:I|[Ww]e)(?: would|['’]d) (?:bet (?!my\b|the\b)|wager|put (?:my |good )?money"
        r"|put (?:it|that|the (?:odds|chances?))"
        r" at|expect|guess|plump for)\b(?! (?:you|she|he|it|they) (?:is|are|has|have|was|were)\b)",
        0.6,
    ),
    Rule(
        "in_for", rf"{BE}\s+{ADVERB}in for (?:an?|another|more|some|the|years|months|weeks)\b", 0.45
    ),
    Rule(
        "to_come",
        r"\b(?:worst|best|hardest part|hardest|toughest|biggest \w+|more"
        r"|most) (?:\w+ )?(?:of [^.,;]{2,30} )?(?:is|are|lies?)"
        r" (?:yet to come|still to come|still ahead|yet ahead)\b"
        r"|\b[Tt]here(?:['’]s| is| are) (?:(?:much|plenty|a lot) )?(?:more|another|further|worse|no"
        r"|trouble|pain)\s(?:[^.;,]{0,40}?\s)?(?:ahead|to come|coming|in store|on the way"
        r"|on the horizon|in sight|around the corner)\b(?<!in sight)(?! (?:from|of|to|for|in|out"
        r"|up)\b)"
        r"|\b[Tt]here(?:['’]s| is) no (?:\w+ ){1,2}in sight\b",
        0.5,
    ),
    Rule(
        "progressive_denied",
        rf"(?:\b(?:is|are)(?:n['’]t| not)|['’](?:s|re|m) not|\b(?:[Nn]obody|[Nn]o one|[Nn]one) is)"
        rf" {ADVERB}{_DENIED}\b(?! (?:to plan|on\b|here\b|now\b))"
        r"|\b(?:[Nn]obody|[Nn]o one|[Nn]one) (?:is|are) [a-z]+ing\s[^.;]{0,40}?"
        r"(?:again|any ?(?:more|time soon))\b",
        0.45,
    ),
    Rule(
        "progressive",
        r"(?:\b(?:is|are|am)|['’](?:s|re|m)) (?:not |all |both |now )?(?:going(?! to [a-z])|coming"
        r"|leaving|closing|opening|reopening|returning|quitting|resigning|retiring|starting|ending"
        r"|losing|winning|getting|moving|staying|heading|selling|launching|pulling out|shutting"
        r"|cutting|raising|joining|switching|recovering|changing|bouncing back|stepping down)\b",
        0.2,
    ),
    Rule(
        "puts_dated",
        rf"\bput(?:s|ting)? [^.;]{{2,60}}? at [\"“]?(?:[a-z-]+ ){{0,3}}{_FIGURE}"
        rf"|\b(?:speaks?|speaking|talks?|talking) of (?:[a-z-]+ ){{0,4}}{_FIGURE}",
        0.3,
        needs_day=True,
    ),
    Rule(
        "has_at_dated",
        rf"\bha(?:s|ve) [^.;,]{{2,60}}? (?:at|below|above|back at|around|near|reaching"
        rf"|hitting) (?:\w+ )?"
        rf"{_FIGURE}",
        0.3,
        needs_day=True,
    ),
    Rule(
        "their_number",
        r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|[Ii]ts)|\w['’]s) (?:own |new |price "
        r"|year-end |current"
        r" |latest |median |central )*(?:targets?|forecasts?|estimates?|call"
        r"|number)(?: for [^.;]{2,30}?)?"
        rf" (?:is|are|remains?|stands? at|was raised to|was cut to) (?:now |still )?{_FIGURE}"
        rf"|\b[Cc]onsensus (?:forecast |estimate |view )?(?:is|stands? at"
        rf"|sits at) (?:for )?{_FIGURE}",
        0.5,
    ),
    Rule(
        "model_dated",
        rf"\b(?:{_MODEL}|road ?map|timetable|timeline|schedule)(?:, [^,;]{{3,40}},"
        rf"|, which)? (?:now "
        rf"|also |both |all )?(?:shows?|suggests?|ha(?:s|ve)|puts?|impl(?:y|ies)"
        r"|points?|indicates?|sees?|envisages?|assumes?)\b",
        0.35,
        needs_day=True,
    ),
    Rule(
        "model_points",
        rf"\b{_MODEL}, [^,;]{{3,60}}, (?:points?|puts?|shows?|suggests?|implies)\b"
        rf"|\b{_MODEL} points? to(?:wards?)? (?:an?|another|further|more|no|between|about) ",
        0.5,
    ),
    Rule(
        "seats",
        r"\b(?:poll|survey|model|projection|forecast|forecaster)s? (?:\w+ ){0,4}(?:gives?"
        r"|predicts?|projects?|puts?) [^.;]{2,60}?\d+ (?:seats|members|votes)\b",
        0.55,
    ),
    Rule(
        "priced_at",
        r"\b(?:ha(?:s|ve) [^.;]{1,40} at|makes? [^.;]{1,40}) [\d.]+(?:\s?%| per ?cent"
        r"|[-/]\d+)(?= (?:to|for)\b)",
        0.6,
    ),
    Rule(
        "price_target",
        rf"\b(?:price targets?|target price|fair value)\b[^.;]{{0,50}}?\s(?:of|to|at"
        rf"|from)\s{_FIGURE}",
        0.5,
    ),
    Rule(
        "forecast_of_dated",
        rf"\b(?:{_MODEL}|predictions?|expectations?|prognosis"
        r") (?:of|for|that)\b|\b(?:targets?|goals?|promises?|pledges?) of (?=[a-z]+ing\b|[$£€]?\d)",
        0.28,
        needs_day=True,
    ),
    Rule(
        "headed_for",
        rf"(?:\b(?:is|are|be|now|looks?)|['’](?:s|re)) {ADVERB}(?:heading|headed|on the (?:brink"
        rf"|verge"
        rf"|cusp|edge)) (?:for|of|towards?|into) (?:(?:[\w-]+ ){{0,2}}{_RUIN}"
        r"|(?:its|their|his|her|the) (?:\w+ )?(?:worst|best|biggest|first|lowest|highest|smallest"
        r"|largest|hottest"
        r"|coldest|wettest|driest))\b",
        0.45,
    ),
    Rule(
        "faces",
        rf"\bfac(?:e|es|ing) (?:[\w-]+ ){{0,2}}?(?:{_RUIN}|{_LONG}|certain (?:defeat|death|ruin)"
        r"|an? [\d.]+(?:%| per ?cent) (?:jump|rise|increase|cut|drop|fall)|(?:long|tough"
        r"|difficult|hard|bleak|grim|dark) (?:winter|summer|year|season|road))\b",
        0.4,
    ),
    Rule(
        "braced",
        r"\b(?:brace|braces|bracing|braced|girding) for (?=[^.;]*(?:\d|\b(?:years?|months?"
        r"|weeks?|winter"
        r"|summer|spring|autumn|wave|waves|rise|fall|cuts?|loss(?:es)?|night|day|shortages?|surge"
        r"|more|another|further|defeat|recession|blackouts?)\b))",
        0.5,
    ),
    Rule(
        "looms",
        r"\b(?:looms?|beckons?)\b(?=\s*(?:[.;!]|$)|,? (?:next|this|in (?:\d|[A-Z]|the (?:new"
        r"|coming|second|first|spring|summer|autumn|winter))|for the|as|by|before|after)\b)",
        0.5,
    ),
    Rule(
        "further_to",
        r"\b(?:has|have) (?:\w+ )?(?:further|another [\d.]+(?:%| per ?cent)|more room|some way"
        r"|a (?:long )?way|room"
        r"|plenty of room)"
        r" to (?:fall|rise|go|climb|drop|run|grow|slide|decline|recover)\b"
        r"|\b(?:has|have|is|are) (?:yet|still) to (?:peak|bottom out)\b"
        r"|\b(?:has|have)(?:n['’]t| not)(?: yet)? (?:peaked|bottomed(?: out)?)\b",
        0.45,
    ),
    Rule("here_to_stay", rf"{BE}\s+{ADVERB}here to stay\b", 0.45),
    Rule(
        "time_left",
        rf"\b(?:has|have|had)\s(?:(?:at most|at best|only|just|barely|about|perhaps|maybe|another"
        rf"|no"
        rf" more than|less than|under)\s)*(?:{NUMBER}\s)?(?:more\s)?{UNIT} (?:left|to (?:live|run"
        rf"|go))\b",
        0.4,
    ),
    Rule(
        "era_over",
        r"\b(?:[Ee]ra|[Aa]ge|[Dd]ays|[Tt]ime|[Ee]poch) of (?:[^.;,]{2,40}) (?:is|are) (?:over|gone"
        r"|finished|ending|coming to an end|numbered|behind us)\b",
        0.45,
    ),
    Rule(
        "expectation_is",
        r"\b(?:[Ee]xpectations?|[Aa]ssumption|[Cc]onsensus(?: view| forecast)?|[Ll]ikelihood"
        r"|betting"
        r"|(?:[Ss]mart|[Ss]afe|[Ee]arly|[Mm]y|[Oo]ur) (?:money|bet|call|view|expectation)"
        r"|[Mm]edian (?:forecast"
        r"|estimate)) "
        r"(?:(?:now|here|in [A-Z]\w+|among (?:\w+ ){1,2}?)\s)?(?:is|are) (?:for|that|on)\b",
        0.55,
    ),
    Rule(
        "risk_is",
        r"\b(?:[Tt]he|[Aa]|[Oo]ne|[Mm]y|[Oo]ur|[Tt]heir) (?:\w+ )?(?:risk|danger|fear|worry"
        r"|concern)(?: now| here)? is that\b",
        0.45,
    ),
    Rule(
        "likely_date",
        r"\b(?:most likely|likeliest|most probable|probable|expected|earliest(?: possible"
        r"| realistic)?|[Ll]atest|new|revised|current) (?:date|time|window|estimate|opening|launch"
        r"|completion|slot|start)\b[^.;,]{0,50}? (?:is|remains)\b",
        0.3,
        needs_day=True,
    ),
    Rule(
        "realistic",
        r"(?:^|[.,:;—–]\s|[\"“])(?:[Mm]id-|[Ll]ate |[Ee]arly )?(?:20\d\d|[Nn]ext (?:year|summer"
        r"|spring|autumn|winter)|[A-Z][a-z]{2,8}) (?:is|looks|seems|would be) (?:\w+ )?(?:more |far"
        r" more |the )?(?:realistic|likelier|likely|plausible|achievable|feasible|doable)\b",
        0.5,
    ),
    Rule(
        "label",
        r"(?:^|[.;]\s|[\"“])(?:[Mm]y |[Oo]ur |[Tt]he )?(?:[A-Z]\w+['’]s )?(?:[Pp]rediction"
        r"|[Ff]orecast|[Bb]et|[Gg]uess"
        r"|[Ss]core prediction|[Oo]ur view)(?: for [^:.]{2,30})?: (?=\S+ \S+)",
        0.6,
    ),
    Rule(
        "due_when", rf"{BE}\s+{ADVERB}due (?={_TIME}\b)(?! (?:in|before|on) (?:court|front))", 0.3
    ),
    Rule("pushed_to", r"\b(?:is|are|was|were|been|be) pushed (?:to|into)\b", 0.4, needs_day=True),
    Rule(
        "talking_about",
        r"(?<!was )(?<!were )\b(?:looking at|talking about|thinking) (?:the )?(?=(?:first|second"
        r"|third"
        r"|fourth|final|last|early|late|mid|next|end of|spring|summer|autumn|winter|Q[1-4]|20\d\d"
        rf"|{MONTHS})\b)",
        0.4,
        needs_day=True,
    ),
)
