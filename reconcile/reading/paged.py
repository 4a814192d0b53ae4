"""PDF: the lines of its pages joined to paragraphs, without running heads and page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, median_low
from typing import Any

from reconcile.model import Document, Unread
from reconcile.reading.decoding import normal_lines
from reconcile.reading.naming import visible
from reconcile.reading.options import ReadOptions
from reconcile.reading.source import NotRead, Source

_DIGITS = re.compile(r"\d+")
_ENDED = re.compile(r"[.!?:…][\"'”’)\]]*$")
_BROKEN_WORD = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
_BREAK = "\ufffe"  # what PDFium writes for a hyphen at the end of a line
_SOFT_HYPHEN = re.compile(rf"(?<=[^\W\d_]){_BREAK}(?=[^\W\d_A-Z])")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_EDGE_LINES = 2  # at the top and the foot of a page, where running heads stand
_GAP = 1.5  # times the usual step from line to line: more is a new paragraph
_SHORT = 0.8  # of the column's width: a shorter line ends a paragraph if a sentence ends with it
_INDENT = 6.0  # points


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page: its text, and where it begins, ends and stands, in points from the lower left."""

    text: str
    left: float
    right: float
    base: float


def read_pdf(source: Source, options: ReadOptions) -> Iterator[Document | Unread]:
    """A PDF is one document; ``pages`` tells where each of its pages begins. Raises NotRead."""
    import pypdfium2  # imported late: only PDF needs it

    try:
        pdf = pypdfium2.PdfDocument(source.bytes(options.max_bytes))
    except pypdfium2.PdfiumError as problem:
        locked = "assword" in str(problem)
        raise NotRead(
            "it is locked with a password; save it without"
            if locked
            else "it is not a PDF that can be read; export it again"
        ) from None
    with pdf:
        count = len(pdf)
        if count > options.max_pages:
            raise NotRead(f"it has {count:,} pages, more than {options.max_pages:,}; split it")
        pages: list[list[PageLine]] = []
        broken: list[str] = []
        for number in range(count):
            try:
                pages.append(_lines(pdf, number))
            except pypdfium2.PdfiumError:
                pages.append([])
                broken.append(str(number + 1))
        about = pdf.get_metadata_dict(skip_empty=True)
    heads = running_heads(pages)
    text, starts = join_pages([[line for i, line in enumerate(page) if not _is_head(page, i, heads)] for page in pages])
    if not text.strip() and broken:
        raise NotRead("none of its pages can be read; export it again")
    if not text.strip():
        raise NotRead("its pages hold no text, only pictures; run it through text recognition (OCR) first")
    notes = [f"running heads left out: {', '.join(sorted(map(visible, heads)))}"] if heads else []
    notes += [f"pages that cannot be read: {', '.join(broken[:20])}"] if broken else []
    title, author = about.get("Title"), about.get("Author")
    yield Document(source.id, text, title=title, author=author, pages=starts, notes=tuple(notes))


def _lines(pdf: Any, number: int) -> list[PageLine]:
    """The lines of one page, in the order in which the page writes them."""
    page = pdf[number].get_textpage()
    found: list[PageLine] = []
    at = 0
    whole, count = page.get_text_range(), page.count_chars()
    for piece in re.split("(\r\n|\r|\n)", whole):
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            first, last = (min(i, count - 1) for i in (at + lead, at + len(piece.rstrip()) - 1))
            left, base, _, _ = page.get_charbox(first, loose=True)
            right = page.get_charbox(last, loose=True)[2]
            found.append(PageLine(_whole_words(piece).strip(), left, right, base))
        at += len(piece)
    return found


def _whole_words(line: str) -> str:
    """A line with the words put together that PDFium shows as broken at the end of a line."""
    line = _SOFT_HYPHEN.sub("", normal_lines(line).replace("\n", " "))
    return line.replace(_BREAK, "-")


def running_heads(pages: Sequence[Sequence[PageLine]]) -> frozenset[str]:
    """Lines that stand at one height, at the top or the foot, on half of all pages, but for their digits."""
    counts: Counter[tuple[str, int]] = Counter()
    for page in pages:
        counts.update({(_DIGITS.sub("#", line.text), round(line.base)) for line in _edges(page)})
    return frozenset(head for (head, _), count in counts.items() if count >= max(2, len(pages) / 2) and len(head) > 1)


def _edges(page: Sequence[PageLine]) -> Sequence[PageLine]:
    return [*page[:_EDGE_LINES], *page[-_EDGE_LINES:]]


def _is_head(page: Sequence[PageLine], index: int, heads: frozenset[str]) -> bool:
    at_edge = index < _EDGE_LINES or index >= len(page) - _EDGE_LINES
    text = page[index].text
    number = index in (0, len(page) - 1) and bool(_PAGE_NUMBER.fullmatch(text))
    return at_edge and (number or _DIGITS.sub("#", text) in heads)


def join_pages(pages: Sequence[Sequence[PageLine]]) -> tuple[str, tuple[int, ...]]:
    """The text, a paragraph a line, and the offset at which each page begins."""
    text, starts = "", []
    parts: list[str] = []
    length = 0
    before: PageLine | None = None
    for page in pages:
        steps = [a.base - b.base for a, b in pairwise(page) if a.base > b.base]
        step = median_low(steps) if steps else 0.0
        width = max((line.right - line.left for line in page), default=0.0)
        margin = median([line.left for line in page]) if page else 0.0
        for index, line in enumerate(page):
            glue = "\n\n" if before else ""
            if before and not _new_paragraph(before, line, step, width, margin, new_page=index == 0):
                glue = " "
                if _BROKEN_WORD.search(before.text) and line.text[:1].islower():
                    glue, parts[-1], length = "", parts[-1][:-1], length - 1
            parts += [glue, line.text]
            length += len(glue)
            if index == 0:
                starts.append(length)
            length += len(line.text)
            before = line
        if not page:
            starts.append(length)
    text = "".join(parts)
    return text, tuple(starts)


def _new_paragraph(
    before: PageLine, line: PageLine, step: float, width: float, margin: float, *, new_page: bool
) -> bool:
    ended = bool(_ENDED.search(before.text))
    short = before.right - before.left < _SHORT * width
    down = before.base - line.base
    if new_page or down <= 0:  # the next page, or the next column
        return ended or not line.text[:1].islower()
    if step and down > _GAP * step:
        return True
    if line.left > margin + _INDENT and before.left < line.left - _INDENT:
        return True
    return (ended and short) or (short and before.right - before.left < 0.6 * width and not line.text[:1].islower())
