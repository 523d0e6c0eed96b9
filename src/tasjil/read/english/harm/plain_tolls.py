"""Tolls the parse loses: "between 10 and 12 people, two of them ill, were killed"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from tasjil.model.acts import Act
from tasjil.model.quantity import Quantity
from tasjil.read.drafts.draft import FATAL, Part
from tasjil.read.english.harm.mentions import Mention, VictimPhrase
from tasjil.read.english.text.clauses import clause_verb
from tasjil.read.english.text.lexicon import people
from tasjil.read.english.text.parser import text_of
from tasjil.read.english.text.phrases import lemma
from tasjil.read.found import Found

_BEHIND = re.compile(
    r"(?P<aside>(?:\s+(?:from|of|belonging|who)\s[^.;]{0,90}?)?(?:\s?[,(–—-][^.;]{0,260}?)?)"
    r"[\s,)–—-]*\s(?:(?:were|was|have been|had been|are)\s(?:[a-z]+ly\s)?"
    r"(?:(?:reported|believed|said|thought|confirmed)\s(?:to have been\s)?)?)?"
    r"(?P<word>killed|slain|murdered|massacred)\b"
)
_BEFORE = re.compile(
    r"\b(?P<word>kill(?:ed|ing|s)|murder(?:ed|ing|s)|deaths?|lives)\s(?:of\s)?(?:an?\s)?"
    r"(?:estimated\s|total\sof\s|reported\s)*$"
)
_ANOTHER_CLAUSE = re.compile(
    r"\b(?:were|was|are|have|had|kill\w*|injur\w*|wound\w*|reported that|said)\b"
)
_OPENS_ASIDE = re.compile(r"\b(?:including|among|amongst|of whom|of them)\b")
_A_FEW_WORDS = 4
_DENIED = re.compile(r"\b(?:not|no|nobody|never|if|could|would|might)\b", re.IGNORECASE)


def with_plain_tolls(
    doc: Doc, quantities: Sequence[Found[Quantity]], mentions: Sequence[Mention]
) -> list[Mention]:
    """The mentions, and one for each number of people killed that none of them holds.

    Long asides between a number and its verb, and "between 10 and 12", make the parse
    lose the subject; the order of the words is enough to find it. Who is told of in
    the aside is among the number.
    """
    found = list(mentions)
    for words, noun, trigger in _told(doc, quantities):
        fatal = [m for m in found if m.act in FATAL]
        held = {v.head.i for m in fatal for v in m.victims}
        # "Dozens of men" hangs on "dozens": the words of the number hold it too.
        own = {t.i for t in noun.subtree if t.i <= noun.i} | words
        if held & own:
            continue
        whole = next((m for m in found if _is_in_aside(noun, trigger, m)), None)
        if whole is not None:
            part = VictimPhrase(noun, Part.AMONG)
            at = found.index(whole)
            found[at] = replace(whole, victims=(*whole.victims, part))
            continue
        parts = [
            replace(v, part=Part.AMONG)
            for m in fatal
            for v in m.victims
            if noun.i < v.head.i < trigger.i
        ]
        taken = {v.head.i for v in parts}
        found = [kept for m in found if (kept := _without(m, taken)) is not None]
        victims = (VictimPhrase(noun), *parts)
        found.append(Mention(Act.KILLED, trigger, clause_verb(trigger), victims))
    return found


def _is_in_aside(noun: Token, trigger: Token, mention: Mention) -> bool:
    """True for "six children" in "12 people, including six children, were killed"."""
    first = mention.victims[0].head
    if mention.trigger != trigger or not first.i < noun.i < trigger.i:
        return False
    return _OPENS_ASIDE.search(text_of(noun.doc), first.idx, noun.idx) is not None


def _without(mention: Mention, taken: set[int]) -> Mention | None:
    """A mention without the people of an aside; None where nobody is left."""
    if mention.act not in FATAL or not taken:
        return mention
    left = tuple(v for v in mention.victims if v.head.i not in taken)
    return replace(mention, victims=left) if left else None


def _told(
    doc: Doc, quantities: Sequence[Found[Quantity]]
) -> Iterator[tuple[set[int], Token, Token]]:
    """Each such number: its words, its noun, and the word for its killing."""
    for each in quantities:
        noun = _noun_behind(doc, each.end)
        if noun is None or (each.value.highest_stated or 0) < 2:
            continue
        at = _word_behind(text_of(doc), noun.idx + len(noun))
        if at is None:
            before = _BEFORE.search(text_of(doc), 0, each.start)
            at = before.start("word") if before else None
        trigger = _token_at(doc, at)
        if trigger is not None and not _DENIED.search(text_of(doc)):
            words = {t.i for t in doc if each.start <= t.idx <= noun.idx}
            yield words, noun, trigger


def _noun_behind(doc: Doc, end: int) -> Token | None:
    """The noun for people that a number counts, close behind it."""
    after = [t for t in doc if t.idx >= end][:_A_FEW_WORDS]
    for token in after:
        if token.is_punct:
            return None
        # "Ten family members": the noun is the last of them.
        if _is_people_noun(token):
            behind = (t for t in after if t.i == token.i + 1)
            return next(filter(_is_people_noun, behind), token)
    return None


def _is_people_noun(token: Token) -> bool:
    """True for a noun that people are called by."""
    return lemma(token) in people() and token.pos_ in ("NOUN", "PROPN")


def _word_behind(text: str, end: int) -> int | None:
    """Where "killed" stands behind a subject, over an aside but no other clause."""
    match = _BEHIND.match(text, end)
    if match is None or _ANOTHER_CLAUSE.search(match["aside"]):
        return None
    return match.start("word")


def _token_at(doc: Doc, at: int | None) -> Token | None:
    return next((t for t in doc if t.idx == at), None)
