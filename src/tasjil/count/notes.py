"""What must be said beside a figure: what is left out, and what is not certain."""

from collections.abc import Iterable, Mapping

from tasjil.count.breakdown import Counted
from tasjil.count.scope import Inside
from tasjil.model.ids import IncidentId
from tasjil.model.scope import Codebook, Disagreement

LeftOut = dict[str, list[IncidentId]]


def figure_notes(
    counted: Iterable[Counted],
    chosen: frozenset[IncidentId],
    left_out: Mapping[str, list[IncidentId]],
    codebook: Codebook,
) -> tuple[str, ...]:
    """Write the notes of one figure, each with the number of incidents it is about."""
    kept = list(counted)
    perhaps = sum(each.inside is Inside.PERHAPS for each in kept)
    doubtful = sum(each.floor > 0 and each.incident.id not in chosen for each in kept)
    untold = sum(each.count.ceiling is None for each in kept)
    lines = (
        (untold, "no number: floor and ceiling hold only those certain by name"),
        (doubtful, "may be told of elsewhere in the tally: for the ceiling only"),
        (perhaps, "may lie outside the scope: for the ceiling only"),
        *((len(ids), f"left out: {why}") for why, ids in sorted(left_out.items())),
    )
    notes = [f"{_incidents(number)}: {text}" for number, text in lines if number]
    if codebook.disagreement is Disagreement.PREFER:
        notes.append("The codebook prefers a source but names none: the range stands.")
    return tuple(notes)


def _incidents(number: int) -> str:
    """Count incidents in words.

    Example:
        >>> _incidents(1), _incidents(3)
        ('1 incident', '3 incidents')
    """
    return f"{number} incident" if number == 1 else f"{number} incidents"
