"""Articles that stand for one: "just over a month", "an hour and a half", "a mile or two"."""

import re

from reconcile.extraction.figures import Figure
from reconcile.extraction.modifiers import TIMES, modifier_after, modifier_before, spans_time
from reconcile.extraction.ranges import Range, join_range
from reconcile.extraction.vocabulary import vocabulary
from reconcile.rulebook import Rules

_LAST_WORD = re.compile(r"([^\W\d_]+) \Z")


def is_one(text: str, figure: Figure, floor: int, rules: Rules) -> bool:
    """Does the article of ``figure`` measure as "one" would: hedged, with a part or a finer unit, or in a range?

    What stands before ``floor`` belongs to the figure before.
    """
    if figure.after is None:
        return False
    word = _LAST_WORD.search(text, max(floor, figure.start - 8), figure.start)
    if word is not None and word[1].lower() in vocabulary(rules).no_article_leads:
        return False  # "twice a week"
    if figure.low != 1:
        return True
    hedge = modifier_before(text, figure.start, rules)
    if hedge is not None and hedge.start >= floor:
        loose = figure.after.unit in TIMES and spans_time(text, hedge)  # "over a year" may be during it
        return hedge.means.means is not None and not loose
    return modifier_after(text, figure.end, rules) is not None or isinstance(join_range(text, figure, rules), Range)
