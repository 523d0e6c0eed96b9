"""A case in which whatever strangers or careless people write is meant to do harm."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tasjil.journey import board
from tasjil.journey.case import Case, open_case
from tasjil.journey.progress import Silence
from tasjil.model.claim import Teller
from tasjil.model.identity import Identity, IdentityKind
from tasjil.model.judgement import ClaimJudgement, ClaimState
from tasjil.model.persons import VictimGroup
from tasjil.model.sources import SourceKind
from web.desks import open_as
from web.incidents import place
from web.reports import claim, keep, report

SCRIPT = (
    "<script>alert('x')</script><img src=x onerror=alert(1)>\"'onclick=alert(2) {{7*7}}"
)
REVERSED = "harmless\u202egnp.exe\u2066"
LONG = "whole" * 400
VICTIM = "Daren Vellakor"
"""Somebody who was killed: on pages, and nowhere else in clear."""
WITNESS = "Sorena Tulimak"
"""Somebody who is sealed: on no page unless it is opened with a reason."""

SOURCES = f'id,name,kind\nherald,"{SCRIPT.replace(chr(34), chr(34) * 2)}",media\n'
TEXT = f"Nine people, among them {VICTIM}, were killed in Varesh on Friday.\n"


def poisoned(pattern: Path, folder: Path) -> Case:
    """Copy the empty case, and write into it what is meant to do harm."""
    shutil.copytree(pattern, folder)
    (folder / "sources.csv").write_text(SOURCES, encoding="utf-8")
    case = open_case(folder)
    with open_as(case, "lead") as register:
        for nth, who in enumerate((VICTIM, SCRIPT, LONG)):
            text = f"{TEXT}{SCRIPT} {REVERSED} {LONG} {nth}\n"
            kept, data = report(
                text, f"../../{SCRIPT}{REVERSED}{nth}.txt",
                publisher=SCRIPT, title=f"{SCRIPT}{REVERSED}", language="en",
                wording=SCRIPT, url="javascript:alert(1)",
            )  # fmt: skip
            made = claim(kept, TEXT.split(",")[0], 9)
            words = claim(kept, SCRIPT, 2)
            made = replace(
                made,
                where=place("Varesh"),
                attribution=(Teller(SCRIPT, SourceKind.GOVERNMENT),),
                victims=VictimGroup(names=(who,)),
            )
            keep(register, kept, data, made, words)
        because = f"{SCRIPT}{REVERSED}"
        now = datetime.now(UTC)
        register.judge(
            ClaimJudgement(
                words.id, ClaimState.REJECTED, register.user, now.isoformat(), because
            )
        )
        register.box.seal(
            Identity(IdentityKind.WITNESS, WITNESS, SCRIPT),
            [kept.id],
            by=register.user,
            at=now,
            because=SCRIPT,
        )
        board.lay_out(case, register, Silence())
    return case
