"""The link of a relative clause: "the 40 homes it expects to lose", "the 1.8 percent economists had forecast"."""

from reconcile.extraction.attribution.lexicon import Form, Verb
from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.links import Frame, Link, Stretch, source_of
from reconcile.extraction.attribution.phrases import Phrase, phrase_left
from reconcile.extraction.attribution.scope import right_of
from reconcile.extraction.attribution.subjects import subject_of


def relative(line: Line, i: int, verb: Verb, low: int) -> Link | None:
    """ "the 40 homes it expects to lose", "the 1.8 percent economists had forecast": what the clause hangs on."""
    if verb.cue.type not in ("say", "think") or verb.form is Form.ING:
        return None
    particle = line.at(i + 1) in ("in", "out")
    bare = line.at(i + 1 + particle) in (".", ",", ";", ")", "") or line.dash(i + 1)
    raised = line.is_(i + 1, "finite") or line.is_(i + 1, "raised-openers")
    subject = subject_of(line, i, low)
    if subject is None or not (bare or raised) or line.at(subject.first) in ("who", "which", "that"):
        return None
    before = subject.first - 1
    if line.at(before) == "which":
        scope: tuple[Stretch, ...] = (right_of(line, i),) if raised else ()
    elif line.at(before) == "that" and bare:
        head = phrase_left(line, before - 1, low)
        if head is None:
            return None
        scope = ((line.offset(head.first), line.offset(before)),)
    elif (group := _group_after_figure(line, subject)) is not None:
        scope = ((line.offset(subject.first), line.offset(group)),)
        subject = Phrase.of(group, subject.last)
    elif line.is_(subject.first, "pronouns") or _second_noun(line, subject):
        head = phrase_left(line, before, low)
        if head is None or line.day(before):
            return None
        start = max((k for k in range(head.first, before) if line.is_(k, "prepositions")), default=head.first)
        scope = ((line.offset(start), line.offset(subject.first)),)
    else:
        return None
    return Link(Frame.RELATIVE, verb.cue, source_of(line, subject), line.span(i, i), scope)


def _group_after_figure(line: Line, subject: Phrase) -> int | None:
    """The word at which the speakers begin in "the 1.8 percent economists | had forecast"."""
    counted = any(line.digit(k) for k in range(subject.first, subject.last))
    return subject.last if counted and line.is_(subject.last, "groups") else None


def _second_noun(line: Line, subject: Phrase) -> bool:
    """Whether a subject right after a noun begins a clause of its own: it has an article."""
    return line.is_(subject.first, "articles") and line.word(subject.first - 1)
