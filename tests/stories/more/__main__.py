"""Print the scores of the stories and every miss: ``python -m tests.stories.more [--unseen] [story ...]``.

Of the unseen stories only the scores are printed: who reads their misses has seen them.
"""

import sys
from collections import Counter

from reconcile.rulebook import load
from tests.stories.more.scoring import STORIES, UNSEEN, figures, score

if __name__ == "__main__":
    unseen = "--unseen" in sys.argv[1:]
    wanted = [argument for argument in sys.argv[1:] if argument != "--unseen"]
    book, total = load(), Counter[str]()
    for story in UNSEEN if unseen else STORIES:
        if story["id"] in (wanted or [story["id"]]):
            counts, misses = score(story, book)
            total += counts
            if not unseen:
                print(story["id"])
                print("".join(f"  {miss}\n" for miss in misses), end="")
    for name, value in figures(total).items():
        print(f"{name:20} {value:.2f}")
