"""Find the signs that a sentence looks forward: modal verbs, predictions, odds, fixed phrases.

A cue carries a weight: how sure the words alone make it that something is forecast. What stands
around the cue (who speaks, a deadline, a condition) is weighed in `judge`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ledger.articles.frames import Frame
from ledger.articles.odds import find_odds


@dataclass(frozen=True, slots=True)
class Cue:
    """A sign at [start, end) of the sentence; `kind` names the rule that found it."""

    kind: str
    start: int
    end: int
    phrase: str
    weight: float
    negative: bool = False


_BE = r"(?:is|are|am|be|been|being|was|were|looks?|looked|seems?|seemed|appears?|appeared|remains?|stays?|now|['’](?:s|re|m))"
_ADVERB = r"(?:(?:now|also|still|widely|generally|currently|very|more|most|quite|almost|all but|highly|broadly|not|far from|already|all|both|each|never|only|seemingly|increasingly|less|extremely|too|reportedly|well|firmly|even|so)\s+)*"
_PARTICIPLE = (
    r"(?:\w+ly\s+)?(?:been|[a-z]+ed|[a-z]+en|gone|done|had|made|come|become|begun|lost|won|left|said|put|cut|hit|met|kept"
    r"|held|found|caught|brought|thought|built|sent|spent|told|run|let|set|read|shot|shut|got|sold|paid|known|grown|felt)\b"
)
_ODDS_NOUN = (
    r"(?:chances?|prospects?|likelihood|possibility|probability|risks?|danger|hopes?|sign|signs)"
)
# name, pattern, weight. The pattern of each rule is tried everywhere in the sentence.
_RULES: tuple[tuple[str, str, float], ...] = (
    ("will", r"(?<![\w-])(?:will|won['’]t|shall|shan['’]t)\b(?!-)|(?<=\w)['’]ll\b", 0.75),
    ("going_to", rf"{_BE}\s+{_ADVERB}(?:going|about) to (?!the\b|a\b|an\b|his\b|her\b|their\b|my\b)[a-z]+", 0.7),
    (
        "set_to",
        r"\b(?:set|bound|poised|destined|doomed|on course|on track|on pace|likely|unlikely|likelier"
        r"|certain|sure|guaranteed|expected|forecast|projected|predicted|tipped|estimated|anticipated"
        r"|favou?rites?|odds-on|supposed)(?:\s+by [\w ]{3,30}?)?(?:,? too,?)? to (?=[a-z])",
        0.75,
    ),
    ("expected", rf"{_BE}\s+{_ADVERB}(?:expected|forecast|predicted|projected|anticipated|tipped|foreseen|envisaged|pencilled in)\b(?! (?:to|by [A-Z]))", 0.45),
    (
        "outlook",
        rf"{_BE}\s+{_ADVERB}[\"“‘']?(?:likely|unlikely|inevitable|imminent|unavoidable|doubtful|on the horizon"
        r"|around the corner|in sight|at hand|within reach|doomed|numbered|(?:only )?a matter of time"
        r"|some way off|a long way off|out of the question|on the way|in store|foregone)\b(?! to\b)(?!(?<=likely) [a-z]+(?:ed|en|de)\b)"
        r"|\b(?:most|more|less|least) likely (?:outcome|scenario|result|ending|winners?)\b"
        r"|\bdays (?:are|were) numbered\b|\b(?:is|are) near(?=\s*(?:[.,;:\"”'’]|for\b|$))",
        0.6,
    ),
    ("inevitable", r"\b(?:(?:seemingly|almost|all but|virtually|near-)\s?)(?:inevitable|certain)\b", 0.55),
    ("possible", rf"{_BE}\s+{_ADVERB}(?:possible|probable|conceivable|plausible)\b(?! to\b)", 0.35),
    ("may", rf"(?<![\w-])(?:may|might|could)(?:n['’]t)?\b(?!\s+(?:not\s+|well\s+|also\s+|already\s+)?have\s+{_PARTICIPLE})(?! be [a-z]+ing\b)", 0.4),
    ("should", r"\bshould\b(?! (?:not )?have\b)", 0.3),
    ("would", r"\bwould(?:n['’]t)?\b(?! (?:not )?(?:have|rather|like|prefer|love|welcome)\b)", 0.4),
    ("surprise", r"\b(?:would|['’]d) be (?:\w+ )?(?:astonished|surprised|amazed|shocked|stunned|astounded) (?:if|to see|were)\b", 0.8),
    ("odds", rf"\b(?:little|no|slim|scant|every|good|fair|real|strong|high|low|growing|decent|serious|reasonable|better-than-even|outside|remote|zero) (?:{_ODDS_NOUN} (?:of|that|for|to|it|the)\b|chance\b)", 0.5),
    ("give_time", r"\b(?:I|[Ww]e|['’]d|he|she|they) gives? (?:it|them|him|her|this)\s+(?:at (?:most|best)\s+|no more than\s+|maybe\s+)?(?:an?|\d+|[a-z]+(?:-[a-z]+)?) (?:(?:more|few)\s+)?(?:hours?|days?|weeks?|months?|years?)\b", 0.6),
    ("not_see_how", r"\b(?:do not|don['’]t|can['’]t|cannot|can not|hard to|difficult to|fail(?:s|ed)? to) see (?:how|any|a way|why)\b", 0.55),
    (
        "moved",
        r"\b(?:push(?:ed|es|ing)? back|put back|delay(?:ed|s|ing)?|postpon(?:ed|es|ing)|deferred"
        r"|br(?:ought|ings?) forward|rescheduled|slip(?:ped|s)?)\b[^.;]{0,80}?\b(?:to|until|till)\b",
        0.4,
    ),
    (
        "revised",
        r"\b(?:cut|cuts|lowered|lowers|raised|raises|trimmed|trims|revised|upgraded|downgraded|lifted"
        r"|slashed|nudged up|maintained|kept|reaffirmed|issued|reiterated)\b\s+(?:its|their|his|her|the)\b"
        r"(?:\s+[\w'’%.-]+){0,6}?\s+(?:forecasts?|estimates?|outlook|guidance|projections?|predictions?)\b",
        0.5,
    ),
    (
        "calls_for",
        r"\b(?:outlook|forecasts?|guidance|projections?|models?|futures)\s+(?:now\s+)?(?:calls?|points?|is|are|implies"
        r"|imply|puts?|suggests?|sees?)\s+(?:for|to|at|of)?\b",
        0.5,
    ),
    ("away", r"\b(?:years?|months?|weeks?|decades?|(?:a|some) (?:long|good)? ?way) (?:away|off)\b(?! the\b)", 0.55),
    ("threatens", r"(?<!to )\b(?:threatens|threatening|threaten) to\b|\bstands? to (?:lose|gain|benefit)\b", 0.5),
    ("prelude", r"\bprelude to\b|\bthe beginning of the end\b|\bwrit(?:ing|ten) (?:is )?on the wall\b", 0.5),
    ("headed", r"\b(?:heading|headed|on the (?:brink|verge|cusp)|close|closing in) (?:for|of|on|towards?) (?:an?|the|its|record|victory|defeat|collapse|recession)\b", 0.35),
    (
        "by_date",
        r"\b(?:[Bb]y (?:the (?:end|middle|start|close|20\d0s|summer|autumn|spring|winter|fall)|(?:20|21)\d\d|next|mid|late|early"
        r"|Christmas|Easter|January|February|March|April|May|June|July|August|September|October|November|December)\b"
        r"|[Bb]y (?:year-end|month-end|(?:year|month)['’]s end|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow|tonight|the weekend)\b"
        r"|[Tt]his (?:decade|century)\b|[Bb]efore (?:(?:20|21)\d\d|the (?:end|decade|year|summer|winter)|Christmas|Easter)\b"
        r"|[Ww]ithin (?:an?|the|\w+)(?: \w+)? (?:years?|months?|weeks?|days|decades?)\b)",
        0.25,
    ),
    ("expect_to_see", r"^[\"“]?Expect\b(?! delays)", 0.5),
    ("no_way", r"\b[Tt]here(?:['’]s| is| was) no (?:way|chance|prospect)\b", 0.7),
    ("coming", r"\b(?:is|are|['’]s)\s+(?:on its way|(?:just\s+)?coming\b(?! (?:to|from|with|along|back|under|off|in|out|up against|for)\b))", 0.5),
    ("verdict", r"\b(?:[Mm]y|[Oo]ur) (?:prediction|bet|guess|forecast|money|hunch)\b", 0.6),
)  # fmt: skip
_NOUN_WILL = re.compile(
    r"(?:\b(?:his|her|their|my|our|your|its|a|the|own|free|good|ill|political|popular|last|living|sheer"
    r"|strong)|\w['’]s|s['’])\s+$",
    re.IGNORECASE,
)
_HEDGE_BEFORE = re.compile(
    r"\b(?:probably|likely|surely|certainly|definitely|perhaps|possibly|inevitably)\s+$"
)
_INDIRECT = re.compile(
    r"\b(?:whether|(?:say|says|said|saying|know|knows|knew|see|ask|asks|asked|unclear|clear|decide|decided|determine"
    r"|discuss|question|questions|wonder|wondered|reveal|disclose|explain|sure|certain|on|about|of|over|to|into"
    r"|uncertain|learn|announce|consider|understand|confirm|specify|predict|depends?|matter)"
    r"\s+(?:exactly\s+|just\s+)?(?:how|what|when|who|why|where|which|if))\b[^,;:.]*$"
)
_PURPOSE = re.compile(
    r"\b(?:so that|so|in order that|in the hope that|in the hopes? of|wish(?:es|ed)? (?:that )?|as if|as though|hopes? that|hopes?|hoped(?: that)?|hoping(?: that)?|hopeful(?: that)?)\s+(?:[\w'’-]+\s+){0,6}$"
)
_SECOND = re.compile(r"\b(?:you|readers|visitors)(?:\s+\w+ly)?\s*$", re.IGNORECASE)
_LAW = re.compile(
    r"\b(?:bill|law|legislation|proposals?|measures?|amendment|rules?|plan|plans|scheme|policy|act|motion|charter|agreement|ordinance|programme|program|reforms?)(?:\s+that)?\s+$"
)
_EMPTY = re.compile(
    r"\s+(?:(?:not|n't|never|also|always|still|all|just)\s+)*(?:comment|say|discuss|disclose|elaborate|confirm"
    r"|be (?:missed|remembered|happy to|drawn|pleased|delighted|proud|honoured|gutted|devastated|thrilled|heartbroken|disappointed)|tell|rest in|continue to (?:work|cooperate|support|monitor|review|look)"
    r"|(?:have|need) to (?!be\b)|see (?:what|how|you)|let you|keep you|look at|try|do (?:everything|our|my|their|all)"
    r"|provide (?:an )?update|be (?:thinking|grateful)|work (?:with|hard|closely)|appeal\b|consider|not be (?:drawn|able to comment)|be fighting|remain in our)\b"
)
_OWN_FEELING = re.compile(
    r"\s+(?:never\s+|always\s+|not\s+)*(?:forget|remember|miss|cherish|love|regret|be [a-z]+ed)\b(?! (?:by|in|until|before) )"
)
_FIRST = re.compile(r"\b(?:I|[Ww]e|[Tt]hey|[Hh]e|[Ss]he)$")
_HABIT = re.compile(
    r"\s+(?:often|always|regularly|usually|sometimes|frequently|routinely|typically|normally|occasionally|then|later|go on to)\b"
)
_DESCRIBED = re.compile(
    r"\b(?:in|for|on|of|to|announced|unveiled|proposed|signed|approved|backed|passed) an? [\w -]{1,40}\s(?:that|which)\s+$"
)
_GENERIC_WHO = re.compile(
    r"\b(?:[Aa]nyone|[Tt]hose|[Pp]eople|[Ee]veryone|[Ss]omeone|[Aa]nybody) who\s*$"
)
_STATIVE = re.compile(
    r"\s+(?:also\s+|well\s+)?(?:include|involve|contain|vary|range|require|seem|sound|look|appear|suggest|indicate|explain|reflect|contribute|depend|need not|linger|differ|belong|represent)\b"
)
_SEEMED = re.compile(
    r"\b(?:felt|feels?|seem(?:s|ed)?|look(?:s|ed)?|sound(?:s|ed)?) (?:like|as if|as though)\b[^,;]*$"
)
_SCHEDULE = re.compile(
    r"\s+(?:also\s+|now\s+)?(?:be (?:held|published|broadcast|streamed|shown|screened|aired|on display|on show|open to|sentenced|followed by"
    r"|joined by|closed (?:on|for|from|between)|available (?:from|at|in|on)|unveiled|laid to rest|buried|released on)"
    r"|take place|kick off|run (?:from|until|through)|get under way|appear in court|go on (?:sale|show|display)"
    r"|meet (?:on|at|in)|travel to|visit|host|feature|perform|play (?:at|on|in)|speak at|start at|begin at|open at|attend|receive)\b"
)
_PAST_ABILITY = re.compile(
    r"\s+(?:not\s+)?(?:be (?:seen|heard|reached|found|identified|contacted|traced|there|spotted|verified)|see|hear|barely|only|hardly|smell|find|afford|remember|no longer|do nothing|recall|name|walk|run|swim|read|speak|feel|believe|imagine|understand|tell|stop)\b"
)


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str], float], ...]:
    return tuple((name, re.compile(pattern), weight) for name, pattern, weight in _RULES)


def find_cues(text: str, frames: Sequence[Frame], *, quoted: bool) -> list[Cue]:
    """Give the cues of a sentence in order; `frames` are its verbs of saying."""
    if _is_question(text):
        return []
    cues = [*_pattern_cues(text, quoted=quoted), *_frame_cues(text, frames), *_odds_cue(text)]
    return sorted(cues, key=lambda cue: cue.start)


def _is_question(text: str) -> bool:
    return text.rstrip("\"”’') ").endswith("?")


def _pattern_cues(text: str, *, quoted: bool) -> Iterator[Cue]:
    for name, pattern, weight in _compiled():
        for match in pattern.finditer(text):
            worth = _local_weight(name, text, match, weight, quoted=quoted)
            if worth > 0:
                start, end = match.span()
                yield Cue(name, start, end, match.group().strip(), worth, is_negative(text, match))


def _local_weight(
    name: str, text: str, match: re.Match[str], weight: float, *, quoted: bool
) -> float:
    """Lower or drop the weight of a match for the words right before and after it."""
    before, after = text[: match.start()], text[match.end() :]
    if _INDIRECT.search(before) or (_PURPOSE.search(before) and name in {"will", "would", "may"}):
        return 0
    if name in {"will", "may", "should", "would"}:
        if _SECOND.search(before) and not re.match(r"\s+(?:\w+\s+)?see\b", after):
            return 0
        if (
            (_EMPTY.match(after) and name != "may")
            or _GENERIC_WHO.search(before)
            or _SEEMED.search(before)
        ):
            return 0
        if _FIRST.search(before.rstrip()) and _OWN_FEELING.match(after):
            return 0
    if name == "would" and (_HABIT.match(after) or _DESCRIBED.search(before)):
        return 0
    if name == "will":
        if _NOUN_WILL.search(before) and not _HEDGE_BEFORE.search(before):
            return 0
        return 0.3 if _SCHEDULE.match(after) and not quoted else weight
    if name == "may" and (
        _STATIVE.match(after)
        or _PAST_ABILITY.match(after)
        or re.search(r"\bas (?:\w+ )?as (?:\w+ )?$|\bbest (?:\w+ )?$", before)
    ):
        return 0
    if name == "would" and _LAW.search(before):
        return 0
    if name == "set_to" and _FORESEEN.match(match.group()) and _ACTIVE.search(before):
        return 0
    if (
        name == "set_to"
        and match.group().startswith(("set", "due"))
        and not re.search(rf"{_BE}\s+{_ADVERB}$|,\s*$", before)
    ):
        return 0
    return weight


_FORESEEN = re.compile(r"(?:expected|forecast|projected|predicted|anticipated|estimated|tipped)\b")
_ACTIVE = re.compile(
    r"\b(?:had|have|has|he|she|they|it|I|we|who)\s+(?:\w+ly\s+|also\s+|never\s+)?$"
)
_NEGATOR = re.compile(
    r"\b(?:not|never|no|nor|neither|nobody|none|nothing|no one|unlikely|hardly|scarcely|little|n['’]t)\b|\w+n['’]t\b",
    re.IGNORECASE,
)
_NEGATIVE_AFTER = re.compile(r"\s*(?:\w+ly\s+)?(?:not|never|no longer|be no|have no|fail to)\b")
_NEGATIVE_BEFORE = re.compile(
    r"(?:^|[,;:\"“‘]\s*|\b(?:that|but|and|said|says|because)\s+)(?:No|no|None|none|Nobody|nobody|Nothing|nothing|No one|no one|Neither|neither)\b[^,;:]*$"
    r"|\bno [a-z]+(?: [a-z]+){0,2}\s+$|\b(?:nobody|nothing|no one|none)\b(?:\s+(?:of|in|else|here|there|at)\b)?[^,;:]{0,20}$"
)


def is_negative(text: str, match: re.Match[str]) -> bool:
    """Say whether a cue is negated: will not, won't, unlikely, "no permit was expected"."""
    words, after, before = match.group(), text[match.end() :], text[: match.start()]
    if re.search(r"surprised|astonished|amazed|shocked|stunned|astounded", words):
        return not re.match(r"[^,;.]{0,30}\b(?:not|\w+n['’]t)\b", after)
    if "see how" in words or "see any" in words or "see a way" in words or "there" in words.lower():
        return True
    if re.search(r"\b(?:away|off)$", words):
        return bool(re.search(r"\b(?:at least|more than|still|many)\b[^,;]*$", before))
    if re.search(r"\b(?:far from|out of the question|doubtful)\b", words):
        return True
    if re.search(
        r"\b(?:chances?|prospects?|likelihood|possibility|probability|hopes?|signs?)\b", words
    ):
        return bool(re.match(r"(?:little|no|slim|scant|low|remote|zero)\b", words))
    own = bool(_NEGATOR.search(words)) != bool(_NEGATIVE_AFTER.match(after))
    return (
        own
        or bool(_NEGATIVE_BEFORE.search(before))
        or bool(re.search(r"\b(?:not|n['’]t)\s*$", before))
    )


_AS_PREDICTED = re.compile(r"\b(?:as|than|what|like)\s+(?:[\w.'’-]+\s+){0,3}$", re.IGNORECASE)
_COMPLEMENT = re.compile(r"[^.;]{0,120}?\b(?:to|that|would|will|by|in|within|before|at|of)\b")
_NOT_BEFORE_VERB = re.compile(
    r"\b(?:not|never|no longer|n['’]t|don['’]t|doesn['’]t|didn['’]t|can['’]t|cannot|can not|won['’]t)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)


def _frame_cues(text: str, frames: Sequence[Frame]) -> Iterator[Cue]:
    for i, frame in enumerate(frames):
        weight = _frame_weight(text, frame)
        if frame.lemma == "expect" and _told_past(text, frame, frames[:i]):
            weight = min(weight, 0.4)
        if weight > 0:
            before = text[: frame.start]
            negative = bool(_NOT_BEFORE_VERB.search(before)) or frame.lemma in {"doubt"}
            if frame.lemma == "rule_out":
                negative = not negative
            if frame.group == "commit" and re.match(
                r"[^.;]{0,40}\b(?:never|not)\b", text[frame.end :]
            ):
                negative = not negative
            phrase = text[frame.start : frame.end]
            kind = f"verb:{frame.lemma}"
            yield Cue(kind, frame.start, frame.end, phrase, weight, negative)


def denied_by(text: str, frames: Sequence[Frame], cue: Cue) -> bool:
    """Say whether a verb before a cue turns it round: "doubts that it will", "don't think it will"."""
    for frame in frames:
        between = text[frame.end : cue.start]
        if (
            frame.inverted
            or frame.end > cue.start
            or re.search(r"[;.]|, (?:but|and|though)\b", between)
        ):
            continue
        denied = frame.group in {"think", "predict"} and _NOT_BEFORE_VERB.search(
            text[: frame.start]
        )
        if frame.lemma == "doubt" or denied:
            return True
    return False


_PLAIN = re.compile(r"\b(?:has|have)\s+(?:\w+\s+)?$")


def _told_past(text: str, frame: Frame, earlier: Sequence[Frame]) -> bool:
    """Say whether "expected" tells a past expectation, unlike "said he expected"."""
    if not frame.past or frame.inverted or _PLAIN.search(text[: frame.start]):
        return False
    reported = any(f.group == "say" and not f.inverted for f in earlier)
    return not (reported and frame.who.lower() in {"he", "she", "it", "they"})


def _frame_weight(text: str, frame: Frame) -> float:
    before, after = text[: frame.start], text[frame.end :]
    if frame.lemma in {"doubt", "see", "fear", "warn", "bet", "think", "believe", "confident"}:
        return _belief_weight(text, frame)
    if frame.group not in {"predict", "commit"} or _AS_PREDICTED.search(
        text[: frame.who_start + 1]
    ):
        return 0
    if _AS_PREDICTED.search(before) and not frame.inverted:
        return 0
    if frame.lemma == "expect" and re.match(r"\s+(?:[\w'’-]+\s+){0,6}to have\b", after):
        return 0.2
    if frame.lemma == "rule_out":
        return 0.7
    if frame.inverted or _after_claim(text, frame):
        return 0.75
    if re.search(r"\bwould (?:normally|usually|often|always)\s+$", before):
        return 0.2
    pluperfect = bool(re.search(r"\bhad\s+(?:\w+ly\s+)?$", before))
    if pluperfect and not re.search(r"\b(?:to|would|that|by|within)\b", after):
        return 0.2
    base = {"estimate": 0.3, "promise": 0.6, "anticipate": 0.7}.get(frame.lemma, 0.75)
    if frame.group == "commit" and not re.match(r"[^.;,]{0,40}?\b(?:to|that|would|will)\b", after):
        base = 0.4
    if frame.past and not _COMPLEMENT.match(after):
        return 0.3
    if frame.lemma == "expect" and re.search(r"\b(?:was|were)\s+(?:\w+\s+)?$", before):
        return 0.3
    if pluperfect:
        return 0.35 if frame.lemma == "expect" or frame.who.lower() == "who" else 0.55
    return base


def _after_claim(text: str, frame: Frame) -> bool:
    """Say whether a predicting verb closes its claim: "..., a think-tank has predicted."."""
    closed = text[: frame.who_start].rstrip()[-1:] in {",", '"', "”"}
    rest = text[frame.end :].split()
    recalled = re.search(r"\bhad\s+$", text[: frame.start])
    return (
        closed
        and not recalled
        and frame.who_start > 20
        and frame.who.lower() != "who"
        and len(rest) <= 4
    )


def _belief_weight(text: str, frame: Frame) -> float:
    after = text[frame.end :]
    if frame.lemma == "confident":
        return _attitude_weight(text[frame.start : frame.end], after)
    if frame.lemma == "doubt":
        return (
            0.65
            if re.match(
                r"\s+(?:that|whether|if|the|an?|any|(?:it|they|he|she) (?:will|would|can|could))\b",
                after,
            )
            else 0
        )
    if frame.lemma == "see":
        negated = _NOT_BEFORE_VERB.search(text[: frame.start])
        if negated and re.match(r"\s+(?:[\w'’-]+\s+){1,4}[a-z]+ing\b", after):
            return 0.7
        return 0.4 if re.match(r"\s+(?!how|what|why)", after) else 0
    if frame.lemma in {"fear", "warn"}:
        return 0.4
    return 0.35 if frame.lemma == "bet" else 0.3


def _attitude_weight(words: str, after: str) -> float:
    """Weigh "confident of completing", "bullish about": the others need a verb of the future."""
    outlook = re.search(r"confident|optimistic|pessimistic|bullish|bearish|hopeful", words)
    return 0.5 if outlook and re.match(r"[\"”’']?\s+(?:of|about)\b", after) else 0


def _odds_cue(text: str) -> Iterator[Cue]:
    odds = find_odds(text)
    if odds is not None and not re.search(
        r"\b(?:had|was|were) (?:given )?(?:an? )?$", text[: odds.start]
    ):
        yield Cue("odds", odds.start, odds.end, odds.phrase, 0.7)
