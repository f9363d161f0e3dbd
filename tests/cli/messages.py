"""The messages of refusal: those in the code, those in transcripts, and a page of them all."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.cli.terminal import ROOT

TITLE = """\
# Messages

Every refusal is one line on standard error: what is wrong, then what to do. Nothing was
recorded, and the exit code says what kind of refusal it is. Each message has a transcript in
`tests/errors/` that reproduces it; this page is generated from them by
`LEDGER_REWRITE_TRANSCRIPTS=1 pytest tests/test_transcripts.py`.

Three codes are no refusals. 0: done. 1: the answer could not be written, to a full disk or a
closed pipe; what was recorded stays, and the line on standard error says so. 130: interrupted by
Ctrl-C, or a question was left with Ctrl-D. With a closed output (`>&-`) nothing is done: code 2.
"""
KINDS = {
    2: "an option, value or file that cannot be taken as it is",
    3: "no such forecast, question or name",
    4: "contradicts what the book holds",
    5: "no book, not a book, or a book that cannot be read or written",
    6: "the past was changed",
    7: "an optional library is missing",
}


def page() -> str:
    """Return the page of all messages, by exit code."""
    found = sorted(_messages())
    sections = [TITLE]
    for code, kind in KINDS.items():
        rows = [(name, text) for at, name, text in found if at == code]
        if rows:
            sections.append(f"## Exit code {code}: {kind}\n")
            sections += [f"* `{name}`: {_quoted(text)}" for name, text in rows]
            sections.append("")
    return "\n".join(sections)


def _messages() -> Iterator[tuple[int, str, str]]:
    for path in (ROOT / "tests" / "errors").glob("*.txt"):
        refusal = re.findall(r"^ledger: (.*)\n\[([0-9]+)\]$", path.read_text("utf-8"), re.MULTILINE)
        for text, code in refusal[-1:]:
            yield int(code), path.stem, text


def _quoted(text: str) -> str:
    fence = "``" if "`" in text else "`"
    space = " " if "`" in text else ""
    return f"{fence}{space}{text}{space}{fence}"


def in_the_code(folders: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield where each refusal is raised and the longest piece of its text that never varies."""
    for folder in folders:
        for module in sorted((ROOT / "ledger").glob(folder)):
            for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                    piece = _piece(node.exc)
                    if piece:
                        where = Path(module).relative_to(ROOT)
                        yield f"{where}:{node.lineno}", piece


def _piece(call: ast.Call) -> str:
    if not (isinstance(call.func, ast.Name) and call.func.id.endswith("Error") and call.args):
        return ""
    text = call.args[0]
    values = text.values if isinstance(text, ast.JoinedStr) else [text]
    pieces = [v.value for v in values if isinstance(v, ast.Constant) and isinstance(v.value, str)]
    return max(pieces, key=len, default="").strip()
