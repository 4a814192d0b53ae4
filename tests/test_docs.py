"""The README and the cookbook hold what they say: their Python runs, their output is the program's."""

import re
import tomllib
from pathlib import Path

import pytest

from reconcile.proofs import prove
from reconcile.rulebook import load
from tests.conftest import ROOT, Command

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("page", ["README.md", "docs/python.md"])
def test_python_on_the_page_runs(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = "\n".join(blocks((ROOT / page).read_text(encoding="utf-8"), "python"))
    exec(compile(code, page, "exec"), {"__name__": "page"})  # noqa: S102 - our own pages
    assert "conflict" in capsys.readouterr().out


def test_the_report_shown_is_the_head_of_the_committed_one() -> None:
    [shown] = re.findall(r"````markdown\n(.*?)````", README, re.DOTALL)
    assert (ROOT / "reports" / "seeds.md").read_text(encoding="utf-8").startswith(shown)
    assert shown.startswith("# ")


def test_links_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_two_commands_use_only_what_is_there() -> None:
    commands = blocks(README, "sh")
    assert len(commands) == 2
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    for extra in re.findall(r"\.\[([\w,]+)\]", README):
        assert set(extra.split(",")) <= set(extras)
    assert all((ROOT / name).exists() for name in re.findall(r"-c (\S+)", README))


def test_every_command_is_documented() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for command in ("report", "compare", "extract", "explain", "verify", "rules check", "rules list"):
        assert f"## reconcile {command}\n" in page


def test_the_walk_through_the_code_is_what_the_program_says(run: Command) -> None:
    page = (ROOT / "docs" / "how-it-works.md").read_text(encoding="utf-8")
    [(passage, printed)] = re.findall(r'```text\n\$ reconcile explain "(.*?)"\n(.*?)```', page, re.DOTALL)
    assert run("explain", passage).out == printed


def test_the_walk_through_the_code_names_what_is_there() -> None:
    page = (ROOT / "docs" / "how-it-works.md").read_text(encoding="utf-8")
    rooms = [ROOT, *(ROOT / "reconcile" / room for room in ("extraction", "comparison"))]
    named = re.findall(r"`([a-z_/-]+(?:\.py|\.yaml|/))`", page)
    assert len(named) > 30
    assert [name for name in named if not any((room / name).exists() for room in rooms)] == []


def test_rules_on_the_page_hold(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    files = [*blocks(page, "yaml"), *re.findall(r"<<'END'\n(.*?)END\n", page, re.DOTALL)]
    assert len(files) == 4
    for number, text in enumerate(files):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "mine.yaml").write_text(text, encoding="utf-8")
        book = load(folder)
        assert list(prove((rule for rule in book if book.files[rule.ref].startswith(str(folder))), book)) == []


def test_every_page_of_the_docs_is_on_the_map() -> None:
    page = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert [path.name for path in (ROOT / "docs").iterdir() if f"]({path.name})" not in page] == ["index.md"]
