"""A disk that is full, or that one may suddenly not write to, costs nothing kept."""

import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from dying import go_on
from every_action import ACTIONS, Story
from in_a_child import Ended, do, in_a_child

from tasjil.register.keys import ring
from tasjil.register.verify import verify_register

pytestmark = pytest.mark.file

NewStory = Callable[[], Story]
Spoil = Callable[[Story], None]
ROOT = os.geteuid() == 0
NOBODY = 65_534
LATER = tuple(each for each in ACTIONS[1:-1] if each != "sweep")
FEW = ("judge", "seal", "let_in", "withdraw", "rebuild")
TO_DO = ("free", "check", "try again", "copy the case")
"""What a sentence tells the person to do."""


def prepared(story: Story, action: str) -> None:
    """Do everything that comes before an action."""
    list(do(story, ACTIONS[: ACTIONS.index(action)]))
    story.close()


def suffered(story: Story, action: str, spoil: Spoil) -> Ended:
    """Do one action in a child where something was spoilt just before."""
    ended = in_a_child(story, [action], lambda name: spoil(story))
    if ended.status:
        assert os.WIFEXITED(ended.status), (action, ended)
        kind, sentence = ended.said.split(": ", 1)
        assert kind in ("RegisterError", "CannotUnlock", "LogBroken"), (action, ended)
        assert any(word in sentence for word in TO_DO), (action, ended)
        assert kind != "LogBroken" or action == "sweep", (action, ended)
    return ended


def whole(story: Story, before: Ended | None = None) -> None:
    """The log is whole, its keys open it, and the next one goes on."""
    opened = ring.unlock(story.folder, story.key)
    size = verify_register(story.folder, opened).entries
    for told in before.told if before else ():
        assert size >= told.size
    go_on(story)


# A limit on the size of files works for everybody, and stands for a full disk.


def no_file_grows(room: int) -> Spoil:
    def spoil(story: Story) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    return spoil


def refused_where_no_file_grows(
    new_story: NewStory, actions: tuple[str, ...], rooms: tuple[int, ...]
) -> int:
    refused = 0
    for action in actions:
        for room in rooms:
            story = new_story()
            prepared(story, action)
            ended = suffered(story, action, no_file_grows(room))
            refused += ended.status != 0
            whole(story, ended)
    return refused


def test_where_no_file_may_grow_nothing_is_lost_and_it_goes_on_after(new_story):
    assert refused_where_no_file_grows(new_story, FEW, (1_000,)) >= 4


def test_a_page_cut_in_two_is_mended_by_what_waits_and_not_called_damage(new_story):
    assert refused_where_no_file_grows(new_story, ("judge",), (60_000,)) <= 1


@pytest.mark.slow
def test_where_no_file_may_grow_no_action_breaks_anything(new_story):
    rooms = (0, 1_000, 20_000, 60_000)
    refused = refused_where_no_file_grows(new_story, LATER, rooms)
    print(f"{refused} of {len(LATER) * len(rooms)} actions refused, nothing lost")
    assert refused >= len(LATER)


# A disk of its own, for whoever may mount one.


@pytest.fixture
def small_disk(machine: Path) -> Iterator[Path]:
    """A disk of four megabytes where the tests run as root; else a folder."""
    disk = machine / "disk"
    disk.mkdir()
    if ROOT:
        asked = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)]
        subprocess.run(asked, check=True)
    yield disk
    if ROOT:
        subprocess.run(["umount", str(disk)], check=True)


def full_but_for(room: int) -> Spoil:
    """Take the rest of a disk but a little; who may mount none limits files instead."""

    def spoil(story: Story) -> None:
        if not ROOT:
            return no_file_grows(room)(story)
        disk = os.statvfs(story.folder)
        free = disk.f_bavail * disk.f_frsize
        stuff = story.folder.parent / "stuff"
        return stuff.write_bytes(bytes(max(free - room, 0))) and None

    return spoil


def refused_on_a_full_disk(
    disk: Path, actions: tuple[str, ...], rooms: tuple[int, ...]
) -> int:
    refused = 0
    for action in actions:
        for room in rooms:
            story = Story(disk / "case" / "register")
            prepared(story, action)
            ended = suffered(story, action, full_but_for(room))
            refused += ended.status != 0
            (disk / "case" / "stuff").unlink(missing_ok=True)
            whole(story, ended)
            shutil.rmtree(disk / "case")
    return refused


def test_on_a_full_disk_nothing_is_lost_and_it_goes_on_once_there_is_room(small_disk):
    assert refused_on_a_full_disk(small_disk, FEW, (0,)) >= 4


@pytest.mark.slow
def test_on_a_full_disk_no_action_breaks_anything(small_disk):
    rooms = (0, 4_096, 40_960, 90_112)
    refused = refused_on_a_full_disk(small_disk, LATER, rooms)
    print(f"{refused} of {len(LATER) * len(rooms)} actions refused, nothing lost")
    assert refused >= len(LATER)


def test_a_register_cannot_be_made_on_a_full_disk_and_can_once_there_is_room(
    small_disk,
):
    story = Story(small_disk / "case" / "register")
    story.folder.mkdir(parents=True)
    ended = suffered(story, "create", full_but_for(30_000))
    assert "free" in ended.said
    (small_disk / "case" / "stuff").unlink(missing_ok=True)
    list(do(story, ACTIONS[:3]))
    story.close()
    whole(story)


# Rights that are lost while it is open. Root may write everything: be nobody.


def as_nobody(story: Story, lose: Spoil) -> Spoil:
    """Open the register as a user without rights, then take away what they have."""

    def spoil(now: Story) -> None:
        if ROOT:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        assert now.register.counts().entries
        lose(now)

    if ROOT:
        for each in (story.folder.parent, *story.folder.parent.rglob("*")):
            os.chown(each, NOBODY, NOBODY)
        for above in story.folder.parents:
            if above.stat().st_mode & 0o111 != 0o111 and above != story.folder.parent:
                above.chmod(above.stat().st_mode | 0o111)
    return spoil


def file_read_only(story: Story) -> None:
    for each in story.folder.iterdir():
        each.chmod(0o400)


def folder_locked(story: Story) -> None:
    story.folder.chmod(0o500)


def folder_shut(story: Story) -> None:
    story.folder.chmod(0o000)


LOST: dict[str, Spoil] = {
    "the files are read-only": file_read_only,
    "the folder may not be written": folder_locked,
    "the folder may not be entered": folder_shut,
}


@pytest.mark.parametrize("lose", LOST.values(), ids=LOST.keys())
@pytest.mark.parametrize("action", ["judge", "let_in", "change_key", "seal"])
def test_rights_lost_while_it_is_open_lose_nothing_else(new_story, action, lose):
    story = new_story()
    prepared(story, action)
    ended = suffered(story, action, as_nobody(story, lose))
    story.folder.chmod(0o700)
    for each in story.folder.iterdir():
        each.chmod(0o600)
    whole(story, ended)


@pytest.mark.parametrize("lose", LOST.values(), ids=LOST.keys())
def test_rights_lost_before_it_is_opened_are_told(new_story, lose):
    story = new_story()
    prepared(story, "judge")
    opens = as_nobody(story, lambda now: None)

    def spoil(now: Story) -> None:
        opens(now)
        now.close()
        lose(now)

    ended = suffered(story, "judge", spoil)
    assert ended.status != 0
    story.folder.chmod(0o700)
    for each in story.folder.iterdir():
        each.chmod(0o600)
    whole(story)
