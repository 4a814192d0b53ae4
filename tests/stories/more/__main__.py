"""Print the scores of a set of stories and every miss: ``python -m tests.stories.more [set] [story ...]``.

The sets are stories (the default), newsroom and unseen. Of the unseen stories only the scores are printed: who
reads their misses has seen them.
"""

import sys
from collections import Counter

from reconcile.rulebook import load
from tests.stories.more.scoring import SETS, figures, score, stories

if __name__ == "__main__":
    words = [word.removeprefix("--") for word in sys.argv[1:]]
    name = words.pop(0) if words and words[0] in SETS else SETS[0]
    book, total = load(), Counter[str]()
    for story in stories(name):
        if story["id"] in (words or [story["id"]]):
            counts, misses = score(story, book)
            total += counts
            if name != "unseen":
                print(story["id"])
                print("".join(f"  {miss}\n" for miss in misses), end="")
    for what, value in figures(total).items():
        print(f"{what:20} {value:.2f}")
