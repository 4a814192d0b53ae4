"""What every rule has, whatever it is about."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field


class Rule(BaseModel):
    """One entry of a rule file.

    A rule proves itself: ``examples`` are sentences in which it must fire, ``counterexamples`` ones in
    which it must not. A rule *fires* in a sentence when its ``ref`` is among the rules that
    ``reconcile explain`` names for that sentence. Word lists and settings never fire: they are looked
    things up in (``looked_up``), and the rules that use them prove them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    kind: ClassVar[str]  #: the ``kind:`` of the files that hold such rules
    looked_up: ClassVar[bool] = False  #: word lists and settings, which no trace names

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_.-]*$")
    because: str | None = None
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()

    @property
    def ref(self) -> str:
        """The rule's name in every trace: its kind and id, ``modifiers/about``."""
        return f"{self.kind}/{self.id}"

    @property
    def fires(self) -> bool:
        """Whether a trace names the rule when it took part; then it must carry an example and a counterexample."""
        return not self.looked_up
