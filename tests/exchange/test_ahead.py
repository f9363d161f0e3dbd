"""A long file is read ahead in a second process: the same rows in the same order, whatever
becomes of the process."""

import datetime as dt
import json
import subprocess
import sys

import pytest

from ledger.exchange import ahead
from ledger.exchange.plain import PlainReader

TODAY = dt.date(2020, 1, 1)
LINES = [
    json.dumps({"claim": f"It rains in {n}", "forecaster": "Ann", "made_on": "2017-02-08"}) + "\n"
    if n % 7 else f'{{"claim": "naïve \ud800 {n}"}}'
    for n in range(30_500)
]  # fmt: skip


@pytest.fixture(scope="module")
def expected():
    return PlainReader(TODAY).read_all(1, LINES)


def read() -> list[object]:
    return [row for batch in ahead.read(iter(LINES), TODAY) for row in batch]


@pytest.fixture
def started(monkeypatch):
    """Count the processes that are started."""
    commands: list[list[str]] = []

    class Counted(subprocess.Popen):
        def __init__(self, command, **how):
            commands.append(command)
            super().__init__(command, **how)

    monkeypatch.setattr(ahead, "Process", Counted)
    monkeypatch.setattr(ahead.os, "cpu_count", lambda: 2)
    return commands


def test_what_a_second_process_reads_is_what_is_read_here(started, expected):
    assert read() == expected
    assert len(started) == 1


def test_a_short_file_starts_no_process(started):
    assert len(list(ahead.read(LINES[:3000], TODAY))) == 3
    assert started == []


def test_one_processor_starts_no_process(started, monkeypatch, expected):
    monkeypatch.setattr(ahead.os, "cpu_count", lambda: 1)
    assert read() == expected
    assert started == []


@pytest.mark.parametrize(
    "program", ["pass", "import time; time.sleep(0.2)", "import sys; sys.stdin.buffer.read(100000)"]
)
def test_the_lines_of_a_process_that_ends_early_are_read_here(monkeypatch, expected, program):
    def other(_command, **how):
        return subprocess.Popen([sys.executable, "-c", program], **how)

    monkeypatch.setattr(ahead, "Process", other)
    monkeypatch.setattr(ahead.os, "cpu_count", lambda: 2)
    assert read() == expected


def test_a_process_that_cannot_be_started_is_done_without(monkeypatch, expected):
    monkeypatch.setattr(ahead.sys, "executable", "/nowhere/python")
    monkeypatch.setattr(ahead.os, "cpu_count", lambda: 2)
    assert read() == expected


def test_a_reader_that_stops_in_the_middle_leaves_no_process(started, monkeypatch):
    made: list[subprocess.Popen[bytes]] = []
    counted = ahead.Process

    def kept(command, **how):
        made.append(counted(command, **how))
        return made[-1]

    monkeypatch.setattr(ahead, "Process", kept)
    batches = ahead.read(iter(LINES), TODAY)
    for _ in range(25):
        next(batches)
    batches.close()
    assert made[0].returncode is not None
