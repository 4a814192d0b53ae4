"""A number in words, of any sort: which reader takes it is told by its first word."""

from reconcile.extraction.bands import read_few, read_plural
from reconcile.extraction.cardinal_words import read_cardinal
from reconcile.extraction.fraction_words import read_counted_fraction, read_fraction
from reconcile.extraction.vocabulary import WORD, WordReading, vocabulary
from reconcile.rulebook import Rules


def read_words(text: str, pos: int, rules: Rules) -> WordReading | None:
    """The number whose first word is at ``pos`` (an article may stand before it), or None."""
    words = vocabulary(rules)
    match = WORD.match(text, pos)
    word = match[0].lower() if match else ""
    if word in words.few_words:
        return read_few(text, pos, words)
    if word in words.plurals:
        return read_plural(text, pos, words)
    if match and word.endswith("fold") and word[:-4] in words.words:  # "sixfold": the noun is read behind it
        times, end = words.words[word[:-4]], match.end() - len("fold")
        return WordReading(pos, end, times.value, times.value, (times.ref, "numerals/fold"), 1.0)
    entry = words.words.get(word)
    if match is None or entry is None:
        return None
    if entry.role == "none":
        return WordReading(pos, match.end(), 0.0, 0.0, (entry.ref,), 1.0)
    if entry.role == "article":  # whether it stands for one is told by what goes with it
        return WordReading(pos, match.end(), 1.0, 1.0, (entry.ref,), None, is_article=True)
    if entry.role == "fraction":
        return read_fraction(text, pos, words)
    return read_counted_fraction(text, pos, words) or read_cardinal(text, pos, words)
