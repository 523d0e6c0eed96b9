"""Whether harm is told as having happened, and how firmly."""

from collections.abc import Iterator

from spacy.tokens import Token

from tasjil.model.acts import Act, Stance
from tasjil.read.english.harm.mentions import Mention
from tasjil.read.english.text.lexicon import acts_by_word, words
from tasjil.read.english.text.phrases import asks_how_many

_REAL_TO = words("grammar", "stance_real_to")
_SENSING = words("idioms", "sensing")
_DONE = frozenset(["have", "be"])
_NEAR = 6


def standing(mention: Mention) -> tuple[Stance, Token | None] | None:
    """How firmly it is told, with the word that says so; None where it did not happen.

    A plan, a threat, an order, an attempt or a condition is no claim of harm.
    """
    if _is_unreal(mention) or _is_left_out(mention) or _is_asked(mention):
        return None
    if mention.act is Act.MISSING and mention.trigger.lemma_.lower() in _SENSING:
        return Stance.STATED, None  # "nobody has seen him": the word itself denies
    denial = _called_false(mention.trigger) or _denial(mention)
    if denial is not None:
        unseen = mention.act is Act.BODIES_FOUND
        return None if unseen else (Stance.DENIED, denial)
    for stance, word in _shades(mention):
        return stance, word
    return Stance.STATED, None


def _is_asked(mention: Mention) -> bool:
    """True for a question that is not told in somebody's words."""
    last = mention.trigger.doc[-1].text
    return last == "?" and _asks(mention)


def _is_left_out(mention: Mention) -> bool:
    """True for people whom a count leaves out: that says how it was made, no more."""
    if mention.act not in (Act.KILLED, Act.BODIES_FOUND):
        return False
    if mention.trigger.doc[0].lower_ == "not":
        return False  # "not included are two patients who died" tells of two
    for word in _line(mention):
        if word.pos_ not in ("VERB", "AUX"):
            continue
        base = word.lemma_.lower()
        denied = any(c.dep_ == "neg" for c in word.children)
        particle = {c.lower_ for c in word.children if c.dep_ == "prt"}
        if base in words("grammar", "stance_leaving_out"):
            return True
        if base in words("grammar", "stance_counting") and denied:
            return word != mention.trigger
        if base == "leave" and "out" in particle:
            return True
        if base in words("grammar", "stance_differing") and _asks(mention):
            return denied or base == "differ"
    return False


def _asks(mention: Mention) -> bool:
    """True for "how many"."""
    return any(asks_how_many(p.head) for p in mention.victims)


def _line(mention: Mention) -> list[Token]:
    """The trigger and the words above it, nearest first."""
    return [mention.trigger, *mention.trigger.ancestors]


def _is_unreal(mention: Mention) -> bool:
    """True where the harm is only meant, feared of, ordered or supposed."""
    trigger = mention.trigger
    if _is_bare_infinitive(trigger) or _is_attempt(trigger):
        return True
    line = _line(mention)
    for below, word in zip([None, *line], line, strict=False):
        if below is not None and _governs_unreal(word, below):
            return True
        if _is_deed(trigger):
            if word.pos_ in ("VERB", "AUX"):
                return _may_hold(word)
            continue
        if _has_condition(word) or _has_modal(word):
            return True
        if _stands_by_itself(word):
            return False
    return False


def _may_hold(verb: Token) -> bool:
    """True for "would have included the murder of": a plan of murder is none."""
    holds = verb.lemma_.lower() in words("scene", "holding")
    would = any(c.lower_ in words("scene", "modals") for c in verb.children)
    return holds and would


def _is_deed(trigger: Token) -> bool:
    """True for "the murder of": a deed named is a deed done, whatever is said of it."""
    named = trigger.lemma_.lower() in acts_by_word("of")
    return named and trigger.pos_ in ("NOUN", "PROPN")


def _stands_by_itself(word: Token) -> bool:
    """True where what governs the clause says nothing on whether it happened."""
    finite = word.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.dep_ in ("aux", "auxpass") for c in word.children
    )
    if word.dep_ in ("relcl", "advcl", "acl"):
        return finite or (word.dep_ == "acl" and word.tag_ == "VBN")
    if word.dep_ == "ccomp":
        return finite and word.head.lemma_.lower() in words("tellers", "say")
    return word.dep_ == "conj" and finite and word.pos_ in ("VERB", "AUX")


def _has_condition(word: Token) -> bool:
    """True under "if" or "unless"."""
    return any(
        c.dep_ in ("mark", "advmod") and c.lower_ in words("scene", "conditions")
        for c in word.children
    )


def _has_modal(word: Token) -> bool:
    """True under "would", "will" ...; "may have been killed" is a belief, kept."""
    if word.pos_ not in ("VERB", "AUX") or word.lemma_.lower() == "see":
        return False
    helpers = [c for c in word.children if c.dep_ == "aux"]
    modal = any(c.lower_ in words("scene", "modals") for c in helpers)
    if not modal:
        return False
    perfect = any(c.lower_ == "have" for c in helpers)
    doubting = any(c.lower_ in words("scene", "doubting_modals") for c in helpers)
    # "A bomb that could have killed dozens" killed nobody.
    could = any(c.lower_ == "could" for c in helpers)
    active = not any(c.dep_ == "auxpass" for c in word.children)
    return not (perfect and doubting) or (could and active)


def _governs_unreal(word: Token, below: Token) -> bool:
    """True for "tried to kill", "an attempt to kill", "threats of death"."""
    base = word.lemma_.lower()
    if base == "order" and _is_deed(below) and _is_that_deed(below, word):
        return False
    if word.pos_ == "VERB" and base in words("scene", "unreal"):
        if base in ("stop", "end", "prevent", "halt") and below.dep_ in (
            "nsubj",
            "advcl",
        ):
            return False
        return (
            below.dep_ in ("xcomp", "ccomp", "pcomp", "dobj", "prep", "pobj")
            and not (
                below.dep_ == "ccomp"
                and base in ("warn", "order", "ask", "demand", "condemn")
                and below.tag_ in ("VBD", "VBN")
            )
            and base != "condemn"
            or (base == "condemn" and below.dep_ == "prep" and below.lower_ == "to")
        )
    if word.pos_ == "NOUN" and base in words("scene", "unreal_nouns"):
        return (
            below.dep_ in ("acl", "prep", "compound", "poss", "relcl")
            or below.tag_ == "VB"
        )
    return False


def _is_that_deed(deed: Token, verb: Token) -> bool:
    """True for "ordered the murder of": one deed known to the readers, and past."""
    known = any(c.lower_ == "the" for c in deed.lefts)
    return known and deed.dep_ == "dobj" and verb.tag_ in ("VBD", "VBN")


def _is_bare_infinitive(trigger: Token) -> bool:
    """True for "to kill" without a word that makes it real, and for orders."""
    if trigger.tag_ != "VB":
        return False
    if trigger.dep_ in ("xcomp", "ccomp") and trigger.head.lemma_.lower() in _REAL_TO:
        return False
    helped = {c.lower_ for c in trigger.children if c.dep_ == "aux"}
    if trigger.dep_ == "ccomp" and not helped and _is_sensed(trigger.head):
        return False
    return not helped & {"did", "do", "does"}


def _is_sensed(verb: Token) -> bool:
    """True for "I saw soldiers kill him", not for "I never saw", "to see"."""
    sensing = verb.lemma_.lower() in words("grammar", "stance_sensing")
    return (
        sensing
        and verb.tag_ == "VBD"
        and not any(c.dep_ == "neg" for c in verb.children)
    )


def _is_attempt(trigger: Token) -> bool:
    """True for "attempted murder", "assassination attempt", "death threats"."""
    before = any(
        c.lower_
        in ("attempted", "planned", "threatened", "possible", "future", "potential")
        for c in trigger.lefts
    )
    above = trigger.head
    return before or (
        trigger.dep_ == "compound"
        and above.lemma_.lower() in words("scene", "unreal_nouns")
    )


def _called_false(trigger: Token) -> Token | None:
    """The word in "reports that ten died are fabricated" that calls a telling false."""
    for below, above in zip(
        [trigger, *trigger.ancestors], trigger.ancestors, strict=False
    ):
        if above.lemma_.lower() not in words("idioms", "tellings"):
            continue
        if below.dep_ not in ("acl", "relcl", "ccomp", "prep"):
            continue
        near = [above, *above.head.children, above.head, *above.children]
        near += [g for c in above.head.children for g in c.children]
        for word in near:
            if {word.lemma_.lower(), word.lower_} & words("idioms", "falsehood"):
                return word
    return None


def _denial(mention: Mention) -> Token | None:
    """The word that says it did not happen; None where nothing denies it."""
    for word in (mention.trigger, mention.verb):
        for child in word.children:
            if child.dep_ == "neg":
                return child
    above = [mention.trigger.head] if _is_deed(mention.trigger) else None
    for word in above or mention.trigger.ancestors:
        if word.pos_ == "VERB" and word.lemma_.lower() in (
            "deny",
            "refute",
            "disprove",
        ):
            return word
        if word.dep_ in ("relcl", "conj"):
            break
    return None


def _shades(mention: Mention) -> Iterator[tuple[Stance, Token]]:
    """Words near the trigger or above it that put distance or weight on the telling."""
    for word in _weighing(mention):
        if word == mention.verb and word.lemma_ == "claim":
            continue  # "claimed the lives of" alleges nothing
        for stance in (
            Stance.FEARED,
            Stance.VERIFIED,
            Stance.ALLEGED,
            Stance.ESTIMATED,
        ):
            if word.lower_ in words("tellers", stance.value):
                yield stance, word
    yield from _said_to_have(mention)
    for word in mention.verb.children:
        if word.dep_ == "aux" and word.lower_ in words("scene", "doubting_modals"):
            yield Stance.ESTIMATED, word
    for word in mention.verb.ancestors:
        if word.lower_ in words("tellers", "witnessed") and word.pos_ == "VERB":
            yield Stance.WITNESSED, word


def _said_to_have(mention: Mention) -> Iterator[tuple[Stance, Token]]:
    """As in "two men said to have drowned": somebody tells, nobody says who."""
    for word in (mention.verb, *mention.verb.ancestors):
        to = [t.lower_ for t in word.doc[word.i + 1 : word.i + 3]]
        if word.lower_ == "said" and to in (["to", "have"], ["to", "be"]):
            yield Stance.ALLEGED, word


def _weighing(mention: Mention) -> Iterator[Token]:
    """Adverbs and adjectives at the trigger, and verbs whose statement it is."""
    for word in (mention.trigger, mention.verb):
        for child in word.children:
            if child.dep_ in ("advmod", "amod", "acomp", "npadvmod"):
                yield child
    if mention.verb != mention.trigger and mention.trigger.lemma_ != "life":
        yield mention.verb
    below = mention.trigger
    for above in mention.trigger.ancestors:
        if below.dep_ in ("ccomp", "xcomp", "oprd", "advcl") or below.pos_ == "NOUN":
            yield above
        elif below.dep_ not in (
            "acl",
            "conj",
            "dobj",
            "pobj",
            "prep",
            "nsubj",
            "nsubjpass",
        ):
            return
        below = above
