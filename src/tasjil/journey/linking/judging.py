"""A person says of two records whether they are one person, or takes it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tasjil.errors import BadValue, NotInRegister
from tasjil.journey.case import Case
from tasjil.journey.claims.following import words_now
from tasjil.journey.linking.case import LinkedCase, link_register
from tasjil.journey.linking.spoken import last_word, verdict_before, word_on
from tasjil.journey.opening import Key, open_register
from tasjil.journey.progress import Progress
from tasjil.link.named import as_records, record_of
from tasjil.link.review.answers import TAKEN_BACK
from tasjil.model.ids import RecordId
from tasjil.model.judgement import Judgement, Verdict
from tasjil.register.deeds import Deed
from tasjil.register.register import Register


@dataclass(frozen=True, slots=True)
class Judged:
    """What a word on two records changed.

    Attributes:
        said: The words that were kept.
        linked: The case as it is linked now; None where nothing is.
    """

    said: tuple[Judgement, ...]
    linked: LinkedCase | None


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of two records.

    Attributes:
        one: A record's id: "hospital:17", or "reports:" and the id of a name there.
        because: Why; never empty.
    """

    one: str
    other: str
    verdict: Verdict
    because: str


def judge(case: Case, key: Key, said: Said, at: datetime, progress: Progress) -> Judged:
    """Keep a word on two records, and link again by it.

    Raises:
        NotInRegister: One of the two is no record that was linked.
        BadValue: They are the same record, or there is no reason.
        NotAllowed: Whoever opened the register may not judge whether two are one.
    """
    with open_register(case, key) as register:
        register.must(Deed.JUDGE_LINK)
        pair = (known(register, said.one), known(register, said.other))
        word = word_on(pair, said.verdict, register.user, at, said.because)
        return _keep(case, register, [word], at, progress)


def undo(
    case: Case,
    key: Key,
    pair: tuple[str, str] | None,
    because: str,
    at: datetime,
    progress: Progress,
) -> Judged:
    """Take back the last word of whoever opened the register, or that on a pair.

    What stood before stands again, and persons are what they were, ids included.
    Nothing is erased: the word and its taking back both stay in the log.

    Args:
        case: The case.
        key: What opens its register.
        pair: The two records whose word goes; None for the user's own last word.
        because: Why.
        at: When.
        progress: Told how far it is.

    Raises:
        BadValue: There is no word to take back.
    """
    with open_register(case, key) as register:
        register.must(Deed.JUDGE_LINK)
        told = as_records(words_now(register))
        if pair is None:
            word = last_word(told, by=register.user)
        else:
            one, other = (known(register, each) for each in pair)
            word = last_word(told, pair=(min(one, other), max(one, other)))
        if word is None:
            raise BadValue(
                "expected a word on two records to take back, found none; `tasjil link "
                "CASE --explain A B` shows what was said of two"
            )
        before = verdict_before(told, word)
        reason = f"{TAKEN_BACK}: {because}"
        back = word_on(word.pair, before, register.user, at, reason)
        return _keep(case, register, [back], at, progress)


def _keep(
    case: Case,
    register: Register,
    words: Sequence[Judgement],
    at: datetime,
    progress: Progress,
) -> Judged:
    register.judge_links(words)
    return Judged(tuple(words), link_register(case, register, at, progress))


def known(register: Register, id: str) -> RecordId:
    """Find a record by its id, or by the id of a name in a report.

    Raises:
        NotInRegister: No such record was linked.
    """
    papers = register.papers_of_records()
    asked = id.strip()
    for each in (asked, record_of(asked)):
        if each in papers:
            return RecordId(each)
    raise NotInRegister(
        "expected the id of a record that was linked, as LIST:NUMBER or as a name in a "
        "report has it (v-...), found none; `tasjil link CASE --json` lists them all"
    )
