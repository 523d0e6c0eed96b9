"""`tasjil link --review`: pairs of records put before a person, one key an answer."""

import sys
from collections.abc import Callable, Iterable
from typing import Any

from tasjil.cli import desk_words as words
from tasjil.cli.keys import LEAVE, pressed, typed_line
from tasjil.cli.show_pair import Speech, came_lines, folded, pair_lines, told_of
from tasjil.cli.terminal import harmless, line, put
from tasjil.journey.linking.card import Card, Side
from tasjil.journey.linking.desk import Desk
from tasjil.link.compare.sentences import SIBLINGS, Twin
from tasjil.model.judgement import Verdict

ANSWERS = {
    "s": Verdict.SAME,
    "d": Verdict.DIFFERENT,
    "c": Verdict.CANNOT_TELL,
}
BACK = "0"


def review_at_terminal(desk: Desk, *, arabic: bool = False, clear: bool = True) -> int:
    """Ask pair after pair until the person leaves or nothing is left.

    Each answer is kept before the next question comes, so that nothing is lost when
    the terminal goes away.

    Args:
        desk: What was linked, and where answers are kept.
        arabic: Speak Arabic.
        clear: The answers are kept where others can read them.
    """
    at = _AtDesk(desk, Speech(arabic))
    if clear:
        at.say(words.NO_NAMES)
    while (card := desk.next()) is not None:
        if not at.ask(card):
            break
    else:
        at.say(words.NOTHING_LEFT)
    at.so_far()
    if desk.standings().answered:
        at.say(words.LINK_AGAIN)
    return 0


def put_questions(desk: Desk, count: int) -> int:
    """Write the next questions as JSON, one a line, for another program to ask."""
    for card in desk.questions(count):
        put(question_json(card))
    return 0


def question_json(card: Card) -> dict[str, Any]:
    """Put a question into plain JSON."""
    asked, reasons = card.question, card.reasons
    return {
        "pair": [str(card.one.told.record), str(card.other.told.record)],
        "together": asked.together,
        "chance": round(asked.chance, 4),
        "value": round(asked.value, 4),
        "why": str(asked.why),
        "sum": None if reasons.whole is None else reasons.whole.en,
        "reasons": [
            {
                "compared": list(each.compared),
                "text": each.said.en,
                "text_ar": each.said.ar,
                "bits": None if each.bits is None else round(each.bits, 2),
            }
            for each in reasons.reasons
        ],
        "records": [_side_json(each) for each in (card.one, card.other)],
    }


def _side_json(side: Side) -> dict[str, Any]:
    return {
        "record": str(side.told.record),
        "list": side.told.list,
        "told": told_of(side.told),
        "cells": dict(side.cells),
        "passage": side.passage,
        "others": [str(each.record) for each in side.others],
    }


class _AtDesk:
    """One person at a terminal."""

    def __init__(self, desk: Desk, speech: Speech) -> None:
        self.desk = desk
        self.speech = speech

    def say(self, twin: Twin, **gaps: object) -> None:
        for each in folded(self.speech.of(twin, **gaps), 80):
            line(each)

    def so_far(self) -> None:
        now = self.desk.standings()
        self.say(
            words.SO_FAR,
            answered=f"{now.answered:,}",
            doubtful=f"{now.doubtful:,}",
            persons=f"{now.persons:,}",
        )

    def ask(self, card: Card) -> bool:
        """Ask about one pair until it is answered; False where the person leaves."""
        self._show(card)
        more: dict[str, Callable[[Card], bool]] = {
            "k": self._skip,
            "u": self._undo,
            "w": self._why,
            "a": self._came,
        }
        while True:
            key = pressed()
            if key == LEAVE:
                return False
            if key in ANSWERS:
                done = self._answer(card, ANSWERS[key])
            elif key in more:
                done = more[key](card)
            else:
                self.say(words.NO_SUCH_KEY, keys=words.KEYS)
                done = False
            if done:
                return True

    def _show(self, card: Card) -> None:
        line("")
        self.so_far()
        self._lines(pair_lines(card, self.speech))
        self.say(words.KEYS)

    def _lines(self, lines: Iterable[str]) -> None:
        for each in lines:
            line(each)

    def _answer(self, card: Card, verdict: Verdict) -> bool:
        because = self._because(card, verdict)
        if because is None:
            self.say(words.KEYS)
            return False
        self.desk.answer(card, verdict, because)
        self.say(words.KEPT[verdict])
        return True

    def _because(self, card: Card, verdict: Verdict) -> str | None:
        """Have the person choose or type a reason; None where they go back."""
        offered = [self.speech.of(each) for each in offers(card, verdict)]
        for n, each in enumerate(offered, start=1):
            line(f"  {n} {each}")
        sys.stdout.write(harmless(self.speech.of(words.BECAUSE, back=BACK)))
        sys.stdout.flush()
        typed = typed_line()
        if typed is None or typed == BACK:
            return None
        if typed.isdecimal() and 1 <= int(typed) <= len(offered):
            return offered[int(typed) - 1]
        return typed or offered[0]

    def _skip(self, card: Card) -> bool:
        self.desk.skip(card)
        return True

    def _undo(self, card: Card) -> bool:
        if self.desk.undo() is None:
            self.say(words.NOTHING_TO_UNDO)
            return False
        self.say(words.UNDONE)
        return True

    def _why(self, card: Card) -> bool:
        asked = card.question
        definition = words.WHY_ASKED[asked.why]
        percent = f"{100 * asked.chance:.0f}"
        self.say(words.WHY, definition=definition, percent=percent)
        return False

    def _came(self, card: Card) -> bool:
        self._lines(came_lines(card, self.speech))
        return False


def offers(card: Card, verdict: Verdict) -> tuple[Twin, ...]:
    """Offer reasons for an answer, the one that fits this pair first."""
    offered = words.REASONS[verdict]
    said = [each.said for each in card.reasons.reasons]
    if verdict is Verdict.DIFFERENT and SIBLINGS in said:
        return (offered[1], offered[0], *offered[2:])
    return offered
