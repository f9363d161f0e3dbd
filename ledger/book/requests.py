"""What a user asks for, as typed: the book validates it and says what is wrong.

All fields are texts or None, so that the command line, a form or a script can fill them
alike; days may be words ("within six months"), questions are "q7". A script may pass a
`datetime.date` or a number for a text: it is kept as its text.
"""

from dataclasses import dataclass, field

from ledger.book.natural import Natural


@dataclass(frozen=True, slots=True)
class NewCitation(Natural):
    """Where a forecast was read."""

    source: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    quote: str | None = None
    via: str | None = None
    own_voice: bool = False


@dataclass(frozen=True, slots=True)
class Condition(Natural):
    """A condition (TEXT or qN) and by when it must come about."""

    what: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Accepts(Natural):
    """Which answers a forecast accepts when its question is a number or a choice."""

    at_least: str | None = None
    more_than: str | None = None
    at_most: str | None = None
    less_than: str | None = None
    about: str | None = None
    within: str | None = None
    unit: str | None = None
    option: tuple[str, ...] = ()
    options: str | None = None
    ordered: bool = False
    quantiles: tuple[str, ...] = ()
    range: str | None = None  # LOW..HIGH, which holds the number with P = `level`
    level: str | None = None


@dataclass(frozen=True, slots=True)
class NewForecast(Natural):
    """A forecast to add; or, in `amend`, the fields to put right (None leaves a field)."""

    claim: str | None = None
    by: str | None = None
    role: str | None = None
    forecaster_kind: str | None = None
    made: str | None = None
    deadline: str | None = None
    after: str | None = None
    probability: str | None = None
    phrase: str | None = None
    negated: bool | None = None  # True: --not, False: --affirmative, None: not said
    vague: str | None = None
    checkable: bool = False  # in `amend`: it is neither vague nor void after all
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    given: Condition | None = None
    question: str | None = None
    criteria: str | None = None
    judge: str | None = None
    revises: int | str | None = None  # a number, or a key
    counters: int | str | None = None
    accepts: Accepts = field(default_factory=Accepts)
    citation: NewCitation | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class NewUpdate(Natural):
    """A later statement of the same claim: a number or words, and the day (else today)."""

    probability: str | None = None
    phrase: str | None = None
    made: str | None = None


@dataclass(frozen=True, slots=True)
class NewRuling(Natural):
    """A ruling: exactly one of the answers, with how it is known.

    `on` is DATE or DATE..DATE, `value` a number or LOW..HIGH. `evidence` are addresses, each
    optionally followed by a date and a title: "URL", "URL 2017-10-17", "URL 2017-10-17 Title".
    """

    on: str | None = None
    not_by: str | None = None
    never: bool = False
    value: str | None = None
    option: str | None = None
    not_options: tuple[str, ...] = ()
    void: str | None = None
    final: bool = False
    evidence: tuple[str, ...] = ()
    note: str | None = None
    by: str | None = None
    replace: int | None = None
    why: str | None = None


STATUSES = ("open", "due", "undated", "known", "true", "false", "answered", "void", "unclear",
            "vague", "retracted", "struck")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filter(Natural):
    """Which forecasts to list; None leaves a field open. `status` is one of STATUSES."""

    by: str | None = None
    source: str | None = None
    status: str | None = None
    tag: str | None = None
    search: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class ScorecardRequest(Natural):
    """Which scorecard: one row `per` forecaster, source, tag ..., or one `name`.

    `name`, `by`, `source`, `tag`, `made_from`, `made_to` and `prospective` choose forecasts;
    `as_of` moves the due line, `recorded_by` reads the book as it was recorded then. `lexicon`
    is a name or a file that turns words into numbers, `reference` coin, base-rate or P;
    `bootstrap` makes the interval on Brier by resampling questions.
    """

    name: str | None = None
    per: str | None = None
    by: str | None = None
    source: str | None = None
    tag: str | None = None
    as_of: str | None = None
    recorded_by: str | None = None
    made_from: str | None = None
    made_to: str | None = None
    prospective: bool = False
    lexicon: str | None = None
    reference: str | None = None
    score: str | None = None
    update_rule: str | None = None
    sensitivity: bool = False
    bootstrap: bool = False
