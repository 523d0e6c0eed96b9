"""A witness's report is counted, and no page says who told it, or what, or when.

The people and places are of Lumenia, which does not exist.
"""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lumenia import REPORTS, lumenia

from tasjil.journey.build import build_case
from tasjil.journey.case import open_case
from tasjil.journey.claims.changes import Changes
from tasjil.journey.claims.correct import correct_claim
from tasjil.journey.count import count_case, tally_json
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence
from tasjil.journey.protect import shown_to_all
from tasjil.journey.reconcile import reconcile_case, reconciliation_json
from tasjil.journey.trace import trace_figure
from tasjil.link.incidents.proposing import incident_name
from tasjil.link.incidents.reasons import KEPT_APART
from tasjil.model.consent import Consent
from tasjil.model.identity import Identity, IdentityKind
from tasjil.model.quantity import Quantity
from tasjil.model.standards.consent import ConsentMeans, ConsentUse

AT = datetime(2031, 6, 1, 9, tzinfo=UTC)
WHY = {"by": "lead", "at": AT, "because": "she lives beside the checkpoint"}
WITNESS = {
    "interview-quillane.txt": (
        "Publisher: Pellworth Refuge Circle\nDate: 2031-05-23\n\n"
        "Seven farmers were shot dead by soldiers in Ostrel on 17 May, the Pellworth "
        "Refuge Circle said. Ysolde Quillane, a widowed schoolteacher, hid behind the "
        "cooperage with her beekeeper. Her brother "
        "Tamsin Quillane, 41, was among the dead. Bertrand Oakhelm was wounded.\n\n"
        "The Pellworth Refuge Circle said that more than 212 people had been killed "
        "in Ostrel since 2 May.\n"
    ),
    "unread-kessing.txt": (
        "Publisher: Pellworth Refuge Circle\nDate: 2031-05-24\n\n"
        "Седемнадесет пчелари бяха убити край мелницата, каза свидетелката.\n"
    ),
}
PUBLIC = " ".join(REPORTS.values()) + Path(__file__).with_name("lumenia.py").read_text()


def telling_words() -> set[str]:
    """Every word of the witness's reports that no open report and no page needs."""
    found = set(re.findall(r"\w{4,}", " ".join([*WITNESS, *WITNESS.values()])))
    common = set(re.findall(r"\w{4,}", PUBLIC))
    plain = (
        "dead among people Publisher Date were said that 2031 wounded since been "
        "behind brother unread Seven than more killed with"
    )
    return found - common - set(plain.split())


@pytest.fixture
def folder(tmp_path: Path, box_of_case) -> Path:
    """A case with two open reports, and two about one sealed witness."""
    case = lumenia(tmp_path / "varesh", REPORTS | WITNESS)
    build(case)
    with box_of_case(case) as (register, box):
        reports = [r.id for r in register.reports() if r.name.split("/")[-1] in WITNESS]
        assert len(reports) == len(WITNESS)
        box.seal(Identity(IdentityKind.WITNESS, "Ysolde Quillane"), reports, **WHY)
    return case


def build(folder: Path):
    return build_case(open_case(folder), Key(), None, Silence())


def pages(folder: Path) -> dict[str, str]:
    site = folder / "site"
    return {
        str(path.relative_to(site)): path.read_text(encoding="utf-8")
        for path in site.rglob("*.html")
    }


def test_the_words_looked_for_would_be_found_if_they_were_there(folder):
    words = telling_words()
    assert {"Quillane", "cooperage", "schoolteacher", "interview", "Pellworth"} < words
    # The site on disk is still the one from before she was sealed.
    written = " ".join(pages(folder).values())
    assert [word for word in words if word not in written] == []


def test_no_page_has_a_word_of_what_a_sealed_witness_told(folder):
    build(folder)
    leaks = {
        (word, name)
        for name, html in pages(folder).items()
        for word in telling_words()
        if word in html or word in name
    }
    assert leaks == set()


def test_no_page_has_the_day_the_digest_or_the_village_of_what_is_withheld(
    folder, box_of_case
):
    with box_of_case(folder) as (register, box):
        digests = [id.removeprefix("sha256:") for id in box.withheld()]
        claims = [
            claim.id for id in box.withheld() for claim, _ in register.claims(report=id)
        ]
    assert digests
    assert claims
    build(folder)
    for name, html in pages(folder).items():
        for secret in (*digests, *claims, "17 May", "2031-05-17", "2031-05-23"):
            assert secret not in html + name, (secret, name)
    ostrel = [html for name, html in pages(folder).items() if "place/ostrel" in name]
    assert not any("withheld" in html for html in ostrel)


def test_the_count_is_the_same_as_before_the_witness_was_sealed(folder):
    before = count_case(open_case(folder), Key())
    public = shown_to_all(open_case(folder), before)
    numbers = [
        [(f.act, f.floor, f.ceiling, f.reported, f.accepted) for f in each.figures]
        for each in (before.tally, public.counted.tally)
    ]
    assert numbers[0] == numbers[1]
    assert any(floor >= 7 for _, floor, *_ in numbers[0])
    assert json.dumps(tally_json(open_case(folder), before))


def test_what_programs_read_has_no_word_of_it_either(folder):
    case = open_case(folder)
    told = json.dumps(
        tally_json(case, shown_to_all(case, count_case(case, Key())).counted)
    )
    assert [word for word in telling_words() if word in told] == []
    assert "2031-05-17" not in told


def test_the_reconciliation_has_no_word_of_it_either(folder):
    case = open_case(folder)
    told = json.dumps(reconciliation_json(case, reconcile_case(case, Key())))
    assert [word for word in telling_words() if word in told] == []
    assert "2031-05-17" not in told


def test_nobody_who_holds_the_words_sees_by_an_id_that_they_are_in_the_case(folder):
    counted = count_case(open_case(folder), Key())
    told = counted.evidence.claims.values()
    held = [claim for claim in told if claim.report in counted.withheld]
    made_of_them = {incident_name(claim.act, claim.id) for claim in held}
    assert made_of_them & {each.id for each in counted.incidents}
    case = open_case(folder)
    figures = json.dumps(tally_json(case, shown_to_all(case, counted).counted))
    build(folder)
    for each in (figures, *pages(folder).values(), *pages(folder)):
        assert not any(id in each for id in made_of_them)


def test_how_a_withheld_claim_was_read_before_somebody_corrected_it_is_not_shown(
    folder,
):
    case = open_case(folder)
    counted = count_case(case, Key())
    told = counted.evidence.claims.values()
    held, open_one = (
        next(each for each in told if (each.report in counted.withheld) is withheld)
        for withheld in (True, False)
    )
    eight = Changes(quantity=Quantity(8, 8, "eight"))
    for each in (held, open_one):
        correct_claim(case, Key(), each.id, eight, "the words say eight")
    inside = count_case(case, Key())
    public = shown_to_all(case, inside).counted
    assert set(inside.goes.was) == {held.id, open_one.id}
    assert set(public.goes.was) == {open_one.id}
    assert [line for (line,) in public.goes.lines().values()] == [open_one]
    assert held.id not in public.evidence.states


def test_an_incident_that_a_witness_alone_tells_of_has_its_month_and_governorate(
    folder,
):
    case = open_case(folder)
    public = shown_to_all(case, count_case(case, Key()))
    held = [
        incident
        for incident in public.counted.incidents
        if all(claim in public.claims.values() for claim in incident.claims)
    ]
    assert {(each.edtf, each.place) for each in held} == {("2031-05", "northmark")}


def test_no_open_incident_says_that_another_of_its_place_and_day_was_kept_apart(
    folder,
):
    case = open_case(folder)
    counted = count_case(case, Key())
    why = (f"Ostrel on 2031-05-03: {KEPT_APART}", "one claim tells of it")
    told = tuple(replace(each, reasons=why) for each in counted.incidents)
    public = shown_to_all(case, replace(counted, incidents=told)).counted
    assert {each.reasons for each in public.incidents} == {
        ("one claim tells of it",),
        (),
    }


def test_a_protected_total_is_a_total_and_a_protected_event_is_none(folder):
    case = open_case(folder)
    counted = count_case(case, Key())
    public = shown_to_all(case, counted).counted
    held = [t for t in public.tally.aggregates if t.teller_key == "withheld"]
    assert [(t.id, t.low, t.edtf, t.where) for t in held] == [
        ("aggregate/withheld-1", 213, "2031-05", ("Northmark",))
    ]
    assert len(public.tally.aggregates) == len(counted.tally.aggregates)


def test_a_person_inside_finds_the_words_by_the_id_that_the_pages_show(folder):
    case = open_case(folder)
    found = trace_figure(case, Key(), "aggregate/withheld-1")
    assert [each.passage.quote[:20] for each in found.claims] == [
        "The Pellworth Refuge"
    ]
    assert [each.withheld for each in found.claims] == [True]


def test_the_pages_say_in_both_languages_that_something_is_withheld(folder):
    build(folder)
    written = pages(folder)
    english = " ".join(html for name, html in written.items() if name.startswith("en"))
    arabic = " ".join(html for name, html in written.items() if name.startswith("ar"))
    assert "withheld to protect a person" in english
    assert "محجوبة حمايةً لشخص" in arabic
    assert "withheld to protect" not in arabic


def test_with_consent_the_words_are_there_again_and_without_it_they_go(
    folder, box_of_case
):
    with box_of_case(folder) as (_, box):
        who = box.everybody()[0].reference
        yes = Consent(
            who, (ConsentUse.ANONYMISED,), ConsentMeans.WRITTEN, "2031-06", "en"
        )
        box.consent(yes, **WHY)
    build(folder)
    assert "cooperage" in " ".join(pages(folder).values())
    with box_of_case(folder) as (_, box):
        box.withdraw(who, **WHY)
    build(folder)
    assert "cooperage" not in " ".join(pages(folder).values())
