"""Runs command lines in this process, and transcripts of them line by line.

A transcript is a text file: `$ ` begins a command (continued by `> `), `# ` a remark, and the
lines that follow a command are what it prints, on both streams; `[2]` is an exit code that is
not 0. Lines without shell characters run in this process, others in a shell.
"""

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from ledger.cli.main import run

ROOT = Path(__file__).resolve().parents[2]
SHELL = re.compile(r"[|<>&;`$*]")
QUOTED = re.compile(r"'[^']*'|\"[^\"$`]*\"")
# What differs from run to run, and what stands for it in a transcript: of the same length.
STAND_INS = (
    (re.compile(r"\b[0-9a-f]{64}\b"), "0123456789abcdef" * 4),
    (re.compile(r"\b[0-9a-f]{16}\b"), "0123456789abcdef"),
    (re.compile(r"\b20[2-9][0-9]-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}\b"),
     "2018-01-31 12:00:00"),
    (re.compile(r"\b20[2-9][0-9]-[0-9]{2}-[0-9]{2}T[0-9:]{8}\.[0-9]+Z"),
     "2018-01-31T12:00:00.000000Z"),
)  # fmt: skip


@dataclass(frozen=True)
class Done:
    """What a command line did."""

    code: int
    out: str
    err: str


def ledger(*args: str) -> Done:
    """Run a command line in this process and in the current folder."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = _code(args)
    return Done(code, out.getvalue(), err.getvalue())


def _code(args):
    try:
        return run(args)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 1


def typed(line: str) -> str:
    """Run one line of a transcript and return all that it prints, with its exit code."""
    words = [] if SHELL.search(QUOTED.sub("", line)) else shlex.split(line)
    if words[:1] == ["ledger"]:
        screen = io.StringIO()
        with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
            code = _code(words[1:])
        text = screen.getvalue()
    else:
        text, code = _in_a_shell(line)
    for pattern, stand_in in STAND_INS:
        text = pattern.sub(stand_in, text)
    return text + (f"[{code}]\n" if code else "")


def _in_a_shell(line):
    here = Path(".bin")
    here.mkdir(exist_ok=True)
    for name, module in (("ledger", "-m ledger"), ("python", "")):
        script = here / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {module} "$@"\n')
        script.chmod(0o755)
    path = f"{here.resolve()}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(  # noqa: S602 - our own transcripts
        line, shell=True, text=True, check=False, timeout=60, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return done.stdout, done.returncode


def replayed(transcript: str) -> str:
    """Return a transcript with what its commands print now."""
    lines, result = transcript.splitlines(), []
    while lines:
        line = lines.pop(0)
        if line.startswith("# ") or not line:
            result.append(line)
        if not line.startswith("$ "):
            continue
        result.append(line)
        command = line[2:]
        while lines and lines[0].startswith("> "):
            result.append(lines[0])
            command += "\n" + lines.pop(0)[2:]
        result += _shown(typed(command))
    return "\n".join(result) + "\n"


def _shown(text):
    # An empty line of output stands as a dot, for empty lines part the commands.
    return [line.rstrip() or "." for line in text.splitlines()]


def typist(monkeypatch):
    """Return what types lines, one for each question and then Ctrl-D, and lists the questions."""
    asked = []

    def type_(*lines):
        waiting = iter(lines)

        def answer(question):
            asked.append(question)
            line = next(waiting, None)
            if line is None:
                raise EOFError
            return line

        monkeypatch.setattr("builtins.input", answer)
        return asked

    return type_
