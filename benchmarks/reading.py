"""How fast and in how much memory a long JSONL file is read.

    python benchmarks/reading.py [--megabytes 100]

Writes a file of made articles to a temporary folder, reads it to its end in a process of its own, and
prints the documents read, the seconds, the speed and the peak of resident memory of that process.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SENTENCE = (
    "the ferry ran aground near harbour on Monday and rescuers said that around 340 passengers were put ashore by "
    "midnight while officials counted 27 hurt people of whom two badly in a statement from ministry according to"
)


def write(path: Path, megabytes: float) -> None:
    """A JSONL file of about so many megabytes: articles of 20 paragraphs, each of them different."""
    words = SENTENCE.split()
    chance = random.Random(7)  # noqa: S311 - filler, not a secret
    left = megabytes * 1e6
    with path.open("w", encoding="utf-8") as out:
        number = 0
        while left > 0:
            paragraphs = (" ".join(chance.choices(words, k=60)).capitalize() + "." for _ in range(20))
            record = {
                "id": f"doc{number}",
                "text": "\n\n".join(paragraphs),
                "published": "2023-03-14",
                "publisher": "Gazette",
            }
            left -= out.write(json.dumps(record) + "\n")
            number += 1


def measure(path: str) -> None:
    """Read one file and print what that took, as JSON."""
    from reconcile.reading import read
    from reconcile.rulebook import load

    rules = load()
    before = time.perf_counter()
    count = sum(1 for _ in read([path], rules))
    seconds = time.perf_counter() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(json.dumps({"documents": count, "seconds": seconds, "peak_mb": peak}))


def main() -> None:
    """Write, read in a child process, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(options.measure)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        write(path, options.megabytes)
        size = path.stat().st_size / 1e6
        done = subprocess.run(
            [sys.executable, __file__, "--measure", str(path)], check=True, stdout=subprocess.PIPE, text=True
        )
    found = json.loads(done.stdout)
    print(f"read       {size:8.0f} MB, {found['documents']:,} documents")
    print(f"time       {found['seconds']:8.1f} s, {size / found['seconds']:.1f} MB/s")
    print(f"peak       {found['peak_mb']:8.0f} MB resident")


if __name__ == "__main__":
    main()
