"""Every mention of harm in one Arabic sentence, in the order of its words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasjil.model.acts import Act
from tasjil.read.arabic.act_words import ActSense, Grammar, act_senses
from tasjil.read.arabic.deeds import mention_of_deed
from tasjil.read.arabic.idioms import mentions_of_idioms
from tasjil.read.arabic.mentions import Harmed, Mention
from tasjil.read.arabic.not_read import is_not_so
from tasjil.read.arabic.parts import with_others
from tasjil.read.arabic.people_phrases import PeopleFinder
from tasjil.read.arabic.small_words import is_one_of
from tasjil.read.arabic.states import at_most, between_states, mention_of_state
from tasjil.read.arabic.verbs import Verbs

MOST = 24
"""No sentence people write tells of more deeds; the work on one stays bounded."""


def find_mentions(finder: PeopleFinder, passive: Sequence[int] = ()) -> list[Mention]:
    """Every mention of harm, those of verbs and deeds before those of states."""
    found: list[Mention] = []
    taken: set[int] = set()
    verbs: set[int] = set()
    for mention in mentions_of_idioms(finder):
        if not is_not_so(finder.line, mention.at):
            verbs.add(mention.at)
            found += _whole(finder, mention)
            taken |= _heads(found)
    for mention in _of_words(finder, passive):
        if mention.at in verbs:
            continue
        if len(found) == MOST:
            break
        if _is_told(mention, taken):
            continue
        whole = _whole(finder, mention)
        found += whole
        taken |= _heads(whole)
    for mention in _of_states(finder, taken):
        if len(found) == MOST:
            break
        if not _is_told(mention, taken):
            whole = _whole(finder, mention)
            found += whole
            taken |= _heads(whole)
    return sorted(found, key=lambda m: m.harmed[0].people.first)


def _of_words(finder: PeopleFinder, passive: Sequence[int]) -> Iterator[Mention]:
    """Mentions of verbs and of nouns of the deed."""
    verbs = Verbs(finder, passive)
    for i in range(len(finder.line)):
        sense = _sense(finder, i)
        if sense is None or is_not_so(finder.line, i):
            continue
        if sense.grammar is Grammar.DEED:
            mention = mention_of_deed(finder, i, sense)
        else:
            mention = verbs.mention(i, sense)
        if mention is not None and (not sense.weak or _is_of_harm(mention, sense)):
            yield _of_state_told(mention, sense)


def _is_of_harm(mention: Mention, sense: ActSense) -> bool:
    """True where the people show that "fell", "went" or "took" tells of harm."""
    people = mention.harmed[0].people
    if sense.grammar is Grammar.DOING:
        kin = people.sense is not None and "kin" in people.sense.noun.traits
        return people.pronoun or kin or bool(people.names)
    if people.state is not None:
        return True
    if people.pronoun or (sense.now and not people.number):
        return False
    told = people.sense.noun if people.sense is not None else None
    if sense.act is Act.DISPLACED:
        return told is not None and ("family" in told.traits or told.key in _SETTLED)
    victims = told is not None and told.key == "victim"
    return victims or people.number is not None or people.quantity.low == _PAIR


_SETTLED = frozenset(["resident", "people", "civilian", "person", "citizen"])
_PAIR = 2


def _of_state_told(mention: Mention, sense: ActSense) -> Mention:
    """The act of the word for the people, where the verb says only that they fell."""
    state = mention.harmed[0].people.state
    if sense.weak and state is not None and sense.act is Act.KILLED:
        return replace(mention, act=state.act)
    return mention


def _sense(finder: PeopleFinder, i: int) -> ActSense | None:
    """The one sense a word has here: a noun behind a preposition, else a verb."""
    senses = [
        s for s in act_senses(finder.line.words[i]) if s.grammar is not Grammar.STATE
    ]
    deeds = [s for s in senses if s.grammar is Grammar.DEED]
    verbs = [s for s in senses if s.grammar is not Grammar.DEED]
    if deeds and (not verbs or _is_noun(finder, i, deeds[0])):
        return deeds[0]
    return verbs[0] if verbs else None


def _is_noun(finder: PeopleFinder, i: int, deed: ActSense) -> bool:
    """True where what stands before makes the word a noun."""
    joined = deed.before.lstrip("وف")
    if joined:
        return True
    return i > 0 and is_one_of(finder.line.words[i - 1], "before_deed")


def _of_states(finder: PeopleFinder, taken: set[int]) -> Iterator[Mention]:
    """Mentions of people who are called dead, wounded, missing."""
    for people in finder.all:
        if people.head in taken or people.state is None:
            continue
        if is_not_so(finder.line, people.first):
            continue
        mention = mention_of_state(finder, people)
        if mention is not None:
            yield mention


def _is_told(mention: Mention, taken: set[int]) -> bool:
    """True where another mention holds the same people already."""
    people = mention.harmed[0].people
    return not people.pronoun and people.first in taken


def _heads(mentions: Sequence[Mention]) -> set[int]:
    """The words of all people of a mention."""
    found: set[int] = set()
    for mention in mentions:
        for each in mention.harmed:
            people = each.people
            if not people.pronoun:
                found |= set(range(people.first, people.last + 1))
    return found


def _whole(finder: PeopleFinder, mention: Mention) -> list[Mention]:
    """The mention with those beside and among its people; two for "dead or hurt"."""
    first = mention.harmed[0].people
    if first.pronoun:
        return [mention]
    acts = between_states(finder, first)
    if len(acts) > 1:
        many = replace(first, quantity=at_most(first.quantity))
        return [
            replace(mention, act=act, harmed=(Harmed(many),), at_most=True)
            for act in acts
        ]
    harmed = with_others(finder, first, mention.act)
    return [replace(mention, harmed=harmed)]
