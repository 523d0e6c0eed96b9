#!/usr/bin/env python3
"""Makes the environment and runs a verb: python3 run.py demo, test, check, bench ...

Needs Python 3.11 and pip. The first run makes `.venv` from `requirements.lock`.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LOCK = ROOT / "requirements.lock"
SPARK_LOCK = ROOT / "requirements-spark.lock"
DEMO = ROOT / "cases" / "coast-2025"
BOTH_CORES = ("-n", "auto", "--dist", "loadfile")
ON_A_SERVER = "not file and not server and not chromium"
QUICK = "not slow and not chromium and not server and not spark"
PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps")


def ready() -> None:
    """Make `.venv` as the lock says, once for each change of the lock."""
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    stamp = VENV / "made-from"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("Making .venv from requirements.lock (once; about a minute) ...", flush=True)
    venv.create(VENV, clear=True, with_pip=True)
    must(py(*PIP, "--require-hashes", "-r", str(LOCK)))
    must(py(*PIP, "--no-build-isolation", "-e", str(ROOT)))
    stamp.write_text(wanted)


def with_spark() -> None:
    """Put what the extra `spark` needs into `.venv`, once for each change."""
    wanted = hashlib.sha256(SPARK_LOCK.read_bytes()).hexdigest()
    stamp = VENV / "spark-from"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("Adding Spark from requirements-spark.lock (once; 450 MB) ...", flush=True)
    must(py(*PIP, "--require-hashes", "-r", str(SPARK_LOCK)))
    stamp.write_text(wanted)


def must(command: list[str]) -> None:
    """Run a command; stop with its status where it fails."""
    status = subprocess.call(command, cwd=ROOT)
    if status:
        sys.exit(status)


def py(*args: str) -> list[str]:
    """Build a command for the Python of `.venv`."""
    return [str(BIN / "python"), *args]


def demo(args: list[str]) -> None:
    """Build the sample case and say where its pages are."""
    must(py("-m", "tasjil", "build", str(DEMO), "--machine-key", *args))


def test(args: list[str]) -> None:
    """Run the quick proof: what CI runs."""
    must(py("-m", "pytest", "-q", *BOTH_CORES, "-m", QUICK, *args))


def check(args: list[str]) -> None:
    """Run the whole proof: lint, types, layers, and every test, on both stores."""
    with_spark()
    must(py("-m", "ruff", "check", "."))
    must(py("-m", "ruff", "format", "--check", "."))
    must(py("-m", "mypy"))
    must([str(BIN / "lint-imports")])
    must(py("-m", "pytest", "-q", *BOTH_CORES, *args))
    print("The same on a PostgreSQL server of its own ...", flush=True)
    kept = [f"tests/{folder}" for folder in ("register", "journey", "cli", "faults")]
    again = py("-m", "pytest", "-q", *BOTH_CORES, "-m", ON_A_SERVER, *args, *kept)
    must(py("tests/postgres.py", *again))


def bench(args: list[str]) -> None:
    """Run the benchmarks, or only those named: python3 run.py bench reading."""
    for script in sorted((ROOT / "benchmarks").glob("*.py")):
        if not args or script.stem in args:
            print(f"\n== {script.stem}", flush=True)
            must(py(str(script)))


def serve(args: list[str]) -> None:
    """Open the sample case, or another, on localhost."""
    must(py("-m", "tasjil", "serve", *(args or [str(DEMO)])))


def tasjil(args: list[str]) -> None:
    """Pass everything through to the `tasjil` command."""
    must(py("-m", "tasjil", *args))


VERBS = {
    "demo": demo,
    "test": test,
    "check": check,
    "bench": bench,
    "serve": serve,
    "tasjil": tasjil,
}


def main() -> None:
    """Read the verb, make the environment, run."""
    if sys.version_info < (3, 11):  # noqa: UP036  (an old python3 may start this)
        found = sys.version.split()[0]
        sys.exit(f"expected Python 3.11 or newer, found {found}")
    if len(sys.argv) < 2 or sys.argv[1] not in VERBS:
        print(__doc__)
        for name, verb in VERBS.items():
            print(f"  {name:8} {verb.__doc__}")
        sys.exit(0 if sys.argv[1:] in ([], ["-h"], ["--help"]) else 2)
    ready()
    VERBS[sys.argv[1]](sys.argv[2:])


if __name__ == "__main__":
    main()
