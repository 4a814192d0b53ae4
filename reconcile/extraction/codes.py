"""Digits that are part of a code: names with letters, telephone numbers, versions, addresses of pages."""

import re

from reconcile.extraction.figures import Figure
from reconcile.extraction.guard_lexicon import GuardLexicon
from reconcile.model import Passed

_REACH = 48  #: characters beside the number that a code may take
_MOST_GLUED = "_@=/\\&?."
_TOKEN_BEFORE = re.compile(r"[^\s,;()\[\]\"“”—]*\Z")
_ASSIGNED = re.compile(r"(?<![^\s(,;])(?!p)[^\W\d_]{1,3}=\Z", re.IGNORECASE)  # "n=40"; a "p=0.04" counts nothing
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_PHONE = re.compile(r"\+?\(?\d{1,5}\)?(?:[ .-]\(?\d{2,5}\)?){1,5}(?!\d|,\d|\.\d|\s?%)")
_LOCAL_PHONE = re.compile(r"\d{3}-\d{4}(?!\d|,\d|\.\d|-\d)")
_JOINED = {
    ".": ("version", re.compile(r"(?:\.\d{1,6}){2,8}\b")),
    "-": ("formation", re.compile(r"(?:[-–]\d{1,4}){2,6}(?![\d,.%]\d)")),
    "–": ("formation", re.compile(r"(?:[-–]\d{1,4}){2,6}(?![\d,.%]\d)")),
    ":": ("colon", re.compile(r":\d{1,4}(?:[.:]\d{1,3})*(?!\d)")),
    "/": ("slash", re.compile(r"[/⁄]\d{1,6}(?:[/⁄]\d{1,6})*(?!\d)")),
    "⁄": ("slash", re.compile(r"[/⁄]\d{1,6}(?:[/⁄]\d{1,6})*(?!\d)")),
}


def code_before(text: str, start: int, end: int, known: GuardLexicon) -> Passed | None:
    """Letters, a hyphen with letters, or a mark of codes right before the digits: F-16, G20, @x1, a/b/7."""
    if not start:
        return None
    char = text[start - 1]
    if char in " \n\t\u00a0\u2009(":
        return None
    if char == "=" and _ASSIGNED.search(text, max(0, start - 8), start):
        return None
    quoted = char in "\"'" and text[start - 2 : start - 1] == "="  # the attribute of a tag
    hyphened = char in "-‑" and start > 1 and text[start - 2].isalnum()
    if not (char.isalpha() or char in _MOST_GLUED or hyphened or quoted):
        return None
    token = _TOKEN_BEFORE.search(text, max(0, start - _REACH), start - quoted)
    begin = token.start() if token else start
    front = text[begin:start].lower()
    if hyphened and front.rstrip("-‑") in known.words_of("identifier"):
        return None
    if char in ".-‑" and not _LETTER.search(front):
        return None
    return known.passed(text, begin, token_end(text, end), "identifier")


def code_after(text: str, figure: Figure, known: GuardLexicon) -> Passed | None:
    """Letters right behind the digits that are no scale and no unit: 4x4, 5G, 9a@."""
    number = figure.number
    start, end = number.start, number.end
    if end >= len(text):
        return None
    if figure.after is not None and figure.after.start == end:
        glued = text[figure.after.end : figure.after.end + 1].isdigit() and not figure.after.unit.count(" ")
        return known.passed(text, start, token_end(text, end), "identifier") if glued else None
    char = text[end]
    suffix = _WORD.match(text, end)
    if suffix and suffix[0].lower() in known.suffixes:
        return None
    if (char.isalpha() and number.scale == 1) or (char in "_@=" and _LETTER.match(text, end + 1)):
        return known.passed(text, start, token_end(text, end), "identifier")
    return None


def token_end(text: str, end: int) -> int:
    """Where the run of letters, digits and marks of codes ends that goes on at ``end``."""
    stop = end
    while stop < len(text) and stop - end < _REACH and (text[stop].isalnum() or text[stop] in "-_/@=&?.#%"):
        stop += 1
    return end + len(text[end:stop].rstrip(".?-"))


def joined_code(text: str, figure: Figure, known: GuardLexicon) -> Passed | None:
    """Runs of digits with marks between them: telephone numbers, versions, formations, times, 24/7."""
    number = figure.number
    start, end = number.start, number.end
    plus = figure.signed and figure.sign > 0
    if plus or number.plain:
        begin = start - 1 if plus or text[start - 1 : start] == "(" else start
        phone = _PHONE.match(text, begin) if plus or text[end : end + 1] in (" ", "-", ".", ")") else None
        if phone and _is_phone(text, phone, plus, known):
            return known.passed(text, begin, phone.end(), "phone")
    following = text[end : end + 1]
    if following == "." and (version := _JOINED["."][1].match(text, start + len(text[start:end].partition(".")[0]))):
        return known.passed(text, start, version.end(), "version")
    if not number.plain:
        return None
    if following == "-" and (local := _LOCAL_PHONE.match(text, start)):
        return known.passed(text, start, local.end(), "phone")
    shape, pattern = _JOINED.get(following, (None, None))
    if shape and pattern and (match := pattern.match(text, end)):
        return known.passed(text, start, match.end(), shape)
    if end - start > 2 and _called(text, start, known, words=2):
        return known.passed(text, start, end, "phone")  # "the hotline, 1414, is open"
    return None


def _is_phone(text: str, match: re.Match[str], plus: bool, known: GuardLexicon) -> bool:
    groups = re.findall(r"\d+", match[0])
    digits = sum(map(len, groups))
    if plus:
        return digits >= 7 and len(groups) > 1
    if match[0][0] in "0(" or _called(text, match.start(), known, words=8):
        return digits >= 7
    return digits >= 10 and len(groups) >= 3 and "-" in match[0]


def _called(text: str, start: int, known: GuardLexicon, words: int) -> bool:
    """Does a word of telephoning stand among the last ``words`` before ``start``?"""
    before = _WORD.findall(text[max(0, start - _REACH) : start].lower())[-words:]
    return any(word in known.words_of("phone") for word in before)
