"""What pages read is what a count finds: no more, no less, and no other."""

import json
import random
from dataclasses import replace

import pytest

from tasjil.count.tracing.trace import trace
from tasjil.errors import BadValue, NotAllowed, NotInRegister
from tasjil.journey import board
from tasjil.journey.assess import Finding, assess
from tasjil.journey.board import IncidentFilter, Page
from tasjil.journey.claims.back import take_back_judgement
from tasjil.journey.claims.changes import Changes
from tasjil.journey.claims.correct import correct_claim
from tasjil.journey.count import count_register, tally_json
from tasjil.journey.join import join
from tasjil.journey.missing import find_missing
from tasjil.journey.protect import shown_to_all
from tasjil.journey.reconcile import reconcile_counted
from tasjil.journey.sources import tellers_of
from tasjil.model.assessment import Standing
from tasjil.model.identity import Identity, IdentityKind
from tasjil.model.json import to_json
from tasjil.model.judgement import ClaimState
from tasjil.model.proof import Element
from tasjil.model.quantity import CountRange, Quantity
from tasjil.model.users import Role

WHY = "a friend was there"


def tally_on(register):
    """Put the tally together again from the pages that show it."""
    plain = json.loads(json.dumps(to_json(board.tally(register))))
    for figure in plain["figures"]:
        del figure["incidents"]
        for name in board.dimensions(register):
            cells, page = [], 1
            while True:
                some = board.cells(register, name, figure["act"], Page(page, 7))
                cells += some.items
                if not some.has_next:
                    break
                page += 1
            figure["by"][name] = [row(cell) for cell in cells]
    return plain


def row(cell):
    names = ("id", "value", "label", "floor", "ceiling", "verified")
    return {name: to_json(getattr(cell, name)) for name in names}


def tally_of(plain):
    """The same of what `tasjil count --json` prints, without ids behind each figure."""
    plain = json.loads(json.dumps(plain))
    for figure in plain["figures"]:
        del figure["incidents"]
        for rows in figure["by"].values():
            for each in rows:
                del each["incidents"], each["claims"]
    return {name: plain[name] for name in ("figures", "aggregates", "series")}


def test_the_figures_on_the_board_are_those_of_the_count(desk):
    counted = count_register(desk.case, desk.register)
    printed = tally_json(desk.case, shown_to_all(desk.case, counted).counted)
    assert tally_on(desk.register) == tally_of(printed)


def test_a_guest_is_shown_what_everybody_may_see_where_a_witness_is_withheld(desk):
    report = next(
        each for each in desk.register.reports() if each.name.endswith("mill.txt")
    )
    box = desk.register.box
    witness = Identity(IdentityKind.WITNESS, "Ysolde Quillane")
    box.seal(witness, [report.id], by="lead", at=desk.now(), because=WHY)
    desk.lay_out()
    counted = count_register(desk.case, desk.register)
    public = shown_to_all(desk.case, counted).counted
    guest = desk.seat_of("friend", Role.GUEST)
    shown, printed = tally_on(guest), tally_of(tally_json(desk.case, public))
    assert shown["figures"] == printed["figures"]
    assert (shown["aggregates"], shown["series"]) == ([], [])
    inside = tally_of(tally_json(desk.case, counted))
    assert tally_on(desk.register) == inside != printed


def test_missing_sources_and_reconciliation_are_those_of_the_count(desk):
    counted = count_register(desk.case, desk.register)
    missing = find_missing(desk.case, counted).missing
    on_board = board.missing(desk.register, 100)
    assert set(on_board.queue) == {each for each in missing.queue if each.gaps}
    assert [each.moves for each in on_board.queue] == [
        each.moves for each in missing.queue
    ]
    assert (on_board.case, on_board.left) == (missing.case, 0)
    assert board.missing(desk.register, 1).left == len(missing.queue) - 1
    assert board.sources(desk.register) == tellers_of(desk.case, counted)
    whole = reconcile_counted(desk.case, counted)
    told = board.reconciliation(desk.register)
    assert told == replace(whole, differences=told.differences)
    assert set(told.differences) <= set(whole.differences)
    assert board.differences(desk.register) == len(whole.differences)
    for total in counted.tally.aggregates:
        own = {d for d in whole.differences if {d.a, d.b} & set(total.claims)}
        assert set(board.differences_of(desk.register, total.id)) == own


def test_every_figure_opens_to_the_claims_that_a_trace_finds(desk):
    counted = count_register(desk.case, desk.register)
    ids = {
        each.id
        for figure in counted.tally.figures
        for each in (figure, *(row for rows in figure.by.values() for row in rows))
    }
    ids |= {each.id for each in counted.tally.aggregates}
    ids |= {f"incident/{each.id}" for each in counted.incidents}
    for id in sorted(ids):
        told = trace(counted.tally, counted.incidents, counted.evidence, id)
        sheet = board.figure(desk.register, id, Page(1, 500))
        incidents = {each.incident.id for each in told.incidents}
        assert {each.id for each in sheet.incidents.items} == incidents, id
        claims = {claim.id for claim in told.claims}
        if not claims:
            claims = {c.id for each in told.incidents for c in each.claims}
        assert set(sheet.claims.items) == claims, id
        assert len(list(desk.register.claims_of(list(sheet.claims.items)))) == len(
            claims
        )
    assert board.figure(desk.register, "killed/place/nowhere") is None


def test_a_page_of_claims_goes_on_where_the_one_before_ended(desk):
    whole = board.figure(desk.register, "killed", Page(1, 500)).claims
    assert whole.total == len(whole.items) > 3
    pages = [
        board.figure(desk.register, "killed", Page(n + 1, 2)).claims
        for n in range(-(-whole.total // 2))
    ]
    assert [id for page in pages for id in page.items] == list(whole.items)
    assert [page.has_next for page in pages] == [True] * (len(pages) - 1) + [False]


def something(desk, chance):
    """Do one thing that a person does at a desk; chance says which."""
    claims = desk.claims()
    match chance.randrange(7):
        case 0 | 1:
            desk.judge(chance.choice(claims), ClaimState.ACCEPTED)
        case 2:
            desk.judge(chance.choice(claims), ClaimState.REJECTED)
        case 3:
            changes = Changes(quantity=Quantity(5, 5, "five"))
            correct_claim(desk.case, desk.seat, chance.choice(claims), changes, WHY)
        case 4:
            take_back_judgement(desk.case, desk.seat, chance.choice(claims), WHY)
        case 5:
            lines = board.incidents(desk.register, IncidentFilter(counted=True)).items
            line = chance.choice(lines)
            found = Finding(
                line.id,
                Element.DEATH,
                Standing.NOT_ESTABLISHED,
                WHY,
                number=CountRange(1, 2),
            )
            assess(desk.case, desk.seat, found)
        case _:
            lines = board.incidents(desk.register).items
            pairs = [(a, b) for a in lines for b in lines if a.act == b.act and a != b]
            if pairs:
                one, other = chance.choice(pairs)
                join(desk.case, desk.seat, (one.id, other.id), WHY, desk.now())


@pytest.mark.parametrize("seed", range(5))
def test_after_any_sequence_of_decisions_the_board_is_as_one_laid_out_afresh(
    desk, seed
):
    chance = random.Random(seed)
    for _ in range(5):
        try:
            something(desk, chance)
        except (BadValue, NotAllowed, NotInRegister):
            # What cannot be done to this claim, or to these two, is left.
            continue
        desk.lay_out()
    assert board.behind(desk.register) == 0
    kept = desk.tables()
    desk.register.rebuild()
    assert not any(desk.tables().values())
    desk.lay_out()
    assert desk.tables() == kept


def test_only_what_differs_is_written(desk):
    before = desk.tables()["BoardIncident"]
    with desk.register._store.connection.execute_wrapper(only_reads):
        desk.lay_out()
    line = board.incidents(desk.register).items[0]
    claim = board.incident(desk.register, line.id).body.claims[0].id
    desk.judge(claim)
    desk.lay_out()
    changed = {new[0] for new in desk.tables()["BoardIncident"]} - {
        new[0] for new in desk.tables()["BoardIncident"] if new in before
    }
    assert changed == {line.id}


def only_reads(execute, sql, params, many, context):
    table = sql.split('"')[1] if '"' in sql else ""
    writes = sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE"))
    assert not writes or table == "register_boardrow", sql[:60]
    return execute(sql, params, many, context)


def test_a_corrected_claim_leads_to_the_incident_of_the_one_in_its_place(desk):
    line = board.incidents(desk.register, IncidentFilter(counted=True)).items[0]
    (told, *_) = board.incident(desk.register, line.id).body.claims
    changes = Changes(quantity=Quantity(5, 5, "five"))
    now = correct_claim(desk.case, desk.seat, told.id, changes, WHY)
    desk.lay_out()
    present = board.incident_of(desk.register, now.id)
    assert board.incident_of(desk.register, told.id) == present
    assert board.incident(desk.register, line.id).line == present
