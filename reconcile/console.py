"""What the commands of the command line share: their options, and how they read, deliver and count."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from reconcile.errors import InputError

if TYPE_CHECKING:
    from reconcile.model import Document, Report, Settings, Unread
    from reconcile.pipeline import Progress
    from reconcile.reading import ReadOptions
    from reconcile.rulebook import Rules

CONFLICT_FOUND = 1

Format = TypeVar("Format", bound=StrEnum)


class ReportFormat(StrEnum):
    """What a report can be written as."""

    md = "md"
    html = "html"
    json = "json"
    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"
    sqlite = "sqlite"


class ExtractFormat(StrEnum):
    """What a list of claims can be written as."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


class FailOn(StrEnum):
    """What makes a report exit with status 1."""

    conflict = "conflict"


class Preset(StrEnum):
    """How wide a hedge is read."""

    strict = "strict"
    default = "default"
    lenient = "lenient"


Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH", help="Files and folders, mixed; - is standard input.", show_default=False),
]
Out = Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write there instead of printing.")]
RuleFolder = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="DIR", help="Your own rules, laid over those that ship. May be given again."),
]
Strict = Annotated[bool, typer.Option("--strict", help="An input that cannot be read is an error.")]
Include = Annotated[
    list[str] | None, typer.Option("--include", metavar="GLOB", help="Read only such files of a folder.")
]
Exclude = Annotated[
    list[str] | None, typer.Option("--exclude", metavar="GLOB", help="Leave such files of a folder out.")
]
Limits = Annotated[
    list[str] | None,
    typer.Option(
        "--limit", metavar="NAME=N", help="Read more or less of an input: max_bytes=200000000. Again for more."
    ),
]
ReportAs = Annotated[
    ReportFormat | None, typer.Option("--format", help="Default: by the ending of --out, else md. csv: a folder.")
]
FailWhen = Annotated[FailOn | None, typer.Option("--fail-on", help="Exit with status 1 where one is found.")]
Rates = Annotated[
    list[str] | None,
    typer.Option("--rate", metavar="EUR=1.08USD", help="A rate to compare currencies at. May be given again."),
]
Plots = Annotated[Path | None, typer.Option("--plots", metavar="DIR", help="Also draw each fact there, in SVG.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes to read figures with.")]
HedgePreset = Annotated[Preset, typer.Option("--preset", help="How wide 'about' and round numbers are read.")]


# ----------------------------------------------------------------------------------------- reading


def rule_book(folders: list[Path] | None) -> "Rules":
    """The rules that ship, with the folders of $RECONCILE_RULES and then these laid on top."""
    from reconcile.rulebook import load
    from reconcile.rulebook.loading import override

    return load(*override(), *(folders or ()))


def settings(preset: Preset, rates: list[str] | None) -> "Settings":
    """What a run was told. Raises InputError for a rate that is none."""
    from reconcile.model import Settings

    return Settings(preset=preset.value, rates=tuple(_rate(text) for text in rates or ()))


def _rate(text: str) -> tuple[str, str, float]:
    """``EUR=1.08USD`` as ("EUR", "USD", 1.08)."""
    left, _, right = text.partition("=")
    try:
        factor, unit = float(right[:-3]), right[-3:]
    except ValueError:
        factor, unit = 0.0, ""
    if not (
        left.isalpha() and left.isupper() and len(left) == 3 and unit.isalpha() and unit.isupper() and 0 < factor < 1e12
    ):
        raise InputError(f"--rate {text}: not a rate; write it like EUR=1.08USD (one euro is 1.08 dollars)")
    return left, unit, factor


def iso_date(text: str | None) -> str | None:
    """A date as it was given. Raises InputError where it is none."""
    from datetime import date

    try:
        return None if text is None else date.fromisoformat(text).isoformat()
    except ValueError:
        raise InputError(f"--published {text}: not a date; write it like 2021-12-30") from None


def read_options(include: list[str] | None, exclude: list[str] | None, limits: list[str] | None) -> "ReadOptions":
    """Which files are read, and how much of each. Raises InputError for a limit that is none."""
    from dataclasses import fields

    from reconcile.reading import ReadOptions

    known = sorted(field.name for field in fields(ReadOptions) if field.name.startswith("max_"))
    given = {}
    for limit in limits or ():
        name, _, value = limit.partition("=")
        if name not in known or not (value.isascii() and value.isdigit()):
            raise InputError(f"--limit {limit}: not a limit; write NAME=NUMBER with one of: {', '.join(known)}")
        given[name] = int(value)
    return ReadOptions(include=tuple(include or ()), exclude=tuple(exclude or ()), **given)


def inputs(
    paths: list[Path], rules: "Rules", options: "ReadOptions", strict: bool = False
) -> "Iterator[Document | Unread]":
    """What reading gives. What could not be read is named on standard error at the end, or ends a --strict run."""
    from reconcile.model import Unread
    from reconcile.reading import read

    not_read: list[Unread] = []
    for one in read(paths, rules, options):
        if isinstance(one, Unread):
            if strict:
                raise InputError(f"{one.id}: {one.because}")
            not_read.append(one)
        yield one
    for one in not_read:
        print(f"not read: {one.id}: {one.because}", file=sys.stderr)


def format_of(given: Format | None, out: Path | None, default: Format) -> Format:
    """The format asked for: by name, by the ending of ``--out``, or the default."""
    if given is not None or out is None:
        return given or default
    ending, formats = out.suffix.lstrip(".").lower(), type(default)
    if ending not in set(formats):
        known = ", ".join(f".{one.value}" for one in formats)
        raise InputError(f"--out {out}: its ending names no format; use {known}, or give --format")
    return formats(ending)


def base_of(paths: list[Path], out: Path | None) -> str | None:
    """Where the documents are, as seen from the report, so that it can link to them; None without one folder."""
    if len(paths) != 1 or not paths[0].is_dir():
        return None
    return _from(out, paths[0])


def _from(out: Path | None, place: Path) -> str:
    """A place as seen from where the report stands."""
    return Path(os.path.relpath(place, out.parent if out else Path())).as_posix()


def deliver(
    report: "Report", format: ReportFormat, out: Path | None, plots: Path | None, base: str | None = None
) -> None:
    """Write a report in its format: text where it was asked for, tables as a folder or one file."""
    from reconcile.reporting import store
    from reconcile.reporting.html import to_html
    from reconcile.reporting.jsonout import report_json
    from reconcile.reporting.markdown import to_markdown
    from reconcile.reporting.plots import write_plots

    match format:
        case ReportFormat.md:
            drawn = _from(out, plots) if plots else None
            emit(to_markdown(report, base, drawn), out)
        case ReportFormat.html:
            emit(to_html(report), out)
        case ReportFormat.json:
            emit(report_json(report), out)
        case ReportFormat.sqlite:
            store.write_sqlite(report, _somewhere(out, format))
        case _:
            store.write_tables(report, _somewhere(out, format), format.value)
    if plots:
        write_plots(report, plots)


def _somewhere(out: Path | None, format: ReportFormat) -> Path:
    if out is None:
        raise InputError(f"--format {format}: tables are not printed; say where to write them with --out")
    return out


def exit_on(report: "Report", fail_on: FailOn | None) -> None:
    """Exit with status 1 where the report holds what --fail-on names."""
    from reconcile.model import VerdictKind

    if fail_on and any(fact.verdict.kind is VerdictKind.CONFLICT for fact in report.findings.facts):
        raise typer.Exit(CONFLICT_FOUND)


def emit(text: str, out: Path | None) -> None:
    """Print a text, or write it to a file whole."""
    from reconcile.reporting.output import write_text

    if out is None:
        sys.stdout.write(text)
    else:
        write_text(out, text)


def standard_input() -> str:
    """What stands on standard input. Raises InputError where it is not UTF-8."""
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("standard input: not UTF-8; convert it first") from None


@contextmanager
def counting(label: str, quiet: bool = False) -> "Iterator[Progress]":
    """A counter on standard error while documents are done, only for a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn("{task.description}: {task.completed:.0f} documents"), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done: bar.update(task, completed=done)
