"""The model's own rules for the class and base form of words, looked up by word.

spaCy asks all of its 179 rules about every word. Here a rule is asked only about words
with the tag or the letters it starts from: the same answers in a fraction of the time.
"""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from spacy.attrs import DEP, IS_SPACE, LOWER, TAG
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab

from tasjil.errors import ReaderError

NAME = "word_classes"
_COLUMNS = {"TAG": 0, "LOWER": 1, "DEP": 2, "IS_SPACE": 3}
_KEYS = (TAG, LOWER, DEP, IS_SPACE)
_RAREST_FIRST = (1, 3, 2, 0)
"""Letters before space, dependency and tag: a rule is asked about the fewest words."""

Condition = tuple[int, Container[int], bool]
"""A column, the values meant, and whether they are wanted or ruled out."""


@dataclass(slots=True)
class Matching:
    """Every word that a pattern finds; each is looked at once."""

    pattern: re.Pattern[str]
    strings: StringStore
    known: dict[int, bool] = field(default_factory=dict)

    def __contains__(self, word: object) -> bool:
        """True where the pattern finds the word with this number."""
        if not isinstance(word, int):
            return False
        if word not in self.known:
            self.known[word] = bool(self.pattern.search(self.strings[word]))
        return self.known[word]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what the words must be, which of them it is about, what it says."""

    number: int
    words: tuple[tuple[Condition, ...], ...]
    about: int
    says: tuple[tuple[str, str], ...]

    def fits(self, rows: Sequence[Sequence[int]], at: int) -> bool:
        """True where the words from `at` on are those of the rule."""
        if at + len(self.words) > len(rows):
            return False
        return all(
            (rows[at + i][column] in values) is wanted
            for i, conditions in enumerate(self.words)
            for column, values, wanted in conditions
        )


class UnknownRule(ReaderError):
    """A rule of the model in a form that is not known here."""


class WordClasses:
    """The rules of one model, by the tag or the letters of their first word."""

    def __init__(self, vocab: Vocab, patterns: Iterable[Mapping[str, Any]]) -> None:
        """Sort the rules; every form of condition must be known.

        Raises:
            UnknownRule: A newer model has rules of another form.
        """
        self._strings = vocab.strings
        self._by_first: dict[int, dict[int, list[Rule]]] = {
            column: {} for column in _RAREST_FIRST
        }
        self._of_any: list[Rule] = []
        for number, each in enumerate(patterns):
            says = tuple(each["attrs"].items())
            for words in each["patterns"]:
                told = tuple(tuple(self._conditions(word)) for word in words)
                self._sort_in(Rule(number, told, each["index"], says))

    def _sort_in(self, rule: Rule) -> None:
        """Keep a rule under what its first word must be."""
        listed = {
            column: values
            for column, values, wanted in rule.words[0]
            if wanted and isinstance(values, frozenset)
        }
        column = next((each for each in _RAREST_FIRST if each in listed), None)
        if column is None:
            self._of_any.append(rule)
            return
        for value in listed[column]:
            self._by_first[column].setdefault(value, []).append(rule)

    def _conditions(self, word: Mapping[str, Any]) -> Iterable[Condition]:
        for key, asked in word.items():
            column = _COLUMNS.get(key)
            if column is None:
                raise UnknownRule(
                    f"expected a rule about {', '.join(_COLUMNS)}, found one about "
                    f"{key}; install the version of the model that the lock names"
                )
            yield (column, *self._values(asked))

    def _values(self, asked: Any) -> tuple[Container[int], bool]:
        """The values a condition names, and whether it wants them."""
        if isinstance(asked, bool):
            return frozenset([int(asked)]), True
        if isinstance(asked, str):
            return frozenset([self._strings.add(asked)]), True
        [(how, listed)] = asked.items()
        if how == "REGEX":
            return Matching(re.compile(listed), self._strings), True
        if how not in ("IN", "NOT_IN"):
            raise UnknownRule(
                f"expected a rule with IN, NOT_IN or REGEX, found {how}; install the "
                "version of the model that the lock names"
            )
        return frozenset(self._strings.add(v) if v else 0 for v in listed), how == "IN"

    def __call__(self, doc: Doc) -> Doc:
        """Write class and base form into the words of a parsed sentence."""
        rows = doc.to_array(list(_KEYS)).tolist()
        found = sorted(
            (rule.number, at + rule.about, rule.says)
            for at, row in enumerate(rows)
            for rule in self._asked(row)
            if rule.fits(rows, at)
        )
        for _, at, says in found:
            token: Any = doc[at]
            for key, value in says:
                if key == "MORPH":
                    token.set_morph(value)
                else:
                    setattr(token, f"{key.lower()}_", value)
        return doc

    def _asked(self, row: Sequence[int]) -> Iterable[Rule]:
        """The rules that a word may be the first of."""
        for column, rules in self._by_first.items():
            yield from rules.get(row[column], ())
        yield from self._of_any


@Language.factory(NAME)
def make(nlp: Language, name: str) -> WordClasses:
    """The component, made from the rules of the pipeline it is put into."""
    ruler: Any = nlp.get_pipe("attribute_ruler")
    return WordClasses(nlp.vocab, ruler.patterns)
