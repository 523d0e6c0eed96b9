"""Every mention of harm in one Arabic sentence, in the order of its words."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from tasjil.model.acts import Act
from tasjil.model.quantity import Quantity
from tasjil.read.arabic.harm.absences import mentions_of_absences
from tasjil.read.arabic.harm.corrections import withdrawn_figures
from tasjil.read.arabic.harm.deeds import mention_of_deed
from tasjil.read.arabic.harm.idioms import mentions_of_idioms
from tasjil.read.arabic.harm.mentions import Harmed, Mention
from tasjil.read.arabic.harm.not_read import is_not_so
from tasjil.read.arabic.harm.parts import with_others
from tasjil.read.arabic.harm.states import (
    at_most,
    between_states,
    mention_of_state,
    mentions_among_the_dead,
)
from tasjil.read.arabic.harm.tallies import mentions_of_tallies
from tasjil.read.arabic.harm.verbs import Verbs
from tasjil.read.arabic.people.people_phrases import People, PeopleFinder
from tasjil.read.arabic.text.act_words import ActSense, Grammar, act_senses
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.small_words import is_one_of
from tasjil.read.drafts.draft import FATAL, Part

MOST = 24
"""No sentence people write tells of more deeds; the work on one stays bounded."""


def find_mentions(finder: PeopleFinder, passive: Sequence[int] = ()) -> list[Mention]:
    """Every mention of harm, in the order of its people.

    Tallies and idioms are read before verbs and deeds, those before words for the dead:
    who is told of by one is not told of again by the next.
    """
    found = _Found(finder)
    for mention in mentions_of_tallies(finder):
        found.take(mention)
    for mention in mentions_of_idioms(finder):
        if not is_not_so(finder.line, mention.at):
            found.take(mention)
    for mention in _of_words(finder, passive):
        found.take(_of_the_toll(finder, mention, found.mentions))
    for mention in mentions_of_absences(finder):
        found.take(mention)
    for mention in _of_states(finder, found.taken):
        found.take(mention)
    for mention in mentions_among_the_dead(finder, found.taken):
        found.take(mention)
    acts = [m.act for m in found.mentions]
    for mention in withdrawn_figures(finder, acts[0] if acts else None):
        found.take(mention)
    return sorted(found.mentions, key=lambda m: (m.harmed[0].people.first, m.at))


class _Found:
    """The mentions of a sentence, none of them of people told of before.

    Attributes:
        taken: The words of all people told of so far.
    """

    def __init__(self, finder: PeopleFinder) -> None:
        self._finder = finder
        self._verbs: set[int] = set()
        self.mentions: list[Mention] = []
        self.taken: set[int] = set()

    def take(self, mention: Mention) -> None:
        """Keep a mention, with those beside and among its people, unless known."""
        first = mention.harmed[0].people
        known = mention.at in self._verbs or len(self.mentions) >= MOST
        if known or self._is_told(mention, first):
            return
        made = _whole(self._finder, mention)
        self.mentions += made
        self._verbs.add(mention.at)
        for each in (h.people for m in made for h in m.harmed):
            if not each.pronoun:
                self.taken |= set(range(each.first, each.last + 1))

    def _is_told(self, mention: Mention, first: People) -> bool:
        """True for people of another mention, by word, by name or by pronoun."""
        if not first.pronoun:
            named = {n.text for n in first.names}
            again = any(
                named & {n.text for n in p.names} for p in self._people(mention)
            )
            return first.first in self.taken or first.head in self.taken or again
        if mention.act is Act.INJURED and mention.nominal:
            fatal = (m for m in self.mentions if m.act in FATAL)
            if any(not m.harmed[0].people.plural for m in fatal):
                return True  # the wounds of which somebody died
        before = [p for p in self._people(mention) if p.first < first.first]
        return any(p.plural == first.plural or p.plural for p in before)

    def _people(self, mention: Mention) -> Iterator[People]:
        """All people told of so far who suffered the same."""
        fatal = mention.act in FATAL
        for other in self.mentions:
            if other.act is mention.act or (fatal and other.act in FATAL):
                yield from (h.people for h in other.harmed)


def _of_words(finder: PeopleFinder, passive: Sequence[int]) -> Iterator[Mention]:
    """Mentions of verbs and of nouns of the deed."""
    verbs = Verbs(finder, passive)
    for i in range(len(finder.line)):
        sense = _sense(finder, i)
        if sense is None or is_not_so(finder.line, i):
            continue
        people = finder.at(i)
        if sense.after and people is not None and people.head == i:
            continue  # "the captives", not "he captured me"
        if sense.act is Act.INJURED and _is_of_the_dying(finder, i):
            continue
        if sense.grammar is Grammar.DEED:
            mention = mention_of_deed(finder, i, sense)
        else:
            mention = verbs.mention(i, sense)
        if mention is not None and (not sense.weak or _is_of_harm(mention, sense)):
            yield _of_state_told(mention, sense)


def _is_of_the_dying(finder: PeopleFinder, i: int) -> bool:
    """True for the wounds of which somebody died: "succumbing to his injury"."""
    near = finder.line.words[max(0, i - 2) : i]
    return any(is_one_of(word, "succumbing") for word in near)


def _is_of_harm(mention: Mention, sense: ActSense) -> bool:
    """True where the people show that "fell", "went" or "took" tells of harm."""
    people = mention.harmed[0].people
    if sense.stem == _BURIED:
        kin = people.sense is not None and "kin" in people.sense.noun.traits
        return people.number is not None or bool(sense.after) or kin
    if sense.grammar is Grammar.DOING:
        kin = people.sense is not None and "kin" in people.sense.noun.traits
        return bool(sense.after) or kin or bool(people.names)
    if people.state is not None:
        return True
    if people.unknown:
        return False
    if people.pronoun or (sense.now and not people.number):
        return False
    told = people.sense.noun if people.sense is not None else None
    if sense.act is Act.DISPLACED:
        return told is not None and ("family" in told.traits or told.key in _SETTLED)
    victims = told is not None and told.key == "victim"
    return victims or people.number is not None or people.quantity.low == _PAIR


_SETTLED = frozenset(["resident", "people", "civilian", "person", "citizen"])
_PAIR = 2
_BURIED = "دفن"


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


def _of_states(finder: PeopleFinder, taken: Container[int]) -> Iterator[Mention]:
    """Mentions of people who are called dead, wounded, missing."""
    for people in finder.all:
        if people.head in taken or people.state is None:
            continue
        if is_not_so(finder.line, people.first):
            continue
        mention = mention_of_state(finder, people)
        if mention is not None:
            yield mention


def _of_the_toll(
    finder: PeopleFinder, mention: Mention, told: Sequence[Mention]
) -> Mention:
    """A toll that rose "after the death of three" holds the three."""
    before = finder.line.form(mention.at - 1) if mention.at else ""
    rose = before in words("grammar", "after") and any(
        m.act is mention.act and m.harmed[0].people.number for m in told
    )
    if not (rose and mention.nominal):
        return mention
    some = tuple(Harmed(h.people, Part.AMONG) for h in mention.harmed)
    return replace(mention, harmed=some, of_the_dead=True)


def _shared(finder: PeopleFinder, mention: Mention) -> list[Mention]:
    """Two acts told of the same people: "dozens were killed and wounded"."""
    line = finder.line
    people = mention.harmed[0].people
    acts: list[Act] = []
    apart = mention.at < people.first and mention.at + 1 < len(line)
    if apart and line.form(mention.at + 1)[:1] == "و":
        acts = [s.act for s in act_senses(line.words[mention.at + 1])]
    beside = finder.at(people.last + 1)
    joined = line.form(people.last + 1)[:1] == "و"
    if not acts and people.state is not None and beside is not None and joined:
        bare_state = beside.definite and (beside.number or beside.sense) is None
        if bare_state and beside.state is not None and people.number:
            acts = [beside.state.act]
    others = [a for a in acts if a is not mention.act][:1]
    if not others or people.pronoun:
        return [mention]
    harmed = (Harmed(replace(people, quantity=_of_either(people.quantity))),)
    return [replace(mention, act=a, harmed=harmed) for a in (mention.act, others[0])]


def _of_either(quantity: Quantity) -> Quantity:
    """The number two acts share: a count is the most of each, "dozens" is of both."""
    return at_most(quantity) if quantity.exact else quantity


def _whole(finder: PeopleFinder, mention: Mention) -> list[Mention]:
    """The mention with those beside and among its people; two for "dead or hurt"."""
    first = mention.harmed[0].people
    if first.pronoun or mention.harmed[0].part is Part.AMONG:
        return [mention]
    acts, last = between_states(finder, first)
    if len(acts) > 1:
        many = replace(first, last=last, quantity=at_most(first.quantity))
        return [
            replace(mention, act=act, harmed=(Harmed(many),), at_most=True)
            for act in acts
        ]
    if len(both := _shared(finder, mention)) > 1:
        return both
    harmed = with_others(finder, first, mention.act, mention.at)
    return [replace(mention, harmed=harmed)]
