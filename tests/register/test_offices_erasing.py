"""Who is protected in one office is so in the other, and what is erased goes."""

import pytest

from offices import NOON, PASSAGES, TEXT, report
from tasjil.errors import Erased
from tasjil.model.consent import Consent
from tasjil.model.identity import Identity, IdentityKind
from tasjil.model.judgement import ClaimState
from tasjil.model.standards.consent import ConsentMeans, ConsentUse
from tasjil.register.offices.questions import QuestionKind
from tasjil.register.store import Content, Sealed

WHY = {"by": "lead", "at": NOON, "because": "at risk"}


def protect(office, *reports):
    person = Identity(IdentityKind.WITNESS, "شاهدة من فاريش")
    return office.register.box.seal(person, list(reports), **WHY)


def agree(office, who, *uses):
    consent = Consent(who, uses, ConsentMeans.SPOKEN, "2031-05-04", "ar")
    office.register.box.consent(consent, **WHY)


def held(office):
    """The contents that an office has, of those that can be told from the log."""
    rows = Content.objects.using(office.register._store.alias)
    return set(rows.filter(data__isnull=False).values_list("digest", flat=True))


def test_a_report_about_somebody_in_the_box_stays_home(north, coast):
    north.capture(1)
    claims = north.read(1)
    protect(north, report(1)[0].id)
    bundle, departed = north.exported()
    arrived = coast.take(bundle, north)
    assert departed.held_back == len(arrived.absent) == 3 + len(claims)
    assert list(coast.register.reports()) == []
    assert list(coast.register.claims()) == []
    assert coast.register.readings() == {}
    assert coast.register.box.everybody() == []
    coast.check()


def test_a_report_with_the_words_of_a_protected_one_stays_with_it(north, coast):
    protected, same_words = north.capture(1), north.capture(2)
    north.read(2)
    protect(north, protected)
    coast.hear(north)
    assert not coast.register.has_report(same_words)
    assert not any(digest in held(coast) for digest in (protected, same_words))
    coast.check()


@pytest.mark.parametrize(
    ("uses", "travels"),
    [
        ([], False),
        ([()], False),
        ([(ConsentUse.INTERNAL,)], False),
        ([(ConsentUse.INTERNAL, ConsentUse.UN)], True),
        ([(ConsentUse.UN,), (ConsentUse.INTERNAL,)], False),
    ],
)
def test_it_goes_along_where_the_person_agreed_to_more_than_the_team(
    north, coast, uses, travels
):
    one = north.capture(1)
    who = protect(north, one)
    for each in uses:
        agree(north, who, *each)
    coast.hear(north)
    assert not coast.register.has_report(one)
    arrived = coast.take(north.export(with_protected=True), north)
    assert arrived.anything is travels or arrived.size > arrived.since
    assert coast.register.has_report(one) is travels
    coast.check()


def test_what_travelled_is_held_back_there_and_not_handed_on(north, coast, south):
    one = north.capture(1)
    agree(north, protect(north, one), ConsentUse.UN)
    coast.take(north.export(with_protected=True), north)
    claims = coast.read(1)
    assert coast.register.box.withheld() == {one}
    south.hear(coast)
    south.hear(north)
    assert not south.register.has_report(one)
    assert not any(each.passage.quote in str(south.seen()) for each in claims)
    south.check()


def test_the_sealed_box_never_travels(north, coast):
    protect(north)
    coast.take(north.export(with_protected=True), north)
    assert not Sealed.objects.using(coast.register._store.alias).exists()
    coast.check()


def test_what_an_office_erased_is_destroyed_where_it_was_taken_in(north, coast, south):
    one = north.capture(1)
    claims = north.read(1)
    coast.hear(north)
    south.hear(coast)
    own = coast.read(1, reader="english/2")
    coast.judge(own[0].id, ClaimState.ACCEPTED)
    north.register.box.erase(None, [one], **WHY)
    arrived = coast.hear(north)
    assert arrived.destroyed == 3 + len(claims) + len(own)
    assert list(coast.register.reports()) == list(coast.register.claims()) == []
    assert list(coast.register.judgements()) == []
    coast.check()
    told, original = report(1)
    with pytest.raises(Erased):
        coast.register.capture(told, original, by="lead", at=NOON)
    # Whoever hears of it from the start never gets what is gone.
    south.hear(north)
    south.hear(coast)
    assert held(south) == set()
    south.check()


def test_the_bytes_of_what_was_erased_elsewhere_are_gone_from_the_file(
    north, coast, in_clear
):
    if coast.register._store.connection.vendor == "postgresql":
        return
    one = north.capture(1)
    coast.hear(north)
    north.register.box.erase(None, [one], **WHY)
    coast.hear(north)
    coast.close()
    assert b"telling 1" not in in_clear(coast.register.folder)


def test_a_report_that_we_captured_too_stays_and_a_person_is_asked(north, coast):
    one = north.capture(1)
    coast.capture(1)
    coast.hear(north)
    north.register.box.erase(None, [one], **WHY)
    arrived = coast.hear(north)
    assert arrived.destroyed == 0
    assert coast.register.has_report(one)
    assert coast.asks(QuestionKind.ERASED_ELSEWHERE) == [
        (QuestionKind.ERASED_ELSEWHERE, one)
    ]
    coast.check()
    coast.register.box.erase(None, [one], **WHY)
    assert coast.asks() == []
    assert not coast.register.has_report(one)
    coast.check()


def test_what_we_erased_does_not_come_back_by_another_office(north, coast):
    one = north.capture(1)
    coast.capture(1)
    coast.read(1)
    north.register.box.erase(None, [one], **WHY)
    north.hear(coast)
    assert not north.register.has_report(one)
    assert list(north.register.claims()) == []
    assert held(north) == set()
    north.check()


def test_two_scopes_said_once_are_one(north, coast):
    for office in (north, coast):
        office.register.set_scope({"acts": ["killed"]}, by="lead", at=office.at(1))
    coast.capture(1, minute=2)
    coast.read(1, minute=2)
    coast.hear(north, minute=3)
    assert coast.asks() == []
    assert coast.register.fresh_readings() == {report(1)[0].id: "english/1"}
    coast.check()


def test_the_words_of_the_passages_are_those_of_the_text():
    assert all(TEXT[start:end].strip() for start, end in PASSAGES)
