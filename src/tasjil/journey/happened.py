"""What people did with an incident or with somebody in it, the newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tasjil.journey.nearby import Near
from tasjil.model.assessment import Dissent
from tasjil.model.decision import Signature
from tasjil.model.defined import Defined
from tasjil.model.ids import ClaimId, UserId
from tasjil.model.proof import Element
from tasjil.register.around import Position, Word
from tasjil.register.made import Made
from tasjil.register.register import Register

MOST = 200
"""How much of a history one page shows."""


class What(Defined):
    """What somebody did."""

    JUDGED = "judged", "Said whether the words of a report say what a claim says."
    TAKEN_BACK = "taken back", "Took back the last word on a claim."
    CORRECTED = "corrected", "Put another claim in the place of one."
    ADDED = "added", "Added a claim that no reader found."
    WITHDRAWN = "withdrawn", "Took back a claim that a person had made."
    LINKED = "linked", "Said of two claims whether they tell of one incident."
    ASSESSED = "assessed", "Said how well an element is established."
    SIGNED = "signed", "Stood behind another person's assessment."
    DISSENTED = "dissented", "Held that another person's assessment is wrong."


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that somebody did.

    Attributes:
        order: Its place in the log; a higher one is newer.
        said: The state, the verdict or the standing that it gave.
        claims: The claims it was about.
        times: How many words of the log it is: a split is one word a pair.
        number: The assessment it is, or is about.
    """

    order: int
    what: What
    by: UserId
    at: str
    because: str
    said: str = ""
    claims: tuple[ClaimId, ...] = ()
    times: int = 1
    element: Element | None = None
    number: int | None = None


def happened(register: Register, near: Near) -> tuple[Happening, ...]:
    """Give what people did with some incidents and all that hangs on them.

    Everything that was ever said of their claims, in these incidents or in others that
    they stood in before; the newest first.
    """
    claims = [*near.held.claims, *near.held.goes.was]
    found = [
        *map(_judged, register.words_on_claims(claims)),
        *_made(near.made),
        *_actions(map(_linked, near.words)),
        *_assessments(register, near),
    ]
    return tuple(sorted(found, key=lambda each: -each.order)[:MOST])


def since(
    history: Iterable[Happening], then: Position, me: UserId
) -> tuple[Happening, ...]:
    """Give what others did since a page was made."""
    return tuple(each for each in history if each.order > then.order and each.by != me)


def _judged(word: Word) -> Happening:
    what = What.TAKEN_BACK if word.takes_back else What.JUDGED
    claims = tuple(map(ClaimId, word.about))
    return Happening(
        word.order, what, word.by, word.at, word.because, word.said, claims
    )


def _linked(word: Word) -> Happening:
    return replace(_judged(word), what=What.LINKED)


def _actions(words: Iterable[Happening]) -> Iterator[Happening]:
    """Put the words of one action together: same person, moment, reason and verdict."""
    kept: dict[tuple[str, ...], Happening] = {}
    for each in words:
        key = (each.by, each.at, each.because, each.said)
        before = kept.get(key)
        if before is None:
            kept[key] = each
            continue
        claims = tuple(dict.fromkeys((*before.claims, *each.claims)))
        times = before.times + 1
        kept[key] = replace(each, claims=claims, times=times)
    yield from kept.values()


def _made(made: Iterable[tuple[int, Made]]) -> Iterator[Happening]:
    for order, each in made:
        what = What.ADDED if each.of is None else What.CORRECTED
        claims = tuple(id for id in (each.of, each.claim) if id is not None)
        yield Happening(order, what, each.by, each.at, each.because, claims=claims)


def _assessments(register: Register, near: Near) -> Iterator[Happening]:
    found = register.assessments_about(near.about)
    marks = register.marks_on([number for number, _ in found])
    others = register.position().others
    for number, each in found:
        signed, dissents = marks.get(number, (None, ()))
        made = Happening(
            number + others,
            What.ASSESSED,
            each.by,
            each.at,
            each.because,
            str(each.standing),
            (*each.claims, *each.against),
            element=each.element,
            number=number,
        )
        yield made
        if each.second is not None and signed is not None:
            yield _on(made, What.SIGNED, signed + others, each.second)
        for seq, no in zip(dissents, each.dissents, strict=False):
            yield _on(made, What.DISSENTED, seq + others, no)


def _on(
    made: Happening, what: What, order: int, told: Signature | Dissent
) -> Happening:
    """Give what somebody else did with an assessment."""
    return replace(
        made,
        what=what,
        order=order,
        by=told.by,
        at=told.at,
        because=told.because,
        said="",
        claims=(),
    )
