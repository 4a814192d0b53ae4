"""From the paths a user names to the files to be read, in an order that never changes."""

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatch
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from reconcile.errors import InputError
from reconcile.model import Unread
from reconcile.reading import formats, sources
from reconcile.reading.decoding import decode
from reconcile.reading.naming import visible
from reconcile.reading.options import ReadOptions
from reconcile.reading.source import NotRead, Source, size
from reconcile.reading.sources import Entry, parse_sources

_STDIN = "-"
_LONGEST_SOURCES = 50_000_000  # bytes of a sources.csv


def check(paths: Sequence[str | Path]) -> None:
    """Raise InputError for the first path that is not there, or if none is named."""
    if not paths:
        raise InputError("nothing to read: name a file or a folder")
    for path in map(str, paths):
        try:
            there = path == _STDIN or os.path.lexists(path)
        except ValueError:  # a NUL in the name
            there = False
        if not there:
            raise InputError(f"{visible(path)}: no such file or folder; check the name")


def walk(paths: Sequence[str | Path], options: ReadOptions) -> Iterator[Source | Unread]:
    """Every file to be read: the paths in order, a folder's files by name, each file once."""
    seen: set[str] = set()
    for source in _all(paths, options):
        if isinstance(source, Source) and source.path is not None and len(paths) > 1:
            real = os.path.realpath(source.path)
            if real in seen:
                continue
            seen.add(real)
        yield source


def _all(paths: Sequence[str | Path], options: ReadOptions) -> Iterator[Source | Unread]:
    entries_of: dict[Path, Mapping[str, Entry]] = {}
    for path in map(str, paths):
        if path == _STDIN:
            yield Source("stdin", "stdin.txt", _stdin, named=True)
        elif os.path.isdir(path):
            yield from Folder(Path(path), options)
        else:
            yield from _named_file(Path(path), entries_of)


def _stdin() -> IO[bytes]:
    return os.fdopen(os.dup(0), "rb")


def open_file(path: Path) -> IO[bytes]:
    """A file's bytes. Raises NotRead."""
    try:
        return path.open("rb")
    except OSError as problem:
        raise NotRead(f"it cannot be opened ({(problem.strerror or 'error').lower()}); check its permissions") from None


def _named_file(path: Path, entries_of: dict[Path, Mapping[str, Entry]]) -> Iterator[Source | Unread]:
    """One file; ``entries_of`` keeps what the sources.csv of each folder says, for the next file of it."""
    name = visible(path.name)
    if path.name == sources.NAME:  # as in "report articles/*": it speaks of the others
        return
    if path.name.startswith("."):
        yield Unread(name, "its name begins with a dot, as those of hidden files do; rename it")
    elif reason := _not_a_file(path):
        yield Unread(name, reason)
    else:
        if path.parent not in entries_of:
            entries_of[path.parent], problem = _entries(path.parent)
            if problem:
                yield problem
        entry = entries_of[path.parent].get(path.name)
        yield Source(name, path.name, partial(open_file, path), entry=entry, named=True, path=path)


def _not_a_file(path: Path) -> str | None:
    """Why a path is nothing to read from; None for a file."""
    try:
        mode = path.stat().st_mode
    except OSError as problem:
        if path.is_symlink():
            return "it is a link to nothing; mend or remove it"
        return f"it cannot be looked at ({problem.strerror})"
    if stat.S_ISREG(mode) or (stat.S_ISFIFO(mode) and path.parent.parts[-1:] == ("fd",)):  # <(a command) of a shell
        return None
    return "it is no file but a device or a pipe; save what it gives to a file"


def _entries(folder: Path) -> tuple[Mapping[str, Entry], Unread | None]:
    """What the sources.csv of a folder says, and what is wrong with it."""
    path = folder / sources.NAME
    if not path.is_file():
        return {}, None
    try:
        with open_file(path) as stream:
            data = stream.read(_LONGEST_SOURCES + 1)
        if len(data) > _LONGEST_SOURCES:
            raise NotRead(f"it is longer than {size(_LONGEST_SOURCES)}; split the folder")
        return parse_sources(decode(data).text), None
    except (InputError, NotRead, OSError) as reason:
        return {}, Unread(sources.NAME, f"{reason}; until then publishers and dates come from the files themselves")


class Folder:
    """The files below a folder, each directory read when its turn comes and only once."""

    def __init__(self, root: Path, options: ReadOptions) -> None:
        self._root, self._options = root, options
        self._visited: set[tuple[int, int]] = set()

    def __iter__(self) -> Iterator[Source | Unread]:
        before = False
        for found in self._below(self._root, PurePosixPath(), {}):
            before = True
            yield found
        if not before:
            yield Unread(visible(str(self._root)), "there is no file in it that can be read; " + formats.KNOWN)

    def _below(self, folder: Path, inner: PurePosixPath, above: Mapping[str, Entry]) -> Iterator[Source | Unread]:
        try:
            status = folder.stat()
            names = sorted(os.listdir(folder))
        except OSError as problem:
            name = visible(str(inner if inner.parts else self._root))
            yield Unread(
                name, f"the folder cannot be read ({(problem.strerror or 'error').lower()}); check its permissions"
            )
            return
        if (status.st_dev, status.st_ino) in self._visited:  # a link back up, or a second way to the same folder
            return
        self._visited.add((status.st_dev, status.st_ino))
        own, problem_with_entries = _entries(folder)
        entries = {**above, **{(inner / file).as_posix(): entry for file, entry in own.items()}}
        if problem_with_entries:
            yield Unread((inner / sources.NAME).as_posix(), problem_with_entries.because)
        missing = dict.fromkeys(file for file in own if self._wanted(inner / file))
        pages = {PurePosixPath(name).stem for name in names if name.lower().endswith((".html", ".htm"))}
        for name in names:
            missing.pop(name, None)
            if name.startswith(".") or name == sources.NAME:
                continue
            path, relative = folder / name, inner / name
            if path.is_dir():
                if not (name.endswith("_files") and name.removesuffix("_files") in pages):  # parts of a saved web page
                    yield from self._below(path, relative, entries)
            elif formats.known(name) and self._wanted(relative):
                reason = _not_a_file(path)
                id = visible(relative.as_posix())
                entry = entries.get(relative.as_posix())
                yield (
                    Unread(id, reason) if reason else Source(id, name, partial(open_file, path), entry=entry, path=path)
                )
        for file in missing:
            if not (folder / file).is_file():
                yield Unread(
                    visible((inner / file).as_posix()),
                    f"{sources.NAME} names it, but it is not there; add it or remove the line",
                )

    def _wanted(self, relative: PurePosixPath) -> bool:
        def matches(patterns: Sequence[str]) -> bool:
            return any(fnmatch(relative.as_posix(), p) or fnmatch(relative.name, p) for p in patterns)

        options = self._options
        return not (options.include and not matches(options.include)) and not matches(options.exclude)
