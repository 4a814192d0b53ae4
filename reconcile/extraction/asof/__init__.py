"""For which day each figure holds: the date that governs it, the day of what the text tells, or its publication."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reconcile.dates import Tense
from reconcile.dates.calendar import month_days, year_days
from reconcile.extraction.asof.binding import governing, is_toll
from reconcile.extraction.asof.clauses import tense_near
from reconcile.extraction.asof.dated import DatedSentence
from reconcile.extraction.asof.lists import Lists, lists
from reconcile.extraction.asof.story import Story
from reconcile.extraction.context import Context
from reconcile.model import Attribution, Grain, Period, Quantity, Stance
from reconcile.rulebook import Rules

__all__ = ["Dating", "as_of", "date_figures"]

_NEAR = 14  # words around a figure that tell what it is about
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?![\d-])")


@dataclass(frozen=True, slots=True)
class Dating:
    """For which period each figure holds, in their order, and every period read in their sentences, in the text's."""

    periods: list[Period | None]
    dates: tuple[Period, ...]


def as_of(
    context: Context, quantities: Sequence[Quantity], attributions: Sequence[Attribution], rules: Rules
) -> list[Period | None]:
    """The period for which each figure holds, None where nothing says; in the order of the figures."""
    return date_figures(context, quantities, attributions, rules).periods


def date_figures(
    context: Context, quantities: Sequence[Quantity], attributions: Sequence[Attribution], rules: Rules
) -> Dating:
    """The period for which each figure holds, and the periods of the sentences looked at.

    A figure is for, in this order: the date that governs it in its clause; the day on which it was said;
    where it is told in the past tense, the day of the event that the text reports; the day of publication
    (a period without words).
    """
    book = lists(rules)
    published = _published(context.document.published, book.publication)
    anchor = published.start if published and published.grain is Grain.DAY else None
    story = Story(context, rules, book, anchor)
    figures = sorted(quantity.number.start for quantity in quantities)
    periods = [
        _period(quantity, said.stance, figures, story, published)
        for quantity, said in zip(quantities, attributions, strict=True)
    ]
    _share(quantities, periods, story)
    return Dating(periods, story.dates())


def _share(quantities: Sequence[Quantity], periods: list[Period | None], story: Story) -> None:
    """Gives a figure of the headline that nothing dates the day of the same figure in the text below."""
    top = [at for at, figure in enumerate(quantities) if figure.start < story.headline_end]
    for at in top:
        period, figure = periods[at], quantities[at]
        if period is None or period.words is not None:
            continue
        same = (
            other
            for below, other in zip(quantities, periods, strict=True)
            if below.start >= story.headline_end and (below.low, below.high) == (figure.low, figure.high)
            if below.kind is figure.kind and other is not None and other.words is not None
        )
        periods[at] = next(same, period)


def _period(
    figure: Quantity, stance: Stance, figures: Sequence[int], story: Story, published: Period | None
) -> Period | None:
    sentence = story.context.sentence(figure.number.start)
    dated = story.dated(sentence)
    if not sentence.words:
        return published
    at = dated.word_at(figure.start)
    if _is_lasting(figure, dated, at, story.book):
        return None
    found = governing(figure, figures, dated, story.anchor, story.book)
    if found is not None:
        return found.period
    return story.headed(sentence) or _carried(stance, dated, at, story) or published


def _carried(stance: Stance, dated: DatedSentence, at: int, story: Story) -> Period | None:
    """The period of the sentences before or of the lead, where the figure's tense says that it is about the same."""
    book, sentence = story.book, dated.sentence
    tense = tense_near(dated.clauses, at, book)
    if stance is Stance.PLANNED or (stance is Stance.ESTIMATED and tense is not Tense.PAST) or tense is Tense.FUTURE:
        return story.lead().future or _year_ahead(dated, at, story)
    near = dated.clauses.words[max(0, at - _NEAR) : at + _NEAR]
    if any(word.lower in book.day_events for word in near) or is_toll(dated, at, book):
        return None
    if tense is Tense.PAST:
        return story.told_before(sentence) or story.lead().past
    if tense is None and (title := story.lead().title):
        return title
    if sentence.start == 0 and (tense is None or story.is_headline(sentence)):  # it tells what the lead tells
        return story.lead().past
    return None


def _year_ahead(dated: DatedSentence, at: int, story: Story) -> Period | None:
    """The running year, for which "annual sales" are forecast where no year is named."""
    near = dated.clauses.words[max(0, at - _NEAR // 2) : at]
    if story.anchor is None or not any(word.lower in story.book.annual for word in near):
        return None
    return Period(*year_days(story.anchor.year), Grain.YEAR, None, story.book.publication)


def _is_lasting(figure: Quantity, dated: DatedSentence, at: int, book: Lists) -> bool:
    """Is it a size or distance that holds for no day in particular: "a 244-metre vessel", "two miles from"?"""
    words = dated.clauses.words
    if at and words[at - 1].lower in book.lasting_before:
        return True
    if figure.unit not in book.lasting_units:
        return False
    end = dated.sentence.word_at(figure.end)  # may be past the last
    return "-" in figure.text or (end < len(words) and words[end].lower in book.lasting)


def _published(text: str | None, rule: str) -> Period | None:
    """The day of publication, or the month or year where no more is known."""
    match = _ISO.match(text or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year and month and day:
            return Period(date(year, month, day), date(year, month, day), Grain.DAY, None, rule)
        if year and month:
            return Period(*month_days(year, month), Grain.MONTH, None, rule)
        return Period(*year_days(year or 0), Grain.YEAR, None, rule)
    except ValueError:  # "2021-13-45", "0000"
        return None
