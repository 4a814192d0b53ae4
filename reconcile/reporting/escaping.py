"""Text of articles made harmless and printable: in a terminal, in Markdown, in a code block."""

import re
import unicodedata

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})  # categories that print nothing, or turn text around
_SPACE = re.compile(r"\s+")


def printable(text: str) -> str:
    """One line of text with nothing hidden in it.

    White space of every kind becomes one space. Controls, direction marks, zero-width signs and halves
    of characters are written out as ``[U+202E]``, but for the soft hyphen and the joiners, which
    ordinary text holds and which are left out.
    """
    line = _SPACE.sub(" ", text).strip()
    if line.isascii() and line.isprintable():
        return line
    return "".join(_written(sign) for sign in line)


def _written(sign: str) -> str:
    if sign in "\u00ad\u200b\u200c\u200d\ufeff":
        return ""
    return f"[U+{ord(sign):04X}]" if unicodedata.category(sign) in _INVISIBLE else sign


def width(text: str) -> int:
    """The columns that text takes in a font of fixed width: wide signs two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )


def fit(text: str, columns: int) -> str:
    """One line in exactly so many columns, cut with an ellipsis or filled with spaces."""
    line = printable(text[: 16 * columns])  # enough for any text that is cut, and no cost for a long one
    if width(line) > columns:
        while width(line) > columns - 1:
            line = line[:-1]
        line = line.rstrip() + "…"
    return line + " " * (columns - width(line))
