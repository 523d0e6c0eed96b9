"""Who tells, laid out for pages: a line each, and a sheet for whoever is looked at."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from tasjil.assess.citing import Line
from tasjil.assess.independence import Means
from tasjil.journey.board.found import Found
from tasjil.journey.board.rowing import Row, sheet
from tasjil.journey.sources import Teller, Tellers
from tasjil.model.ids import ClaimId, IncidentId
from tasjil.model.json import from_json
from tasjil.model.sources import SourceKind
from tasjil.model.standards.huridocs_people import Reliability
from tasjil.register.register import Register

MOST = 50
"""How many incidents, and lines of citing, one sheet lists."""

MOST_CLAIMS = 5
"""How many claims a line shows as its proof."""


@dataclass(frozen=True, slots=True)
class TellerLine:
    """One who tells, as a list shows them.

    Attributes:
        id: What an address calls them: never a name.
        key: A listed source's id; otherwise the folded words for it.
        claims: How many claims it is the first teller of.
        held_back: How many of these stand in reports that are held back.
        fits: Settled incidents in which its figure fits; `fails`: in which it does not.
        relays: How many it passes on; `relayed_by`: how many pass it on.
        rings: In how many rings it cites and is cited for one figure.
    """

    id: str
    key: str
    name: str
    kind: SourceKind
    listed: bool
    claims: int = 0
    held_back: int = 0
    reliability: Reliability = Reliability.UNKNOWN
    fits: int = 0
    fails: int = 0
    relays: int = 0
    relayed_by: int = 0
    rings: int = 0


@dataclass(frozen=True, slots=True)
class Cited:
    """One whom a teller passes on, or who passes it on.

    Attributes:
        times: How many claims show it; a few of them are `claims`.
    """

    id: str
    name: str
    means: Means
    because: str
    times: int
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class TellerBody:
    """What a page shows of one who tells, beside the line."""

    line: TellerLine
    because: str = ""
    fits: tuple[IncidentId, ...] = ()
    fails: tuple[IncidentId, ...] = ()
    relays: tuple[Cited, ...] = ()
    relayed_by: tuple[Cited, ...] = ()
    rings: tuple[str, ...] = field(default=())


def teller_id(key: str) -> str:
    """Give the id by which an address means a teller; a name stands in none.

    Example:
        >>> teller_id("a resident of Vell").startswith("t-")
        True
    """
    return f"t-{blake2b(key.encode(), digest_size=8).hexdigest()}"


def laid_tellers(found: Found, tellers: Tellers) -> tuple[list[TellerLine], list[Row]]:
    """Lay out everybody who tells: the lines of the list, and a sheet each."""
    held = _held_back(found)
    rings: dict[str, list[str]] = defaultdict(list)
    for ring in tellers.rings:
        for member in ring.members:
            rings[member].append(ring.because)
    bodies = [
        _body(each, held.get(each.key, 0), rings.get(each.key, []))
        for each in tellers.tellers
    ]
    return [each.line for each in bodies], [sheet(b.line.id, b) for b in bodies]


def _held_back(found: Found) -> Mapping[str, int]:
    """Count by first teller the claims whose words may not be shown."""
    evidence, withheld = found.counted.evidence, found.counted.withheld
    return Counter(
        origin.key
        for claim, origin in evidence.origins.items()
        if claim in evidence.claims and evidence.claims[claim].report in withheld
    )


def _body(each: Teller, held_back: int, rings: list[str]) -> TellerBody:
    record = each.record
    fits = () if record is None else record.fits
    fails = () if record is None else record.fails
    line = TellerLine(
        teller_id(each.key),
        each.key,
        each.name,
        each.kind,
        each.listed,
        each.claims,
        held_back,
        Reliability.UNKNOWN if record is None else record.reliability,
        len(fits),
        len(fails),
        len({line.first for line in each.passes_on}),
        len({line.relay for line in each.passed_on_by}),
        len(rings),
    )
    return TellerBody(
        line,
        "" if record is None else record.because,
        fits[:MOST],
        fails[:MOST],
        tuple(_cited(each.passes_on, "first")),
        tuple(_cited(each.passed_on_by, "relay")),
        tuple(rings[:MOST]),
    )


def _cited(lines: tuple[Line, ...], other: str) -> Iterator[Cited]:
    """Show the far end of each line, the best proven first."""
    for line in sorted(lines, key=lambda each: -len(each.claims))[:MOST]:
        yield Cited(
            teller_id(getattr(line, other)),
            getattr(line, f"{other}_name"),
            line.means,
            line.because,
            len(line.claims),
            line.claims[:MOST_CLAIMS],
        )


def teller_lines(register: Register) -> tuple[dict[str, object], ...]:
    """Give the list of everybody who tells as plain JSON; empty before a count."""
    return tuple(register.board.document("tellers") or ())


def teller(register: Register, id: str) -> TellerBody | None:
    """Give all that a count found of one who tells; None where it found nobody."""
    plain = register.board.sheets([id]).get(id) if id.startswith("t-") else None
    return None if plain is None else from_json(plain, TellerBody)
