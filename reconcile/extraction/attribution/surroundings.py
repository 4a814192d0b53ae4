"""The stretches of text around a figure in which a sign of its stance can stand."""

import re
from functools import cached_property

from reconcile.extraction.attribution.lexicon import Lexicon
from reconcile.extraction.context import Sentence
from reconcile.model import Quantity

_WINDOW = 220  # characters to either side of a figure in which a sign counts
_NEXT = 80  # characters of the sentence behind in which it says "this was wrong"
_OPENING = 4  # words of a clause in which what opens it holds for all of it
_CLAUSE_MARK = re.compile(r"[;:()]|,\s(?!\d)|\s[—–-]\s")
_STOP = re.compile(r"[;:()]|\s[—–]\s")
_SETTING = re.compile(r"\s*(?:in|when|by|after|back in|until)\b[^,]{0,80},")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d(?:[\d.,]*\d)?")
_FOUR = re.compile(r"\d{4}")
_LETTERS = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")


class Surroundings:
    """Each a few stretches in lower case, found when first asked for."""

    def __init__(self, text: str, quantity: Quantity, sentence: Sentence, lexicon: Lexicon) -> None:
        self._text, self._sentence, self._lexicon = text, sentence, lexicon
        low = max(sentence.start, quantity.number.start - _WINDOW)
        self._to_number = text[low : quantity.number.start].lower()
        self._before = text[low : quantity.start].lower()
        self._start = max((mark.end() for mark in _CLAUSE_MARK.finditer(self._before)), default=0)
        self._rest = text[quantity.end : min(sentence.end, quantity.end + _WINDOW)].lower()
        mark = _CLAUSE_MARK.search(self._rest)
        self._after = self._rest[: mark.start()] if mark else self._rest

    @cached_property
    def words(self) -> frozenset[str]:
        """All words around, in lower case."""
        return frozenset(_LETTERS.findall(f"{self._to_number} {self._rest} {self.next[0]}"))

    @property
    def names_year(self) -> bool:
        """Whether there is a number of four digits in its sentence at all."""
        return _FOUR.search(self._before) is not None or _FOUR.search(self._rest) is not None

    @property
    def before(self) -> tuple[str, ...]:
        """The sentence up to where the number begins, and up to its hedge."""
        return self._to_number, self._before

    @property
    def clause(self) -> tuple[str, ...]:
        """The figure's clause before it."""
        return (self._before[self._start :],)

    @cached_property
    def anywhere(self) -> tuple[str, ...]:
        """All of its clause."""
        return (f"{self._before[self._start :]} {self._after}",)

    @cached_property
    def sentence(self) -> tuple[str, ...]:
        """The sentence before it, from the last semicolon."""
        return (self._before[self._before.rfind(";") + 1 :],)

    @cached_property
    def after(self) -> tuple[str, ...]:
        """The sentence behind it, up to the next clause that "and" or "but" opens."""
        stop = _STOP.search(self._rest)
        return (_to_next_clause(self._rest[: stop.start()] if stop else self._rest, self._lexicon),)

    @cached_property
    def next(self) -> tuple[str, ...]:
        """The head of the next sentence of its paragraph."""
        end = self._sentence.end
        line_end = self._text.find("\n", end, end + _NEXT)
        return (self._text[end : line_end if line_end >= 0 else end + _NEXT].lstrip().lower(),)

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The part of its clause that no other figure or comparison parts from it, and what opens the sentence."""
        lexicon = self._lexicon
        return _setting(self._before), _own_before(self.clause[0], lexicon), _own_after(self._after, lexicon)

    @cached_property
    def figure_before(self) -> bool:
        """Whether another figure stands before it in its sentence."""
        return any(_is_figure(found[0], self._lexicon) for found in _TOKEN.finditer(self._before))


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
