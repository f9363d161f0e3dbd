"""The past cannot be changed unseen: ten attacks on the file, triggers dropped first.

Tamper-evident from the first anchor that was given away, not tamper-proof: six attacks are
found by `verify` alone, four (which leave a good chain) with an anchor.
"""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from ledger.book import Ledger, NewUpdate
from ledger.core.chain import GENESIS, Entry, link
from ledger.errors import ConflictError, InputError, TamperError
from tests.book.builders import RECORDED, TODAY, add, rule

TRIGGERS = ("entry_stays", "entry_is_kept", "entry_is_new")
ENTRIES = "SELECT seq, recorded_at, kind, about, request, body, hash FROM entry ORDER BY seq"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A book of two forecasts and a ruling: entries 1 (settings) to 5 (a citation)."""
    target = tmp_path / "b.db"
    with Ledger.create(target, clock=lambda: RECORDED) as book:
        add(book, "Mosul retaken by 2017-08-08", probability="0.8")
        add(book, "Raqqa retaken by 2017-08-08", by="Bob")
        rule(book, "q2", on="2017-10-17")
        book.strike(1, "a misprint", TODAY)
    return target


def tamper(path: Path, attack: Callable[[sqlite3.Connection], object]) -> None:
    """Change the file as somebody would who knows SQL: drop the guards, and put them back."""
    con = sqlite3.connect(path)
    guards = [sql for (sql,) in con.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")]
    for name in TRIGGERS:
        con.execute(f"DROP TRIGGER {name}")
    attack(con)
    for sql in guards:
        con.execute(sql)
    con.commit()
    con.close()


def found(path: Path, anchor: str | None = None) -> tuple[str, ...]:
    with Ledger.open(path) as book:
        return book.verify(anchor)


def anchor_of(path: Path) -> str:
    with Ledger.open(path) as book:
        return book.anchor()


def entries(con: sqlite3.Connection) -> list[Entry]:
    return [Entry(*row) for row in con.execute(ENTRIES)]


def write(con: sqlite3.Connection, chain: list[Entry]) -> None:
    """Replace the whole journal by other entries, hashed anew so that the chain is good."""
    con.execute("DELETE FROM entry")
    previous = GENESIS
    for e in chain:
        previous = link(previous, e)
        row = (e.seq, e.recorded_at, e.kind, e.about, e.request, e.body, previous)
        con.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def swap(con):
    con.executescript("UPDATE entry SET seq = 99 WHERE seq = 2; "
                      "UPDATE entry SET seq = 2 WHERE seq = 3; "
                      "UPDATE entry SET seq = 3 WHERE seq = 99;")  # fmt: skip


def insert(con):
    con.execute("UPDATE entry SET seq = seq + 100 WHERE seq > 3")
    con.execute("INSERT INTO entry SELECT 4, recorded_at, kind, 'f3', '', "
                "REPLACE(body, 'Bob', 'Eve'), hash FROM entry WHERE seq = 3")  # fmt: skip
    con.execute("UPDATE entry SET seq = seq - 99 WHERE seq > 100")


BY_VERIFY_ALONE = {
    "edit": lambda con: con.execute(
        "UPDATE entry SET body = REPLACE(body, '\"0.8\"', '\"0.2\"') WHERE seq = 2"
    ),
    "back-date": lambda con: con.execute(
        "UPDATE entry SET recorded_at = '2016-01-01T00:00:00.000000Z' WHERE seq = 3"
    ),
    "delete": lambda con: con.execute("DELETE FROM entry WHERE seq = 3"),
    "renumber": lambda con: con.execute("UPDATE entry SET seq = 9 WHERE seq = 5"),
    "swap": swap,
    "insert": insert,
}


@pytest.mark.parametrize("attack", BY_VERIFY_ALONE.values(), ids=BY_VERIFY_ALONE)
def test_it_is_found_by_verify_alone(path, attack):
    assert found(path) == ()
    tamper(path, attack)
    assert found(path)


def rebuilt(path: Path, chain: list[Entry]) -> None:
    """Replay a forged journal into a fresh file, so that the tables follow from it too."""
    con = sqlite3.connect(path)
    schema = [sql for (sql,) in con.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL "
                                            "AND type IN ('table', 'index')")]  # fmt: skip
    guards = [sql for (sql,) in con.execute("SELECT sql FROM sqlite_schema "
                                            "WHERE type = 'trigger'")]  # fmt: skip
    con.close()
    path.unlink()
    con = sqlite3.connect(path, isolation_level=None)
    for sql in schema:
        con.execute(sql)
    write(con, chain)
    project(con)
    for sql in guards:
        con.execute(sql)
    con.execute("PRAGMA application_id=0x4C444752")
    con.execute("PRAGMA user_version=1")
    con.close()


def project(con: sqlite3.Connection) -> None:
    from ledger.store.projection import Projection  # noqa: PLC0415 - the attacker's own tool

    projection = Projection(con)
    for entry in entries(con):
        projection.apply(entry)
    projection.finish()


def forged(path: Path, change: Callable[[list[Entry]], list[Entry]]) -> None:
    con = sqlite3.connect(path)
    chain = entries(con)
    con.close()
    rebuilt(path, change(chain))


def bodies(chain: list[Entry], old: str, new: str) -> list[Entry]:
    texts = [(e.seq, e.recorded_at, e.kind, e.about, e.request) for e in chain]
    return [Entry(*t, e.body.replace(old, new)) for t, e in zip(texts, chain, strict=True)]


WITH_AN_ANCHOR = {
    "cut the tail": lambda chain: chain[:-1],
    "edit and re-hash everything": lambda chain: bodies(chain, '"0.8"', '"0.2"'),
    "re-rule the tail": lambda chain: bodies(chain, "2017-10-17", "2017-07-17"),
    "empty the log": lambda chain: chain[:0],
}


@pytest.mark.parametrize("change", WITH_AN_ANCHOR.values(), ids=WITH_AN_ANCHOR)
def test_it_is_found_with_an_anchor_given_away_before(path, change):
    anchor = anchor_of(path)
    assert found(path, anchor) == ()
    forged(path, change)
    assert found(path, anchor)


@pytest.mark.parametrize("name", ["cut the tail", "edit and re-hash everything",
                                  "re-rule the tail"])  # fmt: skip
def test_without_an_anchor_a_good_chain_with_its_tables_is_not_found(path, name):
    """Said so in the documentation: this is why anchors are given away."""
    forged(path, WITH_AN_ANCHOR[name])
    assert found(path) == ()


def test_a_book_without_its_first_entry_says_that_the_past_was_changed(path):
    tamper(path, lambda con: con.execute("DELETE FROM entry WHERE seq = 1"))
    with Ledger.open(path) as book:
        assert book.verify()
        with pytest.raises(TamperError, match="the past was changed"):
            book.today()


def test_an_anchor_stays_good_while_the_book_grows(path):
    anchor = anchor_of(path)
    with Ledger.open(path) as book:
        add(book, "Another by 2018")
        assert book.verify(anchor) == ()
        assert book.verify(f"posted on Monday: {anchor}\n{book.anchor()}\n") == ()


def test_an_anchor_of_another_book_is_told_apart(path, tmp_path):
    anchor = anchor_of(path)
    with Ledger.create(tmp_path / "other.db") as other:
        assert "another book" in other.verify(anchor)[0]
        with pytest.raises(InputError, match="no anchor"):
            other.verify("sha256:abc")


PROJECTION = {
    "a verdict": "UPDATE forecast SET verdict = 'true' WHERE id = 2",
    "a probability": "UPDATE forecast SET scored_probability = 0.1 WHERE id = 1",
    "a name": "UPDATE forecaster SET name = 'Eve' WHERE name = 'Bob'",
    "a forecast that is gone": "DELETE FROM part WHERE forecast_id = 2",
    "a forecast more": "INSERT INTO tag VALUES (1, 'war')",
    "what is known": "UPDATE question SET known = NULL, final = 0 WHERE id = 2",
    "a ruling": "UPDATE ruling SET said = REPLACE(said, '10-17', '07-17')",
    "a trigger": "CREATE TRIGGER x AFTER INSERT ON tag BEGIN DELETE FROM tag; END",
    "a trigger with a name that looks like the database's own":
        "CREATE TRIGGER sqliteXx AFTER INSERT ON tag BEGIN DELETE FROM tag; END",
    "a guard that is gone": "DROP TRIGGER entry_stays",
    "a table more": "CREATE TABLE extra (x)",
    "an index that is gone": "DROP INDEX forecast_key",
}  # fmt: skip


@pytest.mark.parametrize("sql", PROJECTION.values(), ids=PROJECTION)
def test_a_projection_edited_behind_the_journals_back_is_found(path, sql):
    con = sqlite3.connect(path)
    con.execute(sql)
    con.commit()
    con.close()
    assert found(path)


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("CREATE VIEW mine AS SELECT 1", "the schema: view mine is not what"),
        ("DROP INDEX forecast_key", "the schema: index forecast_key is not what"),
        ("UPDATE forecast SET claim = 'x' WHERE id = 2", "table forecast: row 2 is not what"),
    ],
)
def test_what_differs_is_told_by_its_name(path, sql, says):
    con = sqlite3.connect(path)
    con.execute(sql)
    con.commit()
    con.close()
    (problem,) = found(path)
    assert problem.startswith(says)


def forge_index(path: Path, name: str, honest: str, forged: str) -> None:
    """Put forged values into an index alone: it is hidden while its table is put right again."""
    con = sqlite3.connect(path, isolation_level=None)
    con.execute(forged)
    sql = "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema WHERE name = ?"
    row = con.execute(sql, (name,)).fetchone()
    con.execute("PRAGMA writable_schema=ON")
    con.execute("DELETE FROM sqlite_schema WHERE name = ?", (name,))
    con.close()
    con = sqlite3.connect(path, isolation_level=None)
    con.execute(honest)
    con.execute("PRAGMA writable_schema=ON")
    con.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", row)
    (version,) = con.execute("PRAGMA schema_version").fetchone()
    con.execute(f"PRAGMA schema_version={version + 1}")
    con.close()


def test_a_forged_index_is_found(path):
    """`verify` compares the tables: a scorecard reads an index, which must say the same."""
    state = "UPDATE forecast SET state = {} WHERE id = 2"
    with Ledger.open(path) as book:
        (before,) = book.con.execute("SELECT state FROM forecast WHERE id = 2").fetchone()
    forge_index(path, "forecast_score", state.format(f"'{before}'"), state.format("'true'"))
    con = sqlite3.connect(path)
    lies = con.execute("SELECT COUNT(*) FROM forecast WHERE forecaster_id = 2 AND state = 'true'")
    assert lies.fetchone() == (1,), "what a scorecard counts was forged"
    con.close()
    assert any("index forecast_score" in problem for problem in found(path))


@pytest.mark.parametrize("index", ["forecast_score", "forecast_key", "question_key"])
def test_a_flipped_byte_in_an_index_is_found(path, index):
    con = sqlite3.connect(path)
    (page,) = con.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (index,)).fetchone()
    (size,) = con.execute("PRAGMA page_size").fetchone()
    con.close()
    data = bytearray(path.read_bytes())
    assert data[(page - 1) * size] == 10, "a page of an index"
    data[page * size - 2] ^= 1  # the last bytes of a page hold values, not its bookkeeping
    path.write_bytes(data)
    (problem, *_) = found(path)
    assert problem.startswith("the file is damaged: ")
    assert "\n" not in problem


def test_one_byte_that_is_not_utf_8_is_told_with_its_entry(path):
    tamper(path, lambda con: con.execute("""
        UPDATE entry SET body = CAST(REPLACE(CAST(body AS BLOB), X'52', X'FF') AS TEXT)
        WHERE seq = 3"""))  # fmt: skip
    first, *others = found(path)
    assert first == "entry 3: its hash does not fit its content and the entry before it"
    assert others == []


def test_a_byte_that_is_not_utf_8_in_a_table_is_told_with_its_row(path):
    tamper(path, lambda con: con.execute("UPDATE forecast SET claim = CAST(X'FF' AS TEXT)"))
    assert found(path) == ("table forecast: row 1 is not what follows from the journal",)


def test_a_journal_without_its_end_is_told_before_the_tables(path):
    tamper(path, lambda con: con.execute("DELETE FROM entry WHERE seq > 2"))
    first, *others = found(path)
    assert first == "the journal ends at entry 2, the tables hold entry 4: its end was cut"
    assert all(text.startswith("table ") for text in others)


def test_an_empty_journal_is_reported_by_the_chain_itself(path):
    """A chain of no entries has no link that does not hold: that it is empty is told so."""
    tamper(path, lambda con: con.execute("DELETE FROM entry"))
    assert found(path) == ("the journal is empty: even the entry that opened the book is gone",)


SENSELESS = ["not json", "[]", "null", "{}", '{"forecast": null}', '{"claim": 3}', "[" * 100_000,
             '{"key":"k","claim":"c","forecaster":{"name":"a"},"made_on":"nonsense"}']  # fmt: skip


@pytest.mark.parametrize("kind", ["forecast", "amend", "ruling", "merge", "poem"])
@pytest.mark.parametrize("body", SENSELESS)
def test_a_body_that_makes_no_sense_is_reported_and_not_a_crash(path, kind, body):
    def attack(con):
        chain = entries(con)
        last = chain[-1]
        write(con, [*chain[:-1], Entry(last.seq, last.recorded_at, kind, "f2", "", body)])

    tamper(path, attack)
    assert found(path)


@pytest.mark.parametrize("value", [b"\xff\xfe", 7, 1.5, "\x00"])
@pytest.mark.parametrize("column", ["recorded_at", "kind", "about", "body", "hash"])
def test_bytes_and_numbers_in_place_of_texts_are_reported(path, column, value):
    tamper(path, lambda con: con.execute(
        f"UPDATE entry SET {column} = ? WHERE seq = 3",  # noqa: S608 - our columns
        (value,)))  # fmt: skip
    assert found(path)


@pytest.mark.parametrize("column", ["recorded_at", "kind", "about", "request", "body", "hash"])
def test_the_same_bytes_of_another_type_are_reported(path, column):
    """Nothing that reads the column finds them, though the hash of the entry is as it was."""
    tamper(path, lambda con: con.execute(
        f"UPDATE entry SET {column} = CAST({column} AS BLOB) WHERE seq = 3"  # noqa: S608
    ))  # fmt: skip
    assert found(path) == ("entry 3: one of its columns holds bytes where a text belongs",)


def test_damaged_pages_are_reported(path):
    data = bytearray(path.read_bytes())
    middle = data.find(b"Mosul retaken by")
    data[middle : middle + 4] = b"\xff\xff\xff\xff"
    path.write_bytes(data)
    assert found(path)


GUARDED = [
    "UPDATE entry SET body = '{}' WHERE seq = 2",
    "DELETE FROM entry WHERE seq = 2",
    "REPLACE INTO entry SELECT * FROM entry WHERE seq = 2",
    (
        "INSERT OR REPLACE INTO entry SELECT 2, recorded_at, kind, about, '', '{}', hash "
        "FROM entry WHERE seq = 2"
    ),
    (
        "INSERT INTO entry SELECT 99, recorded_at, kind, about, request, body, hash "
        "FROM entry WHERE seq = 2"
    ),
    "INSERT OR IGNORE INTO entry SELECT 0, '', '', '', '', '', ''",
]


@pytest.mark.parametrize("sql", GUARDED)
def test_the_journal_is_append_only_also_for_replace_into(path, sql):
    con = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        con.execute(sql)
    con.rollback()
    con.close()
    assert found(path) == ()


def test_a_request_key_cannot_be_replaced_either(path):
    con = sqlite3.connect(path, isolation_level=None)
    again = "SELECT {}, recorded_at, kind, about, 'r1', body, hash FROM entry WHERE seq = 5"
    con.execute("INSERT INTO entry " + again.format(6))
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        con.execute("REPLACE INTO entry " + again.format(7))
    con.close()


def test_the_hash_of_an_entry_covers_all_its_columns():
    entry = Entry(2, "2020-01-01T00:00:00.000000Z", "mark", "f1", "r", "{}")
    hashes = {link(GENESIS, entry), link("1" * 64, entry)}
    changed = {"seq": 3, "recorded_at": "x", "kind": "y", "about": "f2", "request": "s", "body": ""}
    for name, value in changed.items():
        hashes.add(link(GENESIS, entry._replace(**{name: value})))
    assert len(hashes) == 8


@pytest.mark.parametrize(
    ("sql", "write"),
    [
        ("UPDATE forecast SET verdict = 'true' WHERE id = 2",
         lambda book: rule(book, "q1", on="2017-07-10")),
        ("UPDATE forecast SET claim = 'X' WHERE id = 2",
         lambda book: book.update(2, NewUpdate("0.3", made="2017-03-01"), TODAY)),
        ("UPDATE question SET known = NULL, final = 0 WHERE id = 2",
         lambda book: rule(book, "q2", on="2017-07-17")),
        ("UPDATE ruling SET said = REPLACE(said, '10-17', '07-17')",
         lambda book: rule(book, "q2", on="2017-07-18", replace=1, why="a misprint")),
    ],
    ids=["another question", "the same forecast", "an answer that was wiped out", "a ruling"],
)  # fmt: skip
def test_writing_on_top_of_changed_tables_does_not_hide_the_change(path, sql, write):
    con = sqlite3.connect(path)
    con.execute(sql)
    con.commit()
    con.close()
    with Ledger.open(path) as book:
        before = len(book.log())
        write(book)
        assert len(book.log()) == before + 1
        assert book.verify()


def test_what_changed_tables_contradict_is_refused(path):
    """A verdict that was edited does not make room for a ruling: what is known refuses it."""
    con = sqlite3.connect(path)
    con.execute("UPDATE forecast SET verdict = 'pending', state = 'pending' WHERE id = 2")
    con.commit()
    con.close()
    with Ledger.open(path) as book:
        before = book.log()
        with pytest.raises(ConflictError, match="q2"):
            rule(book, "q2", on="2017-07-10")
        assert book.log() == before
        assert book.verify()


def test_every_body_is_canonical_json(path):
    con = sqlite3.connect(path)
    for (body,) in con.execute("SELECT body FROM entry"):
        again = json.dumps(json.loads(body), ensure_ascii=False, sort_keys=True,
                           separators=(",", ":"))  # fmt: skip
        assert again == body
    con.close()
