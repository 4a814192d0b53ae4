"""Text of articles made harmless and printable: in a terminal, in Markdown, in a code block.

What an article says must be shown, never acted on: no link, image, HTML, table cell, mention or hidden
sign of an article may work in a report.
"""

import re
import unicodedata
from string import punctuation

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})  # categories that print nothing, or turn text around
_SPACE = re.compile(r"\s+")


def printable(text: str) -> str:
    """One line of text with nothing hidden in it.

    White space of every kind becomes one space. Controls, direction marks and halves of characters are
    written out as ``[U+202E]``; the soft hyphen, the joiners and the space of no width, which ordinary
    text holds, are left out.
    """
    return _line(text).strip()


def _line(text: str) -> str:
    line = _SPACE.sub(" ", text)
    if line.isascii() and line.isprintable():
        return line
    return "".join(_written(sign) for sign in line)


def _written(sign: str) -> str:
    if sign in "\u00ad\u200b\u200c\u200d\ufeff":
        return ""
    return f"[U+{ord(sign):04X}]" if unicodedata.category(sign) in _INVISIBLE else sign


def visible(text: str) -> str:
    """Text with its lines kept and nothing hidden in it; see `printable`."""
    return "".join(sign if sign in "\n\t" else _written(sign) for sign in text)


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


_MARKUP = re.compile(
    r"[\\`*_{}\[\]<>#|~$^&]"  # of CommonMark, of GitHub's tables and mathematics, of Obsidian's tags and blocks
    r"|==|%%"  # Obsidian's highlights and comments
    r"|:(?=//)"  # a bare address, which GitHub makes a link
    r"|(?<=www)\."
    r"|^[-+=](?!\w)"  # at the beginning of a line: a list, an underline
    r"|^\d{1,9}[.)](?=\s|$)",
    re.IGNORECASE,
)
_MENTION = re.compile(r"@(?=\S)")  # GitHub notifies the person; an address becomes a link
_RUN = re.compile("`+")


def markdown(text: str) -> str:
    """Text for a place within a line of Markdown, in which none of it is markup.

    >>> print(markdown("*5* | <b> http://x.example [[a]]"))
    \\*5\\* \\| \\<b\\> http\\://x.example \\[\\[a\\]\\]
    """
    return _escape(printable(text))


def _escape(line: str) -> str:
    return _MENTION.sub("@<!-- -->", _MARKUP.sub(_escaped, line))


def _escaped(markup: re.Match[str]) -> str:
    found = markup[0]
    return f"{found[:-1]}\\{found[-1]}" if found[0].isdigit() else f"\\{found}"


def bold(before: str, text: str, after: str) -> str:
    """``before``, ``text`` in bold and ``after`` as one line of Markdown.

    Asterisks open and close bold only at the edge of a word; elsewhere the HTML tag does.
    """
    inner = markdown(text)
    at_edges = all(map(_edge, (before[-1:], after[:1])))
    marked = f"**{inner}**" if at_edges and inner else f"<b>{inner}</b>"
    return _escape(_line(before).lstrip()) + marked + _escape(_line(after).rstrip())


def _edge(sign: str) -> bool:
    return not sign or sign.isspace() or sign in punctuation or unicodedata.category(sign).startswith("P")


def code(text: str) -> str:
    """Text as a span of code within a line of Markdown."""
    line = printable(text) or " "
    fence = "`" * (1 + max((len(run) for run in _RUN.findall(line)), default=0))
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def block(lines: list[str]) -> str:
    """Lines as a block of code: each made printable, the fence longer than any run of backticks in them."""
    shown = [printable_columns(line) for line in lines]
    fence = "`" * max(3, 1 + max((len(run) for line in shown for run in _RUN.findall(line)), default=0))
    return "\n".join([f"{fence}text", *shown, fence])


def printable_columns(line: str) -> str:
    """A line with nothing hidden in it, its spaces kept."""
    return "".join(_written(sign) for sign in line)
