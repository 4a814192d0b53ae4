"""What must hold of any claims at all."""

from dataclasses import replace

from comparison_samples import claim, documents, found, only, quantity, rules
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reconcile import units
from reconcile.comparison import replay, replayed
from reconcile.comparison.intervals import Reach, Relation, ratio, relation
from reconcile.model import Document, Interval, Kind, Settings, VerdictKind

values = st.integers(1, 200_000).map(float)
modifiers = st.sampled_from(["exact", "about", "nearly", "more_than", "at_least", "less_than", "at_most"])
sources = st.sampled_from([None, "the ministry", "the hospitals", "the unions"])
stances = st.sampled_from(["asserted", "estimated", "denied", "retracted"])


@st.composite
def claims(draw, least=1, most=6):
    """Claims on one measure, of documents of their own or shared."""
    return [
        claim(
            f"claim{number}",
            quantity(draw(values), draw(modifiers)),
            doc=draw(st.sampled_from("abcd")),
            source=draw(sources),
            stance=draw(stances),
            days=draw(st.one_of(st.none(), st.integers(0, 5))),
        )
        for number in range(draw(st.integers(least, most)))
    ]


@st.composite
def reaches(draw):
    low, high = sorted((draw(values), draw(values)))
    margin = draw(st.integers(0, 50))
    return Reach(Interval(low, high), Interval(low - margin, high + margin))


@given(reaches(), reaches())
def test_comparing_is_symmetric(one, other):
    assert relation(one, other) is relation(other, one)
    assert ratio(one, other) == ratio(other, one)


@given(reaches(), reaches(), st.integers(1, 100))
def test_widening_never_puts_two_figures_apart(one, other, more):
    wider = Reach(one.stated, Interval(one.plausible.low - more, one.plausible.high + more))
    assume(relation(one, other) is not Relation.APART)
    assert relation(wider, other) is not Relation.APART


@settings(max_examples=60, deadline=None)
@given(claims(), st.randoms(use_true_random=False))
def test_the_order_of_claims_and_documents_changes_nothing(made, dice):
    docs = documents(made)
    expected = found(made, docs)
    shuffled, shuffled_docs = list(made), list(docs)
    dice.shuffle(shuffled)
    dice.shuffle(shuffled_docs)
    assert found(shuffled, shuffled_docs) == expected


@settings(max_examples=60, deadline=None)
@given(claims())
def test_every_claim_is_in_exactly_one_fact(made):
    findings = found(made)
    judged = [id for fact in findings.facts for id in fact.claims]
    assert sorted(judged) == sorted(one.id for one in made)
    for fact in findings.facts:
        assert sorted(id for origin in fact.origins for id in origin.claims) == sorted(fact.claims)
        assert {id for pair in fact.conflicts for id in pair} <= set(fact.claims)


@settings(max_examples=60, deadline=None)
@given(claims())
def test_replaying_gives_the_verdict(made):
    docs = documents(made)
    facts = found(made, docs).facts
    for fact in facts:
        assert replayed(fact.verdict.comparisons, len(fact.origins)) is fact.verdict.kind
    assert replay(facts, made, docs, rules(), Settings()) == [fact.verdict for fact in facts]


@settings(max_examples=60, deadline=None)
@given(values, values, modifiers)
def test_a_laxer_preset_never_creates_a_conflict(one, other, modifier):
    def kinds(preset):
        made = [
            claim("m", quantity(one, modifier), "a", "the ministry", preset=preset),
            claim("n", quantity(other), "b", "the hospitals", preset=preset),
        ]
        return {fact.verdict.kind for fact in found(made).facts}

    if VerdictKind.CONFLICT in kinds("lenient"):
        assert VerdictKind.CONFLICT in kinds("default")
    if VerdictKind.CONFLICT in kinds("default"):
        assert VerdictKind.CONFLICT in kinds("strict")


@settings(max_examples=60, deadline=None)
@given(claims(least=1, most=4))
def test_a_copy_never_corroborates(made):
    """The same claims again in a document that credits the same agency add no origin and no agreement."""
    credited = [replace(document, credit="Brunian Press Agency") for document in documents(made)]
    copies = [replace(one, id=f"{one.id}-copy", doc=f"{one.doc}-copy") for one in made]
    again = [Document(f"{one.id}-copy", "", "Another Paper", credit="Brunian Press Agency") for one in credited]
    before = found(made, credited)
    after = found([*made, *copies], [*credited, *again])
    origins = {id: len(fact.origins) for fact in before.facts for id in fact.claims}
    kinds = {id: fact.verdict.kind for fact in before.facts for id in fact.claims}
    for fact in after.facts:
        if {id.removesuffix("-copy") for id in fact.claims} in [set(one.claims) for one in before.facts]:
            first = fact.claims[0].removesuffix("-copy")
            assert len(fact.origins) <= origins[first]
            if kinds[first] is VerdictKind.SINGLE:
                assert fact.verdict.kind is VerdictKind.SINGLE


@settings(max_examples=60, deadline=None)
@given(values, values, st.sampled_from(["mile", "meter", "inch"]))
def test_the_unit_of_the_report_changes_no_verdict(one, other, unit):
    def length(id, value, doc, to):
        made = claim(
            id, quantity(value, unit="kilometer", kind="physical"), doc, f"the {id}", property="depth", entity=None
        )
        into = lambda end: units.convert(end, "kilometer", to)  # noqa: E731
        figure = replace(made.quantity, low=into(value), high=into(value), unit=to)
        wide = Interval(into(made.plausible.low), into(made.plausible.high))
        return replace(made, quantity=figure, plausible=wide)

    same = only_or_apart([length("m", one, "a", "kilometer"), length("n", other, "b", "kilometer")])
    assert only_or_apart([length("m", one, "a", unit), length("n", other, "b", unit)]) == same
    assert only_or_apart([length("m", one, "a", unit), length("n", other, "b", "kilometer")]) == same


def only_or_apart(made):
    """The verdicts of the facts that claims come to."""
    return [fact.verdict.kind for fact in found(made).facts]


def test_money_in_two_currencies_is_compared_at_a_given_rate_only():
    made = [
        claim("e", quantity(100_000_000, unit="EUR", kind="money"), "a", "the firm", property="revenue", entity=None),
        claim("d", quantity(108_000_000, unit="USD", kind="money"), "b", "the paper", property="revenue", entity=None),
    ]
    assert len(found(made).facts) == 2
    assert [missed.aspect for missed in found(made).not_compared] == ["unit"]
    fact = only(made, settings=Settings(rates=(("EUR", "USD", 1.08),)))
    assert fact.verdict.kind is VerdictKind.AGREE
    assert made[0].quantity.kind is Kind.MONEY
