"""Where a report comes from can be said anew; the report stays as it was captured."""

import pytest

from tasjil.errors import BadDate, BadValue, NotAllowed, NotInRegister
from tasjil.model.ids import ReportId
from tasjil.model.users import Role
from tasjil.register.described import described
from tasjil.register.entry import EntryKind


@pytest.fixture
def checked(register):
    """A register that is whole at the end, and whose tables can be made anew."""
    yield register
    register.verify()
    before = register.table_digests()
    assert register.rebuild() == before


@pytest.fixture
def report(checked, lumenia):
    kept, original = lumenia.report(0)
    checked.capture(kept, original, by="tasjil/0.1", at=lumenia.noon)
    return kept


def say(register, lumenia, report, because="the masthead says so", **headers) -> None:
    register.describe(report.id, headers, because=because, at=lumenia.noon)


def test_what_is_said_last_stands_over_what_was_captured(checked, lumenia, report):
    say(checked, lumenia, report, publisher="Lumenia Herald", language="ar")
    say(checked, lumenia, report, language="en")

    found = checked.report(report.id)

    assert (found.publisher, found.language) == ("Lumenia Herald", "en")
    assert found.text == report.text
    (head,) = checked.report_heads([report.id]).values()
    assert (head.publisher, head.language) == ("Lumenia Herald", "en")


def test_the_log_keeps_each_saying_and_the_last_one_holds(checked, lumenia, report):
    say(checked, lumenia, report, publisher="Lumenia Herald")
    say(checked, lumenia, report, publisher=None)

    assert checked.report(report.id).publisher is None
    kinds = [entry.kind for entry in checked.entries()]
    assert kinds.count(EntryKind.DOCUMENT_DESCRIBED) == 2


def test_a_report_is_stale_when_it_was_read_before_that_was_said(
    checked, lumenia, report
):
    checked.propose(report.id, "english/1", [], by="tasjil/0.1", at=lumenia.noon)
    read = checked.fresh_readings()
    say(checked, lumenia, report, language="ar")

    assert report.id in read
    assert report.id not in checked.fresh_readings()


@pytest.mark.parametrize(
    "headers", [{}, {"language": "Arabic"}, {"publisher": " "}, {"name": "x"}]
)
def test_what_cannot_be_said_of_a_report_is_refused(checked, lumenia, report, headers):
    with pytest.raises(BadValue):
        say(checked, lumenia, report, **headers)


def test_no_false_date_no_unknown_report_and_no_saying_without_a_reason(
    checked, lumenia, report
):
    with pytest.raises(BadDate):
        say(checked, lumenia, report, published="yesterday")
    with pytest.raises(BadValue):
        say(checked, lumenia, report, because=" ", language="ar")
    with pytest.raises(NotInRegister):
        checked.describe(
            ReportId("sha256:none"), {"language": "ar"}, because="so", at=lumenia.noon
        )


def test_words_that_are_about_another_report_are_refused_at_the_door(
    checked, lumenia, report
):
    other = described(ReportId("sha256:other"), {"language": "ar"}, "so")
    entry = type(other)(other.kind, {"report": report.id}, other.contents, "so")
    with pytest.raises(BadValue):
        checked.append([entry], str(checked.user), lumenia.noon)


def test_what_was_said_goes_where_the_report_goes(checked, lumenia, report):
    say(checked, lumenia, report, publisher="Lumenia Herald")
    held = [
        digest
        for entry in checked.entries()
        if entry.kind == EntryKind.DOCUMENT_DESCRIBED
        for digest in entry.digests.values()
    ]
    checked.box.erase(
        None, [report.id], by="lead", at=lumenia.noon, because="asked for"
    )

    (erased,) = [e for e in checked.entries() if e.kind == EntryKind.IDENTITY_ERASED]
    assert held
    assert set(held) <= set(erased.told["contents"])


def test_who_works_on_their_own_says_it_of_no_other_report(house, lumenia):
    lead = house.lead
    kept, original = lumenia.report(0)
    lead.capture(kept, original, by="lead", at=lumenia.noon)
    mine, bytes = lumenia.report(1)
    own = house.add("reader-3", Role.DOCUMENTER, own_records=True)
    own.capture(mine, bytes, by="reader-3", at=lumenia.noon)

    say(own, lumenia, mine, language="ar")
    with pytest.raises(NotInRegister):
        say(own, lumenia, kept, language="ar")
    with pytest.raises(NotAllowed):
        say(house.add("reader-4", Role.ANALYST), lumenia, kept, language="ar")


def test_another_office_sees_it_so_too(north, coast):
    kept = north.capture(1)
    headers = {"language": "ar", "publisher": "Lumenia Observer"}
    north.register.describe(kept, headers, because="the masthead", at=north.at())

    coast.hear(north)

    found = coast.register.report(kept)
    assert (found.language, found.publisher) == ("ar", "Lumenia Observer")
    coast.check()
