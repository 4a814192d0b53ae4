"""What grouping and judging cost: synthetic claims about many stories, CPU seconds and peak memory.

    python benchmarks/grouping.py [CLAIMS ...]

Each story is told by ten articles of ten figures; every figure answers one of ten questions that all
articles of the story answer, a few of them with another number, another hedge or another day. Every
size runs in a process of its own, so that its peak memory is its own.
"""

import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from reconcile.comparison import compare
from reconcile.extraction.plausible import plausible
from reconcile.model import (
    Attribution,
    Claim,
    Document,
    Grain,
    Kind,
    Measure,
    Modifier,
    Period,
    Quantity,
    Settings,
    Span,
)
from reconcile.rulebook import Rules, load

SIZES = (100_000, 200_000, 400_000)
ARTICLES, QUESTIONS = 10, 10  # of a story
PROPERTIES = (
    "deaths",
    "injured",
    "displaced",
    "evacuated",
    "crowd_size",
    "arrests",
    "rescued",
    "missing",
    "budget",
    "depth",
)
SYLLABLES = ("ba", "cor", "den", "el", "fan", "gri", "hol", "im", "jor", "kel", "lun", "mar", "nov", "or", "pel", "tov")
SOURCES = ("the ministry", "the mayor", "the hospital", "the union", "the agency", None)


def name(dice: random.Random) -> str:
    """A place that no other story has."""
    return "".join(dice.choices(SYLLABLES, k=5)).title()


def story(number: int, rules: Rules) -> tuple[list[Document], list[Claim]]:
    """The articles of one story and the claims in them."""
    dice = random.Random(number)  # noqa: S311 - no secret depends on it
    names = [name(dice) for _ in range(12)]
    truths = [dice.randint(2, 9_000) for _ in range(QUESTIONS)]
    documents, claims = [], []
    for article in range(ARTICLES):
        id = f"story{number:05}-{article}"
        words = " ".join(dice.sample(names, 8))
        day = date(2024, 1, 1) + timedelta(days=number % 300 + dice.randint(0, 1))
        documents.append(Document(id, f"{words}. The valley of {names[0]}.", f"Paper {article}", day.isoformat()))
        for question, truth in enumerate(truths):
            claims.append(claim(f"{id}-{question}", id, question, truth, names, day, dice, rules))
    return documents, claims


def claim(
    id: str, doc: str, question: int, truth: int, names: list[str], day: date, dice: random.Random, rules: Rules
) -> Claim:
    """One article's figure for one question: mostly the same as everybody's."""
    value = float(truth if dice.random() < 0.9 else round(truth * dice.uniform(0.5, 1.5)) + 1)
    modifier = dice.choice((Modifier.EXACT, Modifier.EXACT, Modifier.ABOUT, Modifier.AT_LEAST))
    text, source = f"{value:,.0f}", dice.choice(SOURCES)
    quantity = Quantity(
        start=40 * question,
        end=40 * question + len(text),
        text=text,
        low=value,
        high=None if modifier is Modifier.AT_LEAST else value,
        modifier=modifier,
        number=Span(0, len(text), text),
        unit="person",
        kind=Kind.COUNT,
        step=1,
    )
    sentence = f"{text} in {names[0]} near {names[question]}, {dice.choice(names)} and {dice.choice(names)}"
    return Claim(
        id=id,
        doc=doc,
        quantity=quantity,
        plausible=plausible(quantity, rules),
        attribution=Attribution(source=Span(0, len(source), source) if source else None, name=source),
        measure=Measure(PROPERTIES[question], "person", (("place", names[0]),), "synthetic"),
        as_of=Period(day, day, Grain.DAY),
        sentence=Span(0, len(sentence), sentence),
    )


def run(size: int) -> str:
    """One line of the table: what a corpus of ``size`` claims costs to compare."""
    rules = load()
    stories = [story(number, rules) for number in range(size // (ARTICLES * QUESTIONS))]
    documents = [document for told, _ in stories for document in told]
    claims = [made for _, given in stories for made in given]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.process_time()
    found = compare(claims, documents, rules, Settings())
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    facts = sum(len(fact.claims) > 1 for fact in found.facts)
    return (
        f"{len(claims):>8,} {len(documents):>9,} {facts:>8,} {seconds:>12.1f} "
        f"{seconds / len(claims) * 1e6:>14.0f} {before:>12,.0f} {peak:>10,.0f}"
    )


def lines(sizes: tuple[int, ...]) -> Iterator[str]:
    """The table, each size measured in a process of its own."""
    yield "  claims  articles    facts  CPU seconds  µs per claim  MB of input   peak MB"
    for size in sizes:
        yield subprocess.run(
            [sys.executable, __file__, "--one", str(size)], capture_output=True, text=True, check=True
        ).stdout.rstrip()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(run(int(sys.argv[2])))
    else:
        for line in lines(tuple(map(int, sys.argv[1:])) or SIZES):
            print(line, flush=True)
