"""Bytes to text: which encoding they are in, and line ends as one sign."""

import codecs
import re
from dataclasses import dataclass

from reconcile.reading.source import NotRead

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BINARY_STARTS = (b"%PDF-", b"PK\x03\x04", b"{\\rtf")  # other kinds whose first bytes can pass for text
_SAMPLE = 200_000  # bytes looked at to tell an encoding


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the name of its encoding, and a note where that was guessed or something was lost."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def normal_lines(text: str) -> str:
    """Every kind of line end as a line feed; lone surrogates, which no file can hold, as U+FFFD."""
    if not text.isascii():
        text = _SURROGATE.sub("\ufffd", text)
    return _LINE_END.sub("\n", text)


def decode(data: bytes) -> Decoded:
    """The text of a file: by its byte order mark, as UTF-8, or by the likeliest old encoding.

    Raises NotRead where the bytes are no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if wide := _wide(data):
        note = f"read as {wide.upper()}, which its bytes suggest"
        return Decoded(normal_lines(data.decode(wide, "replace")), wide, (note,))
    if is_binary(data):
        raise NotRead("it holds no text but binary data; give it the ending of what it is")
    try:
        return Decoded(normal_lines(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        return _old_encoding(data)


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text: another kind's first bytes, a NUL, or more than a few control characters."""
    sample = data[:_SAMPLE]
    return (
        data.startswith(_BINARY_STARTS) or b"\0" in sample or len(_CONTROL.findall(sample)) > max(2, len(sample) // 200)
    )


def _marked(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if lost > max(3, len(text) // 50) or "\0" in text[:_SAMPLE]:
        raise NotRead(f"its byte order mark says {encoding.upper()}, but the rest is not; save it as UTF-8")
    notes = (f"characters that are not {encoding.upper()}, shown as \ufffd: {lost}",) if lost else ()
    return Decoded(normal_lines(text), encoding, notes)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: English text has a NUL in every second byte, always on the same side."""
    sample = data[:2000]
    half = len(sample) // 2
    if half < 4 or b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else None


def _old_encoding(data: bytes) -> Decoded:
    """Text that is not UTF-8: UTF-8 with a few broken bytes, Windows-1252, or what its letters suggest."""
    mended = data.decode("utf-8", "replace")
    lost = mended.count("\ufffd")
    high = sum(byte > 127 for byte in data[:_SAMPLE])
    whole = sum(c > "\x7f" for c in mended[:_SAMPLE]) - mended.count("\ufffd", 0, _SAMPLE)
    if whole > 4 * lost:
        return Decoded(normal_lines(mended), "utf-8", (f"bytes that are not UTF-8, shown as \ufffd: {lost}",))
    if high < len(data[:_SAMPLE]) / 5:  # a language of western Europe; in other alphabets most letters are high
        try:
            return _guessed(data.decode("cp1252"), "cp1252")
        except UnicodeDecodeError:
            return _guessed(data.decode("latin-1"), "latin-1")
    from charset_normalizer import from_bytes  # imported late: only old files need it

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise NotRead("its encoding cannot be told; save it as UTF-8")
    return _guessed(data.decode(best.encoding, "replace"), best.encoding)


def _guessed(text: str, encoding: str) -> Decoded:
    return Decoded(normal_lines(text), encoding, (f"not UTF-8: read as {encoding}, the likeliest encoding",))
