"""Ready-made figures: the rows of a table that needs no reading, only comparing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from reconcile.errors import InputError

Row = dict[str, Any]


def table_rows(path: Path) -> list[Row]:
    """The rows of a ``.csv``, ``.jsonl`` or ``.parquet`` file as dictionaries; an empty cell is None.

    Raises InputError where the file is missing, empty or not what its name says.
    """
    read = _READERS.get(path.suffix.lower())
    if read is None:
        raise InputError(f"{path}: not a table; use {', '.join(sorted(_READERS))}")
    if not path.is_file():
        raise InputError(f"{path}: no such file; name a table of figures")
    try:
        frame = read(path)
    except (ValueError, OSError) as problem:  # pandas and pyarrow raise kinds of these for whatever is broken
        said = str(problem).splitlines()[0] if str(problem) else type(problem).__name__
        raise InputError(f"{path}: not a {path.suffix} file that can be read ({said}); export it again") from None
    if frame.empty:
        raise InputError(f"{path}: no rows in it; each row below the header is a figure")
    return frame.astype(object).where(frame.notna(), None).to_dict(orient="records")  # type: ignore[no-any-return]


def _csv(path: Path) -> Any:
    import pandas as pd

    return pd.read_csv(path, dtype=str, sep=None, engine="python", encoding="utf-8-sig")


def _jsonl(path: Path) -> Any:
    import pandas as pd

    return pd.read_json(path, lines=True, dtype=False, convert_dates=False)


def _parquet(path: Path) -> Any:
    import pandas as pd

    return pd.read_parquet(path)


_READERS: dict[str, Callable[[Path], Any]] = {".csv": _csv, ".jsonl": _jsonl, ".parquet": _parquet}
