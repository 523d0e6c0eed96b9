"""Lists in Arabic reports: each place with its number, each side with its dead."""

from collections.abc import Sequence
from dataclasses import replace

from tasjil.model.acts import Level, PerpetratorStance, Stance
from tasjil.model.claim import Perpetrator
from tasjil.model.edtf import Edtf
from tasjil.model.persons import VictimGroup
from tasjil.model.places import PlaceLevel, Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Report
from tasjil.read.arabic.numbers.quantities import find_quantities
from tasjil.read.arabic.telling.list_items import Item, list_items
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.person_nouns import person_sense
from tasjil.read.arabic.text.sentences import is_item
from tasjil.read.arabic.text.small_words import bare
from tasjil.read.arabic.text.words import words_of
from tasjil.read.drafts.draft import FATAL, Draft, Part
from tasjil.read.places.report_places import ReportPlaces
from tasjil.read.sentence import Sentence

REACH = 14
"""So many sentences behind its total a list may go on."""

_WIDE = frozenset({PlaceLevel.GOVERNORATE, PlaceLevel.COUNTRY, PlaceLevel.REGION})
_OWN = frozenset(("quantity", "victims", "names", "age"))
_A_DAY = 2


def add_lists(
    report: Report,
    drafts: Sequence[Draft],
    sentences: Sequence[Sentence],
    places: ReportPlaces,
) -> list[Draft]:
    """The drafts with those of lists: each number under its total, at its own place.

    A sum that does not add up is kept as it is said: nothing is added here.

    Args:
        report: The report.
        drafts: What was read so far; numbers that are parts of a list are changed.
        sentences: Its sentences.
        places: Finds the places of the report.
    """
    lists = _Lists(report, drafts, places)
    for sentence in sentences:
        lists.take(sentence)
    order = {id(draft): i for i, draft in enumerate(drafts)}
    return sorted(
        lists.drafts, key=lambda d: (d.sentence, order.get(id(d), len(order)))
    )


class _Lists:
    """Goes through a report sentence by sentence, beside what was read of it."""

    def __init__(
        self, report: Report, drafts: Sequence[Draft], places: ReportPlaces
    ) -> None:
        self.report = report
        self.drafts = list(drafts)
        self.places = places
        self.of_doers = False
        self.last_item = -REACH
        self.listed: set[int] = set()

    def take(self, sentence: Sentence) -> None:
        """Read the items of one sentence."""
        line = Line.of(sentence.text, words_of(sentence.text))
        numbers = find_quantities(sentence.text)
        if not numbers:
            self.of_doers = any(_is_doers_word(line, i) for i in range(len(line)))
            return
        items = list_items(line, numbers, self.places.find(sentence.text))
        for item in items:
            if not item.opens or self._may_open(sentence, line, item):
                self._take_item(sentence, line, item, _sum(items))

    def _may_open(self, sentence: Sentence, line: Line, item: Item) -> bool:
        """True for a label of a list: a place, a doer, a line among others like it."""
        near = sentence.index - self.last_item <= 1
        if item.place is None and not (is_item(sentence) or near or self.of_doers):
            return False
        self.last_item = sentence.index
        head = line.words[0]
        return person_sense(head) is None and bare(head.form) not in words(
            "grammar", "tally"
        )

    def _take_item(
        self, sentence: Sentence, line: Line, item: Item, together: int
    ) -> None:
        """Put one number of a list under its total, at its place."""
        span = sentence.span(item.number.start, item.number.end)
        draft = self._read_before(sentence, span)
        whole = self._whole(sentence, draft, item, together)
        if draft is None:
            if whole is None or not _stands_bare(line, item):
                return
            draft = self._made(sentence, item, whole)
            self.drafts.append(draft)
        self.listed.add(id(draft))
        if whole is not None:
            self._put_under(draft, whole)
        if self.of_doers and item.opens and item.place is None:
            self._add_doer(sentence, item, draft)
        else:
            self._add_place(sentence, item, draft)

    def _read_before(self, sentence: Sentence, span: tuple[int, int]) -> Draft | None:
        """The draft that has the number already."""
        for draft in self.drafts:
            told = draft.spans.get("quantity") or draft.spans.get("victims")
            here = draft.sentence == sentence.index and told is not None
            if here and told is not None and told[0] < span[1] and span[0] < told[1]:
                return draft
        return None

    def _whole(
        self, sentence: Sentence, draft: Draft | None, item: Item, together: int
    ) -> Draft | None:
        """The total told before that a number of a list belongs to.

        It is the one that the numbers of the list make up, else the last that can hold
        this number and is a part of no other.
        """
        number = item.number.value.quantity
        near = [
            told
            for told in self.drafts
            if 0 <= sentence.index - told.sentence <= REACH
            and told is not draft
            and id(told) not in self.listed
            and (draft is None or _alike(told, draft))
            and told.stance is not Stance.DENIED
            and _can_hold(told, number)
        ]
        exact = [told for told in near if told.quantity.highest_stated == together]
        open_ = [told for told in near if told.part is Part.MAIN]
        if draft is not None and draft.part is Part.AMONG:
            open_ = []  # "four of them": of whom the words before tell
        return next(reversed(exact or open_), None)

    def _made(self, sentence: Sentence, item: Item, whole: Draft) -> Draft:
        """A draft for a number that no word of harm stands beside."""
        number = item.number
        span = sentence.span(number.start, number.end)
        noun = number.value.noun
        people = span if noun is None else sentence.span(*noun)
        quantity = replace(number.value.quantity, text=self._words(span))
        status = whole.victims.status
        spans = {k: v for k, v in whole.spans.items() if k.split(".")[0] == "when"}
        return replace(
            whole,
            passage=(sentence.start, sentence.end),
            sentence=sentence.index,
            mention=(sentence.index, -1000 - number.start),
            quantity=quantity,
            victims=VictimGroup(text=self._words(people), status=status),
            noun="person",
            called=frozenset(["person"]),
            spans={**spans, "quantity": span, "victims": people},
            where=(),
            perpetrator=Perpetrator(),
            stance=Stance.STATED,
            plural=(quantity.highest_stated or 0) > 1,
            definite=False,
            within=None,
            of_the_dead=False,
        )

    def _put_under(self, draft: Draft, whole: Draft) -> None:
        """Make a number a part of a total, at the time of the total."""
        draft.within, draft.part = whole, Part.AMONG
        if draft.when.text is None:
            draft.when = whole.when
            if "when" in whole.spans:
                draft.spans["when"] = whole.spans["when"]

    def _add_place(self, sentence: Sentence, item: Item, draft: Draft) -> None:
        """Say where: the place of the item's own label."""
        span = sentence.span(*item.label)
        text = self._words(span)
        known = item.place.value if item.place is not None else Where(text)
        if item.place is not None:
            span = sentence.span(item.place.start, item.place.end)
            known = replace(known, text=self._words(span))
        spans = {k: v for k, v in draft.spans.items() if k.split(".")[0] != "where"}
        draft.spans = {**spans, "where": span}
        draft.where, draft.of_a_place = (known,), True
        if draft.level is not Level.INDIVIDUAL:
            wide = known.level in _WIDE or not _is_of_a_day(draft)
            draft.level = Level.AGGREGATE if wide else Level.INCIDENT

    def _add_doer(self, sentence: Sentence, item: Item, draft: Draft) -> None:
        """Say who did it: the label, where the list is one of sides."""
        span = sentence.span(*item.label)
        text = self._words(span)
        if bare(item_head(sentence, item)) in words("grammar", "nobody known"):
            return
        draft.perpetrator = Perpetrator(text, PerpetratorStance.NAMED)
        draft.spans["perpetrator"] = span
        if draft.within is not None:
            draft.level = draft.within.level

    def _words(self, span: tuple[int, int]) -> str:
        return " ".join(self.report.text[slice(*span)].split())


def item_head(sentence: Sentence, item: Item) -> str:
    """The first word of an item's label, folded."""
    return words_of(sentence.text[slice(*item.label)])[0].form


def _is_doers_word(line: Line, i: int) -> bool:
    """True for "those responsible": the list below is one of sides."""
    return line.one_of(i, words("grammar", "responsible"))


def _stands_bare(line: Line, item: Item) -> bool:
    """True where nothing but a noun stands behind a number: no verb of its own."""
    if item.opens:
        return True
    last = line.index(item.number.end - 1) + 1
    if last >= len(line) or line.marks[last]:
        return True
    noun = item.number.value.noun
    return noun is not None or bare(line.form(last)) in words("grammar", "prepositions")


def _alike(one: Draft, other: Draft) -> bool:
    same = one.act is other.act or {one.act, other.act} <= FATAL
    return same and one.stance is not Stance.DENIED and not one.background


def _sum(items: Sequence[Item]) -> int:
    """What the numbers of a list inside one sentence come to."""
    if any(item.opens for item in items):
        return -1
    return sum(i.number.value.quantity.highest_stated or 0 for i in items)


def _can_hold(whole: Draft, number: Quantity) -> bool:
    """True where the whole is the larger number."""
    return (whole.quantity.highest_stated or 0) > (number.highest_stated or 0)


def _is_of_a_day(draft: Draft) -> bool:
    """True unless the time told is more than two days."""
    if draft.when.edtf is None:
        return True
    days = Edtf.parse(draft.when.edtf).days
    return days is not None and days <= _A_DAY
