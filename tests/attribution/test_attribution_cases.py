"""Every frame with a sentence of its own, and what looks like one and is none."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from attribution_samples import read

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("attribution_cases.yaml").read_text(encoding="utf-8")
)


def _params() -> list[Any]:
    return [
        pytest.param(
            case,
            id=f"{pile}: {case['text'][:60]}",
            marks=[pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else [],
        )
        for pile, cases in CASES.items()
        for case in cases
    ]


@pytest.mark.parametrize("case", _params())
def test_who_says_it(case: dict[str, Any]) -> None:
    got = read(case["text"])
    seen = {
        "source": got.source.text if got.source else None,
        "name": got.name,
        "actor": got.actor,
        "via": [span.text for span in got.via],
        "stance": str(got.stance),
        "manner": got.manner,
        "quoted": got.quoted,
    }
    wanted = {field: value for field, value in case.items() if field not in ("text", "xfail")}
    assert {field: seen[field] for field in wanted} == wanted


#: what each resolves to; None: a body that keeps the name printed
SPEAKERS: dict[str, str | None] = {
    "Kiev": "Ukraine (government)",
    "Kyiv": "Ukraine (government)",
    "Moscow": "Russia (government)",
    "The Kremlin": "Russia (Kremlin)",
    "Washington": "United States (government)",
    "The White House": "United States (White House)",
    "The Pentagon": "United States (Pentagon)",
    "London": "United Kingdom (government)",
    "Downing Street": "United Kingdom (Downing Street)",
    "Tehran": "Iran (government)",
    "Ankara": "Turkey (government)",
    "France": "France (government)",
    "The Ukrainian government": "Ukraine (government)",
    "Brussels": "European Union",
    "NATO": None,
    "The West": None,
    "The WHO": None,
    "The EU": None,
}
FRAMES = (
    "{who} said {{40}} tanks were there.",
    "{who} says that {{40}} tanks were there.",
    "{who} has confirmed that {{40}} tanks were there.",
    "{who} on Friday put the number of tanks at {{40}}.",
    "About {{40}} tanks were there, {who} said.",
    "About {{40}} tanks were there, according to {who}.",
    "According to {who}, {{40}} tanks were there.",
    "{who} estimates that {{40}} tanks were there.",
    "{who} denied that {{40}} tanks were there.",
    "The talks went on as {who} said {{40}} tanks were there.",
)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("who", SPEAKERS)
def test_a_country_speaks_under_each_of_its_names(who: str, frame: str) -> None:
    printed = who if frame.startswith("{who}") else who.replace("The ", "the ", 1)
    got = read(frame.format(who=printed))
    assert got.source is not None
    assert got.source.text == printed
    assert got.name == (SPEAKERS[who] or printed)
    assert got.actor is not None
    assert any(rule.startswith("actors/") for rule in got.rules)


def test_the_publications_own_we_is_its_publisher() -> None:
    got = read("We reckon that {40} homes burned.", publisher="The Harbour Post")
    assert got.name == "The Harbour Post"


def test_a_quoted_we_is_not_the_publisher() -> None:
    assert read("“We know that {40} homes burned,” the mayor said.", publisher="The Harbour Post").name == "the mayor"


def test_without_a_date_no_year_is_past() -> None:
    assert read("In 1999 a quake killed {300} people.", published="").stance == "asserted"
