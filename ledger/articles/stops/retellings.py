"""What is told of the past in words of the future: habits, procedures, sayings.

Guards for "usually would", "as they say", "nobody knew that". What an anecdote takes off the weight
of a sign is in `anecdotes`.
"""

import re

from ledger.articles.stops.guarding import MODALS, Guard

_SAYING = re.compile(
    r"\b(?:always|used to) (?:said|says|say|told|tell|tells|insisted|maintained)\b[^;]*$"
)
_AS_THEY_SAY = re.compile(
    r"[^.;]*\b(?:as (?:the|an?) (?:\w+ )?(?:saying|proverb|song) (?:goes|has it)|as they say)\b"
)
_USUALLY = re.compile(
    r"\b(?:always|usually|often|sometimes|generally|normally|regularly|frequently|seldom|rarely"
    r"|every (?:day|week|year|morning|night|summer|winter|Sunday|Saturday))\s+$"
)
_SELDOM = re.compile(
    r"\s+(?:\w+ ){0,1}?(?:always|seldom|rarely|otherwise|usually|every (?:day|morning|night))\b"
)
_UNKNOWN = re.compile(
    r"\b(?:could not (?:have )?(?:know|known|guess|foresee)|[Ll]ittle did|never (?:imagined"
    r"|dreamed|dreamt|thought|guessed)|no idea|unaware)\b[^.;]*$"
)
_THAN = re.compile(
    r"\b(?:more|less|fewer|better|worse|longer|later|rather|[a-z]+er) than\b[^,;.]*$"
)
_HAD_THOUGHT = re.compile(
    r"\b(?:had|having) (?:\w+ )?(?:believed|thought|assumed|understood|hoped|feared"
    r"|imagined)\b[^.;]*$"
)
_CHARGED = re.compile(
    r"\b(?:charged with|accused of|convicted of|guilty of|arrested (?:for|on suspicion of)"
    r"|admitted|denies|denied|jailed for|cleared of)\s+$"
)
_THREATENING = re.compile(r"threatening")
_BETTER = re.compile(r"\s+(?:always |not |hardly )?be (?:better|worse|nicer)\s*[.,;!\"”’]")
_OWN = re.compile(r"\b(?:I|[Ww]e)(?:['’])?\s*$")
_ERRAND = re.compile(
    r"\s+(?:just |probably |also |still |definitely )?(?:have (?:a|another|some"
    r"|to have) (?:quiet |little |good |few"
    r" )?(?:word|think|look|beers?|drink|chat|cup|cry|rest|laugh|party|meal|sleep|bath|shower|go"
    r"|sit)"
    r"|ring|call|phone|email|text|sleep|eat|drink|sit|pop|pray|cook|clean|wear|ask|sing|dance|hug"
    r"|kiss"
    r"|celebrate|enjoy|talk to|speak to|write to|pick up|go (?:home|to (?:[A-Z]\w+(?! [Cc]ourt)"
    r"|bed)|on holiday|shopping"
    r"|for an?)"
    r"|dust|regroup|go again|move on|learn from|take the positives|keep (?:going|working"
    r"|fighting)|stick"
    r" together|dig in|be (?:back at (?:work|home)|home|having|watching|thinking|going (?:home"
    r"|to bed))|watch)\b"
)
_MINDING = re.compile(r"\s+(?:not |never )?(?:mind|depend|thank|continue to put)\b")
_NOTHING_SEEN = re.compile(
    r"\s*(?:forced|(?:a |any )?struggle|injur|life\b|damage|him\b|her\b|it\b|them\b|entry|trauma"
    r"|disturbance|infection|wear\b|foul play|a break-in|violence)"
)
_SOMEONE = re.compile(r"\b(?:[Ss]omeone|[Ss]omebody)(?: \w+){0,3}\s*$")
_KNOWS = re.compile(r"\s+(?:know|have seen|recogni[sz]e|remember)\b")
_YOURS = re.compile(r"\s+[a-z]+ your\b")
_WHO = re.compile(r"\b[Aa]nyone (?:who|with)\b[^,;.]*$")
_TELL_WHICH = re.compile(
    r"\b(?:tell|ask|show|teach|remind|inform|told|asked|showed)s? (?:\w+ ){0,3}?(?:how|what|when"
    r"|who|why"
    r"|where|which|whether|if)\b[^,;:.]*$"
)
# "told her she could have a puppy" is leave to do it
_LEAVE = re.compile(r"\btold (?:\w+ ){1,3}?(?:that )?(?:she|he|they|I|we|you)\s*$")
_COULD = re.compile(r"could$")
_TO_THEM = re.compile(r"\s+(?:not )?happen to (?:them|me|us|you|him|her|anyone)\b")
_IF_YOU_ASK = re.compile(
    r"^\W*[Ii]f you (?:ask|want|like|book|need|prefer|wish|can)\b[^,;]*,[^,;]*$"
)
_SUCH = re.compile(r"(?:^|[.;]\s)(?:An?|Any) [\w-]+ (?:that|who|which)\s[^,;.]{3,40}$")
_AS = re.compile(r"\b[Aa]s\s*$")
# what is open: "Who will win is anyone's guess", "it is not known when he will return"
_WHO_WILL = re.compile(
    r"^\W*(?:Who|What|When|Where|Why|How|Whether|Which)(?:\s[\w'’-]+){0,3}\s*$"
    r"|\b(?:known|guess|mystery) (?:how|what|when|who|why|where|which|whether|if)\b[^,;:.]*$"
)
_NONE = re.compile(
    r"\b(?:no|without|withdrew|withdrawn|scrapped|abandoned|dropped|suspended|missed|beat|pulled)"
    r" (?:\w+ ){0,2}$"
)
_DEMURS = re.compile(
    r"\s+(?:not )?(?:speculate|be drawn|elaborate|go into|name names|give (?:details|a date"
    r"|a number)"
    r"|put a (?:number|figure|date)|do better|put (?:it|this|things) right|own up)\b"
)
_LIKES = re.compile(
    r"\s+(?:not |never |also |probably )?(?:love|like|hate|loathe|enjoy|appreciate|adore)"
    r"(?=\s*(?:[.,;]|it\b|this\b|them\b|that\b|him\b|her\b))"
)
_COPED = re.compile(r"(?:n['’]t)?\s+(?:not )?(?:keep up|cope|wait|help|believe|agree|attend)\b")
_COULD_NOT = re.compile(r"could(?:n['’]t)?$")
_SIGN = re.compile(r".*\bsigns? of$", re.DOTALL)
_TURN = re.compile(
    r"\s*(?:rest|speak|reply|respond|say|see|meet|talk|prepare|practi[sc]e|ask|learn|think|eat"
    r"|sleep|explain|defend|react|celebrate|catch|enjoy|play)\b"
)
_CHANCE_TO = re.compile(r".*\bchance to$", re.DOTALL)
_OBLIGED = re.compile(
    r"\b(?:[Gg]uests|[Mm]embers|[Pp]upils|[Ss]tudents|[Vv]isitors|[Pp]arents|[Cc]ustomers"
    r"|[Tt]enants"
    r"|[Aa]pplicants|[Ee]mployees|[Cc]andidates|[Pp]assengers|[Ee]veryone|[Cc]ontestants"
    r"|[Cc]hildren|[Ww]omen|[Pp]layers|[Ss]taff|[Vv]olunteers)\s(?:is|are|were|was) (?:all )?$"
)
_DUTY = re.compile(
    r"(?:wear|pay|be (?:in|at|on)|bring|follow|attend|dress|behave|comply|keep|respect|report"
    r"|know|sign|arrive|speak|read|help|clean|show|work)\b"
)
_EXPECTED = re.compile(r"expected|supposed")
RETELLINGS = (
    Guard("a saying", MODALS, before=_SAYING),
    Guard("as they say", MODALS, after=_AS_THEY_SAY),
    Guard("usually would", MODALS, before=_USUALLY),
    Guard("would seldom", frozenset({"would", "may"}), after=_SELDOM),
    Guard("nobody knew that", MODALS, before=_UNKNOWN),
    Guard("than it could", frozenset({"may"}), before=_THAN),
    Guard(
        "what had been thought",
        frozenset({"set_to", "would", "may", "outlook", "going_to"}),
        before=_HAD_THOUGHT,
    ),
    Guard("a charge", frozenset({"threatens"}), before=_CHARGED, inside=_THREATENING),
    Guard("could be better", frozenset({"may"}), after=_BETTER),
    Guard("an errand", frozenset({"will", "would"}), before=_OWN, after=_ERRAND),
    Guard("will not mind", frozenset({"will", "would"}), after=_MINDING),
    Guard("someone knows", frozenset({"will"}), before=_SOMEONE, after=_KNOWS),
    Guard("what is yours", frozenset({"will", "may"}), after=_YOURS),
    Guard("anyone with", MODALS, before=_WHO),
    Guard("tell which would", MODALS, before=_TELL_WHICH),
    Guard("leave to do it", frozenset({"may"}), before=_LEAVE, inside=_COULD),
    Guard("it happens to others", MODALS, after=_TO_THEM),
    Guard("if you ask", frozenset({"will", "may"}), before=_IF_YOU_ASK),
    Guard("any such thing", frozenset({"may"}), before=_SUCH),
    Guard("as might be", MODALS, before=_AS),
    Guard("who will is open", MODALS, before=_WHO_WILL),
    Guard("no forecast", frozenset({"forecast_of_dated"}), before=_NONE),
    Guard("keeps silent", frozenset({"will", "would"}), after=_DEMURS),
    Guard("a liking", MODALS, after=_LIKES),
    Guard("could not cope", frozenset({"may"}), inside=_COULD_NOT, after=_COPED),
    Guard("what is not seen", frozenset({"odds"}), inside=_SIGN, after=_NOTHING_SEEN),
    Guard("a chance to speak", frozenset({"odds"}), inside=_CHANCE_TO, after=_TURN),
    Guard("a duty", frozenset({"set_to"}), before=_OBLIGED, inside=_EXPECTED, after=_DUTY),
)
