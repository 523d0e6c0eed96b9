"""Incidents so vague that many others may be one with them: left to the ceiling.

"Two people were killed in the province", with no day, may be any of a thousand
incidents there. To compare each with each would take the square of their number, and
would hardly ever put one into the floor.
"""

from dataclasses import dataclass

import numpy as np

from tasjil.count.algebra.runs import Bools, Ints, Runs, spread

TOO_MANY = 1_000
"""Incidents told by others that may be one with it; more of them leave it aside."""

Labelled = tuple[Ints, Ints]
"""Members and labels, side by side."""


@dataclass(frozen=True, slots=True)
class Told:
    """The reports that tell of each incident, one after another.

    Attributes:
        begins: Where those of each incident begin; shape (incidents + 1,).
        reports: Numbers of reports, each once for an incident.
    """

    begins: Ints
    reports: Ints

    def of(self, members: Ints) -> tuple[Ints, Ints]:
        """Give the reports of some incidents, each with its place among them."""
        lengths = self.begins[members + 1] - self.begins[members]
        place = np.repeat(np.arange(len(members)), lengths)
        return place, self.reports[spread(self.begins[members], lengths)]


def told_by_others(
    near: Ints, holds: Labelled, inside: Labelled, told: Told
) -> tuple[Bools, Bools]:
    """Find the incidents that too many others may be, and those that none can be.

    What one report lists beside an incident is another one. Where several reports
    tell of it, the one that lists most of the others is taken.

    Args:
        near: How many incidents place and time put near each, itself among them.
        holds: The labels that each asks for.
        inside: The labels that each is found by.
        told: Who tells of them, whatever was decided of claims.

    Returns:
        Who is too vague; and who stands near others that its own report tells of too,
        all of them, as far as place alone can say.
    """
    wide = np.flatnonzero(near > TOO_MANY)
    own = np.zeros(len(near), np.int64)
    mine = np.isin(holds[0], wide)
    for label in np.unique(holds[1][mine]).tolist():
        found = inside[0][inside[1] == label]
        _, reports = told.of(found)
        counts = np.bincount(reports, minlength=int(told.reports.max(initial=0)) + 1)
        asking = holds[0][mine & (holds[1] == label)]
        place, theirs = told.of(asking)
        if len(place):
            runs = Runs.of(place)
            own[asking[place[runs.starts]]] += runs.most(counts[theirs])
    others = near - own
    vague = np.zeros(len(near), np.bool_)
    vague[wide] = others[wide] > TOO_MANY
    alone = np.zeros(len(near), np.bool_)
    alone[wide] = others[wide] == 0
    return vague, alone
