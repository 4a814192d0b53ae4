"""Whether a trigger says something of a figure, and how closely: the grammar of measures.

Each reader takes a trigger found in a sentence and the frame of a figure, and gives the cost of reading
the one as said of the other: small where they stand together, larger with each word between, None where
the grammar rules it out.
"""

from collections.abc import Callable

from reconcile.extraction.measures.clauses import (
    describes_noun,
    ends_phrase,
    light,
    other_clause,
    passive,
    takes_object,
)
from reconcile.extraction.measures.frames import Frame
from reconcile.extraction.measures.lexicon import NOMINAL, Hit, Lexicon, Slot

COMMA, AND, FIGURE, CLAUSE = 4, 3, 5, 9  # costs of what may stand between, beside 1 a word
FARTHEST = 30
INSIDE = -8  # in the counted noun phrase itself
_ASIDE = 4  # words of an aside between a verb and its object: ", they estimate,"
WHO = 6  # the counted noun itself, where it names people or things that anything can be said of


def cost(hit: Hit, frame: Frame, lexicon: Lexicon) -> int | None:
    """The cost of reading ``hit`` as said of the figure, or None."""
    if hit.trigger.slot is Slot.ACT and hit.end > frame.first:
        return None  # "40 arrest warrants"
    if frame.first < hit.end and hit.start < frame.number:
        own = hit.trigger.slot is Slot.NAMED and frame.words[hit.end - 1].end <= frame.quantity.number.start
        return 0 if own else None  # the number's own words: "magnitude 5.8"
    if frame.number <= hit.start and hit.end <= frame.last:
        return _inside(hit, frame, lexicon)
    if hit.start < frame.last and hit.end > frame.first:
        return 0 if hit.start >= frame.number else None  # runs out of the figure: "lives" in "lives lost"
    if hit.end <= frame.first:
        return _LEFT[hit.trigger.slot](hit, frame, lexicon) if hit.start >= frame.left else _afar(hit, frame, lexicon)
    return _RIGHT[hit.trigger.slot](hit, frame, lexicon) if hit.end <= frame.right else None


def _inside(hit: Hit, frame: Frame, lexicon: Lexicon) -> int | None:
    """A trigger in the counted noun phrase: close, unless it is only the noun of who is counted ("45 passengers")."""
    if hit.trigger.slot is Slot.SHARE_OF:
        return None
    if hit.trigger.slot is Slot.COUNTING and hit.end < frame.last and describes_noun(hit, frame, lexicon):
        return None
    word = frame.words[hit.start].lower
    if hit.trigger.slot is Slot.DONE_TO and word not in hit.trigger.participles:
        return None  # "burning issues" are not burned
    if hit.trigger.slot is Slot.DOING and word not in hit.trigger.participles and word != hit.trigger.ing:
        return None  # "13,000 lives" is no verb
    plain = hit.trigger.slot in NOMINAL and hit.end == frame.last and frame.words[hit.start].lower in lexicon.things
    return WHO if plain else INSIDE


def between(frame: Frame, start: int, end: int, lexicon: Lexicon) -> int:
    """The cost of the words between a trigger and a figure."""
    breaks = lexicon.words["break"]
    words = frame.words[max(0, start) : end]
    commas = [i for i, word in enumerate(words) if word.lower == ","]
    if len(commas) == 2:  # a parenthesis between commas costs no more for being long
        inside = frame.crossed(start + commas[0], start + commas[1] + 1)
        words = (*words[: commas[0]], *words[commas[1] + 1 :])
        total = COMMA + FIGURE * (frame.crossed(start, end) - inside)
    else:
        total = FIGURE * frame.crossed(start, end)
    for word in words:
        if word.lower == ",":
            total += COMMA
        elif word.lower in ("and", "or"):
            total += AND
        elif word.lower in breaks:
            total += CLAUSE
        else:
            total += 1
    return total


# ------------------------------------------------------------------------- a trigger left of the figure


def _object(hit: Hit, frame: Frame, lexicon: Lexicon) -> int | None:
    """ "killed [a driver and] 27", "killed, officials say, 27": an active verb before its object."""
    gap = _past_aside(frame.lower(hit.end, frame.first))
    if (
        hit.trigger.pattern[0]
        and frame.words[hit.start].lower in hit.trigger.participles
        and passive(hit.start, frame, lexicon)
    ):
        return None
    if any(word in lexicon.words["relative"] or word in lexicon.words["break"] for word in gap):
        return None
    if any(word in lexicon.words["linking-verb"] for word in gap) or _auxiliary(hit, frame, lexicon):
        return None  # "the count reaches 143", "have reported 150"
    if any(word in lexicon.words["be"] for word in gap):
        inverted = gap[-1] in lexicon.words["be"] and frame.words[hit.start].lower in hit.trigger.participles
        return len(gap) if inverted and hit.start <= frame.left + 1 else None  # "Killed in the blast were nine"
    if gap[-1:] == ["at"] and frame.dimension == "count":
        return None  # "the clinic opens at 7"
    if any(word == ":" or (word == "," and not frame.crossed(hit.end, frame.first)) for word in gap):
        return None
    steps = between(frame, hit.end, frame.first, lexicon)
    if frame.crossed(hit.end, frame.first):  # "killed 14 soldiers and three medics"
        return steps if len(gap) <= 14 and _listed(hit, frame) else None
    return steps if len(gap) <= 4 else None


def _past_aside(gap: list[str]) -> list[str]:
    """The words between a verb and its object, without what is put in between commas right after the verb."""
    if gap[:1] != [","] or "," not in gap[1 : _ASIDE + 2]:
        return gap
    return gap[gap.index(",", 1) + 1 :]


def _label(hit: Hit, frame: Frame, lexicon: Lexicon) -> int | None:
    """ "a death toll of 27", "turnout was put by the board at 63.5%", "Magnitude: 6.2"."""
    gap = frame.lower(hit.end, frame.first)
    links = lexicon.words["link"]
    if frame.lower(hit.start - 1, hit.start) == ["of"] and any(b == hit.start - 1 for _, b in frame.others):
        return None  # "2.6 percent of gross domestic product, up from 2.3"
    steps = between(frame, hit.end, frame.first, lexicon)
    if frame.crossed(hit.end, frame.first) and not _listed(hit, frame):
        if any(0 <= a - hit.end <= 2 for a, _ in frame.others):
            return None  # the name has a figure of its own
        steps += CLAUSE
    if any(word in links for word in gap) or not gap:
        return 1 + steps
    return 5 + steps if len(gap) <= 2 else None


def _auxiliary(hit: Hit, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether "have" only leads another verb."""
    if hit.end - hit.start > 1 or frame.words[hit.start].lower not in lexicon.words["have"]:
        return False
    i = hit.end
    while i < frame.first and (frame.words[i].lower in lexicon.words["adverb"] or frame.words[i].lower.endswith("ly")):
        i += 1
    if i >= frame.first:
        return False
    word = frame.words[i].lower
    known = lexicon.verbs.get(word)
    return word in lexicon.words["be"] or (known is not None and known[2]) or word.endswith("ed")


def _listed(hit: Hit, frame: Frame) -> bool:
    """Whether the figure is one of a list under the name: "shares of 31 and 17 percent"."""
    last = max(b for a, b in frame.others if hit.end <= a and b <= frame.first)
    gap = frame.lower(last, frame.first)
    return len(gap) <= 2 and any(word in ("and", "or", ",", "to", "from") for word in gap)


def _counted_label(hit: Hit, frame: Frame, lexicon: Lexicon) -> int | None:
    """ "deaths rose to 27": a counted noun in the part of a name."""
    if not any(word in lexicon.words["link"] for word in frame.lower(hit.end, frame.first)):
        return None
    steps = _label(hit, frame, lexicon)
    return None if steps is None or _has_figure(hit, frame) else steps + 1


def _has_figure(hit: Hit, frame: Frame) -> bool:
    """Whether the trigger already has another figure of its own: "38 arrests and 12"."""
    return any(b in (hit.start, hit.start - 1, hit.end) for _, b in frame.others)


def _act(hit: Hit, frame: Frame, lexicon: Lexicon) -> int | None:
    """ "the evacuation of some 2,300 people", "the loss of nine jets and 40 tanks"."""
    gap = frame.lower(hit.end, frame.first)
    if gap[:1] != ["of"] or any(word in lexicon.words["break"] or word in lexicon.words["relative"] for word in gap):
        return None
    if frame.crossed(hit.end, frame.first):
        return 2 + len(gap) if len(gap) <= 8 and _listed(hit, frame) else None
    return len(gap) - 1 if len(gap) <= 4 else None  # nearer than a verb said of the act: "was delayed"


def _state_before(hit: Hit, frame: Frame, lexicon: Lexicon) -> int | None:
    """ "Injured: 112", "the dead numbered 27"."""
    gap = frame.lower(hit.end, frame.first)
    return 1 + len(gap) if gap[:1] in ([":"], ["numbered"], ["number"], ["="]) and len(gap) <= 3 else None


def _never(hit: Hit, frame: Frame, lexicon: Lexicon) -> int | None:
    """A subject seldom follows its verb, "of the vote" never comes first, and "the loss of" never last."""
    return None


def _afar(hit: Hit, frame: Frame, lexicon: Lexicon) -> int | None:
    """Beyond a dash or a bracket only a name reaches: "Magnitude (Richter) 6.2"."""
    if hit.trigger.slot is not Slot.NAMED or frame.first - hit.end > 8 or frame.crossed(hit.end, frame.first):
        return None
    return CLAUSE + (frame.first - hit.end)


# ------------------------------------------------------------------------ a trigger right of the figure


def _passive_right(hit: Hit, frame: Frame, lexicon: Lexicon) -> int | None:
    """ "27 were killed", "27 people [from the village] killed in the blast"."""
    verb = frame.words[hit.start].lower
    if verb not in hit.trigger.participles or verb in lexicon.words["have"] or verb in lexicon.words["be"]:
        return None
    gap = frame.lower(frame.last, hit.start)
    steps = between(frame, frame.last, hit.start, lexicon)
    if steps > FARTHEST or other_clause(frame, frame.last, hit.start, lexicon):
        return None
    if passive(hit.start, frame, lexicon):
        return steps
    if takes_object(hit.end, frame, lexicon):
        return None
    nominal = not gap or gap[0] in lexicon.words["preposition"] or all(light(word, lexicon) for word in gap)
    return steps + 1 if nominal and not any(word in lexicon.words["have"] for word in gap) else None


def _verb_right(hit: Hit, frame: Frame, lexicon: Lexicon) -> int | None:
    """ "27 died", "500 had, the mayor said, fled"."""
    steps = between(frame, frame.last, hit.start, lexicon)
    if steps > FARTHEST or other_clause(frame, frame.last, hit.start, lexicon):
        return None
    return steps


def _state_right(hit: Hit, frame: Frame, lexicon: Lexicon) -> int | None:
    """ "27 dead", "27 people were still missing", "15 percent of it contained"."""
    gap = frame.lower(frame.last, hit.start)
    steps = between(frame, frame.last, hit.start, lexicon)
    if all(light(word, lexicon) for word in gap):
        return steps
    apart = any(ends_phrase(word, lexicon) or word in lexicon.words["determiner"] for word in gap)
    if len(gap) <= 4 and not apart:
        return steps + 1  # "one in three fast trains still cancelled"
    if len(gap) <= 8 and not other_clause(frame, frame.last, hit.start, lexicon):
        return (
            steps + 2 if any(word in lexicon.words["be"] for word in gap) or gap[0] in ("of", "people", "in") else None
        )
    return None


def _noun_right(hit: Hit, frame: Frame, lexicon: Lexicon) -> int | None:
    """ "27 confirmed deaths", "a 63.5% turnout", "6.2 on the Richter scale"."""
    gap = frame.lower(frame.last, hit.start)
    if len(gap) > 4 or frame.crossed(frame.last, hit.start):
        return None
    if any(word in lexicon.words["break"] or word in (",", "and", "or", ":", "of") for word in gap):
        return None
    return between(frame, frame.last, hit.start, lexicon) + 2


def _counted_right(hit: Hit, frame: Frame, lexicon: Lexicon) -> int | None:
    gap = frame.lower(frame.last, hit.start)
    if len(gap) > 3 or any(word in lexicon.words["preposition"] or word in (",", "and", "or") for word in gap):
        return None
    return None if describes_noun(hit, frame, lexicon) else len(gap)


def _share(hit: Hit, frame: Frame, lexicon: Lexicon) -> int | None:
    """ "31 percent of the popular vote"."""
    gap = frame.lower(frame.last, hit.start)
    if len(gap) > 5 or gap[:1] not in (["of"], ["in"]) or "them" in gap:
        return None
    return len(gap) - 1 if not any(word in lexicon.words["break"] or word == "," for word in gap) else None


_Reader = Callable[[Hit, Frame, Lexicon], int | None]
_LEFT: dict[Slot, _Reader] = {
    Slot.DONE_TO: _object,
    Slot.DOING: _never,
    Slot.ACT: _act,
    Slot.NAMED: _label,
    Slot.COUNTING: _counted_label,
    Slot.BEING: _state_before,
    Slot.SHARE_OF: _never,
}
_RIGHT: dict[Slot, _Reader] = {
    Slot.DONE_TO: _passive_right,
    Slot.DOING: _verb_right,
    Slot.ACT: _never,
    Slot.NAMED: _noun_right,
    Slot.COUNTING: _counted_right,
    Slot.BEING: _state_right,
    Slot.SHARE_OF: _share,
}
