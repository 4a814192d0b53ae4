"""Rules prove themselves: each is run on the sentences it says it must and must not match."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from reconcile.comparison.rate_wordings import stated_rates
from reconcile.extraction.claims import extract
from reconcile.extraction.plausible import tolerances
from reconcile.model import Document, Extraction, Settings
from reconcile.reading.furniture import find_furniture
from reconcile.reading.traces import traces
from reconcile.rulebook import Rule, Rules
from reconcile.rulebook.loading import line_of_rule

PUBLISHED = "2022-03-16"  #: the day, a Wednesday, on which the examples are taken to be published


def prove(rules: Iterable[Rule], book: Rules) -> Iterator[str]:
    """A line of advice for each example that is missing or does not hold; nothing where all do."""
    for rule in rules:
        for lacking in _lacking(rule):
            yield f"{_place(rule, book)}: {rule.ref} has no {lacking}"
        for sentence in rule.examples:
            if rule.ref not in fired(sentence, book):
                yield f"{_place(rule, book)}: {rule.ref} does not fire in its example {sentence!r}; mend either"
        for sentence in rule.counterexamples:
            if rule.ref in fired(sentence, book):
                yield f"{_place(rule, book)}: {rule.ref} fires in its counterexample {sentence!r}; mend either"


def _lacking(rule: Rule) -> Iterator[str]:
    if rule.fires and not rule.examples:
        yield "example; add under examples a sentence in which it must fire"
    if rule.fires and not rule.counterexamples:
        yield "counterexample; add under counterexamples a sentence in which it must not fire"


def fired(text: str, book: Rules) -> frozenset[str]:
    """The refs of all rules that took part in reading a passage."""
    document = Document("example", text, published=PUBLISHED, furniture=find_furniture(text, book))
    extraction = extract(document, book, Settings())
    rates = (rate.rule for rate in stated_rates(extraction.claims, document, book))
    return frozenset((*_traces(extraction), *traces(text, book), *rates))


def _traces(extraction: Extraction) -> Iterator[str]:
    for passed in extraction.passed:
        yield passed.rule
    for period in extraction.dates:
        yield period.rule
    for claim in extraction.claims:
        yield from claim.quantity.rules
        yield from tolerances(claim.quantity)
        yield from claim.attribution.rules
        yield from claim.measure.rules
        if claim.as_of:
            yield claim.as_of.rule


def _place(rule: Rule, book: Rules) -> str:
    path = book.files[rule.ref]
    return f"{path}:{line_of_rule(Path(path), rule.id)}"
