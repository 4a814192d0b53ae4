"""Colours that everyone can tell apart: WCAG 2.2 asks 4.5 for text and 3 for what a drawing means."""

import re

import pytest

from reconcile.reporting.templating import asset

TEXT = ("ink", "soft", "link", "conflict", "superseded", "compatible", "agree", "single")


def schemes(name: str) -> dict[str, dict[str, str]]:
    """The colour variables of a style sheet, for light, dark and print."""
    blocks = re.findall(r"(@media\([^)]*dark\)|@media print)?\{?\s*(?::root|\.plot)\{([^}]*--ink[^}]*)\}", asset(name))
    kinds = ["dark" if "dark" in media else "print" if media else "light" for media, _ in blocks]
    return {kind: dict(re.findall(r"--(\w+):(#\w+)", body)) for kind, (_, body) in zip(kinds, blocks, strict=True)}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(sign * 2 for sign in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_words_can_be_read_on_every_ground(scheme: str) -> None:
    colours = schemes("report.css")[scheme]
    for name in TEXT:
        for ground in ("ground", "card"):
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
    assert contrast(colours["ink"], colours["figure"]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_marks_can_be_seen_on_every_ground(scheme: str) -> None:
    colours, page = schemes("plot.css")[scheme], schemes("report.css")[scheme]
    for ground in (colours["ground"], page["card"], colours["shared"]):
        assert contrast(colours["mark"], ground) >= 3
        assert contrast(colours["ink"], ground) >= 4.5
    assert contrast(colours["open"], page["card"]) >= 3
