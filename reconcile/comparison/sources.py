"""Who a claim comes from, as a name that two mentions of one source share."""

import re
from collections.abc import Iterable
from functools import lru_cache

from reconcile.model import Claim
from reconcile.rulebook import Rules
from reconcile.rulebook.comparison import WordList

_WORD = re.compile(r"\w+")
_LINKS = frozenset({"the", "a", "an", "of", "in", "for", "at", "s"})
_ARTICLES = ("the", "a", "an")


def source_key(claim: Claim) -> str | None:
    """What two mentions of one source have in common; None for the publication's own voice."""
    name = _named(claim)
    return None if name is None else plain(name)


def full_names(claims: Iterable[Claim]) -> dict[str, str]:
    """The source of each claim that has one; "the bureau" stands for the one bureau that another claim names."""
    printed = {claim.id: name for claim in claims if (name := _named(claim)) is not None}
    known = {plain(name) for name in printed.values()}
    return {id: _full(name, known) for id, name in printed.items()}


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A name without case, marks and leading article, to tell whether two are one."""
    words = _WORD.findall(name.lower())
    return " ".join(words[1:] if words[:1] and words[0] in _ARTICLES and len(words) > 1 else words)


def _full(name: str, known: set[str]) -> str:
    key = plain(name)
    if " " in key or not name.lower().startswith("the ") or not name.split()[-1].islower():
        return key
    longer = sorted(other for other in known if key != other and key in other.split())
    return longer[0] if len(longer) == 1 else key


def one_of_two(one: str, other: str, nobody: frozenset[str]) -> bool:
    """Whether two names can be one source's: one has all the words of the other, and names somebody."""
    mine, yours = set(one.split()) - _LINKS, set(other.split()) - _LINKS
    fewer, more = (mine, yours) if len(mine) <= len(yours) else (yours, mine)
    return fewer <= more and (len(fewer) > 1 or bool(fewer - nobody))


@lru_cache(maxsize=8)
def nobody(rules: Rules) -> frozenset[str]:
    """Words that name no source in particular."""
    return frozenset(rules.get(WordList, "nobody").words)


def _named(claim: Claim) -> str | None:
    attribution = claim.attribution
    return attribution.name or (attribution.source.text if attribution.source else None)
