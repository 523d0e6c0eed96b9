"""A process that loads tasjil once; each command that a test runs is a copy of it.

Starting Python and loading the libraries takes longer than most commands. A copy is a
process of its own all the same: its own memory, environment, folder and streams.
`tasjil_anew`, `test_passphrase.py` and the tests of `tests/faults` start Python anew.
"""

import json
import os
import sys
import traceback
from importlib import import_module

from tasjil.cli import VERBS, file_of, main
from tasjil.read.english.text import parser as parsing


def load() -> None:
    """Load every verb, and the model that the English reader asks for."""
    for verb in VERBS:
        import_module(f"tasjil.cli.{file_of(verb)}")
    parsing.pipeline()


def be(asked: dict[str, object]) -> None:
    """Become the command: take its streams and environment, run it, and leave."""
    for stream, name in ((0, os.devnull), (1, asked["out"]), (2, asked["err"])):
        flags = os.O_RDONLY if stream == 0 else os.O_WRONLY
        os.dup2(os.open(str(name), flags), stream)
    os.environ.clear()
    os.environ.update(asked["environ"])  # type: ignore[call-overload]
    os.chdir(str(asked["cwd"]))
    sys.argv = ["tasjil", *asked["args"]]  # type: ignore[misc]
    status: object = 0
    try:
        main()
    except SystemExit as left:
        status = left.code
    except BaseException:
        traceback.print_exc()
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status if isinstance(status, int) else int(status is not None))


if __name__ == "__main__":
    load()
    answers = os.fdopen(os.dup(1), "w")
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            be(json.loads(line))
        _, ended = os.waitpid(child, 0)
        answers.write(f"{os.waitstatus_to_exitcode(ended)}\n")
        answers.flush()
