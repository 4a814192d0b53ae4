"""The same malformed inputs through the command line: the right exit status, the right line, no traceback."""

import json
import sys
from pathlib import Path

import pytest
from malformed import ERROR, READ, UNREAD, Case, make

from reconcile.cli import main

# limits are set in Python, not on the command line, and no shell can pass a NUL
CASES = [case for case in make() if not case.limits and case.name != "NUL in a path"]


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["reconcile", *arguments])
    with pytest.raises(SystemExit) as asked:
        main()
    assert isinstance(asked.value.code, int)
    return asked.value.code


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind}: {case.name}")
def test_malformed_through_the_command_line(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    paths = case.build(tmp_path)
    status = run(monkeypatch, "extract", "--format", "jsonl", *paths)
    out, err = capfd.readouterr()
    assert status in {READ: {0}, UNREAD: {0}, ERROR: {2}}.get(case.outcome, {0, 2})
    assert "Traceback" not in err
    for line in out.splitlines():
        json.loads(line)
    if not paths:
        return
    assert case.says in err
    if status == 2:
        assert err.splitlines()[-1].startswith("reconcile: ")
    assert all(line.startswith(("not read: ", "reconcile: ")) for line in err.splitlines())
    if case.outcome == READ:
        assert err == ""
    if case.outcome == UNREAD:
        assert err.startswith("not read: ")


@pytest.mark.parametrize("name", ["binary", "missing", "empty"])
def test_strict_makes_an_input_that_cannot_be_read_an_error(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "good.txt").write_text("At least 27 people were hurt.")
    (tmp_path / "sources.csv").write_text("file,publisher\n" + ("gone.txt,X\n" if name == "missing" else ""))
    if name != "missing":
        (tmp_path / "a.txt").write_bytes(b"\0\1\2" * 99 if name == "binary" else b"")
    assert run(monkeypatch, "extract", "--format", "jsonl", str(tmp_path)) == 0
    assert run(monkeypatch, "extract", "--strict", "--format", "jsonl", str(tmp_path)) == 2
    assert "Traceback" not in capfd.readouterr().err
