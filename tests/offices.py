"""Offices of the invented country that work offline, and what people see in each."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyrage

from tasjil.journey.case import Case
from tasjil.journey.count import count_register, tally_json
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, ReportId, UserId
from tasjil.model.judgement import (
    ClaimJudgement,
    ClaimState,
    Judgement,
    PairKind,
    Verdict,
)
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage, Report
from tasjil.register.keys.ring import Key
from tasjil.register.offices.arrival import Arrived
from tasjil.register.offices.departure import Departed, Part
from tasjil.register.offices.questions import QuestionKind
from tasjil.register.parcels.ways import Brought, Closing
from tasjil.register.register import Register

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
NAMES = ("مكتب الشمال", "مكتب الساحل", "مكتب الجنوب")
TEXT = "Three people were killed near Alder Bridge. Two were injured. جُرح اثنان."
PASSAGES = ((0, 43), (44, 61), (62, 73))
MACHINE = "tasjil/test"
IDENTITY = pyrage.x25519.Identity.generate()
CLOSING = Closing(recipients=(str(IDENTITY.to_public()),))
BROUGHT = Brought(identity=str(IDENTITY).encode())
EVERY_OFFICE_KNOWS = frozenset(
    {
        QuestionKind.CAPTURED_TWICE,
        QuestionKind.DISPUTED,
        QuestionKind.LINKS_DISPUTED,
        QuestionKind.SCOPES,
    }
)


def report(number: int, name: str = "") -> tuple[Report, bytes]:
    original = f"telling {number}\n{TEXT}".encode()
    return (
        Report(
            id=ReportId("sha256:" + hashlib.sha256(original).hexdigest()),
            name=name or f"{number}.txt",
            text=TEXT,
            text_digest="sha256:" + hashlib.sha256(TEXT.encode()).hexdigest(),
            media_type="text/plain",
            size=len(original),
            publisher="The Lumenia Herald",
            published="2031-05-04",
            language="en",
        ),
        original,
    )


def claim(about: Report, number: int, reader: str = "english/1") -> Claim:
    start, end = PASSAGES[number % len(PASSAGES)]
    return Claim(
        id=ClaimId(f"{about.id[7:15]}-{number}"),
        report=about.id,
        act=(Act.KILLED, Act.INJURED)[number % 2],
        level=Level.INCIDENT,
        passage=Passage.of(about.text, start, end),
        reader=reader,
        group=f"g{number}",
        quantity=Quantity(number + 1, None, None),
    )


class Office:
    """One office: its register, its clock, and a stick for its bundles."""

    def __init__(self, register: Register, stick: Path, skew: timedelta) -> None:
        self.register = register
        self.stick = stick
        self.skew = skew
        self._made = 0
        self._corrected = 0
        stick.mkdir(exist_ok=True)

    @classmethod
    def create(cls, folder: Path, name: str, skew: timedelta = timedelta()) -> "Office":
        folder.mkdir(parents=True)
        made = Register.create(folder / "register", Key(), at=NOON, office=name)
        return cls(made, folder / "stick", skew)

    @property
    def id(self) -> str:
        return self.register.office.id

    def at(self, minute: int = 0) -> datetime:
        return NOON + self.skew + timedelta(minutes=minute)

    def capture(self, number: int, minute: int = 0, name: str = "") -> ReportId:
        told, original = report(number, name)
        self.register.capture(told, original, by=MACHINE, at=self.at(minute))
        return told.id

    def read(
        self,
        number: int,
        claims: Sequence[int] = (0, 1, 2),
        reader: str = "english/1",
        minute: int = 0,
    ) -> list[Claim]:
        told, _ = report(number)
        found = [claim(told, each, reader) for each in claims]
        self.register.propose(told.id, reader, found, by=MACHINE, at=self.at(minute))
        return found

    def judge(self, id: ClaimId, state: ClaimState, minute: int = 0) -> None:
        at = self.at(minute).isoformat()
        self.register.judge(ClaimJudgement(id, state, UserId("lead"), at, "read twice"))

    def correct(self, claim: Claim, people: int, minute: int = 0) -> Claim:
        """Put a claim of so many people in the place of another."""
        self._corrected += 1
        made = replace(
            claim,
            id=ClaimId(f"c-{self.id}-{self._corrected}"),
            reader="person/1",
            quantity=Quantity(people, people, None),
        )
        told = {"because": "the words say so", "at": self.at(minute)}
        self.register.correct(made, claim.id, **told)
        return made

    def take_back(self, id: ClaimId, minute: int = 0) -> None:
        """Take back the last that was done with a claim."""
        self.register.take_back(id, because="no, it does not", at=self.at(minute))

    def link(
        self, one: ClaimId, other: ClaimId, verdict: Verdict, minute: int = 0
    ) -> None:
        """Say whether two claims tell of one incident."""
        by, at = UserId("lead"), self.at(minute).isoformat()
        word = Judgement(PairKind.CLAIMS, one, other, verdict, by, at, "the same mill")
        self.register.judge_link(word)

    def export(
        self, since: int = 0, with_protected: bool = False, minute: int = 0
    ) -> Path:
        return self.exported(since, with_protected, minute)[0]

    def exported(
        self, since: int = 0, with_protected: bool = False, minute: int = 0
    ) -> tuple[Path, Departed]:
        self._made += 1
        out = self.stick / f"{self.id}-{self._made}.bundle"
        part = Part(since, with_protected)
        departed = self.register.exchange.export(
            out, part, CLOSING, to="all", at=self.at(minute)
        )
        return out, departed

    def take(self, bundle: Path, other: "Office", minute: int = 0) -> Arrived:
        return self.register.exchange.take_in(
            bundle,
            BROUGHT,
            at=self.at(minute),
            accept=other.register.exchange.key.fingerprint,
        )

    def hear(self, other: "Office", minute: int = 0) -> Arrived:
        return self.take(other.export(minute=minute), other, minute)

    def asks(self, *kinds: QuestionKind) -> list[tuple[QuestionKind, str]]:
        asked = self.register.exchange.questions()
        return [(q.kind, q.about) for q in asked if not kinds or q.kind in kinds]

    def seen(self) -> dict[str, Any]:
        """All that people of an office see of a case; users named with their office."""
        register = self.register
        case = Case(self.stick, "lumenia", "Lumenia")
        questions = register.exchange.questions()
        return {
            "claims": list(register.claims()),
            "judgements": [
                replace(each, by=UserId(self._whose(each.by)))
                for each in register.judgements()
            ],
            "links": [
                replace(each, by=UserId(self._whose(each.by)))
                for each in register.link_judgements()
            ],
            "reports": list(register.reports()),
            "readings": register.readings(),
            "case": register.case(),
            "questions": [q for q in questions if q.kind in EVERY_OFFICE_KNOWS],
            "tally": tally_json(case, count_register(case, register)),
        }

    def _whose(self, by: str) -> str:
        return by if " @ " in by else f"{by} @ {self.id}"

    def check(self) -> None:
        """The register is whole, and its tables are those made anew."""
        self.register.verify()
        before = self.register.table_digests()
        assert self.register.rebuild() == before

    def close(self) -> None:
        self.register.close()


def all_meet(offices: Sequence[Office], minute: int = 0) -> None:
    """Every office hears all there is to hear from every other one."""
    bundles = [(each, each.export(minute=minute)) for each in offices]
    for office in offices:
        for other, bundle in bundles:
            if other is not office:
                office.take(bundle, other, minute)
