"""Option groups: a frozen dataclass whose fields become options of a command.

    @grouped
    def run(ctx: typer.Context, *, cited: CitationOptions, json: Json = False) -> None: ...

Every field of `CitationOptions` is an option of the command, and `cited` arrives filled. So the
thirty options that `add` and `amend` share are written once.
"""

import functools
import inspect
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

Command = TypeVar("Command", bound=Callable[..., None])


def grouped(command: Command) -> Command:
    """Return a command whose dataclass parameters are spread into one parameter per field."""
    signature = inspect.signature(command)
    groups: dict[str, Any] = {
        name: parameter.annotation
        for name, parameter in signature.parameters.items()
        if is_dataclass(parameter.annotation)
    }

    @functools.wraps(command)
    def spread(**given: Any) -> None:
        for name, group in groups.items():
            given[name] = group(**{field.name: given.pop(field.name) for field in fields(group)})
        command(**given)

    parameters: list[inspect.Parameter] = []
    for name, parameter in signature.parameters.items():
        parameters += _spread(groups[name]) if name in groups else [parameter]
    spread.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    spread.__annotations__ = {one.name: one.annotation for one in parameters}
    return spread  # type: ignore[return-value]


def _spread(group: Any) -> list[inspect.Parameter]:
    return [
        inspect.Parameter(
            field.name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=field.type
        )
        for field in fields(group)
    ]
