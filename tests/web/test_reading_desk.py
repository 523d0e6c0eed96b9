"""At the reading desk a person reads the words and says whether they say it."""

import base64
import html
import io
import re
import zipfile
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from hashlib import sha256

import pytest
from django.db import connections

from tasjil.capture.kinds import Kind
from tasjil.model.acts import Act
from tasjil.model.ids import UserId
from tasjil.model.judgement import ClaimState
from tasjil.register.actions import Reading
from tasjil.register.made import Done
from tasjil.web.desks.reading.exposure import LONG, MANY, Exposures
from tasjil.web.seats.seated import SEATS
from web.desks import open_as
from web.reports import NOON, READER, claim, keep, keep_one, report


@pytest.fixture
def read(case):
    """The case with one report that was read."""
    with open_as(case, "ver-2") as register:
        kept, claims = keep_one(register)
    return kept, claims


def seen(page: str) -> str:
    """Find in a page which history it was made from."""
    return re.search(r'name="seen" value="(\d+)"', page)[1]


def state_of(case, claim) -> ClaimState:
    with open_as(case, "ver-2") as register:
        return register.claim(claim.id)[1]


def test_a_report_shows_its_words_with_the_first_claim_that_waits(read, browser):
    report, (killed, injured) = read
    page = browser("ver-1").get(f"/en/reading/report/{report.id}").content.decode()

    assert f'href="/en/reading/claim/{injured.id}"' in page
    assert f'action="/en/reading/settle/{killed.id}"' in page
    assert 'data-at="0" data-c="1"' in page


def test_accepting_keeps_the_reason_and_moves_on_to_the_next_claim(case, read, browser):
    report, (killed, injured) = read
    me = browser("ver-1")
    page = me.get(f"/en/reading/report/{report.id}").content.decode()
    form = {"state": "accepted", "because": "They say this.", "seen": seen(page)}

    answer = me.post(f"/en/reading/settle/{killed.id}", form, part=True)

    shown = answer.content.decode()
    assert answer.status_code == 200
    assert f'action="/en/reading/settle/{injured.id}"' in shown
    assert "<html" not in shown
    assert 'id="l-1"' in shown
    with open_as(case, "ver-2") as register:
        (judged,) = register.judgements(killed.id)
    assert (judged.state, judged.by) == (ClaimState.ACCEPTED, "ver-1")
    assert judged.because == "They say this."


def test_rejecting_without_a_reason_is_refused_and_nothing_is_kept(case, read, browser):
    _, (killed, _) = read
    answer = browser("ver-1").post(
        f"/en/reading/settle/{killed.id}", {"state": "rejected"}, part=True
    )

    assert "reason" in answer.content.decode()
    assert state_of(case, killed) is ClaimState.PROPOSED


def test_undo_is_another_entry_and_the_claim_waits_again(case, read, browser):
    _, (killed, _) = read
    me = browser("ver-1")
    form = {"state": "rejected", "because": "The words do not say this."}
    page = me.post(f"/en/reading/settle/{killed.id}", form, part=True).content.decode()
    number = re.search(r'name="number" value="(\d+)"', page)[1]

    me.post(f"/en/reading/back/{killed.id}", {"number": number}, part=True)

    with open_as(case, "ver-2") as register:
        done = [each.done for each in register.claim_history(killed.id)]
    assert done == [Done.PROPOSED, Done.JUDGED, Done.TAKEN_BACK]
    assert state_of(case, killed) is ClaimState.PROPOSED


def test_who_decides_on_an_old_page_hears_that_a_colleague_was_there(
    case, read, browser
):
    report, (killed, _) = read
    me, colleague = browser("ver-1"), browser("doc-1")
    page = me.get(f"/en/reading/report/{report.id}").content.decode()
    form = {"state": "rejected", "because": "The words do not say this."}
    colleague.post(f"/en/reading/settle/{killed.id}", form)

    mine = {"state": "accepted", "because": "They do.", "seen": seen(page)}
    answer = me.post(f"/en/reading/settle/{killed.id}", mine, part=True)

    assert "since you opened it" in answer.content.decode()
    assert state_of(case, killed) is ClaimState.REJECTED


def form_of(page: str) -> dict[str, str]:
    """Read the fields of the form of a claim as a browser would send them."""
    form = page[page.index('id="claim"') :]
    told = dict(re.findall(r'<input[^>]* name="([\w-]+)" value="([^"]*)"', form))
    told |= dict(re.findall(r'name="([\w-]+)"[^>]*>\n([^<]*)</textarea>', form))
    for name, options in re.findall(
        r'name="([\w-]+)"[^>]*>(<option.*?)</select>', form
    ):
        chosen = re.search(r'value="([^"]*)" selected', options)
        told[name] = chosen[1] if chosen else ""
    return {name: html.unescape(value) for name, value in told.items()}


def test_a_correction_changes_one_field_and_the_original_stays(case, read, browser):
    _, (killed, _) = read
    me = browser("ver-1")
    page = me.get(f"/en/reading/correct/{killed.id}", part=True).content.decode()
    form = {**form_of(page), "high": "5", "because": "the mayor said three to five"}

    answer = me.post(f"/en/reading/correct/{killed.id}", form, part=True)

    assert answer.status_code == 200
    with open_as(case, "ver-2") as register:
        before, state = register.claim(killed.id)
        after, _ = register.claim(register.standing_claim(killed.id))
    assert (before.quantity.high, state) == (3, ClaimState.CORRECTED)
    assert (after.quantity.low, after.quantity.high) == (3, 5)
    assert (after.when, after.passage) == (before.when, before.passage)


def test_a_correction_that_cannot_be_keeps_what_was_typed(read, browser):
    _, (killed, _) = read
    me = browser("ver-1")
    page = me.get(f"/en/reading/correct/{killed.id}", part=True).content.decode()
    form = {**form_of(page), "high": "many", "because": "as I remember it"}

    answer = me.post(f"/en/reading/correct/{killed.id}", form, part=True)

    assert "whole number" in answer.content.decode()
    assert "as I remember it" in answer.content.decode()


def test_pasted_words_that_stand_twice_are_asked_about_and_then_kept(
    case, read, browser
):
    kept, _ = read
    me = browser("ver-1")
    address = f"/en/reading/add/{kept.id}"
    page = me.post(address, {"pasted": "Two others were injured"}, part=True)
    starts = re.findall(r'name="start" value="(\d+)"', page.content.decode())

    one = me.get(f"{address}?start={starts[1]}&end={int(starts[1]) + 23}", part=True)
    form = form_of(one.content.decode())
    form |= {"act": "injured", "low": "2", "high": "2", "because": "not read"}
    me.post(address, form, part=True)

    assert len(starts) == 2
    with open_as(case, "ver-2") as register:
        (made,) = register.made_by_people()
        added, state = register.claim(made.claim)
    assert (added.act, added.passage.start) == (Act.INJURED, int(starts[1]))
    assert state is ClaimState.ACCEPTED


def test_who_may_look_and_not_judge_sees_no_buttons_and_is_refused(case, read, browser):
    kept, (killed, _) = read
    me = browser("ana-1")
    page = me.get(f"/en/reading/report/{kept.id}").content.decode()

    assert "/en/reading/settle/" not in page
    assert me.get(f"/en/reading/correct/{killed.id}").status_code == 403
    form = {"state": "accepted", "because": "so"}
    assert me.post(f"/en/reading/settle/{killed.id}", form).status_code == 403
    assert state_of(case, killed) is ClaimState.PROPOSED


def test_a_guest_has_no_reading_desk(read, browser):
    kept, (killed, _) = read
    me = browser("guest-1")
    pages = ("", f"report/{kept.id}", f"claim/{killed.id}", f"images/{kept.id}")

    assert {me.get(f"/en/reading/{page}").status_code for page in pages} == {403}


def test_whoever_reads_their_own_alone_sees_no_other_report_by_a_guessed_id(
    case, read, browser
):
    kept, (killed, _) = read
    with open_as(case, "own-1") as register:
        mine, data = report("One man was killed in Demlin.\n", "mine.txt")
        keep(register, mine, data, claim(mine, "One man was killed", 1))
    me = browser("own-1")
    page = me.get("/en/reading/").content.decode()

    assert "mine.txt" in page
    assert "a.txt" not in page
    assert me.get(f"/en/reading/report/{mine.id}").status_code == 200
    for other in (f"report/{kept.id}", f"claim/{killed.id}", f"correct/{killed.id}"):
        assert me.get(f"/en/reading/{other}").status_code == 404
    form = {"state": "accepted", "because": "so"}
    assert me.post(f"/en/reading/settle/{killed.id}", form).status_code == 404


def test_a_script_in_a_report_is_shown_as_words(case, browser):
    text = "<script>alert(1)</script> One man was killed.\n"
    with open_as(case, "ver-2") as register:
        kept, data = report(text, '"><img src=x onerror=alert(2)>.txt')
        keep(register, kept, data, claim(kept, "One man was killed", 1))
    me = browser("ver-1")

    for page in (me.get("/ar/reading/"), me.get(f"/ar/reading/report/{kept.id}")):
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()
        assert "<img" not in page.content.decode()


def asked_of_the_store(me, addresses) -> int:
    """Count the questions to the store that these pages take."""
    (seated,) = SEATS.everybody()
    asked = []

    def count(execute, sql, params, many, context):
        asked.append(sql)
        return execute(sql, params, many, context)

    with connections[seated.seat.register._store.alias].execute_wrapper(count):
        for each in addresses:
            assert me.get(each).status_code == 200
    return len(asked)


def test_pages_ask_as_often_in_a_large_case_as_in_a_small_one(case, read, browser):
    kept, _ = read
    me = browser("ver-1")
    pages = (
        "/en/reading/",
        "/en/reading/?show=all&language=unknown&mine=yes",
        f"/en/reading/report/{kept.id}",
    )
    few = asked_of_the_store(me, pages)
    with open_as(case, "doc-1") as register:
        for n in range(30):
            other, data = report(f"{n} people were killed in Varesh.\n", f"{n}.txt")
            keep(register, other, data, claim(other, f"{n} people", n))
        again = [
            claim(kept, words, 1) for words in ("Three", "Friday", "mayor", "mill")
        ]
        register.propose_all([Reading(kept.id, READER, again)], by="doc-1", at=NOON)

    assert asked_of_the_store(me, pages) == few
    assert "31 reports" in me.get(pages[0]).content.decode()


PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 60


def a_page() -> bytes:
    dot = base64.b64encode(PNG)
    return b'<p>One man was killed.</p><img src="data:image/png;base64,' + dot + b'">'


def a_mail() -> bytes:
    mail = EmailMessage()
    mail.set_content("One man was killed.")
    mail.add_attachment(PNG, maintype="image", subtype="png")
    return mail.as_bytes()


def a_document() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr("word/document.xml", "<w>One man was killed.</w>")
        parts.writestr("word/media/image1.png", PNG)
        parts.writestr("word/media/image2.svg", "<svg onload='alert(1)'/>")
    return made.getvalue()


@pytest.mark.parametrize(
    ("made", "kind"),
    [(a_page, Kind.PAGE), (a_mail, Kind.MAIL), (a_document, Kind.WORD)],
)
def test_a_report_shows_no_image_and_one_that_is_asked_for_is_veiled(
    case, browser, made, kind
):
    text = "One man was killed.\n"
    data = made()
    id = "sha256:" + sha256(data).hexdigest()
    kept, _ = report(text, "a", media_type=kind.value)
    kept = replace(
        kept, id=id, text_digest="sha256:" + sha256(text.encode()).hexdigest()
    )
    with open_as(case, "ver-2") as register:
        register.capture(kept, data, by="ver-2", at=NOON)
    me = browser("ver-1")
    listed = me.get(f"/en/reading/images/{id}").content.decode()
    asked = me.get(f"/en/reading/images/{id}?show=1").content.decode()

    assert "<img" not in me.get(f"/en/reading/report/{id}").content.decode()
    assert "<img" not in listed
    assert 'class="veiled"' in asked
    image = me.get(f"/en/reading/image/1/{id}")
    assert image.content == PNG
    assert (image["Content-Type"], image["X-Content-Type-Options"]) == (
        "image/png",
        "nosniff",
    )
    assert me.get(f"/en/reading/image/2/{id}").status_code == 404


def test_a_pause_is_offered_after_many_reports_or_a_long_time_and_can_wait() -> None:
    mine = Exposures().of(UserId("reader-3"), NOON)
    for n in range(MANY - 1):
        mine.open(f"sha256:{n}", NOON)
    early = mine.offers_pause(NOON)
    mine.open("sha256:last", NOON)
    offered = mine.offers_pause(NOON)
    mine.waved_away(NOON)
    after = mine.offers_pause(NOON)
    later = NOON
    while later < NOON + LONG:
        later += timedelta(minutes=5)
        mine.open("sha256:last", later)

    assert (early, offered, after) == (False, True, False)
    assert mine.offers_pause(later)


def test_what_one_person_opened_is_told_to_nobody_else(read, browser):
    kept, _ = read
    browser("ver-1").get(f"/en/reading/report/{kept.id}")
    page = browser("lead").get("/en/reading/").content.decode()

    assert "You opened 0 reports today." in page


def test_who_opens_the_list_is_told_of_torture_before_the_report(case, browser):
    with open_as(case, "doc-1") as register:
        kept, data = report("Two men were tortured in Demlin.\n", "b.txt")
        keep(register, kept, data, claim(kept, "Two men", 2, Act.TORTURED))
    page = browser("ver-1").get("/en/reading/").content.decode()

    assert "Content note: Torture" in page


def test_reports_are_found_by_the_source_that_published_them(case, read, browser):
    (case.folder / "sources.csv").write_text(
        "id,name,name_ar,kind,variants\nherald,Lumenia Herald,,media,The Herald\n"
    )
    kept, _ = read
    me = browser("ver-1")
    form = {"publisher": "The Herald", "because": "it says so on top"}
    with open_as(case, "doc-1") as register:
        other, data = report("One man was killed.\n", "other.txt")
        keep(register, other, data, claim(other, "One man was killed", 1))

    sent = me.post(f"/en/reading/origin/{kept.id}", form)
    page = me.get("/en/reading/?show=all&source=herald").content.decode()

    assert sent["Location"] == f"/en/reading/report/{kept.id}"
    assert "a.txt" in page
    assert "other.txt" not in page


def test_a_filter_that_is_none_is_passed_over_and_never_a_fault(read, browser):
    me = browser("ver-1")
    odd = ("show=x", "language=%00", "since=now", "before=-1", "source=%2e%2e")

    assert {me.get(f"/en/reading/?{each}").status_code for each in odd} == {200}
