"""Reporting: findings to Markdown, HTML, JSON and tables."""

from collections.abc import Callable, Mapping

from reconcile.model import Report


def to_markdown(report: Report) -> str:
    """The report for people, in Markdown as GitHub and Obsidian show it. Raises FidelityError."""
    from reconcile.reporting.markdown import to_markdown as render

    return render(report)


def to_html(report: Report) -> str:
    """The report as one web page that needs nothing beside it. Raises FidelityError."""
    from reconcile.reporting.html import to_html as render

    return render(report)


def to_json(report: Report) -> str:
    """The report for programs, as docs/schema.json describes it. Raises FidelityError."""
    from reconcile.reporting.jsonout import report_json as render

    return render(report)


RENDERERS: Mapping[str, Callable[[Report], str]] = {"md": to_markdown, "html": to_html, "json": to_json}
