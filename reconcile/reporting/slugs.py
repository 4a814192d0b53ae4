"""Names of headings as GitHub gives them, so that a report can link to its own parts."""

import re

_DROPPED = re.compile(r"[^\w\- ]")


class Slugs:
    """The anchors of one page's headings, in the order in which they are asked for."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(self, heading: str) -> str:
        """The anchor of the next heading: lower case, hyphens for spaces, no punctuation, numbered when repeated.

        >>> slugs = Slugs()
        >>> slugs.of("Deaths, so far: 12"), slugs.of("Deaths so far 12")
        ('deaths-so-far-12', 'deaths-so-far-12-1')
        """
        plain = slug = _DROPPED.sub("", heading.strip().lower()).replace(" ", "-")
        repeated = 0
        while slug in self._seen:
            repeated = self._seen[plain] = self._seen[plain] + 1
            slug = f"{plain}-{repeated}"
        self._seen[slug] = 0
        return slug
