"""Which documents tell one story, and what texts that nobody put together must share to be set against each other."""

import pytest
from comparison_samples import claim, found, quantity, rules

from reconcile.comparison.stories import stories
from reconcile.model import Document, VerdictKind

SUBJECTS = (
    "ferry reef harbour passengers rescuers captain hull",
    "wheat harvest bushels drought farmers acreage silo",
    "election ballots commission turnout coalition parliament",
    "volcano ash crater lava evacuation airport plume",
    "hospital nurses strike wards patients overtime union",
    "museum painting auction forger canvas collector gallery",
    "satellite rocket launch orbit engine payload countdown",
)


def corpus(copies: int) -> list[Document]:
    """Seven stories, each told by as many documents."""
    return [
        Document(
            f"{number}-{copy}",
            f"{words} {words.replace(' ', ' again ')}. Told for the {copy + 2}th time.",
            f"Paper {copy}",
        )
        for number, words in enumerate(SUBJECTS)
        for copy in range(copies)
    ]


def test_few_documents_are_meant_to_be_compared():
    told = stories(corpus(1), rules())
    assert told.meant
    assert len(set(told.number.values())) == 1


def test_many_documents_are_told_apart_by_their_words():
    told = stories(corpus(3), rules())
    assert not told.meant
    assert len(set(told.number.values())) == len(SUBJECTS)
    assert all(told.number[f"{n}-0"] == told.number[f"{n}-2"] for n in range(len(SUBJECTS)))


SENTENCE = "the ferry ran on the reef near the harbour with its passengers"


@pytest.mark.parametrize(
    ("about", "facts"),
    [
        ({"sentence": SENTENCE, "place": "torvik"}, 1),  # one place and words in common
        ({"sentence": SENTENCE}, 2),  # nothing but a property and words
        ({"place": "torvik"}, 2),  # nothing but a property and a place
    ],
)
def test_texts_found_alike_must_share_more_before_they_conflict(about, facts):
    claims = [claim("m", 27, "0-0", "the ministry", **about), claim("n", 64, "0-1", "the hospitals", **about)]
    findings = found(claims, corpus(3))
    assert len(findings.facts) == facts
    assert sum(fact.verdict.kind is VerdictKind.CONFLICT for fact in findings.facts) == (facts == 1)


def test_other_stories_are_never_compared():
    claims = [claim("m", 27, "0-0", place="torvik"), claim("n", 27, "1-0", place="torvik")]
    assert len(found(claims, corpus(3)).facts) == 2


def test_a_bare_number_of_texts_found_alike_contradicts_nobody():
    bare = quantity(64, unit=None)
    about = {"sentence": SENTENCE, "place": "torvik"}
    assert len(found([claim("m", 27, "0-0", **about), claim("n", bare, "0-1", **about)], corpus(3)).facts) == 2
