"""The stretches of text around a figure in which a sign of its stance can stand."""

import re
from dataclasses import dataclass

from reconcile.extraction.attribution.lexicon import Lexicon
from reconcile.extraction.context import Sentence
from reconcile.model import Quantity

_WINDOW = 220  # characters to either side of a figure in which a sign counts
_NEXT = 80  # characters of the sentence behind in which it says "this was wrong"
_OPENING = 4  # words of a clause in which what opens it holds for all of it
_CLAUSE_MARK = re.compile(r"[;:()]|,\s(?!\d)|\s[—–-]\s")
_STOP = re.compile(r"[;:()]|\s[—–]\s")
_SETTING = re.compile(r"\s*(?:In|When|By|After|Back in|Until)\b[^,]{0,80},")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d(?:[\d.,]*\d)?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Each a few stretches. ``before`` ends where the number begins, ``clause`` is the figure's clause before it,
    ``anywhere`` all of its clause, ``sentence`` the sentence before it, ``after`` the sentence behind it, ``next``
    the head of the sentence behind, and ``own`` the part of its clause that no other figure's words divide from it.

    ``figure_before`` is whether another figure stands before it in its sentence.
    """

    before: tuple[str, ...]
    clause: tuple[str, ...]
    anywhere: tuple[str, ...]
    sentence: tuple[str, ...]
    after: tuple[str, ...]
    next: tuple[str, ...]
    own: tuple[str, ...]
    figure_before: bool

    @property
    def all(self) -> str:
        """All of the words around."""
        return " ".join((*self.before, *self.anywhere, *self.sentence, *self.after, *self.next, *self.own))


def surroundings(text: str, quantity: Quantity, sentence: Sentence, lexicon: Lexicon) -> Surroundings:
    """The words around a figure, by how near they stand."""
    number = quantity.number.start
    low = max(sentence.start, number - _WINDOW)
    before = text[low : quantity.start]
    start = max((mark.end() for mark in _CLAUSE_MARK.finditer(before)), default=0)
    rest = text[quantity.end : min(sentence.end, quantity.end + _WINDOW)]
    mark, stop = _CLAUSE_MARK.search(rest), _STOP.search(rest)
    after = rest[: mark.start()] if mark else rest
    line_end = text.find("\n", sentence.end, sentence.end + _NEXT)
    behind = text[sentence.end : line_end if line_end >= 0 else sentence.end + _NEXT]
    return Surroundings(
        before=(text[low:number], before),
        clause=(before[start:],),
        anywhere=(f"{before[start:]} {after}",),
        sentence=(before[before.rfind(";") + 1 :],),
        after=(_to_next_clause(rest[: stop.start()] if stop else rest, lexicon),),
        next=(behind.lstrip(),),
        own=(_setting(before), _own_before(before[start:], lexicon), _own_after(after, lexicon)),
        figure_before=any(_is_figure(found[0], lexicon) for found in _TOKEN.finditer(before)),
    )


def _setting(before: str) -> str:
    """The words that open a sentence and say when: "When it shut in 1983, ..."."""
    opening = _SETTING.match(before)
    return opening[0] if opening else ""


def _own_before(clause: str, lexicon: Lexicon) -> str:
    """Of the words before a figure those behind another figure; with what opens the clause, if it says when."""
    cut, opening = 0, 0
    for words, found in enumerate(_TOKEN.finditer(clause), 1):
        if _is_figure(found[0], lexicon):
            cut = found.end()
        elif words <= _OPENING and cut == 0:
            opening = found.end()
    return clause if cut == 0 else f"{clause[:opening]} | {clause[cut:]}"


def _to_next_clause(rest: str, lexicon: Lexicon) -> str:
    """The words behind a figure before "and", "but" or "while"."""
    openers = (found.start() for found in _TOKEN.finditer(rest) if found[0].lower() in lexicon["clause-openers"])
    return rest[: next(openers, len(rest))]


def _own_after(after: str, lexicon: Lexicon) -> str:
    """Of the words behind a figure those before another figure, or before what it is held against."""
    for found in _TOKEN.finditer(after):
        if found[0].lower() in lexicon["held-against"] or _is_figure(found[0], lexicon):
            return after[: found.start()]
    return after


def _is_figure(word: str, lexicon: Lexicon) -> bool:
    if word[0].isdigit():
        return _YEAR.match(word) is None
    return word.lower() in lexicon["number-words"] and word.lower() not in lexicon["scales"]
