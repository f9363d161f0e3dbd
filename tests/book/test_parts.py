"""Parts, conditions, bounds on another question's day, numbers and choices."""

import pytest

from ledger.book import Condition, NewForecast, polarity
from ledger.errors import InputError
from tests.book.builders import TODAY, add, d, fingerprint, listed, rule, shown, state, verdict

BOTH = ("Mosul retaken", "Raqqa retaken")


def settle(book, answers):
    """Rule on questions: q1="on D", "not by D" or "never"."""
    for question, said in answers.items():
        form, _, day = said.rpartition(" ")
        form = (form or day).replace(" ", "_")
        rule(book, question, **({"never": True} if form == "never" else {form: day}))


EARLY, LATE = "on 2017-07-10", "on 2017-10-17"


@pytest.mark.parametrize(
    ("join", "answers", "expected", "days_late"),
    [
        ("all_of", {"q1": EARLY, "q2": EARLY}, "true", -29),
        ("all_of", {"q1": EARLY, "q2": LATE}, "false", 70),
        ("all_of", {"q2": LATE}, "false", None),
        ("all_of", {"q1": EARLY}, "pending", None),
        ("all_of", {"q1": "never"}, "false", None),
        ("any_of", {"q1": EARLY}, "true", None),
        ("any_of", {"q1": EARLY, "q2": LATE}, "true", -29),
        ("any_of", {"q1": LATE}, "pending", None),
        ("any_of", {"q1": LATE, "q2": "never"}, "false", 70),
    ],
)
def test_parts_are_joined_by_all_or_any(book, join, answers, expected, days_late):
    add(book, "Two cities retaken within six months", **{join: BOTH})
    settle(book, answers)
    assert (verdict(book), listed(book).days_late) == (expected, days_late)


def test_parts_show_their_own_verdicts(book):
    add(book, "Two cities retaken within six months", all_of=BOTH)
    settle(book, {"q1": EARLY, "q2": LATE})
    assert [(p.text, p.verdict) for p in shown(book).parts] == [
        ("Mosul retaken", "true"),
        ("Raqqa retaken", "false"),
    ]


@pytest.mark.parametrize(
    ("join", "answers", "expected"),
    [
        ("all_of", {"q1": EARLY, "q2": LATE}, "true"),
        ("all_of", {"q1": EARLY, "q2": EARLY}, "false"),
        ("any_of", {"q1": EARLY}, "false"),
        ("any_of", {"q1": LATE, "q2": "never"}, "true"),
    ],
)
def test_not_turns_a_compound_inside_out(book, join, answers, expected):
    """Not (A and B) is not A, or not B; negation swaps true and false."""
    add(book, "Two cities retaken within six months", negated=True, **{join: BOTH})
    assert listed(book).negated is True
    settle(book, answers)
    assert verdict(book) == expected


def test_a_part_can_be_negated(book):
    add(book, "A split within six months", all_of=("Mosul retaken", "not: Raqqa retaken"))
    assert [p.negated for p in shown(book).parts] == [False, True]
    assert listed(book).negated is False
    settle(book, {"q1": EARLY, "q2": LATE})
    assert verdict(book) == "true"


def test_parts_can_have_deadlines_of_their_own(book):
    added = add(
        book, "Both retaken", all_of=("Mosul retaken by 2017-08-08", "Raqqa retaken by 2018")
    )
    parts = shown(book).parts
    assert [p.deadline for p in parts] == [d("2017-08-08"), d("2018-12-31")]
    assert added.deadline == d("2018-12-31"), "the forecast is due when its last part is"
    settle(book, {"q1": EARLY, "q2": LATE})
    assert (verdict(book), state(book)) == ("true", "true")


def test_a_part_without_deadline_has_that_of_the_forecast(book):
    add(book, "Both by 2017", all_of=("Mosul retaken by 2017-08-08", "Raqqa retaken"))
    assert [p.deadline for p in shown(book).parts] == [d("2017-08-08"), d("2017-12-31")]


def test_parts_can_be_questions_that_stand_already(book):
    add(book, "Mosul retaken by 2018")
    add(book, "Both within six months", all_of=("q1", "not q1 by 2017-03-01"))
    assert [(p.question, p.negated, p.deadline) for p in shown(book, 2).parts] == [
        ("q1", False, d("2017-08-08")),
        ("q1", True, d("2017-03-01")),
    ]
    settle(book, {"q1": EARLY})
    assert verdict(book, 2) == "true"


@pytest.mark.parametrize("name", ["q1", "not q1", "q1 by 2018"])
def test_a_number_cannot_be_a_part_or_a_condition(book, name):
    add(book, "Inflation", accepts={"at_least": "2"})
    for fields in ({"all_of": (name, "B")}, {"given": name}):
        with pytest.raises(InputError, match="asks for a number"):
            add(book, "X by 2018", **fields)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, "pending"),
        ({"q2": "never"}, "void"),
        ({"q2": "not by 2017-12-31"}, "void"),
        ({"q2": "not by 2017-06-30"}, "pending"),
        ({"q2": EARLY}, "pending"),
        ({"q2": EARLY, "q1": EARLY}, "true"),
        ({"q2": EARLY, "q1": "never"}, "false"),
        ({"q1": "never"}, "pending"),
        ({"q2": LATE, "q1": "never"}, "false"),
    ],
)
def test_a_condition_that_fails_makes_the_forecast_void(book, answers, expected):
    add(book, "War by 2017-12-31", given="The deal collapses")
    settle(book, answers)
    assert verdict(book) == expected
    assert shown(book).given.text == "The deal collapses"


def test_a_condition_can_have_its_own_deadline_and_be_negated(book):
    add(book, "War by 2018", given=Condition("not: The deal collapses", by="2017-06-30"))
    given = shown(book).given
    assert (given.negated, given.deadline) == (True, d("2017-06-30"))
    settle(book, {"q2": EARLY})
    assert given.question == "q2"
    assert shown(book).given.verdict == "true"


@pytest.mark.parametrize(
    ("when", "other", "own", "expected", "deadline"),
    [
        ("before q1", "on 2017-06-10", "on 2017-06-09", "true", "2017-06-09"),
        ("before q1", "on 2017-06-10", "on 2017-06-10", "false", "2017-06-09"),
        ("by q1", "on 2017-06-10", "on 2017-06-10", "true", "2017-06-10"),
        ("q1", "on 2017-06-10", "on 2017-06-10", "true", "2017-06-10"),
        ("within 72 hours of q1", "on 2017-06-10", "on 2017-06-13", "true", "2017-06-13"),
        ("within 72 hours of q1", "on 2017-06-10", "on 2017-06-14", "false", "2017-06-13"),
        ("within 72 hours of q1", "on 2017-06-10", "on 2017-06-09", "false", "2017-06-13"),
        ("within 2 weeks after q1", "on 2017-06-10", "on 2017-06-24", "true", "2017-06-24"),
        ("before q1", "never", "on 2017-06-10", "true", None),
        ("before q1", "never", "never", "false", None),
        ("before q1", "on 2017-06-10..2017-06-20", "on 2017-06-01", "true", "2017-06-19"),
        ("before q1", "on 2017-06-10..2017-06-20", "on 2017-06-15", "unclear", "2017-06-19"),
    ],
)
def test_a_bound_can_hang_on_the_day_of_another_question(
    book, when, other, own, expected, deadline
):
    add(book, "The king dies")
    add(book, "The heir marries", deadline=when)
    assert (listed(book, 2).deadline, state(book, 2)) == (None, "undated")
    settle(book, {"q1": other, "q2": own})
    assert verdict(book, 2) == expected
    assert listed(book, 2).deadline == (d(deadline) if deadline else None)


def test_a_forecast_hanging_on_a_day_is_due_once_that_day_is_known(book):
    add(book, "The king dies")
    add(book, "The heir marries", deadline="within 3 days of q1", citation="Gazette")
    settle(book, {"q1": "on 2017-06-10"})
    assert (state(book, 2), listed(book, 2).status) == ("pending", "due")
    rule(book, "q2", not_by="2017-06-13")
    assert (state(book, 2), verdict(book, 2)) == ("false", "false")
    rule(book, "q1", on="2017-06-11", replace=1, why="the date was wrong")
    assert (listed(book, 2).deadline, verdict(book, 2)) == (d("2017-06-14"), "pending")


@pytest.mark.parametrize("after", ["after q1", "q1"])
def test_a_first_day_can_hang_on_another_question(book, after):
    add(book, "The king dies")
    add(book, "The heir marries by 2018", after=after)
    settle(book, {"q1": "on 2017-06-10", "q2": "on 2017-06-10"})
    assert verdict(book, 2) == "false"


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"after": "2018"}, "its first day 2019-01-01 lies after its last, 2018-06-30"),
        ({"after": "2018", "negated": True}, "its first day"),
        ({"accepts": {"options": "Ann,Bob", "option": ("Ann", "Bob")}}, "every answer, or none"),
    ],
)
def test_what_its_wording_alone_would_settle_is_refused(book, path, fields, why):
    """`Silence is never a miss`: a forecast waits for a ruling."""
    before = fingerprint(path)
    with pytest.raises(InputError, match=f"would be (true|false) without a ruling: .*{why}"):
        add(book, "The Fed cuts", deadline="2018-06-30", **fields)
    assert fingerprint(path) == before


@pytest.mark.parametrize(
    "parts",
    [("q1", "q1"), ("Mosul retaken", "mosul retaken"), ("not q1 by 2018", "not: q1 by 2018")],
)
@pytest.mark.parametrize("join", ["all_of", "any_of"])
def test_the_same_part_twice_is_refused(book, path, join, parts):
    add(book)
    before = fingerprint(path)
    with pytest.raises(InputError, match="is named twice; leave out one"):
        add(book, "Both", deadline="2018", **{join: parts})
    assert fingerprint(path) == before
    add(book, "In time and late", **{join: ("q1 by 2018", "q1 by 2019")})


def test_the_reply_echoes_the_first_day(book):
    done = add(book, "The Fed cuts by 2018", after="2017-05")
    assert done.accepts == ("accepts from 2017-06-01 by 2018-12-31",)
    assert add(book, "The Fed cuts by 2018").accepts == ()


def test_an_amendment_may_not_settle_it_either(book):
    add(book, "The Fed cuts", deadline="2018-06-30", after="2017")
    with pytest.raises(InputError, match="correct --after or --deadline"):
        book.amend(1, NewForecast(deadline="2017-12-31"), "mistyped", TODAY)


def test_after_is_the_day_after(book):
    add(book, "The Fed cuts by 2018", after="2017-05-31")
    assert shown(book).parts[0].accepts == "from 2017-06-01 by 2018-12-31"


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2017-08-10", "true"), ("2017-09-10", "unclear"), ("2017-11-10", "false")],
)
def test_a_verdict_that_depends_on_where_in_the_window_is_unclear(book, day, expected):
    add(book, "Raqqa retaken within six months", made="2017-02-20..2017-04-20")
    assert (listed(book).deadline_earliest, listed(book).deadline) == (
        d("2017-08-20"),
        d("2017-10-20"),
    )
    rule(book, "q1", on=day)
    assert verdict(book) == expected


NUMBERS = [
    ({"at_least": "4"}, "4", "true"),
    ({"at_least": "4"}, "3.9", "false"),
    ({"at_least": ".5"}, "0.5", "true"),
    ({"more_than": "4"}, "4", "false"),
    ({"at_most": "4"}, "4", "true"),
    ({"less_than": "4"}, "4", "false"),
    ({"at_least": "1", "less_than": "4"}, "3.99", "true"),
    ({"about": "4.5"}, "4.55", "true"),
    ({"about": "4.5"}, "4.56", "false"),
    ({"about": "4.5"}, "4.45", "true"),
    ({"about": "100"}, "100.5", "true"),
    ({"about": "100"}, "101", "false"),
    ({"about": "100", "within": "10"}, "90", "true"),
    ({"about": "1,400,000", "within": "0"}, "1400000", "true"),
    ({"about": "-2"}, "-2.4", "true"),
    ({"at_least": "4"}, "3..5", "pending"),
    ({"at_least": "4"}, "4..5", "true"),
    ({"at_least": "4"}, "1..3", "false"),
]


@pytest.mark.parametrize(("accepts", "value", "expected"), NUMBERS)
def test_a_number_is_accepted_between_its_ends(book, accepts, value, expected):
    add(book, "Inflation in June 2017", accepts=accepts)
    rule(book, "q1", value=value)
    assert verdict(book) == expected


def test_a_negated_number_accepts_every_other(book):
    add(book, "Inflation in June 2017", accepts={"at_least": "4"}, negated=True)
    rule(book, "q1", value="3")
    assert verdict(book) == "true"


def test_a_number_keeps_its_unit(book):
    add(book, "Inflation in June 2017", accepts={"at_least": "4", "unit": "%"})
    rule(book, "q1", value="4.2")
    part = shown(book).parts[0]
    assert (part.accepts, part.answer) == ("at least 4 %", "4.2 %")


RACE = {"options": "Ann, Bob, Cy"}
CHOICES = [
    ({"option": ("Ann",)}, {"option": "Ann"}, "true"),
    ({"option": ("Ann",)}, {"option": "bob"}, "false"),
    ({"option": ("Ann", "Bob")}, {"option": "Bob"}, "true"),
    ({"option": ("Ann",)}, {"not_options": ("Bob",)}, "pending"),
    ({"option": ("Ann",)}, {"not_options": ("Bob", "Cy")}, "true"),
    ({"option": ("Ann",)}, {"not_options": ("Ann",)}, "false"),
    ({"option": ("Ann=0.5", "Bob=0.3", "Cy=0.2")}, {"option": "Ann"}, "true"),
    ({"option": ("Ann=0.5", "Bob=0.3", "Cy=0.2")}, {"option": "Bob"}, "false"),
]


@pytest.mark.parametrize(("accepts", "said", "expected"), CHOICES)
def test_a_choice_is_one_of_its_declared_options(book, accepts, said, expected):
    add(book, "Winner of the 2017 race", accepts={**RACE, **accepts})
    rule(book, "q1", **said)
    assert verdict(book) == expected


def test_a_choice_that_stands_is_forecast_by_its_options(book):
    add(book, "Winner of the 2017 race", accepts={**RACE, "option": ("Ann",)})
    add(book, "Bob wins", by="Bob", question="q1", accepts={"option": ("Bob",)})
    with pytest.raises(InputError, match="Dee"):
        add(book, "Dee wins", question="q1", accepts={"option": ("Dee",)})
    rule(book, "q1", option="Bob")
    assert [verdict(book, n) for n in (1, 2)] == ["false", "true"]


def test_a_number_that_stands_is_forecast_by_its_ends(book):
    add(book, "Inflation in June 2017", accepts={"at_least": "4"})
    add(book, "Inflation below 3", by="Bob", question="q1", accepts={"less_than": "3"})
    rule(book, "q1", value="2")
    assert [verdict(book, n) for n in (1, 2)] == ["false", "true"]


def test_a_day_that_does_not_fit_a_condition_blames_if_by(book):
    """A refusal names the option that is wrong."""
    with pytest.raises(InputError, match="correct --made or --if-by"):
        add(book, "War by 2030", made="2017-02-08", given=Condition("It collapses", by="2016"))
    with pytest.raises(InputError, match="write --if-by none"):
        add(book, "War by 2030", made="2017-02-08", given=Condition("It collapses", by="31 June"))


FOUR = ("One happens", "Two happens", "Three happens", "Four happens")


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("Q4 revenue of Acme exceeds 5 billion", "Revenue of Acme exceeds 5 billion"),
        ("Q24 is on sale", "Q24 is on sale"),
        ("q9 is on sale", "q9 is on sale"),
        ("q4", "Four happens"),
        ("Q2 2027 is wet", "Is wet"),
        ("q4 by 2018", "Four happens"),
        ("not: q4 within six months", "Four happens"),
    ],
)
def test_a_quarter_is_no_question(book, given, text):
    """q3 is a question, Q3 a quarter: a condition in words does not become an old question."""
    add(book, "Four things", all_of=FOUR)
    add(book, "Elections held by 2018", given=given)
    assert shown(book, 2).given.text == text


@pytest.mark.parametrize("given", ["Q4 2027", "Q4", "Q4 by 2018", "2027"])
def test_a_part_that_only_says_by_when_is_refused(book, path, given):
    add(book, "Four things", all_of=FOUR)
    before = fingerprint(path)
    with pytest.raises(InputError, match="says only by when"):
        add(book, "Elections held by 2018", given=given)
    assert fingerprint(path) == before


def test_words_behind_a_question_that_stands_are_no_part_of_another(book):
    add(book, "Four things", all_of=FOUR)
    with pytest.raises(InputError, match='cannot read "is over" as a deadline'):
        add(book, "Elections held by 2018", given="q4 is over")


@pytest.mark.parametrize(
    ("field", "words", "fix"),
    [
        ("all_of", ("Mosul will not fall", "Hawija falls"), 'write "not: Mosul will fall"'),
        ("any_of", ("Hawija falls", "No city is held by 2018"), 'write "not: A city is held"'),
        ("given", "Mosul won't fall by June 2017", 'write "not: Mosul will fall"'),
        ("given", "Peace is unlikely", 'with "not:" in front'),
        ("given", "not: Mosul won't fall", "word it positively"),
    ],
)
def test_a_part_or_condition_that_says_will_not_is_refused_with_the_fix(
    book, path, field, words, fix
):
    """yes/no answers a question in its positive form: a part that says "will not" has none."""
    before = fingerprint(path)
    with pytest.raises(InputError, match=fix):
        add(book, "War ends by 2020", **{field: words})
    assert fingerprint(path) == before


def test_a_part_can_be_denied_in_front_and_keep_the_words_of_a_name(book):
    add(book, "War ends by 2020", given="not: Mosul falls", all_of=(
        "not: Hawija falls", 'The "Never Again" party wins', "Brexit not before 2019"))  # fmt: skip
    found = shown(book)
    assert [(part.text, part.negated) for part in (found.given, *found.parts)] == [
        ("Mosul falls", True), ("Hawija falls", True), ('The "Never Again" party wins', False),
        ("Brexit", True),
    ]  # fmt: skip


def test_a_denied_condition_of_an_article_is_asked_positively(book):
    assert polarity.as_part("the talks do not fail") == "not: The talks do fail"
    assert polarity.as_part("peace is unlikely") == "peace is unlikely"


@pytest.mark.parametrize("fields", [{"deadline": "2018"}, {"claim": "Two fall by 2018"}])
def test_a_part_that_runs_past_the_deadline_contradicts_it(book, fields):
    """What contradicts itself is refused: neither of the two days is taken unsaid."""
    parts = ("Mosul falls by June 2017", "Hawija falls by 2019")
    claim = {"claim": "Two fall", **fields}
    with pytest.raises(InputError, match="part 2 runs until 2019-12-31, past the deadline 2018"):
        add(book, all_of=parts, **claim)
    added = add(book, all_of=parts, **{**claim, "deadline": "2019"})
    assert added.deadline == d("2019-12-31")
    with pytest.raises(InputError, match="part 2 runs until 2019-12-31"):
        book.amend(1, NewForecast(deadline="2018"), "w", TODAY)


def test_a_deadline_that_follows_from_the_parts_is_not_printed_as_the_one_given(book):
    add(book, "Two fall", deadline="2019", all_of=("Mosul falls by 2017", "Hawija falls by 2018"))
    assert (listed(book).deadline, shown(book).deadline_phrase) == (d("2018-12-31"), None)
    book.amend(1, NewForecast(all_of=("Mosul falls by 2017", "Hawija falls by 2020")), "w", TODAY)
    assert listed(book).deadline == d("2020-12-31")
