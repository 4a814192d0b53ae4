"""The rates that texts state, in each wording of the rules, and what is told of them."""

import pytest
from comparison_samples import rules

from reconcile import pipeline
from reconcile.comparison.rates import known_rates
from reconcile.extraction.claims import extract
from reconcile.model import Document, Settings, VerdictKind
from reconcile.rulebook.comparison import ExchangeWording

WORDINGS = rules().all(ExchangeWording)


def stated(*texts: str) -> dict[tuple[str, str], float]:
    """The rates that documents state."""
    documents = [Document(f"d{number}", text, "The Ledger") for number, text in enumerate(texts)]
    claims = [claim for document in documents for claim in extract(document, rules(), Settings()).claims]
    return dict(known_rates(claims, {document.id: document for document in documents}, rules(), Settings()).rates)


@pytest.mark.parametrize("text", [text for rule in WORDINGS for text in rule.examples])
def test_each_example_states_a_rate(text):
    assert len(stated(text)) == 1


@pytest.mark.parametrize("text", [text for rule in WORDINGS for text in rule.counterexamples])
def test_no_counterexample_states_one(text):
    assert stated(text) == {}


@pytest.mark.parametrize(
    ("text", "pair", "rate"),
    [
        ("The cup cost Rs 830 ($1 = Rs 83).", ("USD", "INR"), 83),
        ("He sold it for 5 pounds (1 pound = 1.27 dollars).", ("GBP", "USD"), 1.27),
        ("The mill got 4 crore rupees, at 83 rupees to the dollar.", ("USD", "INR"), 83),
        ("A dollar buys 83 rupees.", ("USD", "INR"), 83),
        ("It owes 730,000 hryvnias, at Friday's rate of 36.5 hryvnias per dollar.", ("USD", "UAH"), 36.5),
        ("The yard went for 10m euros ($10.9m).", ("EUR", "USD"), 1.09),
        ("The yen traded at 150 to the dollar.", ("USD", "JPY"), 150),
        ("The loan is 20 million lira, or 500,000 euros.", ("EUR", "TRY"), 40),
    ],
)
def test_which_currency_is_worth_what(text, pair, rate):
    assert stated(text)[pair] == pytest.approx(rate)


def test_a_rate_that_is_stated_goes_before_one_that_a_sum_implies():
    rates = stated("The yard went for 10m euros ($12m).", "The euro was worth 1.09 dollars on Friday.")
    assert rates == {("EUR", "USD"): 1.09}


def test_sums_that_imply_two_rates_give_none():
    assert stated("The yard went for 10m euros ($10.9m).", "The quay went for 10m euros ($14m).") == {}


LEDGER = "The Brandt yard was sold for 166 million rupees on Monday, the owner said. A dollar buys 83 rupees."


@pytest.mark.parametrize(
    ("sum", "verdict"), [("$2 million", VerdictKind.AGREE), ("$3.4 million", VerdictKind.CONFLICT)]
)
def test_the_verdict_says_whose_rate_it_used(sum, verdict):
    documents = [
        Document("a", LEDGER, "The Ledger", "2030-03-05"),
        Document("b", f"The Brandt yard was sold for {sum} on Monday, a union said.", "Radio One", "2030-03-05"),
    ]
    [fact] = [one for one in pipeline.reconcile(documents, rules(), Settings()).findings.facts if len(one.claims) > 1]
    assert fact.verdict.kind is verdict
    assert fact.verdict.because.endswith("Converted at 83 INR to one USD, the rate that The Ledger gives.")


def test_without_a_rate_nothing_is_converted():
    documents = [
        Document("a", LEDGER.partition(" A dollar")[0], "The Ledger", "2030-03-05"),
        Document("b", "The Brandt yard was sold for $3.4 million on Monday, a union said.", "Radio One", "2030-03-05"),
    ]
    found = pipeline.reconcile(documents, rules(), Settings()).findings
    assert all(len(one.claims) == 1 for one in found.facts)
    assert any(one.aspect == "unit" for one in found.not_compared)
