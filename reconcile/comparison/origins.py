"""Independent origins: outlets that relay one official, one wire or one text count once."""

from collections.abc import Hashable, Iterator, Mapping, Sequence, Set

from reconcile.comparison.naming import Documents, author, outlet, speaker
from reconcile.comparison.passages import shared_passages
from reconcile.comparison.sources import full_names, plain, source_key
from reconcile.comparison.unions import Unions
from reconcile.model import Claim, Origin


def origins_of(claims: Sequence[Claim], documents: Documents, figures: Mapping[str, Hashable]) -> tuple[Origin, ...]:
    """The independent origins behind the claims of a fact, in the order of their first claims.

    ``figures`` gives each claim's figure by its id, equal where two say the same. One origin are: what
    one named source says, wherever it is quoted; the own voice of one publisher, or of documents that
    credit one agency; those who relay an outlet's figure and that outlet; and sentences that share
    their words and their figure.
    """
    unions = Unions(claim.id for claim in claims)
    reasons: dict[str, set[str]] = {claim.id: set() for claim in claims}
    relayed: set[Hashable] = {key for claim in claims for key in _relays(claim, documents, figures[claim.id])}
    first: dict[Hashable, str] = {}
    full = full_names(claims)
    for claim in claims:
        for key, reason in _keys(claim, full.get(claim.id), documents, figures[claim.id], relayed):
            other = first.setdefault(key, claim.id)
            if other != claim.id:
                unions.join(other, claim.id)
                reasons[claim.id].add(reason)
    for one, other in shared_passages(claims, figures):
        unions.join(one, other)
        reasons[other].add("the same sentence in both")
    by_id = {claim.id: claim for claim in claims}
    return tuple(
        Origin(
            name=_name([by_id[id] for id in members], documents),
            claims=tuple(members),
            because="; ".join(sorted({reason for id in members for reason in reasons[id]})),
        )
        for members in unions.groups()
    )


def _keys(
    claim: Claim, who: str | None, documents: Documents, figure: Hashable, relayed: Set[Hashable]
) -> Iterator[tuple[Hashable, str]]:
    """What makes a claim one origin with any other that has the same, each with the reason in words."""
    publisher = outlet(claim, documents)
    if who is None:
        yield ("voice", plain(author(claim, documents))), f"all by {author(claim, documents)}"
    else:
        yield ("source", who), f"all from {speaker(claim, documents)}"
    for key in _relays(claim, documents, figure):
        yield key, f"all relayed from {key[1]}"
    own = ("relayed", plain(publisher), figure)
    if own in relayed:
        yield own, f"relayed from {publisher}"


def _relays(claim: Claim, documents: Documents, figure: Hashable) -> Iterator[tuple[str, str, Hashable]]:
    """The outlets or agencies through which a claim came, with its figure."""
    names = [span.text for span in claim.attribution.via]
    if credit := _credit(claim, documents):
        names.append(credit)
    for name in names:
        yield "relayed", plain(name), figure


def _credit(claim: Claim, documents: Documents) -> str | None:
    document = documents.get(claim.doc)
    return document.credit if document else None


def _name(claims: list[Claim], documents: Documents) -> str:
    """What an origin is called: by its source, or else by whoever published it first."""
    named = [claim for claim in claims if source_key(claim) is not None]
    return speaker((named or claims)[0], documents)
