"""Options that a command would ignore are refused, and words mean the same in any case."""

import pytest

from ledger.book.requests import STATUSES
from ledger.cli.commands import resolve
from tests.cli.terminal import ledger

TODAY = ("--today", "2018-03-02")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LEDGER_DB", raising=False)
    assert ledger("init").code == 0
    return tmp_path


@pytest.mark.parametrize(
    "args", [("--on", "2017-11-17"), ("--evidence", "https://example.org"), ("--json",),
             ("--final",), ("--note", "a")],
)  # fmt: skip
@pytest.mark.parametrize("sits", [True, False])
def test_options_without_a_target_are_refused_on_a_terminal_too(folder, monkeypatch, args, sits):
    """`ledger resolve` alone walks the due list; with options it rules on one thing."""
    monkeypatch.setattr(resolve, "interactive", lambda: sits)
    done = ledger(*TODAY, "resolve", *args)
    assert (done.code, done.out) == (2, "")
    assert "name a forecast (1) or a question (q1)" in done.err


@pytest.mark.parametrize("command", ["calibration", "lateness"])
@pytest.mark.parametrize("look", [("--json",), ("--format", "csv")])
def test_a_picture_has_no_format_of_numbers(folder, command, look):
    done = ledger(*TODAY, command, "--plot", "curve.svg", *look)
    assert (done.code, done.out) == (2, "")
    assert "--plot draws a picture" in done.err
    assert not (folder / "curve.svg").exists()


@pytest.mark.parametrize("name", ["NDJSON", "ndjson", " Csv"])
def test_import_and_export_read_the_name_of_a_format_alike(folder, name):
    (folder / "rows").write_text("claim,forecaster,made_on\n" if "Csv" in name else "")
    assert ledger("export", "--format", name).code == 0
    done = ledger("import", "rows", "--format", name)
    assert done.code == 0, done.err


@pytest.mark.parametrize("name", ["JSON", "Csv", "GitHub"])
def test_reading_commands_read_the_name_of_a_format_in_any_case(folder, name):
    done = ledger("list", "--format", name)
    assert (done.code, done.out) == (0, ledger("list", "--format", name.lower()).out)


def test_the_help_of_list_names_every_status(folder):
    shown = " ".join(ledger("list", "--help").out.split())
    assert f"{', '.join(STATUSES)}." in shown
    for status in STATUSES:
        assert ledger("list", "--status", status.upper()).code == 0


@pytest.mark.parametrize("command", ["list", "scorecard", "calibration", "lateness"])
@pytest.mark.parametrize("option", ["--by", "--source", "--tag"])
def test_an_empty_name_is_nobody_and_not_everybody(folder, command, option):
    done = ledger(*TODAY, command, option, "")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("ledger: no ")
