"""Every rule that ships holds its examples, and the proof itself can fail."""

from pathlib import Path

import pytest

from reconcile.proofs import fired, prove
from reconcile.rulebook import Rules, load
from reconcile.rulebook.phrases import phrases_pattern


def test_every_example_and_counterexample_holds(rules: Rules) -> None:
    assert list(prove(rules, rules)) == []


def test_every_rule_that_fires_has_an_example_and_a_counterexample(rules: Rules) -> None:
    assert [rule.ref for rule in rules if rule.fires and not (rule.examples and rule.counterexamples)] == []


def test_what_is_only_looked_up_is_named_by_no_trace(rules: Rules) -> None:
    looked_up = {rule.ref for rule in rules if not rule.fires}
    sentences = [sentence for rule in rules for sentence in rule.examples]
    assert looked_up
    assert [(sentence, found) for sentence in sentences if (found := fired(sentence, rules) & looked_up)] == []


@pytest.mark.parametrize("lacking", ["examples", "counterexamples"])
def test_a_rule_without_proof_is_reported_with_its_line(tmp_path: Path, lacking: str) -> None:
    proofs = {"examples": "There were about 12 horses.", "counterexamples": "There were 12 horses."}
    given = "".join(f"    {name}: ['{sentence}']\n" for name, sentence in proofs.items() if name != lacking)
    (tmp_path / "mine.yaml").write_text(
        f"kind: modifiers\nrules:\n  - id: about\n    before: [about]\n    means: about\n{given}", encoding="utf-8"
    )
    book = load(tmp_path)
    [failure] = prove([rule for rule in book if rule.ref == "modifiers/about"], book)
    assert failure.startswith(f"{tmp_path / 'mine.yaml'}:3: modifiers/about has no {lacking[:-1]}; add ")


def test_a_rule_that_does_not_fire_is_reported_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "kind: modifiers\nrules:\n"
        "  - id: about\n    before: [about]\n    means: about\n"
        "    examples: ['There were 12 horses.']\n    counterexamples: ['There were about 12 horses.']\n",
        encoding="utf-8",
    )
    book = load(tmp_path)
    rule = next(rule for rule in book if rule.ref == "modifiers/about")
    failures = list(prove([rule], book))
    assert len(failures) == 2
    assert all(f"{tmp_path / 'mine.yaml'}:3:" in failure for failure in failures)


@pytest.mark.parametrize(
    ("phrase", "matches", "misses"),
    [
        ("close to", ["close to", "Close  to", "close\u00a0to"], ["close", "close\nto"]),
        ("an|some estimated", ["an estimated", "some estimated"], ["the estimated"]),
        ("[no] more than", ["no more than", "more than"], ["no than"]),
        ("as many [as]", ["as many as", "as many"], ["as many was"]),
        ("within # days", ["within 3 days", "within 1,000 days"], ["within days"]),
        ("say ~ officials", ["say local officials"], ["say officials"]),
    ],
)
def test_phrases(phrase: str, matches: list[str], misses: list[str]) -> None:
    import re

    pattern = re.compile(phrases_pattern([phrase]), re.IGNORECASE)
    assert [text for text in matches if not pattern.fullmatch(text)] == []
    assert [text for text in misses if pattern.fullmatch(text)] == []
