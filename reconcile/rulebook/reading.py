"""Rules for what reading a document needs: the page around an article, and who wrote it."""

from typing import ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from reconcile.rulebook.base import Rule


class Furniture(Rule):
    """A line that belongs to the page and not to the article.

    The phrases are held against the line with quoted speech and currency signs left out: ``whole``
    is all of it, ``begins`` its first words, ``has`` stands in its first sentence, ``ends`` in its last.
    With ``also``, one of those must stand in it besides what it ``has``. A line of more than ``longest``
    words is never taken, nor one that reports what somebody said unless ``reported`` is true. ``place`` is
    where in the text it may stand. Lines beside an ``anchor`` that are plainly of the same box go with it.
    """

    kind: ClassVar[str] = "furniture"

    means: str
    whole: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    longest: int = 30
    place: Literal["anywhere", "head", "tail"] = "anywhere"
    anchor: bool = False
    reported: bool = False

    @model_validator(mode="after")
    def _matches_something(self) -> Self:
        if not (self.whole or self.begins or self.has or self.ends):
            raise ValueError("it matches nothing: give it phrases under whole, begins, has or ends")
        return self


class LineSigns(Rule):
    """Words that tell what kind of line they stand in: reported speech, or speech to the reader."""

    kind: ClassVar[str] = "line_signs"
    looked_up = True

    words: tuple[str, ...]


class Agency(BaseModel):
    """A news agency: its name, the ``names`` under which articles credit it, its domains."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    names: tuple[str, ...]
    sites: tuple[str, ...] = ()


class Credits(Rule):
    """News agencies, by the names under which articles credit them, capitals included."""

    kind: ClassVar[str] = "credits"

    entries: tuple[Agency, ...]


class Masthead(Rule):
    """What a line above or below an article says of it: who published or wrote it, and when.

    ``labels`` are phrases that lead the value ("Published on"); ``alone`` is true where the label must
    be followed by a colon.
    """

    kind: ClassVar[str] = "masthead"

    field: Literal["published", "updated", "author", "publisher", "credit"]
    labels: tuple[str, ...]
    colon: bool = False


class CorrectionNote(Rule):
    """How an article says that it, or an earlier one, was wrong or has been changed.

    ``heads`` open the note; ``was`` lead what was wrong, ``now`` what is right. ``only_with_was``: the heads
    open other notes too, so one that takes nothing back is none.
    """

    kind: ClassVar[str] = "corrections"

    means: str
    heads: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    only_with_was: bool = False


KINDS: tuple[type[Rule], ...] = (Furniture, LineSigns, Credits, Masthead, CorrectionNote)
