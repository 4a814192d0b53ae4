"""Laws that hold for the measures of any text."""

from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from measures_support import read

from reconcile.extraction.measures import behaviour_of
from reconcile.rulebook import load
from reconcile.rulebook.measures import Topic

PAIRS = yaml.safe_load(Path(__file__).with_name("pairs.yaml").read_text(encoding="utf-8"))
SENTENCES = sorted({one.replace("{", "").replace("}", "") for pair in PAIRS["same"] for one in pair[:2]})
PLAIN = ["The weather held.", "Nobody spoke for a while.", "It had rained in the night, and the roads were wet."]


@given(st.sampled_from(SENTENCES), st.sampled_from(PLAIN), st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_paragraph_elsewhere_changes_nothing(sentence: str, other: str, before: bool) -> None:
    head = "A long day in the valley\n\n"  # so that neither paragraph is the headline
    alone = [m for _, m in read(head + sentence + "\n\nThe end came soon.")]
    text = f"{other}\n\n{sentence}\n\nThe end came soon." if before else f"{sentence}\n\n{other}\n\nThe end came soon."
    assert [m for _, m in read(head + text)] == alone


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str) -> None:
    figures = read(text)
    assert all(list(m.qualifiers) == sorted(m.qualifiers) for _, m in figures)


@given(st.lists(st.sampled_from(SENTENCES + PLAIN), max_size=5), st.text(alphabet='.,;:"()-— \n’%$€', max_size=12))
@settings(max_examples=60, deadline=None)
def test_one_measure_for_each_figure_in_its_order(sentences: list[str], marks: str) -> None:
    figures = read(marks.join(sentences))
    assert [q.start for q, _ in figures] == sorted(q.start for q, _ in figures)


@given(st.sampled_from(SENTENCES))
@settings(max_examples=40, deadline=None)
def test_reading_twice_gives_the_same(sentence: str) -> None:
    assert read(sentence) == read(sentence)


def test_a_known_property_tells_its_behaviour() -> None:
    rules = load()
    for sentence in SENTENCES:
        for _, measure in read(sentence):
            if measure.topic:
                assert behaviour_of(measure, rules) is not None, measure


def test_every_trace_names_a_rule() -> None:
    rules = load()
    refs = {rule.ref for rule in rules}
    for sentence in SENTENCES:
        for _, measure in read(sentence):
            assert set(measure.rules) <= refs


def test_one_property_has_one_behaviour_wherever_it_is_read() -> None:
    by_name: dict[tuple[str, bool], set[str]] = {}
    for topic in load().all(Topic):
        by_name.setdefault((topic.name, "money" in topic.units), set()).add(topic.behaviour)
    assert {name: kinds for name, kinds in by_name.items() if len(kinds) > 1} == {}


def test_a_line_without_end_costs_no_more_a_figure() -> None:
    text = "The blast killed 14 people and wounded 30, officials in the town said " * 300
    assert len(read(text)) == 600
