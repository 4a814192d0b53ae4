"""Who published a document, and when: from sources.csv, the document's own data, then its text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reconcile.dates import published_in
from reconcile.model import Document, Passed
from reconcile.reading.credits import find_credit, named_agencies
from reconcile.reading.naming import turning_marks
from reconcile.reading.sources import Entry
from reconcile.reading.stamps import day, iso
from reconcile.rulebook import Rules
from reconcile.rulebook.phrases import phrases_pattern
from reconcile.rulebook.reading import Masthead

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_HEAD, _FOOT = 8, 5  # lines above and below the article's own
_SIGHT = 3000  # characters at either end in which those lines lie
_PROSE = 30  # words: a longer line is the article's own, and the head ends with it
_NAME = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?:[^\S\n]+(?:(?:and|de|del|der|di|la|le|van|von|al|bin|ibn|&)[^\S\n]+)*[^\W\d_a-z][\w.'’-]*)+"
)
_MOST_OF_IT = 0.5  # "Reuters Staff" is the agency, "TT Smith" is not
_AFTER_NAME = "|,;•·–—-/("
_PLACE = 4  # words that may follow a name without a mark: "in Port Louvet"
_FIELDS = ("publisher", "published", "title", "url")


@dataclass(frozen=True, slots=True)
class Said:
    """What the text says of itself, and the rules that read it."""

    published: str | None = None
    updated: str | None = None
    author: str | None = None
    publisher: str | None = None
    credit: str | None = None
    rules: tuple[str, ...] = ()


def complete(document: Document, entry: Entry | None, rules: Rules, *, row: bool = False) -> Document:
    """The document with each field taken from the first that knows it, and what disagrees in its notes.

    For a file that is sources.csv, the document's own data, its text; for a row of a table its own
    cells come before what sources.csv says of the whole table. What none of them knows stays None.
    """
    said = read_masthead(document.text, rules, document.furniture)
    notes = list(document.notes)
    outside = {name: getattr(entry, name) for name in _FIELDS} if entry else dict.fromkeys(_FIELDS)
    if row:
        outside |= {"title": None, "url": None}
    own: dict[str, str | None] = {name: getattr(document, name) for name in _FIELDS}
    for place, cells in (("sources.csv", outside), ("the document", own)):
        stated = cells["published"]
        cells["published"] = iso(stated, rules)
        if stated and not cells["published"]:
            notes.append(
                f"{place} gives {stated[:60]!r} as its date, which is no day that can be told; taken as unknown"
            )
    first, second = (own, outside) if row else (outside, own)
    published = first["published"] or second["published"] or said.published
    notes += _conflicts(
        {"sources.csv": outside["published"], "its own data": own["published"], "its text": said.published}, published
    )
    if marks := turning_marks(document.text):
        notes.append(
            f"its text holds {marks} marks that turn the direction of writing; it may not say what it seems to"
        )
    author = document.author or said.author
    return replace(
        document,
        publisher=first["publisher"] or second["publisher"] or said.publisher,
        published=published,
        title=first["title"] or second["title"],
        url=first["url"] or second["url"],
        updated=iso(document.updated, rules) or said.updated,
        author=author,
        credit=said.credit or _agency_in(author, rules),
        notes=tuple(notes),
    )


def read_masthead(text: str, rules: Rules, furniture: Sequence[Passed] = ()) -> Said:
    """What the lines above and below an article say of who wrote it, and when."""
    taken = {line.start for line in furniture}
    head, foot = _head(text, taken), _foot(text, taken)
    values: dict[str, str] = {}
    refs: list[str] = []
    for rule, start, end in _labelled(text, [*head, *foot], rules):
        value = _value(rule, text, start, end, rules)
        if value and rule.field not in values:
            values[rule.field] = value
            refs.append(rule.ref)
        elif rule.field == "author" and "credit" not in values and (agency := named_agencies(text, start, end, rules)):
            values["credit"] = agency.text
            refs.append(agency.rule or rule.ref)
    credit = find_credit(text, head, foot, rules)
    if credit:
        values["credit"] = credit.text
        refs += [credit.rule] if credit.rule else []
    period = published_in(text, rules)
    if period:
        refs.append(period.rule)
        values["published"] = period.start.isoformat() if period.start else ""
    get = values.get
    return Said(get("published") or None, get("updated"), get("author"), get("publisher"), get("credit"), tuple(refs))


def _conflicts(stated: dict[str, str | None], used: str | None) -> Iterator[str]:
    """A note for each place that gives another day than the one used."""
    for place, stamp in stated.items():
        if stamp and used and day(stamp) != day(used):
            yield f"published {day(used)} is used; {place} says {day(stamp)}"


def _head(text: str, taken: set[int]) -> list[tuple[int, int]]:
    """The lines at the top of a text, down to the first that is prose, which may begin with a dateline."""
    lines: list[tuple[int, int]] = []
    for start, end in _spans(text, 0, min(len(text), _SIGHT)):
        if start not in taken:
            lines.append((start, end))
            if len(lines) == _HEAD or len(text[start:end].split()) > _PROSE:
                break
    return lines


def _foot(text: str, taken: set[int]) -> list[tuple[int, int]]:
    """The last lines of a text that are not furniture."""
    begin = text.find("\n", max(0, len(text) - _SIGHT))
    if begin < 0:
        return []
    return [span for span in _spans(text, begin, len(text)) if span[0] not in taken][-_FOOT:]


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text, start, end):
        stripped = line[0].strip()
        begin = line.start() + line[0].index(stripped)
        yield begin, begin + len(stripped)


@lru_cache(maxsize=8)
def _labels(rules: Rules) -> tuple[tuple[Masthead, re.Pattern[str]], ...]:
    def pattern(rule: Masthead) -> re.Pattern[str]:
        mark = r"[^\S\n]*:" if rule.colon else r"(?:[^\S\n]*[:|]|(?!\w))"
        return re.compile(rf"[(\[]?(?:{phrases_pattern(rule.labels)}){mark}[^\S\n]*", re.IGNORECASE)

    return tuple((rule, pattern(rule)) for rule in rules.all(Masthead))


def _labelled(text: str, lines: Sequence[tuple[int, int]], rules: Rules) -> Iterator[tuple[Masthead, int, int]]:
    """Each rule whose label leads a line, and the span of what follows it."""
    for start, end in lines:
        for rule, pattern in _labels(rules):
            if found := pattern.match(text, start, end):
                yield rule, found.end(), end


def _value(rule: Masthead, text: str, start: int, end: int, rules: Rules) -> str | None:
    value = text[start:end]
    match rule.field:
        case "updated":
            return iso(value, rules)
        case "author":
            return _author(value, rules)
        case "credit":
            agency = named_agencies(text, start, end, rules)
            return agency.text if agency else None
        case _:
            return value.strip(" .")[:100] or None


def _author(value: str, rules: Rules) -> str | None:
    """The name that a byline begins with: two words or more with capitals, then nothing or a mark."""
    value = value.split(";")[0]  # "Reporting by ...; editing by ..."
    name = _NAME.match(value)
    if not name or _agency_in(name[0], rules):
        return None
    after = value[name.end() :].strip()
    return name[0] if not after or after[0] in _AFTER_NAME or len(after.split()) <= _PLACE else None


def _agency_in(name: str | None, rules: Rules) -> str | None:
    """The agency that a byline is, if it names nobody else."""
    if not name:
        return None
    agency = named_agencies(name, 0, len(name), rules)
    return agency.text if agency and len(agency.text) > _MOST_OF_IT * len(name) else None
