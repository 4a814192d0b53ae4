"""The templates of the HTML report and of its plots; whatever they print of an article is escaped."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from reconcile.reporting.escaping import printable, visible
from reconcile.reporting.wording import sentence

_FOLDER = Path(__file__).with_name("templates")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["line"] = printable
    environment.filters["sentence"] = sentence
    environment.filters["visible"] = visible
    return environment


def template(name: str) -> Template:
    """A template by its file name."""
    return _environment().get_template(name)


@cache
def asset(name: str) -> str:
    """The text of a file beside the templates."""
    return (_FOLDER / name).read_text(encoding="utf-8")
