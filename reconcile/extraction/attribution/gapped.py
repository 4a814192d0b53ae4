"""A second speaker whose verb is left out: "Police put the crowd at 80,000, the unions at 400,000"."""

from collections.abc import Sequence

from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.links import Frame, Link, source_of
from reconcile.extraction.attribution.phrases import Phrase
from reconcile.extraction.attribution.verbtests import starts_figure
from reconcile.rulebook.attribution import Cue

_SPEAKERS = ("organisations", "groups", "people", "offices", "governments", "companies")
_LONGEST = 6  # words of the second speaker


def with_gaps(line: Line, links: Sequence[Link]) -> list[Link]:
    """The links with those of speakers who share the verb before them; its own scope ends where theirs begins."""
    found: list[Link] = []
    for link in links:
        second = _second(line, link) if link.frame is Frame.LEAD and isinstance(link.rule, Cue) else None
        if second is None or second.source is None:
            found.append(link)
        else:
            found += [link.cut(second.source[0]), second]
    return found


def _second(line: Line, link: Link) -> Link | None:
    """The link of the speaker behind a comma, a semicolon or "and", followed by a figure alone."""
    rule = link.rule
    if not isinstance(rule, Cue) or rule.type not in ("say", "think", "place") or line.quotes:
        return None
    seen = False
    for k in range(line.size):
        if line.words[k].start < link.cue[1]:
            continue
        seen = seen or line.numeral(k)
        if not seen or not (line.at(k) in (",", ";") or line.is_(k, "joiners")):
            continue
        last = k
        while (
            last - k < _LONGEST and line.nominal(last + 1) and not line.numeral(last + 1) and line.at(last + 1) != "at"
        ):
            last += 1
        if last == k or not any(line.is_(last, kind) for kind in _SPEAKERS):
            continue
        speaker = Phrase.of(k + 1, last)
        behind = speaker.last + 1
        shared = (line.at(behind) == "at" and rule.type == "place") or (line.at(behind) == "," and line.at(k) == ";")
        if (shared and starts_figure(line, behind + 1)) or (line.numeral(behind) and "#" in rule.next):
            scope = (line.words[speaker.last].end, line.end)
            return Link(Frame.LEAD, rule, source_of(line, speaker), link.cue, (scope,))
    return None
