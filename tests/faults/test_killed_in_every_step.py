"""Whatever a register is doing when the power goes, it loses nothing it told of."""

import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import pytest
from dying import Calm, Seam, Seams, at_a_moment, at_a_seam, finish, look_after
from every_action import ACTIONS, FROM_0_1_0, Story, of_0_1_0, of_an_older_tasjil
from in_a_child import Ended, do, in_a_child

from tasjil.register.keys import ring
from tasjil.register.register import Register
from tasjil.register.verify import verify_register

pytestmark = pytest.mark.file

NewStory = Callable[[], Story]
DONE = "close_and_open"
"""What comes after the last action whose seams are counted."""
UPGRADE = ("rebuild",)
"""Opening brings the tables of an older tasjil up, in whatever it is opened for."""


@dataclass
class Figures:
    """What came of many deaths."""

    kills: Counter[str] = field(default_factory=Counter)
    lived: int = 0
    told: int = 0
    nothing: int = 0

    def __str__(self) -> str:
        where = ", ".join(f"{name} {many}" for name, many in self.kills.items())
        return (
            f"{self.kills.total()} killed ({where}); {self.lived} were done before; "
            f"{self.told} actions told of, all kept; {self.nothing} times there was no "
            "register yet"
        )


def begun(new_story: NewStory, actions: Sequence[str]) -> Story:
    story = new_story()
    if actions[0] == "encrypt":
        of_0_1_0(story)
    if actions == UPGRADE:
        of_an_older_tasjil(story)
    return story


def calmly(new_story: NewStory, actions: Sequence[str]) -> Calm:
    """Do all of it once with nothing happening, and say how many seams there are."""
    sizes, seconds = {0}, {}
    story, start = begun(new_story, actions), time.monotonic()
    if actions[0] == "encrypt":
        sizes.add(18)
    for told in do(story, actions):
        sizes.add(told.size)
        seconds[told.action] = time.monotonic() - start
        start = time.monotonic()
    story.close()
    return Calm(frozenset(sizes), counted(begun(new_story, actions), actions), seconds)


def counted(story: Story, actions: Sequence[str]) -> dict[Seam, int]:
    """Count the seams of each action, in a child: nobody can stop listening again."""
    file = story.folder.parent / "seams"
    seams: list[Seams] = []

    def before(name: str) -> None:
        if not seams:
            seams.append(Seams(None))
        seams[0].begin(name)
        if name == DONE:
            counts = seams[0].counts.items()
            file.write_text("".join(f"{s.action} {s.kind} {n}\n" for s, n in counts))

    ended = in_a_child(story, [*actions, DONE], before)
    assert len(ended.told) >= len(actions), ended.said
    told = (line.split() for line in file.read_text().splitlines())
    return {Seam(name, kind): int(n) for name, kind, n in told if name in actions}


def drawn(calm: Calm, action: str, chance: random.Random) -> Seam:
    """Draw a kind of seam that an action has, and one of them."""
    kinds = sorted(s.kind for s in calm.seams if s.action == action)
    kind = chance.choice(kinds)
    return Seam(action, kind, chance.randint(1, calm.seams[Seam(action, kind)]))


def kill_everywhere(
    new_story: NewStory, actions: Sequence[str], times: int, seed: int
) -> Figures:
    """Kill each action in turn, at a seam or at a moment, and look after each."""
    calm, chance, figures = calmly(new_story, actions), random.Random(seed), Figures()
    turns = chance.sample(actions, len(actions))
    for number in range(times):
        action = turns[number % len(turns)]
        story = begun(new_story, actions)
        if (number // len(actions)) % 2:
            how = at_a_moment(action, chance.uniform(0, calm.seconds[action]))
        else:
            how = at_a_seam(drawn(calm, action, chance))
        ended = in_a_child(story, actions, how)
        tell(figures, ended)
        if not look_after(story, ended, calm):
            figures.nothing += 1
            finish(story, actions)
    return figures


def tell(figures: Figures, ended: Ended) -> None:
    assert not ended.said
    figures.told += len(ended.told)
    if ended.status:
        assert ended.begun is not None
        figures.kills[ended.begun] += 1
    else:
        figures.lived += 1


def test_killed_in_a_handful_of_actions_nothing_told_is_lost(new_story):
    figures = kill_everywhere(new_story, ACTIONS, 8, seed=3)
    print(figures)
    assert figures.kills.total() >= 4


@pytest.mark.slow
def test_killed_at_two_hundred_points_nothing_told_is_lost(new_story):
    figures = kill_everywhere(new_story, ACTIONS, 200, seed=20310504)
    print(figures)
    assert figures.kills.total() >= 150
    assert set(figures.kills) == set(ACTIONS)


def killed_while_upgraded(new_story: NewStory, every: int) -> Figures:
    """Kill it at every n-th statement while its tables are brought up."""
    figures, seam = Figures(), Seam("rebuild", "statement")
    seams = counted(begun(new_story, UPGRADE), UPGRADE)[seam]
    for number in range(1, seams + 1, every):
        story = begun(new_story, UPGRADE)
        how = at_a_seam(replace(seam, number=number))
        tell(figures, in_a_child(story, UPGRADE, how))
        Register.open(story.folder, story.key).close()
        opened = ring.unlock(story.folder, story.key)
        assert verify_register(story.folder, opened).entries == 17
    return figures


def test_killed_while_its_tables_are_brought_up_the_next_one_finishes(new_story):
    figures = killed_while_upgraded(new_story, every=149)
    print(figures)
    assert figures.kills.total() >= 2


@pytest.mark.slow
def test_killed_at_every_third_step_of_an_upgrade_the_next_one_finishes(new_story):
    figures = killed_while_upgraded(new_story, every=3)
    print(figures)
    assert figures.kills.total() >= 60


@pytest.mark.slow
def test_killed_at_each_file_it_touches_while_it_is_encrypted(new_story):
    calm, figures = calmly(new_story, FROM_0_1_0), Figures()
    for number in range(1, calm.seams[Seam("encrypt", "file")] + 1):
        story = begun(new_story, FROM_0_1_0)
        ended = in_a_child(
            story, FROM_0_1_0, at_a_seam(Seam("encrypt", "file", number))
        )
        tell(figures, ended)
        if not look_after(story, ended, calm):
            figures.nothing += 1
            finish(story, FROM_0_1_0)
    print(figures)


@pytest.mark.slow
def test_killed_at_sixty_points_of_encrypting_it_goes_on_at_the_next_try(new_story):
    figures = kill_everywhere(new_story, FROM_0_1_0, 60, seed=19)
    print(figures)
    assert figures.kills["encrypt"] >= 10
