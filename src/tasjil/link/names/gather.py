"""Words of a name gathered into parts: compounds whole, titles and strangers aside."""

from dataclasses import dataclass, field
from functools import lru_cache

from tasjil.link.names.kinds import OF_A_FAMILY, SERVANTS, SERVES, Kind
from tasjil.link.names.letters import is_arabic
from tasjil.link.names.parts import is_assimilated, kind_of, part_of, plain_word
from tasjil.link.names.sounds import Sound, agree


@dataclass(slots=True)
class Found:
    """What has been read of a name so far.

    Attributes:
        parts: The words of each part.
        titles: As the tables have them.
        nicknames: The words of each.
        nobody_first: Nobody's own name stands first: "son of", "unknown".
        family_alone: Neither the given name nor the father is told: "? ? Vell".
        nobody_last: Nobody's family stands last.
    """

    parts: list[tuple[str, ...]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    nicknames: list[tuple[str, ...]] = field(default_factory=list)
    nobody_first: bool = False
    family_alone: bool = False
    nobody_last: bool = False


def gather(words: list[str]) -> Found:
    """Put the words of compounds together, and titles and strangers aside.

    Example:
        >>> gather(["Dr.", "Abd", "al", "Rahman", "bin", "Salim"]).parts
        [('Abd', 'al', 'Rahman'), ('Salim',)]
    """
    found = Found()
    kinds = [kind_of(word) for word in words]
    at = 0
    while at < len(words):
        word, kind = words[at], kinds[at]
        if kind is Kind.NAME:
            found.parts.append((word,))
            at += 1
        else:
            at = _GATHER.get(kind, _as_name)(words, kinds, at, found)
    return found


def _as_name(words: list[str], kinds: list[Kind], at: int, found: Found) -> int:
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
    after = words[following + 1] if following + 1 < len(words) else ""
    if kinds[following] is Kind.ASSIMILATED and is_assimilated(words[following], after):
        kinds[following] = Kind.ARTICLE
    if kind in _BEGIN and kinds[following] in _MAY_FOLLOW:
        return _compound(words, kinds, following)
    return following


_BEGIN = (Kind.ARTICLE, Kind.PARENT, Kind.PEOPLE, Kind.PARTICLE, *SERVANTS)
_MAY_FOLLOW = (*_BEGIN, Kind.NAME, Kind.ENDING, Kind.TITLE, Kind.ASSIMILATED)


@lru_cache(maxsize=20_000)
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


def _as_tie(words: list[str], kinds: list[Kind], at: int, found: Found) -> int:
    if not found.parts:
        found.nobody_first = True
    return at + 1


def _as_title(words: list[str], kinds: list[Kind], at: int, found: Found) -> int:
    """A title after names is a family's, or begins it: al-Sheikh, al-Sheikh Ali."""
    plain, last = plain_word(words[at]), at == len(words) - 1
    if found.parts and last:
        found.parts.append((words[at],))
    elif found.parts and plain in OF_A_FAMILY and kinds[at + 1] in _MAY_FOLLOW:
        end = _compound(words, kinds, at + 1)
        found.parts.append(tuple(words[at:end]))
        return end
    else:
        found.titles.append(plain)
    return at + 1


def _as_ending(words: list[str], kinds: list[Kind], at: int, found: Found) -> int:
    if found.parts:
        found.parts[-1] += (words[at],)
        return at + 1
    return _as_name(words, kinds, at, found)


def _as_article(words: list[str], kinds: list[Kind], at: int, found: Found) -> int:
    """An article belongs to the next word; al-Din to the one before."""
    if at + 1 < len(words) and kinds[at + 1] is Kind.ENDING and found.parts:
        found.parts[-1] += (words[at], words[at + 1])
        return at + 2
    return _as_name(words, kinds, at, found)


def _as_assimilated(words: list[str], kinds: list[Kind], at: int, found: Found) -> int:
    """Ar is an article before Rahman, and a name before any other."""
    after = words[at + 1] if at + 1 < len(words) else ""
    kinds[at] = Kind.ARTICLE if is_assimilated(words[at], after) else Kind.NAME
    return _as_name(words, kinds, at, found)


def _as_known(words: list[str], kinds: list[Kind], at: int, found: Found) -> int:
    rest = tuple(words[at + 1 :])
    if rest and found.parts:
        found.nicknames.append(rest)
        return len(words)
    return at + 1


_MARK = "??"


def _as_nobody(words: list[str], kinds: list[Kind], at: int, found: Found) -> int:
    if found.parts:
        found.nobody_last = True
    else:
        found.nobody_first = True
        found.family_alone = words[max(0, at - 1) : at + 1] == [_MARK, _MARK]
    return at + 1


def _as_somebody(words: list[str], kinds: list[Kind], at: int, found: Found) -> int:
    named = Kind.NAME in kinds
    return (_as_name if named else _as_nobody)(words, kinds, at, found)


def _as_kin(words: list[str], kinds: list[Kind], at: int, found: Found) -> int:
    """The wife of somebody is not named by his name, nor is he her father."""
    return at + 1 if found.parts else len(words)


def _as_negation(words: list[str], kinds: list[Kind], at: int, found: Found) -> int:
    return _as_nobody(words, kinds, at, found) + 1


def _as_particle(words: list[str], kinds: list[Kind], at: int, found: Found) -> int:
    """What stands first is a name, and what is one capital letter stands for one."""
    if not found.parts or _is_initial(words[at]):
        found.parts.append((words[at],))
        return at + 1
    return _as_name(words, kinds, at, found)


def _is_initial(word: str) -> bool:
    bare = word.rstrip(".")
    return len(bare) == 1 and bare.isupper()


def _as_and(words: list[str], kinds: list[Kind], at: int, found: Found) -> int:
    if 0 < at < len(words) - 1 and words[at].islower() and len(words[at]) == 1:
        return at + 1
    return _as_name(words, kinds, at, found)


_GATHER = {
    Kind.TIE: _as_tie,
    Kind.TITLE: _as_title,
    Kind.ENDING: _as_ending,
    Kind.ARTICLE: _as_article,
    Kind.KNOWN_AS: _as_known,
    Kind.ASSIMILATED: _as_assimilated,
    Kind.CHILD: _as_nobody,
    Kind.NOBODY: _as_nobody,
    Kind.SOMEBODY: _as_somebody,
    Kind.KIN: _as_kin,
    Kind.NEGATION: _as_negation,
    Kind.PARTICLE: _as_particle,
    Kind.AND: _as_and,
}
