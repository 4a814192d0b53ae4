"""Links made by a colon or a bracket: "Government: 27 dead", "WALLACE: ...", "(source: operator)"."""

import re
from collections import Counter
from functools import lru_cache

from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.links import Frame, Link
from reconcile.rulebook import Rules
from reconcile.rulebook.attribution import Adjunct

_LABEL = re.compile(r"^[\"“”']?([^\W\d_][^\n:\"“”]{0,60}):(?=\s*\S+(?:[ \u00a0]+\S+){2})", re.MULTILINE)
_BEFORE_QUOTE = re.compile(
    r"(?:^|[\n–—-]\s*|(?<![A-Z][a-z])(?<!Sen)[.]\s*|\s-\s)([^\W\d_a-z][\w.’'&-]*(?:\s[^\W\d_a-z][\w.’'&-]*|\sand|\sof|\s\([\w.-]+\)){0,6})\s*:\s*$"
)
_SIGNATURE = re.compile(r"[.\s]*[-–—―]{1,2}\s*((?:[^\W\d_a-z][\w.’'-]*[ ]?){2,5}?)\s*(?=[.,]?\s*(?:\n|$))")
_SOURCE = re.compile(r"[(\[]\s*(?:source|sources|figures|data):\s*([^)\]\n]{2,80})[)\]]", re.IGNORECASE)
_TRAILING = re.compile(r":[ ]+([^\W\d_][^\n:.,\"“”]{1,40})\s*$")
_NEAR = 90  # characters before a quote in which a label for it stands
_FURTHER = 4_000  # characters after a headline in which its label is looked for
_LONGEST_HEAD = 160  # characters of a headline
_REPEATED = 2  # times that a label opens a paragraph in a transcript


@lru_cache(maxsize=8)
def _rule(rules: Rules) -> Adjunct | None:
    return next((rule for rule in rules.all(Adjunct) if rule.frame == "label"), None)


class Labels:
    """The labels of one document: those of a transcript, counted once, and those of a headline."""

    def __init__(self, text: str, rules: Rules) -> None:
        self.text = text
        self.rule = _rule(rules)
        counted = Counter(match[1].strip() for match in _LABEL.finditer(text)) if ":" in text else Counter[str]()
        speakers = {name for name, times in counted.items() if times >= _REPEATED and _is_speaker(name)}
        self.speakers = speakers if len(speakers) >= _REPEATED else set()

    def link(self, line: Line, paragraph: tuple[int, int]) -> Link | None:
        """The link of a labelled paragraph, or of a bracketed source at the end of a sentence."""
        if self.rule is None:
            return None
        if bracket := _SOURCE.search(self.text, line.start, line.end):
            return self._link(bracket.span(1), bracket.span(), (line.start, line.end))
        label = _LABEL.match(self.text, paragraph[0], paragraph[1])
        if label is None:
            return self._behind(line, paragraph)
        source = label.start(1), label.start(1) + len(label[1].rstrip())
        name = self.text[slice(*source)]
        if name in self.speakers or (
            (line.headline or _is_headline(self.text, paragraph))
            and (_can_speak(name, line) or self._is_name(name, paragraph[1]))
        ):
            return self._link(source, (label.end() - 1, label.end()), (label.end(), paragraph[1]))
        return self._behind(line, paragraph)

    def _behind(self, line: Line, paragraph: tuple[int, int]) -> Link | None:
        """The link of a headline's label behind it: "Forty hurt in ferry fire: police"."""
        if paragraph[0] != 0 or not _is_headline(self.text, paragraph):
            return None
        label = _TRAILING.search(self.text, *paragraph)
        if label is None:
            return None
        if not (_can_speak(label[1], line) or self._is_name(label[1], paragraph[1])):
            return None
        return self._link(label.span(1), (label.start(), label.start() + 1), (paragraph[0], label.start()))

    def _is_name(self, name: str, after: int) -> bool:
        """Whether a headline's label is a name: the text uses it within a sentence, in capitals again."""
        return (
            name[0].isupper()
            and re.search(rf"[^.!?:\s] {re.escape(name)}\b", self.text[after : after + _FURTHER]) is not None
        )

    def transcript(self, paragraph: tuple[int, int]) -> Link | None:
        """The link of a paragraph that a speaker's name opens, in a document that is a transcript."""
        label = _LABEL.match(self.text, *paragraph) if self.speakers else None
        if label is None or label[1].rstrip() not in self.speakers:
            return None
        source = label.start(1), label.start(1) + len(label[1].rstrip())
        return self._link(source, (label.end() - 1, label.end()), (label.end(), paragraph[1]))

    def announced(self, source: tuple[int, int], colon: tuple[int, int]) -> Link | None:
        """The link of a sentence whose colon announces the quote after it."""
        return self._link(source, colon, (colon[1], colon[1] + 1)) if self.rule else None

    def before_quote(self, at: int) -> Link | None:
        """The link of a name and a colon right before a quote that opens at ``at``: X: "..."."""
        low = max(0, at - _NEAR)
        label = _BEFORE_QUOTE.search(self.text, low, at)
        if label is None or self.rule is None or label[1].lower() in ("a", "the", "i"):
            return None
        return self._link(label.span(1), (label.end(1), at), (at, at + 1))

    def after_quote(self, at: int) -> Link | None:
        """The link of a name that signs a quote which ends at ``at``: "..." — X, at the end of its line."""
        signed = _SIGNATURE.match(self.text, at)
        if signed is None or self.rule is None:
            return None
        name = signed[1].rstrip(". ")
        return self._link((signed.start(1), signed.start(1) + len(name)), (at, signed.start(1)), (at - 1, at))

    def _link(self, source: tuple[int, int], cue: tuple[int, int], scope: tuple[int, int]) -> Link:
        assert self.rule is not None  # noqa: S101 - the only caller has checked
        return Link(Frame.LABEL, self.rule, source, cue, (scope,))


def _is_speaker(name: str) -> bool:
    return all(word[0].isupper() or word in ("of", "the", "and") for word in re.findall(r"[^\W\d_]+", name))


def _is_headline(text: str, paragraph: tuple[int, int]) -> bool:
    """Whether a paragraph is short and does not end as a sentence does."""
    start, end = paragraph
    return end - start <= _LONGEST_HEAD and not text[start:end].rstrip().endswith((".", "?", "!", ":"))


def _can_speak(name: str, line: Line) -> bool:
    """Whether a headline's label is somebody: an office, a body, a poll, or a name that the text uses again."""
    words = [word.lower().strip(".") for word in name.split()]
    classes = line.lexicon.classes
    kinds = ("governments", "offices", "organisations", "roles", "groups", "artifact-heads")
    return any(words[-1] in classes[kind] for kind in kinds)
