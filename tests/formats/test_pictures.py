"""Pictures fit to print; they need matplotlib, the extra `plots`."""

import sys
from importlib.util import find_spec

import pytest

from ledger.book import Ledger, ScorecardRequest
from ledger.core.measures.survival import SurvivalStep
from ledger.errors import InputError, MissingExtraError
from ledger.formats import pictures
from ledger.formats.pictures import calibration_picture, lateness_picture
from tests.book.builders import RECORDED, TODAY
from tests.book.scoring import NO, YES, record, said

needs_matplotlib = pytest.mark.skipif(
    find_spec("matplotlib") is None, reason="pictures need matplotlib, the extra plots"
)


@pytest.fixture
def found(tmp_path):
    def made(n, **asked):
        with Ledger.create(tmp_path / f"{n}.db", clock=lambda: RECORDED) as book:
            record(book, *(said("Ann $5", YES if k % 3 else NO, probability=f"0.{k % 9 + 1}")
                           for k in range(n)))  # fmt: skip
            wanted = ScorecardRequest(**asked)
            return book.calibration(wanted, TODAY), book.lateness(wanted, TODAY)

    return made


@needs_matplotlib
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("n", [3, 30, 300])
def test_records_of_any_size_have_pictures_in_both_kinds(found, n):
    records = found(n, by="Ann $5")
    for picture, record_ in zip((calibration_picture, lateness_picture), records, strict=True):
        assert picture(record_, "png").startswith(b"\x89PNG")
        svg = picture(record_, "svg")
        assert svg == picture(record_, "svg"), "the same record gives the same bytes"
        assert b"</svg>" in svg


def step(days, events=0, censored=0):
    return SurvivalStep(days, 9, events, censored, 0.5, 0.1)


@pytest.mark.parametrize(
    ("steps", "last"),
    [
        ([step(-10, 1), step(90, 1), step(3000, censored=4)], 100.0),
        ([step(-10, 1), step(90, 1), step(95, censored=4)], 95.0),
        ([step(-50, 1), step(-10, 1), step(700, censored=1)], 1.0 + 0.1 * 51),
        ([step(700, censored=1)], 700.0),
    ],
)  # fmt: skip
def test_the_picture_ends_a_tenth_beyond_the_last_event(steps, last):
    """The censored tail may be years long: it is an arrow and not most of the picture."""
    assert pictures._last_shown(steps) == pytest.approx(last)


def test_an_empty_record_has_no_picture(found):
    calibration, lateness = found(0)
    with pytest.raises(InputError, match="no picture to draw"):
        calibration_picture(calibration, "png")
    with pytest.raises(InputError, match="no curve to draw"):
        lateness_picture(lateness, "png")


def test_without_matplotlib_the_extra_is_named(found, monkeypatch):
    calibration, _ = found(3)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtraError, match=r"prediction-ledger\[plots\]"):
        calibration_picture(calibration, "png")
