"""How a person came to be whom they are: records that moved, and what people said."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tasjil.errors import BadValue
from tasjil.journey.linking.spoken import verdict_before, word_on
from tasjil.journey.opening import Seat
from tasjil.journey.review.by_hand import records_of, words_about
from tasjil.link.named import record_of
from tasjil.link.review.answers import TAKEN_BACK
from tasjil.link.review.answers import standing_words as not_taken_back
from tasjil.link.words import Pair
from tasjil.model.ids import RecordId, UserId, VictimId
from tasjil.model.judgement import Judgement, Verdict
from tasjil.register.deeds import Deed
from tasjil.register.register import Register


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one person said at one time of pairs of a person's records.

    Attributes:
        pairs: Of records, each with what was said of it.
        stands: Nobody took it back, and nobody said otherwise since.
    """

    by: UserId
    at: str
    verdict: Verdict
    because: str
    pairs: tuple[Pair, ...]
    stands: bool


@dataclass(frozen=True, slots=True)
class History:
    """How a person came to be whom they are.

    Attributes:
        records: Those that tell of the person now.
        moves: When records came or left, how many, and from whom to whom.
        spoken: What people said of their records, the newest first.
    """

    person: VictimId
    records: tuple[RecordId, ...]
    moves: tuple[tuple[str, str, str, int], ...]
    spoken: tuple[Spoken, ...]


def history(register: Register, person: str) -> History:
    """Tell how a person came to be whom they are: a few queries, whatever the case.

    Args:
        register: The open register.
        person: The id of the person, or of one of the records.

    Raises:
        NotInRegister: Nobody is, or was, called so.
    """
    id = VictimId(person)
    own = [RecordId(person), record_of(person)]
    kept = register.persons_of(own, [id])
    id = next((each.person for each in kept if each.record in own), id)
    moves = tuple(register.person_moves(id))
    if not kept and not moves:
        records_of(register, person)
    times = Counter((each.at, each.was, each.person) for each in moves)
    records = tuple(sorted(each.record for each in kept))
    around = {*records, *(each.record for each in moves)}
    return History(
        id,
        records,
        tuple((*key, many) for key, many in times.items()),
        _spoken(words_about(register, around)),
    )


def _spoken(words: Sequence[Judgement]) -> tuple[Spoken, ...]:
    stands = set(map(_key, standing_only(words)))
    groups: dict[tuple[UserId, str, Verdict, str], list[Judgement]] = {}
    for each in words:
        key = (each.by, each.at, each.verdict, each.because)
        groups.setdefault(key, []).append(each)
    return tuple(
        Spoken(*key, tuple(each.pair for each in said), _key(said[0]) in stands)
        for key, said in reversed(groups.items())
    )


def _key(word: Judgement) -> tuple[Pair, str, UserId]:
    return word.pair, word.at, word.by


def standing_only(words: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Give the last word on each pair, where it was not taken back."""
    last = {each.pair: each for each in not_taken_back(words)}
    return tuple(last.values())


def take_back(seat: Seat, person: str, said_at: str, because: str, at: datetime) -> int:
    """Take back what one sitting said of a person's records; what was before stands.

    Args:
        seat: Who takes it back.
        person: The person's id, or that of a record.
        said_at: When it was said; all that was said together goes together.
        because: Why.
        at: When.

    Returns:
        How many pairs it was.

    Raises:
        BadValue: Nothing that was said then stands, or there is no reason.
    """
    register = seat.register
    register.must(Deed.JUDGE_LINK)
    found = history(register, person)
    around = {*found.records, *(id for s in found.spoken for p in s.pairs for id in p)}
    words = words_about(register, {RecordId(each) for each in around})
    theirs = [each for each in standing_only(words) if same_second(each.at, said_at)]
    if not theirs:
        raise BadValue(
            "expected something that was said of these records and stands, found "
            "nothing; it was taken back already: look at the history again"
        )
    back = []
    for word in theirs:
        one, other = (RecordId(each) for each in word.pair)
        before = verdict_before(words, word)
        reason = f"{TAKEN_BACK}: {because}"
        back.append(word_on((one, other), before, register.user, at, reason))
    register.judge_links(back)
    return len(back)


def same_second(one: str, other: str) -> bool:
    """Tell whether two times are the same: the log keeps whole seconds or parts.

    Example:
        >>> same_second("2031-05-04T12:00:00.7+00:00", "2031-05-04T12:00:00Z")
        True
        >>> same_second("2031-05-04T12:00:00Z", "")
        False
    """
    try:
        told = [datetime.fromisoformat(each) for each in (one, other)]
    except ValueError:
        return False
    return told[0].replace(microsecond=0) == told[1].replace(microsecond=0)
