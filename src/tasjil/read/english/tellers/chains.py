"""Chains of tellers over a whole report: who stands behind "it" and "the figures"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tasjil.model.claim import Teller
from tasjil.model.sources import SourceKind
from tasjil.read.drafts.draft import Draft
from tasjil.read.english.tellers.attribution import kind_of
from tasjil.read.english.tellers.relaying import same_outlet
from tasjil.read.english.text.lexicon import words
from tasjil.read.english.times.dates import find_dates
from tasjil.read.sentence import Sentence

Kinds = Mapping[str, SourceKind]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SELVES = frozenset(["we", "i", "us", "our"])
_PRONOUNS = frozenset(["it", "he", "she", "they"])
_BODY = (
    r"(?:human\s+rights\s+)?(?:committee|group|cent(?:re|er)|monitor|agency|network|"
    r"organi[sz]ation|office|newspaper|daily|broadcaster|outlet|site)"
)
_NAME = (
    r"(?:[A-Z][\w'’&-]*)"
    rf"(?:(?:(?:\s+(?:for|of|and|on|the|in)){{0,2}}|\s+{_BODY})\s+[A-Z][\w'’&-]*)*"
)
_BY = re.compile(
    rf"[^,.;]{{0,60}}?\b(?:by|from|of)\s+(?P<who>(?:the\s+|an?\s+)?(?:[a-z-]+\s+)*?{_NAME})"
)
_BY_AND = re.compile(
    rf",?\s+(?:and\s+)?(?P<who>(?:the\s+)?{_NAME})(?=,|\.|\s+and\s|\s*$)"
)
_CITING = re.compile(rf"\b(?:citing|quoting)\s+(?P<who>(?:the\s+)?{_NAME})")
_SAID = re.compile(
    rf",\s+(?P<who>(?:[Tt]he\s+|its\s+|[Aa]n?\s+)?(?:[a-z-]+\s+)*?{_NAME})\s+"
    r"(?:has\s+|had\s+)?(?P<verb>[a-z]+)\b(?!\s+(?:by|to)\b)"
)
_HOLDS_NAMES = re.compile(
    rf"(?:^|,\s+)(?P<who>(?:[Tt]he\s+|[Aa]n?\s+)?(?:[a-z]+\s+){{0,2}}{_NAME})\s+"
    r"(?:(?:has|had|holds|keeps)\s+(?:collected\s+|gathered\s+|published\s+|released\s+)?"
    r"|published\s+|released\s+|issued\s+)"
    r"(?:the\s+|a\s+)?(?:names|lists?|records)\b"
)
_BESIDE = re.compile(r"\s+[A-Z][\w’-]+(?=[,.]|$)")
_LONGER = re.compile(r"\s+and\s+[A-Z][\w'’-]*(?:-[A-Z]\w*)*")
_OWNED = re.compile(r"(?P<who>.{3,60}?)['’]s?\s+(?:[\w-]+\s+){0,3}[a-z]+$")
"""Whose the report is in "the committee's final report"."""

_HAS_OF = re.compile(r"\b(?:for|of)\s+[A-Z]")


class Chains:
    """Mends the chains of one report's drafts, in the order of its words."""

    def __init__(self, kinds: Kinds, publisher: Teller | None) -> None:
        """Start with nobody named."""
        self._kinds = kinds
        self._publisher = publisher
        self._paragraphs: dict[int, int] = {}
        self._named: list[Teller] = []
        self._by_draft: list[tuple[Draft, list[Teller]]] = []

    def take(self, drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> None:
        """Give every draft the chain its report means."""
        told = {s.index: s.text for s in sentences}
        self._paragraphs = {s.index: s.paragraph for s in sentences}
        own = [self._own(d) for d in drafts]
        for draft, chain in zip(drafts, own, strict=True):
            text = told.get(draft.sentence, "")
            found = [each for t in chain for each in self._behind(t, text)]
            found = self._with_those_around(found, text)
            named = [t for t in found if t.text.lower() not in _SELVES]
            found = named or found
            self._named += [t for t in found if is_named(t.text)]
            self._by_draft.append((draft, found))
        for draft, found in self._by_draft:
            chain = [t for each in found if (t := self._meant(each)) is not None]
            chain = chain or self._told_with(draft)
            found[:] = chain
            ends = [] if self._publisher is None else [self._publisher]
            draft.attribution = tuple(_once([*chain, *ends]))

    def _own(self, draft: Draft) -> list[Teller]:
        """The chain without the publisher."""
        told = [t for t in draft.attribution if not _only_listens(t)]
        if self._publisher is None:
            return told
        return [t for t in told if t.text != self._publisher.text]

    def _teller(self, text: str) -> Teller:
        text = " ".join(text.split())
        return Teller(text, kind_of(text, self._kinds))

    def _behind(self, told: Teller, sentence: str) -> Iterator[Teller]:
        """Who stands behind a report, figures or an investigation."""
        at = sentence.find(told.text)
        if at < 0:
            yield told
            return
        end = at + len(told.text)
        if not is_a_thing(told.text):
            longer = _LONGER.match(sentence, end) if _HAS_OF.search(told.text) else None
            longer = longer or self._name_beside(told, sentence, end)
            yield self._teller(sentence[at : longer.end()]) if longer else told
            return
        owner = _OWNED.match(told.text)
        if owner is not None:
            yield self._teller(owner["who"])
            return
        if any(w[0].isupper() for w in _WORD.findall(told.text)[1:]):
            yield told
            return
        by = _BY.match(sentence, end)
        if by is None:
            yield told
            return
        yield from self._each(by["who"])
        more = _BY_AND.match(sentence, by.end())
        while more is not None:
            yield from self._each(more["who"], listed=True)
            more = _BY_AND.match(sentence, more.end())

    def _name_beside(
        self, told: Teller, sentence: str, end: int
    ) -> re.Match[str] | None:
        """The name right behind "the state news agency"."""
        beside = _BESIDE.match(sentence, end)
        if beside is None or is_named(told.text):
            return None
        day = find_dates(beside[0], None)
        return None if day else beside

    def _each(self, text: str, *, listed: bool = False) -> Iterator[Teller]:
        """Two tellers in one where "and" stands before one that is known.

        So too at the end of a list: "A, the Varesh Monitor and Sorin Watch".
        """
        for match in re.finditer(r"\s+and\s+", text):
            known = text[match.end() :] in self._kinds
            if known or (
                listed
                and all(map(_is_long, (text[: match.start()], text[match.end() :])))
            ):
                yield self._teller(text[: match.start()])
                yield self._teller(text[match.end() :])
                return
        yield self._teller(text)

    def _with_those_around(self, found: list[Teller], text: str) -> list[Teller]:
        """Add those whom the parse did not find, in the order in which they stand."""
        chain = list(found)
        for match in _SAID.finditer(text):
            known = match["verb"] in words("tellers", "told")
            who = self._teller(match["who"])
            if not known or who.kind is SourceKind.UNKNOWN or _has(chain, who):
                continue
            later = (
                i for i, t in enumerate(chain) if text.find(t.text) > match.start()
            )
            chain.insert(next(later, len(chain)), who)
        for first in (_CITING.search(text), _HOLDS_NAMES.search(text)):
            if first is not None:
                who = self._teller(first["who"])
                chain = [who, *(t for t in chain if not same_outlet(t.text, who.text))]
        return chain

    def _meant(self, told: Teller) -> Teller | None:
        """The named teller a word points back to; None for a thing nobody is behind."""
        if self._publisher is not None and _is_short_for(told.text, self._publisher):
            return self._publisher
        if is_named(told.text) and not is_a_thing(told.text):
            return told
        low = [w.lower() for w in _WORD.findall(told.text)]
        if is_a_thing(told.text) or (low and low[0] in _PRONOUNS):
            return self._named[0] if self._named else None
        if not low or low[0] not in ("the", "this", "that"):
            return told
        if low[-1] in ("group", "organisation", "organization", "body", "office"):
            return self._last_body() or told
        for each in self._named:
            if low[-1] in each.text.lower().split() or low[-1] in _CALLED.get(
                each.kind, ()
            ):
                return each
        return told

    def _last_body(self) -> Teller | None:
        """The first named teller that is no person, no state and no outlet."""
        kinds = (SourceKind.UNKNOWN, SourceKind.MONITOR, SourceKind.NGO, SourceKind.UN)
        named = (t for t in self._named if t.kind in kinds and " of " in f" {t.text} ")
        first = next(named, None)
        monitors = (t for t in self._named if t.kind in kinds[1:])
        return next(monitors, None) or first

    def _told_with(self, draft: Draft) -> list[Teller]:
        """Who told the same people before, or the number they are a part of."""
        before = [
            (other, chain)
            for other, chain in self._by_draft
            if chain and other is not draft and other.sentence <= draft.sentence
        ]
        same = [c for o, c in before if o.group == draft.group]
        whole = [c for o, c in before if o.group == draft.part_of]
        beside = [c for o, c in before if self._is_beside(o, draft)]
        for chain in (*same, *whole, *reversed(beside)):
            meant = [self._meant(each) for each in chain]
            if found := [each for each in meant if each is not None]:
                return found
        return []

    def _is_beside(self, other: Draft, draft: Draft) -> bool:
        """True for the sentence before, in the same paragraph."""
        near = draft.sentence - other.sentence <= 1
        paragraph = self._paragraphs
        same = paragraph.get(other.sentence) == paragraph.get(draft.sentence)
        return near and same and other.act is draft.act


def _is_short_for(text: str, publisher: Teller) -> bool:
    """True for "the Mission" where the publisher is "the Mission in Lumenia"."""
    own = [w for w in _WORD.findall(text) if w.lower() not in ("the", "our", "this")]
    known = set(_WORD.findall(publisher.text))
    return bool(own) and all(w[0].isupper() and w in known for w in own)


_CALLED: dict[SourceKind, tuple[str, ...]] = {
    SourceKind.MONITOR: ("monitor", "observatory", "watchdog", "group", "organisation"),
    SourceKind.UN: ("office", "commission", "inquiry", "agency"),
    SourceKind.NGO: ("organisation", "organization", "group", "centre", "center"),
    SourceKind.MEDIA: ("agency", "channel", "broadcaster", "newspaper", "network"),
    SourceKind.GOVERNMENT: ("committee", "ministry", "government", "commission"),
}


def is_named(text: str) -> bool:
    """True for a name: a capital that is not the sentence's first word alone.

    Example:
        >>> is_named("The Harbour Observatory"), is_named("The monitor")
        (True, False)
    """
    found = _WORD.findall(text)
    inner = found[1:] if found and found[0].lower() in ("the", "a", "an") else found
    single = len(found) == 1 and found[0].lower() not in words("tellers", "things")
    return any(w[0].isupper() for w in inner[1:]) or (
        bool(inner)
        and inner[0][0].isupper()
        and (single or len(inner) < len(found))
        and inner[0].lower() not in _PRONOUNS | _UNNAMED
    )


_UNNAMED = frozenset(["observatory", "network", "committee", "commission", "office"])


def is_a_thing(text: str) -> bool:
    """True for words of a telling that is nobody: "a joint report", "figures"."""
    found = _WORD.findall(text)
    if not found:
        return False
    return found[-1] in words("tellers", "things")


def _is_long(name: str) -> bool:
    """True for a name of two words or more, "the" not counted."""
    return len([w for w in _WORD.findall(name) if w[0].isupper()]) > 1


def _only_listens(teller: Teller) -> bool:
    """True for those told something who are nobody: "she told reporters"."""
    found = {w.lower() for w in _WORD.findall(teller.text)} - {"the"}
    return bool(found) and found <= words("tellers", "listening")


def _has(chain: Sequence[Teller], who: Teller) -> bool:
    """True where the chain names the same teller."""
    return any(same_outlet(t.text, who.text) for t in chain)


def _once(chain: Sequence[Teller]) -> list[Teller]:
    """Each teller once, by name or by initials."""
    kept: list[Teller] = []
    for each in chain:
        if not _has(kept, each):
            kept.append(each)
    return kept
