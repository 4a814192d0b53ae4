"""Tests on a verb that may be a cue: is it a verb here, is its object one that is said, can its subject say it."""

from reconcile.extraction.attribution.lexicon import Form, Verb
from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.phrases import Phrase
from reconcile.model import Stance

_ADDRESSEE = 12  # words for those to whom something is said
_PLACED = 30  # words between "put" and the "at" of its figure
_OBJECT = 8  # words within which an object shows what a verb means
_AFTERTHOUGHT = 140  # characters that may follow a trailing "X said"


def is_adjective(line: Line, i: int, verb: Verb) -> bool:
    """Whether a form stands inside a name or a noun phrase: "the United States", "the widely reported flaw"."""
    if line.capital(i) and i > 0 and not line.mark[i - 1] and not line.headline:
        return True
    if verb.past and line.day(i + 1) and line.is_(i + 2, "finite"):
        return True  # a reduced relative: "the merger announced Monday would"
    before = i - 1
    while line.adverb(before):
        before -= 1
    before -= line.is_(before, "participle-adverbs")
    determined = (line.is_(before, "articles") and line.at(before) != "that") or line.at(before) == "'s"
    return verb.past and determined and line.word(i + 1)


def is_verb_here(line: Line, i: int, verb: Verb) -> bool:
    """Whether a form that is also a noun ("claims", "report") is a verb at ``i``."""
    before, after = line.at(i - 1), line.at(i + 1)
    if line.is_(i, "evidence-verbs") and line.is_(i - 1, "evidence-plurals"):
        return True
    relative = before == "that" and line.nominal(i - 2) and line.is_(i - 2, "prepositions") is False
    known = None if line.is_(i - 1, "bystanders") else line.lexicon.verbs.get(before)
    if (
        (line.is_(i - 1, "determiners") and not relative)
        or (line.digit(i - 1) and not line.year(i - 1))
        or (known and known.past and not known.noun)
    ):
        return False
    verbal = (
        line.is_(i - 1, "speaking-pronouns")
        or line.is_(i - 1, "bystanders")
        or (i > 0 and (before in (",", ")") or line.dash(i - 1) or line.nominal(i - 1)))
    )
    governs = (
        opens_complement(line, i + 1)
        or (after != "" and after in verb.cue.next)
        or verb.form is Form.PAST
        or (after == "." and i > 2)
    )
    named = verb.form is Form.THIRD and i > 1 and line.capital(i - 1) and not line.headline
    governs = governs or (named and line.word(i + 1) and not line.is_(i + 1, "finite"))
    if not (verbal and governs):
        return False
    if verb.form is Form.BASE and not line.is_(i, "evidence-verbs"):
        that = after == "that" and verb.cue.type in ("say", "show")
        plural = before.endswith("s") or line.is_(i - 1, "groups") or before in ("people", "data", "staff")
        speaker = line.is_(i - 1, "bare-speakers")
        return that or speaker or plural or line.is_(i - 1, "bystanders")
    if verb.form is Form.THIRD and verb.cue.type != "show" and before.endswith("s") and not line.capital(i - 1):
        return line.is_(i - 1, "singular-in-s")
    return True


def opens_complement(line: Line, k: int) -> bool:
    """Whether word ``k`` can begin what a verb of saying governs."""
    if not 0 <= k < line.size:
        return False
    if line.is_(k, "finite") and line.is_(k - 2, "pronouns"):
        return True  # "which he estimates will"
    return (
        line.is_(k, "complement-openers")
        or line.numeral(k)
        or line.mark[k]
        or line.at(k) in (",", ":", "$", "£", "€")
        or line.capital(k)
        or line.digit(k)
        or line.adverb(k)
    )


def can_attribute(line: Line, i: int, verb: Verb) -> bool:
    """Whether what follows is what the cue's rule asks for."""
    cue, after = verb.cue, line.at(i + 1)
    if after and after in cue.never:
        return False
    object_words = []
    if cue.object_never or cue.object_needs:
        for k in range(i + 1, min(line.size, i + _OBJECT)):
            object_words.append(line.at(k))
            if line.at(k) in ("that", ",", ";"):
                break
    if cue.object_needs and not any(word in cue.object_needs for word in object_words):
        return False
    return not any(word in cue.object_never for word in object_words)


def can_lead(line: Line, i: int, verb: Verb) -> bool:
    """Whether what the cue's rule wants right after a leading verb stands there."""
    return not verb.cue.next or any(_is_next(line, i + 1, wanted) for wanted in verb.cue.next)


def content_start(line: Line, i: int, verb: Verb) -> int:
    """Where what is said begins: past the people it is said to ("told a crowd of 400 that |")."""
    k = i + 1
    if verb.cue.addressee or (line.at(k) == "to" and "to" not in verb.cue.next):
        while k < min(line.size, i + _ADDRESSEE) and not line.mark[k]:
            if line.at(k) in ("that", ",", ":") or (k > i + 1 and line.is_(k, "pronouns")):
                return line.offset(k)
            k += 1
        if k < line.size and line.mark[k]:
            return line.offset(k)
    return line.words[i].end


def _is_next(line: Line, k: int, wanted: str) -> bool:
    if wanted == "quote":
        k += line.at(k) == ","
        return k < line.size and line.mark[k]
    if wanted.endswith("#"):
        word = wanted.removesuffix("#").rstrip()
        return starts_figure(line, k + 1) and line.at(k) == word if word else starts_figure(line, k)
    return line.at(k) == wanted


def accepts_subject(line: Line, i: int, verb: Verb, subject: Phrase) -> bool:
    """Whether the subject is one that this type of cue can have: polls have, reports show, anybody puts it at 40."""
    if verb.cue.subjects and not any(_has(line, subject, name) for name in verb.cue.subjects):
        return False
    match verb.cue.type:
        case "place":
            return _has(line, subject, "artifacts") or places_at(line, i)
        case "give":
            if any(line.at(k) in verb.cue.objects for k in range(i + 1, i + _OBJECT)):
                return True
            finite = verb.form is Form.THIRD or verb.past
            return finite and _has(line, subject, "polls") and not _is_auxiliary(line, i)
        case "show":
            return _shows(line, i, verb, subject)
        case _:
            return True


def _has(line: Line, phrase: Phrase, name: str) -> bool:
    return any(line.is_(k, name) for k in range(phrase.first, phrase.last + 1))


def places_at(line: Line, i: int) -> bool:
    """Whether a verb such as "put" is followed by a figure with "at": "put the toll at 40"."""
    for k in range(i + 1, min(line.size, i + _PLACED)):
        if line.at(k) in ("at", "closer", "between"):
            return any(line.numeral(x) or line.at(x) in ("magnitude", "a") for x in range(k + 1, k + 6))
    return False


def _is_auxiliary(line: Line, i: int) -> bool:
    """Whether "have" at ``i`` only helps another verb."""
    after = line.at(i + 1)
    return after.endswith("ed") or after in line.lexicon.verbs or after in ("been", "shown", "found")


def _shows(line: Line, i: int, verb: Verb, subject: Phrase) -> bool:
    after = line.at(i + 1)
    if line.digit(subject.first):
        return False
    if after == "that" or (verb.form is not Form.BASE and starts_figure(line, i + 1)):
        return True
    if verb.form is Form.BASE:
        return _has(line, subject, "evidence-plurals")
    if _has(line, subject, "artifacts") or _has(line, subject, "laws"):
        return True
    if verb.cue.things:
        whole = (
            subject.last > subject.first
            and not line.digit(subject.first)
            and not line.capital(subject.last)
            and not line.is_(subject.last, "pronouns")
        )
        return whole and after != ","
    named = any(line.capital(k) for k in range(subject.first, subject.last + 1))
    if verb.past and named and line.is_(i + 1, "pronouns"):
        return True
    return verb.past and named and (line.capital(i + 1) or line.is_(i + 1, "articles") or line.at(i + 1) == "no")


def starts_figure(line: Line, k: int) -> bool:
    """Whether a figure, with its hedges, begins at word ``k``."""
    while line.is_(k, "number-hedges"):
        k += 1
    return line.numeral(k) or line.at(k) in ("$", "€", "£")


def only_adjuncts_follow(line: Line, i: int, verb: Verb) -> bool:
    """Whether after the verb nothing comes but when, where and to whom it was said."""
    k = i + 1
    while line.at(k) == ",":
        k += 1
    if verb.cue.addressee:
        k = past_addressee(line, k)
        k += line.at(k) == ","
    rest = range(k, line.size)
    if not any(line.word(x) for x in rest):
        return True
    if starts_figure(line, k) and line.is_(k + 1, "periods") and line.is_(k + 2, "time-relations"):
        return True  # "she said 20 minutes into the hearing"
    if verb.cue.addressee and (line.at(k).endswith("ing") or line.is_(k, "relatives")):
        return not any(line.mark[x] for x in rest)
    if line.at(k) == "to" and verb.cue.stance is Stance.PLANNED:
        return False  # "he vows to build": what he vows, not to whom
    rest = range(k, next((x for x in rest if line.dash(x) or line.at(x) == ";"), line.size))
    if any(line.mark[x] for x in rest) or line.offset(rest.stop) - line.offset(k) > _AFTERTHOUGHT:
        return False
    if "that" in line.lower[k : k + 5] or line.at(k + 1) in ("least", "most", "many"):
        return False
    k += line.is_(k, "time-adverbs") and line.is_(k + 1, "afterthoughts")
    return line.is_(k, "afterthoughts") or (line.capital(k) and line.at(k + 1) in ("on", "in"))


def past_addressee(line: Line, k: int) -> int:
    """The word after whom somebody told: "told reporters |", "told the BBC |"."""
    start = k
    while k < line.size and k < start + 7 and line.nominal(k) and not line.is_(k, "afterthoughts"):
        k += 1
    return k
