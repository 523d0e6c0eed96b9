"""Names of the dead that a sentence tells and the parse leaves out, by age and tie."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from tasjil.model.acts import Act
from tasjil.read.drafts.draft import FATAL, Part
from tasjil.read.english.harm.mentions import Mention, VictimPhrase
from tasjil.read.english.people.named_beside import is_list_gap
from tasjil.read.english.people.names import PersonName
from tasjil.read.english.people.victim_names import written_alike
from tasjil.read.english.text.clauses import SUBJECTS, clause_verb
from tasjil.read.english.text.lexicon import words
from tasjil.read.english.text.parser import text_of
from tasjil.read.english.text.phrases import lemma
from tasjil.read.found import Found
from tasjil.read.name_words import KIN

_AGE_BEFORE = re.compile(
    r"(?:year|month|week|day)s?[\s-]*olds?,?\s+(?:[^\W\d_]+\.?\s+){0,2}$", re.IGNORECASE
)
_AGE_AFTER = re.compile(
    r"\s*(?:\([^()\d]{1,40}\)\s*)?(?:,\s*|\()[^()\d,.;]{0,24}?[0-9]{1,3}\b"
    r"(?!\s*(?:th|st|nd|rd|:|(?!years?|months?|weeks?|days?|and|was|were|who)[a-z]))",
    re.IGNORECASE,
)
_TIE_BEFORE = re.compile(
    r"\b(?:his|her|their|[^\W\d_]+'s)\s+(?:[^\W\d_]+[\s-]){0,2}(?P<tie>[^\W\d_-]+(?:-in-law)?)"
    r"[,:]?\s+(?:[A-Z][a-z]{0,4}\.\s+)?$"
)
_OTHERWISE = words("grammar", "named_rest_otherwise")
_TELLS = words("grammar", "named_rest_tells")
_LEADS_ELSEWHERE = re.compile(
    r"\b(?:of|by|from|to|user|account|page|home|house|with the|according to)"
    r"\s+(?:the\s+)?(?:[A-Z][a-z]{0,4}\.\s+)?$",
    re.IGNORECASE,
)
_TELLERS_ALL = re.compile(
    r"\baccording to [^,;]{0,40}$|\b(?:by|from|with)\s+(?:[^\W\d_]+\s+){0,3}"
    r"(?:relatives|friends|users|acquaintances|colleagues|sources|accounts|mourners)\b",
    re.IGNORECASE,
)
_CUTS = re.compile(r";|\bwhile\b|\bwhereas\b|\bbut\b|\balthough\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_A_LIST = 2
Span = tuple[int, int]
Names = Sequence[Found[PersonName]]


def names_left_out(
    doc: Doc, names: Names, told: Collection[str], mentions: Sequence[Mention]
) -> Mention | None:
    """A mention of the people whom a sentence of death names and no phrase holds.

    A name counts where its age stands beside it, where a tie leads to it ("his wife
    Mira"), or where it goes on a list of such names. Who tells, who mourns, and who
    was hurt otherwise does not.

    Args:
        doc: The sentence.
        names: The names of persons in it.
        told: The names that its phrases hold.
        mentions: What was found in it; without a death a list of ages must speak.
    """
    fatal = [m for m in mentions if m.act in FATAL]
    if mentions and not fatal:
        return None
    found = list(_left(doc, names, told))
    if not found or (not fatal and len(found) < _A_LIST):
        return None
    return _mention(doc, found, fatal)


def _left(doc: Doc, names: Names, told: Collection[str]) -> Iterator[Span]:
    """Names that are victims by what stands beside them, in order."""
    last: int | None = None
    for name in names:
        span = name.start, name.end
        if any(written_alike(name.value.name, other) for other in told):
            last = span[1]
            continue
        listed = last is not None and is_list_gap(text_of(doc)[last : span[0]])
        if (listed or _is_particular(text_of(doc), span)) and not _is_somebody_else(
            doc, span
        ):
            last = span[1]
            yield span


def _is_particular(text: str, span: Span) -> bool:
    """True beside an age, or behind a tie."""
    before = text[max(0, span[0] - 50) : span[0]]
    if _AGE_BEFORE.search(before) or _AGE_AFTER.match(text, span[1]):
        return True
    tie = _TIE_BEFORE.search(before)
    return tie is not None and tie["tie"].lower() in KIN | words("people", "kin")


def _is_somebody_else(doc: Doc, span: Span) -> bool:
    """True for one who tells, whose kin it is, or who was harmed otherwise."""
    text = text_of(doc)
    if text.startswith(("'s", "'"), span[1]):
        return True
    if _LEADS_ELSEWHERE.search(text[max(0, span[0] - 30) : span[0]]):
        return True
    before = [m.end() for m in _CUTS.finditer(text, 0, span[0])]
    after = _CUTS.search(text, span[1])
    start = before[-1] if before else 0
    if _TELLERS_ALL.search(text[start : span[0]]):
        return True
    part = text[start : after.start() if after else len(text)]
    if any(word.lower() in _OTHERWISE for word in _WORD.findall(part)):
        return True
    return _is_teller(doc, span)


def _is_teller(doc: Doc, span: Span) -> bool:
    """True for the subject of "said", "posted", "mourned"."""
    piece = doc.char_span(*span, alignment_mode="expand")
    if piece is None:
        return True
    top = piece.root
    while top.dep_ in ("compound", "flat", "appos", "conj") and top.head != top:
        top = top.head
    return top.dep_ in SUBJECTS and lemma(top.head) in _TELLS


def _mention(doc: Doc, spans: Sequence[Span], fatal: Sequence[Mention]) -> Mention:
    """Their deaths, told with the sentence's own word for it."""
    pieces = (doc.char_span(*span, alignment_mode="expand") for span in spans)
    heads = [piece[-1] for piece in pieces if piece is not None]
    victims = tuple(VictimPhrase(head, Part.AMONG) for head in heads)
    if not fatal:
        verb = clause_verb(heads[0])
        return Mention(Act.KILLED, heads[0], verb, victims, of_the_dead=True)
    nearest = min(fatal, key=lambda m: abs(m.trigger.idx - spans[0][0]))
    return replace(nearest, victims=victims, of_the_dead=True)
