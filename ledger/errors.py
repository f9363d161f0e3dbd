"""What the program refuses, and the exit code that goes with it.

A refusal is an exception whose text is one line: what is wrong, then what to do.
Problems inside data (a bad row of an import) are values, collected and listed together.
"""


class LedgerError(Exception):
    """A refusal that a user can act on. `exit_code` is what the shell sees.

    Its text may quote what was typed, so that it comes out as one line that is safe to print.
    """

    exit_code = 1

    def __str__(self) -> str:
        text = super().__str__()
        if len(text) > _LONGEST:
            text = f"{text[:_LONGEST]}…{text[-_LONGEST // 4 :]}"
        return text if text.isprintable() else "".join(map(_shown, text))


class OutputError(LedgerError):
    """The answer could not be written, for a `reason`; what was recorded stays."""

    exit_code = 1

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


class ClosedPipeError(OutputError):
    """Whoever read the answer has read enough of it."""


class InputError(LedgerError):
    """A value, option or file that cannot be taken as it is."""

    exit_code = 2


class NotFoundError(LedgerError):
    """A forecast, question or name that the book does not have."""

    exit_code = 3


class ConflictError(LedgerError):
    """A change that contradicts what the book already holds."""

    exit_code = 4


class BookFileError(LedgerError):
    """A book that is missing, not a ledger, of a newer version, or cannot be read or written."""

    exit_code = 5


class TamperError(LedgerError):
    """The journal or its projection was changed outside the program."""

    exit_code = 6


class MissingExtraError(LedgerError):
    """An optional library that a command needs is not installed."""

    exit_code = 7


class PolarityError(InputError):
    """A claim that may be meant negatively, and nobody said so."""


class VagueWordsError(InputError):
    """Words that commit to nothing; `reason` says why nobody could be right or wrong."""

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


class QuarterError(InputError):
    """A claim that says q1, which may be the quarter or the question of that name."""


class SameForecastError(ConflictError):
    """The same statement is in the book already, as `forecast`."""

    def __init__(self, message: str, forecast: int) -> None:
        super().__init__(message)
        self.forecast = forecast


class SameQuestionError(InputError):
    """A question with the same text is in the book already; `question` names it ("q7")."""

    def __init__(self, message: str, question: str) -> None:
        super().__init__(message)
        self.question = question


_LONGEST = 1000  # characters of a message; the end, which tells what to do, is kept


def _shown(letter: str) -> str:
    return letter if letter.isprintable() else letter.encode("unicode_escape").decode()
