"""Who a source is: its full name, its antecedent, its actor."""

import re
from functools import cached_property

from reconcile.extraction.attribution.actors import Actor, actor_named, place_named
from reconcile.extraction.attribution.antecedents import Antecedents
from reconcile.extraction.attribution.article import Article
from reconcile.extraction.attribution.descriptions import company, described_before, named_next, place_of
from reconcile.extraction.attribution.identity import Identity
from reconcile.extraction.attribution.lexicon import Lexicon
from reconcile.extraction.attribution.links import Stretch
from reconcile.extraction.attribution.persons import Persons, person_name, same_name

__all__ = ["Actor", "Identity", "Names", "actor_named", "place_named", "same_name"]

_APPOSED = re.compile(r",\s+([A-Z][\w’'-]+(?:\s(?:of|de|van|von|al|bin|[A-Z]\.|[A-Z][\w’'-]+)){0,4})(?=[,.;])")
_OWN = re.compile(r"([A-Z][\w-]+)['’]s own\b")
_POSSESSIVE = re.compile(r"['’]s?$")
_PERSONAL = ("he", "she", "his", "her", "him")
_NEUTER = ("it", "its")
_PLURAL = ("they", "their", "them")


class Names:
    """Resolves the sources of one article; names are looked for only when a source needs them."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._known: dict[Stretch, Identity] = {}
        self._antecedents = Antecedents(article, lambda: self.persons, self.identify)

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
            return self._antecedents.person_before(source, lower) or Identity(printed)
        if lower in _NEUTER or lower in ("who", "which", "that"):
            found = (
                self._antecedents.relative_before(source)
                if lower in ("who", "which", "that")
                else self._antecedents.body_before(source)
            )
            return found or Identity(printed)
        if lower in _PLURAL:
            return self._antecedents.plural_before(source) or Identity(printed)
        if lower in ("we", "our", "us"):
            publisher = self.article.context.document.publisher
            quoted = self.article.quotes.at(source[0]) is not None
            return Identity(publisher) if publisher and not quoted else Identity(printed)
        words = printed.split()
        if "same" in (w.lower() for w in words[:2]) and (before := self._antecedents.source_before(source)):
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
        definite = words[0].lower() not in ("a", "an", "one", "another") and words[-1].lower() in lexicon["roles"]
        if definite and (later := named_next(self.article, source, lambda: self.persons)):
            return Identity(later, actor.id if actor else None, actor.rule if actor else None)
        if self.article.issuer is not None and _is_own_paper(printed, lexicon):
            return self.issuer(self.article.issuer)
        if lower.startswith("the ") and len(words) <= 3:
            if words[-1].lower() in lexicon["governments"] and (place := place_of(self.article, source)):
                return Identity(place.name, place.id, place.rule)
            earlier = described_before(self.article, source, words[-1])
            if earlier is None and words[-1].lower() in lexicon["companies"]:
                earlier = company(self.article, source)
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


def _spoken_name(actor: Actor, printed: str) -> str:
    """The canonical name of a government or of a body printed as a capital; any other body keeps the name printed."""
    return actor.name if actor.country is not None or actor.metonym else printed


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


def _is_own_paper(printed: str, lexicon: Lexicon) -> bool:
    """Whether a source is something written or measured that names nobody: in an issuer's text, the issuer's own."""
    words = [word.lower() for word in printed.split()]
    unnamed = printed.isupper() or not any(word[0].isupper() for word in printed.split()[1:])
    return (
        unnamed and words[-1] in lexicon["artifacts"] and not any(word in ("of", "from", "by", "'s") for word in words)
    )
