"""What must be said beside a figure: what is left out, and what is not certain."""

from collections import Counter

from tasjil.model.scope import Codebook, Disagreement, Treated

NO_NUMBER = "no number: floor and ceiling hold only those certain by name"
ELSEWHERE = "may be told of elsewhere in the tally: for the ceiling only"
MAYBE_OUTSIDE = "may lie outside the scope: for the ceiling only"
NO_HARM = "refuted: for the ceiling only"
PERSONS = "persons"
"""Not incidents but people who stand in several of them, and count once."""

FOLLOWED = {
    Disagreement.PREFER: "the source the codebook prefers is followed",
    Disagreement.MAJORITY: "what most first tellers say is followed",
    Disagreement.UNKNOWN: "unknown, because its tellers disagree",
    Disagreement.PENDING: "pending and in no row, because its tellers disagree",
    Disagreement.ASK: "pending and in no row, because its tellers disagree",
}
"""What a note says of incidents whose tellers disagree, by what the codebook does."""

FIRST = (NO_NUMBER, ELSEWHERE, MAYBE_OUTSIDE, NO_HARM)


def figure_notes(notes: Counter[str], codebook: Codebook) -> tuple[str, ...]:
    """Write the notes of one figure, each with the number of incidents it is about."""
    rest = sorted(set(notes) - set(FIRST) - {PERSONS})
    found = [
        f"{_number(notes[text], 'incident')}: {text}"
        for text in (*FIRST, *rest)
        if notes[text]
    ]
    if notes[PERSONS]:
        number = _number(notes[PERSONS], "time")
        found.append(f"{number}: a person who stands in another incident counts once")
    prefers = any(codebook.treats(each) is Disagreement.PREFER for each in Treated)
    if prefers and not codebook.prefer:
        found.append("The codebook prefers a source but names none: the range stands.")
    return tuple(found)


def settled(element: Treated, rule: Disagreement) -> str:
    """Write the note on incidents of which the codebook settles an element.

    Example:
        >>> settled(Treated.STATUS, Disagreement.MAJORITY)
        'status: what most first tellers say is followed'
    """
    return f"{element}: {FOLLOWED[rule]}"


def _number(number: int, what: str) -> str:
    """Count in words.

    Example:
        >>> _number(1, "incident"), _number(3, "incident")
        ('1 incident', '3 incidents')
    """
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
