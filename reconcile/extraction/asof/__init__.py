"""For which day each figure holds: the date that governs it, the day of what the text tells, or its publication."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from reconcile.dates import Tense
from reconcile.extraction.asof.binding import governing, is_toll
from reconcile.extraction.asof.clauses import tense_near
from reconcile.extraction.asof.dated import DatedSentence, Role, date_sentence
from reconcile.extraction.asof.lists import Lists, lists
from reconcile.extraction.context import Context, Sentence
from reconcile.model import Attribution, Grain, Kind, Period, Quantity, Stance
from reconcile.rulebook import Rules

__all__ = ["as_of"]

_LEAD = 1_200  # characters from the start in which the lead sentence ends
_LEAD_SENTENCES = 2
_CARRIED = frozenset({Grain.DAY, Grain.SPAN, Grain.QUARTER})  # a year or month of one figure says little of the next


def as_of(
    context: Context, quantities: Sequence[Quantity], attributions: Sequence[Attribution], rules: Rules
) -> list[Period | None]:
    """The period for which each figure holds, None where nothing says.

    In this order: the date that governs the figure in its clause; the day on which it was said; for a
    figure told in the past tense, the day of the event that the text reports; the day of publication.
    """
    reader = _Reader(context, rules, lists(rules), _published(context.document.published))
    starts = [quantity.number.start for quantity in quantities]
    return [
        reader.period(quantity, starts, said.stance) for quantity, said in zip(quantities, attributions, strict=True)
    ]


def _published(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:  # a year or a month alone anchors no weekday
        return None


@dataclass(slots=True)
class _Reader:
    """One document being dated; sentences are looked at once."""

    context: Context
    rules: Rules
    book: Lists
    anchor: date | None
    seen: dict[int, DatedSentence] = field(default_factory=dict)
    leads: list[tuple[Period | None, Period | None]] = field(default_factory=list)

    def period(self, figure: Quantity, starts: Sequence[int], stance: Stance) -> Period | None:
        """The period of one figure."""
        sentence = self.context.sentence(figure.number.start)
        dated = self.dated(sentence)
        at = sentence.word_at(figure.number.start)
        if _is_lasting(figure, dated, at, self.book):
            return None
        found = governing(figure, starts, dated, self.anchor, self.book)
        if found is not None:
            return found.period
        return self.as_of_paragraph(sentence) or self.carried(figure, stance, dated, at) or self.publication()

    def carried(self, figure: Quantity, stance: Stance, dated: DatedSentence, at: int) -> Period | None:
        """The period of the sentences before or of the lead, where the figure is about the same."""
        sentence, tense = dated.sentence, tense_near(dated.clauses, at, self.book)
        if stance is Stance.PLANNED or tense is Tense.FUTURE:
            return self.lead()[1]
        if any(word.lower in self.book.day_events for word in sentence.words) or is_toll(dated, at, self.book):
            return None
        if tense is Tense.PAST:
            return self.told_before(sentence) or self.lead()[0]
        if tense is None and sentence.start == 0:  # a headline tells what the lead tells
            return self.lead()[0]
        return None

    def dated(self, sentence: Sentence) -> DatedSentence:
        """A sentence with its dates resolved."""
        if sentence.start not in self.seen:
            self.seen[sentence.start] = date_sentence(self.context, sentence, self.anchor, None, self.rules, self.book)
        return self.seen[sentence.start]

    def as_of_paragraph(self, sentence: Sentence) -> Period | None:
        """The day that "As of 1 May," at the head of a sentence before sets for its paragraph."""
        for earlier in self.before(sentence):
            for dated in earlier.dates:
                if dated.role is Role.FRONTED and dated.words.bound in ("as of", "as at"):
                    return dated.period
        return None

    def told_before(self, sentence: Sentence) -> Period | None:
        """The past day or quarter that the sentences before, in the same paragraph, tell of."""
        return next((told for earlier in self.before(sentence) if (told := _told_of(earlier))), None)

    def before(self, sentence: Sentence) -> Iterator[DatedSentence]:
        """The two sentences before, in the same paragraph, the nearest first."""
        spans = self.context.spans(sentence.start)
        for index in range(sentence.index - 1, max(-1, sentence.index - 3), -1):
            yield self.dated(self.context.sentence(spans[index][0]))

    def lead(self) -> tuple[Period | None, Period | None]:
        """What the lead tells of: the past day or quarter in its main clause, and the period to come."""
        if not self.leads:
            sentences = [self.dated(sentence) for sentence in self._lead_sentences()]
            told = None
            for dated in sentences:
                told = _told_of(dated)
                if told or any(candidate.role is Role.SPEECH for candidate in dated.dates):
                    break
            planned = next((plan for dated in sentences if (plan := _planned_in(dated, self.anchor))), None)
            self.leads.append((told, planned))
        return self.leads[0]

    def _lead_sentences(self) -> Iterator[Sentence]:
        """The headline, if there is one, and the two sentences after it."""
        text, offset = self.context.text, 0
        first_line = text[: max(0, text.find("\n"))].rstrip(' "”’)')
        left = _LEAD_SENTENCES + (first_line[-1:] not in ("", ".", "!", "?"))
        while offset < min(len(text), _LEAD):
            for span in self.context.spans(offset):
                if not left:
                    return
                left -= 1
                yield self.context.sentence(span[0])
            line_end = text.find("\n", offset)
            offset = len(text) if line_end < 0 else line_end + 1

    def publication(self) -> Period | None:
        """The day of publication as a period without words of its own."""
        return Period(self.anchor, self.anchor, Grain.DAY, None, self.book.publication) if self.anchor else None


def _told_of(dated: DatedSentence) -> Period | None:
    """The first period of a sentence that tells in its main clause when something happened."""
    for candidate in dated.dates:
        grain, tense = candidate.period.grain, candidate.tense
        past = tense is Tense.PAST or (tense is None and grain is Grain.QUARTER)  # "posted first-quarter revenue of"
        if candidate.role is Role.PLAIN and past and grain in _CARRIED and dated.clauses.hard[candidate.first] == 0:
            return candidate.period
    return None


def _planned_in(dated: DatedSentence, anchor: date | None) -> Period | None:
    """The first year or quarter to come that a sentence names: what a budget or a forecast is for."""
    for candidate in dated.dates:
        period = candidate.period
        if anchor and period.start and period.start > anchor and period.grain in (Grain.YEAR, Grain.QUARTER):
            return period
    return None


def _is_lasting(figure: Quantity, dated: DatedSentence, at: int, book: Lists) -> bool:
    """A size or distance that holds for no day in particular: "a 244-metre vessel", "two miles from"."""
    words = dated.clauses.words
    if at and words[at - 1].lower in book.lasting_before:
        return True
    if figure.kind is not Kind.PHYSICAL and figure.unit not in book.lasting_units:
        return False
    if figure.unit not in book.lasting_units:
        return False
    end = dated.sentence.word_at(figure.end)
    following = words[end].lower if end < len(words) else ""
    return following in book.lasting or "-" in figure.text
