"""Reads the figures in articles by several sources, says who gives them, and which cannot all hold.

``extract`` and ``reconcile`` take a DataFrame of articles, ``compare`` one of ready-made figures; see their
help, or docs/python.md.
"""

from typing import TYPE_CHECKING, Any

from reconcile.version import __version__

if TYPE_CHECKING:
    from reconcile.frames import Result, compare, extract, intervals, reconcile

__all__ = ["Result", "__version__", "compare", "extract", "intervals", "reconcile"]
_IN_FRAMES = ("Result", "compare", "extract", "intervals", "reconcile")


def __getattr__(name: str) -> Any:
    """The public names, looked up when first used: the command line need not wait for pandas."""
    if name in _IN_FRAMES:
        from reconcile import frames

        return getattr(frames, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
