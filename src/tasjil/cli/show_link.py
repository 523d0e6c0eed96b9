"""Who is whom, as it is shown in a terminal: overlaps of lists, doubts, gaps."""

from collections.abc import Iterable, Iterator
from typing import Any

from rich.box import SIMPLE
from rich.table import Table

from tasjil.cli.counted import many
from tasjil.cli.terminal import harmless, line, out, say
from tasjil.journey.linking.case import LinkedCase
from tasjil.journey.linking.people import People

FEW = 8
"""How many doubtful persons, and kinds of what was not compared, are printed."""


def show_people(people: People) -> None:
    """Print how many persons there are, on which lists, and what is doubtful."""
    if not people.persons:
        say("No record tells of anybody: there is nobody to link.")
        return
    persons = many(len(people.certainty), "person", "persons")
    line(f"{many(len(people.persons), 'record')}, {persons}")
    if len(people.lists) == 1:
        _say_repeats(people)
    else:
        show_overlaps(people)
    _say_clean(people)
    _say_doubtful(people)
    _say_left_out(people)
    for each in people.beside.said:
        say(each)


def show_overlaps(people: People) -> None:
    """Print how many persons stand on exactly these lists."""
    table = Table(box=SIMPLE)
    names = list(people.lists)
    for name in names:
        table.add_column(harmless(name), justify="center")
    table.add_column("persons", justify="right")
    for each in people.overlaps():
        marks = ("yes" if name in each.lists else "." for name in names)
        table.add_row(*marks, f"{each.persons:,}")
    out.print(table)


def _say_repeats(people: People) -> None:
    """Of one list alone it is asked who stands on it twice."""
    (name,) = people.lists
    again = len(people.persons) - len(people.certainty)
    if again:
        tells = "tells" if again == 1 else "tell"
        say(
            f"{name} alone: {many(again, 'record')} {tells} of somebody who stands on "
            "it already. To find who stands on several lists, name several."
        )
    else:
        say(
            f"{name} alone: nobody was found on it twice. To find who stands on "
            "several lists, name several."
        )


def _say_clean(people: People) -> None:
    for name, count in people.lists.items():
        clean = people.beside.clean.get(name)
        told = {
            True: "nobody stands on it twice",
            False: "somebody may stand on it twice",
            None: "whether somebody stands on it twice was not asked",
        }[clean]
        say(f"{name}: {many(count, 'record')}; {told}.")


def _say_doubtful(people: People) -> None:
    if not people.doubtful:
        say("Nobody is doubtful enough that a person has to look.")
        return
    say(
        f"{many(len(people.doubtful), 'person', 'persons')} doubtful: a person should "
        "say who is who (--review, or --judge A B)."
    )
    least = sorted(people.doubtful, key=lambda id: (people.certainty[id], id))[:FEW]
    records = people.records_of(least)
    for id in least:
        sure = f"{100 * people.certainty[id]:.0f} %"
        say(f"  {id} ({sure} certain): {', '.join(records[id])}")
    if len(people.doubtful) > len(least):
        say(f"  and {many(len(people.doubtful) - len(least), 'more', 'more')}")


def _say_left_out(people: People) -> None:
    left_out = people.beside.not_compared
    if not left_out:
        say("Every record was compared with all that could be the same person.")
        return
    say("Not compared:")
    for each in left_out[:FEW]:
        say(f"  {each}")
    if len(left_out) > FEW:
        say(f"  and {many(len(left_out) - FEW, 'more kind', 'more kinds')}")


def show_changes(done: LinkedCase) -> None:
    """Print what the linking changed."""
    if not (done.moved or done.new or done.gone):
        say("Nobody is somebody else than before.")
        return
    say(
        f"{many(done.new, 'new record')}, {many(done.gone, 'record')} gone, "
        f"{many(done.moved, 'record')} of another person than before."
    )


def record_lines(
    people: People, records: Iterable[str] = ()
) -> Iterator[dict[str, Any]]:
    """Give a line of DESIGN §8 for every record, or for some.

    `certainty` is how likely the person is exactly their records; `doubtful` says that
    a person should look.
    """
    wanted = frozenset(records)
    for record, person in people.persons.items():
        if not wanted or record in wanted:
            yield {
                "record": record,
                "person": person,
                "certainty": round(people.certainty[person], 4),
                "doubtful": person in people.doubtful,
            }
