"""A person's name in its parts, as it was written."""

from dataclasses import dataclass

from tasjil.link.names.letters import Script
from tasjil.link.names.sounds import Sound
from tasjil.model.defined import Defined


class Place(Defined):
    """Where a part stands in a name."""

    GIVEN = "given", "The person's own name."
    CHAIN = "chain", "The father's, the grandfather's, and on; or a middle name."
    FAMILY = "family", "The last part."
    BYNAME = "byname", "A kunya or a nickname."


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name; a compound such as Abd al-Rahman is one.

    Attributes:
        text: As written.
        folded: One form for the spellings of one script.
        sounds: Its consonants, forms that agree across scripts, likeliest first.
        vowels: For each sound, which vowels there can be (sounds.py says how).
        loose: One coarse form, under which letters that are mistaken for each other
            meet: for "may be", never for "is".
        initial: Only the first letter was written.
    """

    text: str
    folded: str
    sounds: tuple[str, ...]
    vowels: tuple[int, ...]
    loose: str
    initial: bool = False

    @property
    def heard(self) -> tuple[Sound, ...]:
        """Each sound with its vowels, the likeliest first."""
        return tuple(zip(self.sounds, self.vowels, strict=True))


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts; what is not told is None or empty.

    Attributes:
        parts: In the order given, chain, family; kunya, nicknames and titles apart.
        given: None where only a family, a kunya or "son of" was written.
        chain: Father, grandfather, and on; a middle name stands here too.
        family: The last part where there are two; with three nobody can know.
        kunya: "Abu Ali" for a man who has a son Ali.
        nicknames: What somebody is known as.
        titles: Folded; they say nothing about who it is.
        script: Of the letters.
    """

    parts: tuple[Part, ...] = ()
    given: Part | None = None
    chain: tuple[Part, ...] = ()
    family: Part | None = None
    kunya: Part | None = None
    nicknames: tuple[Part, ...] = ()
    titles: tuple[str, ...] = ()
    script: Script = Script.NONE

    @property
    def unnamed(self) -> bool:
        """Tell that nobody is named: empty, "unknown", "a child", question marks."""
        return not (self.parts or self.kunya or self.nicknames)
