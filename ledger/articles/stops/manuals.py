"""Tell from news what instructs its reader: recipes and manuals."""

import re

_IMPERATIVE = re.compile(
    r"^(?:When|If|Once|After|Then)\b[^,]*, (?:add|stir|heat|cook|bake|mix|pour|place|put|take"
    r"|serve|turn|remove|click|press)\b"
    r"|^(?:Add|Soak|Stir|Heat|Cook|Bake|Mix|Pour|Place|Put|Take|Serve|Season|Cut|Chop|Leave"
    r"|Turn|Set|Click|Open|Select|Choose|Check"
    r"|Make|Use|Try|Remember|Avoid|Keep|Start|Remove|Cover|Bring|Fill|Wash|Dry|Store|Press"
    r"|Follow|Go|Book|Pack|Plant|Water|Prune)\b"
    r"(?! (?:said|says|is|was|has|will))"
)


def is_manual(sentences: list[str]) -> bool:
    """Say whether a text instructs its reader: "you" and imperatives outside speech."""
    told = sum(bool(re.search(r"\b[Yy]ou(?:r|['’]ll)?\b", s)) for s in sentences)
    ordered = sum(bool(_IMPERATIVE.search(s)) for s in sentences)
    return told + ordered >= 4 and (told + ordered) / max(1, len(sentences)) > 0.25
