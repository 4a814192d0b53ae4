"""Links made by verbs: which frame a verb of saying stands in, and so who says what."""

from collections.abc import Sequence

from reconcile.extraction.attribution.leads import goes_on_with_figure, with_subject
from reconcile.extraction.attribution.lexicon import Form, Verb
from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.links import Frame, Link, Stretch, source_of
from reconcile.extraction.attribution.passives import (
    as_reported,
    given_by,
    passive,
    passive_auxiliary,
    quoted_as,
    quoted_with_colon,
)
from reconcile.extraction.attribution.phrases import Phrase, phrase_left, phrase_right
from reconcile.extraction.attribution.relatives import relative
from reconcile.extraction.attribution.scope import left_of, right_of
from reconcile.extraction.attribution.subjects import artifact_before, sentence_subject, subject_of
from reconcile.extraction.attribution.verbtests import (
    accepts_subject,
    can_attribute,
    can_lead,
    is_adjective,
    is_verb_here,
    opens_complement,
    places_at,
)


def verb_link(line: Line, i: int, verb: Verb, links: Sequence[Link]) -> Link | None:
    """The link that the verb at ``i`` makes. ``links`` are those found before it in the sentence."""
    low = line.clause_start(i)
    auxiliary = passive_auxiliary(line, i, verb)
    if auxiliary is not None:
        return passive(line, i, verb, auxiliary)
    if verb.past and line.at(i + 1) == "by" and "by" not in verb.cue.next:
        return as_reported(line, i, verb) or given_by(line, i, verb, i + 1)
    if verb.past and line.is_(i + 1, "time-modifiers") and line.at(i + 2) == "by":
        return given_by(line, i, verb, i + 2)
    if line.at(i - 1) == "as" and verb.form is Form.ING:
        return quoted_as(line, i, verb, low)
    if is_adjective(line, i, verb) or (verb.noun and not is_verb_here(line, i, verb)):
        return None
    if not can_attribute(line, i, verb):
        return None
    if quoted := quoted_with_colon(line, i, verb):
        return quoted
    if verb.form is Form.BASE and line.at(i - 1) == "to":
        return _infinitive(line, i, verb, low)
    if verb.form is Form.BASE and verb.cue.type not in ("say", "show") and not _base_subject(line, i - 1, low):
        return None
    if inverted := _inverted(line, i, verb):
        return inverted
    if hanging := relative(line, i, verb, low):
        return hanging
    if verb.form is Form.ING:
        return _ing(line, i, verb, low, links)
    subject = subject_of(line, i, low)
    if (
        subject is not None
        and verb.noun
        and verb.cue.type == "say"
        and verb.form is Form.THIRD
        and _counts(line, subject)
    ):
        return None  # "rated 35% of the wines as", "0.3 percentage points to"
    if subject is None or _no_subject(line, subject):
        return _coordinated(line, i, verb, low, links)
    if not accepts_subject(line, i, verb, subject):
        artifact = artifact_before(line, i, low) if verb.cue.type in ("show", "give", "place") else None
        if artifact is None or not accepts_subject(line, i, verb, artifact):
            return None
        subject = artifact
    return with_subject(line, i, verb, subject)


def _base_subject(line: Line, k: int, low: int) -> bool:
    """Whether word ``k`` can be the last of the plural subject that the bare form of a verb needs."""
    if _plural(line, k):
        return True
    found = phrase_left(line, k, low)  # "analysts at the bank | expect"
    if found is None:
        return False
    within = next((x for x in range(found.first + 1, k) if line.is_(x, "prepositions")), None)
    return within is not None and line.is_(within - 1, "groups")


def _plural(line: Line, k: int) -> bool:
    return (
        line.is_(k, "speaking-pronouns")
        or line.is_(k, "bystanders")
        or line.is_(k, "groups")
        or line.at(k).endswith("s")
        or line.at(k) in ("people", "staff")
    )


def _several(line: Line, found: Phrase) -> bool:
    """Whether the head of a phrase is a plural: "growers at the market", "the police"."""
    words = range(found.first + 1, found.last + 1)
    head = next((k for k in words if line.is_(k, "prepositions")), found.last + 1) - 1
    return line.is_(head, "groups") or line.is_(head, "people") or line.at(head).endswith(("s", "men"))


def _infinitive(line: Line, i: int, verb: Verb, low: int) -> Link | None:
    """ "went on to say": the subject is that of the verb before."""
    k = i - 2
    if k < low or not line.is_(k, "raising"):
        return None
    while k >= low and (line.is_(k, "raising") or line.is_(k, "bystanders") or line.is_(k, "be")):
        k -= 1
    if line.at(k).endswith("ing"):
        return None
    found = phrase_left(line, k, low)
    if found is None or not can_lead(line, i, verb):
        return None
    return Link(Frame.LEAD, verb.cue, source_of(line, found), line.span(i, i), (right_of(line, i),))


def _inverted(line: Line, i: int, verb: Verb) -> Link | None:
    """ "...," said X."""
    if verb.cue.type != "say" or not verb.cue.trails or verb.form is Form.ING or i == 0:
        return None
    touching = line.mark[i - 1] or line.inside[i - 1]
    if not (touching or line.at(i - 1) in (",", "?", "!") or line.dash(i - 1)):
        return None
    after_quote = touching or (i >= 2 and line.mark[i - 2])
    if i + 1 >= line.size or line.at(i + 1) == "that" or line.mark[i + 1]:
        return None
    found = phrase_right(line, i + 1, line.size)
    if found is None or line.is_(found.first, "days") or line.is_(found.first, "prepositions"):
        return None
    named = line.is_(found.first, "articles") or line.is_(found.first, "pronouns")
    named = named or line.capital(found.first) or any(line.is_(found.first, kind) for kind in ("titles", "groups"))
    named = named or (after_quote and any(line.capital(k) for k in range(found.first, found.last + 1)))
    named = named and (line.capital(found.first) or not line.at(found.first).endswith("ing"))
    if verb.form is Form.BASE:  # ", say the growers": only several say it
        named = _several(line, found) and line.at(i) == "say"
    if verb.cue.addressee and not after_quote:
        named = False
    ends = found.last + 1 >= line.size or line.at(found.last + 1) in (".", ",") or line.is_(found.last + 1, "relatives")
    if not named or not ((after_quote and not verb.cue.addressee) or ends) or line.is_(found.last + 1, "finite"):
        return None
    scope: tuple[Stretch, ...] = (left_of(line, i),)
    after = found.last + 1
    if line.at(after) == "," and goes_on_with_figure(line, after + 1):
        scope = (*scope, right_of(line, after))
    return Link(Frame.INVERTED, verb.cue, source_of(line, found), line.span(i, i), scope)


def _ing(line: Line, i: int, verb: Verb, low: int, links: Sequence[Link]) -> Link | None:
    """ "was arguing that", and the participle ", saying that" of the speaker before."""
    if line.is_(i - 1, "be") or (line.is_(i - 2, "be") and line.is_(i - 1, "bystanders")):
        k = i - 1
        while k >= low and (line.is_(k, "be") or line.is_(k, "bystanders")):
            k -= 1
        found = phrase_left(line, k, low)
        if found is None or not can_lead(line, i, verb) or not accepts_subject(line, i, verb, found):
            return None
        return Link(Frame.LEAD, verb.cue, source_of(line, found), line.span(i, i), (right_of(line, i),))
    if (
        not can_lead(line, i, verb)
        or verb.cue.type in ("give", "want", "show", "place")
        or i == 0
        or line.is_(i, "quoting")
    ):
        return None
    before = line.at(i - 1)
    if not (before in (",", "and", "while", "by", "but", "in") or line.mark[i - 1]):
        return None
    source = next((k.source for k in reversed(links) if k.source and k.frame is not Frame.EVIDENCE), None)
    if source is None:
        found = sentence_subject(line, 0, i)
        source = source_of(line, found) if found else None
    return source and Link(Frame.PARTICIPLE, verb.cue, source, line.span(i, i), (right_of(line, i),))


def _coordinated(line: Line, i: int, verb: Verb, low: int, links: Sequence[Link]) -> Link | None:
    """ "... and said that": the speaker before."""
    behind = i - 1
    if line.day(behind):  # "and on Monday announced"
        behind -= 1 + (line.at(behind - 1) == "on")
    before = line.at(behind)
    if before == "," and verb.past and line.at(i + 1) == "at":
        return None  # "Unit 4, rated at 360 MW,"
    joined = line.is_(behind, "joiners") or line.is_(i - 1, "bystanders") or line.adverb(i - 1)
    if not joined or not can_lead(line, i, verb) or verb.cue.type == "give":
        return None
    if verb.cue.type == "place" and not places_at(line, i):
        return None
    if verb.cue.type == "show" and line.at(i + 1) != "that" and not any(line.digit(k) for k in range(i + 1, i + 5)):
        return None
    if verb.form not in (Form.PAST, Form.THIRD) or (verb.noun and verb.form is Form.THIRD):
        return None
    if line.day(i + 1) or (verb.past and not opens_complement(line, i + 1)):
        return None
    speakers = (Frame.LEAD, Frame.PARTICIPLE, Frame.INVERTED)
    source = next((k.source for k in reversed(links) if k.source and k.frame in speakers), None)
    if source is None:
        found = sentence_subject(line, low, i) or sentence_subject(line, 0, i)
        source = source_of(line, found) if found else None
    return source and Link(Frame.PARTICIPLE, verb.cue, source, line.span(i, i), (right_of(line, i),))


def _counts(line: Line, subject: Phrase) -> bool:
    return any(line.digit(k) for k in range(subject.first + 1, subject.last + 1))


def _no_subject(line: Line, subject: Phrase) -> bool:
    words = range(subject.first, subject.last + 1)
    nothing = ("days", "prepositions", "determiners")
    bare = line.digit(subject.last) and subject.first == subject.last  # "of 90 hands, 40 did not report"
    return bare or line.at(subject.first) == "there" or all(any(line.is_(k, name) for name in nothing) for k in words)
