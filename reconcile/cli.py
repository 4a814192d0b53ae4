"""The command line: parse, call, print. Nothing here knows how anything is done.

Each command imports what it needs when it runs, so that ``--help`` need not wait for it.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from typer.exceptions import TyperException

from reconcile.console import (
    Exclude,
    ExtractFormat,
    FailWhen,
    HedgePreset,
    Include,
    Jobs,
    Limits,
    Out,
    Paths,
    Plots,
    Preset,
    Rates,
    ReportAs,
    ReportFormat,
    RuleFolder,
    Strict,
    base_of,
    counting,
    deliver,
    exit_on,
    format_of,
    inputs,
    iso_date,
    read_options,
    rule_book,
    settings,
    standard_input,
)
from reconcile.errors import InputError, ReconcileError
from reconcile.version import __version__

if TYPE_CHECKING:
    from reconcile.pipeline import Progress

BAD_INPUT = 2
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
    limit: Limits = None,
    jobs: Jobs = 1,
) -> None:
    """Report which figures of the articles cannot all hold."""
    from reconcile import pipeline

    wanted = format_of(format, out, ReportFormat.md)
    book = rule_book(rules)
    documents = inputs(paths, book, read_options(include, exclude, limit), strict)
    with counting("reading figures") as progress:
        result = pipeline.reconcile(documents, book, settings(preset, rate), jobs, progress)
    deliver(result, wanted, out, plots, base=base_of(paths, out))
    exit_on(result, fail_on)


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

    wanted = format_of(format, out, ReportFormat.md)
    result = pipeline.reconcile_rows(table_rows(table), rule_book(rules), settings(preset, rate))
    deliver(result, wanted, out, plots)
    exit_on(result, fail_on)


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
    limit: Limits = None,
    jobs: Jobs = 1,
    text: Annotated[
        Path | None, typer.Option("--text", metavar="DIR", help="Also write each text as read, for checking offsets.")
    ] = None,
) -> None:
    """List every figure found, one a row."""
    from reconcile import pipeline
    from reconcile.model import Extraction, Unread
    from reconcile.reporting import tables

    wanted = format_of(format, out, ExtractFormat.table)
    book = rule_book(rules)
    documents = inputs(paths, book, read_options(include, exclude, limit), strict)

    def extractions(progress: "Progress") -> Iterator[Extraction]:
        for done, one in enumerate(pipeline.extract_all(documents, book, settings(preset, None), jobs), start=1):
            if not isinstance(one, Unread):
                if text:
                    tables.write_document(text, one.document)
                yield one
            progress(done)

    with counting("reading figures", quiet=out is None) as progress:
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

    book = rule_book(rules)
    passage = (standard_input() if text == "-" else text).replace("\r\n", "\n").replace("\r", "\n")
    if not passage.strip():
        raise InputError("explain: the passage is empty; give a sentence, or - and a text on standard input")
    document = Document("passage", passage, published=iso_date(published), furniture=find_furniture(passage, book))
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

    book = rule_book(rules)
    problems = verification.verify_file(report, inputs(paths, book, read_options(None, None, None)))
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

    book = rule_book([folder] if folder else None)
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
    """List every rule: its name, why it is there, and its first example.

    On a terminal a block for each; in a pipe or a file a line for each, its columns parted by tabs.
    """
    from reconcile.rulebook.kinds import KINDS
    from reconcile.rulebook.listing import blocks, rows

    if kind is not None and kind not in KINDS:
        raise InputError(f"--kind {kind}: there is no such kind of rule; use one of: {', '.join(sorted(KINDS))}")
    listed = [rule for rule in rule_book([folder] if folder else None) if kind in (None, rule.kind)]
    for line in blocks(listed, shutil.get_terminal_size().columns) if sys.stdout.isatty() else rows(listed):
        print(line)


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


# -------------------------------------------------------------------------------------------- main


def main() -> NoReturn:
    """Run the command line; every failure is one line on standard error and the exit status of the contract."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # both are text files
    try:
        status = app(standalone_mode=False)
        if status == INTERRUPTED:  # typer takes Ctrl-C for itself and returns its status
            print("interrupted", file=sys.stderr)
        sys.exit(status if isinstance(status, int) else 0)
    except TyperException as problem:
        _fail(f"{problem.format_message().rstrip('.')}; see reconcile --help")
    except ReconcileError as problem:
        _fail(str(problem))
    except BrokenPipeError:
        # the reader of a pipe went away (| head): not an error, and nothing more can be printed
        sys.stderr.close()
        sys.exit(0)


def _fail(message: str) -> NoReturn:
    print("reconcile: " + " ".join(message.split()), file=sys.stderr)
    sys.exit(BAD_INPUT)
