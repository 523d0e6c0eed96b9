"""Lists of victims read by the order of the words, where the parse breaks them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from tasjil.read.english.harm.mentions import Mention, VictimPhrase
from tasjil.read.english.text import clauses
from tasjil.read.english.text.lexicon import words
from tasjil.read.english.text.phrases import (
    PERSONAL,
    is_name,
    is_number,
    is_person,
    is_plural,
    lemma,
)

MOST = 40
"""Longer lists are read by the grammar of name lists."""

_LEADS = words("grammar", "plain_lists_leads")
_TAILS = frozenset(["of", "from", "for", "in", "at"])
_INSIDE = frozenset(["DET", "NUM", "ADJ", "NOUN", "PROPN"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_BETWEEN = frozenset(["AUX", "ADV", "PUNCT"])
_OPENERS = {"(": ")", "[": "]"}
_HURT = frozenset(["injured", "wounded", "hurt", "missing", "killed", "arrested"])
_FEW = frozenset(["couple", "family", "group", "clan", "crew"])
_OPENING = 3
_SEVERAL = 3
_MOSTLY = 0.7
_ASIDE = 12
_TAIL_DEPTH = 3


@dataclass(frozen=True, slots=True)
class _Item:
    """One phrase of a list.

    Attributes:
        start: Its first word.
        end: The word behind it, with "of ..." and what stands in brackets.
        joined: True where "and" leads to it, not a comma alone.
        comma: True where a comma or a semicolon stands before it.
    """

    head: Token
    start: int
    end: int
    joined: bool = False
    comma: bool = False

    @property
    def has_tail(self) -> bool:
        """True where "of ..." or the like stands behind the head."""
        return self.end > self.head.i + 1

    @property
    def is_indefinite(self) -> bool:
        """True for "a clerk", "five clerks"."""
        first = self.head.doc[self.start]
        counted = first.lower_ in ("a", "an", "another") or first.lower_ in _LEADS
        return not is_name(self.head) and (counted or is_number(first))


def with_whole_list(mention: Mention) -> Mention:
    """The mention with everybody who is listed behind its first victim.

    The parse often takes "a clerk" for another word for the mayor in "the mayor, a
    clerk, and two men", or hangs the last name of a list on another verb.
    """
    mention = _without_next_subject(mention)
    first = mention.victims[0].head
    if first.lower_ in PERSONAL or is_number(first):
        return mention
    named = _behind_colon(mention) if is_plural(first) else []
    if named:
        return _with_names(mention, named)
    start = _phrase(first.doc, first.left_edge.i if _opens(first) else first.i)
    if start is None or start.head.i < first.i:
        return mention
    items = list(_items(first.doc, start))
    listed = _people(start, items)
    if not listed or not _fits(mention, start, listed[-1], items[-1].end):
        return mention
    if _is_many(first) and is_name(start.head):
        return _with_names(mention, [start, *listed])
    held = {v.head.i for v in mention.victims}
    new = [i for i in listed if not held & set(range(i.start, i.end))]
    phrases = (*mention.victims, *(VictimPhrase(i.head) for i in new))
    return replace(mention, victims=phrases) if new else mention


def _without_next_subject(mention: Mention) -> Mention:
    """The mention without X and Y of "After the death of Z, X and Y fled".

    Behind words that lead up to the sentence a comma ends the list, where the verb
    behind it has nobody else for a subject.
    """
    doc, trigger = mention.trigger.doc, mention.trigger
    first = mention.victims[0].head
    leads = any(
        t.dep_ in ("prep", "mark") and t.i < _OPENING for t in trigger.ancestors
    )
    comma = next((t.i for t in doc[first.i :] if t.text == ","), None)
    if trigger.pos_ != "NOUN" or not leads or comma is None:
        return mention
    later = [v for v in mention.victims if v.head.i > comma]
    behind = doc[later[-1].head.i + 1 :] if later else doc[:0]
    verb = next(iter(behind), None)
    if verb is None or verb.tag_ not in _FINITE or clauses.own_subjects(verb):
        return mention
    kept = tuple(v for v in mention.victims if v.head.i < comma)
    return replace(mention, victims=kept)


def _behind_colon(mention: Mention) -> list[_Item]:
    """The names in "the following nurses died: X, Y, and Z"."""
    doc = mention.trigger.doc
    last = max(mention.trigger.i, mention.victims[0].head.i)
    colon = next((t.i for t in doc[last:] if t.text == ":"), None)
    start = None if colon is None else _phrase(doc, colon + 1)
    if start is None:
        return []
    listed = [start, *_items(doc, start)]
    names = [i for i in listed if is_name(i.head)]
    told = len(names) >= _SEVERAL and len(names) >= _MOSTLY * len(listed)
    return names if told else []


def _with_names(mention: Mention, listed: list[_Item]) -> Mention:
    """The mention with names for "the priests X, Y, and Z", who are nobody more."""
    first = mention.victims[0]
    names = tuple(_name(i.head) for i in listed if is_name(i.head))
    held = {i.head.i for i in listed}
    rest = (v for v in mention.victims[1:] if v.head.i not in held)
    whole = replace(first, names=(*first.names, *names))
    return replace(mention, victims=(whole, *rest))


def _name(head: Token) -> tuple[int, int]:
    """Where the capitals up to a name's last word stand."""
    start = head
    while start.i and start.nbor(-1).pos_ == "PROPN" and is_name(start.nbor(-1)):
        start = start.nbor(-1)
    return start.idx, head.idx + len(head)


def _is_many(head: Token) -> bool:
    """True for "priests", "a couple"."""
    return head.tag_ in ("NNS", "NNPS") or lemma(head) in _FEW


def _opens(head: Token) -> bool:
    """True where the words before a head are its own and no list of others."""
    before = head.doc[head.left_edge.i : head.i]
    return len(before) < _ASIDE and not any(t.text in ",;" for t in before)


def _phrase(doc: Doc, at: int, depth: int = 0) -> _Item | None:
    """The noun phrase that begins at a word; None where none does."""
    i, head = at, None
    while i < len(doc) and doc[i].lower_ in _LEADS:
        i += 1
    while i < len(doc) and _is_inside(doc[i]):
        if doc[i].pos_ in ("NOUN", "PROPN", "NUM"):
            head = doc[i]
        i += 1
    if head is None:
        return None
    return _Item(head, at, _behind_tail(doc, i, depth))


def _is_inside(token: Token) -> bool:
    """True for words that can stand before or at the head of a phrase."""
    if token.pos_ in _INSIDE or token.tag_ in ("PRP$", "POS", "HYPH"):
        return True
    ahead = token.i + 1 < len(token.doc)
    describes = token.tag_ in ("VBN", "VBG") and token.dep_ == "amod"
    return ahead and describes and token.nbor().pos_ in _INSIDE


def _behind_tail(doc: Doc, i: int, depth: int) -> int:
    """The word behind "of the court" and what stands in brackets."""
    while i < len(doc):
        if doc[i].text in _OPENERS:
            closing = _OPENERS[doc[i].text]
            near = doc[i : i + _ASIDE]
            end = next((t.i + 1 for t in near if t.text == closing), None)
            if end is None:
                return i
            i = end
        elif doc[i].lower_ in _TAILS and depth < _TAIL_DEPTH:
            tail = _phrase(doc, i + 1, depth=depth + 1)
            if tail is None:
                return i
            i = tail.end
        else:
            return i
    return i


def _items(doc: Doc, first: _Item) -> Iterator[_Item]:
    """The phrases behind the first, as long as commas and "and" go on."""
    i = first.end
    for _ in range(MOST):
        behind, joined = _separator(doc, i)
        if behind == i:
            return
        item = _phrase(doc, behind)
        if item is None:
            return
        yield replace(item, joined=joined, comma=doc[i].text in (",", ";"))
        i = item.end


def _separator(doc: Doc, i: int) -> tuple[int, bool]:
    """The word behind a comma, "and" or "as well as"; whether it joins two."""
    start, joined = i, False
    if i < len(doc) and doc[i].text in (",", ";"):
        i += 1
    if i < len(doc) and doc[i].lower_ in ("and", "&"):
        i, joined = i + 1, True
        if i < len(doc) and doc[i].lower_ == "of":
            i += 1
    elif [t.lower_ for t in doc[i : i + 3]] == ["as", "well", "as"]:
        i, joined = i + 3, True
    return (i, joined) if i < len(doc) else (start, False)


def _people(first: _Item, items: list[_Item]) -> list[_Item]:
    """The phrases that stand for more people, up to the last "and".

    "X, director of the paper" is one person; so is "his companion, X". A clerk behind
    a name is another person only where the list ends with one more "a ..." like it.
    """
    last = max((n for n, i in enumerate(items) if i.joined), default=None)
    if last is None or not all(_is_readable(i) for i in items[: last + 1]):
        return []
    ends_like_it = items[last].is_indefinite and items[last].comma
    # A name behind "his aunts," is an aunt's, and so are those listed with it.
    found, before, named = [], first, False
    for item in items[: last + 1]:
        name = is_name(item.head)
        if not (name and named) and _is_another(
            before, item, ends_like_it=ends_like_it
        ):
            found.append(item)
            before, named = item, False
        else:
            named = named or (name and not is_name(before.head))
    return found


def _is_readable(item: _Item) -> bool:
    """True for people, and for an age behind a name; never for those who were hurt."""
    own = {t.lower_ for t in item.head.doc[item.start : item.end]}
    if own & _HURT or lemma(item.head) in _FEW:
        return False
    return is_person(item.head) or item.head.lower_ == "years"


def _is_another(before: _Item, item: _Item, *, ends_like_it: bool) -> bool:
    """True where a phrase behind another is no second word for the same people."""
    head = item.head
    if is_number(head):
        return item.joined and head.nbor().lower_ == "of"
    if head.lower_ == "years":
        return False
    if is_name(head):
        return is_name(before.head) or (item.joined and not _is_many(before.head))
    if item.is_indefinite:
        many = is_plural(head) or not is_name(before.head)
        return (item.joined and (many or item.comma)) or many or ends_like_it
    owned = any(c.dep_ == "poss" for c in head.lefts)
    if item.joined and item.comma and head.doc[item.start].lower_ == "the":
        return True
    if not item.joined or not (is_plural(head) or owned):
        return is_plural(head) and is_plural(before.head)
    has_own_words = item.start < head.i and head.doc[item.start].pos_ in ("DET", "NUM")
    return item.comma or owned or has_own_words or not before.has_tail


def _fits(mention: Mention, first: _Item, last: _Item, end: int) -> bool:
    """True where the last of the list belongs to the deed and to no other clause."""
    doc, trigger = last.head.doc, mention.trigger
    if trigger.i > first.head.i:
        return all(_is_link(t) for t in doc[max(end, last.end) : trigger.i])
    behind = next((t for t in doc[last.end :] if not t.is_punct), None)
    if behind is None or behind.tag_ not in _FINITE:
        return True
    verb = behind if behind.dep_ not in ("aux", "auxpass") else behind.head
    return any(s.i <= trigger.i for s in clauses.own_subjects(verb))


def _is_link(token: Token) -> bool:
    """True for what can stand between a list and its verb: ", who were also"."""
    return token.pos_ in _BETWEEN or token.tag_ in ("WP", "WDT")
