"""The pandas bridge: articles in a DataFrame in, claims, facts and comparisons as DataFrames out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from reconcile import pipeline
from reconcile.errors import InputError
from reconcile.model import Document, Report, Settings, Unread
from reconcile.reporting.records import claim_record
from reconcile.reporting.tables import rows_of_claims, rows_of_comparisons, rows_of_facts
from reconcile.rulebook import Rules, load

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_OPTIONAL = ("publisher", "published", "title", "url")
_NUMBERS = ("low", "high", "plausible_low", "plausible_high", "a_low", "a_high", "b_low", "b_high", "ratio")
_DATES = ("as_of", "published")
_TEXTS = (
    *("id", "doc", "text", "modifier", "direction", "unit", "counted", "kind", "property", "entity"),
    *("source", "source_name", "cue", "stance", "publisher", "title", "url"),
    *("verdict", "because", "severity", "settle", "a", "b", "fact", "not_judged", "relation", "outcome"),
)
_WHOLE = ("start", "end", "source_start", "source_end", "origins")


def extract(
    frame: pd.DataFrame,
    *,
    rules: str | PathLike[str] | Sequence[str | PathLike[str]] = (),
    preset: str = "default",
    jobs: int = 1,
) -> pd.DataFrame:
    """Every figure in the articles of ``frame``, one claim a row.

    ``frame`` has a column ``text`` and, where known, ``id``, ``publisher``, ``published`` (ISO date or
    datetime), ``title`` and ``url``. Without ``id`` the index names the documents and comes back in the
    column ``doc``. ``rules`` are folders of your own rules. The columns are those of a claim in
    docs/schema.json: numbers are float64, dates datetime64 (NaT where unknown), text is str.

    Raises InputError where the frame has no texts or an id twice, RuleError for a broken rule.
    """
    book, settings = _book(rules), Settings(preset=preset)
    records = [
        claim_record(claim, one.document)
        for one in pipeline.extract_all(_documents(frame), book, settings, jobs)
        if not isinstance(one, Unread)
        for claim in one.claims
    ]
    return _with_index(_frame(records, _CLAIM_COLUMNS), frame)


def reconcile(
    frame: pd.DataFrame,
    *,
    rules: str | PathLike[str] | Sequence[str | PathLike[str]] = (),
    preset: str = "default",
    rates: Mapping[tuple[str, str], float] | None = None,
    jobs: int = 1,
) -> "Result":
    """Compare the figures of all articles in ``frame`` (see `extract` for its columns).

    ``rates`` are exchange rates to compare money at: ``{("EUR", "USD"): 1.08}`` means that one euro is
    1.08 dollars. Without a rate, figures in two currencies are not compared.
    """
    report = pipeline.reconcile(_documents(frame), _book(rules), Settings(preset, _rates(rates)), jobs)
    return Result(report, frame)


def compare(
    figures: pd.DataFrame,
    *,
    rules: str | PathLike[str] | Sequence[str | PathLike[str]] = (),
    preset: str = "default",
    rates: Mapping[tuple[str, str], float] | None = None,
) -> "Result":
    """Compare ready-made figures, one a row: ``measure``, and ``value`` or ``low`` and ``high``.

    A row may have ``unit``, ``source``, ``as_of``, ``modifier``, ``stance``, ``publisher``, ``published``,
    ``title``, ``url`` and ``id``; every other column narrows the measure, so that rows which differ in it
    are different questions. Raises InputError with the number of a row that is no figure.
    """
    settings = Settings(preset, _rates(rates))
    rows = figures.astype(object).where(figures.notna(), None).to_dict(orient="records")
    return Result(pipeline.reconcile_rows(rows, _book(rules), settings))  # type: ignore[arg-type]  # columns may be any label


@dataclass(frozen=True, repr=False)
class Result:
    """A report with its tables."""

    report: Report
    frame: pd.DataFrame | None = None  #: the articles it was made from; their index names the documents

    @cached_property
    def claims(self) -> pd.DataFrame:
        """Every figure, one a row; ``fact`` is the fact that judges it, ``not_judged`` the reason why none does."""
        return _with_index(_frame(rows_of_claims(self.report), (*_CLAIM_COLUMNS, "fact", "not_judged")), self.frame)

    @cached_property
    def facts(self) -> pd.DataFrame:
        """The questions that the figures answer, one a row, with the verdict on each."""
        return _frame(rows_of_facts(self.report), _FACT_COLUMNS)

    @cached_property
    def comparisons(self) -> pd.DataFrame:
        """The steps of all verdicts: two claims of one fact held against each other, one pair a row."""
        return _frame(rows_of_comparisons(self.report), _COMPARISON_COLUMNS)

    def to_markdown(self) -> str:
        """The report in Markdown."""
        from reconcile.reporting.markdown import to_markdown

        return to_markdown(self.report)

    def to_html(self) -> str:
        """The report as one self-contained HTML page."""
        from reconcile.reporting.html import to_html

        return to_html(self.report)

    def to_json(self) -> str:
        """The report as JSON; see docs/schema.json."""
        from reconcile.reporting.jsonout import report_json

        return report_json(self.report)

    def plot(self, fact: str, ax: "Axes | None" = None) -> "Axes":
        """The intervals of one fact, by its id, on matplotlib axes. Needs the extra ``plots``."""
        from reconcile.reporting.plots import plot_fact

        return plot_fact(self.report, fact, ax)

    def __repr__(self) -> str:
        verdicts = Counter(str(fact.verdict.kind) for fact in self.report.findings.facts)
        told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items())) or "none"
        return f"<Result: {len(self.report.documents)} documents, {len(self.report.claims)} claims, facts: {told}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: the facts, those in conflict first."""
        shown = self.facts[["title", "verdict", "because", "origins"]]
        return shown.to_html(index=False, escape=True, max_rows=30, border=0)


def intervals(claims: pd.DataFrame, low: str = "low", high: str = "high") -> pd.arrays.IntervalArray:
    """The columns ``low`` and ``high`` as closed intervals; an open end becomes infinite.

    >>> import pandas as pd
    >>> 10**9 in intervals(pd.DataFrame({"low": [60_000.0, 13_000.0], "high": [90_000.0, None]}))[1]
    True
    """
    left = claims[low].astype("float64").fillna(float("-inf"))
    right = claims[high].astype("float64").fillna(float("inf"))
    return pd.arrays.IntervalArray.from_arrays(left, right, closed="both")


# ------------------------------------------------------------------------------------- frames in


def _documents(frame: pd.DataFrame) -> Iterator[Document | Unread]:
    """The rows of a frame as documents; a row without a text is named as not read."""
    if not isinstance(frame, pd.DataFrame):
        raise InputError(
            f"a {type(frame).__name__} is no DataFrame; give one with a column 'text' (the command line reads files)"
        )
    if "text" not in frame.columns:
        columns = ", ".join(map(str, frame.columns)) or "none"
        raise InputError(f"the frame has no column 'text' (its columns: {columns}); rename the one with the articles")
    ids = [str(one) for one in (frame["id"] if "id" in frame.columns else frame.index)]
    if len(set(ids)) < len(ids):
        twice = next(one for one in ids if ids.count(one) > 1)
        raise InputError(f"the id {twice!r} stands in the frame twice; give each article its own")
    known = [name for name in _OPTIONAL if name in frame.columns]
    return _rows(frame, ids, known)


def _rows(frame: pd.DataFrame, ids: list[str], known: list[str]) -> Iterator[Document | Unread]:
    columns: list[Iterable[Any]] = [frame[name] for name in known]
    for id, text, *values in zip(ids, frame["text"], *columns, strict=True):
        if not isinstance(text, str) or not text.strip():
            yield Unread(id, "its column 'text' is empty")
            continue
        about = {name: _plain(value) for name, value in zip(known, values, strict=True)}
        yield Document(id, text.replace("\r\n", "\n").replace("\r", "\n"), **about)  # type: ignore[arg-type]


def _plain(value: Any) -> str | None:
    """A cell as text: None where it is missing, a date in ISO form."""
    if value is None or value is pd.NaT or value is pd.NA or value != value or value == "":
        return None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat() if value == value.normalize() else value.isoformat()
    return str(value)


def _rates(rates: Mapping[tuple[str, str], float] | None) -> tuple[tuple[str, str, float], ...]:
    return tuple((base, quote, float(rate)) for (base, quote), rate in sorted((rates or {}).items()))


def _book(rules: str | PathLike[str] | Sequence[str | PathLike[str]]) -> Rules:
    folders = (rules,) if isinstance(rules, str | PathLike) else tuple(rules)
    return load(*map(Path, folders))


# ------------------------------------------------------------------------------------ frames out

_CLAIM_COLUMNS = (
    *("id", "doc", "start", "end", "text", "low", "high", "modifier", "direction"),
    *("plausible_low", "plausible_high", "unit", "counted", "kind", "property", "entity", "qualifiers"),
    *("source", "source_start", "source_end", "source_name", "via", "cue", "stance", "quoted", "as_of"),
    *("publisher", "published", "title", "url"),
)
_FACT_COLUMNS = ("id", "title", "verdict", "because", "severity", "settle", "unit", "low", "high", "origins", "claims")
_COMPARISON_COLUMNS = (
    *("fact", "a", "b", "unit", "a_low", "a_high", "b_low", "b_high", "relation", "outcome", "ratio", "because"),
    *("between", "base"),
)


def _frame(records: list[dict[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    """Records as a frame whose columns have their types even where it is empty."""
    frame = pd.DataFrame({name: [record.get(name) for record in records] for name in columns})
    for name in frame.columns:
        if name in _NUMBERS:
            frame[name] = frame[name].astype("float64")
        elif name in _DATES:
            # a month or a year stands for its first day: a column of dates has no half-known ones
            frame[name] = pd.to_datetime(frame[name], format="ISO8601", utc=True).dt.tz_localize(None)
        elif name in _WHOLE:
            frame[name] = frame[name].astype("Int64")
        elif name in _TEXTS:
            frame[name] = frame[name].astype("str")
        elif name == "quoted":
            frame[name] = frame[name].astype("bool")
    return frame


def _with_index(claims: pd.DataFrame, frame: pd.DataFrame | None) -> pd.DataFrame:
    """``doc`` as the value of the frame's index that it came from, where the index names the documents."""
    if frame is None or "id" in frame.columns or frame.index.inferred_type == "string":
        return claims
    claims["doc"] = claims["doc"].map({str(value): value for value in frame.index})
    return claims
