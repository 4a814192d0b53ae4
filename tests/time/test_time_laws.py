"""What holds for any text, any date and any day of publication."""

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reconcile.dates import Tense, date_around, find_dates, published_in, resolve
from reconcile.extraction.asof import as_of
from reconcile.extraction.context import Context
from reconcile.model import Attribution, Document, Modifier, Period, Quantity, Span
from reconcile.rulebook import load

ANY_DAY = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 1, 1))
TENSES = st.sampled_from([None, *Tense])
BY_DAYS = st.sampled_from(
    ["today", "yesterday", "tomorrow", "overnight", "three days ago", "two weeks ago", "the day before", "a day later",
     "the day after tomorrow", "over the past 30 days", "10 days from now"]
)  # fmt: skip
BY_WEEKS = st.sampled_from(
    ["on Thursday", "last Monday", "next Sunday", "over the weekend", "last weekend", "last week", "this week",
     "by Saturday evening", "as of Tuesday", "since Friday"]
)  # fmt: skip
PIECES = st.sampled_from(
    [
        "May",
        "Jan.",
        "Sept .",
        "3",
        "10",
        "2014",
        "1999",
        "’90s",
        "-",
        "–",
        "/",
        ":",
        ",",
        "the",
        "of",
        "in",
        "on",
        "Thursday",
        "last",
        "quarter",
        "first",
        "half",
        "a",
        "year",
        "ago",
        "to",
        "from",
        "p.m.",
        "GMT",
        "century",
        "19th",
        "30/12/2021",
        "\n",
        "FY",
        "Q3",
        "since",
        "by",
        "as of",
        "earlier",
        "o'clock",
        "two",
        "million",
        "%",
        "days",
        "²",
        "٣",
        "said",
        ".",
        "(",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join)
)
SLOW = settings(max_examples=60, deadline=None)


def only(text: str, anchor: date | None, tense: Tense | None) -> Period | None:
    (words,) = find_dates(text, 0, len(text), load())
    return resolve(words, anchor, tense)


def moved(period: Period | None, days: int) -> tuple[date | None, date | None] | None:
    if period is None:
        return None
    step = timedelta(days=days)
    return (period.start + step if period.start else None, period.end + step if period.end else None)


@SLOW
@given(words=BY_DAYS, anchor=ANY_DAY, tense=TENSES, days=st.integers(-400, 400))
def test_days_seen_from_n_days_later_are_n_days_later(words: str, anchor: date, tense: Tense | None, days: int) -> None:
    here = only(words, anchor, tense)
    assert here is not None
    assert moved(here, days) == moved(only(words, anchor + timedelta(days=days), tense), 0)


@SLOW
@given(words=BY_WEEKS, anchor=ANY_DAY, tense=TENSES, weeks=st.integers(-60, 60))
def test_weekdays_seen_from_n_weeks_later_are_n_weeks_later(
    words: str, anchor: date, tense: Tense | None, weeks: int
) -> None:
    here = only(words, anchor, tense)
    assert here is not None
    assert moved(here, 7 * weeks) == moved(only(words, anchor + timedelta(weeks=weeks), tense), 0)


@SLOW
@given(day=ANY_DAY, days=st.integers(-400, 400), anchor=ANY_DAY)
def test_a_date_written_n_days_later_is_n_days_later_whoever_reads_it(day: date, days: int, anchor: date) -> None:
    later = day + timedelta(days=days)
    for form in ("{:%-d %B %Y}", "{:%B %-d, %Y}", "{:%Y-%m-%d}", "{:%d/%m/%Y}", "{:%b. %-d, %Y}"):
        if "%d/%m" in form and day.day <= 12:
            continue  # may be the month
        if "%b." in form and f"{day:%B}" == f"{day:%b}":
            continue  # "May" is no abbreviation
        assert moved(only(form.format(day), anchor, None), days) == (later, later)


@SLOW
@given(day=ANY_DAY, anchor=ANY_DAY)
def test_a_weekday_in_the_past_is_within_the_last_week_and_is_that_weekday(day: date, anchor: date) -> None:
    period = only(f"on {day:%A}", anchor, Tense.PAST)
    assert period is not None
    assert period.start is not None
    assert period.start.weekday() == day.weekday()
    assert 0 <= (anchor - period.start).days < 7


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, anchor=st.none() | st.dates(), tense=TENSES)
def test_any_text_is_read_and_offsets_hold(text: str, anchor: date | None, tense: Tense | None) -> None:
    found = find_dates(text, 0, len(text), load())
    last = 0
    for words in found:
        assert text[words.start : words.end] == words.text != ""
        assert words.end > last
        last = words.end
        period = resolve(words, anchor, tense)
        if period and period.start and period.end:
            assert period.start <= period.end
    published = published_in(text, load(), anchor)
    assert published is None or published.start is not None


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, data=st.data())
def test_a_date_around_a_number_overlaps_it(text: str, data: st.DataObject) -> None:
    assume(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 12)))
    words = date_around(text, start, end, load())
    if words is not None:
        assert words.start < end
        assert words.end > start
        assert text[words.start : words.end] == words.text


@settings(max_examples=100, deadline=None)
@given(text=TEXTS, published=st.none() | ANY_DAY.map(str), data=st.data())
def test_any_figure_of_any_text_gets_a_period_or_none(text: str, published: str | None, data: st.DataObject) -> None:
    assume(text)
    starts = data.draw(st.lists(st.integers(0, len(text) - 1), max_size=5, unique=True).map(sorted))
    figures = [figure_at(text, start) for start in starts]
    said = [Attribution() for _ in figures]
    periods = as_of(Context(Document("d", text, published=published)), figures, said, load())
    assert len(periods) == len(figures)


def figure_at(text: str, start: int) -> Quantity:
    span = Span.of(text, start, start + 1)
    return Quantity(span.start, span.end, span.text, 1, 1, Modifier.EXACT, span)


ELSEWHERE = st.sampled_from(
    ["The harbour opened in 1931.", "Rain is due on Sunday.", "On Monday the council met.",
     "A year earlier it had closed.",
     "He is 52.", "“We will wait until June,” she said on Tuesday.", "Profit rose in the third quarter."]
)  # fmt: skip
GOVERNED = st.sampled_from(
    ["In July the town had 40 beds.", "The town had 40 beds in 2019.", "By Saturday evening 40 had left.",
     "Last year it sold 40 ships.", "It will sell 40 ships next year.", "The mayor said on Tuesday that 40 had left.",
     "It shipped 40 cars in the first quarter."]
)  # fmt: skip


@SLOW
@given(
    governed=GOVERNED,
    before=st.lists(ELSEWHERE, max_size=3),
    after=st.lists(ELSEWHERE, max_size=3),
    gap=st.sampled_from([" ", "\n\n"]),
)
def test_sentences_elsewhere_leave_a_governed_figure_alone(
    governed: str, before: list[str], after: list[str], gap: str
) -> None:
    def period_of(text: str) -> tuple[date | None, date | None]:
        start = text.index(governed) + governed.index("40")
        figure = Quantity(start, start + 2, "40", 40, 40, Modifier.EXACT, Span(start, start + 2, "40"))
        (period,) = as_of(Context(Document("d", text, published="2023-05-17")), [figure], [Attribution()], load())
        assert period is not None
        return period.start, period.end

    assert period_of(gap.join([*before, governed, *after])) == period_of(governed)


def test_time_grows_in_step_with_the_length() -> None:
    """A line of dates without a full stop: each figure looks at what is near, however long the line."""
    from time import process_time

    def seconds(copies: int) -> float:
        text = "in May 40 of 3 on Thursday " * copies
        starts = [at + 7 for at in range(0, len(text), 27)]
        figures = [figure_at(text, start) for start in starts]
        begin = process_time()
        as_of(Context(Document("d", text, published="2023-05-17")), figures, [Attribution() for _ in figures], load())
        return process_time() - begin

    seconds(50)
    assert seconds(4_000) < 25 * max(seconds(400), 0.01)
