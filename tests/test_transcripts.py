"""Sessions with the program, and one for each message of refusal: they print what they say.

`LEDGER_REWRITE_TRANSCRIPTS=1 pytest tests/test_transcripts.py` writes what is printed now.
"""

import os
from pathlib import Path

import pytest

from tests.cli.messages import in_the_code, page
from tests.cli.terminal import ROOT, replayed

HERE = Path(__file__).parent
TRANSCRIPTS = sorted([*HERE.glob("transcripts/*.txt"), *HERE.glob("errors/*.txt")])
MESSAGES = ROOT / "docs" / "messages.md"
REWRITE = os.environ.get("LEDGER_REWRITE_TRANSCRIPTS") == "1"


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_transcript_prints_what_it_says(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LEDGER_DB", raising=False)
    said = path.read_text(encoding="utf-8")
    printed = replayed(said)
    if REWRITE:
        path.write_text(printed, encoding="utf-8")
    else:
        assert printed == said


def test_the_page_of_messages_is_fresh():
    if REWRITE:
        MESSAGES.write_text(page(), encoding="utf-8")
    assert MESSAGES.read_text(encoding="utf-8") == page()


NOT_TO_BE_SEEN = {
    "the journal no longer begins with the settings": "only in a book that was tampered with",
    "has no ruling; run `ledger verify`": "only in a book that was tampered with",
    "of the journal cannot be read": "likewise; tests/cli/test_damage.py",
    "done, but the answer could not be written": "needs a full disk; tests/cli/test_streams.py",
    "the output could not be written": "likewise",
    "; check the name and the permissions": "a folder that nobody may enter, likewise",
    "cannot open": "a file that exists and cannot be read, as nobody can arrange for root",
    "ends before it starts": "days and numbers are put in order before they get there",
    "evidence is an address": "an empty text, which the shell hardly passes on",
    "name the statement that is left out": "the command always names it",
    "a question has no": "only a program names another field; the command has no such option",
    "is no side": "said on a terminal, which asks again",
    "pictures need matplotlib": "only without an optional library",
    "says the same already": "likewise; in a pipe it is recorded, and told",
    "is at least": "what only a script can pass; tests/book/test_natural.py",
    "asks the same": "a question put on a terminal, not a refusal",
}


def test_every_refusal_in_the_code_has_a_transcript():
    """One transcript per message; those that cannot be had say why."""
    seen = "".join(path.read_text(encoding="utf-8") for path in TRANSCRIPTS)
    missing = {
        where: piece
        for where, piece in in_the_code(("cli/**/*.py", "formats/*.py", "book/*.py"))
        if piece not in seen and not any(piece in why or why in piece for why in NOT_TO_BE_SEEN)
    }
    assert missing == {}
