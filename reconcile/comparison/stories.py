"""Which documents tell of one matter, so that claims are held against each other only where that makes sense.

Two documents are alike by what they share of their telling terms: names, figures, and words that are rare
among the documents at hand. Names and figures are telling in themselves; that every document of a folder
names one town is no reason to think less of it.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from reconcile.comparison.telling import Profile, likeness, profiles
from reconcile.comparison.times import published_on
from reconcile.comparison.unions import Unions
from reconcile.model import Claim, Document
from reconcile.rulebook import Rules

_FEW = 12  # documents: who hands in so few means them to be compared
_CROWD = 60  # documents: those that share a commoner term are held against their neighbours in time only
_NEIGHBOURS = 10
_WORTH_A_LOOK = 0.08  # likeness by uncommon terms alone from which two documents are held against each other
_ALIKE = 0.20  # likeness from which two documents tell one story
_VERY_ALIKE = 0.30  # likeness from which two documents need no figure in common to report together
_ALIKE_BY_NAME = 0.14  # and that where they share a name or a figure
_SEASON = 92  # days between two documents of one story
_CLOSE = 31  # days between two documents that report on it together
_NEAREST = 0.55  # of the greatest likeness that either document has to any: less makes it a story beside the story


class Bearing(Enum):
    """What speaks for it that two documents tell of one matter."""

    WORDS = "their words are alike"
    REPORTS = "they report on one matter at one time and share figures"
    MEANT = "somebody put them together to be compared"


@dataclass(frozen=True, slots=True)
class Stories:
    """Which story each document tells, by the document's id."""

    number: Mapping[str, int]
    circle: Mapping[str, int] | None  #: documents that report on one matter together; None where all were meant
    day: Mapping[str, int] = field(default_factory=dict)  #: the day on which each was published, where that is known

    @property
    def meant(self) -> bool:
        """Whether somebody put all documents together to be compared."""
        return self.circle is None

    def bearing(self, one: str, other: str) -> Bearing:
        """What speaks for it that two documents of one story, or a document and itself, tell of one matter."""
        if self.circle is None:
            return Bearing.MEANT
        mine = self.circle.get(one)
        if mine is None or (one != other and mine != self.circle.get(other)):
            return Bearing.WORDS
        first, second = self.day.get(one), self.day.get(other)
        near = first is None or second is None or -_CLOSE <= first - second <= _CLOSE
        return Bearing.REPORTS if near else Bearing.WORDS


@dataclass(frozen=True, slots=True)
class _Tie:
    """Two documents that tell one story."""

    one: str
    other: str
    likeness: float
    days: int
    one_figure: bool  #: whether they share a figure


def one_story(documents: Sequence[Document]) -> Stories:
    """All documents as one story, put together to be compared."""
    return Stories(dict.fromkeys((document.id for document in documents), 0), None)


def stories(documents: Sequence[Document], claims: Sequence[Claim], rules: Rules) -> Stories:
    """Which documents tell one story, and which of them report on it together. Nearly linear in the text."""
    if len(documents) <= _FEW:
        return one_story(documents)
    dates = {document.id: published_on(document) for document in documents}
    ties = list(_ties(profiles(documents, claims, rules), dates))
    told = Unions(dates)
    for tie in ties:
        told.join(tie.one, tie.other)
    known = {id: day.toordinal() for id, day in dates.items() if day is not None}
    return Stories(_numbered(told.groups()), _circles(documents, ties), known)


def _ties(known: Mapping[str, Profile], dates: Mapping[str, date | None]) -> Iterator[_Tie]:
    """The pairs of documents that tell one story."""
    for one, other in _candidates(known, dates):
        alike = likeness(known[one], known[other])
        days = _days(dates[one], dates[other])
        names, figures = (not mine.isdisjoint(yours) for mine, yours in _telling(known[one], known[other]))
        if alike >= (_ALIKE_BY_NAME if names or figures else _ALIKE) and days <= _SEASON:
            yield _Tie(one, other, alike, days, figures)


def _telling(one: Profile, other: Profile) -> tuple[tuple[frozenset[Hashable], frozenset[Hashable]], ...]:
    return (one.names, other.names), (one.figures, other.figures)


def _candidates(known: Mapping[str, Profile], dates: Mapping[str, date | None]) -> Iterator[tuple[str, str]]:
    """Pairs of documents worth a look: by uncommon terms, or by a common one and the time."""
    holders: dict[Hashable, list[str]] = defaultdict(list)
    for id in sorted(known, key=lambda id: (dates[id] or date.min, id)):
        for term in known[id].weights:
            holders[term].append(id)
    common = {term: ids for term, ids in holders.items() if len(ids) > _CROWD}
    seen: set[tuple[str, str]] = set()
    for ids in common.values():
        for place, one in enumerate(ids):
            seen.update((one, other) for other in ids[place + 1 : place + 1 + _NEIGHBOURS])
    yield from seen
    place_of = {id: place for place, id in enumerate(known)}
    for one, profile in known.items():
        shared: dict[str, float] = defaultdict(float)
        for term, weight in profile.weights.items():
            if term not in common:
                for other in holders[term]:
                    if place_of[other] > place_of[one]:
                        shared[other] += weight * known[other].weights[term]
        for other, alike in shared.items():
            if alike >= _WORTH_A_LOOK and (one, other) not in seen and (other, one) not in seen:
                yield one, other


def _circles(documents: Sequence[Document], ties: Sequence[_Tie]) -> dict[str, int]:
    """The documents that report on one matter together: at one time, with a figure in common.

    What one publisher printed over the days is no circle: it seldom reports one figure anew, and what its
    articles share is often no more than their beat.
    """
    nearest: dict[str, float] = defaultdict(float)
    for tie in ties:
        for id in (tie.one, tie.other):
            nearest[id] = max(nearest[id], tie.likeness)
    publisher = {document.id: document.publisher or document.id for document in documents}
    close = Unions(publisher)
    agree: set[str] = set()
    for tie in ties:
        if tie.days <= _CLOSE and tie.likeness >= _NEAREST * max(nearest[tie.one], nearest[tie.other]):
            close.join(tie.one, tie.other)
            if publisher[tie.one] != publisher[tie.other] and (tie.one_figure or tie.likeness >= _VERY_ALIKE):
                agree.add(tie.one)
    return _numbered([group for group in close.groups() if not agree.isdisjoint(group)])


def _numbered(groups: list[list[str]]) -> dict[str, int]:
    return {id: number for number, group in enumerate(groups) for id in group}


def _days(one: date | None, other: date | None) -> int:
    """Days between two documents; 0 where nothing says that they are of two days."""
    return 0 if one is None or other is None else abs((one - other).days)
