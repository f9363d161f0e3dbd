"""The options that say what happened, and how it is known."""

from dataclasses import asdict, dataclass
from typing import Annotated

import typer

from ledger.book import NewRuling


@dataclass(frozen=True, slots=True)
class RulingOptions:
    """The fields of a ruling, as options."""

    on: Annotated[str | None, typer.Option(metavar="DATE[..DATE]", help="It happened on this day.")]
    not_by: Annotated[
        str | None, typer.Option(metavar="DATE", help="It had not happened by this day.")
    ]
    never: Annotated[bool | None, typer.Option("--never", help="It no longer can happen.")]
    value: Annotated[
        str | None, typer.Option(metavar="X|LOW..HIGH", help="The number, or where it lies.")
    ]
    option: Annotated[str | None, typer.Option(metavar="O", help="The option that came out.")]
    not_option: Annotated[
        list[str] | None, typer.Option(metavar="O", help="An option that is ruled out.")
    ]
    void: Annotated[
        str | None, typer.Option(metavar="WHY", help="Annul the question for everybody.")
    ]
    final: Annotated[
        bool | None, typer.Option("--final", help="Nothing more will be learned about it.")
    ]
    evidence: Annotated[
        list[str] | None,
        typer.Option(metavar="URL", help='An address; "URL 2017-10-17 Title" keeps more.'),
    ]
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="What else to know.")]
    ruled_by: Annotated[str | None, typer.Option(metavar="NAME", help="Who ruled.")]
    replace: Annotated[
        int | None, typer.Option(metavar="N", help="The number of the ruling that it replaces.")
    ]
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Why it replaces it.")]

    def request(self) -> NewRuling:
        """Return the ruling."""
        given = {name: value for name, value in asdict(self).items() if value is not None}
        return NewRuling(
            not_options=tuple(given.pop("not_option", ())),
            evidence=tuple(given.pop("evidence", ())),
            by=given.pop("ruled_by", None),
            **given,
        )
