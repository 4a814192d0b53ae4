"""Links made by words other than verbs: "according to X", "by X's count", "in a poll", "X's claim that"."""

from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.links import Frame, Link, Stretch, source_of
from reconcile.extraction.attribution.phrases import Phrase, phrase_left, phrase_right
from reconcile.extraction.attribution.scope import left_of, right_of

_LONGEST_CUE = 4  # words in the longest "according to"
_OWNERS = ("organisations", "groups", "people", "offices", "governments")
_REACH = 10  # words between a preposition and the noun that makes it a cue


def adjunct_link(line: Line, i: int) -> Link | None:
    """The link that the word at ``i`` makes, if it is such a word."""
    if line.lower[i] not in line.lexicon.adjunct_starts:
        return None
    for frame in (_accord, _per, _under, _evidence, _reckoning, _noun, _policy, _cited, _adverb, _owned):
        if link := frame(line, i):
            return link
    return None


def _accord(line: Line, i: int) -> Link | None:
    """ "according to X": all before it in its clause, and what follows a comma."""
    phrases = line.lexicon.adjuncts["accord"]
    length = next((n for n in range(_LONGEST_CUE, 1, -1) if " ".join(line.lower[i : i + n]) in phrases), 0)
    found = phrase_right(line, i + length, line.size) if length else None
    if found is None:
        return None
    rule = phrases[" ".join(line.lower[i : i + length])]
    if line.at(i + length) in rule.never:
        return None
    connected = line.is_(i - 1, "connectors")
    scope: tuple[Stretch, ...]
    if connected or i == 0:
        scope = (right_of(line, found.last),)
    else:
        scope = (left_of(line, i),)
        if i <= 3 or _goes_on_after(line, found.last):
            scope = (*scope, right_of(line, found.last))
    return Link(Frame.ACCORD, rule, source_of(line, found), line.span(i, i + length - 1), scope)


def _goes_on_after(line: Line, last: int) -> bool:
    """Whether a parenthetical "according to X," is followed by more of the same clause."""
    follows = line.word(last + 2) or line.at(last + 2) in ("$", "£", "€")
    return line.at(last + 1) == "," and follows and not line.is_(last + 2, "not-content")


def _per(line: Line, i: int) -> Link | None:
    rule = line.lexicon.adjuncts["accord"].get(line.at(i))
    if rule is None:
        return None
    artifact = line.is_(i + 1, "articles") and any(
        line.is_(k, "artifact-heads") for k in range(i + 2, min(line.size, i + 6))
    )
    name = line.capital(i + 1) and line.at(i - 1) == ","
    found = phrase_right(line, i + 1, line.size) if artifact or name else None
    if found is None:
        return None
    scope = ((line.start, line.offset(i)), right_of(line, found.last))
    return Link(Frame.ACCORD, rule, source_of(line, found), line.span(i, i), scope)


def _evidence(line: Line, i: int) -> Link | None:
    """ "In a poll by X," governs its sentence."""
    if line.at(i) != "in" or not (
        line.capital(i + 1) or line.is_(i + 1, "articles") or line.is_(i + 1, "number-words")
        or line.is_(i + 1, "poll-openers")
    ):  # fmt: skip
        return None
    nouns = line.lexicon.adjuncts["evidence"]
    k = i + 1
    while k < i + _REACH and line.nominal(k) and not line.is_(k, "prepositions") and line.at(k) not in nouns:
        k += 1
    rule = nouns.get(line.at(k))
    if rule is None or k >= i + _REACH:
        return None
    last = k
    if line.is_(k + 1, "noun-verbs") or line.is_(k + 1, "maker-prepositions"):
        found = phrase_right(line, i + 1, line.size)
        last = max(k, found.last) if found else k
    if any(line.is_(x, "finite") for x in range(i, last + 1)):
        return None
    if i == 0:
        scope = (right_of(line, last),)
    elif line.at(k).endswith("s"):
        return None  # "in polls" within a sentence is about polls
    else:
        scope = ((line.start, line.offset(i)),)
    return Link(Frame.EVIDENCE, rule, line.span(i + 1, last), line.span(i, i), scope)


def _reckoning(line: Line, i: int) -> Link | None:
    """ "by X's count", "in her view"."""
    if line.at(i) not in ("by", "in"):
        return None
    nouns = line.lexicon.adjuncts["reckoning"]
    for k in range(i + 2, min(line.size, i + _REACH)):
        if not line.nominal(k) or line.is_(k, "prepositions"):
            return None
        owned = line.at(k - 1) in ("'s", "'") or line.is_(k - 1, "possessives") or line.at(k - 1) == "own"
        if line.at(k) in nouns and line.at(i) == "by" and line.is_(k - 1, "some-one"):
            scope = ((line.start, line.offset(i)), right_of(line, k))
            return Link(Frame.ACCORD, nouns[line.at(k)], line.span(k - 1, k), line.span(i, i), scope)
        if line.at(k) in nouns and owned:
            scope = ((line.start, line.offset(i)), right_of(line, k))
            return Link(Frame.ACCORD, nouns[line.at(k)], line.span(i + 1, k - 1), line.span(i, k), scope)
    return None


def _noun(line: Line, i: int) -> Link | None:
    """ "X's claim that", "his plan to"."""
    rule = line.lexicon.adjuncts["noun"].get(line.at(i))
    if rule is not None and line.at(i + 1) in ("by", "from"):
        author = phrase_right(line, i + 2, line.size)
        if author is None or line.at(author.last + 1) != "that":
            return None
        return Link(Frame.NOUN, rule, source_of(line, author), line.span(i, i), (right_of(line, author.last + 1),))
    if rule is None or i == 0 or line.at(i + 1) not in rule.next:
        return None
    owner = _owner(line, i)
    if owner is None:
        return None
    return Link(Frame.NOUN, rule, source_of(line, owner), line.span(i, i), (right_of(line, i),))


def _owner(line: Line, noun: int) -> Phrase | None:
    """Whose the noun is: the possessive phrase within four words before it."""
    k = noun - 1
    while (
        k > max(0, noun - 4) and not line.capital(k) and line.nominal(k) and not line.is_(k, "prepositions")
        and line.at(k) not in ("'s", "'") and not line.is_(k, "possessives")
    ):  # fmt: skip
        k -= 1
    if line.is_(k, "possessives") and line.at(k) != "your":
        return Phrase.of(k, k)
    if line.at(k) not in ("'s", "'") or k < 1:
        return None
    found = phrase_left(line, k - 1, line.clause_start(noun))
    if found is None:
        return None
    of = (x + 1 for x in range(k - 1, found.first, -1) if line.is_(x, "prepositions") and line.at(x) != "of")
    return Phrase.of(next(of, found.first), k)


def _under(line: Line, i: int) -> Link | None:
    """ "Under X's plan, ...": X says what it would do."""
    if line.at(i) != "under":
        return None
    nouns = line.lexicon.adjuncts["under"]
    for k in range(i + 2, min(line.size, i + _REACH)):
        if not line.nominal(k):
            return None
        owner = next((x for x in range(k - 1, i, -1) if line.at(x) == "'s" or line.is_(x, "possessives")), None)
        if line.at(k) in nouns and owner is not None:
            scope = ((line.start, line.offset(i)), right_of(line, k))
            return Link(Frame.NOUN, nouns[line.at(k)], line.span(i + 1, owner), line.span(i, k), scope)
    return None


def _cited(line: Line, i: int) -> Link | None:
    """ "Reuters reported, citing X, ...": X vouches for what the sentence says."""
    rule = line.lexicon.adjuncts["cited"].get(line.at(i))
    if rule is None or (line.at(i - 1) not in (",", ")") and not line.mark[i - 1]):
        return None
    found = phrase_right(line, i + 1, line.size)
    if found is None or not _can_be_cited(line, found):
        return None
    return Link(Frame.CITED, rule, source_of(line, found), line.span(i, i), ((line.start, line.end),))


def _can_be_cited(line: Line, cited: Phrase) -> bool:
    """Whether what is cited is somebody or something written, and no reason ("citing a shortage of staff")."""
    kinds = (
        "roles",
        "groups",
        "organisations",
        "offices",
        "governments",
        "artifacts",
        "companies",
        "pronouns",
        "people",
    )
    words = range(cited.first, cited.last + 1)
    return any(line.capital(k) or any(line.is_(k, kind) for kind in kinds) for k in words)


def _policy(line: Line, i: int) -> Link | None:
    """ "X's plan would ...": X says what it would do."""
    rule = line.lexicon.adjuncts["policy"].get(line.at(i))
    if rule is None or i == 0 or not line.is_(i + 1, "plan-verbs"):
        return None
    found = phrase_left(line, i, line.clause_start(i))
    if found is None:
        return None
    for k in range(i - 1, found.first - 1, -1):
        if line.at(k) == "'s" or line.is_(k, "possessives"):
            return Link(Frame.NOUN, rule, line.span(found.first, k), line.span(i, i), (right_of(line, i),))
    return None


def _adverb(line: Line, i: int) -> Link | None:
    rule = line.lexicon.adjuncts["adverb"].get(line.at(i))
    return Link(Frame.ADVERB, rule, None, line.span(i, i), (right_of(line, i),)) if rule else None


def _owned(line: Line, i: int) -> Link | None:
    """ "The committee's 58": a bare figure is that of the body or the people who gave it."""
    rule = line.lexicon.adjuncts["owned"].get(line.at(i))
    if rule is None or not line.numeral(i + 1) or not any(line.is_(i - 1, kind) for kind in _OWNERS):
        return None
    k = i + 1
    while line.numeral(k) or line.at(k) in ("%", "percent", "per", "cent"):
        k += 1
    ends = not line.nominal(k) or line.is_(k, "prepositions") or line.is_(k, "strong-participles")
    found = phrase_left(line, i - 1, line.clause_start(i)) if ends and not line.dash(k) else None
    if found is None:
        return None
    return Link(Frame.NOUN, rule, source_of(line, found), line.span(i, i), ((line.offset(i + 1), line.offset(k)),))
