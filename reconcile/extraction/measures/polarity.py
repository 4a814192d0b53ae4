"""Whether a verb said of a figure is denied: "14 of the workers were not paid", "failed to return", "never voted".

The denial of a verb gives another property. "No fewer than 40", "did not deny that 40 were hurt" and "not
only hurt" deny nothing of the figure: only what stands between a verb and its subject counts, auxiliaries
and adverbs.
"""

from reconcile.extraction.measures.frames import Frame
from reconcile.extraction.measures.lexicon import Lexicon

_TURN = 12  # words before "without" in which a denial turns it round
_ASIDES = ("be", "have", "modal", "adverb")


def denied(at: int, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the verb at word ``at`` is denied."""
    words = frame.words
    if words[at].lower in lexicon.words["undone"]:
        return True
    if at < frame.first and _put_right(frame):
        return False
    low = max(0, at - 6)
    for i in range(at - 1, low - 1, -1):
        word = words[i].lower
        if i < frame.last and i >= frame.first:
            return False
        if word in lexicon.words["negator"] or word.endswith(("n't", "n’t")):
            return words[i + 1].lower not in ("only", "just", "merely", "simply", "least")
        if word in lexicon.words["failing"]:
            return words[i + 1].lower == "to" or (word == "without" and not _turned(i, frame, lexicon))
        if word != "to" and not word.endswith("ly") and not any(word in lexicon.words[name] for name in _ASIDES):
            return False
    return False


def negative(property: str) -> str:
    """The name of the property that the denial of a verb gives."""
    return f"not_{property}" if " " not in property else f"not {property}"


def _turned(at: int, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether a denial before "without" turns it round: "you cannot save that without losing 40 posts"."""
    before = frame.lower(max(frame.left, at - _TURN), at)
    return any(word in lexicon.words["negator"] or word.endswith(("n't", "n’t")) for word in before)


def _put_right(frame: Frame) -> bool:
    """ "The fire did not kill 40 but 60": another figure is put in its place."""
    after = frame.lower(frame.last, frame.last + 2)
    return after[:1] == ["but"] or after == [",", "but"]
