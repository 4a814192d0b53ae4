"""What goes on unquoted into the next sentence: "Forty were hurt, the brigade said. | Nine of them are children."

Only where the grammar shows it: a figure whose noun stands in the sentence before, or a tense that reported
speech alone explains.
"""

from collections.abc import Sequence

from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.links import Frame, Link
from reconcile.model import Quantity, Stance
from reconcile.rulebook.attribution import Cue

_SPEECH = (Frame.LEAD, Frame.TRAIL, Frame.INVERTED, Frame.ACCORD)
_SHORTEST = 12  # characters of what is said; "what the army claims" says nothing more
_ADDED = 2  # words before a figure that opens its sentence: "A further 40"
_NEAR = 4  # words before a figure that its clause can open with: "In May there were 30"


def going_on(links: Sequence[Link], before: Line, line: Line, figure: Quantity) -> Link | None:
    """The one speaker of the sentence ``before`` (with its ``links``), where ``line`` goes on with what was said."""
    said = [link for link in links if link.source is not None and link.frame in _SPEECH and _says(link)]
    said = [link for link in said if any(end - start > _SHORTEST for start, end in link.scope)]
    if len({link.source for link in said}) != 1 or any(before.inside):
        return None
    last = said[-1]
    if last.rule.stance in (Stance.DENIED, Stance.RETRACTED) or last.negated:
        return None
    first, after = _word_at(line, figure.start), _word_at(line, figure.end)
    if last.source is None or before.is_(_word_at(before, last.source[0]), "relatives"):
        return None
    leans = (figure.counted is None and _leans_back(line, first, after)) or _adds(line, first)
    return last if leans or (_is_past(before, last) and _backshifted(line, before)) else None


def _word_at(line: Line, offset: int) -> int:
    return next((i for i in range(line.size) if line.words[i].end > offset), 0)


def _says(link: Link) -> bool:
    return not isinstance(link.rule, Cue) or link.rule.type == "say"


def _leans_back(line: Line, first: int, after: int) -> bool:
    """Whether a figure opens its clause without a noun: "Nine of them were", "Fifteen have been", "there were 30"."""
    if first and not (first <= _NEAR and line.at(first - 2) == "there" and line.is_(first - 1, "be")):
        return False
    if line.at(after) == "of":
        return line.is_(after + 1, "leaning") and line.is_(after + 2, "finite")
    return line.is_(after, "finite") or (first > 0 and line.at(after) in (".", ""))


def _adds(line: Line, first: int) -> bool:
    """Whether a figure opens its sentence and adds to the one before: "A further 40", "Another nine"."""
    return first <= _ADDED and any(line.at(k) in ("further", "another", "additional") for k in range(first + _ADDED))


def _is_past(line: Line, link: Link) -> bool:
    """Whether somebody said it, and does not say it."""
    said = line.lexicon.verbs.get(next(word.lower for word in line.words if word.start >= link.cue[0]))
    return said is not None and said.past


def _backshifted(line: Line, before: Line) -> bool:
    """Whether a pronoun stands with a tense shifted back: "It had stood at", "They would go", "There had been"."""
    if not (line.is_(0, "pronouns") or line.at(0) == "there"):
        return False
    if line.at(1) == "would":
        return "would" in before.lower
    participle = line.at(2).endswith("ed") or line.is_(2, "be") or line.is_(2, "strong-participles")
    return line.at(1) == "had" and participle
