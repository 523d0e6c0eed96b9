"""Noun phrases: which words belong to them, whether they are people, and how many."""

from collections.abc import Iterator

from spacy.tokens import Token

from tasjil.read.english.text.lexicon import people, words
from tasjil.read.places.nationalities import nationalities

PERSONAL = words("grammar", "phrases_personal")
SINGULAR = frozenset(["he", "she", "him", "her", "himself", "herself", "i", "me"])
_BOUND = words("grammar", "phrases_bound")
_PEOPLES = ("ans", "ards", "ites", "ians", "nese")
_NUMBERS = words("grammar", "phrases_numbers")
_GROUPS = words("grammar", "phrases_groups")
_SOME_OF = frozenset(["some", "several", "most", "many", "few", "all", "each", "both"])
_ANYBODY = frozenset(["anybody", "anyone", "somebody", "someone"])
_ORDINALS = words("idioms", "ordinals")
_TRADES = tuple(sorted(words("idioms", "trades")))
_A_TRADE = 6
_DASHES = frozenset(["--", "-"])
_BOTH = 2


def lemma(token: Token) -> str:
    """The word as a dictionary has it, in lower case."""
    low = token.lower_
    if low in people():
        return str(low)
    return str(token.lemma_.lower())


def phrase(head: Token) -> tuple[Token, Token]:
    """First and last token of the noun phrase: no clauses, lists or asides."""
    first, last = head, head
    for left in head.lefts:
        if left.dep_ in _BOUND and left.dep_ != "punct":
            first = min(first, left.left_edge, key=lambda t: t.i)
        elif left.lower_ in (",", ";", ":"):
            first = head.doc[left.i + 1]
    for token in head.doc[first.i : head.i]:
        if token.text == ",":
            first = head.doc[token.i + 1]
    for right in head.rights:
        if right.dep_ == "prep" and right.lower_ == "of" and right.i == last.i + 1:
            last = _end_of(right, last)
        elif right.dep_ in ("compound", "nmod", "nummod") and right.i == last.i + 1:
            last = right
    return first, last


def _end_of(preposition: Token, last: Token) -> Token:
    """The last token of "of ..." as far as it belongs to the phrase."""
    for inner in preposition.children:
        if inner.dep_ == "pobj":
            return phrase(inner)[1]
    return last


def is_plural(head: Token) -> bool:
    """True for words that stand for two or more."""
    low = head.lower_
    if low in (
        "they",
        "them",
        "people",
        "police",
        "troops",
        "we",
        "us",
        "dead",
        "wounded",
    ):
        return True
    return head.tag_ == "NNS" or _is_many_of_a_name(head)


def _is_many_of_a_name(head: Token) -> bool:
    """True for "Sorelians"; the parse takes some names in "-a" for a plural too."""
    return head.tag_ == "NNPS" and head.lower_.endswith(("s", *_PEOPLES))


def is_name(head: Token) -> bool:
    """True where the phrase is a name and no common noun."""
    return (
        not _is_many_of_a_name(head)
        and head.pos_ == "PROPN"
        and head.text[:1].isupper()
        and lemma(head) not in people()
        and not _is_nationality(head)
    )


def _is_nationality(head: Token) -> bool:
    """True for "one Briton", "a great Briton": "the Briton" may be a byname."""
    if head.lower_ not in nationalities():
        return False
    return any(
        c.dep_ in ("nummod", "amod") or c.lower_ in ("a", "an", "another")
        for c in head.lefts
    )


def is_number(head: Token) -> bool:
    """True for a number that stands for people without naming them: "killing three"."""
    return (
        head.pos_ == "NUM" or head.tag_ == "CD" or head.lower_ in ("dozens", "scores")
    )


def is_person(head: Token) -> bool:
    """True where the phrase can stand for people."""
    low, base = head.lower_, lemma(head)
    if is_nobody(head) or asks_how_many(head) or is_people(head):
        return True
    if low in _SOME_OF and counted(head) != head:
        return is_person(counted(head))
    if low in _ANYBODY or _is_one_more(head) or _sounds_like_people(head):
        return True
    if low in PERSONAL or low in people() or base in people():
        return not _counts_things(head, base)
    if _is_nationality(head):
        return True
    if base in words("people", "collective") or base in words("people", "title"):
        return True
    if base in words("scene", "things") or low in words("scene", "things"):
        return False
    if is_number(head):
        return head.text[:1] != "'" and not _is_year(head)
    return is_name(head) or _is_who(head)


def _is_who(head: Token) -> bool:
    """True for any noun that "who" goes on from: "subordinates who were killed"."""
    if head.pos_ != "NOUN":
        return False
    clauses = [c for c in head.children if c.dep_ == "relcl"]
    return any(t.lower_ in ("who", "whom") for c in clauses for t in c.children)


def is_people(head: Token) -> bool:
    """True for a people or a community in the plural: "1,479 Alawites"."""
    if head.tag_ != "NNPS":
        return False
    low = head.lower_
    return low.endswith(_PEOPLES) or low[:-1] in words("communities", "communities")


def _is_one_more(head: Token) -> bool:
    """True for "a fifth was captured"."""
    subject = head.dep_ in ("nsubj", "nsubjpass")
    return subject and head.lower_ in _ORDINALS and has_determiner(head, "a", "the")


def _sounds_like_people(head: Token) -> bool:
    """True for trades no list has: "three dockers", "a roadmender"."""
    base = lemma(head)
    told = any(c.dep_ in ("det", "nummod", "poss") for c in head.lefts)
    if head.pos_ != "NOUN" or not told or len(base) < _A_TRADE:
        return False
    known = words("idioms", "no_trades") | words("scene", "things")
    return base.endswith(_TRADES) and base not in known


def is_kind_word(head: Token) -> bool:
    """True for "Alawite" alone, which says what kind of people and not that any are."""
    known = words("communities", "communities")
    bare = not any(c.dep_ in ("det", "nummod", "poss", "compound") for c in head.lefts)
    return bare and not head.tag_.endswith("S") and head.lower_ in known


def is_nobody(head: Token) -> bool:
    """True for "nobody", "no one", "none"."""
    return head.lower_ in ("nobody", "none") or (
        head.lower_ == "one" and has_determiner(head, "no")
    )


def asks_how_many(head: Token) -> bool:
    """True for "how many people": a number nobody knows."""
    many = head if head.lower_ == "many" else None
    for child in head.lefts:
        many = child if child.lower_ == "many" else many
    return many is not None and any(c.lower_ == "how" for c in many.children)


def _is_year(head: Token) -> bool:
    """True for four digits that are a year rather than a number of people."""
    return (
        head.text.isdigit() and len(head.text) == 4 and 1900 <= int(head.text) <= 2100
    )


def _counts_things(head: Token, base: str) -> bool:
    """True for "dozens of cattle": a number word whose own noun is no person."""
    if base not in _GROUPS:
        return False
    inner = counted(head)
    return inner != head and not is_person(inner)


def counted(head: Token) -> Token:
    """Who is counted: "dozens of people" is about people."""
    some = head.lower_ in _SOME_OF
    if lemma(head) not in _NUMBERS and not is_number(head) and not some:
        return head
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    return head


def members(head: Token) -> Iterator[Token]:
    """The phrase's head and everything listed with it by "and" or commas."""
    yield head
    for child in head.children:
        if child.dep_ == "conj" or (child.dep_ == "appos" and _goes_on(head, child)):
            yield from members(child)
        elif child.dep_ == "appos" and any(c.dep_ == "nummod" for c in child.lefts):
            yield from (t for t in _chain(child) if _is_behind_aside(head, t))
        elif child.dep_ == "appos" and is_name(child) and not is_plural(head):
            yield from (
                t for c in child.children if c.dep_ == "conj" for t in members(c)
            )


def _chain(head: Token) -> Iterator[Token]:
    """The phrase's head and what "and" lists with it."""
    yield head
    for child in head.children:
        if child.dep_ == "conj":
            yield from _chain(child)


def _is_behind_aside(head: Token, token: Token) -> bool:
    """True for "two women" in "seven nurses -- four of them new -- and two women"."""
    between = head.doc[head.i + 1 : token.left_edge.i]
    return sum(t.text in _DASHES for t in between) == _BOTH


def _is_listed(head: Token, child: Token) -> bool:
    """True where an apposition is the next item of a list, not another word for it."""
    if any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in child.children):
        kin = lemma(child) in words("people", "kin") or is_name(child)
        return kin or not is_name(head)
    if any(c.dep_ == "conj" for c in child.children) and not is_plural(head):
        return is_name(head) == is_name(child)
    return False


def _goes_on(head: Token, child: Token) -> bool:
    """True where the parse's apposition is in truth the next of a list."""
    return _is_listed(head, child) or _is_next_of_list(head, child)


def _is_next_of_list(head: Token, child: Token) -> bool:
    """True for "five nurses" in "the mayor, five nurses, and two men".

    One person is no "five nurses"; and "a clerk" in "the mayor, a clerk, and a cook"
    is another person where "and" goes on with one more like it.
    """
    listed = [t for each in (head, child) for t in each.children if t.dep_ == "conj"]
    after = [t for t in listed if t.i > child.i]
    if not after or is_plural(head) or child.i < head.i:
        return False
    if is_plural(child) and any(c.dep_ == "nummod" for c in child.lefts):
        return True
    behind_comma = all(_is_behind_comma(t) for t in after)
    alike = _is_indefinite(child) and all(_is_indefinite(t) for t in after)
    return alike and behind_comma


def _is_behind_comma(item: Token) -> bool:
    """True for the cook in "a clerk, and a cook"."""
    start = item.left_edge.i
    return start > 1 and item.doc[start - 2].text in (",", ";")


def _is_indefinite(token: Token) -> bool:
    """True for "a clerk", "five clerks" and no name."""
    counted = any(c.dep_ == "nummod" or c.lower_ in ("a", "an") for c in token.lefts)
    return counted and not is_name(token)


def breakdown(head: Token) -> Iterator[Token]:
    """Numbers set beside a number: "12 civilians: 4 women, 3 men and 5 children"."""
    if not is_plural(head):
        return
    for child in head.children:
        if child.dep_ == "appos" and _is_counted(child):
            told = (t for t in members(child) if _is_counted(t))
            yield from (t for t in told if not _is_behind_aside(head, t))


def _is_counted(token: Token) -> bool:
    """True for people with a number or an article: "a woman", "five children"."""
    return is_person(token) and any(
        c.dep_ == "nummod" or c.lower_ in ("a", "an") for c in token.lefts
    )


def has_determiner(head: Token, *which: str) -> bool:
    """True where one of these words stands before the noun."""
    return any(c.lower_ in which for c in head.lefts)
