"""Figures that go on from a total without a word for harm: "39 were children"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from tasjil.model.acts import Act, Level
from tasjil.model.persons import VictimGroup
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity
from tasjil.read.drafts.draft import Draft, Part
from tasjil.read.english.harm.mentions import Mention
from tasjil.read.english.numbers.quantities import find_quantities
from tasjil.read.english.people.finds import Finds
from tasjil.read.english.people.victims import Victims, read_victims
from tasjil.read.english.text.lexicon import words
from tasjil.read.english.text.parser import text_of
from tasjil.read.english.text.phrases import is_person
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

_CLOSE_BEHIND = 3
_NOUN_WITHIN = 5
_DEAD = r"(?:dead|deaths|killings|victims|killed|total|[0-9][0-9,]*[0-9])"
_WHOM = rf"(?:them|whom|those|these|the\s+{_DEAD})"
_AGAIN = re.compile(
    r"\b(?:total|toll|tally|count|figure)\s+(?:now\s+|then\s+)?"
    r"(?:stands?|stood|is|was|reach\w*|rose|rises|climb\w*|ha[sd]\s+(?:now\s+)?"
    r"(?:reached|risen|climbed|grown))\s*(?:now\s+)?(?:at|to)?\s*$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(rf"\s+(?:of|among)\s+{_WHOM}\b(?:,?\s+(?:were|are|was|being))?")
_WAS = re.compile(r"\s+(?:were|are)\s+")
_OPENS = re.compile(rf"^(?:of|among)\s+{_WHOM}\b", re.IGNORECASE)
_REST = re.compile(r"\b(?:remaining|other|rest,?)\s+$", re.IGNORECASE)
_INCLUDING = re.compile(
    r"\b(?:including|among\s+(?:them|whom)|of\s+whom)\s+(?P<between>[^.;:()]{0,60})$",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\s+(?:deaths?\s+|people\s+|killed\s+)?(?:in|at)\s+(?:the\s+)?", re.IGNORECASE
)
_FOR = re.compile(r"\s*(?:(?:accounts?|accounted|accounting)\s+for|for|with|:)\s*$")
_EXPLICIT = re.compile(r"\bthe\s+(?P<n>[0-9][0-9,]*[0-9])\b")
_KILLINGS = re.compile(
    r"\b(?P<n>(?:at least |about |some )?[0-9][0-9,]*)(?=\s+of\s+the\s+"
    r"(?:killings|deaths)\b)",
    re.IGNORECASE,
)
_CONTINUES = re.compile(
    r"\b(?:of|among|in|for|total|toll|tally|count|including|includes?|included|remaining|other)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[0-9]|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?)\b", re.IGNORECASE
)
_BETWEEN = re.compile(r"(?:[\w-]+\s+){0,3}[\w-]+,?\s+(?:and\s+)?$")


def may_go_on(sentence: str) -> bool:
    """True where a sentence behind a total may divide it.

    Example:
        >>> may_go_on("Of the 420, 39 were children."), may_go_on("It rained.")
        (True, False)
    """
    return bool(_NUMBER.search(sentence) and _CONTINUES.search(sentence))


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that belongs to a total told before.

    Attributes:
        who: Who they are, where the words say so.
        where: The place of their own, where they have one.
        anew: True for the total itself, told again with another number.
        inside: True where the total stands in the same sentence.
    """

    number: Found[Quantity]
    who: Token | None = None
    where: Found[Where] | None = None
    anew: bool = False
    inside: bool = False


def figures_in(
    sentence: Sentence,
    doc: Doc,
    numbers: Sequence[Found[Quantity]],
    places: Sequence[Found[Where]],
) -> list[Figure]:
    """The numbers of a sentence that can only be parts of a total, or the total."""
    text = sentence.text
    found: list[Figure] = []
    numbers = [*numbers, *_of_killings(text, numbers)]
    placed = [(n, p) for n in numbers if (p := _place_of(text, n, places)) is not None]
    for number in numbers:
        place = next((p for n, p in placed if n is number), None)
        if place is not None and len(placed) > 1:
            found.append(Figure(number, where=place))
        elif _AGAIN.search(text[: number.start]):
            found.append(Figure(number, anew=True))
        else:
            found += _by_who(text, doc, number)
    return found


def _of_killings(
    text: str, known: Sequence[Found[Quantity]]
) -> Iterator[Found[Quantity]]:
    """Numbers of deaths that count no noun for people: "32 of the killings"."""
    for match in _KILLINGS.finditer(text):
        start, end = match.span("n")
        if any(start < k.end and k.start < end for k in known):
            continue
        read = find_quantities(f"{match['n']} people")
        if read:
            yield Found.at(text, start, end, read[0].value)


def _place_of(
    text: str, number: Found[Quantity], places: Sequence[Found[Where]]
) -> Found[Where] | None:
    """The place in "384 in Tolmin" or "Tolmin accounts for 384"."""
    behind = _IN.match(text, number.end)
    for place in places:
        if behind is not None and behind.end() == place.start:
            return place
        if place.end <= number.start and _FOR.fullmatch(text[place.end : number.start]):
            return place
    return None


def _by_who(text: str, doc: Doc, number: Found[Quantity]) -> Iterator[Figure]:
    """Parts told by who they are: children, women, members of the army."""
    lead = text[: number.start]
    if match := _OF_THEM.match(text, number.end):
        yield Figure(number, _noun_from(doc, match.end()))
        return
    if match := _WAS.match(text, number.end):
        who = _noun_from(doc, match.end())
        if who is not None and (_OPENS.match(text) or _REST.search(lead)):
            yield Figure(number, who)
        return
    including = _INCLUDING.search(lead)
    if including is None:
        return
    between = including["between"]
    who = _noun_from(doc, number.end)
    if who is not None and (not between or _BETWEEN.fullmatch(between)):
        yield Figure(number, who, inside=True)


def _noun_from(doc: Doc, at: int) -> Token | None:
    """The noun for people that follows; None before a comma or another clause."""
    seen = 0
    for token in doc:
        if token.idx < at:
            continue
        seen += 1
        if token.is_punct and token.text != "-" or seen > _NOUN_WITHIN:
            return None
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "amod"):
            staff = token.lower_ in words("grammar", "continuing_staff")
            return token if is_person(token) or staff else None
    return None


class Continuing:
    """Turns figures that go on from a total into drafts, for one sentence."""

    def __init__(self, sentence: Sentence, doc: Doc, finds: Finds) -> None:
        """Keep what was found in the sentence."""
        self.sentence, self.doc, self.finds = sentence, doc, finds

    def drafts(
        self,
        told: Sequence[Draft],
        mentions: Sequence[Mention],
        places: Sequence[Found[Where]],
    ) -> list[Draft]:
        """A draft for each number that no draft of the sentence has yet."""
        if any(m.act is not Act.KILLED for m in mentions):
            return []
        used = [
            d.spans["quantity"]
            for d in told
            if d.sentence == self.sentence.index and "quantity" in d.spans
        ]
        found: list[Draft] = []
        figures = figures_in(self.sentence, self.doc, self.finds.quantities, places)
        for figure in figures:
            start, end = self._span(figure.number.start, figure.number.end)
            if any(start < b and a < end for a, b in used):
                continue
            total = self._total(told, figure)
            if total is not None:
                found.append(self._draft(total, figure))
        self._move_places(told, found)
        if _OPENS.match(self.sentence.text):
            self._put_within(told)
        return found

    def _put_within(self, told: Sequence[Draft]) -> None:
        """Behind "of those," even numbers with a verb of their own are parts."""
        here = self.sentence.index
        before = [d for d in told if d.sentence < here and d.quantity.highest_stated]
        near = [d for d in before if d.fatal and here - d.sentence <= _CLOSE_BEHIND]
        total = next((d for d in reversed(near) if d.part is Part.MAIN), None)
        for draft in told:
            most = draft.quantity.highest_stated or 0
            own = draft.sentence == here and draft.within is None and most > 1
            if total is not None and own and draft.act is total.act:
                larger = (total.quantity.highest_stated or 0) > most
                draft.within = total if larger else None

    def _move_places(self, told: Sequence[Draft], found: Sequence[Draft]) -> None:
        """A place that has a number of its own is no place of the number beside it."""
        moved = {w.text for d in found if d.of_a_place for w in d.where}
        for draft in told:
            if moved and draft.sentence == self.sentence.index and len(draft.where) > 1:
                kept = tuple(w for w in draft.where if w.text not in moved)
                draft.where = kept or draft.where

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return self.sentence.span(start, end)

    def _total(self, told: Sequence[Draft], figure: Figure) -> Draft | None:
        """The number told before that this one divides or repeats."""
        low = figure.number.value.highest_stated or 1
        fitting = [
            d
            for d in told
            if d.fatal
            and not d.background
            and (d.quantity.highest_stated or 0) >= (0 if figure.anew else low + 1)
            and d.quantity.highest_stated
        ]
        if figure.inside:
            return self._before(fitting, figure)
        near = [d for d in fitting if self.sentence.index - d.sentence <= _CLOSE_BEHIND]
        explicit = _EXPLICIT.search(self.sentence.text[: figure.number.end + 40])
        if explicit is not None:
            number = int(explicit["n"].replace(",", ""))
            exact = [d for d in fitting if d.quantity.highest_stated == number]
            if exact:
                return exact[0]
        whole = [d for d in near if d.part is Part.MAIN and not d.of_a_place]
        if figure.anew or figure.where is not None:
            whole = [d for d in whole if d.level is Level.AGGREGATE]
        return whole[-1] if whole else None

    def _before(self, fitting: Sequence[Draft], figure: Figure) -> Draft | None:
        """The number that stands in front of "including", in the same sentence."""
        at = self._span(figure.number.start, figure.number.end)[0]
        here = [
            d
            for d in fitting
            if d.sentence == self.sentence.index and d.spans["quantity"][0] < at
        ]
        return here[-1] if here else None

    def _draft(self, total: Draft, figure: Figure) -> Draft:
        """The total's draft with this figure's number, people and place."""
        number = figure.number
        span = self._span(number.start, number.end)
        index = self.sentence.index
        draft = replace(
            total,
            passage=(self.sentence.start, self.sentence.end),
            sentence=index,
            mention=(index, -2 - number.start),
            quantity=replace(number.value, text=number.text),
            victims=replace(total.victims, text=number.text, names=()),
            spans={k: v for k, v in total.spans.items() if k not in _OWN},
            definite=False,
            pronoun=False,
            plural=True,
            antecedent=None,
        )
        draft.spans["quantity"] = draft.spans["victims"] = span
        if figure.anew:
            draft.same_as = total
            return draft
        draft.part, draft.within = Part.AMONG, total
        if figure.who is not None:
            self._add_people(draft, read_victims(figure.who, self.finds))
        if figure.where is not None:
            self._add_place(draft, figure.where)
        return draft

    def _add_people(self, draft: Draft, read: Victims) -> None:
        """Say who they are."""
        text = " ".join(text_of(self.doc)[slice(*read.spans["victims"])].split())
        group = VictimGroup(
            text=text,
            age_group=read.group.age_group,
            sex=read.group.sex,
            status=read.group.status,
            communities=read.group.communities,
        )
        draft.victims, draft.noun, draft.called = group, read.noun, read.called
        draft.spans["victims"] = self._span(*read.spans["victims"])

    def _add_place(self, draft: Draft, place: Found[Where]) -> None:
        """Say where they were killed."""
        text = text_of(self.doc)[place.start : place.end]
        draft.where = (replace(place.value, text=text),)
        for key in [k for k in draft.spans if k.startswith("where")]:
            del draft.spans[key]
        draft.spans["where"] = self._span(place.start, place.end)
        draft.of_a_place = True


_OWN = frozenset(["quantity", "victims", "names", "age", "attribution", "stance"])
