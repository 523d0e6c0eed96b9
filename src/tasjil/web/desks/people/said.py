"""What people said of who somebody is, and how records moved from one to another."""

from dataclasses import dataclass

from markupsafe import Markup

from tasjil.journey.board import PersonSheet
from tasjil.link.named import record_of
from tasjil.model.judgement import PairKind, Verdict
from tasjil.publish.outside import told
from tasjil.web.page.request import DeskRequest
from tasjil.web.shown.did import Did, moment_words

MOST = 100
"""How many words, and how many moves, one page shows; the newest."""

SAID = {
    Verdict.SAME: "people.said_same",
    Verdict.DIFFERENT: "people.said_different",
    Verdict.CANNOT_TELL: "people.said_cannot_tell",
}


@dataclass(frozen=True, slots=True)
class Moved:
    """A record that came to tell of another person."""

    at: Markup
    record: Markup
    came: bool


def words_told(request: DeskRequest, found: PersonSheet) -> tuple[Did, ...]:
    """Give what people said of two names or records of which one is this person's."""
    register = request.seat.register
    victim = found.body.victim
    mentions = [] if victim is None else [victim.id, *victim.mentions]
    records = [*found.record_ids, *map(record_of, mentions)]
    words = [
        *register.words_on_pairs(mentions, PairKind.VICTIMS),
        *register.words_on_pairs(records, PairKind.RECORDS),
    ]
    words.sort(key=lambda each: -each.order)
    return tuple(
        Did(
            told(each.by),
            moment_words(request, each.at),
            request.t(SAID[Verdict(each.said)]),
            told(each.because),
            each.order,
        )
        for each in words[:MOST]
    )


def moves_told(request: DeskRequest, found: PersonSheet) -> tuple[Moved, ...]:
    """Give the records that came to this person, or left for another."""
    moves = list(request.seat.register.person_moves(found.line.id))[-MOST:]
    return tuple(
        Moved(
            moment_words(request, each.at),
            told(each.record),
            each.person == found.line.id,
        )
        for each in reversed(moves)
    )
