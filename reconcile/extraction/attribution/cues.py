"""All links of a sentence, in the order of their cues."""

from reconcile.extraction.attribution.adjuncts import adjunct_link
from reconcile.extraction.attribution.gapped import with_gaps
from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.links import Frame, Link
from reconcile.extraction.attribution.scope import part_clauses
from reconcile.extraction.attribution.verbs import verb_link

_SPOKEN = (Frame.LEAD, Frame.TRAIL, Frame.INVERTED, Frame.ACCORD)


def links_in(line: Line) -> list[Link]:
    """The links that the words of a sentence outside its quotation marks make."""
    links: list[Link] = []
    skip = 0
    for i in range(line.size):
        if line.inside[i] or i < skip:
            continue
        link = adjunct_link(line, i)
        if link is not None:
            links.append(link)
            if link.frame is Frame.ACCORD and link.source is not None:
                while skip < line.size and line.offset(skip) < max(link.source[1], link.cue[1]):
                    skip += 1
                continue
        verb = line.lexicon.verbs.get(line.lower[i])
        if verb is not None:
            link = verb_link(line, i, verb, links)
            if link is not None:
                links.append(link)
    parted = part_clauses(line, _without_settings(line, [_in_bracket(line, link) for link in links]))
    return with_gaps(line, parted)


def _in_bracket(line: Line, link: Link) -> Link:
    """A link whose cue stands in brackets governs nothing outside them."""
    if "(" not in line.lower:
        return link
    start, end = line.start, line.end
    opened = False
    for i in range(line.size):
        if line.lower[i] == "(":
            opened, start = True, line.words[i].start
        elif line.lower[i] == ")" and opened:
            if start < link.cue[0] < line.words[i].start:
                return link.within(start, line.words[i].start)
            opened = False
    return link.within(start, end) if opened and start < link.cue[0] else link


def _without_settings(line: Line, links: list[Link]) -> list[Link]:
    """Drops "in a poll" inside another's source, and "in a statement" where somebody is named as speaking."""
    kept = []
    for link in links:
        if link.frame is Frame.EVIDENCE and link.source is not None:
            if any(o is not link and o.source and o.source[0] <= link.cue[0] < o.source[1] for o in links):
                continue
            head = line.words[_last_word(line, link.source[1])].lower
            if head in line.lexicon["utterances"] and any(o.frame in _SPOKEN for o in links):
                continue
        kept.append(link)
    return kept


def _last_word(line: Line, end: int) -> int:
    return next(i for i in range(line.size - 1, -1, -1) if line.words[i].end <= end)
