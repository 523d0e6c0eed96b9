"""Two processes that verify a long log never say other than one."""

import sys

import pytest

from tasjil.errors import LogBroken
from tasjil.register import verify
from tasjil.register.checks import second
from tasjil.register.keys import ring
from tasjil.register.keys.ring import Key

BROKEN = {
    "an entry": "UPDATE register_entry SET by = 'y' WHERE seq = 4",
    "a body without what its kind needs": (
        "UPDATE register_entry SET kind = 'document.read' WHERE seq = 4"
    ),
    "a content": "UPDATE register_content SET size = -1",
    "a content that nobody speaks of": (
        "INSERT INTO register_content VALUES ('sha256:0', 0, x'00')"
    ),
    "the end of the log": "DELETE FROM register_entry WHERE seq = 18",
    "a derived row": "UPDATE register_claimrow SET state = 'accepted'",
}


@pytest.fixture
def both(monkeypatch):
    """Verify with one process and with two; give what each found."""

    def run(folder):
        opened = ring.unlock(folder, Key())
        found = []
        for long in (1_000_000, 0):
            monkeypatch.setattr(verify, "LONG", long)
            try:
                found.append(verify.verify_register(folder, opened))
            except LogBroken as broken:
                found.append(str(broken))
        return found

    return run


@pytest.fixture
def never_alone(monkeypatch):
    """Fail where the first process would have to do all of it after all."""

    def alone(*given):
        raise AssertionError("the second process was of no use")

    monkeypatch.setattr(verify.tables, "empty", alone)


def test_a_whole_log_is_whole_to_both(filled, both, never_alone):
    one, two = both(filled)
    assert one == two
    assert one.entries == 18


@pytest.mark.parametrize("script", BROKEN.values(), ids=BROKEN.keys())
def test_both_name_the_same(filled, tamper, both, never_alone, script):
    tamper(filled, script)
    one, two = both(filled)
    assert isinstance(one, str)
    assert one == two


def test_where_no_second_process_can_be_started_one_does_it_all(
    filled, both, monkeypatch, tmp_path
):
    for nothing in (tmp_path / "no-such-program", "/bin/false"):
        monkeypatch.setattr(sys, "executable", str(nothing))
        one, two = both(filled)
        assert one == two


def test_a_second_process_that_sees_another_end_of_the_log_says_nothing(filled):
    opened = ring.unlock(filled, Key())
    kept = verify.Store(verify.home.database(filled, opened, writes=False))
    end = verify.Head(id=1, size=17, digest="")
    try:
        with second.reading(kept, end) as reader, pytest.raises(second.Lost):
            reader.walk(None, lambda *heard: None)
    finally:
        kept.close()
