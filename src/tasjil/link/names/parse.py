"""A written name divided into given name, chain of fathers, family and the rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from tasjil.link.names.kinds import AL_ONE_NAME, SERVANTS, SERVES, Kind
from tasjil.link.names.letters import Script, is_arabic, script_of, seen
from tasjil.link.names.name import Name, Part
from tasjil.link.names.parts import kind_of, part_of, plain_word
from tasjil.link.names.sounds import Sound, agree

NAMES = 100_000
"""Names that are remembered, about a kilobyte each."""

_MARKS = re.compile(r"[.\-/\\,\"*?؟!:0-9٠-٩۰-۹(|+=&#<>~\u06d4]")
_SPLIT = re.compile(r"[\s\-/\\*?؟!:|+=&#<>~\u06d40-9٠-٩۰-۹]+")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)?|\"([^\"]*)\"")
_DOTS = re.compile(r"(?<=\w)\.(?=\w)")


@dataclass(slots=True)
class _Found:
    """What has been read of a name so far; words are gathered into parts."""

    parts: list[tuple[str, ...]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    nicknames: list[tuple[str, ...]] = field(default_factory=list)
    nobody_first: bool = False
    nobody_last: bool = False


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
        >>> parse("unknown ??").unnamed
        True
    """
    plain = seen(text)
    found = _Found()
    if _MARKS.search(plain):
        plain, asides = _without_asides(plain)
        found.nicknames += asides
        words = _words(plain)
    else:
        words = plain.split()
    _gather(words, found)
    return _named(found, script_of(plain))


def _without_asides(plain: str) -> tuple[str, list[tuple[str, ...]]]:
    """Take what stands in brackets or quotes out, as what somebody is known as."""
    asides = []
    for inside in _IN_BRACKETS.finditer(plain):
        words = _SPLIT.sub(" ", inside[1] or inside[2] or "").split()
        own = tuple(word for word in words if kind_of(word) in _NICKNAMES)
        if own:
            asides.append(own)
    return _IN_BRACKETS.sub(" ", plain), asides


_NICKNAMES = frozenset(
    {Kind.NAME, Kind.PARENT, Kind.ARTICLE, Kind.ENDING, Kind.PEOPLE, *SERVANTS}
)


def _words(plain: str) -> list[str]:
    """Divide into words; "Family, Given" is turned round, N.N. is one word."""
    plain = _DOTS.sub(". ", plain) if not plain.isupper() else plain.replace(".", " ")
    before, comma, after = plain.partition(",")
    if comma and _has_name(before) and _has_name(after):
        plain = f"{after} {before}"
    marked = re.sub(r"[?؟*]+|\d+", " ?? ", plain.replace(",", " "))
    if (
        kind_of(re.sub("[^A-Za-z]", "", plain) or "-") is Kind.NOBODY
        and plain.isascii()
    ):
        return []
    words = re.sub(r"[\s\-/\\!:|+=&#<>~\u06d4\")]+", " ", marked).split()
    return [word for word in words if word != "."]


def _has_name(text: str) -> bool:
    words = _SPLIT.sub(" ", text).split()
    return any(kind_of(word) not in (Kind.TITLE, Kind.NOBODY) for word in words)


def _gather(words: list[str], found: _Found) -> None:
    """Put the words of compounds together, and titles and strangers aside."""
    kinds = [kind_of(word) for word in words]
    at = 0
    while at < len(words):
        word, kind = words[at], kinds[at]
        if kind is Kind.NAME:
            found.parts.append((word,))
            at += 1
        else:
            at = _GATHER.get(kind, _as_name)(words, kinds, at, found)


def _as_name(words: list[str], kinds: list[Kind], at: int, found: _Found) -> int:
    end = _compound(words, kinds, at)
    found.parts.append(tuple(words[at:end]))
    return end


def _compound(words: list[str], kinds: list[Kind], at: int) -> int:
    """Find where the name ends that the word here begins."""
    kind, following = kinds[at], at + 1
    if following >= len(words):
        return following
    if kind is Kind.SERVANT and kinds[following] is Kind.NAME:
        return following + _serves(words[following])
    if kind in _BEGIN and kinds[following] in _MAY_FOLLOW:
        return _compound(words, kinds, following)
    return following


_BEGIN = (Kind.ARTICLE, Kind.SERVANT, Kind.SERVANT_OF, Kind.PARENT, Kind.PEOPLE)
_MAY_FOLLOW = (*_BEGIN, Kind.NAME, Kind.ENDING, Kind.TITLE)


def _serves(word: str) -> bool:
    """Tell whether abd makes one name with a word: an article, or a name of God."""
    plain = plain_word(word)
    if plain in SERVES or plain.startswith(("ال", "al", "el")):
        return True
    if is_arabic(word):
        return False
    return any(agree(part_of((word,)).heard[0], each) for each in _heard_of_god())


@lru_cache(maxsize=1)
def _heard_of_god() -> tuple[Sound, ...]:
    return tuple(part_of((name,)).heard[0] for name in sorted(SERVES))


def _as_tie(words: list[str], kinds: list[Kind], at: int, found: _Found) -> int:
    if not found.parts:
        found.nobody_first = True
    return at + 1


def _as_title(words: list[str], kinds: list[Kind], at: int, found: _Found) -> int:
    """A title at the end, after names, is a family's name: Ahmad Al-Sheikh."""
    last = at == len(words) - 1 and bool(found.parts)
    if last:
        found.parts.append((words[at],))
    else:
        found.titles.append(plain_word(words[at]))
    return at + 1


def _as_ending(words: list[str], kinds: list[Kind], at: int, found: _Found) -> int:
    if found.parts:
        found.parts[-1] += (words[at],)
        return at + 1
    return _as_name(words, kinds, at, found)


def _as_article(words: list[str], kinds: list[Kind], at: int, found: _Found) -> int:
    """An article belongs to the next word; al-Din to the one before."""
    if at + 1 < len(words) and kinds[at + 1] is Kind.ENDING and found.parts:
        found.parts[-1] += (words[at], words[at + 1])
        return at + 2
    return _as_name(words, kinds, at, found)


def _as_known(words: list[str], kinds: list[Kind], at: int, found: _Found) -> int:
    rest = tuple(words[at + 1 :])
    if rest and found.parts:
        found.nicknames.append(rest)
        return len(words)
    return at + 1


def _as_nobody(words: list[str], kinds: list[Kind], at: int, found: _Found) -> int:
    if found.parts:
        found.nobody_last = True
    else:
        found.nobody_first = True
    return at + 1


def _as_and(words: list[str], kinds: list[Kind], at: int, found: _Found) -> int:
    if 0 < at < len(words) - 1 and len(words[at]) == 1:
        return at + 1
    return _as_name(words, kinds, at, found)


_GATHER = {
    Kind.TIE: _as_tie,
    Kind.TITLE: _as_title,
    Kind.ENDING: _as_ending,
    Kind.ARTICLE: _as_article,
    Kind.KNOWN_AS: _as_known,
    Kind.CHILD: _as_nobody,
    Kind.NOBODY: _as_nobody,
    Kind.AND: _as_and,
}


def _named(found: _Found, script: Script) -> Name:
    """Say which part is what."""
    words = _turned(found.parts)
    kunya = None
    if words and _is_kunya(words[0]):
        kunya, words = part_of(words[0]), words[1:]
    parts = tuple(part_of(each) for each in words)
    given, chain, family = _roles(parts, words, kunya, found)
    return Name(
        parts=parts,
        given=given,
        chain=chain,
        family=family,
        kunya=kunya,
        nicknames=tuple(part_of(each) for each in found.nicknames),
        titles=tuple(found.titles),
        script=script,
    )


Roles = tuple[Part | None, tuple[Part, ...], Part | None]


def _roles(
    parts: tuple[Part, ...],
    words: list[tuple[str, ...]],
    kunya: Part | None,
    found: _Found,
) -> Roles:
    """The first is given and the last the family, unless a word says otherwise."""
    if not parts:
        return None, (), None
    if found.nobody_first:
        return (
            None,
            parts[:-1] if len(parts) > 1 else parts,
            (parts[-1] if len(parts) > 1 else None),
        )
    if len(parts) == 1:
        lone = kunya is not None or kind_of(words[0][0]) in (Kind.PARENT, Kind.PEOPLE)
        return (None, (), parts[0]) if lone else (parts[0], (), None)
    if found.nobody_last:
        return parts[0], parts[1:], None
    return parts[0], parts[1:-1], parts[-1]


def _is_kunya(words: tuple[str, ...]) -> bool:
    return (
        len(words) > 1
        and kind_of(words[0]) is Kind.PARENT
        and not AL_ONE_NAME.intersection(map(plain_word, words[1:]))
    )


def _turned(parts: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Put a family that stands first in capitals, or before a patronymic, last."""
    if len(parts) < 2 or is_arabic(parts[0][0]):
        return parts
    shouted = [_shouted(part) for part in parts]
    if shouted[0] and not any(shouted[1:]):
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
