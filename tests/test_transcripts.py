"""Sessions with the program, and one for each message of refusal: they print what they say.

`LEDGER_REWRITE_TRANSCRIPTS=1 pytest tests/test_transcripts.py` writes what is printed now.
"""

import os
from pathlib import Path

import pytest

from tests.cli.terminal import replayed

HERE = Path(__file__).parent
TRANSCRIPTS = sorted([*HERE.glob("transcripts/*.txt"), *HERE.glob("errors/*.txt")])
REWRITE = os.environ.get("LEDGER_REWRITE_TRANSCRIPTS") == "1"


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_transcript_prints_what_it_says(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LEDGER_DB", raising=False)
    said = path.read_text(encoding="utf-8")
    printed = replayed(said)
    if REWRITE:
        path.write_text(printed, encoding="utf-8")
    assert printed == said
