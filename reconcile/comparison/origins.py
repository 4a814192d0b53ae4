"""Independent origins: outlets that relay one official, one wire or one text count once."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from itertools import combinations

from reconcile.comparison.naming import Documents, author, outlet, speaker
from reconcile.comparison.passages import shared_passages
from reconcile.comparison.sources import full_names, nobody, one_of_two, plain, source_key
from reconcile.comparison.unions import Unions
from reconcile.model import Claim, Origin
from reconcile.reading.credits import agency_name
from reconcile.rulebook import Rules


def origins_of(
    claims: Sequence[Claim], documents: Documents, figures: Mapping[str, Hashable], rules: Rules
) -> tuple[Origin, ...]:
    """The independent origins behind the claims of a fact, in the order of their first claims.

    ``figures`` gives each claim's figure by its id, equal where two say the same. One origin are: what
    one named source says, wherever it is quoted; two names with one figure of which one says more of the
    other; the own voice of one publisher, or of documents that credit one agency; those who relay an
    outlet's figure and that outlet; and sentences that share their words and their figure.
    """
    unions = Unions(claim.id for claim in claims)
    reasons: dict[str, set[str]] = {claim.id: set() for claim in claims}
    relayed: set[Hashable] = {key for claim in claims for key in _relays(claim, documents, figures[claim.id], rules)}
    first: dict[Hashable, str] = {}
    full = full_names(claims)
    for claim in claims:
        for key, reason in _keys(claim, full.get(claim.id), documents, figures[claim.id], relayed, rules):
            other = first.setdefault(key, claim.id)
            if other != claim.id:
                unions.join(other, claim.id)
                reasons[claim.id].add(reason)
    for one, other in shared_passages(claims, figures):
        unions.join(one, other)
        reasons[other].add("the same sentence in both")
    for one, other, reason in _names_alike(claims, full, documents, figures, nobody(rules)):
        unions.join(one, other)
        reasons[other].add(reason)
    by_id = {claim.id: claim for claim in claims}
    return tuple(
        Origin(
            name=_name([by_id[id] for id in members], documents),
            claims=tuple(members),
            because="; ".join(sorted({reason for id in members for reason in reasons[id]})),
        )
        for members in unions.groups()
    )


def _names_alike(
    claims: Sequence[Claim],
    full: Mapping[str, str],
    documents: Documents,
    figures: Mapping[str, Hashable],
    unnamed: frozenset[str],
) -> Iterator[tuple[str, str, str]]:
    """Claims with one figure whose sources, or the outlets they come through, are named more and less fully."""
    holders: dict[Hashable, dict[str, str]] = defaultdict(dict)
    for claim in claims:
        figure = figures[claim.id]
        if claim.id in full:
            holders["source", figure].setdefault(full[claim.id], claim.id)
        for name in (*(span.text for span in claim.attribution.via), outlet(claim, documents)):
            holders["outlet", figure].setdefault(plain(name), claim.id)
    for named in holders.values():
        for (one, first), (other, second) in combinations(sorted(named.items()), 2):
            if first != second and one_of_two(one, other, unnamed):
                yield first, second, f"{one} and {other} are one"


def _keys(
    claim: Claim, who: str | None, documents: Documents, figure: Hashable, relayed: Set[Hashable], rules: Rules
) -> Iterator[tuple[Hashable, str]]:
    """What makes a claim one origin with any other that has the same, each with the reason in words."""
    publisher, voice = (agency_name(name(claim, documents), rules) for name in (outlet, author))
    if who is None:
        yield ("voice", plain(voice)), f"all by {voice}"
    else:
        yield ("source", who), f"all from {speaker(claim, documents)}"
    for key in _relays(claim, documents, figure, rules):
        yield key, f"all relayed from {key[1]}"
    own = ("relayed", plain(publisher), figure)
    if own in relayed:
        yield own, f"relayed from {publisher}"


def _relays(claim: Claim, documents: Documents, figure: Hashable, rules: Rules) -> Iterator[tuple[str, str, Hashable]]:
    """The outlets or agencies through which a claim came, with its figure."""
    names = [span.text for span in claim.attribution.via]
    if credit := _credit(claim, documents):
        names.append(credit)
    for name in names:
        yield "relayed", plain(agency_name(name, rules)), figure


def _credit(claim: Claim, documents: Documents) -> str | None:
    document = documents.get(claim.doc)
    return document.credit if document else None


def _name(claims: list[Claim], documents: Documents) -> str:
    """What an origin is called: by its source, or else by whoever published it first."""
    named = [claim for claim in claims if source_key(claim) is not None]
    return speaker((named or claims)[0], documents)
