"""A day of a team of three, from the first page on: in Chromium, with the real server.

Nothing is put into the register but through pages; afterwards the register and the
journey say what came of it.
"""

import runpy
import shutil
from pathlib import Path

import pytest

from tasjil.journey.case import Case, open_case
from tasjil.journey.count import count_register
from tasjil.journey.opening import Key
from tasjil.model.ids import UserId
from tasjil.model.judgement import ClaimState
from tasjil.model.users import Role
from tasjil.register.entry import EntryKind
from tasjil.register.register import Register
from web.office import LONG, Colleague, colleague, in_chromium, serving

pytestmark = [pytest.mark.chromium, pytest.mark.slow]

LUMENIA = Path(__file__).resolve().parents[2] / "cases" / "lumenia"
REPORTS = 40
WORDS = "seven {} lanterns by the river"
PAIRS = "sdt"
"""How pairs are answered, by keys: same, different, cannot tell."""
FOUND = "1"
"""How many people nour finds to have died in an incident."""
MINISTRY_AND_GROUP = (
    "Lumenian Ministry of Health: 150 or more (24 May 2031)"
    " against Lumenia Monitoring Group: 153 or more (1 June 2031)"
)
TEAM = {"nour": "verifier", "sami": "publisher"}


def material(folder: Path) -> Path:
    """Make a world of the invented country, and the lists of a case without paper."""
    made = folder / "made"
    main = runpy.run_path(str(LUMENIA / "generate.py"))["main"]
    main(["--seed", "8", "--out", str(made), "--size", "middle"])
    case = folder / "lumenia"
    case.mkdir(mode=0o700)
    for name in ("case.toml", "places.csv", "sources.csv"):
        shutil.copy(made / name, case)
    return made


def begins(lead: Colleague) -> None:
    """The first page makes the register and its lead."""
    lead.page.goto("/")
    words = WORDS.format("lead")
    lead.sends("", user="lead", passphrase=words, again=words)
    assert lead.page.url.endswith("/en/")


def invites(lead: Colleague) -> None:
    for user, role in TEAM.items():
        lead.opens("users/")
        words = WORDS.format(user)
        why = "works here from today"
        told = {"user": user, "role": role, "passphrase": words, "again": words}
        lead.sends("users/add", **told, because=why)
        assert user in lead.page.locator("tbody").first.inner_text()


def drops(lead: Colleague, files: list[Path]) -> None:
    """Drop files, and wait until each became something."""
    lead.opens("inbox/")
    lead.page.locator("#files").set_input_files(files)
    lead.sends("inbox/drop")
    lead.page.wait_for_selector("#far:not([hx-get])", timeout=LONG)


def reads(nour: Colleague) -> int:
    """Settle claims by keys until a report is through; give how many were accepted."""
    nour.opens("reading/")
    nour.page.keyboard.press("j")
    nour.page.wait_for_url("**/reading/report/**")
    accepted = 0
    while nour.page.locator("#claim.proposed").count():
        key = "a"
        before = nour.page.locator("#claim").get_attribute("data-n")
        last = nour.page.locator('#claim a[data-key="j"]').count() == 0
        nour.page.keyboard.press(key)
        accepted += 1
        if last:
            nour.page.wait_for_selector("#claim.accepted")
            break
        nour.page.wait_for_selector(f'#claim:not([data-n="{before}"])')
    return accepted


def waits_for_the_count(who: Colleague) -> None:
    """Wait until the board has caught up with the log."""
    for _ in range(120):
        who.opens("proof/")
        if not who.page.locator(".told.doubt").count():
            return
        who.page.wait_for_timeout(1_000)
    raise AssertionError("the board did not catch up")


def assesses(nour: Colleague) -> None:
    """Find how many were killed in the incident of most people."""
    nour.opens("incidents/?act=killed&sort=floor")
    first = nour.page.locator(f'tbody a[href^="/{nour.language}/incidents/i-"]').first
    id = str(first.get_attribute("href")).rstrip("/").rpartition("/")[2]
    nour.opens(f"proof/incident/{id}/?element=death")
    form = nour.page.locator('form[action$="/assess"]')
    for each in form.locator('input[value="for"]').all():
        each.check()
    because = "شهادتان مستقلتان ووثيقة واحدة"
    told = {"low": FOUND, "standing": "established", "because": because}
    nour.sends("/assess", **told, direct="سجل المستشفى")
    assert not nour.page.locator(".told.wrong").count()


def takes_in(lead: Colleague, lists: list[Path]) -> None:
    """Give each list, look at its columns, and keep it."""
    for each in lists:
        lead.opens("lists/")
        lead.page.locator("#list").set_input_files(each)
        lead.sends("lists/give")
        with lead.page.expect_navigation():
            lead.page.locator('button[name="do"][value="keep"]').click()


def matches(nour: Colleague) -> int:
    """Answer pairs of persons by keys; give how many."""
    for _ in range(120):
        nour.opens("match/")
        if nour.page.locator('#card [name="card"]').count():
            break
        nour.page.wait_for_timeout(1_000)
    for key in PAIRS:
        before = nour.page.locator('#card [name="card"]').first.input_value()
        nour.page.keyboard.press(key)
        nour.page.wait_for_selector(f'#card :not([name="card"][value="{before}"])')
        nour.page.wait_for_timeout(1_500)
    return len(PAIRS)


def releases(sami: Colleague, lead: Colleague) -> None:
    """Draft, ask, get leave of another, and publish."""
    sami.opens("publishing/")
    sami.sends("publishing/draft")
    until(sami, "publishing/", 'form[action$="publishing/ask"]')
    sami.sends("publishing/ask", because="the figures of the spring")
    lead.opens("publishing/")
    form = lead.page.locator('form[action*="publishing/approve/"]')
    lead.fills(form, {"because": "read it whole"})
    with lead.page.expect_navigation():
        form.locator("button").click()
    sami.opens("publishing/")
    sami.sends("publishing/publish", because="the figures of the spring")
    until(sami, "publishing/", 'a[href$="/archive"]')


def until(who: Colleague, address: str, there: str) -> None:
    """Open a page again until something stands on it."""
    for _ in range(240):
        who.opens(address)
        if who.page.locator(there).count():
            return
        who.page.wait_for_timeout(1_000)
    raise AssertionError(f"{there} did not come on {address}")


def corrects(sami: Colleague, nour: Colleague, report: str) -> None:
    """A reader outside says what is wrong; a claim is rejected, and they are told."""
    sami.opens("publishing/corrections/")
    words = "The bridge was hit a day later."
    told = {"about": "killed", "words": words, "because": "by letter"}
    sami.sends("corrections/new", **told)
    nour.page.goto(report)
    nour.page.keyboard.press("r")
    nour.page.keyboard.press("1")
    nour.page.wait_for_selector("#claim .settled, #claim.rejected")
    sami.opens("publishing/corrections/")
    form = sami.page.locator('form[action$="/answer"]')
    sami.fills(form, {"answer": "Thank you: that claim counts no more."})
    with sami.page.expect_navigation():
        form.locator("button").click()


def killed_on(who: Colleague) -> list[str]:
    """Give what the page of counts says of the killed: verified, floor, ceiling."""
    who.opens("counts/")
    section = who.page.locator('section[aria-labelledby="act-1"]')
    return section.locator("dl.measures .value").all_inner_texts()[:3]


def signs(lead: Colleague) -> None:
    lead.opens("proof/")
    lead.page.locator("#to-sign ~ ul a").first.click()
    lead.page.fill("#sign-because", "I read the same words and agree")
    with lead.page.expect_navigation():
        lead.page.locator('form[action*="/sign/"] button').click()


@pytest.fixture(scope="module")
def day(tmp_path_factory) -> dict:
    """Let the day pass; give what the pages said, and the case it left."""
    folder = tmp_path_factory.mktemp("day")
    made = material(folder)
    reports = sorted((made / "reports").iterdir())[:REPORTS]
    told: dict = {"wrong": [], "reports": len(reports)}

    def walk(chromium) -> None:
        lead = colleague(chromium, server, "en")
        begins(lead)
        invites(lead)
        drops(lead, reports)
        nour = colleague(chromium, server, "ar")
        nour.signs_in("nour", WORDS.format("nour"))
        told["accepted"] = reads(nour)
        read = nour.page.url
        takes_in(lead, sorted((made / "lists").glob("*.csv"))[:2])
        told["pairs"] = matches(nour)
        waits_for_the_count(nour)
        assesses(nour)
        waits_for_the_count(lead)
        signs(lead)
        waits_for_the_count(lead)
        told["before"] = {each.language: killed_on(each) for each in (lead, nour)}
        lead.opens("counts/reconcile")
        differ = lead.page.locator('section[aria-labelledby="differences"] li')
        told["differ"] = differ.all_inner_texts()
        sami = colleague(chromium, server, "en")
        sami.signs_in("sami", WORDS.format("sami"))
        releases(sami, lead)
        corrects(sami, nour, read)
        waits_for_the_count(lead)
        told["after"] = {each.language: killed_on(each) for each in (lead, nour)}
        told["wrong"] += [*lead.wrong, *nour.wrong, *sami.wrong]

    with serving(folder / "lumenia") as server:
        in_chromium(walk)
    told["said"] = server.said
    told["case"] = open_case(folder / "lumenia")
    return told


@pytest.fixture
def register(day):
    case: Case = day["case"]
    key = Key(UserId("lead"), WORDS.format("lead"))
    with Register.open(case.register_folder, key) as opened:
        yield opened


def test_no_page_broke_complained_or_asked_for_anything_elsewhere(day) -> None:
    assert day["wrong"] == []
    assert day["said"] == []


def test_the_team_and_all_that_was_dropped_are_in_the_register(day, register) -> None:
    roles = {str(each.id): each.role for each in register.users()}
    assert roles == {
        "lead": Role.LEAD,
        "nour": Role.VERIFIER,
        "sami": Role.PUBLISHER,
    }
    assert register.counts().reports == day["reports"] == REPORTS
    assert register.counts().read == REPORTS


def test_what_a_reader_settled_by_keys_is_theirs_in_the_log(day, register) -> None:
    by_nour = [each for each in register.judgements() if each.by == "nour"]
    states = [each.state for each in by_nour]
    assert states.count(ClaimState.ACCEPTED) == day["accepted"] > 0
    assert states[-1] is ClaimState.REJECTED
    assert all(each.because for each in by_nour)


def test_both_lists_are_in_and_pairs_were_answered_with_reasons(day, register) -> None:
    said = [each for each in register.link_judgements() if each.by == "nour"]
    assert len(said) == day["pairs"]
    assert all(each.because for each in said)
    kinds = [each.kind for each in register.entries()]
    assert kinds.count(EntryKind.LIST_IMPORTED) == 2


def test_the_release_is_what_two_people_agreed_to_and_was_answered_for(day, register):
    (head,) = register.releases()
    release = register.release(head.id)
    assert release.by == "sami"
    figures = release.told["facts"]["figures"]
    assert day["before"]["en"] == shown(figures["killed"])
    kinds = [each.kind for each in register.entries()]
    assert EntryKind.CORRECTION_ANSWERED in kinds


def test_what_one_found_another_signed(day, register) -> None:
    ((_, found),) = register.assessments()
    assert (found.by, found.second.by) == ("nour", "lead")


def test_the_figures_on_the_page_are_those_released_and_the_journey_counts(
    day, register
):
    released = register.release(register.releases()[0].id).told["facts"]["figures"]
    counted = count_register(day["case"], register)
    killed = next(each for each in counted.tally.figures if each.act == "killed")
    verified = [killed.verified.low, killed.verified.high]
    assert verified == [int(FOUND), int(FOUND)] == released["killed"]["verified"]
    journey = [FOUND, f"{killed.floor:,}", f"{killed.ceiling:,}"]
    for language in ("en", "ar"):
        assert day["before"][language] == shown(released["killed"])
        assert day["after"][language] == journey


def shown(released: dict) -> list[str]:
    """Give the figures of a release as the page of counts writes them."""
    low, high = released["verified"]
    assert low == high
    return [f"{each:,}" for each in (low, released["floor"], released["ceiling"])]


def test_two_totals_are_told_apart_with_what_explains_it_and_what_does_not(day) -> None:
    (apart,) = [each for each in day["differ"] if each.startswith(MINISTRY_AND_GROUP)]
    assert "3 apart" in apart
    assert "of the 150 of Lumenian Ministry of Health, 112 are civilians" in apart
    assert "which is a part of Lumenia, the area of the 112" in apart
    assert "were counted until 24 May 2031, the 153 of Lumenia Monitoring" in apart


def test_the_log_of_the_day_is_whole(register) -> None:
    register.verify()
