"""The desk asks by lines where a system gives no single keys, as Windows does not."""

import subprocess
import sys

WITHOUT = "import sys; sys.modules['termios'] = sys.modules['tty'] = None; "


def test_linking_loads_and_takes_answers_where_there_are_no_single_keys() -> None:
    asked = "import tasjil.cli.link; from tasjil.cli.keys import pressed; "
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT + asked + "print(pressed(), pressed())"],
        input="S\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.split()) == (0, ["s", "q"]), done.stderr
