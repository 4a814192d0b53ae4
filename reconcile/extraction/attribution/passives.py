"""Links of passive and quoting verbs: "was put by X at", "as reported by X", "Reuters cited X as saying"."""

from reconcile.extraction.attribution.lexicon import Verb
from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.links import Frame, Link, source_of
from reconcile.extraction.attribution.phrases import phrase_left, phrase_right
from reconcile.extraction.attribution.scope import right_of
from reconcile.extraction.attribution.subjects import subject_of

_ADDRESS = 14  # words between "cited" and "as saying"


def passive_auxiliary(line: Line, i: int, verb: Verb) -> int | None:
    """The form of "be" that makes a participle passive: "was put", "has been widely reported"."""
    if not verb.past or i == 0:
        return None
    k = i - 1
    while k >= 0 and (line.adverb(k) or line.is_(k, "passive-adverbs")):
        k -= 1
    if line.inside[k] if k >= 0 else False:
        return None
    return k if line.is_(k, "be") or line.at(k + 1) == "been" else None


def passive(line: Line, i: int, verb: Verb, auxiliary: int) -> Link | None:
    """ "was put by X at", "is expected to", "the mayors are worried about"."""
    by = next((k for k in range(i + 1, min(line.size, i + 4)) if line.at(k) == "by"), None)
    if by is not None and (line.day(by + 1) or line.year(by + 1)):
        by = None  # "is expected by Friday"
    if verb.cue.passive == "never" or (verb.cue.passive == "agent" and by is None):
        return None
    if by is not None:
        at = next((k for k in range(by, line.size) if line.at(k) == "at"), line.size)
        agent = phrase_right(line, by + 1, at if verb.cue.type == "place" else line.size)
        if agent is not None:
            if line.at(agent.last + 1) == "as":  # "was quoted by X as saying": X relays
                return Link(
                    Frame.LEAD, verb.cue, source_of(line, agent), line.span(i, i), (right_of(line, agent.last),)
                )
            scope = ((line.start, line.offset(by)), right_of(line, agent.last))
            return Link(Frame.PASSIVE, verb.cue, source_of(line, agent), line.span(i, i), scope)
    if verb.cue.passive == "subject" and line.is_(i + 1, "feeling-links"):
        subject = subject_of(line, auxiliary, line.clause_start(i))
        if subject is None:
            return None
        return Link(Frame.LEAD, verb.cue, source_of(line, subject), line.span(i, i), (right_of(line, i),))
    if verb.cue.passive == "open" and line.at(i + 1) in ("to", "that", "of"):
        expected = subject_of(line, auxiliary, line.clause_start(i))
        first = expected.first if expected else i
        while first > 0 and line.is_(first - 1, "number-hedges"):
            first -= 1
        return Link(
            Frame.PASSIVE, verb.cue, None, line.span(i, i), ((line.offset(first), line.offset(i)), right_of(line, i))
        )
    return None


def as_reported(line: Line, i: int, verb: Verb) -> Link | None:
    """ "As reported by X, ..."; any other participle with "by" is a reduced relative."""
    if line.at(i - 1) != "as":
        return None
    agent = phrase_right(line, i + 2, line.size)
    if agent is None:
        return None
    scope = ((line.start, line.offset(i - 1)), right_of(line, agent.last))
    return Link(Frame.AS, verb.cue, source_of(line, agent), line.span(i - 1, i + 1), scope)


def given_by(line: Line, i: int, verb: Verb, by: int) -> Link | None:
    """ "The 61 tickets mentioned by X", "40, the figure given by X,": a participle that says whose the figure is."""
    if not line.is_(i, "giving") or line.is_(i - 1, "be"):
        return None
    head = phrase_left(line, i - 1, line.clause_start(i))
    agent = phrase_right(line, by + 1, line.size)
    if head is None or agent is None or agent.first != by + 1:
        return None
    first = head.first
    if line.at(first - 1) == "," and line.is_(head.last, "figure-nouns"):
        behind = phrase_left(line, first - 2, line.clause_start(i))
        first = behind.first if behind is not None else first
    if not any(line.numeral(k) for k in range(first, i)) or line.numeral(i - 1):
        return None
    scope = (line.offset(first), line.offset(i))
    return Link(Frame.RELATIVE, verb.cue, source_of(line, agent), line.span(i, i), (scope,))


def quoted_as(line: Line, i: int, verb: Verb, low: int) -> Link | None:
    """ "Reuters cited X as saying", "X was quoted by Reuters as saying": X speaks."""
    quoting = next((k for k in range(i - 2, max(low, i - _ADDRESS), -1) if line.is_(k, "quoting")), None)
    if quoting is None:
        return None
    if line.is_(quoting - 1, "be"):
        found = subject_of(line, quoting - 1, low)
    else:
        found = phrase_right(line, quoting + 1, i - 1)
    if found is None:
        return None
    return Link(Frame.LEAD, verb.cue, source_of(line, found), line.span(i, i), (right_of(line, i),))


def quoted_with_colon(line: Line, i: int, verb: Verb) -> Link | None:
    """ "We can only quote the agency: ...": the agency speaks."""
    found = phrase_right(line, i + 1, line.size) if line.is_(i, "quoting") else None
    if found is None or line.at(found.last + 1) != ":":
        return None
    return Link(Frame.LEAD, verb.cue, source_of(line, found), line.span(i, i), (right_of(line, found.last + 1),))
