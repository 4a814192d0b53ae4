"""Whom a pronoun or "the same" stands for: the nearest mention before it that fits."""

from collections.abc import Callable

from reconcile.extraction.attribution.actors import actor_named
from reconcile.extraction.attribution.article import Article
from reconcile.extraction.attribution.descriptions import with_complement
from reconcile.extraction.attribution.identity import Identity
from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.links import Stretch
from reconcile.extraction.attribution.persons import Persons, person_name
from reconcile.extraction.attribution.phrases import phrase_left
from reconcile.extraction.attribution.subjects import sentence_subject
from reconcile.extraction.context import Sentence

_BACK = 8  # sentences searched for an antecedent


class Antecedents:
    """Looks back in one article. ``persons`` and ``identify`` are asked only when a mention needs them."""

    def __init__(
        self, article: Article, persons: Callable[[], Persons], identify: Callable[[Stretch], Identity]
    ) -> None:
        self.article = article
        self._persons = persons
        self._identify = identify

    def source_before(self, source: Stretch) -> Identity | None:
        """The source named last before this one: "the same person"."""
        for sentence, end in self._sentences_before(source):
            for link in reversed(self.article.links(sentence)):
                if link.source is not None and link.source[1] <= end and link.source != source:
                    return self._identify(link.source)
        return None

    def relative_before(self, source: Stretch) -> Identity | None:
        """The phrase that a relative pronoun stands for."""
        sentence = self.article.sentence(source[0])
        line = self.article.line(sentence)
        i = sentence.word_at(source[0]) - 1
        if line.at(i) == ",":
            i -= 1
        found = phrase_left(line, i, line.clause_start(i))
        if found is None or line.is_(found.first, "pronouns"):
            return None
        return self._identify(line.span(found.first, found.last))

    def _sentences_before(self, source: Stretch) -> list[tuple[Sentence, int]]:
        """The sentence of a source up to it, then those before, nearest first."""
        sentence: Sentence | None = self.article.sentence(source[0])
        found: list[tuple[Sentence, int]] = []
        end = source[0]
        while sentence is not None and len(found) < _BACK:
            found.append((sentence, min(end, sentence.end)))
            sentence = self.article.sentence_before(sentence)
        return found

    def person_before(self, source: Stretch, pronoun: str) -> Identity | None:
        """Who "he" or "she" is: the first person of the nearest sentence before that names or describes one."""
        other = "female" if pronoun in ("he", "his", "him") else "male"
        for sentence, end in self._sentences_before(source):
            line = self.article.line(sentence)
            for i in range(line.size):
                if line.words[i].start >= end:
                    break
                if not line.inside[i] and (found := self._person_at(line, i, other)):
                    return found
        return None

    def _person_at(self, line: Line, i: int, other: str) -> Identity | None:
        """The person named or described by the phrase that ends at word ``i``."""
        if line.capital(i) and not line.capital(i + 1) and line.at(i + 1) != "'s":
            known = self._persons().by_surname.get(line.words[i].text)
            if known is not None and not line.is_(i - 1, other):
                return Identity(known.name)
        if line.is_(i, "roles") and not line.is_(i, other) and not line.capital(i + 1) and not line.is_(i + 1, "roles"):
            phrase = phrase_left(line, i, 0)
            if phrase is not None and line.is_(phrase.first, "articles") and line.at(i + 1) not in ("'s", "of"):
                return self._identify(line.span(phrase.first, phrase.last))
            if phrase is not None and line.at(i + 1) == "of":
                return Identity(with_complement(self.article, line, phrase.first, i))
        return None

    def body_before(self, source: Stretch) -> Identity | None:
        """What "it" is: the first body of the nearest sentence before that names one as a whole phrase."""
        for sentence, end in self._sentences_before(source):
            line = self.article.line(sentence)
            for i in range(line.size):
                if line.words[i].start >= end:
                    break
                governed = line.is_(i - 1, "prepositions") or (
                    line.is_(i - 1, "articles") and line.is_(i - 2, "prepositions")
                )
                if line.inside[i] or line.at(i + 1) == "'s" or governed:
                    continue
                if found := self._body_at(line, i):
                    return found
        return self._subject_before(source)

    def _subject_before(self, source: Stretch) -> Identity | None:
        """The name that is the subject of the sentence before, if it is nobody's: "Altmarkt has closed. It says"."""
        same = self.article.sentence(source[0])
        line, end = self.article.line(same), same.word_at(source[0])
        found = sentence_subject(line, 0, end)
        if found is None or not _verb_after(line, found.last):
            before = self.article.sentence_before(same)
            line = self.article.line(before) if before is not None else line
            found = sentence_subject(line, int(line.digit(0)), line.size) if before is not None else None
        if found is None or not _verb_after(line, found.last) or line.headline:
            return None
        name = self.article.text[slice(*line.span(found.first, found.last))]
        named = all(line.capital(k) or line.at(k) in ("&", "the") for k in range(found.first, found.last + 1))
        person = line.words[found.last].text in self._persons().by_surname or person_name(name, self.article.lexicon)
        return Identity(name) if named and not person and not line.is_(found.last, "pronouns") else None

    def _body_at(self, line: Line, i: int) -> Identity | None:
        if (line.is_(i, "organisations") or line.is_(i, "companies")) and line.capital(i + 1):
            last = i + 1
            while line.capital(last + 1) or (line.at(last + 1) == "&" and line.capital(last + 2)):
                last += 1
            start, end = line.span(i + 1, last)
            return Identity(self.article.text[start:end])
        if line.is_(i, "organisations") and not line.is_(i + 1, "organisations") and not line.capital(i + 1):
            phrase = phrase_left(line, i, 0)
            if (
                phrase is None
                or phrase.first == i
                or not (line.is_(phrase.first, "articles") or line.capital(phrase.first))
            ):
                return None
            if any(line.is_(k, "prepositions") for k in range(phrase.first, i)):
                return None
            start, end = line.span(phrase.first, phrase.last)
            if line.at(i + 1) == "of":
                return Identity(with_complement(self.article, line, phrase.first, i))
            return self._identify((start, end))
        if line.capital(i) and not line.capital(i + 1):
            first = i
            while first > 0 and line.capital(first - 1):
                first -= 1
            start, end = line.span(first, i)
            actor = actor_named(self.article.text[start:end], self.article.rules)
            if actor is not None and actor.exact:
                return Identity(actor.name, actor.id, actor.rule)
        return None

    def plural_before(self, source: Stretch) -> Identity | None:
        """Who "they" are: the source named last, where it can be several, else the subject of the sentence before."""
        for sentence, end in self._sentences_before(source)[: _BACK // 2]:
            line = self.article.line(sentence)
            for link in reversed(self.article.links(sentence)):
                if link.source is None or link.source[1] > end or self.article.quotes.at(link.source[0]) is not None:
                    continue
                last = sentence.word_at(link.source[1] - 1)
                if not line.is_(last, "pronouns") and _can_be_they(line, last):
                    return self._identify(link.source)
            subject = sentence_subject(line, 0, line.size) if end == sentence.end else None
            if subject is not None and _can_be_they(line, subject.last) and _verb_after(line, subject.last):
                return self._identify(line.span(subject.first, subject.last))
        return None


def _can_be_they(line: Line, last: int) -> bool:
    """Whether a phrase that ends at word ``last`` can be several or a body: "growers", "the ministry", "its tables"."""
    kinds = ("groups", "people", "organisations", "governments", "evidence-plurals", "companies")
    plural = line.at(last).endswith("s") and not line.capital(last) and not line.at(last).endswith("ss")
    return plural or any(line.is_(last, kind) for kind in kinds)


def _verb_after(line: Line, last: int) -> bool:
    """Whether the word after a subject is surely a verb."""
    return line.is_(last + 1, "finite") or line.at(last + 1).endswith("ed") or line.at(last + 1) in line.lexicon.verbs
