"""One place where a sentence tells of harm: the act, its word, its people."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from tasjil.model.acts import Act
from tasjil.read.drafts.draft import Part
from tasjil.read.english.text import clauses


@dataclass(frozen=True, slots=True)
class VictimPhrase:
    """One phrase for victims, and its part among them."""

    head: Token
    part: Part = Part.MAIN
    names: tuple[tuple[int, int], ...] = ()
    """Names a list sets beside the phrase, as offsets in the sentence."""

    called: Token | None = None
    """The people a bare number counts: "the number of villagers killed is 38"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A trigger word with the people around it.

    Attributes:
        trigger: The word that tells the act ("killed", "murder", "dead").
        verb: The verb of the clause, where time, place and denial hang.
        agent: Who is told to have done it; None where nobody is.
    """

    act: Act
    trigger: Token
    verb: Token
    victims: tuple[VictimPhrase, ...] = ()
    agent: Token | None = None
    of_the_dead: bool = field(default=False)
    """True for "among the dead was X": X is of a number told elsewhere."""

    @property
    def also(self) -> bool:
        """True for "was also killed": somebody else than before."""
        beside = (c.lower_ for c in self.verb.children)
        return any(word in ("also", "too", "likewise") for word in beside)

    @property
    def further(self) -> bool:
        """True for people on top of those before: "while six attackers also died"."""
        marks = {c.lower_ for c in clauses.children(self.verb, "mark")}
        contrasted = self.also and bool(marks & {"while", "whereas"})
        return contrasted or bool(clauses.out_of_a_list(self.verb))
