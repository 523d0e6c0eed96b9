"""Numbers that stand for some of the people told before: "eight were shot"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from tasjil.model.acts import Act, Level, PerpetratorStance, Stance
from tasjil.model.claim import Perpetrator
from tasjil.model.persons import VictimGroup
from tasjil.model.quantity import Quantity
from tasjil.read.drafts.draft import FATAL, Draft, Part
from tasjil.read.english.people.finds import Finds
from tasjil.read.english.people.victims import read_victims
from tasjil.read.english.telling.memory import Memory
from tasjil.read.english.text.lexicon import phrases
from tasjil.read.english.text.phrases import is_person
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

_BACK = 3
_NUMBER = r"(?:[0-9][0-9,]*|[A-Za-z]+(?:-[a-z]+)?)"
_THE_DEAD = (
    r"(?:the\s+)?(?:(?:civilian\s+)?(?:dead|deaths|killed|killings|wounded|injured|"
    r"arrested|detained|detainees|abducted|missing|victims|children|women|men))"
)
_OF = re.compile(
    rf"\s+of\s+(?P<whom>them|these|those|whom|(?:the|those)\s+{_THE_DEAD})\b",
    re.IGNORECASE,
)
_OPENS = re.compile(rf"\b[Oo]f\s+(?:the|those)\s+(?:{_NUMBER}\s+)?{_THE_DEAD}\b")
_STARTS = re.compile(
    r"(?:^|[.;:,(]\s+|[“\"‘']\s*|\b(?:and|while|but|that)\s+)(?:the\s+(?:other|remaining)\s+)?$"
)
_IS = re.compile(
    r"\s+(?:were|was|are|had|have|has|remain(?:ed)?|died|received|lost|came|worked)\b"
    r"(?!\s+(?:released|freed|rescued|unhurt|unharmed|alive|found\s+alive|acquitted|"
    r"killed|wounded|injured|arrested|detained|abducted|displaced|missing))"
)
_OF_WHOM = re.compile(r"\b(?:of|among)\s+(?:whom|them|these|those),?\s+$", re.I)
_REST = re.compile(r"\bthe\s+(?:remaining|other|rest,)\s+$", re.IGNORECASE)
_AND = re.compile(r"(?:,\s*(?:and\s+)?|\s+and\s+|;\s*)$")
_WITH = re.compile(r"\s+(?:by|in|at|with|on|near|outside)\s+")
_MAKE_UP = re.compile(r"\b(?P<who>[A-Z]?[a-z]+)\s+(?:make|made)\s+up\s+$")
_DOER = re.compile(
    r"[^,;.]{0,40}?\bby\s+(?P<who>(?:(?:the|an?|members\s+of\s+the)\s+)?"
    r"[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*)"
)
_WHO = re.compile(r"\s+(?:were|are|was)\s+(?:an?\s+)?(?=[a-z])")


@dataclass(frozen=True, slots=True)
class Share:
    """A number for some of the people told before; `who` are its own words for them."""

    number: Found[Quantity]
    act: Act | None = None
    who: Token | None = None
    follows: bool = False


def may_share(sentence: str) -> bool:
    """True where a sentence may tell of some of those told before.

    Example:
        >>> may_share("Eight were shot."), may_share("It rained for two days.")
        (True, False)
    """
    return _MAY.search(sentence) is not None


_SMALL = (
    r"(?:[0-9][0-9,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|both|several|some|most)"
)
_MAY = re.compile(
    rf"(?:^|[;,:“\"]\s*|\band\s+|\bwhile\s+){_SMALL}\s+(?:were|was|are|had|have|remain)\b"
    rf"|\b{_SMALL}\s+of\s+(?:them|these|those|whom|the)\b"
    rf"|\b(?:remaining|other)\s+{_SMALL}\b|\b[Oo]f\s+(?:the|those)\s+{_SMALL}?\s*[a-z]+,"
    rf"|\bmake\s+up\s+{_SMALL}\b",
    re.IGNORECASE,
)


class Shares:
    """Turns such numbers of one sentence into drafts, each under its total."""

    def __init__(
        self,
        memory: Memory,
        sentence: Sentence,
        doc: Doc,
        finds: Finds,
        numbers: Sequence[Found[Quantity]],
    ) -> None:
        """Keep the sentence and the numbers in it."""
        self.memory, self.sentence, self.doc, self.finds = memory, sentence, doc, finds
        self.numbers = numbers

    def drafts(self, told: Sequence[Draft]) -> list[Draft]:
        """A draft for each number that no draft of the sentence has yet."""
        here = [d for d in told if d.sentence == self.sentence.index]
        near = [d for d in told if self.sentence.index - d.sentence <= _BACK]
        found: list[Draft] = []
        for share in self._shares():
            span = self._span(share.number.start, share.number.end)
            if _has(here, span):
                continue
            total = _total([*near, *found], share, span[0])
            if total is not None:
                found.append(self.draft(share, total, span))
        return found

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return self.sentence.span(start, end)

    def _shares(self) -> Iterator[Share]:
        """The numbers whose words say that they are some of others."""
        text = self.sentence.text
        opened = _OPENS.search(text)
        act = _act_in(opened[0]) if opened is not None else None
        goes_on = False
        for number in self.numbers:
            if number.text.lower().split()[0] in ("a", "an", "another"):
                continue
            share = self._share(number, act, goes_on)
            goes_on = goes_on or share is not None
            if share is not None:
                yield share

    def _share(
        self, number: Found[Quantity], act: Act | None, goes_on: bool
    ) -> Share | None:
        """One number, where its words say so."""
        text = self.sentence.text
        lead = text[: number.start]
        if match := _OF.match(text, number.end):
            own = _act_in(match["whom"]) or act
            made_up = _MAKE_UP.search(lead)
            at = made_up.start("who") if made_up else None
            who = self.noun(match.end()) if at is None else self._token(at)
            return Share(number, own, who)
        if _OF_WHOM.search(lead) and _IS.match(text, number.end):
            return Share(number, act, self._who(number.end))
        if _REST.search(lead):
            return Share(number, act, self._who(number.end))
        if _STARTS.search(lead) and _IS.match(text, number.end):
            return Share(number, act, self._who(number.end))
        if goes_on and _AND.search(lead):
            noun = self.noun(number.end)
            if noun is not None or _WITH.match(text, number.end):
                return Share(number, act, noun, follows=True)
        return None

    def _who(self, at: int) -> Token | None:
        """The children in "39 were children"."""
        match = _WHO.match(self.sentence.text, at)
        return self.noun(match.end()) if match else None

    def noun(self, at: int) -> Token | None:
        """The noun for people right behind, over at most two words."""
        for token in [t for t in self.doc if t.idx >= at][:3]:
            if token.is_punct or token.pos_ in ("VERB", "AUX", "ADP"):
                return None
            if token.pos_ in ("NOUN", "PROPN") and is_person(token):
                return _last_of(token)
        return None

    def _token(self, at: int) -> Token | None:
        return next((t for t in self.doc if t.idx == at and is_person(t)), None)

    def draft(self, share: Share, total: Draft, span: tuple[int, int]) -> Draft:
        """The total's draft with this number, these people and their doer."""
        index, number = self.sentence.index, share.number
        same = total.sentence == index
        draft = replace(
            total,
            passage=(self.sentence.start, self.sentence.end),
            sentence=index,
            mention=(index, -5000 - number.start),
            quantity=replace(number.value, text=self.memory.words(span)),
            victims=replace(
                total.victims, text=self.memory.words(span), names=(), age=None
            ),
            stance=total.stance if same else Stance.STATED,
            part=Part.AMONG,
            within=total,
            same_as=None,
            of_a_place=False,
            pronoun=False,
            definite=False,
            more=False,
            plural=number.value.highest_stated != 1,
            antecedent=None,
            spans={k: v for k, v in total.spans.items() if k.split(".")[0] in _KEPT},
        )
        if total.level is Level.INDIVIDUAL:
            draft.level = Level.INCIDENT
        draft.spans["quantity"] = draft.spans["victims"] = span
        self._add_doer(draft, number.end)
        if share.who is not None:
            self._add_people(draft, share.who)
        return draft

    def _add_people(self, draft: Draft, head: Token) -> None:
        """Say who they are."""
        read = read_victims(head, self.finds)
        text = self.memory.words(self._span(*read.spans["victims"]))
        group = VictimGroup(
            text=text,
            age_group=read.group.age_group,
            sex=read.group.sex,
            status=read.group.status,
            communities=read.group.communities,
        )
        draft.victims, draft.noun, draft.called = group, read.noun, read.called
        draft.spans["victims"] = self._span(*read.spans["victims"])

    def _add_doer(self, draft: Draft, at: int) -> None:
        """Who did it, where "by the Guard" follows."""
        match = _DOER.match(self.sentence.text, at)
        if match is not None:
            span = self._span(*match.span("who"))
            told = self.memory.words(span)
            draft.perpetrator = Perpetrator(told, PerpetratorStance.NAMED)
            draft.spans["perpetrator"] = span


def _last_of(token: Token) -> Token:
    """The fighters in "Hill fighters": the last of two nouns for the same people."""
    behind = token.doc[token.i + 1 : token.i + 2]
    return next((t for t in behind if t.pos_ == "NOUN" and is_person(t)), token)


_KEPT = frozenset(["when", "where", "attribution", "cause"])


def _act_in(text: str) -> Act | None:
    """The act that "the wounded" or "those arrested" name."""
    for act, pattern in phrases("idioms", "whom").items():
        if pattern.search(text):
            return Act(act)
    return None


def _has(drafts: Sequence[Draft], span: tuple[int, int]) -> bool:
    """True where a draft has the number already."""
    own = ("quantity", "victims")
    spans = [d.spans[key] for d in drafts for key in own if key in d.spans]
    return any(s < span[1] and span[0] < e for s, e in spans)


def _total(told: Sequence[Draft], share: Share, at: int) -> Draft | None:
    """The number told before that is larger and of the same act."""
    most = share.number.value.highest_stated or 0
    fitting = [
        d
        for d in told
        if (d.quantity.highest_stated or 0) > most
        and d.spans.get("quantity", (0, 0))[0] < at
        and d.stance is not Stance.DENIED
        and not d.background
        and (share.act is None or _same(share.act, d.act))
    ]
    whole = [d for d in fitting if d.within is None or not share.follows]
    mains = [d for d in whole if d.part is Part.MAIN and d.within is None]
    return next(reversed(mains or whole), None)


def _same(one: Act, other: Act) -> bool:
    return one is other or {one, other} <= FATAL
