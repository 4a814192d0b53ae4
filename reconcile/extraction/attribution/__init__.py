"""Who says each figure, how firmly, and through whom."""

from collections.abc import Sequence

from reconcile.extraction.attribution.article import Article
from reconcile.extraction.attribution.chain import chain
from reconcile.extraction.attribution.links import Link
from reconcile.extraction.attribution.speakers import Speakers
from reconcile.extraction.context import Context
from reconcile.model import Attribution, Quantity, Span
from reconcile.rulebook import Rules


def attribute(context: Context, quantities: Sequence[Quantity], rules: Rules) -> list[Attribution]:
    """The attribution of each figure, in the order given; the publication's own voice where nothing says."""
    article = Article(context, rules)
    speakers = Speakers(article)
    return [_attribution(article, speakers, quantity) for quantity in quantities]


def _attribution(article: Article, speakers: Speakers, quantity: Quantity) -> Attribution:
    links, quoted = _links(article, speakers, quantity.start)
    if not links:
        return Attribution(quoted=quoted)
    text = article.text
    named = [link for link in links if link.source is not None]
    inner = links[-1]
    return Attribution(
        source=Span.of(text, *inner.source) if inner.source else None,
        via=tuple(Span.of(text, *link.source) for link in named[:-1] if link.source),
        cue=Span.of(text, *inner.cue),
        stance=inner.rule.stance,
        manner=inner.rule.manner,
        quoted=quoted,
        rules=tuple(link.rule.ref for link in links) + tuple("frame:" + link.frame for link in links),
    )


def _links(article: Article, speakers: Speakers, offset: int) -> tuple[list[Link], bool]:
    index = article.quotes.index(offset)
    if index is not None:
        speaker = speakers.of(index)
        if speaker is not None:
            return [speaker], True
    return chain(article.links(article.context.sentence(offset)), offset), index is not None
