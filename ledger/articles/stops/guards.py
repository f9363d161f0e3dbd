"""What must not stand beside a sign of the future: questions, habits, wishes, schedules.

Each guard names the signs it concerns and the words before, after or inside them that make them
something else than a forecast.
"""

import re

from ledger.articles.stops.guarding import MODALS, Guard
from ledger.articles.stops.pretenders import PRETENDERS
from ledger.articles.stops.retellings import RETELLINGS
from ledger.articles.words.patterns import ADVERB, BE, PARTICIPLE

_NOUN_WILL = re.compile(
    r"(?:\b(?:his|her|their|my|our|your|its|a|the|own|free|good|ill|political|popular|last"
    r"|living|sheer"
    r"|strong)|\w['’]s|s['’])\s+$",
    re.IGNORECASE,
)


_HEDGE_BEFORE = re.compile(
    r"\b(?:probably|likely|surely|certainly|definitely|perhaps|possibly|inevitably)\s+$"
)


_INDIRECT = re.compile(
    r"\b(?:whether|(?:say|says|said|saying|know|knows|knew|see|ask|asks|asked|unclear|clear"
    r"|decide|decided|determine"
    r"|discuss|question|questions|wonder|wondered|reveal|disclose|explain|sure|certain|on|about"
    r"|of|over|to|into"
    r"|uncertain|learn|announce|consider|understand|confirm|specify|predict|depends?|matter)"
    r"\s+(?:exactly\s+|just\s+)?(?:how|what|when|who|why|where|which|if))\b[^,;:.]*$"
)


_PURPOSE = re.compile(
    r"\b(?:so that|so(?! (?:\w+ ){1,2}that\b)|in order that|in the hope that|in the hopes? of"
    r"|wish(?:es|ed)? (?:that )?"
    r"|as if|as though|hopes? that|hopes?|hoped(?: that)?|hoping(?: that)?"
    r"|hopeful(?: that)?)\s+(?:[\w'’-]+\s+){0,6}$"
)


_SECOND = re.compile(r"\b(?:you|readers|visitors)(?:\s+\w+ly)?\s*$", re.IGNORECASE)
_YOU_KNOW = re.compile(r"\byou (?:know|knew|see)\b[^,;.]*$", re.IGNORECASE)
_LIKELY = re.compile(r"(?:was|were)\s.*likely$", re.DOTALL)
_NOTHING_AHEAD = re.compile(
    r"\s+(?!before|by|in\b|this|next|until|as\b|if|when|at\b|after|within|on\b|for|to\b|soon"
    r"|that)\w"
)


_LAW = re.compile(
    r"\b(?:bill|law|legislation|proposals?|measures?|amendment|rules?|plan|plans|scheme|policy"
    r"|act|motion|charter|agreement|ordinance|programme|program|reforms?)(?:\s+that)?\s+$"
)


_BECOMES = re.compile(
    r"\s+(?:(?:not|never|soon|still|now|probably|likely)\s+)*(?:be (?:law|passed|approved|delayed"
    r"|signed|ready|enacted|dropped|published|defeated|rejected|implemented|complete|in place|back)"
    r"|become law|pass|fail|die|stall|clear|reach|come into|take effect|face|win|lose|go to|succeed"
    r"|collapse)\b"
)
_MISSED = re.compile(r"\s+(?:\w+ly\s+|always\s+|not\s+)?be (?:\w+ly )?missed\b")
_AIM = re.compile(
    r"\b(?:target|goal|deadline|date|estimate|aim|forecast|quota|window|payment|milestone)s?\s+$"
)


_EMPTY = re.compile(
    r"\s+(?:(?:not|n't|never|also|always|still|all|just)\s+)*(?:comment|leave no"
    r"|be (?:commenting|making no)|support (?:them|you|him|her|those|each|everyone)|say"
    r"|discuss|disclose|elaborate|confirm"
    r"|miss (?:her|him|them|you|us|me|it)\b|be (?:remembered|happy to|drawn|pleased"
    r"|delighted|proud|honoured|gutted|devastated|thrilled|heartbroken|disappointed)|tell"
    r"|rest in|continue to (?:work|cooperate|support|monitor|review|look)"
    r"|want|wish|hope|(?:study|review|reflect on|look into|respond to|listen to"
    r"|take on board) (?:the|its|their|all|any|what)|see (?:what|how|you)|see(?=\s*[.,;\"”]|\s*$)"
    r"|let you|keep you|look at|try"
    r"|do (?:everything|our|my|their|all)"
    r"|provide (?:an )?update|be (?:thinking|grateful)|work (?:with|hard|closely)|appeal\b"
    r"|consider|not be (?:drawn|able to comment)|be fighting|remain in our)\b"
)


_OWN_FEELING = re.compile(
    r"\s+(?:never\s+|always\s+|not\s+)*(?:forget|remember"
    r"|miss(?! (?:the|at least|up to|most|much|several|out|next|this|\d+|two|three|four)\b)"
    r"|cherish|love|regret|be [a-z]+ed)\b(?! (?:by|in|until|before) )"
)


_FIRST = re.compile(r"\b(?:I|[Ww]e|[Tt]hey|[Hh]e|[Ss]he)\s*$|\b(?:I|[Ww]e)['’]$")


_I_OR_WE = re.compile(r"\b(?:I|[Ww]e)['’]?\s*$")
_HAVE_TO = re.compile(r"\s+(?:(?:never|always|not)\s+)*(?:have|need) to\b")
_HABIT = re.compile(
    r"\s+(?:often|always|regularly|usually|sometimes|frequently|routinely|typically|normally"
    r"|occasionally|then(?! (?:probably|likely|almost|certainly|have|be|need|take|face))|later"
    r"|go on to)\b"
)


_USUAL = re.compile(
    r"\s+(?:typically|usually|normally|generally|often|always|sometimes|frequently|routinely)\b"
)
_LIKELY_END = re.compile(r".*\b(?:un)?likely$", re.DOTALL)
_IS_SUCH = re.compile(
    r"\s+(?:the|an?|one of|his|her|their|its|my|our)\s(?!(?:\w+ )?(?:outcome|result|scenario"
    r"|winner|candidate|target|successor|last|next)\b)"
)
_IT_ALONE = re.compile(r"(?:^|[.;]\s)(?:It|That|This|Which)\s+$")
_AT_END = re.compile(r"\s*[.;!]?\s*$")
_TOLD_THEM = re.compile(
    r"\b(?:told|tells|warned|warns|advised|informed)\b[^.;\"“]{2,70}\s$|\b(?:(?:has|have) been"
    r"|being|are) (?:told|warned|advised)\s+$"
)
_PERSON = re.compile(r"(?:^|\s)(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey)\s+$|\b(?:I['’]m|[Ww]e['’]re)$")
_PLAN = re.compile(
    r"\b(?:aim|aims|plan|plans|goal|idea|point|task|job|key|answer|priority|priorities|challenge"
    r"|hope|purpose|way|trick|thing|ambition|intention|objective|best|first step|next step|option"
    r"|alternative|solution|temptation|role|duty|advice|all (?:\w+ ){1,4})\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)


_MUST_AND = re.compile(r"\bmust\b[^.;]*\band\s+$")
_STATUTE = re.compile(
    r"\b(?:law|rules?|statute|contract|constitution|act|code|treaty|clause|article|regulations?"
    r"|by-laws?|terms|guidelines?)\s+(?:states?|says?|said|provides?|stipulates?|requires?"
    r"|specif\w+)\b[^.;]*$",
    re.IGNORECASE,
)
_SHALL = re.compile(r"sha(?:ll|n['’]t)$")
_STAGE = re.compile(r"^\W*(?:Enter|Exit|Exeunt)\b")
_MY_STATE = re.compile(
    r".*\bto (?:cry|faint|laugh|scream|hug|kiss|ask|tell|remember|miss|forget|enjoy|try|love"
    r"|treasure|cherish)$",
    re.DOTALL,
)
_THOUGHT = re.compile(r"\b(?:thought|felt|knew|feared|worried|convinced|sure)\b[^,;.]*$")
_WAS = re.compile(r"(?:was|were)\b")
_TO_BE = re.compile(r".*\bto be$", re.DOTALL)
_IN_A_STATE = re.compile(
    r"\s+(?:sick|happy|sad|fine|honest|grateful|proud|careful|blunt|frank|all right|OK|okay)\b"
)


_DESCRIBED = re.compile(
    r"\b(?:in|for|on|of|to|announced|unveiled|proposed|signed|approved|backed"
    r"|passed) an? [\w -]{1,40}\s(?:that|which)\s+$"
)


_GENERIC_WHO = re.compile(
    r"\b(?:[Aa]nyone|[Tt]hose|[Pp]eople|[Ee]veryone|[Ss]omeone|[Aa]nybody) who\s*$"
)


_STATIVE = re.compile(
    r"\s+(?:also\s+|well\s+)?(?:come from|derive|stem|originate|date (?:from|back)"
    r"|be (?:visited|viewed|booked|hired|purchased|bought|ordered|obtained|used|known)"
    r"|include|involve|contain|vary|range|require|seem|sound|look"
    r"|appear|suggest|indicate|explain|reflect|contribute|depend|need not|linger|differ|belong"
    r"|represent)\b"
)


_KNOWN_IN = re.compile(r"\s+be (?:known|used|bought) (?:for|until|by|before|within)\b")


_SEEMED = re.compile(
    r"\b(?:felt|feels?|seem(?:s|ed)?|look(?:s|ed)?|sound(?:s|ed)?) (?:like|as if"
    r"|as though)\b[^,;]*$"
)


_SCHEDULE = re.compile(
    r"\s+(?:also\s+|now\s+)?(?:be (?:held|published|broadcast|streamed|shown|screened|aired"
    r"|on display|on show|open to|sentenced|followed by"
    r"|joined by|closed (?:on|for|from|between)|available (?:from|at|in|on)|unveiled"
    r"|laid to rest|buried|released on)"
    r"|take place|kick off|run (?:from|until|through)|get under way|appear in court"
    r"|go on (?:sale|show|display)|be (?:on duty|on sale|there from)"
    r"|meet (?:on|at|in)|travel to|visit|host|feature|perform|play (?:at|on|in)|speak at"
    r"|start at|begin at|open at|attend|receive)\b"
)


_PAST_ABILITY = re.compile(
    r"\s+(?:(?:not|still|even|just|clearly|never)\s+)*(?:be (?:sure|certain|seen|heard|reached"
    r"|found|identified|contacted|traced|there|spotted"
    r"|verified)|see|hear|barely|only|hardly|smell|find|afford|remember|no longer|do nothing"
    r"|recall|say(?! no\b)|explain|name|walk|run|swim|read|speak|feel|believe|imagine|understand"
    r"|tell|stop|learn"
    r"|do (?:with|worse|better)"
    r"|claim(?! (?:[\w-]+ ){0,3}(?:lives|victims?|dead)\b)|apply|request|choose|register|contact)\b"
)


_IF_YOU = re.compile(r"\b[Ii]f\b[^,]*,\s+(?:then )?(?:you|we)\s*$")
_ALONE = re.compile(r"[.,;!?\"”]|\s*$")
_HAS_BEEN = re.compile(rf"have\s+{PARTICIPLE}")
_ONCE = re.compile(
    r"\b(?:I|[Ww]e)\s+(?:promised|thought|expected|hoped|knew|believed|feared|said)\b[^,;.]*$"
    r"|\b(?:I|[Ww]e)\s+(?:was|were|had been)\s+(?:told|assured|warned)\b[^,;.]*$"
    r"|\bcomplain(?:s|ed|ing)?\s+that\b[^,;.]*$"
)
_TO_YOU = re.compile(r"\s+\w+ you\b")
_WHENEVER = re.compile(r"\b(?:when|where|because|so that)\s+(?:[\w'’-]+\s+){0,4}$")


_FORESEEN = re.compile(r"(?:expected|forecast|projected|predicted|anticipated|estimated|tipped)\b")


_ACTIVE = re.compile(
    r"\b(?:had|have|has|he|she|they|it|I|we|who)\s+(?:\w+ly\s+|also\s+|never\s+)?$"
)


_SEE = re.compile(r"\s+(?:\w+\s+)?see\b")
_AS_AS = re.compile(r"\bas (?:\w+ )?as (?:\w+ )?$|\bbest (?:\w+ )?$")
_SET = re.compile(r"set\b")
_BE_BEFORE = re.compile(rf"{BE}\s+{ADVERB}$|,\s*$")
_LIKELY_WAS = re.compile(r"\s+that\b(?!.*\b(?:will|would|could|may|might)\b)", re.DOTALL)


GUARDS = (
    Guard("an indirect question", frozenset(), before=_INDIRECT),
    Guard("a wish or a purpose", frozenset({"will", "would", "may"}), before=_PURPOSE),
    Guard("told to the reader", MODALS, before=_SECOND, unless_after=_SEE),
    Guard("you know it will", frozenset({"will", "going_to"}), before=_YOU_KNOW),
    Guard("what likely was", frozenset({"outlook"}), inside=_LIKELY, after=_NOTHING_AHEAD),
    Guard("an empty phrase", frozenset({"will", "should", "would"}), after=_EMPTY),
    Guard("anyone who could", MODALS, before=_GENERIC_WHO),
    Guard("seemed as if", MODALS, before=_SEEMED),
    Guard("the speaker's feelings", MODALS, before=_FIRST, after=_OWN_FEELING),
    Guard("what we have to do", MODALS, before=_I_OR_WE, after=_HAVE_TO),
    Guard("what the speaker once thought", frozenset({"will", "would", "may"}), before=_ONCE),
    Guard("what has been", frozenset({"set_to"}), after=_HAS_BEEN),
    Guard("nothing after it", MODALS, after=_ALONE),
    Guard("what happens to you", frozenset({"will"}), after=_TO_YOU),
    Guard("what may be at times", frozenset({"may"}), before=_WHENEVER),
    Guard("a habit", frozenset({"would"}), after=_HABIT),
    Guard("what applicants need", frozenset({"will"}), before=_MUST_AND),
    Guard("what a statute says", MODALS, before=_STATUTE),
    Guard("a rule of law", frozenset({"will"}), inside=_SHALL, unless_before=_FIRST),
    Guard("a stage direction", frozenset(), before=_STAGE),
    Guard("a speaker's state", frozenset({"going_to"}), inside=_MY_STATE),
    Guard("what was thought", frozenset({"going_to"}), before=_THOUGHT, inside=_WAS),
    Guard("a state to be in", frozenset({"going_to"}), inside=_TO_BE, after=_IN_A_STATE),
    Guard("what is usual", frozenset({"will", "may"}), after=_USUAL),
    Guard("what is now", frozenset({"outlook"}), inside=_LIKELY_END, after=_IS_SUCH),
    Guard("it alone is likely", frozenset({"outlook"}), before=_IT_ALONE, after=_AT_END),
    Guard("told nobody to expect", frozenset({"to_expect"}), unless_before=_TOLD_THEM),
    Guard("feels certain", frozenset({"improbable"}), before=_PERSON),
    Guard("is a plan to", frozenset({"is_to"}), before=_PLAN),
    Guard("a thing described", frozenset({"would"}), before=_DESCRIBED),
    Guard("what a law says", frozenset({"would"}), before=_LAW, unless_after=_BECOMES),
    Guard("is missed by all", frozenset({"will", "would"}), after=_MISSED, unless_before=_AIM),
    Guard("the noun", frozenset({"will"}), before=_NOUN_WILL, unless_before=_HEDGE_BEFORE),
    Guard("a general truth", frozenset({"may"}), after=_STATIVE, unless_after=_KNOWN_IN),
    Guard("an ability of the past", frozenset({"may"}), after=_PAST_ABILITY, unless_before=_IF_YOU),
    Guard("as best it could", frozenset({"may"}), before=_AS_AS),
    Guard("the active verb", frozenset({"set_to"}), before=_ACTIVE, inside=_FORESEEN),
    Guard("likely that it was", frozenset({"outlook"}), after=_LIKELY_WAS),
    Guard("the noun or the past", frozenset({"set_to"}), inside=_SET, unless_before=_BE_BEFORE),
)


def guarded(kind: str, text: str, match: re.Match[str]) -> bool:
    """Say whether a sign does not count for the words around it."""
    before, words, after = text[: match.start()], match.group(), text[match.end() :]
    return any(
        guard.stops(kind, before, words, after) for guard in (*GUARDS, *PRETENDERS, *RETELLINGS)
    )


def is_schedule(text: str, match: re.Match[str]) -> bool:
    """Say whether "will" announces an appointment: "will be held on 9 March"."""
    return _SCHEDULE.match(text, match.end()) is not None
