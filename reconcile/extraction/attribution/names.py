"""Who a source is: its full name, its antecedent, its actor."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reconcile.extraction.attribution.actors import Actor, actor_named, place_named
from reconcile.extraction.attribution.article import Article
from reconcile.extraction.attribution.lexicon import Lexicon
from reconcile.extraction.attribution.line import Line
from reconcile.extraction.attribution.links import Stretch
from reconcile.extraction.attribution.persons import Persons, person_name, same_name
from reconcile.extraction.attribution.phrases import phrase_left
from reconcile.extraction.attribution.subjects import sentence_subject
from reconcile.extraction.context import Sentence

__all__ = ["Actor", "Identity", "Names", "actor_named", "place_named", "same_name"]

_BACK = 8  # sentences searched for an antecedent
_MENTIONS = 12  # earlier mentions of a noun that are looked at
_FAR = 20_000  # characters searched for an earlier mention of "the ministry"
_APPOSED = re.compile(r",\s+([A-Z][\w’'-]+(?:\s(?:of|de|van|von|al|bin|[A-Z]\.|[A-Z][\w’'-]+)){0,4})(?=[,.;])")
_OWN = re.compile(r"([A-Z][\w-]+)['’]s own\b")
_POSSESSIVE = re.compile(r"['’]s?$")
_PERSONAL = ("he", "she", "his", "her", "him")
_NEUTER = ("it", "its")
_PLURAL = ("they", "their", "them")


@dataclass(frozen=True, slots=True)
class Identity:
    """What a source resolves to. ``actor`` is the id of a country, body or alliance."""

    name: str
    actor: str | None = None
    rule: str | None = None


class Names:
    """Resolves the sources of one article; names are looked for only when a source needs them."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._known: dict[Stretch, Identity] = {}

    @cached_property
    def persons(self) -> Persons:
        """The people that the document names in full."""
        return Persons(self.article.text, self.article.lexicon)

    def identify(self, source: Stretch) -> Identity:
        """Who the source at these offsets is; as printed where nothing says more."""
        if source not in self._known:
            self._known[source] = Identity(self.article.text[slice(*source)])  # what a circle of pronouns finds
            self._known[source] = self._identify(source)
        return self._known[source]

    def issuer(self, source: Stretch) -> Identity:
        """Who issues a document that names its issuer at these offsets: a person or a body, else its publisher."""
        publisher = self.article.context.document.publisher
        printed = self.article.text[slice(*source)]
        actor = actor_named(publisher or printed, self.article.rules)
        person = self._person_in(source, printed)
        name = person or publisher or printed
        return Identity(name, actor.id if actor else None, actor.rule if actor else None)

    def _identify(self, source: Stretch) -> Identity:
        text = self.article.text
        printed = _POSSESSIVE.sub("", text[source[0] : source[1]]).strip()
        lower = printed.lower()
        lexicon = self.article.lexicon
        if lower in _PERSONAL:
            return self._person_before(source, lower) or Identity(printed)
        if lower in _NEUTER or lower in ("who", "which", "that"):
            found = self._relative_before(source) if lower in ("who", "which", "that") else self._body_before(source)
            return found or Identity(printed)
        if lower in _PLURAL:
            return self._plural_before(source) or Identity(printed)
        if lower in ("we", "our", "us"):
            publisher = self.article.context.document.publisher
            quoted = self.article.quotes.at(source[0]) is not None
            return Identity(publisher) if publisher and not quoted else Identity(printed)
        words = printed.split()
        if "same" in (w.lower() for w in words[:2]) and (before := self._source_before(source)):
            return before
        actor = actor_named(printed, self.article.rules)
        named = words[0] in self.persons.by_surname if len(words) == 1 else False  # Jordan may be a person here
        if actor is not None and actor.exact and not named:
            return Identity(_spoken_name(actor, printed), actor.id, actor.rule)
        person = self._person_in(source, printed)
        if person is not None:
            return Identity(person, actor.id if actor else None, actor.rule if actor else None)
        if self._is_own_voice(printed) and self.article.quotes.at(source[0]) is None:
            return Identity(self.article.context.document.publisher or printed)
        if lower.startswith("the ") and len(words) <= 3:
            if words[-1].lower() in lexicon["governments"] and (place := self._place_of(source)):
                return Identity(place.name, place.id, place.rule)
            earlier = self._described_before(source, words[-1])
            if earlier is None and words[-1].lower() in lexicon["companies"]:
                earlier = self._company(source)
            if earlier is not None:
                printed = earlier
                actor = actor_named(printed, self.article.rules)
        return Identity(printed, actor.id if actor else None, actor.rule if actor else None)

    def _is_own_voice(self, printed: str) -> bool:
        """Whether a source is the publication's: "our reporters", "the Beacon's own tally" in the Beacon."""
        if printed.lower().startswith("our "):
            return True
        publisher = self.article.context.document.publisher
        own = _OWN.search(printed)
        return bool(publisher and own and own[1] in publisher.split())

    def _person_in(self, source: Stretch, printed: str) -> str | None:
        """The full name of a person inside the printed source, or of the person whose surname it is."""
        lexicon = self.article.lexicon
        proper = _last_proper(printed)
        if proper is None:
            return self._apposed(source)
        name = person_name(proper, lexicon)
        if name is not None and not _is_group(printed, proper):
            return name
        parts = [part for part in proper.split() if part.strip(".").lower() not in lexicon["titles"]]
        if len(parts) == 1 and printed.endswith(parts[0]) and not _is_group(printed, proper):
            known = self.persons.named(parts[0])
            if known is not None:
                return known.name
        return self._apposed(source)

    def _source_before(self, source: Stretch) -> Identity | None:
        """The source named last before this one: "the same person"."""
        for sentence, end in self._sentences_before(source):
            for link in reversed(self.article.links(sentence)):
                if link.source is not None and link.source[1] <= end and link.source != source:
                    return self.identify(link.source)
        return None

    def _apposed(self, source: Stretch) -> str | None:
        """The name in apposition after a description: "the harbour minister, Ivo Brandt,"."""
        after = _APPOSED.match(self.article.text, source[1])
        if after is None:
            return None
        described = self.article.text[source[0] : source[1]].split()[-1].lower()
        single = " " not in after[1]
        kinds = ("roles", "organisations", "companies")
        if single and not any(described in self.article.lexicon[kind] for kind in kinds):
            return None
        return None if after[1].lower() in self.article.lexicon["days"] else after[1]

    def _company(self, source: Stretch) -> str | None:
        """The company that "the group" is: the one introduced as a maker, firm or bank, or the one named most."""
        low = max(0, source[0] - _FAR)
        introduced = _company_pattern(self.article.lexicon).findall(self.article.text, low, source[0])
        names = [
            before or after
            for before, after in introduced
            if person_name(before or after, self.article.lexicon) is None
        ]
        return names[-1] if names else None

    def _place_of(self, source: Stretch) -> Actor | None:
        """The country whose leaders are meant, from the place that opens the sentence: "In Kiev, the leaders"."""
        sentence = self.article.sentence(source[0])
        opening = re.compile(r"In\s+((?:[A-Z][\w.’'-]+\s?){1,3}),").match(self.article.text, sentence.start)
        return actor_named(opening[1], self.article.rules) if opening else None

    def _relative_before(self, source: Stretch) -> Identity | None:
        """The phrase that a relative pronoun stands for."""
        sentence = self.article.sentence(source[0])
        line = self.article.line(sentence)
        i = sentence.word_at(source[0]) - 1
        if line.at(i) == ",":
            i -= 1
        found = phrase_left(line, i, line.clause_start(i))
        if found is None or line.is_(found.first, "pronouns"):
            return None
        return self.identify(line.span(found.first, found.last))

    def _sentences_before(self, source: Stretch) -> list[tuple[Sentence, int]]:
        """The sentence of a source up to it, then those before, nearest first."""
        sentence: Sentence | None = self.article.sentence(source[0])
        found: list[tuple[Sentence, int]] = []
        end = source[0]
        while sentence is not None and len(found) < _BACK:
            found.append((sentence, min(end, sentence.end)))
            sentence = self.article.sentence_before(sentence)
        return found

    def _person_before(self, source: Stretch, pronoun: str) -> Identity | None:
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
            known = self.persons.by_surname.get(line.words[i].text)
            if known is not None and not line.is_(i - 1, other):
                return Identity(known.name)
        if line.is_(i, "roles") and not line.is_(i, other) and not line.capital(i + 1) and not line.is_(i + 1, "roles"):
            phrase = phrase_left(line, i, 0)
            if phrase is not None and line.is_(phrase.first, "articles") and line.at(i + 1) not in ("'s", "of"):
                return self.identify(line.span(phrase.first, phrase.last))
            if phrase is not None and line.at(i + 1) == "of":
                return Identity(self._with_complement(line, phrase.first, i))
        return None

    def _with_complement(self, line: Line, first: int, head: int) -> str:
        """A description with what follows its "of": "the governor of Marle"."""
        last = head
        k = head + 1
        while line.at(k) in ("of", "the") or (k > head + 1 and line.capital(k)):
            last = k if line.capital(k) else last
            k += 1
        start, end = line.span(first, last)
        return self.article.text[start:end]

    def _body_before(self, source: Stretch) -> Identity | None:
        """What "it" is: the first body of the nearest sentence before that names one as a whole phrase."""
        for sentence, end in self._sentences_before(source):
            line = self.article.line(sentence)
            for i in range(line.size):
                if line.words[i].start >= end:
                    break
                if line.inside[i] or line.at(i + 1) == "'s" or line.is_(i - 1, "prepositions"):
                    continue
                if found := self._body_at(line, i):
                    return found
        return self._subject_before(source)

    def _subject_before(self, source: Stretch) -> Identity | None:
        """The name that is the subject of the sentence before, if it is nobody's: "Altmarkt has closed. It says"."""
        before = self.article.sentence_before(self.article.sentence(source[0]))
        if before is None:
            return None
        line = self.article.line(before)
        found = sentence_subject(line, 0, line.size)
        if found is None or not _verb_after(line, found.last) or line.headline:
            return None
        name = self.article.text[slice(*line.span(found.first, found.last))]
        named = all(line.capital(k) or line.at(k) in ("&", "the") for k in range(found.first, found.last + 1))
        person = line.words[found.last].text in self.persons.by_surname or person_name(name, self.article.lexicon)
        return Identity(name) if named and not person and not line.is_(found.last, "pronouns") else None

    def _plural_before(self, source: Stretch) -> Identity | None:
        """Who "they" are: the source named last, where it can be several, else the subject of the sentence before."""
        for sentence, end in self._sentences_before(source)[: _BACK // 2]:
            line = self.article.line(sentence)
            for link in reversed(self.article.links(sentence)):
                if link.source is None or link.source[1] > end or self.article.quotes.at(link.source[0]) is not None:
                    continue
                last = sentence.word_at(link.source[1] - 1)
                if not line.is_(last, "pronouns") and _can_be_they(line, last):
                    return self.identify(link.source)
            subject = sentence_subject(line, 0, line.size) if end == sentence.end else None
            if subject is not None and _can_be_they(line, subject.last) and _verb_after(line, subject.last):
                return self.identify(line.span(subject.first, subject.last))
        return None

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
                return Identity(self._with_complement(line, phrase.first, i))
            return self.identify((start, end))
        if line.capital(i) and not line.capital(i + 1):
            first = i
            while first > 0 and line.capital(first - 1):
                first -= 1
            start, end = line.span(first, i)
            actor = actor_named(self.article.text[start:end], self.article.rules)
            if actor is not None and actor.exact:
                return Identity(actor.name, actor.id, actor.rule)
        return None

    def _described_before(self, source: Stretch, head: str) -> str | None:
        """The fullest earlier mention with the same last word: "the ministry", once "the interior ministry of X"."""
        lexicon = self.article.lexicon
        head_lower = head.lower()
        known = any(head_lower in lexicon[name] for name in ("roles", "organisations", "offices", "artifacts"))
        if not known:
            return None
        printed = self.article.text[source[0] : source[1]]
        low = max(0, source[0] - _FAR)
        best: str | None = None
        mentions = re.finditer(rf"\b{re.escape(head_lower)}\b", self.article.text[low : source[0]], re.IGNORECASE)
        for match in list(mentions)[-_MENTIONS:]:
            found = self._mention_at(low + match.start(), printed)
            if found is not None:
                best = found
        return best

    def _mention_at(self, at: int, printed: str) -> str | None:
        """The phrase around a head noun, if it says more than ``printed`` does."""
        sentence = self.article.sentence(at)
        line = self.article.line(sentence)
        i = sentence.word_at(at)
        if i >= line.size or line.inside[i]:
            return None
        phrase = phrase_left(line, i, line.clause_start(i))
        if phrase is None:
            return None
        if line.is_(i, "roles") and line.capital(i + 1) and line.capital(i + 2):
            last = i + 2
            return person_name(self.article.text[line.offset(i + 1) : line.words[last].end], self.article.lexicon)
        found = self._with_complement(line, phrase.first, i)
        if line.at(i + 1) in ("in", "at", "for") and line.is_(i, "roles"):
            k = i + 2
            while (
                line.nominal(k)
                and not line.is_(k, "prepositions")
                and k < i + 6
                and line.at(k) not in line.lexicon.verbs
            ):
                k += 1
            start, end = line.span(phrase.first, k - 1)
            found = self.article.text[start:end]
        words = {word.lower() for word in printed.split()} - {"the"}
        fuller = len(found.split()) > len(printed.split()) and words <= {word.lower() for word in found.split()}
        return found if fuller else None


def _spoken_name(actor: Actor, printed: str) -> str:
    """The canonical name of a government or of a body printed as a capital; any other body keeps the name printed."""
    return actor.name if actor.country is not None or actor.metonym else printed


@lru_cache(maxsize=8)
def _company_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """ "Brandt, Norway's oldest maker of" and "stove maker Brandt"."""
    nouns = "|".join(sorted(map(re.escape, lexicon["companies"]), key=len, reverse=True))
    name = r"[A-Z][\w-]+(?: (?:& )?[A-Z][\w-]+){0,2}"
    return re.compile(rf"\b({name}), [^,.\n]{{0,60}}\b(?:{nouns})\b|\b(?:{nouns}) ({name})")


def _last_proper(printed: str) -> str | None:
    """The run of capitalised words at the end of a source, or before a comma in it."""
    head = printed.split(",")[0]
    found = re.search(
        r"((?:[^\W\d_a-z][\w.’'-]*)(?:\s+(?:de|van|von|al|bin|der|da|di|la|le|[^\W\d_a-z][\w.’'-]*))*)$", head
    )
    return found[1] if found else None


def _is_group(printed: str, proper: str) -> bool:
    """Whether the proper name only says where or whose: "a spokesman for Ivo Brandt", "voters in North Harbour"."""
    before = printed[: printed.rfind(proper)].split()
    return bool(before) and before[-1].lower() in ("for", "in", "of", "at", "from", "by", "the", "to", "with", "on")


def _can_be_they(line: Line, last: int) -> bool:
    """Whether a phrase that ends at word ``last`` can be several or a body: "growers", "the ministry", "its tables"."""
    kinds = ("groups", "people", "organisations", "governments", "evidence-plurals", "companies")
    plural = line.at(last).endswith("s") and not line.capital(last) and not line.at(last).endswith("ss")
    return plural or any(line.is_(last, kind) for kind in kinds)


def _verb_after(line: Line, last: int) -> bool:
    """Whether the word after a subject is surely a verb."""
    return line.is_(last + 1, "finite") or line.at(last + 1).endswith("ed") or line.at(last + 1) in line.lexicon.verbs
