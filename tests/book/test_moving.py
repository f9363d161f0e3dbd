"""Moving books: "one transaction; idempotent (same key and body: nothing; same key, other
body: conflict); every problem is listed with line and column. `export` into an empty book gives
equal lists and scorecards." """

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from ledger.book import (
    Filter,
    Ledger,
    NewCitation,
    NewForecast,
    NewRuling,
    NewUpdate,
    ScorecardRequest,
)
from ledger.book.moving import importing
from ledger.core.reports import Imported
from ledger.errors import InputError
from ledger.exchange import ahead
from tests.book.builders import RECORDED, TODAY, add, fingerprint, rule

SAMPLE = Path(__file__).parents[2] / "sample" / "forecasts.ndjson"
TABLES = ("forecaster", "source", "article", "question", "forecast", "part", "revision",
          "citation", "ruling", "evidence", "link", "tag", "rejected", "reading")  # fmt: skip

FLAT = {"claim": "It rains", "forecaster": "Ann", "made_on": "2017-02-08",
        "deadline": "2017-08-08", "probability": 0.7, "source": "AFP"}  # fmt: skip


@contextmanager
def empty(now: dt.datetime = RECORDED) -> Iterator[Ledger]:
    """Give a new book, and check what import promises of every book it has written."""
    with (
        TemporaryDirectory() as folder,
        Ledger.create(Path(folder) / "book.db", clock=lambda: now) as book,
    ):
        yield book
        assert book.verify() == ()
        assert book.con.execute("PRAGMA foreign_key_check").fetchall() == []
        assert book.con.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert book.con.execute("PRAGMA foreign_keys").fetchall() == [(1,)]


def flat(**fields: Any) -> str:
    row = {**FLAT, **fields}
    return json.dumps({name: value for name, value in row.items() if value is not None})


def moved(book: Ledger, *lines: str, **how: Any) -> Imported:
    return book.import_lines([f"{line}\n" for line in lines], **how)


def places(report: Imported) -> list[tuple[int, str]]:
    return [(problem.line, problem.column) for problem in report.problems]


def tables(book: Ledger) -> dict[str, list[Any]]:
    sql = "SELECT * FROM {} ORDER BY rowid"
    return {table: book.con.execute(sql.format(table)).fetchall() for table in TABLES}


def journal(book: Ledger) -> list[Any]:
    return book.con.execute("SELECT seq, kind, about, body FROM entry WHERE seq > 1").fetchall()


def lists(book: Ledger) -> Any:
    """Return what a reader sees of a book: its list, and the scorecards."""
    cards = [
        book.scorecard(ScorecardRequest(per=per), TODAY) for per in ("forecaster", "source", "tag")
    ]
    return book.list(Filter(), TODAY), cards


@pytest.fixture
def rich(book: Ledger) -> Ledger:
    """A book with everything in it that later entries can change."""
    add(
        book,
        "Mosul and Raqqa retaken by 2017-08-08",
        by="Stephen Townsend",
        key="townsend",
        role="general",
        all_of=("Mosul is retaken", "Raqqa is retaken"),
        tags=("war", "a;b"),
        citation=NewCitation("Daily Mail", "T", "https://a.org/1", "2017-03-01", "said", "AFP"),
    )
    add(book, "Iraq is free by 2017-03-27", by="Haider al-Abadi", probability="0.7", note="n")
    add(
        book,
        "Iraq is rid of them by 2017-03-27",
        by="observers",
        forecaster_kind="crowd",
        negated=True,
        counters=2,
        question="q3",
        citation="AFP",
    )
    add(book, "Peace within three days of it", by="Ann", deadline="within 72 hours of q3")
    add(
        book,
        "Inflation is high in 2017",
        by="Ben",
        accepts={"at_least": "4.5", "unit": "%"},
        given="war",
    )
    add(
        book,
        "Clinton wins by 2016-11-08",
        by="Model",
        forecaster_kind="model",
        made="2016-10-01",
        accepts={"option": ("Clinton=0.7", "Trump=0.3"), "options": "Clinton,Trump"},
    )
    add(book, "Something may happen", by="Ann", vague="nobody could say what")
    add(book, "It rains by 2018-01-01", by="S. Townsend", criteria="10 mm", judge="BBC")
    book.cite(1, NewCitation("The Sun", own_voice=True), TODAY)
    book.update(2, NewUpdate("0.9", made="2017-03-01"), TODAY)
    book.retract(4, "2017-04-01", TODAY, NewCitation("Le Monde"))
    book.strike(7, "entered twice", TODAY)
    rule(book, "q1", not_by="2017-06-01", by="Eva")
    rule(book, "q1", on="2017-07-10", evidence=("https://b.org 2017-07-11 Mosul falls",))
    rule(book, "q3", on="2017-12-01")
    rule(book, "q3", on="2017-12-09", replace=3, why="that was another town")
    rule(book, "q3", on="2017-12-09..2017-12-10", replace=4, why="nobody knows the hour")
    rule(book, "q7", option="Trump", note="counted")
    rule(book, "q8", void="the gauge broke")
    book.edit_forecaster("S. Townsend", kind=None, role=None, same_as="Stephen Townsend")
    book.edit_forecaster("Ann", kind="anonymous", role="analyst", same_as=None)
    book.amend(2, NewForecast(claim="Iraq is free of them by 2017-03-27"), "wording", TODAY)
    return book


def test_export_into_an_empty_book_gives_equal_lists_and_scorecards(rich):
    lines = list(rich.export())
    with empty() as other:
        report = moved(other, *lines)
        assert report.problems == ()
        assert lists(other) == lists(rich)
        assert list(other.export()) == lines


def test_what_is_exported_is_known_where_it_comes_from(rich):
    before = fingerprint_of(rich)
    report = moved(rich, *rich.export())
    assert (report.added, report.problems) == (0, ())
    assert fingerprint_of(rich) == before


def fingerprint_of(book: Ledger) -> str:
    return fingerprint(Path(book.con.execute("PRAGMA database_list").fetchone()[2]))


def test_the_sample_loses_nothing():
    now = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    with empty(now) as one, empty(now) as two:
        first = one.import_lines(SAMPLE.read_text(encoding="utf-8").splitlines())
        assert first.problems == ()
        assert first.added == 91
        assert moved(two, *one.export()).added == 91
        assert lists(one) == lists(two)
        assert list(one.export()) == list(two.export())
        again = one.import_lines(SAMPLE.read_text(encoding="utf-8").splitlines())
        assert (again.added, again.known) == (0, 91)


def test_replaced_rulings_travel_inside_those_that_replaced_them(rich):
    docs = [json.loads(line) for line in rich.export()]
    [ruling] = [r for r in docs[1]["rulings"] if "on" in r]
    assert ruling["on_latest"] == "2017-12-10"
    assert ruling["replaces"]["replaces"] == {"on": "2017-12-01"}


def test_the_same_file_twice_adds_nothing(book):
    lines = [flat(), flat(forecaster="Ben"), flat(claim="It snows", tags=["a"])]
    assert moved(book, *lines).added == 3
    before = journal(book)
    report = moved(book, *lines, *lines)
    assert (report.added, report.known, report.problems) == (0, 6, ())
    assert journal(book) == before


@pytest.mark.parametrize("first", [flat(key="k"), flat(key="k", tags=["a"])])
@pytest.mark.parametrize("again", [False, True])
def test_the_same_key_with_another_body_is_a_conflict(book, first, again):
    other = flat(key="k", claim="It snows")
    if again:
        moved(book, first)
        report = moved(book, flat(), other)
        assert places(report) == [(2, "key")]
    else:
        report = moved(book, first, other)
        assert places(report) == [(2, "key")]
    assert 'the key "k"' in report.problems[0].message


def test_a_file_is_taken_in_as_a_whole_or_not_at_all(book, path):
    before = fingerprint(path)
    lines = [flat(), flat(claim="It snows", note="n"), flat(made_on="soon"), flat(claim="Hail")]
    report = moved(book, *lines)
    assert (report.added, places(report)) == (0, [(3, "made_on")])
    assert fingerprint(path) == before


def test_every_problem_is_listed_with_line_and_column(book):
    report = moved(
        book,
        flat(probability=70, url="a.org"),
        "{",
        flat(),
        '{"claim": 1, "claim": 2}',
        flat(key="k", links=[]),
        flat(key="k2", deadline="2016-01-01"),
        json.dumps({"record": "weather"}),
        flat(key="k3", note="a"),
        flat(key="k3", note="b"),
    )
    assert places(report) == [
        (1, "probability"), (1, "url"), (2, "2"), (4, "claim"), (5, "links"), (6, "deadline"),
        (7, "record"), (9, "key"),
    ]  # fmt: skip
    assert journal(book) == []


def test_a_link_to_nobody_is_a_problem(book):
    doc = {**json.loads(flat(key="a")), "forecaster": {"name": "Ann"}, "parts": [
        {"question": {"key": "q", "text": "It rains"}}]}  # fmt: skip
    doc = {name: value for name, value in doc.items() if name != "source"}
    linked = {**doc, "key": "b", "links": [{"kind": "counters", "key": "a"}]}
    loose = {**doc, "key": "c", "links": [{"kind": "revises", "key": "nobody"}]}
    assert places(moved(book, json.dumps(linked), json.dumps(loose), json.dumps(doc))) == [
        (2, "links")
    ]
    assert moved(book, json.dumps(linked), json.dumps(doc)).added == 2
    [(kind, other)] = book.con.execute("SELECT kind, other_id FROM link").fetchall()
    assert (kind, other) == ("counters", 2)


def test_a_ruling_against_what_the_book_knows_is_a_problem(book):
    rows = [
        flat(question="rain", happened="yes", happened_on="2017-05-01"),
        flat(question="rain", happened="yes", happened_on="2017-06-01", forecaster="Ben"),
    ]
    report = moved(book, *rows)
    assert places(report) == [(2, "happened")]
    assert "contradicts" in report.problems[0].message
    assert journal(book) == []


RAIN = {"claim": "It rains", "forecaster": {"name": "Ann"}, "made_on": "2017-01-01",
        "parts": [{"question": {"key": "rain", "text": "It rains"}},
                  {"question": {"key": "snow", "text": "It snows"}}]}  # fmt: skip


@pytest.mark.parametrize("second", [{"on": "2017-03-01"}, {"not_by": "2017-01-05"}])
def test_rulings_that_do_not_fit_in_one_document_are_named_both(book, second):
    """Every problem with line and column, and with what can be done to a file."""
    rulings = [{"question": "snow", "never": True}, {"question": "rain", "on": "2017-02-01"},
               {"question": "rain", **second}]  # fmt: skip
    [problem] = moved(book, json.dumps({**RAIN, "rulings": rulings})).problems
    assert (problem.line, problem.column) == (1, "rulings[3]")
    assert problem.message == (
        "rulings[2] answers the same question already (2017-02-01); correct or drop one of them"
    )


def test_a_ruling_that_the_book_contradicts_names_the_command(book):
    moved(book, json.dumps({**RAIN, "rulings": [{"question": "rain", "on": "2017-02-01"}]}))
    other = {**RAIN, "claim": "Rain", "rulings": [{"question": "rain", "on": "2017-03-01"}]}
    [problem] = moved(book, json.dumps(other)).problems
    assert (problem.line, problem.column) == (1, "rulings[1]")
    assert problem.message.endswith(
        "first: `ledger resolve q1 --on 2017-03-01 --replace 1 --why ...`"
    )


def test_a_dry_run_tells_what_would_happen_and_does_not_do_it(book, path):
    before = fingerprint(path)
    report = moved(book, flat(), flat(claim="It snows", note="n"), dry_run=True)
    assert (report.added, report.dry_run, report.problems) == (2, True, ())
    assert fingerprint(path) == before


def test_rows_of_a_panel_ask_one_question(book):
    moved(book, *(flat(forecaster=f"F{n}", happened="no") for n in range(20)))
    assert len(book.questions()) == 1
    assert len(book.question("q1").rulings) == 1
    assert {row.status for row in book.list(Filter(), TODAY)} == {"false"}


def test_progress_is_told_to_the_end(book):
    told: list[int] = []
    lines = [flat(forecaster=f"F{n}") + "\n" for n in range(2500)]
    importing.import_lines(book, lines, progress=told.append)
    assert told == [1000, 2000, 2500]


def test_csv_goes_out_and_comes_back(book):
    moved(book, flat(key="a", claim="=It rains", happened="no", tags="x; y", quote="two\nlines"),
          flat(key="b", forecaster="Ben", source=None, negated=True))  # fmt: skip
    book.cite(1, NewCitation("The Sun"), TODAY)
    lines = list(book.export("csv"))
    cells = list(csv.reader(io.StringIO("\n".join(lines), newline="")))
    assert len(cells) == 1 + 3, "one row per forecast and citation"
    assert cells[1][1] == "'=It rains"
    with empty() as other:
        text = "\r\n".join(lines)
        report = other.import_lines(io.StringIO(text, newline=""), csv=True)
        assert report.problems == ()
        assert lists(other) == lists(book)


def test_csv_refuses_by_name_what_it_cannot_carry(rich):
    with pytest.raises(InputError, match="CSV cannot carry") as refused:
        list(rich.export("csv"))
    assert "ndjson" in str(refused.value)


def test_other_formats_are_refused(book):
    with pytest.raises(InputError, match="one of: ndjson, csv"):
        book.export("xml")


# The short way of plain rows against the long way of all others

DAYS = st.dates(dt.date(2017, 1, 1), dt.date(2017, 1, 12)).map(str)
ROWS = st.fixed_dictionaries(
    {
        "claim": st.sampled_from(["It rains", "It snows", "Es regnet – heftig"]),
        "forecaster": st.sampled_from(["Ann", "Ben"]),
        "made_on": DAYS,
    },
    optional={
        "deadline": DAYS | st.just("within two weeks"),
        "probability": st.sampled_from([0.7, "70 %", 0.25, 1]),
        "source": st.sampled_from(["AFP", "Sun"]),
        "happened": st.sampled_from(["yes", "no"]),
        "happened_on": DAYS,
        "tags": st.just(["a"]),
        "negated": st.just(True),
        "role": st.sampled_from(["general", "poet"]),
    },
)


def good(row: dict[str, Any]) -> dict[str, Any]:
    """Put a row right that the import would refuse."""
    row = dict(row)
    if row.get("happened") != "yes":
        row.pop("happened_on", None)
    elif "happened_on" not in row:
        del row["happened"]
    if row.get("happened") == "no" and "deadline" not in row:
        del row["happened"]
    if row.get("deadline", "w") < row["made_on"]:
        row["deadline"] = row["made_on"]
    return row


def agreeing(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out what would contradict an earlier row: another answer, or other words."""
    said: dict[Any, Any] = {}
    return [
        row
        for row in rows
        if said.setdefault(_question(row), _answer(row)) == _answer(row)
        and said.setdefault(_statement(row), _rest(row)) == _rest(row)
    ]


def _question(row: dict[str, Any]) -> Any:
    # "within two weeks" may come to the same day as another row's deadline.
    return row["claim"], "deadline" in row


def _answer(row: dict[str, Any]) -> Any:
    return row.get("deadline"), row.get("happened"), row.get("happened_on")


def _statement(row: dict[str, Any]) -> Any:
    return row["claim"], row["forecaster"], row["made_on"]


def _rest(row: dict[str, Any]) -> Any:
    return [row.get(name) for name in ("role", "tags", "probability", "negated")]


class NothingIsPlain:
    """Stands in the place of the reader of plain rows."""

    def __init__(self, _today: dt.date) -> None:
        pass

    def read_all(self, _first: int, lines: list[str]) -> list[str]:
        return list(lines)


@given(st.lists(st.lists(ROWS.map(good), max_size=8), min_size=1, max_size=3))
@settings(max_examples=40, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
def test_the_short_way_gives_the_journal_and_the_tables_of_the_long_way(monkeypatch, files):
    with empty() as short, empty() as long:
        for rows in files:
            lines = [json.dumps(row) for row in rows]
            one = moved(short, *lines)
            with monkeypatch.context() as patched:
                patched.setattr(ahead, "PlainReader", NothingIsPlain)
                two = moved(long, *lines)
            assert places(one) == places(two)
            assert (one.added, one.known) == (two.added, two.known)
        assert content(short) == content(long)


def content(book: Ledger) -> Any:
    """Return the documents and what they came to, whatever the numbers of the rows are."""
    bodies = sorted(row[3] for row in journal(book))
    standings = book.con.execute(
        "SELECT key, verdict, days_late, state, scored_probability FROM forecast ORDER BY key"
    ).fetchall()
    known = book.con.execute("SELECT key, known, final FROM question ORDER BY key").fetchall()
    cited = book.con.execute(
        "SELECT f.key, s.name, c.state, c.days_late, c.scored_probability FROM citation c "
        "JOIN forecast f ON f.id = c.forecast_id JOIN source s ON s.id = c.source_id "
        "ORDER BY 1, 2"
    ).fetchall()
    return bodies, standings, known, cited


@given(st.lists(ROWS.map(good), max_size=12).map(agreeing))
@settings(max_examples=40, deadline=None)
def test_any_book_loses_nothing_on_its_way_through_a_file(rows):
    with empty() as one, empty() as two:
        assert moved(one, *map(json.dumps, rows)).problems == ()
        lines = list(one.export())
        assert moved(two, *lines).problems == ()
        assert list(two.export()) == lines
        assert lists(two) == lists(one)
        assert moved(two, *map(json.dumps, rows)).added == 0


def test_plain_rows_alone_give_the_very_tables_of_the_long_way(monkeypatch):
    rows = [
        flat(claim=f"It rains in town {n % 30}", forecaster=f"F{n % 7}", probability=n % 10 / 10,
             source=None if n % 5 == 0 else f"S{n % 3}", deadline=None if n % 11 == 0 else DUE,
             **ANSWERS[n % 30 % len(ANSWERS)])
        for n in range(400)
    ]  # fmt: skip
    rows = [row for row in rows if '"no"' not in row or "deadline" in row]
    with empty() as short, empty() as long:
        assert moved(short, *rows).problems == ()
        monkeypatch.setattr(ahead, "PlainReader", NothingIsPlain)
        assert moved(long, *rows).problems == ()
        assert journal(short) == journal(long)
        assert tables(short) == tables(long)


DUE = "2017-08-08"
ANSWERS: list[dict[str, str]] = [
    {}, {"happened": "no"}, {"happened": "yes", "happened_on": "2017-03-01"},
    {"happened": "yes", "happened_on": DUE}, {"happened": "yes", "happened_on": "2017-08-09"},
    {"happened": "yes", "happened_on": "2017-02-08"},
    {"happened": "yes", "happened_on": "2016-12-31"},
]  # fmt: skip


def test_rulings_by_hand_still_move_what_was_imported_in_bulk(book):
    moved(book, flat(), flat(forecaster="Ben", deadline="2017-03-01"))
    book.resolve("q1", NewRuling(on="2017-04-01"), TODAY)
    assert [row.verdict for row in book.list(Filter(), TODAY)] == ["true", "pending"]


@pytest.mark.parametrize("every", [0, 7, 900], ids=["plain", "mixed", "now and then"])
def test_a_long_file_verifies_though_the_clock_goes_on_while_it_is_read(every, tmp_path):
    """The journal is the truth: every entry's time is the one its hash was made with."""
    lines = [
        flat(claim=f"Event {n}", happened="no", tags=["long"] if every and n % every == 0 else None)
        for n in range(4_000)
    ]
    with Ledger.create(tmp_path / "book.db") as book:
        assert moved(book, *lines).added == len(lines)
        assert book.verify() == ()
