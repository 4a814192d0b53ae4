"""Every document behind the paths that a user names, one at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reconcile.errors import InputError
from reconcile.model import Document, Unread
from reconcile.reading.corrections import notes_on
from reconcile.reading.duplicates import Duplicates
from reconcile.reading.formats import format_of, known
from reconcile.reading.furniture import find_furniture
from reconcile.reading.masthead import complete
from reconcile.reading.naming import Ids, visible
from reconcile.reading.options import ReadOptions
from reconcile.reading.source import NotRead, Source
from reconcile.reading.walk import check, walk
from reconcile.rulebook import Rules

_LONGEST = 500  # characters of a reason
DEFAULTS = ReadOptions()


def read(paths: Sequence[str | Path], rules: Rules, options: ReadOptions = DEFAULTS) -> Iterator[Document | Unread]:
    """Every document in the files and folders named, and every input that could not be read, in order.

    Lazy: a file is opened when its turn comes, and a table is read row by row. The order depends on
    nothing but the paths and the names below them. ``-`` is standard input.

    Raises InputError at once when a path is not there, and at the end when nothing could be read.
    """
    check(paths)
    return _read(paths, rules, options)


def _read(paths: Sequence[str | Path], rules: Rules, options: ReadOptions) -> Iterator[Document | Unread]:
    ids, duplicates = Ids(), Duplicates()
    failed: list[Unread] = []
    any_read = False
    for found in walk(paths, options):
        for item in [found] if isinstance(found, Unread) else documents(found, rules, options):
            named = replace(item, id=ids.give(item.id))
            if isinstance(named, Document):
                any_read = True
                yield duplicates.note(named)
            else:
                listed = replace(named, because=visible(named.because, _LONGEST))
                if len(failed) < 2:
                    failed.append(listed)
                yield listed
    if not any_read:
        more = "" if len(failed) < 2 else "; the other inputs could not be read either"
        reason = f"{failed[0].id}: {failed[0].because}" if failed else "the inputs hold no document"
        raise InputError(f"nothing could be read: {reason}{more}")


def documents(source: Source, rules: Rules, options: ReadOptions) -> Iterator[Document | Unread]:
    """The finished documents of one source. Whatever is wrong with it becomes an Unread."""
    for found, row in _found(source, options):
        match found:
            case Document():
                yield finish(found, source, rules, row=row)
            case Source() if known(found.name) or found.named:
                yield from documents(found, rules, options)
            case Source():  # a picture in a mail, a script in an archive: passed over, as in a folder
                pass
            case Unread():
                yield found


def _found(source: Source, options: ReadOptions) -> Iterator[tuple[Document | Unread | Source, bool]]:
    """What the reader of a source finds, and whether those are rows of a table."""
    try:
        if source.depth > options.max_depth:
            raise NotRead(f"it lies in more than {options.max_depth} archives, one in another; unpack them")
        how = format_of(source)
        for found in how.read(source, options):
            yield found, how.rows
    except NotRead as reason:
        yield Unread(source.id, str(reason)), False
    except OSError as problem:
        yield Unread(source.id, f"it cannot be read ({visible(problem.strerror or str(problem)).lower()})"), False
    except ImportError as problem:
        yield Unread(source.id, f"reading it needs the package {problem.name}; install it with pip"), False
    except Exception as problem:  # a library may break in any way on bytes that mean it harm
        yield (
            Unread(
                source.id, f"it is broken in a way its reader does not know ({type(problem).__name__}); save it again"
            ),
            False,
        )


def finish(document: Document, source: Source, rules: Rules, *, row: bool) -> Document:
    """A document with its furniture found, and what is known of it from outside and from its text."""
    found = replace(document, furniture=find_furniture(document.text, rules))
    known = complete(found, source.entry, rules, row=row)
    return replace(known, notes=known.notes + notes_on(known, rules))
