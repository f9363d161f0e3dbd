"""Questions: editing, merging, moving; and forecasters under several names."""

import pytest

from ledger.book import NewCitation, NewForecast
from ledger.errors import ConflictError, InputError, LedgerError, NotFoundError
from ledger.formats.replies import rearranged
from tests.book.builders import TODAY, add, fingerprint, listed, rule, shown, state, verdict

RACE = {"options": "Ann,Bob,Cy", "option": ("Ann",)}


def test_a_question_is_edited_and_shown_with_its_forecasts(book):
    add(book)
    book.edit_question(
        "q1", {"criteria": "flag on the roof", "judge": "the UN", "text": None}, TODAY
    )
    seen = book.question("q1")
    assert (seen.criteria, seen.judge, seen.text) == ("flag on the roof", "the UN", "Mosul retaken")
    assert (seen.forecasts, seen.answer, seen.final) == ((1,), "not known", False)


def test_the_unit_of_a_number_is_put_right(book):
    """`question edit` changes what the question is about, its unit as well."""
    add(book, "Inflation of 2017", accepts={"at_least": "3", "unit": "per cent"})
    assert book.edit_question("q1", {"unit": "percent"}, TODAY).unit == "percent"


def test_an_edit_or_move_after_which_all_is_as_before_is_refused(book, path):
    """As an amendment is: the journal holds what changed something."""
    add(book, "Both", all_of=("Mosul retaken", "Raqqa retaken"))
    book.edit_question("q1", {"judge": "the UN", "opens": "2017-01-01"}, TODAY)
    before = fingerprint(path)
    for same in ({"judge": "the UN"}, {"judge": "the UN", "opens": "2017-01-01"}):
        with pytest.raises(ConflictError, match="q1 reads so already; nothing recorded"):
            book.edit_question("q1", same, TODAY)
    with pytest.raises(ConflictError, match="part 2 of forecast 1 asks q2 already"):
        book.move(1, "q2", TODAY, part=2)
    assert fingerprint(path) == before
    book.edit_question("q1", {"judge": "the UN", "criteria": "flag"}, TODAY)


@pytest.mark.parametrize(
    "changes",
    [{}, {"criteria": " "}, {"opens": "soon"}, {"judge": "a\x07b"}, {"kind": "number"},
     {"unit": "percent"}, {"kind": None}, {"judge": "the UN", "kind": "number"}],
)  # fmt: skip
def test_an_edit_that_says_nothing_good_is_refused(book, path, changes):
    add(book)
    before = fingerprint(path)
    with pytest.raises(InputError):
        book.edit_question("q1", changes, TODAY)
    assert fingerprint(path) == before


def test_opening_a_question_later_than_its_answer_is_refused(book):
    add(book)
    rule(book, "q1", on="2017-07-10")
    with pytest.raises(ConflictError, match=r"correct --opens, .* `ledger resolve q1 --on DATE"):
        book.edit_question("q1", {"opens": "2018-01-01"}, TODAY)


def test_opening_a_question_after_a_deadline_on_it_is_refused(book, path):
    """`Silence is never a miss`: without a ruling there is no verdict."""
    add(book, "Mosul retaken by 2018")
    add(book, "Mosul retaken by 2017-08-08", question="q1", negated=True)
    before = fingerprint(path)
    refusal = (
        "forecast 2 would be true without a ruling: q1 opens on 2018-01-05, after its last day"
    )
    with pytest.raises(InputError, match=refusal):
        book.edit_question("q1", {"opens": "2018-01-05"}, TODAY)
    assert fingerprint(path) == before
    book.edit_question("q1", {"opens": "2017-08-08"}, TODAY)
    with pytest.raises(InputError, match="this forecast would be false without a ruling: q1 opens"):
        add(book, "Mosul retaken by 2017-08-07", question="q1")
    assert [verdict(book, n) for n in (1, 2)] == ["pending", "pending"]


def test_a_merge_or_a_move_to_a_question_that_opens_too_late_is_refused(book):
    add(book, "The Fed cuts again by 2019")
    book.edit_question("q1", {"opens": "2018-01-01"}, TODAY)
    add(book, "The Fed cuts by 2017")
    with pytest.raises(InputError, match=r"forecast 2 would be false .*; keep both questions"):
        book.merge_questions("q2", "q1", "same", TODAY)
    with pytest.raises(InputError, match=r"forecast 2 would be false .*; leave it where it is"):
        book.move(2, "q1", TODAY)


def test_editing_merging_and_moving_tell_what_they_settle(book):
    """As a ruling `lists every forecast that the ruling settles`."""
    add(book, "Mosul retaken by 2018")
    rule(book, "q1", on="2017-07-10")
    add(book, "Mosul falls by 2017-07-01")
    add(book, "Mosul liberated by 2018")
    moved = book.move(3, "q1", TODAY)
    assert [(s.id, s.before, s.verdict) for s in moved.settled] == [(3, "due", "true")]
    merged = book.merge_questions("q2", "q1", "same", TODAY)
    assert [(s.id, s.verdict, s.days_late) for s in merged.settled] == [(2, "false", 9)]
    assert "  -> forecast 2: false, 9 days late" in rearranged(merged).splitlines()
    assert book.edit_question("q1", {"judge": "the UN"}, TODAY).settled == ()


def test_questions_are_found_by_their_words(book):
    add(book, "Mosul retaken by 2018")
    add(book, "100% of votes by 2018")
    assert [q.question for q in book.questions()] == ["q1", "q2"]
    assert [q.question for q in book.questions("MOSUL")] == ["q1"]
    assert [q.question for q in book.questions("%")] == ["q2"]


class TestMerging:
    def test_forecasts_and_rulings_go_over(self, book):
        add(book, "Mosul retaken by 2018")
        add(book, "Mosul falls to the army by 2017-07-01")
        book.cite(1, NewCitation("Mail"), TODAY)  # a replay writes its rows here
        rule(book, "q2", on="2017-07-10")
        book.merge_questions("q2", "q1", "the same event", TODAY)
        assert [listed(book, n).question for n in (1, 2)] == ["q1", "q1"]
        assert [verdict(book, n) for n in (1, 2)] == ["true", "false"]
        assert book.question("q2").merged_into == "q1"

    def test_the_name_of_the_merged_one_still_serves(self, book):
        add(book, "Mosul retaken by 2018")
        add(book, "Mosul falls to the army by 2018")
        add(book, "Mosul liberated by 2018")
        book.merge_questions("q2", "q1", "same", TODAY)
        book.merge_questions("q1", "q3", "same", TODAY)
        rule(book, "q2", on="2017-07-10")
        add(book, "Mosul by 2017", question="q2")
        book.amend(2, NewForecast(note="x"), "why", TODAY)
        assert [listed(book, n).question for n in (1, 2, 3, 4)] == ["q3"] * 4
        assert {verdict(book, n) for n in (1, 2, 3, 4)} == {"true"}

    def test_the_same_ruling_on_both_is_no_hindrance(self, book):
        add(book, "Mosul retaken by 2018")
        add(book, "Mosul falls to the army by 2018")
        rule(book, "q1", on="2017-07-10")
        rule(book, "q2", on="2017-07-10")
        book.merge_questions("q2", "q1", "same", TODAY)
        assert [verdict(book, n) for n in (1, 2)] == ["true", "true"]

    def test_contradicting_rulings_are(self, book, path):
        add(book, "Mosul retaken by 2018")
        add(book, "Mosul falls to the army by 2018")
        rule(book, "q1", on="2017-07-10")
        rule(book, "q2", on="2017-07-11")
        before = fingerprint(path)
        with pytest.raises(ConflictError, match=r"keep both questions, .* `ledger resolve q2"):
            book.merge_questions("q2", "q1", "same", TODAY)
        assert fingerprint(path) == before

    def test_bounds_that_hang_on_it_go_over(self, book):
        add(book, "The king dies")
        add(book, "The monarch dies")
        add(book, "The heir marries", deadline="before q2")
        book.merge_questions("q2", "q1", "same", TODAY)
        rule(book, "q1", on="2017-06-10")
        assert str(listed(book, 3).deadline) == "2017-06-09"

    @pytest.mark.parametrize(
        ("gone", "stays"), [("q1", "q1"), ("q1", "q2"), ("q2", "q3"), ("q1", "q9"), ("1", "q1")]
    )
    def test_other_kinds_options_or_none_at_all_are_refused(self, book, path, gone, stays):
        add(book, "Mosul retaken by 2018")
        add(book, "Race", accepts=RACE)
        add(book, "Inflation", accepts={"at_least": "4"})
        before = fingerprint(path)
        with pytest.raises(LedgerError):
            book.merge_questions(gone, stays, "why", TODAY)
        assert fingerprint(path) == before

    def test_it_needs_a_reason(self, book):
        add(book, "A by 2018")
        add(book, "B by 2018")
        with pytest.raises(InputError, match="reason"):
            book.merge_questions("q1", "q2", "", TODAY)


class TestMoving:
    def test_a_part_is_put_to_another_question(self, book):
        add(book, "Mosul retaken by 2018")
        rule(book, "q1", on="2017-07-10")
        add(book, "Mosul liberated by 2018")
        book.move(2, "q1", TODAY)
        assert (listed(book, 2).question, verdict(book, 2)) == ("q1", "true")

    def test_of_several_parts_one_is_named(self, book):
        add(book, "Mosul retaken by 2018")
        add(book, "Both by 2018", all_of=("Mosul", "Raqqa"), given="The deal holds")
        with pytest.raises(InputError, match="--part"):
            book.move(2, "q1", TODAY)
        book.move(2, "q1", TODAY, 2)
        book.move(2, "q1", TODAY, 0)
        assert [p.question for p in shown(book, 2).parts] == ["q2", "q1"]
        assert shown(book, 2).given.question == "q1"

    @pytest.mark.parametrize(("question", "part"), [("q2", None), ("q9", None), ("q1", 7)])
    def test_it_must_fit(self, book, question, part):
        add(book, "Mosul retaken by 2018")
        add(book, "Inflation", accepts={"at_least": "4"})
        with pytest.raises(LedgerError):
            book.move(1, question, TODAY, part)

    def test_a_choice_moves_only_to_one_with_its_options(self, book, path):
        add(book, "Race", accepts=RACE)
        add(book, "Race of 2018", accepts={"options": "Dee,Eve", "option": ("Dee",)})
        before = fingerprint(path)
        with pytest.raises(LedgerError):
            book.move(2, "q1", TODAY)
        assert fingerprint(path) == before


class TestForecasters:
    def test_another_name_counts_under_the_main_one(self, book):
        add(book, by="Bob")
        add(book, by="Robert")
        book.edit_forecaster("Robert", kind=None, role=None, same_as="Bob")
        add(book, by="Robert")
        assert [listed(book, n).forecaster for n in (1, 2, 3)] == ["Bob"] * 3
        names = {f.name: (f.same_as, f.forecasts) for f in book.forecasters()}
        assert names == {"Bob": (None, 3), "Robert": ("Bob", 0)}

    def test_names_of_names_lead_to_the_main_one(self, book):
        for name in ("Bob", "Robert", "Rob"):
            add(book, by=name)
        book.edit_forecaster("Rob", kind=None, role=None, same_as="Robert")
        book.edit_forecaster("Robert", kind=None, role=None, same_as="Bob")
        assert [listed(book, n).forecaster for n in (1, 2, 3)] == ["Bob"] * 3

    def test_kind_and_role_are_put_right(self, book):
        add(book, by="Metaculus")
        seen = book.edit_forecaster("metaculus", kind="crowd", role="platform", same_as=None)
        assert (seen.kind, seen.role) == ("crowd", "platform")

    @pytest.mark.parametrize(
        "typed", ["Lt. Gen. Townsend", "Lt.  Gen.  Townsend", " lt. gen. townsend", "Lt. Gen"]
    )
    def test_another_name_is_edited_itself(self, book, typed):
        """Names are compared without regard to case and to runs of blanks, everywhere."""
        add(book, by="Stephen Townsend")
        add(book, by="Lt. Gen. Townsend")
        book.edit_forecaster("Lt. Gen. Townsend", kind=None, role=None, same_as="Stephen Townsend")
        seen = book.edit_forecaster(typed, kind=None, role="general", same_as=None)
        assert (seen.name, seen.same_as) == ("Lt. Gen. Townsend", "Stephen Townsend")
        roles = {f.name: f.role for f in book.forecasters()}
        assert roles == {"Lt. Gen. Townsend": "general", "Stephen Townsend": None}

    def test_the_latest_role_is_the_one_on_record(self, book):
        for role in ("minister", "president", "minister"):
            add(book, by="Bob", role=role)
        assert book.forecasters()[0].role == "minister"
        assert [listed(book, n).role for n in (1, 2, 3)] == ["minister", "president", "minister"]
        book.edit_forecaster("Bob", kind=None, role="retired", same_as=None)
        assert book.forecasters()[0].role == "retired"

    @pytest.mark.parametrize(
        ("name", "fields"),
        [
            ("Bob", {}),
            ("Bob", {"same_as": "Bob"}),
            ("Bob", {"kind": "prophet"}),
            ("Zed", {"role": "x"}),
            ("Bob", {"same_as": "Zed"}),
            ("Bob", {"role": "a\x1bb"}),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, book, path, name, fields):
        add(book, by="Bob")
        before = fingerprint(path)
        with pytest.raises(LedgerError):
            book.edit_forecaster(name, **{"kind": None, "role": None, "same_as": None, **fields})
        assert fingerprint(path) == before

    def test_two_names_cannot_be_each_others_main_one(self, book):
        add(book, by="Bob")
        add(book, by="Robert")
        book.edit_forecaster("Robert", kind=None, role=None, same_as="Bob")
        with pytest.raises(InputError):
            book.edit_forecaster("Bob", kind=None, role=None, same_as="Robert")


def test_a_question_that_is_not_there_is_named(book):
    with pytest.raises(NotFoundError, match="q1"):
        book.question("q1")
    with pytest.raises(InputError, match="q7"):
        book.question("Mosul")
    assert book.questions() == ()


def test_annulled_and_merged_questions_void_everyone(book):
    add(book, "A by 2018")
    add(book, "B by 2018")
    rule(book, "q1", void="no such city")
    book.merge_questions("q2", "q1", "same", TODAY)
    assert [state(book, n) for n in (1, 2)] == ["void", "void"]


def test_two_parts_of_a_forecast_are_not_merged_into_one(book, path):
    """The same part twice would say no more, and look like two."""
    add(book, "Both cities by 2018", all_of=("Mosul retaken", "Raqqa retaken"))
    before = fingerprint(path)
    twice = "forecast 1 would ask q{} twice, in part 1 and part 2; "
    with pytest.raises(ConflictError, match=twice.format(1) + "keep both questions"):
        book.merge_questions("q2", "q1", "same", TODAY)
    with pytest.raises(ConflictError, match=twice.format(2) + "leave it where it is"):
        book.move(1, "q2", TODAY, 1)
    assert fingerprint(path) == before


def test_parts_with_bounds_of_their_own_may_ask_one_question(book):
    add(book, "War twice by 2020", all_of=("War by 2018", "Conflict by 2019"))
    book.merge_questions("q2", "q1", "same", TODAY)
    assert [part.question for part in shown(book).parts] == ["q1", "q1"]
