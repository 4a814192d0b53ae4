"""Writing results: whole or not at all."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from reconcile.errors import OutputError


def write_text(path: Path, text: str) -> None:
    """Write ``text`` to ``path`` in UTF-8 with ``\\n`` line ends. Raises OutputError; see `write_with`."""
    # surrogates can only come from undecodable file names; they must not stop a report
    data = text.encode("utf-8", errors="backslashreplace")
    write_with(path, lambda temporary: temporary.write_bytes(data))


def write_with(path: Path, write: Callable[[Path], object]) -> None:
    """Let ``write`` fill a temporary file beside ``path``, then rename it into place.

    Whatever happens on the way, ``path`` holds what it held before or the whole result. Raises
    OutputError where the folder does not exist or cannot be written.
    """
    try:
        if path.is_dir():
            raise OutputError(f"{path}: is a folder; name a file in it")
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=path.suffix, dir=path.parent)
    except FileNotFoundError:
        raise OutputError(f"{path}: there is no folder {path.parent}; make it first") from None
    except OSError as problem:
        raise OutputError(f"{path}: cannot be written: {problem.strerror or problem}; choose another place") from None
    temporary = Path(name)
    try:
        os.close(handle)
        write(temporary)
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)  # mkstemp makes files for their owner alone
        temporary.replace(path)
    except OSError as problem:
        raise OutputError(f"{path}: cannot be written: {problem.strerror or problem}; choose another place") from None
    finally:
        temporary.unlink(missing_ok=True)
