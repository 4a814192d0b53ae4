"""A corpus of our own and what a comparison of it could come to, put together by hand."""

import hashlib
import math
from datetime import date

from reconcile.model import (
    Attribution,
    Claim,
    Comparison,
    Document,
    Fact,
    Findings,
    Grain,
    Incidental,
    Interval,
    Kind,
    Measure,
    Modifier,
    NotCompared,
    Origin,
    Period,
    Quantity,
    Report,
    Settings,
    Severity,
    Span,
    Stance,
    Unread,
    Verdict,
    VerdictKind,
)

LEDGER = Document(
    "ledger.txt",
    "Levels on the Arva\n\n"
    "The mayor of Lunn, Ada Brok, said around 115,000 people had left the valley by Friday.\n"
    "More than 40 bridges are closed. The dam holds 3.2 million cubic metres, engineers say.\n"
    "At least 12 people have died. Ms Brok, 52, spoke from the town hall.\n",
    publisher="The Eastern Ledger",
    published="2031-03-07",
    title="Levels on the Arva",
)
WIRE = Document(
    "wire/flood-2.txt",
    "ARVA VALLEY (Wire) - The interior ministry puts the number of displaced at 60,000 to 90,000, "
    "a newspaper in the capital reported.\n\n"
    "The death toll rose to 19 on Sunday, rescuers said. Some 44 bridges cannot be used.\n"
    "Relief will cost $4.5 million, the fund said. | `x` <b>bold</b> ![pixel](http://beacon.example/p.gif)\n",
    publisher="Wire | <i>Service</i>",
    published="2031-03-09T18:00:00+00:00",
    title="Toll rises",
    url="https://news.example/arva?id=7&part=1",
)
BLOG = Document(
    "blog.html",
    "The fund put the cost of relief at $4.5 million. In the next valley 300 people left their homes.\n",
    published=None,
    notes=("The date of publication is not said.",),
)
DOCUMENTS = (LEDGER, WIRE, BLOG)


def claim(
    document: Document,
    text: str,
    low: float | None,
    high: float | None,
    plausible: tuple[float, float],
    *,
    number: str | None = None,
    modifier: Modifier = Modifier.EXACT,
    source: str | None = None,
    name: str | None = None,
    via: tuple[str, ...] = (),
    cue: str | None = None,
    unit: str | None = "person",
    kind: Kind = Kind.COUNT,
    prop: str | None = None,
    entity: str | None = None,
    day: date | None = None,
    stance: Stance = Stance.ASSERTED,
) -> Claim:
    """A claim whose places are looked up in the text, so that none can be wrong."""
    here = find(document, text)
    figure = number or text
    inside = here.start + text.index(figure)
    before, after = document.text.rfind("\n", 0, here.start) + 1, document.text.index("\n", here.end)
    quantity = Quantity(
        here.start, here.end, text, low, high, modifier, Span.of(document.text, inside, inside + len(figure)),
        unit=unit, kind=kind, rules=("test/made",),
    )  # fmt: skip
    attribution = Attribution(
        source=find(document, source) if source else None,
        name=name or source,
        via=tuple(find(document, one) for one in via),
        cue=find(document, cue) if cue else None,
        stance=stance,
    )
    return Claim(
        id=hashlib.blake2b(f"{document.id}{here.start}".encode(), digest_size=6).hexdigest(),
        doc=document.id,
        quantity=quantity,
        plausible=Interval(*plausible),
        attribution=attribution,
        measure=Measure(prop, entity, (("place", "Arva valley"),)),
        as_of=Period(day, day, Grain.DAY) if day else None,
        sentence=Span.of(document.text, before, after),
    )


def find(document: Document, text: str) -> Span:
    """Where ``text`` stands for the first time."""
    start = document.text.index(text)
    return Span(start, start + len(text), text)


def sample() -> Report:
    """A report with every verdict, open ends, a relay, an unknown publisher and text that means harm."""
    left = claim(
        LEDGER, "around 115,000 people", 115000, 115000, (112125, 117875), modifier=Modifier.ABOUT,
        source="The mayor of Lunn, Ada Brok", name="Ada Brok", cue="said", prop="displaced", day=date(2031, 3, 7),
    )  # fmt: skip
    displaced = claim(
        WIRE, "60,000 to 90,000", 60000, 90000, (60000, 90000), modifier=Modifier.RANGE, source="The interior ministry",
        via=("a newspaper in the capital",), cue="puts", prop="displaced", day=date(2031, 3, 9),
        stance=Stance.ESTIMATED,
    )  # fmt: skip
    bridges = claim(
        LEDGER, "More than 40 bridges", 40, None, (40, math.inf), modifier=Modifier.MORE_THAN, unit="bridge",
        prop="closed", day=date(2031, 3, 7),
    )  # fmt: skip
    bridges_later = claim(
        WIRE, "Some 44 bridges", 44, 44, (43, 45), modifier=Modifier.ABOUT, unit="bridge", prop="closed",
        day=date(2031, 3, 9),
    )  # fmt: skip
    dead = claim(
        LEDGER, "At least 12 people", 12, None, (12, math.inf), modifier=Modifier.AT_LEAST, prop="deaths",
        day=date(2031, 3, 7),
    )  # fmt: skip
    dead_later = claim(WIRE, "19", 19, 19, (19, 19), source="rescuers", cue="said", prop="deaths", day=date(2031, 3, 9))
    cost = claim(
        WIRE, "$4.5 million", 4.5e6, 4.5e6, (4.45e6, 4.55e6), source="the fund", cue="said", unit="USD",
        kind=Kind.MONEY, prop="cost", day=date(2031, 3, 9),
    )  # fmt: skip
    cost_again = claim(
        BLOG, "$4.5 million", 4.5e6, 4.5e6, (4.45e6, 4.55e6), source="The fund", cue="put", unit="USD", kind=Kind.MONEY,
        prop="cost",
    )  # fmt: skip
    dam = claim(
        LEDGER, "3.2 million cubic metres", 3.2e6, 3.2e6, (3.15e6, 3.25e6), source="engineers", cue="say",
        unit="meter ** 3", kind=Kind.PHYSICAL, prop="volume", entity="dam", day=date(2031, 3, 7),
    )  # fmt: skip
    next_valley = claim(BLOG, "300 people", 300, 300, (295, 305), prop="displaced")
    age = claim(LEDGER, "52", 52, 52, (52, 52), unit="year", kind=Kind.PHYSICAL, prop="age")
    facts = (
        _fact(
            "People who left the Arva valley",
            VerdictKind.CONFLICT,
            "around 115,000 and 60,000 to 90,000 cannot both hold: 25% apart",
            (left, displaced),
            "apart",
            severity=Severity.CLEAR,
            settle="whether people who left on their own are counted",
            ratio=1.25,
        ),
        _fact("Deaths in the flood", VerdictKind.SUPERSEDED, "19 on 9 March follows at least 12 on 7 March",
              (dead, dead_later), "overlap"),
        _fact("Closed bridges", VerdictKind.COMPATIBLE, "44 is more than 40", (bridges, bridges_later), "overlap"),
        _fact("Cost of relief", VerdictKind.AGREE, "both say USD 4.5 million", (cost, cost_again), "equal"),
        _fact("Volume of the dam", VerdictKind.SINGLE, "one origin: engineers", (dam,), None),
    )  # fmt: skip
    return Report(
        DOCUMENTS,
        (left, bridges, dam, dead, age, displaced, dead_later, bridges_later, cost, cost_again, next_valley),
        Findings(
            facts,
            (NotCompared((left.id, next_valley.id), "place", "the next valley is not the Arva valley"),),
            (Incidental(age.id, "an age"), Incidental(next_valley.id, "nothing to compare it with")),
        ),
        (Unread("broken.pdf", "not a PDF, whatever its name says"),),
        Settings(rates=(("EUR", "USD", 1.08),)),
        "0.1.0",
    )


def _fact(
    title: str,
    kind: VerdictKind,
    because: str,
    claims: tuple[Claim, ...],
    relation: str | None,
    severity: Severity | None = None,
    settle: str | None = None,
    ratio: float | None = None,
) -> Fact:
    steps = ()
    if relation:
        a, b = claims
        steps = (Comparison(a.id, b.id, a.quantity.unit, a.plausible, b.plausible, relation, kind, because, ratio),)
    values = [x for one in claims for x in (one.quantity.low, one.quantity.high) if x is not None]
    return Fact(
        id=hashlib.blake2b(title.encode(), digest_size=6).hexdigest(),
        title=title,
        claims=tuple(one.id for one in claims),
        verdict=Verdict(kind, because, steps, severity, settle),
        origins=tuple(Origin(one.attribution.name or one.doc, (one.id,)) for one in claims),
        unit=claims[0].quantity.unit,
        spread=Interval(min(values), max(values)),
    )


def nothing_in_conflict() -> Report:
    """The same corpus, of which only the facts without a conflict were found."""
    report = sample()
    facts = tuple(fact for fact in report.findings.facts if fact.verdict.kind is not VerdictKind.CONFLICT)
    return Report(report.documents, report.claims, Findings(facts), report.not_read, report.settings, report.version)
