"""What a claim, its source and its document are called in a sentence for readers."""

from collections.abc import Mapping
from functools import lru_cache

from reconcile.model import Claim, Document, Kind, Stance

Documents = Mapping[str, Document]


def outlet(claim: Claim, documents: Documents) -> str:
    """Who published the claim, or the document's id where nobody is named."""
    document = documents.get(claim.doc)
    return (document and document.publisher) or claim.doc


def author(claim: Claim, documents: Documents) -> str:
    """Whose the text of the claim is: the agency that it credits, or else its outlet."""
    document = documents.get(claim.doc)
    return (document and document.credit) or outlet(claim, documents)


def speaker(claim: Claim, documents: Documents) -> str:
    """Who gives the figure: the source by its name, or the outlet in its own voice."""
    attribution = claim.attribution
    printed = attribution.source.text if attribution.source else None
    return _short(attribution.name or printed or outlet(claim, documents))


def figure(claim: Claim) -> str:
    """The figure as printed, on one line; with its unit where the text gives that elsewhere."""
    quantity = claim.quantity
    return _figure(quantity.text, None if quantity.kind is Kind.COUNT else quantity.unit)


@lru_cache(maxsize=4096)
def _figure(text: str, unit: str | None) -> str:
    """A figure's text on one line; kept, for a fact tells each of its figures many times."""
    printed = " ".join(text.split())
    bare = unit and printed.upper() == printed.lower()
    signed = any(sign in printed for sign in "%‰$€£¥₹°")
    return f"{printed} {unit}" if bare and not signed else printed


def told(claim: Claim, documents: Documents, dated: bool = False) -> str:
    """A figure and who gives it: ``about 100,000 soldiers (Western governments, 2021-12-30)``."""
    who = speaker(claim, documents)
    if claim.attribution.stance is Stance.DENIED:
        who = f"denied by {who}"
    when = claim.as_of.iso() if dated and claim.as_of else None
    return f"{figure(claim)} ({who}{', ' + when if when else ''})"


def listed(parts: list[str]) -> str:
    """Parts as a reader would say them: "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


@lru_cache(maxsize=4096)
def _short(name: str, most: int = 80) -> str:
    name = " ".join(name.split())
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def narrowing(name: str, value: str | None) -> str | None:
    """A qualifier as a reader writes it; measures keep names in lower case to hold them against each other."""
    return value.title() if value and name == "place" else value
