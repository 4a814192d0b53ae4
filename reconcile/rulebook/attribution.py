"""Rules for what finding a source needs: actors, cues, stances and classes of words."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from reconcile.rulebook.base import Rule


class Entry(BaseModel):
    """One actor: a country, an alliance or a body, and the words that name it.

    ``people`` are demonyms (adjective and plural), ``capital`` its spellings, ``seats`` the houses and
    offices that stand for its government in print ("the Kremlin"), ``also`` other names. ``country`` is
    filled in for bodies that belong to one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    people: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    country: str | None = None

    @property
    def id(self) -> str:
        """The name in lower case with hyphens: ``united-states``."""
        return "-".join("".join(c if c.isalnum() else " " for c in self.name.lower()).split())


class Actors(Rule):
    """A list of actors. ``government`` says that naming one as a source means its government."""

    kind: ClassVar[str] = "actors"

    government: bool = False
    entries: tuple[Entry, ...]


class WordClass(Rule):
    """A closed class of words that the grammar of sources is built on (determiners, titles ...)."""

    kind: ClassVar[str] = "wordclasses"

    words: tuple[str, ...]


KINDS: tuple[type[Rule], ...] = (Actors, WordClass)
