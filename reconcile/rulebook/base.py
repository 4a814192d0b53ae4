"""What every rule has, whatever it is about."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field


class Rule(BaseModel):
    """One entry of a rule file.

    A rule proves itself: ``examples`` are sentences in which it must fire, ``counterexamples`` ones in
    which it must not. A rule *fires* in a sentence when its ``ref`` is among the rules that
    ``reconcile explain`` names for that sentence.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    kind: ClassVar[str]  #: the ``kind:`` of the files that hold such rules

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_.-]*$")
    because: str | None = None
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()

    @property
    def ref(self) -> str:
        """The rule's name in every trace: its kind and id, ``modifiers/about``."""
        return f"{self.kind}/{self.id}"
