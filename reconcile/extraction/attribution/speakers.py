"""Who speaks each quote: a cue before or after it, in its paragraph, or carried over from the quote before."""

from reconcile.extraction.attribution.article import Article
from reconcile.extraction.attribution.chain import outermost
from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.links import Frame, Link, source_of
from reconcile.extraction.attribution.phrases import Phrase
from reconcile.extraction.attribution.quotes import Region
from reconcile.extraction.attribution.subjects import sentence_subject
from reconcile.extraction.attribution.verbtests import only_adjuncts_follow
from reconcile.extraction.context import Sentence

_NEAR = 60  # characters between a quote's end and the cue that closes it
_SHORT = 160  # characters of a sentence that only says who said the last one
_FURTHEST = 40  # quotes back that one speaker's words can run


class Speakers:
    """The speaker of each quote region of an article, found when first asked for."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._known: dict[int, Link | None] = {}

    def of(self, index: int) -> Link | None:
        """The link that names the speaker of region ``index``."""
        if index not in self._known:
            first = index
            while first > 0 and index - first < _FURTHEST and first - 1 not in self._known and self._adjoins(first):
                first -= 1
            for k in range(first, index + 1):
                if k not in self._known:
                    self._known[k] = self._find(k)
        return self._known[index]

    def _adjoins(self, index: int) -> bool:
        """Whether the region before stands in the same paragraph or the one before."""
        regions = self.article.quotes.regions
        return self.article.paragraphs_between(regions[index - 1].start, regions[index].start) <= 1

    def _find(self, index: int) -> Link | None:
        article, region = self.article, self.article.quotes.regions[index]
        opening = article.sentence(region.start)
        closing = article.sentence(max(region.start, region.end - 1))
        after = [k for k in article.links(closing) if k.cue[0] >= region.end and speaks(k) and k.trails]
        before = [
            k for k in article.links(opening) if k.cue[1] <= region.start and speaks(k) and k.governs(region.start)
        ]
        near = [k for k in after if k.cue[0] - region.end < _NEAR]
        if near:
            return near[0]
        if label := article.labels.before_quote(region.start) or article.labels.transcript(opening.paragraph):
            return label
        if signed := article.labels.after_quote(region.end):
            return signed
        if closed := self._said_next(region, closing):
            return closed
        if between := self._between(index, opening):
            return between
        if before:
            return outermost(before, region.start)
        if after:
            return after[0]
        previous = article.sentence_before(opening)
        opens = region.start - opening.start <= 2
        if previous is not None and opens and article.text[previous.start : previous.end].rstrip().endswith(":"):
            announced = next((k for k in article.links(previous) if k.source and speaks(k)), None)
            if announced := announced or self._announcer(previous, previous.end):
                return announced
        if leading := article.text[opening.start : region.start].strip():
            return self._announcer(opening, region.start) if leading.endswith(":") else None
        if carried := self._carried(index):
            return carried
        if previous is not None and article.paragraphs_between(previous.start, opening.start) <= 1:
            said = [k for k in article.links(previous) if k.source and speaks(k) and _says(k)]
            if said:
                return said[0]
        return self._from_next(index)

    def _announcer(self, sentence: Sentence, end: int) -> Link | None:
        """Whose sentence runs into a colon without a verb of saying: "X made the following comment:"."""
        line = self.article.line(sentence)
        colon = max(0, sentence.word_at(end) - 1)
        if any(line.mark[:colon]):
            return None
        found = _to_its_name(line, sentence_subject(line, 0, colon))
        described = found is not None and any(line.is_(found.last, kind) for kind in ("roles", "organisations"))
        if found is None or not (described or line.capital(found.last) or line.is_(found.last, "pronouns")):
            return None
        return self.article.labels.announced(source_of(line, found), line.span(colon, colon))

    def _said_next(self, region: Region, closing: Sentence) -> Link | None:
        """A cue that the sentence splitter parted from its quote: "... ?" | X said on Friday."""
        if region.end < closing.end - 2:
            return None
        following = self.article.sentence_after(closing)
        if following is None or following.end - following.start > _SHORT or following.start - region.end > 3:
            return None
        line = self.article.line(following)
        for link in self.article.links(following):
            verb = line.lexicon.verbs.get(self.article.text[slice(*link.cue)].lower())
            i = following.word_at(link.cue[0])
            if link.source and speaks(link) and verb and link.source[0] - following.start < 3:
                over = line.at(i + 1) == "," or line.is_(i + 1, "afterthoughts") or only_adjuncts_follow(line, i, verb)
                return link if over and not any(line.mark[: i + 3]) else None
        return None

    def _between(self, index: int, opening: Sentence) -> Link | None:
        """The speaker named between two halves of one quote: "...," said X, "..."."""
        regions = self.article.quotes.regions
        if index == 0 or regions[index - 1].start < opening.start:
            return None
        before = self._known.get(index - 1)
        inside = before is not None and regions[index - 1].end <= before.cue[0] < regions[index].start
        return before if inside else None

    def _carried(self, index: int) -> Link | None:
        """The speaker of the quote before, in one paragraph or across an unclosed quote."""
        article, regions = self.article, self.article.quotes.regions
        for k in range(index - 1, max(-1, index - _FURTHEST), -1):
            gap = article.paragraphs_between(regions[k].start, regions[index].start)
            if gap > 1:
                return None
            speaker = self._known.get(k)
            if speaker is not None:
                runs_on = regions[k].end >= article.paragraph_end(regions[k].start) - 1
                return speaker if gap == 0 or runs_on else None
        return None

    def _from_next(self, index: int) -> Link | None:
        """The speaker of the next quote of the same paragraph: "...". "...," X said."""
        regions = self.article.quotes.regions
        if index + 1 >= len(regions):
            return None
        following = regions[index + 1]
        if self.article.paragraphs_between(regions[index].start, following.start) > 0:
            return None
        sentence = self.article.sentence(max(following.start, following.end - 1))
        return next((k for k in self.article.links(sentence) if k.source and speaks(k)), None)


def speaks(link: Link) -> bool:
    """Whether a link can name who speaks a quote."""
    cue_type = getattr(link.rule, "type", "say")
    return cue_type not in ("want", "give") and link.frame not in (Frame.NOUN, Frame.ADVERB, Frame.EVIDENCE)


def _says(link: Link) -> bool:
    return getattr(link.rule, "type", "say") == "say"


def _to_its_name(line: Line, found: Phrase | None) -> Phrase | None:
    """A subject without the words after its name, of which one may be a verb that nobody knows: "X hit back"."""
    if found is None or any(line.is_(found.last, kind) for kind in ("roles", "organisations")):
        return found
    last = next((k for k in range(found.last, found.first, -1) if line.capital(k)), found.last)
    return Phrase.of(found.first, last)
