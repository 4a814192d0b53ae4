"""A source: bytes to be read, wherever they lie, and what is known of them from outside."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from reconcile.reading.sources import Entry


class NotRead(Exception):  # noqa: N818 - a reason, caught within this room and never shown as an error
    """Why a source, or one record of it, cannot be read: one clause that says what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file, a member of an archive or standard input.

    ``id`` is what its document will be called, ``name`` the file name whose ending tells the kind.
    ``open`` gives the bytes from the start. ``depth`` counts the archives it lies in. ``entry`` is its
    row of a sources.csv. ``named`` is set where the user named this very file, ``path`` where it is one.
    """

    id: str
    name: str
    open: Callable[[], IO[bytes]]
    depth: int = 0
    entry: Entry | None = None
    named: bool = False
    path: Path | None = None

    @property
    def suffix(self) -> str:
        """The ending of the name, in lower case: ``.txt``; empty where there is none."""
        return PurePosixPath(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without its last ending."""
        return PurePosixPath(self.name).stem

    def bytes(self, most: int) -> bytes:
        """All that it holds. Raises NotRead where that is more than ``most`` bytes, or nothing."""
        with self.open() as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise NotRead(f"it is longer than {size(most)}; split it, or raise the limit")
        if not data:
            raise NotRead("it is empty")
        return data


def size(count: int) -> str:
    """A number of bytes as people write it.

    >>> size(1_500_000)
    '1.5 MB'
    """
    amount = float(count)
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.4g} {unit}"
        amount /= 1000
    return f"{amount:.4g} GB"
