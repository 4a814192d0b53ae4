"""The sample corpus is the project's own: it shares no run of eight words with what it retells.

The originals are not part of the project. Where a copy of them is at hand, RECONCILE_ORIGINALS names
its folder and the check runs against it; the other checks need only the corpus itself.
"""

import csv
import os
import re
from pathlib import Path

import pytest

SEEDS = Path(__file__).parent.parent / "seeds"
RUN = 8


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w']+", text.lower().replace("’", "'"))
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def test_every_article_names_what_it_retells() -> None:
    with (SEEDS / "sources.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["file"] for row in rows} == {path.name for path in SEEDS.glob("*.txt")}
    assert all(re.search(r"\d{4}-\d\d-\d\d: \w", row["retells"]) for row in rows)


@pytest.mark.skipif("RECONCILE_ORIGINALS" not in os.environ, reason="the published originals are not in the project")
def test_no_run_of_eight_words_is_an_originals() -> None:
    theirs = set().union(
        *(runs(p.read_text(encoding="utf-8")) for p in Path(os.environ["RECONCILE_ORIGINALS"]).glob("*.txt"))
    )
    ours = set().union(*(runs(p.read_text(encoding="utf-8")) for p in SEEDS.glob("*.txt")))
    assert not ours & theirs
