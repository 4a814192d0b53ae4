"""Page furniture: what is taken, what must stay, and laws over any text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_corpus import ARTICLE

from reconcile.reading import find_furniture
from reconcile.rulebook import load
from reconcile.rulebook.reading import Furniture

STORY = "\n\n".join(ARTICLE.paragraphs)

MADE = [  # a line and the rule that must take it, below an article
    ("Subscribe from just £6 a month.", "offer"),
    ("Unlimited access for $1.50 a week. Cancel anytime.", "offer"),
    ("E-paper: Rs 120 a month.", "offer"),
    ("Subscribers save 15 percent with the code SPRING24.", "offer"),
    ("Join from 5 dollars a month; 9,000 readers already have.", "offer"),
    ("You have 1 free article left this month.", "paywall"),
    ("You have 4 free articles left.", "paywall"),
    ("Donations from 20 kroner keep us on air.", "appeal"),
    ("Please support us with $3 a month.", "appeal"),
    ("Your gift of 10 euros pays for an hour of reporting.", "appeal"),
    ("Sign up to get our garden newsletter", "newsletter"),
    ("This website uses 14 cookies to improve your visit.", "cookies"),
    ("© 2024 The Harbour Gazette. All rights reserved.", "rights"),
    ("Advertisement", "advertisement"),
    ("Story continues below", "advertisement"),
    ("This is an AI generated summary, which may have errors.", "machine-summary"),
    ("Our hotline, 0800 555 0100, is open around the clock.", "service-notice"),
    ("Listen on 98.6 FM.", "service-notice"),
    ("Download the Gazette app!", "app"),
    ("1.2k shares", "share-bar"),
    ("Share this article", "share-bar"),
    ("5 min read", "reading-time"),
    ("2 hours ago", "age-of-page"),
    ("23 comments", "comments"),
    ("No comments yet. Write one.", "comments"),
    ("Read more", "button"),
    ("Most read", "related-heading"),
    ("Read more: 40 cars collide in fog, dozens hurt", "related"),
    ("ALSO READ: Budget gap widens to 4%", "related"),
    ("Rescuers on the pier on Monday. Photo: Elena Ruiz", "caption"),
    ("Tom Hale/Getty Images", "caption"),
    ("First month €1, then €9.99.", "offer"),
    ("Only 99 cents for the first month", "offer"),
    ("Try us free for 30 days. Our free trial, $0 for 4 weeks.", "offer"),
    ("Cover price: £2.40.", "price"),
    ("Trusted by 3 million readers.", "reach"),
    ("Win one of 20 tickets to the regatta.", "contest"),
    ("Use code SHIP15 for 15 percent off.", "contest"),
    ("Photo 2 of 14", "counter"),
    ("4.5 out of 5 stars (120 votes)", "counter"),
    ("Donate $25", "appeal"),
    ("This report was made possible by 1,300 donors.", "appeal"),
    ("You've reached your limit of 5 articles.", "paywall"),
    ("Ring our newsdesk on 555 0199.", "service-notice"),
]

NEGATIVE = [  # lines of articles: none may be taken
    "The publisher said that 40,000 readers had subscribed from $5 a month.",
    "Subscriptions cost $390 a year, and the firm has sold 12,000 of them.",
    "The job pays $400 a month.",
    "Support for the coalition fell to 31 percent.",
    "Support from 40 states carried the motion, with nine against.",
    "Shares fell 4 percent on Friday.",
    "More than 1,200 shares changed hands.",
    "“Subscribe from $5 a month,” the poster read.",
    "He told us that 27 people had signed up for the newsletter.",
    "The hotline took 3,000 calls in an hour, the ministry said.",
    "The harbour road is closed until 18:00.",
    "An evacuation centre is open at 1200 Elm Street, telephone 555-0148.",
    "Read the report: 412 pages, 39 of them blank.",
    "One in five of the refugees is a child. Support our journalism with $8 a month.",
    "Cookies were found on 412 of the 500 sites.",
    "Photos show at least 40 lorries near the border.",
    "We sold 300 cars, and you can imagine how proud we were.",
    "Watch prices rose 12 percent.",
    "Two hours ago 40 lorries left the depot.",
    "Copyright cases rose to 340.",
    "A message from the front: 14 dead, 30 wounded, and no end to the shelling in sight for anybody there.",
    "Continue north for 3 miles.",
    "Home sales fell 12 percent.",
    "Print runs of 40,000 are rare.",
    "Email traffic doubled to 4 million.",
    "The first month of the war: only 12 ships got through.",
    "The trial cost $400 a day.",
    "The firm's premium plan costs $12 a month.",
    "About 2 million Britons subscribe, for £9.99 a month.",
    "The ad-free version costs $11 a month.",
    "Print and online sales fell 4% to 20,000 a week.",
    "The annual plan foresees 400 homes a month.",
    "Members get to vote on 14 March.",
    "Two thousand members pay $8 a month.",
    "Call the police on 101 if you saw the car.",
    "640 words were struck from the bill.",
    "Volume fell to 12 million tonnes.",
    "Issues of 40 bonds were cancelled.",
    "The gift of 10 euros pays for nothing now, with prices up 40 percent.",
    "Only 412 of the 3,000 tickets were sold for the first match.",
]


def taken(text: str) -> dict[str, str]:
    return {line.text: line.rule for line in find_furniture(text, load())}


@pytest.mark.parametrize(("line", "rule"), MADE)
def test_furniture_below_an_article_is_taken(line: str, rule: str) -> None:
    assert taken(f"{STORY}\n\n{line}") == {line: f"furniture/{rule}"}


@pytest.mark.parametrize("line", NEGATIVE)
def test_lines_of_an_article_stay(line: str) -> None:
    assert taken(f"{STORY}\n\n{line}\n\n{ARTICLE.paragraphs[0]}") == {}
    assert taken(f"{STORY}\n\n{line}") == {}


def test_an_appeal_takes_the_lines_between_its_own() -> None:
    box = [
        "Dear readers,",
        "We are a small newsroom of 12, and the authorities have made our work hard.",
        "These rulings are meant to frighten our reporters.",
        "Please support us from just $2 a month.",
        "Once",
        "Every month",
        "Remind me later",
    ]
    assert list(taken("\n\n".join([STORY, *box]))) == box


def test_an_opinion_piece_that_speaks_to_the_reader_stays_whole() -> None:
    lines = ["We owe 40 billion, and you will pay it.", "Our children will owe 80.", "You can still say no."] * 4
    assert taken("\n".join(lines)) == {}


def test_a_line_of_a_table_of_figures_stays() -> None:
    assert taken("Flows: 42.4 mcm on Wednesday, 42.1 mcm on Thursday. Ask for our 14-day trial.") == {}


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_furniture_is_lines_of_the_text_in_order(text: str) -> None:
    found = find_furniture(text, load())
    for line in found:
        assert text[line.start : line.end] == line.text == line.text.strip()
        assert "\n" not in line.text
    assert all(a.end < b.start for a, b in pairwise(found))


@given(st.lists(st.sampled_from([line for line, _ in MADE] + NEGATIVE + list(ARTICLE.paragraphs)), max_size=30))
def test_whatever_is_taken_names_a_rule_of_the_book(lines: list[str]) -> None:
    known = {rule.ref for rule in load().all(Furniture)} | {"line_signs/reader"}
    assert {line.rule for line in find_furniture("\n".join(lines), load())} <= known


def test_a_line_of_ten_megabytes_costs_nothing() -> None:
    assert find_furniture("subscribe now " * 700_000, load()) == ()
