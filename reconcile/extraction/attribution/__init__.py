"""Who says each figure, how firmly, and through whom.

Quote regions (``quotes``) and the words of a sentence (``line``) give links (``links``: source, cue and
the stretch governed), found by ``adjuncts``, ``verbs`` and ``labels``; ``speakers`` gives each quote its
speaker; ``chain`` orders the links that govern a figure; ``names`` says who they are and ``stance`` how
firmly they say it.
"""

from collections.abc import Sequence
from dataclasses import replace

from reconcile.extraction.attribution.article import Article
from reconcile.extraction.attribution.chain import chain
from reconcile.extraction.attribution.continued import going_on
from reconcile.extraction.attribution.links import Link
from reconcile.extraction.attribution.names import Identity, Names
from reconcile.extraction.attribution.quotes import Region
from reconcile.extraction.attribution.speakers import Speakers
from reconcile.extraction.attribution.stance import Manner, manner_of
from reconcile.extraction.context import Context, Sentence
from reconcile.model import Attribution, Quantity, Span, Stance
from reconcile.rulebook import Rules
from reconcile.rulebook.attribution import Adjunct, Cue

__all__ = ["attribute"]

_CARRIED = 12  #: sentences of its paragraph that a cue may go on for
_SAME_AGAIN = ("he", "she", "they", "it")  #: within a chain, the speaker further out


def attribute(context: Context, quantities: Sequence[Quantity], rules: Rules) -> list[Attribution]:
    """The attribution of each figure, in the order given; the publication's own voice where nothing says."""
    reader = _Reader(context, rules)
    return [reader.attribution(quantity) for quantity in quantities]


class _Reader:
    """One article and what is known of it so far."""

    def __init__(self, context: Context, rules: Rules) -> None:
        self.article = Article(context, rules)
        self.speakers = Speakers(self.article)
        self.names = Names(self.article)
        published = context.document.published or ""
        self.year = int(published[:4]) if published[:4].isdigit() else None

    def attribution(self, quantity: Quantity) -> Attribution:
        """Who a figure comes from, and how it is put forward."""
        article = self.article
        links, quoted = self._links(quantity)
        sentence = article.sentence(quantity.number.start)
        manner = manner_of(article.text, quantity, sentence, links, self.year, article.rules)
        refs = tuple(dict.fromkeys((*(link.rule.ref for link in links), *manner.rules)))
        if manner.stance is Stance.RETRACTED or (not links and article.issuer is None):
            return Attribution(stance=manner.stance, manner=manner.manner, quoted=quoted, rules=refs)
        if not links:
            return self._issued(manner, quoted, refs)
        sources = self._sources(links)
        source, identity = sources[-1] if sources else (None, None)
        if identity is not None and identity.rule is not None:
            refs = (*refs, identity.rule)
        return Attribution(
            source=source,
            name=identity.name if identity else None,
            actor=identity.actor if identity else None,
            via=tuple(span for span, _ in sources[:-1]),
            cue=Span.of(article.text, *links[-1].cue),
            stance=manner.stance,
            manner=manner.manner,
            quoted=quoted,
            rules=refs,
        )

    def _issued(self, manner: Manner, quoted: bool, refs: tuple[str, ...]) -> Attribution:
        """A figure of a text that its subject publishes itself: the issuer says it."""
        article = self.article
        assert article.issuer is not None  # noqa: S101 - the only caller has checked
        identity = self.names.issuer(article.issuer)
        return Attribution(
            source=Span.of(article.text, *article.issuer),
            name=identity.name,
            actor=identity.actor,
            stance=manner.stance,
            manner=manner.manner,
            quoted=quoted,
            rules=refs if identity.rule is None else (*refs, identity.rule),
        )

    def _links(self, quantity: Quantity) -> tuple[list[Link], bool]:
        """The links that govern a figure, outermost first, and whether it stands inside quotation marks."""
        article, offset = self.article, quantity.number.start
        index = article.quotes.index(offset)
        if index is not None:
            speaker = self.speakers.of(index)
            if speaker is not None:
                return self._to_quote(speaker, article.quotes.regions[index]), True
        sentence = article.sentence(offset)
        links = article.links(sentence)
        found = chain(links, offset) or (self._carried(sentence, quantity) if not links else [])
        return found, index is not None

    def _carried(self, sentence: Sentence, quantity: Quantity) -> list[Link]:
        """The link of a sentence before, where its cue goes on: "The brigade's word is 36 dead. | Forty are hurt."."""
        if sentence.index > 0 and (nearest := self.article.sentence_before(sentence)) is not None:
            line, links = self.article.line(nearest), self.article.links(nearest)
            if said := going_on(links, line, self.article.line(sentence), quantity):
                return [said]
        for _ in range(_CARRIED):
            before = self.article.sentence_before(sentence) if sentence.index > 0 else None
            if before is None:
                return []
            if links := self.article.links(before):
                return [link for link in links if isinstance(link.rule, Adjunct) and link.rule.carries][:1]
            sentence = before
        return []

    def _to_quote(self, speaker: Link, region: Region) -> list[Link]:
        """The speaker of a quote with the cue nearest before it ("denied that ... and said: |"); after a colon a
        speaker who denied asserts."""
        if speaker.cue[0] > region.start:
            return [speaker]
        between = self.article.text[speaker.cue[1] : region.start]
        same = self.article.sentence(region.start)
        nearer = [
            link
            for link in self.article.links(same)
            if speaker.cue[1] <= link.cue[0] and link.cue[1] <= region.start and link.governs(region.start)
        ]
        if nearer:
            return [speaker, *nearer]
        if speaker.rule.stance is Stance.DENIED and (":" in between or speaker.cue[0] < same.start):
            return [replace(speaker, rule=speaker.rule.model_copy(update={"stance": Stance.ASSERTED}))]
        return [speaker]

    def _sources(self, links: Sequence[Link]) -> list[tuple[Span, Identity]]:
        """The distinct sources of a chain; one that is the same again ("the minister said he ...") counts once."""
        found: list[tuple[Span, Identity]] = []
        for link in links:
            if link.source is None:
                continue
            again = self.article.text[slice(*link.source)].lower() in _SAME_AGAIN
            wished = isinstance(link.rule, Cue) and (
                link.rule.type == "want" or self.article.text.startswith(" to ", link.cue[1])
            )  # "X said Y would seek", "Y agreed to pay": X says it
            if found and (again or wished):
                continue
            identity = self.names.identify(link.source)
            if not any(identity.name == known.name for _, known in found):
                found.append((Span.of(self.article.text, *link.source), identity))
        return found
