"""Who tells each claim of a report, from the nearest teller out to the publisher."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from tasjil.model.acts import Level, Stance
from tasjil.model.claim import Teller
from tasjil.model.sources import SourceKind
from tasjil.read.arabic.tellers.attribution import chain, cues_over
from tasjil.read.arabic.tellers.cues import Cue, cues
from tasjil.read.arabic.tellers.speakers import Named, listen, meant
from tasjil.read.arabic.tellers.teller_kinds import teller
from tasjil.read.arabic.tellers.telling_words import words
from tasjil.read.arabic.tellers.testimony import (
    in_first_person,
    saw_it,
    stance_in,
    witness_of,
)
from tasjil.read.arabic.text import lexicon
from tasjil.read.arabic.text.folding import folded
from tasjil.read.drafts.draft import Draft
from tasjil.read.sentence import Sentence

_WITNESSES = frozenset({SourceKind.WITNESS, SourceKind.RELATIVE})


class Voices:
    """The voices of one report, for all its drafts.

    Attributes:
        one_voice: True where somebody who was there tells the whole of it.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        kinds: Mapping[str, SourceKind],
        publisher: Teller | None,
    ) -> None:
        """Listen to the whole report once."""
        self._sentences = {s.index: s for s in sentences}
        self._kinds = kinds
        self._publisher = publisher
        self._heard = listen(sentences)
        self._witness = witness_of(sentences)
        own = publisher is not None and publisher.kind in _WITNESSES
        self._first_person = (
            self._witness is not None or own or in_first_person(sentences)
        )

        self._relays: list[Teller] = []
        self.one_voice = self._first_person
        self._corrects = any(map(corrects, sentences))

    def take(self, drafts: Sequence[Draft]) -> None:
        """Give every draft its tellers, and the stance of one who was there."""
        harm = {d.sentence for d in drafts}
        others = [s for i, s in self._sentences.items() if i not in harm]
        self._relays = list(relays(others, self._kinds))
        for draft in drafts:
            sentence = self._sentences[draft.sentence]
            at = offset_of(draft, sentence)
            named = self._chain(sentence, at)
            if named:
                draft.spans.setdefault("attribution", named[0].span)
            draft.attribution = self._ended(named)
            draft.stance = self._stance(draft, sentence, at)

    def inherit(self, drafts: Sequence[Draft]) -> None:
        """What was checked as a whole was checked in its parts."""
        self._pass_on(drafts)
        checked = {d.group for d in drafts if d.stance is Stance.VERIFIED}
        for draft in drafts:
            if draft.part_of in checked and draft.stance is Stance.STATED:
                draft.stance = Stance.VERIFIED

    def _pass_on(self, drafts: Sequence[Draft]) -> None:
        """Who told a total told its parts, where nobody is named for them."""
        totals = [d for d in reversed(drafts) if d.level is Level.AGGREGATE]
        told = {d.group: d.attribution for d in totals if self._named(d)}
        for draft in drafts:
            whole = told.get(draft.part_of or "")
            if whole is not None and not self._named(draft):
                draft.attribution = whole

    def _named(self, draft: Draft) -> bool:
        """True where somebody else than the publisher tells."""
        return any(t != self._publisher for t in draft.attribution)

    def _chain(self, sentence: Sentence, at: int) -> list[Named]:
        """Those who tell what stands at an offset, nearest first."""
        heard = self._heard[sentence.index]
        over = cues_over(sentence.text, at)
        told = [meant(sentence, t, heard) for t in chain(over)]
        named = [t for t in told if t is not None]
        around = self._witness or heard.quote
        if any(c.own or c.nobody for c in over) and around is None:
            return named
        if around is not None:
            named = [n for n in named if n is not heard.last or heard.last == around]
            return _once([*named, around])
        if named or not self._is_carried(sentence, over):
            return _once(named)
        return [heard.carried] if heard.carried is not None else []

    def _is_carried(self, sentence: Sentence, over: Sequence[Cue]) -> bool:
        """True where nobody is named, and nothing is shown that others made."""
        line, found = cues(sentence.text)
        earlier = line.form(0) in ("وكان", "وكانت")
        if earlier or (not over and any(c.tellers for c in found)):
            return False
        return not any(line.one_of(k, words("showing")) for k in range(len(line)))

    def _ended(self, named: Sequence[Named]) -> tuple[Teller, ...]:
        """The chain with the publisher at its end, once."""
        found = [teller(n.text, n.about, self._kinds) for n in named]
        found += self._relays if found else []
        if self._witness is not None and found:
            last = found[-1]
            found[-1] = Teller(last.text, SourceKind.WITNESS)
        end = self._publisher
        if end is None:
            return tuple(found)
        return (*(t for t in found if not same_teller(t.text, end.text)), end)

    def _stance(self, draft: Draft, sentence: Sentence, at: int) -> Stance:
        """The stance, where the one who tells was there, or takes it back."""
        taken_back = self._corrects and draft.stance is Stance.STATED
        if taken_back and _was_told_before(sentence, at):
            return Stance.DENIED
        if self._first_person:
            return stance_in(sentence, at, draft.stance)
        quoted = self._heard[sentence.index].quote is not None or "«" in sentence.text
        first = draft.attribution[0].kind if draft.attribution else None
        seen = quoted and first in _WITNESSES and saw_it(sentence)
        return (
            Stance.WITNESSED if seen and draft.stance is Stance.STATED else draft.stance
        )


def _was_told_before(sentence: Sentence, at: int) -> bool:
    """True for what "we" told before, or for what was only passed round."""
    line, _ = cues(sentence.text)
    rumours = lexicon.words("standing", "passed_round")
    before = range(line.index(at))
    passed = any(line.one_of(k, rumours) for k in before)
    return passed or any(c.own for c in cues_over(sentence.text, at))


def corrects(sentence: Sentence) -> bool:
    """True for a report that takes back what its publisher told before."""
    line, _ = cues(sentence.text)
    head = range(min(2, len(line)))
    return any(line.form(k) in lexicon.words("standing", "correcting") for k in head)


def relays(
    sentences: Sequence[Sentence], kinds: Mapping[str, SourceKind]
) -> Iterator[Teller]:
    """Outlets that a sentence of its own says passed the figures on."""
    for sentence in sentences:
        line, found = cues(sentence.text)
        for cue in found:
            if not line.one_of(cue.word, words("relaying")):
                continue
            for told in cue.tellers:
                who = teller(told.text, "", kinds)
                if who.kind is SourceKind.MEDIA and not told.back:
                    yield who


def offset_of(draft: Draft, sentence: Sentence) -> int:
    """Where the word that tells the harm stands in its sentence.

    Not within the words for a teller: "the committee of the missing: 340 missing".
    """
    _, found = cues(sentence.text)
    named = [(t.start, t.end) for c in found for t in c.tellers if t.text]
    for key in ("act", "quantity", "victims"):
        if key not in draft.spans:
            continue
        at = min(bisect_left(sentence.at, draft.spans[key][0]), len(sentence.at) - 1)
        if not any(start < at < end for start, end in named):
            return at
    return 0


def _once(named: Sequence[Named]) -> list[Named]:
    """Each teller once."""
    kept: list[Named] = []
    for each in named:
        if not any(same_teller(each.text, k.text) for k in kept):
            kept.append(each)
    return kept


def same_teller(one: str, other: str) -> bool:
    """True where two names can be one: all words of one stand in the other.

    Example:
        >>> same_teller("المرصد", "مرصد النهر للحقوق")
        True
    """
    first, second = _key(one), _key(other)
    return first <= second or second <= first


def _key(text: str) -> set[str]:
    return {w.removeprefix("ال") for w in folded(text).split()}
