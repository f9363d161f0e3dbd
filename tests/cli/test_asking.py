"""On a terminal the program asks: for the fields of a forecast, for doubts, for what happened."""

import json

import pytest

from ledger.cli import asking, asking_forecast
from ledger.cli.commands import add, resolve
from tests.cli.terminal import ledger, typist

TODAY = ("--today", "2018-03-02")


@pytest.fixture
def types(tmp_path, monkeypatch):
    """Sit at a terminal and type these lines, one for each question."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LEDGER_DB", raising=False)
    for module in (asking_forecast, add, resolve):
        monkeypatch.setattr(module, "interactive", lambda: True)
    return typist(monkeypatch)


def fields(number):
    shown = ledger(*TODAY, "show", str(number), "--json")
    assert shown.code == 0, shown.err
    return json.loads(shown.out)


def test_without_claim_it_asks_field_by_field_with_defaults(types):
    asked = types(
        "ISIS expelled by end of 2017", "Michael Fallon", "Daily Mail", "2017-03-01",
        "A title", "https://example.org/a", "", "2017-02-11", "", "expects", "officially declared",
        "",
    )  # fmt: skip
    done = ledger("--today", "2017-03-02", "add")
    assert done.code == 0, done.err
    assert "When was it said [2017-03-01]: " in asked
    found = fields(1)
    assert found["made_on"] == "2017-02-11"
    assert found["deadline"] == "2017-12-31"
    assert (found["probability"], found["phrase"]) == (None, "expects")
    assert found["citations"][0]["title"] == "A title"
    assert found["parts"][0]["criteria"] == "officially declared"


def test_a_printed_statement_without_any_day_is_asked_about_again(types):
    """With a source and no date at all it is refused: at the field, not at the end."""
    asked = types(
        "ISIS expelled by end of 2017", "Fallon", "Daily Mail", "", "", "", "", "", "2017-02-11",
        "", "", "", "",
    )  # fmt: skip
    done = ledger("--today", "2017-03-02", "add")
    assert (done.code, fields(1)["made_on"]) == (0, "2017-02-11")
    assert len([question for question in asked if "When was it said" in question]) == 2
    assert "this needs an answer" in done.err


def test_a_number_is_taken_as_a_probability_and_today_is_the_default_day(types):
    types("ISIS expelled by end of 2017", "Fallon", "", "", "", "70 %", "", "")
    assert ledger("--today", "2017-03-02", "add").code == 0
    found = fields(1)
    assert (found["made_on"], found["probability"], found["sources"]) == ("2017-03-02", 0.7, [])


def test_what_the_options_say_is_not_asked(types):
    asked = types("ISIS expelled by end of 2017", "", "", "", "")
    args = ("--by", "Fallon", "--made", "2017-02-11", "--probability", "0.7")
    assert ledger("--today", "2017-03-02", "add", *args).code == 0
    assert not [question for question in asked if "Who said" in question or "sure" in question]


def test_an_option_that_cannot_be_read_is_refused_and_not_asked_about(types):
    """An exit code 2 with one line; asking for a deadline again cannot mend --made."""
    types("ISIS expelled", "", "2017-12-31", "2018", "")
    done = ledger(*TODAY, "add", "--by", "Fallon", "--made", "next year")
    assert done.code == 2
    assert "--made" in done.err


def test_a_claim_that_may_be_negative_is_asked_about(types):
    types("y", "Russia attacks Ukraine by end of 2022")
    claim = "Russia will not attack Ukraine by end of 2022"
    done = ledger("--today", "2017-03-02", "add", claim, "--by", "Analyst")
    assert done.code == 0, done.err
    found = fields(1)
    assert (found["negated"], found["parts"][0]["text"]) == (True, "Russia attacks Ukraine")


def test_a_new_claim_that_may_be_negative_is_asked_about_too(types):
    """`amend ID <options of add>`: on a terminal the same question as `add` asks."""
    assert ledger("--today", "2017-03-02", "add", "Mosul falls by 2017", "--by", "A").code == 0
    types("y", "Mosul falls")
    done = ledger(*TODAY, "amend", "1", "--claim", "Mosul won't fall by 2018", "--why", "w")
    assert done.code == 0, done.err
    found = fields(1)
    assert (found["claim"], found["negated"]) == ("Mosul falls", True)
    assert (found["deadline"], found["made_on"]) == ("2018-12-31", "2017-03-02")


def test_a_quarter_or_a_question_in_the_claim_is_asked_about(types):
    """A claim that says "before q1" is in doubt: on a terminal its deadline is asked for."""
    types("Q1 2018")
    done = ledger("--today", "2017-03-02", "add", "Raqqa falls before q1", "--by", "A")
    assert (done.code, fields(1)["deadline"]) == (0, "2018-03-31")


def test_the_deadline_of_the_first_wording_is_kept_and_shown(types):
    """What the claim said by when counts, however it is worded positively."""
    types(
        "Ferry never returns to Norvik by 2028", "Ann", "", "", "", "", "", "",
        "y", "The ferry returns to Norvik",
    )  # fmt: skip
    done = ledger("--today", "2017-03-02", "add")
    assert done.code == 0, done.err
    assert '"by 2028"' in done.out
    found = fields(1)
    assert (found["claim"], found["negated"]) == ("The ferry returns to Norvik", True)
    assert (found["deadline"], found["deadline_phrase"]) == ("2028-12-31", "by 2028")


def test_another_deadline_in_the_new_wording_counts(types):
    types("y", "The ferry returns by 2029")
    claim = "The ferry never returns by 2028"
    done = ledger("--today", "2017-03-02", "add", claim, "--by", "Ann")
    assert (done.code, fields(1)["deadline"]) == (0, "2029-12-31")


def test_a_positive_wording_is_offered_and_taken_with_enter(types):
    asked = types("y", "")
    claim = "Russia will not attack Ukraine by end of 2022"
    assert ledger("--today", "2017-03-02", "add", claim, "--by", "Analyst").code == 0
    assert "[Russia will attack Ukraine by end of 2022]" in asked[-1]
    assert (fields(1)["negated"], fields(1)["deadline"]) == (True, "2022-12-31")


def test_a_wording_that_still_denies_is_explained_and_asked_again(types):
    types("y", "War never comes", "War comes")
    done = ledger("--today", "2017-03-02", "add", "No war comes by 2022", "--by", "Analyst")
    assert (done.code, fields(1)["claim"]) == (0, "War comes")
    assert "denied twice; word it positively" in done.err


def test_a_word_that_belongs_to_a_name_is_taken_in_quotation_marks(types):
    """What only sounds like a denial can be denied: the question is asked once and no more."""
    types("y", 'The party that "never lost" wins')
    done = ledger("--today", "2017-03-02", "add", "The party that never lost wins", "--by", "Ann")
    assert (done.code, fields(1)["negated"]) == (0, True)


def test_a_day_of_saying_in_words_counts_from_the_day_of_publication(types):
    types(
        "Mosul falls", "Ann", "Daily Mail", "2017-03-01", "", "", "", "last month", "", "", "", ""
    )
    done = ledger("--today", "2020-03-02", "add")
    assert done.code == 0, done.err
    assert fields(1)["made_on"] == "2017-02-01"


def test_words_that_deny_are_asked_about(types):
    types("y", "")
    args = ("--by", "Analyst", "--phrase", "unlikely")
    assert ledger("--today", "2017-03-02", "add", "Russia attacks by 2022", *args).code == 0
    assert (fields(1)["negated"], fields(1)["phrase"]) == (True, "unlikely")


def test_words_that_commit_to_nothing_are_kept_as_vague_when_asked(types):
    asked = types("")
    args = ("--by", "Analyst", "--phrase", "may")
    assert ledger("--today", "2017-03-02", "add", "Russia attacks by 2022", *args).code == 0
    assert "Keep it as vague" in asked[-1]
    assert (fields(1)["status"], fields(1)["vague"]) == ("vague", "may commits to nothing")


def test_a_claim_that_only_sounds_negative_stays_affirmative(types):
    types("n")
    ledger("--today", "2017-03-02", "add", "No deal by end of 2017", "--by", "Analyst")
    assert fields(1)["negated"] is False


@pytest.mark.parametrize(("answer", "question"), [("y", "q1"), ("", "q1"), ("n", "q2")])
def test_the_same_text_asks_whether_it_is_the_same_question(types, answer, question):
    asked = types(answer)
    for who in ("Fallon", "Abadi"):
        done = ledger("--today", "2017-03-02", "add", "ISIS expelled by end of 2017", "--by", who)
        assert done.code == 0, done.err
    assert "same question as q1? [Y/n]" in asked[-1]
    assert fields(2)["question"] == question


def test_leaving_in_the_middle_records_nothing(types, tmp_path):
    types("ISIS expelled by end of 2017")
    assert ledger("--today", "2017-03-02", "add").code == 130
    assert list(tmp_path.iterdir()) == []


def book_of_three(types):
    types()
    for claim, who in (
        ("Mosul retaken by 2017-06-30", "Abadi"),
        ("Raqqa retaken by 2017-08-08", "Townsend"),
        ("ISIS expelled by 2017-12-31", "Fallon"),
    ):
        args = ("--source", "Daily Mail", "--made", "2017-02-11", "--published", "2017-03-01")
        done = ledger("--today", "2017-03-02", "add", claim, "--by", who, *args)
        assert done.code == 0, done.err


def test_resolve_alone_walks_the_due_list_and_keeps_what_was_answered(types):
    book_of_three(types)
    asked = types(
        "yes", "2017-07-10", "https://example.org/a 2017-07-10 Mosul", "", "declared",  # Abadi
        "no", "y", "", "",  # Townsend
        "quit",  # Fallon
    )  # fmt: skip
    done = ledger(*TODAY, "resolve")
    assert done.code == 0, done.err
    assert "1 of 3" in done.out
    assert "Daily Mail, 2017-03-01" in done.out
    assert "forecast 1: false, 10 days late" in done.out
    assert [question for question in asked if question.startswith("Evidence")]
    assert [fields(n)["status"] for n in (1, 2, 3)] == ["false", "false", "due"]
    ruling = fields(1)["rulings"][0]
    assert (ruling["note"], ruling["evidence"][0]["title"]) == ("declared", "Mosul")


def test_a_mistyped_day_is_asked_again(types):
    book_of_three(types)
    types("yes", "someday", "", "", "yes", "2017-06-10", "", "", "quit")
    done = ledger(*TODAY, "resolve")
    assert 'cannot read "someday"' in done.err
    assert fields(1)["status"] == "true"


def test_skip_void_and_vague(types):
    book_of_three(types)
    types("skip", "void", "a forged quote", "vag", "nobody could check it")
    assert ledger(*TODAY, "resolve").code == 0
    assert [fields(n)["status"] for n in (1, 2, 3)] == ["due", "void", "vague"]


def test_an_answer_that_settles_another_forecast_is_not_asked_twice(types):
    types("y")
    for who in ("Fallon", "Abadi"):
        ledger("--today", "2017-03-02", "add", "ISIS expelled by end of 2017", "--by", who)
    types("no", "n", "", "")
    done = ledger(*TODAY, "resolve")
    assert (done.code, done.err) == (0, "")
    assert "-> forecast 1: false\n  -> forecast 2: false" in done.out


def test_numbers_and_options_have_their_own_answers(types):
    types()
    for args in (
        ("Rates in 2017", "--deadline", "2017-12-30", "--at-most", "4.5"),
        ("The vote of 2017", "--deadline", "2017-12-31", "--option", "A", "--options", "A,B"),
    ):
        ledger("--today", "2017-03-02", "add", *args, "--by", "Bank", "--made", "2017-02-11")
    types("value", "3.2", "", "", "option", "B", "", "")
    done = ledger(*TODAY, "resolve")
    assert (done.code, done.err) == (0, "")
    assert [fields(n)["status"] for n in (1, 2)] == ["true", "false"]


@pytest.mark.parametrize(
    ("args", "typed", "wrong", "shown", "answer"),
    [
        (("--at-most", "4.5"), "3.2", "3,2", "Answer (the number, LOW..HIGH, void,", "3.2"),
        (("--at-most", "4.5"), "3..4", "many", "Answer (the number, LOW..HIGH, void,", "3..4"),
        (("--option", "Diallo", "--options", "Diallo,Osei"), "osei", "Diego",
         "Answer (Diallo, Osei, void,", "Osei"),
        (("--option", "Void", "--options", "Void,Osei"), "Osei", "v",
         "Answer (option, void,", "Osei"),
        (("--option", "A" * 70, "--options", "A" * 70 + ",Osei"), "Osei", "yes",
         "type one of the option itself, void,", "Osei"),
    ],
)  # fmt: skip
def test_the_number_or_the_option_itself_is_an_answer(types, args, typed, wrong, shown, answer):
    """The walk asks what the question asks for, and names the options."""
    types()
    day = ("--deadline", "2017-12-30", "--made", "2017-02-11")
    ledger("--today", "2017-03-02", "add", "The vote of 2017", *args, *day, "--by", "Bank")
    asked = types(wrong, typed, "", "")
    done = ledger(*TODAY, "resolve")
    assert (done.code, f'"{wrong}"' in done.err) == (0, True)
    assert shown in done.err + "".join(asked)
    assert fields(1)["parts"][0]["answer"] == answer


def recorded(*args):
    done = ledger("--today", "2017-03-02", "add", *args, "--made", "2017-02-11", "--by", "Bank")
    assert done.code == 0, done.err


PARTS = ("Both by 2017", "--all-of", "Mosul is retaken", "--all-of", "Raqqa is retaken")
CONDITIONAL = ("War by 2017", "--if", "The deal collapses", "--if-by", "2017-06-30")
YES, NO = ("yes", "2017-05-01", "", ""), ("no", "n", "", "")


@pytest.mark.parametrize(
    ("args", "typed", "status", "asked_about"),
    [
        (PARTS, (*YES, *YES), "true", ["q1", "q2"]),
        (PARTS, NO, "false", ["q1"]),
        (PARTS, (*YES, "skip"), "due", ["q1", "q2"]),
        (PARTS, ("skip",), "due", ["q1"]),
        (PARTS, (*YES, "void", "a forged quote"), "void", ["q1", "q2"]),
        (CONDITIONAL, (*YES, *YES), "true", ["q2", "q1"]),
        (CONDITIONAL, NO, "void", ["q2"]),
    ],
)
def test_a_forecast_is_asked_about_until_it_is_settled_or_skipped(
    types, args, typed, status, asked_about
):
    """`ledger resolve` alone walks the due list: question by question of each forecast."""
    types()
    recorded(*args)
    types(*typed)
    done = ledger(*TODAY, "resolve")
    assert (done.code, done.err, fields(1)["status"]) == (0, "", status)
    assert [line[:2] for line in done.out.splitlines() if line[:1] == "q"] == asked_about


def test_no_question_is_asked_twice_in_one_walk(types):
    types()
    recorded(*PARTS)
    recorded("Mosul and the dam by 2017", "--all-of", "q1", "--all-of", "The dam is retaken")
    types("skip", *YES)  # of Mosul nothing is known, of the dam something is
    done = ledger(*TODAY, "resolve")
    assert (done.code, done.err) == (0, "")
    assert [line[:2] for line in done.out.splitlines() if line[:1] == "q"] == ["q1", "q3"]


def test_a_question_is_asked_again_for_a_later_deadline(types):
    """`no` on a forecast means not by its deadline: of the later one it says nothing."""
    types()
    recorded("Mosul is retaken by 2017-06-30")
    recorded("Mosul is retaken by 2017-12-31", "--question", "q1")
    types("no", "y", "", "", *YES[:1], "2017-08-01", "", "")
    assert ledger(*TODAY, "resolve").err == ""
    assert [fields(n)["status"] for n in (1, 2)] == ["false", "true"]


def test_a_part_whose_own_day_passed_is_asked_about_alone(types):
    """Naming the part or condition that waits: the others have time."""
    types()
    recorded("Both", "--all-of", "Mosul falls by June 2017", "--all-of", "Raqqa falls by 2019")
    types(*YES)
    done = ledger(*TODAY, "resolve")
    assert (done.code, done.err, fields(1)["status"]) == (0, "", "open")


def test_nothing_to_walk_through(types):
    book_of_three(types)
    types()
    assert ledger("--today", "2017-03-02", "resolve").out == "Nothing is due.\n"


def test_answers_are_asked_until_they_are_understood(monkeypatch):
    lines = iter(["maybe", "v", "vo", "", "name", "perhaps", "N"])
    monkeypatch.setattr("builtins.input", lambda _label: next(lines))
    assert asking.choose("What", ("void", "vague")) == "void"
    assert asking.insist("Who") == "name"
    assert asking.confirm("Sure?", default=True) is False


def test_nobody_is_asked_in_a_pipe():
    assert asking.interactive() is False


def test_one_bad_answer_is_told_and_asked_again_and_the_rest_is_kept(types):
    """Without CLAIM it asks field by field: a slip does not end the conversation."""
    asked = types(
        "", "ISIS expelled by end of 2017", "Fal\tlon", "Fallon", "Daily Mail", "someday",
        "2017-03", "2017-03-01", "", "example.org", "https://example.org/a", "", "2018-01-01",
        "2017-02-11", "2016-12-31", "by the end of 2017", "700 %", "70 %", "", "",
    )  # fmt: skip
    done = ledger("--today", "2017-03-02", "add")
    assert done.code == 0, done.err
    assert fields(1)["probability"] == 0.7
    told = done.err.splitlines()
    for part in (
        "needs an answer", "U+0009", 'cannot read "someday"', "more than one day",
        "is no web address", "lies in the future", "before the day of the statement",
        "not between 0 and 1",
    ):  # fmt: skip
        assert [line for line in told if part in line], part
    assert len([question for question in asked if question.startswith("How sure")]) == 2


def test_the_deadline_that_the_claim_says_is_checked_while_somebody_types(types):
    types("ISIS expelled by end of 2016", "Fallon", "", "", "", "2017-12-31", "", "", "")
    done = ledger("--today", "2017-03-02", "add")
    assert (done.code, fields(1)["deadline"]) == (0, "2017-12-31")
    assert "2016-12-31 lies before the day of the statement" in done.err


def test_the_same_forecast_is_recorded_anew_only_when_that_is_meant(types):
    claim = ("add", "ISIS expelled by end of 2017", "--by", "Fallon")
    types("n", "y", "n")
    assert ledger("--today", "2017-03-02", *claim).code == 0
    done = ledger("--today", "2017-03-02", *claim, "--question", "q1")
    assert (done.code, "says the same already" in done.err) == (4, True)
    done = ledger("--today", "2017-03-02", *claim, "--question", "q1")
    assert (done.code, done.out[:1]) == (0, "2")


def test_what_cannot_be_an_answer_is_told_with_what_can(types):
    book_of_three(types)
    asked = types(
        "?", "", "v", "yes", "2019-01-01", "2017-07-10..2017-07-01", "", "yes", "2017-07-10",
        "example.org", "https://example.org/a 2019-01-01", "https://example.org/a", "", "",
        "quit",
    )  # fmt: skip
    done = ledger(*TODAY, "resolve")
    assert done.code == 0, done.err
    assert [fields(n)["status"] for n in (1, 2)] == ["false", "due"]
    assert '"?" is no answer; type one of yes, no, void, vague, skip, quit' in done.err
    assert "no answer; type one of yes" in done.err
    assert '"v" fits several; type one of void, vague' in done.err
    for part in ("lies in the future", "swap the ends", "is no web address", "evidence of 2019"):
        assert part in done.err
    assert not [question for question in asked if "\n" in question or "\\x0a" in question]
    assert "q1: Mosul retaken" in done.out
    assert len([question for question in asked if question.startswith("A note")]) == 1


def test_an_option_that_is_none_is_refused_when_it_is_typed(types):
    types()
    args = ("The vote of 2017", "--deadline", "2017-12-31", "--option", "A", "--options", "A,B")
    ledger("--today", "2017-03-02", "add", *args, "--by", "Bank", "--made", "2017-02-11")
    asked = types("option", "C", "B", "", "")
    done = ledger(*TODAY, "resolve")
    assert done.code == 0
    assert 'q1 has no option "C"; its options are: A, B' in done.err
    assert [q.partition(" (")[0] for q in asked] == [
        "Answer", "Which option", "Which option", "Evidence: address, date, title", "A note",
    ]  # fmt: skip


def test_yes_or_no_is_asked_until_it_is_understood(monkeypatch, capsys):
    lines = iter(["perhaps", "y"])
    monkeypatch.setattr("builtins.input", lambda _label: next(lines))
    assert asking.confirm("Sure?", default=False) is True
    assert '"perhaps" is neither yes nor no; type y or n' in capsys.readouterr().err
