"""Names listed beside victims, where the parse loses them: "their sons: A, B"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from tasjil.read.english.lexicon import people, words
from tasjil.read.english.mentions import Mention, VictimPhrase
from tasjil.read.english.phrases import is_name, is_plural, lemma

_FILLERS = words("grammar", "namelists_fillers")
_JOINING = frozenset(["al", "de", "del", "la", "bin", "ibn", "el", "y"])
_AFTER_VERB = frozenset({":", "-", "--"})
Span = tuple[int, int]


def with_listed_names(mention: Mention) -> Mention:
    """The mention with the names that stand in a list right behind its victims."""
    if not mention.victims:
        return mention
    found: dict[int, VictimPhrase] = {v.head.i: v for v in mention.victims}
    part = mention.victims[-1].part
    covered = {t.i for v in mention.victims for t in _name_of(v.head)}
    holder: Token | None = mention.victims[-1].head
    for run, noun in _listed(mention):
        if noun is not None:
            holder = noun
        if run[-1].i in covered or any(t.i in covered for t in run):
            holder = None if noun is None else holder
            continue
        head = holder if holder is not None and _can_hold(holder, found) else run[-1]
        phrase = found.get(head.i) or VictimPhrase(head, part)
        if head is not run[-1]:
            span = run[0].idx, run[-1].idx + len(run[-1])
            phrase = replace(phrase, names=(*phrase.names, span))
        found[head.i] = phrase
        if not (holder is not None and is_plural(holder)):
            holder = None
    return replace(mention, victims=tuple(found[i] for i in sorted(found)))


def _can_hold(noun: Token, found: dict[int, VictimPhrase]) -> bool:
    """True where a noun takes a name: one for "his wife", several for "her sons"."""
    if is_name(noun) or lemma(noun) not in people():
        return False
    taken = found.get(noun.i)
    return is_plural(noun) or taken is None or not taken.names


def _name_of(head: Token) -> Iterator[Token]:
    """The words of a name, and of names the parse sets beside the head."""
    yield head
    for child in head.children:
        if child.dep_ in ("compound", "flat") or (
            child.dep_ in ("appos", "conj") and is_name(child)
        ):
            yield from _name_of(child)


def _listed(mention: Mention) -> Iterator[tuple[list[Token], Token | None]]:
    """Runs of name words behind the victims, each with the noun before it."""
    doc = mention.trigger.doc
    start = mention.victims[-1].head.i + 1
    after = mention.trigger.i + 1
    several = is_plural(mention.victims[-1].head) and mention.trigger.pos_ != "NOUN"
    opens = start < after < len(doc) and doc[after].text in _AFTER_VERB
    if opens and several:
        yield from _runs(doc[start : mention.trigger.i], mention)
        start = after
    yield from _runs(doc[start:], mention)


def _runs(
    tokens: Iterable[Token], mention: Mention
) -> Iterator[tuple[list[Token], Token | None]]:
    """Cut the words into names and what may stand between names."""
    run: list[Token] = []
    noun: Token | None = None
    for token in tokens:
        if _is_name_word(token, run):
            run.append(token)
            continue
        if run:
            if _tells(run[-1], mention):
                return
            if not _is_modifier(token):
                yield run, noun
            run, noun = [], None
        if lemma(token) in people() and token.pos_ in ("NOUN", "PROPN"):
            noun = token if lemma(token) not in words("people", "title") else noun
        elif not _may_stand_between(token):
            return
    if run and not _tells(run[-1], mention):
        yield run, noun


def _is_modifier(after: Token) -> bool:
    """True where a noun follows at once: "Christian leader" names nobody."""
    return after.pos_ in ("NOUN", "ADJ") and after.is_lower


def _is_name_word(token: Token, run: list[Token]) -> bool:
    """True for a capitalised word of a name, or a joining mark inside one."""
    if token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ", "X"):
        return lemma(token) not in people() and token.ent_type_ == ""
    return bool(run) and _joins_names(token)


def _joins_names(token: Token) -> bool:
    """True for "al", "de" or a hyphen between two words of one name."""
    if token.i + 1 >= len(token.doc):
        return False
    after = token.nbor()
    if token.text == "-":
        return not token.nbor(-1).whitespace_ and not token.whitespace_
    return token.lower_ in _JOINING and (after.text[:1].isupper() or after.text == "-")


def _may_stand_between(token: Token) -> bool:
    """True for commas, ages, "and his", brackets."""
    return (
        token.is_punct
        or token.pos_ in ("NUM", "PUNCT", "SPACE")
        or token.lower_ in _FILLERS
    )


def _tells(last: Token, mention: Mention) -> bool:
    """True where the name is the subject of another verb: it tells, it is no victim."""
    top = last
    while top.dep_ in ("compound", "flat") and top.head != top:
        top = top.head
    subject = top.dep_ in ("nsubj", "nsubjpass") and top.head != mention.verb
    return subject and top.head != mention.trigger
