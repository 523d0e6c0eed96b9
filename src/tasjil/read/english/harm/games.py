"""Words of harm that tell of a game: "slaughtered 5-0", "killed off by two goals"."""

import re

from spacy.tokens import Token

from tasjil.read.english.text import clauses
from tasjil.read.english.text.lexicon import words
from tasjil.read.english.text.parser import text_of
from tasjil.read.english.text.phrases import lemma

_SCORE = re.compile(
    r"(?<![\w.,-])(?P<won>\d{1,2})\s?[-–]\s?(?P<lost>\d{1,2})\b"
    r"(?=\s*(?:[.,;)]|$)|\s+(?:in|at|on|by|after|to|against|away|last|yesterday)\b)"
)


def is_of_a_game(verb: Token) -> bool:
    """True where a score stands behind the verb, or a goal did it.

    "5-0" is a score: a range, as in "killed 5-10", goes up.
    """
    score = _SCORE.search(text_of(verb.doc), verb.idx + len(verb))
    if score is not None and int(score["won"]) > int(score["lost"]):
        return True
    game = words("grammar", "acts_of_a_game")
    if any(lemma(o) in game for o in clauses.of_objects(verb, "by", "with")):
        return True
    off = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "off"
    return off and any(lemma(t) in game for t in verb.doc)
