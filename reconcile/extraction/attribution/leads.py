"""The link of a verb with its own subject before it: leading, trailing, or in brackets of commas."""

from reconcile.extraction.attribution.lexicon import Verb
from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.links import Frame, Link, Stretch, source_of
from reconcile.extraction.attribution.phrases import Phrase
from reconcile.extraction.attribution.scope import clause_before, leading_scope, left_of, right_of
from reconcile.extraction.attribution.verbtests import (
    can_lead,
    content_start,
    only_adjuncts_follow,
    past_addressee,
    starts_figure,
)

_SIDE = 4  # words from "down" to the figure of "down from about 40"
_LONG = 14  # words after "X said" that are more than when and where


def with_subject(line: Line, i: int, verb: Verb, subject: Phrase) -> Link | None:
    """The link of a verb with a subject of its own before it: trailing, parenthetical or leading."""
    source, cue = source_of(line, subject), line.span(i, i)
    before = subject.first - 1
    clause = clause_before(line, subject.first)
    if line.at(before) == "as" and verb.cue.type in ("say", "think", "show") and line.at(i + 1) not in ("that", "to"):
        scope: tuple[Stretch, ...] = ((line.start, line.offset(before)), right_of(line, i))
        return Link(Frame.AS, verb.cue, source, cue, scope)
    after_content = (
        verb.cue.trails
        and verb.cue.type not in ("want", "give", "place")
        and before >= 0
        and (line.mark[before] or line.inside[before] or line.at(before) == "," or line.dash(before))
    )
    last = only_adjuncts_follow(line, i, verb)
    behind = past_addressee(line, i + 1) if verb.cue.addressee else i + 1
    if (
        after_content
        and subject.first > 1
        and (last or line.at(behind) in (",", ".", ";", ")", "") or line.dash(i + 1))
    ):
        long = line.size - i > _LONG and line.at(i + 1) != ","
        if _introduction(line, subject.first) and (_quote_follows(line, i) or long):
            return Link(Frame.LEAD, verb.cue, source, cue, (right_of(line, i),), clause)
        scope = (left_of(line, subject.first),)
        if more := _goes_on(line, i, last):
            scope = (*scope, more)
        return Link(Frame.TRAIL, verb.cue, source, cue, scope, clause)
    if not can_lead(line, i, verb):
        return None
    _, end = leading_scope(line, subject, i)
    return Link(Frame.LEAD, verb.cue, source, cue, ((content_start(line, i, verb), end),), clause)


def _quote_follows(line: Line, i: int) -> bool:
    return any(line.mark[k] for k in range(i + 1, min(line.size, i + 3)))


def _introduction(line: Line, first: int) -> bool:
    """Whether what stands before the subject at ``first`` only says when or where: "At noon, | X said"."""
    low = line.clause_start(first)
    if any(line.mark[low:first]) or line.mark[max(0, low - 1)]:
        return False
    if line.is_(low, "lead-ins"):
        return True
    opens = (
        line.is_(low, "prepositions") or line.day(low) or line.adverb(low) or line.at(low) in ("now", "then", "last")
    )
    return opens and not any(line.is_(k, "finite") or line.at(k).endswith("ed") for k in range(low, first))


def _opens_subordinate(line: Line, i: int) -> bool:
    """Whether a clause that waits for its main one stands before "X said": "By the time it closed, X said, ..."."""
    low = line.clause_start(i)
    return line.is_(low, "lead-ins") or (
        line.at(low) == "by" and line.at(low + 1) == "the" and line.at(low + 2) == "time"
    )


def _goes_on(line: Line, i: int, last: bool) -> Stretch | None:
    """Where more of what is said follows a parenthetical "X said," or "X said on Monday, and"."""
    for k in range(i + 1, min(line.size, i + _LONG)):
        if line.at(k) == "," and line.at(k + 1) == "and" and line.at(k + 2) not in line.lexicon.verbs:
            return right_of(line, k)
        if line.at(k) == "," and line.is_(k + 1, "articles") and line.at(k + 3) == "of" and starts_figure(line, k + 4):
            return right_of(line, k)
        if line.at(k) == "," and goes_on_with_figure(line, k + 1):
            return right_of(line, k)
    if last and _opens_subordinate(line, i):
        comma = next((k for k in range(i + 1, min(line.size, i + _LONG)) if line.at(k) == ","), None)
        return right_of(line, comma) if comma is not None else None
    if last or line.at(i + 1) in (";", ")") or line.dash(i + 1):
        return None
    if line.at(i + 1) == ",":
        own = line.is_(i + 2, "asides") or (line.at(i + 2).endswith("ing") and not line.capital(i + 2))
        return None if own else right_of(line, i)
    return right_of(line, i) if not line.is_(i + 1, "afterthoughts") else None


def goes_on_with_figure(line: Line, k: int) -> bool:
    """Whether word ``k``, after "X said,", adds a figure to what X said: "down from 40", "or 3 percent"."""
    if line.is_(k, "other-sides"):
        return any(starts_figure(line, x) and not line.year(x) for x in range(k + 1, k + _SIDE))
    if line.at(k) == "which" and line.is_(k + 1, "be"):
        return any(starts_figure(line, x) for x in range(k + 2, k + _SIDE))
    if not starts_figure(line, k):
        return False
    behind = range(k + 1, k + _SIDE + 2)
    share = next((x + 1 for x in behind if line.at(x) in ("%", "percent", "cent")), None)
    return any(line.is_(x, "measures-against") for x in behind) or (share is not None and line.at(share) == "of")
