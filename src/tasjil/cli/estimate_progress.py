"""How a person sees an estimate come along: a bar for each method, and what it has."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from tasjil.cli.estimate_asked import Asked
from tasjil.cli.terminal import err
from tasjil.estimate import Step, Watch


class Shown:
    """Bars on a terminal, one a method; silence where standard error is a file."""

    def __init__(self) -> None:
        """Draw nothing until the first step."""
        self._bars = Progress(
            TextColumn("{task.description:<14}"),
            BarColumn(bar_width=24),
            TextColumn("{task.fields[words]}"),
            TimeElapsedColumn(),
            console=err,
            disable=not err.is_terminal,
        )
        self._tasks: dict[str, TaskID] = {}
        self._last: TaskID | None = None

    def step(self, step: Step) -> None:
        """Show a step."""
        name = str(step.method or step.what)
        if name not in self._tasks:
            self._finish()
            self._bars.start()
            self._tasks[name] = self._bars.add_task(name, total=None, words="")
        self._last = self._tasks[name]
        words = step.words or ("" if step.what == name else step.what)
        self._bars.update(
            self._last, completed=step.done or 0, total=step.of, words=words
        )

    def stop(self) -> None:
        """Leave the bars as they are and give the terminal back."""
        self._finish()
        self._bars.stop()

    def _finish(self) -> None:
        if self._last is not None:
            self._bars.update(self._last, total=1, completed=1)


@contextmanager
def watched(asked: Asked) -> Iterator[Watch]:
    """Give a run somebody to tell of its steps; the bars close whatever happens."""
    shown = Shown()
    try:
        yield Watch(shown.step, save=asked.save, resume=asked.resume)
    finally:
        shown.stop()
