"""From the mentions of one sentence to drafts, with all that stands around them."""

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from tasjil.model.acts import Act, PerpetratorStance, Stance
from tasjil.model.claim import Perpetrator, Teller
from tasjil.model.persons import VictimGroup
from tasjil.model.places import PlaceLevel
from tasjil.model.quantity import Quantity
from tasjil.read.drafts.draft import FATAL, Draft, Part, Span
from tasjil.read.drafts.entities import is_wide
from tasjil.read.english.harm.breakdowns import by_place
from tasjil.read.english.harm.mentions import Mention, VictimPhrase
from tasjil.read.english.people.finds import Finds
from tasjil.read.english.people.households import as_households
from tasjil.read.english.people.named_beside import with_listed_names
from tasjil.read.english.people.victims import Victims, read_victims, with_kind
from tasjil.read.english.tellers import attribution, perpetrators
from tasjil.read.english.tellers.asides import told_aside
from tasjil.read.english.tellers.stance import standing
from tasjil.read.english.telling import scene
from tasjil.read.english.telling.background import is_general
from tasjil.read.english.telling.levels import level_of
from tasjil.read.english.telling.memory import Memory
from tasjil.read.english.text.phrases import is_kind_word
from tasjil.read.english.times.dates import find_dates
from tasjil.read.sentence import Sentence

_VERIFIED = re.compile(
    r"\W*(?:documented|verified|confirmed|recorded)\b[^.;,]{0,30}:", re.IGNORECASE
)
_SAID_THAT = re.compile(
    r"(?P<who>(?:[Tt]he\s+)?[A-Z][\w'’&-]*"
    r"(?:\s+(?:(?:for|of|and|on|the|in)\s+){0,2}[A-Z][\w'’&-]*){1,7})"
    r"\s+(?:has\s+|had\s+)?(?:said|says|announced|reported|stated|added|noted)\s+"
    r"(?:[^,;:.]{0,60}\s)?(?:that|it\s+had|it\s+has|they\s+had)\b"
)
_WE_RECORDED = re.compile(
    r"^\W?(?![“\"‘])[^“”\"]*?\bwe\s+(?:have\s+|had\s+|were\s+able\s+to\s+|can\s+)?(?:also\s+|now\s+|so\s+"
    r"far\s+)?(?:document|record|verif|count|register|confirm|estimat)[a-z]*\b",
    re.IGNORECASE,
)
"""An office that tells of its own count: "we have documented"."""

_UNKNOWN = Quantity(None, None, None)
_SPEAKERS = frozenset(["we", "us", "you"])
_TOLD_BY_SURVIVORS = frozenset(Act) - FATAL


class SentenceReading:
    """One sentence with what the grammars found in it."""

    def __init__(
        self, memory: Memory, sentence: Sentence, doc: Doc, finds: Finds
    ) -> None:
        """Find the dates and places of the sentence once, for all its mentions."""
        self.memory = memory
        self.sentence = sentence
        self.doc = doc
        self.finds = finds
        self.dates = find_dates(sentence.text, memory.published)
        found = memory.places.find(sentence.text)
        self.named = [(p.start, p.end) for p in found]
        self.places = [p for p in found if scene.is_scene(doc, p.start, p.end)]
        self._placed = False
        self.people = sorted((n.start, n.end) for n in finds.names)

    def drafts(self, mention: Mention) -> list[Draft]:
        """A draft for each phrase of victims; none where the harm did not happen."""
        mention = with_listed_names(mention, self.people)
        stands = standing(mention)
        if stands is None:
            return []
        stance, word = stands
        reads = [(p, self._read(p)) for p in mention.victims]
        named = {r.spans["names"] for _, r in reads if "names" in r.spans}
        self.people = sorted({*self.people, *named})
        base = self._base(mention, stance)
        if word is not None:
            base.spans["stance"] = self._span(word.idx, word.idx + len(word))
        made = []
        for phrase, read in reads:
            nobody = read.quantity.high == 0 and base.stance is Stance.STATED
            if nobody:
                base = replace(base, stance=Stance.DENIED)
            if self._is_of_people(phrase.head, mention.act):
                made.append(self._one(base, mention, phrase, read))
        if base.stance is Stance.STATED and _VERIFIED.match(self.sentence.text):
            for draft in made:
                draft.stance = Stance.VERIFIED
        made = as_households(made, self.memory.words)
        undated = base.when.edtf is None and all(map(is_wide, base.where))
        if undated and reads and all(is_general(mention, r) for _, r in reads):
            for draft in made:
                draft.background = True
        return [*made, *self._by_place(made, mention)]

    def _read(self, phrase: VictimPhrase) -> Victims:
        """The people of one phrase, with those a bare number counts."""
        read = read_victims(phrase.head, self.finds, phrase.names)
        if phrase.called is None:
            return read
        return with_kind(read, read_victims(phrase.called, self.finds))

    def _by_place(self, made: list[Draft], mention: Mention) -> list[Draft]:
        """A draft for each number that is told for a place of its own."""
        found: list[Draft] = []
        if not made or self._placed or mention.act is not Act.KILLED:
            return found
        for number, place in by_place(mention):
            where = [p for p in self.places if p.start <= place.idx < p.end]
            read = read_victims(number, self.finds)
            if (
                not where
                or not read.quantity.known
                or not self._is_of_people(number, mention.act)
            ):
                continue
            span = self._span(where[0].start, where[0].end)
            drafted = self._one(made[0], mention, VictimPhrase(number), read)
            text = self.memory.words(span)
            drafted.where = (replace(where[0].value, text=text),)
            drafted.mention = (self.sentence.index, number.i)
            drafted.spans["where"] = span
            drafted.more = drafted.of_a_place = True
            made[0].where = tuple(w for w in made[0].where if w.text != text)
            found.append(drafted)
        told = sum(d.quantity.low or 0 for d in found)
        if found and told == made[0].quantity.low:
            made[0].where = ()  # a total: each place is a part's own
            for part in found:
                part.within = made[0]
        elif found:
            made[0].of_a_place = True
        self._placed = self._placed or bool(found)
        return found

    def _is_of_people(self, head: Token, act: Act) -> bool:
        """False for "we", and for the number of a date; "I" can tell of own harm."""
        if is_kind_word(head):
            return False
        dated = any(d.start <= head.idx < d.end for d in self.dates)
        if head.lower_ in ("i", "me"):
            return act in _TOLD_BY_SURVIVORS
        return head.lower_ not in _SPEAKERS and not dated

    def _span(self, start: int, end: int) -> Span:
        """Offsets in the report for offsets in the sentence."""
        return self.sentence.span(start, end)

    def _base(self, mention: Mention, stance: Stance) -> Draft:
        """What all victims of a mention share: act, time, place, doer, tellers."""
        trigger = mention.trigger
        date = scene.nearest_date(self.dates, mention)
        places = scene.nearby_places(self.places, trigger.idx, self.people)
        cause, cause_span = scene.cause_of(self.sentence.text)
        spans = {"act": self._span(trigger.idx, trigger.idx + len(trigger))}
        if date is not None:
            spans["when"] = self._span(date.start, date.end)
        if cause_span is not None:
            spans["cause"] = self._span(*cause_span)
        for i, place in enumerate(places):
            spans[f"where.{i}" if i else "where"] = self._span(place.start, place.end)
        base = Draft(
            act=mention.act,
            passage=(self.sentence.start, self.sentence.end),
            sentence=self.sentence.index,
            mention=(self.sentence.index, trigger.i),
            noun="",
            called=frozenset(),
            part=mention.victims[0].part,
            victims=VictimGroup(),
            quantity=_UNKNOWN,
            level=level_of(_UNKNOWN, "", None, named=False, areas=0),
            stance=stance,
            alone=len(mention.victims) == 1 and not mention.also,
            of_the_dead=mention.of_the_dead,
            nominal=(trigger.pos_ == "NOUN" or trigger.dep_ == "amod")
            and not mention.of_the_dead
            or trigger.lemma_ == "mourn",
            cause=cause,
            spans=spans,
        )
        base.where = tuple(
            replace(p.value, text=self.memory.words(self._span(p.start, p.end)))
            for p in places
        )
        if date is not None:
            base.when = scene.when(date, self.memory.words(spans["when"]))
        base.background = self.memory.is_history(base.when.edtf)
        self._add_doer(base, mention)
        self._add_tellers(base, mention)
        return base

    def _add_doer(self, base: Draft, mention: Mention) -> None:
        """Who is told to have done it."""
        found = perpetrators.perpetrator(mention)
        if found is None:
            return
        (start, end), stance = found
        if any(d.start < end and start < d.end for d in self.dates):
            return
        if any(s <= start and end <= e and e - s > end - start for s, e in self.named):
            return  # "Amrin" in "the Port Amrin blast" is part of a place
        denied = base.stance is Stance.DENIED
        if denied and stance is PerpetratorStance.NAMED:
            stance = PerpetratorStance.DENIED
        span = self._span(start, end)
        if stance is not PerpetratorStance.UNKNOWN:
            base.perpetrator = Perpetrator(self.memory.words(span), stance)
            base.spans["perpetrator"] = span

    def _add_tellers(self, base: Draft, mention: Mention) -> None:
        """The chain, from the nearest teller to the publisher."""
        chain: list[Teller] = []
        found = list(attribution.tellers(mention))
        found = found or list(told_aside(self.sentence.text, mention.trigger.idx))
        if all(attribution.is_back_reference(told) for told in found):
            found = self._leading(mention) or found
        if self.memory.publisher is not None and _WE_RECORDED.search(
            self.sentence.text
        ):
            found = [told for told in found if told.text.lower() != "we"]
        for told in found:
            span = self._span(told.start, told.end)
            text = self.memory.words(span)
            if attribution.is_back_reference(told):
                text, span = self.memory.meant_by(told, self.sentence.index) or (
                    text,
                    span,
                )
            base.spans.setdefault("attribution", span)
            chain.append(attribution.teller(text, self.memory.context.tellers))
        speaker = None if found else self.memory.quoted(self.sentence)
        if speaker is not None:
            base.spans["attribution"] = speaker[1]
            chain.append(attribution.teller(speaker[0], self.memory.context.tellers))
        publisher = self.memory.publisher
        if publisher is not None and publisher.text not in [t.text for t in chain]:
            chain.append(publisher)
        base.attribution = tuple(chain)

    def _leading(self, mention: Mention) -> list[attribution.Told]:
        """Who the sentence opens with, where the parse lost what was said."""
        match = _SAID_THAT.match(self.sentence.text)
        if match is None or match.end() > mention.trigger.idx:
            return []
        return [attribution.Told(match["who"], *match.span("who"))]

    def _one(
        self, base: Draft, mention: Mention, phrase: VictimPhrase, read: Victims
    ) -> Draft:
        """The draft of one phrase of victims."""
        spans = {key: self._span(*span) for key, span in read.spans.items()}
        words = self.memory.words
        quantity = read.quantity
        if "quantity" in spans:
            quantity = replace(quantity, text=words(spans["quantity"]))
        group = replace(read.group, text=words(spans["victims"]))
        if len(group.names) == 1 and "names" in spans:
            group = replace(group, names=(words(spans["names"]),))
        elif group.names:
            group = replace(group, names=tuple(map(self._as_written, group.names)))
        date = scene.nearest_date(self.dates, mention)
        areas = sum(
            w.level in (PlaceLevel.GOVERNORATE, PlaceLevel.COUNTRY) for w in base.where
        )
        return replace(
            base,
            noun=read.noun,
            called=read.called,
            part=Part.AMONG if read.partitive else phrase.part,
            victims=group,
            quantity=quantity,
            level=level_of(
                quantity,
                self.sentence.text,
                date.value if date else None,
                named=bool(group.names or group.relation),
                areas=areas,
                places=len(base.where),
            ),
            pronoun=read.pronoun,
            definite=read.definite,
            more=read.more or mention.further,
            plural=read.plural,
            spans={**base.spans, **spans},
            antecedent=self._antecedent(read),
        )

    def _as_written(self, name: str) -> str:
        """A name as the report writes it, capitals and all."""
        at = self.sentence.text.find(name)
        return name if at < 0 else self.memory.words(self._span(at, at + len(name)))

    def _antecedent(self, read: Victims) -> tuple[str, Span] | None:
        """The name "he" stands for: the last before it, here or a sentence before."""
        if not read.pronoun or read.plural:
            return None
        start = read.spans["victims"][0]
        before = [n for n in self.finds.names if n.end <= start]
        if before:
            return self.memory.named(self.sentence, before[-1])
        return self.memory.last_name
