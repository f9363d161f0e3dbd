"""Saying with a noun: "gave a guarantee that", "stuck to its view", "voiced fears that".

The subject of such a phrase is the forecaster; what follows is the claim.
"""

import re

_ADJECTIVES = r"(?:[\w-]+\s+){0,2}"
_OWN = r"(?:its|his|her|their|the|an?|any|no|my|our)\s+"
_BEFORE_CLAIM = (
    r"(?=\s+(?:that\b|(?:he|she|it|they|there|we|no)\s|the\s[^,.;]{2,40}?\s(?:will|would|could)\b))"
)
_BELIEF = (
    r"(?:views?|forecasts?|predictions?|projections?|claims?|warnings?|belief|estimates?"
    r"|assessment|assertion|insistence|pledges?|promises?|guarantees?|commitment|argument)"
)
_WORD_GIVEN = (
    r"(?:guarantees?|assurances?|undertakings?|commitments?|pledges?|promises?|warnings?"
    r"|notice|word)"
)
_CHANGING = (
    r"[^,.;]{2,50}?\s(?:bottoming|falling|rising|peaking|reaching|hitting|growing|shrinking"
    r"|winning|finishing|losing|topping|climbing|dropping|slipping|recovering|ending|easing"
    r"|doubling|halving|averaging|passing|overtaking|declining|slowing|operating|tripling"
    r"|taking|gaining)\b"
)
# "I see it taking ten years"
SEEN_CHANGING = re.compile(
    r"\s+(?:it|this|that|them|him|her|us|(?:the|a|an|no|another|more) [^,.;]{2,40}?)"
    r" (?:falling|rising|peaking|reaching|hitting|growing|shrinking|winning|finishing|losing|ending"
    r"|easing|doubling|taking|lasting|going|coming|happening|getting|collapsing|opening|closing)\b"
)
# Who may "have" a thing change: "its central case has prices falling".
ESTIMATE = re.compile(
    r"\b(?:model(?:l?ing)?s?|cases?|scenarios?|forecasts?|projections?|polls?|surveys?"
    r"|estimates?|outlook|analysts|economists|pundits|bookmakers|forecasters)\b",
    re.IGNORECASE,
)
# (lemma, class, pattern), in this order.
ANNOUNCEMENTS = (
    (
        "give_word",
        "say",
        (
            rf"(?:given|gives?|gave|giving|issue[sd]?|issuing|ma[dk]es?|sounded|offer(?:s|ed)?)"
            rf"\s+(?:{_OWN})?{_ADJECTIVES}{_WORD_GIVEN}{_BEFORE_CLAIM}"
        ),
    ),
    (
        "stand_by",
        "say",
        (
            rf"(?:st(?:uck|icks?) (?:to|with)|st(?:ood|ands?) by|h(?:eld|olds?) to|repeat(?:s|ed)"
            rf"|reiterate[sd]|reaffirm(?:s|ed)|maintain(?:s|ed)|defend(?:s|ed)|renew(?:s|ed)"
            rf"|dr(?:opped|ops)|abandon(?:s|ed)|rehearse[sd])"
            rf"\s+{_OWN}{_ADJECTIVES}{_BELIEF}(?=\s+that\b)"
        ),
    ),
    (
        "voice",
        "say",
        (
            rf"(?:voice[sd]|express(?:es|ed)|expressing|rais(?:es|ed)|spoke of)"
            rf"\s+(?:{_OWN})?{_ADJECTIVES}(?:fears?|confidence|concerns?|worries|optimism|alarm"
            rf"|certainty|belief|conviction)(?=\s+that\b)"
        ),
    ),
    # "the model has prices falling", "the broker now has copper at a low"
    ("foretell", "say", rf"ha(?:s|ve)(?=\s{_CHANGING})"),
    ("let_slip", "say", r"let(?:s|ting)? (?:slip|it be known|on)(?=\s+that\b)"),
    (
        "accept",
        "say",
        (
            r"accept(?:s|ed)?(?=,?\s+(?:however|though|yesterday|privately|now),?\s+that\b"
            r"|\s+(?:that|they|he|she|it|there)\b)"
        ),
    ),
)
ANNOUNCING = "|".join(f"(?:{pattern})" for _, _, pattern in ANNOUNCEMENTS)
