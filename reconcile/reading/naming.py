"""Names that can be shown: nothing in a file name may steer a terminal or turn a line of text round."""

from hashlib import sha256

_LONGEST = 300  # a name beyond this is cut; file systems stop at 255 bytes a part
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def visible(name: str, longest: int = _LONGEST) -> str:
    r"""A name or message with every mark that does not show written out, and cut if it is very long.

    >>> print(visible("a\x1b[31m.txt"), visible("x\u202etxt.exe"))
    a\x1b[31m.txt x\u202etxt.exe
    """
    if len(name) > longest:
        digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        name = f"{name[:longest]}…{digest}"
    return name if name.isprintable() else "".join(c if c.isprintable() else _escaped(c) for c in name)


def turning_marks(text: str) -> int:
    """How many characters of a text override the direction in which it is shown."""
    return 0 if text.isascii() else sum(text.count(mark) for mark in _TURNING)


def _escaped(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


class Ids:
    """Gives every document an id of its own: the second ``a.txt`` becomes ``a.txt (2)``."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def give(self, wanted: str) -> str:
        """The id wanted if it is free, else the same with the next number that is."""
        given = wanted
        while given in self._taken:
            number = self._next[wanted] = self._next.get(wanted, 1) + 1
            given = f"{wanted} ({number})"
        self._taken.add(given)
        return given
