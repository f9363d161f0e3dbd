"""The calm pages: list, due, show, and the replies of writing commands."""

import datetime as dt

import pytest

from ledger.core import reports
from ledger.core.plurals import counted
from ledger.formats.due import due
from ledger.formats.listing import listing
from ledger.formats.registers import entries, forecasters, question, questions
from ledger.formats.replies import added, imported, problems, resolved
from ledger.formats.showing import brief, showing
from ledger.formats.words import deadline, lateness, moment, stated
from tests.formats import builders
from tests.formats.builders import listed, part, ruling, settled, shown, waiting


def test_a_list_shows_who_what_by_when_and_where_it_stands():
    assert listing([listed(), listed(id=2, forecaster="Analyst", negated=True)]) == (
        "id  forecaster        claim                                   deadline    status\n"
        "--  ----------------  --------------------------------------  ----------  ------\n"
        " 1  Stephen Townsend  Mosul and Raqqa retaken within six      2017-08-08  due\n"
        "                      months\n"
        " 2  Analyst           not: Mosul and Raqqa retaken within     2017-08-08  due\n"
        "                      six months"
    )


def test_an_empty_list_says_so():
    assert listing([]) == "No forecasts."
    assert due([]) == "Nothing is due."


def test_csv_carries_every_field_and_joins_several_sources():
    titles, row = listing([listed(sources=("Daily Mail", "The Sun"))], "csv").splitlines()
    assert titles.startswith("id,key,claim,forecaster,role,sources,made_on")
    assert "Daily Mail; The Sun" in row


CHOSEN = {"tags": ("retrospective", "war")}
WARNING = "\n\nchosen from retrospectives: not a fair sample"


@pytest.mark.parametrize(
    ("page", "warns"),
    [
        (listing([listed(), listed(**CHOSEN)]), True),
        (listing([listed()]), False),
        (listing([listed(**CHOSEN, status="struck")]), False),
        (listing([listed(**CHOSEN)], "csv"), False),
        (listing([listed(**CHOSEN)], "json"), False),
        (due([waiting(206, **CHOSEN)]), True),
        (due([waiting(206)]), False),
        (due([waiting(206, **CHOSEN)], "json"), False),
        (showing(shown(forecast=listed(**CHOSEN))), True),
        (showing(shown()), False),
        (showing(shown(forecast=listed(**CHOSEN)), "json"), False),
    ],
)
def test_where_what_was_chosen_with_hindsight_is_printed_so_is_the_warning(page, warns):
    """Where it is printed, so is "chosen from retrospectives: not a fair sample"."""
    assert page.endswith(WARNING) is warns
    assert ("fair sample" in page) is warns


def test_due_lists_what_passed_first_and_names_what_waits():
    text = due([waiting(206), waiting(-20, criteria="declared", judge="The SDF", id=2)])
    assert text == (
        "Overdue: 1\n"
        "   1  Stephen Townsend: Mosul and Raqqa retaken within six months\n"
        "      2017-08-08, 206 days over\n"
        "      waits for q2: Raqqa retaken (no agreed source)\n"
        "\n"
        "Falls due: 1\n"
        "   2  Stephen Townsend: Mosul and Raqqa retaken within six months\n"
        "      2017-08-08, in 20 days\n"
        "      waits for q2: Raqqa retaken (judge: The SDF)"
    )


def test_no_agreed_source_only_where_criteria_and_judge_are_missing():
    for agreed in ({"criteria": "declared"}, {"judge": "The SDF"}):
        assert "no agreed source" not in due([waiting(1, **agreed)])
    assert "no agreed source" in due([waiting(1)], "github")


def test_a_deadline_that_ends_today_is_not_over():
    assert "Falls due: 1" in due([waiting(0)])
    assert ", today\n" in due([waiting(0)])


def test_show_prints_everything_that_is_there():
    text = showing(
        shown(
            forecast=listed(status="false", days_late=70),
            parts=(part(), part(n=2, question="q2", text="Raqqa retaken", judge="The SDF")),
            given=part(n=0, question="q3", text="The siege holds"),
            citations=(
                reports.CitationShown(
                    "Daily Mail", "A title", "https://example.org/a", dt.date(2017, 3, 1),
                    "six months", "AP", True,
                ),
            ),
            updates=(reports.UpdateShown(builders.DAY, builders.DAY, 0.8, "likely", "again"),),
            rulings=(
                ruling(
                    by="Editor", note="declared", replaced_by=2,
                    evidence=(
                        reports.EvidenceShown(
                            "https://example.org/b", "Mosul", dt.date(2017, 7, 10)
                        ),
                    ),
                ),
                ruling(id=2, said="on 2017-07-21", replaces=1, why="the last clashes"),
            ),
            links=(reports.LinkShown("countered by", 4, "Not so fast"),),
            history=(
                reports.EntryShown(2, "2018-01-31T12:00:00.1Z", "forecast", "f1", "recorded"),
            ),
        )
    )  # fmt: skip
    assert text == EVERYTHING


EVERYTHING = """\
1  Mosul and Raqqa retaken within six months
   by         Stephen Townsend (person, Lt. Gen.)
   made       2017-02-08
   deadline   2017-08-08 ("within six months")
   said       believes
   status     false, 70 days late
   tags       war
   key        townsend

   Parts: all of them must hold
     q1  Mosul retaken
         accepts by 2017-08-08; known: yes, 2017-07-10 -> true
     q2  Raqqa retaken
         accepts by 2017-08-08; known: yes, 2017-07-10 -> true
         judge: The SDF

   On condition
     q3  The siege holds
         accepts by 2017-08-08; known: yes, 2017-07-10 -> true

   Read in
     Daily Mail (own voice), 2017-03-01, via AP
       A title
       "six months"
       https://example.org/a

   Updates
     2017-02-08  80 % (likely); again

   Rulings
        1  q1: on 2017-07-10; ruled by Editor; replaced by 2
           declared
           https://example.org/b (Mosul, 2017-07-10)
        2  q1: on 2017-07-21; replaces 1: the last clashes

   Links
     countered by 4  Not so fast

   History
        2  2018-01-31 12:00:00 recorded"""


def test_a_distribution_is_shown_option_by_option():
    text = showing(shown(spread={"options": {"CDU": "0.6", "SPD": "0.4"}}))
    assert "   Distribution\n     CDU: 0.6\n     SPD: 0.4" in text


def test_a_vague_struck_or_retracted_forecast_says_why():
    text = showing(
        shown(vague="no day, no place", struck="entered twice", retracted_on=builders.DAY)
    )
    for line in ("vague      no day, no place", "struck     entered twice", "on 2017-02-08"):
        assert line in text


def test_show_in_a_table_format_has_a_row_for_each_field():
    assert "claim,Mosul and Raqqa retaken within six months" in showing(shown(), "csv")


def test_what_one_needs_to_rule_is_brief():
    text = brief(shown(parts=(part(criteria="declared"),)))
    assert "criteria: declared" in text
    assert "History" not in text


def added_(**changes):
    fields = {
        "id": 1, "key": "k", "claim": "ISIS expelled by end of 2017", "forecaster": "Fallon",
        "made_on": builders.DAY, "made_on_latest": builders.DAY,
        "deadline": dt.date(2017, 12, 31), "deadline_earliest": None,
        "reading": "2017-12-31: the last day of 2017", "questions": ("q1",),
    }  # fmt: skip
    return reports.Added(**{**fields, **changes})


def test_add_shows_the_reading_that_it_took():
    assert added(added_()) == (
        "1  Fallon: ISIS expelled by end of 2017\n"
        "   due 2017-12-31: the last day of 2017\n"
        "   said 2017-02-08; asks q1"
    )


def test_add_says_that_there_is_no_deadline():
    text = added(added_(deadline=None, reading="no deadline in these words: undated"))
    assert text.splitlines()[1] == "   no deadline in these words: undated"


def test_add_says_once_when_the_day_of_saying_was_assumed():
    text = added(added_(said="said on 2017-03-01, the day of publication"))
    assert text.count("said") == 1
    # A note may begin with the same word: it tells nothing of the day.
    assert "said 2017-02-08; asks" in added(added_(notes=("said and done",)))


def test_add_of_a_known_key_says_that_it_was_recorded_already():
    assert "(recorded already)" in added(added_(new=False))


open_ = settled(id=20, verdict="pending", status="open")


@pytest.mark.parametrize(
    ("ruled", "text"),
    [
        (
            builders.resolved(settled(negated=True, verdict="false")),
            'Did "Russia attacks Ukraine" happen? yes, 2022-02-24 -> forecast 19 (not): false',
        ),
        (
            builders.resolved(settled(days_late=70), open_),
            """\
Did "Russia attacks Ukraine" happen? yes, 2022-02-24
  -> forecast 19: true, 70 days late
  -> forecast 20: still open""",
        ),
        (
            builders.resolved(settled(verdict="pending", status="due")),
            'Did "Russia attacks Ukraine" happen? yes, 2022-02-24 -> forecast 19: still due',
        ),
        (
            builders.resolved(settled(status="known", days_late=-3)),
            """\
Did "Russia attacks Ukraine" happen? yes, 2022-02-24
  -> forecast 19: true, but known before it was said: not scored""",
        ),
        (
            builders.resolved(answer="not by 2022-01-31"),
            'Did "Russia attacks Ukraine" happen? not by 2022-01-31 (no forecast asks it)',
        ),
        (
            builders.resolved(
                settled(), kind="number", text="Inflation in June 2023", answer="3.2 percent"
            ),
            '"Inflation in June 2023": 3.2 percent -> forecast 19: true',
        ),
        (
            builders.resolved(open_, kind="number", text="Inflation", answer="not known"),
            '"Inflation": not known -> forecast 20: still open',
        ),
        (
            builders.resolved(
                settled(verdict="void"), question=None, kind=None, answer="void: forged"
            ),
            "forecast 19: void: forged",
        ),
    ],
)
def test_a_ruling_asks_did_it_happen_and_lists_every_forecast_that_it_settles(ruled, text):
    assert resolved(ruled) == text


def test_an_import_counts_and_lists_every_problem_with_line_and_column():
    done = reports.Imported(1200, 3, False, (reports.Problem(7, "made_on", "is no day"),))
    assert imported(done) == "1,200 added, 3 were in the book already"
    assert problems(done) == ["line 7, made_on: is no day"]
    assert imported(reports.Imported(2, 0, True)).startswith("dry run: 2 would be added")


def test_the_other_tables():
    entry = reports.EntryShown(1, "2018-01-31T12:00:00.1Z", "book", "", "book opened")
    assert entries([entry]).splitlines()[2].split() == [
        "1", "2018-01-31", "12:00:00", "book", "book", "opened",
    ]  # fmt: skip
    who = reports.ForecasterShown("Lt. Gen. Townsend", "person", None, "Stephen Townsend", 0)
    assert "Stephen Townsend" in forecasters([who])
    asked = reports.QuestionShown(
        "q7", "k", "Inflation in June", "number", (), False, "percent", builders.DAY,
        "the first release", "Statistics office", "3.2", True, None, (1, 2), (ruling(),),
    )  # fmt: skip
    assert questions([asked]).splitlines()[2].split()[0] == "q7"
    page = question(asked)
    for line in ("answer     3.2, final", "kind       number, in percent", "opens      2017-02-08"):
        assert line in page


@pytest.mark.parametrize(
    ("days_late", "text"),
    [
        (None, ""),
        (0, "on the day"),
        (1, "1 day late"),
        (-44, "44 days early"),
        (1000, "1,000 days late"),
    ],
)
def test_lateness_in_words(days_late, text):
    assert lateness(days_late) == text


@pytest.mark.parametrize(
    ("probability", "phrase", "text"),
    [(0.7, None, "70 %"), (None, "probably", "probably"), (0.125, "odds", "12.5 % (odds)"),
     (None, None, ""), (0.0, None, "0 %")],
)  # fmt: skip
def test_how_sure_the_forecaster_was(probability, phrase, text):
    assert stated(probability, phrase) == text


def test_a_vague_deadline_is_a_window():
    one = listed(deadline_earliest=dt.date(2017, 7, 1))
    assert deadline(one) == "2017-07-01..2017-08-08"
    assert listing([one]).count("2017-07-01") == 0
    assert counted(1, "day") == "1 day"
    assert moment("2018-01-31T12:00:00.123Z") == "2018-01-31 12:00:00"
