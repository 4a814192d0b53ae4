"""Broken and hostile inputs: each is read, listed with its reason, or refused in one line. Nothing else happens."""

from collections import Counter
from pathlib import Path

import pytest
from malformed import ANY, ERROR, READ, UNREAD, Case, make

from reconcile.errors import InputError
from reconcile.model import Document
from reconcile.reading import ReadOptions, read
from reconcile.rulebook import load

CASES = make()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind}: {case.name}")
def test_malformed(case: Case, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found, said = [], ""
    try:
        found = list(read(case.build(tmp_path), load(), ReadOptions(**case.limits)))
        outcome = READ if all(isinstance(one, Document) for one in found) else UNREAD
        said = " ".join(one.because for one in found if not isinstance(one, Document))
    except InputError as problem:
        outcome, said = ERROR, str(problem)
    assert case.outcome in (outcome, ANY)
    assert case.says in said
    assert "\n" not in said
    assert said.isprintable()
    for one in found:
        assert one.id.isprintable()
        assert isinstance(one, Document) or one.because
        if isinstance(one, Document):
            assert one.text.strip()
            one.text.encode()
    assert capfd.readouterr() == ("", "")


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 200
    assert len(Counter(case.kind for case in CASES)) >= 20
