"""Reading: files and folders to documents."""

from reconcile.reading.collect import read
from reconcile.reading.furniture import find_furniture
from reconcile.reading.options import ReadOptions

__all__ = ["ReadOptions", "find_furniture", "read"]
