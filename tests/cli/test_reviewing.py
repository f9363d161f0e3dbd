"""`extract --review` and `--add` on a terminal: decide, edit, attach, quit, resume."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from ledger.cli import article_options, asking_forecast, taking
from ledger.cli.commands import extract
from tests.cli.terminal import ROOT, ledger, typist

POST = """\
Prices will double by the end of 2017, General Ann Bell said.

The army will take Alba within six months, the US commander in Arland said.

The bridge will reopen in May 2017, Mayor Carl Dorn said.
"""
HERALD = "The army will take Alba within the next six months, the U.S. commander in Arland said.\n"
HERE = ("--published", "2017-03-01", "--source", "Daily Post")
DECIDE = "What now (accept, edit, attach, skip, reject, quit)"
FIELD = "Which field (Enter: no more): "


@pytest.fixture
def types(tmp_path, monkeypatch):
    """Sit at a terminal and type these lines, one for each question; then Ctrl-D."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LEDGER_DB", raising=False)
    for module in (extract, article_options, taking, asking_forecast):
        monkeypatch.setattr(module, "interactive", lambda: True)
    Path("post.txt").write_text(POST, encoding="utf-8")
    Path("herald.txt").write_text(HERALD, encoding="utf-8")
    return typist(monkeypatch)


def review(*args):
    done = ledger("--today", "2017-03-15", "extract", *args, "--review")
    assert done.code == 0, done.err
    return done.out


def listed():
    return json.loads(ledger("--today", "2017-03-15", "list", "--json").out)


def shown(number):
    return json.loads(ledger("--today", "2017-03-15", "show", str(number), "--json").out)


def test_each_statement_is_accepted_skipped_or_rejected(types):
    types("accept", "skip", "reject", "a schedule")
    out = review("post.txt", *HERE)
    assert out.endswith("1 recorded, 0 cited, 1 rejected, 1 skipped\n")
    assert [(f["forecaster"], f["deadline"]) for f in listed()] == [("Ann Bell", "2017-12-31")]
    rejected = [e for e in json.loads(ledger("log", "--json").out) if e["kind"] == "rejected"]
    assert "a schedule" in rejected[0]["summary"]


def test_what_was_decided_is_kept_when_one_quits_and_not_asked_again(types):
    types("accept", "quit")
    review("post.txt", *HERE)
    asked = types("reject", "too vague", "skip")
    out = review("post.txt", *HERE)
    assert "1 of 3" not in out.split("\n")
    assert len([q for q in asked if q.startswith(DECIDE)]) == 2 + 2
    assert len(listed()) == 1
    types("accept")
    assert "3 of 3" in review("post.txt", *HERE)


@pytest.mark.parametrize("stop", [(), ("accept",), ("edit",), ("reject",), ("attach",)])
def test_leaving_by_ctrl_d_keeps_what_was_recorded(types, stop):
    types("accept", *stop)
    review("post.txt", *HERE)
    assert [f["forecaster"] for f in listed()][:1] == ["Ann Bell"]


def test_everything_can_be_edited_before_it_is_recorded(types):
    types(
        "edit",
        "claim", "Consumer prices have doubled",
        "by", "Ann Bell of Arland",
        "made", "2017-02-20..2017-02-22",
        "deadline", "2018-06-30",
        "words", "expects",
        "side", "not",
        "if", "the war goes on",
        "tags", "prices, war",
        "quote", "Prices will double",
        "",
        "accept", "quit",
    )  # fmt: skip
    review("post.txt", *HERE)
    found = shown(1)
    assert (found["claim"], found["forecaster"]) == (
        "Consumer prices have doubled", "Ann Bell of Arland",
    )  # fmt: skip
    assert (found["made_on"], found["made_on_latest"]) == ("2017-02-20", "2017-02-22")
    assert (found["deadline"], found["phrase"], found["negated"]) == ("2018-06-30", "expects", True)
    assert found["given"]["text"] == "the war goes on"
    assert found["tags"] == ["prices", "war"]
    assert found["citations"][0]["quote"] == "Prices will double"


def test_a_field_is_emptied_with_a_dash_and_kept_with_enter(types):
    types("edit", "role", "-", "by", "", "deadline", "-", "", "accept", "quit")
    review("post.txt", *HERE)
    assert (shown(1)["role"], shown(1)["forecaster"]) == (None, "Ann Bell")
    assert shown(1)["deadline"] is None


def test_an_anonymous_speaker_who_gets_a_name_is_a_person(types):
    types("skip", "edit", "by", "Eve Ford", "role", "US commander", "", "accept", "quit")
    review("post.txt", *HERE)
    assert (shown(1)["forecaster"], shown(1)["forecaster_kind"]) == ("Eve Ford", "person")


def test_the_voice_of_the_article_that_is_given_a_name_is_a_person(types):
    """Edit any field: who is named instead of the outlet is no organisation."""
    Path("post.txt").write_text("Prices will double by the end of 2017.\n", encoding="utf-8")
    types("edit", "by", "Eve Ford", "", "accept")
    review("post.txt", *HERE)
    assert (shown(1)["forecaster"], shown(1)["forecaster_kind"]) == ("Eve Ford", "person")


def test_a_claim_worded_anew_has_parts_of_its_own(types):
    Path("post.txt").write_text(
        "The army will take both Alba and Beren by June 2018, Ann Bell said.\n", encoding="utf-8"
    )
    types("edit", "claim", "Troops take both Alba and Beren", "", "accept")
    review("post.txt", *HERE)
    assert [part["text"] for part in shown(1)["parts"]] == [
        "Troops take Alba", "Troops take Beren",
    ]  # fmt: skip


def test_a_number_takes_the_place_of_the_words(types):
    types("edit", "probability", "70 %", "", "accept", "quit")
    review("post.txt", *HERE)
    assert (shown(1)["probability"], shown(1)["phrase"]) == (0.7, None)


@pytest.mark.parametrize(
    ("field", "wrong", "right", "says"),
    [
        ("probability", "150 %", "70 %", "not between 0 and 1"),
        ("deadline", "banana", "2018", 'cannot read "banana"'),
        ("kind", "prophet", "crowd", '"prophet" is no kind'),
        ("url", "example", "https://example.org", "no web address"),
        ("made", "2030-01-01", "2017-02-01", "lies in the future"),
    ],
)
def test_what_the_book_refuses_is_told_when_it_is_typed(types, field, wrong, right, says):
    """Edit any field: a value that cannot be taken is asked for again at once."""
    typed = ("edit", field, wrong, field, right, "", "accept", "quit")
    types(*typed)
    done = ledger("--today", "2017-03-15", "extract", "post.txt", *HERE, "--review")
    assert done.err.count(says) == 1
    assert "1 recorded" in done.out


def test_what_was_edited_is_shown_before_it_is_accepted(types):
    types("edit", "claim", "Prices triple", "", "quit")
    after = review("post.txt", *HERE).split("As edited:")[1]
    assert "Prices triple" in after
    assert "Ann Bell" in after


def test_an_answer_that_is_none_is_told_and_one_letter_is_not_enough_where_two_fit(types):
    types("what", "a", "quit")
    done = ledger("--today", "2017-03-15", "extract", "post.txt", *HERE, "--review")
    assert '"what" is no answer; type one of accept, edit' in done.err
    assert '"a" fits several; type one of accept, attach' in done.err
    assert listed() == []


def test_a_side_is_one_of_two(types):
    asked = types("edit", "side", "perhaps", "side", "not", "", "accept", "quit")
    assert "1 recorded" in review("post.txt", *HERE)
    assert asked.count("side (- empties it) [affirmative]: ") == 2


def test_the_beginning_of_a_word_is_enough(types):
    asked = types("e", "xyz", "cl", "Prices double", "", "ac", "q")
    review("post.txt", *HERE)
    assert asked.count(FIELD) == 3
    assert shown(1)["claim"] == "Prices double"


def test_the_same_forecast_is_proposed_as_a_citation_and_enter_takes_it(types):
    types("skip", "accept", "skip")
    review("post.txt", *HERE)
    asked = types("", "")
    out = review("herald.txt", "--published", "2017-03-02", "--source", "Herald")
    assert "The book has this already" in out
    assert f"{DECIDE} [attach]: " in asked
    assert len(listed()) == 1
    assert listed()[0]["sources"] == ["Daily Post", "Herald"]


def test_a_statement_is_attached_to_a_question_of_the_book(types):
    ledger("--today", "2017-03-15", "add", "Prices double by 2020", "--by", "Carl")
    types("attach", "q1", "quit")
    review("post.txt", *HERE)
    assert {f["question"] for f in listed()} == {"q1"}


def test_attaching_to_what_is_not_there_asks_again(types):
    types("attach", "99", "skip", "quit")
    assert "1 skipped" in review("post.txt", *HERE)


def test_day_and_outlet_are_asked_for_and_put_right(types):
    asked = types("banana", "2017-03-01", "", "Daily Post", "accept", "quit")
    review("post.txt")
    assert asked[0] == "When was post published (empty: not known): "
    assert shown(1)["citations"][0]["published"] == "2017-03-01"


def test_an_unknown_day_is_not_taken_for_today(types):
    """Missing publication date: never today's date."""
    types("", "Daily Post", "skip", "accept", "skip", "quit")
    out = review("post.txt")
    assert "0 recorded" in out
    assert listed() == []


def test_add_asks_for_the_outlet_on_a_terminal(types):
    types("Daily Post")
    done = ledger("--today", "2017-03-15", "extract", "post.txt", "--published", "2017-03-01",
                  "--add")  # fmt: skip
    assert done.out.endswith("3 recorded, 0 cited\n"), done.err


def test_add_takes_only_what_is_sure_enough(types):
    done = ledger("--today", "2017-03-15", "extract", "post.txt", *HERE, "--add", "--above", "1")
    assert done.out == "0 recorded, 0 cited, 3 not sure enough\n"
    assert "Daily Post" in ledger("coverage").out


def test_the_review_runs_on_a_real_terminal(tmp_path):
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    mine, its = pty.openpty()
    words = ["--today", "2017-03-15", "extract", "post.txt", *HERE, "--review"]
    with subprocess.Popen(
        [sys.executable, "-m", "ledger", *words],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT), "LEDGER_DB": ""},
        stdin=its, stdout=its, stderr=its, close_fds=True,
    ) as process:  # fmt: skip
        os.close(its)
        os.write(mine, b"accept\nreject\na wish\nquit\n")
        printed = screen(mine)
        assert process.wait(60) == 0, printed
    assert "1 recorded, 0 cited, 1 rejected" in printed
    assert (tmp_path / "predictions.db").exists()


def screen(terminal):
    """Return what a terminal shows whose program has ended."""
    text = b""
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # nobody holds the other end any more
            piece = b""
        if not piece:
            return text.decode()
        text += piece
