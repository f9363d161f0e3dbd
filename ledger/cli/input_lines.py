"""The lines of a file or of the input, for commands that take in a whole one."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from ledger.errors import InputError

# Bytes of a line, so that a file without line breaks does not fill the memory.
_LONGEST = 1 << 24


@contextmanager
def lines_of(file: Path) -> Iterator[Iterator[bytes]]:
    """Open what is to be read; what comes through a pipe is read to its end before that.

    The book is locked while lines are taken in: nobody is to wait for a program that writes
    them slowly.
    """
    with nullcontext(sys.stdin.buffer) if str(file) == "-" else file.open("rb") as stream:
        if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            yield _read(stream)
            return
        with TemporaryFile() as spool:
            spool.writelines(_read(stream))
            spool.seek(0)
            yield _read(spool)


def _read(stream: IO[bytes]) -> Iterator[bytes]:
    for number, line in enumerate(iter(partial(stream.readline, _LONGEST + 1), b""), 1):
        if len(line) > _LONGEST:
            raise InputError(
                f"line {number}, byte {_LONGEST + 1:,}: the line does not end; "
                "write each forecast on a line of its own"
            )
        if b"\0" in line:
            raise InputError(
                f"line {number}: this is not text in UTF-8; save it as NDJSON or CSV in UTF-8"
            )
        yield line
