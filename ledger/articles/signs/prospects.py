"""The signs of a forecast that are no modal verb: prices, guidance, likelihood as a noun, spans.

A second table of the same kind as `cues`: rules for "is our base case", "a near certainty", "we are
looking at another seven months", "cannot be ruled out", "is to close".
"""

from ledger.articles.signs.cues import Rule
from ledger.articles.words.patterns import ADVERB, BE, NUMBER, UNIT

_CASE = r"(?:case|scenario|assumption|expectation|forecast|view)"
_VERB = (
    r"(?:open|close|begin|start|end|finish|resume|launch|arrive|return|leave|join|become|replace"
    r"|expire|cease|rise|fall|reach|be [a-z]+(?:ed|en|t|d)|take over|step down|come into|go into"
    r"|get|receive|shut|report|rule|decide|ship|fly|land|go|come|enter|lapse|double|switch|halt"
    r"|restart|cut|build|move|sell|buy|merge|retire|stop|enter|complete)"
)
_STRONG_SIGNS = (
    r"(?:polls?|surveys?|forecasts?|models?|indicators?|remarks|comments|projections?|futures|odds)"
)
_SIGNS = r"(?:data|figures|indices|signs?|signals?|trends?|charts?|numbers|readings|evidence)"
_POINTS = (
    r"\s+(?:(?:now|still|also|all)\s+)?point(?:s|ed|ing)? (?:\w+ly )?to(?:wards?)?"
    r" (?:an?|another|further|more|higher|lower|stronger|weaker|no|slower|faster)\b"
)

_READY = (
    r"(?:market|clinic|production|completion|being|approval|launch|use|sale|patients|shelves"
    r"|working|reaching|[a-z]+ity|flight|delivery|readiness|trials?|shops|reality)"
)

PROSPECTS: tuple[Rule, ...] = (
    Rule(
        "base_case",
        rf"\b(?:(?:[Oo]ur|[Mm]y|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts|[Tt]he|\w+['’]s|an?) (?:(?:new|own"
        rf"|current|revised)\s)?"
        rf"(?:base|baseline|central|core|most likely|likeliest|main|house|consensus) {_CASE}"
        r"|(?:likeliest|most probable|least likely|probable)"
        r" (?:outcome|result|scenario|ending|winners?|course))\b",
        0.6,
    ),
    Rule(
        "certainty",
        r"\b(?:(?:near|virtual|dead|absolute|racing)[ -]?certaint(?:y|ies)|foregone conclusion"
        r"|(?:is|are|seems?|looks?) a certainty|all but (?:assured|guaranteed)|odds-on(?! to)"
        r"|a safe bet|nailed-on|on the cards|a (?:long|outside) shot|a (?:real|distinct|strong"
        r"|serious) (?:possibility|prospect)|touch and go)\b",
        0.55,
    ),
    Rule(
        "improbable",
        rf"{BE}\s+{ADVERB}[\"“‘']?(?:improbable|impossible|inconceivable|unthinkable|remote"
        r"|certain(?=[,.;\"”]|\s+(?:in|by|this|next|before|within)\b|$))\b(?! to\b)",
        0.5,
    ),
    Rule(
        "span",
        r"(?<!was )(?<!were )(?<!been )\b(?:(?:looking|look) at|(?:talking|talk|speaking)"
        r" (?:about|of))\s+(?:(?:another|a further|at least|up to|maybe|perhaps|about|around|more"
        rf"|like|something|closer|to|or|at best|{NUMBER})\s+)*{UNIT}\b(?!['’])"
        r"(?! (?:ago|old|apart|of (?:work|data|research)))"
        r"|(?:\b(?:is|be)|['’]s)\s+(?:only |just |now |simply )*a (?:matter|question) of"
        r" (?:a few |some |several )?(?:hours|days|weeks|months|years)\b",
        0.6,
    ),
    Rule(
        "to_run",
        r"\b(?:has|have)\s+(?:still\s+|at least\s+|another\s+)*(?:an?\s+(?:\w+\s+)?way|\w+\s+\w+"
        r"|months|years|weeks)\s+(?:yet\s+)?to (?:go|run)\b",
        0.3,
    ),
    Rule(
        "look_like",
        r"\b(?:looks?|seems?) like (?:being|becoming|getting|staying|going|ending|lasting|taking"
        r"|falling|winning|losing|missing|finishing"
        r"|turning)\b|\b(?:looks?|seems?) (?:a|the) (?:certain|likely|sure|probable)\b"
        r"|\b(?:looks?|seems?|appears?) set for\b",
        0.55,
    ),
    Rule(
        "not_excluded",
        r"\b(?:can|could)(?:not|n['’]t| not)\s+(?:yet\s+|now\s+|entirely\s+)?be (?:excluded"
        r"|ruled out|discounted|dismissed|written off)\b"
        r"(?! that\b(?!.*\b(?:will|would|could|may)\b))",
        0.4,
    ),
    Rule(
        "years_from",
        r"(?:\b(?:is|are|was|were|remains?|still|says?)|['’]s)\s+(?:(?:at least|probably|about"
        r"|perhaps|still|some|only|around|at best)\s+)*[\"“‘']?(?:at least |perhaps |about )?"
        rf"{NUMBER} (?:years?|decades?|months?)[\"”’']?\s+(?:away )?from"
        rf" (?:(?:the|a)\s)?{_READY}\b",
        0.55,
    ),
    Rule(
        "mark_my_words",
        r"(?<=[a-z]), (?:no (?:problem|question|doubt about it)|easily|minimum|guaranteed"
        r"|mark my words|(?:you )?trust me|I guarantee (?:it|you))\b(?=[.,!\"”])",
        0.3,
    ),
    Rule("to_expect", r"\bto (?:expect|brace (?:\w+ )?for|prepare (?:\w+ )?for)\b", 0.6),
    Rule("pointing", rf"\b{_STRONG_SIGNS}{_POINTS}", 0.5),
    Rule("signs", rf"\b{_SIGNS}{_POINTS}", 0.4),
    Rule(
        "target",
        rf"{BE}\s+{ADVERB}(?:targeted|slated|planned|earmarked|scheduled|timetabled|on schedule)"
        r"(?= (?:for|to)\b)|\btarget(?:s|ing) (?!the\b|him\b|her\b|them\b|an? [a-z]+er\b)",
        0.35,
    ),
    Rule("due", rf"{BE}\s+{ADVERB}(?:due|scheduled|slated|programmed) to (?={_VERB}\b)", 0.35),
    Rule("is_to", rf"(?<!there )\b(?:is|are) (?:now )?to (?={_VERB}\b)", 0.35),
    Rule(
        "chances_are",
        r"\b[Cc]hances are\b|\b(?:question|matter) of when\b|\b[Nn]o way (?:does|do|is|are|that)\b"
        r"|\b(?:odds|polls?) (?:\w+ )?favou?rs?\b|\b(?:in line|in pole position|well placed) to\b"
        r"|\b(?:is|are) (?:widely )?seen as (?:the|his|her|its|their)"
        r" (?:likely|eventual|future|next)\b"
        r"|\bfaces? (?:up to |at least |another )?\w+ (?:days|weeks|months|year|years)"
        r" (?:out\b|on the sidelines)",
        0.6,
    ),
    Rule(
        "not_likely",
        r"\b[Dd]o(?:n['’]t| not) (?:bet|count|bank) on\b"
        r"|\b(?:is|are|remains?) an? (?:\w+ )?doubt for\b",
        0.6,
    ),
    Rule("set_for", rf"{BE}\s+{ADVERB}set for (?:an?|another|the)\b", 0.4),
    Rule("on_course", r"\b(?:on (?:course|track|pace)|in line) for\b", 0.4),
)
