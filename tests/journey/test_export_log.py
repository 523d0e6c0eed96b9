"""A stranger checks an exported log with one script, and finds whatever was changed."""

import io
import json
import random
import runpy
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tasjil.errors import ExportRefused, LogBroken, NotAllowed
from tasjil.journey.case import open_case
from tasjil.journey.export_log import LogExport, export_log, write_log
from tasjil.journey.opening import Key
from tasjil.journey.users import add_user
from tasjil.model.ids import UserId
from tasjil.model.users import Role, User
from tasjil.register.canonical import content_digest, leaf_digest
from tasjil.register.entry import EntryKind, LogEntry, NewEntry
from tasjil.register.register import Register
from tasjil.register.tree.checkpoint import key_of, parse_all, sign
from tasjil.register.tree.merkle import Frontier

OURS = Ed25519PrivateKey.from_private_bytes(b"o" * 32)
THEIRS = Ed25519PrivateKey.from_private_bytes(b"t" * 32)
KINDS = tuple(EntryKind)
ENTRIES = len(KINDS) + 5
SIGNED = (4, 9, 16, ENTRIES)
TEXT = b"Three people were killed near Alder Bridge."
FILES = ("log.jsonl", "checkpoints.txt", "key.txt")


def history(many=ENTRIES, *, who="Imre", other_from=None):
    """A log with every kind of entry; from a number on it can be another history."""
    entries, previous = [], "0" * 64
    for seq in range(1, many + 1):
        kind = KINDS[seq % len(KINDS)]
        contents = {"text": TEXT} if seq in (3, 11) else {}
        body, _ = NewEntry(kind, {"number": seq, "واحد": "١"}, contents).sealed()
        by = "Solveig" if other_from is not None and seq >= other_from else who
        because = "read twice, قُرئ\nمرّتين" if seq % 3 else None
        at = f"2031-05-04T12:00:{seq:02}.000000Z"
        entry = LogEntry(seq, str(kind), at, by, because, body, previous, "")
        previous = leaf_digest(entry.fields, body)
        entries.append(replace(entry, digest=previous))
    return entries


def pages(entries, sizes=SIGNED, signing=OURS):
    leaves = [bytes.fromhex(entry.digest) for entry in entries]
    roots = {size: Frontier().grown(leaves[:size]).root for size in sizes}
    return [(size, sign(size, root, signing).note) for size, root in roots.items()]


def exported(folder, entries=None, sizes=SIGNED, signing=OURS):
    entries = history() if entries is None else entries
    made = LogExport(key_of(signing), pages(entries, sizes, signing))
    write_log(made, entries, folder)
    return folder


@pytest.fixture
def folder(tmp_path):
    return exported(tmp_path / "export")


def checked(folder, *args):
    """Run the script as it lies in the folder; give its status and all it says."""
    said, argv = io.StringIO(), sys.argv
    sys.argv = ["verify_log.py", *map(str, args)]
    try:
        with redirect_stdout(said), redirect_stderr(said):
            runpy.run_path(str(folder / "verify_log.py"), run_name="__main__")
    except SystemExit as left:
        status = left.code
    else:
        status = 0
    finally:
        sys.argv = argv
    if isinstance(status, str):
        return 1, said.getvalue() + status
    return status or 0, said.getvalue()


def nothing_but_cryptography(tmp_path):
    """A folder with the one package a stranger needs, and what that needs itself."""
    lib = tmp_path / "lib"
    lib.mkdir()
    for name in ("cryptography", "cffi", "_cffi_backend", "pycparser"):
        found = find_spec(name)
        if found is None:
            continue
        place = Path(found.origin)
        place = place.parent if place.name == "__init__.py" else place
        (lib / place.name).symlink_to(place)
    return lib


def as_a_stranger(tmp_path, folder, *args):
    """Run the script in a Python that has no tasjil and no other package."""
    start = (
        "import runpy, sys; sys.path.append(sys.argv[1]); script = sys.argv[2]; "
        "del sys.argv[:2]; runpy.run_path(script, run_name='__main__')"
    )
    lib = nothing_but_cryptography(tmp_path)
    command = [sys.executable, "-I", "-S", "-c", start, lib, folder / "verify_log.py"]
    return subprocess.run(
        [*map(str, command), *map(str, args)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        # The letters of an old machine, which has none for what people typed.
        env={"PYTHONIOENCODING": "ascii"},
        cwd=tmp_path,
        check=False,
    )


def test_a_stranger_finds_an_untouched_log_whole_without_tasjil(tmp_path, folder):
    document = tmp_path / "words.txt"
    document.write_bytes(TEXT)
    done = as_a_stranger(tmp_path, folder, "--document", document)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"Whole: {ENTRIES} entries" in done.stdout
    assert key_of(OURS).fingerprint in done.stdout
    assert "Entry 3 holds it" in done.stdout
    assert "Entry 11 holds" in done.stdout
    lib = tmp_path / "lib"
    ask = f"import sys; sys.path.append({str(lib)!r}); import tasjil"
    alone = [sys.executable, "-I", "-S", "-c", ask]
    refused = subprocess.run(alone, capture_output=True, text=True, check=False)
    assert "No module named 'tasjil'" in refused.stderr


def test_a_stranger_is_told_the_first_bad_entry(tmp_path, folder):
    change_line(folder, 7, lambda line: line.replace(b"Imre", b"Imra"))
    done = as_a_stranger(tmp_path, folder)
    assert done.returncode == 1
    assert done.stderr.strip() == "entry 7 is the first bad one: it was changed"


def test_the_script_is_short_and_needs_one_package(folder):
    text = (folder / "verify_log.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) < 150
    imports = [line for line in text.splitlines() if " import " in f" {line}"]
    named = {line.split()[1].split(".")[0] for line in imports if line[0] in "fi"}
    assert named - set(sys.stdlib_module_names) == {"cryptography"}


def test_every_line_of_the_log_is_the_very_leaf_that_was_signed(folder):
    lines = (folder / "log.jsonl").read_bytes().split(b"\n")
    assert lines.pop() == b""
    told = [json.loads(line) for line in lines]
    assert [entry["seq"] for entry in told] == list(range(1, ENTRIES + 1))
    assert {entry["kind"] for entry in told} == set(KINDS)


def change_line(folder, number, change):
    log = folder / "log.jsonl"
    lines = log.read_bytes().split(b"\n")
    lines[number - 1] = change(lines[number - 1])
    log.write_bytes(b"\n".join(lines))


@pytest.mark.parametrize("number", range(1, ENTRIES + 1))
@pytest.mark.parametrize("field", ["by", "because", "at", "kind", "body", "previous"])
def test_a_field_changed_in_an_entry_of_any_kind_is_found(folder, number, field):
    def edited(line):
        entry = json.loads(line)
        entry[field] = {
            "body": {"number": 0},
            "previous": "f" * 64,
            "because": "for money",
        }.get(field, "y")
        return json.dumps(entry, ensure_ascii=False).encode()

    change_line(folder, number, edited)
    status, said = checked(folder)
    assert status == 1
    assert names(said, number), said


def names(said, number):
    """Tell whether a sentence names this entry as bad, or a range that holds it."""
    if f"entry {number} is the first bad one" in said:
        return True
    words = said.replace(":", "").split()
    numbers = [int(word) for word in words if word.isdigit()]
    narrow = "first bad entry is" in said and numbers[0] <= number <= numbers[1]
    # Only the last entry has none after it that says what it was.
    return narrow and number >= ENTRIES - 1


TAMPERED = {
    "an entry removed": (lambda lines: lines[:6] + lines[7:], "entry 7 is the first"),
    "an entry put in twice": (lambda lines: lines[:7] + lines[6:], "entry 8 is the"),
    "two entries that changed places": (
        lambda lines: [*lines[:4], lines[5], lines[4], *lines[6:]],
        "entry 5 is the first bad one: number 6 stands in its place",
    ),
    "the end cut off": (
        lambda lines: [*lines[:-3], b""],
        f"entry {ENTRIES - 1} is the first bad one: it was cut off",
    ),
    "half of the last line cut off": (
        lambda lines: [*lines[:-2], lines[-2][:40]],
        f"entry {ENTRIES} is the first bad one",
    ),
    "an entry put at the end": (
        lambda lines: [*lines[:-1], forged(lines[-2]), b""],
        f"entry {ENTRIES + 1} is the first bad one: no checkpoint covers it",
    ),
    "a blank line": (lambda lines: [*lines[:4], b"", *lines[4:]], "entry 5 is the"),
    "words that are no JSON": (
        lambda lines: [*lines[:4], b"words", *lines[5:]],
        "entry 5 is the first bad one",
    ),
    "a list for an entry": (lambda lines: [b"[]", *lines[1:]], "entry 1 is the first"),
    "nothing at all": (lambda lines: [b""], "entry 1 is the first bad one"),
}


def forged(last):
    """An entry that follows the last one as it should, and that nobody signed."""
    entry = history()[-1]
    fields = entry.fields | {"seq": entry.seq + 1, "previous": entry.digest}
    told = fields | {"body": {}}
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode()


@pytest.mark.parametrize(("change", "told"), TAMPERED.values(), ids=TAMPERED.keys())
def test_the_script_finds(folder, change, told):
    log = folder / "log.jsonl"
    log.write_bytes(b"\n".join(change(log.read_bytes().split(b"\n"))))
    status, said = checked(folder)
    assert status == 1
    assert told in said


def turned(whole, chance):
    """Turn one bit."""
    changed = bytearray(whole)
    changed[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def lost(whole, chance):
    """Lose a few bytes."""
    at = chance.randrange(len(whole))
    return whole[:at] + whole[at + chance.randrange(1, 9) :]


def cut(whole, chance):
    """Lose the end."""
    return whole[: chance.randrange(len(whole))]


def put_in(whole, chance):
    """Put in a few bytes from elsewhere in the file."""
    at, start = chance.randrange(len(whole)), chance.randrange(len(whole))
    return whole[:at] + whole[start : start + chance.randrange(1, 9)] + whole[at:]


def moved(whole, chance):
    """Let two lines change places."""
    lines = whole.splitlines(keepends=True)
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"".join(lines)


def removed(whole, chance):
    """Take a line out."""
    lines = whole.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def all_found(folder, changes, seed):
    """Change one thing at a time; say how many were found. The others say the same."""
    chance, found = random.Random(seed), 0
    for _ in range(changes):
        file = folder / chance.choice(FILES)
        whole = file.read_bytes()
        change = chance.choice((turned, lost, cut, put_in, moved, removed))
        changed = change(whole, chance)
        file.write_bytes(changed)
        status, said = checked(folder)
        found += status
        # A space for the line end of a file, or a digit in capitals, says the same.
        same = changed.lower().split() == whole.lower().split()
        if not status and not same:
            assert file.name == "checkpoints.txt", (file.name, change.__name__, said)
            assert still_signed(changed, whole), (change.__name__, said)
        file.write_bytes(whole)
    return found


def still_signed(changed, whole):
    """Tell whether what is left is whole checkpoints, the one of all entries too."""
    left, before = parse_all(changed.decode()), parse_all(whole.decode())
    return set(left) <= set(before) and before[-1] in left


def test_two_hundred_single_changes_are_all_found(folder):
    assert all_found(folder, 200, seed=1948) > 180


@pytest.mark.slow
def test_two_thousand_single_changes_are_all_found(folder):
    found = all_found(folder, 2_000, seed=2031)
    print(f"{found} of 2,000 found; the others say the same")
    assert found > 1_800


def test_a_history_rewritten_and_signed_by_another_key_is_another_office(tmp_path):
    other = exported(tmp_path / "other", history(who="Solveig"), signing=THEIRS)
    status, said = checked(other)
    assert status == 0
    status, said = checked(other, "--key", key_of(OURS).fingerprint)
    assert (status, "another office" in said) == (1, True)
    spaced = " ".join(
        key_of(THEIRS).fingerprint.upper()[at : at + 8] for at in range(0, 64, 8)
    )
    assert checked(other, "--key", spaced)[0] == 0


def test_a_checkpoint_kept_elsewhere_tells_a_history_that_was_signed_again(tmp_path):
    kept = tmp_path / "kept.txt"
    kept.write_text(pages(history(), (9,))[0][1], encoding="utf-8")
    before = exported(tmp_path / "before")
    assert checked(before, "--checkpoint", kept)[0] == 0
    again = exported(tmp_path / "again", history(other_from=6))
    assert checked(again)[0] == 0
    status, said = checked(again, "--checkpoint", kept)
    assert status == 1
    assert "kept.txt holds a checkpoint of another history" in said
    assert "one of" in said


def test_an_older_copy_is_told_by_a_later_checkpoint(tmp_path):
    kept = tmp_path / "kept.txt"
    kept.write_text(pages(history(), (16,))[0][1], encoding="utf-8")
    older = exported(tmp_path / "older", history(9), (4, 9))
    assert checked(older)[0] == 0
    status, said = checked(older, "--checkpoint", kept)
    assert status == 1
    assert "entry 10 is the first bad one" in said
    assert "an older copy" in said


@pytest.mark.parametrize(
    "note",
    [
        "words",
        "",
        pages(history(), (9,), THEIRS)[0][1],
        pages(history(), (9,))[0][1].replace("\n9\n", "\n8\n"),
    ],
    ids=["words", "nothing", "another office's", "another size"],
)
def test_a_page_the_office_did_not_sign_is_refused(tmp_path, folder, note):
    kept = tmp_path / "kept.txt"
    kept.write_text(note, encoding="utf-8")
    status, said = checked(folder, "--checkpoint", kept)
    assert status == 1
    assert "kept.txt: checkpoint 1 is not signed by" in said


def test_a_document_that_no_entry_holds_is_told(tmp_path, folder):
    other = tmp_path / "other.txt"
    other.write_bytes(TEXT + b" ")
    status, said = checked(folder, "--document", other)
    assert (status, "no entry holds" in said) == (1, True)


def test_the_proof_of_a_document_leads_to_the_signed_root(tmp_path, folder):
    document = tmp_path / "words.txt"
    document.write_bytes(TEXT)
    assert content_digest(TEXT)[7:] in history()[2].body
    _, said = checked(folder, "--document", document)
    proof = said.splitlines()[2].split()
    assert proof[:2] == ["Its", "proof:"]
    sides = list(zip(proof[2::2], map(bytes.fromhex, proof[3::2]), strict=True))
    script = runpy.run_path(str(folder / "verify_log.py"))
    top = bytes.fromhex(history()[2].digest)
    for side, other in sides:
        top = (
            script["node"](other, top) if side == "left" else script["node"](top, other)
        )
    leaves = [bytes.fromhex(entry.digest) for entry in history()]
    assert top == Frontier().grown(leaves).root


def test_the_script_and_the_program_grow_the_same_tree(folder):
    script = runpy.run_path(str(folder / "verify_log.py"))
    leaves = [bytes.fromhex(entry.digest) for entry in history()]
    made = script["roots"](leaves, set(range(len(leaves) + 1)))
    for size, root in made.items():
        assert root == Frontier().grown(leaves[:size]).root


def test_a_folder_without_the_log_is_told_in_words(tmp_path, folder):
    (folder / "log.jsonl").unlink()
    status, said = checked(folder)
    assert (status, "expected log.jsonl" in said) == (1, True)


def test_a_log_is_never_written_over_other_files(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(ExportRefused, match="name another folder"):
        exported(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["notes.txt"]


def test_a_log_that_is_not_what_was_signed_does_not_go_out(tmp_path):
    made = LogExport(key_of(OURS), pages(history()))
    with pytest.raises(LogBroken, match="one of 5 to 9"):
        write_log(made, history(other_from=6), tmp_path / "export")
    edited = history()
    edited[6] = replace(edited[6], by="y")
    with pytest.raises(LogBroken, match="entry 7 is the first bad one"):
        write_log(made, edited, tmp_path / "export")
    with pytest.raises(LogBroken, match=f"entry {ENTRIES} is the first bad one"):
        write_log(made, history()[:-1], tmp_path / "export")
    assert not list((tmp_path / "export").iterdir())


def test_what_was_written_since_the_last_checkpoint_waits(tmp_path):
    folder = exported(tmp_path / "export", history(), (4, 9))
    assert len((folder / "log.jsonl").read_bytes().splitlines()) == 9
    assert checked(folder)[0] == 0


def test_a_guest_takes_no_log_out(tmp_path):
    folder = tmp_path / "varesh"
    folder.mkdir()
    case, noon = open_case(folder), datetime(2031, 5, 4, 12, tzinfo=UTC)
    Register.create(case.register_folder, Key(), at=noon).close()
    guest = User(UserId("reader-3"), Role.GUEST)
    add_user(case, Key(), guest, "four quiet green doors", "a visit")
    theirs = Key(guest.id, "four quiet green doors")
    with pytest.raises(NotAllowed, match="look at the log"):
        export_log(case, theirs, tmp_path / "export")
    assert not (tmp_path / "export").exists()
    assert export_log(case, Key(), tmp_path / "export").entries == 2
    assert checked(tmp_path / "export")[0] == 0


def test_the_page_says_in_both_languages_how_to_check(folder):
    words = (folder / "README.txt").read_text(encoding="utf-8")
    assert words.count(key_of(OURS).fingerprint) == 2
    assert key_of(OURS).key_line in words
    assert "$" not in words
    assert "للتحقّق" in words
