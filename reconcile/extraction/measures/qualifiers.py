"""What narrows a figure: status, period, basis, base, level or change, part, place. Only what the words say."""

from collections.abc import Iterable, Iterator

from reconcile.extraction.measures.frames import Frame, fits
from reconcile.extraction.measures.lexicon import Hit, Lexicon
from reconcile.rulebook.measures import Narrowing

NOTHING = "none"  #: the name of rules that only keep a shorter phrase from being read ("a year ago")


def narrowings(
    frame: Frame, hits: Iterable[Hit], property: str | None, lexicon: Lexicon
) -> Iterator[tuple[str, str, str]]:
    """Name, value and rule of each qualifier, the nearest of each name first."""
    found: list[tuple[int, Narrowing]] = []
    hits = [hit for hit in hits if isinstance(hit.trigger.rule, Narrowing)]
    longest = {hit.start: hit.end for hit in sorted(hits, key=lambda hit: hit.end)}
    for hit in hits:
        rule = hit.trigger.rule
        if not isinstance(rule, Narrowing) or hit.end < longest[hit.start]:
            continue
        if rule.units and not fits(frame.dimension, rule.units):
            continue
        if (rule.topics and property not in rule.topics) or property in rule.not_topics:
            continue
        steps = _distance(hit, frame, rule)
        if steps is not None and steps <= rule.reach:
            found.append((steps, rule))
    seen: set[str] = set()
    for _, rule in sorted(found, key=lambda pair: (pair[0], pair[1].id)):
        if rule.name not in seen and rule.name != NOTHING:
            seen.add(rule.name)
            yield rule.name, rule.value, rule.ref


def _distance(hit: Hit, frame: Frame, rule: Narrowing) -> int | None:
    if "sentence" in rule.where:
        return 0
    if hit.start >= frame.number and hit.end <= frame.last:
        return 0 if "inside" in rule.where else None
    if hit.end <= frame.first:
        fit = "before" in rule.where and hit.start >= frame.left and not frame.crossed(hit.end, frame.first)
        return frame.first - hit.end if fit else None
    if hit.start >= frame.last:
        fit = "after" in rule.where and hit.end <= frame.right and not frame.crossed(frame.last, hit.start)
        return hit.start - frame.last if fit else None
    return 0 if "inside" in rule.where and hit.start >= frame.number else None
