"""Reporting: findings to Markdown, HTML, JSON and tables."""
