"""A place told beside one inside it is where that one lies, and no second area."""

from collections.abc import Sequence
from dataclasses import replace

from tasjil.model.places import PlaceLevel, Where
from tasjil.read.drafts.draft import Draft


def leave_out_outer_places(drafts: Sequence[Draft]) -> None:
    """Keep of each claim's places the finest, each once.

    "In Varesh province in Lumenia" is one area. A place of no list keeps the country
    told beside it as what it lies in.
    """
    for draft in drafts:
        if len(draft.where) > 1:
            _keep_finest(draft)


def _keep_finest(draft: Draft) -> None:
    """Leave out of one draft what only says where its other places lie."""
    kept = finest(draft.where)
    if kept == draft.where:
        return
    texts = [where.text for where in draft.where]
    spans = [draft.spans.pop(_key(i), None) for i in range(len(texts))]
    draft.where = kept
    for i, where in enumerate(kept):
        span = spans[texts.index(where.text)]
        if span is not None:
            draft.spans[_key(i)] = span


def finest(told: Sequence[Where]) -> tuple[Where, ...]:
    """The places that hold no other of them, in their order.

    Example:
        >>> country = Where("Lumenia", level=PlaceLevel.COUNTRY, place="lumenia")
        >>> province = Where("Varesh", place="varesh", within=("lumenia",))
        >>> [where.text for where in finest([country, province])]
        ['Varesh']
    """
    once = {where.place or where.text: where for where in reversed(told)}
    places = [where for where in reversed(once.values())]
    around = {outer for where in places for outer in where.within}
    inner = [where for where in places if where.place not in around]
    countries = [w for w in inner if w.level is PlaceLevel.COUNTRY]
    finer = [w for w in inner if w.level is not PlaceLevel.COUNTRY]
    if len(countries) != 1 or not finer:
        return tuple(inner)
    ids = tuple(w.place for w in countries if w.place is not None)
    unlisted = [w.place is None and not w.within for w in finer]
    return tuple(
        replace(where, within=ids) if lost else where
        for where, lost in zip(finer, unlisted, strict=True)
    )


def _key(number: int) -> str:
    """The name of the span of one of several places."""
    return f"where.{number}" if number else "where"
