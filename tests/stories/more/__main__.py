"""Print the scores of the stories and every miss: ``python -m tests.stories.more [story ...]``."""

import sys
from collections import Counter

from reconcile.rulebook import load
from tests.stories.more.scoring import STORIES, figures, score

if __name__ == "__main__":
    book, total = load(), Counter[str]()
    for story in STORIES:
        if story["id"] in (sys.argv[1:] or [story["id"]]):
            counts, misses = score(story, book)
            total += counts
            print(story["id"])
            print("".join(f"  {miss}\n" for miss in misses), end="")
    for name, value in figures(total).items():
        print(f"{name:20} {value:.2f}")
