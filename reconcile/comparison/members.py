"""The claims of a fact as a verdict sees them: one unit, one voice each, repeated mentions folded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reconcile.comparison.intervals import Reach, Relation, relation
from reconcile.comparison.naming import Documents, author
from reconcile.comparison.sources import full_names
from reconcile.comparison.times import published_on
from reconcile.model import Claim, Modifier, Stance

_NARROW = 1.10  # a range no wider than this agrees with a figure inside it
_OPEN = frozenset({Modifier.MORE_THAN, Modifier.AT_LEAST, Modifier.LESS_THAN, Modifier.AT_MOST, Modifier.VAGUE})


@dataclass(frozen=True, slots=True)
class Member:
    """A claim of a fact with its figure in the fact's unit, its source, and the other mentions that say the same."""

    claim: Claim
    reach: Reach
    source: str  #: the source by name; for a publication's own voice, that document
    mentions: tuple[Claim, ...]
    published: date | None = None  #: the day of the document

    @property
    def stance(self) -> Stance:
        """How the figure is put forward."""
        return self.claim.attribution.stance

    @property
    def manners(self) -> frozenset[str | None]:
        """What the words around any mention make of the figure."""
        return frozenset(mention.attribution.manner for mention in self.mentions)

    @property
    def definite(self) -> bool:
        """Whether the figure can agree with another: two ends, and not far apart."""
        if self.claim.quantity.modifier in _OPEN or not self.reach.closed:
            return False
        low, high = self.reach.stated.low, self.reach.stated.high
        return high == low or (low > 0 and high / low <= _NARROW)


def fold(claims: Sequence[Claim], reaches: Mapping[str, Reach], documents: Documents) -> list[Member]:
    """Claims that one source makes with one figure, for one date, in one document, as one member each.

    A headline has no source of its own: its figure is that of the source who gives it in the text.
    """
    sources = _sources(claims, reaches, documents)
    groups: dict[object, list[Claim]] = {}
    for claim in claims:
        when = claim.as_of.iso() if claim.as_of else None
        quantity, stance = claim.quantity, claim.attribution.stance
        key = (claim.doc, sources[claim.id], reaches[claim.id].stated, quantity.modifier, stance, when)
        groups.setdefault(key, []).append(claim)
    return [
        Member(same[0], reaches[same[0].id], sources[same[0].id], tuple(same), published_on(documents.get(same[0].doc)))
        for same in groups.values()
    ]


def _sources(claims: Sequence[Claim], reaches: Mapping[str, Reach], documents: Documents) -> dict[str, str]:
    """Who each claim comes from.

    The own voice of a document speaks for the one source it quotes with that figure, or else for its
    publisher or the agency it credits.
    """
    full = full_names(claims)
    named: dict[str, list[tuple[Reach, str]]] = {}
    for claim in claims:
        if (source := full.get(claim.id)) is not None and claim.attribution.stance is not Stance.DENIED:
            named.setdefault(claim.doc, []).append((reaches[claim.id], source))
    sources: dict[str, str] = {}
    for claim in claims:
        source = full.get(claim.id)
        if source is None:
            mine = reaches[claim.id]
            same = {who for other, who in named.get(claim.doc, ()) if says_the_same(mine, other)}
            source = same.pop() if len(same) == 1 else f"the voice of {author(claim, documents)}"
        sources[claim.id] = source
    return sources


def says_the_same(one: Reach, other: Reach) -> bool:
    """Whether two figures are one, worded or rounded differently."""
    return relation(one, other) in (Relation.EQUAL, Relation.COVER)


def restates(one: Member, other: Member) -> bool:
    """Whether two claims give one definite figure, or the same words for it."""
    found = relation(one.reach, other.reach)
    return found is Relation.EQUAL or (found is Relation.COVER and one.definite and other.definite)
