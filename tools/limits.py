"""docs/limits.md: what the engine is known to get wrong, gathered from the tests that expect it to fail."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

#: page heading -> the pile, the key of its list (None: the file is the list), and the fields of sentence and reason
PILES: dict[str, tuple[str, str | None, str, str]] = {
    "Figures": ("quantities/cases/known.yaml", None, "case", "because"),
    "Units": ("units/unit_cases.yaml", "known_failures", "text", "because"),
    "Sources": ("attribution/attribution_cases.yaml", "known_failures", "text", "xfail"),
    "Dates": ("time/as_of.yaml", "known_failures", "text", "why"),
    "Measures": ("measures/readings.yaml", "known_failures", "text", "because"),
}
HEAD = """# Limits

{generated}

Reconcile reads English news prose. It reads what is written and not what is meant: irony, a figure spread
over two sentences and a chart are beyond it. It knows no geography and no history beyond the names in its
rules, so two ways to name one place may be two places to it. It compares figures only where the words say
that they answer one question, and lists under "not compared" what it kept apart; a figure that it does not
take for news (an age, a page count, a ticket price) is listed under "seen and not judged".

Below is what it is known to get wrong. Each line is a test that is expected to fail, and that will say so
when it no longer does. A figure in brackets or braces is the one in question. Send us a sentence that is
missing here: CONTRIBUTING.md says how.
"""


def page(generated: str, tests: Path) -> str:
    """The page, from the piles below the folder of the tests."""
    sections = [HEAD.format(generated=generated)]
    for heading, pile in PILES.items():
        rows = "".join(f"| {_cell(sentence)} | {_cell(reason)} |\n" for sentence, reason in _known(tests, *pile))
        if rows:
            sections.append(f"## {heading}\n\n| sentence | why it fails |\n|---|---|\n{rows}")
    return "\n".join(sections)


def _known(tests: Path, file: str, key: str | None, sentence: str, reason: str) -> Iterator[tuple[str, str]]:
    content: Any = yaml.safe_load((tests / file).read_text(encoding="utf-8"))
    for case in content if key is None else content.get(key) or ():
        yield case[sentence], case[reason]


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
