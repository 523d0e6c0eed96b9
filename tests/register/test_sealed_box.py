"""People in the sealed box: known by reference, opened on the record, erased."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tasjil.errors import BadValue, BoxClosed, Erased, LogBroken, NotInRegister
from tasjil.model.assessment import Assessment, Standing
from tasjil.model.consent import Consent
from tasjil.model.identity import Identity, IdentityKind
from tasjil.model.ids import IncidentId
from tasjil.model.proof import Element, StandardOfProof
from tasjil.model.standards.consent import ConsentMeans, ConsentUse
from tasjil.register.entry import EntryKind
from tasjil.register.store import Content, Sealed

AT = datetime(2031, 5, 6, 9, tzinfo=UTC)
WHY = {"by": "lead", "at": AT, "because": "she asked to be kept safe"}
SOMEBODY = Identity(
    IdentityKind.WITNESS, "Oriel Thandeka-Vass", "+000 555 0148", "Call after dark."
)


@pytest.fixture
def told(register, lumenia):
    """A register with three reports, the second of them told by a witness."""
    lumenia.fill(register)
    return register


@pytest.fixture
def report(lumenia):
    return lumenia.report(1)[0].id


def consent(who, *uses):
    return Consent(who, uses, ConsentMeans.SPOKEN, "2031-05-06", "en")


def test_whoever_was_granted_the_box_reads_what_was_sealed(told, box_of, report):
    box = box_of(told)
    who = box.seal(SOMEBODY, [report], **WHY)
    assert box.unseal(who, **WHY) == SOMEBODY
    assert [each.reports for each in box.everybody()] == [(report,)]


def test_that_somebody_read_it_is_in_the_log_with_the_reason(told, box_of):
    box = box_of(told)
    who = box.seal(SOMEBODY, **WHY)
    box.unseal(who, by="lead", at=AT, because="the court asked for her by post")
    *_, last = told.entries()
    assert last.kind == EntryKind.IDENTITY_OPENED
    assert last.because == "the court asked for her by post"
    assert last.told == {"reference": who}


def test_nobody_reads_without_a_reason(told, box_of):
    box = box_of(told)
    who = box.seal(SOMEBODY, **WHY)
    with pytest.raises(BadValue, match="expected a reason"):
        box.unseal(who, by="lead", at=AT, because=" ")


@pytest.mark.parametrize("verb", ["unseal", "erase", "withdraw"])
def test_a_reason_with_the_persons_name_in_it_is_refused_and_not_repeated(
    told, box_of, verb
):
    box = box_of(told)
    who = box.seal(SOMEBODY, **WHY)
    before = told.head()
    named = {"by": "lead", "at": AT, "because": "ORIEL asked for it"}
    with pytest.raises(BadValue, match="names nobody") as refusal:
        getattr(box, verb)(who, **named)
    with pytest.raises(BadValue, match="names nobody"):
        box.seal(SOMEBODY, **named)
    assert "riel" not in str(refusal.value).casefold()
    assert told.head() == before


def test_a_user_without_the_grant_gets_a_plain_sentence_and_nothing_else(told, box_of):
    who = box_of(told).seal(SOMEBODY, **WHY)
    before = told.counts().entries
    closed = box_of(told, key=None)
    with pytest.raises(BoxClosed, match="tasjil grant CASE USER"):
        closed.unseal(who, **WHY)
    with pytest.raises(BoxClosed):
        closed.seal(SOMEBODY, **WHY)
    assert [each.reference for each in closed.everybody()] == [who]
    assert told.counts().entries == before


def test_the_key_of_another_box_opens_nobody(told, box_of):
    who = box_of(told).seal(SOMEBODY, **WHY)
    with pytest.raises(LogBroken, match="to open with the key of the box"):
        box_of(told, key=b"\x02" * 32).unseal(who, **WHY)


def test_two_people_of_different_names_are_equally_long_in_the_box(told, box_of):
    box = box_of(told)
    box.seal(SOMEBODY, **WHY)
    box.seal(Identity(IdentityKind.OTHER, "Al"), **WHY)
    rows = Sealed.objects.using(told._store.alias)
    assert len({(len(row.data), len(row.key)) for row in rows}) == 1


def test_a_report_about_somebody_is_held_back_until_they_agree(told, box_of, report):
    box = box_of(told)
    assert box.withheld() == frozenset()
    who = box.seal(SOMEBODY, [report], **WHY)
    assert box.withheld() == {report}
    box.consent(consent(who, ConsentUse.COURT), **WHY)
    assert box.withheld() == {report}
    assert box.may(who, ConsentUse.COURT)
    assert not box.may(who, ConsentUse.ANONYMISED)
    box.consent(consent(who, ConsentUse.ANONYMISED), **WHY)
    assert box.withheld() == frozenset()
    assert not box.may(who, ConsentUse.COURT)


def test_a_report_about_two_people_waits_for_both(told, box_of, report):
    box = box_of(told)
    one, other = box.seal(SOMEBODY, **WHY), box.seal(SOMEBODY, [report], **WHY)
    box.tie(one, [report], **WHY)
    box.consent(consent(one, ConsentUse.ANONYMISED), **WHY)
    assert box.withheld() == {report}
    box.consent(consent(other, ConsentUse.MEDIA), **WHY)
    assert box.withheld() == frozenset()


def test_what_was_agreed_to_comes_back_as_it_was_said(told, box_of):
    box = box_of(told)
    who = box.seal(SOMEBODY, **WHY)
    said = Consent(
        who,
        (ConsentUse.UN, ConsentUse.NAME),
        ConsentMeans.WRITTEN,
        "2031-05",
        "ar",
        interpreter=True,
        conditions=True,
        recontact=True,
    )
    box.consent(said, **WHY)
    assert box.consents() == {who: [said]}


def test_consent_taken_back_erases_the_person_and_holds_the_report(
    told, box_of, report
):
    box = box_of(told)
    who = box.seal(SOMEBODY, [report], **WHY)
    box.consent(consent(who, ConsentUse.ANONYMISED), **WHY)
    box.withdraw(who, **WHY)
    assert box.withheld() == {report}
    assert [each.withdrawn for each in box.consents()[who]] == [True]
    assert told.has_report(report)
    row = Sealed.objects.using(told._store.alias).get(pk=who)
    assert (row.data, row.key) == (None, None)
    for ask in (box.unseal, box.erase, box.withdraw):
        with pytest.raises(Erased, match="seal the person anew"):
            ask(who, **WHY)
    with pytest.raises(Erased):
        box.consent(consent(who, ConsentUse.NAME), **WHY)
    told.verify()


def test_an_erased_report_is_gone_from_every_table_and_the_log_is_whole(
    told, box_of, lumenia, in_clear
):
    box = box_of(told)
    new, original = lumenia.report(7, "Oriel saw it from the mill. Two fell.")
    report = new.id
    told.capture(new, original, by=lumenia.who, at=AT)
    contents = Content.objects.using(told._store.alias)
    gone = box.leaving(None, [report])
    blobs = [bytes(row.data) for row in contents.filter(pk__in=gone.contents)]
    assert len(blobs) == 3
    who = box.seal(SOMEBODY, [report], **WHY)
    gone = box.erase(who, with_reports=True, **WHY)
    assert gone.reports == (report,)
    assert box.sweep()

    assert not told.has_report(report)
    assert report not in told.readings()
    assert not list(told.claims(report=report))
    with pytest.raises(NotInRegister):
        told.original(report)
    held = in_clear(told.folder)
    assert lumenia.report(0)[0].id.encode() in held
    for blob in (*blobs, b"7.txt"):
        assert blob not in held
    before = told.table_digests()
    assert told.verify().tables == before
    assert told.rebuild() == before


def test_a_text_that_another_report_has_too_goes_with_the_last_of_them(
    told, box_of, lumenia
):
    box = box_of(told)
    reports = [lumenia.report(number)[0] for number in range(3)]
    first = box.erase(None, [reports[0].id], **WHY)
    assert first.shared == (reports[0].text_digest,)
    assert told.report(reports[1].id).text == reports[1].text
    last = box.erase(None, [reports[1].id, reports[2].id], **WHY)
    assert reports[0].text_digest in last.contents
    assert not last.shared
    assert told.verify().tables == told.table_digests()


def test_a_judgement_on_an_erased_claim_is_gone_and_stays_gone(told, box_of, lumenia):
    report = lumenia.report(0)[0].id
    assert list(told.judgements())
    box_of(told).erase(None, [report], **WHY)
    assert not list(told.judgements())
    assert told.rebuild() == told.verify().tables
    assert not list(told.judgements())


def test_reports_about_somebody_else_too_stay_when_one_of_them_is_erased(
    told, box_of, report
):
    box = box_of(told)
    one, other = (box.seal(SOMEBODY, [report], **WHY) for _ in range(2))
    assert box.leaving(one, with_reports=True).reports == ()
    box.erase(one, with_reports=True, **WHY)
    assert told.has_report(report)
    assert box.erase(other, with_reports=True, **WHY).reports == (report,)


def test_what_was_erased_is_never_captured_again(told, box_of, lumenia):
    reports = [lumenia.report(number) for number in range(3)]
    box_of(told).erase(None, [each.id for each, _ in reports], **WHY)
    for report, original in reports:
        with pytest.raises(Erased, match="take its file out"):
            told.capture(report, original, by=lumenia.who, at=lumenia.noon)
    same_words, original = lumenia.report(9)
    with pytest.raises(Erased):
        told.capture(same_words, original, by=lumenia.who, at=lumenia.noon)


def test_erased_bytes_stay_out_even_where_another_report_has_them_as_its_text(
    told, box_of, lumenia
):
    page, original = lumenia.report(7, "Oriel saw it from the mill. Two fell.")
    told.capture(page, original, by=lumenia.who, at=AT)
    data = page.text.encode()
    plain = replace(page, id=page.text_digest, name="plain.txt", size=len(data))
    told.capture(plain, data, by=lumenia.who, at=AT)
    box = box_of(told)
    assert box.erase(None, [plain.id], **WHY).shared == (page.text_digest,)
    for name in ("plain.txt", "another.txt"):
        again = replace(plain, name=name)
        assert box.erased_among([(again, data)]) == [plain.id]
        with pytest.raises(Erased):
            told.capture(again, data, by=lumenia.who, at=AT)
    assert told.report(page.id) == page
    assert told.rebuild() == told.verify().tables


@pytest.mark.parametrize(
    ("change", "found"),
    {
        "content destroyed without an entry": (
            "UPDATE register_content SET data = NULL WHERE digest = "
            "(SELECT text_id FROM register_reportrow LIMIT 1)",
            "no entry says so",
        ),
        "an erased content put back": (
            "UPDATE register_content SET data = x'00' WHERE data IS NULL",
            "still stands",
        ),
        "somebody changed": (
            "UPDATE register_sealed SET data = x'00' WHERE data IS NOT NULL",
            "changed after it was sealed",
        ),
        "somebody's key destroyed without an entry": (
            "UPDATE register_sealed SET key = NULL",
            "whose key is gone",
        ),
        "somebody lost": ("DELETE FROM register_sealed", "not in the box any more"),
        "somebody put in": (
            "INSERT INTO register_sealed VALUES ('p-0000-0000', x'00', x'00')",
            "no entry says so",
        ),
        "an erased person put back": (
            "UPDATE register_sealed SET data = x'00' WHERE data IS NULL",
            "still in the box",
        ),
    }.values(),
)
def test_verify_finds(told, box_of, report, tamper, change, found):
    box = box_of(told)
    box.seal(SOMEBODY, **WHY)
    box.erase(box.seal(SOMEBODY, **WHY), [report], **WHY)
    told.verify()
    tamper(told.folder, change)
    with pytest.raises(LogBroken, match=found):
        told.verify()


def test_whoever_opens_the_register_alone_finds_no_name_in_it(told, box_of, in_clear):
    box_of(told).seal(SOMEBODY, **WHY)
    held = in_clear(told.folder)
    assert b"identity.sealed" in held
    for words in (SOMEBODY.names, SOMEBODY.contacts, SOMEBODY.notes, "Thandeka"):
        assert words.encode() not in held


def test_what_people_found_on_an_erased_claim_goes_with_it(told, box_of, lumenia):
    gone, stays = (
        [claim for claim, _ in told.claims(report=lumenia.report(n)[0].id)]
        for n in (0, 1)
    )
    numbers = [
        told.assess(
            Assessment(
                element=Element.IDENTITY,
                finding=f"the miller of row {nth}",
                standing=Standing.PENDING,
                standard=StandardOfProof.REASONABLE_GROUNDS,
                by=told.user,
                at=lumenia.noon.isoformat(),
                because="a neighbour says so",
                incident=IncidentId(f"i-{nth}"),
                **evidence,
            )
        )
        for nth, evidence in enumerate(
            (
                {"claims": (gone[0].id,)},
                {"claims": (stays[0].id,)},
                {"claims": (stays[0].id,), "against": (gone[1].id,)},
            )
        )
    ]
    leaving = box_of(told).erase(None, [lumenia.report(0)[0].id], **WHY)
    assert leaving.assessments == (numbers[0], numbers[2])
    assert [number for number, _ in told.assessments()] == [numbers[1]]
    kept = Content.objects.using(told._store.alias)
    assert not kept.filter(pk__in=leaving.contents, data__isnull=False).exists()
    before = told.table_digests()
    assert told.verify().tables == before
    assert told.rebuild() == before
    with pytest.raises(NotInRegister, match="an assessment to sign"):
        told.sign(numbers[0], because="read it", at=lumenia.noon)
