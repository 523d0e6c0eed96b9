"""What the logs of two offices leave for a person to settle, and no machine."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tasjil.model.defined import Defined
from tasjil.register import log, order, peers
from tasjil.register.border import translated
from tasjil.register.entry import EntryKind, LogEntry
from tasjil.register.gone import gone
from tasjil.register.keys.keyfile import Office
from tasjil.register.store import Store


class QuestionKind(Defined):
    """What a person is asked."""

    CAPTURED_TWICE = (
        "captured twice",
        "Two offices captured the same bytes. It is one report; look whether both "
        "wrote down the same about it.",
    )
    DISPUTED = (
        "disputed",
        "Two offices judged or corrected one claim differently, and neither had seen "
        "the other's. The newest holds until somebody who sees both judges again.",
    )
    LINKS_DISPUTED = (
        "disputed link",
        "One office holds two claims for one incident, or two victims for one person, "
        "and another does not; neither had seen the other's word. The newest holds "
        "until somebody who sees both judges again.",
    )
    SCOPES = (
        "two scopes",
        "Two offices count different things. Agree on one case.toml.",
    )
    ERASED_ELSEWHERE = (
        "erased elsewhere",
        "Another office erased a report that stays here. Ask why, and erase it too "
        "unless there is a reason not to.",
    )
    ENTRIES_MISSING = (
        "entries missing",
        "Another office has seen more of a log than is here. Ask for a bundle.",
    )
    OFFICE_KEY = (
        "office's key",
        "Two keys signed in the name of one office. Ask by telephone which is theirs.",
    )
    TWO_HISTORIES = (
        "two histories",
        "An office signed two histories. Both checkpoints stand in our log.",
    )


@dataclass(frozen=True, slots=True)
class Place:
    """An entry in an office's log.

    Attributes:
        office: Its id.
        by: The user's id there.
        says: What it says about the question, in a word; empty where that is plain.
    """

    office: str
    entry: int
    by: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that a person has to look at.

    Attributes:
        about: The id of the report, claim or office.
        places: The entries that do not go together.
    """

    kind: QuestionKind
    about: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Judged:
    place: Place
    seen: Mapping[str, int]

    def saw(self, other: "_Judged") -> bool:
        """Tell whether who judged could see another judgement."""
        if self.place.office == other.place.office:
            return self.place.entry > other.place.entry
        return self.seen.get(other.place.office, 0) >= other.place.entry


@dataclass(slots=True)
class _Heard:
    """What the logs say, gathered in one walk."""

    captured: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    judged: dict[str, list[_Judged]] = field(default_factory=lambda: defaultdict(list))
    linked: dict[tuple[str, str], list[_Judged]] = field(
        default_factory=lambda: defaultdict(list)
    )
    scopes: dict[str, Place] = field(default_factory=dict)
    erased: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    seen: dict[str, dict[str, int]] = field(default_factory=dict)
    refused: list[tuple[str, Place]] = field(default_factory=list)

    def hear(self, entry: LogEntry, office: str) -> None:
        """Take in one entry of a log, in its order."""
        told, place = entry.told, Place(office, entry.seq, entry.by)
        match entry.kind:
            case EntryKind.DOCUMENT_CAPTURED:
                self.captured[told["report"]].append(place)
            case (
                EntryKind.CLAIM_JUDGED
                | EntryKind.CLAIM_CORRECTED
                | EntryKind.CLAIM_WITHDRAWN
            ):
                about, said = _said_of_claim(entry)
                says = Place(office, entry.seq, entry.by, said)
                self.judged[about].append(_Judged(says, self.seen.get(office, {})))
            case EntryKind.LINK_JUDGED:
                says = Place(office, entry.seq, entry.by, told["verdict"])
                one, other = sorted((told["one"], told["other"]))
                self.linked[one, other].append(_Judged(says, self.seen.get(office, {})))
            case EntryKind.SCOPE_SET:
                digest = told["content"]["case"]
                self.scopes[office] = Place(office, entry.seq, entry.by, digest)
            case EntryKind.IDENTITY_ERASED:
                for report in (*told["reports"], *told.get("lists", ())):
                    self.erased[report].append(place)
            case EntryKind.BUNDLE_IMPORTED:
                # A new dict: judgements before this one keep what was seen then.
                self.seen[office] = {**self.seen.get(office, {}), **told["seen"]}
            case EntryKind.BUNDLE_REFUSED if not entry.office:
                self.refused.append((told["office"], place))


def questions(store: Store, office: Office) -> tuple[Question, ...]:
    """List what needs a person, in an order that does not change.

    Args:
        store: The register.
        office: Our own.
    """
    with translated():
        known = peers.known(store)
        if not known:
            return ()
        heard = _Heard()
        for each in order.walk(store):
            for entry in each:
                if entry.kind in HEARD:
                    heard.hear(entry, entry.office or office.id)
        destroyed = gone(store)
        sizes = {each.office.id: each.size for each in known}
        sizes[office.id] = log.head(store).size
    found = [
        *_twice(heard, destroyed.reports),
        *_disputed(heard, destroyed.claims),
        *_links_disputed(heard, destroyed.claims),
        *_scopes(heard),
        *_contested(heard, destroyed.contested),
        *_missing(heard, sizes),
        *_keys([each.office for each in known], office),
        *(_of(QuestionKind.TWO_HISTORIES, id, [place]) for id, place in heard.refused),
    ]
    kinds = list(QuestionKind)
    return tuple(sorted(found, key=lambda each: (kinds.index(each.kind), each.about)))


HEARD = frozenset(
    {
        EntryKind.DOCUMENT_CAPTURED,
        EntryKind.CLAIM_JUDGED,
        EntryKind.CLAIM_CORRECTED,
        EntryKind.CLAIM_WITHDRAWN,
        EntryKind.LINK_JUDGED,
        EntryKind.SCOPE_SET,
        EntryKind.IDENTITY_ERASED,
        EntryKind.BUNDLE_IMPORTED,
        EntryKind.BUNDLE_REFUSED,
    }
)


def _said_of_claim(entry: LogEntry) -> tuple[str, str]:
    """Give the claim that an entry is a word on, and the word.

    Corrections are words on the first claim of their line: two that differ do not go
    together.
    """
    told = entry.told
    if entry.kind == EntryKind.CLAIM_JUDGED:
        return told["claim"], told["state"]
    if entry.kind == EntryKind.CLAIM_CORRECTED:
        return told["root"], f"corrected: {told['claim']}"
    return told.get("root") or told["claim"], told.get("state", "withdrawn")


def _of(kind: QuestionKind, about: str, places: Iterable[Place]) -> Question:
    ordered = sorted(places, key=lambda place: (place.office, place.entry))
    return Question(kind, about, tuple(ordered))


def _twice(heard: _Heard, destroyed: frozenset[str]) -> Iterator[Question]:
    for report, places in heard.captured.items():
        if len({place.office for place in places}) > 1 and report not in destroyed:
            yield _of(QuestionKind.CAPTURED_TWICE, report, places)


def _disputed(heard: _Heard, destroyed: frozenset[str]) -> Iterator[Question]:
    for claim, judged in heard.judged.items():
        places = _disagreeing(judged)
        if places and claim not in destroyed:
            yield _of(QuestionKind.DISPUTED, claim, places)


def _links_disputed(heard: _Heard, destroyed: frozenset[str]) -> Iterator[Question]:
    for pair, judged in heard.linked.items():
        places = _disagreeing(judged)
        if places and destroyed.isdisjoint(pair):
            yield _of(QuestionKind.LINKS_DISPUTED, " and ".join(pair), places)


def _disagreeing(judged: list[_Judged]) -> list[Place]:
    """Give the last words of those who had not seen each other's, if they differ."""
    last = [one for one in judged if not any(each.saw(one) for each in judged)]
    places = [each.place for each in last]
    return places if len({place.says for place in places}) > 1 else []


def _scopes(heard: _Heard) -> Iterator[Question]:
    if len({place.says for place in heard.scopes.values()}) > 1:
        yield _of(QuestionKind.SCOPES, "case.toml", heard.scopes.values())


def _contested(heard: _Heard, contested: Mapping[str, Any]) -> Iterator[Question]:
    for report in contested:
        yield _of(QuestionKind.ERASED_ELSEWHERE, report, heard.erased[report])


def _missing(heard: _Heard, sizes: Mapping[str, int]) -> Iterator[Question]:
    for office, seen in heard.seen.items():
        for other, size in seen.items():
            if size > sizes.get(other, 0):
                place = Place(office, size, "", f"here: {sizes.get(other, 0)}")
                yield _of(QuestionKind.ENTRIES_MISSING, other, [place])


def _keys(offices: list[Office], own: Office) -> Iterator[Question]:
    by_name: dict[str, list[Office]] = defaultdict(list)
    for office in offices:
        by_name[office.name.casefold()].append(office)
    for name, some in by_name.items():
        if len(some) > 1 and name not in ("", own.name.casefold()):
            places = (Place(office.id, 1, "") for office in some)
            yield _of(QuestionKind.OFFICE_KEY, some[0].name, places)
