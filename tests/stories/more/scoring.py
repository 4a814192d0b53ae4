"""How the engine does on the stories beside this file: what a careful reader would count."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from reconcile import pipeline
from reconcile.model import Claim, Document, Fact, Report, Settings, VerdictKind
from reconcile.reading.furniture import find_furniture
from reconcile.rulebook import Rules

HERE = Path(__file__).parent
SETS = ("stories", "newsroom", "unseen")

Story = dict[str, Any]
Figure = dict[str, str | list[str | int]]  #: the document, and the words in it or the words and which place of theirs


def stories(name: str) -> list[Story]:
    """The stories of one set."""
    found: list[Story] = yaml.load((HERE / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return found


@dataclass
class Reading:
    """One story as the engine reports it."""

    report: Report
    texts: dict[str, str]

    def __post_init__(self) -> None:
        self.fact_of: dict[str, Fact] = {c: fact for fact in self.report.findings.facts for c in fact.claims}
        self.claims = {claim.id: claim for claim in self.report.claims}

    def find(self, figure: Figure, taken: Iterable[str] = ()) -> str | None:
        """The id of the claim at the words of a figure; the next such words where an earlier figure has it."""
        [(doc, where)] = figure.items()
        words, place = (str(where[0]), int(where[1])) if isinstance(where, list) else (str(where), 1)
        start = -1
        for _ in range(place):
            start = self.texts[doc].find(words, start + 1)
            if start < 0:
                raise ValueError(f"{doc} does not say {words!r} {place} times")
        while start >= 0:
            for claim in self.claims.values():
                quantity = claim.quantity
                inside = claim.doc == doc and quantity.start < start + len(words) and quantity.end > start
                if inside and claim.id not in taken:
                    return claim.id
            start = self.texts[doc].find(words, start + 1)
        return None

    def told(self, id: str) -> str:
        """A claim in a few words, for the list of misses."""
        claim = self.claims[id]
        measure = claim.measure
        about = ", ".join(f"{name}={value}" for name, value in measure.qualifiers)
        fact = self.fact_of[id].id[:4] if id in self.fact_of else "-"
        when = claim.as_of.iso() if claim.as_of else None
        return (
            f"{claim.quantity.text!r} [{measure.property}, {measure.entity}, {about}; {when}; {who(claim)}] in {fact}"
        )


def who(claim: Claim) -> str | None:
    """Who gives a figure."""
    return claim.attribution.name or (claim.attribution.source.text if claim.attribution.source else None)


def score(story: Story, rules: Rules) -> tuple[Counter[str], list[str]]:
    """What was right and what was missed in one story."""
    return score_reading(story, read(story, rules))


def score_reading(story: Story, reading: Reading) -> tuple[Counter[str], list[str]]:
    """The same of a report that was made already."""
    counts, misses = Counter[str](), list[str]()
    groups = _figures(story, reading, counts, misses)
    _groups(reading, groups, counts, misses)
    _verdicts(story, reading, groups, counts, misses)
    _negatives(story, reading, counts, misses)
    return counts, misses


def read(story: Story, rules: Rules) -> Reading:
    """The engine's report on a story."""
    documents = documents_of(story, rules)
    texts = {document.id: document.text for document in documents}
    return Reading(pipeline.reconcile(documents, rules, Settings()), texts)


def documents_of(story: Story, rules: Rules) -> list[Document]:
    """The documents of a story."""
    return [
        Document(
            name,
            about["text"],
            about["publisher"],
            str(about["date"]),
            furniture=find_furniture(about["text"], rules),
        )
        for name, about in story["docs"].items()
    ]


def _figures(story: Story, reading: Reading, counts: Counter[str], misses: list[str]) -> list[list[str]]:
    """The claims of each fact; a figure that was not read or not judged is a miss."""
    taken: set[str] = set()
    groups = []
    for fact in story["facts"]:
        group = []
        for figure in fact["figures"]:
            id = reading.find(figure, taken)
            counts["figures"] += 1
            if id is None:
                misses.append(f"not read: {figure}")
                continue
            taken.add(id)
            group.append(id)
            if id in reading.fact_of:
                counts["figures found"] += 1
            else:
                misses.append(f"not judged: {reading.told(id)}")
        groups.append(group)
    return groups


def _groups(reading: Reading, groups: list[list[str]], counts: Counter[str], misses: list[str]) -> None:
    known = {id for group in groups for id in group}
    wanted = {frozenset(pair) for group in groups for pair in combinations(group, 2)}
    made = {frozenset(p) for fact in reading.report.findings.facts for p in combinations(fact.claims, 2)}
    made = {pair for pair in made if pair <= known}
    counts["pairs"] += len(wanted)
    counts["pairs made"] += len(made)
    counts["pairs right"] += len(wanted & made)
    misses += [f"wrongly joined: {' | '.join(map(reading.told, sorted(pair)))}" for pair in made - wanted]


def _verdicts(story: Story, reading: Reading, groups: list[list[str]], counts: Counter[str], misses: list[str]) -> None:
    right = set()
    for fact, group in zip(story["facts"], groups, strict=True):
        accepted = fact["verdict"] if isinstance(fact["verdict"], list) else [fact["verdict"]]
        held = Counter(reading.fact_of[id].id for id in group if id in reading.fact_of)
        best = next((one for one, n in held.most_common(1) if n >= 2), None)
        verdict = next((f.verdict.kind.value for f in reading.report.findings.facts if f.id == best), None)
        counts["verdicts"] += 1
        counts["verdicts right"] += verdict in accepted
        if "conflict" in accepted and best:
            right.add(best)
        if verdict not in accepted or len(held) > 1:
            misses.append(f"want {accepted}, got {verdict}: {' | '.join(map(reading.told, group))}")
    for found in reading.report.findings.facts:
        if found.verdict.kind is VerdictKind.CONFLICT:
            counts["conflicts"] += 1
            counts["conflicts right"] += found.id in right
            if found.id not in right:
                misses.append(f"false alarm: {found.verdict.because}")


def _negatives(story: Story, reading: Reading, counts: Counter[str], misses: list[str]) -> None:
    for pair in story.get("apart", ()):
        one, other = (reading.find(figure) for figure in pair)
        counts["apart"] += 1
        if one and other and one != other and reading.fact_of.get(one, one) is reading.fact_of.get(other, other):
            counts["apart joined"] += 1
            misses.append(f"joined: {pair}")
    for figure in story.get("incidental", ()):
        id = reading.find(figure)
        counts["incidental"] += 1
        if id in reading.fact_of:
            counts["incidental judged"] += 1
            misses.append(f"judged, though incidental: {reading.told(id)}")


def figures(counts: Counter[str]) -> dict[str, float]:
    """The scores: shares from 0 to 1."""
    share = lambda part, whole: counts[part] / counts[whole] if counts[whole] else 1.0  # noqa: E731
    precision, recall = share("pairs right", "pairs made"), share("pairs right", "pairs")
    return {
        "figures found": share("figures found", "figures"),
        "group precision": precision,
        "group recall": recall,
        "group F1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "verdicts": share("verdicts right", "verdicts"),
        "conflict precision": share("conflicts right", "conflicts"),
        "apart joined": share("apart joined", "apart"),
        "incidental judged": share("incidental judged", "incidental"),
    }
