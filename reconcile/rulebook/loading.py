"""Rule files to a frozen rule book: read, checked, laid over one another."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from reconcile.errors import RuleError
from reconcile.rulebook.base import Rule
from reconcile.rulebook.kinds import KINDS

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times the speed, where it is built
R = TypeVar("R", bound=Rule)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rules:
    """The rule book: every rule by kind and id, and the file that each comes from.

    Compared and hashed by identity, so that what a wing compiles from it can be cached.
    """

    by_kind: Mapping[str, Mapping[str, Rule]]
    files: Mapping[str, str]  #: rule ref -> file

    def __repr__(self) -> str:
        return f"<Rules: {sum(map(len, self.by_kind.values()))} of {len(self.by_kind)} kinds>"

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """The rules of one kind, in the order of their files."""
        return tuple(self.by_kind.get(kind.kind, {}).values())  # type: ignore[arg-type]  # of this kind

    def get(self, kind: type[R], id: str) -> R:
        """One rule; KeyError where there is none."""
        return self.by_kind[kind.kind][id]  # type: ignore[return-value]

    def __iter__(self) -> Iterator[Rule]:
        for rules in self.by_kind.values():
            yield from rules.values()


def shipped() -> Path:
    """The folder of the rules that come with the program: beside the package, or inside it in a wheel."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parent / "rules"


@cache
def load(*folders: Path) -> Rules:
    """The shipped rules, with each folder's laid on top: the same id replaces, ``without:`` removes.

    Raises RuleError with file, line and what to do.
    """
    by_kind: dict[str, dict[str, Rule]] = {}
    files: dict[str, str] = {}
    for folder in (shipped(), *folders):
        if not folder.is_dir():
            raise RuleError(f"{folder}: no such folder of rules; name a folder with .yaml files")
        paths = sorted(p for p in folder.rglob("*.yaml") if not p.name.startswith("."))
        if not paths:
            raise RuleError(f"{folder}: no .yaml file in it; add one, or leave out --rules")
        for path in paths:
            _lay(path, by_kind, files)
    return Rules(by_kind, files)


def _lay(path: Path, by_kind: dict[str, dict[str, Rule]], files: dict[str, str]) -> None:
    content = read_yaml(path)
    if not isinstance(content, dict) or "kind" not in content:
        raise RuleError(f"{path}:1: a rule file begins with 'kind: NAME'; known kinds: {', '.join(sorted(KINDS))}")
    kind = KINDS.get(content["kind"]) if isinstance(content["kind"], str) else None
    if kind is None:
        raise RuleError(f"{path}:1: unknown kind {content['kind']!r}; use one of: {', '.join(sorted(KINDS))}")
    if unknown := set(content) - {"kind", "about", "rules", "without"}:
        raise RuleError(
            f"{path}:1: unknown key {sorted(map(str, unknown))[0]!r}; a rule file has kind, about, rules, without"
        )
    known = by_kind.setdefault(kind.kind, {})
    for id in content.get("without") or ():
        if id not in known:
            raise RuleError(f"{path}:1: without: there is no rule {kind.kind}/{id} to remove")
        del known[id]
    entries = content.get("rules") or []
    if not isinstance(entries, list):
        raise RuleError(f"{path}:1: 'rules' is a list; begin each rule with '- id: NAME'")
    here: set[str] = set()
    for number, entry in enumerate(entries):
        try:
            rule = kind.model_validate(entry)
        except ValidationError as problem:
            raise RuleError(_advice(path, number, entry, problem)) from None
        if rule.id in here:
            raise RuleError(f"{path}:{line_of(path, number)}: a second rule with the id {rule.id!r}; give it another")
        here.add(rule.id)
        known[rule.id] = rule
        files[rule.ref] = str(path)


def read_yaml(path: Path) -> Any:
    """The content of a YAML file, by the safe loader. Raises RuleError."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise RuleError(f"{path}: not UTF-8; save it as UTF-8") from None
    except OSError as problem:
        raise RuleError(f"{path}: cannot be read: {problem.strerror or problem}") from None
    try:
        return yaml.load(text, Loader)  # noqa: S506 - Loader is one of the safe loaders
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        mark = getattr(problem, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        said = getattr(problem, "problem", None) or str(problem).splitlines()[0]
        raise RuleError(f"{path}:{line}: not YAML: {said}; mend the line") from None


def _advice(path: Path, number: int, entry: Any, problem: ValidationError) -> str:
    """What is wrong with a rule, where, and what to do, in one line."""
    first = problem.errors()[0]
    name = entry.get("id", f"number {number + 1}") if isinstance(entry, dict) else f"number {number + 1}"
    where = ".".join(str(part) for part in first["loc"])
    what = {
        "missing": "is missing; add it",
        "extra_forbidden": "is not a field of this kind of rule; remove or rename it",
    }
    said = what.get(first["type"], first["msg"][0].lower() + first["msg"][1:])
    return f"{path}:{line_of(path, number, first['loc'])}: rule {name!r}: {where or 'the rule'} {said}"


def line_of(path: Path, number: int, loc: tuple[Any, ...] = ()) -> int:
    """The line at which rule ``number`` of a file (or a field of it) begins. Reads the file again."""
    root = yaml.compose(path.read_text(encoding="utf-8"), yaml.SafeLoader)
    node = _child(_child(root, "rules"), number)
    for part in loc:
        node = _child(node, part) or node
    return int(node.start_mark.line) + 1 if node is not None else 1


def line_of_rule(path: Path, id: str) -> int:
    """The line at which the rule with this id begins. Reads the file again."""
    entries = (read_yaml(path) or {}).get("rules") or []
    return next((line_of(path, n) for n, entry in enumerate(entries) if entry.get("id") == id), 1)


def _child(node: Any, key: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key]
    return None


def override() -> tuple[Path, ...]:
    """Folders named by the environment variable RECONCILE_RULES, in order."""
    return tuple(Path(p) for p in os.environ.get("RECONCILE_RULES", "").split(os.pathsep) if p)
