"""The worker is a process of its own: it may die at any moment, and nothing is lost."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tasjil.capture.given import GivenFile
from tasjil.journey.jobs.asking import ask_job
from tasjil.journey.opening import Key, Seat
from tasjil.model.ids import UserId
from tasjil.model.users import Role, User
from tasjil.register.desk.job import JobState
from tasjil.register.register import Register
from tasjil.web.worker.bench import Bench
from tasjil.web.worker.orders import Named, Orders, Seating, Stop, line
from tasjil.web.worker.supervisor import COMMAND, Supervisor
from web.desks import WORDS

TOLD = "Date: 2031-05-04\n\n{} farmers were shot dead in Ostrel on Saturday.\n"


def seated(case, user):
    key = Key(UserId(user), WORDS.format(user))
    register = Register.open(case.register_folder, key)
    private = register.key.private
    return Seat(user=UserId(user), private=private, register=register)


@pytest.fixture
def doc(case):
    seat = seated(case, "doc-1")
    yield seat
    seat.register.close()


@pytest.fixture
def supervisor():
    made = Supervisor()
    made.start()
    yield made
    made.close()


def drop(seat, many, first=2):
    given = [
        GivenFile(f"{n}.txt", TOLD.format(n).encode())
        for n in range(first, first + many)
    ]
    return ask_job(seat, "capture", given=given)


def wait_for(true, seconds=120):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


@pytest.mark.slow
def test_a_killed_worker_loses_nothing_and_its_job_runs_again(case, doc, supervisor):
    queue, many = doc.register.queue, 40
    id = drop(doc, many)
    supervisor.seat(case.folder, doc.register.user, doc.register.key)
    wait_for(lambda: any(each.outcome for each in queue.files(id)))
    killed = supervisor.pid
    os.kill(killed, signal.SIGKILL)
    wait_for(lambda: supervisor.pid != killed and supervisor.is_alive)
    left = [each for each in queue.files(id, limit=many) if each.outcome is None]
    wait_for(lambda: queue.job(id).is_over)
    job = queue.job(id)
    assert left, "it was killed too late to prove anything"
    assert (job.state, job.error) == (JobState.DONE, "")
    became = job.result.get("new", 0) + job.result.get("known", 0)
    assert became == many
    assert len(list(doc.register.reports())) == many
    assert job.result.get("known", 0) <= 1
    doc.register.verify()


@pytest.mark.slow
def test_the_board_is_counted_again_once_people_pause(case, doc, supervisor):
    board = doc.register.board
    supervisor.seat(case.folder, doc.register.user, doc.register.key)
    drop(doc, 2)
    wait_for(lambda: board.state().is_there and doc.register.counts().claims)
    jobs = doc.register.queue.jobs
    wait_for(lambda: not doc.register.queue.open_jobs())
    assert {job.kind for job in jobs()} == {"capture", "count"}
    drop(doc, 1, first=9)
    reports = doc.register.counts
    wait_for(lambda: reports().reports == 3 and not board.state().behind)
    wait_for(lambda: not doc.register.queue.open_jobs())
    assert sum(job.kind == "count" for job in jobs()) == 1


@pytest.mark.slow
def test_a_job_waits_until_its_asker_sits_down_and_a_shared_one_does_not(
    case, doc, supervisor
):
    ver = seated(case, "ver-1")
    own, shared = drop(doc, 1), ask_job(doc, "link")
    supervisor.seat(case.folder, ver.register.user, ver.register.key)
    queue = doc.register.queue
    wait_for(lambda: queue.job(shared).is_over)
    assert queue.job(shared).runner == "ver-1"
    assert queue.job(own).state is JobState.WAITING
    supervisor.seat(case.folder, doc.register.user, doc.register.key)
    wait_for(lambda: queue.job(own).state is JobState.DONE)
    ver.register.close()


@pytest.mark.slow
def test_whoever_left_has_nothing_more_done(case, doc, supervisor):
    supervisor.seat(case.folder, doc.register.user, doc.register.key)
    wait_for(lambda: doc.register.board.state().is_there)
    supervisor.leave(case.folder, doc.register.user)
    time.sleep(0.5)
    id = drop(doc, 1)
    time.sleep(1.5)
    assert doc.register.queue.job(id).state is JobState.WAITING


@pytest.mark.slow
def test_a_worker_whose_server_is_gone_ends_and_gives_its_job_back(case, doc):
    worker = subprocess.Popen(COMMAND, stdin=subprocess.PIPE)
    seating = Seating(
        str(case.folder), doc.register.user, doc.register.key.private.hex()
    )
    id = drop(doc, 60)
    worker.stdin.write(line(Named("one")) + line(seating))
    worker.stdin.flush()
    queue = doc.register.queue
    wait_for(lambda: any(each.outcome for each in queue.files(id)))
    worker.stdin.close()
    assert worker.wait(30) == 0
    assert queue.job(id).state is JobState.WAITING
    left = [each for each in queue.files(id) if each.outcome is None]
    assert left
    assert all(each.waits for each in left)


def test_no_key_stands_in_the_arguments_or_the_environment(case, doc, tmp_path):
    told = tmp_path / "told"
    script = (
        "import os, sys; sys.stdin.readline(); key = sys.stdin.readline(); "
        f"open({str(told)!r}, 'w').write(repr((sys.orig_argv, dict(os.environ)))); "
        f"open({str(told)!r} + '-key', 'w').write(key); sys.stdin.read()"
    )
    spy = Supervisor([sys.executable, "-c", script])
    spy.start()
    spy.seat(case.folder, doc.register.user, doc.register.key)
    wait_for((tmp_path / "told-key").is_file)
    spy.close()
    secret = doc.register.key.private.hex()
    assert secret in (tmp_path / "told-key").read_text()
    assert secret not in told.read_text()
    assert secret not in repr(doc.register.key) + repr(spy.__dict__)


def test_a_worker_that_cannot_start_is_tried_with_growing_pauses(monkeypatch):
    monkeypatch.setattr("tasjil.web.worker.supervisor.FIRST_PAUSE", 0.1)
    broken = Supervisor([sys.executable, "-c", "raise SystemExit(3)"])
    began = time.monotonic()
    broken.start()
    seen = set()
    while time.monotonic() - began < 1.2:
        seen.add(broken.pid)
        time.sleep(0.01)
    broken.close()
    assert 2 <= len(seen) <= 5
    assert not broken.is_alive


def test_somebody_who_was_let_go_while_seated_keeps_nobody_from_working(case, doc):
    lead = seated(case, "lead")
    orders = Orders()
    for seat in (doc, lead):
        orders._follow(
            Seating(
                str(case.folder), seat.register.user, seat.register.key.private.hex()
            )
        )
    gone = User(UserId("doc-1"), Role.DOCUMENTER, active=False)
    now = datetime.now(UTC)
    lead.register.change_user(gone, because="left us", at=now)
    id = ask_job(lead, "verify")
    assert Bench(orders).look(case.folder, orders.cases()[case.folder])
    assert lead.register.queue.job(id).state is JobState.DONE
    assert list(orders.cases()[case.folder]) == ["lead"]
    lead.register.close()


def test_orders_that_were_cut_off_are_left_out():
    orders, ended = Orders(), []
    whole = line(Seating("/case", "lead", "ab" * 32))
    orders.hear([line(Named("one")), whole, whole[:20], line(Stop())], lambda: None)
    assert orders.worker == "one"
    assert list(orders.cases()[Path("/case")]) == ["lead"]
    assert orders.has_left(Path("/case"), UserId("lead"))
    assert "ab" not in repr(orders)
    assert not ended
