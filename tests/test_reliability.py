"""What is promised of a book, each promise with the test that proves it."""

import datetime as dt
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from ledger.book import Ledger, NewCitation, NewForecast, NewRuling, NewUpdate
from ledger.cli.main import run
from ledger.core.chain import canonical
from ledger.errors import BookFileError, ConflictError, InputError
from ledger.store import connect, migrations, transactions
from tests.book.builders import TODAY, add, fingerprint

ROOT = Path(__file__).parent.parent
WRITERS = 8
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A book with one forecast."""
    target = tmp_path / "predictions.db"
    with Ledger.create(target) as book:
        add(book)
    return target


def start(
    path: Path, name: str, count: int, limit: int | None = None, work: str = "add"
) -> subprocess.Popen[str]:
    """Start a program that works on a book; `limit` is how large it may make a file, in bytes."""

    def limited() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.Popen(
        [sys.executable, "tests/writer.py", path, name, str(count), path.with_name(f"{name}.log"),
         work],
        cwd=ROOT, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True, preexec_fn=limited,  # noqa: PLW1509 - the limit is to hold in the child only
    )  # fmt: skip


def acknowledged(folder: Path) -> dict[str, float]:
    """Return key -> seconds of everything that a writer was told is stored."""
    lines = [line.split() for log in folder.glob("*.log") for line in log.read_text().splitlines()]
    return {key: float(seconds) for key, seconds in lines}


def keys(path: Path) -> set[str]:
    with Ledger.open(path) as book:
        return {key for (key,) in book.con.execute("SELECT key FROM forecast")}


def assert_good(path: Path) -> None:
    with Ledger.open(path) as book:
        assert book.verify() == ()
        assert book.con.execute("PRAGMA integrity_check").fetchone() == ("ok",)


class TestAnAcknowledgedWriteIsNeverLostToACrash:
    SECONDS = 7.0

    WORK = ("add", "import", "rule", "backup")

    def test_writers_killed_again_and_again(self, path):
        """8 writers are killed with SIGKILL; nothing that was acknowledged is missing.

        They add, import, rule and back up: an import is there as a whole or not at all, a
        ruling with the verdict that follows from it, a copy under its name is a good one.
        """
        works = [self.WORK[n % len(self.WORK)] for n in range(WRITERS)]
        names = [f"w{n}" for n in range(WRITERS)]
        working = [start(path, names[n], 10_000, work=works[n]) for n in range(WRITERS)]
        begun, chance, killed = time.monotonic(), random.Random(7), []
        while self.goes_on(path, time.monotonic() - begun, killed):
            time.sleep(chance.uniform(0.05, 0.3))
            busy = [n for n, name in enumerate(names) if self.has_stored(path, name)]
            if busy:
                victim = chance.choice(busy)
                self.kill(working[victim])
                killed.append(works[victim])
                names[victim] = f"w{WRITERS + len(killed)}"
                working[victim] = start(path, names[victim], 10_000, work=works[victim])
        for process in working:
            self.kill(process)
        stored = set(acknowledged(path.parent))
        assert len(killed) >= 5
        assert set(killed) == set(self.WORK)
        self.assert_stored(path, stored)
        assert_good(path)
        self.assert_copies_are_good(path.parent, stored)

    def goes_on(self, path: Path, seconds: float, killed: list[str]) -> bool:
        """On a machine that has other things to do it takes longer until each was killed."""
        enough = len(killed) >= 5 and set(killed) == set(self.WORK) and len(keys(path)) > 40
        return seconds < self.SECONDS or (not enough and seconds < 60)

    @staticmethod
    def has_stored(path: Path, name: str) -> bool:
        log = path.with_name(f"{name}.log")
        return log.exists() and log.stat().st_size > 0

    @staticmethod
    def assert_stored(path: Path, stored: set[str]) -> None:
        added = {key for key in stored if ":" not in key}
        ruled = {key.removeprefix("ruled:") for key in stored if key.startswith("ruled:")}
        assert len(added) >= 20
        assert ruled
        assert added - keys(path) == set()
        with Ledger.open(path) as book:
            settled = {key for (key,) in book.con.execute(
                "SELECT key FROM forecast WHERE state = 'false'"
            )}  # fmt: skip
        assert ruled - settled == set()
        files = [key.rpartition("-")[0] for key in keys(path) if key.count("-") == 2]
        assert {files.count(name) for name in files} == {3}, "an import that is there by half"

    @staticmethod
    def assert_copies_are_good(folder: Path, stored: set[str]) -> None:
        copies = sorted(folder.glob("*.copy"), key=lambda copy: copy.stat().st_mtime)
        told = {name.removeprefix("copy:") for name in stored if name.startswith("copy:")}
        assert told
        assert told <= {copy.name for copy in copies}
        untold = [copy for copy in copies if copy.name not in told]
        for copy in {copies[0], copies[-1], *untold}:
            assert_good(copy)

    @staticmethod
    def kill(process: subprocess.Popen[str]) -> None:
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert process.stderr is not None
        assert process.stderr.read() == "", "a writer complained before it was killed"
        process.stderr.close()


def pragma(con: sqlite3.Connection, name: str) -> object:
    return con.execute(f"PRAGMA {name}").fetchone()[0]


class TestNorToAPowerCut:
    @pytest.mark.parametrize("how", ["made", "opened", "drafted", "left in WAL mode"])
    def test_synchronous_is_extra_and_journal_mode_is_delete_on_every_connection(self, path, how):
        if how == "left in WAL mode":
            con = sqlite3.connect(path)
            assert pragma(con, "journal_mode=WAL") == "wal"
            con.close()
        other = path.with_name("other.db")
        with {
            "made": lambda: Ledger.create(other),
            "drafted": lambda: Ledger.begin(other),
        }.get(how, lambda: Ledger.open(path))() as book:
            assert pragma(book.con, "synchronous") == 3
            assert pragma(book.con, "journal_mode") == "delete"
            assert pragma(book.con, "foreign_keys") == 1
            assert pragma(book.con, "trusted_schema") == 0

    @pytest.mark.parametrize("make", [Ledger.create, Ledger.begin, "backup"])
    def test_a_new_name_is_synced_with_its_folder(self, path, make, monkeypatch):
        """A book and its copy are there after a power cut once they were said to be."""
        synced = []
        sync = os.fsync

        def spy(file):
            synced.append(os.fstat(file).st_ino)
            sync(file)

        monkeypatch.setattr("ledger.store.connect.os.fsync", spy)
        new = path.with_name("new.db")
        with Ledger.open(path) as book:
            if make == "backup":
                book.backup(new)
            else:
                with make(new):
                    pass
        assert path.parent.stat().st_ino in synced

    def test_a_copy_is_written_like_the_book(self, path):
        class Source:
            def backup(self, other):
                assert pragma(other, "synchronous") == 3
                assert pragma(other, "journal_mode") == "delete"
                assert not copy.exists(), "it has no name before it is complete"
                with Ledger.open(path) as book:
                    book.con.backup(other)

        copy = path.with_name("copy.db")
        connect.copy(Source(), copy)
        assert_good(copy)

    def test_a_book_that_is_held_in_wal_mode_is_refused(self, path, monkeypatch):
        monkeypatch.setattr(connect, "READ_WAIT", 0.05)
        opened = []
        open_it = sqlite3.connect

        def spy(*args, **options):
            opened.append(open_it(*args, **options))
            return opened[-1]

        monkeypatch.setattr(connect.sqlite3, "connect", spy)
        holder = sqlite3.connect(path)
        holder.execute("PRAGMA journal_mode=WAL")
        holder.execute("SELECT COUNT(*) FROM entry").fetchone()
        with pytest.raises(BookFileError, match="in WAL mode and in use"):
            Ledger.open(path)
        monkeypatch.undo()
        holder.close()
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            opened[-1].execute("SELECT 1")


@pytest.mark.alone
class TestConcurrentWritersNeitherFailNorDuplicateNorStarve:
    EACH = 25

    @pytest.mark.alone  # it takes times
    def test_eight_programs_add_at_once(self, path):
        """8 x 25 adds: 200 entries, contiguous, no "database is locked", no wait over 5 s."""
        working = [start(path, f"w{n}", self.EACH) for n in range(WRITERS)]
        said = [process.communicate(timeout=60)[1] for process in working]
        assert said == [""] * WRITERS
        assert [process.returncode for process in working] == [0] * WRITERS
        waits = acknowledged(path.parent)
        assert len(waits) == WRITERS * self.EACH
        assert max(waits.values()) < 5
        with Ledger.open(path) as book:
            numbers = [seq for (seq,) in book.con.execute("SELECT seq FROM entry ORDER BY seq")]
        assert numbers == list(range(1, WRITERS * self.EACH + 3))
        assert_good(path)

    def test_who_reads_meanwhile_sees_one_moment(self, path):
        """`verify` reads the journal and then the tables: a write in between is no tampering."""
        working = [start(path, f"w{n}", 10_000) for n in range(2)]
        while not acknowledged(path.parent):
            time.sleep(0.02)
        with Ledger.open(path) as book:
            found = [book.verify() for _ in range(12)]
        grown = len(acknowledged(path.parent))
        for process in working:
            process.kill()
            process.communicate()
        assert found == [()] * 12
        assert grown > 2

    def test_of_two_programs_that_make_one_book_only_one_succeeds(self, tmp_path):
        target = tmp_path / "new.db"
        late = Ledger.begin(target)
        add(late.__enter__(), "Another by 2018")
        with Ledger.create(target) as early:
            add(early)
        with pytest.raises(BookFileError, match="try again"):
            late.__exit__(None, None, None)
        assert [f.name for f in tmp_path.iterdir()] == ["new.db"]
        assert_good(target)
        assert len(keys(target)) == 1

    def test_a_draft_that_a_killed_program_left_is_removed_a_day_later(self, tmp_path):
        """Another program's may still be at work: only what nobody wrote to for a day goes."""
        names = [
            "new.db.00000001.new",
            "new.db.00000002.new",
            "new.db.mine.new",
            "a.db.00000001.new",
        ]
        for name in names:
            (tmp_path / name).write_text("")
            os.utime(tmp_path / name, (time.time() - 100_000,) * 2)
        os.utime(tmp_path / names[1])
        Ledger.create(tmp_path / "new.db").close()
        assert {f.name for f in tmp_path.iterdir()} == {*names[1:], "new.db"}

    def test_a_link_to_nothing_is_told_so(self, tmp_path):
        link = tmp_path / "new.db"
        link.symlink_to("gone.db")
        with pytest.raises(BookFileError, match="link to a file that does not exist; remove"):
            Ledger.create(link)
        assert [f.name for f in tmp_path.iterdir()] == ["new.db"]

    def test_a_refused_first_command_leaves_no_book(self, tmp_path):
        with pytest.raises(InputError), Ledger.begin(tmp_path / "new.db") as book:
            add(book, probability="70")
        assert list(tmp_path.iterdir()) == []


AGAIN = {
    "cite": lambda book: book.cite(1, NewCitation("Daily Post", published="2017-03-01"), TODAY),
    "update": lambda book: book.update(1, NewUpdate("0.7", made="2017-03-01"), TODAY),
    "amend": lambda book: book.amend(1, NewForecast(note="seen"), "left out", TODAY),
    "resolve": lambda book: book.resolve("q1", NewRuling(on="2017-07-10"), TODAY),
    "void": lambda book: book.answer(1, "void", "a forgery", NewRuling(), TODAY),
    "retract": lambda book: book.retract(1, "2017-03-01", TODAY),
    "strike": lambda book: book.strike(1, "entered twice", TODAY),
}


class TestARetriedWriteIsStoredOnce:
    """The key of a forecast is what makes `add` one write, however often it is sent."""

    def record(self, path, claim="Raqqa retaken by 2018", key="r-1"):
        with Ledger.open(path) as book:
            return add(book, claim, key=key)

    def test_the_same_key_and_body_give_the_same_answer(self, path):
        first = self.record(path)
        before = fingerprint(path)
        assert self.record(path) == replace(first, new=False)
        assert fingerprint(path) == before
        assert_good(path)

    def test_the_same_key_with_something_else_is_refused(self, path):
        self.record(path)
        before = fingerprint(path)
        with pytest.raises(ConflictError, match="r-1"):
            self.record(path, "Raqqa retaken by 2019")
        assert fingerprint(path) == before

    @pytest.mark.parametrize("write", AGAIN.values(), ids=AGAIN)
    def test_what_has_no_key_is_refused_when_it_stands_already(self, path, write):
        with Ledger.open(path) as book:
            write(book)
            before = fingerprint(path)
            with pytest.raises(ConflictError):
                write(book)
        assert fingerprint(path) == before
        assert_good(path)


class TestDiskFullRecordsNothingAndBreaksNothing:
    def test_a_file_that_must_not_grow(self, path):
        """RLIMIT_FSIZE: "disk I/O error" in a clear message; what was acknowledged is there."""
        with start(path, "w", 10_000, limit=path.stat().st_size + 40_000) as process:
            _, said = process.communicate(timeout=60)
        assert process.returncode == BookFileError.exit_code
        assert said.startswith("nothing was recorded: ")
        assert "disk" in said
        assert said.endswith("free some space, then try again\n")
        stored = acknowledged(path.parent)
        assert stored
        assert keys(path) >= set(stored)
        assert len(keys(path)) == len(stored) + 1
        assert_good(path)

    def test_a_database_that_is_full(self, path):
        """ "database or disk is full", and the book goes on once there is room."""
        with Ledger.open(path) as book:
            book.con.execute(f"PRAGMA max_page_count={pragma(book.con, 'page_count')}")
            before = fingerprint(path)
            with pytest.raises(BookFileError, match=r"nothing was recorded: .*full.*free some"):
                add(book, "X by 2018", note="x" * 20_000)
            assert fingerprint(path) == before
            book.con.execute("PRAGMA max_page_count=1000000")
            add(book, "X by 2018", note="x" * 20_000)
        assert_good(path)

    def test_a_book_that_cannot_be_made_leaves_nothing_behind(self, tmp_path):
        with pytest.raises(BookFileError, match="cannot make a book"):
            Ledger.create(tmp_path / "no" / "such" / "folder" / "b.db")
        (tmp_path / "file").write_text("")
        with pytest.raises(BookFileError):
            Ledger.create(tmp_path / "file" / "b.db")
        assert [f.name for f in tmp_path.iterdir()] == ["file"]


class TestABackupIsGood:
    def test_while_others_write(self, path):
        """The copy passes `verify`, whoever writes meanwhile."""
        working = [start(path, f"w{n}", 10_000) for n in range(WRITERS)]
        while not acknowledged(path.parent):
            time.sleep(0.02)
        with Ledger.open(path) as book:
            for n in range(4):
                book.backup(path.with_name(f"copy-{n}.db"))
                time.sleep(0.1)
        for process in working:
            process.kill()
            process.communicate()
        sizes = []
        for n in range(4):
            assert_good(path.with_name(f"copy-{n}.db"))
            sizes.append(len(keys(path.with_name(f"copy-{n}.db"))))
        assert sizes[0] < sizes[-1], "they wrote meanwhile"

    def test_one_that_fails_halfway_leaves_nothing(self, path):
        class Source:
            def backup(self, other):
                other.execute("CREATE TABLE half (x)")
                raise sqlite3.OperationalError("disk I/O error")

        before = sorted(path.parent.iterdir())
        with pytest.raises(BookFileError, match="cannot write a copy"):
            connect.copy(Source(), path.with_name("copy.db"))
        assert sorted(path.parent.iterdir()) == before

    def test_plain_cp_is_not(self, path):
        """A copy whose halves were read at two times is torn, and `verify` says so."""
        with Ledger.open(path) as book:
            for n in range(60):
                add(book, f"{n} by 2018", note="x" * 300)
            half = path.stat().st_size // 2
            with path.open("rb") as file:
                first = file.read(half)
                for n in range(30):
                    add(book, f"Later {n} by 2018")
                copy = path.with_name("torn.db")
                copy.write_bytes(first + file.read())
        with pytest.raises((AssertionError, BookFileError, sqlite3.Error)):
            assert_good(copy)

    def test_it_never_writes_over_a_file(self, path):
        other = path.with_name("other.db")
        other.write_text("mine")
        with Ledger.open(path) as book, pytest.raises(BookFileError, match="exists already"):
            book.backup(other)
        assert other.read_text() == "mine"


def with_header(path: Path, place: int, number: int) -> None:
    data = bytearray(path.read_bytes())
    data[place : place + 4] = number.to_bytes(4, "big")
    path.write_bytes(data)


class TestAnOldFileOpensANewerIsRefusedUntouched:
    @pytest.mark.parametrize("what", ["newer", "another program's", "text", "empty", "short", "0"])
    def test_it_is_refused_with_its_bytes_untouched(self, path, what):
        if what == "newer":
            with_header(path, 60, migrations.newest() + 1)
        elif what == "0":
            with_header(path, 60, 0)
        elif what == "another program's":
            path.unlink()
            con = sqlite3.connect(path)
            con.execute("CREATE TABLE entry (seq INTEGER PRIMARY KEY)")
            con.close()
        else:
            path.write_bytes({"text": b"Dear diary, " * 99, "empty": b"", "short": b"SQL"}[what])
        before = fingerprint(path)
        with pytest.raises(BookFileError, match=r"newer version|not a ledger"):
            Ledger.open(path)
        assert fingerprint(path) == before
        assert [f.name for f in path.parent.iterdir()] == [path.name]

    def test_a_folder_and_a_missing_file_are_no_books(self, tmp_path):
        nothings = {tmp_path: "is a folder", tmp_path / "none.db": "there is no book"}
        for nothing, why in nothings.items():
            with pytest.raises(BookFileError, match=why):
                Ledger.open(nothing)

    def test_an_existing_file_is_never_made_into_a_book(self, tmp_path):
        for name in ("a.txt", "empty"):
            (tmp_path / name).write_text("mine" if name == "a.txt" else "")
            with pytest.raises(BookFileError, match="exists already"):
                Ledger.create(tmp_path / name)
            assert (tmp_path / name).stat().st_size in (0, 4)

    @staticmethod
    def steps(*more):
        def remember(con):
            con.execute("CREATE TABLE remembered (x)")
            con.execute("ALTER TABLE tag ADD COLUMN remark VARCHAR")

        return (remember, *more)

    def copies(self, path):
        return sorted(path.parent.glob("predictions.db.v1.*"))

    def test_numbered_steps_run_in_one_transaction_after_a_copy(self, path, monkeypatch):
        before = fingerprint(path)
        monkeypatch.setattr(migrations, "STEPS", self.steps(lambda con: None))
        with Ledger.open(path) as book:
            assert pragma(book.con, "user_version") == 3
            assert pragma(book.con, "application_id") == connect.APPLICATION_ID
            assert book.con.execute("SELECT remark FROM tag").fetchall() == []
        (copy,) = self.copies(path)
        assert fingerprint(path) != before
        monkeypatch.undo()
        assert_good(copy)

    def test_a_book_of_this_version_is_left_alone(self, path):
        before = fingerprint(path)
        Ledger.open(path).close()
        assert fingerprint(path) == before
        assert self.copies(path) == []

    def test_a_step_that_fails_changes_nothing(self, path, monkeypatch):
        def fail(con):
            con.execute("SELECT * FROM nowhere")

        before = fingerprint(path)
        monkeypatch.setattr(migrations, "STEPS", self.steps(fail))
        with pytest.raises(BookFileError, match="nowhere"):
            Ledger.open(path)
        assert fingerprint(path) == before

    def test_without_a_copy_there_is_no_step(self, path, monkeypatch):
        monkeypatch.setattr(migrations, "STEPS", self.steps())
        monkeypatch.setattr("os.urandom", lambda _: b"\xab\xcd")
        path.with_name("predictions.db.v1.abcd").write_text("something else")
        before = fingerprint(path)
        with pytest.raises(BookFileError, match="exists already"):
            Ledger.open(path)
        assert fingerprint(path) == before


ADDRESSES = [
    "postgres://ann:hunter2@db.example/ledger",
    "postgresql+psycopg2://ann:hunter2@db.example:5432/ledger?sslmode=require",
    "mysql://root:hunter2@localhost/ledger",
    "postgres:/ann:hunter2@db.example/ledger",
    "postgres//ann:hunter2@db.example/ledger",
    "ann:hunter2@db.example",
    "postgresql:///ledger?password=hunter2",
    "host=db.example user=ann password=hunter2",
    "host=db.example pwd = hunter2",
    "sqlite:///hunter2.db",
    "postgres://ann:hunter2@[bad/ledger",
    "postgres://ann:hunter2@db.example/" + "x" * 5000,
]
COMMANDS = [["list"], ["init"], ["verify"], ["add", "X by 2018", "--by", "Ann"], ["show", "1"]]


class TestAPasswordInADatabaseAddressIsNeverShown:
    @pytest.mark.parametrize("address", ADDRESSES)
    def test_neither_on_the_screen_nor_in_the_book(
        self, path, address, monkeypatch, capsys, tmp_path
    ):
        monkeypatch.chdir(tmp_path)
        for command in COMMANDS:
            code = run(["--db", address, *command])
            said = capsys.readouterr()
            assert code in (InputError.exit_code, BookFileError.exit_code)
            assert "hunter2" not in said.out + said.err
            assert len(said.err.splitlines()) == 1
        assert b"hunter2" not in path.read_bytes()
        assert [f.name for f in tmp_path.iterdir()] == [path.name]

    @pytest.mark.parametrize("address", ADDRESSES[:3])
    def test_nor_from_the_environment_nor_as_the_name_of_a_copy(
        self, path, address, monkeypatch, capsys
    ):
        monkeypatch.setenv("LEDGER_DB", address)
        assert run(["list"]) != 0
        assert run(["--db", str(path), "backup", address]) != 0
        said = capsys.readouterr()
        assert "hunter2" not in said.out + said.err

    @pytest.mark.parametrize("name", ["war.db", "a@b.db", "2017: a year.db", "C:/books/war.db"])
    def test_a_file_with_an_odd_name_is_a_file(self, name):
        with pytest.raises(BookFileError, match="there is no book"):
            connect.connect(Path("no-such-folder") / name)


class TestADayMeansOneThing:
    """A deadline is a calendar date, inclusive, that ends in the book's time zone."""

    @pytest.mark.parametrize(
        ("zone", "today", "status"),
        [
            ("UTC", "2017-08-08", "open"),
            ("Asia/Baghdad", "2017-08-09", "due"),
            ("America/New_York", "2017-08-08", "open"),
            ("Pacific/Kiritimati", "2017-08-09", "due"),
        ],
    )
    def test_it_ends_in_the_zone_of_the_book(self, tmp_path, zone, today, status):
        late = dt.datetime(2017, 8, 8, 22, 30, tzinfo=dt.UTC)
        with Ledger.create(tmp_path / "b.db", time_zone=zone, clock=lambda: late) as book:
            assert str(book.today()) == today
            new = NewForecast("Mosul retaken by 2017-08-08", by="Ann", made="2017-02-08")
            book.add(new, book.today())
            assert book.show(1, book.today()).forecast.status == status

    def test_the_zone_is_fixed_when_the_book_is_made(self, tmp_path):
        Ledger.create(tmp_path / "b.db", time_zone="Asia/Baghdad").close()
        with Ledger.open(tmp_path / "b.db") as book:
            assert book.settings.time_zone == "Asia/Baghdad"
            assert "Asia/Baghdad" in book.log()[0].summary

    def test_an_unknown_zone_is_refused(self, tmp_path):
        with pytest.raises(InputError, match="time zone"):
            Ledger.create(tmp_path / "b.db", time_zone="Mars/Olympus")
        assert list(tmp_path.iterdir()) == []


def test_the_clock_never_runs_backwards_in_the_journal(tmp_path):
    times = iter([dt.datetime(2020, 1, d, tzinfo=dt.UTC) for d in (3, 2, 1, 4)])
    with Ledger.create(tmp_path / "b.db", clock=lambda: next(times)) as book:
        for n in range(3):
            add(book, f"{n} by 2021")
        recorded = [entry.recorded_at[:10] for entry in book.log()]
        assert recorded == ["2020-01-03", "2020-01-03", "2020-01-03", "2020-01-04"]
        assert book.verify() == ()


def test_a_clock_of_another_zone_is_recorded_in_utc(tmp_path):
    """`recorded_at` ends in Z: times of several machines compare as texts."""
    tokyo = dt.timezone(dt.timedelta(hours=9))
    with Ledger.create(
        tmp_path / "b.db", clock=lambda: dt.datetime(2020, 1, 2, 3, tzinfo=tokyo)
    ) as book:
        assert book.log()[0].recorded_at == "2020-01-01T18:00:00.000000Z"
        assert str(book.today()) == "2020-01-01"


def test_a_value_that_json_has_no_word_for_is_never_recorded():
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical({"probability": float("nan")})


def test_a_copy_made_in_peace_is_the_book(path, tmp_path):
    shutil.copy(path, tmp_path / "copy.db")
    assert_good(tmp_path / "copy.db")


class TestWhoIsInTheWayIsToldSo:
    def test_a_writer_that_holds_the_book_for_too_long(self, path, monkeypatch):
        monkeypatch.setattr(transactions, "_WRITE_WAIT", 0.05)
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        refused = pytest.raises(BookFileError, match=r"another program is writing.*try again")
        with Ledger.open(path) as book, refused:
            add(book, "X by 2018")
        holder.execute("ROLLBACK")
        holder.close()
        assert_good(path)

    def test_a_book_that_may_only_be_read(self, path):
        with Ledger.open(path) as book:
            book.con.execute("PRAGMA query_only=ON")
            with pytest.raises(BookFileError, match="permissions"):
                add(book, "X by 2018")
            assert book.verify() == ()

    def test_a_file_system_without_links(self, tmp_path, monkeypatch):
        def no_links(*_):
            raise OSError("links are not supported")

        monkeypatch.setattr(Path, "hardlink_to", no_links)
        target = tmp_path / "b.db"
        with Ledger.create(target) as book:
            add(book)
        assert [f.name for f in tmp_path.iterdir()] == ["b.db"]
        with pytest.raises(BookFileError, match="exists already"):
            Ledger.create(target)
        assert_good(target)

    def test_a_copy_into_nowhere(self, path):
        with Ledger.open(path) as book, pytest.raises(BookFileError, match="check the folder"):
            book.backup(path.parent / "no" / "folder.db")
