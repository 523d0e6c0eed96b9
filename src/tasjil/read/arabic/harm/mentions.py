"""One place where a sentence tells of harm: the act, its word, its people."""

from dataclasses import dataclass

from tasjil.model.acts import Act
from tasjil.read.arabic.people.people_phrases import People, Span
from tasjil.read.drafts.draft import Part


@dataclass(frozen=True, slots=True)
class Harmed:
    """One phrase for people harmed, and its part among them."""

    people: People
    part: Part = Part.MAIN


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of harm with the people around it.

    Attributes:
        at: The word that tells the act, by its place in the line.
        harmed: Its people, in the order of the words.
        doer: Where the one who did it stands, where the verb names it.
        nominal: True for "the death of", "his murder".
        of_the_dead: True for "among the dead was X": X is of a number told elsewhere.
        withdrawn: True for a figure that the report takes back.
        at_most: True for people of whom an unknown part suffered it.
    """

    act: Act
    at: int
    harmed: tuple[Harmed, ...]
    doer: Span | None = None
    nominal: bool = False
    of_the_dead: bool = False
    at_most: bool = False
    withdrawn: bool = False
