"""Files that are cut, lost, old or strange are found, and the sentence says so."""

import os
import random
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from dying import go_on
from every_action import ACTIONS, AT, LEAD, PROGRAM, Story, report
from in_a_child import do, in_a_child

from tasjil.errors import CannotUnlock, NoRegister, RegisterError
from tasjil.register.keys import changing, ring
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register
from tasjil.register.verify import verify_register

pytestmark = pytest.mark.file

NewStory = Callable[[], Story]
ADVICE = ("backup", "check", "build the case", "tasjil ")


def verified(story: Story) -> int:
    return verify_register(story.folder, ring.unlock(story.folder, story.key)).entries


def worked_on(new_story: NewStory, until: str = "withdraw") -> Story:
    story = new_story()
    list(do(story, ACTIONS[: ACTIONS.index(until)]))
    story.close()
    return story


def stopped(new_story: NewStory) -> tuple[Story, list[int]]:
    """A case whose program was killed: its last actions still wait beside the file."""
    story = worked_on(new_story, "propose")
    sizes = [verified(story)]
    for number in range(300, 320):
        sizes.append(sizes[-1] + 1)
        told = report(number, long=number)

        def capture(told: object = told) -> None:
            story.register.capture(*told, by=PROGRAM, at=AT)

        setattr(story, f"capture_{number}", capture)
    actions = [f"capture_{number}" for number in range(300, 320)]
    ended = in_a_child(story, [*actions, "sleep"], dead_at_the_end)
    assert os.WTERMSIG(ended.status) == signal.SIGKILL
    assert waiting(story).stat().st_size > 100_000
    return story, sizes


def dead_at_the_end(name: str) -> None:
    if name == "sleep":
        os.kill(os.getpid(), signal.SIGKILL)


def waiting(story: Story) -> Path:
    return story.file.with_name(f"{story.file.name}-wal")


def copy(story: Story, to: Path) -> Story:
    shutil.copytree(story.folder, to / "register")
    return Story(to / "register")


# Cut off.


def found_cut(story: Story, cuts: int, seed: int) -> int:
    """Cut the file at random places; say how often a sentence told of it."""
    chance, data = random.Random(seed), story.file.read_bytes()
    found = 0
    for _ in range(cuts):
        story.file.write_bytes(data[: chance.randrange(len(data))])
        with pytest.raises(RegisterError) as raised:
            verified(story)
        assert any(word in str(raised.value) for word in ADVICE), raised.value
        with pytest.raises(RegisterError), Register.open(story.folder, story.key) as r:
            r.verify()
        found += 1
    story.file.write_bytes(data)
    verified(story)
    return found


def test_a_file_cut_at_ten_places_is_found_each_time(new_story):
    assert found_cut(worked_on(new_story), 10, seed=1) == 10


@pytest.mark.slow
def test_a_file_cut_at_two_hundred_places_is_found_each_time(new_story):
    assert found_cut(worked_on(new_story), 200, seed=200) == 200


def held_cut(new_story: NewStory, to: Path, cuts: int, seed: int) -> list[int]:
    """Cut what waits beside the file; say how many entries are left each time."""
    story, sizes = stopped(new_story)
    chance, left = random.Random(seed), []
    for number in range(cuts):
        cut = copy(story, to / str(number))
        data = waiting(cut).read_bytes()
        waiting(cut).write_bytes(data[: chance.randrange(len(data))])
        left.append(verified(cut))
        assert left[-1] in sizes
        go_on(cut)
    assert verified(story) == sizes[-1]
    return left


def test_what_waits_cut_off_leaves_the_last_whole_action(new_story, tmp_path):
    assert len(held_cut(new_story, tmp_path / "cut", 5, seed=4)) == 5


@pytest.mark.slow
def test_what_waits_cut_at_two_hundred_places_leaves_a_whole_action(
    new_story, tmp_path
):
    left = held_cut(new_story, tmp_path / "cut", 200, seed=44)
    print(f"{len(left)} cuts, {len(set(left))} different ends, each a whole action")
    assert len(set(left)) > 5


# Lost, old or strange.


def what_is_left(story: Story, *also: str) -> int | None:
    """Give how many entries are left; None where a sentence says what is wrong."""
    try:
        return verified(story)
    except RegisterError as wrong:
        if any(word in str(wrong) for word in (*ADVICE, *also)):
            return None
        raise


def test_what_waits_deleted_leaves_whole_actions_or_is_found(new_story):
    story, sizes = stopped(new_story)
    waiting(story).unlink()
    left = what_is_left(story)
    assert left is None or left in sizes
    if left is not None:
        go_on(story)


def test_what_waited_before_put_back_is_found_or_changes_nothing(new_story, tmp_path):
    story, _ = stopped(new_story)
    older = tmp_path / "older"
    shutil.copy(waiting(story), older)
    go_on(story)
    size = verified(story)
    for number in range(3):
        go_on(story, 901 + number)
    shutil.copy(older, waiting(story))
    assert what_is_left(story) in (None, size + 3)


@pytest.mark.parametrize("garbage", [b"", b"x" * 99, b"\xff" * 32_768])
def test_garbage_in_the_file_of_shared_memory_changes_nothing(new_story, garbage):
    story, sizes = stopped(new_story)
    story.file.with_name(f"{story.file.name}-shm").write_bytes(garbage)
    assert verified(story) == sizes[-1]
    go_on(story)


def test_garbage_that_waits_changes_nothing(new_story):
    story = worked_on(new_story)
    size = verified(story)
    waiting(story).write_bytes(random.Random(6).randbytes(50_000))
    assert verified(story) == size
    go_on(story)


def test_keys_that_are_lost_say_where_to_find_them(new_story):
    story = worked_on(new_story)
    keys = story.folder / "keys.json"
    data = keys.read_bytes()
    keys.unlink()
    with pytest.raises(NoRegister, match="put (it|the file) back|backup"):
        Register.open(story.folder, story.key)
    # Nothing may be made over a register that is only locked.
    with pytest.raises(RegisterError, match="found one"):
        Register.create(story.folder, story.key, at=AT)
    keys.write_bytes(data)
    go_on(story)


def test_keys_cut_off_or_changed_say_what_to_do(new_story):
    story = worked_on(new_story)
    keys, chance = story.folder / "keys.json", random.Random(8)
    size = verified(story)
    data = keys.read_bytes()
    for _ in range(60):
        bad = bytearray(data)
        if chance.random() < 0.5:
            del bad[chance.randrange(len(bad)) :]
        else:
            bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(7)
        keys.write_bytes(bad)
        assert what_is_left(story, "ask", "passphrase") in (None, size)
    keys.write_bytes(data)
    go_on(story)


def test_an_older_copy_of_the_keys_opens_as_it_did_then(new_story):
    """Who copied the keys before a passphrase was changed still has the old way in."""
    story = new_story()
    list(do(story, ACTIONS[:3]))
    keys = story.folder / "keys.json"
    changing.change_passphrase(
        story.folder, story.register._opened, "five plain words here"
    )
    story.close()
    older = keys.read_bytes()
    with Register.open(story.folder, Key(LEAD, "five plain words here")) as register:
        changing.change_passphrase(
            story.folder, register._opened, "five other words now"
        )
    keys.write_bytes(older)
    with pytest.raises(CannotUnlock, match="passphrase"):
        ring.unlock(story.folder, Key(LEAD, "five other words now"))
    story.key = Key(LEAD, "five plain words here")
    go_on(story)


# Two at once.


def test_two_who_change_the_keys_at_once_both_get_what_they_asked(new_story):
    story = worked_on(new_story, "add_user")
    children = []
    for number in range(4):
        child = os.fork()
        if child == 0:
            opened = ring.unlock(story.folder, story.key)
            changing.add_slot(story.folder, opened, Key(f"reader-{number}"))
            os._exit(0)
        children.append(child)
    assert all(os.waitpid(child, 0)[1] == 0 for child in children)
    held = ring.holders(story.folder)
    assert set(held) == {"lead", *(f"reader-{number}" for number in range(4))}
    go_on(story)


def test_two_write_and_one_reads_and_nobody_meets_half_an_action(new_story):
    story = worked_on(new_story, "propose")
    before = verified(story)
    children = []
    for writer in range(2):
        child = os.fork()
        if child == 0:
            with Register.open(story.folder, story.key) as register:
                for number in range(8):
                    told = [
                        report(1000 + 100 * writer + 3 * number + e) for e in range(3)
                    ]
                    register.capture_all(told, by=PROGRAM, at=AT)
            os._exit(0)
        children.append(child)
    seen = set()
    while children:
        seen.add(verified(story))
        done, status = os.waitpid(children[0], os.WNOHANG)
        if done:
            assert status == 0
            del children[0]
    assert all((size - before) % 3 == 0 for size in seen)
    assert verified(story) == before + 2 * 8 * 3
    go_on(story)


# A clock that jumps back.


def test_a_clock_that_jumps_back_is_kept_as_told_and_breaks_nothing(new_story):
    story = new_story()
    list(do(story, ACTIONS[:2]))
    times = [AT.replace(year=year) for year in (2031, 2035, 1999, 2031, 1970)]
    for number, at in enumerate(times):
        told, original = report(500 + number)
        story.register.capture(told, original, by=PROGRAM, at=at)
    kept = [entry.at[:4] for entry in story.register.entries(after=2)]
    assert kept == ["2031", "2035", "1999", "2031", "1970"]
    names = [each.name for each in story.register.reports()]
    assert names == [f"{500 + number}.txt" for number in range(5)]
    story.close()
    assert verified(story) == 7
    go_on(story)


def test_every_action_can_be_done_while_the_clock_runs_backwards(
    new_story, monkeypatch
):
    story = new_story()
    with monkeypatch.context() as clock:
        for number, name in enumerate(ACTIONS):
            back = AT.replace(year=2031 - number if number % 2 else 2031)
            clock.setattr("every_action.AT", back)
            list(do(story, [name]))
    before = story.register.table_digests()
    assert story.register.rebuild() == before
    story.close()
    go_on(story)
