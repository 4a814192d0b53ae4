"""Of what or whom: the counted noun as one name for all its synonyms, and the group or side it is narrowed to."""

from dataclasses import dataclass
from functools import lru_cache

from reconcile.extraction.context import Word, tokenize
from reconcile.extraction.measures.forms import irregulars
from reconcile.extraction.measures.frames import Frame
from reconcile.extraction.measures.lexicon import Lexicon
from reconcile.model import Kind
from reconcile.rulebook import Rules


@dataclass(frozen=True, slots=True)
class Entity:
    """What is counted: its name, the kinds it belongs to, the group it narrows to, and the rule that knew it."""

    name: str
    kinds: frozenset[str] = frozenset()
    group: str | None = None
    rule: str | None = None
    parts: tuple[str, ...] = ()  #: the properties of which the group makes a part; empty: of all
    own: bool = True  #: the figure's own noun, not that of a figure before it


def entity_of(frame: Frame, text: str, lexicon: Lexicon, rules: Rules) -> Entity | None:
    """The counted noun of a figure, or None where it has none of its own."""
    quantity = frame.quantity
    if quantity.kind is not Kind.COUNT:
        return None
    if quantity.counted is not None:
        words = head_phrase(tokenize(text, quantity.counted.start, quantity.counted.end), lexicon)
        if words and words[-1].endswith("ed") and words[-1] not in lexicon.things:
            words = words[:-1]  # "a handful affected"
        return named_entity(words, lexicon, rules) if words else None
    return named_entity([quantity.unit], lexicon, rules) if quantity.unit else None


def named_entity(words: list[str], lexicon: Lexicon, rules: Rules) -> Entity:
    """The entity that a noun phrase (its words in lower case, head last) names."""
    for length in (3, 2, 1):
        thing = lexicon.things.get(" ".join(words[-length:])) if length <= len(words) else None
        if thing is not None:
            kinds = frozenset(lexicon.wider[thing.id])
            if thing.group and thing.within:
                return Entity(_whole(thing.within, lexicon), kinds, thing.id, thing.ref, parts=thing.group_in)
            return Entity(thing.id, kinds, None, thing.ref)
    if len(words) > 1 and any(word in lexicon.things for word in words[:-1]):
        last = max(i for i, word in enumerate(words[:-1]) if word in lexicon.things)
        return named_entity(words[: last + 1], lexicon, rules)  # a verb was taken for part of the noun phrase
    return Entity(singular(words[-1], rules))


def substance_of(frame: Frame, lexicon: Lexicon, rules: Rules) -> Entity | None:
    """What a mass or a volume is of: "35 tonnes of tents", "15 billion cubic metres of gas"."""
    if frame.dimension.split("/")[0] not in ("mass", "volume", "energy"):
        return None
    words = frame.lower(frame.last, min(frame.right, frame.last + 6))
    if words[:1] != ["of"]:
        return None
    kept: list[str] = []
    for word in words[1:]:
        if not word[0].isalpha() or _ends_phrase(word, lexicon):
            break
        kept.append(word)
    kept = [word for word in kept if word not in lexicon.words["determiner"]]
    return named_entity(kept, lexicon, rules) if kept else None


def _ends_phrase(word: str, lexicon: Lexicon) -> bool:
    classes = ("preposition", "relative", "break", "be", "have", "modal", "adverb", "pronoun")
    stops = ("and", "or", "worth")
    return any(word in lexicon.words[name] for name in classes) or word in lexicon.verbs or word in stops


def taken_over(name: str | None, lexicon: Lexicon) -> Entity | None:
    """The entity of a figure before this one, for one that has no noun of its own."""
    return Entity(name, frozenset(lexicon.wider.get(name, (name,))), own=False) if name else None


def _whole(id: str, lexicon: Lexicon) -> str:
    thing = next((t for t in lexicon.things.values() if t.id == id), None)
    return _whole(thing.within, lexicon) if thing is not None and thing.group and thing.within else id


def head_phrase(words: list[Word], lexicon: Lexicon) -> list[str]:
    """The words of a noun phrase up to its head, without what follows a preposition or a relative."""
    kept: list[str] = []
    for word in words:
        if word.lower in lexicon.words["preposition"] or word.lower in lexicon.words["relative"] or word.text == ",":
            break
        if word.text in ("'s", "’s"):
            kept.clear()  # "the county's bridges"
            continue
        kept.append(word.lower)
    return [w for w in kept if w not in lexicon.words["determiner"]]


@lru_cache(maxsize=10_000)
def singular(word: str, rules: Rules) -> str:
    """The singular of a noun: "families" -> "family"."""
    _, nouns = irregulars(rules)
    for base, plurals in nouns.items():
        if word in plurals:
            return base
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
