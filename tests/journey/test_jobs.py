"""What a desk asks for is done for whoever asked, and the queue says how it ended."""

import hashlib
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from tasjil.capture.given import GivenFile
from tasjil.errors import BadValue, Cancelled, NotAllowed, NotInRegister, SeatLeft
from tasjil.journey.build import as_set
from tasjil.journey.capture import capture_case
from tasjil.journey.case import open_case
from tasjil.journey.jobs import runs
from tasjil.journey.jobs.asking import ask_job, kinds_for, may_ask
from tasjil.journey.jobs.doing import do_job
from tasjil.journey.jobs.kinds import KINDS
from tasjil.journey.jobs.telling import OFTEN, Clocks, Telling
from tasjil.journey.jobs.updates import drop_update, keep_update, update_waiting
from tasjil.journey.opening import Key, Seat
from tasjil.journey.progress import Silence
from tasjil.model.ids import UserId
from tasjil.model.json import to_json
from tasjil.model.users import Role, User
from tasjil.register.desk.job import JobState
from tasjil.register.register import Register

WORDS = "salt winter ladder olive"
NOW = datetime(2031, 5, 21, 9, tzinfo=UTC)
TOLD = (
    "Publisher: Varesh Herald\nDate: 2031-05-04\n\n"
    "Four farmers were shot dead by soldiers in Ostrel on Saturday, a witness said.\n"
)
LIST = b"name,age,date\nAna Verin,25,2031-05-03\nIvo Taral,7,2031-05-03\n"
LONGER = LIST + b"Sela Orun,40,2031-05-03\n"


def nobody_left():
    return False


@pytest.fixture
def desk(folder):
    """A case of Lumenia with its lead seated."""
    case = open_case(folder)
    with Register.create(case.register_folder, Key(), at=NOW, office="x") as register:
        register.set_scope(to_json(as_set(case)), by="lead", at=NOW)
        yield Desk(folder, register)


class Desk:
    """Somebody at a desk, and a worker beside them."""

    def __init__(self, folder, register):
        self.folder, self.register = folder, register
        private = register.key.private
        self.seat = Seat(user=register.user, private=private, register=register)

    def add(self, id, role, own_records=False, words=None):
        user = User(UserId(id), role, own_records)
        self.register.add_user(user, because="joined us", at=NOW)
        key = Key(user.id, words)
        self.register.let_in(key)
        return Desk(self.folder, Register.open(self.register.folder, key))

    def ask(self, kind, *files, **asked):
        given = [GivenFile(*each) for each in files]
        return ask_job(self.seat, kind, asked, given, at=NOW)

    def do(self, kind, *files, left=nobody_left, **asked):
        """Ask for a job, have it done, and give it as it ended."""
        id = self.ask(kind, *files, **asked)
        job = self.register.queue.take([self.register.user], "one", NOW)
        assert job.id == id
        do_job(self.folder, self.seat, job, "one", left)
        return self.register.queue.job(id)

    def became(self, job):
        lines = self.register.queue.files(job.id)
        return [(each.name, each.outcome["state"]) for each in lines]


def test_what_is_dropped_is_captured_and_read(desk):
    job = desk.do("capture", ("one.txt", TOLD.encode()))
    assert (job.state, job.error) == (JobState.DONE, "")
    assert (job.result["new"], job.result["read"]) == (1, 1)
    (line,) = desk.register.queue.files(job.id)
    told = line.outcome
    assert (told["publisher"], told["language"]) == ("Varesh Herald", "en")
    assert "language" in told["guessed"]
    assert told["claims"] == 1
    (report,) = desk.register.reports()
    assert (report.id, report.name) == (told["report"], "one.txt")
    assert [claim.quantity.low for claim, _ in desk.register.claims()] == [4]


def test_what_is_said_of_files_is_over_what_they_say(desk):
    headers = {"publisher": "Ostrel Courier", "language": ""}
    job = desk.do("capture", ("one.txt", TOLD.encode()), headers=headers)
    (line,) = desk.register.queue.files(job.id)
    assert line.outcome["publisher"] == "Ostrel Courier"
    assert line.outcome["published"] == "2031-05-04"


def test_a_capture_without_files_takes_in_the_folder(desk):
    (desk.folder / "lists").mkdir()
    (desk.folder / "lists" / "hospital.csv").write_bytes(LIST)
    done = desk.do("capture").result
    assert (done["new"], done["list"], done["read"]) == (2, 1, 2)
    assert desk.do("capture").result["known"] == 2


def test_each_file_says_what_became_of_it(desk):
    desk.do("capture", ("first.txt", TOLD.encode()))
    job = desk.do(
        "capture",
        ("again.txt", TOLD.encode()),
        ("copy.md", TOLD.encode() + b"\n\n"),
        ("broken.pdf", b"no PDF"),
        ("photo.jpg", b"\xff\xd8\xff"),
        ("hospital.csv", LIST),
        ("twin.csv", LIST),
    )
    became = dict(desk.became(job))
    assert became.pop("copy.md") in ("new", "copy")
    assert became == {
        "again.txt": "known",
        "broken.pdf": "failed",
        "photo.jpg": "failed",
        "hospital.csv": "list",
        "twin.csv": "known",
    }
    assert job.state is JobState.DONE
    assert len(desk.register.kept_lists()) == 1


def test_the_same_words_in_other_bytes_are_a_copy_and_say_of_what(desk):
    page = "<html><body><p>Two men were killed in Ostrel.</p>{}</body></html>"
    job = desk.do(
        "capture",
        ("one.html", page.format("").encode()),
        ("two.html", page.format("<!-- other -->").encode()),
    )
    first, second = desk.register.queue.files(job.id)
    assert second.outcome["state"] == "copy"
    assert second.outcome["same_as"] == first.outcome["report"]


def test_a_newer_file_of_a_list_waits_until_somebody_saw_what_it_changes(desk):
    desk.do("capture", ("hospital.csv", LIST))
    job = desk.do("capture", ("hospital.csv", LONGER))
    assert desk.became(job) == [("hospital.csv", "update")]
    (kept,) = desk.register.kept_lists()
    (line,) = desk.register.queue.files(job.id)
    assert line.outcome["updates"] == kept.list
    assert desk.register.queue.data(job.id, 1) == LONGER


def test_a_newer_file_of_a_list_is_kept_once_somebody_says_so(desk):
    case = open_case(desk.folder)
    desk.do("capture", ("hospital.csv", LIST))
    job = desk.do("capture", ("hospital.csv", LONGER), ("hospital.csv", LIST[:-1]))
    waiting = update_waiting(case, desk.seat, job.id, 1)
    assert len(waiting.changes.new) == 1
    assert keep_update(case, desk.seat, job.id, 1)
    drop_update(desk.seat, job.id, 2)
    (kept,) = desk.register.kept_lists()
    assert kept.list == waiting.found.list.id
    assert [state for _, state in desk.became(job)] == ["list", "failed"]
    for number in (1, 2, 3):
        with pytest.raises(NotInRegister):
            update_waiting(case, desk.seat, job.id, number)


def test_what_no_reader_knows_is_refused_before_it_is_kept(desk):
    id = desk.ask("capture", ("photo.jpg", b"\xff\xd8\xff"))
    (line,) = desk.register.queue.files(id)
    assert not line.waits
    assert ".jpg" in line.outcome["reason"]


def test_what_was_erased_is_not_captured_again(desk):
    job = desk.do("capture", ("one.txt", TOLD.encode()))
    report = desk.register.queue.files(job.id)[0].outcome["report"]
    desk.register.box.erase(
        None, [report], by="lead", at=NOW, because="they asked us to"
    )
    again = desk.do("capture", ("other name.txt", TOLD.encode()))
    (line,) = desk.register.queue.files(again.id)
    assert line.outcome["state"] == "failed"
    assert "erased" in line.outcome["reason"]


def test_a_capture_that_was_cut_off_goes_on_with_the_file_it_was_at(desk):
    many = [(f"{n}.txt", TOLD.replace("Four", f"{n}").encode()) for n in range(2, 6)]
    id = desk.ask("capture", *many)
    queue = desk.register.queue
    job = queue.take([UserId("lead")], "one", NOW)
    calls = iter([False, False, True])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tasjil.journey.jobs.telling.OFTEN", 0.0)
        do_job(desk.folder, desk.seat, job, "one", lambda: next(calls))
    left = queue.job(id)
    assert left.state is JobState.WAITING
    assert 0 < len(list(desk.register.reports())) < 4
    job = queue.take([UserId("lead")], "two", NOW)
    do_job(desk.folder, desk.seat, job, "two", nobody_left)
    assert queue.job(id).result["new"] == 4
    assert queue.job(id).result["read"] == 4
    assert len(list(desk.register.reports())) == 4


def test_a_job_that_is_stopped_says_what_it_kept(desk, monkeypatch):
    monkeypatch.setattr("tasjil.journey.jobs.telling.OFTEN", 0.0)
    many = [(f"{n}.txt", TOLD.replace("Four", f"{n}").encode()) for n in range(2, 6)]
    id = desk.ask("capture", *many)
    queue = desk.register.queue
    job = queue.take([UserId("lead")], "one", NOW)
    looks = iter(range(100))

    def left():
        if next(looks) == 2:
            queue.cancel(id, NOW)
        return False

    do_job(desk.folder, desk.seat, job, "one", left)
    stopped = queue.job(id)
    assert stopped.state is JobState.CANCELLED
    assert stopped.result == {"new": len(list(desk.register.reports()))}
    assert 0 < stopped.result["new"] < 4


def test_everything_else_that_a_desk_asks_for_is_done(desk):
    capture_case(open_case(desk.folder), desk.register, Silence())
    assert desk.do("read").result["read"] == 2
    assert desk.do("link").result == {"records": 0, "persons": 0, "pairs": 0}
    assert desk.do("verify").result["entries"] == desk.register.head().size
    assert desk.do("estimate").result == {"estimate": None}
    assert desk.do("publish").result["reports"] == 2
    assert (desk.folder / "site" / "index.html").is_file()


def test_a_backup_is_one_file_beside_the_register(desk):
    desk.add("selma", Role.VERIFIER, words=WORDS).register.close()
    done = desk.do("backup")
    (file,) = (desk.folder / "backups").iterdir()
    assert done.result["file"] == file.name
    assert done.result["digest"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert desk.register.last_backup() is not None


def test_a_backup_that_only_this_machine_could_open_is_refused(desk):
    refused = desk.do("backup")
    assert refused.state is JobState.FAILED
    assert "another machine" in refused.error
    assert list((desk.folder / "backups").iterdir()) == []


def test_a_case_that_says_it_wrongly_fails_the_job_in_our_words(desk):
    (desk.folder / "case.toml").write_text("[case\n")
    failed = desk.do("verify")
    assert failed.state is JobState.FAILED
    assert "TOML" in failed.error


def test_a_program_that_breaks_names_its_fault_and_none_of_its_words(
    desk, monkeypatch, capsys
):
    def broken(*given):
        raise KeyError("Ana Verin")

    monkeypatch.setitem(runs.RUNS, "read", broken)
    failed = desk.do("read")
    assert failed.state is JobState.FAILED
    assert "the program broke on this (KeyError)" in failed.error
    told = capsys.readouterr().err
    assert "in broken" in told
    assert "Ana" not in failed.error + told


def test_every_kind_that_can_be_asked_for_is_done_by_something():
    assert list(KINDS) == list(runs.RUNS)


def test_whoever_only_asks_loads_no_reader():
    asking = "import sys, tasjil.journey.jobs.asking; print('spacy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asking], capture_output=True)
    assert told.stdout.split() == [b"False"]


def test_every_kind_is_asked_for_by_those_who_may_and_refused_to_others(desk):
    roles = {role: desk.add(str(role), role) for role in Role if role is not Role.LEAD}
    may = {str(role): set(kinds_for(each.seat)) for role, each in roles.items()}
    every, out = set(KINDS), {"publish", "draft", "release"}
    assert set(kinds_for(desk.seat)) == every
    assert may == {
        "documenter": every - {"estimate"} - out,
        "verifier": every - {"estimate"} - out,
        "analyst": every - {"capture", "backup"} - out,
        "publisher": every & {"count", "what_if", "estimate_again", "verify"} | out,
        "guest": {"verify"},
    }
    for role, each in roles.items():
        for kind in every - may[str(role)]:
            assert not may_ask(each.seat, kind)
            with pytest.raises(NotAllowed):
                each.ask(kind, *([("a.txt", b"words")] if kind == "capture" else []))
        each.register.close()


def test_who_works_on_their_own_records_captures_and_reads_their_own(desk):
    alone = desk.add("selma", Role.DOCUMENTER, own_records=True)
    assert set(kinds_for(alone.seat)) == {"capture", "read", "verify"}
    job = alone.do("capture", ("one.txt", TOLD.encode()))
    assert (job.state, job.result["read"]) == (JobState.DONE, 1)
    alone.register.close()


def test_leave_that_was_taken_meanwhile_fails_the_job(desk):
    analyst = desk.add("omar", Role.ANALYST)
    id = analyst.ask("link")
    omar = User(UserId("omar"), Role.GUEST)
    desk.register.change_user(omar, because="other work", at=NOW)
    job = analyst.register.queue.take([omar.id], "one", NOW)
    do_job(desk.folder, analyst.seat, job, "one", nobody_left)
    assert "found a guest" in analyst.register.queue.job(id).error
    analyst.register.close()


@pytest.mark.parametrize(("kind", "files"), [("link", [("a.txt", b"a")]), ("fly", [])])
def test_a_job_that_makes_no_sense_is_refused(desk, kind, files):
    with pytest.raises(BadValue):
        desk.ask(kind, *files)


class Clock:
    """Seconds that pass when told."""

    at = 0.0

    def __call__(self):
        return self.at


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def telling(desk, clock):
    id = desk.ask("read")
    desk.register.queue.take([UserId("lead")], "one", NOW)
    clocks = Clocks(lambda: NOW, clock)
    return Telling(desk.register.queue, id, "one", nobody_left, clocks)


def test_progress_is_told_now_and_then_and_not_at_every_step(desk, telling, clock):
    telling.begin("Reading", 100)
    for _ in range(10):
        telling.step()
    (job,) = desk.register.queue.jobs()
    assert (job.what, job.done, job.total) == ("Reading", 0, 100)
    clock.at += OFTEN
    telling.step()
    assert desk.register.queue.jobs()[0].done == 11


def test_progress_hears_that_somebody_stopped_it(desk, telling, clock):
    telling.begin("Reading", 100)
    desk.register.queue.cancel(desk.register.queue.jobs()[0].id, NOW)
    clock.at += OFTEN
    with pytest.raises(Cancelled, match="stays kept"):
        telling.step()


def test_progress_hears_that_its_person_left(desk):
    id = desk.ask("read")
    desk.register.queue.take([UserId("lead")], "one", NOW)
    telling = Telling(desk.register.queue, id, "one", lambda: True)
    with pytest.raises(SeatLeft):
        telling.begin("Reading", 3)
