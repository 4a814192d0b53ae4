"""Lines broken at a fixed width, as in mail and wire copy, made whole again."""

import re
from itertools import pairwise

_NARROWEST, _WIDEST = 50, 90  # characters: the widths at which text is broken by hand or by a mail program
_FEW = 6  # lines: fewer tell nothing
_JOINED = re.compile(r"(?<=[^\s>|:])\n(?=[^\s>|*•–—\-])")


def unwrap(text: str) -> str:
    """The text with each paragraph on one line, if its lines were broken at a fixed width.

    Line ends become spaces, one for one, so that offsets stay those of the file.
    """
    return _JOINED.sub(" ", text) if is_wrapped(text) else text


def is_wrapped(text: str) -> bool:
    """Whether most lines that are followed by another are about as long as the longest."""
    lines = text.split("\n")
    followed = [len(line.rstrip()) for line, after in pairwise(lines) if line.strip() and after.strip()]
    if len(followed) < _FEW:
        return False
    widest = max(len(line) for line in lines)
    full = sum(length >= 0.75 * widest for length in followed)
    return _NARROWEST <= widest <= _WIDEST and full >= 0.8 * len(followed)
