"""What a user states goes before what the engine thinks: same, never the same, a rate."""

from pathlib import Path

import pytest
from comparison_samples import claim, documents, quantity

from reconcile.comparison import compare
from reconcile.model import Document, Settings, Span
from reconcile.rulebook import load
from reconcile.rulebook.loading import Rules

SAME = """
kind: judgements
about: Two names for one thing.
rules:
  - {id: gone, verdict: same, one: [layoffs], other: [departures]}
"""
NEVER = """
kind: judgements
about: Two things with one name.
rules:
  - {id: ports, verdict: never, one: [deaths, north], other: [deaths, south]}
"""
RATE = """
kind: exchange
about: The rate of the day.
rules:
  - {id: euro, base: EUR, quote: USD, rate: 1.08}
"""


def book(folder: Path, text: str) -> Rules:
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    return load(folder)


def facts(claims, rules, docs=None):
    return compare(claims, docs or documents(claims), rules, Settings()).facts


def test_same(tmp_path):
    claims = [claim("m", 300, "a", property="layoffs"), claim("n", 312, "b", property="departures", topic=None)]
    assert len(facts(claims, load())) == 2
    (fact,) = facts(claims, book(tmp_path, SAME))
    assert fact.because == ("joined by judgements/gone",)


def test_never(tmp_path):
    claims = [claim("m", 27, "a", side="north"), claim("n", 27, "b", side="north south")]
    assert len(facts(claims, load())) == 1
    assert len(facts(claims, book(tmp_path, NEVER))) == 2


def money():
    euros = quantity(100_000_000, unit="EUR", kind="money")
    dollars = quantity(108_000_000, unit="USD", kind="money")
    about = {"property": "revenue", "entity": None}
    return [claim("e", euros, "a", "the firm", **about), claim("d", dollars, "b", "the paper", **about)]


def test_a_rate_of_ones_own(tmp_path):
    assert len(facts(money(), load())) == 2
    (fact,) = facts(money(), book(tmp_path, RATE))
    assert fact.verdict.kind.value == "agree"


@pytest.mark.parametrize(("text", "count"), [("1 EUR = 1.08 USD", 1), ("1 EUR, 1.08 USD", 2)])
def test_a_rate_that_a_text_states_is_used_and_set_aside(text, count):
    def amount(id, start, end, value, unit):
        span = Span.of(text, start, end)
        figure = quantity(value, unit=unit, kind="money", printed=span.text)
        from dataclasses import replace

        return replace(claim(id, figure, "r", property="exchange_rate"), quantity=replace(figure, start=start, end=end))

    rate = [amount("r1", 0, 5, 1, "EUR"), amount("r2", text.index("1.08"), len(text), 1.08, "USD")]
    claims = [*money(), *rate]
    docs = [*documents(money()), Document("r", text)]
    found = compare(claims, docs, load(), Settings())
    assert sum(bool({"e", "d"} & set(fact.claims)) for fact in found.facts) == count
    assert {aside.claim for aside in found.incidental} == ({"r1", "r2"} if count == 1 else set())
