"""Single values: "a probability outside 0..1, an address that is not http(s), control or
bidirectional characters in a name: refused", each with one line that says what to do."""

import unicodedata

import pytest
from hypothesis import given, strategies as st

from ledger.core import checks
from ledger.errors import InputError


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("0.7", "0.7"),
        ("0.70", "0.7"),
        (".5", "0.5"),
        ("1", "1"),
        ("0", "0"),
        ("1e-2", "0.01"),
        ("70 %", "0.7"),
        ("70%", "0.7"),
        ("12.5 %", "0.125"),
        ("3:1", "0.75"),
        ("1 : 3", "0.25"),
        ("2:1", "0.666666666667"),
    ],
)
def test_p_reads_a_share_a_percentage_and_odds_for(text, read):
    assert checks.probability(text) == read


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("70", "write 70 % if that is meant"),
        ("1.2", "not between 0 and 1"),
        ("120 %", "not between 0 and 1"),
        ("-0.1", "no probability"),
        ("NaN", "no probability"),
        ("inf", "no probability"),
        ("1e999", "no probability"),
        ("1e-999999999", "no probability"),
        ("0:0", "no probability"),
        ("٠.٧", "no probability"),
        ("0,7", "no probability"),
        ("", "no probability"),
    ],
)
def test_what_is_no_probability_is_refused_in_one_line(text, says):
    with pytest.raises(InputError, match=says) as refused:
        checks.probability(text)
    assert "\n" not in str(refused.value)
    assert ";" in str(refused.value), "what is wrong, then what to do"


@given(st.decimals(0, 1, places=6))
def test_a_probability_in_its_normal_form_stays_as_it_is(value):
    read = checks.probability(f"{value:f}")
    assert checks.probability(read) == read
    assert float(read) == pytest.approx(float(value))


@pytest.mark.parametrize(
    "text",
    [
        "20170208",
        "2017-W06-3",
        "2017-02-30",
        "2017-2-8",
        "٢٠١٧-٠٢-٠٨",
        "0000-01-01",
        "2017-02-08T",
        "2017-02-08 2",
        "2017-02-08 soon",
        "2017-02-08T10:05 x",
    ],
)
def test_a_day_is_written_year_month_day(text):
    with pytest.raises(InputError, match="2017-02-08"):
        checks.iso_day(text)


@pytest.mark.parametrize(
    "text",
    ["ftp://a.org", "javascript:alert(1)", "https://", "https://a b.org", "http://[::1", "a.org"],
)
def test_only_http_addresses_are_taken(text):
    with pytest.raises(InputError, match=r"https://example\.org/page"):
        checks.address(text)


@pytest.mark.parametrize("sign", ["\x1b", "\x00", "\x7f", "\x9b", "\u202e", "\u2066", "\u200f"])
def test_control_and_bidirectional_characters_are_refused_in_names(sign):
    with pytest.raises(InputError, match=f"U\\+{ord(sign):04X} at position 2"):
        checks.name(f"A{sign}B")


@pytest.mark.parametrize("sign", ["\x1b", "\n", "\t", "\ud800"])
def test_a_claim_is_one_line_without_control_characters(sign):
    with pytest.raises(InputError, match="claim"):
        checks.claim(f"It{sign}rains")


def test_quotes_and_notes_may_have_lines_but_do_not_drive_a_terminal():
    assert checks.text(" two\nlines\tand a tab ") == "two\nlines\tand a tab"
    with pytest.raises(InputError, match=r"U\+001B"):
        checks.text("a\x1b[31mred")


def test_names_come_out_trimmed_and_in_normal_form():
    assert checks.name(" Jose\u0301 ") == "José"
    with pytest.raises(InputError, match="empty"):
        checks.name("   ")
    with pytest.raises(InputError, match="shorten it to 200"):
        checks.name("x" * 201)


@pytest.mark.parametrize("text", ["", "a b", "ä", "x" * 65, "q/7", "a\n"])
def test_a_key_has_letters_digits_and_three_signs(text):
    with pytest.raises(InputError, match="is no key"):
        checks.key(text)


@given(st.text(max_size=50))
def test_what_a_message_repeats_is_safe_to_print(text):
    assert checks.shown(text).isprintable()


@given(st.text(max_size=30))
def test_a_name_is_taken_once_and_for_all(text):
    try:
        name = checks.name(text)
    except InputError:
        return
    assert checks.name(name) == name == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize("check", [checks.name, checks.line, checks.claim])
@pytest.mark.parametrize(
    "text", ["Daily Post", "Daily  Post", " Daily   Post ", "Daily\u00a0Post", "Daily\u2009 Post"]
)
def test_white_space_makes_no_other_name_title_or_claim(check, text):
    """One outlet, one forecaster, one question: what looks alike is the same."""
    assert check(text) == "Daily Post"


@pytest.mark.parametrize(
    "text", [" daily  post ", "DAILY\tPOST", "Daily\n Post", "Daily\u00a0Post"]
)
def test_names_are_compared_without_regard_to_white_space_of_any_kind(text):
    assert checks.folded(text) == "daily post"
    assert checks.one_of(text, ["Other", "Daily Post"], "outlet") == "Daily Post"


def test_a_quote_keeps_its_lines_and_blanks():
    assert checks.text("It  will\n\n rain") == "It  will\n\n rain"
