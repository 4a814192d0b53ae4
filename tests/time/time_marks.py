"""Sentences with their figures in brackets."""

import re


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """A sentence without its brackets, and where they stood."""
    text, spans = "", []
    for part in re.split(r"(\[[^\]]*\])", marked):
        bare = part[1:-1] if part.startswith("[") else part
        if part.startswith("["):
            spans.append((len(text), len(text) + len(bare)))
        text += bare
    return text, spans
