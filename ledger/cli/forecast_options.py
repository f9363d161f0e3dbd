"""The options that say what was forecast, by whom, and by when: those of `add` and `amend`."""

from dataclasses import asdict, dataclass
from typing import Annotated, Any

import typer

from ledger.book import Accepts, Condition, NewCitation, NewForecast
from ledger.errors import InputError


def _option(*names: str, metavar: str, help_: str) -> Any:
    return typer.Option(*names, metavar=metavar, help=help_)


@dataclass(frozen=True, slots=True)
class ClaimOptions:
    """Who said what, when, and by when; fields are named as in `NewForecast`."""

    by: Annotated[str | None, _option(metavar="NAME", help_="Who said it.")]
    role: Annotated[str | None, _option(metavar="TEXT", help_="Their office or trade.")]
    forecaster_kind: Annotated[
        str | None,
        _option(metavar="KIND", help_="person, organisation, anonymous, crowd or model."),
    ]
    made: Annotated[
        str | None,
        _option(
            metavar="WHEN", help_="When it was said; else --published, without a source today."
        ),
    ]
    deadline: Annotated[
        str | None, _option(metavar="WHEN", help_="The last day on time; else read in the claim.")
    ]
    after: Annotated[
        str | None, _option(metavar="WHEN", help_="It counts only if it happens after this.")
    ]
    probability: Annotated[
        str | None, _option(metavar="P", help_='As stated: 0.7, "70 %" or 3:1 (odds for).')
    ]
    phrase: Annotated[
        str | None, _option(metavar="WORDS", help_='How sure, in words: "probably", "believes".')
    ]
    negated: Annotated[
        bool | None,
        typer.Option(
            "--not/--affirmative", help="It will not happen, the claim worded positively."
        ),
    ]
    vague: Annotated[
        str | None, _option(metavar="WHY", help_="Nobody could check it: kept, never scored.")
    ]
    all_of: Annotated[
        list[str] | None,
        _option(metavar="TEXT|qN", help_='A part; all must hold ("not: TEXT" denies it).'),
    ]
    any_of: Annotated[
        list[str] | None,
        _option(metavar="TEXT|qN", help_='A part; one must hold ("not: TEXT" denies it).'),
    ]
    if_: Annotated[
        str | None,
        _option("--if", metavar="TEXT|qN", help_='A condition; void when it fails ("not: TEXT").'),
    ]
    if_by: Annotated[str | None, _option(metavar="WHEN", help_="By when the condition must hold.")]
    question: Annotated[
        str | None, _option(metavar="qN", help_="It answers this question of the book.")
    ]
    criteria: Annotated[str | None, _option(metavar="TEXT", help_="What would settle it.")]
    judge: Annotated[str | None, _option(metavar="NAME", help_="Whose word settles it.")]
    revises: Annotated[
        str | None, _option(metavar="ID", help_="It moves an earlier forecast, which stays due.")
    ]
    counters: Annotated[str | None, _option(metavar="ID", help_="It contradicts this forecast.")]
    tag: Annotated[list[str] | None, _option(metavar="TAG", help_="A tag; may be repeated.")]
    note: Annotated[str | None, _option(metavar="TEXT", help_="Anything else worth keeping.")]
    key: Annotated[str | None, _option(metavar="KEY", help_="A stable name; else one is made.")]


@dataclass(frozen=True, slots=True)
class AnswerOptions:
    """Which numbers or options are forecast; fields are named as in `Accepts`."""

    at_least: Annotated[str | None, _option(metavar="X", help_="A number: X or more.")]
    more_than: Annotated[str | None, _option(metavar="X", help_="A number above X.")]
    at_most: Annotated[str | None, _option(metavar="X", help_="A number: X or less.")]
    less_than: Annotated[str | None, _option(metavar="X", help_="A number below X.")]
    about: Annotated[
        str | None, _option(metavar="X", help_="About X: half of its last digit either side.")
    ]
    within: Annotated[str | None, _option(metavar="W", help_="With --about: W either side.")]
    unit: Annotated[str | None, _option(metavar="UNIT", help_="What the number counts.")]
    option: Annotated[
        list[str] | None,
        _option(metavar="O", help_="The option forecast; O=0.6 for a distribution."),
    ]
    options: Annotated[str | None, _option(metavar="A,B,C", help_="All options of a new question.")]
    ordered: Annotated[bool | None, typer.Option("--ordered", help="The options have an order.")]
    quantile: Annotated[
        list[str] | None, _option(metavar="P=X", help_="A quantile: 0.05=60; may be repeated.")
    ]
    range_: Annotated[
        str | None, _option("--range", metavar="LOW..HIGH", help_="A range, with its --level.")
    ]
    level: Annotated[
        str | None, _option(metavar="P", help_='How sure the range is: "90 %", two quantiles.')
    ]

    def request(self) -> Accepts:
        """Return the answers accepted."""
        given = _given(self)
        return Accepts(
            quantiles=tuple(given.pop("quantile", ())),
            range=given.pop("range_", None),
            **_tuples(given),
        )


def new_forecast(
    text: str | None, said: ClaimOptions, answers: AnswerOptions, cited: NewCitation | None
) -> NewForecast:
    """Return the forecast that the options describe."""
    given = _given(said)
    condition, by = given.pop("if_", None), given.pop("if_by", None)
    if by is not None and condition is None:
        raise InputError("--if-by is the day of a condition; give the condition with --if")
    return NewForecast(
        claim=text,
        given=None if condition is None else Condition(condition, by),
        tags=tuple(given.pop("tag", ())),
        accepts=answers.request(),
        citation=cited,
        **_tuples(given),
    )


def _given(group: Any) -> dict[str, Any]:
    return {name: value for name, value in asdict(group).items() if value is not None}


def _tuples(given: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(v) if isinstance(v, list) else v for name, v in given.items()}
