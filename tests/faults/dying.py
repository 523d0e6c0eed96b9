"""Ways for a child to die in the middle of an action, and what must be left then."""

import os
import signal
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from every_action import AT, PROGRAM, Story, report
from in_a_child import Ended, in_a_child
from sqlcipher3 import dbapi2 as driver

from tasjil.errors import NoRegister
from tasjil.register import home
from tasjil.register.keys import ring
from tasjil.register.register import Register
from tasjil.register.verify import verify_register

FILES = ("open", "os.", "shutil.", "tempfile.")
"""How Python calls what it does with files, to whoever listens."""
EVERY = 400
"""How many steps of SQLite's machine lie between two seams inside one statement."""


@dataclass(frozen=True)
class Seam:
    """A step of an action: which of its files, statements or steps of the machine."""

    action: str
    kind: str
    number: int = 0


class Seams:
    """Counts every step at which the program could die, and does so at one of them.

    A seam is a statement of the store, each of its commits, every few hundred steps of
    SQLite's own machine, and whatever Python does with a file.
    """

    def __init__(self, die: Seam | None) -> None:
        """Die at this seam; None never dies."""
        self.counts: Counter[Seam] = Counter()
        self._now = ""
        self._die = die
        sys.addaudithook(self._hear)
        connect = driver.connect

        def watched(*given: object, **named: object) -> object:
            made = connect(*given, **named)
            made.set_trace_callback(lambda statement: self._seam("statement"))
            made.set_progress_handler(lambda: self._seam("step"), EVERY)
            return made

        driver.connect = watched

    def begin(self, action: str) -> None:
        self._now = action

    def _hear(self, event: str, given: object) -> None:
        if event.startswith(FILES):
            self._seam("file")

    def _seam(self, kind: str) -> int:
        here = Seam(self._now, kind)
        self.counts[here] += 1
        if self._die == replace(here, number=self.counts[here]):
            os.kill(os.getpid(), signal.SIGKILL)
        return 0


def at_a_seam(seam: Seam) -> Callable[[str], None]:
    """Die at one seam of an action."""
    seams: list[Seams] = []

    def before(name: str) -> None:
        if not seams:
            seams.append(Seams(seam))
        seams[0].begin(name)

    return before


def at_a_moment(action: str, seconds: float) -> Callable[[str], None]:
    """Die so long after an action was begun, wherever the program is then.

    The alarm's own default is to end a program at once, between any two instructions.
    """

    def before(name: str) -> None:
        if name == action:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_REAL, max(seconds, 1e-6))

    return before


@dataclass(frozen=True)
class Calm:
    """How the same actions go when nothing happens.

    Attributes:
        sizes: How long the log is between whole actions.
        seams: How many seams of each kind each action has.
        seconds: How long each takes.
    """

    sizes: frozenset[int]
    seams: dict[Seam, int]
    seconds: dict[str, float]


def look_after(story: Story, ended: Ended, calm: Calm) -> bool:
    """Hold what is left of a case against what was told; False where it has none.

    The log passes `verify` and ends with a whole action, nothing that was told of is
    missing, keys and store fit, and the next one opens it and goes on without help.
    """
    if home.is_plain(story.folder) or not home.is_there(story.folder):
        assert not ended.told
        return False
    opened = ring.unlock(story.folder, story.key)
    assert opened.box is not None
    entries = verify_register(story.folder, opened).entries
    assert entries in calm.sizes
    go_on(story)
    with Register.open(story.folder, story.key) as register:
        kept = {entry.seq: entry.digest for entry in register.entries()}
    for told in ended.told:
        assert kept[told.size] == told.digest
    return True


def go_on(story: Story, number: int = 900) -> None:
    """Open a case, capture one report more, close it and verify it."""
    with Register.open(story.folder, story.key) as register:
        assert register.capture(*report(number), by=PROGRAM, at=AT)
    opened = ring.unlock(story.folder, story.key)
    verify_register(story.folder, opened)
    left = {each.name for each in story.folder.iterdir()}
    assert left == {"keys.json", home.FILE}


def finish(story: Story, actions: Sequence[str]) -> None:
    """Begin a case anew that had no register yet."""
    try:
        Register.open(story.folder, story.key)
    except NoRegister:
        pass
    else:
        raise AssertionError("expected no register")
    done = in_a_child(story, actions, lambda name: None)
    assert (done.status, len(done.told)) == (0, len(actions))
