"""Holds what the program links in a world against who is whom in truth."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations
from typing import Any

from invented.answer import Record, rows_of
from invented.scores import Scores
from invented.story import Story


def score_linking(story: Story, persons: Mapping[Record, Any], scores: Scores) -> None:
    """Ask of every pair that is one person, and of every pair said to be.

    A name in a report is whoever alone bears it; one that several bear is not asked.
    """
    truth = rows_of(story) | _named(story, persons)
    true, said = _pairs(truth), _pairs({each: persons.get(each) for each in truth})
    for one, other in sorted(true, key=str):
        scores.ask("one person is linked", (one, other) in said, f"{one} {other}")
    for one, other in sorted(said, key=str):
        scores.ask("links are one person", (one, other) in true, f"{one} {other}")


def _named(story: Story, persons: Mapping[Record, Any]) -> dict[Record, str]:
    bearers: dict[str, list[str]] = defaultdict(list)
    for each in story.world.people.values():
        bearers[each.name].append(each.id)
        bearers[each.name_ar].append(each.id)
    names = [each for each in persons if each[0] == ""]
    return {
        each: bearers[str(each[1])][0]
        for each in names
        if len(bearers[str(each[1])]) == 1
    }


def _pairs(person: Mapping[Record, Any]) -> set[tuple[Record, Record]]:
    together: dict[Any, list[Record]] = defaultdict(list)
    for record, each in person.items():
        if each is not None:
            together[each].append(record)
    return {
        pair
        for records in together.values()
        for pair in combinations(sorted(records, key=str), 2)
    }
