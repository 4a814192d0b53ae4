"""What each figure measures: its property, of what or whom, and what narrows it.

A figure's words are read outward from it. Topics (rules/topics) know the nouns and verbs of a subject;
where none fits, the governing verb or noun itself is the property. Two wordings of one question give
the same measure; what the words do not say stays out of it.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from reconcile.extraction.context import Context
from reconcile.extraction.measures.behaviour import behaviour_of
from reconcile.extraction.measures.carried import Memory
from reconcile.extraction.measures.draft import Setting
from reconcile.extraction.measures.frames import frames_of
from reconcile.extraction.measures.headline import fold, headline_end
from reconcile.extraction.measures.lexicon import lexicon
from reconcile.extraction.measures.names import Known
from reconcile.extraction.measures.properties import Hits
from reconcile.extraction.measures.reading import read_figure
from reconcile.model import Attribution, Measure, Period, Quantity
from reconcile.rulebook import Rules

__all__ = ["behaviour_of", "measure"]

_LONGEST = 4_000  # characters of a paragraph whose words settle what a word of many meanings means
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def measure(
    context: Context,
    quantities: Sequence[Quantity],
    attributions: Sequence[Attribution],
    periods: Sequence[Period | None],
    rules: Rules,
) -> list[Measure]:
    """The measure of each figure, in the order given, which is that of the text."""
    words = lexicon(rules)
    end = headline_end(context.text)
    headline = _words(context.text, 0, end)
    setting = Setting(context, Known(context), Memory(), words, rules, headline)
    measures: list[Measure] = []
    numbered = zip(quantities, attributions, periods, strict=True)
    around, paragraph = headline, (-1, -1)
    for sentence, group in groupby(numbered, key=lambda item: context.sentence(item[0].start)):
        figures = list(group)
        siblings = [quantity for quantity, _, _ in figures]
        setting.memory.enter(sentence)
        hits = Hits(sentence.words, words)
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            around = headline | _words(context.text, *paragraph)
        for frame, (_, attribution, _) in zip(frames_of(sentence, siblings, words), figures, strict=True):
            what = read_figure(frame, hits, attribution, around, setting)
            setting.memory.keep(frame, what)
            measures.append(what)
    return fold(quantities, measures, end)


def _words(text: str, start: int, end: int) -> frozenset[str]:
    """The words of a paragraph, or of as much of it as matters."""
    return frozenset(_WORD.findall(text[start : min(end, start + _LONGEST)].lower()))
