"""No bytes whatever make capture fail in any way but its own."""

import random
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasjil.capture.door import capture_file
from tasjil.capture.firstlines import read_first_lines
from tasjil.capture.kinds import ENDINGS, LIST_KINDS, kind_of
from tasjil.capture.lists import read_list
from tasjil.errors import CannotCapture
from tasjil.model.months import fold

STARTS = [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"---\n", b"From: a\n\n", b"<html>"]


def outcome(path):
    """Capture a file: the report or list, or the words of the refusal."""
    try:
        return read_list(path) if kind_of(path) in LIST_KINDS else capture_file(path)
    except CannotCapture as wrong:
        return str(wrong)


def tried(path):
    """Capture a file; True where it became a report or a list, False where refused."""
    found = outcome(path)
    if isinstance(found, str):
        assert "\n" not in found
        assert ";" in found, "a refusal says what to do after the reason"
        return False
    assert not hasattr(found, "text") or found.text.encode("utf-8")
    return True


@settings(max_examples=150, deadline=None)
@given(
    ending=st.sampled_from(sorted(ENDINGS)),
    start=st.sampled_from(STARTS),
    rest=st.binary(max_size=400) | st.text(max_size=400).map(lambda t: t.encode()),
)
def test_random_bytes_under_any_ending_are_read_or_refused(ending, start, rest):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{ending}"
        path.write_bytes(start + rest)
        tried(path)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_a_text_without_control_letters_is_kept_whatever_it_says(text):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        content = "Killed: " + re.sub(r"[\x00-\x1f\x7f\ufeff]", " ", text)
        path.write_text(content, encoding="utf-8", newline="")
        found = outcome(path)
    # The one text that is refused is Arabic spoilt before it came here.
    assert (
        "wrong encoding" in found if isinstance(found, str) else found.text == content
    )


ENGLISH = "PORT AVA , ( ) -- - 14 March 2025 90 FEB Reuters AP | By Ana Silva Date: "
ARABIC = "Source:\n آذار دمشق رويترز ١٤ ٢٠٢٥ / . date NO CITY DATE Published"
WORDS = st.sampled_from((ENGLISH + ARABIC).split(" "))
PLAIN = "people were killed in the village two on by gunmen said coast it a"


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_headers_never_say_what_the_text_does_not(words):
    text = " ".join(words)
    found = read_first_lines(text).settled()
    flat = " ".join(text.split())
    for said in (found.publisher, found.title, found.url, found.language):
        assert said is None or said in flat
    if found.dateline_place is not None:
        parts = re.split(r"[ ()]+", found.dateline_place)
        assert all(part in flat for part in parts)
    if found.published is not None:
        year, *rest = found.published.split("-")
        assert year[2:] in fold(flat)
        assert not rest or any(m in flat for m in ("March", "FEB", "آذار"))


def test_random_words_are_never_a_dateline():
    chance = random.Random(20250306)
    words = PLAIN.split()
    for _ in range(300):
        text = " ".join(chance.choices(words, k=25)).capitalize() + "."
        found = read_first_lines(text).settled()
        assert (found.published, found.publisher, found.dateline_place) == (None,) * 3


@pytest.mark.slow
def test_a_thousand_damaged_files_are_each_read_or_refused(tmp_path, real_files):
    chance = random.Random(19481210)
    outcomes = []
    for number in range(1_000):
        name, data = chance.choice(real_files)
        path = tmp_path / f"{number}{Path(name).suffix}"
        path.write_bytes(mutated(data, chance))
        outcomes.append(tried(path))
        path.unlink()
    assert len(outcomes) == 1_000
    assert any(outcomes)
    assert not all(outcomes)


def mutated(data, chance):
    changed = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        at = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + chance.randint(1, 60)]
            case 2:
                changed[at:at] = changed[at : at + chance.randint(1, 60)]
            case _:
                changed[at] ^= 1 << chance.randrange(8)
        if not changed:
            return b"x"
    return bytes(changed)
