"""Rules carry over to subjects nobody tuned them on: the stories as a whole keep these scores.

`python -m tests.stories.more` prints every miss with the measures that were read. The scenarios score group F1
0.87 while these first scored 0.31: what is missing is breadth in rules/topics and in the generic path (verbs,
carried nouns, incidental figures) and grouping that leans on words and figures where no topic knows the measure.
"""

from collections import Counter

from reconcile.rulebook import Rules
from tests.stories.more.scoring import STORIES, figures, score

AT_LEAST = {"figures found": 0.97, "group F1": 0.88, "verdicts": 0.88, "conflict precision": 0.95}
AT_MOST = {"apart joined": 0.05, "incidental judged": 0.05}


def test_the_stories_keep_their_scores(rules: Rules) -> None:
    total = Counter[str]()
    for story in STORIES:
        counts, _ = score(story, rules)
        total += counts
    reached = figures(total)
    assert {name: value for name, value in reached.items() if value < AT_LEAST.get(name, 0)} == {}
    assert {name: value for name, value in reached.items() if value > AT_MOST.get(name, 1)} == {}
