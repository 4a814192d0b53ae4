"""What a figure takes over from the one before it: the thing counted, or the hedge of what it restates."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from reconcile.extraction.nouns import noun_lexicon
from reconcile.extraction.phrasebook import Phrasebook
from reconcile.model import Kind, Modifier, Quantity
from reconcile.rulebook import Rules
from reconcile.rulebook.quantities import CountedRule

_ADJOINING = 24  #: characters between two figures that only a word or two part
_FARTHEST = 160  #: characters between two figures that are compared
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_NAME = r"(?:the |of |for )*[A-Z][\w&'’.-]*(?: (?:of |the |& )?[A-Z0-9][\w&'’.-]*){0,4}"
_WHERE = r"(?:in|on|at|for|among|during)\b"
_GAPPED = re.compile(  # what may stand between two changes of which only the first has its verb
    rf"(?:,|,? and|,? while|;)(?: (?:in |for )?{_NAME}| (?:and|by)| (?:the )?(?P<noun>[a-z]{{3,}})){{0,2}}(?: by)? ?\Z"
    rf"| {_WHERE}(?: [\w'’.-]+){{1,3}}(?:,| and|, and)(?: by)? \Z"
)
_BEHIND = re.compile(
    rf"[.,;:)]|\Z|\n| {_WHERE}"
    r"| (?:to|from|by|and|or|but|while|as|after|since|over|last|this|year|respectively|compared|against|versus|vs)\b"
)
_MOST_GAP = 60
_RESTATED = re.compile(r"\s?\((?:or |about )?\Z|,? or \Z|\s?/\s?\Z|\s?[–—]\s?or \Z")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    between: Phrasebook[CountedRule]
    compared: Phrasebook[CountedRule]


@lru_cache(maxsize=8)
def _lexicon(rules: Rules) -> _Lexicon:
    by_role = {rule.role: rule for rule in rules.all(CountedRule)}
    between, compared = by_role.get("carriers"), by_role.get("comparisons")
    return _Lexicon(
        Phrasebook((phrase, between) for phrase in between.words) if between else Phrasebook(()),
        Phrasebook((phrase, compared) for phrase in compared.words) if compared else Phrasebook(()),
    )


def same_thing(text: str, previous: Quantity | None, start: int, rules: Rules) -> tuple[Quantity, str] | None:
    """``previous`` and the rule by which a bare figure at ``start`` is of the same thing; None where it is not.

    "3.6 million bicycles, up from 2.9 million": the second counts bicycles. A percentage lends nothing, for what
    follows it is the level ("rose 5 percent to 1,334").
    """
    if previous is None or previous.kind is Kind.RATIO or previous.unit is None:
        return None
    if not previous.end < start <= previous.end + _FARTHEST:
        return None
    lexicon = _lexicon(rules)
    if start <= previous.end + _ADJOINING:
        between = lexicon.between.after(text, previous.end)
        if between is not None and between.end <= start and not text[between.end : start].strip():
            return previous, between.means.ref
    compared = lexicon.compared.before(text, start) if previous.kind is not Kind.INDEX else None
    if compared is None or compared.start < previous.end or _SENTENCE_END.search(text, previous.end, start):
        return None
    return previous, compared.means.ref


def gapped(text: str, previous: Quantity | None, quantity: Quantity, rules: Rules) -> Quantity:
    """``quantity`` with the direction of ``previous`` where its verb is left out: "A fell 3%, B [by] 5%"."""
    if previous is None or previous.direction is None or quantity.direction is not None:
        return quantity
    moves = (Kind.RATIO, Kind.INDEX)  # an index may rise by points where another rose by a percentage
    alike = quantity.kind in moves and previous.kind in moves and previous.low is not None
    if not alike or not previous.end < quantity.start <= previous.end + _MOST_GAP:
        return quantity
    gap = _GAPPED.match(text[previous.end : quantity.start])
    if gap is None or not _BEHIND.match(text, quantity.end):
        return quantity  # "rose 3%, and 40% said so"
    if gap["noun"] and gap["noun"] in noun_lexicon(rules).by_role["stops"]:
        return quantity
    traces = [rule for rule in previous.rules if rule.startswith("directions/")]
    return replace(quantity, direction=previous.direction, rules=tuple(dict.fromkeys((*quantity.rules, *traces))))


def restated(text: str, previous: Quantity | None, quantity: Quantity) -> Quantity:
    """``quantity`` with the hedge of ``previous`` where it says the same in another unit: "over 100 km (62 miles)"."""
    if previous is None or quantity.modifier is not Modifier.EXACT or previous.unit in (None, quantity.unit):
        return quantity
    gap = text[previous.end : quantity.start] if quantity.start - previous.end <= 8 else ""
    if not gap or quantity.unit is None or not _RESTATED.match(gap):
        return quantity
    if previous.modifier in (Modifier.RANGE, Modifier.VAGUE, Modifier.EXACT):
        modifier = Modifier.EXACT
    elif "(" in gap or "/" in gap:
        modifier = previous.modifier
    else:
        modifier = Modifier.EXACT
    direction = quantity.direction or previous.direction
    traces = [rule for rule in previous.rules if rule.startswith(("modifiers/", "directions/"))]
    changed = modifier is not Modifier.EXACT or direction is not quantity.direction
    return replace(
        quantity,
        modifier=modifier,
        low=None if modifier in (Modifier.LESS_THAN, Modifier.AT_MOST) else quantity.low,
        high=None if modifier in (Modifier.MORE_THAN, Modifier.AT_LEAST) else quantity.high,
        direction=direction,
        rules=(*quantity.rules, *traces) if changed else quantity.rules,
    )
