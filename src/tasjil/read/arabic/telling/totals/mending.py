"""Numbers of an Arabic statement read once more by the words beside them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tasjil.model.acts import Level, PerpetratorStance, Stance
from tasjil.model.claim import Perpetrator, When
from tasjil.model.edtf import Edtf
from tasjil.model.persons import Status, VictimGroup
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity, Unit
from tasjil.read.arabic.harm.mentions import Harmed, Mention
from tasjil.read.arabic.people.people_phrases import People, PeopleFinder
from tasjil.read.arabic.telling.sentence_reading import SentenceReading
from tasjil.read.arabic.telling.totals.relations import (
    Figure,
    Relation,
    changes,
    is_whole,
    relations,
)
from tasjil.read.drafts.draft import Draft, Part
from tasjil.read.drafts.of_another_number import OWN, of_another_number
from tasjil.read.found import Found

_BACK = 3
_RIGHT_BEHIND = 12
_BARE = re.compile(r"(?<![0-9/:.])[0-9][0-9,]*(?=\s+(?:على\s+(?:يد|أيدي)|بيد|بأيدي)\s)")
_BY = re.compile(
    r"\s+(?:[^\s،.:؛()0-9]+\s+){0,3}?(?:على\s+(?:يد|أيدي)|بيد|بأيدي|من\s+قبل)\s+"
    r"(?P<who>[^،.:؛()0-9]{3,60}?)(?=\s*(?:[،.:؛()]|$)|\s+(?:و?(?:في|بين|منذ|خلال)\s|و[0-9]))"
)
_MANY = 30
_CIVILIANS = re.compile(r"(?:القتلى|الضحايا|قتلى|ضحايا)\s+(?:من\s+)?(?:ال)?مدنيين")
_REPORTED = re.compile(
    r"(?<!\w)و?(?:أفيد|ورد)\s+(?:ب|أن)|(?:بحسب|حسب|وفق)\s+(?:ال)?تقارير(?!\s+\S*ها)"
    r"|(?:تقارير|أنباء)\s+(?:عن|تفيد|أفادت|تتحدث)|(?:أفادت|تفيد|تحدثت)\s+(?:ال)?(?:تقارير|أنباء)"
)
_A_DAY = len("2031-03-06")
_LEFT_OVER = re.compile(
    r"(?:مقارنة\s+(?:مع\s+|ب)?|مقابل\s+)(?P<n>[0-9][0-9,]*)(?![0-9%٪])"
)


class Mending:
    """What the grammars lost or mistook of the numbers of one sentence."""

    def __init__(self, reading: SentenceReading, finder: PeopleFinder) -> None:
        """Keep the sentence and its numbers of people."""
        self.reading, self.text = reading, reading.line.text
        told = [p for p in finder.all if p.number is not None and p.quantity.known]
        self.people = sorted(
            (p for p in told if p.quantity.unit is not Unit.FAMILY),
            key=lambda people: people.number or (0, 0),
        )
        self._add_bare(finder)
        self.figures = [_figure(people) for people in self.people]

    def _add_bare(self, finder: PeopleFinder) -> None:
        """Take in bare numbers with a doer: "12 at the hands of the army"."""
        known = [p.number for p in self.people if p.number is not None]
        for match in _BARE.finditer(self.text):
            span = match.span()
            if any(a < span[1] and span[0] < b for a, b in known):
                continue
            number = int(match[0].replace(",", ""))
            at = finder.line.index(span[0])
            quantity = Quantity(number, number, match[0])
            bare = People(at, at, None, span, quantity, number=span)
            self.people.append(bare)
        self.people.sort(key=lambda people: people.number or (0, 0))

    def drafts(self, told: Sequence[Draft]) -> list[Draft]:
        """New drafts of numbers nobody read; those that were read are mended."""
        index = self.reading.sentence.index
        here = [d for d in told if d.sentence == index]
        near = [d for d in told if 0 <= index - d.sentence <= _BACK]
        found = self._changed(here)
        for relation in relations(self.text, self.figures):
            found += self._related(relation, [*here, *found], near)
        found += self._wholes([*here, *found], [*near, *found])
        found += self._pointed_to([*here, *found])
        self._place_apart([*here, *found])
        self._add_status([*here, *found])
        self._add_doers([*here, *found])
        for draft in (*here, *found):
            if draft.stance is Stance.STATED and _REPORTED.search(self.text):
                draft.stance = Stance.ALLEGED
        return found

    def _add_doers(self, drafts: Sequence[Draft]) -> None:
        """Whose doing each number was: "31 at the hands of the northern forces"."""
        report, sentence = self.reading.report, self.reading.sentence
        for at, figure in enumerate(self.figures):
            draft = self._of(drafts, at)
            match = _BY.match(self.text, figure.end)
            if draft is None or match is None:
                continue
            span = sentence.span(*match.span("who"))
            text = " ".join(report.text[slice(*span)].split())
            draft.perpetrator = Perpetrator(text, PerpetratorStance.NAMED)
            draft.spans["perpetrator"] = span

    def _add_status(self, drafts: Sequence[Draft]) -> None:
        """As in "the toll of civilian dead rose to 33"."""
        first = self.figures[0].start if self.figures else 0
        if not _CIVILIANS.search(self.text[:first]):
            return
        for draft in drafts:
            plain = draft.victims.status is Status.UNKNOWN and draft.quantity.known
            if plain and draft.part is Part.MAIN:
                draft.victims = replace(draft.victims, status=Status.CIVILIAN)

    def _pointed_to(self, here: Sequence[Draft]) -> list[Draft]:
        """The number that "their killing" points back to: "1,400, it is reported"."""
        made: list[Draft] = []
        for draft in here:
            if not draft.pronoun or draft.quantity.known:
                continue
            at = draft.spans["victims"][0] - self.reading.sentence.start
            before = [n for n, f in enumerate(self.figures) if f.end <= at]
            total = before and self.figures[before[0]].most >= _MANY
            if not total or self._of(here, before[0]) is not None:
                continue
            people = self.people[before[0]]
            mention = Mention(draft.act, people.first, (Harmed(people),))
            whole = self.reading.one(
                self._like(draft, before[0]), mention, Harmed(people)
            )
            draft.same_as = whole
            made.append(whole)
        return made

    def _place_apart(self, drafts: Sequence[Draft]) -> None:
        """Where the people of each number were harmed, if several have a place."""
        starts = [figure.start for figure in self.figures]
        inside: dict[int, list[Found[Where]]] = {}
        for at, (start, stop) in enumerate(pairwise([*starts, len(self.text)])):
            told = [p for p in self.reading.around.places if start < p.start < stop]
            if told:
                inside[at] = told
        for at, places in inside.items() if len(inside) > 1 else ():
            draft = self._of(drafts, at)
            if draft is not None and not draft.of_a_place:
                self._put_at(draft, places)

    def _put_at(self, draft: Draft, places: Sequence[Found[Where]]) -> None:
        """Write the places of one number into its draft."""
        report, sentence = self.reading.report, self.reading.sentence
        for key in [k for k in draft.spans if k.split(".")[0] == "where"]:
            del draft.spans[key]
        where = []
        for i, place in enumerate(places):
            span = sentence.span(place.start, place.end)
            draft.spans[f"where.{i}" if i else "where"] = span
            text = " ".join(report.text[slice(*span)].split())
            where.append(replace(place.value, text=text))
        draft.where = tuple(where)

    def _of(self, drafts: Sequence[Draft], at: int | None) -> Draft | None:
        """The draft that has a number of the sentence."""
        if at is None:
            return None
        start, end = self._span(at)
        for draft in drafts:
            span = draft.spans.get("quantity")
            if span is not None and span[0] < end and start < span[1]:
                return draft
        return None

    def _span(self, at: int) -> tuple[int, int]:
        figure = self.figures[at]
        return self.reading.sentence.span(figure.start, figure.end)

    def _related(
        self, relation: Relation, here: Sequence[Draft], near: Sequence[Draft]
    ) -> list[Draft]:
        """A part read as a number of its own goes under its whole; or it is new."""
        whole = self._of(here, relation.whole)
        if relation.whole is None:
            whole = self._above(near, self.figures[relation.part])
        part = self._of(here, relation.part)
        if whole is None or _is_earlier(whole) or part is whole:
            return []
        if part is None:
            return [self._new(relation.part, whole)]
        if whole.within is part or (
            part.act is not whole.act and not _both(part, whole)
        ):
            return []
        part.within, part.part, part.same_as = whole, Part.AMONG, None
        return []

    def _above(self, near: Sequence[Draft], figure: Figure) -> Draft | None:
        """The number told last before that can hold it."""
        index = self.reading.sentence.index
        fits = [
            d
            for d in near
            if d.sentence < index
            and (d.quantity.highest_stated or 0) > figure.most
            and not d.background
        ]
        mains = [d for d in fits if d.part is Part.MAIN and d.within is None]
        return next(reversed(mains), None)

    def _new(self, at: int, whole: Draft) -> Draft:
        """A draft of a part that no grammar read."""
        people = self.people[at]
        mention = Mention(whole.act, people.first, (Harmed(people, Part.AMONG),))
        base = self._like(whole, at)
        draft = self.reading.one(base, mention, Harmed(people, Part.AMONG))
        draft.within, draft.part = whole, Part.AMONG
        if whole.level is Level.AGGREGATE:
            draft.level = Level.AGGREGATE
        return draft

    def _like(self, draft: Draft, at: int) -> Draft:
        """A draft with one of the sentence's numbers, and all else as in another."""
        sentence = self.reading.sentence
        span = self._span(at)
        text = " ".join(self.reading.report.text[slice(*span)].split())
        quantity = replace(self.people[at].quantity, text=text)
        start = self.figures[at].start
        return of_another_number(draft, sentence, start, quantity, span)

    def _changed(self, here: Sequence[Draft]) -> list[Draft]:
        """The figure that another took the place of is history."""
        made: list[Draft] = []
        for earlier, now in changes(self.text, self.figures):
            old, new = self._of(here, earlier), self._of(here, now)
            base = new or old or next(reversed(list(here)), None)
            if base is None:
                continue
            if new is None and now is not None:
                new = self._like(base, now)
                made.append(new)
            if old is None:
                old = self._like(new or base, earlier)
                made.append(old)
            self._make_earlier(old, self.figures[earlier].end)
        return made or self._left_over(here)

    def _left_over(self, here: Sequence[Draft]) -> list[Draft]:
        """As in "compared with 365", where "with" is written on the number."""
        match = _LEFT_OVER.search(self.text)
        if match is None or not here:
            return []
        span = self.reading.sentence.span(*match.span("n"))
        base = next((d for d in reversed(here) if d.quantity.known), None)
        if base is None or any(d.spans.get("quantity") == span for d in here):
            return []
        number = int(match["n"].replace(",", ""))
        text = self.reading.report.text[slice(*span)]
        spans = {k: v for k, v in base.spans.items() if k not in OWN}
        draft = replace(
            base,
            mention=(base.sentence, -30000 - match.start()),
            quantity=Quantity(number, number, text),
            victims=replace(base.victims, text=text, names=()),
            spans=spans | {"quantity": span, "victims": span},
        )
        self._make_earlier(draft, match.end())
        return [draft]

    def _make_earlier(self, draft: Draft, end: int) -> None:
        """Tell a figure as history, with the time told right behind it."""
        draft.background, draft.more = True, True
        draft.within = draft.same_as = None
        draft.part, draft.when = Part.MAIN, When()
        draft.spans.pop("when", None)
        dates = self.reading.around.dates
        near = [d for d in dates if 0 <= d.start - end <= _RIGHT_BEHIND]
        if not near or near[0].value.edtf is None:
            return
        edtf, latest = near[0].value.edtf, Edtf.parse(near[0].value.edtf).latest
        if len(edtf) == _A_DAY and latest is not None:
            edtf = f"../{latest.isoformat()}"
        span = self.reading.sentence.span(near[0].start, near[0].end)
        text = " ".join(self.reading.report.text[slice(*span)].split())
        draft.when, draft.spans["when"] = When(edtf, text), span

    def _wholes(self, here: Sequence[Draft], near: Sequence[Draft]) -> list[Draft]:
        """A number told as the sum of those before it."""
        made: list[Draft] = []
        for at, figure in enumerate(self.figures):
            smaller = [
                d
                for d in near
                if 0 < (d.quantity.highest_stated or 0) < figure.most
                and not d.background
                and d.within is None
            ]
            if not is_whole(self.text, figure) or not smaller:
                continue
            if self._of(here, at) is not None:
                continue
            whole = self._like(smaller[-1], at)
            whole.victims = VictimGroup(text=whole.victims.text)
            whole.perpetrator = Perpetrator()
            whole.spans.pop("perpetrator", None)
            made.append(whole)
        return made


def _figure(people: People) -> Figure:
    start, end = people.number or (0, 0)
    return Figure(start, end, people.quantity.highest_stated or 0)


def _both(part: Draft, whole: Draft) -> bool:
    return part.fatal and whole.fatal


def _is_earlier(draft: Draft) -> bool:
    """True for a figure that another took the place of: it has no parts."""
    return draft.background and draft.more
