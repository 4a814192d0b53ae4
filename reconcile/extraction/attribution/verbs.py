"""Links made by verbs: which frame a verb of saying stands in, and so who says what."""

from collections.abc import Sequence

from reconcile.extraction.attribution.lexicon import Form, Verb
from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.links import Frame, Link, Stretch, source_of
from reconcile.extraction.attribution.phrases import Phrase, phrase_left, phrase_right
from reconcile.extraction.attribution.scope import clause_before, leading_scope, left_of, right_of
from reconcile.extraction.attribution.subjects import artifact_before, sentence_subject, subject_of
from reconcile.extraction.attribution.verbtests import (
    accepts_subject,
    can_attribute,
    can_lead,
    content_start,
    is_adjective,
    is_verb_here,
    only_adjuncts_follow,
    opens_complement,
    places_at,
    starts_figure,
)

_AFTERWARDS_NOT = (
    "referring",
    "according",
    "who",
    "which",
    "not",
    "compared",
    "describing",
    "speaking",
    "calling",
    "emphasizing",
    "pointing",
)
_ADDRESS = 14  # words between "cited" and "as saying"
_QUOTING = ("cited", "quoted", "cites", "quotes", "citing", "quoting", "reported")
_QUOTED = ("quote", "cite")
_LONG = 14  # words after "X said" that are more than when and where
_RAISING = (
    "on",
    "continued",
    "continues",
    "appeared",
    "seemed",
    "declined",
    "refused",
    "like",
    "went",
    "goes",
    "wants",
    "wanted",
)


def verb_link(line: Line, i: int, verb: Verb, links: Sequence[Link]) -> Link | None:
    """The link that the verb at ``i`` makes. ``links`` are those found before it in the sentence."""
    low = line.clause_start(i)
    auxiliary = _passive_auxiliary(line, i, verb)
    if auxiliary is not None:
        return _passive(line, i, verb, auxiliary)
    if verb.past and line.at(i + 1) == "by":
        return _as_reported(line, i, verb)
    if line.at(i - 1) == "as" and verb.form is Form.ING:
        return _quoted_as(line, i, verb, low)
    if is_adjective(line, i, verb) or (verb.noun and not is_verb_here(line, i, verb)):
        return None
    if not can_attribute(line, i, verb):
        return None
    if verb.lemma in _QUOTED and (quoted := _quoted_with_colon(line, i, verb)):
        return quoted
    if verb.form is Form.BASE and line.at(i - 1) == "to":
        return _infinitive(line, i, verb, low)
    if verb.form is Form.BASE and verb.cue.type not in ("say", "show") and not _base_subject(line, i - 1):
        return None
    if inverted := _inverted(line, i, verb):
        return inverted
    if relative := _relative(line, i, verb, low):
        return relative
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
        return None  # "rated 22% of the claims as", "0.1 percentage points to"
    if subject is None or _no_subject(line, subject):
        return _coordinated(line, i, verb, low, links)
    if not accepts_subject(line, i, verb, subject):
        artifact = artifact_before(line, i, low) if verb.cue.type in ("show", "give", "place") else None
        if artifact is None or not accepts_subject(line, i, verb, artifact):
            return None
        subject = artifact
    return _with_subject(line, i, verb, subject)


def _passive_auxiliary(line: Line, i: int, verb: Verb) -> int | None:
    """The form of "be" that makes a participle passive: "was put", "has been widely reported"."""
    if not verb.past or i == 0:
        return None
    k = i - 1
    while k >= 0 and (line.adverb(k) or line.at(k) in ("been", "also", "not", "widely", "now", "being", "still")):
        k -= 1
    if line.inside[k] if k >= 0 else False:
        return None
    return k if line.is_(k, "be") or line.at(k + 1) == "been" else None


def _passive(line: Line, i: int, verb: Verb, auxiliary: int) -> Link | None:
    """ "was put by X at", "is expected to", "the leaders are worried about"."""
    by = next((k for k in range(i + 1, min(line.size, i + 4)) if line.at(k) == "by"), None)
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
    if verb.cue.passive == "subject" and line.at(i + 1) in ("that", "about", "by", "over"):
        subject = subject_of(line, auxiliary, line.clause_start(i))
        return subject and Link(Frame.LEAD, verb.cue, source_of(line, subject), line.span(i, i), (right_of(line, i),))
    if verb.cue.passive == "open" and line.at(i + 1) in ("to", "that"):
        return Link(Frame.PASSIVE, verb.cue, None, line.span(i, i), (right_of(line, i),))
    return None


def _as_reported(line: Line, i: int, verb: Verb) -> Link | None:
    """ "As reported by X, ..."; any other participle with "by" is a reduced relative."""
    if line.at(i - 1) != "as":
        return None
    agent = phrase_right(line, i + 2, line.size)
    if agent is None:
        return None
    scope = ((line.start, line.offset(i - 1)), right_of(line, agent.last))
    return Link(Frame.AS, verb.cue, source_of(line, agent), line.span(i - 1, i + 1), scope)


def _base_subject(line: Line, k: int) -> bool:
    """Whether word ``k`` can be the last of the plural subject that the bare form of a verb needs."""
    return (
        line.is_(k, "speaking-pronouns")
        or line.is_(k, "bystanders")
        or line.is_(k, "groups")
        or line.at(k).endswith("s")
        or line.at(k) in ("people", "staff")
    )


def _quoted_as(line: Line, i: int, verb: Verb, low: int) -> Link | None:
    """ "Reuters cited X as saying", "X was quoted by Reuters as saying": X speaks."""
    quoting = next((k for k in range(i - 2, max(low, i - _ADDRESS), -1) if line.at(k) in _QUOTING), None)
    if quoting is None:
        return None
    if line.is_(quoting - 1, "be"):
        found = subject_of(line, quoting - 1, low)
    else:
        found = phrase_right(line, quoting + 1, i - 1)
    return found and Link(Frame.LEAD, verb.cue, source_of(line, found), line.span(i, i), (right_of(line, i),))


def _quoted_with_colon(line: Line, i: int, verb: Verb) -> Link | None:
    """ "We can only quote the agency: ...": the agency speaks."""
    found = phrase_right(line, i + 1, line.size)
    if found is None or line.at(found.last + 1) != ":":
        return None
    return Link(Frame.LEAD, verb.cue, source_of(line, found), line.span(i, i), (right_of(line, found.last + 1),))


def _infinitive(line: Line, i: int, verb: Verb, low: int) -> Link | None:
    """ "went on to say": the subject is that of the verb before."""
    k = i - 2
    if k < low or line.at(k) not in _RAISING:
        return None
    while k >= low and line.at(k) in _RAISING:
        k -= 1
    if line.at(k).endswith("ing"):
        return None
    found = phrase_left(line, k, low)
    if found is None or not can_lead(line, i, verb):
        return None
    return Link(Frame.LEAD, verb.cue, source_of(line, found), line.span(i, i), (right_of(line, i),))


def _inverted(line: Line, i: int, verb: Verb) -> Link | None:
    """ "...," said X."""
    if verb.cue.type != "say" or not verb.cue.trails or verb.form not in (Form.PAST, Form.THIRD) or i == 0:
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
    named = named or any(line.capital(k) for k in range(found.first, found.last + 1))
    named = named and (line.capital(found.first) or not line.at(found.first).endswith("ing"))
    if verb.cue.addressee and not after_quote:
        named = False
    ends = found.last + 1 >= line.size or line.at(found.last + 1) in (".", ",")
    if not named or not ((after_quote and not verb.cue.addressee) or ends) or line.is_(found.last + 1, "finite"):
        return None
    return Link(Frame.INVERTED, verb.cue, source_of(line, found), line.span(i, i), (left_of(line, i),))


def _relative(line: Line, i: int, verb: Verb, low: int) -> Link | None:
    """ "the 40 homes it expects to lose", "the 1.8 percent economists had forecast": what the clause hangs on."""
    if verb.cue.type not in ("say", "think") or verb.form is Form.ING:
        return None
    particle = line.at(i + 1) in ("in", "out")
    bare = line.at(i + 1 + particle) in (".", ",", ";", ")", "") or line.dash(i + 1)
    raised = line.is_(i + 1, "finite") or line.at(i + 1) in ("to", "it", "they", "he", "she")
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
    if subject.last > subject.first and line.is_(subject.last, "groups"):
        if any(line.digit(k) for k in range(subject.first, subject.last)):
            return subject.last
    return None


def _second_noun(line: Line, subject: Phrase) -> bool:
    """Whether a subject right after a noun begins a clause of its own: it has an article."""
    return line.is_(subject.first, "articles") and line.word(subject.first - 1)


def _ing(line: Line, i: int, verb: Verb, low: int, links: Sequence[Link]) -> Link | None:
    """ "was arguing that", and the participle ", saying that" of the speaker before."""
    if line.is_(i - 1, "be") or (line.is_(i - 2, "be") and line.is_(i - 1, "bystanders")):
        k = i - 1
        while k >= low and (line.is_(k, "be") or line.is_(k, "bystanders")):
            k -= 1
        found = phrase_left(line, k, low)
        if found is None or not can_lead(line, i, verb):
            return None
        return Link(Frame.LEAD, verb.cue, source_of(line, found), line.span(i, i), (right_of(line, i),))
    if (
        not can_lead(line, i, verb)
        or verb.cue.type in ("give", "want", "show", "place")
        or i == 0
        or verb.lemma == "cite"
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
    before = line.at(i - 1)
    joined = before in ("and", "but", "or", "then", ",") or line.is_(i - 1, "bystanders") or line.adverb(i - 1)
    if not joined or not can_lead(line, i, verb) or verb.cue.type == "give":
        return None
    if verb.cue.type == "place" and not places_at(line, i):
        return None
    if verb.cue.type == "show" and line.at(i + 1) != "that" and not line.digit(i + 1):
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
    return line.at(subject.first) == "there" or all(any(line.is_(k, name) for name in nothing) for k in words)


def _with_subject(line: Line, i: int, verb: Verb, subject: Phrase) -> Link | None:
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
    if after_content and subject.first > 1 and (last or line.at(i + 1) in (",", ".", ";", ")", "") or line.dash(i + 1)):
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


def _goes_on(line: Line, i: int, last: bool) -> Stretch | None:
    """Where more of what is said follows a parenthetical "X said," or "X said on Monday, and"."""
    for k in range(i + 1, min(line.size, i + _LONG)):
        if line.at(k) == "," and line.at(k + 1) == "and" and line.at(k + 2) not in line.lexicon.verbs:
            return right_of(line, k)
        if line.at(k) == "," and line.is_(k + 1, "articles") and line.at(k + 3) == "of" and starts_figure(line, k + 4):
            return right_of(line, k)
    if last or line.at(i + 1) in (";", ")") or line.dash(i + 1):
        return None
    if line.at(i + 1) == ",":
        own = line.at(i + 2) in _AFTERWARDS_NOT or (line.at(i + 2).endswith("ing") and not line.capital(i + 2))
        return None if own else right_of(line, i)
    return right_of(line, i) if not line.is_(i + 1, "afterthoughts") else None
