"""Text from outside: visible escapes, columns of a terminal, lines of a width."""

import pytest
from hypothesis import given, strategies as st

from ledger.formats.escape import UNSAFE, cells, escape, one_line
from ledger.formats.wrapping import hang, wrap


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain, ünïcode – “quotes”", "plain, ünïcode – “quotes”"),
        ("\x1b[31mred", r"\x1b[31mred"),
        ("bell\x07", r"bell\x07"),
        ("csi\x9b", r"csi\x9b"),
        ("name\u202eeman", r"name\u202eeman"),
        ("isolate\u2066", r"isolate\u2066"),
        ("mark\u200f", r"mark\u200f"),
        ("tag\U000e0041", r"tag\U000e0041"),
        ("not utf-8 \udcff", r"not utf-8 \udcff"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # Persian is spelt with the joiner
    ],
)
def test_control_and_bidi_characters_are_shown_as_visible_escapes(text, seen):
    assert escape(text) == seen


@given(st.text())
def test_esc_is_never_printed(text):
    for shown in (escape(text), one_line(text), *wrap(text, 20), *hang("by ", text, 30)):
        assert not UNSAFE.search(shown)


@given(st.text())
def test_a_cell_is_one_line(text):
    assert len(one_line(text).splitlines()) <= 1


def test_line_breaks_and_tabs_in_a_quote_become_spaces():
    assert one_line("  two\r\nlines\tand more ") == "two lines and more"


@pytest.mark.parametrize(
    ("text", "columns"), [("Mosul", 5), ("モスル", 6), ("e\u0301", 1), ("", 0), ("نبض", 3)]
)
def test_columns_are_those_of_a_terminal(text, columns):
    assert cells(text) == columns


@given(st.text(alphabet=st.characters(codec="utf-8")), st.integers(4, 60))
def test_no_line_is_wider_than_asked(text, width):
    lines = wrap(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == one_line(text).replace(" ", "")


@pytest.mark.parametrize(
    ("text", "width", "most", "lines"),
    [
        ("one two three", 7, None, ["one two", "three"]),
        ("one two three four", 7, 2, ["one two", "three…"]),
        ("one two thirteen x", 8, 2, ["one two", "thirtee…"]),
        ("abcdefghij", 4, None, ["abcd", "efgh", "ij"]),
        ("", 10, 2, [""]),
    ],
)
def test_words_are_kept_whole_and_cut_text_says_so(text, width, most, lines):
    assert wrap(text, width, most) == lines


def test_an_address_is_never_broken_beside_its_label():
    address = "https://example.org/" + "a" * 90
    assert hang("url  ", f"see {address}", 40) == ["url  see", f"     {address}"]
