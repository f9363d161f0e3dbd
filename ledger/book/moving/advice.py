"""Commands that put into the book what a file says, as one types them in a shell."""

from shlex import quote
from typing import Any

from ledger.store import codec

Doc = dict[str, Any]

_CITED = ("source", "title", "url", "published", "quote", "via")
_RULED = {"not_by": "not-by", "value": "value", "option": "option", "void": "void",
          "note": "note", "by": "ruled-by"}  # fmt: skip
_SPECIAL = frozenset('"$`\\!')  # to a shell, also in double quotes


def cite(number: int, citation: Doc) -> str:
    """Return the command that cites a forecast as a document does."""
    words = ["ledger", "cite", str(number)]
    for name in _CITED:
        if name in citation:
            words += [f"--{name}", citation[name]]
    return _typed([*words, *(["--own-voice"] if citation.get("own_voice") else [])])


def resolve(question: int, ruling: Doc) -> str:
    """Return the command that rules on a question as a document does."""
    said = {**codec.said(ruling), "note": ruling.get("note"), "by": ruling.get("by")}
    words = ["ledger", "resolve", f"q{question}"]
    for name, first, last in (("on", "on", "on_latest"), ("value", "low", "high")):
        if first in said:
            words += [f"--{name}", f"{said[first]}..{said.get(last, said[first])}"]
    if "on" in said and said.get("on_latest", said["on"]) == said["on"]:
        words[-1] = said["on"]
    for name, option in _RULED.items():
        if said.get(name):
            words += [f"--{option}", str(said[name])]
    for name in said.get("not_options", ()):
        words += ["--not-option", name]
    words += [f"--{name}" for name in ("never", "final") if said.get(name)]
    for proof in ruling.get("evidence", ()):
        words += ["--evidence", " ".join(filter(None, map(proof.get, ("url", "date", "title"))))]
    return _typed(words)


def _typed(words: list[str]) -> str:
    """Return words as one command; in double quotes, as in all messages, where that is safe."""
    return " ".join(
        f'"{word}"' if quote(word) != word and not _SPECIAL & set(word) else quote(word)
        for word in words
    )
