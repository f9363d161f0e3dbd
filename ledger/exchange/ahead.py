"""Reading ahead: where a file is long, a second process reads its plain rows.

The process is this module, run as a program: batches of lines go in, batches of rows come
out, each as marshalled bytes after their length. It is left out where the machine has no
second processor, and where it cannot be started or ends early its lines are read here.
"""

import datetime as dt
import marshal
import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import chain, islice
from subprocess import DEVNULL, PIPE, Popen as Process
from typing import IO, Any

from ledger.core.plain import Plain
from ledger.exchange.plain import PlainReader

Batch = list[Plain | str]  # rows, and the lines that are not plain

_LINES = 1000  # in a batch
_ALONE = 20  # batches from which on it pays to start a process
_AHEAD = 4  # batches on their way


def read(lines: Iterable[str], today: dt.date) -> Iterator[Batch]:
    """Yield what the lines say, in their order, a batch at a time."""
    reader = PlainReader(today)
    batches = _batches(lines)
    opening = list(islice(batches, _ALONE))
    batches = chain(opening, batches)
    if len(opening) == _ALONE and (os.cpu_count() or 1) > 1:
        yield from _in_second_process(batches, reader, today)
    for first, batch in batches:
        yield reader.read_all(first, batch)


def _batches(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of the first line of each batch, and the batch."""
    rest, first = iter(lines), 1
    while batch := list(islice(rest, _LINES)):
        yield first, batch
        first += len(batch)


def _in_second_process(
    batches: Iterator[tuple[int, list[str]]], reader: PlainReader, today: dt.date
) -> Iterator[Batch]:
    """Yield batches until there are no more, or the process ends."""
    # -P: nothing is imported from the folder that the user happens to be in.
    command = [sys.executable, "-P", "-m", __name__, today.isoformat()]
    try:
        process = Process(  # noqa: S603 - this very program
            command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
        )
    except OSError:
        return
    on_the_way: deque[tuple[int, list[str]]] = deque()
    try:
        yield from _exchanged(batches, process, on_the_way)
    finally:
        process.kill()
        with suppress(OSError):
            process.communicate()
    for first, batch in on_the_way:
        yield reader.read_all(first, batch)


def _exchanged(
    batches: Iterator[tuple[int, list[str]]],
    process: Process[bytes],
    on_the_way: deque[tuple[int, list[str]]],
) -> Iterator[Batch]:
    """Send batches ahead, and yield what comes back; what never does stays on the way.

    Answers are fetched while the last ones are written: a pipe holds a tenth of one, and the
    process would wait for room.
    """
    assert process.stdin  # noqa: S101 - both are pipes
    assert process.stdout  # noqa: S101
    answers: deque[Future[bytes]] = deque()
    with ThreadPoolExecutor(1) as sender, ThreadPoolExecutor(1) as receiver:
        try:
            while True:
                for sent in islice(batches, _AHEAD - len(on_the_way)):
                    on_the_way.append(sent)
                    sender.submit(_send, process.stdin, sent)
                    answers.append(receiver.submit(_receive, process.stdout))
                answer = answers.popleft().result() if answers else b""
                if not answer:
                    return
                on_the_way.popleft()
                yield marshal.loads(answer)  # noqa: S302 - our own pipe
        finally:
            process.kill()  # a sender that waits for the pipe is let go


def _send(stream: IO[bytes], what: Any) -> None:
    data = marshal.dumps(what)
    stream.write(len(data).to_bytes(8, "big") + data)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes:
    """Return what was sent, still marshalled; nothing at the end."""
    size = int.from_bytes(stream.read(8), "big")
    data = stream.read(size)
    return data if len(data) == size else b""


def _work(today: dt.date) -> None:
    """Read batches of lines until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the program that started it will end it
    reader = PlainReader(today)
    while sent := _receive(sys.stdin.buffer):
        first, lines = marshal.loads(sent)  # noqa: S302 - our own pipe
        _send(sys.stdout.buffer, reader.read_all(first, lines))


if __name__ == "__main__":
    _work(dt.date.fromisoformat(sys.argv[1]))
