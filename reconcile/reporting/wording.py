"""The sentences that every form of a report shares: neutral, never true or false."""

from reconcile.model import Report, VerdictKind
from reconcile.reporting.figures import number
from reconcile.reporting.rows import Row

SECTIONS = {
    VerdictKind.CONFLICT: (
        "Conflicts",
        "For one thing at one time, these figures exclude each other after rounding, hedge and unit are allowed for, "
        "or one source denies what another says.",
    ),
    VerdictKind.SUPERSEDED: (
        "Changed over time",
        "The quantity moved on, or was corrected or withdrawn. Oldest first.",
    ),
    VerdictKind.COMPATIBLE: ("Compatible", "Different expressions that can all hold."),
    VerdictKind.AGREE: ("Agreeing", "The same figure from more than one origin."),
    VerdictKind.SINGLE: ("From a single origin", "One origin only, however many documents relay it."),
}
"""The heading and the meaning of each verdict."""


def who_says(row: Row) -> str:
    """Who a figure comes from, in one line: resolved name, name as printed, manner, and those who relay it."""
    parts = [row.who]
    if row.printed:
        parts.append(f"printed “{row.printed}”")
    if row.manner:
        parts.append(row.manner)
    if row.via:
        parts.append(f"via {', via '.join(row.via)}")
    return ", ".join(parts)


def published(row: Row) -> str:
    """Who published it and when, in a few words."""
    publisher = "publisher unknown" if row.document.publisher is None else row.publisher
    return f"{publisher}, {'undated' if row.document.published is None else row.published}"


def sentence(text: str) -> str:
    """Text as a sentence: a capital at its head, a full stop at its end."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def how_made(report: Report) -> str:
    """Version and settings, in a sentence or two."""
    settings = report.settings
    made = f"Made by Reconcile {report.version} with hedges read by the preset “{settings.preset}”."
    if settings.rates:
        rates = ", ".join(f"1 {a} = {number(factor)} {b}" for a, b, factor in settings.rates)
        made += f" Currencies were compared at {rates}."
    return made + " The same input and settings give the same report. It was made from:"
