"""Import and the command line hold to the same rules: names, sides, days."""

import json

import pytest

from ledger.book import Filter, NewCitation
from ledger.errors import InputError
from ledger.formats.replies import imported
from tests.book.builders import TODAY, add
from tests.book.test_moving import empty, flat, moved

# A row that takes the short way, and one that takes the long one.
WAYS = [{}, {"deadline": "by 8 August 2017"}, {"own_voice": True}]


def names(book, table):
    return [name for (name,) in book.con.execute(f"SELECT name FROM {table} ORDER BY id")]  # noqa: S608 - ours


@pytest.mark.parametrize("way", WAYS)
def test_names_that_differ_by_case_or_blanks_are_one_as_for_add(way):
    """`add` takes "ann" for Ann, and "afp" for AFP; a file means the same ones."""
    with empty() as book:
        add(book, "Mosul retaken by 2018", by="Ann Lee", citation=NewCitation("The  Sun"))
        rows = [
            flat(forecaster="ann lee", source="THE SUN", **way),
            flat(forecaster="ANN  Lee", source="the sun", claim="It snows", **way),
            flat(forecaster="Bob", source="afp", claim="It snows", **way),
            flat(forecaster="bob", source="AFP", claim="It hails", **way),
        ]
        done = moved(book, *rows)
        assert names(book, "forecaster") == ["Ann Lee", "Bob"]
        assert names(book, "source") == ["The Sun", "afp"]
        assert '"ann lee" is in the book as Ann Lee' in imported(done).splitlines()
        assert moved(book, *rows).known == 4  # read twice, it does nothing the second time
        assert names(book, "forecaster") == ["Ann Lee", "Bob"]


@pytest.mark.parametrize("way", WAYS)
def test_the_same_statement_under_two_spellings_of_a_name_is_one_forecast(way):
    """Who said what when makes a forecast."""
    with empty() as book:
        done = moved(book, flat(forecaster="Ann", **way), flat(forecaster="ann", **way))
        assert (done.added, done.known) == (1, 1)


def test_an_export_keeps_names_that_differ_by_case():
    """`export` into an empty book loses nothing, whatever an older book held."""
    with empty() as book, empty() as other:
        nested = (
            '{{"claim": "It rains", "forecaster": {{"name": "{0}"}}, "made_on": "2017-02-08", '
            '"parts": [{{"question": {{"key": "{0}", "text": "It rains"}}}}]}}'
        )
        moved(book, nested.format("Ann"), nested.format("ann"))
        moved(other, *book.export())
        assert names(other, "forecaster") == ["Ann", "ann"]


@pytest.mark.parametrize("way", WAYS)
def test_a_row_that_was_printed_before_it_was_said_is_refused_as_by_add(way):
    """An outlet cannot carry what is yet to be said."""
    with empty() as book:
        done = moved(book, flat(published_on="2017-02-07", **way))
        (problem,) = done.problems
        assert (problem.line, problem.column) == (1, "published_on")
        assert "older than the statement of 2017-02-08" in problem.message
        with pytest.raises(InputError, match="older than the statement"):
            add(book, made="2017-02-08", citation=NewCitation("AFP", published="2017-02-07"))
        assert moved(book, flat(published_on="2017-02-08", **way)).added == 1


def test_rows_without_a_deadline_are_told_since_claims_are_not_searched():
    """Honest results: what is taken as undated is said."""
    with empty() as book:
        rows = [
            flat(claim="Iraq is rid of ISIS by June 2017", deadline=None),
            flat(claim="It snows", deadline="none"),
            flat(),
        ]
        done = moved(book, *rows)
        assert (done.added, done.undated) == (3, 2)
        told = "2 without a deadline: claims are not searched for one"
        assert imported(done).splitlines()[1:] == [told]
        assert moved(book, *rows).undated == 0


def test_forecasts_and_other_lines_are_counted_apart():
    """An import says how many forecasts it took in."""
    with empty() as book:
        line = '{"record": "forecaster", "name": "Cy"}'
        done = moved(book, flat(), line)
        assert (done.added, done.others) == (1, 1)
        assert imported(done).startswith("1 forecast and 1 other line added, 0 were in the book")


def test_a_line_that_only_names_a_forecaster_is_taken():
    """`record` lines: a forecaster may have nothing but a name."""
    with empty() as book:
        moved(book, '{"record": "forecaster", "name": "Cy"}')
        assert names(book, "forecaster") == ["Cy"]


NUMBER, CHOICE = {"kind": "number"}, {"kind": "choice", "options": ["A", "B"]}


@pytest.mark.parametrize(
    ("typed", "question", "part", "said", "why"),
    [
        ({"more_than": "5", "less_than": "5"}, NUMBER,
         {"more_than": "5", "less_than": "5"}, {}, "no number is above 5 and below 5"),
        ({"at_least": "6", "at_most": "5"}, NUMBER,
         {"at_least": "6", "at_most": "5"}, {}, "swap the ends"),
        ({"at_least": "6", "more_than": "5"}, NUMBER,
         {"at_least": "6", "more_than": "5"}, {}, "two ends on the same side"),
        ({"options": "A,B,b", "option": ("A",)}, {"kind": "choice", "options": ["A", "B", "b"]},
         {"options": ["A"]}, {}, "each different"),
        ({"options": "A,B", "option": ("A=0.6", "B=0.6")}, CHOICE,
         {"options": ["A"]}, {"spread": {"options": {"A": 0.6, "B": 0.6}}}, "do not add up"),
        ({"options": "A,B", "option": ("A=0.6", "a=0.4")}, CHOICE,
         {"options": ["A"]}, {"spread": {"options": {"A": 0.6, "a": 0.4}}}, "two probabilities"),
        ({"options": "A,B", "option": ("A=0.6", "C=0.4")}, CHOICE,
         {"options": ["A"]}, {"spread": {"options": {"A": 0.6, "C": 0.4}}}, '"C"'),
        ({"quantiles": ("0.05=80", "0.95=60")}, NUMBER, {"at_least": 60, "at_most": 80},
         {"spread": {"quantiles": {"0.05": 80, "0.95": 60}}}, "higher quantiles cannot"),
    ],
)  # fmt: skip
def test_what_add_refuses_of_accepted_answers_import_refuses(typed, question, part, said, why):
    """Import takes no forecast that its wording alone would settle, and no other nonsense."""
    row = {"claim": "Race", "forecaster": {"name": "Ann"}, "made_on": "2017-02-08", **said,
           "parts": [{"question": {"key": "q", "text": "Race", **question}, **part}]}  # fmt: skip
    with empty() as book:
        with pytest.raises(InputError, match=why):
            add(book, "Race", accepts=typed)
        (problem, *_) = book.import_lines([json.dumps(row)]).problems
        assert why in problem.message


@pytest.mark.parametrize("beside", [{"probability": 0.5}, {"phrase": "likely"}])
def test_what_stands_beside_a_distribution_is_refused_by_add_and_import(beside):
    spread = {"quantiles": {"0.05": 60, "0.95": 80}}
    asked = {"key": "q", "text": "Race", "kind": "number"}
    row = {"claim": "Race", "forecaster": {"name": "Ann"}, "made_on": "2017-02-08",
           "parts": [{"question": asked, "at_least": 60, "at_most": 80}],
           "spread": spread, **beside}  # fmt: skip
    with empty() as book:
        with pytest.raises(InputError, match="says already how sure"):
            add(book, "Race", accepts={"quantiles": ("0.05=60", "0.95=80")},
                **{name: str(value) for name, value in beside.items()})  # fmt: skip
        (problem,) = book.import_lines([json.dumps(row)]).problems
        assert (problem.column, "says already how sure" in problem.message) == (*beside, True)


@pytest.mark.parametrize("way", WAYS)
def test_rows_are_recorded_in_the_order_of_their_lines(way):
    """The numbers of forecasts follow the file, also where a name is spelled otherwise."""
    with empty() as book:
        moved(
            book,
            flat(forecaster="Ann", source="AFP", claim="It rains", **way),
            flat(forecaster="ANN", source="AFP", claim="It snows", **way),
            flat(forecaster="Bob", source="afp", claim="It hails", **way),
            flat(forecaster="Cy", source="AFP", claim="It thaws", **way),
        )
        found = [(one.claim, one.forecaster, one.sources) for one in book.list(Filter(), TODAY)]
        assert found == [
            ("It rains", "Ann", ("AFP",)),
            ("It snows", "Ann", ("AFP",)),
            ("It hails", "Bob", ("AFP",)),
            ("It thaws", "Cy", ("AFP",)),
        ]


def test_a_row_under_another_spelling_has_the_document_of_the_long_way():
    """The short way gives the same journal as the long one."""
    names = {"forecaster": "ann", "source": "afp", "probability": 0.7, "tags": ["war"],
             "happened": "yes", "happened_on": "2017-06-01", "quote": "it will"}  # fmt: skip
    bodies = []
    for way in ({}, {"own_voice": False}):  # the second goes the long way
        with empty() as book:
            moved(book, flat(forecaster="Ann", source="AFP", claim="It rains"))
            moved(book, flat(claim="It snows", **names, **way))
            sql = "SELECT body FROM entry ORDER BY seq DESC LIMIT 1"
            bodies.append(book.con.execute(sql).fetchone()[0])
    assert bodies[0] == bodies[1]
