"""Laws of reading figures: what is written is read back, noise changes nothing, any text is read."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reconcile.extraction.quantities import Reading, find_quantities
from reconcile.model import Modifier, Quantity
from reconcile.rulebook import load

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
]
ONES += ["seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7}
HEDGES = {
    "": Modifier.EXACT,
    "about ": Modifier.ABOUT,
    "roughly ": Modifier.ABOUT,
    "some ": Modifier.ABOUT,
    "an estimated ": Modifier.ABOUT,
    "nearly ": Modifier.NEARLY,
    "almost ": Modifier.NEARLY,
    "more than ": Modifier.MORE_THAN,
    "at least ": Modifier.AT_LEAST,
    "fewer than ": Modifier.LESS_THAN,
    "up to ": Modifier.AT_MOST,
    "as many as ": Modifier.AT_MOST,
}
NOUNS = {"tonnes": "metric_ton", "people": "person", "soldiers": "soldier", "euros": "EUR", "percent": "percent"}
LEADS = ("Officials counted ", "“Officials counted ", "(Officials counted ", "On Friday, officials counted ")
TAILS = (" in the north.", " in the north”, he said.", ".", ", they said.", " – so they say.")
SPACES = (" ", "\u00a0", "\u2009")
DASHES = ("-", "–", "‑", " – ", " to ")
rules = load


@dataclass(frozen=True)
class Written:
    """A number as written, and what it says."""

    text: str
    value: float


def in_words(number: int) -> str:
    """A whole number below a million in words."""
    if number >= 1000:
        rest = number % 1000
        return in_words(number // 1000) + " thousand" + (f" {in_words(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{ONES[number // 100]} hundred" + (f" and {in_words(rest)}" if rest else "")
    if number >= 20:
        return TENS[number // 10 - 2] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


def indian(number: int) -> str:
    """Indian grouping: the last three digits, then twos."""
    digits = str(number)
    head, tail = digits[:-3], digits[-3:]
    groups = []
    while head:
        groups.insert(0, head[-2:])
        head = head[:-2]
    return ",".join([*groups, tail])


whole = st.integers(min_value=2, max_value=999_999)
grouped = st.builds(
    lambda n, mark: Written(f"{n:,}".replace(",", mark), n),
    st.integers(1_000, 999_999_999),
    st.sampled_from([",", "\u2009", "\u202f", "\u00a0", "’", " "]),
)
plain = st.builds(lambda n: Written(str(n), n), st.integers(2, 999))
decimal = st.builds(lambda a, b: Written(f"{a}.{b}", float(f"{a}.{b}")), st.integers(0, 999), st.integers(1, 9))
scaled = st.builds(
    lambda n, scale: Written(f"{n} {scale}", n * SCALES[scale]), st.integers(2, 99), st.sampled_from(sorted(SCALES))
)
worded = st.builds(lambda n: Written(in_words(n), n), whole)
crores = st.builds(lambda n: Written(indian(n), n), st.integers(100_000, 999_999_999))
written = st.one_of(grouped, plain, decimal, scaled, worded, crores)


def only(reading: Reading) -> Quantity:
    assert len(reading.quantities) == 1, reading
    return reading.quantities[0]


@given(
    written,
    st.sampled_from(sorted(HEDGES)),
    st.sampled_from(sorted(NOUNS)),
    st.sampled_from(LEADS),
    st.sampled_from(TAILS),
)
def test_what_is_written_is_read_back(number: Written, hedge: str, noun: str, lead: str, tail: str) -> None:
    text = f"{lead}{hedge}{number.text} {noun}{tail}"
    read = only(find_quantities(text, rules()))
    assert read.text == f"{hedge}{number.text} {noun}"
    assert read.modifier is HEDGES[hedge]
    assert read.unit == NOUNS[noun]
    ends = {Modifier.MORE_THAN: (number.value, None), Modifier.AT_LEAST: (number.value, None)}
    ends |= {Modifier.LESS_THAN: (None, number.value), Modifier.AT_MOST: (None, number.value)}
    low, high = ends.get(read.modifier, (number.value, number.value))
    assert (read.low, read.high) == (pytest.approx(low) if low else low, pytest.approx(high) if high else high)


@given(
    st.integers(2, 400),
    st.integers(1, 500),
    st.sampled_from(DASHES),
    st.sampled_from(sorted(NOUNS)),
    st.sampled_from(TAILS),
    st.sampled_from(["", " thousand", " million", " billion"]),
)
def test_a_range_is_read_back(low: int, more: int, dash: str, noun: str, tail: str, scale: str) -> None:
    high = low + more
    factor = SCALES.get(scale.strip(), 1.0)
    read = only(find_quantities(f"Officials counted {low}{dash}{high}{scale} {noun}{tail}", rules()))
    assert (read.low, read.high, read.modifier) == (low * factor, high * factor, Modifier.RANGE)
    assert read.unit == NOUNS[noun]


@given(
    st.integers(2, 400),
    st.integers(1, 500),
    st.sampled_from(["$", "£", "€", "US$"]),
    st.sampled_from(["m", "bn", " million"]),
)
def test_a_range_of_money_shares_sign_and_scale(low: int, more: int, sign: str, scale: str) -> None:
    factor = 1e9 if scale == "bn" else 1e6
    for text in (f"{sign}{low}-{low + more}{scale}", f"between {sign}{low} and {sign}{low + more}{scale}"):
        read = only(find_quantities(f"They spent {text} on it.", rules()))
        assert (read.low, read.high) == (low * factor, (low + more) * factor), text


@given(written, st.sampled_from(sorted(NOUNS)), st.sampled_from(LEADS), st.sampled_from(SPACES))
def test_noise_changes_nothing(number: Written, noun: str, lead: str, space: str) -> None:
    core = f"{number.text} {noun}"
    expected = only(find_quantities(f"Officials counted {core}.", rules()))
    for text in (f"  {lead}{core}.", f"It rained on Sunday. {lead}{core}.", f"\n{lead}{number.text}{space}{noun}.\n"):
        read = only(find_quantities(text, rules()))
        assert (read.low, read.high, read.unit, read.modifier, read.step) == (
            expected.low, expected.high, expected.unit, expected.modifier, expected.step,
        )  # fmt: skip


PIECES = st.sampled_from(
    [
        "5",
        "50",
        "1,000",
        "3.5",
        "-2",
        "+",
        "−",
        "–",
        "-",
        "%",
        "$",
        "£",
        "€",
        "(",
        ")",
        "[",
        "]",
        "“",
        "”",
        '"',
        "'",
        ",",
        ".",
        ":",
        ";",
        "/",
        "½",
        "one",
        "two",
        "hundred",
        "thousand",
        "million",
        "a",
        "an",
        "half",
        "third",
        "of",
        "the",
        "between",
        "and",
        "from",
        "to",
        "or",
        "about",
        "more",
        "than",
        "at",
        "least",
        "up",
        "down",
        "rose",
        "by",
        "km",
        "tonnes",
        "people",
        "dead",
        "in",
        "2014",
        "May",
        "per",
        "bn",
        "m",
        "k",
        "dozen",
        "dozens",
        "several",
        "few",
        "no",
        "none",
        "th",
        "st",
        "x",
        "10^5",
        "e5",
        "\n",
        "\t",
        "\xa0",
        "\u2009",
        "😀",
        "é",
        "١",
        "²",
        "₂",
        "#",
        "@",
        "=",
        "&",
        "aged",
        "years",
        "old",
    ]
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.one_of(
        st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join), st.lists(PIECES, max_size=40).map(" ".join)
    )
)
def test_any_text_is_read_and_every_record_stands_in_it(text: str) -> None:
    reading = find_quantities(text, rules())
    end = 0
    for read in reading.quantities:
        assert text[read.start : read.end] == read.text
        assert text[read.number.start : read.number.end] == read.number.text
        assert read.start <= read.number.start < read.number.end <= read.end
        assert read.start >= end, "figures do not overlap"
        end = read.end
        assert read.low is not None or read.high is not None
        assert read.low is None or read.high is None or read.low <= read.high
        assert (read.counted is None) or text[read.counted.start : read.counted.end] == read.counted.text
        assert read.rules
    for passed in reading.passed:
        assert text[passed.start : passed.end] == passed.text
        assert passed.because


@given(st.lists(st.tuples(written, st.sampled_from(sorted(NOUNS))), min_size=1, max_size=4))
def test_sentences_are_read_one_by_one(figures: list[tuple[Written, str]]) -> None:
    sentences = [f"Officials counted {number.text} {noun}." for number, noun in figures]
    apart = [only(find_quantities(sentence, rules())) for sentence in sentences]
    together = find_quantities("\n".join(sentences), rules()).quantities
    assert [(q.low, q.high, q.unit) for q in together] == [(q.low, q.high, q.unit) for q in apart]


def test_skipped_lines_are_not_read() -> None:
    text = "They sold 5 boats.\nJoin from 4 dollars.\nThey sold 6 boats."
    line = text.index("Join"), text.index("dollars") + 7
    assert [q.low for q in find_quantities(text, rules(), (line,)).quantities] == [5, 6]


HOSTILE = {
    "one line": "officials said on Friday that 5,000 people were there and 30 percent of them left, ",
    "digits": "1",
    "numbers": "1 ",
    "groups": "123,",
    "fractions": "1/2 ",
    "dashes": "1-",
    "brackets": "(",
    "bracketed": "(5 ",
    "words": "one ",
    "scales": "million and ",
    "openers": "between 1 and ",
    "money": "$5",
    "spaces": " ",
    "letters": "5a",
    "hedges": "more than ",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_work_grows_with_length_only(name: str) -> None:
    """Operations, not seconds, are counted: regular expressions looked at and functions called."""
    short, long = (_work(HOSTILE[name], size) for size in (1_000, 4_000))
    assert long <= 5.5 * short + 2_000


def _work(piece: str, size: int) -> int:
    """How many Python and C calls reading ``size`` characters takes."""
    import sys

    text = (piece * (size // len(piece) + 1))[:size]
    find_quantities(text[:200], rules())  # compiled once, outside the count
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        find_quantities(text, rules())
    finally:
        sys.setprofile(before)
    return calls
