"""Of the links that govern a figure: which is the outermost, and through whom it is relayed."""

from collections.abc import Sequence

from reconcile.extraction.attribution.links import Frame, Link
from reconcile.extraction.attribution.scope import RELAYED


def chain(links: Sequence[Link], offset: int) -> list[Link]:
    """The links that govern a figure at ``offset``, outermost first."""
    governing = [link for link in links if link.governs(offset)]
    first = outermost(governing, offset)
    if first is None:
        return []
    inner = [link for link in governing if link is not first and _inside(link, first, offset)]
    inner.sort(key=lambda link: (link.frame is Frame.CITED, link.cue[0]))
    return [first, *inner]


def _inside(link: Link, first: Link, offset: int) -> bool:
    """Whether a link stands within what the outermost one attributes."""
    if link.source is None or link.source == first.source:
        return link.cue[0] > first.cue[0] or first.trails
    if link.frame is Frame.EVIDENCE or (link.cue[0] > offset and not link.trails and link.frame is not Frame.CITED):
        return False
    return any(start <= link.cue[0] < end for start, end in first.scope) or link.frame is Frame.CITED


def _outer_of(trailing: Sequence[Link]) -> Link:
    """Of cues that stand behind a figure the nearest; "according to" right behind it relays it."""
    near = min(trailing, key=lambda link: link.cue[0])
    relays = [
        link
        for link in trailing
        if link.frame is Frame.ACCORD and near.frame is not Frame.ACCORD and 0 <= link.cue[0] - near.cue[1] <= RELAYED
    ]
    return relays[0] if relays else near


def outermost(links: Sequence[Link], offset: int) -> Link | None:
    """The outermost of the links that govern ``offset``: a trailing one, else the first leading one."""
    links = [link for link in links if link.frame is not Frame.CITED] or links
    if not links:
        return None
    trailing = [link for link in links if link.trails and offset < link.cue[0]]
    if trailing:
        return _outer_of(trailing)
    leading = [link for link in links if link.cue[0] <= offset]
    firm = [link for link in leading if link.firm]
    if firm or leading:
        return min(firm or leading, key=lambda link: link.cue[0])
    return next((link for link in links if link.frame is Frame.EVIDENCE), links[0])
