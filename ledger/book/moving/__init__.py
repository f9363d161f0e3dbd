"""Moving books: a book as lines of text, and lines of text into a book.

`import_lines` takes in NDJSON (nested documents and flat rows alike) or CSV, in one
transaction; `export` yields the whole book, and what it yields makes an equal book.
"""

from ledger.book.moving.exporting import export
from ledger.book.moving.importing import Progress, import_lines

__all__ = ["Progress", "export", "import_lines"]
