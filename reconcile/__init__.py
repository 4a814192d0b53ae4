"""Reads the figures in articles by several sources, says who gives them, and which cannot all hold."""

__version__ = "0.1.0"
