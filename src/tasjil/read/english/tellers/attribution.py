"""Who tells: from the nearest teller of a mention out to the publisher."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tasjil.model.claim import Teller
from tasjil.model.sources import SourceKind
from tasjil.read.english.harm.mentions import Mention
from tasjil.read.english.text import clauses
from tasjil.read.english.text.lexicon import phrases, words
from tasjil.read.english.text.parser import text_of
from tasjil.read.english.text.phrases import phrase
from tasjil.read.english.times.calendar_days import MONTHS, WEEKDAYS

_PRONOUNS = frozenset(["he", "she", "they", "it"])
_TOLD = frozenset(["tell", "inform", "brief"])
_FINDS = frozenset(["find", "conclude", "show", "establish"])
_CITED = frozenset(["cite", "quote"])
_CITING = frozenset(["advcl", "acl", "ccomp"])
_NOBODY = frozenset(["who", "which", "that", "this", "there"])
_HEDGED = re.compile(
    r"^(?:the\s+)?(?:same\s+)?(?:source|sources|report|reports|statement|spokesman|spokeswoman|communique)$",
    re.I,
)


_DETERMINERS = frozenset(["its", "his", "her", "their", "the", "a", "an", "one"])
_ON = re.compile(
    r"\s+on\s+(?:the\s+)?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w'’-]+"
    r"(?:\s+[A-Z][\w'’-]+)?(?=,|\s+(?:said|says|found|finds|reported|concluded|noted))"
)
"""What a body is about, by its name: "the Commission of Inquiry on Lumenia"."""

_OF_A_NAME = ("of", "for", "in", "at", "from")
_BY_NAME = re.compile(
    r",\s+(?P<who>(?:(?:Col|Gen|Capt|Maj|Dr|Mr|Ms|Mrs)\.?\s+)?[A-Z][a-zA-Z'’-]+"
    r"(?:\s+[A-Z][a-zA-Z'’-]+){1,3}),"
)
"""The name in "its spokesman, Colonel Ilya Sorn, said"."""


@dataclass(frozen=True, slots=True)
class Told:
    """One teller in a sentence: words, and offsets in the sentence."""

    text: str
    start: int
    end: int
    pronoun: bool = False


def tellers(mention: Mention) -> list[Told]:
    """Those who tell this mention in its own sentence, nearest first."""
    found: dict[int, Told] = {}
    passed_on = {t.start: t for t in _passed_on(mention)}
    near = [*_sayers(mention), *_according(mention.trigger.doc, mention)]
    for told in [*(t for t in near if t.start not in passed_on), *passed_on.values()]:
        found.setdefault(told.start, told)
    if not found:
        return list(_closing(mention))
    return list(found.values())


def _closing(mention: Mention) -> Iterator[Told]:
    """As in "..., the monitor told Reuters.", parsed as a clause of its own."""
    for verb in mention.trigger.doc[mention.trigger.i + 1 :]:
        who = next(iter(clauses.children(verb, "nsubj")), None)
        if who is None or not _says(verb) or not _can_tell(who) or not who.left_edge.i:
            continue
        holds = [c for c in clauses.children(verb, "ccomp", "dobj") if c.i > verb.i]
        heard = [c for c in holds if _is_outlet(c)]
        if who.left_edge.nbor(-1).text == "," and holds == heard:
            yield _told(who)
            yield from (_told(each) for each in heard)


def speaker(doc: Doc) -> Told | None:
    """Who speaks in a sentence as a whole: for "He added that" and open quotes."""
    for token in doc:
        if _says(token):
            who = clauses.subject(token)
            if who is not None and _can_tell(who):
                return _told(who)
    return None


def _says(token: Token) -> bool:
    """True for a verb of telling."""
    if token.pos_ != "VERB" or token.lemma_.lower() not in words("tellers", "say"):
        return False
    # "Two men said to have drowned" tell nothing: they are told of.
    behind = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]]
    told_of = behind[:1] == ["to"] and behind[-1] in ("have", "be")
    return not (token.lower_ in ("said", "reported", "believed") and told_of)


def _sayers(mention: Mention) -> Iterator[Told]:
    """Subjects of the verbs of telling above the mention, and whom they told."""
    line = [mention.trigger, *mention.trigger.ancestors]
    for below, verb in zip(line, line[1:], strict=False):
        finds = verb.lemma_.lower() in _FINDS and below.dep_ == "ccomp"
        if not finds and not (_says(verb) and _is_told_by(below, verb)):
            continue
        if _tells_its_own(mention.trigger, verb):
            continue
        yield from _cited(verb)
        who = clauses.agent(verb) if clauses.is_passive(verb) else clauses.subject(verb)
        if who is not None and _can_tell(who) and not _inside(mention.trigger, who):
            yield from map(_told, _joined(who))
        for heard in clauses.children(verb, "dobj", "dative"):
            if verb.lemma_ in _TOLD and _is_outlet(heard):
                yield _told(heard)
    yield from _cited(mention.verb)
    for child in mention.verb.rights:
        if child.dep_ in ("advcl", "acl") and child.tag_ == "VBN" and _says(child):
            who = clauses.agent(child)
            if who is not None and _can_tell(who):
                yield from map(_told, _joined(who))


def _passed_on(mention: Mention) -> Iterator[Told]:
    """Who cites the teller: "according to the council, cited by the monitor"."""
    for child in mention.verb.rights:
        if child.tag_ == "VBN" and child.lemma_.lower() in _CITED:
            who = clauses.agent(child)
            if who is not None and _can_tell(who):
                yield from map(_told, _joined(who))


def _tells_its_own(trigger: Token, verb: Token) -> bool:
    """True for "two died; the army said three": behind ";" with words of its own."""
    parted = any(t.text == ";" for t in trigger.doc[trigger.i : verb.i])
    return parted and any(
        c.i > verb.i for c in clauses.children(verb, "dobj", "ccomp", "xcomp")
    )


def _cited(verb: Token) -> Iterator[Told]:
    """Those whom a verb's teller cites, who are nearer: "said, citing doctors,"."""
    for child in verb.subtree:
        if child.lemma_.lower() not in _CITED or child.dep_ not in _CITING:
            continue
        above = (a for a in child.ancestors if a == verb or _says(a))
        if next(above, None) == verb:
            yield from (_told(o) for o in clauses.objects(child) if _can_tell(o))


def _joined(who: Token) -> list[Token]:
    """A teller, and where it is a name those that "and" joins to it."""
    if who.pos_ != "PROPN":
        return [who]
    return [who, *(c for c in who.conjuncts if c.pos_ == "PROPN" and c.i > who.i)]


def _is_outlet(heard: Token) -> bool:
    """True for those who were told and pass it on: "told the Varesh Post"."""
    if kind_of(heard.text, {}) is SourceKind.MEDIA:
        return True
    named = heard.pos_ == "PROPN"
    return named and heard.lower_ in words("tellers", "outlets")


def _is_told_by(below: Token, verb: Token) -> bool:
    """True where the word is what the verb tells: "said that", "reported 3 dead"."""
    if below.dep_ in ("dobj", "prep", "oprd"):
        return below.lemma_.lower() not in ("life", "responsibility")
    return below.dep_ in (
        "ccomp",
        "xcomp",
        "parataxis",
        "dep",
        "conj",
        "advcl",
        "nsubjpass",
    )


def _inside(trigger: Token, who: Token) -> bool:
    """True where the mention stands within the teller's own phrase."""
    return trigger.i in range(who.left_edge.i, who.right_edge.i + 1)


def _can_tell(who: Token) -> bool:
    """False for "who", "there", numbers and bodies."""
    body = who.lemma_.lower() in ("body", "corpse", "remains")
    return who.lower_ not in _NOBODY and who.pos_ not in ("NUM", "ADV") and not body


def _told(who: Token) -> Told:
    """A teller's words: the phrase with what is set beside it."""
    first, last = phrase(who)
    for right in who.rights:
        if (
            (
                right.dep_ == "prep"
                and right.i == last.i + 1
                and (right.lower_ in _OF_A_NAME or _is_on_a_name(right))
            )
            or right.dep_ == "appos"
            and right.i <= last.i + 2
        ):
            last = _reach(right)
    start, end = first.idx, last.idx + len(last)
    about = _ON.match(text_of(who.doc), end) if who.pos_ == "PROPN" else None
    end = about.end() if about is not None else end
    named = _BY_NAME.match(who.doc.text, end)
    if named is not None and first.lower_ in _DETERMINERS:
        start, end = named.span("who")
    return Told(text_of(who.doc)[start:end], start, end, who.lower_ in _PRONOUNS)


def _is_on_a_name(on: Token) -> bool:
    """True for "the Commission of Inquiry on Lumenia", not for "on Thursday"."""
    about = next(iter(clauses.children(on, "pobj")), None)
    if on.lower_ != "on" or about is None or not on.head.text[:1].isupper():
        return False
    day = about.lower_ in WEEKDAYS or about.lower_ in MONTHS
    return about.pos_ == "PROPN" and not day


def _reach(token: Token) -> Token:
    """The end of a short aside, cut before a clause."""
    last = token
    for each in token.subtree:
        if each.dep_ in ("relcl", "acl", "punct", "cc"):
            break
        if each.i >= token.i:
            last = each
    return last


def _according(doc: Doc, mention: Mention) -> Iterator[Told]:
    """As in "according to X", "in a statement by X"."""
    for token in doc[:-2]:
        if token.lower_ == "according" and token.nbor().lower_ == "to":
            for named in clauses.children(token.nbor(), "pobj"):
                inner = _author(named) or named
                if not _inside(mention.trigger, inner):
                    yield from map(_told, _joined(inner))


def _author(work: Token) -> Token | None:
    """The monitor in "cases documented by the monitor"; None for who tells itself."""
    if work.lemma_.lower() not in words("tellers", "made"):
        return None
    for made in clauses.children(work, "acl"):
        who = clauses.agent(made)
        if who is not None and _can_tell(who):
            return who
    return None


def kind_of(text: str, sources: Mapping[str, SourceKind]) -> SourceKind:
    """What sort of teller these words name; the case's own sources go first.

    Example:
        >>> kind_of("a doctor at the hospital in Varesh", {}).value
        'medical'
    """
    low = text.lower()
    for name, kind in sources.items():
        if re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", low):
            return kind
    for label, pattern in phrases("kinds").items():
        if pattern.search(low):
            return SourceKind(label)
    return SourceKind.UNKNOWN


def is_back_reference(told: Told) -> bool:
    """True for "he", "the source": somebody who told before."""
    return told.pronoun or bool(_HEDGED.match(told.text))


def teller(text: str, sources: Mapping[str, SourceKind]) -> Teller:
    """One link of the chain."""
    return Teller(" ".join(text.split()), kind_of(text, sources))


def publisher(name: str, sources: Mapping[str, SourceKind]) -> Teller:
    """The last link: media, unless its name says otherwise."""
    kind = kind_of(name, sources)
    return Teller(name, SourceKind.MEDIA if kind is SourceKind.UNKNOWN else kind)
