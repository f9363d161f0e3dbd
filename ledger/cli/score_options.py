"""The options that scorecards, curves and comparisons share: which forecasts, scored how."""

from dataclasses import asdict, dataclass
from typing import Annotated, Any

import typer

from ledger.book import ScorecardRequest

Name = Annotated[str | None, typer.Argument(metavar="[NAME]", help="One forecaster or source.")]


def _option(*names: str, metavar: str, help_: str) -> Any:
    return typer.Option(*names, metavar=metavar, help=help_)


@dataclass(frozen=True, slots=True)
class ChoiceOptions:
    """Which forecasts; fields are named as in `ScorecardRequest`."""

    by: Annotated[str | None, _option(metavar="NAME", help_="Only this forecaster.")]
    source: Annotated[str | None, _option(metavar="OUTLET", help_="Only what it carried.")]
    tag: Annotated[str | None, _option(metavar="TAG", help_="Only with this tag.")]
    made_from: Annotated[str | None, _option(metavar="DATE", help_="Only made then or later.")]
    made_to: Annotated[str | None, _option(metavar="DATE", help_="Only made then or earlier.")]
    prospective: Annotated[
        bool | None,
        typer.Option("--prospective", help="Only recorded before the answer was known."),
    ]
    as_of: Annotated[str | None, _option(metavar="DATE", help_="What was due then; else today.")]
    recorded_by: Annotated[
        str | None, _option(metavar="TIME", help_="The book as recorded then, for ever the same.")
    ]


@dataclass(frozen=True, slots=True)
class TableOptions:
    """What a scorecard shows; fields are named as in `ScorecardRequest`."""

    per: Annotated[
        str | None,
        _option(
            metavar="WHAT",
            help_="A row for each forecaster (default), source, article, tag, forecaster-kind, "
            "phrase, horizon, year or question-kind.",
        ),
    ]
    reference: Annotated[
        str | None,
        _option(metavar="P", help_="What skill is measured against: coin, base-rate or P."),
    ]
    sensitivity: Annotated[
        bool | None, typer.Option("--sensitivity", help="Brier and rank under every lexicon.")
    ]
    bootstrap: Annotated[
        bool | None, typer.Option("--bootstrap", help="Interval on Brier by resampling questions.")
    ]


@dataclass(frozen=True, slots=True)
class ScoreOptions:
    """How forecasts are scored; fields are named as in `ScorecardRequest`."""

    lexicon: Annotated[
        str | None,
        _option(metavar="NAME|FILE", help_="Read words as numbers: icd203, ... or a .json file."),
    ]
    score: Annotated[
        str | None,
        _option(metavar="NAME", help_="brier, log, metaculus-baseline, metaculus-peer or gjopen."),
    ]
    update_rule: Annotated[
        str | None,
        _option(metavar="RULE", help_="Which update counts: last, first, mean, time-weighted."),
    ]


def request(*groups: ChoiceOptions | TableOptions | ScoreOptions, **more: Any) -> ScorecardRequest:
    """Return the request that the options describe."""
    given = {name: value for group in groups for name, value in asdict(group).items()}
    return ScorecardRequest(**{k: v for k, v in {**given, **more}.items() if v is not None})
