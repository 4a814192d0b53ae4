"""Which stretch of a sentence a cue governs."""

from collections.abc import Sequence

from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.links import Frame, Link, Stretch
from reconcile.extraction.attribution.phrases import Phrase
from reconcile.model import Stance

_LEADS = (Frame.LEAD, Frame.PARTICIPLE)
_CONTENT = 3  # words that a cue governs before a relative clause can end it
_SHORTEST = 12  # characters that a clause must have before another can stand beside it
RELAYED = 3  # characters between "X said" and the "according to" that relays it
_MOST_LINKS = 40  # a sentence with more cues than this is a table or a list


def left_of(line: Line, i: int) -> Stretch:
    """From the last semicolon, or the sentence's start, to word ``i``."""
    for k in range(i - 1, -1, -1):
        if line.at(k) == ";" and not line.inside[k]:
            if line.at(k + 1) == "and":
                break  # the last item of a list: the cue governs all of it
            return line.words[k].end, line.offset(i)
    return line.start, line.offset(i)


def right_of(line: Line, i: int) -> Stretch:
    """From the end of word ``i`` to the sentence's end."""
    return line.words[i].end, line.end


def leading_scope(line: Line, subject: Phrase, verb: int) -> Stretch:
    """What "X said ..." governs: to the end, to a semicolon, or to where a share of people is compared."""
    end = line.end
    share = _is_share(line, subject)
    cue = line.lexicon.verbs[line.at(verb)].cue
    shown = cue.type in ("show", "give")
    quoting = any(line.mark[verb + 1 :])
    for k in range(verb + 1, line.size):
        if line.at(k) == ";" and (share or not quoting):
            end = line.offset(k)
            break
        aside = line.is_(k + 1, "relatives") or (shown and line.at(k + 1) == "but")
        if not quoting and k > verb + _CONTENT and line.at(k) == "," and aside:
            end = line.offset(k)  # what a clause with "which" adds is as a rule the writer's
            break
        vowed = cue.stance is Stance.PLANNED and not quoting and k > verb + _CONTENT
        if vowed and (line.dash(k) or line.at(k) == line.at(k + 1) == "-"):
            end = line.offset(k)  # a dash within what is vowed opens the writer's gloss on it
            break
        if share and _compares(line, k):
            end = line.offset(k)
            break
    return line.words[verb].end, end


def _is_share(line: Line, subject: Phrase) -> bool:
    """Whether the subject counts people: "28% of voters", "most of them"."""
    k = subject.first
    while k < subject.last and line.is_(k, "number-hedges"):
        k += 1
    if line.at(k) == "a" and line.is_(k + 1, "shares"):
        return True
    if line.at(k) == "one" and line.at(k + 1) != "in":
        return False  # one company
    return line.numeral(k) or line.is_(k, "shares")


def _compares(line: Line, k: int) -> bool:
    if line.at(k) == "compared" or line.dash(k):
        return True
    if line.at(k) == "than":
        return line.at(k - 1) not in ("more", "less", "fewer")
    return line.at(k) == "," and line.at(k + 2) != "that" and line.is_(k + 1, "comparisons")


def part_clauses(line: Line, links: Sequence[Link]) -> list[Link]:
    """Ends each leading link where a parallel clause with another source begins."""
    if len(links) > _MOST_LINKS:
        return list(links)
    parted = []
    for link in _part_trailing(links):
        if link.frame in _LEADS:
            for other in links:
                apart = other.cue[0] > link.cue[1] and other.frame in _LEADS and other.source != link.source
                apart = apart and not _numbered(line, other)
                if apart and other.clause is not None and other.source and other.clause > link.cue[1] + _SHORTEST:
                    link = link.cut(other.clause)
        parted.append(link)
    return parted


def _part_trailing(links: Sequence[Link]) -> list[Link]:
    """Of two sources that each stand behind what they say, the later one's begins where the earlier one ends."""
    trailing = [link for link in links if link.trails and link.source is not None]
    parted = []
    for link in links:
        if link.trails:
            later = [k for k in trailing if k.cue[0] > _end(link) + RELAYED and k.source != link.source]
            earlier = [k for k in trailing if _end(k) + RELAYED < link.cue[0] and k.source != link.source]
            if later and any(end > _end(link) for _, end in link.scope):
                link = link.cut(_end(link))
            elif any(_goes_on(k) for k in earlier):
                link = link.within(max(_end(k) for k in earlier), link.scope[-1][1])
        parted.append(link)
    return parted


def _end(link: Link) -> int:
    """Where a link's own words end."""
    return max(link.cue[1], link.source[1] if link.source else 0)


def _goes_on(link: Link) -> bool:
    """Whether more of what is said follows the cue."""
    return any(end > _end(link) for _, end in link.scope)


def _numbered(line: Line, link: Link) -> bool:
    """Whether a link's source is itself a figure: "and 74 percent said", which a poll showed."""
    first = next((i for i in range(line.size) if link.source and line.words[i].start >= link.source[0]), line.size)
    return line.numeral(first)


def clause_before(line: Line, first: int) -> int | None:
    """Where the clause whose subject begins at word ``first`` begins, if it stands beside another one."""
    k = first - 1
    if k < 0:
        return None
    if line.is_(k, "clause-openers"):
        comma = k >= 1 and (line.at(k - 1) in (",", ";") or line.dash(k - 1))
        if comma or line.at(k) in ("while", "but", "whereas"):
            return line.offset(k - 1) if comma and not line.dash(k - 1) else line.offset(k)
        return None
    if line.at(k) == "," and line.is_(line.clause_start(k), "clause-openers"):
        return line.offset(k)
    return line.offset(k) if line.at(k) == ";" else None
