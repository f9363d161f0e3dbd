"""Patterns of saying beyond the tables of verbs: being sure, giving odds, revising an outlook."""

from ledger.articles.words.announcing import ANNOUNCING
from ledger.articles.words.outlooks import OUTLOOK_PATTERN

_CONFIDENT = (
    r"(?:is|are|was|were|am|remains?|remained|feels?|felt|seems?|sounded|['’]m|['’]re)"
    r"(?:\s+(?:very|quite|more|less|not|also|still|pretty|so|too|[a-z]+ly))*\s+[\"“‘']?"
    r"(?:very |quite |increasingly )?"
    r"(?:confident|sure|certain|convinced|adamant|optimistic|pessimistic|sceptical|skeptical"
    r"|doubtful"
    r"|hopeful|worried|afraid|bullish|bearish|positive|concerned)(?=[\"”’']?\s+(?:that|the|of|about"
    r"|it|he|she|they|we|there|a|an|its|on|this|his|her|their|[A-Z])\b"
    r"|[\"”’']?\s+[a-z]+\s(?:will|would|can|could)\b)"
)
_OUTLOOK = r"(?:outlook|forecast|forecasts|projections?|guidance|models?|estimates?|targets?)"
_CHANCE = (
    r"(?:(?:odds|chances?|probability|risk|likelihood)\b"
    r"|(?:(?:only|just|about|at least)\s+)?an?\s+(?:[\d.]+\s?(?:%|per ?cent)"
    r"|[\w-]+[- ]in[- ][\w-]+)"
    r"|(?:it|him|her|them|[A-Z][\w.]+(?:\s[A-Z]\w+)*"
    r"|(?:the|an?|its|his|her|their)\s(?:[\w-]+\s){0,4}?\w+)"
    r"\s+[\"“]?(?:(?:less|more|better|worse) than\s+|about\s+|barely\s+|roughly\s+"
    r"|at (?:least|best)\s+)?"
    r"(?:an?|little|no|only|every)\s+[^.;]{0,30}chance)"
)
REVISED = (
    r"cuts?|lower(?:s|ed)|raise[sd]|trim(?:s|med)|revise[sd]|upgrade[sd]|downgrade[sd]|lift(?:s|ed)"
    r"|slashe[sd]|maintain(?:s|ed)|kept|keeps|reaffirm(?:s|ed)|issue[sd]|reiterate[sd]"
)
_BETTING = (
    r"(?:makes?|made|rates?|rated|install(?:s|ed)?|quotes?|offer(?:s|ed)?|have|has|slashed|cut)"
    r"(?=\s[^.,;]{0,40}\b(?:\d{1,3}\s?[-/]\s?\d{1,3}|evens|odds-on)\b)"
)
ODDS_MOVED = (
    r"(?:cuts?|slash(?:es|ed)?|shorten(?:s|ed)?|lengthen(?:s|ed)?|lower(?:s|ed)|raise[sd]|trim(?:s|med)"
    r"|puts?|sets?|rate[sd]?|drift(?:s|ed))(?=\s+(?:the|its|their|his|her)\s+(?:odds|price|chances?|probability|risks?|likelihood)\b)"
)
_GIVING = rf"(?:puts?|gives?|gave|assign(?:s|ed)?)(?=\s+(?:the\s+)?{_CHANCE})"
_OUTLOOKS = (
    rf"(?=\s+(?:its|their|his|her|the\s+[\w-]+['’]s)\s+(?:[\w'’%.-]+\s+){{0,6}}?{_OUTLOOK}\b)"
)
_AFTER_QUOTE = (
    r"(?<=[,!?][\"”’] )[a-z]+ed(?= (?:[A-Z]|the\b|an?\b|one\b|veteran\b|former\b))"
    r"|(?<=[,!?][\"”’] he )[a-z]+ed|(?<=[,!?][\"”’] she )[a-z]+ed"
)
_CALLS_FOR = "|".join(rf"(?<={word} )calls? for" for word in ("outlook", "forecast", "guidance"))
# What the words of a frame stand for: lemma and class; in this order, else ("say", "say").
LEMMAS = (
    (
        r"(?:is|are|was|were|am|remain\w*|feels?|felt|seems?|sounded|['’]\w+)\s.*(?<!as saying)$",
        "confident",
        "think",
    ),
    (r"rul", "rule_out", "commit"),
    (r"calls? for", "call_for", "predict"),
    (
        r"(?:puts?|gives?|gave|assign|ma[dk]es?$|rate|install|quotes?|offer|ha[vs]e?$)",
        "odds",
        "say",
    ),
    (r"(?:slash|shorten|lengthen|drift)", "odds", "say"),
    (rf"(?:{REVISED})$", "revise", "say"),
)
EXTRA = "|".join(
    (
        r"(?:was|were|is|are) quoted (?:by .{2,40} )?as saying",
        _CONFIDENT,
        r"rule[sd]? out|ruling out",
        _CALLS_FOR,
        r"ma[dk]es? clear",
        OUTLOOK_PATTERN,
        ANNOUNCING,
        _GIVING,
        ODDS_MOVED,
        _BETTING,
        rf"(?:{REVISED}){_OUTLOOKS}",
        _AFTER_QUOTE,
    )
)
