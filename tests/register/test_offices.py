"""Two offices that work offline exchange their logs, and neither loses a word."""

from datetime import timedelta
from itertools import permutations

import pytest

from offices import BROUGHT, NAMES, NOON, Office, all_meet, report
from server_sql import copied
from tasjil.errors import EntriesMissing, NotAllowed, TwoHistories, UnknownOffice
from tasjil.model.ids import UserId
from tasjil.model.judgement import ClaimState
from tasjil.model.users import Role, User
from tasjil.register.deeds import Deed
from tasjil.register.derived.appliers import APPLIERS, OF_OTHERS
from tasjil.register.entry import EntryKind
from tasjil.register.keys.ring import Key
from tasjil.register.offices.departure import Part
from tasjil.register.offices.questions import QuestionKind
from tasjil.register.register import Register

ACCEPTED, REJECTED = ClaimState.ACCEPTED, ClaimState.REJECTED


def test_it_is_said_of_every_kind_of_entry_what_it_does_in_another_office():
    assert OF_OTHERS.keys() == APPLIERS.keys() == {str(kind) for kind in EntryKind}


def test_what_one_office_read_and_judged_is_seen_in_the_other(north, coast):
    north.capture(1)
    claims = north.read(1)
    north.judge(claims[0].id, ACCEPTED)
    arrived = coast.hear(north)
    assert arrived.size == 1 + 1 + 3 + 1 + 1
    assert coast.seen() == north.seen()
    assert coast.register.original(report(1)[0].id) == report(1)[1]
    (judged,) = coast.register.judgements()
    assert judged.by == f"lead @ {north.id}"
    coast.check()


def test_each_log_stays_under_its_own_office_and_is_not_renumbered(north, coast):
    north.capture(1)
    coast.capture(2)
    before = list(coast.register.entries())
    theirs = list(north.register.entries())
    coast.hear(north)
    now = list(coast.register.entries())
    assert now[: len(before)] == before
    assert [each.kind for each in now[len(before) :]] == ["bundle.imported"]
    (known,) = coast.register.exchange.offices()
    assert (known.office.name, known.size) == (NAMES[0], len(theirs))
    assert known.digest == theirs[-1].digest


def test_the_same_bundle_again_changes_nothing(north, coast):
    north.capture(1)
    bundle = north.export()
    assert coast.take(bundle, north).anything
    size, tables = coast.register.head(), coast.register.table_digests()
    assert not coast.take(bundle, north).anything
    assert (coast.register.head(), coast.register.table_digests()) == (size, tables)


def test_of_a_bundle_partly_known_the_rest_is_taken(north, coast):
    north.capture(1)
    first = coast.hear(north)
    north.capture(2)
    second = coast.hear(north)
    assert (second.since, second.size) == (first.size, first.size + 2)
    coast.check()


def test_an_older_bundle_that_comes_late_changes_nothing(north, coast):
    north.capture(1)
    older = north.export()
    north.capture(2)
    coast.hear(north)
    assert not coast.take(older, north).anything


def test_after_a_gap_it_says_from_where_to_ask(north, coast):
    north.capture(1)
    size = coast.hear(north).size
    north.capture(2)
    north.register.checkpoint()
    later = north.register.head().size
    north.capture(3)
    with pytest.raises(EntriesMissing, match=f"--since {size}"):
        coast.take(north.export(since=later), north)
    assert coast.take(north.export(since=size), north).anything
    coast.check()


def test_a_new_office_is_refused_with_its_fingerprint_until_a_person_accepts(
    north, coast
):
    bundle = north.export()
    with pytest.raises(UnknownOffice) as refused:
        coast.register.exchange.take_in(bundle, BROUGHT, at=NOON)
    fingerprint = north.register.exchange.key.fingerprint
    assert NAMES[0] in str(refused.value)
    assert fingerprint in str(refused.value).replace(" ", "")
    for wrong in ("", fingerprint[:16], fingerprint[1:], "0" * 64):
        with pytest.raises(UnknownOffice):
            coast.register.exchange.take_in(bundle, BROUGHT, at=NOON, accept=wrong)
    assert coast.register.exchange.offices() == ()
    spoken = " ".join([fingerprint[:16].upper(), fingerprint[16:32]])
    assert coast.register.exchange.take_in(
        bundle, BROUGHT, at=NOON, accept=spoken
    ).anything


@pytest.mark.file
def test_an_office_that_put_an_old_backup_back_is_found_out(north, coast, tmp_path):
    north.capture(1)
    north.register.close()
    copied(north.register.folder, tmp_path / "backup")
    north.register = Register.open(north.register.folder, Key())
    north.capture(2)
    coast.hear(north)
    seen, tables = coast.seen(), coast.register.table_digests()

    restored = Office(
        Register.open(tmp_path / "backup", Key()), tmp_path / "s", timedelta()
    )
    restored.capture(3)
    restored.capture(4)
    bundle = restored.export()
    restored.close()
    size = coast.register.head().size
    for _ in range(2):
        with pytest.raises(TwoHistories, match="two histories"):
            coast.take(bundle, north)
    (evidence,) = coast.register.entries(after=size)
    assert evidence.kind == EntryKind.BUNDLE_REFUSED
    assert evidence.told["kept"] != evidence.told["brought"]
    assert evidence.told["kept"].startswith(f"tasjil/{north.id}\n")
    assert evidence.told["brought"].startswith(f"tasjil/{north.id}\n")
    assert coast.register.table_digests() == tables
    assert coast.seen() == seen
    assert coast.asks(QuestionKind.TWO_HISTORIES)
    coast.check()


def test_the_same_report_in_two_offices_is_one_report_and_a_question(north, coast):
    north.capture(1, minute=1, name="north.txt")
    coast.capture(1, minute=2, name="الساحل.txt")
    all_meet([north, coast], minute=3)
    assert north.seen() == coast.seen()
    (kept,) = coast.register.reports()
    assert kept.name == "north.txt"
    (asked,) = coast.register.exchange.questions()
    assert asked.kind == QuestionKind.CAPTURED_TWICE
    assert {place.office for place in asked.places} == {north.id, coast.id}
    coast.check()
    north.check()


def test_two_judgements_of_one_claim_are_disputed_until_somebody_sees_both(
    north, coast
):
    north.capture(1)
    claims = north.read(1)
    coast.hear(north)
    north.judge(claims[0].id, ACCEPTED, minute=1)
    coast.judge(claims[0].id, REJECTED, minute=2)
    all_meet([north, coast], minute=3)
    for office in (north, coast):
        assert office.asks() == [(QuestionKind.DISPUTED, claims[0].id)]
        assert office.register.claim(claims[0].id)[1] is REJECTED
    north.judge(claims[0].id, ACCEPTED, minute=4)
    assert north.asks() == []
    assert coast.asks() == [(QuestionKind.DISPUTED, claims[0].id)]
    coast.hear(north, minute=5)
    assert coast.asks() == []
    assert coast.seen() == north.seen()


def test_who_judges_after_an_import_has_the_last_word_whatever_the_clocks_say(three):
    north, coast, _ = three
    north.skew = timedelta(days=400)
    north.capture(1)
    claims = north.read(1)
    north.judge(claims[0].id, ACCEPTED)
    coast.hear(north)
    coast.judge(claims[0].id, REJECTED)
    north.hear(coast)
    for office in (north, coast):
        assert office.register.claim(claims[0].id)[1] is REJECTED
        assert office.asks() == []
        office.check()


def test_a_claim_waits_for_the_report_that_a_third_office_captured(three):
    north, coast, south = three
    report_id = north.capture(1)
    coast.hear(north)
    claims = coast.read(1)
    coast.judge(claims[0].id, ACCEPTED)
    south.hear(coast)
    assert list(south.register.claims()) == []
    assert (QuestionKind.ENTRIES_MISSING, north.id) in south.asks()
    south.check()
    south.hear(north)
    assert south.register.claim(claims[0].id) == (claims[0], ACCEPTED)
    assert south.register.has_report(report_id)
    assert south.seen() == coast.seen()
    south.check()


def test_two_scopes_are_a_question(north, coast):
    north.register.set_scope({"acts": ["killed"]}, by="lead", at=north.at(1))
    coast.register.set_scope({"acts": ["injured"]}, by="lead", at=coast.at(2))
    all_meet([north, coast], minute=3)
    assert north.asks() == coast.asks() == [(QuestionKind.SCOPES, "case.toml")]
    assert north.register.case() == {"acts": ["injured"]}


def test_an_office_that_writes_after_an_import_needs_no_rebuilding(north, coast):
    north.capture(1)
    coast.capture(2)
    coast.hear(north)
    coast.read(1)
    claims = coast.read(2)
    coast.judge(claims[1].id, ACCEPTED)
    coast.read(2, claims=(2,), reader="english/2")
    coast.check()


def test_the_order_of_three_bundles_does_not_matter(three, tmp_path):
    for number, office in enumerate(three):
        office.skew = timedelta(hours=7 * (1 - number))
        office.capture(number)
        office.capture(9, name=f"{number}.txt")
        claims = office.read(9, reader=f"english/{number}")
        office.judge(claims[0].id, (ACCEPTED, REJECTED)[number % 2])
    bundles = [(each, each.export()) for each in three]
    seen = []
    for number, order in enumerate(permutations(bundles)):
        listener = Office.create(tmp_path / f"listener-{number}", "")
        for office, bundle in order:
            listener.take(bundle, office)
        listener.check()
        found = listener.seen()
        seen.append(found)
        listener.close()
    assert all(each == seen[0] for each in seen)


def test_a_user_of_another_office_gains_no_right_here(north, coast):
    selma = User(UserId("selma"), Role.LEAD)
    north.register.add_user(selma, because="joined us", at=NOON)
    with pytest.raises(NotAllowed, match="since 0 for all"):
        north.export()
    what = Part(0).asked("all")
    request = north.register.ask(
        Deed.EXPORT_BUNDLE, what, because="for the coast", at=NOON
    )
    north.register.let_in(Key(selma.id))
    with Register.open(north.register.folder, Key(selma.id)) as second:
        second.approve(request, because="agreed", at=NOON)
    coast.hear(north)
    assert [user.id for user in coast.register.users()] == ["lead"]
    assert coast.register.requests() == ()
    coast.check()
