"""A measure in the making, and what reading a document's figures has at hand."""

from dataclasses import dataclass, field

from reconcile.extraction.context import Context
from reconcile.extraction.measures.behaviour import topic_of
from reconcile.extraction.measures.carried import Memory
from reconcile.extraction.measures.lexicon import Lexicon
from reconcile.extraction.measures.names import Known
from reconcile.model import Measure
from reconcile.rulebook import Rules
from reconcile.rulebook.measures import Topic


@dataclass(slots=True)
class Draft:
    """A measure in the making."""

    property: str | None = None
    topic: str | None = None
    entity: str | None = None
    qualifiers: dict[str, str] = field(default_factory=dict)
    rules: list[str] = field(default_factory=list)
    carried: dict[str, str] = field(default_factory=dict)
    known: Topic | None = None  #: the topic's rule
    verb: int | None = None  #: the word of the sentence that is the verb said of it
    distance: int = 0  #: of the words that gave the property


@dataclass(frozen=True, slots=True)
class Setting:
    """What reading one document's figures has at hand."""

    context: Context
    known: Known
    memory: Memory
    lexicon: Lexicon
    rules: Rules
    headline: frozenset[str]
    places: dict[int, str | None] = field(default_factory=dict)  #: the place that the sentence before one names
    scopes: dict[int, tuple[str, str] | None] = field(default_factory=dict)  #: what the sentence after one says


def take_over(draft: Draft, before: Measure, setting: Setting) -> None:
    """The property of a figure before this one, and its entity where this one has none."""
    draft.property, draft.topic, draft.verb = before.property, before.topic, None
    draft.entity = draft.entity or before.entity
    draft.known = topic_of(before, setting.rules)
    draft.rules += [ref for ref in before.rules if ref.startswith("topics/")]


def pack_of(ref: str, rules: Rules) -> str:
    """The pack a topic's rule stands in: the name of its file."""
    file = rules.files[ref].replace("\\", "/").rsplit("/", 1)[-1]
    return file.rsplit(".", 1)[0]
