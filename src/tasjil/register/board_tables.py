"""The board: what the last count found, laid out in tables for the pages of the desks.

It stands beside the log and proves nothing: the next count makes it again. It goes
whenever something is erased, and whenever the derived tables are made anew.
"""

from collections.abc import Iterable

from django.db import models

INCIDENT_FILTERS = ("act", "counted", "first", "last", "unjudged", "gaps", "places")
"""What the list of incidents is filtered by."""

PERSON_FILTERS = (
    *("act", "doubtful", "unnamed", "sex", "age_group", "first", "last", "places"),
)
"""What the list of people is filtered by."""


def sorted_by(order: str, filters: Iterable[str]) -> list[str]:
    """Name the columns of an index that a list is read from without its rows.

    Example:
        >>> sorted_by("-floor", ("act", "floor"))
        ['-floor', 'id', 'act']
    """
    plain = order.removeprefix("-")
    return [order, "id", *(each for each in filters if each != plain)]


class BoardRow(models.Model):
    """Board: one document that pages read whole, packed JSON."""

    name = models.TextField(primary_key=True)
    seq = models.BigIntegerField()
    at = models.TextField()
    data = models.BinaryField()


class BoardIncident(models.Model):
    """Board: an incident as the last count found it, by what people look for it by.

    `first` and `last` are days by their ordinal; `places` are the ids of its place and
    of all around it, each between line ends; `gaps` has a bit for each part and kind of
    gap; `mark`, here and in other tables, is a digest of the row.
    """

    id = models.TextField(primary_key=True)
    act = models.TextField()
    edtf = models.TextField(null=True)
    first = models.IntegerField(null=True)
    last = models.IntegerField(null=True)
    place = models.TextField(null=True)
    place_text = models.TextField(null=True)
    places = models.TextField()
    counted = models.BooleanField()
    settled = models.BooleanField()
    floor = models.BigIntegerField()
    ceiling = models.BigIntegerField(null=True)
    verified_low = models.BigIntegerField()
    verified_high = models.BigIntegerField(null=True)
    claims = models.IntegerField()
    tellers = models.IntegerField()
    unjudged = models.IntegerField()
    named = models.IntegerField()
    standing = models.TextField()
    gaps = models.BigIntegerField()
    moves = models.BigIntegerField()
    mark = models.BigIntegerField()

    class Meta:
        """One index for each order of the list; each holds all that filters ask."""

        indexes = [
            models.Index(
                fields=sorted_by(order, INCIDENT_FILTERS), name=f"board_incident_{name}"
            )
            for name, order in (
                ("moves", "-moves"),
                ("first", "first"),
                ("claims", "-claims"),
                ("floor", "-floor"),
            )
        ]
        indexes += [models.Index(fields=["places"], name="board_incident_places")]


class BoardPerson(models.Model):
    """Board: somebody named, or a row of a list that names nobody.

    `name` is as told first; `certainty` is in thousandths; `order` is what the list of
    people is sorted by.
    """

    id = models.TextField(primary_key=True)
    order = models.TextField()
    name = models.TextField()
    arabic = models.TextField()
    latin = models.TextField()
    act = models.TextField()
    edtf = models.TextField(null=True)
    first = models.IntegerField(null=True)
    last = models.IntegerField(null=True)
    place = models.TextField(null=True)
    place_text = models.TextField(null=True)
    places = models.TextField()
    sex = models.TextField()
    age_group = models.TextField()
    age_low = models.IntegerField(null=True)
    age_high = models.IntegerField(null=True)
    records = models.IntegerField()
    reports = models.IntegerField()
    incident = models.TextField(null=True, db_index=True)
    standing = models.TextField()
    certainty = models.IntegerField()
    doubtful = models.BooleanField()
    settled = models.BooleanField()
    unnamed = models.BooleanField()
    mark = models.BigIntegerField()

    class Meta:
        """One index for each order of the list; each holds all that filters ask."""

        indexes = [
            models.Index(
                fields=sorted_by(order, PERSON_FILTERS), name=f"board_person_{name}"
            )
            for name, order in (
                ("order", "order"),
                ("first", "first"),
                ("certainty", "certainty"),
            )
        ]
        indexes += [
            models.Index(fields=["places"], name="board_person_places"),
            models.Index(fields=["doubtful", "order"], name="board_person_doubtful"),
            models.Index(fields=["unnamed", "order"], name="board_person_unnamed"),
        ]


class BoardPlace(models.Model):
    """Board: a place with all around it, as rows have it, and how many have it.

    By it a list is narrowed to a place and all inside it without looking at each row.
    """

    places = models.TextField(primary_key=True)
    incidents = models.IntegerField()
    people = models.IntegerField()


class BoardSheet(models.Model):
    """Board: all that one page says of an incident or a person, packed JSON."""

    id = models.TextField(primary_key=True)
    data = models.BinaryField()
    mark = models.BigIntegerField()


class BoardWord(models.Model):
    """Board: under which keys a part of a name is found, and how many bear it."""

    pk = models.CompositePrimaryKey("key", "word")
    key = models.TextField()
    word = models.TextField()
    persons = models.IntegerField()


class BoardName(models.Model):
    """Board: a part of a person's name."""

    pk = models.CompositePrimaryKey("word", "person")
    word = models.TextField()
    person = models.TextField(db_index=True)


class BoardClaim(models.Model):
    """Board: the incident in which a claim stands."""

    claim = models.TextField(primary_key=True)
    incident = models.TextField()


class BoardRecord(models.Model):
    """Board: the person of whom a row of a list, or a name in a report, tells."""

    record = models.TextField(primary_key=True)
    person = models.TextField()


class BoardFigure(models.Model):
    """Board: a figure, a row of a breakdown, or a total: what is counted by one id."""

    id = models.TextField(primary_key=True)
    kind = models.TextField()
    act = models.TextField()
    by = models.TextField()
    nth = models.IntegerField()
    value = models.TextField()
    label = models.TextField()
    floor = models.BigIntegerField(null=True)
    ceiling = models.BigIntegerField(null=True)
    verified_low = models.BigIntegerField()
    verified_high = models.BigIntegerField(null=True)
    incidents = models.IntegerField()
    claims = models.IntegerField()
    mark = models.BigIntegerField()

    class Meta:
        """Pivots ask for one breakdown of one act, in its order."""

        indexes = [models.Index(fields=["kind", "by", "act", "nth"], name="board_cell")]


class BoardPart(models.Model):
    """Board: some of the incidents or claims behind a figure, packed, in order."""

    pk = models.CompositePrimaryKey("figure", "kind", "nth")
    figure = models.TextField()
    kind = models.TextField()
    nth = models.IntegerField()
    data = models.BinaryField()
    mark = models.BigIntegerField()


class BoardWas(models.Model):
    """Board: an incident that is no more, and a claim that stood in it."""

    id = models.TextField(primary_key=True)
    claim = models.TextField()


BOARD: tuple[type[models.Model], ...] = (
    BoardRow,
    BoardIncident,
    BoardPerson,
    BoardPlace,
    BoardSheet,
    BoardWord,
    BoardName,
    BoardClaim,
    BoardRecord,
    BoardFigure,
    BoardPart,
    BoardWas,
)
"""What the last count found, laid out for pages; the next count makes it again."""
