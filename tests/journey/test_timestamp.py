"""A time authority is asked when a person says so, and believed where it is trusted."""

import time
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from authority import Authority, Served
from tasjil.errors import AuthoritySilent, BadStamp, ExportRefused, UntrustedStamp
from tasjil.journey.authority import over_http
from tasjil.journey.case import open_case
from tasjil.journey.checkpoint import checkpoint_case
from tasjil.journey.export_log import export_log
from tasjil.journey.opening import Key, open_register
from tasjil.journey.progress import Silence
from tasjil.journey.timestamp import take_reply, timestamp_case, write_request
from tasjil.journey.verify import verify_case
from tasjil.register.register import Register
from tasjil.register.tree.stamp import LARGEST

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
KEY = Key()


@pytest.fixture
def case(tmp_path):
    """A case whose register was just made."""
    folder = tmp_path / "varesh"
    folder.mkdir()
    Register.create(open_case(folder).register_folder, KEY, at=NOON).close()
    return open_case(folder)


@pytest.fixture
def served(authority):
    with Served(authority) as door:
        yield door


def test_an_authority_that_is_asked_says_when_the_log_was_there(
    case, served, authority
):
    made = timestamp_case(case, KEY, served.url, authority.root)
    assert abs(made.stamped.at - datetime.now(UTC)) < timedelta(minutes=5)
    assert made.checkpoint == checkpoint_case(case, KEY)[0]
    found = verify_case(case, KEY, Silence(), roots=authority.root).stamps
    assert (found.good, found.covers) == (1, made.checkpoint.size)
    [asked] = served.asked
    assert len(asked) < 80


def test_an_answer_about_something_else_is_not_kept(case, served, authority, tmp_path):
    other = tmp_path / "question"
    write_request(case, KEY, other)
    with open_register(case, KEY) as register:
        register.set_scope({"acts": []}, by=str(register.user), at=NOON)
    wrong = authority.answer(other.read_bytes())
    served.answer = lambda query: wrong
    with pytest.raises(BadStamp, match="something else"):
        timestamp_case(case, KEY, served.url, authority.root)
    with open_register(case, KEY) as register:
        assert register.stamps() == []


def test_an_authority_nobody_trusts_is_not_believed(case, served, authority, tmp_path):
    theirs = Authority.made(tmp_path / "theirs")
    served.answer = theirs.answer
    for roots in (authority.root, None):
        with pytest.raises(UntrustedStamp, match="--roots"):
            timestamp_case(case, KEY, served.url, roots)
    with open_register(case, KEY) as register:
        assert register.stamps() == []


@pytest.mark.parametrize("answer", [b"", b"<html>maintenance</html>", bytes(LARGEST)])
def test_garbage_is_told_and_not_kept(case, served, authority, answer):
    served.answer = lambda query: answer
    with pytest.raises(BadStamp, match="found something else"):
        timestamp_case(case, KEY, served.url, authority.root)


def test_an_authority_that_takes_too_long_is_not_waited_for(case, served, authority):
    served.answer = lambda query: time.sleep(1) or b""
    ask = partial(over_http, seconds=0.2)
    with pytest.raises(AuthoritySilent, match="no answer in time"):
        timestamp_case(case, KEY, served.url, authority.root, ask)


def test_a_refusing_server_is_told_with_its_status(case, served, authority):
    served.status = 503
    with pytest.raises(AuthoritySilent, match="the status 503"):
        timestamp_case(case, KEY, served.url, authority.root)


def test_the_question_goes_nowhere_but_where_the_person_said(case, served, authority):
    served.status = 307
    with pytest.raises(AuthoritySilent, match="the status 307"):
        timestamp_case(case, KEY, served.url, authority.root)
    assert len(served.asked) == 1


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "ftp://clock.example/", "clock.example", "http:"]
)
def test_an_address_of_another_kind_is_refused(case, authority, url):
    with pytest.raises(AuthoritySilent, match="expected the address"):
        timestamp_case(case, KEY, url, authority.root)


def test_nobody_at_the_address_is_told(case, authority):
    with pytest.raises(AuthoritySilent, match="no way to it.*--request"):
        timestamp_case(case, KEY, "http://127.0.0.1:9/", authority.root)


def test_a_machine_that_is_never_connected_has_its_question_carried(
    case, authority, tmp_path
):
    question, answer = tmp_path / "question", tmp_path / "answer"
    asked = write_request(case, KEY, question)
    with open_register(case, KEY) as register:
        register.set_scope({"acts": []}, by=str(register.user), at=NOON)
    answer.write_bytes(authority.answer(question.read_bytes()))
    made = take_reply(case, KEY, answer, authority.root)
    assert made.checkpoint == asked
    found = verify_case(case, KEY, Silence(), roots=authority.root)
    assert (found.stamps.good, found.stamps.covers) == (1, asked.size)
    assert found.entries == asked.size + 1


def test_an_answer_for_another_case_is_refused(case, authority, tmp_path):
    folder = tmp_path / "other"
    folder.mkdir()
    other = open_case(folder)
    Register.create(other.register_folder, KEY, at=NOON).close()
    question, answer = tmp_path / "question", tmp_path / "answer"
    write_request(other, KEY, question)
    answer.write_bytes(authority.answer(question.read_bytes()))
    with pytest.raises(BadStamp, match="a checkpoint of this case"):
        take_reply(case, KEY, answer, authority.root)


def test_files_that_cannot_be_read_or_written_are_told(case, authority, tmp_path):
    with pytest.raises(BadStamp, match="cannot be read"):
        take_reply(case, KEY, tmp_path / "none", authority.root)
    with pytest.raises(BadStamp, match="cannot be read"):
        timestamp_case(case, KEY, "http://127.0.0.1:9/", tmp_path / "none")
    with pytest.raises(ExportRefused, match="cannot be written"):
        write_request(case, KEY, tmp_path / "none" / "question")


def test_openssl_says_of_an_exported_stamp_what_we_say(
    case, served, authority, tmp_path
):
    for _ in range(2):
        timestamp_case(case, KEY, served.url, authority.root)
    out = tmp_path / "export"
    export_log(case, KEY, out)
    names = sorted(path.name for path in (out / "stamps").iterdir())
    assert names == ["1-2.tsr", "1-2.txt", "1.tsr", "1.txt"]
    stamps = out / "stamps"
    assert authority.holds(stamps / "1.tsr", stamps / "1.txt")
    (stamps / "1.txt").write_bytes(b"words")
    assert not authority.holds(stamps / "1.tsr", stamps / "1.txt")
