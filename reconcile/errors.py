"""What can go wrong that a user can mend: each says what, where and what to do."""


class ReconcileError(Exception):
    """The root of the family. Its text is one line, ready to print."""


class InputError(ReconcileError):
    """An input is missing, empty, or not what its name says."""


class RuleError(ReconcileError):
    """A rule file is broken, or one of its rules does not do what its examples say."""


class OutputError(ReconcileError):
    """A result cannot be written where it was asked for."""


class FidelityError(ReconcileError):
    """A quote does not stand in its document where a record says it does."""
