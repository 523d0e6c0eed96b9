"""Which people told of before a phrase means: by name, pronoun, noun or number."""

from collections.abc import Callable, Iterator, Sequence

from tasjil.model.acts import Level, Stance
from tasjil.model.persons import Sex, Status
from tasjil.model.quantity import Quantity
from tasjil.model.sources import SourceKind
from tasjil.read.drafts.draft import Draft, Part
from tasjil.read.drafts.entities import Entity, apart
from tasjil.read.drafts.nouns import nouns
from tasjil.read.name_forms import Key, name_key, same_name

_SENTENCES_BACK = 6
_BY_NAME = frozenset({SourceKind.UNKNOWN, SourceKind.RELATIVE, SourceKind.WITNESS})


def find(entities: Sequence[Entity], draft: Draft) -> Entity | None:
    """The people told of before whom a draft means; None for people new here."""
    open_to = [e for e in entities if _same_kind(e, draft)]
    return _rule_for(draft)(open_to, draft)


def _rule_for(draft: Draft) -> Callable[[list[Entity], Draft], Entity | None]:
    """Which of the rules below settles whom a draft means."""
    if draft.victims.names:
        return _by_names if draft.plural else _by_name
    if draft.more or draft.stance is Stance.DENIED:
        return _nobody
    if draft.pronoun:
        return _by_pronoun
    if draft.level is Level.AGGREGATE:
        return _same_total
    return _by_description if draft.singular else _by_number


def _nobody(entities: list[Entity], draft: Draft) -> Entity | None:
    """Never anybody told of before."""
    return None


def _same_kind(entity: Entity, draft: Draft) -> bool:
    """Deaths with deaths, history with history; another act for particular persons."""
    if entity.first.background != draft.background and not draft.victims.names:
        return False
    if draft.act in entity.acts or (entity.fatal and draft.fatal):
        return True
    particular = draft.pronoun or (draft.definite and draft.singular)
    return bool(draft.victims.names) or particular


def _latest(entities: Sequence[Entity]) -> Iterator[Entity]:
    """Those told of last come first."""
    return iter(sorted(entities, key=lambda e: -e.last))


def _keys(draft: Draft) -> list[Key]:
    """The identifying words of each name of a draft."""
    return [key for name in draft.victims.names if (key := name_key(name))]


def _shares_name(entity: Entity, draft: Draft) -> bool:
    """True where a name of one can be a form of a name of the other."""
    return any(same_name(a, b) for a in _keys(draft) for b in entity.names)


def _sex_fits(entity: Entity, draft: Draft) -> bool:
    """True unless one is told to be a man and the other a woman."""
    told = {entity.sex, draft.victims.sex} - {Sex.UNKNOWN}
    return len(told) < 2


def _by_name(entities: list[Entity], draft: Draft) -> Entity | None:
    """The person of this name; or the unnamed one whom the name now names."""
    for entity in entities:
        if entity.singular and _shares_name(entity, draft):
            return entity
    for entity in entities:
        if entity.singular and not entity.names and _can_be_named(entity, draft):
            return entity
    return None


def _can_be_named(entity: Entity, draft: Draft) -> bool:
    """True where "a journalist" told before fits "the journalist Mira Sorel"."""
    if entity.first.more or entity.first.part is Part.AMONG or apart(entity, draft):
        return False
    bare = draft.alone or not draft.called
    called = entity.nouns & (draft.called | (nouns("anybody") if bare else frozenset()))
    return bool(called) and _sex_fits(entity, draft)


def _by_names(entities: list[Entity], draft: Draft) -> Entity | None:
    """People named together: the same list again, or a number that is now named."""
    again = list_with(entities, draft)
    if again or draft.more:
        return again
    counted = draft.noun in nouns("total") and draft.quantity.text is not None
    return _same_figure(entities, draft) or (
        _rival(entities, draft) if counted else None
    )


def list_with(entities: Sequence[Entity], draft: Draft) -> Entity | None:
    """People told of together by name, with one of the draft's names among them."""
    shared = (e for e in entities if not e.singular and _shares_name(e, draft))
    return next(shared, None)


def named_in(entities: Sequence[Entity], draft: Draft) -> Iterator[Entity]:
    """Single people told of before whom a list of names names again."""
    return (e for e in entities if e.singular and _shares_name(e, draft))


def _by_pronoun(entities: list[Entity], draft: Draft) -> Entity | None:
    """The last people told of who fit the pronoun."""
    if draft.antecedent:
        key = name_key(draft.antecedent[0])
        for entity in entities:
            if any(same_name(key, other) for other in entity.names):
                return entity
    for entity in _latest(entities):
        if draft.sentence - entity.last > _SENTENCES_BACK:
            break
        if entity.singular == draft.singular and _sex_fits(entity, draft):
            return None if draft.antecedent and entity.names else entity
    return None


def _by_description(entities: list[Entity], draft: Draft) -> Entity | None:
    """As in "the priest", "his driver", "a policeman" told once more."""
    fitting = _of_one_fate(
        [
            e
            for e in entities
            if e.singular and not apart(e, draft) and _sex_fits(e, draft)
        ],
        draft,
    )
    for entity in fitting:
        called = draft.noun in entity.nouns or draft.noun in entity.called
        if called and (draft.definite or draft.sentence != entity.last):
            return entity
    anybody = draft.noun in nouns("anybody") or (draft.nominal and draft.definite)
    if anybody and fitting and draft.definite:
        return fitting[0]
    if fitting and (_is_of_the_teller(draft) or _is_told_again(entities, draft)):
        return fitting[0]
    return _only_one(fitting, draft)


def _of_one_fate(entities: list[Entity], draft: Draft) -> list[Entity]:
    """Those told of last come first; the dead before the hurt for one who is dead."""

    def is_other(entity: Entity) -> bool:
        denied = entity.first.stance is Stance.DENIED
        return denied or entity.fatal != draft.fatal

    return sorted(_latest(entities), key=is_other)


def _is_of_the_teller(draft: Draft) -> bool:
    """True for "my nephew", and for "his uncle" whom a man mourns: somebody told of."""
    words = (draft.victims.text or "").lower().split()
    if not draft.victims.relation or not words or draft.part is not Part.MAIN:
        return False
    if words[0] in ("my", "our"):
        return True
    kinds = {teller.kind for teller in draft.attribution[:1]}
    return words[0] in ("his", "her") and draft.alone and bool(kinds & _BY_NAME)


def _is_told_again(entities: Sequence[Entity], draft: Draft) -> bool:
    """True for "a martyr" whom another tells of, where one person alone was killed."""
    dead = [e for e in entities if e.fatal]
    one = len(dead) == 1 and draft.sentence > dead[0].first.sentence
    return one and bool(draft.attribution) and draft.noun in nouns("anybody")


def _only_one(fitting: Sequence[Entity], draft: Draft) -> Entity | None:
    """The only person told of, by a role or by a noun that says more than before."""
    if len(fitting) != 1 or draft.victims.relation or not draft.alone:
        return None
    only = fitting[0]
    if _is_called_by_role(only, draft):
        return only
    vague = bool(only.nouns) and only.nouns <= nouns("anybody") and not only.names
    return only if vague and draft.noun else None


def _is_called_by_role(only: Entity, draft: Draft) -> bool:
    """True for "the leader" where one person alone was told of, and by name."""
    text = (draft.victims.text or "").lower()
    fighter = draft.victims.status is Status.DIRECT_PARTICIPANT
    return bool(only.names) and text.startswith("the ") and not fighter


def _by_number(entities: list[Entity], draft: Draft) -> Entity | None:
    """The same number again, "the four", or another figure for the same event."""
    open_to = [e for e in entities if e.first.level is not Level.AGGREGATE]
    if draft.is_vague:
        return _by_noun(open_to, draft) or _by_noun(entities, draft)
    return (
        _same_figure(open_to, draft)
        or _rival(open_to, draft)
        or _still_uncounted(open_to, draft)
    )


def _same_total(entities: list[Entity], draft: Draft) -> Entity | None:
    """The same total over a period, told again."""
    totals = [e for e in entities if e.first.level is Level.AGGREGATE]
    return _same_figure(totals, draft) if draft.quantity.known else None


def _by_noun(entities: list[Entity], draft: Draft) -> Entity | None:
    """As in "the teachers", "the victims", "several people", told of before."""
    for entity in _latest(entities):
        general = draft.noun in nouns("total")
        meant = draft.definite and general  # "the victims", told of on a later day
        if entity.singular or (apart(entity, draft) and not meant):
            continue
        if _called_alike(entity, draft) or general:
            return entity
    return None


def _called_alike(entity: Entity, draft: Draft) -> bool:
    """True where one particular noun is used for both: "the nurses", "six nurses"."""
    shared = (entity.called | entity.nouns) & (draft.called | {draft.noun})
    return bool(shared - nouns("total"))


def _still_uncounted(entities: list[Entity], draft: Draft) -> Entity | None:
    """People told of without a number before, whom this number now counts."""
    for entity in _latest(entities):
        plural = entity.is_vague and entity.first.plural and not entity.first.more
        if plural and _called_alike(entity, draft) and not apart(entity, draft):
            return entity
    return None


def _same_figure(entities: Sequence[Entity], draft: Draft) -> Entity | None:
    """People of the same number and a noun that fits."""
    everybody = draft.noun in nouns("total") and not draft.definite
    for entity in _latest(entities):
        if apart(entity, draft) or not _noun_fits(entity, draft):
            continue
        if everybody and entity.first.victims.relation:
            continue  # "three civilians" are not "their three daughters"
        if _is_told(entity, draft.quantity):
            return entity
    return None


def _is_told(entity: Entity, said: Quantity) -> bool:
    """True for the same range, or the same number behind "at least"."""
    highest = said.highest_stated
    return (said.low, said.high) in entity.told or highest in entity.told


def _noun_fits(entity: Entity, draft: Draft) -> bool:
    """True where the nouns can be words for the same people."""
    general = nouns("total")
    if draft.noun in general or not draft.noun or _called_alike(entity, draft):
        return True
    return bool(entity.nouns & general) or not entity.nouns or draft.definite


def _rival(entities: list[Entity], draft: Draft) -> Entity | None:
    """Another figure for the people of the same event, told by somebody else."""
    if draft.part is not Part.MAIN:
        return None
    general = draft.noun in nouns("total")
    for entity in _latest(entities):
        if entity.part_of is not None or apart(entity, draft):
            continue
        if _is_of_another_kind(entity.first, draft):
            continue
        counted_men = bool(entity.nouns & nouns("men")) and entity.most > 1
        if entity.is_total and (general or draft.noun in nouns("loose")):
            return entity
        if general and counted_men and not entity.names:
            return entity
        if draft.noun in entity.nouns & nouns("loose") and not entity.singular:
            return entity
    return None


def _is_of_another_kind(told: Draft, draft: Draft) -> bool:
    """True for civilians beside soldiers, told by the same: not the same people."""
    kinds = {told.victims.status, draft.victims.status}
    fighting = kinds & {Status.ARMED_FORCES, Status.DIRECT_PARTICIPANT}
    same = told.attribution[:1] == draft.attribution[:1]
    return bool(fighting) and Status.CIVILIAN in kinds and same
