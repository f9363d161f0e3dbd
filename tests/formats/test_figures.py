"""Figures as they are printed: cut once, and zero without a sign."""

import pytest

from ledger.formats.figures import days_text, fixed, p_value, rate


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(8.5, 1, "8.5"), (-229.4791, 3, "-229.479"), (-0.0001, 3, "0.000"), (-0.0, 1, "0.0"),
     (-0.0006, 3, "-0.001"), (None, 3, "")],
)  # fmt: skip
def test_a_number_that_rounds_to_zero_has_no_sign(value, digits, text):
    """A difference of nothing is in nobody's favour."""
    assert fixed(value, digits) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.7419, ".742"), (1.0, "1.000"), (-0.05, "-.050"), (-0.0001, ".000"), (None, "")],
)
def test_a_share_has_no_zero_before_its_point(value, text):
    assert rate(value, 3) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [(70, "+70"), (-44.0, "-44"), (0, "0"), (0.5, "0"), (-0.5, "0"), (1.5, "+2"), (1234, "+1,234"),
     (None, "")],
)  # fmt: skip
def test_days_late_are_signed_and_the_day_itself_is_not(days, text):
    """Days late, negative is early; the median of an even number may lie between days."""
    assert days_text(days) == text


@pytest.mark.parametrize(("p", "text"), [(0.042, ".042"), (0.0004, "<.001"), (None, "")])
def test_a_small_p_is_below_a_thousandth(p, text):
    assert p_value(p) == text
