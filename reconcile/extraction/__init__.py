"""Extraction: a document to its claims."""
