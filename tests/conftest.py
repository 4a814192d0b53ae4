"""What tests of several rooms share."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from reconcile import cli
from reconcile.rulebook import Rules, load

ROOT = Path(__file__).parent.parent


class Run(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


Command = Callable[..., Run]


@pytest.fixture(scope="session")
def rules() -> Rules:
    """The rules that ship."""
    return load()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run the command line in this process, as `reconcile ARGUMENTS` would."""

    def command(*arguments: object) -> Run:
        monkeypatch.setattr("sys.argv", ["reconcile", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            cli.main()
        printed = capsys.readouterr()
        return Run(int(stop.value.code or 0), printed.out, printed.err)

    return command
