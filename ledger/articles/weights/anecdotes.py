"""Weigh what is only told again: testimony, anecdotes, proverbs take off the weight of "would".

"The court heard that he would", "my wife said somebody might", "boys will be boys".
"""

import re

from ledger.articles.signs.cues import Cue
from ledger.articles.weights.context import Context

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
_SAME = re.compile(
    r"\b(?P<who>\w+)\s+(?:will|would)\s+be\s+(?P=who)\b|\btruth will out\b", re.IGNORECASE
)
# What a building is, not what will happen: "it would house 40 flats".
_STANDS = re.compile(
    r"\s+(?:also )?(?:sit|stand|house|measure|cover|span|feature|comprise|consist|contain|hold"
    r"|include|stretch|be (?:located|situated|sited|built (?:on|of|in|next)|made of|housed))\b"
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
