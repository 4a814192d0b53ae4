"""How fast figures are read: beside quantulum3, by length, from a cold start, and in how much memory.

    python -m benchmarks.speed [TEXT ...]

Reads the texts named, or text that it generates from a fixed seed. Prints a table and writes it to
benchmarks/results.md with the machine described. Times are CPU seconds of this process, so that other
work on the machine disturbs them least; start-up is wall time, for that is what a user waits for.
"""

import os
import platform
import random
import resource
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path

RESULTS = Path(__file__).parent / "results.md"
SIZES = (1, 2, 4, 8, 16)  #: megabytes
PEER_SAMPLE = 60_000  #: characters that quantulum3 is given; it takes a second for them
ARTICLE = 4_000  #: characters of an article
SENTENCE = "Police said that about 115,000 people were there."

_SUBJECTS = ("The ministry", "A spokesman for the union", "The governor", "An aide", "The agency", "Her lawyer")
_PLAIN = (
    "{s} declined to comment on the report, which was first published by a local paper.",
    "{s} said that talks would go on in the capital and that no decision had been taken so far.",
    "Residents along the river described a long night of wind, rain and darkness before help arrived.",
    "The dispute has divided the region for years, and few expect it to end with the coming vote.",
    "Critics call the plan a gift to those who need it least, while supporters speak of a fresh start.",
    "{s} had warned that the old bridge was not fit for heavy traffic and should be replaced.",
)
_FIGURES = (
    "{s} put the number at about {n:,} people, up from {m:,} a year before.",
    "Shares fell {p} percent after the company said it would cut {n:,} jobs.",
    "The project will cost between ${q} million and ${r} million, {s} said on Tuesday.",
    "At least {q} homes were damaged and {r} people were taken to hospital.",
)


def generated(size: int, seed: int = 7, figures: float = 0.05) -> str:
    """News-like text of about ``size`` characters; ``figures`` is the share of sentences with a figure in them."""
    rng = random.Random(seed)  # noqa: S311 - text for a benchmark, not a secret
    parts: list[str] = []
    length = 0
    while length < size:
        pattern = rng.choice(_FIGURES if rng.random() < figures else _PLAIN)
        q = rng.randrange(3, 60)
        sentence = pattern.format(
            s=rng.choice(_SUBJECTS), n=rng.randrange(100, 90_000), m=rng.randrange(100, 90_000), p=q / 10, q=q, r=q + 12
        )
        parts.append(sentence + ("\n\n" if rng.random() < 0.3 else " "))
        length += len(parts[-1])
    return "".join(parts)


def cpu(work: Callable[[], object], repeat: int = 3) -> float:
    """The least CPU seconds that ``work`` takes."""
    times = []
    for _ in range(repeat):
        before = time.process_time()
        work()
        times.append(time.process_time() - before)
    return min(times)


def megabytes(text: str) -> float:
    """The size of ``text`` in UTF-8."""
    return len(text.encode()) / 1e6


def ours(text: str) -> int:
    """The number of figures that the engine reads in ``text``."""
    from reconcile.extraction.quantities import find_quantities
    from reconcile.rulebook import load

    return len(find_quantities(text, load()).quantities)


def claims(texts: Iterable[str]) -> int:
    """The number of claims in articles: figures with their sources, dates and measures."""
    from reconcile.extraction.claims import extract
    from reconcile.model import Document, Settings
    from reconcile.rulebook import load

    rules, settings = load(), Settings()
    documents = (Document(str(number), text, published="2022-03-16") for number, text in enumerate(texts))
    return sum(len(extract(document, rules, settings).claims) for document in documents)


def articles(text: str) -> list[str]:
    """A text in pieces as long as an article, cut between paragraphs."""
    pieces, start = [], 0
    while start < len(text):
        end = text.find("\n", start + ARTICLE) + 1 or len(text)
        pieces.append(text[start:end])
        start = end
    return pieces


def peer(paragraphs: Iterable[str]) -> int:
    """The number of figures that quantulum3 reads, paragraph by paragraph: on whole articles it is slower still.

    Its classifier is switched off: with another scikit-learn than the one it was made with, it fails.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import quantulum3.classifier
        from quantulum3 import parser

        quantulum3.classifier.USE_CLF = False
        return sum(len(parser.parse(paragraph)) for paragraph in paragraphs)


def started(*command: str) -> str:
    """The least seconds that a command takes from start to end, and of these the CPU seconds."""
    walls, works = [], []
    for _ in range(5):
        before, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        walls.append(time.perf_counter() - before)
        works.append(after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime)
    return f"{min(walls):.2f} ({min(works):.2f} CPU)"


def comparison(text: str) -> list[tuple[str, str]]:
    """Both engines on the same text in the same run."""
    sample = text[: text.rfind("\n", 0, PEER_SAMPLE) + 1] or text[:PEER_SAMPLE]
    paragraphs = [line for line in sample.split("\n") if line.strip()]
    ours(sample), peer(paragraphs[:2])  # compile and load outside the measurement
    engine = megabytes(text) / cpu(lambda: ours(text))
    by_paragraph = megabytes(sample) / cpu(lambda: [ours(paragraph) for paragraph in paragraphs])
    other = megabytes(sample) / cpu(lambda: peer(paragraphs), repeat=1)
    pieces = articles(text)
    claims(pieces[:2])
    whole = megabytes(text) / cpu(lambda: claims(pieces))
    density = ours(text) / megabytes(text) / 1000
    return [
        ("figures in a kilobyte of the text", f"{density:.2f}"),
        ("reconcile, whole text, MB per CPU second", f"{engine:.2f}"),
        ("reconcile, with sources, dates and measures, MB per CPU second", f"{whole:.2f}"),
        ("reconcile, by paragraph, MB per CPU second", f"{by_paragraph:.2f}"),
        ("quantulum3, by paragraph, MB per CPU second", f"{other:.3f}"),
        ("ratio by paragraph", f"{by_paragraph / other:.0f}"),
    ]


def growth(text: str) -> list[tuple[str, str]]:
    """CPU seconds a megabyte as the text grows, on one line and in paragraphs."""
    rows = []
    for name, base in (("in paragraphs", text), ("on one line", text.replace("\n", " "))):
        first = 0.0
        for size in SIZES:
            part = (base * (size * 1_000_000 // len(base) + 1))[: size * 1_000_000]
            seconds = cpu(lambda part=part: ours(part), repeat=1 if size > 4 else 3) / size  # type: ignore[misc]
            first = first or seconds
            rows.append((f"{size} MB {name}, CPU seconds per MB", f"{seconds:.3f} ({seconds / first:.2f} of 1 MB)"))
    return rows


def start_up() -> list[tuple[str, str]]:
    """What a user waits for before anything is read."""
    command = str(Path(sys.executable).parent / "reconcile")
    if not Path(command).exists():
        return [("start-up", "not measured: the command is not installed")]
    return [
        ("`reconcile --help`, seconds", started(command, "--help")),
        ("`reconcile explain` of one sentence, seconds", started(command, "explain", SENTENCE)),
    ]


def memory() -> list[tuple[str, str]]:
    """The most memory that this process held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3) / 1e3
    return [("peak memory with 16 MB of text held, GB", f"{peak:.2f}")]


def machine() -> str:
    """The machine, without its name, and how busy it is with other work."""
    load = f", load average {os.getloadavg()[0]:.1f} before the run" if hasattr(os, "getloadavg") else ""
    return (
        f"{platform.system()} on {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}{load}"
    )


def table(rows: Iterable[tuple[str, str]]) -> str:
    """The rows as Markdown."""
    return "\n".join(["| measure | value |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)])


def main(paths: list[str]) -> int:
    """Measure, print and write the table."""
    text = "\n\n".join(Path(path).read_text(encoding="utf-8") for path in paths) if paths else generated(1_000_000)
    source = f"{len(paths)} texts given" if paths else "text that it generates from a fixed seed"
    where = machine()
    rows = [*comparison(text)]
    if not paths:
        dense = generated(1_000_000, figures=0.2)
        rows += [(f"{name} (dense text)", value) for name, value in comparison(dense)]
    rows += [*growth(text), *memory(), *start_up()]
    report = f"# Speed\n\nMeasured by `python -m benchmarks.speed` on {source}.\n\n{where}.\n\n{table(rows)}\n"
    print(report)
    RESULTS.write_text(report, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
