"""Write what is generated: reports/, pages of docs/, and the report's head in README.md.

``--check`` compares instead and names what is stale.

Run it as ``python -m tools.generate [--check]`` in the project's root.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from reconcile.rulebook import load
from tools import limits, pages

ROOT = Path(__file__).resolve().parent.parent
#: what each committed report is made from
REPORTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("seeds.md", "seeds.html", "seeds.json"), ("seeds",)),
    **dict.fromkeys(("scenarios.md", "scenarios.html"), ("tests/stories/scenarios", "--include", "*.txt")),
}
COMMANDS = (
    *((), ("report",), ("compare",), ("extract",), ("explain",), ("verify",)),
    *(("rules",), ("rules", "check"), ("rules", "list")),
)
HEAD = """# Commands

Generated from the program by `make reports`; CI fails where this page is not what the program says.
"""


def main() -> int:
    """Write every generated file, or compare with ``--check``; 1 where one is stale."""
    check = "--check" in sys.argv[1:]
    stale = [path for path, content in generated() if _differs(path, content, write=not check)]
    for path in stale:
        print(f"{path.relative_to(ROOT)}: " + ("stale; run `make reports` and commit it" if check else "written"))
    return int(check and bool(stale))


def generated() -> Iterator[tuple[Path, str]]:
    """Every generated file with the content it ought to have."""
    for name, arguments in REPORTS.items():
        path = ROOT / "reports" / name
        fresh = path.with_name(f".{name}")  # in the same folder: a report links to its documents from where it stands
        _run("report", *arguments, "--out", str(fresh.relative_to(ROOT)))
        content = fresh.read_text(encoding="utf-8")
        fresh.unlink()
        yield path, content
        if name == "seeds.md":
            yield ROOT / "README.md", _readme(content)
    docs, rules = ROOT / "docs", load()
    yield docs / "commands.md", _commands()
    yield docs / "hedges.md", pages.hedges(rules)
    yield docs / "limits.md", limits.page(pages.GENERATED, ROOT / "tests")
    yield docs / "rules.md", pages.rules_page((docs / "rules.md").read_text(encoding="utf-8"), rules)


def _readme(report: str) -> str:
    """The README with the head of the report in it: up to the first strip of intervals, its fence included."""
    fences = [match.end() for match in re.finditer(r"^```.*\n", report, re.MULTILINE)]
    shown = f"````markdown\n{report[: fences[1]]}````"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.sub(r"(?<=compare it -->\n)````markdown\n.*?^````$", lambda _: shown, readme, count=1, flags=re.S | re.M)


def _commands() -> str:
    pages = [HEAD]
    for words in COMMANDS:
        pages.append(f"## {' '.join(('reconcile', *words))}\n\n```text\n{_run(*words, '--help').strip()}\n```\n")
    return "\n".join(pages)


def _run(*arguments: str) -> str:
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"COLUMNS": "90", "TERMINAL_WIDTH": "90", "NO_COLOR": "1", "HOME": home}
        environment.pop("RECONCILE_RULES", None)
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "reconcile", *arguments],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
    return done.stdout.replace("Usage: python -m reconcile", "Usage: reconcile")


def _differs(path: Path, content: str, write: bool) -> bool:
    if path.exists() and path.read_text(encoding="utf-8") == content:
        return False
    if write:
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return True


if __name__ == "__main__":
    sys.exit(main())
