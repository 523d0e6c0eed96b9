"""Work waits in the register, is taken once, and outlives whoever does it."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from tasjil.errors import CannotUnlock, JobTaken, NotAllowed, NotInRegister
from tasjil.model.ids import UserId
from tasjil.model.users import Role, User
from tasjil.register.copies import backup, restore
from tasjil.register.desk.job import Given, JobState
from tasjil.register.desk.worked import MOST_TRIES, SILENT
from tasjil.register.keys.ring import Key
from tasjil.register.parcels.ways import Brought, Closing
from tasjil.register.register import Register

LEAD = [UserId("lead")]
WORDS = b"Two people were injured in Alder Bridge, said a nurse who hid."


def given(name="told by a nurse.txt", data=WORDS):
    digest = "sha256:" + hashlib.sha256(data).hexdigest()
    return Given(name, data, digest, len(data))


@pytest.fixture
def asked(register, lumenia):
    """A register with one job that brings one file."""
    register.queue.ask("capture", {"guess": True}, [given()], at=lumenia.noon)
    return register


@pytest.fixture
def queue(asked):
    return asked.queue


def test_a_job_says_who_asked_for_what_and_waits(queue):
    (job,) = queue.jobs()
    assert (job.kind, job.by, job.state) == ("capture", "lead", JobState.WAITING)
    assert job.asked == {"guess": True}
    assert queue.open_jobs() == (job,)


def test_the_oldest_job_is_taken_first_and_once(queue, lumenia):
    second = queue.ask("read", {}, at=lumenia.noon)
    assert queue.take(LEAD, "one", lumenia.noon).kind == "capture"
    assert queue.take(LEAD, "two", lumenia.noon).id == second
    assert queue.take(LEAD, "two", lumenia.noon) is None


def test_a_job_waits_until_its_asker_sits_down(queue, lumenia):
    assert queue.take([UserId("selma")], "one", lumenia.noon) is None
    assert queue.take([UserId("selma")], "one", lumenia.noon, ["capture"]) is not None


def test_many_workers_that_take_at_once_take_each_job_once(register, lumenia):
    for _ in range(24):
        register.queue.ask("read", {}, at=lumenia.noon)

    def work(worker):
        taken = []
        with Register.open(register.folder, register.key) as own:
            while job := own.queue.take(LEAD, worker, lumenia.noon):
                taken.append(job.id)
        return taken

    with ThreadPoolExecutor(4) as workers:
        taken = [id for some in workers.map(work, "abcd") for id in some]
    assert sorted(taken) == sorted(set(taken))
    assert len(taken) == 24


def test_a_job_tells_how_far_it_is(queue, lumenia):
    job = queue.take(LEAD, "one", lumenia.noon)
    assert not queue.tell(job.id, "one", lumenia.noon, what="Capturing", total=7)
    queue.tell(job.id, "one", lumenia.noon, done=3)
    now = queue.job(job.id)
    assert (now.what, now.done, now.total) == ("Capturing", 3, 7)


def test_bytes_are_here_until_their_file_was_dealt_with(queue, lumenia):
    job = queue.take(LEAD, "one", lumenia.noon)
    assert queue.data(job.id, 1) == WORDS
    queue.settle_file(job.id, 1, {"became": "new"})
    (line,) = queue.files(job.id)
    assert (line.name, line.size) == ("told by a nurse.txt", len(WORDS))
    assert (line.waits, line.outcome) == (False, {"became": "new"})
    assert queue.data(job.id, 1) is None


@pytest.mark.parametrize("over", ["finish", "fail", "stop", "cancel"])
def test_no_bytes_stay_when_a_job_is_over(queue, lumenia, over):
    id = queue.jobs()[0].id
    if over == "cancel":
        queue.cancel(id, lumenia.noon)
    else:
        queue.take(LEAD, "one", lumenia.noon)
        getattr(queue, over)(id, "one", lumenia.noon, "what came of it")
    assert queue.job(id).is_over
    assert queue.data(id, 1) is None


def test_bytes_that_a_person_has_to_look_at_outlive_their_job(queue, lumenia):
    job = queue.take(LEAD, "one", lumenia.noon)
    queue.settle_file(job.id, 1, {"became": "update"}, waits=True)
    queue.finish(job.id, "one", lumenia.noon, {})
    assert queue.data(job.id, 1) == WORDS
    queue.settle_file(job.id, 1, {"became": "list"})
    assert queue.data(job.id, 1) is None


def test_a_job_at_work_is_asked_to_stop_and_says_so(queue, lumenia):
    job = queue.take(LEAD, "one", lumenia.noon)
    assert queue.cancel(job.id, lumenia.noon).stopping
    assert queue.tell(job.id, "one", lumenia.noon)
    queue.stop(job.id, "one", lumenia.noon, {"new": 1})
    assert queue.job(job.id).state is JobState.CANCELLED
    assert queue.job(job.id).result == {"new": 1}


def test_a_job_that_is_over_is_not_stopped_again(queue, lumenia):
    job = queue.take(LEAD, "one", lumenia.noon)
    queue.finish(job.id, "one", lumenia.noon, {"new": 1})
    assert queue.cancel(job.id, lumenia.noon).state is JobState.DONE


def test_the_job_of_a_worker_that_died_waits_again(queue, lumenia):
    job = queue.take(LEAD, "one", lumenia.noon)
    queue.tell(job.id, "one", lumenia.noon, what="Capturing", done=3)
    assert queue.settle("one", lumenia.noon) == 1
    again = queue.take(LEAD, "one", lumenia.noon)
    assert (again.id, again.done, again.what) == (job.id, 0, "")
    assert queue.data(job.id, 1) == WORDS


def test_the_job_of_another_worker_is_left_to_it_until_it_was_silent(queue, lumenia):
    queue.take(LEAD, "one", lumenia.noon)
    assert queue.settle("two", lumenia.noon + SILENT) == 0
    assert queue.settle("two", lumenia.noon + SILENT + timedelta(seconds=1)) == 1


def test_a_worker_that_was_silent_hears_that_its_job_is_gone(queue, lumenia):
    job = queue.take(LEAD, "one", lumenia.noon)
    later = lumenia.noon + 2 * SILENT
    queue.settle("two", later)
    queue.take(LEAD, "two", later)
    with pytest.raises(JobTaken):
        queue.tell(job.id, "one", later, done=4)
    with pytest.raises(JobTaken):
        queue.finish(job.id, "one", later, {})
    queue.finish(job.id, "two", later, {})


def test_a_job_that_ends_its_worker_each_time_fails_in_the_end(queue, lumenia):
    for _ in range(MOST_TRIES):
        job = queue.take(LEAD, "one", lumenia.noon)
        queue.settle("one", lumenia.noon)
    failed = queue.job(job.id)
    assert failed.state is JobState.FAILED
    assert "memory" in failed.error
    assert queue.data(job.id, 1) is None


def test_a_job_that_was_to_stop_when_its_worker_died_is_cancelled(queue, lumenia):
    job = queue.take(LEAD, "one", lumenia.noon)
    queue.cancel(job.id, lumenia.noon)
    queue.settle("one", lumenia.noon)
    assert queue.job(job.id).state is JobState.CANCELLED


def test_a_job_is_given_back_when_its_asker_leaves(queue, lumenia):
    job = queue.take(LEAD, "one", lumenia.noon)
    queue.give_back(job.id, "one")
    assert queue.job(job.id).state is JobState.WAITING
    assert queue.data(job.id, 1) == WORDS


def test_what_no_store_can_hold_is_left_out_of_what_is_told(queue, lumenia):
    id = queue.ask("capture", {}, [given("a\0b\ud800.txt")], at=lumenia.noon)
    assert queue.files(id)[0].name == "ab?.txt"


def test_files_are_paged(register, lumenia):
    many = [given(f"{n}.txt", b"%d" % n) for n in range(5)]
    id = register.queue.ask("capture", {}, many, at=lumenia.noon)
    page = register.queue.files(id, after=2, limit=2)
    assert [each.number for each in page] == [3, 4]


def test_counting_again_does_not_fill_the_list(register, lumenia):
    queue = register.queue
    for _ in range(3):
        id = queue.ask("count", {}, at=lumenia.noon)
        queue.take(LEAD, "one", lumenia.noon)
        queue.finish(id, "one", lumenia.noon, {})
        queue.forget_older(id)
    assert [each.id for each in queue.jobs()] == [id]


def test_a_guest_sees_their_own_jobs_and_no_colleagues(house, lumenia):
    guest = house.add("visitor", Role.GUEST)
    theirs = house.lead.queue.ask("capture", {}, [given()], at=lumenia.noon)
    own = guest.queue.ask("verify", {}, at=lumenia.noon)
    assert [each.id for each in guest.queue.jobs()] == [own]
    for look in (
        guest.queue.job,
        guest.queue.files,
        lambda id: guest.queue.data(id, 1),
    ):
        with pytest.raises(NotInRegister):
            look(theirs)
    with pytest.raises(NotInRegister):
        guest.queue.cancel(theirs, lumenia.noon)


def test_who_works_on_their_own_records_sees_no_file_of_a_colleague(house, lumenia):
    alone = house.add("selma", Role.DOCUMENTER, own_records=True)
    house.lead.queue.ask("capture", {}, [given()], at=lumenia.noon)
    assert alone.queue.jobs() == ()


def test_whoever_left_the_case_gets_nowhere_with_the_queue(house, lumenia):
    omar = house.add("omar", Role.ANALYST)
    queue, id = omar.queue, omar.queue.ask("link", {}, at=lumenia.noon)
    house.change(User(UserId("omar"), Role.ANALYST, active=False))
    for look in (
        lambda: queue.ask("link", {}, at=lumenia.noon),
        queue.jobs,
        queue.open_jobs,
        lambda: queue.job(id),
        lambda: queue.files(id),
        lambda: queue.data(id, 1),
        lambda: queue.cancel(id, lumenia.noon),
    ):
        with pytest.raises(NotAllowed, match="left it"):
            look()


def test_a_colleagues_job_is_stopped_by_a_lead_alone(house, lumenia):
    analyst = house.add("omar", Role.ANALYST)
    id = house.lead.queue.ask("link", {}, at=lumenia.noon)
    with pytest.raises(NotAllowed, match="a lead"):
        analyst.queue.cancel(id, lumenia.noon)
    own = analyst.queue.ask("link", {}, at=lumenia.noon)
    assert house.lead.queue.cancel(own, lumenia.noon).state is JobState.CANCELLED


def test_the_queue_leaves_no_trace_in_the_log_and_outlives_a_rebuild(asked):
    entries = asked.head().size
    asked.verify()
    asked.rebuild()
    asked.verify()
    assert (asked.head().size, len(asked.queue.jobs())) == (entries, 1)
    assert asked.queue.data(asked.queue.jobs()[0].id, 1) == WORDS


def test_a_backup_takes_no_job_along(asked, lumenia, tmp_path):
    out = tmp_path / "copy.tasjil"
    words = "salt winter ladder olive"
    asked.back_up(backup.Asked(out, Closing(words)), at=lumenia.noon)
    brought = Brought(Key(passphrase=words))
    restore.restore(restore.Asked(out, brought, way_in=Key()), tmp_path / "restored")
    with Register.open(tmp_path / "restored", Key()) as restored:
        assert restored.queue.jobs() == ()


def test_waiting_files_outlive_other_keys_for_the_register(asked, lumenia):
    asked.rekey(at=lumenia.noon, because="somebody left")
    assert asked.queue.data(asked.queue.jobs()[0].id, 1) == WORDS


def test_erasing_a_report_takes_it_out_of_the_queue(register, lumenia, in_clear):
    report, original = lumenia.report(1)
    register.capture(report, original, by=lumenia.who, at=lumenia.noon)
    queue, name = register.queue, "what the ferryman of Alder said.txt"
    again = Given(name, original, report.id, len(original))
    captured = queue.ask("capture", {}, [again, given()], at=lumenia.noon)
    queue.ask("read", {}, at=lumenia.noon)
    for _ in range(2):
        job = queue.take(LEAD, "one", lumenia.noon)
        if job.kind == "read":
            queue.tell(job.id, "one", lumenia.noon, note=f"not read: {name}")
            queue.finish(job.id, "one", lumenia.noon, {"failed": [name]})
    register.box.erase(
        None, [report.id], by="lead", at=lumenia.noon, because="they asked us to"
    )
    register.box.sweep()
    assert [line.name for line in queue.files(captured)] == ["told by a nurse.txt"]
    assert [job.kind for job in queue.jobs()] == ["capture"]
    register.close()
    left = in_clear(register.folder)
    assert b"ferryman" not in left
    assert b"a nurse.txt" in left


def test_a_private_key_opens_again_without_a_passphrase(tmp_path, lumenia):
    folder = tmp_path / "register"
    words = "salt winter ladder olive"
    with Register.create(folder, Key(passphrase=words), at=lumenia.noon) as made:
        key = made.key
    with Register.open(folder, key) as again:
        assert again.user == "lead"
    assert words not in repr(key)
    assert key.private.hex() not in repr(key)


def test_the_key_of_somebody_who_was_taken_off_the_case_opens_nothing(house, lumenia):
    selma = house.add("selma", Role.VERIFIER)
    key = selma.key
    selma.close()
    Register.open(house.lead.folder, key).close()
    house.lead.remove_user(UserId("selma"), because="left us", at=lumenia.noon)
    with pytest.raises(CannotUnlock, match="sign in again"):
        Register.open(house.lead.folder, key)
