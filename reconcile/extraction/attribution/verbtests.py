"""Tests on a verb that may be a cue: is it a verb here, is its object one that is said, can its subject say it."""

from reconcile.extraction.attribution.lexicon import Form, Verb
from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.phrases import Phrase

_ADDRESSEE = 12  # words for those to whom something is said
_OBJECT = 8  # words within which an object shows what a verb means
_AFTERTHOUGHT = 140  # characters that may follow a trailing "X said"


def is_adjective(line: Line, i: int, verb: Verb) -> bool:
    """Whether a form stands inside a name or a noun phrase: "the United States", "the widely reported flaw"."""
    if line.capital(i) and i > 0 and not line.mark[i - 1] and not line.headline:
        return True
    before = i - 1
    while line.adverb(before):
        before -= 1
    return verb.past and (line.is_(before, "articles") or line.at(before) == "'s") and line.word(i + 1)


def is_verb_here(line: Line, i: int, verb: Verb) -> bool:
    """Whether a form that is also a noun ("claims", "report") is a verb at ``i``."""
    before, after = line.at(i - 1), line.at(i + 1)
    if line.is_(i - 1, "determiners") or line.digit(i - 1):
        return False
    verbal = (
        line.is_(i - 1, "speaking-pronouns")
        or line.is_(i - 1, "bystanders")
        or (i > 0 and (before in (",", ")") or line.dash(i - 1) or line.nominal(i - 1)))
    )
    governs = opens_complement(line, i + 1) or verb.form is Form.PAST or (after == "." and i > 2)
    named = verb.form is Form.THIRD and i > 1 and line.capital(i - 1) and not line.headline
    governs = governs or (named and line.word(i + 1) and not line.is_(i + 1, "finite"))
    if not (verbal and governs):
        return False
    if verb.form is Form.BASE and verb.lemma not in ("show", "find", "indicate"):
        that = after == "that" and verb.lemma in ("show", "report", "claim", "estimate", "find")
        plural = before.endswith("s") or before in ("people", "data", "police", "officials")
        speaker = before in ("i", "we", "you", "they", "who", "to")
        return that or speaker or plural or line.is_(i - 1, "bystanders")
    if verb.form is Form.THIRD and verb.cue.type != "show" and before.endswith("s") and not line.capital(i - 1):
        return before in ("census", "analysis", "he", "this")
    return True


def opens_complement(line: Line, k: int) -> bool:
    """Whether word ``k`` can begin what a verb of saying governs."""
    if not 0 <= k < line.size:
        return False
    return (
        line.is_(k, "complement-openers")
        or line.is_(k, "number-words")
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
    if cue.object_never:
        for k in range(i + 1, min(line.size, i + _OBJECT)):
            if line.at(k) in ("that", ",", ";"):
                break
            if line.at(k) in cue.object_never:
                return False
    return True


def can_lead(line: Line, i: int, verb: Verb) -> bool:
    """Whether what the cue's rule wants right after a leading verb stands there."""
    return not verb.cue.next or any(_is_next(line, i + 1, wanted) for wanted in verb.cue.next)


def content_start(line: Line, i: int, verb: Verb) -> int:
    """Where what is said begins: past the people it is said to ("told a crowd of 400 that |")."""
    k = i + 1
    if verb.lemma == "tell" or line.at(k) == "to":
        while k < min(line.size, i + _ADDRESSEE) and not line.mark[k]:
            if line.at(k) in ("that", ",", ":") or (k > i + 1 and line.is_(k, "pronouns")):
                return line.offset(k)
            k += 1
        if k < line.size and line.mark[k]:
            return line.offset(k)
    return line.words[i].end


def _is_next(line: Line, k: int, wanted: str) -> bool:
    if wanted == "quote":
        return k < line.size and line.mark[k]
    if wanted == "#":
        return line.digit(k) or line.is_(k, "number-words")
    return line.at(k) == wanted


def accepts_subject(line: Line, i: int, verb: Verb, subject: Phrase) -> bool:
    """Whether the subject is one that this type of cue can have: polls have, laws require, reports show."""
    words = [line.at(k) for k in range(subject.first, subject.last + 1)]
    classes = line.lexicon.classes

    def has(name: str) -> bool:
        return any(word in classes[name] for word in words)

    artifact = has("artifacts") or has("laws")
    named = any(line.capital(k) for k in range(subject.first, subject.last + 1))
    after = line.at(i + 1)
    if verb.cue.type == "give":
        if verb.lemma in ("put", "place"):
            placed = any(
                line.at(k) == "at" or line.at(k) in ("closer", "between") for k in range(i + 1, min(line.size, i + 30))
            )
            return artifact or (placed and named)
        if verb.lemma in ("allow", "require"):
            return has("laws")
        if not has("polls") or not (verb.form is Form.THIRD or verb.past):
            return False
        following = line.lexicon.verbs.get(after)
        return verb.lemma != "have" or not (after.endswith("ed") or following or after in ("been", "shown", "found"))
    if verb.cue.type != "show":
        return True
    if verb.form is Form.BASE and after != "that" and not has("evidence-plurals"):
        return False
    if verb.lemma == "find":
        object_ = line.capital(i + 1) or after in ("a", "the", "only", "about", "more", "nearly", "no")
        return artifact or after == "that" or (named and object_)
    thing = not line.capital(subject.last) and not line.is_(subject.last, "pronouns") and subject.last > subject.first
    return verb.lemma != "show" or artifact or after == "that" or (thing and after != ",")


def only_adjuncts_follow(line: Line, i: int, verb: Verb) -> bool:
    """Whether after the verb nothing comes but when, where and to whom it was said."""
    k = i + 1
    while line.at(k) == ",":
        k += 1
    if verb.lemma == "tell":
        k = _past_addressee(line, k)
    rest = range(k, line.size)
    if not any(line.word(x) for x in rest):
        return True
    rest = range(k, next((x for x in rest if line.dash(x) or line.at(x) == ";"), line.size))
    if any(line.mark[x] for x in rest) or line.offset(rest.stop) - line.offset(k) > _AFTERTHOUGHT:
        return False
    if "that" in line.lower[k : k + 5] or line.at(k + 1) in ("least", "most", "many"):
        return False
    return line.is_(k, "afterthoughts") or (line.capital(k) and line.at(k + 1) in ("on", "in"))


def _past_addressee(line: Line, k: int) -> int:
    """The word after whom somebody told: "told reporters |", "told the BBC |"."""
    start = k
    while k < line.size and k < start + 7 and line.nominal(k) and not line.is_(k, "afterthoughts"):
        k += 1
    return k
