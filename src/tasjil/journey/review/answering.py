"""A person says of a pair at the desk whether it is one, or takes that back."""

from datetime import datetime

from tasjil.errors import BadValue, NotInRegister
from tasjil.journey.case import Case
from tasjil.journey.join import first_pair, joining
from tasjil.journey.linking.spoken import last_word, verdict_before, word_on
from tasjil.journey.nearby import desk_near
from tasjil.journey.opening import Seat
from tasjil.journey.pairs import Desk, Relinked, Spoken
from tasjil.link.named import as_records, mention_of
from tasjil.link.review.answers import TAKEN_BACK, standing_words
from tasjil.link.words import Pair
from tasjil.model.ids import IncidentId, RecordId
from tasjil.model.judgement import Judgement, PairKind, Verdict
from tasjil.register.deeds import Deed
from tasjil.register.desk.review import CardRow
from tasjil.register.register import Register

GONE = (
    "expected a pair that waits for a word, found that it was laid out anew since; go "
    "on with the next one"
)


def card_of(register: Register, id: str) -> CardRow:
    """Give a pair of the queue.

    Raises:
        NotInRegister: It is there no more.
    """
    found = register.review.card(id)
    if found is None:
        raise NotInRegister(GONE)
    return found


def answer_records(
    seat: Seat, id: str, verdict: Verdict, because: str, at: datetime
) -> Judgement:
    """Keep what a person says of two records of the queue.

    The pair leaves the queue for everybody.

    Raises:
        NotInRegister: The pair is there no more.
        BadValue: There is no reason, or somebody else answered it just now.
        NotAllowed: They may not say what is one.
    """
    register = seat.register
    register.must(Deed.JUDGE_LINK)
    card = card_of(register, id)
    refuse_answered(register, card)
    pair = (RecordId(card.one), RecordId(card.other))
    word = word_on(pair, verdict, register.user, at, because)
    register.judge_link(word)
    register.review.settle(id, verdict, at)
    return word


def answer_incidents(
    case: Case, seat: Seat, id: str, verdict: Verdict, because: str, at: datetime
) -> Relinked:
    """Keep what a person says of two incidents of the queue, as words on claims.

    Raises:
        NotInRegister: The pair is there no more, or one of the two is not.
        BadValue: They are one already, there is no reason, or somebody answered first.
        NotAllowed: They may not say what is one.
    """
    register = seat.register
    row = card_of(register, id)
    refuse_answered(register, row)
    ids = IncidentId(row.one), IncidentId(row.other)
    desk = desk_near(case, register, ids)
    done = desk.keep(said_of_incidents(desk, ids, verdict, because, at))
    register.review.settle(id, verdict, at)
    return done


def said_of_incidents(
    desk: Desk,
    ids: tuple[IncidentId, IncidentId],
    verdict: Verdict,
    because: str,
    at: datetime,
) -> Spoken:
    """Put an answer on two incidents into words; nothing is kept.

    Raises:
        NotInRegister: There is no such incident.
        BadValue: They are one already, or there is no reason.
    """
    if verdict is Verdict.SAME:
        return joining(desk, ids, because, at)
    one, other = (desk.incident(each) for each in ids)
    if one == other:
        raise BadValue("expected two incidents, found that they are one already")
    pair = first_pair(desk, ids)
    return Spoken(one.act, tuple(desk.say({pair: verdict}, at, because)))


def take_back_incidents(
    case: Case, seat: Seat, pair: Pair, because: str, at: datetime
) -> Relinked:
    """Take back what was said of two incidents; what stood before stands again.

    Args:
        case: The case.
        seat: Who.
        pair: The ids that the two had when they were judged.
        because: Why.
        at: When.

    Raises:
        BadValue: Nobody said anything of the two.
    """
    ids = IncidentId(pair[0]), IncidentId(pair[1])
    desk = desk_near(case, seat.register, ids)
    claims = first_pair(desk, ids)
    if claims not in desk.said:
        raise BadValue(
            "expected two incidents of which somebody said whether they are one, found "
            "that nobody did; look at the history of one of them"
        )
    act = desk.incident(ids[0]).act
    done = desk.keep(Spoken(act, tuple(desk.take_back(claims, at, because))))
    seat.register.review.reopen("|".join(ids), at)
    return done


def refuse_answered(register: Register, card: CardRow) -> None:
    """Refuse an answer to a pair that a colleague answered first.

    Raises:
        BadValue: Somebody else did.
    """
    if card.verdict is not None and card.said_by != register.user:
        raise BadValue(
            "expected a pair that waits for a word, found that a colleague answered it "
            "meanwhile; look at its history before you say otherwise"
        )


def skip(seat: Seat, id: str) -> None:
    """Leave a pair for later; nothing is said of it."""
    seat.register.review.skip(id)


def take_back_records(seat: Seat, pair: Pair, because: str, at: datetime) -> Judgement:
    """Take back the standing word on two records; the one before it stands again.

    Raises:
        BadValue: Nobody said anything of the two, or there is no reason.
        NotAllowed: They may not say what is one.
    """
    register = seat.register
    register.must(Deed.JUDGE_LINK)
    told = words_on(register, pair)
    ordered = (min(pair), max(pair))
    word = last_word(told, pair=ordered)
    if word is None:
        raise BadValue(
            "expected a word on two records to take back, found none; it was taken "
            "back already: look at the history of the person"
        )
    before = verdict_before(told, word)
    both = (RecordId(ordered[0]), RecordId(ordered[1]))
    back = word_on(both, before, register.user, at, f"{TAKEN_BACK}: {because}")
    register.judge_link(back)
    register.review.reopen("|".join(ordered), at)
    return back


def words_on(register: Register, pair: Pair) -> tuple[Judgement, ...]:
    """Give what people said of two records, oldest first; taken back or not."""
    wanted = (min(pair), max(pair))
    mentions = [mention_of(each) for each in pair]
    words = list(register.words_on_pairs(pair, PairKind.RECORDS))
    if None not in mentions:
        ids = [str(each) for each in mentions]
        words += register.words_on_pairs(ids, PairKind.VICTIMS)
    words.sort(key=lambda each: each.order)
    told = as_records(each.judgement for each in words)
    return tuple(each for each in told if each.pair == wanted)


def standing_word(register: Register, pair: Pair) -> Judgement | None:
    """Give the word that stands on two records; None where nobody said any."""
    standing = standing_words(words_on(register, pair))
    return standing[-1] if standing else None
