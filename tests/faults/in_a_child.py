"""Doing actions in a child that may die of it, and hearing how far it came.

The child tells of each action when it was kept; the tests make it die, fill its disk,
or take its rights away, and then look at what is left.
"""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from every_action import Story


@dataclass(frozen=True)
class Told:
    """What a child told of one action after it was kept.

    Attributes:
        size: How long the log was then.
        digest: Of its last entry.
    """

    action: str
    size: int
    digest: str


def do(story: Story, actions: Sequence[str]) -> Iterator[Told]:
    """Do actions, and tell of each when it was kept."""
    for name in actions:
        getattr(story, name)()
        end = story.register.head()
        yield Told(name, end.size, end.digest)


@dataclass(frozen=True)
class Ended:
    """How a child ended: what it told of, what it had begun, and its status."""

    told: tuple[Told, ...]
    begun: str | None
    status: int
    said: str


def in_a_child(
    story: Story, actions: Sequence[str], before: Callable[[str], None]
) -> Ended:
    """Do actions in a child of this process, which may die of it.

    Args:
        story: Its case.
        actions: What to do.
        before: Called in the child with the name of each action before it is begun.
    """
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        # What libraries of this process left behind (compilers, databases) does not
        # live on in a child: collecting it there can end the child by itself.
        gc.disable()
        os.close(reads)
        status = 3
        with suppress(BaseException):
            status = _tell(story, actions, before, writes)
        os._exit(status)
    os.close(writes)
    with os.fdopen(reads, encoding="utf-8") as pipe:
        whole = pipe.read()
    _, status = os.waitpid(child, 0)
    return _ended(whole[: whole.rfind("\n") + 1].splitlines(), status)


def _tell(
    story: Story, actions: Sequence[str], before: Callable[[str], None], to: int
) -> int:
    """Do the actions; 0 where all was done, 1 where one was refused in a sentence."""
    steps = do(story, actions)
    try:
        for name in actions:
            os.write(to, f"begin {name}\n".encode())
            before(name)
            told = next(steps)
            os.write(to, f"done {told.action} {told.size} {told.digest}\n".encode())
        story.close()
    except Exception as wrong:
        kind = type(wrong).__name__
        os.write(to, f"said {kind}: {wrong}\n".encode())
        with suppress(Exception):
            story.close()
        return 1
    return 0


def _ended(lines: Sequence[str], status: int) -> Ended:
    told, begun, said = [], None, ""
    for line in lines:
        word, rest = line.split(" ", 1)
        if word == "begin":
            begun = rest
        elif word == "said":
            said = rest
        else:
            name, size, digest = rest.split()
            told.append(Told(name, int(size), digest))
    return Ended(tuple(told), begun, status, said)
