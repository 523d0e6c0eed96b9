"""The desk: one pair at a time put before a person, and what they say of it kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

import numpy as np

from tasjil.journey.linking.card import Card, Material, Side, Standings
from tasjil.link.explaining import explain_pair, find_pair
from tasjil.link.review.answers import TAKEN_BACK, answers_of, asked_of
from tasjil.link.review.choosing import choose, question_on
from tasjil.link.review.learning import Answer, learn
from tasjil.link.review.moving import moved
from tasjil.link.review.question import Question
from tasjil.link.review.standing import Standing, chance_same
from tasjil.link.words import Pair
from tasjil.model.ids import UserId
from tasjil.model.judgement import Judgement, PairKind, Verdict

AT_ONCE = 10
"""Questions chosen at once; after as many answers the rest is weighed again."""

OPEN = (0.1, 0.9)
"""A pair whose probability lies between these is doubtful."""


@dataclass(slots=True)
class Desk:
    """Asks, keeps each answer at once, and takes the last one back.

    Attributes:
        material: What was linked.
        keep: Keeps a word for good, or raises; called once for each answer.
        by: Who answers.
        now: The clock.
        seed: Of the sure pairs drawn by chance.
    """

    material: Material
    keep: Callable[[Judgement], None]
    by: UserId
    now: Callable[[], datetime]
    seed: int = 0
    _done: list[Judgement] = field(default_factory=list)
    _skipped: set[tuple[int, int]] = field(default_factory=set)
    _waiting: list[Question] = field(default_factory=list)
    _standing: Standing | None = None
    _doubtful: frozenset[tuple[int, int]] = frozenset()

    def next(self) -> Card | None:
        """Give the next pair to ask about; None where nothing is worth asking."""
        if not self._waiting:
            self._waiting = list(self._choose(AT_ONCE))
        return self.card(self._waiting[0]) if self._waiting else None

    def questions(self, count: int) -> tuple[Card, ...]:
        """Give the next pairs, the most informative first, for another program."""
        return tuple(self.card(each) for each in self._choose(count))

    def answer(self, card: Card, verdict: Verdict, because: str) -> Judgement:
        """Keep what a person says of a pair.

        Raises:
            BadValue: There is no reason.
            NotAllowed: They may not judge whether two are one.
        """
        word = self._word(card.pair, verdict, because)
        self.keep(word)
        self._done.append(word)
        self._leave(card.question)
        return word

    def skip(self, card: Card) -> None:
        """Leave a pair for another time; nothing is kept."""
        self._skipped.add((card.question.left, card.question.right))
        self._leave(card.question)

    def undo(self) -> Card | None:
        """Take the last answer of this desk back, and ask it again; None if none is.

        The word that stood before stands again; both stay where they are kept.
        """
        if not self._done:
            return None
        last = self._done[-1]
        before = [each for each in self._all()[:-1] if each.pair == last.pair]
        verdict = before[-1].verdict if before else Verdict.CANNOT_TELL
        self.keep(self._word(last.pair, verdict, f"{TAKEN_BACK}: {last.because}"))
        self._done.pop()
        ((left, right),) = self._positions([last.pair])
        pair = find_pair(self.material.pairs, left, right)
        if pair is None:
            return None
        self._waiting.insert(0, question_on(self._stands(), pair))
        return self.card(self._waiting[0])

    def standings(self) -> Standings:
        """Say how far the review has come."""
        now = self._stands()
        labels = moved(now, self._answers())
        persons = int(np.count_nonzero(np.bincount(labels)))
        doubtful = self._doubtful - self._asked()
        return Standings(len(self._done), len(doubtful), persons)

    def card(self, question: Question) -> Card:
        """Lay a question out with all that is told of the two records."""
        one, other = (self._side(at) for at in (question.left, question.right))
        pairs, weights = self.material.pairs, self.material.weights
        reasons = explain_pair(one.told, other.told, pairs, question.pair, weights)
        return Card(question, one, other, reasons)

    def _side(self, at: int) -> Side:
        told, records = self.material.told, self.material.records
        labels = self._stands().labels
        others = np.flatnonzero(labels == labels[at]).tolist()
        id = records[at]
        return Side(
            told[id],
            self.material.cells(id),
            self.material.passage(id),
            tuple(told[records[each]] for each in others if each != at),
        )

    def _choose(self, count: int) -> tuple[Question, ...]:
        self._standing = None
        return choose(self._stands(), self._asked(), count, seed=self.seed)

    def _stands(self) -> Standing:
        """Who stands together by the answers of this desk, and what they teach."""
        if self._standing is None:
            given = self.material
            now = Standing(given.pairs, given.labels, given.list_of, given.clean)
            chance = chance_same(now)
            if answers := self._answers():
                pairs = learn(given.pairs, answers, chance)
                now = replace(now, pairs=pairs, labels=moved(now, answers))
                chance = chance_same(now)
            at = np.flatnonzero((chance > OPEN[0]) & (chance < OPEN[1]))
            left, right = now.pairs.left[at].tolist(), now.pairs.right[at].tolist()
            self._doubtful = frozenset(zip(left, right, strict=True))
            self._standing = now
        return self._standing

    def _answers(self) -> tuple[Answer, ...]:
        return answers_of(self._done, self.material.records)

    def _asked(self) -> set[tuple[int, int]]:
        return self._skipped | set(self._positions(asked_of(self._all())))

    def _positions(self, pairs: Iterable[Pair]) -> list[tuple[int, int]]:
        """Find records by their ids; pairs of which one is not here are passed over."""
        known = list(pairs)
        wanted = {each for pair in known for each in pair}
        records = map(str, self.material.records)
        place = {id: at for at, id in enumerate(records) if id in wanted}
        found = [(place.get(one, -1), place.get(other, -1)) for one, other in known]
        return [(min(both), max(both)) for both in found if min(both) >= 0]

    def _all(self) -> list[Judgement]:
        return [*self.material.said, *self._done]

    def _leave(self, question: Question) -> None:
        self._waiting = [each for each in self._waiting if each != question]

    def _word(self, pair: Pair, verdict: Verdict, because: str) -> Judgement:
        at = self.now().isoformat(timespec="seconds")
        return Judgement(PairKind.RECORDS, *pair, verdict, self.by, at, because)
