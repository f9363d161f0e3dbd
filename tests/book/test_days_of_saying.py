"""Days of saying that cannot be read: the refusal says what is wrong with them (C1)."""

import pytest

from ledger.book import NewCitation
from ledger.errors import InputError
from tests.book.builders import add


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("12/11/2016", "12/11/2016 can be 12 November or 11 December: write 2016-11-12"),
        ("31 June 2016", "there is no 31 June 2016"),
        ("5 Septmber 2016", r"\"Septmber\" is not understood \(did you mean September\?\)"),
        ("whenever", "as --published; write 2017-02-08"),
    ],
)  # fmt: skip
def test_a_day_that_can_be_two_is_refused_with_both(book, day, why):
    with pytest.raises(InputError, match=why):
        add(book, "Mosul falls by 2018", citation=NewCitation("Mail", published=day))
    with pytest.raises(InputError, match=why.replace("--published", "--made")):
        add(book, "Mosul falls by 2018", made=day)
