"""Which documents tell one story, and what texts that nobody put together must share to be set against each other."""

from datetime import date, timedelta

import pytest
from comparison_samples import claim, found, quantity, rules

from reconcile import pipeline
from reconcile.comparison.stories import Bearing, stories
from reconcile.model import Document, Settings, VerdictKind

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
    """Seven stories, each told by as many documents of one paper."""
    return [
        Document(
            f"{number}-{copy}",
            f"{words} {words.replace(' ', ' again ')}. Told for the {copy + 2}th time.",
            "The Paper",
        )
        for number, words in enumerate(SUBJECTS)
        for copy in range(copies)
    ]


def test_few_documents_are_meant_to_be_compared():
    told = stories(corpus(1), [], rules())
    assert told.bearing("0-0", "1-0") is Bearing.MEANT
    assert len(set(told.number.values())) == 1


def test_many_documents_are_told_apart_by_their_words():
    told = stories(corpus(3), [], rules())
    assert len(set(told.number.values())) == len(SUBJECTS)
    assert all(told.number[f"{n}-0"] == told.number[f"{n}-2"] for n in range(len(SUBJECTS)))


def reports(days: int = 0, publisher: str = "Radio Orle", figure: int = 4_310) -> list[Document]:
    """Two reports on one flood, the second so many days later, among documents on other matters."""
    told = "The river Brule flooded the town of Orle. The mayor, Ada Kunze, said that {} houses stand in water. "
    told += "Bridges at Tarn and Wellin broke; the railway to Osterby is cut, and divers from Ruden look for a lorry."
    later = date(2030, 4, 2) + timedelta(days=days)
    return [
        Document("first", told.format("4,310"), "The Orle Ledger", "2030-04-02"),
        Document(
            "second",
            f"General Otto Brandl took boats, tents and stoves from Wenden to Orle. {figure:,} houses have no power.",
            publisher,
            str(later),
        ),
        *corpus(2),
    ]


@pytest.mark.parametrize(
    ("about", "bearing"),
    [
        ({}, Bearing.REPORTS),
        ({"figure": 2_750}, Bearing.WORDS),  # no figure in common
        ({"days": 60}, Bearing.WORDS),  # too long after
        ({"publisher": "The Orle Ledger"}, Bearing.WORDS),  # one publisher on its beat
    ],
)
def test_what_makes_two_documents_report_on_one_matter_together(about, bearing):
    documents = reports(**about)
    told = stories(documents, pipeline.reconcile(documents, rules(), Settings()).claims, rules())
    assert told.number["first"] == told.number["second"] != told.number["0-0"]
    assert told.bearing("first", "second") is bearing
    assert told.bearing("first", "0-0") is Bearing.WORDS


def test_a_story_is_found_however_many_tell_it():
    every = [Document(f"{n}", f"The river Brule flooded the town of Orle for day {n}.", f"P{n}") for n in range(90)]
    told = stories([*every, *corpus(2)], [], rules())
    assert len({told.number[one.id] for one in every}) == 1


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
