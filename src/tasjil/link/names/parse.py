"""A written name divided into given name, chain of fathers, family and the rest."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tasjil.link.names.gather import Found, gather
from tasjil.link.names.kinds import AL_ONE_NAME, Kind
from tasjil.link.names.letters import Script, script_of, seen
from tasjil.link.names.name import Name, Part
from tasjil.link.names.parts import kind_of, part_of, plain_word
from tasjil.link.names.wording import words_of

NAMES = 10_000
"""Names that are remembered; more are seldom asked for again."""


@lru_cache(maxsize=NAMES)
def parse(text: str) -> Name:
    """Divide a name into its parts.

    A name of one part is given. The last of two or more is the family; of three, the
    second may be father or family, and nobody can know. Words that name nobody
    ("unknown", question marks) go; where nothing is left, the name says `unnamed`.

    Args:
        text: As written, in Arabic, Latin or Cyrillic letters.

    Example:
        >>> name = parse("Dr. Salim bin Abd al-Rahman Darwish")
        >>> [part.text for part in name.parts], name.titles
        (['Salim', 'Abd al Rahman', 'Darwish'], ('dr',))
        >>> parse("أبو علي سليم درويش").kunya.text
        'أبو علي'
        >>> parse("unknown ??").unnamed, parse("Darwish, ?").family.text
        (True, 'Darwish')
    """
    plain = seen(text)
    words, asides = words_of(plain)
    found = gather(words)
    script = script_of(plain)
    if asides:
        found.nicknames += asides
    if script is not Script.ARABIC:
        found.parts = _turned(found.parts)
    return _named(found, script)


def _named(found: Found, script: Script) -> Name:
    """Say which part is what."""
    words, kunya = found.parts, None
    if words and len(words[0]) > 1 and _is_kunya(words[0]):
        kunya, words = part_of(words[0]), words[1:]
    parts = tuple([part_of(each) for each in words])
    given, chain, family = _roles(parts, kunya, found)
    return Name(
        parts=parts,
        given=given,
        chain=chain,
        family=family,
        kunya=kunya,
        nicknames=tuple([part_of(each) for each in found.nicknames]),
        titles=tuple(found.titles),
        script=script,
    )


Roles = tuple[Part | None, tuple[Part, ...], Part | None]


def _roles(parts: tuple[Part, ...], kunya: Part | None, found: Found) -> Roles:
    """The first is given and the last the family, unless a word says otherwise."""
    if len(parts) > 1 and not found.nobody_first:
        if found.nobody_last:
            return parts[0], parts[1:], None
        return parts[0], parts[1:-1], parts[-1]
    if not parts:
        return None, (), None
    if found.family_alone and len(parts) == 1:
        return None, (), parts[0]
    if found.nobody_first:
        return (None, parts[:-1], parts[-1]) if len(parts) > 1 else (None, parts, None)
    first = parts[0].text.split()[0]
    lone = kunya is not None or kind_of(first) in (Kind.PARENT, Kind.PEOPLE)
    return (None, (), parts[0]) if lone else (parts[0], (), None)


def _is_kunya(words: tuple[str, ...]) -> bool:
    if kind_of(words[0]) is not Kind.PARENT:
        return False
    return not AL_ONE_NAME.intersection(map(plain_word, words[1:]))


def _turned(parts: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Put a family that stands first in capitals, or before a patronymic, last."""
    if len(parts) < 2:
        return parts
    if _shouted(parts[0]) and not any(map(_shouted, parts[1:])):
        return [*parts[1:], parts[0]]
    if len(parts) == 3 and _patronymic(parts[2]) and not _patronymic(parts[1]):
        return [*parts[1:], parts[0]]
    return parts


def _shouted(part: tuple[str, ...]) -> bool:
    return all(len(word) > 2 and word.isupper() for word in part)


_PATRONYMIC = re.compile("(?:[oe]vi[ct]h|[oe]vn[ay]|[oe]wi[ct]z|i[ct]hna|oglu|kyzy)$")


def _patronymic(part: tuple[str, ...]) -> bool:
    return bool(_PATRONYMIC.search(plain_word(part[-1])))


def every_part(name: Name) -> Iterator[Part]:
    """Give all parts that a name tells, kunya and nicknames after the others."""
    yield from name.parts
    if name.kunya is not None:
        yield name.kunya
    yield from name.nicknames
