"""The command line: parse, call, print. Nothing here knows how anything is done.

Each command imports what it needs when it runs, so that ``--help`` need not wait for it.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer
from typer.exceptions import Exit, TyperException

from reconcile.errors import InputError, ReconcileError
from reconcile.version import __version__

if TYPE_CHECKING:
    from reconcile.model import Document, Report, Settings, Unread
    from reconcile.pipeline import Progress
    from reconcile.rulebook import Rules

Format = TypeVar("Format", bound=StrEnum)

BAD_INPUT = 2
CONFLICT_FOUND = 1
INTERRUPTED = 130

app = typer.Typer(
    name="reconcile",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Read the figures in articles by several sources: who gives them, and which cannot all hold.",
    epilog="Example: reconcile report articles/ --out report.md",
)
rules_app = typer.Typer(rich_markup_mode=None, help="Check and list the rules.")
app.add_typer(rules_app, name="rules")


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


# ---------------------------------------------------------------------------------------- commands


@app.command(epilog="Example: reconcile report articles/ --out report.md --fail-on conflict")
def report(
    paths: Paths,
    out: Out = None,
    format: ReportAs = None,
    rules: RuleFolder = None,
    fail_on: FailWhen = None,
    strict: Strict = False,
    preset: HedgePreset = Preset.default,
    rate: Rates = None,
    plots: Plots = None,
    include: Include = None,
    exclude: Exclude = None,
    jobs: Jobs = 1,
) -> None:
    """Report which figures of the articles cannot all hold."""
    from reconcile import pipeline

    wanted = _format(format, out, ReportFormat.md)
    book = _rules(rules)
    with _progress("reading figures") as progress:
        result = pipeline.reconcile(
            _inputs(paths, book, include, exclude, strict), book, _settings(preset, rate), jobs, progress
        )
    _deliver(result, wanted, out, plots, base=_base(paths, out))
    _judge(result, fail_on)


@app.command(epilog="Example: reconcile compare figures.csv --out report.html")
def compare(
    table: Annotated[Path, typer.Argument(metavar="TABLE", help="A .csv, .jsonl or .parquet of figures, one a row.")],
    out: Out = None,
    format: ReportAs = None,
    rules: RuleFolder = None,
    fail_on: FailWhen = None,
    preset: HedgePreset = Preset.default,
    rate: Rates = None,
    plots: Plots = None,
) -> None:
    """Compare ready-made figures, without articles.

    Columns: measure, and value or low and high; then as known unit, source, as_of, modifier, stance, publisher,
    published, title, url, id. Every other column narrows the measure.
    """
    from reconcile import pipeline
    from reconcile.reading.rows import table_rows

    wanted = _format(format, out, ReportFormat.md)
    result = pipeline.reconcile_rows(table_rows(table), _rules(rules), _settings(preset, rate))
    _deliver(result, wanted, out, plots)
    _judge(result, fail_on)


@app.command(epilog="Example: reconcile extract articles/ --format jsonl | head")
def extract(
    paths: Paths,
    format: Annotated[
        ExtractFormat | None, typer.Option("--format", help="Default: by the ending of --out, else table.")
    ] = None,
    out: Out = None,
    rules: RuleFolder = None,
    strict: Strict = False,
    preset: HedgePreset = Preset.default,
    include: Include = None,
    exclude: Exclude = None,
    jobs: Jobs = 1,
    text: Annotated[
        Path | None, typer.Option("--text", metavar="DIR", help="Also write each text as read, for checking offsets.")
    ] = None,
) -> None:
    """List every figure found, one a row."""
    from reconcile import pipeline
    from reconcile.model import Extraction, Unread
    from reconcile.reporting import tables

    wanted = _format(format, out, ExtractFormat.table)
    book = _rules(rules)

    def extractions(progress: "Progress") -> Iterator[Extraction]:
        inputs = _inputs(paths, book, include, exclude, strict)
        for done, one in enumerate(pipeline.extract_all(inputs, book, _settings(preset, None), jobs), start=1):
            if not isinstance(one, Unread):
                if text:
                    tables.write_document(text, one.document)
                yield one
            progress(done)

    with _progress("reading figures", quiet=out is None) as progress:
        tables.write_claims(extractions(progress), wanted.value, out)


@app.command(epilog="Example: reconcile explain 'Kiev says nearly 100,000 troops have gathered.'")
def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT|-", help="A passage, or - for standard input.")],
    rules: RuleFolder = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="Read its dates as of this day (2021-12-30).")
    ] = None,
) -> None:
    """Show what was seen in one passage, and why.

    Every figure with the rules that read it, its source, its measure and its date; then what was passed over.
    """
    from reconcile.extraction.claims import extract as extract_one
    from reconcile.model import Document, Settings
    from reconcile.reading.furniture import find_furniture
    from reconcile.reporting.explanation import explanation

    book = _rules(rules)
    passage = (_standard_input() if text == "-" else text).replace("\r\n", "\n").replace("\r", "\n")
    if not passage.strip():
        raise InputError("explain: the passage is empty; give a sentence, or - and a text on standard input")
    document = Document("passage", passage, published=_date(published), furniture=find_furniture(passage, book))
    print(explanation(extract_one(document, book, Settings())), end="")


@app.command(epilog="Example: reconcile verify report.json articles/")
def verify(
    report: Annotated[Path, typer.Argument(metavar="REPORT.json", help="A report made with --format json.")],
    paths: Paths,
    rules: RuleFolder = None,
) -> None:
    """Check a report against its documents.

    Does every quote still stand where the report says, and does every verdict replay? Exit status 0 yes, 1 no.
    """
    from reconcile.reporting import verification

    book = _rules(rules)
    problems = verification.verify_file(report, _inputs(paths, book, None, None, strict=False))
    for problem in problems:
        print(problem)
    if problems:
        raise typer.Exit(1)
    print(f"{report}: every quote stands, every verdict replays")


@rules_app.command("check", epilog="Example: reconcile rules check my-rules/")
def rules_check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="Your own rules; default: those that ship.")
    ] = None,
) -> None:
    """Read the rules and run their examples and counterexamples."""
    from reconcile.proofs import prove

    book = _rules([folder] if folder else None)
    ours = [rule for rule in book if folder is None or Path(book.files[rule.ref]).is_relative_to(folder)]
    failures = list(prove(ours, book))
    for failure in failures:
        print(failure, file=sys.stderr)
    if failures:
        raise typer.Exit(BAD_INPUT)
    examples = sum(len(rule.examples) + len(rule.counterexamples) for rule in ours)
    print(f"{len(ours)} rules, {examples} examples: all hold")


@rules_app.command("list", epilog="Example: reconcile rules list --kind modifiers")
def rules_list(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="Your own rules, laid over those that ship.")
    ] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="Only rules of this kind.")] = None,
) -> None:
    """List every rule: its name, why it is there, and an example."""
    from reconcile.rulebook.kinds import KINDS

    if kind is not None and kind not in KINDS:
        raise InputError(f"--kind {kind}: there is no such kind of rule; use one of: {', '.join(sorted(KINDS))}")
    for rule in _rules([folder] if folder else None):
        if kind in (None, rule.kind):
            print("\t".join((rule.ref, rule.because or "", rule.examples[0] if rule.examples else "")))


def _version(wanted: bool) -> None:
    if wanted:
        print(f"reconcile {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    _help_when_alone(context)


@rules_app.callback(invoke_without_command=True)
def _rules_root(context: typer.Context) -> None:
    _help_when_alone(context)


def _help_when_alone(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        print(context.get_help())


# ----------------------------------------------------------------------------------------- helpers


def _rules(folders: list[Path] | None) -> "Rules":
    from reconcile.rulebook import load
    from reconcile.rulebook.loading import override

    return load(*override(), *(folders or ()))


def _settings(preset: Preset, rates: list[str] | None) -> "Settings":
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


def _date(text: str | None) -> str | None:
    from datetime import date

    try:
        return None if text is None else date.fromisoformat(text).isoformat()
    except ValueError:
        raise InputError(f"--published {text}: not a date; write it like 2021-12-30") from None


def _inputs(
    paths: list[Path], rules: "Rules", include: list[str] | None, exclude: list[str] | None, strict: bool
) -> "Iterator[Document | Unread]":
    """What reading gives. What could not be read is named on standard error at the end, or ends a --strict run."""
    from reconcile.model import Unread
    from reconcile.reading import ReadOptions, read

    options = ReadOptions(include=tuple(include or ()), exclude=tuple(exclude or ()))
    not_read: list[Unread] = []
    for one in read(paths, rules, options):
        if isinstance(one, Unread):
            if strict:
                raise InputError(f"{one.id}: {one.because}")
            not_read.append(one)
        yield one
    for one in not_read:
        print(f"not read: {one.id}: {one.because}", file=sys.stderr)


def _format(given: Format | None, out: Path | None, default: Format) -> Format:
    """The format asked for: by name, by the ending of ``--out``, or the default."""
    if given is not None or out is None:
        return given or default
    ending, formats = out.suffix.lstrip(".").lower(), type(default)
    if ending not in set(formats):
        known = ", ".join(f".{one.value}" for one in formats)
        raise InputError(f"--out {out}: its ending names no format; use {known}, or give --format")
    return formats(ending)


def _base(paths: list[Path], out: Path | None) -> str | None:
    """Where the documents are, as seen from the report, so that it can link to them; None without one folder."""
    if len(paths) != 1 or not paths[0].is_dir():
        return None
    return Path(os.path.relpath(paths[0], out.parent if out else Path())).as_posix()


def _deliver(
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
            _emit(to_markdown(report, base), out)
        case ReportFormat.html:
            _emit(to_html(report), out)
        case ReportFormat.json:
            _emit(report_json(report), out)
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


def _judge(report: "Report", fail_on: FailOn | None) -> None:
    from reconcile.model import VerdictKind

    if fail_on and any(fact.verdict.kind is VerdictKind.CONFLICT for fact in report.findings.facts):
        raise typer.Exit(CONFLICT_FOUND)


def _emit(text: str, out: Path | None) -> None:
    from reconcile.reporting.output import write_text

    if out is None:
        sys.stdout.write(text)
    else:
        write_text(out, text)


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("standard input: not UTF-8; convert it first") from None


@contextmanager
def _progress(label: str, quiet: bool = False) -> "Iterator[Progress]":
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


def main() -> NoReturn:
    """Run the command line; every failure is one line on standard error and the exit status of the contract."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        status = app(standalone_mode=False)
        sys.exit(status if isinstance(status, int) else 0)
    except Exit as asked:
        sys.exit(asked.exit_code)
    except TyperException as problem:
        _fail(f"{problem.format_message().rstrip('.')}; see reconcile --help")
    except ReconcileError as problem:
        _fail(str(problem))
    except BrokenPipeError:
        # the reader of a pipe went away (| head): not an error, and nothing more can be printed
        sys.stderr.close()
        sys.exit(0)
    except (KeyboardInterrupt, typer.Abort):
        print("interrupted", file=sys.stderr)
        sys.exit(INTERRUPTED)


def _fail(message: str) -> NoReturn:
    print("reconcile: " + " ".join(message.split()), file=sys.stderr)
    sys.exit(BAD_INPUT)
