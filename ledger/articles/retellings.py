"""What is told of the past in words of the future: testimony, habits, anecdotes, sayings.

Guards for "the court heard that he would", "usually would", "boys will be boys"; and what an
anecdote or a proverb takes off the weight of "would", "could" and "might".
"""

import re

from ledger.articles.context import Context
from ledger.articles.cues import Cue
from ledger.articles.guarding import MODALS, Guard

_LAWYERS = (
    r"(?:Crown|defen[cs]e|prosecution|prosecutors?|barristers?|counsel|QC|KC|witness(?:es)?"
    r"|complainant|defendants?)"
)
_TRIAL = re.compile(
    r"\b(?:court|jury|jurors|hearing|inquest|tribunal|trial|inquiry|judge)\s+(?:also\s|then\s|has"
    r"\s|had\s)?(?:heard|was told|were told)\b"
    r"|\btold (?:the|a|an) (?:[\w'-]+\s){0,2}?(?:court|jury|jurors|hearing|inquest|tribunal|judge"
    r"|inquiry|trial)\b|\b(?:[Gg]ave|[Gg]iving|given|[Ii]n) evidence\b|\btestif(?:ied|ying)\b"
    rf"|\b{_LAWYERS}(?: \w+){{0,4}}? (?:had )?(?:alleged|argued|claimed|told|contended|submitted"
    r"|maintained)\b|cross-examin|\b[Aa]t (?:his|her|the|their) trial\b"
    r"|\b[Dd]uring (?:the|a|his|her|their) (?:[\w-]+ )?trial\b"
)
_RETELLERS = frozenset({"recall", "joke", "quip"})
_SAYING = re.compile(
    r"\b(?:always|used to) (?:said|says|say|told|tell|tells|insisted|maintained)\b[^;]*$"
)
_USED_TO_SAY = re.compile(
    r"\b(?:used to|would(?: always| often)?|liked to|always) (?:say|tell (?:us|me|her|him|them"
    r"|people))\b"
)
# what a speaker told others on the day: "I told them at half-time that the chances would come"
_WE_TOLD = re.compile(
    r"\b(?:I|[Ww]e) (?:had )?told (?!you\b|readers)(?:\w+)\b(?!.*\b(?:in (?:19|20)\d\d|ago"
    r"|last (?:year|month"
    r"|week|spring|summer|autumn|winter))\b)",
    re.DOTALL,
)
# what others say, told by a speaker: "My wife said somebody might want it"
_GOSSIP = re.compile(
    r"\b(?:[Mm]y (?!prediction|view|guess|bet)\w+|[Tt]hey|[Pp]eople|[Ee]veryone|[Ss]he"
    r"|[Hh]e) (?:\w+ )?(?:said|told"
    r" (?:me|us|them)|thought|think|worry|worried|kept saying|keep saying|promised (?:me"
    r"|us))\b[^.!?]*$"
)
_AS_THEY_SAY = re.compile(
    r"[^.;]*\b(?:as (?:the|an?) (?:\w+ )?(?:saying|proverb|song) (?:goes|has it)|as they say)\b"
)
_SAME = re.compile(
    r"\b(?P<who>\w+)\s+(?:will|would)\s+be\s+(?P=who)\b|\btruth will out\b", re.IGNORECASE
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
# What a building is, not what will happen: "it would house 40 flats".
_STANDS = re.compile(
    r"\s+(?:also )?(?:sit|stand|house|measure|cover|span|feature|comprise|consist|contain|hold"
    r"|include|stretch|be (?:located|situated|sited|built (?:on|of|in|next)|made of|housed))\b"
)

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
# "It would be years before he came back"
_BEFORE = re.compile(
    r"\s+be (?:[\w-]+ ){0,3}(?:years?|months?|weeks?|days?|decades?|[A-Z]\w+) before\b"
)
# "If this were a restaurant they would shut it", "would be perfect if it did maps"
_UNREAL = re.compile(
    r"\b[Ii]f (?:it|this|that|he|she|they|I|we|there|the [\w-]+) (?:were(?! to\b)(?:n['’]t)?|had"
    r"|did(?:n['’]t)?)\b"
)
_WHOLE_MODALS = frozenset({"would", "may", "set_to", "going_to", "outlook", "will", "possible"})


def retold(cue: Cue, context: Context) -> float:
    """Give what is taken off the weight of a sign in a trial, an anecdote or a proverb."""
    if cue.kind in _WHOLE_MODALS and _anecdote(cue, context):
        return 0.4
    if context.attributed or cue.kind != "would":
        return 0.0
    following = context.text[cue.end :]
    building = _STANDS.match(following) and not context.dated
    return 0.4 if building or _BEFORE.match(following) else 0.0


def _anecdote(cue: Cue, context: Context) -> bool:
    """Say whether words are only told again: in a trial, by who remembers, as a proverb."""
    text, frame = context.text, context.governing
    remembered = frame is not None and frame.lemma in _RETELLERS
    told = _USED_TO_SAY.search(text) or _WE_TOLD.search(text[: cue.start])
    gossip = context.quoted and not context.dated and _GOSSIP.search(text[: cue.start])
    trial = _TRIAL.search(text) and not context.dated and cue.kind != "will"
    unreal = cue.kind == "would" and not context.dated and _UNREAL.search(text)
    return bool(remembered or told or gossip or trial or unreal or _SAME.search(text))
