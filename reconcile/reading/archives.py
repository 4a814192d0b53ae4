"""Archives: the files in a .zip, the file in a .gz, each read as if it lay beside them.

Nothing is ever unpacked to disk. What unpacks to far more than it can have been is stopped on the way.
"""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath
from typing import IO, Any

from reconcile.errors import InputError
from reconcile.model import Document, Unread
from reconcile.reading import sources
from reconcile.reading.decoding import decode
from reconcile.reading.naming import visible
from reconcile.reading.options import ReadOptions
from reconcile.reading.source import NotRead, Source, size
from reconcile.reading.sources import Entry, parse_sources

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
)  # what zipfile raises on bad bytes


def read_gzip(source: Source, options: ReadOptions) -> Iterator[Source]:
    """The file inside, under the name without ``.gz``; a text where that has no ending."""
    yield Source(
        source.id,
        source.stem if PurePosixPath(source.stem).suffix else f"{source.stem}.txt",
        partial(_unpacked, source, options),
        depth=source.depth + 1,
        entry=source.entry,
        named=source.named,
    )


def _unpacked(source: Source, options: ReadOptions) -> IO[bytes]:
    packed = _Counted(source.open())
    return io.BufferedReader(_Measured(gzip.GzipFile(fileobj=packed, mode="rb"), packed, options))


def read_zip(source: Source, options: ReadOptions) -> Iterator[Document | Unread | Source]:
    """The files of an archive by name; those that try to climb out of it are listed. Raises NotRead."""
    with source.open() as stream:
        whole = stream if stream.seekable() else io.BytesIO(source.bytes(options.max_bytes))
        try:
            archive = zipfile.ZipFile(whole)
        except (*_BROKEN, ValueError, OverflowError):
            raise NotRead("it is not a zip archive that can be read; pack it again") from None
        with archive:
            members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda m: m.filename)
            if len(members) > options.max_members:
                raise NotRead(
                    f"it holds {len(members):,} files, more than {options.max_members:,}; unpack it and name the folder"
                )
            left = _Budget(options.max_unpacked)
            entries = _entries(archive, {m.filename for m in members})
            any_member = False
            for member in members:
                name = PurePosixPath(member.filename.replace("\\", "/"))
                if name.name == sources.NAME or any(map(_hidden, name.parts)):
                    continue
                any_member = True
                id = f"{source.id}/{visible(name.as_posix().lstrip('/'))}"
                try:
                    _refuse(member, name, options)
                except NotRead as reason:
                    yield Unread(id, str(reason))
                    continue
                yield Source(
                    id,
                    name.name,
                    partial(_member, archive, member, left, options),
                    source.depth + 1,
                    entries.get(name.as_posix()),
                )
            if not any_member:
                raise NotRead("there is no file in it")


def _hidden(part: str) -> bool:
    return (part.startswith(".") and part != "..") or part == "__MACOSX"


def _refuse(member: zipfile.ZipInfo, name: PurePosixPath, options: ReadOptions) -> None:
    if name.is_absolute() or ".." in name.parts or (name.parts and name.parts[0].endswith(":")):
        raise NotRead("its path climbs out of the archive, so it was left alone; pack it again under a plain name")
    if member.flag_bits & 1:
        raise NotRead("it is locked with a password; unpack the archive yourself")
    if member.file_size > options.max_line and member.file_size > options.max_ratio * max(member.compress_size, 1):
        raise NotRead(f"it would unpack from {size(member.compress_size)} to {size(member.file_size)}, as no text does")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: "_Budget", options: ReadOptions) -> IO[bytes]:
    try:
        opened = archive.open(member)
    except (*_BROKEN, OSError):
        raise NotRead("it cannot be unpacked; pack it again") from None
    return io.BufferedReader(_Measured(opened, None, options, left))


def _entries(archive: zipfile.ZipFile, names: set[str]) -> Mapping[str, Entry]:
    """What the archive's sources.csv files say, by path within it."""
    found: dict[str, Entry] = {}
    for name in sorted(n for n in names if PurePosixPath(n).name == sources.NAME):
        try:
            with archive.open(name) as stream:
                text = decode(stream.read(5_000_000)).text
            folder = PurePosixPath(name).parent
            found |= {(folder / file).as_posix(): entry for file, entry in parse_sources(text).items()}
        except (*_BROKEN, OSError, InputError, NotRead):
            continue
    return found


class _Budget:
    """How many bytes an archive may still unpack to."""

    def __init__(self, most: int) -> None:
        self.most = self.left = most


class _Counted(io.RawIOBase):
    """A stream that knows how much of it has been read."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self.count = stream, 0

    def readable(self) -> bool:
        return True

    def read(self, amount: int = -1) -> bytes:
        data = self._stream.read(amount)
        self.count += len(data)
        return data

    def close(self) -> None:
        self._stream.close()
        super().close()


class _Measured(io.RawIOBase):
    """An unpacked stream that stops, with a reason, when it grows beyond what it may."""

    def __init__(self, stream: Any, packed: _Counted | None, options: ReadOptions, left: _Budget | None = None) -> None:
        self._stream, self._packed, self._options = stream, packed, options
        self._left = left or _Budget(options.max_unpacked)
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._stream.read(len(buffer))
        except (*_BROKEN, OSError, ValueError):
            raise NotRead("it is broken or cut short; pack it again") from None
        self._count += len(data)
        self._left.left -= len(data)
        packed = self._packed.count if self._packed else None
        if self._left.left < 0:
            raise NotRead(f"it unpacks to more than {size(self._left.most)}; unpack it yourself, or raise the limit")
        if (
            packed is not None
            and self._count > self._options.max_line
            and self._count > self._options.max_ratio * packed
        ):
            raise NotRead(f"it has unpacked from {size(packed)} to {size(self._count)}, as no text does")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        if self._packed is not None:  # a gzip stream leaves what it unpacks open
            self._packed.close()
        super().close()
