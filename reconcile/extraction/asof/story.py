"""What a text tells as a whole: the days of its sentences and of its lead, from which a figure may take its own."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from reconcile.extraction.asof.dated import DatedSentence, Role, date_sentence
from reconcile.extraction.asof.lists import Lists
from reconcile.extraction.context import Context, Sentence
from reconcile.model import Grain, Period
from reconcile.rulebook import Rules

_LEAD = 1_200  # characters from the start in which the lead begins
_LEAD_SENTENCES = 2
_HEADINGS, _HEADING = 2, 120  # lines that can be headings, and characters of each
_BACK = 2  # sentences of a paragraph that are looked back on


@dataclass(frozen=True, slots=True)
class Lead:
    """What the lead tells of: the past day or quarter in its main clause, and the year or quarter to come.

    ``title`` is the past day that the title names: it holds for lines without a verb too.
    """

    past: Period | None
    future: Period | None
    title: Period | None = None


@dataclass(slots=True)
class Story:
    """One document being dated. Each sentence is looked at once, and only when it is asked for."""

    context: Context
    rules: Rules
    book: Lists
    anchor: date | None
    _dated: dict[int, DatedSentence] = field(default_factory=dict)
    _lead: Lead | None = None

    def dated(self, sentence: Sentence) -> DatedSentence:
        """A sentence with its dates resolved."""
        if sentence.start not in self._dated:
            self._dated[sentence.start] = date_sentence(
                self.context, sentence, self.anchor, lambda: self._last_before(sentence), self.rules
            )
        return self._dated[sentence.start]

    def dates(self) -> tuple[Period, ...]:
        """The periods of all sentences looked at so far, in the order of the text."""
        return tuple(found.period for start in sorted(self._dated) for found in self._dated[start].dates)

    def headed(self, sentence: Sentence) -> Period | None:
        """The day that "As of 1 May," at the head of a sentence before sets for its paragraph."""
        for before in self._before(sentence):
            if " ".join(word.lower for word in before.words[:2]) not in self.book.heading_bounds:
                continue
            first = self.dated(before).dates[:1]
            if first and first[0].role is Role.FRONTED and first[0].words.bound in self.book.heading_bounds:
                return first[0].period
        return None

    def told_before(self, sentence: Sentence) -> Period | None:
        """The past day or quarter that the sentences before, in the same paragraph, tell of."""
        return next((told for before in self._before(sentence) if (told := self.dated(before).told)), None)

    def lead(self) -> Lead:
        """What the first sentences tell of."""
        if self._lead is None:
            sentences = [self.dated(sentence) for sentence in self._lead_sentences()]
            future = next((plan for dated in sentences if (plan := _to_come(dated, self.anchor))), None)
            title = self._title_day()
            self._lead = Lead(_told_first(sentences) or title, future, title)
        return self._lead

    @property
    def headline_end(self) -> int:
        """Where the headline ends; 0 where the text has none."""
        return self.context.text.find("\n") if self.is_headline(self.context.sentence(0)) else 0

    def is_headline(self, sentence: Sentence) -> bool:
        """Is it the line above the text, which tells in the present what the text tells in the past?"""
        if sentence.start != 0:
            return False
        line_end = self.context.text.find("\n")
        return line_end >= 0 and self._headline()[-1:] not in ("", ".", "!", "?")

    def _headline(self) -> str:
        text = self.context.text
        return text[: max(0, text.find("\n"))].rstrip(' "”’)')

    def _title_day(self) -> Period | None:
        """The one past day in a title: "Event 43, 9 August: findings", "results of the vote of 27 May"."""
        if self.anchor is None or not self.is_headline(self.context.sentence(0)):
            return None
        dates = [
            found
            for heading in self._headings()
            for found in self.dated(heading).dates
            if found.role is not Role.SPEECH
        ]
        days = [found.period for found in dates if found.words.means == "day"]
        past = [day for day in days if day.start is not None and day.start < self.anchor]
        return past[0] if len(days) == len(past) == 1 else None

    def _headings(self) -> Iterator[Sentence]:
        """The headline, and the line below it where that is a heading too: no full stop ends it."""
        text, offset = self.context.text, 0
        for _ in range(_HEADINGS):
            end = text.find("\n", offset)
            if end < 0 or end - offset > _HEADING or text[offset:end].rstrip(' "”’)')[-1:] in ("", ".", "!", "?", ":"):
                return
            yield self.context.sentence(offset)
            offset = end + 1
            while offset < len(text) and text[offset] == "\n":
                offset += 1

    def _before(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentences just before, in the same paragraph, the nearest first."""
        spans = self.context.spans(sentence.start)
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
            yield self.context.sentence(spans[index][0])

    def _last_before(self, sentence: Sentence) -> Period | None:
        """The last period of the sentences just before, looked at on their own: no chain of "a day earlier"."""
        for before in self._before(sentence):
            dates = date_sentence(self.context, before, self.anchor, lambda: None, self.rules).dates
            if dates:
                return dates[-1].period
        return None

    def _lead_sentences(self) -> Iterator[Sentence]:
        """The headline, if there is one, and the two sentences after it."""
        text, offset = self.context.text, 0
        left = _LEAD_SENTENCES + (self._headline()[-1:] not in ("", ".", "!", "?"))
        while offset < min(len(text), _LEAD):
            for span in self.context.spans(offset):
                if not left:
                    return
                left -= 1
                yield self.context.sentence(span[0])
            line_end = text.find("\n", offset)
            offset = len(text) if line_end < 0 else line_end + 1


def _told_first(sentences: list[DatedSentence]) -> Period | None:
    """What the first sentence with a date tells of; where it tells only who spoke when, the day of the event."""
    for dated in sentences:
        if dated.told or dated.spoken:
            return dated.told or dated.event
    return next((dated.event for dated in sentences if dated.event), None)


def _to_come(dated: DatedSentence, anchor: date | None) -> Period | None:
    """The first year or quarter to come that a sentence names: what a budget or a forecast is for."""
    for candidate in dated.dates:
        period = candidate.period
        if anchor and period.start and period.start > anchor and period.grain in (Grain.YEAR, Grain.QUARTER):
            return period
    return None
