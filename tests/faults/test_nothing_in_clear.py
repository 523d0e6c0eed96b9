"""Nobody who takes the disk finds a name on it that the case was to keep."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from searching import forms, searched, words_in, words_in_file

from tasjil.register.keys import ring
from tasjil.register.keys.ring import Key
from tasjil.register.packing import PHRASES, pack

pytestmark = [pytest.mark.file]

HERE = Path(__file__).parent
DISKS = ("ext2", "ext3", "ext4", "xfs", "btrfs", "tmpfs", "overlay", "f2fs", "zfs")
LATIN, ARABIC = "bcdfghjklmnprstvz", "بتثجحخدذرزسشصضطظعغفقكلمنهوي"


def strange(letters: str, vowels: str) -> str:
    """A name nobody has: drawn anew, so that no other test's file holds it."""
    chance = random.SystemRandom()
    parts = (
        "".join(chance.choice(letters) + chance.choice(vowels) for _ in range(5))
        for _ in range(2)
    )
    return " ".join(part.capitalize() for part in parts)


def latin() -> str:
    return strange(LATIN, "aeiou")


def arabic() -> str:
    return strange(ARABIC, "اوي")


@dataclass
class Planted:
    """The names of a case, by where a person put them.

    Attributes:
        shown: In the text or the file name of a report that nobody is protected by.
        sealed: Of people in the sealed box, and how to reach them.
        kept: Anywhere else: a list, a reason, a report that is withheld.
    """

    shown: tuple[str, ...] = ()
    sealed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    passphrase: str = ""

    @classmethod
    def drawn(cls) -> "Planted":
        return cls(
            shown=(latin(), arabic(), latin().replace(" ", "-")),
            sealed=(latin(), arabic(), latin()),
            kept=(latin(), arabic(), latin()),
            passphrase=f"{latin()} {latin()}",
        )


@dataclass
class House:
    """A case on a machine where every verb is watched."""

    root: Path
    planted: Planted
    said: list[tuple[str, str]] = field(default_factory=list)
    seen: list[bytes] = field(default_factory=list)
    keys: tuple[bytes, ...] = ()

    @property
    def case(self) -> Path:
        return self.root / "case"

    def environment(self, **more: str) -> dict[str, str]:
        home = self.root / "home"
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": f"{HERE / 'watching'}:{os.environ.get('PYTHONPATH', '')}",
            "HOME": str(home),
            "TMPDIR": str(self.root / "tmp"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "TASJIL_PASSPHRASE_FILE": str(self.root / "given" / "passphrase"),
            "FAULT_RECORD": str(self.root / "record"),
            "PYTHONDONTWRITEBYTECODE": "1",
            **more,
        }

    def start(self, *asked: str, **more: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", "tasjil", *asked],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            cwd=self.root / "cwd",
            env=self.environment(**more),
            # A machine that keeps copies of crashes, and lets others read.
            preexec_fn=others_may_read,
        )

    def run(self, *asked: str, typed: str = "", **more: str) -> str:
        """Run a verb to its end; give what it said."""
        child = self.start(*asked, **more)
        self.look_at(child.pid)
        out, err = child.communicate(typed, timeout=300)
        if asked[0] != "unseal":
            self.said.append((asked[0], out + err))
        return out + err if child.returncode == 0 else f"FAILED {out}{err}"

    def done(self, *asked: str, typed: str = "") -> str:
        told = self.run(*asked, typed=typed)
        assert not told.startswith("FAILED"), (asked[0], told)
        return told

    def look_at(self, pid: int) -> None:
        """Read of a running program what anybody on the machine can."""
        for name in ("cmdline", "environ"):
            with open(f"/proc/{pid}/{name}", "rb") as file:
                self.seen.append(file.read())


def others_may_read() -> None:
    os.umask(0o022)
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


def begin(root: Path) -> House:
    """Lay out a case whose reports, lists and files hold names to be looked for."""
    house = House(root, Planted.drawn())
    names = house.planted
    for each in ("home", "tmp", "cwd", "given", "home/run"):
        (root / each).mkdir(parents=True)
    (root / "given" / "passphrase").write_text(names.passphrase)
    for each in ("reports", "lists"):
        (house.case / each).mkdir(parents=True)
    (house.case / "case.toml").write_text('[case]\nid = "varesh"\nname = "Varesh"\n')
    head = "Publisher: Varesh Herald\nDate: 2031-05-04\n\n"
    told = "Four farmers were shot dead by soldiers in Ostrel on Saturday. "
    reports = {
        f"{names.shown[2]}.txt": f"{told}{names.shown[0]} and {names.shown[1]} saw it.",
        "withheld.txt": f"{told}Two women died. {names.kept[0]} told it.",
    }
    for name, text in reports.items():
        (house.case / "reports" / name).write_text(head + text, encoding="utf-8")
    rows = f"name,day\n{names.kept[1]},2031-05-04\n"
    (house.case / "lists" / "list.csv").write_text(rows, encoding="utf-8")
    return house


def newer(than: Path) -> Iterator[Path]:
    """Give every file of this machine that was changed since, wherever it is."""
    with open("/proc/mounts") as mounts:
        told = [line.split() for line in mounts]
    places = {p[1] for p in told if p[2] in DISKS and "rw" in p[3].split(",")}
    asked = ["find", *sorted(places), "-xdev", "-type", "f", "-cnewer", str(than)]
    found = subprocess.run(
        [*asked, "-size", "-65536k", "-print0"], capture_output=True, check=False
    )
    for name in filter(None, found.stdout.split(b"\0")):
        yield Path(os.fsdecode(name))


def found_on_the_machine(house: House, since: Path) -> dict[str, set[object]]:
    """Search every file that is new, and every one the programs told they wrote."""
    names = house.planted
    keys = (*house.keys, *keys_of(house))
    hidden = searched([*names.sealed, *names.kept, names.passphrase, *keys])
    # The log for strangers has the reasons people typed, and says so.
    reasons = set(searched([names.kept[2]]))
    outside = {form: word for form, word in hidden.items() if form not in reasons}
    every = hidden | searched(names.shown)
    record = (house.root / "record").read_text().splitlines()
    paths = {*newer(since), *(house.root / "cwd" / each for each in record)}
    found: dict[str, set[object]] = {}
    for path in sorted(paths):
        if given_by_the_person(house, path):
            continue
        wanted = hidden if house.case / "site" in path.parents else every
        wanted = outside if house.root / "away" / "log" in path.parents else wanted
        if words := words_in_file(path, wanted):
            found[str(path)] = set(words)
    return found


def given_by_the_person(house: House, path: Path) -> bool:
    inputs = (house.root / "given", house.case / "reports", house.case / "lists")
    return any(each in path.parents for each in inputs) or path == house.root / "record"


def told_aloud(house: House) -> set[object]:
    """Search what verbs printed and what others can read of them while they run."""
    names = house.planted
    sealed = searched([*names.sealed, names.passphrase])
    return {
        word
        for text in (*(said.encode() for _, said in house.said), *house.seen)
        for word in words_in(text, sealed)
    }


def live_through(house: House) -> None:
    """Live through a case, with whatever can go wrong on the way."""
    names, case = house.planted, str(house.case)
    house.done("new", case)
    house.done("build", case)
    listed = house.done("count", case, "--json")
    assert "Four farmers" not in listed
    claim = claim_of(house.done("read", case, "--json"))
    house.run("trace", case, "killed")
    because = f"{names.kept[2]} was there"
    judged = house.run("judge", case, claim, "accepted", "--because", because)
    assert "accepted" in judged, judged
    who = sealed(house, "withheld.txt", names.sealed)
    house.done("build", case)
    house.done("box", case)
    assert names.sealed[0] in house.done("unseal", case, who, "--because", "to call")
    agreed = ("--how", "written", "--when", "2031-05-04", "--language", "en")
    house.done("consent", case, who, *agreed)
    interrupted(house)
    another = sealed(house, "withheld.txt", names.sealed[::-1])
    house.done("erase", case, another, "--because", "asked", "--yes")
    house.done("withdraw", case, who, "--because", "asked", "--yes")
    house.done("rebuild", case)
    carried_away(house)
    house.done("verify", case)
    house.done("users", case)
    house.done("build", case)


def carried_away(house: House) -> None:
    """Write whatever leaves the house, and change the keys."""
    case, away = str(house.case), house.root / "away"
    away.mkdir()
    house.done("checkpoint", case, "--out", str(away / "checkpoint"))
    house.done("export-log", case, "--out", str(away / "log"))
    house.done("backup", case, str(away / "backup"))
    house.done("backup", case, str(away / "travel"), "--travel")
    house.done("check-backup", str(away / "backup"))
    house.keys += keys_of(house)
    house.done("rekey", case, "--because", "somebody left")


def keys_of(house: House) -> tuple[bytes, ...]:
    opened = ring.unlock(house.case / "register", Key(None, house.planted.passphrase))
    held = (opened.register_key, opened.signing, opened.private, opened.box)
    return tuple(bytes(each) for each in held if each is not None)


def claim_of(lines: str) -> str:
    first = next(line for line in lines.splitlines() if '"id"' in line)
    return first.split('"id": "')[1].split('"')[0]


def sealed(house: House, report: str, names: tuple[str, ...]) -> str:
    asked = ("--kind", "witness", "--report", report, "--because", "at risk")
    told = house.done("seal", str(house.case), *asked, typed="\n".join(names))
    return told.split()[0]


def interrupted(house: House) -> None:
    """A wrong passphrase, faults of the program, a full disk, and a kill."""
    case, names = str(house.case), house.planted
    wrong = house.root / "given" / "wrong"
    wrong.write_text("not the words of anybody")
    told = house.run("count", case, TASJIL_PASSPHRASE_FILE=str(wrong))
    assert "passphrase does not open" in told
    words = house.root / "given" / "words"
    words.write_text(names.sealed[0], encoding="utf-8")
    told = house.run("build", case, FAULT_AT="3", FAULT_WORDS=str(words))
    assert "a fault of the program (RuntimeError)" in told
    child = house.start("build", case)
    while not list(house.case.glob(".site.tasjil-new-*")):
        assert child.poll() is None
        time.sleep(0.01)
    child.send_signal(signal.SIGKILL)
    child.communicate()
    child = house.start("build", case)
    resource.prlimit(child.pid, resource.RLIMIT_FSIZE, (30_000, 30_000))
    house.said.append(("full", "".join(child.communicate(timeout=300))))


@pytest.mark.slow
def test_after_a_whole_case_no_name_stands_in_clear_on_the_machine(tmp_path):
    since = tmp_path / "since"
    since.write_text("now")
    house = begin(tmp_path)
    live_through(house)
    planted_in = house.root / "home" / "planted"
    planted_in.write_bytes(
        pack(f'{{"act":"killed","x":"{house.planted.kept[0]}"}}'.encode())
    )
    found = found_on_the_machine(house, since)
    # The search finds what is put where it looks.
    assert found.pop(str(planted_in)) == {house.planted.kept[0]}
    assert found == {}
    assert told_aloud(house) == set()
    record = (house.root / "record").read_text().splitlines()
    print(f"{len(record)} files told of, {len(house.said)} verbs run")
    modes = {p.stat().st_mode & 0o077 for p in made_by_us(house)}
    assert modes == {0}


def made_by_us(house: House) -> Iterator[Path]:
    """Give what the program made in the case: for its owner alone."""
    for folder in ("register", "site"):
        yield house.case / folder
        yield from (house.case / folder).rglob("*")


@pytest.mark.parametrize("name", [latin(), arabic()], ids=["Latin", "Arabic"])
def test_the_search_finds_a_name_in_every_form_and_packed(name, tmp_path):
    wanted = searched([name])
    packer = zlib.compressobj(zdict=PHRASES)
    packed = [
        zlib.compress(name.encode()),
        pack(b'{"act":"injured","attribution":[]}' + name.encode()),
        packer.compress(name.encode()) + packer.flush(),
    ]
    for data in (*forms(name), *packed):
        (tmp_path / "file").write_bytes(b"before \x00" + data + b" after")
        assert words_in_file(tmp_path / "file", wanted) == {name}
    (tmp_path / "file").write_bytes(b"nothing here")
    assert words_in_file(tmp_path / "file", wanted) == set()


def test_a_crash_leaves_no_copy_of_the_memory(tmp_path):
    asked = (
        "import ctypes, os, resource, sys; sys.argv = ['tasjil', '--version']\n"
        "from tasjil.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE))\n"
        "print(oct(os.umask(0)))\n"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))\n"  # PR_GET_DUMPABLE
        "os.abort()"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=others_may_read,
    )
    assert done.returncode == -signal.SIGABRT
    assert done.stdout.splitlines()[1:] == ["(0, 0)", "0o77", "0"]
    assert list(tmp_path.iterdir()) == []
