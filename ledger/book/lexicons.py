"""Lexicons by name, or a user's own table from a file."""

import json
from pathlib import Path
from typing import Any

from ledger.core.lexicons import LEXICONS, Lexicon, find_lexicon, parse_lexicon
from ledger.core.objects import FieldError, once
from ledger.errors import InputError


def find(name: str) -> Lexicon:
    """Return a built-in lexicon, or the one in a file that is named by its path (.json)."""
    if name.casefold() in LEXICONS:
        return find_lexicon(name.casefold())
    if not name.endswith(".json"):
        raise InputError(
            f'no lexicon is called "{name}"; use one of {", ".join(LEXICONS)}, '
            "or a file of your own that ends in .json"
        )
    return parse_lexicon(_read(Path(name)), LEXICONS)


def every() -> tuple[Lexicon, ...]:
    """Return the built-in lexicons."""
    return tuple(LEXICONS.values())


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=once)
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}; check the file") from None
    except FieldError as error:
        raise InputError(f"{path}: {error}") from None
    except ValueError as error:
        raise InputError(f"{path} is not a lexicon in JSON ({error}); correct it") from None
