"""The command line: the contract's formats and exit statuses, and one clear line for whatever is wrong."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT, Command

SEEDS = ROOT / "seeds"
KYIV = "Kiev says nearly 100,000 troops stand at the border."
CONTRACT = {
    *("id", "doc", "start", "end", "text", "low", "high", "modifier", "direction", "plausible_low", "plausible_high"),
    *("unit", "counted", "kind", "property", "entity", "qualifiers", "source", "source_start", "source_end"),
    *("source_name", "via", "cue", "stance", "quoted", "as_of", "publisher", "published", "title", "url"),
}


def article(folder: Path, name: str = "a.txt", text: str = KYIV) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_extract_jsonl_holds_the_contract_and_nothing_else(run: Command, tmp_path: Path) -> None:
    done = run("extract", article(tmp_path), "--format", "jsonl")
    assert (done.status, done.err) == (0, "")
    [claim] = [json.loads(line) for line in done.out.splitlines()]
    assert set(claim) >= CONTRACT
    assert KYIV[claim["start"] : claim["end"]] == claim["text"] == "nearly 100,000 troops"
    assert (claim["low"], claim["high"], claim["modifier"], claim["unit"]) == (100000, 100000, "nearly", "troop")
    assert KYIV[claim["source_start"] : claim["source_end"]] == claim["source"] == "Kiev"


def test_report_is_the_same_bytes_twice_and_with_more_processes(run: Command) -> None:
    first = run("report", SEEDS, "--format", "json")
    assert first == run("report", SEEDS, "--format", "json") == run("report", SEEDS, "--format", "json", "--jobs", 2)
    report = json.loads(first.out)
    assert set(report) >= {"documents", "claims", "facts", "not_compared", "not_read", "settings", "version"}
    judged = [id for fact in report["facts"] for id in fact["claims"]]
    assert sorted(judged) == sorted(claim["id"] for claim in report["claims"]), "each claim is in exactly one fact"


def test_fail_on_conflict_is_status_1(run: Command) -> None:
    assert run("report", SEEDS, "--fail-on", "conflict").status == 1
    assert run("report", SEEDS).status == 0


def test_out_takes_its_format_from_the_ending(run: Command, tmp_path: Path) -> None:
    for ending, start in (("md", "#"), ("html", "<!doctype html>"), ("json", "{")):
        out = tmp_path / f"report.{ending}"
        assert run("report", SEEDS, "--out", out) == (0, "", "")
        assert out.read_text(encoding="utf-8").lower().startswith(start)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["report.html", "report.json", "report.md"]


def test_one_unreadable_file_of_many_is_named_and_the_rest_reported(run: Command, tmp_path: Path) -> None:
    article(tmp_path)
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02\xff\xfe\x00PNG" * 40)
    done = run("report", tmp_path)
    assert done.status == 0
    assert "b.txt" in done.err
    assert "b.txt" in done.out.splitlines()[-1] or "b.txt" in done.out
    strict = run("report", tmp_path, "--strict")
    assert (strict.status, strict.out) == (2, "")
    assert "b.txt" in strict.err


def test_explain_names_rules_source_and_what_was_passed_over(run: Command) -> None:
    done = run("explain", "Kiev said on Jan. 10 that nearly 100,000 troops had gathered.")
    assert done.status == 0
    for part in ("“nearly 100,000 troops”", "modifiers/", "“Kiev”", "cues/say", "Passed over", "Jan. 10”"):
        assert part in done.out


BAD = {
    "no argument": ((), "report", "PATH"),
    "a missing path": (("no/such/place",), "report", "no/such/place"),
    "an unknown option": (("--frobnicate",), "report", "--frobnicate"),
    "an unknown format": (("x", "--format", "docx"), "report", "docx"),
    "an ending that names no format": (("{article}", "--out", "x.docx"), "report", "x.docx"),
    "a folder that is not there to write to": (("{article}", "--out", "{folder}/none/x.md"), "report", "none"),
    "a folder to write to": (("{article}", "--out", "{folder}/sub.md"), "report", "sub.md"),
    "a rate that is none": (("{article}", "--rate", "EUR:1.1"), "report", "EUR=1.08USD"),
    "a limit that is none": (("{article}", "--limit", "max_size=3"), "report", "max_bytes"),
    "a document over a limit": (("{article}", "--limit", "max_bytes=9"), "report", "a.txt"),
    "rules that are not there": (("{article}", "--rules", "{folder}/nowhere"), "report", "nowhere"),
    "an empty folder": (("{folder}/sub.md",), "report", "sub.md"),
    "an empty passage": (("",), "explain", "passage"),
    "a date that is none": (("two men", "--published", "yesterday"), "explain", "yesterday"),
    "a kind of rule that is none": (("list", "--kind", "poems"), "rules", "poems"),
    "a table of figures that is not there": (("{folder}/none.csv",), "compare", "none.csv"),
    "a table that is none": (("{article}",), "compare", "a.txt"),
    "tables without a place to write them": (("{article}", "--format", "csv"), "report", "--out"),
    "a report that is not there": (("{folder}/none.json", "{article}"), "verify", "none.json"),
    "a report that is no JSON": (("{article}", "{article}"), "verify", "a.txt"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_one_clear_line_and_status_2(case: str, run: Command, tmp_path: Path) -> None:
    arguments, command, named = BAD[case]
    (tmp_path / "sub.md").mkdir()
    places = {"article": article(tmp_path), "folder": tmp_path}
    done = run(command, *(argument.format(**places) for argument in arguments))
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert named in done.err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "sub.md"], "nothing half-written"


def test_tables_of_a_report(run: Command, tmp_path: Path) -> None:
    assert run("report", SEEDS, "--format", "csv", "--out", tmp_path / "tables").status == 0
    assert run("report", SEEDS, "--out", tmp_path / "report.sqlite").status == 0
    names = {path.name for path in (tmp_path / "tables").iterdir()}
    assert names == {"claims.csv", "comparisons.csv", "documents.csv", "facts.csv"}


def test_plots_are_the_same_bytes_every_run(run: Command, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        assert run("report", SEEDS, "--out", tmp_path / "report.md", "--plots", folder).status == 0
    drawn = {path.name: path.read_bytes() for path in first.iterdir()}
    assert drawn
    assert drawn == {path.name: path.read_bytes() for path in second.iterdir()}


def test_ready_made_figures_are_compared(run: Command, tmp_path: Path) -> None:
    table = article(
        tmp_path, "figures.csv", "measure,value,unit,source\ndeaths,41,person,ministry\ndeaths,58,person,hospital\n"
    )
    done = run("compare", table, "--format", "json", "--fail-on", "conflict")
    assert done.status == 1
    assert [fact["verdict"] for fact in json.loads(done.out)["facts"]] == ["conflict"]


BROKEN_RULES = {
    "not YAML": ("kind: cues\nrules: [\n", ":3:"),
    "no kind": ("rules: []\n", ":1:"),
    "an unknown kind": ("kind: poems\nrules: []\n", "poems"),
    "a field that is missing": ("kind: modifiers\nrules:\n  - because: no id\n", ":3:"),
    "a field that is none": ("kind: modifiers\nrules:\n  - id: x\n    colour: blue\n", "x"),
    "a tag that would run code": ("kind: cues\nrules: [!!python/object/apply:os.getcwd []]\n", ":2:"),
    "rules that are no list": ("kind: cues\nrules: 5\n", "list"),
}


@pytest.mark.parametrize("case", BROKEN_RULES)
def test_a_broken_rule_file_is_named_with_its_line(case: str, run: Command, tmp_path: Path) -> None:
    content, named = BROKEN_RULES[case]
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "mine.yaml").write_text(content, encoding="utf-8")
    done = run("report", article(tmp_path), "--rules", folder)
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert "mine.yaml" in done.err
    assert named in done.err


def test_version(run: Command) -> None:
    from reconcile import __version__

    assert run("--version") == (0, f"reconcile {__version__}\n", "")


@pytest.mark.parametrize("command", [(), ("report",), ("extract",), ("explain",), ("verify",), ("rules", "check")])
def test_help_ends_with_an_example(command: tuple[str, ...], run: Command) -> None:
    done = run(*command, "--help")
    assert done.status == 0
    assert "Example: reconcile" in done.out.splitlines()[-1]


def test_an_interrupt_is_status_130_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    inputs, out = tmp_path / "articles.jsonl", tmp_path / "report.md"
    row = json.dumps({"text": f"{KYIV} " * 20})
    inputs.write_text("".join(row.replace('{"text"', f'{{"id": "{n}", "text"') + "\n" for n in range(4000)))
    running = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "reconcile", "report", inputs, "--out", out, "--jobs", "2"],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # ignored where tests run in the background
    )
    time.sleep(4)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (130, "interrupted\n")
    assert [path.name for path in tmp_path.iterdir()] == ["articles.jsonl"]
