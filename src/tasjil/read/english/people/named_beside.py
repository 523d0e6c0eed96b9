"""Names listed beside victims, where the parse loses them: "their sons: A, B"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from tasjil.model.acts import Act
from tasjil.read.drafts.draft import Part
from tasjil.read.english.harm.mentions import Mention, VictimPhrase
from tasjil.read.english.numbers.number_words import number
from tasjil.read.english.text.clauses import clause_verb
from tasjil.read.english.text.lexicon import people, words
from tasjil.read.english.text.parser import text_of
from tasjil.read.english.text.phrases import is_name, is_plural, lemma, phrase

_FILLERS = words("grammar", "named_beside_fillers")
_WORD = re.compile(r"[^\W\d_]+")
_OPENS = re.compile(
    r"\s*(?::|-{1,2}\s|,?\s*(?:along|together|alongside|including|identified|namely)\b)"
)
_OPENS_LATER = re.compile(r":\s|\s-{1,2}\s|\bas (?:were|was)\b")
_IN_BRACKETS = re.compile(r"\([^()]{1,80}\)")
_REMARK = re.compile(
    r",\s+(?:who|whom|whose|described|referred|also|known|possibly|a|an|the)\s"
    r"[^,;.:]{1,80}(?=,|\sand\s)"
)
_IN_LAW = re.compile(r"-in-laws?\b")
_ABBREVIATED = re.compile(r"\b(?:[A-Z][a-z]{0,4}|e\.g|i\.e)\.(?=\s)")
_JOINS = re.compile(r"[,;]|\band\b")
_NAMES_OF_THE_DEAD = re.compile(
    r"\b(?:names?|named|identified|deceased|victims|martyrs|dead|killed|casualties)\b"
    r"[^.:]{0,90}?(?::|\s-\s|\bas\b|\bwere\b|\bnamely\b)",
    re.IGNORECASE,
)
_NOT_DEAD = re.compile(
    r"\b(?:injur\w+|wound\w+|arrest\w+|suspect\w*|missing|detain\w+|surviv\w+)\b",
    re.IGNORECASE,
)
_A_LIST = 2
Span = tuple[int, int]


def with_listed_names(mention: Mention, names: Sequence[Span]) -> Mention:
    """The mention with the names that stand in a list beside its victims.

    Args:
        mention: The mention as the parse gives it.
        names: Where names of persons stand in the sentence, in order.
    """
    if not mention.victims:
        return mention
    found = {v.head.i: v for v in mention.victims}
    free = [n for n in names if not _is_taken(n, mention)]
    taken: set[Span] = set()
    for victim in mention.victims:
        for span, noun in _listed(mention, victim, names):
            if span in free and span not in taken:
                taken.add(span)
                part = _part_of_list(victim, mention, span)
                _put(found, part, span, noun or victim.head)
    for victim in mention.victims:
        _take_own(found, mention, victim, names)
    return replace(mention, victims=tuple(found[i] for i in sorted(found)))


def _take_own(
    found: dict[int, VictimPhrase],
    mention: Mention,
    victim: VictimPhrase,
    names: Sequence[Span],
) -> None:
    """Give "their children Omar, Ruta and Firo" the names the parse set apart."""
    head = victim.head
    if not is_plural(head) or is_name(head) or lemma(head) not in people():
        return
    end = phrase(head)[1]
    behind = _behind(head.doc, end.idx + len(end), names, mention)
    own = [s for s, noun in behind if noun is None or noun == head]
    apart = [i for i in (_head(head.doc, s).i for s in own) if i in found]
    counted = next((number(c.lower_) for c in head.lefts if c.dep_ == "nummod"), None)
    if not apart or (counted is not None and len(own) > counted):
        return
    for i in apart:
        del found[i]
    told = found.get(head.i) or victim
    found[head.i] = replace(told, names=tuple(dict.fromkeys((*told.names, *own))))


def named_dead(doc: Doc, names: Sequence[Span]) -> Mention | None:
    """A list of the names of the dead, told with no verb of killing.

    As in "The victims were identified as A, B and C", "four of the dead by name: A".
    """
    cue = _NAMES_OF_THE_DEAD.search(text_of(doc))
    if cue is None or _NOT_DEAD.search(text_of(doc)):
        return None
    word = doc.char_span(cue.start(), cue.end(), alignment_mode="expand")
    if word is None:
        return None
    bare = Mention(Act.KILLED, word[0], clause_verb(word[0]), of_the_dead=True)
    listed = list(_behind(doc, cue.end(), names, bare))
    if len(listed) < _A_LIST:
        return None
    found: dict[int, VictimPhrase] = {}
    for span, noun in listed:
        head = noun if noun is not None and _can_hold(noun, found) else None
        last = head or _head(doc, span)
        told = found.get(last.i) or VictimPhrase(last, Part.AMONG)
        found[last.i] = (
            told if head is None else replace(told, names=(*told.names, span))
        )
    return replace(bare, victims=tuple(found[i] for i in sorted(found)))


def _is_taken(span: Span, mention: Mention) -> bool:
    """True where a phrase of the mention already holds the name."""
    for victim in mention.victims:
        first, last = phrase(victim.head)
        if first.idx < span[1] and span[0] < last.idx + len(last):
            return True
    return False


def _part_of_list(victim: VictimPhrase, mention: Mention, span: Span) -> Part:
    """Among the number where a colon opens the list: "four were killed: A, B"."""
    start = victim.head.idx
    listed = is_plural(victim.head) and ":" in text_of(victim.head.doc)[start : span[0]]
    return Part.AMONG if listed else mention.victims[-1].part


def _put(found: dict[int, VictimPhrase], part: Part, span: Span, noun: Token) -> None:
    """Give a name to the noun before it, or let it stand for a victim of its own."""
    head = noun if _can_hold(noun, found) else _head(noun.doc, span)
    told = found.get(head.i) or VictimPhrase(head, part)
    if head == noun:
        told = replace(told, names=(*told.names, span))
    found[head.i] = told


def _can_hold(noun: Token, found: dict[int, VictimPhrase]) -> bool:
    """True where a noun takes a name: one for "his wife", several for "her sons"."""
    if is_name(noun) or lemma(noun) not in people():
        return False
    told = found.get(noun.i)
    return is_plural(noun) or told is None or not told.names


def _head(doc: Doc, span: Span) -> Token:
    """The last word of a name: it stands for the person."""
    piece = doc.char_span(*span, alignment_mode="expand")
    return doc[0] if piece is None else piece[-1]


def _listed(
    mention: Mention, victim: VictimPhrase, names: Sequence[Span]
) -> Iterator[tuple[Span, Token | None]]:
    """Names behind a victim, and before it, each with the noun that leads to it."""
    doc, text = victim.head.doc, text_of(victim.head.doc)
    end = phrase(victim.head)[1]
    yield from _behind(doc, end.idx + len(end), names, mention)
    trigger_end = mention.trigger.idx + len(mention.trigger)
    if _OPENS.match(text, trigger_end):
        yield from _behind(doc, trigger_end, names, mention)
    for opening in _OPENS_LATER.finditer(text, trigger_end):
        if is_plural(victim.head) or opening[0].startswith("as"):
            yield from _behind(doc, opening.end(), names, mention)
    if victim.head.i < mention.trigger.i:
        for span in _before(text, phrase(victim.head)[0].idx, names):
            yield span, _head(doc, span)


def _behind(
    doc: Doc, start: int, names: Sequence[Span], mention: Mention
) -> Iterator[tuple[Span, Token | None]]:
    """Names that follow, as long as nothing but a list stands between them."""
    noun: Token | None = None
    for span in names:
        if span[0] < start:
            continue
        if not is_list_gap(text_of(doc)[start : span[0]]) or _tells(doc, span, mention):
            return
        if text_of(doc).startswith("'s", span[1]):
            start = span[1]
            continue
        nearer = _noun_in(doc, start, span[0])
        several = noun is not None and is_plural(noun)
        noun = nearer if nearer is not None else noun if several else None
        yield span, noun
        start = span[1]


def _before(text: str, start: int, names: Sequence[Span]) -> Iterator[Span]:
    """Names that stand before a victim in the same list: "A, B, and C were killed"."""
    for span in reversed(names):
        if span[1] > start:
            continue
        gap = text[span[1] : start]
        if not is_list_gap(gap) or not _JOINS.search(gap):
            return
        yield span
        start = span[0]


def is_list_gap(gap: str) -> bool:
    """True for commas, ages, ties and "and": what may stand between names of a list.

    Remarks on a person are skipped: "(the nephew of the mayor)", ", who was ill,".
    """
    gap = _REMARK.sub(" ", _IN_BRACKETS.sub(" ", gap))
    gap = _ABBREVIATED.sub(" ", _IN_LAW.sub("", gap))
    if len(gap) > 120 or ". " in gap:
        return False
    return all(
        w in _FILLERS or w in people() or w[:-1] in people()
        for w in map(str.lower, _WORD.findall(gap))
    )


def _noun_in(doc: Doc, start: int, end: int) -> Token | None:
    """The last noun for people in a gap; a title is a part of the name behind it."""
    piece = doc.char_span(start, end, alignment_mode="contract")
    for token in reversed(list(piece)) if piece is not None else ():
        if lemma(token) in people() and token.pos_ in ("NOUN", "PROPN"):
            return None if lemma(token) in words("people", "title") else token
    return None


def _tells(doc: Doc, span: Span, mention: Mention) -> bool:
    """True where the name is the subject of another verb: it tells, it is no victim."""
    top = _head(doc, span)
    while top.dep_ in ("compound", "flat") and top.head != top:
        top = top.head
    if top.dep_ not in ("nsubj", "nsubjpass") or top.head == mention.trigger:
        return False
    if _JOINS.search(text_of(doc), span[1], max(span[1], top.head.idx)) or (
        top.head.idx < span[0]
    ):
        return False  # the subject is a list, or stands behind: "as was Omar Halqi"
    return top.head != mention.verb or lemma(top.head) in words(
        "grammar", "named_rest_tells"
    )
