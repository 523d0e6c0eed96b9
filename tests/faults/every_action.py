"""Every action a register knows, one after the other, in the invented country.

`in_a_child` does them in a child of the test's process.
"""

import hashlib
import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from tasjil.model.acts import Act, Level
from tasjil.model.assessment import Assessment, Standing
from tasjil.model.claim import Claim
from tasjil.model.consent import Consent
from tasjil.model.identity import Identity, IdentityKind
from tasjil.model.ids import (
    ClaimId,
    IncidentId,
    RecordId,
    Reference,
    ReportId,
    UserId,
    VictimId,
)
from tasjil.model.judgement import ClaimJudgement, ClaimState
from tasjil.model.proof import Element, StandardOfProof
from tasjil.model.report import Passage, Report
from tasjil.model.standards.consent import ConsentMeans, ConsentUse
from tasjil.model.users import Role, User
from tasjil.register import home
from tasjil.register.deeds import Deed
from tasjil.register.estimates import NewEstimate
from tasjil.register.keys import changing, keyfile, ring
from tasjil.register.keys.keyfile import StoreAt
from tasjil.register.keys.ring import Key
from tasjil.register.persons import KeptPerson, LinkingRun, Proposed
from tasjil.register.register import Register

AT = datetime(2031, 5, 4, 12, tzinfo=UTC)
KEPT = Path(__file__).parents[1] / "register" / "kept" / "0.1.0" / "register.sqlite"
LEAD, SELMA = UserId("lead"), UserId("selma")
TEXT = "Three people were killed near Alder Bridge. "
PROGRAM = "tasjil/test"
LIST = b"name,day\nsomebody,2031-05-04\n"


def sha256(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


def report(number: int, long: int = 30) -> tuple[Report, bytes]:
    text = f"telling {number}: {TEXT * long}"
    return (
        Report(
            id=ReportId(sha256(text.encode())),
            name=f"{number}.txt",
            text=text,
            text_digest=sha256(text.encode()),
            media_type="text/plain",
            size=len(text.encode()),
        ),
        text.encode(),
    )


def claims(number: int) -> list[Claim]:
    told, _ = report(number)
    return [
        Claim(
            id=ClaimId(f"{number}-{each}"),
            report=told.id,
            act=Act.KILLED,
            level=Level.INCIDENT,
            passage=Passage.of(told.text, each, each + 9),
            reader="english/1",
            group=f"g{each}",
        )
        for each in range(8)
    ]


@dataclass
class Story:
    """One case from its first day to its last.

    Attributes:
        folder: Where its register is, or will be.
        key: What opens it now.
        keys: All that may open it while the key is being changed.
    """

    folder: Path
    key: Key = Key(LEAD)
    keys: list[Key] = field(default_factory=lambda: [Key(LEAD)])
    _open: Register | None = None

    @property
    def file(self) -> Path:
        return self.folder / home.FILE

    @property
    def register(self) -> Register:
        if self._open is None:
            self._open = Register.open(self.folder, self.key)
        return self._open

    def close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None

    def everybody(self) -> list[Reference]:
        return [one.reference for one in self.register.box.everybody()]

    # The actions, in the order of `ACTIONS`.

    def create(self) -> None:
        self._open = Register.create(self.folder, self.key, at=AT, office="Alder")

    def encrypt(self) -> None:
        """Bring in a register of tasjil 0.1.0, which stands there in clear."""
        home.encrypt(self.folder, self.key, "Alder", AT)

    def set_scope(self) -> None:
        self.register.set_scope({"acts": ["killed"]}, by=PROGRAM, at=AT)

    def capture(self) -> None:
        self.register.capture(*report(101), by=PROGRAM, at=AT)

    def capture_many(self) -> None:
        many = [report(number) for number in range(102, 108)]
        self.register.capture_all(many, by=PROGRAM, at=AT)

    def propose(self) -> None:
        found = claims(101)
        self.register.propose(found[0].report, "english/1", found, by=PROGRAM, at=AT)

    def judge(self) -> None:
        self.register.judge(
            ClaimJudgement(
                ClaimId("101-0"), ClaimState.ACCEPTED, LEAD, AT.isoformat(), "read it"
            )
        )

    def judge_many(self) -> None:
        time = AT.isoformat()
        self.register.judge_all(
            [
                ClaimJudgement(ClaimId(id), ClaimState.REJECTED, LEAD, time, "misread")
                for id in ("101-0", "101-1")
            ]
        )

    def correct(self) -> None:
        before = claims(101)[0]
        after = replace(before, id=ClaimId("101-0-c"), reader="person/1", group="p")
        self.register.correct(after, before.id, because="it says so", at=AT)

    def take_back(self) -> None:
        self.register.take_back(ClaimId("101-0-c"), because="it did not", at=AT)

    def read_again(self) -> None:
        found = [
            replace(claim, id=ClaimId(f"{claim.id}-b"), reader="english/2")
            for claim in claims(101)
        ]
        self.register.propose(found[0].report, "english/2", found, by=PROGRAM, at=AT)

    def import_list(self) -> None:
        data = LIST
        found = {"list": sha256(data), "name": "l.csv", "sheet": "", "notes": []}
        self.register.import_list(
            {**found, "rows": 1, "headers": 2}, data, by=PROGRAM, at=AT
        )

    def keep_persons(self) -> None:
        found = Proposed([KeptPerson(RecordId("l:1"), "told", VictimId("v-1"))])
        run = LinkingRun({sha256(LIST): found}, work=b"the pairs")
        self.register.keep_persons(run, by=PROGRAM, at=AT)

    def keep_estimate(self) -> None:
        told = {"methods": ["chao"], "seed": 1}
        made = NewEstimate((sha256(LIST),), "sha256:0", "b", "a", told, {"n": 1})
        self.register.keep_estimate(made, by=PROGRAM, at=AT)

    def withdraw_estimate(self) -> None:
        last = self.register.estimates()[-1]
        self.register.withdraw_estimate(last.id, because="two lists", at=AT)

    def seal(self) -> None:
        told, _ = report(101)
        self.register.box.seal(
            Identity(IdentityKind.WITNESS, "Daren Vell"),
            [told.id],
            by=LEAD,
            at=AT,
            because="at risk",
        )

    def seal_another(self) -> None:
        told, _ = report(102)
        self.register.box.seal(
            Identity(IdentityKind.SOURCE, "Ilva Tornay"),
            [told.id],
            by=LEAD,
            at=AT,
            because="at risk",
        )

    def tie(self) -> None:
        told, _ = report(103)
        self.register.box.tie(
            self.everybody()[0], [told.id], by=LEAD, at=AT, because="speaks of them"
        )

    def consent(self) -> None:
        given = Consent(
            self.everybody()[0],
            (ConsentUse.ANONYMISED,),
            ConsentMeans.WRITTEN,
            "2031-05-04",
            "en",
        )
        self.register.box.consent(given, by=LEAD, at=AT, because="they said so")

    def unseal(self) -> None:
        self.register.box.unseal(
            self.everybody()[0], by=LEAD, at=AT, because="to call back"
        )

    def add_user(self) -> None:
        self.register.add_user(
            User(SELMA, Role.VERIFIER), because="works with us", at=AT
        )

    def let_in(self) -> None:
        self.register.let_in(Key(SELMA))

    def ask(self) -> None:
        self.register.ask(Deed.EXPORT_BUNDLE, "a bundle", because="due", at=AT)

    def assess(self) -> None:
        self.register.assess(
            Assessment(
                element=Element.DEATH,
                finding="it happened",
                standing=Standing.ESTABLISHED,
                standard=StandardOfProof.REASONABLE_GROUNDS,
                by=LEAD,
                at=AT.isoformat(),
                because="two who saw it",
                incident=IncidentId("i-1"),
                claims=(ClaimId("101-0"),),
            )
        )

    def grant(self) -> None:
        self.register.grant_box(SELMA, at=AT, because="works with witnesses")

    def take(self) -> None:
        self.register.take_box(SELMA, at=AT, because="other work")

    def checkpoint(self) -> None:
        self.register.checkpoint()

    def change_key(self) -> None:
        """Give the lead another key of the machine."""
        opened = self.register._opened
        changing.change_passphrase(self.folder, opened, None)

    def withdraw(self) -> None:
        self.register.box.withdraw(
            self.everybody()[0], by=LEAD, at=AT, because="asked", with_reports=True
        )

    def erase(self) -> None:
        told, _ = report(104)
        self.register.box.erase(
            self.everybody()[1], [told.id], by=LEAD, at=AT, because="asked"
        )

    def sweep(self) -> None:
        assert self.register.box.sweep()

    def rebuild(self) -> None:
        self.register.rebuild()

    def remove_user(self) -> None:
        self.register.remove_user(SELMA, because="has left", at=AT)

    def rekey(self) -> None:
        self.register.rekey(at=AT, because="somebody left")
        self.close()

    def close_and_open(self) -> None:
        self.close()
        assert self.register.counts().reports


ACTIONS: tuple[str, ...] = (
    *("create", "set_scope", "capture", "capture_many", "propose", "judge"),
    *("judge_many", "correct", "take_back"),
    *(
        "read_again",
        "import_list",
        "keep_persons",
        "keep_estimate",
        "withdraw_estimate",
        "seal",
        "seal_another",
        "tie",
        "consent",
        "unseal",
    ),
    *("add_user", "let_in", "grant", "take", "ask", "assess", "checkpoint"),
    *("change_key", "withdraw", "erase", "sweep", "rebuild", "remove_user"),
    *("rekey", "close_and_open"),
)
FROM_0_1_0 = ("encrypt", *ACTIONS[1:4])
"""How a case goes on that tasjil 0.1.0 began."""


def of_0_1_0(story: Story) -> None:
    """Lay a register of tasjil 0.1.0 into the folder, as it stands in clear."""
    story.folder.mkdir(parents=True)
    shutil.copy(KEPT, story.file)


def of_an_older_tasjil(story: Story) -> None:
    """Lay one of tasjil 0.1.0 there that is encrypted, its tables as they were."""
    of_0_1_0(story)
    keys, opened = ring.fresh("Alder", story.key, StoreAt())
    keyfile.write(story.folder, keys)
    made = story.folder / "encrypted"
    home._copy_encrypted(story.file, made, opened.register_key)
    made.replace(story.file)
