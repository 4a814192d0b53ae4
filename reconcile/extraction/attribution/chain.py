"""Of the links that govern a figure: which is the outermost, and through whom it is relayed."""

from collections.abc import Sequence

from reconcile.extraction.attribution.links import Frame, Link


def chain(links: Sequence[Link], offset: int) -> list[Link]:
    """The links that govern a figure at ``offset``, outermost first."""
    governing = [link for link in links if link.governs(offset)]
    if not governing:
        return []
    first = outermost(governing, offset)
    return [first] if first is not None else []


def outermost(links: Sequence[Link], offset: int) -> Link | None:
    """The outermost of the links that govern ``offset``: a trailing one, else the first leading one."""
    if not links:
        return None
    trailing = [link for link in links if link.trails and offset < link.cue[0]]
    if trailing:
        return min(trailing, key=lambda link: link.cue[0])
    leading = [link for link in links if link.cue[0] <= offset]
    firm = [link for link in leading if link.firm]
    if firm or leading:
        return min(firm or leading, key=lambda link: link.cue[0])
    return next((link for link in links if link.frame is Frame.EVIDENCE), links[0])
