"""The lines of a file, one at a time, however long the file or one of its lines is."""

import codecs
import io
from collections.abc import Iterator
from typing import IO, Any

from reconcile.reading.decoding import decode
from reconcile.reading.source import NotRead

_WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def lines(stream: IO[bytes], most: int) -> Iterator[tuple[int, str | NotRead]]:
    """Each line with its number, from 1; in place of a line that cannot be read, why.

    At most ``most`` bytes are held at a time: what is left of a longer line is passed over.
    """
    head = stream.read(3)
    if encoding := _WIDE.get(head[:2]):
        yield from _wide_lines(
            io.TextIOWrapper(io.BufferedReader(_Rejoined(head, stream)), encoding, errors="replace"), most
        )
        return
    rest = b"" if head == codecs.BOM_UTF8 else head
    number = 0
    while True:
        line = rest + stream.readline(most + 1)
        rest = b""
        number += 1
        if not line:
            return
        if len(line) > most and not line.endswith(b"\n"):
            yield number, NotRead(f"it is longer than {most:,} bytes; split it, or raise the limit")
            while (more := stream.readline(most)) and not more.endswith(b"\n"):
                pass
            continue
        yield number, _text(line)


def _text(line: bytes) -> str | NotRead:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return decode(line).text
    except NotRead as reason:
        return reason


def _wide_lines(text: io.TextIOWrapper, most: int) -> Iterator[tuple[int, str | NotRead]]:
    number = 0
    while line := text.readline(most + 1):
        number += 1
        if len(line) > most and not line.endswith("\n"):
            yield number, NotRead(f"it is longer than {most:,} characters; split it, or raise the limit")
            while (more := text.readline(most)) and not more.endswith("\n"):
                pass
            continue
        yield number, line


class _Rejoined(io.RawIOBase):
    """A stream with its first bytes put back."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data, self._head = (self._head or self._stream.read(len(buffer)))[: len(buffer)], b""
        buffer[: len(data)] = data
        return len(data)
