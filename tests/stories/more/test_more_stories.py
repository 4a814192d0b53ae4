"""Rules carry over to subjects nobody tuned them on: each set of stories as a whole keeps these scores.

`python -m tests.stories.more [set]` prints every miss with the measures that were read. The unseen stories have no
line to hold here: they are scored for docs/accuracy.md, and whoever reads their misses has seen them.
"""

from collections import Counter

import pytest

from reconcile.rulebook import Rules
from tests.stories.more.scoring import figures, score, stories

AT_LEAST = {
    "stories": {"figures found": 0.97, "group F1": 0.88, "verdicts": 0.88, "conflict precision": 0.95},
    "newsroom": {"figures found": 0.80, "group F1": 0.60, "verdicts": 0.45, "conflict precision": 0.75},
}
AT_MOST = {
    "stories": {"apart joined": 0.05, "incidental judged": 0.05},
    "newsroom": {"apart joined": 0.10, "incidental judged": 0.12},
}


@pytest.mark.parametrize("name", AT_LEAST)
def test_the_stories_keep_their_scores(name: str, rules: Rules) -> None:
    total = Counter[str]()
    for story in stories(name):
        counts, _ = score(story, rules)
        total += counts
    reached = figures(total)
    assert {what: value for what, value in reached.items() if value < AT_LEAST[name].get(what, 0)} == {}
    assert {what: value for what, value in reached.items() if value > AT_MOST[name].get(what, 1)} == {}
