r"""Text from outside, made safe to look at.

Whoever wrote a claim, a title or a quote may have put control characters in it: an ESC that
repaints the terminal, a bidirectional override that turns a name around. They are shown as
visible escapes (`\x1b`, `\u202e`) and never sent to the screen.
"""

import re
import unicodedata

# C0 and C1 controls, DEL, line and paragraph separators, bidirectional marks and overrides,
# invisible and tag characters, lone surrogates (bytes that were not UTF-8). The joiners U+200C
# and U+200D stay: Persian is spelt with them.
UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def escape(text: str) -> str:
    """Return text with everything that a terminal could act on made visible."""
    return UNSAFE.sub(_visible, text)


def one_line(text: str) -> str:
    """Return text on one line: line breaks and tabs become a space, the rest is escaped."""
    return escape(re.sub(r"[ \t\r\n]+", " ", text).strip(" "))


def cells(text: str) -> int:
    """Return how many columns a terminal needs for escaped text."""
    if text.isascii():
        return len(text)
    return sum(_char_cells(char) for char in text)


def _char_cells(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
