"""A progress count on standard error where somebody looks on, and the work takes a second."""

import io
import itertools

from ledger.cli.counting import counting


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(seconds: float, numbers: int) -> str:
    """Return what is on the screen after some numbers, with so many seconds between them."""
    clock = itertools.count(0, seconds)
    with Terminal() as screen:
        with counting("lines read", screen, lambda: float(next(clock))) as progress:
            assert progress is not None
            for number in range(1, numbers + 1):
                progress(number * 1000)
        return screen.getvalue()


def test_work_of_less_than_a_second_leaves_the_screen_alone():
    assert shown(0.1, 5) == ""


def test_longer_work_is_counted_and_the_line_taken_away_at_the_end():
    screen = shown(0.6, 4)
    assert screen.startswith("\r2,000 lines read")
    assert screen.endswith("\r\x1b[K")


def test_a_pipe_gets_nothing():
    with counting("lines read", io.StringIO()) as progress:
        assert progress is None
