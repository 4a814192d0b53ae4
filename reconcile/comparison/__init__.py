"""Comparison: claims to facts and verdicts."""
