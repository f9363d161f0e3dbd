"""Text cut into lines of a given width, in columns of a terminal and not in characters."""

from ledger.formats.escape import cells, one_line

ELLIPSIS = "…"
WIDTH = 80  # columns, where nobody says otherwise


def wrap(text: str, width: int, most: int | None = None) -> list[str]:
    """Return `text` in lines of at most `width` columns; past `most` lines it ends in an ellipsis.

    Words longer than a line are cut into pieces. An empty text is one empty line.
    """
    words = one_line(text).split(" ")
    lines = _filled([piece for word in words for piece in _pieces(word, width)], width)
    if most is not None and len(lines) > most:
        return [*lines[: most - 1], _cut(lines[most - 1], width)]
    return lines


def hang(label: str, text: str, width: int, indent: int = 0) -> list[str]:
    """Return `text` beside `label`, later lines under its first word.

    Long words stay whole, past the edge if need be: an address must still be copied.
    """
    start = " " * indent + label
    first, *others = _filled(one_line(text).split(" "), max(width - cells(start), 20))
    return [(start + first).rstrip(), *(" " * cells(start) + line for line in others)]


def _filled(words: list[str], width: int) -> list[str]:
    lines = words[:1]
    for word in words[1:]:
        joined = f"{lines[-1]} {word}"
        if cells(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def _pieces(word: str, width: int) -> list[str]:
    pieces = [""]
    for char in word:
        if cells(pieces[-1] + char) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces


def _cut(line: str, width: int) -> str:
    while line and cells(line) > width - 1:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS
