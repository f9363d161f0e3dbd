"""The options that say where a forecast was read."""

from dataclasses import asdict, dataclass
from typing import Annotated

import typer

from ledger.book import NewCitation


@dataclass(frozen=True, slots=True)
class CitationOptions:
    """The fields of a citation, as options."""

    source: Annotated[
        str | None, typer.Option(metavar="OUTLET", help="The outlet that carried it.")
    ]
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The article's title.")]
    url: Annotated[str | None, typer.Option(metavar="URL", help="The article's address.")]
    published: Annotated[str | None, typer.Option(metavar="DATE", help="When it was published.")]
    quote: Annotated[str | None, typer.Option(metavar="TEXT", help="The words as printed.")]
    via: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who the outlet had it from, as an agency.")
    ]
    own_voice: Annotated[
        bool | None, typer.Option("--own-voice", help="The outlet says so itself, quoting nobody.")
    ]

    def request(self) -> NewCitation | None:
        """Return the citation, or None where no option was given."""
        given = {name: value for name, value in asdict(self).items() if value is not None}
        return NewCitation(**given) if given else None
