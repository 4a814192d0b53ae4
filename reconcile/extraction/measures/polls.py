"""What tells one poll figure from another: who polled, among whom, which question, which of two rivals."""

from reconcile.extraction.measures.frames import Frame
from reconcile.extraction.measures.lexicon import Hit, Lexicon, Slot
from reconcile.extraction.measures.names import Known, canonical, is_date, runs
from reconcile.model import Attribution
from reconcile.rulebook import Rules

_CONTENT = 5  # words of a question that are kept


def rival(frame: Frame, known: Known, lexicon: Lexicon, rules: Rules) -> str | None:
    """The rival a figure belongs to in "Hale leads Pine (by) 53 percent to 36 percent", or None."""
    words = frame.words
    pair = _paired(frame)
    if pair is None:
        return None
    first = pair[0]
    verb = next(
        (
            i
            for i in range(first - 1, max(frame.left, first - 12) - 1, -1)
            if words[i].lower in lexicon.words["contest"]
        ),
        None,
    )
    if verb is None:
        return None
    ahead = list(runs(frame, frame.left, verb, known, lexicon, rules))
    behind = list(runs(frame, verb + 1, first, known, lexicon, rules))
    if not ahead or not behind:
        return None
    run = ahead[-1] if frame.first == first else behind[0]
    return canonical(run, frame, lexicon, rules, known)


def _paired(frame: Frame) -> tuple[int, int] | None:
    """Where the two figures of "53 percent to 36 percent" begin, this one among them."""
    words = frame.words
    for first, last in frame.others:
        if 0 < first - frame.last <= 2 and words[first - 1].lower in ("to", "-", "–"):
            return frame.first, first
        if 0 < frame.first - last <= 2 and words[frame.first - 1].lower in ("to", "-", "–"):
            return first, frame.first
    return None


def pollster(frame: Frame, attribution: Attribution, known: Known, lexicon: Lexicon, rules: Rules) -> str | None:
    """Who polled: the name before "poll" or "survey" in the sentence, or the source that is one."""
    words = frame.words
    low, high = max(0, frame.first - 40), min(len(words), frame.last + 40)
    for start, end in runs(frame, low, high, known, lexicon, rules):
        after = [word.lower for word in words[end : end + 3]]
        if any(word in lexicon.words["poll"] for word in after) and not {",", "'s"} & set(after[:1]):
            return canonical((start, end), frame, lexicon, rules)
    source = attribution.name or (attribution.source.text if attribution.source else None)
    words_of = source.lower().split() if source else []
    if not any(word in lexicon.words["poll"] for word in words_of):
        return None
    kept = [w for w in words_of if not any(w in lexicon.words[c] for c in ("poll", "determiner", "poll-adjective"))]
    return " ".join(kept) or None


def asked_of(frame: Frame, hit: Hit | None, lexicon: Lexicon, rules: Rules) -> tuple[str, str] | None:
    """Among whom: ("group", "black voters"), or ("base", "likely voters") where that is the poll's own sample."""
    words = frame.words
    starts = [frame.last, hit.end] if hit is not None else [frame.last]
    if hit is not None and hit.trigger.slot is Slot.SHARE_OF:
        between = [w for w in frame.lower(frame.last + 1, hit.end - 1) if w not in lexicon.words["determiner"]]
        if between and between[-1] not in lexicon.words["whole-vote"]:
            return "group", between[-1]
    for start in starts:
        for i in range(start, min(len(words), start + 7)):
            if words[i].lower in ("among", "for") and (i != frame.first) and (words[i].lower == "among" or i == start):
                phrase = _phrase(frame, i + 1, lexicon)
                timed = phrase and lexicon.dimensions.get(phrase[-1].removesuffix("s")) == "time"
                if phrase and not timed and not is_date(words[i + 1].text, rules):
                    sample = phrase[0] in lexicon.words["sample"]
                    return ("base" if sample else "group"), " ".join(phrase)
            if words[i].text in (".", ";", ","):
                break
    return None


def question(frame: Frame, hit: Hit, lexicon: Lexicon) -> str:
    """What they said, as its first content words: two opinions with other words are two questions."""
    kept: list[str] = []
    for word in frame.lower(hit.end, min(len(frame.words), hit.end + 14)):
        if not word[0].isalpha() or any(word in lexicon.words[name] for name in _EMPTY):
            continue
        kept.append(word)
    return " ".join(kept[:_CONTENT])


_EMPTY = ("determiner", "preposition", "pronoun", "be", "have", "modal", "adverb", "relative")


def _phrase(frame: Frame, start: int, lexicon: Lexicon) -> list[str]:
    kept: list[str] = []
    for word in frame.words[start : start + 4]:
        lower = word.lower
        if not lower[0].isalpha() or lower in lexicon.words["preposition"] or lower in lexicon.words["be"]:
            break
        if lower in lexicon.words["have"] or lower in lexicon.words["break"] or lower in ("and", "or"):
            break
        if lower not in lexicon.words["determiner"]:
            kept.append(lower if not word.text[0].isupper() else word.text)
    return [w.lower() for w in kept[:3]]
